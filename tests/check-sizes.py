#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Files and functions of the library stay small enough to be read: 400 lines in a .c file, 60 in a function.

usage: check-sizes.py ROOT
"""

import pathlib
import sys

FILE_LINES = 400
FUNCTION_LINES = 60


def functions(lines):
    """(line of the opening brace, length) of each function: by .clang-format both braces stand in column 1."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield start, number - start - 1
            start = None


def main(root):
    faults = count = 0
    for path in sorted((root / "libdti").rglob("*.c")):
        lines = path.read_text(encoding="utf-8").splitlines()
        count += 1
        name = path.relative_to(root)
        if len(lines) > FILE_LINES:
            print("%s: %d lines, %d are enough" % (name, len(lines), FILE_LINES), file=sys.stderr)
            faults += 1
        for start, length in functions(lines):
            if length > FUNCTION_LINES:
                print("%s:%d: function of %d lines, %d are enough" % (name, start, length, FUNCTION_LINES), file=sys.stderr)
                faults += 1
    print("%d files, %d faults" % (count, faults))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
