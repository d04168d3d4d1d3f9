"""Runs programs and takes their times: whatever is compared in turn, round by round, since machines are noisy."""

import os
import pathlib
import statistics
import subprocess
import sys
import time
from typing import NamedTuple


class Subject(NamedTuple):
  """A program that is measured."""

  command: list
  folder: pathlib.Path
  # The bytes that it is given to read.
  reads: int
  # Whether it times its own work and prints the seconds, so that starting and reading do not count.
  is_inside: bool = False
  # The exit codes of a run that did its work.
  codes: tuple = (0,)
  # In how many rounds it takes part; what takes many seconds need not in all.
  rounds: int = 1000


class Run(NamedTuple):
  seconds: float
  # Of the processors; none for work inside a process.
  processor: float | None
  # The peak, in bytes.
  memory: int


def note(text):
  print(text, file=sys.stderr, flush=True)


def rounds(subjects, count, turns=1):
  """The runs of each subject by name, `turns` a round."""
  runs = {name: [] for name in subjects}
  for turn in range(count * turns):
    for name, subject in subjects.items():
      if turn < subject.rounds * turns:
        runs[name].append(measure(name, subject))
  return runs


def measure(name, subject):
  if subject.is_inside:
    output = subprocess.run(
      [str(part) for part in subject.command], check=True, capture_output=True, text=True, cwd=subject.folder)
    # The least of a round is what the machine's other work has disturbed least.
    return Run(float(output.stdout.split()[1]), None, 0)
  code, run = spawn(subject.command, subject.folder)
  if code not in subject.codes:
    sys.exit(f"{name} exits {code} in {subject.folder}: {' '.join(str(part) for part in subject.command)}")
  return run


def spawn(command, folder):
  """Runs a program without input and with its output thrown away; returns its exit code, and what it took."""
  quiet = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1, 2)]
  before = os.getcwd()
  os.chdir(folder)
  try:
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], [str(part) for part in command], os.environ, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
  finally:
    os.chdir(before)
  return os.waitstatus_to_exitcode(status), Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(runs):
  return statistics.median(run.seconds for run in runs)


def paired(left, right, scale=1.0):
  """The median of the rounds' ratios."""
  return scale * statistics.median(a.seconds / b.seconds for a, b in zip(left, right))


def paired_processor(left, right):
  """The same of the processors' time; none for work inside a process, or where the clock is too coarse."""
  ratios = [a.processor / b.processor for a, b in zip(left, right) if a.processor and b.processor]
  return statistics.median(ratios) if ratios else None
