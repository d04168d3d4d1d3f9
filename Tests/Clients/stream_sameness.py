"""The same notes in a hundred surroundings, of which nothing may show in what kith writes."""

import concurrent.futures
import datetime
import hashlib
import os
import pathlib
import random
import shutil
import subprocess

from stream_outputs import FORMATS
from stream_worlds import ENVIRONMENT, ROOT

RUNS = 100
# In which notebook, and what is typed there.
ASKED = (
  [(".", f"lint --output-format {format}") for format in FORMATS]
  + [
    (".", typed)
    for typed in (
      "format --diff",
      "lint --diff --unsafe-fixes",
      "lint --select all --statistics",
      "lint --show-files",
      "dump model",
    )
  ]
  + [
    (folder, typed)
    for folder in ("Samples/first-steps", "Samples/school-year", "Samples/repair-cafe", "planted")
    for typed in ("json --private", "json --lines")
  ]
  + [("Samples/repair-cafe", "rename @bruna @a-new-one --diff"), ("Samples/school-year", "rename @jose @a-new-one --diff")]
)
ZONES = ("UTC", "Asia/Qatar", "Pacific/Apia", "America/St_Johns", "Nowhere/At_All", ":", "<+14>-14")
LANGUAGES = ("C", "POSIX", "C.UTF-8", "en_US.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "ar_QA.UTF-8", "zz_ZZ", "")
TERMINALS = ("dumb", "xterm", "xterm-256color", "", None)
DATES = ("1970-01-02 00:00:00", "1999-12-31 23:59:58", "2024-02-29 12:00:00", "2038-01-20 00:00:00", "2099-07-01 06:00:00")


def check_sameness(world, tally):
  library = faketime()
  with tally.group(f"{len(ASKED)} outputs in {RUNS} surroundings"):
    first = Surroundings(world, 0, library)
    expected = first.outputs()
    tally.expect(
      "every output says something",
      all(out for out, _, _ in expected.values()),
      [asked for asked, (out, *_) in expected.items() if not out],
    )
    # kith uses the processors itself, and so do we.
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
      for surroundings, outputs in pool.map(lambda number: outputs_in(world, number, library), range(1, RUNS + 1)):
        for asked, output in outputs.items():
          tally.expect(
            f"kith {asked[1]} in {asked[0]} {surroundings}", output == expected[asked], difference(output, expected[asked])
          )
  if library is None:
    tally.pass_over("the calendar", "libfaketime is not here")
    return
  with tally.group("the calendar is not read"):
    for date in DATES:
      environment = {
        **ENVIRONMENT,
        "LD_PRELOAD": str(library),
        "FAKETIME": f"@{date}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": "UTC",
      }
      seen = subprocess.run(["date", "+%Y"], env=environment, capture_output=True, text=True).stdout.strip()
      tally.expect(f"date believes that it is {date}", seen == date[:4], seen)
      outputs = Surroundings(world, 1, library, environment).outputs()
      others = [(asked, difference(outputs[asked], expected[asked])) for asked in outputs if outputs[asked] != expected[asked]]
      tally.expect(f"all outputs on {date}", not others, others)


def outputs_in(world, number, library):
  surroundings = Surroundings(world, number, library)
  return surroundings, surroundings.outputs()


def difference(output, expected):
  """Where two outputs part."""
  for ours, theirs in zip(output, expected):
    if ours != theirs:
      place = len(os.path.commonprefix([ours, theirs]))
      return f"at {place}: {ours[place : place + 60]!r}, not {theirs[place : place + 60]!r}"
  return "nothing"


def faketime():
  """The library that has a program believe another date; installed where that is possible."""

  def found():
    return next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)

  if found() is None and os.geteuid() == 0 and shutil.which("apt-get"):
    for command in (["update", "--quiet"], ["install", "--yes", "--quiet", "--no-install-recommends", "libfaketime"]):
      subprocess.run(["apt-get", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
  return found()


class Surroundings:
  """Where and how one run of everything goes, by the throw of dice."""

  def __init__(self, world, number, library, environment=None):
    self.world, self.dice = world, random.Random(number)
    self.library, dice = library, self.dice
    self.folder = (
      world.work
      / ("x" * dice.randrange(1, 60))
      / f"{number} {hashlib.sha1(str((number, environment)).encode()).hexdigest()[:6]}"
    )
    self.home = dice.choice([str(world.work), "/", "/nowhere", ""])
    self.umask = dice.choice([0o022, 0, 0o077, 0o177])
    processors = sorted(os.sched_getaffinity(0))
    self.processors = set(dice.sample(processors, dice.randint(1, len(processors))))
    self.environment = environment or self.variables()
    self.copy()

  def variables(self):
    dice = self.dice
    chosen = {
      **ENVIRONMENT,
      "HOME": self.home,
      "TZ": dice.choice(ZONES),
      "LANG": dice.choice(LANGUAGES),
      "LC_ALL": dice.choice(LANGUAGES),
    }
    chosen |= {
      "LC_COLLATE": dice.choice(LANGUAGES),
      "TERM": dice.choice(TERMINALS),
      "COLUMNS": dice.choice(["20", "500", None]),
    }
    chosen |= {
      "USER": dice.choice(["amara", "jun"]),
      "PWD": dice.choice(["/", "elsewhere"]),
      "TMPDIR": dice.choice(["/tmp", "/nowhere"]),
    }
    # Without it hashing has another seed in each process.
    chosen["SWIFT_DETERMINISTIC_HASHING"] = dice.choice([None, None, None, "1"])
    return {name: value for name, value in chosen.items() if value is not None}

  def copy(self):
    """The notes, made in any order, with any dates."""
    files = []
    for source, target in ((ROOT / "Samples", "Samples"), (ROOT / "Tests" / "Corpus" / "planted", "planted")):
      files += [(path, self.folder / target / path.relative_to(source)) for path in sorted(source.rglob("*")) if path.is_file()]
    self.dice.shuffle(files)
    for source, target in files:
      target.parent.mkdir(parents=True, exist_ok=True)
      shutil.copyfile(source, target)
      moment = self.dice.randrange(0, int(datetime.datetime(2040, 1, 1).timestamp()))
      os.utime(target, (moment, moment))

  def outputs(self):
    """What each command writes, and its exit code."""

    def run(folder, typed):
      under = ["taskset", "--cpu-list", ",".join(map(str, self.processors))]
      done = self.world.run(self.folder / folder, typed.split(), under=under, environment=self.environment, umask=self.umask)
      return done.out, done.err, str(done.status).encode()

    outputs = {asked: run(*asked) for asked in ASKED}
    shutil.rmtree(self.folder)
    return outputs

  def __str__(self):
    names = ("HOME", "TZ", "LANG", "LC_ALL", "LC_COLLATE", "TERM", "COLUMNS", "SWIFT_DETERMINISTIC_HASHING")
    chosen = " ".join(f"{name}={self.environment.get(name)}" for name in names)
    return f"({chosen}, umask {self.umask:o}, processors {self.processors})"
