# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Runs a file of tests with pytest and tells each case in TAP, so that Meson counts them.

usage: tap.py FILE [PYTEST ARGUMENTS]
"""

import sys

import pytest


class Tap:
    def __init__(self):
        self.count = 0

    def say(self, good, name, why=""):
        self.count += 1
        print("%sok %d - %s%s" % ("" if good else "not ", self.count, name, " # SKIP " + why if why else ""), flush=True)

    def pytest_addoption(self, parser):
        # Without the terminal there is no such option, and yet explaining a failed comparison asks for it.
        parser.addoption("--verbose", dest="verbose", type=int, default=0)

    def pytest_collectreport(self, report):
        if report.failed:
            self.say(False, report.nodeid)
            print(report.longreprtext, file=sys.stderr)

    def pytest_runtest_logreport(self, report):
        name = report.nodeid.split("::", 1)[-1].replace("#", "")
        if report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            self.say(True, name, reason)
        elif report.when == "call" or report.failed:
            self.say(report.passed, name)
            if report.failed:
                print(report.longreprtext, file=sys.stderr)


def main(arguments):
    tap = Tap()
    status = pytest.main(["-p", "no:terminal", "-p", "no:cacheprovider", *arguments], plugins=[tap])
    print("1..%d" % tap.count)
    return 0 if status == 0 and tap.count else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
