"""The system calls of a save, found out with strace."""

import collections
import dataclasses
import re
import tempfile

from notes import NAME

# What is no business with files: memory, threads, and leaving.
OTHERS = re.compile(
  "mmap|munmap|mprotect|mremap|madvise|brk|futex|exit|exit_group|clone3?|rseq|set_robust_list|gettid|sched_.*|rt_sig.*|getrandom"
)
SWAPS = ("renameat2", "renameat", "rename")


def strace(log, rules, options=()):
  injections = [part for rule in rules for part in ("-e", f"inject={rule}")]
  return ["strace", "-f", "-qq", "-o", str(log), *options, *injections]


@dataclasses.dataclass
class Call:
  """A call: its name, the how many-eth of that name in its thread it is, and its line in the trace."""

  name: str
  number: int
  line: str

  @property
  def is_output(self):
    return self.name in ("write", "close") and re.match(r"\w+\([12]\b", self.line) is not None

  def __str__(self):
    return f"{self.name} number {self.number}"


@dataclasses.dataclass
class Save:
  """The calls from the one that opens the notes to the last one, and which of them is the swap, if there is one."""

  calls: list
  swap: int
  folder: str

  @property
  def swaps_by_exchange(self):
    return self.swap < len(self.calls) and "RENAME_EXCHANGE" in self.calls[self.swap].line

  def disorder(self):
    """What is wrong with the order; nothing if the notes are on the disk before the swap and the folder after it."""
    if self.swap == len(self.calls):
      return "the new notes are not swapped in"
    lines = [call.line for call in self.calls]
    writes = [i for i, line in enumerate(lines) if re.match(r"p?write\w*\((?![12]\b)", line)]
    syncs = [i for i, line in enumerate(lines) if re.match(r"f(data)?sync\(", line)]
    of_folder = [i for i in syncs if f"<{self.folder}>" in lines[i]]
    of_draft = [i for i in syncs if i not in of_folder]
    if not writes or not any(writes[-1] < i < self.swap for i in of_draft):
      return "the new notes are not on the disk before they are swapped in"
    if not any(i > self.swap for i in of_folder):
      return "the folder is not on the disk after the swap"
    for line in lines:
      if ("O_TMPFILE" in line or "O_CREAT" in line) and not re.search(r", 0600\) ", line):
        return f"the draft is open to others: {line}"
    return ""


def trace(kith, notes, rules):
  """Runs an undisturbed save, but for the calls that `rules` refuse."""
  with tempfile.NamedTemporaryFile("r", suffix=".strace") as log:
    status, said = notes.format(kith, strace(log.name, rules, ["-y"]))
    if status != 0:
      raise SystemExit(f"without a fault, but with {rules}, kith exits {status}: {said}")
    lines = log.read().splitlines()
  counts = collections.Counter()
  calls = []
  for line in lines:
    match = re.match(r"(\d+) +((\w+)\(.*)", line)
    if match is None:
      continue
    counts[match[1], match[3]] += 1
    call = Call(match[3], counts[match[1], match[3]], match[2])
    is_opening = call.name.startswith("open") and NAME in call.line
    if (calls or is_opening) and not OTHERS.fullmatch(call.name):
      calls.append(call)
  swaps = [i for i, call in enumerate(calls) if call.name in SWAPS and re.search(r"= 0\b", call.line)]
  return Save(calls, swaps[-1] if swaps else len(calls), str(notes.folder))
