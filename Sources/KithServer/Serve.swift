import KithFiles

/// Talks to the client over standard input and an output until it says `exit`, goes away, or takes nothing more.
///
/// - Returns: What the process is to exit with: 0 after `shutdown`, else 1.
public func serve(_ server: consuming Server, to output: inout Output) throws(FileError) -> Int32 {
  while server.exitCode == nil {
    let bytes = try readNextInput()
    output.send(server.answers(to: bytes))
    // A client that goes on talking hears what is found once it pauses; one that has gone is told all that it asked for.
    let isEnd = bytes.isEmpty
    if isEnd || !hasNextInput() {
      output.send(server.beginnings())
      output.send(server.news(unless: { !isEnd && hasNextInput() }))
    }
    if output.failure != nil { return 1 }
    if bytes.isEmpty { break }
  }
  return server.exitCodeAtEnd
}

extension Output {
  /// Writes bytes at once.
  fileprivate mutating func send(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    write(bytes.span)
    flush()
  }
}
