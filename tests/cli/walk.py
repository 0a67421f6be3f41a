# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Pages of documentation that walk through commands: what stands below a command is what it prints, in examples/data."""

import pathlib
import re
import shlex

import harness

FOLDER = "examples/data"
CONSOLE = re.compile(r"^```console\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?:.*\\\n)*.*\n", re.MULTILINE)


def printed(dti, command):
    """What a command prints, errors too; "| head -N" and "head -N FILE" are the only other programs that pages use."""
    words = shlex.split(command.replace("\\\n", " ")[2:])
    lines = None
    if "|" in words:
        bar = words.index("|")
        assert words[bar + 1] == "head", command
        lines = -int(words[bar + 2])
        words = words[:bar]
    folder = dti.root / FOLDER
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


def check(dti, path, least):
    """At least so many blocks of commands, each with what it prints."""
    page = (dti.root / path).read_text(encoding="utf-8")
    assert len(CONSOLE.findall(page)) >= least
    now = renewed(dti, page)
    for number, (wanted, found) in enumerate(zip(page.splitlines(), now.splitlines()), 1):
        assert wanted == found, "%s:%d\nexpected: %s\nfound:    %s" % (path, number, wanted, found)
    assert page == now


def update(program, root, path):
    """Writes what the commands print now: read it before you keep it."""
    dti = harness.Command(program, pathlib.Path(root).resolve())
    page = dti.root / path
    page.write_text(renewed(dti, page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0
