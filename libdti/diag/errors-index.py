#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Makes docs/errors.md, the index of all messages, from the registry:

    libdti/diag/errors-index.py libdti/diag/messages.def > docs/errors.md
"""

import re
import sys
from typing import NamedTuple

HEAD = """\
# Messages

<!-- Made by libdti/diag/errors-index.py from libdti/diag/messages.def; change that file and run the script. -->

Everything libdti says has an id that never changes its meaning and is never used again. Programs go by the id and the
status, people read the text, in Vietnamese or in English. `{0}`, `{1}` … stand for the arguments of a message, which
can also be read one by one (`dti_error_arg()`, `dti_report_arg()`).
"""

TABLE = "| id | severity | status | vi | en |\n|---|---|---|---|---|\n"

TOKEN = re.compile(
    r"""
      (?P<space>   \s+ )
    | (?P<comment> /\* .*? \*/ )
    | (?P<string>  " (?: [^"\\\n] | \\. )* " )
    | (?P<word>    \w+ )
    | (?P<mark>    [(),] )
    """,
    re.VERBOSE | re.DOTALL,
)
SECTION = re.compile(r"/\* (\d{4})-(\d{4}): (.+) \*/")
ESCAPES = {r"\"": '"', r"\\": "\\"}


class Section(NamedTuple):
    first: int
    last: int
    title: str


class Message(NamedTuple):
    number: str
    name: str
    severity: str
    status: str
    vi: str
    en: str
    section: Section

    @property
    def id(self):
        return "DTI-" + self.number


def tokens(text):
    at = 0
    while at < len(text):
        token = TOKEN.match(text, at)
        if token is None:
            line = text.count("\n", 0, at) + 1
            raise ValueError(f"line {line}: not understood: {text[at:at + 20]!r}")
        if token.lastgroup != "space":
            yield token.lastgroup, token.group()
        at = token.end()


def unquote(literal):
    def escape(match):
        if match.group() not in ESCAPES:
            raise ValueError(f"escape {match.group()} is not used here: {literal}")
        return ESCAPES[match.group()]

    return re.sub(r"\\.", escape, literal[1:-1])


def read(path):
    """The messages of a registry in its order, and its sections."""
    with open(path, encoding="utf-8") as file:
        stream = list(tokens(file.read()))
    messages = []
    sections = []
    at = 0
    while at < len(stream):
        kind, text = stream[at]
        if kind == "comment":
            section = SECTION.fullmatch(text)
            if section:
                sections.append(Section(int(section[1]), int(section[2]), section[3]))
            at += 1
            continue
        end = stream.index(("mark", ")"), at)
        arguments = [""]
        for kind, text in stream[at + 2 : end]:
            if kind == "mark":
                arguments.append("")
            elif kind != "comment":
                arguments[-1] += unquote(text) if kind == "string" else text
        if stream[at : at + 2] != [("word", "DTI_MSG"), ("mark", "(")] or len(arguments) != 6:
            raise ValueError(f"not a DTI_MSG with six arguments: {stream[at:end]}")
        if not sections:
            raise ValueError(f"DTI_MSG({arguments[0]}, …) stands before the first section")
        messages.append(Message(*arguments, sections[-1]))
        at = end + 1
    return messages, sections


def cell(text):
    """A message as people see it, safe in a cell of a Markdown table."""
    return re.sub(r"([\\|<>*_`\[\]])", r"\\\1", text.replace("{{", "{"))


def index(path):
    messages, sections = read(path)
    text = HEAD
    for section in sections:
        rows = [
            f"| {m.id} | {m.severity.lower()} | {'' if m.status == 'OK' else f'`DTI_E_{m.status}`'} "
            f"| {cell(m.vi)} | {cell(m.en)} |\n"
            for m in messages
            if m.section == section
        ]
        if rows:
            title = section.title[0].upper() + section.title[1:]
            text += f"\n## {title}\n\n" + TABLE + "".join(rows)
    return text


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(index(sys.argv[1]))


if __name__ == "__main__":
    main()
