# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Whatever is passed to whatever: a Python exception or an answer, never a signal, never a SystemError.

The cases come from the package itself, so that nothing that is added is left out: every class and function with every
argument replaced in turn by each of evil.VALUES; instances that were never made; the generated module below.
"""

import ast
import copy
import functools
import gc
import inspect
import itertools
import operator
import os
import pickle
import random
import threading
import weakref

import pytest

import dti
import evil
import isolated
import world
from dti import _dti

# For one class; what is left out is drawn by chance.
SECONDS = float(os.environ.get("DTI_MISUSE_SECONDS", "0.4"))
PROTOCOL = {
    "getitem": operator.getitem,
    "contains": operator.contains,
    "eq": operator.eq,
    "lt": operator.lt,
    "add": operator.add,
    "delitem": operator.delitem,
    "setitem": lambda thing, value: operator.setitem(thing, value, value),
    "getattr": lambda thing, value: getattr(thing, value if isinstance(value, str) else "x"),
    "setattr": lambda thing, value: setattr(thing, "anything", value),
    "format": lambda thing, value: format(thing, value),
    "isinstance": lambda thing, value: isinstance(value, type(thing)),
}
ALONE = {
    "iter": lambda thing: list(itertools.islice(iter(thing), 100)),
    "len": len,
    "bool": bool,
    "hash": hash,
    "repr": repr,
    "str": str,
    "html": lambda thing: thing._repr_html_(),
    "reversed": lambda thing: list(itertools.islice(reversed(thing), 100)),
    "index": operator.index,
    "float": float,
    "call": lambda thing: thing(),
    "with": lambda thing: enter(thing),
    "buffer": memoryview,
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda thing: pickle.loads(pickle.dumps(thing)),
    "reduce": lambda thing: thing.__reduce__(),
    "init": lambda thing: thing.__init__(),
    "init again": lambda thing: thing.__init__(None, None),
    "dir": dir,
    "weakref": weakref.ref,
    "del": lambda thing: [delattr(thing, name) for name in dir(thing) if not name.startswith("__")],
    "sizeof": lambda thing: thing.__sizeof__(),
}


def asked(use, thing, *rest):
    """A case that only must come back."""
    return lambda: use(thing() if isinstance(thing, functools.partial) else thing, *(make() for make in rest)) and None


def enter(thing):
    with thing:
        raise evil.Trouble


@functools.cache
def made():
    return world.World()


def shuffled(cases):
    random.Random(7).shuffle(cases)
    return cases


def poke(thing):
    """Asks for everything that can be asked for without an argument."""
    for name in dir(type(thing)):
        if not name.startswith("__"):
            try:
                given = getattr(thing, name)
                if inspect.ismethod(given) and not world.required(given):
                    given()
            except SystemError as error:
                return f"{name}: {error}"
            except Exception:
                continue
    for name, ask in ALONE.items():
        try:
            ask(thing)
        except SystemError as error:
            return f"{name}: {error}"
        except Exception:
            continue
    return None


def calls(name, function, kind=None, poked=False):
    """Calls of a function: each argument replaced in turn, all at once, too few, too many."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        parameters = []
    names = [each.name for each in parameters if each.kind is not each.VAR_KEYWORD]
    needed = {each.name for each in world.required(function)}
    positional = [each.name for each in parameters if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]

    def case(label, values, extra=()):
        def call():
            fitting = {each: made().fitting(each, kind) for each in needed}
            given = fitting | {each: make() for each, make in values.items()}
            ordered = []
            for each in positional:
                if each not in given:
                    break
                ordered.append(given.pop(each))
            answer = function(*ordered, *extra, **given)
            repr(answer)
            return poke(answer) if poked else None

        return (f"{name}({label})", call)

    found = [case("fitting", {})]
    for label, make in evil.VALUES.items():
        if poked and label == "magic":
            continue  # what is made of it answers for ever
        found += [case(f"{each}={label}", {each: make}) for each in names]
        found.append(case(f"all={label}", dict.fromkeys(positional, make)))
        found.append(case(f"more={label}", {}, extra=(make(),)))
    return found


def members(kind):
    """Callable members of a class by name, on the class for its own and its static methods."""
    thing = made()[kind]
    for name in sorted(set(dir(kind)) - set(dir(object))):
        plain = inspect.getattr_static(kind, name)
        if name == "__setstate__" or (name.startswith("_") and not name.startswith("__")):
            continue  # Python itself makes a SystemError of what it is given there, in a dataclass
        if isinstance(plain, (classmethod, staticmethod)):
            yield name, getattr(kind, name)
        elif inspect.isfunction(plain) and thing is not None:
            yield name, getattr(thing, name)


def tell(outcome):
    if outcome.faults:
        pytest.fail(f"{len(outcome.faults)} faults in {outcome.count} cases\n" + "\n".join(outcome.faults[:40]), pytrace=False)
    assert outcome.count


def test_there_is_an_object_of_every_class():
    """But of a few, which take a rare document."""
    assert not made().failures
    assert len(made().missing()) < len(world.classes()) / 5


@pytest.mark.parametrize("kind", world.classes(), ids=lambda kind: kind.__name__)
def test_arguments(kind):
    cases = calls(kind.__name__, kind, kind, poked=True)
    for name, function in members(kind):
        cases += calls(f"{kind.__name__}.{name}", function, kind)
    thing = made()[kind]
    for name, use in PROTOCOL.items() if thing is not None else ():
        cases += [(f"{name} {label}", asked(use, thing, make)) for label, make in evil.VALUES.items()]
    tell(isolated.run(shuffled(cases), SECONDS))


@pytest.mark.parametrize("kind", world.classes(), ids=lambda kind: kind.__name__)
def test_instances_that_were_never_made(kind):
    unmade = functools.partial(evil.bare, kind)
    cases = [("everything", lambda: poke(evil.bare(kind)))]
    cases += [(name, asked(getattr, unmade, lambda name=name: name)) for name in dir(kind)]
    cases += [(name, asked(use, unmade)) for name, use in ALONE.items()]
    for name, use in PROTOCOL.items():
        cases += [(f"{name} {label}", asked(use, unmade, make)) for label, make in evil.VALUES.items()]
    for name in set(dir(kind)) - set(dir(object)):
        plain = inspect.getattr_static(kind, name)
        if inspect.isfunction(plain) and name != "__setstate__":
            cases += calls(f"bare {kind.__name__}.{name}", functools.partial(plain, evil.bare(kind)), kind)
    tell(isolated.run(shuffled(cases), SECONDS))


@pytest.mark.parametrize("kind", world.classes(), ids=lambda kind: kind.__name__)
def test_objects_that_are_there(kind):
    """Copies, pickles, deletions, references; nothing of the generated classes shows."""
    thing = made()[kind]
    if thing is None:
        pytest.skip("nothing was found of it")
    assert not hasattr(thing, "this") and not hasattr(thing, "thisown")
    tell(isolated.run([("everything", lambda: poke(thing)), *((name, asked(use, thing)) for name, use in ALONE.items())]))


@pytest.mark.parametrize("name", world.functions())
def test_functions(name):
    tell(isolated.run(shuffled(calls(name, world.functions()[name])), SECONDS))


def test_enumerations():
    cases = []
    for kind in {type(member) for member in vars(dti).values()} | {
        each for each in vars(dti).values() if inspect.isclass(each)
    }:
        if kind.__module__ == "dti.enums":
            cases += calls(kind.__name__, kind)
    tell(isolated.run(shuffled(cases), 2 * SECONDS))


def test_exceptions():
    cases = []
    for kind in filter(inspect.isclass, vars(dti).values()):
        if issubclass(kind, Exception):
            cases += calls(kind.__name__, kind, poked=True)
            cases.append((f"bare {kind.__name__}", lambda kind=kind: poke(kind.__new__(kind))))
    tell(isolated.run(shuffled(cases), 2 * SECONDS))


# ---- The generated module: every function of C, with arguments that are wrong in a system ----


def interface():
    """Parameters of the functions of _dti: [(class or None, name, is static, [(parameter, annotation)])]."""
    tree = ast.parse((world.ROOT / "bindings/python/dti/_dti.pyi").read_text(encoding="utf-8"))

    def read(owner, node):
        is_static = any(getattr(each, "id", "") == "staticmethod" for each in node.decorator_list)
        arguments = node.args.args[1 if owner and not is_static else 0 :]
        return (
            owner,
            node.name,
            is_static,
            [(each.arg, ast.unparse(each.annotation) if each.annotation else "") for each in arguments],
        )

    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield read(None, node)
        elif isinstance(node, ast.ClassDef):
            yield from (read(node.name, each) for each in node.body if isinstance(each, ast.FunctionDef))


SIGNATURES = [
    each for each in interface() if not each[1].startswith("_") and each[1] not in ("set_error_factory", "set_logger")
]


def handles():
    """A handle of every generated class."""
    found = {kind.__name__: thing for kind, thing in made().handles.items()}
    options = _dti.ParseOptions()
    framework = found["Framework"]
    program = _dti.Program.new(framework, 0)
    found |= {
        "ParseOptions": options,
        "Program": program,
        "Scratch": _dti.Scratch.new(program),
        "DossierBuilder": _dti.DossierBuilder.new(framework, "gso:49", 2022, options),
        "EvidenceBuilder": _dti.EvidenceBuilder.new("x", None),
        "Changes": _dti.Changes.new(framework),
        "TableBuilder": _dti.TableBuilder.new(framework, found["Units"], "x", 2022, None),
        "Figures": _dti.Figures.new(framework),
    }
    figures = found["Figures"]
    figures.add_dossier(found["Result"])
    found["Reconciliation"] = (
        figures.reconcile(3, None) if len(inspect.signature(figures.reconcile).parameters) > 1 else figures.reconcile(3)
    )
    return found


def proper(annotation, there):
    """An argument of the right type."""
    for kind in (part.strip() for part in annotation.split("|")):
        if kind in there:
            return there[kind]
    if annotation.startswith("int"):
        return 0
    if annotation.startswith("float"):
        return 1.0
    if annotation.startswith("str"):
        return "6.12"
    return None if "None" in annotation else []


def flat(owner, name, is_static, parameters):
    """The function of C behind a method, and arguments that fit, the object first."""
    if owner is None:
        return getattr(_dti, name), []
    if is_static:
        return getattr(getattr(_dti, owner), name), []
    return getattr(_dti._dti_c, f"{owner}_{name}"), [owner]


def systematic(signature):
    owner, name, _, parameters = signature
    function, before = flat(*signature)
    annotations = before + [annotation for _, annotation in parameters]
    label = f"{owner}.{name}" if owner else name

    def case(text, place, make):
        def call():
            there = handles_there()
            given = [proper(annotation, there) for annotation in annotations]
            if place == "all":
                given = [make() for _ in given]
            elif place is not None:
                given[place] = make()
            function(*given)  # its answer is no text of a fault

        return (f"{label}: {text}", call)

    found = [case("fitting", None, None)]
    wrong = dict(evil.VALUES)
    wrong |= {
        f"a {kind}": functools.partial(lambda kind: handles_there()[kind], kind)
        for kind in ("Framework", "Dossier", "Report", "ParseOptions")
    }
    wrong |= {
        f"raw {kind}": functools.partial(lambda kind: handles_there()[kind].this, kind) for kind in ("Framework", "Dossier")
    }
    wrong |= {
        f"unmade {kind}": functools.partial(lambda kind: object.__new__(getattr(_dti, kind)), kind)
        for kind in ("Framework", "Dossier")
    }
    for text, make in wrong.items():
        found += [case(f"{place}={text}", place, make) for place in range(len(annotations))]
        found.append(case(f"all={text}", "all", make))
    # Each index in turn out of range while the others are in it.
    numbers = [place for place, annotation in enumerate(annotations) if annotation.startswith("int")]
    for place, value in itertools.product(numbers, (1, 2, 7, 2**16, 2**31 - 1, 2**32, 2**62, 2**63, 2**64 - 2)):
        found.append(case(f"{place}={value}", place, lambda value=value: value))
    found.append((f"{label}: nothing", lambda: function() and None))
    found.append((f"{label}: too much", lambda: function(*range(20)) and None))
    return found


@functools.cache
def handles_there():
    return handles()


@pytest.mark.parametrize("owner", sorted({each[0] or "" for each in SIGNATURES}))
def test_the_generated_module(owner):
    handles_there()
    cases = [case for signature in SIGNATURES if (signature[0] or "") == owner for case in systematic(signature)]
    tell(isolated.run(shuffled(cases), 2 * SECONDS))


def test_generated_classes_called():
    cases = []
    for name, kind in vars(_dti).items():
        if inspect.isclass(kind):
            cases += [
                (f"{name}({label})", lambda kind=kind, make=make: poke(kind(make())) and None)
                for label, make in evil.VALUES.items()
            ]
            cases.append((f"{name}()", lambda kind=kind: poke(kind()) and None))
            cases.append((f"unmade {name}", lambda kind=kind: poke(object.__new__(kind)) and None))
    tell(isolated.run(shuffled(cases), 2 * SECONDS))


# ---- Life and death ----


def test_owners_die_in_any_order():
    """What is part of something keeps it; every order of deletion, with what remains being used."""

    def live(order):
        dossier = dti.Dossier.load(world.ROOT / "examples/data/quangnam-2022.json")
        result = dossier.score(track="computed")
        table = dti.Table.builtin("vn-dti-province-2022")
        things = {
            "dossier": dossier,
            "result": result,
            "framework": dossier.framework,
            "score": result["6.12"],
            "vector": result.point_vector,
            "figure": dossier.inputs["drills"],
            "losses": result.losses(),
            "table": table,
            "place": table.ranking()[0],
        }
        del dossier, result, table
        for name in order:
            del things[name]
            gc.collect()
            for thing in things.values():
                repr(thing)
                if isinstance(thing, memoryview):
                    sum(thing)
            if "score" in things:
                assert things["score"].exact_points == 12_790_000_000
            if "vector" in things:
                assert len(things["vector"]) > 100

    names = ["dossier", "result", "framework", "score", "vector", "figure", "losses", "table", "place"]
    orders = [names, names[::-1], *(random.Random(seed).sample(names, len(names)) for seed in range(20))]

    def case(order):
        try:
            live(order)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return None

    tell(isolated.run([(" ".join(order), functools.partial(case, order)) for order in orders]))


def test_threads():
    """Objects that are shared, read and used at once, while others go."""

    def work():
        framework = dti.Framework.builtin()
        dossier = dti.Dossier.load(world.ROOT / "examples/data/quangnam-2022.json")
        text = dossier.to_json()
        expected = dossier.score(track="computed").to_json()
        faults = []

        def use(seed):
            try:
                for turn in range(5):
                    own = dti.Dossier.parse(text, framework) if (seed + turn) % 2 else dossier
                    result = own.score(track="computed")
                    vector = result.point_vector
                    if result.to_json() != expected:
                        faults.append("another result")
                    del result
                    gc.collect()
                    sum(vector)
                    with pytest.raises(dti.DtiError):
                        dti.Dossier.parse("{", framework)
                    with pytest.raises(KeyError):
                        framework["no such code"]
            except BaseException as error:
                faults.append(repr(error))

        threads = [threading.Thread(target=use, args=(seed,)) for seed in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return "; ".join(faults) or None

    tell(isolated.run([("threads", work)]))


def test_the_end_of_the_interpreter():
    """Objects in cycles, in modules and in threads that never end, when the interpreter goes."""
    import subprocess
    import sys

    program = """
import dti, threading, sys, gc, logging
logging.basicConfig(level=0)
class Keeper:
    def __init__(self): self.me = self; self.result = dti.Dossier.load(sys.argv[1]).score(); self.vector = self.result.point_vector
    def __del__(self):
        try:
            repr(self.result); sum(self.vector); self.result.overall.explain(); dti.Framework.parse("{")
        except Exception: pass
sys.modules["keeper"] = Keeper()
kept = [Keeper(), Keeper()]
def forever():
    while True:
        try: dti.Framework.check('{"format": 5}'); dti.Dossier.load(sys.argv[1]).score()
        except Exception: pass
for _ in range(3): threading.Thread(target=forever, daemon=True).start()
"""
    for _ in range(3):
        path = world.ROOT / "examples/data/quangnam-2022.json"
        done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr[-2000:].decode(errors="replace")


def test_subinterpreters_are_refused():
    interpreters = pytest.importorskip("_xxsubinterpreters")
    other = interpreters.create()
    try:
        with pytest.raises(Exception, match="subinterpreter"):
            interpreters.run_string(other, "import dti")
    finally:
        interpreters.destroy(other)
    assert dti.Framework.builtin()["6.12"].name == made()[dti.Framework]["6.12"].name
    with pytest.raises(KeyError):
        dti.Units.builtin()["no such unit"]
