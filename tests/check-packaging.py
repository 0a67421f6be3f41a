#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The Python package as others get it: a source release, a wheel with libdti inside, an install that links libdti.so.

usage: check-packaging.py ROOT SCRATCH PYTHON CC MESON

Works in copies of the source tree and without network. Both installs must give the same scores, those of the source.
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tarfile

NO_TEST = 77  # what Meson takes for "skipped"
STRAY = "stray.txt"
SCORE = """\
import sys

import dti

for track in ("default", "computed"):
    result = dti.Dossier.load(sys.argv[1]).score(track=track)
    for code in result:
        print(track, code, result[code].exact_points)
"""
TYPED = 'import dti\n\ncode: int = dti.Framework.builtin()["6.12"].code\n'


def run(command, **options):
    print("$ " + shlex.join(map(str, command)), flush=True)
    return subprocess.run(list(map(str, command)), check=True, text=True, **options)


def output(command, **options):
    return run(command, stdout=subprocess.PIPE, **options).stdout


def fail(text):
    raise SystemExit("check-packaging: " + text)


def same(what, found, expected):
    found, expected = set(found), set(expected)
    if found != expected:
        fail(f"{what}: too much {sorted(found - expected)}, missing {sorted(expected - found)}")


def environment(cc):
    """Without the flags of the build that runs this test, and without network."""
    dropped = ("CFLAGS", "LDFLAGS", "DESTDIR", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LD_PRELOAD", "VIRTUAL_ENV")
    env = {key: value for key, value in os.environ.items() if key not in dropped}
    return dict(env, CC=cc, PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")


def tracked(root):
    """The files of a release: what git knows, or all of an unpacked one."""
    listing = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    git = subprocess.run(listing, capture_output=True, text=True, check=False)
    if git.returncode != 0:
        return None
    return sorted(name for name in git.stdout.split("\0") if name and (root / name).is_file())


def copy(root, names, into):
    for name in names:
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, into / name)
    git = ["git", "-C", into, "-c", "user.name=libdti", "-c", "user.email=libdti@localhost", "-c", "commit.gpgsign=false"]
    run(["git", "init", "--quiet", into])
    run([*git, "add", "--all", "--force"])
    run([*git, "commit", "--quiet", "--message", "copy"])
    (into / STRAY).write_text("in the folder, not in the release\n", encoding="utf-8")


def source_release(copied, names, into, python, env):
    """Made of the files that git knows and of no others."""
    run([python, "-m", "build", "--sdist", "--no-isolation", "--outdir", into, copied], env=env, stdout=subprocess.DEVNULL)
    (archive,) = into.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        held = [member.name.split("/", 1)[1] for member in tar.getmembers() if member.isfile()]
        tar.extractall(into)
    same("source release", held, [*names, "PKG-INFO"])
    return into / archive.name.removesuffix(".tar.gz")


def wheel(release, scratch, python, env):
    """From the unpacked release, as people type it, in an environment of its own."""
    venv = scratch / "venv"
    run([python, "-m", "venv", "--system-site-packages", venv])
    run([venv / "bin/pip", "install", "--quiet", ".", "--no-build-isolation"], cwd=release, env=env)
    return venv / "bin/python"


def package_of(names):
    """The files of the package by the source tree: every module, stub and data file, whatever the lists of Meson say."""
    folder = "bindings/python/"
    package = (name.removeprefix(folder) for name in names if name.startswith(folder + "dti/"))
    return {name for name in package if not name.endswith("meson.build")}


def check_wheel(python, names, env):
    listing = "import importlib.metadata as m; print(*m.files('dti'), sep='\\n')"
    held = [name for name in output([python, "-c", listing], env=env).split("\n") if name and "__pycache__" not in name]
    (extension,) = (name for name in held if name.startswith("dti/_dti_c."))
    about = [name for name in held if ".dist-info/" in name]
    if not any(name.endswith("/LICENSE") for name in about):
        fail("the wheel has no licence")
    same("wheel", set(held) - set(about), {*package_of(names), "dti/_dti.py", extension})

    where = pathlib.Path(output([python, "-c", "import dti; print(dti.__path__[0])"], env=env).strip())
    library = where.parent / extension
    exported = [line.split()[-1] for line in output(["nm", "-D", "--defined-only", library]).splitlines()]
    same("symbols of the extension", exported, ["PyInit__dti_c"])
    if "libdti" in output(["ldd", library], env=env):
        fail("the extension of the wheel looks for libdti.so")
    if shutil.which("mypy"):
        checked = subprocess.run(
            ["mypy", "--strict", "--python-executable", python, "--cache-dir", os.devnull, "-c", TYPED],
            cwd=where.parents[3], env=env, text=True, capture_output=True, check=False,
        )  # fmt: skip
        if 'expression has type "str"' not in checked.stdout:
            fail("the installed package is not typed: " + checked.stdout + checked.stderr)


def check_notebooks(python, release, env):
    """All of them, from the first cell to the last, with the package that was installed and no other."""
    wanted = "import ipykernel, matplotlib, nbclient, openpyxl, pandas, pytest"
    if subprocess.run([python, "-c", wanted], capture_output=True, check=False).returncode != 0:
        print("notebooks: not run, they need more packages")
        return
    run([python, "-m", "ipykernel", "install", "--sys-prefix"], env=env)
    run([python, release / "bindings/python/tests/tap.py", release / "bindings/python/tests/test_notebooks.py"], env=env)


def shared(release, scratch, python, meson, env):
    """Installed with libdti.so, as a distribution would; the environment in which it is found."""
    build, prefix = scratch / "build", scratch / "prefix"
    options = ["-Dpython=enabled", "-Dtests=disabled", "-Dexamples=false", "-Doptimization=0"]
    run([*meson, "setup", build, release, "--prefix", prefix, "--libdir", "lib", *options], env=env, stdout=subprocess.DEVNULL)
    run([*meson, "install", "-C", build], env=env, stdout=subprocess.DEVNULL)
    if "-march=" in (build / "compile_commands.json").read_text(encoding="utf-8"):
        fail("compiled for one processor")
    found = list(prefix.rglob("dti/__init__.py"))
    if len(found) != 1:
        fail(f"the package is not installed in one place: {found}")
    package = found[0].parent
    env = dict(env, PYTHONPATH=str(package.parent), LD_LIBRARY_PATH=str(prefix / "lib"))
    (extension,) = package.glob("_dti_c.*")
    linked = [line.split()[2] for line in output(["ldd", extension], env=env).splitlines() if "libdti.so.0 =>" in line]
    if linked != [str(prefix / "lib/libdti.so.0")]:
        fail(f"linked libdti.so.0: {linked}")
    return env


def main(root, scratch, python, cc, meson):
    root, scratch = root.resolve(), scratch.resolve()
    names = tracked(root) if shutil.which("git") else None
    needed = subprocess.run([python, "-c", "import build, ensurepip, mesonpy, venv"], capture_output=True, check=False)
    if names is None or needed.returncode != 0:
        print("needs a git tree, python3-build, python3-mesonpy and python3-venv")
        return NO_TEST
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    env = environment(cc)
    copied = scratch / "copy"
    copied.mkdir()
    copy(root, names, copied)
    release = source_release(copied, names, scratch / "release", python, env)
    inside = wheel(release, scratch, python, env)
    check_wheel(inside, names, env)
    check_notebooks(inside, release, env)
    linked = shared(release, scratch, python, shlex.split(meson), env)

    dossier = root / "examples/data/quangnam-2022.json"
    scores = [output([inside, "-c", SCORE, dossier], env=env), output([python, "-c", SCORE, dossier], env=linked)]
    if scores[0] != scores[1]:
        fail("a wheel and an install give different scores")
    if "computed 6.12 12790000000\n" not in scores[0]:
        fail("not the scores of the source:\n" + scores[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), *sys.argv[3:6]))
