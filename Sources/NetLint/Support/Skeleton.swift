import NetModel
import NetSyntax

/// What a folded handle or name looks like: two that may be taken for each other have the same skeleton (UTS 39,
/// section 4), as have letters in another width or style (UAX 15, compatibility).
///
/// It is not a name that anybody goes by: `m` looks like `rn`. Hangul syllables stand for themselves.
func skeleton(of folded: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(folded.utf8.count + 8)
  for scalar in decomposed(folded).unicodeScalars {
    if scalar.isASCII {
      bytes += asciiPrototypes[Int(scalar.value)]
    } else {
      for scalar in prototype(of: scalar) ?? [scalar] { bytes += String(scalar).utf8 }
    }
  }
  return decomposed(String(decoding: bytes, as: UTF8.self))
}

/// What each ASCII character looks like, in UTF-8: most names are of these, and all of a notebook's are asked for their
/// skeletons at each stroke of a key in an editor.
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
  let index = confusableScalars.partitioned { $0 < scalar.value }
  guard index < confusableScalars.count, confusableScalars[index] == scalar.value else { return nil }
  let place = ConfusableTable.entries.triple(at: index * 6 + 3)
  return (0..<ConfusableTable.prototypes[place]).compactMap { index in
    Unicode.Scalar(UInt32(ConfusableTable.prototypes.triple(at: place + 1 + index * 3)))
  }
}

/// The scalars of the table in order, read once, since each search passes over a dozen of them.
private let confusableScalars = (0..<ConfusableTable.entries.count / 6).map {
  UInt32(ConfusableTable.entries.triple(at: $0 * 6))
}
