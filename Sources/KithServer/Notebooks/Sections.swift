import NetSyntax

/// A section of a record's notes, or of what stands before the first record.
struct Section {
  /// From 2 to 6, by the marks of its heading.
  let level: Int
  /// The text of its heading.
  let title: ByteRange
  /// From its heading to the next one of its level or above, without blank lines at the end.
  var range: ByteRange
  /// The section around it, by its index.
  let parent: Int?
  /// The record that it stands in, as an index of the file's facts; nil before the first one.
  let record: Int?
}

extension OpenFile {
  /// All sections, in order.
  func sections() -> [Section] {
    var sections: [Section] = []
    var node = 1
    while node < parsed.tree.nodeCount {
      switch parsed.tree.kind(ofNode: node) {
      case .preamble: add(&sections, node + 1..<parsed.tree.end(ofNode: node), record: nil)
      case .record:
        guard let record = record(at: parsed.tree.range(ofNode: node).start) else { break }
        add(&sections, facts.records[record].notes, record: record)
      default: break
      }
      node = parsed.tree.end(ofNode: node)
    }
    return sections
  }

  /// Adds the sections among some nodes, the last of which ends the last of these.
  private func add(_ sections: inout [Section], _ nodes: Range<Int>, record: Int?) {
    var open: [Int] = []
    var node = nodes.lowerBound
    var end = 0
    while node < nodes.upperBound {
      end = parsed.tree.range(ofNode: node).end
      if parsed.tree.kind(ofNode: node) == .section {
        let tokens = parsed.tree.tokens(ofNode: node)
        let mark = tokens.first { parsed.tree.kind(ofToken: $0) == .sectionMark } ?? tokens.lowerBound
        let level = parsed.tree.range(ofToken: mark).count
        let range = parsed.tree.range(ofNode: node)
        while let last = open.last, sections[last].level >= level {
          close(&sections[last], at: range.start)
          open.removeLast()
        }
        let title = parsed.tree.textOfLine(mark + 1..<tokens.upperBound)
        sections.append(Section(level: level, title: title, range: range, parent: open.last, record: record))
        open.append(sections.count - 1)
      }
      node = parsed.tree.end(ofNode: node)
    }
    for index in open { close(&sections[index], at: end) }
  }

  private func close(_ section: inout Section, at end: Int) {
    section.range = ByteRange(section.range.start, max(section.title.end, textEnd(bytes, section.range.start, end)))
  }
}
