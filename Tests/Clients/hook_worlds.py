"""What check-hooks plays in: a home of its own, repositories in it, and the two ways to guard them."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

PEOPLE = "# Amara Okafor @amara\n\n# Jun Tanaka @jun\n"
MEETING = "# 2026-05-02 Tea with @amara\n\n- gave @amara: a list\n"
GOOD = "# 2026-05-03 Tea with @jun\n\n- gave @jun: a list\n"
BAD = "# 2026-05-04 Tea with @amara\n\n- gave @amra: a list\n"
# An error that has a safe fix.
FIXABLE = "# Zoë Ana @zoe\nrole: friend\nrole: friend\n"
FOUND = "no one has the handle `@amra`"
STOPPED = "stopped by what is staged"


class Tally:
  def __init__(self):
    self.passed = self.failed = 0
    self.about = ""

  def expect(self, what, holds, said=""):
    if holds:
      self.passed += 1
      print(f"ok    {self.about}: {what}", flush=True)
    else:
      self.failed += 1
      print(f"FAIL  {self.about}: {what}\n{said}", flush=True)

  def stopped(self, what, repository, done, *words):
    """The commit was not made, and each of the words was said."""
    is_said = all(word in done.said for word in (words or (FOUND, STOPPED, "--no-verify")))
    self.expect(f"{what} is stopped", done.status != 0 and not repository.has_moved() and is_said, done)

  def passes(self, what, repository, done):
    self.expect(f"{what} passes", done.status == 0 and repository.has_moved() and STOPPED not in done.said, done)


class Done:
  """What a program did."""

  def __init__(self, status, said):
    self.status, self.said = status, said

  def __str__(self):
    return f"      exit {self.status}\n" + "".join(f"      {line}\n" for line in self.said.splitlines())


class World:
  """A home, folders and settings that nothing else knows of."""

  def __init__(self, work, kith):
    self.work = pathlib.Path(work).resolve()
    self.home, self.tmp, self.bin = self.work / "home", self.work / "tmp", self.work / "bin"
    for folder in (self.home, self.tmp, self.bin):
      folder.mkdir()
    self.kith = self.bin / "kith"
    shutil.copy(kith, self.kith)
    (self.home / ".gitconfig").write_text(
      "[user]\n\tname = Somebody\n\temail = somebody@example.org\n"
      "[init]\n\tdefaultBranch = main\n[protocol \"file\"]\n\tallow = always\n[safe]\n\tdirectory = *\n"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XDG_", "PRE_COMMIT"))}
    self.environment = kept | {
      "HOME": str(self.home),
      "GIT_CONFIG_NOSYSTEM": "1",
      "PRE_COMMIT_HOME": str(self.work / "framework"),
      "TMPDIR": str(self.tmp),
      "PATH": f"{self.bin}:{os.environ['PATH']}",
      "LC_ALL": "C.UTF-8",
    }
    self.count = 0

  def run(self, command, folder, given=None, **environment):
    done = subprocess.run(
      command, cwd=folder, env=self.environment | environment, input=given,
      stdin=subprocess.DEVNULL if given is None else None, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    return Done(done.returncode, done.stdout.decode(errors="backslashreplace"))

  def must(self, command, folder, **environment):
    done = self.run(command, folder, **environment)
    if done.status != 0:
      sys.exit(f"{' '.join(map(str, command))} in {folder}\n{done}")
    return done.said

  def new_folder(self, name="notes"):
    self.count += 1
    folder = self.work / f"{self.count}" / name
    folder.mkdir(parents=True)
    return folder

  def left(self):
    return sorted(path.name for path in self.tmp.iterdir())


class Repository:
  """A repository with notes, guarded or not."""

  def __init__(self, world, folder, *options, files=True):
    self.world, self.folder = world, folder
    world.must(["git", "init", "--quiet", *options, "."], folder)
    self.seen = ""
    if files:
      self.write("people/doha.net", PEOPLE)
      self.write("may.net", MEETING)

  def write(self, name, text):
    file = self.folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name

  def stage(self, name, text):
    self.git("--literal-pathspecs", "add", "--", self.write(name, text))

  def git(self, *words, **environment):
    return self.world.must(["git", *words], self.folder, **environment)

  def head(self):
    done = self.world.run(["git", "rev-parse", "--quiet", "--verify", "HEAD"], self.folder)
    return done.said if done.status == 0 else ""

  def has_moved(self):
    """Whether there is a commit that there was not when this was asked last."""
    before, self.seen = self.seen, self.head()
    return before != self.seen

  def commit(self, *words, folder=".", **environment):
    self.seen = self.head()
    return self.world.run(["git", "commit", "-m", "notes", *words], self.folder / folder, **environment)


class PlainGit:
  """The hook that `kith hook install` installs."""

  name = "plain git"
  takes_any_name = True

  def __init__(self, world):
    self.world = world

  def guard(self, repository):
    self.world.must(["kith", "hook", "install"], repository.folder)

  def first_steps(self, *options):
    """A guarded repository whose first notes are committed."""
    repository = Repository(self.world, self.world.new_folder(), *options)
    self.guard(repository)
    repository.git("add", ".")
    repository.git("commit", "--quiet", "-m", "first")
    return repository


class Framework(PlainGit):
  """pre-commit with the hook that takes kith from the PATH."""

  name = "pre-commit"
  # It takes names of files for UTF-8.
  takes_any_name = False

  def __init__(self, world, source, hooks=("kith-lint-system",)):
    super().__init__(world)
    self.source, self.hooks = source, hooks

  def guard(self, repository, args=""):
    revision = self.world.must(["git", "rev-parse", "HEAD"], self.source).strip()
    hooks = "".join(f"      - id: {hook}\n{args}" for hook in self.hooks)
    repository.stage(
      ".pre-commit-config.yaml", f"repos:\n  - repo: {self.source}\n    rev: {revision}\n    hooks:\n{hooks}")
    self.world.must(
      ["pre-commit", "install", "--hook-type", "pre-commit", "--hook-type", "pre-merge-commit"], repository.folder)


def install_tools(world):
  """What is missing, from Debian, and the framework from PyPI into a place of its own."""
  packages = {"git": "git", "shellcheck": "shellcheck", "busybox": "busybox", "dash": "dash", "bash": "bash"}
  missing = [package for command, package in packages.items() if shutil.which(command) is None]
  if missing:
    for command in (["update", "--quiet"], ["install", "--yes", "--quiet", *missing]):
      subprocess.run(["apt-get", *command], check=True, stdout=subprocess.DEVNULL)
  environment = world.work / "python"
  subprocess.run([sys.executable, "-m", "venv", environment], check=True)
  subprocess.run(
    [environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "pre-commit"], check=True)
  (world.bin / "pre-commit").symlink_to(environment / "bin" / "pre-commit")


def clone_of_this(world):
  """This checkout as it is committed, as the framework would get it from elsewhere."""
  clone = world.work / "source"
  world.must(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], world.work)
  if not (clone / ".pre-commit-hooks.yaml").exists():
    sys.exit("`.pre-commit-hooks.yaml` is not committed, so pre-commit cannot be tried")
  return clone


def readme_block(start):
  """The block of the README that starts so."""
  text = (ROOT / "README.md").read_text(encoding="utf-8")
  found = [block for block in re.findall(r"^```\w+\n(.*?)^```", text, re.M | re.S) if block.startswith(start)]
  if len(found) != 1:
    sys.exit(f"README.md has {len(found)} blocks that start with {start!r}")
  return found[0]
