#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The library keeps no mutable static data: nothing of its objects lies in .data, .bss or .tbss.

usage: check-statics.py ARCHIVE OBJDUMP

Section names are read and not the letters of nm, which call a constant table with pointers (.data.rel.ro) data as well.
"""

import re
import subprocess
import sys

MUTABLE = re.compile(r"^\.(data|bss|tdata|tbss|sdata|sbss)(?!\.rel\.ro)(\.|$)|^\*COM\*$")
# What sanitizers and coverage put beside the program's own data.
OF_THE_COMPILER = re.compile(r"^(__odr_asan|__asan_|__ubsan_|__unnamed_|__sancov_|__gcov|__prof|\.L|__llvm_)")


def main(archive, objdump):
    out = subprocess.run([objdump, "-t", archive], check=True, capture_output=True, text=True).stdout
    member, objects, faults = "?", 0, 0
    for line in out.splitlines():
        if ":     file format" in line:
            member = line.split(":")[0]
            objects += 1
        # value, flags (7 characters, "F": a function), section, size, name
        match = re.match(r"^[0-9a-f]+ (.{7}) (\S+)\t([0-9a-f]+) (?:\.hidden )?(.*)$", line)
        if not match:
            continue
        flags, section, size, name = match.groups()
        # Section symbols have size 0 (a thread-local object has no "O" among its flags, so that is no help).
        if int(size, 16) and "F" not in flags and MUTABLE.match(section) and not OF_THE_COMPILER.match(name):
            print("%s: %s lies in %s" % (member, name, section), file=sys.stderr)
            faults += 1
    print("%d objects, %d mutable statics" % (objects, faults))
    return 1 if faults or not objects else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
