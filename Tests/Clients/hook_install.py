"""Putting the hook in its place and taking it away, with git's own eyes."""

import os
import signal
import subprocess
import time

from hook_worlds import BAD, GOOD, Repository, readme_block

SHORT_PATH = "/usr/bin:/bin"


def short_path(guard, tally):
  """As programs with windows have it."""
  repository = guard.first_steps()
  repository.stage("june.net", BAD)
  tally.stopped("a bad one", repository, repository.commit(PATH=SHORT_PATH))
  repository.stage("june.net", GOOD)
  tally.passes("a good one", repository, repository.commit(PATH=SHORT_PATH))


def without_kith(guard, tally):
  repository = guard.first_steps()
  repository.stage("june.net", GOOD)
  away = guard.world.kith.with_name("kith away")
  guard.world.kith.rename(away)
  done = repository.commit(PATH=SHORT_PATH)
  away.rename(guard.world.kith)
  tally.stopped("any", repository, done, "no kith on the PATH", "remove .git/hooks/pre-commit", "--no-verify")


def interrupted(guard, tally):
  """Ctrl-C while kith runs, and the end of the terminal."""
  for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    repository = guard.first_steps()
    repository.stage("june.net", GOOD)
    repository.seen = repository.head()
    slow = guard.world.new_folder("slow") / "kith"
    slow.write_text("#!/bin/sh\nsleep 60\n")
    slow.chmod(0o755)
    environment = guard.world.environment | {"PATH": f"{slow.parent}:{guard.world.environment['PATH']}"}
    command = subprocess.Popen(
      ["git", "commit", "--quiet", "-m", "notes"], cwd=repository.folder, env=environment, start_new_session=True,
      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    wait(lambda: [folder for folder in guard.world.tmp.iterdir() if (folder / "notes" / ".kith.json").exists()])
    time.sleep(0.2)
    os.killpg(command.pid, number)
    command.communicate(timeout=20)
    # Git itself does not wait for its hook.
    is_empty = wait(lambda: not guard.world.left())
    tally.expect(f"{number.name} stops it and leaves nothing", is_empty and not repository.has_moved(), guard.world.left())


def wait(condition):
  end = time.monotonic() + 20
  while not condition():
    if time.monotonic() > end:
      return False
    time.sleep(0.02)
  return True


def hook_of_somebody(guard, tally):
  hooks = {"a file": lambda path: path.write_text("#!/bin/sh\nexit 0\n"), "a folder": lambda path: path.mkdir(),
           "a link": lambda path: path.symlink_to("elsewhere"),
           "an edited one": lambda path: path.write_bytes(printed(guard) + b"exit 0\n")}
  for what, make in hooks.items():
    for name in ("pre-commit", "pre-merge-commit"):
      repository = Repository(guard.world, guard.world.new_folder())
      path = repository.folder / ".git" / "hooks" / name
      make(path)
      before = looks(path)
      done = guard.world.run(["kith", "hook", "install"], repository.folder)
      tally.expect(f"{what} for {name} stays", done.status == 2 and looks(path) == before and name in done.said, done)
      others = [other for other in path.parent.iterdir() if not other.name.endswith(".sample") and other != path]
      tally.expect("and nothing is installed", others == [], others)
      done = guard.world.run(["kith", "hook", "uninstall"], repository.folder)
      tally.expect("uninstall leaves it, too", looks(path) == before, done)


def printed(guard):
  return subprocess.run([guard.world.kith, "hook", "print"], check=True, stdout=subprocess.PIPE).stdout


def looks(path):
  status = path.lstat()
  return status.st_ino, status.st_mode, status.st_mtime_ns


def older_version(guard, tally):
  """What another version has installed is replaced, and removed."""
  repository = Repository(guard.world, guard.world.new_folder())
  path = repository.folder / ".git" / "hooks" / "pre-commit"
  lines = printed(guard).split(b"\n", 2)
  rest = b"installed='/old'\n\nexit 0\n"
  older = b"\n".join([lines[0], lines[1].rsplit(b" ", 1)[0] + b" %016x" % checksum(rest), rest])
  path.write_bytes(older)
  done = guard.world.run(["kith", "hook", "install"], repository.folder)
  tally.expect("it is renewed, and can be run", "renewed" in done.said and os.access(path, os.X_OK), done)
  path.write_bytes(older)
  done = guard.world.run(["kith", "hook", "uninstall"], repository.folder)
  tally.expect("it is removed", done.status == 0 and not path.exists(), done)


def checksum(text):
  value = 0xCBF29CE484222325
  for byte in text:
    value = (value ^ byte) * 0x100000001B3 & (1 << 64) - 1
  return value


def with_an_own_hook(guard, tally):
  """What the README says to add to it."""
  repository = Repository(guard.world, guard.world.new_folder())
  path = repository.folder / ".git" / "hooks" / "pre-commit"
  path.write_text("#!/bin/sh\ntouch was-here\n" + readme_block("hook=$(kith hook print)"))
  path.chmod(0o755)
  repository.stage("people/doha.net", "# Amara @amara\n")
  repository.stage("june.net", BAD)
  tally.stopped("a bad one", repository, repository.commit())
  tally.expect("the own hook was run, too", (repository.folder / "was-here").exists())
  repository.stage("june.net", BAD.replace("amra", "amara"))
  tally.stopped("without kith any", repository, repository.commit(PATH=SHORT_PATH), "kith")
  tally.passes("a good one", repository, repository.commit())


def any_shell(guard, tally):
  script = guard.world.work / "hook"
  script.write_bytes(printed(guard))
  done = guard.world.run(["shellcheck", "--enable=all", "--exclude=SC2250,SC2310,SC2312", str(script)], guard.world.work)
  tally.expect("shellcheck has nothing to say", done.status == 0, done)
  repository = guard.first_steps()
  for shell in (["dash"], ["bash"], ["bash", "--posix"], ["busybox", "sh"]):
    for text, status in ((GOOD, 0), (BAD, 1)):
      repository.stage("june.net", text)
      done = guard.world.run([*shell, str(script)], repository.folder)
      from_input = guard.world.run([*shell, "-s", "--", "--quiet"], repository.folder, given=script.read_bytes())
      tally.expect(f"{' '.join(shell)} exits with {status}", done.status == from_input.status == status, done)


def nowhere(guard, tally):
  folder = guard.world.new_folder()
  done = guard.world.run(["kith", "hook", "install"], folder)
  tally.expect("outside of a repository it says so", done.status == 2 and "no git repository" in done.said, done)
  guard.world.must(["git", "init", "--quiet", "--bare", "."], folder)
  done = guard.world.run(["kith", "hook", "install"], folder)
  tally.expect("in a bare repository it says so", done.status == 2 and "nothing is committed" in done.said, done)


INSTALLING = [
  short_path, without_kith, interrupted, hook_of_somebody, older_version, with_an_own_hook, any_shell, nowhere,
]
