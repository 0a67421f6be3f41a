# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Examples do what they say: those of the guides, read as one session each, and those in docstrings."""

import doctest
import importlib
import inspect
import pathlib
import pkgutil
import re
import shutil

import pytest

import dti

ROOT = pathlib.Path(__file__).resolve().parents[3]
FENCED = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.REPORT_NDIFF


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Examples run among the example documents, in a copy: they write files."""
    monkeypatch.setenv("MPLBACKEND", "Agg")
    shutil.copytree(ROOT / "examples/data", tmp_path / "data")
    monkeypatch.chdir(tmp_path / "data")


def run(test, names):
    """Runs the examples of a test; what fails is printed by doctest, with its line."""
    test.globs = names
    told = []
    doctest.DocTestRunner(optionflags=FLAGS).run(test, out=told.append, clear_globs=False)
    assert not told, "".join(told)


def guides():
    return sorted(path.name for path in (ROOT / "docs").glob("*.md") if FENCED.search(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("guide", guides())
def test_guide(guide, folder):
    for module in ("numpy", "pandas", "matplotlib", "openpyxl"):
        pytest.importorskip(module)
    path = ROOT / "docs" / guide
    text = path.read_text(encoding="utf-8")
    names = {}
    for block in FENCED.finditer(text):
        line = text.count("\n", 0, block.start(1))
        test = doctest.DocTestParser().get_doctest(block[1], names, guide, str(path), line)
        assert test.examples, f"{path}:{line + 1}: a block without a prompt is not checked"
        run(test, names)


def modules():
    found = pkgutil.walk_packages(dti.__path__, "dti.", onerror=lambda name: None)
    return ["dti", *(module.name for module in found if "_dti" not in module.name)]


def examples():
    """Docstrings with a prompt, of all modules; each is a session of its own."""
    for name in modules():
        try:
            module = importlib.import_module(name)
        except ImportError:  # dti.plot and dti.excel, without what they draw and write with
            continue
        for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
            if test.examples:
                yield pytest.param(test, id=test.name)


@pytest.mark.parametrize("test", examples())
def test_docstring(test, folder):
    run(test, {"dti": dti})


def public(name):
    """Classes and functions of a public module, and the methods and properties of those classes."""
    module = importlib.import_module(name)
    for each, thing in vars(module).items():
        if each.startswith("_") or getattr(thing, "__module__", None) != name:
            continue
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield f"{name}.{each}", thing
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                if not member.startswith("_") and (callable(value) or isinstance(value, (property, classmethod, staticmethod))):
                    yield f"{name}.{each}.{member}", value


@pytest.mark.parametrize("name", [name for name in modules() if "._" not in name])
def test_all_that_is_public_is_told(name):
    try:
        things = list(public(name))
    except ImportError as error:
        pytest.skip(str(error))
    silent = [each for each, thing in things if not (inspect.getdoc(thing) or "").strip()]
    assert not silent


def test_all_that_is_imported_is_exported():
    """A type checker of a program takes from dti only what __all__ names."""
    public = {name for name, thing in vars(dti).items() if not name.startswith("_") and not inspect.ismodule(thing)}
    assert public == set(dti.__all__) and len(dti.__all__) == len(public)
