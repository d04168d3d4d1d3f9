import NetModel
import NetSyntax

/// What a folded handle or name looks like: two that may be taken for each other have the same skeleton (UTS 39,
/// section 4), as have letters in another width or style (UAX 15, compatibility).
///
/// It is not a name that anybody goes by: `m` looks like `rn`. Hangul syllables stand for themselves.
func skeleton(of folded: String) -> String {
  skeleton(of: folded, asciiPrototypes) { smallPrototypes[$0] }
}

/// What a name looks like as it is written, with its capitals; blanks look like hyphens, as in handles.
func skeleton(ofWritten name: String) -> String {
  skeleton(of: name, writtenPrototypes) { capitalPrototypes[$0] ?? smallPrototypes[$0] }
}

private func skeleton(
  of text: String, _ ascii: [[UInt8]], _ prototype: (Unicode.Scalar) -> [Unicode.Scalar]?
) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 8)
  for scalar in decomposed(text).unicodeScalars {
    if scalar.isASCII {
      bytes += ascii[Int(scalar.value)]
    } else {
      for scalar in prototype(scalar) ?? [scalar] { bytes += String(scalar).utf8 }
    }
  }
  return decomposed(String(decoding: bytes, as: UTF8.self))
}

private func decomposed(_ text: String) -> String {
  isAscii(text) ? text : String(decoding: nfd(text.utf8.span), as: UTF8.self)
}

func isAscii(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

private let smallPrototypes = Prototypes(ConfusableTable.entries, ConfusableTable.prototypes)
private let capitalPrototypes = Prototypes(ConfusableCapitals.entries, ConfusableCapitals.prototypes)

/// What each ASCII character looks like, in UTF-8: most names are of these, and all of a notebook's are asked for their
/// skeletons at each stroke of a key in an editor.
private let asciiPrototypes = utf8OfAscii { smallPrototypes[$0] }
private let writtenPrototypes = utf8OfAscii { scalar in
  scalar == " " ? ["-"] : capitalPrototypes[scalar] ?? smallPrototypes[scalar]
}

private func utf8OfAscii(_ prototype: (Unicode.Scalar) -> [Unicode.Scalar]?) -> [[UInt8]] {
  (0..<0x80 as Range<UInt8>).map { byte in
    let scalar = Unicode.Scalar(byte)
    return (prototype(scalar) ?? [scalar]).flatMap { Array(String($0).utf8) }
  }
}

/// A table of what scalars look like.
private struct Prototypes {
  /// The scalars in order, read once, since each search passes over a dozen of them.
  private let scalars: [UInt32]
  /// Where what each looks like begins.
  private let places: [Int]
  private let texts: StaticDigits

  init(_ entries: StaticDigits, _ texts: StaticDigits) {
    let starts = stride(from: 0, to: entries.count, by: 6)
    scalars = starts.map { UInt32(entries.triple(at: $0)) }
    places = starts.map { entries.triple(at: $0 + 3) }
    self.texts = texts
  }

  /// What a scalar looks like; nil where that is itself.
  subscript(scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    let index = scalars.partitioned { $0 < scalar.value }
    guard index < scalars.count, scalars[index] == scalar.value else { return nil }
    let place = places[index]
    return (0..<texts[place]).compactMap { Unicode.Scalar(UInt32(texts.triple(at: place + 1 + $0 * 3))) }
  }
}
