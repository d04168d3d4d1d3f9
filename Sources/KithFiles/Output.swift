/// A buffered stream of output whose errors are never lost.
///
/// `print` exits 0 on a full disk; here the first error is kept in `failure`, everything after it is dropped,
/// and who ends the process asks for it.
public struct Output: ~Copyable, Sendable {
  /// Where the bytes go; nil keeps them all in `buffered`.
  private let descriptor: Int32?
  /// What has not been written yet.
  public private(set) var buffered: [UInt8] = []
  /// The first error, after which nothing is written any more.
  public private(set) var failure: FileError.Reason?
  /// Whether a person reads along at a terminal.
  public let isTerminal: Bool
  /// The width of the terminal in columns, where there is one that says.
  public let width: Int?

  private static let pieceSize = 1 << 16

  /// Standard output.
  public static func standardOutput() -> Output { Output(descriptor: 1) }

  /// Standard error.
  public static func standardError() -> Output { Output(descriptor: 2) }

  /// An output that keeps what is written, for tests, which can also play a terminal.
  public static func captured(isTerminal: Bool = false, width: Int? = nil) -> Output {
    Output(descriptor: nil, isTerminal: isTerminal, width: width)
  }

  /// An output to no person: a file, a pipe or a device. Without a descriptor it keeps what is written.
  static func file(_ descriptor: Int32?) -> Output { Output(descriptor: descriptor, isTerminal: false, width: nil) }

  init(descriptor: Int32) {
    let isTerminal = Platform.isTerminal(descriptor)
    self.init(
      descriptor: descriptor, isTerminal: isTerminal,
      width: isTerminal ? Platform.terminalWidth(descriptor) : nil)
  }

  private init(descriptor: Int32?, isTerminal: Bool, width: Int?) {
    self.descriptor = descriptor
    self.isTerminal = isTerminal
    self.width = width
  }

  /// Writes `text`.
  public mutating func write(_ text: String) {
    guard failure == nil else { return }
    buffered.append(contentsOf: text.utf8)
    if buffered.count >= Self.pieceSize, descriptor != nil { flush() }
  }

  /// Writes `text` and ends the line.
  public mutating func writeLine(_ text: String) {
    write(text)
    write("\n")
  }

  /// Writes `bytes`; many of them go straight through.
  public mutating func write(_ bytes: Span<UInt8>) {
    guard failure == nil else { return }
    if descriptor != nil, bytes.count >= Self.pieceSize {
      flush()
      send(bytes)
      return
    }
    buffered.append(addingCapacity: bytes.count) { output in
      for index in bytes.indices { output.append(bytes[index]) }
    }
    if buffered.count >= Self.pieceSize, descriptor != nil { flush() }
  }

  /// Hands everything to the system.
  public mutating func flush() {
    guard descriptor != nil, !buffered.isEmpty else { return }
    let piece = buffered
    buffered.removeAll(keepingCapacity: false)
    send(piece.span)
  }

  /// Hands everything to the system and closes the stream, since some errors only show then.
  public mutating func finish() {
    flush()
    guard let descriptor, failure == nil else { return }
    do throws(FileError.Reason) { try Platform.close(descriptor) } catch { failure = error }
  }

  /// What has been captured so far as text.
  public var capturedText: String { String(decoding: buffered, as: UTF8.self) }

  private mutating func send(_ bytes: Span<UInt8>) {
    guard let descriptor, failure == nil else { return }
    do throws(FileError.Reason) { try Platform.write(descriptor, bytes) } catch { failure = error }
  }
}
