import Foundation

/// Makes texts that could be hard on a reader, and does kith's work on them where an instruction counter looks on.
///
///     kith-limits names [--unordered]          what the texts are called, a line each
///     kith-limits make NAME BYTES              one of them, of about that size, to standard output
///     kith-limits work STAGE BYTES,… [NAME…]   a stage on each text, or on some, in each size: one call of
///                                              `kith_limits_step` each, and a line of the seconds it took
@main struct Limits {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let texts = HostileText.all
    switch (arguments.first, arguments.count) {
    case ("names", 1): for text in texts { print(text.name) }
    case ("names", 2) where arguments[1] == "--unordered": for text in HostileText.unordered { print(text.name) }
    case ("make", 3):
      guard let text = texts.first(where: { $0.name == arguments[1] }), let size = Int(arguments[2]) else { fail() }
      try FileHandle.standardOutput.write(contentsOf: Data(text.make(size)))
    case ("work", 3...):
      guard let stage = Stage(rawValue: arguments[1]) else { fail() }
      let sizes = arguments[2].split(separator: ",").compactMap { Int($0) }
      let names = Set(arguments.dropFirst(3))
      for text in texts where names.isEmpty || names.contains(text.name) {
        for size in sizes { work(stage, text, size) }
      }
    default: fail()
    }
  }

  private static func work(_ stage: Stage, _ text: HostileText, _ size: Int) {
    let bytes = text.make(size)
    Stage.current = { stage.work(bytes) }
    let start = processorTime()
    step()
    print(text.name, size, String(format: "%.4f", processorTime() - start), separator: "\t")
  }

  /// The seconds that this process has been at work, which those of others do not lengthen.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func fail() -> Never {
    let usage = "usage: kith-limits names [--unordered] | make NAME BYTES | work STAGE BYTES,… [NAME…]\n"
    FileHandle.standardError.write(Data(usage.utf8))
    exit(2)
  }
}
