/// One pattern of a `.gitignore` file, or of `--exclude`, compiled.
///
/// Git's wildmatch is followed to the letter (gitignore(5); bytes, not characters), its corner cases included.
/// Matching tracks all places of the pattern at once, so it takes at most pattern times path steps and no
/// arrangement of stars makes it explode.
struct Glob: Sendable {
  /// Whether a match takes a path back in (`!` in front).
  let isNegated: Bool
  /// Whether only folders match (`/` behind).
  let isForFolders: Bool
  /// Whether the pattern holds a slash, and so is matched against the path below where it is written; else
  /// against the name alone, at any depth.
  let isAnchored: Bool
  private let shape: Shape

  private enum Shape: Sendable {
    case literal([UInt8])
    /// One star and then this.
    case suffix([UInt8])
    case general([Step])
    /// A pattern git takes for broken.
    case nothing
  }

  private enum Step: Sendable {
    case byte(UInt8)
    case anyByte
    case set(ByteSet)
    /// `*`: any bytes but slashes.
    case star
    /// `**` at the end or before `\/`: any bytes at all.
    case everything
    /// `**/`: nothing, or anything up to a slash.
    case folders

    var canBeEmpty: Bool {
      switch self {
      case .byte, .anyByte, .set: false
      case .star, .everything, .folders: true
      }
    }
  }

  /// Compiles one line of a `.gitignore` file; nil for blank lines and comments.
  init?(line: ArraySlice<UInt8>) {
    // For git, as for all C, a text ends at a zero.
    var pattern = Self.withoutTrailingSpaces(line.prefix { $0 != 0 })
    if pattern.isEmpty || pattern.first == UInt8(ascii: "#") { return nil }
    isNegated = pattern.first == UInt8(ascii: "!")
    if isNegated { pattern = pattern.dropFirst() }
    isForFolders = pattern.last == slash
    if isForFolders { pattern = pattern.dropLast() }
    isAnchored = pattern.contains(slash)
    if pattern.first == slash { pattern = pattern.dropFirst() }
    shape = Self.compile(Array(pattern), isPath: isAnchored)
  }

  /// Whether nothing can match: git gives the pattern up, or it has no name in it.
  var isBroken: Bool {
    switch shape {
    case .literal(let bytes): bytes.isEmpty
    case .suffix, .general: false
    case .nothing: true
    }
  }

  /// Whether the pattern matches; `path` is the part below the pattern's own folder, or nil if it is elsewhere.
  func matches(path: ArraySlice<UInt8>?, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isForFolders, !isFolder { return false }
    let subject = isAnchored ? path : name
    guard let subject else { return false }
    switch shape {
    case .literal(let bytes): return subject.elementsEqual(bytes)
    case .suffix(let bytes):
      return subject.count >= bytes.count && subject.suffix(bytes.count).elementsEqual(bytes)
        && (!isAnchored || !subject.dropLast(bytes.count).contains(slash))
    case .general(let steps): return Self.run(steps, over: subject)
    case .nothing: return false
    }
  }

  /// The line less spaces at its end, save one behind a backslash.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: " ") {
        index += 1
        continue
      }
      // A backslash takes the byte behind it along, whatever that is.
      index += line[index] == backslash && index + 1 < line.endIndex ? 2 : 1
      end = index
    }
    return line[..<end]
  }
}

private let backslash = UInt8(ascii: "\\")

extension Glob {
  private static func compile(_ pattern: [UInt8], isPath: Bool) -> Shape {
    let special = pattern.firstIndex(where: isSpecial)
    guard let special else { return .literal(pattern) }
    if special == 0, pattern[0] == UInt8(ascii: "*"), !pattern[1...].contains(where: isSpecial) {
      return .suffix(Array(pattern[1...]))
    }
    var steps: [Step] = []
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "*"):
        steps.append(star(pattern, at: &index, literalEnd: special, isPath: isPath))
      case UInt8(ascii: "?"):
        steps.append(.anyByte)
        index += 1
      case UInt8(ascii: "["):
        guard let set = ByteSet(class: pattern, at: &index) else { return .nothing }
        steps.append(.set(set))
      case backslash:
        guard index + 1 < pattern.count else { return .nothing }
        steps.append(.byte(pattern[index + 1]))
        index += 2
      default:
        steps.append(.byte(pattern[index]))
        index += 1
      }
    }
    return .general(steps)
  }

  /// Reads a run of stars.
  ///
  /// Git first compares the literal text in front and hands the rest to its matcher, for which the rest's
  /// first byte stands at the start of a pattern; so `a**/b` works like `a` and then `**/b`.
  private static func star(
    _ pattern: [UInt8], at index: inout Int, literalEnd: Int, isPath: Bool
  ) -> Step {
    let start = index
    while index < pattern.count, pattern[index] == UInt8(ascii: "*") { index += 1 }
    guard isPath, index - start >= 2 else { return .star }
    guard start == literalEnd || start == 0 || pattern[start - 1] == slash else { return .star }
    if index == pattern.count { return .everything }
    if pattern[index] == slash {
      index += 1
      return .folders
    }
    let isEscapedSlash =
      pattern[index] == backslash && index + 1 < pattern.count && pattern[index + 1] == slash
    return isEscapedSlash ? .everything : .star
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == backslash
  }

  /// Follows every way through the pattern at once.
  ///
  /// `.folders` takes two places: before it (even) and inside it (odd), since it may only end at its start or
  /// behind a slash.
  private static func run(_ steps: [Step], over path: ArraySlice<UInt8>) -> Bool {
    var active = [Bool](repeating: false, count: 2 * steps.count + 1)
    var next = active
    enter(0, &active, steps)
    for byte in path {
      var isAlive = false
      for place in next.indices { next[place] = false }
      for (index, step) in steps.enumerated() where active[2 * index] || active[2 * index + 1] {
        isAlive = true
        switch step {
        case .byte(let expected): if byte == expected { enter(index + 1, &next, steps) }
        case .anyByte: if byte != slash { enter(index + 1, &next, steps) }
        case .set(let set): if byte != slash, set.contains(byte) { enter(index + 1, &next, steps) }
        case .star: if byte != slash { enter(index, &next, steps) }
        case .everything: enter(index, &next, steps)
        case .folders:
          next[2 * index + 1] = true
          if byte == slash { enter(index + 1, &next, steps) }
        }
      }
      if !isAlive { return false }
      swap(&active, &next)
    }
    return active[2 * steps.count]
  }

  /// Marks a place as reached, and those behind it that are reached without a byte.
  private static func enter(_ index: Int, _ places: inout [Bool], _ steps: [Step]) {
    var index = index
    while !places[2 * index] {
      places[2 * index] = true
      guard index < steps.count, steps[index].canBeEmpty else { return }
      index += 1
    }
  }
}
