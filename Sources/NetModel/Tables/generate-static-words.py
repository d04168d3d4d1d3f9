#!/usr/bin/env python3
"""Finds the places and the factor of a StaticWords for some words, and prints how it is written.

Usage: generate-static-words.py WORD…
"""

import random
import sys

SLOTS = 64
WORD = 16


def slot(word, factor):
    """Where a word is looked for: the upper six bits of its first eight characters times the factor."""
    start = word.ljust(WORD, ".")[:8].encode("ascii")
    return (int.from_bytes(start, "little") * factor % (1 << 64)) >> 58


def main():
    words = sys.argv[1:]
    if not words or any(len(word) > WORD for word in words) or len({word[:8] for word in words}) < len(words):
        sys.exit("give words of at most 16 characters that differ in their first eight")
    # The same in each run.
    generator = random.Random(1)
    while True:
        factor = generator.getrandbits(64) | 1
        slots = [slot(word, factor) for word in words]
        if len(set(slots)) == len(slots):
            break
    places = ["0"] * SLOTS
    for place, number in enumerate(slots):
        places[number] = chr(0x30 + place)
    lines = ["".join(word.ljust(WORD, ".") for word in words[at : at + 4]) for at in range(0, len(words), 4)]
    digits = f"{factor:016x}"
    print("StaticWords(\n  \"\"\"\n  " + "\\\n  ".join(lines) + "\n  \"\"\",")
    print(f'  places: "{"".join(places)}", factor: 0x{"_".join(digits[at : at + 4] for at in range(0, 16, 4))})')


if __name__ == "__main__":
    main()
