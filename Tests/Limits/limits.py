"""What the commands of this folder share: building, and making texts."""

import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys

PACKAGE = pathlib.Path(__file__).resolve().parent.parent.parent
SCRATCH = PACKAGE / ".build-limits"
# Steadies counts of instructions.
STEADY = {"SWIFT_DETERMINISTIC_HASHING": "1"}


def build(product):
  """Builds a program with optimisation, its libraries inside, and returns its path."""
  command = ["swift", "build", "-c", "release", "--product", product, "--static-swift-stdlib", "--scratch-path", SCRATCH]
  subprocess.run(command, cwd=PACKAGE, env={**os.environ, "KITH_LIMITS": "1"}, check=True, stdout=sys.stderr)
  return SCRATCH / "release" / product


def names(limits, options=()):
  return subprocess.run([limits, "names", *options], check=True, capture_output=True, text=True).stdout.splitlines()


def make(limits, name, size, path):
  with open(path, "wb") as file:
    subprocess.run([limits, "make", name, str(size)], check=True, stdout=file)


def install_valgrind():
  if not shutil.which("valgrind"):
    subprocess.run(["apt-get", "install", "--yes", "--quiet", "valgrind"], check=True, stdout=subprocess.DEVNULL)


def instructions(dump):
  """The instructions that callgrind counted."""
  with open(dump, "rb") as file:
    file.seek(max(0, dump.stat().st_size - 200))
    return int(re.search(rb"^totals: (\d+)", file.read(), re.M)[1])


def table(heads, rows):
  """Prints a table in Markdown, each row as soon as it is there."""
  for row in itertools.chain([heads, ["---"] * len(heads)], rows):
    print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
