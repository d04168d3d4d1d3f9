import NetLint
import NetModel
import NetSyntax

/// The most that is sent at a time; more letters bring up the rest.
let mostCompletions = 100

extension OpenFile {
  /// The people, groups and organisations who may be meant by what has been typed: by handle, name or other name, and among
  /// those that fit as well, who was met last comes first.
  ///
  /// - Parameters:
  ///   - range: What is to be replaced.
  ///   - offset: Up to where of it has been typed.
  ///   - isMarked: Whether it begins with an `@`.
  func people(_ range: ByteRange, upTo offset: Int, isMarked: Bool, today: CalendarDate?) -> CompletionList {
    if isMarked, let own = ownHandle(range) { return own }
    let typed = bytes.span.extracting(range.start + (isMarked ? 1 : 0)..<offset)
    // Where a name is typed, its words make the handle that it gives.
    let wanted = isMarked ? foldHandle(typed) : slug(of: typed) ?? ""
    // Further letters may fit somebody's other name.
    var list = CompletionList(range: range, isIncomplete: true)
    // Nobody introduces or knows themselves.
    let own = record(at: range.start).map { RecordID(file: place.file, record: $0) }
    for candidate in candidates(for: wanted, today).prefix(mostCompletions) where candidate.id != own || isMarked {
      guard let handle = notebook.handle(of: candidate.id) else { continue }
      let name = notebook.nameText(of: candidate.id)
      // Clients compare this with what has been typed, some from its first letter on.
      let known = "@" + notebook.text(of: candidate.symbol)
      let filter = isMarked && known.hasPrefix("@" + wanted) ? known : text(ByteRange(range.start, offset))
      list.items.append(
        CompletionItem(label: "@" + handle, kind: .reference, detail: name, filter: filter, handle: handle))
    }
    if isMarked, !wanted.isEmpty, "me".hasPrefix(wanted), notebook.handle(isTaken: "me") == false {
      list.items.append(CompletionItem(label: "@me", kind: .reference, detail: "you, who keep these notes"))
    }
    return list
  }

  /// In a heading: the handle that the name gives, as others are taken; nil elsewhere, and in the headings of meetings.
  private func ownHandle(_ range: ByteRange) -> CompletionList? {
    guard let record = record(at: range.start).map({ facts.records[$0] }), record.kind != .meeting,
      record.heading.start <= range.start, range.start <= record.heading.end
    else { return nil }
    var name = ByteRange(record.heading.start, range.start)
    if record.name.start < range.start { name.start = record.name.start }
    let handle = slug(of: bytes.span.extracting(name.start..<name.end))
    let items = handle.map { [CompletionItem(label: "@" + $0, kind: .reference, detail: "by the name")] } ?? []
    return CompletionList(range: range, items: items)
  }

  private struct Candidate {
    let id: RecordID
    /// The name by which it fits best.
    var symbol: Notebook.Symbol
    var fit: Fit
    var lastMet: UInt32
  }

  /// Those that begin so, or one of whose words does; else, since few type accents, the same without them; else those that
  /// have the letters in their order, which fit much, and help where nothing else does.
  private func candidates(for wanted: String, _ today: CalendarDate?) -> [Candidate] {
    let (word, days) = (Array(wanted.utf8), lastMeetings(today))
    let fitting = candidates(for: word, including: [.start, .startOfWord], days)
    if !fitting.isEmpty || word.count < 2 { return fitting }
    let plain = candidates(for: withoutMarks(word.span), including: [.start, .startOfWord], isPlain: true, days)
    return plain.isEmpty ? candidates(for: word, including: [.inside], days) : plain
  }

  private func candidates(
    for word: [UInt8], including fits: Set<Fit>, isPlain: Bool = false, _ days: [UInt32]
  ) -> [Candidate] {
    var best: [RecordID: Candidate] = [:]
    for symbol in 0..<notebook.symbolCount {
      let name = notebook.bytes(of: symbol)
      let fit = isPlain ? Fit(of: withoutMarks(name.span).span, to: word.span) : Fit(of: name.span, to: word.span)
      guard let fit, fits.contains(fit) else { continue }
      for claimant in notebook.claimants(of: symbol) {
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
  private func lastMeetings(_ today: CalendarDate?) -> [UInt32] {
    var days = [UInt32](repeating: 0, count: notebook.symbolCount)
    for (number, facts) in notebook.files.enumerated() {
      for meeting in facts.pastMeetings(today) {
        let (year, month) = (meeting.day.year ?? 0, meeting.day.month ?? 0)
        let day = UInt32(year << 9 | month << 5 | (meeting.day.day ?? 0))
        for mention in facts.participants(of: meeting.record) {
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
