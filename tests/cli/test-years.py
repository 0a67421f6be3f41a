#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""docs/years.md as somebody who types it in meets it, and the columns of docs/formats.md. Prints TAP.

usage: test-years.py DTI ROOT [--update]

--update writes what the commands print now into docs/years.md: read it before you keep it.
"""

import csv
import io
import re
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

import harness
import walk

PAGE = "docs/years.md"
SAMPLES = walk.FOLDER
COLUMNS_OF = {
    "dti rank": ["rank", "2022"],
    "dti compare": ["compare", "2021", "2022"],
    "dti targets": ["targets", "examples/data/targets-danang-2022.json", "--no-tables"],
    "dti units": ["units"],
}


def test_the_page_says_what_the_commands_print(dti):
    walk.check(dti, PAGE, least=8)


def test_every_file_of_the_page_is_there(dti):
    page = (dti.root / PAGE).read_text(encoding="utf-8")
    names = set(re.findall(r"districts-[a-z0-9-]+\.(?:json|csv)", page))
    assert names == {path.name for path in (dti.root / SAMPLES).glob("districts-*")}, names


def test_columns_are_documented(dti):
    """formats.md lists the columns of each command in their order: who reads CSV goes by them."""
    page = (dti.root / "docs/formats.md").read_text(encoding="utf-8")
    section = page.split("## Results of many units as CSV")[1].split("\n## ")[0]
    for command, arguments in COLUMNS_OF.items():
        table = section.split("**`%s`**" % command)[1].split("\n\n")[1]
        documented = [name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])]
        titles = next(csv.reader(io.StringIO(dti.run(*arguments, "--format", "csv").expect(harness.FINE).out)))
        assert documented == titles, "%s\ndocumented: %s\nprinted:    %s" % (command, documented, titles)


def main(program, root, *rest):
    if rest != ("--update",):
        return harness.main(globals(), lambda dti: {}, program, root, *rest)
    return walk.update(program, root, PAGE)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
