import NetModel
import NetSyntax

/// What a folded handle or name looks like: two that may be taken for each other have the same skeleton (UTS 39,
/// section 4), as have letters in another width or style (UAX 15, compatibility).
///
/// It is not a name that anybody goes by: `m` looks like `rn`. Hangul syllables stand for themselves.
func skeleton(of folded: String) -> String {
  if isAscii(folded) { return plainSkeleton(of: folded) }
  var scalars = String.UnicodeScalarView()
  for scalar in String(decoding: nfd(folded.utf8.span), as: UTF8.self).unicodeScalars {
    if let prototype = prototype(of: scalar) {
      scalars.append(contentsOf: prototype)
    } else {
      scalars.append(scalar)
    }
  }
  return decomposed(String(scalars))
}

/// The skeleton of a text in ASCII, as most are: all of a notebook's names are asked for theirs at each stroke of a key in
/// an editor.
private func plainSkeleton(of folded: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(folded.utf8.count + 8)
  for byte in folded.utf8 { bytes += asciiPrototypes[Int(byte)] }
  return decomposed(String(decoding: bytes, as: UTF8.self))
}

/// What each ASCII character looks like, in UTF-8.
private let asciiPrototypes: [[UInt8]] = (0..<0x80 as Range<UInt8>).map { byte in
  let scalar = Unicode.Scalar(byte)
  return (prototype(of: scalar) ?? [scalar]).flatMap { Array(String($0).utf8) }
}

private func decomposed(_ text: String) -> String {
  isAscii(text) ? text : String(decoding: nfd(text.utf8.span), as: UTF8.self)
}

func isAscii(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

/// What a scalar looks like; nil where that is itself.
private func prototype(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
  let entries = ConfusableTable.entries
  var (low, high) = (0, entries.count / 6)
  while low < high {
    let middle = (low + high) / 2
    if entries.triple(at: middle * 6) < Int(scalar.value) { low = middle + 1 } else { high = middle }
  }
  guard low * 6 < entries.count, entries.triple(at: low * 6) == Int(scalar.value) else { return nil }
  let place = entries.triple(at: low * 6 + 3)
  return (0..<ConfusableTable.prototypes[place]).compactMap { index in
    Unicode.Scalar(UInt32(ConfusableTable.prototypes.triple(at: place + 1 + index * 3)))
  }
}
