/// A name of the IANA time zone database: `Asia/Qatar`.
///
/// The names are compiled in, so that the same notes are right on every machine; see
/// `TimeZoneName.databaseVersion`.
public struct TimeZoneName: Sendable, Hashable {
  /// The name as the database has it.
  public let name: String

  /// The version of the database that the names come from, such as `2025b`.
  public static var databaseVersion: String { TimeZoneTable.version }

  /// The zone or link of that very name, upper and lower case told apart as in the database; nil if there is
  /// none.
  public init?(_ bytes: Span<UInt8>) {
    guard TimeZoneName.contains(bytes) else { return nil }
    self.name = TextBytes.string(bytes)
  }

  /// All names of the database, in order of bytes.
  public static var all: [String] {
    TimeZoneTable.names.split(separator: " ").map(String.init)
  }

  /// Whether the database has a name.
  public static func contains(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    let table = TimeZoneTable.names.utf8.span
    var low = 0
    var high = table.count
    while low < high {
      // The name around the middle of what is left.
      var start = low + (high - low) / 2
      while start > low, table[start - 1] != UInt8(ascii: " ") { start -= 1 }
      var end = start
      while end < high, table[end] != UInt8(ascii: " ") { end += 1 }
      switch compare(bytes, table, start..<end) {
      case 0: return true
      case ..<0: high = start
      default: low = min(end + 1, high)
      }
    }
    return false
  }

  private static func compare(_ bytes: Span<UInt8>, _ table: Span<UInt8>, _ range: Range<Int>) -> Int {
    for offset in 0..<min(bytes.count, range.count) {
      let difference = Int(bytes[offset]) - Int(table[range.lowerBound + offset])
      if difference != 0 { return difference }
    }
    return bytes.count - range.count
  }

  /// The names that were probably meant by a text that is none, the likeliest first, at most three.
  ///
  /// First the same name in another letter case or with blanks for `_`, then the zone of a city or place
  /// (`Qatar` for `Asia/Qatar`), then names a few slips away.
  public static func suggestions(for bytes: Span<UInt8>) -> [String] {
    guard bytes.count > 0, bytes.count <= 64 else { return [] }
    let wanted = normalised(bytes)
    let names = all
    if let same = names.first(where: { normalised($0.utf8.span) == wanted }) { return [same] }
    // `Etc/GMT+1` is an hour behind, and whoever writes `GMT+1` means an hour ahead.
    if wanted.hasPrefix("gmt") || wanted.hasPrefix("utc"), wanted.contains(where: \.isNumber) { return [] }
    let city = wanted.split(separator: "/").last.map(String.init) ?? wanted
    let places = names.filter { lastPart(normalised($0.utf8.span)) == city }
    if !places.isEmpty { return Array(places.prefix(3)) }
    let near = nearest(to: TextBytes.string(bytes), in: names, count: 3)
    // One letter is a slip; nobody who typed it wants to hear what else is three letters away.
    let slips = near.filter { editDistance(from: TextBytes.string(bytes), to: $0, atMost: 1) != nil }
    if !near.isEmpty { return slips.isEmpty ? near : slips }
    let byLastPart = Dictionary(grouping: names) { lastPart($0) }
    let close = nearest(to: TextBytes.string(bytes), in: Array(byLastPart.keys), count: 3)
    return Array(close.flatMap { byLastPart[$0] ?? [] }.prefix(3))
  }

  /// ASCII lower case, and `_` for blanks and hyphens.
  private static func normalised(_ bytes: Span<UInt8>) -> String {
    var result: [UInt8] = []
    for index in bytes.indices {
      let byte = TextBytes.lowercased(bytes[index])
      let isGap = byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "-") && !startsOffset(bytes, index))
      result.append(isGap ? UInt8(ascii: "_") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a sign is that of a number, as in `Etc/GMT-3`.
  private static func startsOffset(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    TextBytes.isDigit(TextBytes.byte(bytes, index + 1))
  }

  private static func lastPart(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}
