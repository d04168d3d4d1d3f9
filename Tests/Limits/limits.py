"""What the commands of this folder share: building, and making texts."""

import itertools
import os
import pathlib
import subprocess
import sys

PACKAGE = pathlib.Path(__file__).resolve().parent.parent.parent
SCRATCH = PACKAGE / ".build-limits"


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


def table(heads, rows):
  """Prints a table in Markdown, each row as soon as it is there."""
  for row in itertools.chain([heads, ["---"] * len(heads)], rows):
    print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
