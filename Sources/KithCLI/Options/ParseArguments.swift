import KithFiles
import NetModel

/// Takes a command line apart: `--name value`, `--name=value`, `-q`, `-qv`, `--` and `-`.
///
/// Options may stand anywhere, also before the command; behind `--` nothing is one.
func parseArguments(_ arguments: [[UInt8]]) throws(UsageError) -> Invocation {
  var parser = ArgumentParser(rest: arguments[...])
  while let argument = parser.rest.popFirst() { try parser.take(argument) }
  return parser.invocation
}

private struct ArgumentParser {
  var rest: ArraySlice<[UInt8]>
  var invocation = Invocation()
  private var hasEndedOptions = false

  init(rest: ArraySlice<[UInt8]>) { self.rest = rest }

  mutating func take(_ argument: [UInt8]) throws(UsageError) {
    let dash = UInt8(ascii: "-")
    if hasEndedOptions || argument.first != dash || argument.count == 1 {
      try takeOperand(argument)
    } else if argument == [dash, dash] {
      hasEndedOptions = true
    } else if argument.starts(with: [dash, dash]) {
      try takeLong(argument.dropFirst(2))
    } else {
      try takeLetters(argument.dropFirst())
    }
  }

  private mutating func takeOperand(_ argument: [UInt8]) throws(UsageError) {
    guard invocation.command == nil else {
      invocation.operands.append(Path(argument))
      return
    }
    let name = Path(argument).shown
    guard let command = Command.named(name) else { throw unknownCommand(name) }
    invocation.command = command
  }

  private mutating func takeLong(_ text: ArraySlice<UInt8>) throws(UsageError) {
    let end = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    let name = Path(Array(text[..<end])).shown
    guard let option = options.first(where: { $0.name == name }) else { throw unknownOption("--\(name)") }
    let value = end < text.endIndex ? Array(text[(end + 1)...]) : nil
    try add(option, value, typed: "--\(name)")
  }

  /// `-q`, or several letters, of which the last may take a value: `-qoFILE` or `-qo FILE`.
  private mutating func takeLetters(_ letters: ArraySlice<UInt8>) throws(UsageError) {
    var letters = letters
    while let letter = letters.popFirst() {
      let typed = Path([letter]).shown
      guard letter < 0x80,
        let option = options.first(where: { $0.letter == Character(Unicode.Scalar(letter)) })
      else { throw unknownOption("-\(letter < 0x80 ? typed : Path([letter] + letters).shown)") }
      if option.value == nil {
        invocation.add(option, nil)
      } else {
        try add(option, letters.isEmpty ? nil : Array(letters), typed: "-\(typed)")
        return
      }
    }
  }

  private mutating func add(_ option: Option, _ given: [UInt8]?, typed: String) throws(UsageError) {
    let value = given ?? (option.takesNextWord ? rest.popFirst() : nil)
    guard let kind = option.value else {
      if given != nil { throw UsageError(message: "the option `\(typed)` takes no value") }
      invocation.add(option, nil)
      return
    }
    // An unset variable of a script is no value.
    if value?.isEmpty ?? true, !option.isValueOptional {
      throw UsageError(message: "the option `\(typed)` needs a value: \(kind.named)")
    }
    if let value, case .choice(let words) = kind, !words.contains(Path(value).shown) {
      let word = Path(value).shown
      let guess = nearest(to: word, in: words).map { "did you mean `\($0)`?" }
      throw UsageError(message: "the option `\(typed)` cannot be `\(word)`, only \(kind.named)", help: guess)
    }
    invocation.add(option, value)
  }

  private var options: [Option] { (invocation.command?.options ?? []) + Option.everywhere }

  private func unknownCommand(_ name: String) -> UsageError {
    let message = "there is no command `\(name)`"
    if let guess = nearest(to: name, in: Command.allNames) {
      return UsageError(message: message, help: "did you mean `\(guess)`?")
    }
    // Someone who types a path wants it checked.
    if name.contains("/") || name.contains(".") || name == "-" {
      return UsageError(message: message, help: "to check notes: `kith lint \(name)`")
    }
    return UsageError(message: message, help: "`kith --help` lists the commands")
  }

  private func unknownOption(_ typed: String) -> UsageError {
    let command = invocation.command
    let place = command.map { " of `\($0.name)`" } ?? ""
    let message = "there is no option `\(typed)`\(place)"
    if typed.hasPrefix("--"), let guess = nearest(to: String(typed.dropFirst(2)), in: options.map(\.name)) {
      return UsageError(message: message, help: "did you mean `--\(guess)`?")
    }
    let name = typed.drop { $0 == "-" }
    if command == nil, let owner = Command.all.first(where: { $0.options.contains { $0.name == name } }) {
      return UsageError(
        message: message, help: "it belongs behind its command: `kith \(owner.name) \(typed)`")
    }
    return UsageError(
      message: message, help: "`kith \(command.map { "\($0.name) " } ?? "")--help` lists the options")
  }
}
