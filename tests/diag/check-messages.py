#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Holds the registry of messages to its rules, and docs/errors.md to the registry.

    tests/diag/check-messages.py SOURCE_ROOT
"""

import re
import sys
import unicodedata
from importlib import util
from pathlib import Path

SEVERITIES = {"ERROR", "WARNING", "INFO"}
MOST_ARGUMENTS = 8
MOST_BYTES = 400  # of a text without arguments; a whole message has at most 500


def load_index(root):
    """The script that makes docs/errors.md, as a module: there is one reader of the registry."""
    sys.dont_write_bytecode = True  # not into the source tree
    spec = util.spec_from_file_location("errors_index", root / "libdti/diag/errors-index.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def statuses(root):
    header = (root / "libdti/include/dti/base.h").read_text(encoding="utf-8")
    return {"OK", *re.findall(r"\bDTI_E_(\w+)\s*=\s*-\d+", header)}


def placeholders(text):
    return set(re.findall(r"\{(\d+)\}", text.replace("{{", "")))


def faults_of_order(messages, sections):
    numbers = [m.number for m in messages]
    for before, number in zip(numbers, numbers[1:]):
        if number < before:
            yield f"DTI-{number}: stands after DTI-{before}"
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        yield f"DTI-{number}: the number is used {numbers.count(number)} times"
    names = [m.name for m in messages]
    for name in sorted({n for n in names if names.count(n) > 1}):
        yield f"{name}: the name is used {names.count(name)} times"
    for before, section in zip(sections, sections[1:]):
        if section.first <= before.last:
            yield f"section {section.title}: its numbers begin before the last section ends"
    for m in messages:
        if not re.fullmatch(r"\d{4}", m.number):
            yield f"{m.id}: the number needs four digits"
        elif not m.section.first <= int(m.number) <= m.section.last:
            yield f"{m.id}: stands in the section of {m.section.title}"


def faults_of_message(message, known_statuses):
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", message.name):
        yield f"name {message.name}"
    if message.severity not in SEVERITIES:
        yield f"severity {message.severity}"
    if message.status not in known_statuses:
        yield f"status {message.status}"
    if (message.severity == "ERROR") != (message.status != "OK"):
        yield "an error has a status, and nothing else has one"
    found = placeholders(message.vi)
    if found != placeholders(message.en):
        yield f"vi uses {sorted(found)}, en {sorted(placeholders(message.en))}"
    if found != {str(i) for i in range(len(found))} or len(found) > MOST_ARGUMENTS:
        yield f"arguments {sorted(found)} are not {{0}}, {{1}} … up to {MOST_ARGUMENTS}"
    if message.name.startswith("TERM_") and found:
        yield "a word has no arguments"


def faults_of_text(text, quotes):
    if text != text.strip() or not text:
        yield "is empty or has space around it"
    if len(text.encode()) > MOST_BYTES:
        yield f"has more than {MOST_BYTES} bytes"
    if unicodedata.normalize("NFC", text) != text:
        yield "is not in NFC"
    if any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in text):
        yield "has a control character"
    if text.endswith("."):
        yield "ends in a full stop"
    if any(c in text for c in quotes):
        yield f"has one of {quotes}, the marks of the other language"
    lone = re.sub(r"\{\d\}", "", text.replace("{{", ""))
    if "{" in lone:
        yield "has a brace that is no argument; write {{"


def faults(root):
    index = load_index(root)
    registry = root / "libdti/diag/messages.def"
    messages, sections = index.read(registry)
    yield from faults_of_order(messages, sections)
    known_statuses = statuses(root)
    for m in messages:
        yield from (f"{m.id} {m.name}: {fault}" for fault in faults_of_message(m, known_statuses))
        yield from (f"{m.id} {m.name}: vi {fault}" for fault in faults_of_text(m.vi, "“”‘’"))
        yield from (f"{m.id} {m.name}: en {fault}" for fault in faults_of_text(m.en, "«»“”‘’"))
    if (root / "docs/errors.md").read_text(encoding="utf-8") != index.index(registry):
        yield "docs/errors.md is stale; run libdti/diag/errors-index.py libdti/diag/messages.def > docs/errors.md"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = list(faults(Path(sys.argv[1])))
    for fault in found:
        print(fault)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
