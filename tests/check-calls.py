#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The library calls only functions that share no state with their host and depend on no locale.

usage: check-calls.py ROOT ARCHIVE NM

Everything an object of the archive leaves undefined must be its own or stand in the list below. Of cJSON these are the few calls that
build, change and delete a tree: parsing and printing write to statics of cJSON, its hooks belong to the process, and look-up ignores case.
snprintf() is welcome for text and whole numbers; a floating format, which follows the locale, only in base/number.c.
"""

import pathlib
import re
import subprocess
import sys

ANYWHERE = """
    memchr memcmp memcpy memmove memset strchr strcmp strlen strncmp strnlen strrchr strcspn strspn strstr
    bcmp bsearch qsort snprintf vsnprintf __assert_fail
""".split()
ROUNDING = "fegetenv fesetenv feholdexcept feupdateenv fegetround fesetround".split()
MATHS = "ceil fabs floor fmax fmin fmod frexp ldexp modf nearbyint rint sqrt trunc".split()
CJSON = """
    cJSON_AddItemToArray cJSON_AddItemToObject cJSON_AddItemToObjectCS
    cJSON_CreateArray cJSON_CreateBool cJSON_CreateFalse cJSON_CreateNull cJSON_CreateNumber cJSON_CreateObject
    cJSON_CreateString cJSON_CreateStringReference cJSON_CreateTrue cJSON_Delete cJSON_DetachItemViaPointer cJSON_IsString
    cJSON_ReplaceItemViaPointer
""".split()
FILES = "open close read write fsync fstat rename unlink lseek malloc free __errno_location".split()

# Layer -> what it may call besides; "layer/file" -> only that file.
ALLOWED = {
    "base": MATHS,
    "base/mem": "malloc calloc realloc free".split(),
    "base/fold": "utf8proc_category utf8proc_decompose utf8proc_reencode".split(),
    "base/name-key": "utf8proc_category utf8proc_decompose utf8proc_reencode".split(),
    "base/nfc": "utf8proc_decompose utf8proc_decompose_char utf8proc_reencode utf8proc_normalize_utf32 utf8proc_encode_char "
    "utf8proc_iterate utf8proc_get_property utf8proc_map free".split(),
    "base/fold": "utf8proc_category utf8proc_decompose utf8proc_reencode".split(),
    # The one place where numbers become text and back; it repairs what a locale does to them.
    "base/rounding": ROUNDING,
    "base/number": "strtod localeconv __errno_location".split() + ROUNDING,
    "json": MATHS + CJSON,
    "model": MATHS,
    "score": MATHS,
    # What the machine can do, from the compiler's own library, which asks the processor once before main().
    "score/vectors": "__cpu_model __cpu_indicator_init".split(),
    "rank": MATHS,
    "analyse": MATHS,
    "paper": MATHS,
    "io": MATHS + CJSON + FILES,
}

OWN = re.compile(r"^dti_")
OF_THE_COMPILER = re.compile(
    r"^(__asan_|__ubsan_|__tsan_|__msan_|__sanitizer_|__sancov_|__gcov|__llvm_|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__start_|__stop_)"
    r"|^__\w+[dt]i\d$"  # arithmetic on 128 bits
)
FLOATING = re.compile(r'"[^"\n]*%[-+#0-9.*]*l?[aAeEfFgG][^"\n]*"')


def plain(name):
    """memcpy, whatever fortification or a newer C standard made of it: __memcpy_chk, __isoc23_strtod."""
    name = re.sub(r"^__(\w+)_chk$", r"\1", name)
    name = re.sub(r"^(open|fstat|lseek)64$", r"\1", name)
    return re.sub(r"^__isoc\d+_", "", name)


def floating_formats(root):
    for path in sorted((root / "libdti").rglob("*.c")):
        name = path.relative_to(root / "libdti")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if str(name) != "base/number.c" and FLOATING.search(line):
                yield "libdti/%s:%d: floating format: %s" % (name, number, line.strip())


def main(root, archive, nm):
    out = subprocess.run([nm, "-A", "-u", archive], check=True, capture_output=True, text=True).stdout
    objects, faults = set(), 0
    for line in out.splitlines():
        where, _, rest = line.rpartition(": ")
        # "…/libdti-core.a:base_mem.c.o" or, in a thin archive, "…:libdti-core.a.p/base_mem.c.o"
        member = re.split(r"[:/]", where)[-1]
        found = re.match(r"([a-z]+)_(.*)\.c\.o$", member)
        layer, module = found.groups() if found else ("", "")
        objects.add(member)
        name = plain(rest.split()[-1])
        if OWN.match(name) or OF_THE_COMPILER.match(name):
            continue
        if name not in ANYWHERE + ALLOWED.get(layer, []) + ALLOWED.get(layer + "/" + module, []):
            print("%s calls %s" % (member, name), file=sys.stderr)
            faults += 1
    for fault in floating_formats(pathlib.Path(root)):
        print(fault, file=sys.stderr)
        faults += 1
    print("%d objects with calls, %d faults" % (len(objects), faults))
    return 1 if faults or not objects else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
