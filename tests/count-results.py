#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Counts what a run of "meson test" found: each case of a TAP program, and each other test as one.

usage: count-results.py TESTLOG.json    prints "PASSED FAILED"
"""

import json
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL", "SKIP"}


def main(path):
    passed = failed = 0
    with open(path, encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            cases = re.findall(r"^(not )?ok \d+\b", test.get("stdout") or "", re.MULTILINE)
            bad = sum(1 for case in cases if case)
            if test["result"] in GOOD:
                passed += len(cases) if cases else test["result"] != "SKIP"
            else:
                # A program that broke off has no failed case to show; it counts as one.
                passed += len(cases) - bad
                failed += max(bad, 1)
    print(passed, failed)


if __name__ == "__main__":
    main(sys.argv[1])
