#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Each header stands alone: the public ones in strict C99 and, all together, in C++11; the private ones in C11.

usage: check-headers.py ROOT BUILD COMPILER [C++ COMPILER]

Each is included twice, so that a forgotten guard shows. The folder of public headers and the list that is installed must agree.
"""

import pathlib
import re
import shlex
import subprocess
import sys

# Headers of vector instructions, which only compilers for machines that have them can read.
VECTORS = {
    "base/lanes-avx2.h": ["-mavx2"],
    "base/lanes-avx512.h": ["-mavx512f", "-mavx512dq", "-mavx512vl"],
}
STRICT = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -pedantic-errors -Werror -fsyntax-only".split()


def compiles(compiler, arguments, source, what):
    run = subprocess.run(shlex.split(compiler) + arguments + ["-"], input=source, capture_output=True, text=True, check=False)
    if run.returncode:
        print("%s\n%s" % (what, run.stderr), file=sys.stderr)
    return run.returncode == 0


def has_vectors(compiler, flags):
    """Whether the compiler has the instructions; with no flags nothing is asked for."""
    command = shlex.split(compiler) + ["-xc", "-fsyntax-only", "-"] + flags
    source = "#include <immintrin.h>\n"
    return not flags or subprocess.run(command, input=source, capture_output=True, text=True, check=False).returncode == 0


def main(root, build, cc, cxx=None):
    library, public = root / "libdti", root / "libdti/include"
    includes = ["-I%s" % public, "-I%s" % (build / "libdti/include")]
    names = sorted(path.name for path in (public / "dti").glob("*.h"))
    results = []

    listed = re.findall(r"'([\w-]+\.h)',", (public / "dti/meson.build").read_text(encoding="utf-8"))
    if names != sorted(set(listed) - {"version.h"}):
        print("include/dti/ and its meson.build differ: %s" % (set(names) ^ set(listed)), file=sys.stderr)
        results.append(False)

    names.append("version.h")
    for name in names:
        twice = "#include <dti/%s>\n" % name * 2 + "extern int not_empty;\n"
        results.append(compiles(cc, ["-std=c99", "-xc"] + STRICT + includes, twice, "<dti/%s> alone in C99" % name))
    if cxx:
        # Twice for each, in the order of the names and in the opposite one.
        text = "".join("#include <dti/%s>\n" % name for name in names + names[::-1])
        text += "int main() { return dti_version_number() == DTI_VERSION_NUMBER ? 0 : 1; }\n"
        results.append(compiles(cxx, ["-std=c++11", "-xc++"] + STRICT + includes, text, "all public headers in C++11"))
    # cJSON is the business of json/ and io/; its folder is where the compiler finds it by itself.
    private = includes + ["-I%s" % library, "-D_POSIX_C_SOURCE=200809L"]
    for path in sorted(library.rglob("*.h")):
        name = path.relative_to(library)
        vectors = VECTORS.get(name.as_posix(), [])
        if name.parts[0] == "include" or not has_vectors(cc, vectors):
            continue
        twice = '#include "%s"\n' % name * 2 + "extern int not_empty;\n"
        results.append(compiles(cc, ["-std=c11", "-xc"] + STRICT + vectors + private, twice, '"%s" alone in C11' % name))

    print("%d compilations, %d failed" % (len(results), results.count(False)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), *sys.argv[3:5]))
