#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Each file of the library includes only what the allow-list of its layer names, its own header first.

usage: check-layers.py ROOT

The layers are the folders of libdti/. A layer sees itself and those below it; json/ stands aside: only io/ includes it, so that
nothing else knows of text formats. What is called of the system headers is the business of check-calls.py.
"""

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
    print("%d files, %d faults" % (count, faults))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
