"""Judges one mutant: compiles its file, links the tests anew, and runs them until one fails.

Everything happens in a copy of the package, which is built once. The mutant's file is compiled alone, as the debug build
compiles it, and its object takes the original's place when the tests are linked. So a mutant costs seconds, not a build; but
one that changes what other files see of its own (a declaration, a stored property) cannot be judged, and is passed over. A
body never does, not of a function that may be inlined either: the debug build inlines nothing.
"""

import dataclasses
import filecmp
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time

KILLED, SURVIVED, TIMED_OUT, WAITING = "killed", "survived", "timed out", "waiting"
BROKEN, SAME, SEEN = "does not compile", "same program", "changes a declaration"
# The modules, with the test module that knows each best.
OWN = {module: f"{module}Tests" for module in ["NetSyntax", "NetFormat", "NetJSON", "NetLint", "NetModel"]}
# What comes first because it fails soonest: the corpus, and the examples of the specification and of the rules' pages.
SOON = r"CorpusTests\.|SpecificationTests\.SpecificationTests/|NetLintTests\.RulePageTests/"
# Tests of the sources, which in the copy are the original's; of the program itself, which is not linked anew; and slow ones
# of what other tests are made of.
NEVER = r"TidyTests\.|KithFilesTests\.ProgramTests/|SpecificationTests\.(GeneratorTests|ShrinkTests)/"
HERE = "Tests/Mutants/"
# What a test that failed says first; a known issue has another mark.
FAILED = "✘"
MEMORY = 8 << 30
FIELDS = ["--section=swift5_fieldmd", "--section=swift5_reflstr"]
# The end of a mangled name: of code that is compiled once more into each file that calls.
DEFAULT_ARGUMENT = re.compile(r"fA\d*_$")
# The bytes of an instruction, which say nothing of where it stands.
CODE = re.compile(r"^ *[0-9a-f]+: ((?:[0-9a-f]{2} )+)", re.MULTILINE)
# How many times as long as usual tests may take; other work on the machine makes them slower.
PATIENCE = 3
FEWEST_SECONDS = 60


@dataclasses.dataclass
class Verdict:
  outcome: str
  by: str = ""


class Judge:
  def __init__(self, package, scratch):
    self.package, self.copy, self.build = package, scratch / "kith", scratch / "build"
    self.trial = scratch / "trial"
    self.tests = self.trial / "kithPackageTests.xctest"
    self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"}
    self.originals = {}

  def prepare(self):
    """Brings the copy up to date, builds it, and measures how long the tests take when all is well."""
    changed = self.bring()
    self.trial.mkdir(parents=True, exist_ok=True)
    command = ["swift", "build", "--build-tests", "--scratch-path", self.build]
    subprocess.run(command, cwd=self.copy, env=self.environment, check=True)
    manifest = (self.build / "debug.yaml").read_text()
    self.links = arguments(manifest, "Linking ", "kithPackageTests.xctest")
    self.compiles = {module: arguments(manifest, "Compiling Swift Module ", f"'{module}' ") for module in OWN}
    kept = self.trial / "seconds.json"
    self.seconds = json.loads(kept.read_text()) if kept.exists() else {}
    if changed or not self.seconds:
      self.link([])
      # All of them: a test that fails without a mutant would seem to notice each.
      for name, options in stages(OWN):
        start = time.monotonic()
        verdict = self.run(options, None)
        if verdict:
          raise SystemExit(f"the tests must pass before mutants are made: {verdict.by}")
        self.seconds[name] = time.monotonic() - start
      kept.write_text(json.dumps(self.seconds))

  def bring(self):
    """Copies what git knows and what is new; says whether that changed anything."""
    listed = subprocess.run(
      ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      cwd=self.package, check=True, capture_output=True, text=True)
    names = [name for name in listed.stdout.split("\0") if (self.package / name).is_file() and not name.startswith(HERE)]
    # The rules' pages are a folder of the grammar's, too.
    links = [name for name in listed.stdout.split("\0") if name and (self.package / name).is_dir()]
    changed = False
    for name in links:
      there = self.copy / name
      if not there.is_symlink():
        there.parent.mkdir(parents=True, exist_ok=True)
        there.symlink_to((self.package / name).readlink())
    for name in names:
      there = self.copy / name
      if not there.exists() or not filecmp.cmp(self.package / name, there, shallow=False):
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.package / name, there)
        changed = True
    for there in [path for path in self.copy.rglob("*") if path.is_file()]:
      if str(there.relative_to(self.copy)) not in names:
        there.unlink()
        changed = True
    return changed

  def soon(self, mutant):
    """The verdict of the tests that fail soonest, or WAITING if they all pass."""
    verdict = self.placed(mutant)
    if not verdict:
      self.link([mutant])
    return verdict or self.stage([mutant], 0) or self.stage([mutant], 1) or Verdict(WAITING)

  def later(self, mutants):
    """The verdicts of all other tests on mutants that wait for them, each of another file."""
    verdicts = {mutant: self.placed(mutant) for mutant in mutants}
    return verdicts | self.together([mutant for mutant in mutants if not verdicts[mutant]])

  def together(self, mutants):
    """Most of those that are left survive, so they are tried all at once, and by halves if a test fails."""
    if not mutants:
      return {}
    self.link(mutants)
    verdict = self.stage(mutants, 2)
    if verdict and len(mutants) > 1:
      half = len(mutants) // 2
      return self.together(mutants[:half]) | self.together(mutants[half:])
    return dict.fromkeys(mutants, verdict or Verdict(SURVIVED))

  def stage(self, mutants, number):
    name, options = stages([mutant.module for mutant in mutants])[number]
    return self.run(options, max(FEWEST_SECONDS, PATIENCE * self.seconds[name]))

  def placed(self, mutant):
    """Compiles the mutant. Returns a verdict if that makes no program, or no new one, or one that cannot be judged."""
    source, made = self.copy / mutant.file, self.object_of(mutant)
    if not self.compile(mutant.module, source, mutant.place(source.read_text()), made):
      return Verdict(BROKEN)
    if source not in self.originals:
      original = self.trial / "original.o"
      self.compile(mutant.module, source, source.read_text(), original)
      self.originals[source] = (original.read_bytes(), self.interface(original))
    program, interface = self.originals[source]
    if made.read_bytes() == program:
      return Verdict(SAME)
    return None if self.interface(made) == interface else Verdict(SEEN)

  def object_of(self, mutant):
    return self.trial / f"{mutant.module}.{pathlib.PurePath(mutant.file).name}.o"

  def frontend(self, module, source, instead):
    """The compiler's front end as the build calls it, and the module's sources, one of which is replaced."""
    given = self.compiles[module]
    sources = [instead if pathlib.Path(line) == source else pathlib.Path(line) for line in self.sources(module)]
    pairs = ["-module-name", "-I", "-target", "-module-cache-path", "-swift-version", "-package-name"]
    single = ["-Onone", "-enable-testing", "-strict-memory-safety", "-parse-as-library"]
    options = [word for word in given if word.startswith("-D")] + [word for word in single if word in given]
    for name in pairs:
      options += [name, given[given.index(name) + 1]]
    return [given[0], "-frontend", *options], sources

  def sources(self, module):
    listed = next(word for word in self.compiles[module] if word.endswith(f"{module}.build/sources"))
    return [line.strip("'\"") for line in pathlib.Path(listed[1:]).read_text().splitlines()]

  def compile(self, module, source, text, object_of):
    """Compiles a text in the place of one of the module's sources, always at the same path, which the object may name."""
    instead = self.trial / source.name
    instead.write_text(text)
    command, sources = self.frontend(module, source, instead)
    files = [word for path in sources for word in (["-primary-file", path] if path == instead else [path])]
    return subprocess.run([*command, "-c", *files, "-o", object_of], capture_output=True).returncode == 0

  def interface(self, object_of):
    """What other files see of an object: what it alone defines, with types, the order of fields, and default arguments."""
    tools = pathlib.Path(self.links[0]).parent
    symbols = output(tools / "llvm-nm", "--defined-only", "--extern-only", "--format=posix", object_of)
    words = [line.split()[:2] for line in symbols.splitlines()]
    # Weak symbols are those that each object brings along as its bodies need them.
    defined = {(name, kind) for name, kind in words if kind not in "VvWwu"}
    given = [name for name, kind in words if DEFAULT_ARGUMENT.search(name)]
    fields = output(tools / "llvm-objdump", "--full-contents", *FIELDS, object_of).partition("Contents of")[2]
    code = output(tools / "llvm-objdump", f"--disassemble-symbols={','.join(given)}", object_of) if given else ""
    return defined, fields, CODE.findall(code)

  def link(self, mutants):
    """Links the tests, with the objects of mutants in the place of the originals."""
    listed = next(word for word in self.links if word.endswith(".LinkFileList"))
    instead = {f"{m.module}.build/{pathlib.PurePath(m.file).name}.o": str(self.object_of(m)) for m in mutants}
    lines = pathlib.Path(listed[1:]).read_text().splitlines()
    objects = [next((path for end, path in instead.items() if end in line), line) for line in lines]
    chosen = self.trial / "objects"
    chosen.write_text("\n".join(objects))
    words = [f"@{chosen}" if word == listed else word for word in self.links if word != "-g"]
    words[words.index("-o") + 1] = str(self.tests)
    subprocess.run(words, capture_output=True, check=True)

  def run(self, options, seconds):
    """Runs tests until one fails. Returns nothing if all pass."""
    # Outside the checkout: some tests need a folder that no git repository is above.
    litter = tempfile.mkdtemp()
    command = [self.tests, "--testing-library", "swift-testing", *options]
    running = subprocess.Popen(
      command, cwd=self.copy, env={**self.environment, "TMPDIR": litter}, start_new_session=True, text=True,
      errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=limits)
    late = threading.Event()
    clock = threading.Timer(seconds, lambda: (late.set(), end(running))) if seconds else None
    if clock:
      clock.start()
    try:
      failed, last = None, ""
      for line in running.stdout:
        last = line.strip() or last
        if FAILED in line[:10]:
          failed = Verdict(KILLED, line.partition(FAILED)[2].strip()[:200])
          end(running)
          break
      status = running.wait()
    finally:
      if clock:
        clock.cancel()
      end(running)
      shutil.rmtree(litter, ignore_errors=True)
    if failed:
      return failed
    if late.is_set():
      return Verdict(TIMED_OUT)
    return None if status == 0 else Verdict(KILLED, f"exit {status}: {last[:180]}")


def stages(modules):
  """The tests to run for a change in one of the modules, as pairs of a name and options."""
  own = "|".join(rf"{OWN[module]}\." for module in modules)
  return [
    ("soon", ["--filter", f"^({SOON})"]),
    ("own", ["--filter", f"^({own})", "--skip", f"^({SOON})"]),
    # With the modules' own: each of several mutants has been tried by one module's.
    ("others", ["--skip", f"^({SOON}|{NEVER})"]),
  ]


def arguments(manifest, description, end):
  """The words of the command in the build's manifest that is described so."""
  described = False
  for line in map(str.strip, manifest.splitlines()):
    if line.startswith("description:"):
      described = description in line and end in line
    elif described and line.startswith("args:"):
      return json.loads(line.removeprefix("args:"))
  raise SystemExit(f"no command in the build's manifest: {description}{end}")


def output(*command):
  return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def limits():
  # A mutant may ask for memory without end.
  resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
  resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end(running):
  try:
    os.killpg(running.pid, signal.SIGKILL)
  except ProcessLookupError:
    pass
