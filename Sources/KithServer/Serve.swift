import KithFiles

/// Talks to the client over standard input and an output until it says `exit`, goes away, or takes nothing more.
///
/// - Returns: What the process is to exit with: 0 after `shutdown`, else 1.
public func serve(_ server: consuming Server, to output: inout Output) throws(FileError) -> Int32 {
  while server.exitCode == nil {
    let bytes = try readNextInput()
    if bytes.isEmpty { break }
    let frames = server.take(bytes)
    output.write(frames.span)
    output.flush()
    if output.failure != nil { return 1 }
  }
  return server.exitCodeAtEnd
}
