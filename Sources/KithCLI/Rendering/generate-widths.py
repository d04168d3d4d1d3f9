#!/usr/bin/env python3
"""Writes WidthTable.swift from the Unicode Character Database (Debian's package `unicode-data`).

    python3 generate-widths.py > WidthTable.swift
"""

import re

UCD = "/usr/share/unicode/"
PER_LINE = 6


def ranges_of(path, wanted):
    with open(UCD + path, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
            if match and match[3] in wanted:
                first = int(match[1], 16)
                yield range(first, int(match[2] or match[1], 16) + 1)


def version_of(path):
    with open(UCD + path, encoding="utf-8") as file:
        return re.search(r"-(\d+\.\d+\.\d+)\.txt", file.readline())[1]


def written(name, comment, scalars):
    scalars = sorted(scalars)
    pairs = []
    for scalar in scalars:
        if pairs and pairs[-1][1] == scalar - 1:
            pairs[-1][1] = scalar
        else:
            pairs.append([scalar, scalar])
    words = [f"0x{first:X}, 0x{last:X}," for first, last in pairs]
    print(f"\n/// {comment}\nlet {name}: [UInt32] = [")
    for index in range(0, len(words), PER_LINE):
        print("  " + " ".join(words[index : index + PER_LINE]))
    print("]")


wide = {s for r in ranges_of("EastAsianWidth.txt", {"W", "F"}) for s in r}
# Unassigned places that the standard reserves for wide ideographs (the @missing lines of the same file).
for first, last in [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]:
    wide |= set(range(first, last + 1))

zero = {s for r in ranges_of("extracted/DerivedGeneralCategory.txt", {"Mn", "Me", "Cf"}) for s in r}
# Signs that are of category Cf and still take a column.
zero -= set(range(0x600, 0x606)) | {0xAD, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
# Vowels and final consonants of Hangul, which join the syllable before them.
zero |= set(range(0x1160, 0x1200)) | set(range(0xD7B0, 0xD7C7)) | set(range(0xD7CB, 0xD7FC))

print(
    f"""// Made by generate-widths.py from Unicode {version_of("EastAsianWidth.txt")}; not to be edited.
// Both tables hold the first and last scalar of each range in turn, in order."""
)
written("wideRanges", "Scalars two columns wide: East_Asian_Width W and F.", wide - zero)
written("zeroWidthRanges", "Scalars that take no column of their own: marks and format characters.", zero)
