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
import shlex
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

import harness

PAGE = "docs/years.md"
SAMPLES = "examples/data"
CONSOLE = re.compile(r"^```console\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?:.*\\\n)*.*\n", re.MULTILINE)
COLUMNS_OF = {
    "dti rank": ["rank", "2022"],
    "dti compare": ["compare", "2021", "2022"],
    "dti targets": ["targets", "examples/data/targets-danang-2022.json", "--no-tables"],
    "dti units": ["units"],
}


def printed(dti, command):
    """What a command prints, errors too; "| head -N" and "head -N FILE" are the only other programs that the page uses."""
    words = shlex.split(command.replace("\\\n", " ")[2:])
    lines = None
    if "|" in words:
        bar = words.index("|")
        assert words[bar + 1] == "head", command
        lines = -int(words[bar + 2])
        words = words[:bar]
    folder = dti.root / SAMPLES
    if words[0] == "head":
        text, lines = (folder / words[2]).read_text(encoding="utf-8"), -int(words[1])
    else:
        assert words[0] == "dti", command
        run = dti.run(*words[1:], columns=100, folder=folder)
        text = run.err.replace("\r", "") + run.out.replace("\r", "")
    return "".join(text.splitlines(keepends=True)[:lines])


def renewed(dti, page):
    def block(match):
        return "```console\n%s```\n" % "".join(command + printed(dti, command) for command in COMMAND.findall(match[1]))

    return CONSOLE.sub(block, page)


def test_the_page_says_what_the_commands_print(dti):
    page = (dti.root / PAGE).read_text(encoding="utf-8")
    assert len(CONSOLE.findall(page)) >= 8
    for number, (wanted, found) in enumerate(zip(page.splitlines(), renewed(dti, page).splitlines()), 1):
        assert wanted == found, "%s:%d\nexpected: %s\nfound:    %s" % (PAGE, number, wanted, found)
    assert page == renewed(dti, page)


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
    dti = harness.Command(program, harness.pathlib.Path(root).resolve())
    path = dti.root / PAGE
    path.write_text(renewed(dti, path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
