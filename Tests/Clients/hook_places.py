"""Hundreds of git configurations: kith installs where git itself looks for hooks, or says why it cannot know."""

import random

from hook_worlds import Repository

COUNT = 400
VALUES = [
  "hooks here", "./a/../b", "~/hooks", "/ABSOLUTE/x", ".git/other", "../beside", "a#b", "a;b", 'with "quote"', "tab\there",
  "back\\slash", "Zoë", " blanks ", "trailing/",
]
# What kith cannot know, or what changes.
UNSURE = ["onbranch:main", "onbranch:other/", "hasconfig:remote.*.url:**", "unheard:of"]


def check_places(world, tally):
  dice = random.Random(1)
  installed = refused = 0
  for number in range(COUNT):
    case = Case(world, dice)
    done = world.run(["kith", "hook", "install", "--verbose"], case.start, **case.environment)
    git = world.run(["git", "rev-parse", "--git-path", "hooks"], case.top, **case.environment)
    if git.status != 0:
      refused += 1  # git itself does not get as far as a hook
    elif done.status == 0:
      installed += 1
      place = case.top / git.said.removesuffix("\n")
      is_there = (place / "pre-commit").exists()
      gone = world.run(["kith", "hook", "uninstall"], case.start, **case.environment)
      if not is_there or gone.status != 0 or (place / "pre-commit").exists():
        tally.expect(f"configuration {number}: kith installs and uninstalls in {place}", False, f"{case}\n{done}{gone}")
    elif done.status == 2 and (case.may_be_refused or not is_place(case, git.said)):
      refused += 1
    else:
      tally.expect(f"configuration {number}: kith and git agree that there is a place", False, f"{case}\n{done}{git}")
  tally.expect(f"of {COUNT} configurations kith takes {installed} as git does", installed > COUNT / 2)
  tally.expect(f"and {refused} cannot be taken, or change", 0 < refused < COUNT / 3)


def is_place(case, said):
  """Whether git could find a hook there: an empty name is no folder, and in a worktree nothing is below the file `.git`."""
  return said not in ("\n", "./\n") and not (said.startswith(".git/") and (case.top / ".git").is_file())


class Case:
  """A repository in a world of settings."""

  def __init__(self, world, dice):
    self.dice, self.written = dice, {}
    self.may_be_refused = False
    self.home = world.new_folder("home of some")
    self.environment = {"HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": dice.choice(["0", "1", "true"])}
    self.top = self.home / dice.choice(["work", "Work/deep", "a b"])
    self.top.mkdir(parents=True)
    self.repository = Repository(world, self.top)
    self.own = self.top / ".git" / "config"
    self.start = self.top
    self.kind(dice.choice(["plain", "plain", "worktree", "subfolder", "apart"]))
    self.settings(dice)

  def kind(self, kind):
    common = self.top
    if kind == "worktree":
      self.repository.git("commit", "--quiet", "--allow-empty", "-m", "first")
      self.top = self.home / "tree"
      self.repository.git("worktree", "add", "--quiet", str(self.top))
      self.start = self.top
      if self.dice.random() < 0.5:
        self.repository.git("config", "extensions.worktreeConfig", "true")
        for folder in (common / ".git", common / ".git" / "worktrees" / "tree"):
          if self.dice.random() < 0.5:
            self.add(folder / "config.worktree", self.variable())
    elif kind == "subfolder":
      self.start = self.top / "people"
      self.start.mkdir(exist_ok=True)
    elif kind == "apart":
      self.repository.git("init", "--quiet", f"--separate-git-dir={self.home}/apart")
      self.own = self.home / "apart" / "config"

  def settings(self, dice):
    files = [self.own, self.home / ".gitconfig", self.home / ".config" / "git" / "config"]
    if dice.random() < 0.3:
      self.environment["XDG_CONFIG_HOME"] = str(self.home / "xdg")
      files[2] = self.home / "xdg" / "git" / "config"
    if dice.random() < 0.2:
      self.environment["GIT_CONFIG_GLOBAL"] = str(self.home / "global")
      files.append(self.home / "global")
    if dice.random() < 0.2:
      self.environment["GIT_CONFIG_SYSTEM"] = str(self.home / "system")
      files.append(self.home / "system")
    for file in files:
      for _ in range(dice.choice([0, 0, 1, 2])):
        self.add(file, dice.choice([self.variable, self.include, self.noise])())
    if dice.random() < 0.15:
      self.environment |= {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": dice.choice(["core.hooksPath", "CORE.HooksPath"]),
                           "GIT_CONFIG_VALUE_0": self.value()}

  def add(self, file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8", newline="") as stream:
      stream.write(text)
    self.written[str(file)] = self.written.get(str(file), "") + text

  def value(self):
    return self.dice.choice(VALUES).replace("/ABSOLUTE", str(self.home))

  def variable(self):
    dice = self.dice
    value = self.value().replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    form = dice.choice(["plain", "quoted", "half", "continued"])
    if form == "quoted" or set(value) & set("#;") or value.startswith(" "):
      value = f'"{value}"'
    elif form == "half":
      value = f'{value[:2]}"{value[2:]}"' if value[1] != "\\" else value
    elif form == "continued" and "\\" not in value:
      value = f"{value[:3]}\\\n{value[3:]}"
    head = dice.choice(["[core]\n\t", "[CORE] ", "[core] ; of old\n", "[Core]\r\n"])
    name = dice.choice(["hooksPath", "hookspath", "HOOKSPATH"])
    end = dice.choice(["\n", "\r\n", " # so\n", "  \n"])
    return f"{head}{name}{dice.choice([' = ', '=', chr(9) + '='])}{value}{end}"

  def include(self):
    dice = self.dice
    name = f"more {dice.randrange(10**9)}"
    file = self.home / name
    self.add(file, self.variable())
    place = dice.choice([f"~/{name}", str(file)])
    if dice.random() < 0.3:
      return f'[include]\n\tpath = "{place}"\n'
    conditions = [
      "gitdir:~/", "gitdir:~/work/", "gitdir/i:~/WORK/", "gitdir:work/", "gitdir:**/.git", "gitdir:/nowhere/", f"gitdir:{self.top}/",
      f"gitdir:{self.top}", "gitdir:./", "gitdir:~/w?rk/", "gitdir:~/[a-w]*/**", "gitdir/i:~/**/.GIT", "gitdir:**/worktrees/*",
    ]
    condition = dice.choice(conditions)
    if dice.random() < 0.15:
      condition = dice.choice(UNSURE)
      self.may_be_refused = True
    return f'[{dice.choice(["includeIf", "INCLUDEIF"])} "{condition}"]\n\tpath = "{place}"\n'

  def noise(self):
    return self.dice.choice([
      '[alias]\n\tst = "status -s"\n', "[core]\n\tpager\n", "# core.hooksPath = no\n", '[core "x"]\n\thooksPath = no\n',
      "[core.x]\nhooksPath = no\n", '[url "a\\"]b"]\n\tinsteadOf = c\n', "[color]ui=auto\n[user]\n", "\n; \\\n",
      "[core]\n\thooksPath\n", "[core]\n\thooksPath =\n", "[core\n", "[core]\n\thooksPath = ~nobody-at-all/x\n",
    ][: 12 if self.dice.random() < 0.15 else 8])

  def __str__(self):
    lines = [f"      in {self.start}"] + [f"      {name}={value}" for name, value in self.environment.items()]
    return "\n".join(lines + [f"      {name}: {text!r}" for name, text in self.written.items()])
