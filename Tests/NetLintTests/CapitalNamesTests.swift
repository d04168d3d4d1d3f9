import NetLint
import Support
import Testing

/// Names whose capitals look alike, while their small letters do not.
@Suite struct CapitalNamesTests {
  private func found(_ text: String) throws -> [String] {
    checked(Array(text.utf8), rules: try rules(named: "confusable-handle")).diagnostics.map(\.message)
  }

  private let alike = ["`НЕВЕ` in Cyrillic letters looks like `HEBE` in Latin letters and is another"]

  @Test func `names, handles and other names are compared as they are written`() throws {
    #expect(try found("# HEBE @one\n\n# НЕВЕ @two\n") == alike)
    #expect(try found("# One @HEBE\n\n# Two @НЕВЕ\n") == alike)
    #expect(try found("# One @one\naka: HEBE\n\n# Two @two\naka: Eve, НЕВЕ\n") == alike)
    #expect(try found("# One @one\naka: @HEBE\n\n# НЕВЕ @two\n") == alike)
    #expect(
      try found("# Тома Кас @one\n\n# Toma Kac @two\n").isEmpty, "the small letters tell them apart")
    #expect(
      try found("# BOB HOPE @one\n\n# ВОВ НОРЕ @two\n") == [
        "`ВОВ НОРЕ` in Cyrillic letters looks like `BOB HOPE` in Latin letters and is another"
      ])
    #expect(
      try found("# ΚΑΤΕ @one\n\n# КАТЕ @two\n") == [
        "`КАТЕ` in Cyrillic letters looks like `ΚΑΤΕ` in Greek letters and is another"
      ])
  }

  @Test func `in lower case they are told apart, and what one goes by is its own`() throws {
    #expect(try found("# hebe @one\n\n# неве @two\n").isEmpty)
    #expect(try found("# Hebe @one\n\n# Неве @two\n").isEmpty)
    #expect(try found("# HEBE @one\naka: НЕВЕ\n").isEmpty)
    #expect(try found("# HEBE @one\n\n# Hebe Two @two\naka: HEBE\n").isEmpty)
  }

  @Test func `each is reported once, in whatever order they come`() throws {
    #expect(
      try found("# НЕВЕ @one\n\n# HEBE @two\n") == [
        "`HEBE` in Latin letters looks like `НЕВЕ` in Cyrillic letters and is another"
      ])
    #expect(try found("# ACA @aca\n\n# АСА @аса\n").count == 1)
  }
}
