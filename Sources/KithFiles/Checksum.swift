/// What a checksum of nothing is.
public let checksumStart: UInt64 = 0xCBF2_9CE4_8422_2325

/// The FNV-1a checksum of `bytes`, going on from that of the bytes before them: the same on every machine.
public func checksum(of bytes: Span<UInt8>, from start: UInt64 = checksumStart) -> UInt64 {
  var sum = start
  for index in bytes.indices { sum = (sum ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
  return sum
}

/// A number in sixteen hexadecimal digits.
public func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
