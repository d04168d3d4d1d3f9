/// The characters that mean something somewhere, as bytes.
private let marks = Array("#-*+>`@:/\\[]()<>~.,;_ \t\r\n\u{FEFF}".utf8)

/// Changes a text in one place, as a slip of the hand or a bad disk would.
package func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
  guard let index = bytes.indices.randomElement(using: &random) else { return }
  let mark = marks.randomElement(using: &random) ?? 0
  switch Int.random(in: 0..<6, using: &random) {
  case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
  case 1: bytes.remove(at: index)
  case 2: bytes.insert(mark, at: index)
  case 3: bytes.insert(contentsOf: bytes[index...].prefix(8), at: index)
  case 4: bytes.removeSubrange(index...)
  default: bytes[index] = mark
  }
}
