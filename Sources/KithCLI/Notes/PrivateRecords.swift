import NetModel
import NetSyntax
import Synchronization

/// Which stretches of a notebook's files are not for everyone who may read along.
///
/// Rather too much than too little: a record that is private, holds the mark anywhere, or mentions someone
/// private is kept back as a whole.
final class PrivateRecords: Sendable {
  private let notes: CheckedNotes
  /// By file, found out when first asked for.
  private let known = Mutex<[Int: Known]>([:])
  /// Once words are shown.
  private let names = Mutex<PrivateNames?>(nil)

  private struct Known {
    /// What is kept back, in order.
    var stretches: [ByteRange]
    var hasBackticks: Bool
  }

  init(_ notes: CheckedNotes) { self.notes = notes }

  /// Whether a file has backticks, so that nobody can tell where in a sentence a quote from it ends.
  func hasBackticks(_ file: Int) -> Bool { known(file).hasBackticks }

  /// Words without what private records are called.
  func withoutNames(_ text: String) -> String {
    let known = names.withLock { names in
      let known = names ?? PrivateNames(notes.notebook)
      names = known
      return known
    }
    return known.removed(from: text)
  }

  /// Whether a range lies in a stretch that is kept back, be it in part.
  func holds(_ range: ByteRange, in file: Int) -> Bool {
    let stretches = known(file).stretches
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].start < max(range.end, range.start + 1)
  }

  private func known(_ file: Int) -> Known {
    known.withLock { known in
      if let found = known[file] { return found }
      let hasBackticks = notes.linted.files[file].bytes.contains(UInt8(ascii: "`"))
      let found = Known(stretches: find(in: file), hasBackticks: hasBackticks)
      known[file] = found
      return found
    }
  }

  /// The preamble and the records of a file that are kept back.
  private func find(in file: Int) -> [ByteRange] {
    let facts = notes.notebook.files[file]
    let bytes = notes.linted.files[file].bytes
    // From the `#` on: of a meeting's heading the facts tell what stands behind its date.
    let starts = [0] + facts.records.map { lineStart(bytes, $0.heading.start) }
    // The end belongs to the last stretch, so that what is found there does too.
    let ends = starts.dropFirst() + [bytes.count + 1]
    var isPrivate = facts.records.indices.map {
      notes.notebook.isPrivate(RecordID(file: file, record: $0))
    }
    isPrivate.insert(false, at: 0)
    for mention in facts.mentions {
      let place = (mention.record ?? -1) + 1
      if isPrivate[place] { continue }
      isPrivate[place] = notes.notebook.isPrivate(notes.notebook.symbol(ofName: mention.name, in: file))
    }
    var place = 0
    for offset in marks(in: bytes) {
      while ends[ends.startIndex + place] <= offset { place += 1 }
      isPrivate[place] = true
    }
    return zip(zip(starts, ends), isPrivate).compactMap { $1 ? ByteRange($0.0, $0.1) : nil }
  }

  /// Where `#private` stands, in whatever letter case.
  private func marks(in bytes: [UInt8]) -> [Int] {
    let mark = Array("#private".utf8)
    return bytes.indices.filter { offset in
      bytes[offset] == mark[0]
        && bytes[offset...].prefix(mark.count).elementsEqual(mark) { $0 | 0x20 == $1 | 0x20 }
    }
  }
}
