import NetModel
import NetSyntax

/// The tags that may be meant by what has been typed, those in most files first.
func tagCompletions(
  _ range: ByteRange, upTo offset: Int, in file: borrowing OpenFile, _ counts: [String: Int]
) -> CompletionList {
  let typed = file.text(ByteRange(range.start, offset)).lowercased()
  let hasMark = typed.hasPrefix("#")
  let word = Array((hasMark ? String(typed.dropFirst()) : typed).utf8)
  var counts = counts
  // What is being typed is no tag yet, unless it stands elsewhere too.
  if let tag = Tag(word.span), let count = counts[tag.text], count == 1 { counts[tag.text] = nil }
  counts["private", default: 0] += 0
  let starting = counts.filter { $0.key.utf8.starts(with: word) }
  let fitting = starting.isEmpty ? counts.filter { $0.key.utf8.holds(inOrder: word) } : starting
  let ranked = fitting.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  var list = CompletionList(range: range, isIncomplete: ranked.count > mostCompletions)
  for (tag, count) in ranked.prefix(mostCompletions) {
    let use = count == 0 ? nil : count == 1 ? "in one file" : "in \(count) files"
    var item = CompletionItem(label: "#" + tag, kind: .keyword, detail: use)
    if tag == "private" { item.documentation = meaningOfPrivate }
    if !hasMark { item.filter = tag }
    list.items.append(item)
  }
  return list
}

extension String.UTF8View {
  /// Whether some bytes stand in it in their order, others perhaps between.
  fileprivate func holds(inOrder bytes: [UInt8]) -> Bool {
    var next = bytes.startIndex
    for byte in self where next < bytes.endIndex && byte == bytes[next] { next += 1 }
    return next == bytes.endIndex
  }
}
