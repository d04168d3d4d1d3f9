import NetSyntax

/// The smallest text found that still fails, by taking away records, lines, words and characters, and then by plainer
/// words and characters in the place of others.
///
/// - Parameters:
///   - bytes: A text that fails; one that does not comes back as it is.
///   - steps: How many texts are tried at most, so that it always ends soon. The same text ends the same.
///   - fails: Whether a text still shows what is looked for.
package func shrink(_ bytes: [UInt8], steps: Int = 10_000, while fails: ([UInt8]) -> Bool) -> [UInt8] {
  shrink([(name: "", bytes: bytes)], steps: steps) { $0.first.map { fails($0.bytes) } ?? false }.first?.bytes ?? bytes
}

/// The fewest and smallest files found that still fail together.
package func shrink(
  _ files: [CheckedNotebook.File], steps: Int = 10_000, while fails: ([CheckedNotebook.File]) -> Bool
) -> [CheckedNotebook.File] {
  guard fails(files) else { return files }
  return withoutActuallyEscaping(fails) { fails in
    var shrinker = Shrinker(files: files, steps: steps, fails: fails)
    shrinker.dropFiles()
    var isSmaller = true
    while isSmaller, shrinker.steps > 0 {
      let before = shrinker.files.map(\.bytes)
      for file in shrinker.files.indices {
        for starts in [recordStarts, lineStarts, wordStarts, scalarStarts] { shrinker.drop(starts, of: file) }
      }
      shrinker.shortenWords()
      for file in shrinker.files.indices { shrinker.simplify(file) }
      isSmaller = shrinker.files.map(\.bytes) != before
    }
    return shrinker.files
  }
}

private struct Shrinker {
  /// The smallest files yet.
  private(set) var files: [CheckedNotebook.File]
  /// The number of texts that may still be tried.
  private(set) var steps: Int
  private let fails: ([CheckedNotebook.File]) -> Bool

  init(files: [CheckedNotebook.File], steps: Int, fails: @escaping ([CheckedNotebook.File]) -> Bool) {
    self.files = files
    self.steps = steps
    self.fails = fails
  }

  /// Takes some files if they fail; whether they did.
  private mutating func take(_ candidates: [CheckedNotebook.File]) -> Bool {
    guard steps > 0 else { return false }
    steps -= 1
    guard fails(candidates) else { return false }
    files = candidates
    return true
  }

  /// Takes other bytes for a range of a file if that fails.
  private mutating func replace(_ range: Range<Int>, of file: Int, by bytes: [UInt8]) -> Bool {
    var candidates = files
    candidates[file].bytes.replaceSubrange(range, with: bytes)
    return take(candidates)
  }

  mutating func dropFiles() {
    for file in files.indices.reversed() where files.count > 1 {
      var candidates = files
      candidates.remove(at: file)
      _ = take(candidates)
    }
  }

  /// Drops runs of parts, the longest first, the last in the text first: what stands below depends on what is above.
  mutating func drop(_ starts: ([UInt8]) -> [Int], of file: Int) {
    var parts = starts(files[file].bytes) + [files[file].bytes.count]
    var length = parts.count - 1
    while length > 0, steps > 0 {
      var end = parts.count - 1
      while end > 0 {
        let start = max(0, end - length)
        let range = parts[start]..<parts[end]
        if replace(range, of: file, by: []) {
          parts.removeSubrange(start + 1...end)
          for index in parts.indices.dropFirst(start + 1) { parts[index] -= range.count }
        }
        end = start
      }
      length /= 2
    }
  }

  /// Puts a letter in the place of each word, wherever it stands, so that a handle and its mentions stay the same.
  mutating func shortenWords() {
    for word in words(files) where word.count > 1 {
      for letter in "abc".utf8 {
        let candidates = files.map { (name: $0.name, bytes: $0.bytes.replacing(word, with: [letter])) }
        if take(candidates) { break }
      }
    }
  }

  /// Puts a plainer character in the place of each that may have one.
  mutating func simplify(_ file: Int) {
    var offset = 0
    while offset < files[file].bytes.count {
      let range = offset..<offset + scalarLength(files[file].bytes, at: offset)
      for plain in plainer(files[file].bytes[range]) {
        if replace(range, of: file, by: [plain]) { break }
      }
      offset += scalarLength(files[file].bytes, at: offset)
    }
  }
}

/// The words of some files, each once: runs of letters and digits, and of whatever is not ASCII.
private func words(_ files: [CheckedNotebook.File]) -> [[UInt8]] {
  var words: [[UInt8]] = []
  for file in files {
    for word in file.bytes.split(whereSeparator: { $0 < 0x80 && !$0.isAsciiAlphanumeric }) {
      if !words.contains(Array(word)) { words.append(Array(word)) }
    }
  }
  return words
}

/// What may stand in a character's place, the plainest first. Nothing may stand in the place of those, so that this ends.
private func plainer(_ scalar: ArraySlice<UInt8>) -> [UInt8] {
  guard let first = scalar.first else { return [] }
  let space = UInt8(ascii: " "), letter = UInt8(ascii: "a"), digit = UInt8(ascii: "1")
  if first >= 0x80 { return [space, letter] }
  if first == letter || first == digit || first == space || first == Ascii.lineFeed { return [] }
  if first.isAsciiDigit { return [digit] }
  if first.isAsciiLetter { return [letter] }
  let isBullet = first == UInt8(ascii: "*") || first == UInt8(ascii: "+")
  return first < 0x20 ? [space] : isBullet ? [letter, space, UInt8(ascii: "-")] : [letter, space]
}

private func scalarLength(_ bytes: [UInt8], at offset: Int) -> Int {
  decodeScalar(bytes.span, at: offset, end: bytes.count).length
}

private func scalarStarts(_ bytes: [UInt8]) -> [Int] {
  var starts: [Int] = []
  var offset = 0
  while offset < bytes.count {
    starts.append(offset)
    offset += scalarLength(bytes, at: offset)
  }
  return starts
}

/// Words begin behind blanks.
private func wordStarts(_ bytes: [UInt8]) -> [Int] {
  bytes.indices.filter { $0 == 0 || (bytes[$0] > Ascii.space && bytes[$0 - 1] <= Ascii.space) }
}

private func lineStarts(_ bytes: [UInt8]) -> [Int] {
  bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == Ascii.lineFeed }
}

private func recordStarts(_ bytes: [UInt8]) -> [Int] {
  lineStarts(bytes).filter { $0 == 0 || bytes[$0...].starts(with: "# ".utf8) }
}
