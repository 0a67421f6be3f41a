#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""docs/analysis.md as somebody who types it in meets it. Prints TAP.

usage: test-analysis.py DTI ROOT [--update]

--update writes what the commands print now into docs/analysis.md: read it before you keep it.
"""

import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

import harness
import walk

PAGE = "docs/analysis.md"


def test_the_page_says_what_the_commands_print(dti):
    walk.check(dti, PAGE, least=7)


def main(program, root, *rest):
    if rest != ("--update",):
        return harness.main(globals(), lambda dti: {}, program, root, *rest)
    return walk.update(program, root, PAGE)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
