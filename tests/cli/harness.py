# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What the tests of the command have in common: running it, its exit codes, golden files, TAP."""

import decimal
import fcntl
import json
import os
import pathlib
import pty
import select
import struct
import subprocess
import sys
import termios
import traceback
import unicodedata

FINE, FAULT, USAGE, FILE = 0, 1, 2, 3
SPDX = "# SPDX-FileCopyrightText: 2026 The libdti authors\n# SPDX-License-Identifier: MIT\n"


class Command:
    """Runs the command in the root of the source tree, so that paths in its output are the same everywhere."""

    def __init__(self, program, root):
        self.program = str(pathlib.Path(program).resolve())
        self.root = root

    def environment(self, **more):
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
        env.update(more)
        return env

    def run(self, *arguments, stdin=b"", stdout=subprocess.PIPE, columns=None, folder=None):
        env = self.environment(**({"COLUMNS": str(columns)} if columns else {}))
        return Run(
            subprocess.run(
                [self.program, *map(str, arguments)],
                input=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                cwd=folder or self.root,
                env=env,
                check=False,
                timeout=60,
            )
        )

    def on_terminal(self, *arguments, **more):
        """The output on a terminal of 90 columns."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 90, 0, 0))
        process = subprocess.Popen(
            [self.program, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, cwd=self.root, env=self.environment(**more)
        )
        os.close(theirs)
        output = b""
        while select.select([ours], [], [], 30)[0]:
            try:
                block = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not block:
                break
            output += block
        process.wait(timeout=30)
        os.close(ours)
        return output.decode("utf-8").replace("\r\n", "\n")


class Run:
    def __init__(self, run):
        self.status = run.returncode
        self.out = (run.stdout or b"").decode("utf-8")
        self.err = run.stderr.decode("utf-8")

    def expect(self, status):
        assert self.status == status, "exit code %d instead of %d\n%s%s" % (self.status, status, self.out[-2000:], self.err)
        return self

    def json(self):
        return json.loads(self.out, parse_float=decimal.Decimal, parse_int=decimal.Decimal)


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def words(text):
    """The text on one line: where it was wrapped does not matter."""
    return " ".join(text.split())


def contains(text, *pieces):
    for piece in pieces:
        assert piece in text, "%r is not in\n%s" % (piece, text)


def golden(dti, pages):
    """Pages against the golden files of their names."""
    for name, page in pages.items():
        expected = (dti.root / "tests/cli/golden" / name).read_text(encoding="utf-8").removeprefix(SPDX).splitlines()
        found = page.splitlines()
        for number, (wanted, line) in enumerate(zip(expected, found), 1):
            assert wanted == line, "%s:%d\nexpected: %s\nfound:    %s" % (name, number, wanted, line)
        assert len(expected) == len(found), "%s: %d lines instead of %d" % (name, len(found), len(expected))


def main(tests, pages, program, root, *rest):
    """Runs every test_… and prints TAP. With --update writes the golden files instead."""
    dti = Command(program, pathlib.Path(root).resolve())
    if rest == ("--update",):
        for name, page in pages(dti).items():
            (dti.root / "tests/cli/golden" / name).write_text(SPDX + page, encoding="utf-8")
        return 0
    tests = [value for name, value in tests.items() if name.startswith("test_")]
    failed = 0
    print("TAP version 13\n1..%d" % len(tests))
    for number, test in enumerate(tests, 1):
        name = "%d - %s" % (number, test.__name__[len("test_") :].replace("_", " "))
        try:
            skipped = test(dti)
            print("ok %s%s" % (name, " # SKIP " + skipped if skipped else ""))
        except Exception:  # whatever went wrong, the next test is still worth running
            failed += 1
            print("not ok %s" % name)
            print("# " + traceback.format_exc().replace("\n", "\n# "))
        sys.stdout.flush()
    return 1 if failed else 0
