#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Copies the modules of the package into the build tree, each into its folder there.

usage: copy-package.py SOURCE-FOLDER STAMP MODULE...

Meson's own copying knows no folders below the one that it writes into.
"""

import pathlib
import shutil
import sys


def main(source, stamp, modules):
    for module in modules:
        copy = stamp.parent / module.resolve().relative_to(source.resolve())
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(module, copy)
    stamp.touch()
    return 0


if __name__ == "__main__":
    source, stamp, *modules = map(pathlib.Path, sys.argv[1:])
    sys.exit(main(source, stamp, modules))
