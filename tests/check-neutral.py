#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The interface in bindings/swig/ serves any language: the generator takes it for each, and it speaks of none.

usage: check-neutral.py SWIG ROOT

What a language needs for itself stands in its folder, and dti.i includes it for that language alone.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

LANGUAGES = {
    "csharp": [],
    "java": ["-package", "dti"],
    "javascript": ["-node"],
    "lua": [],
    "perl5": [],
    "r": [],
    "ruby": [],
    "tcl": [],
}
# A name that is a word of the language is renamed by the generator, as every user of it expects.
RENAMED = re.compile(r": Warning 314: ")
# The part of dti.i that is for one language, and names that no other has.
OWN = re.compile(r"^#if defined\(SWIG\w+\)\n.*?^#endif\n", re.MULTILINE | re.DOTALL)
FOREIGN = re.compile(r"\b(?:Py[A-Z_]\w*|_?python\w*|SWIG_(?:Python|Py)\w*|dti_py_\w*)", re.IGNORECASE)


def generated(swig, root, language, options):
    """Whatever is wrong with what the generator makes of the interface for a language."""
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder)
        command = [swig, "-" + language, *options, "-I" + str(root / "bindings/swig"), "-outdir", folder]
        command += ["-o", str(made / "wrap.c"), str(root / "bindings/swig/dti.i")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        yield from (line for line in (run.stdout + run.stderr).splitlines() if line and not RENAMED.search(line))
        if run.returncode != 0:
            yield "the generator failed"
            return
        text = (made / "wrap.c").read_text(encoding="utf-8")
        if "dti_result_points" not in text:
            yield "no getters in what was generated"
        names = {name for name in FOREIGN.findall(text) if not name.upper().startswith("SWIGPYTHON")}
        if names:
            yield "names of another language: " + ", ".join(sorted(names)[:5])


def spoken(path):
    """Names of a language in an interface file."""
    text = OWN.sub(lambda found: "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"))
    for number, line in enumerate(text.splitlines(), 1):
        for name in FOREIGN.findall(line):
            yield "%d: %s" % (number, name)


def main(swig, root):
    faults = []
    files = sorted((root / "bindings/swig").glob("*.i"))
    for path in files:
        faults += ["%s:%s" % (path.relative_to(root), each) for each in spoken(path)]
    for language, options in LANGUAGES.items():
        faults += ["%s: %s" % (language, each) for each in generated(swig, root, language, options)]
    print("\n".join(faults), file=sys.stderr)
    print("%d files, %d languages, %d faults" % (len(files), len(LANGUAGES), len(faults)))
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
