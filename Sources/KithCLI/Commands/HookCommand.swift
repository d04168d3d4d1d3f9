import KithFiles

/// `kith hook install | uninstall | print`
func hook(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  let action: HookAction
  do throws(UsageError) {
    action = try invocation.onlyOperand(
      HookAction.self, called: "hook action", help: "run it in the repository that is meant")
  } catch {
    console.error(error)
    return .trouble
  }
  let script = HookScript(kith: console.program)
  do throws(GitError) {
    switch action {
    case .install: return try install(script, &console)
    case .uninstall: return try uninstall(&console)
    case .print:
      console.writeText(script.text)
      return .clean
    }
  } catch {
    console.error(error.message)
    if let help = error.help { console.help(help) }
    return .trouble
  }
}

/// What can be done about hooks.
enum HookAction: String, CaseIterable {
  case install
  case uninstall
  case print
}

/// The hooks of a commit. Of a merge that goes without a conflict git asks the second alone.
private let hookNames = ["pre-commit", "pre-merge-commit"]

/// What whoever has a hook already adds to it. Unlike a pipe it fails where there is no kith.
private let lineForOwnHook = #"hook=$(kith hook print) && sh -c "$hook" kith || exit 1"#

/// A place for a hook, and what stands there.
private struct HookPlace {
  let path: Path
  let shown: Path
  let occupant: Occupant

  init(_ name: String, in hooks: GitHooks) throws(GitError) {
    path = hooks.folder.appending(Path(name))
    shown = hooks.shown.appending(Path(name))
    do throws(FileError) { occupant = try Occupant.of(path, shown: shown) } catch {
      throw GitError(message: error.message)
    }
  }

  /// Why what stands there is not kith's to replace or remove; nil if it is, or nothing is there.
  var claim: (author: HookScript.Author, message: String)? {
    switch occupant {
    case .none: return nil
    case .other(let what): return (.somebody, "`\(shown.shown)` is \(what), so it stays")
    case .file(let text, _):
      switch HookScript.author(of: text) {
      case .kith: return nil
      case .kithAndSomebody: return (.kithAndSomebody, "`\(shown.shown)` was edited since kith wrote it, so it stays")
      case .somebody: return (.somebody, "`\(shown.shown)` is there and is not kith's, so it stays")
      }
    }
  }

  /// The text of the hook of kith's that stands there.
  var own: [UInt8]? {
    if claim == nil, case .file(let text, _) = occupant { text } else { nil }
  }
}

private func findPlaces(_ console: inout Console) throws(GitError) -> (GitHooks, [HookPlace]) {
  let hooks = try GitHooks.find(from: console.workingFolder, environment: console.environment)
  if let source = hooks.source { console.detail("\(source) says that hooks are in `\(hooks.shown.shown)`") }
  var places: [HookPlace] = []
  for name in hookNames { places.append(try HookPlace(name, in: hooks)) }
  return (hooks, places)
}

/// Installs all of the hooks, or none if one has no place.
private func install(_ script: HookScript, _ console: inout Console) throws(GitError) -> ExitStatus {
  let (hooks, places) = try findPlaces(&console)
  let claims = places.compactMap(\.claim)
  for claim in claims { console.error(claim.message) }
  if !claims.isEmpty {
    let isEdited = claims.allSatisfy { $0.author == .kithAndSomebody }
    console.help(isEdited ? "remove it to have kith's again" : "to have both, add to it: \(lineForOwnHook)")
    return .trouble
  }
  for place in places {
    if case .file(script.text, isExecutable: true) = place.occupant {
      console.report("`\(place.shown.shown)` is there already")
      continue
    }
    do throws(FileError) {
      try placeFile(place.path, shown: place.shown, replacing: place.own, with: script.text, mode: 0o777)
    } catch {
      throw GitError(message: error.message)
    }
    console.report("\(place.own == nil ? "installed" : "renewed") `\(place.shown.shown)`")
  }
  if hooks.isShared {
    let source = hooks.source ?? "git"
    console.note("\(source) has hooks in that folder, so they run in every repository that shares it")
  }
  return .clean
}

/// Removes what kith has installed and nobody has edited.
private func uninstall(_ console: inout Console) throws(GitError) -> ExitStatus {
  let (hooks, places) = try findPlaces(&console)
  var status = ExitStatus.clean
  for place in places {
    if let claim = place.claim, claim.author == .kithAndSomebody {
      console.error(claim.message)
      console.help("remove it by hand")
      status = .trouble
    }
    guard let own = place.own else { continue }
    do throws(FileError) { try removeFile(place.path, shown: place.shown, expecting: own) } catch {
      throw GitError(message: error.message)
    }
    console.report("removed `\(place.shown.shown)`")
  }
  if status == .clean, places.allSatisfy({ $0.own == nil }) {
    console.note("there is no hook of kith's in `\(hooks.shown.shown)`")
  }
  return status
}
