import Foundation
import NetSyntax
import Testing

@testable import NetJSON

/// A value to be written, so that tests can make any.
private indirect enum Sample {
  case object([(key: String, value: Sample)]), array([Sample]), string(String), int(Int), bool(Bool), null

  func write(to json: inout JSONWriter) {
    switch self {
    case .object(let members):
      json.beginObject()
      for member in members {
        json.key(escaping: member.key)
        member.value.write(to: &json)
      }
      json.endObject()
    case .array(let elements):
      json.beginArray()
      for element in elements { element.write(to: &json) }
      json.endArray()
    case .string(let text): json.string(text)
    case .int(let value): json.int(value)
    case .bool(let value): json.bool(value)
    case .null: json.null()
    }
  }

  func isSame(as value: JSONValue) -> Bool {
    switch self {
    case .object(let members):
      return members.count == value.members.count
        && zip(members, value.members).allSatisfy { $0.key == $1.name && $0.value.isSame(as: $1.value) }
    case .array(let elements):
      return value.kind == .array && elements.count == value.elements.count
        && zip(elements, value.elements).allSatisfy { $0.isSame(as: $1) }
    case .string(let text): return value.string.map { $0.utf8.elementsEqual(text.utf8) } ?? false
    case .int(let number): return value.int == number
    case .bool(let truth): return value.bool == truth
    case .null: return value.kind == .null
    }
  }

  static func random(depth: Int, using generator: inout Generator) -> Sample {
    switch Int.random(in: depth == 0 ? 2..<6 : 0..<6, using: &generator) {
    case 0:
      let count = Int.random(in: 0..<6, using: &generator)
      return .object(
        (0..<count).map { ("\($0)" + text(using: &generator), random(depth: depth - 1, using: &generator)) })
    case 1:
      let count = Int.random(in: 0..<6, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    case 2: return .int(Int.random(in: .min ... .max, using: &generator))
    case 3: return .bool(Bool.random(using: &generator))
    case 4: return .null
    default: return .string(text(using: &generator))
    }
  }

  private static func text(using generator: inout Generator) -> String {
    let pieces = [
      "a", "Lena", " ", "\"", "\\", "\n", "\u{1}", "小林", "😀", "\u{202E}", "\u{7F}", "\u{9B}", "é",
    ]
    let count = Int.random(in: 0..<30, using: &generator) * Int.random(in: 0..<3, using: &generator)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
  }
}

/// The ends of what is escaped, of what takes one to four bytes, and of what is no character; joiners, marks and halves.
private let ofInterest: [Unicode.Scalar] =
  (0...0x2F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) + [
    "A", "[", "\\", "]", "a", "n", "u", "~", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}", "\u{9F}", "\u{A0}", "\u{AD}", "é",
    "\u{301}",
    "\u{345}", "\u{61B}", "\u{61C}", "\u{61D}", "\u{7FF}", "\u{800}", "\u{1100}", "\u{1161}", "\u{200B}", "\u{200C}",
    "\u{200D}", "\u{200E}",
    "\u{200F}", "\u{2027}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{202F}", "\u{2065}", "\u{2066}",
    "\u{2069}", "\u{206A}", "林",
    "\u{AC00}", "\u{D7FF}", "\u{E000}", "\u{FE0F}", "\u{FEFF}", "\u{FFF9}", "\u{FFFD}", "\u{FFFE}",
    "\u{FFFF}", "\u{10000}",
    "\u{1D11E}", "😀", "\u{1F3FF}", "\u{E0041}", "\u{E0100}", "\u{10FFFE}", "\u{10FFFF}",
  ]

@Suite struct JSONWriterTests {
  @Test func compactHasNoBlanks() {
    let text = written(.compact) { json in
      json.beginObject()
      json.key("handle")
      json.string("amara")
      json.key("tags")
      json.strings(["education", "founder"])
      json.key("level")
      json.int(-2)
      json.key("private")
      json.bool(true)
      json.key("met")
      json.null()
      json.endObject()
      json.endLine()
    }
    #expect(
      text
        == #"{"handle":"amara","tags":["education","founder"],"level":-2,"private":true,"met":null}"#
        + "\n")
  }

  @Test func shortContainersStayOnOneLine() {
    let text = written(.readable) { json in
      json.beginObject()
      json.key("format")
      json.string("net/1")
      json.key("people")
      json.beginArray()
      for name in ["Jun Tanaka", "Amara Okafor"] {
        json.beginObject()
        json.key("name")
        json.string(name)
        json.key("tags")
        json.strings(name == "Jun Tanaka" ? [] : ["education", "founder"])
        json.key("notes")
        json.beginArray()
        for _ in name.utf8.dropFirst(10) {
          json.beginObject()
          json.key("type")
          json.string("paragraph")
          json.key("text")
          json.string("Loves Coltrane.")
          json.endObject()
        }
        json.endArray()
        json.endObject()
      }
      json.endArray()
      json.key("meetings")
      json.strings([])
      json.endObject()
      json.endLine()
    }
    #expect(
      text == """
        {
          "format": "net/1",
          "people": [
            {"name": "Jun Tanaka", "tags": [], "notes": []},
            {
              "name": "Amara Okafor",
              "tags": ["education", "founder"],
              "notes": [
                {"type": "paragraph", "text": "Loves Coltrane."},
                {"type": "paragraph", "text": "Loves Coltrane."}
              ]
            }
          ],
          "meetings": []
        }

        """)
  }

  @Test func aLineIsFilledToItsWidthAndNoFurther() {
    for length in 60..<120 {
      let text = written(.readable) { json in
        json.beginArray()
        json.beginObject()
        json.key("text")
        json.string(String(repeating: "x", count: length))
        json.endObject()
        json.bool(true)
        json.endArray()
      }
      let widest = text.split(separator: "\n").map(\.utf8.count).max() ?? 0
      // `[{"text": ""},` is 14 long, and `  {"text": ""},` 15.
      #expect(text.contains("{\"text") == (length + 14 <= 100))
      #expect(widest <= max(101, length + 14), "\(length)")
    }
  }

  @Test func escapesWhatRFC8259Asks() {
    let text = written(.compact) { $0.string("\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1B}\u{1F} é") }
    #expect(text == #""\"\\/\b\t\n\f\r\u0000\u001b\u001f é""#)
  }

  @Test func escapesWhatDisturbsATerminal() {
    let text = written(.compact) {
      $0.string(
        "\u{7F}\u{80}\u{9F}\u{A0}\u{61B}\u{61C}\u{200D}\u{200E}\u{200F}"
          + "\u{2027}\u{2028}\u{202E}\u{202F}\u{2066}\u{2069}\u{206A}😀é")
    }
    #expect(
      text == #""\u007f\u0080\u009f"# + "\u{A0}\u{61B}" + #"\u061c"# + "\u{200D}" + #"\u200e\u200f"# + "\u{2027}"
        + #"\u2028\u202e"# + "\u{202F}" + #"\u2066\u2069"# + "\u{206A}😀é\"")
  }

  /// C0, DEL, C1, Bidi_Control, and the two separators: no more and no less, wherever they stand in a run of bytes.
  @Test func theseAndNoOthersAreEscaped() {
    let others =
      (0...0x1F).map { $0 } + [0x22, 0x5C, 0x61C, 0x200E, 0x200F]
      + [0x2028...0x202E, 0x2066...0x2069].flatMap(Array.init)
    let escaped = Set((0x7F...0x9F).map { $0 } + others)
    for value in (0...0x3000) where !(0xD800...0xDFFF).contains(value) {
      let scalar = Unicode.Scalar(UInt32(value)).map(String.init) ?? ""
      let before = String(repeating: "x", count: value % 17)
      let text = written(.compact) { $0.string(before + scalar + "rest of a line of text") }
      #expect(text.contains("\\") == escaped.contains(value), "U+\(String(value, radix: 16))")
    }
  }

  @Test func everyScalarSurvives() throws {
    var json = JSONWriter()
    let text = String(
      String.UnicodeScalarView((0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)))
    json.string(text)
    let value = try readJSON(json.bytes)
    #expect(value.string?.utf8.elementsEqual(text.utf8) == true)
  }

  /// One and two at a time, so that nothing depends on what stands beside it. Foundation takes U+FEFF out of strings.
  @Test func scalarsOfInterestSurviveTogether() throws {
    let texts = ofInterest.map { String($0) } + ofInterest.flatMap { first in ofInterest.map { "\(first)\($0)" } }
    var json = JSONWriter()
    json.strings(texts)
    let ours = try readJSON(json.bytes).elements.map { Array(($0.string ?? "").utf8) }
    let theirs = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
    #expect(ours == texts.map { Array($0.utf8) })
    #expect(theirs.count == texts.count)
    for (text, read) in zip(texts, theirs) where !text.unicodeScalars.contains("\u{FEFF}") {
      #expect(read.utf8.elementsEqual(text.utf8), "\(text.debugDescription)")
    }
  }

  @Test func anEscapeIsFoundAtEveryOffset() throws {
    for length in 0..<70 {
      for place in 0..<length {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        bytes[place] = 0x0A
        var json = JSONWriter()
        json.string(bytes.span)
        #expect(try readJSON(json.bytes).string == String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  @Test func stringsAreMadeOfPieces() {
    let file = Array("- gave @lena: two\n  contacts".utf8)
    var json = JSONWriter()
    json.beginArray()
    json.string(file.span, ByteRange(8, 12))
    json.beginString()
    json.append(file.span, ByteRange(14, 17))
    json.append("\n")
    json.append(file.span.extracting(20..<28))
    json.endString()
    json.endArray()
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"["lena","two\ncontacts"]"#)
  }

  @Test func randomValuesAreReadBack() throws {
    var generator = Generator(seed: 20_261_114)
    for _ in 0..<2_000 {
      let sample = Sample.random(depth: 6, using: &generator)
      for layout in [JSONWriter.Layout.compact, .readable] {
        var json = JSONWriter(layout: layout)
        sample.write(to: &json)
        json.endLine()
        #expect(sample.isSame(as: try readJSON(json.bytes)))
        let foundation = try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
        #expect(isSame(try readJSON(json.bytes), foundation))
        expectReadable(json.bytes, layout)
      }
    }
  }

  @Test func drainingChangesNothing() {
    var generator = Generator(seed: 3)
    for _ in 0..<300 {
      let samples = (0..<5).map { _ in Sample.random(depth: 5, using: &generator) }
      for layout in [JSONWriter.Layout.compact, .readable] {
        var whole = JSONWriter(layout: layout)
        var drained = JSONWriter(layout: layout)
        var output: [UInt8] = []
        whole.beginArray()
        drained.beginArray()
        for sample in samples {
          sample.write(to: &whole)
          sample.write(to: &drained)
          drained.drain { for index in $0.indices { output.append($0[index]) } }
          // At most a line, and some escapes.
          #expect(drained.bytes.count <= 300)
        }
        whole.endArray()
        drained.endArray()
        drained.drain { for index in $0.indices { output.append($0[index]) } }
        #expect(output == whole.bytes)
      }
    }
  }

  @Test func entriesOfOtherWritersFitIn() {
    var generator = Generator(seed: 7)
    for _ in 0..<300 {
      let groups = (0..<4).map { _ in (0..<3).map { _ in Sample.random(depth: 4, using: &generator) } }
      for layout in [JSONWriter.Layout.compact, .readable] {
        var whole = JSONWriter(layout: layout)
        var divided = JSONWriter(layout: layout)
        whole.beginObject()
        divided.beginObject()
        for key in ["first", "second"] {
          whole.key(escaping: key)
          divided.key(escaping: key)
          whole.beginArray()
          divided.beginArray()
          for samples in groups {
            for sample in samples { sample.write(to: &whole) }
            if divided.takesEntriesOfOthers {
              var other = divided.writerOfEntries()
              for sample in samples { sample.write(to: &other) }
              divided.append(entriesOf: other)
            } else {
              for sample in samples { sample.write(to: &divided) }
            }
          }
          whole.endArray()
          divided.endArray()
        }
        whole.endObject()
        divided.endObject()
        #expect(divided.bytes == whole.bytes)
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func deepAndLongValuesTakeLinearTime() throws {
    var json = JSONWriter(layout: .readable)
    let depth = 400
    for _ in 0..<10 {
      for _ in 0..<depth { json.beginArray() }
      json.string(String(repeating: "long ", count: 20_000))
      for _ in 0..<depth { json.endArray() }
      json.endLine()
    }
    #expect(json.bytes.count > 1_000_000)
  }

  /// No trailing blanks, and no line break that its width did not ask for.
  private func expectReadable(_ bytes: [UInt8], _ layout: JSONWriter.Layout) {
    let lines = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(layout == .readable || lines.count == 1)
    for line in lines { #expect(!line.isEmpty && line.last != 0x20) }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let indents = [line, next].map { $0.prefix { $0 == 0x20 }.count }
      #expect(indents[0] % 2 == 0 && abs(indents[0] - indents[1]) <= 2)
    }
  }

  private func written(_ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(layout: layout)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
