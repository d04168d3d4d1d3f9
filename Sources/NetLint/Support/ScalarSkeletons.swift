import NetModel
import NetSyntax

/// What scalars look like, each found out once.
///
/// The skeleton of a text is that of its scalars, one behind another, as long as none of them is a mark, which might have
/// to stand before another one: to put it together so takes a tenth of the time that ``skeleton(of:)`` takes.
struct ScalarSkeletons: Sendable {
  /// Gives the skeleton of a text as a whole.
  private let skeleton: @Sendable (String) -> String
  /// By a scalar's number without its last six bits: one more than its block; 0 where none has been asked for.
  private var blocks = [UInt16](repeating: 0, count: Int(end) >> 6)
  /// By block and last six bits.
  private var places: [Place] = []
  /// The skeletons, one behind another.
  private var bytes: [UInt8] = []

  /// Behind the last scalar about which it is remembered; those behind are hardly in any name.
  private static let end: UInt32 = 0x20000

  /// Where the skeleton of a scalar stands.
  private struct Place: BitwiseCopyable, Sendable {
    var start: UInt32 = 0
    var count: UInt32 = unasked

    static let unasked = UInt32.max
    /// Of what has to be looked at with what stands around it.
    static let mark = UInt32.max - 1
  }

  /// With what gives the skeleton of a text as a whole.
  init(_ skeleton: @escaping @Sendable (String) -> String) { self.skeleton = skeleton }

  /// What a text looks like.
  mutating func look(of text: Span<UInt8>) -> Looks.Look {
    var looks: [UInt8] = []
    looks.reserveCapacity(2 * text.count)
    var offset = 0
    while offset < text.count {
      let decoded = decodeScalar(text, at: offset, end: text.count)
      let place = place(of: decoded.scalar)
      if place.count == Place.mark || decoded.scalar == "\u{FFFD}" {
        return Looks.Look(skeleton: Array(skeleton(NetLint.text(text, ByteRange(0, text.count))).utf8))
      }
      for index in Int(place.start)..<Int(place.start + place.count) { looks.append(bytes[index]) }
      offset += decoded.length
    }
    return Looks.Look(skeleton: looks)
  }

  private mutating func place(of scalar: Unicode.Scalar) -> Place {
    guard scalar.value < Self.end else { return Place(count: Place.mark) }
    let block = Int(scalar.value >> 6)
    if blocks[block] == 0 {
      places += [Place](repeating: Place(), count: 64)
      blocks[block] = UInt16(places.count >> 6)
    }
    let index = Int(blocks[block] - 1) << 6 | Int(scalar.value & 63)
    if places[index].count == Place.unasked { places[index] = newPlace(of: scalar) }
    return places[index]
  }

  private mutating func newPlace(of scalar: Unicode.Scalar) -> Place {
    let found = skeleton(String(scalar))
    if scalar.isMark || found.unicodeScalars.first.map(\.isMark) ?? true { return Place(count: Place.mark) }
    let start = bytes.count
    bytes += found.utf8
    return Place(start: UInt32(start), count: UInt32(bytes.count - start))
  }
}
