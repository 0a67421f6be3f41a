#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Files and functions of the library and of the Python package stay small enough to be read: 400 lines in a file, 60 in a function.

A module of enumerations alone is a list, as long as what it lists; a list is not read but looked up, and splitting it would only
hide where a name stands. It is not counted.

usage: check-sizes.py ROOT
"""

import ast
import pathlib
import sys

FILE_LINES = 400
FUNCTION_LINES = 60


def functions(lines):
    """(line of the opening brace, length) of each function: by .clang-format both braces stand in column 1."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield start, number - start - 1
            start = None


def python_functions(tree):
    """(line, length) of each function of a module; what its docstring says of arguments and failures does not count."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first, *rest = node.body
            is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
            told = first.end_lineno - first.lineno + 1 if is_text else 0
            yield node.lineno, node.end_lineno - node.lineno + 1 - told


def is_list(tree):
    """Whether a module is a list of enumerations and nothing else."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    others = [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return bool(classes) and not others and all([ast.unparse(base) for base in each.bases] == ["enum.IntEnum"] for each in classes)


def measured(root):
    """(path, lines, functions) of each file that is counted."""
    for path in sorted((root / "libdti").rglob("*.c")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path, len(lines), functions(lines)
    for path in sorted((root / "bindings/python/dti").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        yield path, 0 if is_list(tree) else len(text.splitlines()), python_functions(tree)


def main(root):
    faults = count = 0
    for path, length, found in measured(root):
        count += 1
        name = path.relative_to(root)
        if length > FILE_LINES:
            print("%s: %d lines, %d are enough" % (name, length, FILE_LINES), file=sys.stderr)
            faults += 1
        for start, length in found:
            if length > FUNCTION_LINES:
                print("%s:%d: function of %d lines, %d are enough" % (name, start, length, FUNCTION_LINES), file=sys.stderr)
                faults += 1
    print("%d files, %d faults" % (count, faults))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
