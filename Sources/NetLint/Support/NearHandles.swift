import NetModel

/// The handles that a mention of nobody may have been meant for.
struct NearHandles {
  /// A name that means one record, with what rules most others out at a glance.
  private struct Candidate {
    let symbol: Int
    let count: Int
    /// Its first bytes.
    let start: UInt64
    /// The set of its characters, each as one of 64 bits.
    let characters: UInt64
  }

  private let notebook: Notebook
  private var candidates: [Candidate] = []
  /// How many names may still be looked at, so that thousands of unknown handles in a notebook of thousands of people
  /// cost about a second; the later ones get no help then.
  private var budget = 1 << 27
  /// By what they look like, the names; made when a word needs it.
  private var lookAlikes: [String: Int]?

  init(_ notebook: Notebook) {
    self.notebook = notebook
    for symbol in 0..<notebook.symbolCount {
      guard let id = notebook.record(of: symbol), notebook.handle(of: id) != nil else {
        continue
      }
      candidates.append(candidate(symbol, notebook.text(of: symbol)))
    }
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

  /// At most three handles, with their `@`: the one that looks the same, the nearest, then those whose name begins with the word, then those that
  /// the word begins with in a script that puts no blanks between words.
  mutating func suggestions(for word: String) -> [String] {
    var found = lookAlike(word)
    budget -= candidates.count
    if budget > 0, !candidates.isEmpty {
      let wanted = candidate(0, word)
      let near = near(wanted)
      // To count edits takes about as long as to pass over a hundred names.
      budget -= 100 * near.count
      for name in nearest(to: word, in: near, count: 6) + longer(word, wanted) {
        guard let symbol = notebook.symbol(of: name), let id = notebook.record(of: symbol)
        else {
          continue
        }
        let handle = notebook.shown(id)
        if !found.contains(handle) { found.append(handle) }
      }
    }
    for handle in shorter(word) where !found.contains(handle) { found.append(handle) }
    return Array(found.prefix(3))
  }

  /// The handle that looks like a word of other letters than those on most keyboards.
  private mutating func lookAlike(_ word: String) -> [String] {
    if isAscii(word) { return [] }
    let known =
      lookAlikes
      ?? Dictionary(
        candidates.map { (skeleton(of: notebook.text(of: $0.symbol)), $0.symbol) },
        uniquingKeysWith: { first, _ in first })
    lookAlikes = known
    return known[skeleton(of: word)].flatMap { notebook.record(of: $0) }.map { [notebook.shown($0)] } ?? []
  }

  /// The names that are about as long and have most characters in common.
  private func near(_ word: Candidate) -> [String] {
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
  private func longer(_ word: String, _ wanted: Candidate) -> [String] {
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
  private func shorter(_ word: String) -> [String] {
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
