# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""One object of every class of the package, found by asking those that are there; and arguments that fit, by name."""

import enum
import importlib
import inspect
import pathlib
import sys
from collections.abc import Mapping, Sequence, Set

import dti
from dti import _dti

ROOT = pathlib.Path(__file__).resolve().parents[3]
DOCUMENTS = sorted((ROOT / "examples/data").glob("*.json")) + sorted((ROOT / "tests/data").glob("*.json"))


def is_public(kind):
    """A class of the package that holds or does something: no enumeration, no exception."""
    return (
        inspect.isclass(kind)
        and kind.__module__.startswith("dti.")
        and "._" not in kind.__module__
        and not issubclass(kind, (enum.Enum, Exception))
    )


def modules():
    """Those of the package that are there, with the optional ones where what they need is installed."""
    for name in ("dti.excel", "dti.plot"):
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    return [module for name, module in sorted(sys.modules.items()) if name == "dti" or name.startswith("dti.")]


def classes():
    """All of them, also those that are only returned."""
    found = {kind.__qualname__: kind for module in modules() for kind in vars(module).values() if is_public(kind)}
    return [found[name] for name in sorted(found)]


def functions():
    """Public functions of the package and of its sub-packages."""
    found = {}
    for module in modules():
        if module.__name__ in ("dti", "dti.excel", "dti.plot"):
            for name, value in sorted(vars(module).items()):
                if not name.startswith("_") and (inspect.isfunction(value) or inspect.isbuiltin(value)):
                    found[f"{module.__name__}.{name}"] = value
    return found


def texts():
    """Example documents by format."""
    return {path: path.read_text(encoding="utf-8") for path in DOCUMENTS}


class World:
    def __init__(self):
        self.objects = {}
        self.handles = {}
        self.documents = {}
        self.failures = []
        for kind in classes():
            self._read(kind)
        self._make()
        self._walk()

    def __getitem__(self, kind):
        return self.objects.get(kind)

    def _add(self, thing):
        kind = type(thing)
        if not is_public(kind) or kind in self.objects:
            return False
        self.objects[kind] = thing
        for name in ("_c", "_handle"):
            handle = getattr(thing, name, None)
            if type(handle).__module__.startswith("dti._dti"):
                self.handles.setdefault(type(handle), handle)
        return True

    def _read(self, kind):
        """What is built in, else the first example that can be read."""
        if hasattr(kind, "builtin"):
            self._add(kind.builtin(*kind.builtins()[:1]) if hasattr(kind, "builtins") else kind.builtin())
        load = getattr(kind, "load", None)
        for path in DOCUMENTS if load else ():
            try:
                thing = load(path)
            except Exception:
                continue
            self._add(thing)
            self.documents.setdefault(kind, path.read_text(encoding="utf-8"))
            break

    def _make(self):
        """What needs more than one thing."""
        tables = [dti.Table.builtin(id) for id in ("vn-dti-province-2022", "vn-dti-province-2023")]
        dossier = dti.Dossier.load(ROOT / "examples/data/quangnam-2022.json")
        collection = self[dti.Collection]
        self.objects[dti.Dossier] = dossier
        self.handles[_dti.Dossier] = dossier._c
        result = dossier.score(track="computed")
        reply = dti.Dossier.load(ROOT / "examples/data/example-reply-2023.json")
        targets = dti.Targets.load(ROOT / "examples/data/targets-quangnam-2023.json")
        made = [
            lambda: result,
            lambda: result.overall,
            lambda: result["6.12"],
            lambda: result["6.12"].step,
            lambda: result.losses(tables[0]),
            lambda: result.progress(collection),
            lambda: reply.evidence[0],
            lambda: reply.score().gaps[0],
            lambda: next(filter(None, (reply.reply(code) for code in reply.framework)))[0],
            lambda: dossier.stages,
            lambda: tables[0].ranking(),
            lambda: tables[0].compare(tables[-1]),
            lambda: targets,
            lambda: targets.assess(tables=tables, dossiers=[dossier]),
            lambda: dti.Form.new(collection, next(iter(collection.reporters)), "gso:49", 2023),
            lambda: dti.Changes.new(dossier.framework),
            lambda: dossier.change(),
            lambda: dti.reconcile(result),
            lambda: dti.Framework.check("{"),
            lambda: dossier.framework.program(),
            lambda: dossier.framework.program().columns([dossier, dossier]),
            lambda: dossier.framework.program().scoreboard([dossier, dossier]),
            lambda: dti.DossierBuilder.new(dossier.framework, "gso:49", 2022),
            lambda: dti.Bounds.load(
                ROOT / "tests/data/cohort-bounds.json", dti.Framework.load(ROOT / "tests/data/cohort-framework.json")
            ),
        ]
        for make in made:
            try:
                self._add(make())
            except Exception as error:
                self.failures.append(f"{type(error).__name__}: {error}")

    def _walk(self):
        """Whatever an object gives without being asked for anything in particular."""
        todo = list(self.objects.values())
        while todo:
            thing = todo.pop()
            for name in dir(type(thing)):
                if name.startswith("_"):
                    continue
                try:
                    given = getattr(thing, name)
                    if inspect.ismethod(given) and not required(given) and name not in ("save", "apply"):
                        given = given()
                except Exception:
                    continue
                todo += [each for each in firsts(given) if self._add(each)]
            todo += [each for each in firsts(thing) if self._add(each)]

    def missing(self):
        """Classes that nothing was found of; the sub-packages keep theirs to themselves."""
        own = [kind for kind in classes() if kind.__module__.count(".") == 1 and not inspect.isabstract(kind)]
        return [kind for kind in own if kind not in self.objects]

    def fitting(self, name, kind=None):
        """An argument that fits a parameter of that name."""
        things = {thing.__name__.lower(): made for thing, made in self.objects.items()}
        given = {
            "code": "6.12",
            "codes": ["6.12"],
            "lang": "en",
            "track": "computed",
            "path": "out.json",
            "text": self.documents.get(kind, "{}"),
            "unit": "gso:49",
            "year": 2022,
            "day": "2023-07-01",
            "today": "2023-07-01",
            "at": "2023-07-01T08:00:00+07:00",
            "by": "A",
            "action": "accept",
            "reason": "vì thế",
            "id": "x",
            "index": 0,
            "input": "drills",
            "value": 1,
            "key": 0,
            "node": 0,
            "numbering": None,
            "other": things.get(kind.__name__.lower()) if kind else None,
            "older": things.get("evidence"),
            "before": things.get("table"),
            "after": things.get("table"),
            "reporter": None,
            "part": "code",
            "severity": dti.Severity.ERROR,
            "of": things.get("framework"),
            "columns": [],
            "outputs": [],
            "frame": None,
            "results": [],
            "state": "missing",
            "points": [1, 2],
            "inputs": {},
            "changes": things.get("changes"),
        }
        return given[name] if name in given else things.get(name)


def required(function):
    """Parameters without a default."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return []
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [each for each in parameters if each.default is each.empty and each.kind not in kinds]


def firsts(thing):
    """It, or what is in it."""
    if isinstance(thing, (str, bytes)):
        return []
    found = [thing]
    try:
        if isinstance(thing, Mapping):
            found += [value for _, value in zip(range(3), thing.values())]
        elif isinstance(thing, (Sequence, Set)):
            found += [value for _, value in zip(range(3), thing)]
    except Exception:
        pass
    return found
