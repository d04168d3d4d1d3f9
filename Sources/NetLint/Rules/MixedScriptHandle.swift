import NetModel
import NetSyntax

/// mixed-script-handle: a handle with a letter of another script, which may look like one of its own.
let mixedScriptHandle = Rule(
  "mixed-script-handle", "N403", .warning, page: PackageResources.mixed_script_handle_md,
  .file { file, findings in
    let bytes = file.bytes.span
    var search = ScriptSearch()
    var reported = -1
    for claim in file.facts.claims where claim.record != reported {
      // Nearly all are ASCII.
      let range = claim.range
      guard findNonASCII(bytes, from: range.start, to: range.end) < range.end, !findings.isFull,
        let odd = oddLetters(bytes, range, &search)
      else { continue }
      reported = claim.record
      findings.report(
        odd.range, "\(quoted(text(bytes, odd.word))) mixes \(odd.usual) and \(odd.script)",
        help: "write it in one script: \(quoted(text(bytes, odd.range))) is \(odd.script)")
    }
  })

/// The letters of a word that are of another script than most.
private struct OddLetters {
  var word: ByteRange
  var range: ByteRange
  /// The name of their script, and of that of most letters.
  var script: String
  var usual: String
}

/// What is at fault in the first word of a handle or a name that is at fault: its words may each be of another script.
private func oddLetters(_ bytes: Span<UInt8>, _ range: ByteRange, _ search: inout ScriptSearch) -> OddLetters? {
  var start = range.start
  var offset = start
  while offset < range.end {
    let next = decodeScalar(bytes, at: offset, end: range.end)
    let isPart = next.scalar.isLetter || next.scalar.isMark || next.scalar.isDigit || next.scalar.isJoinControl
    if !isPart {
      if let odd = oddLetters(bytes, inWord: ByteRange(start, offset), &search) { return odd }
      start = offset + next.length
    }
    offset += next.length
  }
  return oddLetters(bytes, inWord: ByteRange(start, range.end), &search)
}

private func oddLetters(
  _ bytes: Span<UInt8>, inWord word: ByteRange, _ search: inout ScriptSearch
) -> OddLetters? {
  guard mixesScripts(bytes, word, &search) else { return nil }
  var letters: [(scripts: ScriptSet, range: ByteRange)] = []
  var offset = word.start
  while offset < word.end {
    let next = decodeScalar(bytes, at: offset, end: word.end)
    let scripts = ScriptSet(of: next.scalar)
    if !scripts.isEmpty { letters.append((scripts, ByteRange(offset, offset + next.length))) }
    offset += next.length
  }
  // Of a long one the beginning tells most.
  let sample = letters.prefix(64)
  let counts = sample.map { letter in sample.count { !$0.scripts.isDisjoint(with: letter.scripts) } }
  guard let most = counts.max(), let usual = counts.firstIndex(of: most),
    let odd = letters.firstIndex(where: { $0.scripts.isDisjoint(with: letters[usual].scripts) })
  else { return nil }
  var range = letters[odd].range
  for letter in letters[(odd + 1)...] where letter.range.start == range.end {
    guard letter.scripts.isDisjoint(with: letters[usual].scripts) else { break }
    range.end = letter.range.end
  }
  return OddLetters(
    word: word, range: range, script: letters[odd].scripts.name, usual: letters[usual].scripts.name)
}

/// Whether a word has letters of scripts that are not written together: neither all of one, nor Latin and an East Asian
/// one (UTS 39, section 5.2, "highly restrictive").
private func mixesScripts(_ bytes: Span<UInt8>, _ word: ByteRange, _ search: inout ScriptSearch) -> Bool {
  var all: ScriptSet?
  var besidesLatin = ScriptSet.eastAsian
  var offset = word.start
  while offset < word.end {
    let next = decodeScalar(bytes, at: offset, end: word.end)
    offset += next.length
    let scripts = search.scripts(of: next.scalar)
    if scripts.isEmpty { continue }
    all = all?.intersection(scripts) ?? scripts
    if scripts.isDisjoint(with: .latin) { besidesLatin.formIntersection(scripts) }
  }
  return all?.isEmpty == true && besidesLatin.isEmpty
}
