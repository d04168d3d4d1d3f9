import NetModel
import NetSyntax

/// A head whose first word is no label but nearly one; nil where the word is somebody's own.
///
/// With people behind it the word may be one letter off, or another form of the verb. Alone, as in `store: closed`, it is
/// prose too often, and only two letters swapped in a long label count, or one letter off `challenge`.
func slip(in word: ByteRange, headEnd: Int, _ bytes: Span<UInt8>) -> AlmostHead? {
  guard word.count <= 12, word.count >= 3, ItemLabel(bytes, in: word) == nil else {
    return nil
  }
  let people = ByteRange(word.end, headEnd)
  let hasPeople = (people.start..<people.end).contains { bytes[$0] == UInt8(ascii: "@") }
  let written = (word.start..<word.end).map { bytes[$0].asciiLowercased }
  let label =
    hasPeople
    ? otherForms[String(decoding: written, as: UTF8.self)] ?? closeLabel(written) : closeAlone(written)
  return label.map { AlmostHead(word.start, headEnd + 1, $0, peopleIn: people, bytes) }
}

private let otherForms: [String: ItemLabel] = [
  "give": .gave, "gives": .gave, "given": .gave, "get": .got, "gets": .got, "received": .got,
  "introduced": .intro,
  "introduction": .intro,
]

private func closeLabel(_ word: [UInt8]) -> ItemLabel? {
  ItemLabel.allCases.first { $0.name.utf8.count >= 5 && edit(from: word, to: Array($0.name.utf8)) != nil }
}

private func closeAlone(_ word: [UInt8]) -> ItemLabel? {
  ItemLabel.allCases.first { label in
    guard label.name.utf8.count >= 5, !word.starts(with: label.name.utf8) else { return false }
    let edit = edit(from: word, to: Array(label.name.utf8))
    return edit == .swap || (edit != nil && label == .challenge)
  }
}

/// How one word differs from another by a single edit.
private enum Edit {
  case swap, other
}

/// The single edit that makes one word of another; nil if it takes more, or none.
private func edit(from word: [UInt8], to other: [UInt8]) -> Edit? {
  guard abs(word.count - other.count) <= 1, word != other else { return nil }
  let shared = zip(word, other).prefix { $0 == $1 }.count
  let (rest, otherRest) = (word[shared...], other[shared...])
  if rest.count > otherRest.count { return Array(rest.dropFirst()) == Array(otherRest) ? .other : nil }
  if rest.count < otherRest.count { return Array(rest) == Array(otherRest.dropFirst()) ? .other : nil }
  if Array(rest.dropFirst()) == Array(otherRest.dropFirst()) { return .other }
  let swapped = Array(rest.prefix(2).reversed()) + Array(rest.dropFirst(2))
  return swapped == Array(otherRest) ? .swap : nil
}
