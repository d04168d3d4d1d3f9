"""What mutants there are: one line of one source file changed by universalmutator's rules for Swift, in an order of their own.

The order comes from a hash of the seed and the mutant, so it stays as it is when other lines change.
"""

import contextlib
import dataclasses
import hashlib
import io
import pathlib
import re
import subprocess
import sys

# The version decides which mutants there are, and with them the sample.
TOOL = "universalmutator==1.14.1"
RULES = ["universal.rules", "c_like.rules", "swift.rules"]
AREAS = {
  "parser": ["NetSyntax"],
  "formatter": ["NetFormat"],
  "writer": ["NetJSON"],
  "rules": ["NetLint", "NetModel"],
}
# Tables that a script made of Unicode's or IANA's data: no program text, and mostly digits.
MADE = "// Made by generate-"


@dataclasses.dataclass(frozen=True)
class Mutant:
  area: str
  file: str
  line: int
  was: str
  now: str
  # How many lines of the file before this one read the same.
  before: int

  @property
  def module(self):
    return pathlib.PurePath(self.file).parts[1]

  @property
  def key(self):
    """Names the mutant, whatever is added or removed above it and however it is spaced."""
    return "\0".join([self.file, program(self.was), program(self.now), str(self.before)])

  def place(self, text):
    lines = text.splitlines(keepends=True)
    lines[self.line - 1] = self.now
    return "".join(lines)

  def diff(self):
    shown = [f"{self.file}:{self.line}"]
    shown += [f"- {line.strip()}" for line in self.was.splitlines()]
    shown += [f"+ {line.strip()}" for line in self.now.splitlines()]
    return "\n".join(shown)


def ordered(package, scratch, area, seed):
  """The area's mutants, shuffled by the seed."""
  rules = tool(scratch)
  found = []
  for module in AREAS[area]:
    for path in sorted((package / "Sources" / module).rglob("*.swift")):
      found += of(path.read_text(), str(path.relative_to(package)), area, rules)
  return sorted(found, key=lambda mutant: hashlib.sha256(f"{seed}\0{mutant.key}".encode()).digest())


def of(text, file, area, rules):
  if text.startswith(MADE):
    return []
  lines = text.splitlines(keepends=True)
  with contextlib.redirect_stdout(io.StringIO()):
    made = rules(lines, RULES, ignorePatterns=[])
  mutants = {}
  for number, now, *_ in made:
    was = lines[number - 1]
    if program(was) and program(was) != program(now):
      mutant = Mutant(area, file, number, was, now, lines[: number - 1].count(was))
      mutants.setdefault(mutant.key, mutant)
  return list(mutants.values())


def program(line):
  """The line without comments and white space. A comment's mark in a text in quotes is taken for a comment."""
  return re.sub(r"\s", "", re.sub(r"/\*.*?\*/|//.*", "", line))


def tool(scratch):
  """universalmutator's function, from a virtual environment that is made where it is missing."""
  venv = scratch / "venv"
  if not list(venv.glob("lib/*/site-packages/universalmutator")):
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin" / "pip", "install", "--quiet", TOOL], check=True)
  sys.path.extend(str(path) for path in venv.glob("lib/*/site-packages"))
  from universalmutator import mutator

  return mutator.mutants_regexp
