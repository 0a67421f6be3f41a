# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Everything that the headers offer is there: each function is called by the package, each constant is a member of an enum.

What is not called stands in unreachable.txt with the reason. The generated C is read for which method calls which function, the package for
which methods it calls.
"""

import ast
import collections
import enum
import fnmatch
import functools
import pathlib
import re

import pytest

import dti
from dti import _dti

DECLARATION = re.compile(r"^DTI_API\b[^;{]*?\b(\w+)\(", re.MULTILINE)
CALL = re.compile(r"\b((?:x|dti|delete_dti)_\w+)\(")
FUNCTION = re.compile(r"(?:SWIGINTERN|static)\b[^;={]*?\b(\w+)\(")
# What the generated code calls for itself.
HOUSEKEEPING = re.compile(r"_(ref|unref|free)$|^dti_text_")
ENUM = re.compile(r"typedef enum (\w+) \{(.*?)\}", re.DOTALL)


def headers(root):
    return [*sorted((root / "libdti/include/dti").glob("*.h")), root / "libdti/include/dti/version.h.in"]


def plain(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def defined(path):
    """Functions of the generated C with their texts. Adapters ("){") end in the column that the interface file has them in."""
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        found = FUNCTION.match(line)
        if found and not line.endswith(";"):
            ends = ("}", "  }") if line.endswith("){") else ("}",)
            body = [line]
            while not line.endswith("}") if len(body) == 1 else line not in ends:
                line = next(lines)
                body.append(line)
            yield found[1], "\n".join(body)


def listed(root, name):
    """Lines of a data file: the first word and the rest."""
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(None, 1)) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def functions(root):
    """The public functions: name to header."""
    found = {name: header.name for header in headers(root) for name in DECLARATION.findall(plain(header))}
    assert set(found) == {name for name, _ in listed(root, "tests/abi/symbols.txt")}
    return found


@pytest.fixture(scope="module")
def wrapped(functions):
    """Function of C to the places in _dti where it is called: {"dti_table_points": {("Table", "points")}}."""
    source = pathlib.Path(dti.__file__).with_name("dti_wrap.c")
    if not source.exists():
        pytest.skip("the generated code is not beside the package")
    bodies = dict(defined(source))

    @functools.cache
    def reached(name):
        found = set()
        for called in set(CALL.findall(bodies[name])) - {name}:
            if called in functions:
                found.add(called)
            elif called in bodies:
                found |= reached(called)
        return found

    places = collections.defaultdict(set)
    for name in bodies:
        if name.startswith("_wrap_"):
            owner, _, method = name.removeprefix("_wrap_").partition("_")
            is_method = hasattr(getattr(_dti, owner, None), method)
            place = (owner, method) if is_method else ("", name.removeprefix("_wrap_"))
            for called in reached(name):
                if not HOUSEKEEPING.search(called):
                    places[called].add(place)
    return places


class Module:
    """What a module of the package calls, and which classes it speaks of."""

    def __init__(self, path):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        attributes = [node for node in nodes if isinstance(node, ast.Attribute)]
        self.called = {node.attr for node in attributes}
        # Tables of getters: ("points", "max_points").
        self.called |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        self.plain = {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "_dti"}
        imports = [node for node in nodes if isinstance(node, ast.ImportFrom)]
        self.plain |= {alias.name for node in imports if node.module == "dti._dti" for alias in node.names}
        self.classes = self.plain | {alias.name for node in imports for alias in node.names}
        self.classes |= {node.name for node in nodes if isinstance(node, ast.ClassDef)}


@pytest.fixture(scope="module")
def package(root):
    folder = root / "bindings/python/dti"
    return {path.name: Module(path) for path in folder.glob("*.py")}


def is_called(place, package):
    owner, method = place
    if not owner:
        return any(method in module.plain for module in package.values())
    return method in package["_core.py"].called or any(
        method in module.called and owner in module.classes for module in package.values()
    )


def test_every_function_is_reachable(root, functions, wrapped, package):
    allowed = listed(root, "bindings/python/tests/unreachable.txt")
    missing = collections.defaultdict(list)
    needed = set()
    for name, header in functions.items():
        if any(is_called(place, package) for place in wrapped.get(name, ())):
            continue
        reasons = {pattern for pattern, _ in allowed if fnmatch.fnmatchcase(name, pattern)}
        needed |= reasons
        if not reasons:
            missing[header].append(name + ("" if wrapped.get(name) else " (not in _dti)"))
    text = "\n".join(f"{header}: {', '.join(names)}" for header, names in sorted(missing.items()))
    if missing:
        pytest.fail(f"{sum(map(len, missing.values()))} functions that the package does not call:\n{text}", pytrace=False)
    assert not {pattern for pattern, _ in allowed} - needed, "reasons for functions that are called, or that there are not"


def constants(path):
    """Enumerations of a header: {"dti_lang": {"DTI_LANG_VI": 0, ...}}."""
    found = {}
    for name, body in ENUM.findall(plain(path)):
        found[name] = {}
        value = -1
        for item in filter(None, (part.strip() for part in body.split(","))):
            constant, _, given = (part.strip() for part in item.partition("="))
            value = int(given, 0) if given else value + 1
            if not constant.endswith("_FORCE_INT"):
                found[name][constant] = value
    return found


def test_every_constant_is_declared(root):
    interface = "".join(path.read_text(encoding="utf-8") for path in (root / "bindings/swig").glob("*.i"))
    declared = dict(ENUM.findall(interface))
    for header in headers(root):
        for name, members in constants(header).items():
            assert name in declared, f"{header.name}: {name} is in no interface file"
            assert set(re.findall(r"\bDTI_\w+", declared[name])) == set(members), name


def test_every_constant_is_a_member(root):
    """With its value, and in an enumeration of its own kind."""
    kinds = [kind for kind in vars(dti).values() if isinstance(kind, type) and issubclass(kind, enum.IntEnum)]
    for header in headers(root):
        for name, members in constants(header).items():
            expected = {constant.removeprefix("DTI_"): value for constant, value in members.items()}
            assert {constant: getattr(_dti, constant, None) for constant in expected} == expected
            title = "".join(part.capitalize() for part in name.removeprefix("dti_").split("_"))
            kind = next((kind for kind in kinds if kind.__name__ == title), None)
            assert kind is not None, f"{header.name}: no dti.{title} for {name}"
            assert sorted(kind) == sorted(expected.values()), name
            for constant, value in expected.items():
                assert constant == kind(value).name or constant.endswith("_" + kind(value).name), constant


def test_every_header_has_its_interface(root):
    """Or nothing in it that is called."""
    main = (root / "bindings/swig/dti.i").read_text(encoding="utf-8")
    for header in headers(root):
        if not DECLARATION.search(plain(header)) and not ENUM.search(plain(header)) and header.name != "options.h":
            continue
        if header.name == "text.h":
            continue
        interface = header.with_suffix(".i").name
        assert (root / "bindings/swig" / interface).exists() and f'%include "{interface}"' in main, header.name
