#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Types: the package and the examples are strict, and the stub of the generated module says what that module has.

usage: check-types.py types|stubs ROOT BUILT

BUILT is the folder in the build tree that holds the package.
"""

import json
import os
import pathlib
import subprocess
import sys

NO_TEST = 77  # what Meson takes for "skipped"
HERE = pathlib.Path(__file__).resolve().parent


def notebooks(root, folder):
    """The code of each notebook, as a program."""
    for path in sorted((root / "examples/notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        program = folder / ("notebook_" + path.stem.replace("-", "_") + ".py")
        program.write_text("\n\n".join(code) + "\n", encoding="utf-8")
        yield program


def main(what, root, built):
    if subprocess.run([sys.executable, "-c", "import mypy"], capture_output=True, check=False).returncode != 0:
        print("needs mypy")
        return NO_TEST
    config = root / "pyproject.toml"
    env = dict(os.environ, MYPYPATH=str(built), PYTHONPATH=str(built))
    if what == "types":
        cache = built / ".mypy_cache"
        mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file", config, "--cache-dir", cache]
        checks = [[*mypy, built / "dti"]]
        # Each is a program of its own, and generators of data are none of them.
        checks += [[*mypy, example] for example in (*sorted((root / "examples").glob("*.py")), *notebooks(root, built.parent))]
    else:
        stubtest = [sys.executable, "-m", "mypy.stubtest", "--concise", "--mypy-config-file", config]
        checks = [[*stubtest, "--allowlist", HERE / "stubs-allowed.txt", "dti._dti"]]
    # Not in the source tree: its bindings/python/dti would be found before what was built.
    faults = sum(subprocess.run(command, cwd=built.parent, env=env, check=False).returncode != 0 for command in checks)
    print(f"{len(checks)} checks, {faults} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()))
