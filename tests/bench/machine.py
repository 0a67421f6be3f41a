# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What a table of times must say of the machine that they were taken on, without naming the machine."""

import os
import pathlib
import platform
import re
import subprocess


def first_match(path, pattern, otherwise="unknown"):
    try:
        found = re.search(pattern, pathlib.Path(path).read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found.group(1).strip() if found else otherwise


def processor():
    name = first_match("/proc/cpuinfo", r"^model name\s*:(.*)$", platform.machine())
    family, model = (first_match("/proc/cpuinfo", r"^%s\s*:(.*)$" % key) for key in ("cpu family", "model"))
    flags = first_match("/proc/cpuinfo", r"^flags\s*:(.*)$", "").split()
    widest = [text for flag, text in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in flags]
    virtual = ", virtual" if "hypervisor" in flags else ""
    return "%s (family %s, model %s; %s), %d cores%s" % (
        name,
        family,
        model,
        widest[0] if widest else "no AVX2",
        os.cpu_count() or 1,
        virtual,
    )


def caches():
    found = []
    for folder in sorted(pathlib.Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        level, kind, size = ((folder / name).read_text(encoding="ascii").strip() for name in ("level", "type", "size"))
        if kind != "Instruction":
            found.append("L%s %s" % (level, size))
    return ", ".join(found) or "unknown"


def memory():
    kib = int(first_match("/proc/meminfo", r"^MemTotal:\s*(\d+)", "0"))
    pages = first_match("/sys/kernel/mm/transparent_hugepage/enabled", r"\[(\w+)\]")
    return "%.0f GiB; large pages: %s" % (kib / 2**20, pages)


def version_of(*command):
    """The first line that a program says of its version."""
    try:
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "not there"
    return text.splitlines()[0].strip() if text.strip() else "unknown"


def facts():
    """[(what, value)]"""
    load = os.getloadavg()
    return [
        ("processor", processor()),
        ("caches of a core", caches()),
        ("memory", memory()),
        ("system", "%s, Linux %s" % (first_match("/etc/os-release", r'^PRETTY_NAME="?([^"\n]*)'), re.match(r"[\d.]*", platform.release()).group())),
        ("others at work", "load of %.1f when it began" % load[0]),
        ("Python", platform.python_version()),
        ("Node", version_of("node", "--version").lstrip("v")),
    ]
