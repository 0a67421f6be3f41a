#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The columns of libdti and the plain C beside it, which share no line, bring out the same bits; nothing is measured here.

usage: check-columns.py FOLDER MAKE-ROWS PLAIN-C COLUMNS
"""

import pathlib
import subprocess
import sys

import turns

# A country; and more than one tile and block of rows, none of them whole. Two threads part both at an odd row.
SIZES = [63, 4099]
VARIANTS = ["libdti", "libdti-plain", "libdti-avx2", "libdti-components", "libdti-threads"]
NO_LEAKS = {"ASAN_OPTIONS": "detect_leaks=0"}  # rows are kept until the programs end


def main(folder, make_rows, plain_c, columns):
    folder.mkdir(exist_ok=True)
    subprocess.run([sys.executable, pathlib.Path(__file__).with_name("make-work.py"), folder], check=True)
    faults = 0
    for rows in SIZES:
        subprocess.run([make_rows, folder / f"rows-{rows}.f64", str(rows)], check=True)
        reference = turns.Program([plain_c, str(folder), str(rows)], NO_LEAKS)
        for variant in VARIANTS:
            try:
                program = turns.Program([columns, str(folder), str(rows), variant], NO_LEAKS)
            except turns.NotMeasured as why:
                print(f"{rows} rows, {variant}: {why}")
                faults += variant != "libdti-avx2"  # not every machine has it
                continue
            is_same = turns.Agreement(reference.path, program.path, rows).is_exact
            print(f"{rows} rows, {variant}: {'same bits' if is_same else 'DIFFERS'}")
            faults += not is_same
            program.stop()
        reference.stop()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), *sys.argv[2:]))
