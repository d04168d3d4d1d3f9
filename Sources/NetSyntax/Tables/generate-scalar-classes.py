#!/usr/bin/env python3
"""Writes ScalarClasses.swift from the Unicode Character Database (Debian's package `unicode-data`).

    python3 generate-scalar-classes.py > ScalarClasses.swift
"""

import re

UCD = "/usr/share/unicode/"
WIDTH = 100
BLOCK = 256

# In the order of ScalarClass in ScalarClass.swift.
CLASSES = {
    "L": 1,
    "Lu": 2,
    "Lt": 2,
    "M": 3,
    "Nd": 4,
    "Po": 5,
    "Pe": 5,
    "Pf": 5,
    "Pi": 5,
}
MARK = CLASSES["M"]
# The variation selectors stand far behind all else that has a class: the function knows them, not the table.
FAR_MARKS = range(0xE0100, 0xE01F0)


def version():
    with open(UCD + "PropList.txt", encoding="utf-8") as file:
        return re.search(r"-(\d+\.\d+\.\d+)\.txt", file.readline())[1]


def classes():
    """The class of every scalar that has one."""
    found, first = {}, None
    with open(UCD + "UnicodeData.txt", encoding="utf-8") as file:
        for line in file:
            number, name, category = line.split(";")[:3]
            scalar = int(number, 16)
            if name.endswith(", First>"):
                first = scalar
                continue
            known = CLASSES.get(category, CLASSES.get(category[0]))
            if known:
                for each in range(first if name.endswith(", Last>") else scalar, scalar + 1):
                    found[each] = known
            first = None
    return found


def digits(number, count):
    """A number in base 64, most significant digit first, a digit d as the character U+0030 + d."""
    return "".join(chr(0x30 + (number >> 6 * place & 63)) for place in reversed(range(count)))


def write(name, comment, text):
    print()
    for line in comment.splitlines():
        print(f"  /// {line}")
    print(f'  static var {name}: StaticDigits {{')
    print('    StaticDigits(\n      #"""')
    for start in range(0, len(text), WIDTH):
        print(f"      {text[start:start + WIDTH]}\\#")
    print('\n      """#)\n  }')


def main():
    known = classes()
    for scalar in FAR_MARKS:
        assert known.pop(scalar) == MARK
    end = (max(known) // BLOCK + 1) * BLOCK
    numbers, places = {}, ""
    for start in range(0, end, BLOCK):
        block = [known.get(scalar, 0) for scalar in range(start, start + BLOCK)]
        text = "".join(digits(even << 3 | odd, 1) for even, odd in zip(block[::2], block[1::2]))
        places += digits(numbers.setdefault(text, len(numbers)), 2)

    print(f"// Made by generate-scalar-classes.py from Unicode {version()}; not to be edited.")
    print()
    print("/// The general categories of all scalars, as far as the notation tells them apart.")
    print("enum ScalarClassTable {")
    print("  /// The version of Unicode.")
    print(f'  static let version = "{version()}"')
    print()
    print("  /// Where the table ends; behind it only `farMarks` have a class.")
    print(f"  static var end: UInt32 {{ 0x{end:X} }}")
    print()
    print("  /// The variation selectors.")
    print(f"  static var farMarks: Range<UInt32> {{ 0x{FAR_MARKS.start:X}..<0x{FAR_MARKS.stop:X} }}")
    write("blocks", "For each 256 scalars the number of their block, two digits each.", places)
    write(
        "classes",
        "The blocks: two scalars a digit, the class of the even one in its upper three bits.",
        "".join(numbers))
    print("}")


main()
