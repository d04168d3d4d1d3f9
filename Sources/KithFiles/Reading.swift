/// The size from which files are refused: offsets are kept in 31 bits.
let sizeLimit = 1 << 31

/// Reads a regular file into `bytes`, whose room is used again.
///
/// Anything that is no regular file is refused at once and by name, so a FIFO never blocks. `path` is opened,
/// `shown` stands in the error.
public func readFile(_ path: Path, shown: Path, into bytes: inout [UInt8]) throws(FileError) {
  do throws(FileError.Reason) {
    let descriptor = try Platform.openForReading(path.bytes)
    defer { try? Platform.close(descriptor) }
    let status = try Platform.status(of: descriptor)
    if let refusal = status.kind.refusal { throw refusal }
    if status.size >= sizeLimit { throw .tooLarge }
    // One byte more than the file holds, so that its end is seen without growing.
    try read(descriptor, expecting: status.size + 1, isWaiting: false, into: &bytes)
  } catch {
    throw FileError(.read, shown, error)
  }
}

/// Reads a regular file whole.
public func readFile(_ path: Path) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  try readFile(path, shown: path, into: &bytes)
  return bytes
}

/// Reads standard input to its end.
public func readStandardInput() throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  do throws(FileError.Reason) {
    try read(0, expecting: 1 << 16, isWaiting: true, into: &bytes)
  } catch {
    throw FileError(.read, nil, error)
  }
  return bytes
}

/// Reads what standard input has by now, of somebody who goes on writing; waits while there is nothing.
///
/// - Returns: The bytes; none at the end.
public func readNextInput() throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  do throws(FileError.Reason) {
    try bytes.append(addingCapacity: 1 << 16) { (output: inout OutputSpan<UInt8>) throws(FileError.Reason) in
      _ = try Platform.read(0, into: &output)
    }
  } catch {
    throw FileError(.read, nil, error)
  }
  return bytes
}

/// Whether standard input has more by now, or has ended: whether to read it would not wait.
public func hasNextInput() -> Bool { Platform.isReadable(0) }

/// Reads to the end. A file never lets anybody wait, but for those that the kernel plays, such as `/proc/kmsg`.
private func read(
  _ descriptor: Int32, expecting: Int, isWaiting: Bool, into bytes: inout [UInt8]
) throws(FileError.Reason) {
  bytes.removeAll(keepingCapacity: true)
  bytes.reserveCapacity(expecting)
  while true {
    let free = bytes.capacity - bytes.count
    let room = free > 0 ? free : 1 << 16
    var count = 0
    try bytes.append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) throws(FileError.Reason) in
      count = try Platform.read(descriptor, isWaiting: isWaiting, into: &output)
    }
    if count == 0 { return }
    if bytes.count >= sizeLimit { throw .tooLarge }
  }
}
