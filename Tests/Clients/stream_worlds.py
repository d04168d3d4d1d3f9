"""What check-streams plays in: folders that are thrown away, kith run with streams of any kind, and the count of what held."""

import collections
import contextlib
import fcntl
import os
import pathlib
import pty
import shutil
import subprocess
import threading
import time
import tty

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PATIENCE = 20  # seconds until a run is taken to hang
# Variables that kith, git or the loader reads are those of the case and no others.
READ_BY_SOMEBODY = ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "LD_PRELOAD", "COLUMNS")
ENVIRONMENT = {
  name: value for name, value in os.environ.items() if name not in READ_BY_SOMEBODY and not name.startswith("GIT_")
} | {"TERM": "xterm", "SWIFT_BACKTRACE": "enable=no"}

Done = collections.namedtuple("Done", "status out err")


class Tally:
  """Counts what held, group by group; says at once what did not."""

  def __init__(self):
    self.passed = self.failed = 0
    self.lock = threading.Lock()

  def expect(self, what, holds, said=""):
    with self.lock:
      if holds:
        self.passed += 1
      else:
        self.failed += 1
        print(f"FAIL  {what}\n      {said!s:.1500}", flush=True)
    return holds

  @contextlib.contextmanager
  def group(self, name):
    before, start = (self.passed, self.failed), time.monotonic()
    yield
    passed, failed = self.passed - before[0], self.failed - before[1]
    # A group in which nothing was tried shows nothing.
    self.expect(f"{name}: something is tried", passed + failed > 0)
    print(f"{'FAIL' if failed else 'ok'}  {name}: {passed} of {passed + failed} ({time.monotonic() - start:.0f} s)", flush=True)

  def pass_over(self, name, why):
    print(f"--    {name}: not tried, {why}", flush=True)

  def report(self):
    print(f"{self.passed} passed, {self.failed} failed")
    return 1 if self.failed else 0


class World:
  """A folder for everything, and kith in it where every user can run it."""

  def __init__(self, work, kith):
    self.work = pathlib.Path(work).resolve()
    self.work.chmod(0o755)
    self.kith = pathlib.Path(shutil.copy(kith, self.work / "kith"))
    self.number = 0

  def folder(self, files=()):
    """A new folder with files in it, by name and content; a `.kith.json` makes it a notebook of its own."""
    self.number += 1
    folder = self.work / f"notes {self.number}"
    folder.mkdir()
    for name, content in {".kith.json": "{}", **dict(files)}.items():
      path = os.path.join(os.fsencode(folder), os.fsencode(name))
      os.makedirs(os.path.dirname(path), exist_ok=True)
      with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return folder

  def start(self, folder, arguments, under=(), environment=None, **streams):
    command = [*under, self.kith, *arguments]
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT if environment is None else environment, **streams)

  def run(self, folder, arguments, stdin=None, **rest):
    """Runs kith with pipes, or with what is given in their place."""
    source = {"stdin": subprocess.DEVNULL} if stdin is None else {"stdin": subprocess.PIPE}
    streams = source | {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | rest
    with self.start(folder, arguments, **streams) as process:
      try:
        out, err = process.communicate(stdin, timeout=PATIENCE)
      except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return Done("hangs", out, err)
    return Done(process.returncode, out or b"", err or b"")


def files_in(folder):
  """Every file below a folder with what it holds, whatever its name is."""
  held = {}
  for place, _, names in os.walk(os.fsencode(folder)):
    for name in names:
      path = os.path.join(place, name)
      if os.path.isfile(path) and not os.path.islink(path):
        with open(path, "rb") as file:
          held[os.path.relpath(path, os.fsencode(folder))] = file.read()
  return held


def new_terminal():
  """Both ends of a terminal that changes nothing of what is written to it."""
  ours, theirs = pty.openpty()
  tty.setraw(theirs)
  return ours, theirs


class Drain(threading.Thread):
  """Takes everything from a descriptor, as slowly as asked, until the writer has gone."""

  def __init__(self, descriptor, size=1 << 16, pause=0.0, most=None):
    super().__init__(daemon=True)
    self.descriptor, self.size, self.pause, self.most = descriptor, size, pause, most
    self.taken = b""
    self.start()

  def run(self):
    while self.most is None or len(self.taken) < self.most:
      try:
        left = self.size if self.most is None else self.most - len(self.taken)
        piece = os.read(self.descriptor, min(self.size, left))
      except OSError:  # a terminal ends with EIO
        break
      if not piece:
        break
      self.taken += piece
      time.sleep(self.pause)
    os.close(self.descriptor)


def run_in_terminals(world, folder, arguments, stdin=b"", **rest):
  """Runs kith with a terminal for each of its outputs."""
  out, out_end = new_terminal()
  err, err_end = new_terminal()
  drains = [Drain(out), Drain(err)]
  try:
    done = world.run(folder, arguments, stdin=stdin, stdout=out_end, stderr=err_end, **rest)
  finally:
    os.close(out_end)
    os.close(err_end)
  for drain in drains:
    drain.join()
  return Done(done.status, drains[0].taken, drains[1].taken)


def is_trap(status):
  """Whether a run was ended by a signal or had to be ended."""
  return status == "hangs" or (isinstance(status, int) and status < 0)


def set_non_blocking(descriptor):
  fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_NONBLOCK)
