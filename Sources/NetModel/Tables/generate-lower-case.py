#!/usr/bin/env python3
"""Writes LowerCaseData.swift from the Unicode Character Database (Debian's package `unicode-data`).

    python3 generate-lower-case.py > LowerCaseData.swift
"""

import re

UCD = "/usr/share/unicode/"
WIDTH = 100

# Its lower case is two scalars, U+0069 U+0307: LowerCase.swift knows it.
CAPITAL_I_WITH_DOT = 0x130


def version():
    with open(UCD + "SpecialCasing.txt", encoding="utf-8") as file:
        return re.search(r"-(\d+\.\d+\.\d+)\.txt", file.readline())[1]


def mappings():
    """Every scalar that has another lower case, and that."""
    found = {}
    with open(UCD + "UnicodeData.txt", encoding="utf-8") as file:
        for line in file:
            fields = line.split(";")
            if fields[13]:
                found[int(fields[0], 16)] = int(fields[13], 16)
                # The function looks only at capitals and at what is neither letter, mark nor digit.
                assert fields[2] in ("Lu", "Lt", "Nl", "So")
    return found


def special():
    """The scalars whose lower case is, whatever stands around them, other than UnicodeData.txt says."""
    with open(UCD + "SpecialCasing.txt", encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            # A fifth field that is not empty is the condition.
            if len(fields) == 5 and fields[1] != fields[0]:
                scalar = int(fields[0], 16)
                if [int(number, 16) for number in fields[1].split()] != [known.get(scalar, scalar)]:
                    yield scalar


def digits(number, count):
    """A number in base 64, most significant digit first, a digit d as the character U+0030 + d."""
    assert number < 64**count
    return "".join(chr(0x30 + (number >> 6 * place & 63)) for place in reversed(range(count)))


known = mappings()
assert list(special()) == [CAPITAL_I_WITH_DOT]
del known[CAPITAL_I_WITH_DOT]

# First and last scalar, the step from one to the next, and the lower case of the first.
ranges = []
for scalar in sorted(known):
    if ranges:
        first, last, step, lower = ranges[-1]
        fits = scalar - last == step or first == last and scalar - last == 2
        if fits and known[scalar] - scalar == lower - first:
            ranges[-1] = (first, scalar, scalar - last, lower)
            continue
    ranges.append((scalar, scalar, 1, known[scalar]))
text = "".join(
    digits(first, 3) + digits(last, 3) + digits(step, 1) + digits(lower, 3)
    for first, last, step, lower in ranges)

print(
    f"""// Made by generate-lower-case.py from Unicode {version()}; not to be edited.

import NetSyntax

/// The simple lower-case mappings.
enum LowerCaseData {{
  /// The version of Unicode.
  static let version = "{version()}"

  /// Ranges in the order of scalars: the first and the last scalar (three digits each), the step from one
  /// to the next (one), the lower case of the first (three); the others lie as far from theirs.
  static var ranges: StaticDigits {{
    StaticDigits(
      #\"\"\"""")
for start in range(0, len(text), WIDTH):
    print(f"      {text[start:start + WIDTH]}\\#")
print('\n      """#)\n  }\n}')
