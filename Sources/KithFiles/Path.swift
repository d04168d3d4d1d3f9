/// A path of the file system, as bytes.
///
/// Names on Linux are bytes that need not be UTF-8, so a path is never turned into text on its way to the
/// system; `shown` is for people.
public struct Path: Hashable, Sendable {
  /// The bytes as the system takes them, without a terminating zero.
  public var bytes: [UInt8]

  /// A path made of the system's bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A path written as text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether the path starts at the root of the file system.
  public var isAbsolute: Bool { bytes.first == slash }

  /// The path as people may see it: what is no UTF-8, and what would steer a terminal, stands as an escape.
  public var shown: String { visible(bytes.span) }

  /// The part behind the last slash; empty for `/`.
  public var name: ArraySlice<UInt8> {
    let end = endWithoutSlashes
    let start = bytes[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    return bytes[start..<end]
  }

  /// The path without its last part: of `a/b` it is `a`, of `a` it is `.`, and of `/` it is `/`.
  public var folder: Path {
    let end = endWithoutSlashes
    guard let last = bytes[..<end].lastIndex(of: slash) else { return isAbsolute ? Path("/") : Path(".") }
    let trimmed = bytes[..<last].lastIndex { $0 != slash }
    return trimmed.map { Path(Array(bytes[...$0])) } ?? Path("/")
  }

  /// The absolute path with every link followed; nil if nothing is there.
  public var resolved: Path? { (try? Platform.realPath(bytes)).map { Path($0) } }

  /// This path followed by `other`; `other` itself if that is absolute.
  public func appending(_ other: Path) -> Path {
    if other.isAbsolute { return other }
    return appending(name: other.bytes[...])
  }

  /// This folder's entry `name`.
  func appending(name: ArraySlice<UInt8>) -> Path {
    if bytes.isEmpty || name.isEmpty { return Path(bytes + name) }
    var joined = bytes
    joined.reserveCapacity(bytes.count + 1 + name.count)
    if bytes.last != slash { joined.append(slash) }
    joined.append(contentsOf: name)
    return Path(joined)
  }

  /// What is left of this path below `folder`: empty for the folder itself, nil if it is elsewhere.
  ///
  /// Compares parts as they are written, so both paths have to be resolved ones.
  public func relative(to folder: Path) -> Path? {
    if bytes == folder.bytes { return Path([]) }
    let prefix = folder.withSlash
    return bytes.starts(with: prefix) ? Path(Array(bytes[prefix.count...])) : nil
  }

  /// What all that lies in this folder begins with.
  var withSlash: [UInt8] { bytes.last == slash ? bytes : bytes + [slash] }

  /// The path as it is shown behind what the person typed: `./notes//` is `notes`, and `.` is nothing.
  var tidied: Path {
    var rest = bytes[...]
    while rest.count >= 2, rest.starts(with: [dot, slash]) {
      rest = rest.dropFirst(2)
      while rest.first == slash { rest = rest.dropFirst() }
    }
    while rest.count > 1, rest.last == slash { rest = rest.dropLast() }
    return rest == [dot] ? Path([]) : Path(Array(rest))
  }

  /// The end of the path less slashes behind it.
  private var endWithoutSlashes: Int { bytes.lastIndex { $0 != slash }.map { $0 + 1 } ?? 0 }
}

/// By bytes: the same order on every machine.
extension Path: Comparable {
  /// Whether `left` comes first.
  public static func < (left: Path, right: Path) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Path: CustomStringConvertible {
  /// The path as people may see it.
  public var description: String { shown }
}

let slash = UInt8(ascii: "/")
let dot = UInt8(ascii: ".")
