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
    var ranked = candidates(for: wanted)
    let isIncomplete = ranked.count > mostCompletions
    if isIncomplete { ranked = Array(ranked.prefix(mostCompletions)) }
    var list = CompletionList(range: range, isIncomplete: isIncomplete)
    for candidate in ranked {
      guard let handle = notebook.handle(of: candidate.id) else { continue }
      let name = notebook.nameText(of: candidate.id)
      let filter = isMarked ? "@" + notebook.text(of: candidate.symbol) : text(range)
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
    let days = lastMeetings()
    var best: [RecordID: Candidate] = [:]
    let word = Array(wanted.utf8)
    for symbol in 0..<notebook.symbolCount {
      let claimants = notebook.claimants(of: symbol)
      if claimants.isEmpty { continue }
      guard let fit = Fit(of: notebook.text(of: symbol), to: word) else { continue }
      for claimant in claimants {
        let day = days[symbol]
        guard var known = best[claimant.id] else {
          best[claimant.id] = Candidate(id: claimant.id, symbol: symbol, fit: fit, lastMet: day)
          continue
        }
        known.lastMet = max(known.lastMet, day)
        if fit < known.fit { (known.fit, known.symbol) = (fit, symbol) }
        best[claimant.id] = known
      }
    }
    // Letters in their order fit much; they help where nothing else does.
    let closest =
      best.values.contains { $0.fit != .inside } ? best.values.filter { $0.fit != .inside } : Array(best.values)
    return closest.sorted {
      ($0.fit.rawValue, $1.lastMet, $0.id) < ($1.fit.rawValue, $0.lastMet, $1.id)
    }
  }

  /// By name: the last day, as a number, of a meeting with somebody called so; 0 for none.
  private func lastMeetings() -> [UInt32] {
    var days = [UInt32](repeating: 0, count: notebook.symbolCount)
    for (number, facts) in notebook.files.enumerated() {
      for mention in facts.mentions where mention.role == .title || mention.role == .with {
        guard let index = mention.record else { continue }
        let record = facts.records[index]
        guard record.kind == .meeting, let date = record.date?.start, let year = date.year else { continue }
        let day = UInt32(year << 9 | (date.month ?? 0) << 5 | (date.day ?? 0))
        let symbol = notebook.symbol(ofName: mention.name, in: number)
        days[symbol] = max(days[symbol], day)
      }
    }
    return days
  }
}

/// How well a name fits what has been typed of it.
private enum Fit: Int, Comparable {
  case start, startOfWord, inside

  /// Nil where it does not fit at all.
  init?(of name: String, to word: [UInt8]) {
    if name.utf8.starts(with: word) {
      self = .start
      return
    }
    var rest = name.utf8[...]
    while let hyphen = rest.firstIndex(of: UInt8(ascii: "-")) {
      rest = rest[rest.index(after: hyphen)...]
      if rest.starts(with: word) {
        self = .startOfWord
        return
      }
    }
    guard word.count > 1, name.utf8.holds(inOrder: word) else { return nil }
    self = .inside
  }

  static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
}

extension Sequence<UInt8> {
  /// Whether some bytes stand in it in their order, others perhaps between.
  func holds(inOrder bytes: [UInt8]) -> Bool {
    var next = bytes.startIndex
    for byte in self where next < bytes.endIndex && byte == bytes[next] { next += 1 }
    return next == bytes.endIndex
  }
}

extension Notebook {
  /// Whether some record goes by a name.
  fileprivate func handle(isTaken name: String) -> Bool {
    symbol(of: name).map { !claimants(of: $0).isEmpty } ?? false
  }
}
