import KithFiles
import Testing

@Suite struct GitHooksTests {
  /// A repository as far as git looks for one, in the folder `work`, and files besides.
  private func repository(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let parts = ["HEAD": "ref: refs/heads/main\n", "objects/a": "", "refs/a": "", "config": "[core]\n\tbare = false\n"]
    let folder = try TemporaryFolder(["work/people/a.net": ""])
    for (name, text) in parts { try folder.write(text, to: "work/.git/\(name)") }
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  /// Where hooks are, below the folder, or why that is not known.
  private func place(
    in folder: TemporaryFolder, from start: String = "work", _ variables: [String: String] = [:]
  ) -> String {
    let home = folder.text("home")
    do throws(GitError) {
      let hooks = try GitHooks.find(from: folder.path.appending(Path(start))) { name in
        variables[name] ?? ["HOME": home, "GIT_CONFIG_NOSYSTEM": "1"][name]
      }
      let place = hooks.folder.relative(to: folder.path) ?? hooks.folder
      return (hooks.isShared ? "shared " : "") + place.shown
    } catch { return error.message.replacing(folder.path.shown, with: "…") }
  }

  @Test func `hooks are in the repository, from wherever in it`() throws {
    let folder = try repository()
    #expect(place(in: folder) == "work/.git/hooks")
    #expect(place(in: folder, from: "work/people") == "work/.git/hooks")
    #expect(place(in: folder, from: ".") == "there is no git repository here")
    #expect(place(in: folder, from: "removed") == "there is no git repository here")
    // A folder of that name is not yet a repository.
    try folder.write("", to: "work/people/.git/a")
    #expect(place(in: folder, from: "work/people") == "work/.git/hooks")
    try folder.write("[core]\n\tbare = true\n", to: "work/.git/config")
    #expect(place(in: folder) == "the repository here is bare: nothing is committed in it")
    #expect(
      place(in: folder, from: "work/.git").hasSuffix("holds a repository and no files: nothing is committed here"))
  }

  @Test func `a worktree shares the hooks, and a file may say where the repository is`() throws {
    let folder = try repository([
      "tree/.git": "gitdir: ../work/.git/worktrees/tree\n", "work/.git/worktrees/tree/HEAD": "ref: refs/heads/b\n",
      "work/.git/worktrees/tree/commondir": "../..\n", "lost/.git": "gitdir: nowhere\n",
    ])
    #expect(place(in: folder, from: "tree") == "work/.git/hooks")
    #expect(place(in: folder, from: "lost") == "`…/lost/.git` leads to no git repository")
    #expect(place(in: folder, from: "lost", ["GIT_DIR": "../work/.git"]) == "work/.git/hooks")
    #expect(
      place(in: folder, from: "lost", ["GIT_DIR": "../work/.git/worktrees/tree", "GIT_COMMON_DIR": "../work/.git"])
        == "work/.git/hooks")
    #expect(place(in: folder, ["GIT_DIR": "none"]) == "GIT_DIR is `none`, and there is no git repository")
  }

  /// What the repository's configuration says of hooks, and where they are.
  @Test(arguments: [
    ("hooksPath = .githooks", "work/.githooks"), ("hooksPath = ../beside", "shared work/../beside"),
    ("hooksPath = ~/hooks", "shared home/hooks"), ("hooksPath = a\nhooksPath = b", "work/b"),
    ("worktree = ../../work/people\nhooksPath = a", "work/.git/../../work/people/a"),
  ])
  func `core.hooksPath counts from the top of the files`(said: String, meant: String) throws {
    let folder = try repository()
    try folder.write("[core]\n\(said)\n", to: "work/.git/config")
    #expect(place(in: folder, from: "work/people") == meant)
  }

  @Test func `the configurations are read in git's order, and the last word wins`() throws {
    let folder = try repository([
      "system": "[core]\nhooksPath = system\n", "home/.config/git/config": "[core]\nhooksPath = folder\n",
      "xdg/git/config": "[core]\nhooksPath = xdg\n",
    ])
    let system = ["GIT_CONFIG_NOSYSTEM": "0", "GIT_CONFIG_SYSTEM": folder.text("system")]
    #expect(place(in: folder, system.merging(["HOME": "/nowhere"]) { $1 }) == "work/system")
    #expect(place(in: folder, system) == "work/folder")
    #expect(place(in: folder, ["XDG_CONFIG_HOME": folder.text("xdg")]) == "work/xdg")
    try folder.write("[core]\nhooksPath = home\n", to: "home/.gitconfig")
    #expect(place(in: folder, system) == "work/home")
    #expect(place(in: folder, ["GIT_CONFIG_GLOBAL": "/dev/null"]) == "work/.git/hooks")
    try folder.write("[core]\nhooksPath = own\n[extensions]\nworktreeConfig\n", to: "work/.git/config")
    #expect(place(in: folder) == "work/own")
    try folder.write("[core]\nhooksPath = tree\n", to: "work/.git/config.worktree")
    #expect(place(in: folder) == "work/tree")
    let variables = ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "Core.HooksPath", "GIT_CONFIG_VALUE_0": "said"]
    #expect(place(in: folder, variables) == "work/said")
  }

  @Test(arguments: [
    ("include", true), ("includeIf \"gitdir:~/../work/\"", false), ("includeIf \"gitdir:**/work/.git\"", true),
    ("includeIf \"gitdir:work/\"", true), ("includeIf \"gitdir:WORK/\"", false), ("includeIf \"gitdir/i:WORK/\"", true),
    ("includeIf \"gitdir:w?rk/\"", true), ("includeIf \"gitdir:./\"", false), ("includeIf \"gitdir:work\"", false),
    ("includeIf \"gitdir:[\"", false),
  ])
  func `other files are taken in where their condition holds`(section: String, holds: Bool) throws {
    let folder = try repository(["more": "[core]\nhooksPath = more\n"])
    try folder.write("[\(section)]\npath = ../../more\n", to: "work/.git/config")
    #expect(place(in: folder) == (holds ? "work/more" : "work/.git/hooks"))
  }

  @Test(arguments: [("./work/", "work/more"), ("./play/", "work/.git/hooks")])
  func `a condition may count from the folder that its file is in`(condition: String, meant: String) throws {
    let folder = try repository(["more": "[core]\nhooksPath = more\n"])
    try folder.write("[includeIf \"gitdir:\(condition)\"]\npath = more\n", to: ".gitconfig")
    #expect(place(in: folder, ["HOME": folder.text("")]) == meant)
  }

  @Test(arguments: ["onbranch:main", "hasconfig:remote.*.url:x", "from-tomorrow:x", "gitdir:a**b/"])
  func `what is not sure is refused where it matters, and only there`(condition: String) throws {
    let folder = try repository(["more": "[user]\nname = Somebody\n"])
    try folder.write("[includeIf \"\(condition)\"]\npath = ../../more\n", to: "work/.git/config")
    #expect(place(in: folder) == "work/.git/hooks")
    try folder.write("[core]\nhooksPath = more\n", to: "more")
    #expect(
      place(in: folder) == "`core.hooksPath` depends on `\(condition)`, so hooks are not always in the same place")
  }

  /// A link on the way here may make a condition hold, and only from the topmost folder.
  @Test func `a condition that depends on how one came here is refused`() throws {
    let folder = try repository(["more": "[core]\nhooksPath = more\n"])
    try folder.link("also", to: "work")
    try folder.write("[includeIf \"gitdir:also/\"]\npath = ../../more\n", to: "work/.git/config")
    #expect(place(in: folder) == "work/.git/hooks")
    #expect(place(in: folder, ["PWD": folder.text("also")]).hasPrefix("`core.hooksPath` depends on `gitdir:also/`"))
    // What the shell says of another place says nothing of this one.
    #expect(place(in: folder, ["PWD": folder.text("")]) == "work/.git/hooks")
    #expect(place(in: folder, ["PWD": "also"]) == "work/.git/hooks")
  }

  @Test func `what cannot be read is refused, and never passed over`() throws {
    let folder = try repository(["home/.gitconfig": "[core]\nhooksPath = ~somebody/hooks\n"])
    #expect(place(in: folder) == "kith does not know where `~somebody/hooks` of the git configuration is")
    try folder.write("[core]\nhooksPath =\n", to: "home/.gitconfig")
    #expect(place(in: folder) == "`core.hooksPath` is empty in `…/home/.gitconfig`, which switches hooks off")
    try folder.write("[core\n", to: "home/.gitconfig")
    #expect(place(in: folder) == "line 1 of `…/home/.gitconfig` is not git configuration")
    try folder.write("[include]\npath = .gitconfig\n", to: "home/.gitconfig")
    #expect(place(in: folder) == "the git configuration includes itself, or more than 10 deep")
    try folder.write("", to: "home/.gitconfig")
    #expect(
      place(in: folder, ["GIT_CONFIG_PARAMETERS": "'core.hookspath'='x'"])
        == "git was told by `-c` where hooks are, for this one command")
    #expect(place(in: folder, ["GIT_CONFIG_COUNT": "1"]) == "GIT_CONFIG_COUNT is 1, and variable 0 is not there")
    #expect(place(in: folder, ["HOME": "\u{FFFD}"]) == "HOME is not UTF-8, and kith cannot follow it")
    try folder.write("[core]\nhooksPath = ~/hooks\n", to: "work/.git/config")
    #expect(place(in: folder, ["HOME": ""]) == "the git configuration has a path with `~`, and HOME is not set")
  }

  @Test(arguments: [
    ("[include]\npath =\n", "the git configuration includes a file without a name"),
    ("[core]\nhooksPath = %(prefix)/hooks\n", "kith does not know where `%(prefix)/hooks` of the git configuration is"),
    ("[core]\nbare = perhaps\nhooksPath = own\n", "work/own"),
    ("[extensions]\nworktreeConfig = perhaps\n[core]\nhooksPath = own\n", "work/own"),
    ("[includeIf   \"gitdir:work/\"]\npath = ../../more\n", "work/more"),
  ])
  func `odd configurations are read as git reads them, or refused`(text: String, meant: String) throws {
    let folder = try repository(["more": "[core]\nhooksPath = more\n"])
    try folder.write(text, to: "work/.git/config")
    #expect(place(in: folder) == meant)
  }

  @Test func `the environment counts as it does for git`() throws {
    let folder = try repository(["more": "[core]\nhooksPath = more\n"])
    func included(_ path: String, by key: String = "include.path") -> String {
      place(in: folder, ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": key, "GIT_CONFIG_VALUE_0": path])
    }
    #expect(included(folder.text("more")) == "work/more")
    #expect(included(folder.text("more"), by: "includeIf.gitdir:work/.path") == "work/more")
    // There is no file to count from.
    #expect(included(folder.text("more"), by: "includeIf.gitdir:./.path") == "work/.git/hooks")
    #expect(included("more", by: "include") == "work/.git/hooks")
    #expect(included("more") == "`more` is included by the environment, and has to be an absolute path")
    #expect(place(in: folder, ["GIT_CONFIG_COUNT": "many"]) == "GIT_CONFIG_COUNT is no number that makes sense")
    #expect(
      place(in: folder, ["GIT_CONFIG_PARAMETERS": "'include.path'='x'"])
        == "git was told by `-c` where hooks are, for this one command")
    #expect(
      place(in: folder, ["GIT_CONFIG_NOSYSTEM": "perhaps"]) == "GIT_CONFIG_NOSYSTEM is neither true nor false")
    try folder.write("[core]\nhooksPath = own\n", to: "work/.git/config")
    #expect(place(in: folder, ["GIT_WORK_TREE": "people"]) == "work/people/own")
  }

  @Test func `a configuration that cannot be read is no empty one`() throws {
    let folder = try repository(["home/.gitconfig/a": ""])
    #expect(place(in: folder) == "cannot read `…/home/.gitconfig`: it is a folder")
  }
}
