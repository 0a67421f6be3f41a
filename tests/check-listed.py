#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Every test program in the tree is built: a second list of one folder would silently replace the first.

usage: check-listed.py ROOT LAYER-MODULE...
"""

import pathlib
import sys


def main(root, listed):
    found = {
        f"{path.parent.name}-{path.stem.removeprefix('test-')}"
        for path in (root / "tests").glob("*/test-*.c")
    }
    missing = sorted(found - set(listed))
    for name in missing:
        print(f"tests/{name.split('-')[0]}/meson.build: {name} is in no list")
    print(f"{len(found)} test programs, {len(missing)} not listed")
    return 1 if missing or not found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2:]))
