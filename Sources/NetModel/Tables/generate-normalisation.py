#!/usr/bin/env python3
"""Writes NormalisationData.swift and NormalisationData+Mappings.swift beside itself, from the Unicode
Character Database (Debian's package `unicode-data`).

    python3 generate-normalisation.py
"""

import pathlib
import re

UCD = "/usr/share/unicode/"
WIDTH = 100
BLOCK = 64

# Hangul syllables, and the vowels and final consonants that join what stands before them, are computed.
SYLLABLES = range(0xAC00, 0xD7A4)
VOWELS = range(0x1161, 0x1176)
FINALS = range(0x11A8, 0x11C3)

# Bits of a kind, besides its combining class.
CHANGES, MAY_COMBINE, DECOMPOSES = 1, 2, 4


def version():
    with open(UCD + "DerivedNormalizationProps.txt", encoding="utf-8") as file:
        return re.search(r"-(\d+\.\d+\.\d+)\.txt", file.readline())[1]


def derived(wanted):
    """The scalars with a property, and its value, of DerivedNormalizationProps.txt."""
    found = {}
    with open(UCD + "DerivedNormalizationProps.txt", encoding="utf-8") as file:
        for line in file:
            match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)\s*(?:;\s*(\w+))?", line)
            if match and match[3] == wanted:
                first = int(match[1], 16)
                for scalar in range(first, int(match[2] or match[1], 16) + 1):
                    found[scalar] = match[4]
    return found


def scalars():
    """The combining classes that are not 0, and the canonical decompositions, one step each."""
    combining, decompositions = {}, {}
    with open(UCD + "UnicodeData.txt", encoding="utf-8") as file:
        for line in file:
            fields = line.split(";")
            scalar = int(fields[0], 16)
            if fields[3] != "0":
                combining[scalar] = int(fields[3])
            if fields[5] and not fields[5].startswith("<"):
                decompositions[scalar] = [int(number, 16) for number in fields[5].split()]
    return combining, decompositions


def digits(number, count):
    """A number in base 64, most significant digit first, a digit d as the character U+0030 + d."""
    assert number < 64**count
    return "".join(chr(0x30 + (number >> 6 * place & 63)) for place in reversed(range(count)))


def table(name, comment, text):
    lines = ["", *(f"  /// {line}" for line in comment.splitlines())]
    lines += [f"  static var {name}: StaticDigits {{", "    StaticDigits(", '      #"""']
    lines += [f"      {text[start:start + WIDTH]}\\#" for start in range(0, len(text), WIDTH)]
    return [*lines, "", '      """#)', "  }"]


def write(name, lines):
    header = [f"// Made by generate-normalisation.py from Unicode {version()}; not to be edited.", ""]
    path = pathlib.Path(__file__).parent / name
    path.write_text("\n".join([*header, "import NetSyntax", "", *lines, "}", ""]), encoding="ascii")


def main():
    combining, decompositions = scalars()
    quick, excluded = derived("NFC_QC"), derived("Full_Composition_Exclusion")
    pairs = {tuple(parts): scalar for scalar, parts in decompositions.items() if scalar not in excluded}

    # What Normalisation.swift relies on.
    assert all(len(parts) <= 2 and parts[-1] not in decompositions or len(parts) == 1
               for parts in decompositions.values())
    assert all(scalar not in combining and first not in combining for (first, _), scalar in pairs.items())
    maybe = {scalar for scalar, value in quick.items() if value == "M"}
    assert maybe == {second for _, second in pairs} | set(VOWELS) | set(FINALS)
    assert {scalar for scalar, value in quick.items() if value == "N"} <= set(decompositions)
    assert min(quick) >= 0x300 and min(combining) >= 0x300

    kinds = {(0, 0): 0, (0, DECOMPOSES): 1}
    found = {}
    for scalar in sorted(set(combining) | set(decompositions) | set(quick)):
        bits = DECOMPOSES if scalar in decompositions else 0
        bits |= {"N": CHANGES, "M": MAY_COMBINE}.get(quick.get(scalar), 0)
        found[scalar] = kinds.setdefault((combining.get(scalar, 0), bits), len(kinds))
    # A kind is one character, from U+0030 to U+007E.
    assert len(kinds) <= 79 and not any(scalar in SYLLABLES for scalar in found)

    end = (max(found) // BLOCK + 1) * BLOCK
    numbers, places = {}, ""
    for start in range(0, end, BLOCK):
        text = "".join(chr(0x30 + found.get(scalar, 0)) for scalar in range(start, start + BLOCK))
        places += digits(numbers.setdefault(text, len(numbers)), 2)

    entries = sorted(decompositions)
    orders = [entries.index(scalar) for _, scalar in sorted(pairs.items())]

    write("NormalisationData.swift", [
        "/// What normalisation does to each scalar.",
        "enum NormalisationData {",
        "  /// The version of Unicode.",
        f'  static let version = "{version()}"',
        "",
        "  /// Where the kinds end; behind it all scalars are of kind 0.",
        f"  static var end: UInt32 {{ 0x{end:X} }}",
        *table(
            "blocks",
            f"For each {BLOCK} scalars the number of their block, two digits each.",
            places),
        *table(
            "kinds",
            "The blocks: the kind of each scalar, one digit; 0 for what nothing happens to, 1 for what stands\n"
            "as it is in form C, without a class, and decomposes in form D.",
            "".join(numbers)),
        *table(
            "properties",
            "For each kind its canonical combining class in two digits, then its bits in one: 1 is\n"
            "NFC_Quick_Check=No, 2 NFC_Quick_Check=Maybe, 4 that it has a canonical decomposition.",
            "".join(digits(order, 2) + digits(bits, 1) for order, bits in kinds)),
    ])
    write("NormalisationData+Mappings.swift", [
        "/// Canonical decompositions and compositions.",
        "extension NormalisationData {",
        *table(
            "decompositions",
            "In the order of scalars: a scalar, and the one or two it decomposes to in one step, three\n"
            "digits each; U+0000 where it is only one.",
            "".join(
                "".join(digits(number, 3) for number in [scalar, *decompositions[scalar], 0][:3])
                for scalar in entries))[1:],
        *table(
            "compositions",
            "The entries of `decompositions` that are composed again, two digits each, in the order of\n"
            "their parts.",
            "".join(digits(index, 2) for index in orders)),
    ])


main()
