"""Notes in a folder of their own, and what has become of them."""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

NAME = "notes.net"
MODE = 0o640
OWNER = 1234
ATTRIBUTE = ("user.origin", b"Doha")


class Notes:
  """A folder with one file to format, or several."""

  old = b"* a  \n* b  \n"
  new = b""

  @classmethod
  def learn(cls, kith, folder):
    """Takes for the new notes what kith makes of them where nothing goes wrong."""
    with cls(folder) as notes:
      status, said = notes.format(kith)
      cls.new = notes.content()
      if status != 0 or cls.new == cls.old:
        raise SystemExit(f"`kith format` leaves {cls.old!r} as it is, with exit {status}: {said}")
      problem = notes.loss()
      if problem:
        raise SystemExit(f"without any fault, {problem}")

  def __init__(self, parent, names=(NAME,), times=1):
    self.parent = parent
    self.names = list(names)
    self.times = times

  def __enter__(self):
    self.folder = pathlib.Path(tempfile.mkdtemp(dir=self.parent))
    os.chmod(self.folder, 0o777)
    for name in self.names:
      path = self.folder / name
      path.write_bytes(self.old * self.times)
      if os.geteuid() == 0:
        os.chown(path, OWNER, OWNER)
      os.chmod(path, MODE)
      try:
        os.setxattr(path, *ATTRIBUTE)
        self.has_attribute = True
      except OSError:
        self.has_attribute = False
    self.before = self.state()
    return self

  def __exit__(self, *_):
    shutil.rmtree(self.folder)

  def format(self, kith, under=(), **options):
    """Runs kith on the notes, and returns its exit code, below 0 for a signal, and what it said."""
    done = subprocess.run(self.command(kith, under), capture_output=True, timeout=60, **options)
    # A shell's way to say that a signal ended it; strace ends by the same signal.
    return done.returncode, done.stderr.decode(errors="replace").strip()

  def command(self, kith, under=()):
    return [*under, str(kith), "format", *(str(self.folder / name) for name in self.names)]

  def content(self, name=NAME):
    return (self.folder / name).read_bytes()

  def state(self):
    status = os.stat(self.folder / NAME)
    return status.st_ino, status.st_mtime_ns

  def litter(self):
    return sorted(set(os.listdir(self.folder)) - set(self.names))

  def loss(self):
    """What a file has lost of what it had besides its text; nothing if all is well."""
    for name in self.names:
      path = self.folder / name
      status = os.stat(path)
      if status.st_mode & 0o7777 != MODE:
        return f"the mode of {name} is {status.st_mode & 0o7777:o}"
      if os.geteuid() == 0 and (status.st_uid, status.st_gid) != (OWNER, OWNER):
        return f"{name} belongs to {status.st_uid}:{status.st_gid}"
      if self.has_attribute and os.getxattr(path, ATTRIBUTE[0]) != ATTRIBUTE[1]:
        return f"{name} has another attribute"
    return ""

  def judge(self, status, said, fault):
    """What a run has left, which is to be the old or the new notes and nothing in between."""
    result = Result(said=said)
    contents = [self.content(name) for name in self.names]
    result.old = contents.count(self.old * self.times)
    result.new = contents.count(self.new * self.times)
    result.litter = len(self.litter())
    if result.old + result.new != len(contents):
      result.problem = f"{fault}: the notes are {contents!r:.100}"
    elif status == 0 and result.old:
      result.problem = f"{fault}: exit 0, and the notes are the old ones"
    elif self.loss():
      result.problem = f"{fault}: {self.loss()}"
    elif self.names == [NAME] and result.old and self.state() != self.before:
      result.problem = f"{fault}: the old notes are not the same file"
    return result

  def judge_next(self, kith, result):
    """As `judge`, for a second run that nothing disturbs."""
    status, said = self.format(kith)
    if result.problem:
      return result
    if status != 0 or any(self.content(name) != self.new * self.times for name in self.names):
      result.problem = f"the next run exits {status}: {said}"
    elif self.loss():
      result.problem = f"after the next run, {self.loss()}"
    elif self.litter():
      result.problem = f"the next run leaves {self.litter()}"
    return result


@dataclasses.dataclass
class Result:
  """How one case ended: how many files are old, new, or another program's, and what is wrong, if anything is."""

  old: int = 0
  new: int = 0
  others: int = 0
  litter: int = 0
  problem: str = ""
  said: str = ""

  @property
  def is_new(self):
    return self.new > 0


class Tally:
  """The table of all cases."""

  def __init__(self):
    self.rows = {}
    self.said = set()
    self.skipped = []

  def add_all(self, row, pool, cases):
    if isinstance(cases, str):
      self.skipped.append(f"{row}: passed over, {cases}")
      return
    for result in pool.map(lambda case: case(), cases):
      self.add(row, result)

  def add(self, row, result):
    self.rows.setdefault(row, []).append(result)
    self.said.update(re.sub(r"/[^`]*/", "", line) for line in result.said.splitlines())

  def report(self, seconds):
    """Prints the table; returns the exit code."""
    print("| fault | cases | old | new | another's | left over, then removed | harmed |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for row, results in self.rows.items():
      counts = [len(results)] + [sum(getattr(r, key) for r in results) for key in ("old", "new", "others", "litter")]
      print(f"| {row} | {' | '.join(map(str, counts))} | {sum(bool(r.problem) for r in results)} |")
    results = [result for row in self.rows.values() for result in row]
    failed = [result.problem for result in results if result.problem]
    print("\nWhat kith said:\n")
    for said in sorted(self.said):
      print(f"- {said}")
    for line in self.skipped + failed:
      print(f"\n{line}")
    print(f"\n{len(results) - len(failed)} passed, {len(failed)} failed, in {seconds:.0f} s")
    return 1 if failed else 0
