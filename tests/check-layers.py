#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Each file of the library includes only what the allow-list of its layer names, its own header first.

usage: check-layers.py ROOT

The layers are the folders of libdti/. A layer sees itself and those below it; json/ stands aside: only io/ includes it, so that
nothing else knows of text formats. What is called of the system headers is the business of check-calls.py.

The modules of the Python package stand in ranks: when it is imported, a module imports those of lower ranks only. What points
upwards is imported by the function that needs it, or for types alone.
"""

import ast
import pathlib
import re
import sys

# What each layer may include besides itself: layers, public headers, other libraries, system headers.
EVERYWHERE = "assert float inttypes limits math stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib string".split()
LAYERS = {
    "base": {
        "layers": [],
        "public": ["alloc", "base", "version"],
        "others": ["utf8proc.h"],
        "system": ["errno", "fenv", "immintrin", "locale"],
    },
    "diag": {
        "layers": ["base"],
        "public": ["alloc", "base", "error", "options", "report"],
    },
    "json": {
        "layers": ["base", "diag"],
        "public": ["alloc", "base", "error", "options", "report"],
        "others": ["cjson/cJSON.h"],
    },
    "model": {
        "layers": ["base", "diag"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "form", "dossier", "changes", "units", "crosswalk", "table", "targets"],
    },
    "intake": {
        "layers": ["base", "diag", "model"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "form", "dossier", "changes", "result"],
    },
    "score": {
        "layers": ["base", "diag", "model", "intake"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "form", "dossier", "changes", "program", "result", "units", "table"],
        "system": ["fenv"],
    },
    "rank": {
        "layers": ["base", "diag", "model", "intake", "score"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "form", "dossier", "changes", "program", "result", "rank", "scoreboard", "units", "crosswalk", "table", "ranking", "comparison", "targets"],
    },
    "analyse": {
        "layers": ["base", "diag", "model", "intake", "score", "rank"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "form", "dossier", "changes", "result", "progress", "units", "table", "ranking", "comparison", "targets", "losses", "reconcile"],
    },
    "paper": {
        "layers": ["base", "diag", "model", "intake", "score", "rank", "analyse"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "dossier", "result", "units", "table", "ranking", "comparison", "targets", "losses", "reconcile", "paper", "version"],
        "others": ["builtin/builtin.h"],
    },
    "io": {
        "layers": ["base", "diag", "json", "model", "intake", "score", "rank", "analyse"],
        "public": ["alloc", "base", "error", "options", "report", "framework", "bounds", "history", "evidence", "collection", "form", "dossier", "changes", "result", "progress", "submission", "units", "crosswalk", "table", "ranking", "comparison", "targets", "losses", "reconcile", "version"],
        "others": ["cjson/cJSON.h", "builtin/builtin.h"],
        "system": ["errno", "fcntl", "unistd", "sys/stat", "sys/types"],
    },
}

# The modules of bindings/python/dti, lowest first; those of a line do not know each other.
RANKS = """
    _dti
    enums _frames _html
    errors
    _core
    _parts
    report indicator history evidence_fields stated
    framework units values evidence gaps
    bounds collection crosswalk
    builder changes figures form
    dossier_frame
    dossier
    score
    result
    loss progress
    losses
    rows movement
    _cells
    table
    ranking comparison
    targets
    assessment
    columns
    program rank
    scoreboard
    reconciliation
    reconcile
    __init__
    excel plot
""".split("\n")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.MULTILINE)


def allowed(layer):
    rule = LAYERS[layer]
    names = {"<dti/%s.h>" % name for name in rule["public"]}
    names |= {"<%s.h>" % name for name in EVERYWHERE + rule.get("system", [])}
    for name in rule.get("others", []):
        names.add(('"%s"' if name.startswith("builtin/") else "<%s>") % name)
    return names


def faults_of(path, library):
    layer = path.relative_to(library).parts[0]
    may, layers = allowed(layer), LAYERS[layer]["layers"] + [layer]
    text = path.read_text(encoding="utf-8")
    includes = []
    for match in INCLUDE.finditer(text):
        mark, name = match.groups()
        written = '"%s"' % name if mark == '"' else "<%s>" % name
        line = text.count("\n", 0, match.start()) + 1
        includes.append(written)
        if mark == '"' and not (library / name).is_file():
            yield line, "%s is not a path from libdti/" % written
        elif mark == '"' and name.split("/")[0] in layers:
            continue
        elif written not in may:
            yield line, "%s/ may not include %s" % (layer, written)
    if path.suffix == ".c":
        own = {'"%s/%s.h"' % (layer, path.stem), "<dti/%s.h>" % path.stem}
        if own & set(includes) and includes[0] not in own:
            yield 1, "its own header comes first, not %s" % includes[0]


def imported(path):
    """(line, module of the package) for each that a module imports when it is imported itself."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "dti":
            below = node.module.split(".")[1:2]
            for name in below or [alias.name for alias in node.names]:
                yield node.lineno, name


def python_faults(root):
    """Modules of the package that know more than they may: (path, line, fault)."""
    package = root / "bindings/python/dti"
    rank = {name: number for number, line in enumerate(RANKS) for name in line.split()}
    for path in sorted(package.rglob("*.py")):
        own = path.relative_to(package).with_suffix("").parts[0]
        if own not in rank:
            yield path, 1, "%s has no rank" % own
            continue
        for line, name in imported(path):
            # A sub-package knows itself; __init__ has the version of the generated module.
            if name != own and rank.get(name, len(RANKS)) >= rank[own]:
                yield path, line, "%s may not import %s when it is imported" % (own, name)
    for name in rank:
        if name != "_dti" and not (package / (name + ".py")).exists() and not (package / name).is_dir():
            yield package, 1, "there is no %s" % name


def main(root):
    library = root / "libdti"
    count = faults = 0
    for folder in sorted(library.iterdir()):
        files = sorted(p for p in folder.rglob("*") if p.suffix in (".c", ".h", ".def")) if folder.is_dir() else []
        if not files or folder.name in ("include", "builtin", "frameworks", "collections", "crosswalks", "schemas"):
            continue
        if folder.name not in LAYERS:
            print("%s: no layer" % folder, file=sys.stderr)
            faults += 1
            continue
        for path in files:
            count += 1
            for line, fault in faults_of(path, library):
                print("%s:%d: %s" % (path.relative_to(root), line, fault), file=sys.stderr)
                faults += 1
    count += len(list((root / "bindings/python/dti").rglob("*.py")))
    for path, line, fault in python_faults(root):
        print("%s:%d: %s" % (path.relative_to(root), line, fault), file=sys.stderr)
        faults += 1
    print("%d files, %d faults" % (count, faults))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
