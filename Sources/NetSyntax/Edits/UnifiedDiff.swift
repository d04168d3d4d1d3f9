/// What edits change in a file, in the form of `diff -u` with headers as git writes them: `patch -p1` and `git apply`
/// both take it.
///
///     --- a/people/doha.net
///     +++ b/people/doha.net
///     @@ -1,2 +1,2 @@
///      # Amara Okafor @amara
///     -Role:  friend
///     +role: friend
///
/// It is made from the edits, without comparing the texts: what an edit touches is shown as changed, but for the lines
/// at its ends that it leaves as they were.
public struct UnifiedDiff: Sendable {
  /// The diff of one file, headers first, each line ended by a line feed; empty where nothing changes.
  ///
  /// The file's own bytes stand in it as they are: whoever shows it on a terminal makes controls visible.
  public private(set) var bytes: [UInt8] = []

  /// How many of its lines have something masked; a diff with such a line cannot be applied.
  public private(set) var maskedLineCount = 0

  /// The lines around a change that are shown with it.
  private static let context = 3
  private let maskedOld: MaskedRanges
  private let maskedNew: MaskedRanges

  /// The changes that `edits`, as `[UInt8].applying(_:)` takes them, make in `old`, in time linear in its size.
  ///
  /// - Parameters:
  ///   - old: The file before them, less than 2 GiB, as also after them.
  ///   - edits: In the order of their ranges, which do not overlap and lie inside the file.
  ///   - name: The file's path from where the diff is to be applied; a slash it begins with is left out.
  ///   - masked: What of the old and of the new text is shown to nobody.
  public init(
    of old: [UInt8], applying edits: [TextEdit], name: [UInt8],
    masking masked: (old: MaskedRanges, new: MaskedRanges) = (MaskedRanges([]), MaskedRanges([]))
  ) {
    let old = WholeLines(old)
    let new = WholeLines(old.bytes.applying(edits))
    (maskedOld, maskedNew) = masked
    var hunk: [ChangedLines] = []
    for change in changedLines(from: old, to: new, by: edits) {
      if bytes.isEmpty { writeHeader(name) }
      if let last = hunk.last, change.old.lowerBound - last.old.upperBound > 2 * Self.context {
        write(hunk, from: old, to: new)
        hunk.removeAll(keepingCapacity: true)
      }
      hunk.append(change)
    }
    write(hunk, from: old, to: new)
  }
}

extension UnifiedDiff {
  /// What a line of a diff says.
  public enum LineKind: Sendable {
    /// `--- a/NAME` or `+++ b/NAME`.
    case header
    /// `@@ -1,3 +1,4 @@`, where the lines below it stand in the old and the new text.
    case hunk
    /// A line that stays.
    case context
    /// A line of the old text alone.
    case removed
    /// A line of the new text alone.
    case added
    /// `\ No newline at end of file`, said of the line above.
    case note
  }

  /// A line of a diff.
  public struct Line: Sendable {
    /// What it says.
    public var kind: LineKind
    /// Where it stands in the diff's bytes, its mark with it and without its line feed.
    public var range: Range<Int>
  }

  /// The lines in their order, for who colours them.
  public var lines: [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = findLineFeed(bytes.span, from: start)
      lines.append(Line(kind: lines.count < 2 ? .header : kind(ofMark: bytes[start]), range: start..<end))
      start = end + 1
    }
    return lines
  }

  private func kind(ofMark mark: UInt8) -> LineKind {
    switch mark {
    case UInt8(ascii: "@"): .hunk
    case UInt8(ascii: "-"): .removed
    case UInt8(ascii: "+"): .added
    case UInt8(ascii: "\\"): .note
    default: .context
    }
  }
}

extension UnifiedDiff {
  private mutating func writeHeader(_ name: [UInt8]) {
    let name = name.first == UInt8(ascii: "/") ? name[1...] : name[...]
    // Behind a blank that is not followed by a tab somewhere, patch takes what follows for a date.
    let end = name.contains(Ascii.space) ? "\t\n" : "\n"
    for (mark, side) in [("--- ", "a/"), ("+++ ", "b/")] {
      bytes += mark.utf8
      bytes += quotedAsGitDoes(Array(side.utf8) + name)
      bytes += end.utf8
    }
  }

  /// Writes changes that are near one another, with the lines between and around them.
  private mutating func write(_ hunk: [ChangedLines], from old: WholeLines, to new: WholeLines) {
    guard let first = hunk.first, let last = hunk.last else { return }
    // As many lines are left above in both texts, and as many below.
    let above = min(Self.context, first.old.lowerBound)
    let below = min(Self.context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - above..<last.old.upperBound + below
    let newRange = first.new.lowerBound - above..<last.new.upperBound + below
    bytes += "@@ -\(written(oldRange)) +\(written(newRange)) @@\n".utf8
    var done = oldRange.lowerBound
    for change in hunk {
      write(old, done..<change.old.lowerBound, mark: " ", maskedOld)
      write(old, change.old, mark: "-", maskedOld)
      write(new, change.new, mark: "+", maskedNew)
      done = change.old.upperBound
    }
    write(old, done..<oldRange.upperBound, mark: " ", maskedOld)
  }

  private mutating func write(
    _ text: WholeLines, _ lines: Range<Int>, mark: Unicode.Scalar, _ masked: MaskedRanges
  ) {
    for number in lines {
      let line = text[number]
      bytes.append(UInt8(ascii: mark))
      let range = ByteRange(line.startIndex, line.endIndex)
      if masked.overlaps(range) {
        bytes += masked.shown(text.bytes.span, range)
        maskedLineCount += 1
      } else {
        bytes += line
      }
      if line.last != Ascii.lineFeed { bytes += "\n\\ No newline at end of file\n".utf8 }
    }
  }

  /// `12,3`: the first line and how many, `12` for one alone; for none, the line above them.
  private func written(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }
}
