"""Judges one mutant: compiles its file, links the tests anew, and runs them until one fails.

Everything happens in a copy of the package, which is built once. The mutant's file is compiled alone, as the debug build
compiles it, and its object takes the original's place when the tests are linked. So a mutant costs seconds, not a build; but
one that changes what other files see of its own (a declaration, a stored property) cannot be judged, and is passed over.
"""

import dataclasses
import filecmp
import json
import os
import pathlib
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
# Tests of the sources, which in the copy are the original's, and slow ones of what other tests are made of.
NEVER = r"TidyTests\.|SpecificationTests\.(GeneratorTests|ShrinkTests)/"
HERE = "Tests/Mutants/"
# What a test that failed says first; a known issue has another mark.
FAILED = "✘"
MEMORY = 8 << 30
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
      self.link({})
      # The long ones are measured once.
      for name, options in stages(OWN)[: 1 if self.seconds else None]:
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
    changed = False
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
    return verdict or self.stage(mutant, 0) or self.stage(mutant, 1) or Verdict(WAITING)

  def later(self, mutant):
    """The verdict of all other tests, on a mutant that waits for it."""
    verdict = self.placed(mutant)
    return verdict or self.stage(mutant, 2) or Verdict(SURVIVED)

  def stage(self, mutant, number):
    name, options = stages([mutant.module])[number]
    return self.run(options, max(FEWEST_SECONDS, PATIENCE * self.seconds[name]))

  def placed(self, mutant):
    """Links the tests with the mutant. Returns a verdict if that makes no program, or no new one."""
    source = self.copy / mutant.file
    object_of = self.trial / "mutant.o"
    mutated = self.trial / source.name
    mutated.write_text(mutant.place(source.read_text()))
    if not self.compile(mutant.module, source, mutated, object_of):
      return Verdict(BROKEN)
    if object_of.read_bytes() == self.original(mutant.module, source):
      return Verdict(SAME)
    # Once more: the original was compiled in the mutant's place.
    mutated.write_text(mutant.place(source.read_text()))
    if self.interface(mutant.module, source, mutated) != self.interface(mutant.module, source, source):
      return Verdict(SEEN)
    return None if self.link({f"{mutant.module}.build/{source.name}.o": object_of}) else Verdict(SEEN)

  def original(self, module, source):
    """The object of the unchanged file, compiled in the same place as its mutants."""
    if source not in self.originals:
      object_of = self.trial / "original.o"
      shutil.copy(source, self.trial / source.name)
      self.compile(module, source, self.trial / source.name, object_of)
      self.originals[source] = object_of.read_bytes()
    return self.originals[source]

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

  def compile(self, module, source, mutated, object_of):
    command, sources = self.frontend(module, source, mutated)
    files = [word for path in sources for word in (["-primary-file", path] if path == mutated else [path])]
    done = subprocess.run([*command, "-c", *files, "-o", object_of], capture_output=True)
    return done.returncode == 0

  def interface(self, module, source, instead):
    """What the compiler tells other files of the module: declarations with the layout of their values."""
    key = (module, instead == source)
    if key in self.originals:
      return self.originals[key]
    command, files = self.frontend(module, source, instead)
    made = self.trial / "interface" / f"{module}.swiftmodule"
    made.parent.mkdir(exist_ok=True)
    quick = "-experimental-skip-non-inlinable-function-bodies-without-types"
    done = subprocess.run([*command, "-emit-module", quick, *files, "-o", made], capture_output=True)
    found = made.read_bytes() if done.returncode == 0 else b""
    if instead == source:
      self.originals[key] = found
    return found

  def link(self, instead):
    """Links the tests, with objects in place of others that are named by the end of their path."""
    listed = next(word for word in self.links if word.endswith(".LinkFileList"))
    lines = pathlib.Path(listed[1:]).read_text().splitlines()
    objects = [next((str(path) for end, path in instead.items() if end in line), line) for line in lines]
    chosen = self.trial / "objects"
    chosen.write_text("\n".join(objects))
    words = [f"@{chosen}" if word == listed else word for word in self.links if word != "-g"]
    words[words.index("-o") + 1] = str(self.tests)
    return subprocess.run(words, capture_output=True).returncode == 0

  def run(self, options, seconds):
    """Runs tests until one fails. Returns nothing if all pass."""
    litter = tempfile.mkdtemp(dir=self.trial)
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
    ("others", ["--skip", rf"^({SOON}|{own}|{NEVER})"]),
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


def limits():
  # A mutant may ask for memory without end.
  resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
  resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end(running):
  try:
    os.killpg(running.pid, signal.SIGKILL)
  except ProcessLookupError:
    pass
