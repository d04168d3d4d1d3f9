import Foundation

/// Makes texts that could be hard on a reader, and does kith's work on them where an instruction counter looks on.
///
///     kith-limits names                    what the texts are called, a line each
///     kith-limits make NAME BYTES          one of them, of about that size, to standard output
///     kith-limits work STAGE BYTES…        a stage on each text in each size, one call of `kith_limits_step` each
@main struct Limits {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let texts = HostileText.all
    switch (arguments.first, arguments.count) {
    case ("names", 1): for text in texts { print(text.name) }
    case ("make", 3):
      guard let text = texts.first(where: { $0.name == arguments[1] }), let size = Int(arguments[2]) else { fail() }
      try FileHandle.standardOutput.write(contentsOf: Data(text.make(size)))
    case ("work", 3...):
      guard let stage = Stage(rawValue: arguments[1]) else { fail() }
      let sizes = arguments.dropFirst(2).compactMap(Int.init)
      for text in texts {
        for size in sizes {
          let bytes = text.make(size)
          Stage.current = { stage.work(bytes) }
          step()
        }
      }
    default: fail()
    }
  }

  private static func fail() -> Never {
    FileHandle.standardError.write(Data("usage: kith-limits names | make NAME BYTES | work STAGE BYTES…\n".utf8))
    exit(2)
  }
}
