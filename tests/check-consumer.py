#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""libdti as others use it: installed and found by pkg-config, and as a subproject linked statically.

usage: check-consumer.py ROOT SCRATCH CC MESON

Builds tests/consumer/main.c both ways, each against a fresh build of the library, and runs it.
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys


def run(command, **options):
    print("$ " + shlex.join(map(str, command)), flush=True)
    subprocess.run(command, check=True, **options)


def environment(cc):
    """Without the flags of the build that runs this test."""
    env = {key: value for key, value in os.environ.items() if key not in ("CFLAGS", "LDFLAGS", "DESTDIR")}
    return dict(env, CC=cc)


def left_behind(folder, names):
    """What a release does not hold: history, downloads, build folders (this test runs inside one)."""
    build = [name for name in names if (pathlib.Path(folder) / name / "build.ninja").exists()]
    return build + [name for name in names if name in (".git", "build", "packagecache", "__pycache__")]


def installed(root, scratch, cc, meson):
    build, prefix = scratch / "build", scratch / "prefix"
    env = environment(cc)
    run(
        meson + ["setup", build, root, "--prefix", prefix, "--libdir", "lib", "-Dtests=disabled", "-Dexamples=false", "-Doptimization=0"],
        env=env,
        stdout=subprocess.DEVNULL,
    )
    run(meson + ["compile", "-C", build], env=env, stdout=subprocess.DEVNULL)
    run(meson + ["install", "-C", build, "--no-rebuild", "--tags", "devel"], env=env, stdout=subprocess.DEVNULL)
    run(meson + ["install", "-C", build, "--no-rebuild", "--tags", "runtime"], env=env, stdout=subprocess.DEVNULL)
    for name in ("lib/libdti.so.0", "lib/libdti.so", "lib/pkgconfig/libdti.pc", "include/dti/dti.h", "include/dti/version.h"):
        if not (prefix / name).exists():
            raise SystemExit("not installed: " + name)

    env["PKG_CONFIG_PATH"] = str(prefix / "lib/pkgconfig")
    out = subprocess.run(["pkg-config", "--cflags", "--libs", "libdti"], env=env, check=True, capture_output=True, text=True)
    flags = out.stdout.split()
    if any("cjson" in flag or "utf8proc" in flag for flag in flags if flag.startswith("-l")):
        raise SystemExit("private dependencies leak: " + out.stdout)
    program = scratch / "installed"
    strict = ["-std=c99", "-pedantic-errors", "-Wall", "-Wextra", "-Werror"]
    run(shlex.split(cc) + strict + [root / "tests/consumer/main.c", "-o", program] + flags, env=env)
    run([program], env=dict(env, LD_LIBRARY_PATH=str(prefix / "lib")))


def subproject(root, scratch, cc, meson):
    project, build = scratch / "project", scratch / "project-build"
    shutil.copytree(root / "tests/consumer", project)
    (project / "subprojects").mkdir()
    shutil.copytree(root, project / "subprojects/libdti", ignore=left_behind)
    env = environment(cc)
    run(meson + ["setup", build, project, "-Ddefault_library=static", "-Doptimization=0", "--force-fallback-for=libdti"], env=env, stdout=subprocess.DEVNULL)
    run(meson + ["compile", "-C", build], env=env, stdout=subprocess.DEVNULL)
    run([build / "consumer"], env=env)


def main(root, scratch, cc, meson):
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    installed(root, scratch, cc, shlex.split(meson))
    subproject(root, scratch, cc, shlex.split(meson))
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), *sys.argv[3:5]))
