/// What the line around an offset ends with, and so what new lines beside it are to end with: CR LF, or LF.
///
/// A last line that nothing ends goes by the one above it.
package func lineEnding(_ bytes: Span<UInt8>, around offset: Int) -> String {
  var lineFeed = findLineFeed(bytes, from: offset)
  if lineFeed == bytes.count {
    lineFeed = offset - 1
    while lineFeed >= 0, bytes[lineFeed] != Ascii.lineFeed { lineFeed -= 1 }
  }
  return lineFeed > 0 && bytes[lineFeed - 1] == Ascii.carriageReturn ? "\r\n" : "\n"
}

/// Where the line begins that holds an offset.
package func lineStart(_ bytes: [UInt8], _ offset: Int) -> Int {
  bytes[..<offset].lastIndex(of: Ascii.lineFeed).map { $0 + 1 } ?? 0
}
