import KithFiles
import KithServer

/// `kith server`
func server(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  if let operand = invocation.operands.first {
    console.error(
      UsageError(
        message: "`kith server` takes no paths, such as `\(operand.shown)`", help: "the editor says what is open"))
    return .trouble
  }
  var search = Search(paths: [], workingFolder: console.workingFolder)
  search.excludes = invocation.paths(.exclude)
  do throws(UsageError) { search.configuration = try configurationSource(invocation) } catch {
    console.error(error)
    return .trouble
  }
  let server = Server(search, version: version, threads: console.threads) { CurrentProcess.today }
  do throws(FileError) {
    // The protocol knows two codes, which are those of a clean run and of one with findings.
    let status = try serve(server, to: &console.out)
    // That nobody reads any more has been told by the code.
    if console.out.failure != nil { console.out = .captured() }
    return status == 0 ? .clean : .findings
  } catch {
    console.error(error.message)
    return .findings
  }
}
