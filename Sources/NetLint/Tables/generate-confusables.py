#!/usr/bin/env python3
"""Writes Confusables.swift and ConfusableCapitals.swift beside itself, from the confusables of UTS 39 as ICU knows them.

    apt install python3-icu && /usr/bin/python3 generate-confusables.py

Debian's python3-icu takes its data from ICU 72, which is of Unicode 15.0, as the other tables are.
"""

import pathlib
import unicodedata

import icu

WIDTH = 100
CHECKER = icu.SpoofChecker()
DECOMPOSE = icu.Normalizer2.getNFDInstance().normalize
DECOMPOSE_COMPATIBLY = icu.Normalizer2.getNFKDInstance().normalize


def lower(text):
    return str(icu.UnicodeString(text).toLower(icu.Locale.getRoot()))


def prototype(text):
    """What a text in lower case looks like, in lower case: letters of both cases meet in it, and those of other widths and
    styles, which are not all among the confusables."""
    last = None
    while text != last:
        # In lower case first, since a capital I looks like l.
        last, text = text, DECOMPOSE(lower(CHECKER.getSkeleton(0, lower(DECOMPOSE_COMPATIBLY(text)))))
    return text


def confusables():
    """The prototypes of the letters, marks and digits that have another one than themselves."""
    for value in [*range(0x21, 0xD800), *range(0xE000, 0x40000)]:
        scalar = chr(value)
        category = unicodedata.category(scalar)
        # Names are compared in lower case, but for capitals that are no letters, such as Roman numbers.
        is_capital = category in ("Lu", "Lt") and scalar.lower() != scalar
        if category[0] not in "LMN" or DECOMPOSE(scalar) != scalar or is_capital:
            continue
        if (found := prototype(scalar)) != scalar:
            yield value, found


def capitals():
    """What capitals with a small letter look like as they are written, where that is not themselves."""
    for value in [*range(0x21, 0xD800), *range(0xE000, 0x40000)]:
        scalar = chr(value)
        if unicodedata.category(scalar) not in ("Lu", "Lt") or scalar.lower() == scalar or DECOMPOSE(scalar) != scalar:
            continue
        last, found = None, scalar
        while found != last:
            last, found = found, DECOMPOSE(CHECKER.getSkeleton(0, DECOMPOSE_COMPATIBLY(found)))
        if found != scalar:
            yield value, found


def digits(number, count):
    """A number in base 64, most significant digit first, a digit d as the character U+0030 + d."""
    assert number < 64**count
    return "".join(chr(0x30 + (number >> 6 * place & 63)) for place in reversed(range(count)))


def table(name, comment, text):
    rows = ["", *(f"  /// {line}" for line in comment.splitlines())]
    rows += [f"  static var {name}: StaticDigits {{", "    StaticDigits(", '      #"""']
    rows += [f"      {text[start:start + WIDTH]}\\#" for start in range(0, len(text), WIDTH)]
    return [*rows, "", '      """#)', "  }"]


def write(file, name, texts, found):
    entries, prototypes, places = "", "", {}
    for value, text in found:
        if text not in places:
            places[text] = len(prototypes)
            prototypes += digits(len(text), 1) + "".join(digits(ord(scalar), 3) for scalar in text)
        entries += digits(value, 3) + digits(places[text], 3)
    text = [
        f"// Made by generate-confusables.py from Unicode {icu.UNICODE_VERSION}; not to be edited.",
        "",
        "import NetSyntax",
        "",
        f"/// What letters look like others (UTS 39, section 4), of texts {texts}.",
        f"enum {name} {{",
        *table(
            "entries",
            "In their order, the scalars that look like others, and where those stand in `prototypes`, three\n"
            "digits each.",
            entries)[1:],
        *table(
            "prototypes",
            "How many scalars a prototype has, in one digit, and the scalars in three digits each.",
            prototypes),
        "}",
        "",
    ]
    pathlib.Path(__file__).with_name(file).write_text("\n".join(text), encoding="ascii")


write("Confusables.swift", "ConfusableTable", "in lower case and normalisation form D", confusables())
write("ConfusableCapitals.swift", "ConfusableCapitals", "as they are written, of their capitals", capitals())
