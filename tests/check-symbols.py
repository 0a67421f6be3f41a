#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The exported functions are the same in the public headers, the symbol map, tests/abi/symbols.txt and the shared library.

usage: check-symbols.py ROOT LIBRARY NM
       check-symbols.py ROOT --write     add functions that are new in the headers to the map and to symbols.txt
"""

import pathlib
import re
import subprocess
import sys

DECLARATION = re.compile(r"^DTI_API\b[^;{]*?\b(\w+)\(", re.MULTILINE)
NODE = re.compile(r"^(LIBDTI_[0-9.]+) \{(.*?)^\}( LIBDTI_[0-9.]+)?;", re.MULTILINE | re.DOTALL)
MAP_HEAD = """\
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
#
# What libdti exports, in one node for each minor release: a program that needs a newer one fails at load with a clear text.
# "tests/check-symbols.py . --write" adds what is new in the headers; nothing is ever removed within a soname.

"""
LIST_HEAD = """\
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
#
# function since [deprecated]
"""


def without_comments(text):
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def in_headers(root):
    found = {}
    for header in sorted((root / "libdti/include/dti").glob("*.h")):
        for name in DECLARATION.findall(without_comments(header.read_text(encoding="utf-8"))):
            if name in found:
                sys.exit("%s: %s is declared in %s too" % (header.name, name, found[name]))
            found[name] = header.name
    return set(found)


def in_map(root):
    """The nodes in the order of the file: {"LIBDTI_0.1": ["dti_a", ...]}."""
    nodes = {}
    for node, body, _ in NODE.findall((root / "libdti/libdti.map").read_text(encoding="ascii")):
        nodes[node] = re.findall(r"^    (dti_\w+);", body, re.MULTILINE)
    return nodes


def in_list(root):
    rows = {}
    for line in (root / "tests/abi/symbols.txt").read_text(encoding="ascii").splitlines():
        if line and not line.startswith("#"):
            name, since, *_ = line.split()
            rows[name] = since
    return rows


def in_library(library, nm):
    """{"dti_a": "LIBDTI_0.1"}; the nodes themselves are absolute symbols and left out."""
    found = {}
    out = subprocess.run([nm, "-D", "--defined-only", library], check=True, capture_output=True, text=True)
    for line in out.stdout.splitlines():
        _, letter, symbol = line.split()
        if letter != "A":
            name, _, node = symbol.partition("@@")
            found[name] = node
    return found


def write(root):
    nodes = in_map(root) if (root / "libdti/libdti.map").exists() else {}
    rows = in_list(root) if (root / "tests/abi/symbols.txt").exists() else {}
    version = re.search(r"version: '(\d+\.\d+)", (root / "meson.build").read_text(encoding="utf-8")).group(1)
    nodes.setdefault("LIBDTI_" + version, [])
    known = {name for names in nodes.values() for name in names}
    for name in in_headers(root) - known:
        nodes["LIBDTI_" + version].append(name)
        rows[name] = version
    text, before = MAP_HEAD, ""
    for node, names in nodes.items():
        body = "".join("    %s;\n" % name for name in sorted(names))
        text += "%s {\nglobal:\n%s%s}%s;\n" % (node, body, "" if before else "local:\n    *;\n", before)
        before = " " + node
    (root / "libdti/libdti.map").write_text(text, encoding="ascii")
    lines = ["%s %s\n" % row for row in sorted(rows.items())]
    (root / "tests/abi/symbols.txt").write_text(LIST_HEAD + "".join(lines), encoding="ascii")


def check(root, library, nm):
    nodes, rows = in_map(root), in_list(root)
    headers, exported = in_headers(root), in_library(library, nm)
    mapped = {name: node for node, names in nodes.items() for name in names}
    faults = []

    def compare(here, what_here, there, what_there):
        faults.extend("%s: in %s, not in %s" % (n, what_here, what_there) for n in sorted(set(here) - set(there)))
        faults.extend("%s: in %s, not in %s" % (n, what_there, what_here) for n in sorted(set(there) - set(here)))

    compare(headers, "the headers", mapped, "libdti.map")
    compare(mapped, "libdti.map", exported, "the library")
    compare(mapped, "libdti.map", rows, "symbols.txt")
    for node, names in nodes.items():
        if names != sorted(names):
            faults.append("%s: not sorted" % node)
    for name, node in sorted(exported.items()):
        if not name.startswith("dti_") or name.startswith("dti__"):
            faults.append("%s: exported, but not a public name" % name)
        elif mapped.get(name, node) != node:
            faults.append("%s: exported in node '%s', mapped in %s" % (name, node, mapped[name]))
    for name, since in sorted(rows.items()):
        if name in mapped and mapped[name] != "LIBDTI_" + since:
            faults.append("%s: since %s, mapped in %s" % (name, since, mapped[name]))
    for fault in faults:
        print(fault, file=sys.stderr)
    print("%d functions in the headers, %d exported, %d faults" % (len(headers), len(exported), len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[2:] == ["--write"]:
        write(pathlib.Path(sys.argv[1]))
    else:
        sys.exit(check(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
