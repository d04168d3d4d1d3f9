import NetModel

/// The handles that a mention of nobody may have been meant for.
struct NearHandles: Sendable {
  /// What rules a name out at a glance.
  private struct Candidate: BitwiseCopyable, Sendable {
    let symbol: Int
    let count: Int
    /// Its first bytes.
    let start: UInt64
    /// The set of its characters, each as one of 64 bits.
    let characters: UInt64
  }

  private struct Answer: Sendable {
    let handles: [String]
    let cost: Int
  }

  /// By symbol, whatever it means.
  private var names: [Candidate] = []
  /// The names that mean one record; nil where that is not known.
  private var candidates: [Candidate]?
  /// What has been asked before.
  private var known: [String: Answer] = [:]

  /// How many names may be looked at for one file, so that hundreds of unknown handles in a notebook of thousands of
  /// people cost less than a tenth of a second; the later ones get less help then.
  static let budget = 1 << 23

  /// Forgets what names mean, but not what they are.
  mutating func forgetMeanings() { (candidates, known) = (nil, [:]) }

  private mutating func meant(in notebook: Notebook) -> [Candidate] {
    if let candidates { return candidates }
    for symbol in names.count..<max(names.count, notebook.symbolCount) {
      names.append(candidate(symbol, notebook.text(of: symbol)))
    }
    let meant = names.filter {
      notebook.record(of: $0.symbol).map { notebook.facts(of: $0).handleName != nil } ?? false
    }
    candidates = meant
    return meant
  }

  private func candidate(_ symbol: Int, _ text: String) -> Candidate {
    var (count, characters, start): (Int, UInt64, UInt64) = (0, 0, 0)
    for scalar in text.unicodeScalars {
      count += 1
      characters |= 1 << UInt64(scalar.value & 63)
    }
    for (place, byte) in text.utf8.prefix(8).enumerated() { start |= UInt64(byte) << UInt64(8 * place) }
    return Candidate(symbol: symbol, count: count, start: start, characters: characters)
  }

  /// At most three handles, with their `@`: the one that looks the same, the nearest, then those whose name begins with
  /// the word, then those that the word begins with in a script that puts no blanks between words.
  ///
  /// - Parameter budget: How many names may still be looked at. What has been asked before costs as much again, so that
  ///   nothing depends on that.
  mutating func suggestions(for word: String, in notebook: Notebook, _ looks: inout Looks, _ budget: inout Int)
    -> [String]
  {
    let candidates = meant(in: notebook)
    budget -= candidates.count
    if budget > 0, let answer = known[word] {
      budget -= answer.cost
      return answer.handles
    }
    var found = lookAlike(word, candidates, in: notebook, &looks)
    var cost = 0
    if budget > 0, !candidates.isEmpty {
      let wanted = candidate(0, word)
      let near = near(wanted, candidates, in: notebook)
      // To count edits takes about as long as to pass over a hundred names.
      cost = 100 * near.count
      for name in nearest(to: word, in: near, count: 6) + longer(word, wanted, candidates, in: notebook) {
        guard let symbol = notebook.symbol(of: name), let id = notebook.record(of: symbol)
        else {
          continue
        }
        let handle = notebook.shown(id)
        if !found.contains(handle) { found.append(handle) }
      }
    }
    for handle in shorter(word, notebook) where !found.contains(handle) { found.append(handle) }
    found = Array(found.prefix(3))
    if budget > 0 { known[word] = Answer(handles: found, cost: cost) }
    budget -= cost
    return found
  }

  /// The handle that looks like a word of other letters than those on most keyboards.
  private func lookAlike(
    _ word: String, _ candidates: [Candidate], in notebook: Notebook, _ looks: inout Looks
  ) -> [String] {
    if isAscii(word) { return [] }
    let wanted = skeleton(of: word)
    let look = looks.look(of: word)
    var found: String?
    for candidate in candidates where looks.look(of: candidate.symbol, in: notebook) == look {
      let name = notebook.text(of: candidate.symbol)
      if skeleton(of: name) == wanted { found = found.map { min($0, name) } ?? name }
    }
    return found.flatMap { notebook.symbol(of: $0) }.flatMap { notebook.record(of: $0) }.map { [notebook.shown($0)] }
      ?? []
  }

  /// The names that are about as long and have most characters in common.
  private func near(_ word: Candidate, _ candidates: [Candidate], in notebook: Notebook) -> [String] {
    let limit = mostEdits(inWordOf: word.count)
    var names: [String] = []
    for candidate in candidates
    where abs(candidate.count - word.count) <= limit
      && (candidate.characters ^ word.characters).nonzeroBitCount <= 2 * limit
    {
      names.append(notebook.text(of: candidate.symbol))
    }
    return names
  }

  /// The first three names, in alphabetical order, that go on where the word ends.
  private func longer(
    _ word: String, _ wanted: Candidate, _ candidates: [Candidate], in notebook: Notebook
  ) -> [String] {
    let bytes = min(word.utf8.count, 8)
    let mask = bytes == 8 ? UInt64.max : (1 << UInt64(8 * bytes)) - 1
    var names: [String] = []
    for candidate in candidates where candidate.count > wanted.count && candidate.start & mask == wanted.start {
      let name = notebook.text(of: candidate.symbol)
      guard name.utf8.starts(with: word.utf8) else { continue }
      let place = names.firstIndex { name < $0 } ?? names.count
      if place < 3 { names.insert(name, at: place) }
      if names.count > 3 { names.removeLast() }
    }
    return names
  }

  /// `@小林 さん` for `@小林さん`, the longest first.
  private func shorter(_ word: String, _ notebook: Notebook) -> [String] {
    var handles: [String] = []
    let scalars = word.unicodeScalars
    guard word.utf8.contains(where: { $0 >= 0x80 }), scalars.count <= 64 else { return [] }
    for index in scalars.indices.dropFirst().reversed()
    where scalars[index].properties.generalCategory == .otherLetter {
      guard let symbol = notebook.symbol(of: String(scalars[..<index])),
        let id = notebook.record(of: symbol)
      else { continue }
      handles.append(notebook.shown(id) + " " + String(scalars[index...]))
    }
    return handles
  }
}
