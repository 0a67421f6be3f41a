#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Every file says whose it is and under which licence: in its first lines, or, for data and prose, in .reuse/dep5.

usage: check-spdx.py ROOT
"""

import fnmatch
import os
import pathlib
import re
import shutil
import subprocess
import sys

HOLDER = "SPDX-FileCopyrightText: "
LICENCE = "SPDX-License-Identifier: "
CODE = {".c", ".h", ".def", ".in", ".py", ".build", ".map", ".sh", ".txt", ".wrap", ".i"}


def tracked(root):
    """The files of the repository (new ones too, ignored ones not); of an unpacked release, all but build folders."""
    listing = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    git = subprocess.run(listing, capture_output=True, check=False) if shutil.which("git") else None
    if git and git.returncode == 0:
        return sorted({pathlib.Path(os.fsdecode(name)) for name in git.stdout.split(b"\0") if name})
    found = []
    for folder, folders, names in os.walk(root):
        folder = pathlib.Path(folder)
        folders[:] = [name for name in folders if name not in (".git", "build") and not (folder / name / "build.ninja").exists()]
        if folder == root / "subprojects":
            folders[:] = ["packagefiles"]
        found += [(folder / name).relative_to(root) for name in names]
    return sorted(found)


def patterns(root):
    text = (root / ".reuse/dep5").read_text(encoding="utf-8")
    return [p for entry in re.findall(r"^Files:(.*(?:\n[ \t].*)*)", text, re.MULTILINE) for p in entry.split()]


def main(root):
    covered = patterns(root)
    faults = count = 0
    for name in tracked(root):
        path = root / name
        if not path.is_file() or name.name == "LICENSE" or name.parts[0] == ".reuse" or name.parts[0] == "LICENSES":
            continue
        count += 1
        with path.open(encoding="utf-8", errors="replace") as file:
            head = "".join(line for line, _ in zip(file, range(10)))
        if HOLDER in head and LICENCE in head:
            continue
        is_code = path.suffix in CODE or os.access(path, os.X_OK)
        if is_code or not any(fnmatch.fnmatch(str(name), pattern) for pattern in covered):
            print("%s: no SPDX lines%s" % (name, "" if is_code else ", and not in .reuse/dep5"), file=sys.stderr)
            faults += 1
    print("%d files, %d faults" % (count, faults))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
