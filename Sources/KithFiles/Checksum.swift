/// A checksum (FNV-1a, 64 bits) that tells one text from another; not one that keeps an enemy out.
public struct Checksum: Hashable, Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The checksum of nothing.
  public init() {}

  /// The checksum of all of `bytes`.
  public init(of bytes: Span<UInt8>) { add(bytes) }

  /// Reads a checksum of 16 hexadecimal digits.
  public init?(_ digits: ArraySlice<UInt8>) {
    guard digits.count == 16, let value = UInt64(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    self.value = value
  }

  /// Goes on with what follows.
  public mutating func add(_ bytes: Span<UInt8>) {
    for index in bytes.indices { value = (value ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
  }

  /// The checksum as 16 hexadecimal digits.
  public var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
