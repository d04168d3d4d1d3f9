#!/usr/bin/env python3
"""Writes Scripts.swift beside itself, from the Unicode Character Database (Debian's package `unicode-data`).

    python3 generate-scripts.py [FOLDER]

The folder is that of the database's files, /usr/share/unicode if it is not given.
"""

import pathlib
import re
import sys
import textwrap

UCD = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
WIDTH = 100

# UTS 39, section 5.1: what is written in several scripts at once.
TOGETHER = {"Hani": ["Hanb", "Jpan", "Kore"], "Hira": ["Jpan"], "Kana": ["Jpan"], "Hang": ["Kore"], "Bopo": ["Hanb"]}
# Those that ScriptSet.swift knows by their number.
NAMED = ["Latn", "Mong", "Hang", "Hani", "Hanb", "Jpan", "Kore"]
# Bits of a script.
JOINS, BREAKS = 1, 2


def lines(name):
    """The fields of each line, with the scalars of the first."""
    with open(UCD / name, encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            match = re.fullmatch(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?", fields[0])
            if match:
                yield range(int(match[1], 16), int(match[2] or match[1], 16) + 1), fields[1:]


def version():
    with open(UCD / "Scripts.txt", encoding="utf-8") as file:
        return re.search(r"-(\d+\.\d+\.\d+)\.txt", file.readline())[1]


def long_names():
    with open(UCD / "PropertyValueAliases.txt", encoding="utf-8") as file:
        fields = [[part.strip() for part in line.split("#")[0].split(";")] for line in file]
    return {each[1]: each[2] for each in fields if each[0] == "sc"}


def scripts():
    """The scripts of every scalar that belongs to one, and to fewer than all."""
    short, found = {long: short for short, long in long_names().items()}, {}
    for scalars, (name,) in lines("Scripts.txt"):
        for scalar in scalars:
            found[scalar] = [short[name]]
    for scalars, (names,) in lines("ScriptExtensions.txt"):
        for scalar in scalars:
            found[scalar] = names.split()
    return {
        scalar: tuple(sorted({*names, *(more for name in names for more in TOGETHER.get(name, []))}))
        for scalar, names in found.items() if names not in (["Zyyy"], ["Zinh"], ["Zzzz"])}


def bits(known):
    """Of each script, whether it needs joiners, and zero-width spaces."""
    found = {}
    wanted = {}
    for scalars, fields in lines("UnicodeData.txt"):
        for scalar in scalars:
            if fields[2] == "9":
                wanted[scalar] = wanted.get(scalar, 0) | JOINS
    for scalars, fields in lines("ArabicShaping.txt"):
        for scalar in scalars:
            if fields[1] in "RLD":
                wanted[scalar] = wanted.get(scalar, 0) | JOINS
    for scalars, fields in lines("LineBreak.txt"):
        for scalar in scalars:
            if fields[0] == "SA":
                wanted[scalar] = wanted.get(scalar, 0) | BREAKS
    for scalar, bit in wanted.items():
        # Marks of several scripts say nothing of any one.
        if len(known.get(scalar, ())) == 1:
            found[known[scalar][0]] = found.get(known[scalar][0], 0) | bit
    return found


def properties(wanted):
    return {scalar for scalars, fields in lines("emoji/emoji-data.txt") if fields[0] in wanted for scalar in scalars}


def varying(known):
    """What a variation selector changes: emoji, ideographs, and the standardised variants."""
    found = properties({"Emoji", "Extended_Pictographic"})
    found |= {scalar for scalar, names in known.items() if "Hani" in names}
    with open(UCD / "StandardizedVariants.txt", encoding="utf-8") as file:
        for line in file:
            match = re.match(r"([0-9A-F]+) ([0-9A-F]+);", line)
            if match and match[2].startswith("FE"):
                found.add(int(match[1], 16))
    return found


def digits(number, count):
    """A number in base 64, most significant digit first, a digit d as the character U+0030 + d."""
    assert number < 64**count
    return "".join(chr(0x30 + (number >> 6 * place & 63)) for place in reversed(range(count)))


def ranges(found):
    text, start = "", None
    for scalar in [*sorted(found), None]:
        if start is not None and scalar != last + 1:
            text += digits(start, 3) + digits(last - start + 1, 3)
            start = None
        if start is None:
            start = scalar
        last = scalar
    return text


def table(name, comment, text):
    rows = ["", *(f"  /// {line}" for line in comment.splitlines())]
    rows += [f"  static var {name}: StaticDigits {{", "    StaticDigits(", '      #"""']
    rows += [f"      {text[start:start + WIDTH]}\\#" for start in range(0, len(text), WIDTH)]
    return [*rows, "", '      """#)', "  }"]


def main():
    known = scripts()
    flags = bits(known)
    names = NAMED + sorted({name for names in known.values() for name in names} - set(NAMED))
    sets, runs, last = {(): 0}, "", 0
    for scalar in range(0, max(known) + 2):
        number = sets.setdefault(known.get(scalar, ()), len(sets))
        if number != last:
            runs += digits(scalar, 3) + digits(number, 2)
            last = number
    long = long_names()
    members = [sorted(names.index(name) for name in each) for each in sets]
    text = [
        f"// Made by generate-scripts.py from Unicode {version()}; not to be edited.",
        "",
        "import NetSyntax",
        "",
        "/// Which scripts each scalar is written in, and what emoji are made of.",
        "enum ScriptTable {",
        "  /// The version of Unicode.",
        f'  static let version = "{version()}"',
        *table(
            "runs",
            "In the order of scalars, where the scripts are others than those of the scalar before: the\n"
            "scalar in three digits, and the number of the set of its scripts in two.",
            runs),
        *table(
            "places",
            "For each set where its scripts begin in `members`, two digits each, and behind the last set\n"
            "where they end.",
            "".join(digits(sum(len(each) for each in members[:count]), 2) for count in range(len(members) + 1))),
        *table(
            "members",
            "The scripts of the sets, two digits each.",
            "".join(digits(number, 2) for each in members for number in each)),
        *table(
            "bits",
            "For each script one digit: 1 is that its letters join, or leave out a vowel, and that U+200C and\n"
            "U+200D say how; 2 that words stand without blanks between, so that U+200B parts them.",
            "".join(digits(flags.get(name, 0), 1) for name in names)),
        *table(
            "pictographs",
            "The first of some emoji and how many they are, three digits each.",
            ranges(properties({"Extended_Pictographic"}))),
        *table(
            "varying",
            "The same of all that a variation selector changes.",
            ranges(varying(known))),
        "",
        "  /// The names of the scripts, one behind another with a blank between.",
        "  static var names: StaticString {",
        '    #"""',
        *textwrap.wrap(
            " ".join(long.get(name, name) for name in names), WIDTH, initial_indent="    ",
            subsequent_indent="    ", break_long_words=False, break_on_hyphens=False),
        '    """#',
        "  }",
        "}",
        "",
    ]
    pathlib.Path(__file__).with_name("Scripts.swift").write_text("\n".join(text), encoding="ascii")


main()
