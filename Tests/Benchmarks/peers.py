"""The programs that are compared: kith, built as it is to be installed, and the others, installed where they are missing."""

import os
import pathlib
import platform
import shutil
import subprocess
import sys
from typing import NamedTuple

from measuring import note

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
# Of Debian: the program, or the file, by which to tell whether it is there, and the package it comes from.
DEBIAN = {
  "/usr/include/md4c.h": "libmd4c-dev", "cmark": "cmark", "jq": "jq", "hledger": "hledger", "ledger": "ledger",
  "recfix": "recutils",
}
PYPI = ["ruff", "rumdl", "orjson"]


class Peers(NamedTuple):
  kith: pathlib.Path
  # Times kith's stages inside one process.
  stages: pathlib.Path
  # Reads a file and has md4c parse it, with callbacks that do nothing.
  md4c: pathlib.Path
  ruff: pathlib.Path
  rumdl: pathlib.Path
  # A Python that has orjson.
  python: pathlib.Path


def prepare(folder, kith):
  """Builds and installs what is missing.

  `kith` is the program to measure; None to have one built.
  """
  install_debian()
  binaries = install_pypi(folder)
  kith, stages = build_kith(folder, kith)
  return Peers(kith, stages, build_md4c(folder), binaries / "ruff", binaries / "rumdl", binaries / "python")


def install_debian():
  missing = [package for name, package in DEBIAN.items() if not shutil.which(name) and not pathlib.Path(name).exists()]
  if missing:
    note(f"installing {', '.join(missing)}")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    # A new machine has no list of packages yet.
    for command in (["update", "--quiet"], ["install", "--yes", "--quiet", *missing]):
      run([*sudo, "apt-get", *command])


def install_pypi(folder):
  venv = folder / "venv"
  if not (venv / "bin" / "python").exists():
    run([sys.executable, "-m", "venv", venv])
  pip = [venv / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]
  missing = [name for name in PYPI if quiet(*pip, "show", name).returncode != 0]
  if missing:
    note(f"installing {', '.join(missing)}")
    run([*pip, "install", "--quiet", *missing])
  return venv / "bin"


def build_md4c(folder):
  program = folder / "md4c-callback"
  run(["cc", "-O2", "-o", program, HERE / "md4c-callback.c", "-lmd4c"])
  return program


def build_kith(folder, kith):
  """Builds both programs, kith linked statically; returns their paths."""
  for product in ["kith-benchmarks"] if kith else ["kith", "kith-benchmarks"]:
    note(f"building {product}")
    linking = ["-Xswiftc", "-static-executable"] if product == "kith" else ["--static-swift-stdlib"]
    # Each in a place of its own, since other flags would have all of it built again, every time.
    scratch = folder / f"build-{product}"
    build = ["swift", "build", "-c", "release", "--package-path", PACKAGE, "--scratch-path", scratch]
    run([*build, "--product", product, *linking], env={**os.environ, "KITH_BENCHMARKS": "1"})
    shutil.copy2(scratch / "release" / product, folder / product)
  return pathlib.Path(kith).resolve() if kith else folder / "kith", folder / "kith-benchmarks"


def run(command, **more):
  """Runs a command that has to succeed, its output on standard error, so that ours stays clean."""
  subprocess.run([str(part) for part in command], check=True, stdout=sys.stderr, **more)


def quiet(*command):
  return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def machine(peers):
  """What the numbers depend on besides kith."""
  model = platform.processor()
  information = pathlib.Path("/proc/cpuinfo")
  if information.exists():
    lines = information.read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
  versions = {
    "swift": ["swift", "--version"], "md4c": ["dpkg-query", "-W", "-f", "${Version}", "libmd4c-dev"],
    "cmark": ["cmark", "--version"], "rumdl": [peers.rumdl, "--version"], "ruff": [peers.ruff, "--version"],
    "jq": ["jq", "--version"], "orjson": [peers.python, "-c", "import orjson; print(orjson.__version__)"],
    "hledger": ["hledger", "--version"], "ledger": ["ledger", "--version"], "recfix": ["recfix", "--version"],
  }
  return {
    "cpu": model,
    "cores": os.cpu_count(),
    "system": f"{platform.system()} {platform.release()}",
    "memoryBytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
    # How many other things were running: on a busy machine the times of whole processes say little.
    "load": os.getloadavg()[0],
    "versions": {name: first_line(quiet(*command).stdout) for name, command in versions.items()},
  }


def first_line(text):
  return next((line.strip() for line in text.splitlines() if line.strip()), "unknown")
