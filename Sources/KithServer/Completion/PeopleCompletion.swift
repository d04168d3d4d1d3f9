import NetLint
import NetModel
import NetSyntax

/// The most that is sent at a time; more letters bring up the rest.
let mostCompletions = 100

extension OpenFile {
  /// The people, groups and organisations who may be meant by what has been typed: by handle, name or other name, and among
  /// those that fit as well, who was met last comes first.
  ///
  /// - Parameter range: What has been typed, with or without an `@`.
  func people(_ range: ByteRange, isMarked: Bool) -> CompletionList {
    let typed = bytes.span.extracting(range.start + (isMarked ? 1 : 0)..<range.end)
    // Where a name is typed, its words make the handle that it gives.
    let wanted = isMarked ? foldHandle(typed) : slug(of: typed) ?? ""
    // Further letters may fit somebody's other name.
    var list = CompletionList(range: range, isIncomplete: true)
    for candidate in candidates(for: wanted).prefix(mostCompletions) {
      guard let handle = notebook.handle(of: candidate.id) else { continue }
      let name = notebook.nameText(of: candidate.id)
      // Clients compare this with what has been typed, some from its first letter on.
      let filter = isMarked && candidate.fit == .start ? "@" + notebook.text(of: candidate.symbol) : text(range)
      list.items.append(
        CompletionItem(label: "@" + handle, kind: .reference, detail: name, filter: filter, handle: handle))
    }
    if isMarked, !wanted.isEmpty, "me".hasPrefix(wanted), notebook.handle(isTaken: "me") == false {
      list.items.append(CompletionItem(label: "@me", kind: .reference, detail: "you, who keep these notes"))
    }
    return list
  }

  private struct Candidate {
    let id: RecordID
    /// The name by which it fits best.
    var symbol: Notebook.Symbol
    var fit: Fit
    var lastMet: UInt32
  }

  private func candidates(for wanted: String) -> [Candidate] {
    let word = Array(wanted.utf8)
    let fitting = candidates(for: word, including: [.start, .startOfWord])
    // Letters in their order fit much; they help where nothing else does.
    return fitting.isEmpty && word.count > 1 ? candidates(for: word, including: [.inside]) : fitting
  }

  private func candidates(for word: [UInt8], including fits: Set<Fit>) -> [Candidate] {
    let days = lastMeetings()
    var best: [RecordID: Candidate] = [:]
    for symbol in 0..<notebook.symbolCount {
      let claimants = notebook.claimants(of: symbol)
      if claimants.isEmpty { continue }
      let name = notebook.text(of: symbol)
      guard let fit = Fit(of: name.utf8.span, to: word.span), fits.contains(fit) else { continue }
      for claimant in claimants {
        let day = days[symbol]
        guard var known = best[claimant.id] else {
          best[claimant.id] = Candidate(id: claimant.id, symbol: symbol, fit: fit, lastMet: day)
          continue
        }
        known.lastMet = max(known.lastMet, day)
        if fit.rawValue < known.fit.rawValue { (known.fit, known.symbol) = (fit, symbol) }
        best[claimant.id] = known
      }
    }
    return best.values.sorted {
      ($0.fit.rawValue, $1.lastMet, $0.id) < ($1.fit.rawValue, $0.lastMet, $1.id)
    }
  }

  /// By name: the last day, as a number, of a meeting with somebody called so; 0 for none.
  private func lastMeetings() -> [UInt32] {
    var days = [UInt32](repeating: 0, count: notebook.symbolCount)
    for (number, facts) in notebook.files.enumerated() {
      for meeting in facts.meetings {
        let record = facts.records[meeting.record]
        guard let date = record.date?.start, let year = date.year else { continue }
        let day = UInt32(year << 9 | (date.month ?? 0) << 5 | (date.day ?? 0))
        for mention in facts.mentions[record.mentions] where mention.role == .title || mention.role == .with {
          let symbol = notebook.symbol(ofName: mention.name, in: number)
          days[symbol] = max(days[symbol], day)
        }
      }
    }
    return days
  }
}

/// How well a name fits what has been typed of it.
private enum Fit: Int {
  case start, startOfWord, inside

  /// Nil where it does not fit at all.
  init?(of name: Span<UInt8>, to word: Span<UInt8>) {
    for start in 0..<max(name.count, 1) where start == 0 || name[start - 1] == UInt8(ascii: "-") {
      if !name.holds(word, at: start) { continue }
      self = start == 0 ? .start : .startOfWord
      return
    }
    var next = 0
    for index in name.indices where next < word.count && name[index] == word[next] { next += 1 }
    if next < word.count { return nil }
    self = .inside
  }
}

extension Span<UInt8> {
  fileprivate func holds(_ word: Span<UInt8>, at start: Int) -> Bool {
    guard start + word.count <= count else { return false }
    for index in word.indices where self[start + index] != word[index] { return false }
    return true
  }
}

extension Notebook {
  /// Whether some record goes by a name.
  fileprivate func handle(isTaken name: String) -> Bool {
    symbol(of: name).map { !claimants(of: $0).isEmpty } ?? false
  }
}
