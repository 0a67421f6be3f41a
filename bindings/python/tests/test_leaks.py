# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Ten thousand failures and ten thousand successes leave nothing behind: no reference, no object, no memory of C."""

import ctypes
import gc
import logging
import sys

import pytest

import dti
import isolated

TIMES = 10_000
SLACK = 64  # caches of the interpreter
BYTES = 256 * 1024  # much less than one byte for each time and 32 bytes of a block


class Mallinfo(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
    ]


def in_use():
    """Bytes that C has taken and not given back; 0 where nobody counts them."""
    try:
        info = ctypes.CDLL(None).mallinfo2
    except AttributeError:
        return 0
    if isolated.IS_ASAN:
        return 0
    info.restype = Mallinfo
    return info().uordblks + info().hblkhd


def counts():
    gc.collect()
    return {
        "None": sys.getrefcount(None),
        "True": sys.getrefcount(True),
        "False": sys.getrefcount(False),
        "empty": sys.getrefcount(()),
        "objects": len(gc.get_objects()),
        "blocks": sys.getallocatedblocks(),
    }


def left_behind(work, times):
    """What is there afterwards that was not there before."""
    for _ in range(20):
        work()
    before = counts()
    bytes_before = in_use()
    for _ in range(times):
        work()
    bytes_after = in_use()
    after = counts()
    grown = {name: after[name] - before[name] for name in before}
    found = {name: count for name, count in grown.items() if count > SLACK}
    if bytes_after - bytes_before > BYTES:
        found["bytes"] = bytes_after - bytes_before
    return found


@pytest.fixture(scope="module")
def dossier(data):
    return dti.Dossier.load(data / "quangnam-2022.json")


@pytest.fixture(scope="module")
def result(dossier):
    return dossier.score(track="computed")


@pytest.fixture(autouse=True)
def unheard(monkeypatch):
    """pytest keeps what is logged during a test."""
    monkeypatch.setattr(logging.getLogger("dti"), "propagate", False)


class Stop(Exception):
    pass


def refused(kind, function, *arguments, **given):
    try:
        function(*arguments, **given)
    except kind:
        return
    raise AssertionError("it was not refused")


def stop(*_):
    raise Stop


FAILURES = {
    "parse": lambda d, r: refused(dti.ParseError, dti.Framework.parse, "{"),
    "schema": lambda d, r: refused(dti.SchemaError, dti.Dossier.parse, '{"format": "dti-dossier/1"}'),
    "key": lambda d, r: refused(KeyError, d.framework.__getitem__, "no such code"),
    "key of a result": lambda d, r: refused(KeyError, r.__getitem__, "no such code"),
    "index": lambda d, r: refused(IndexError, d.framework.node, 10**6),
    "lang": lambda d, r: refused(ValueError, d.framework["6.12"].rule, "fr"),
    "type": lambda d, r: refused(TypeError, d.framework.find, 5),
    "NUL": lambda d, r: refused(ValueError, d.framework.find, "6.12\0"),
    "surrogate": lambda d, r: refused(ValueError, d.framework.find, "\ud800"),
    "negative": lambda d, r: refused(OverflowError, d.framework._c.node_code, -1, None),
    "track": lambda d, r: refused(dti.NotFoundError, d.score, track="final"),
    "handle": lambda d, r: refused(TypeError, d.score, bounds=r),
    "builtin": lambda d, r: refused(dti.NotFoundError, dti.Units.builtin, "no such thing"),
    "file": lambda d, r: refused(FileNotFoundError, dti.Framework.load, "no/such/file"),
    "callback": lambda d, r: refused(Stop, dti.reconcile, r, progress=stop),
    "list": lambda d, r: refused(TypeError, dti.Bounds.merge, [None, 5]),
}
SUCCESSES = {
    "getter": lambda d, r: d.framework["6.12"].name,
    "score": lambda d, r: d.score(track="computed").overall.points,
    "explain": lambda d, r: r["6.12"].explain("en"),
    "vectors": lambda d, r: (sum(r.point_vector), max(r.value_vector), r.point_vector.tobytes()),
    "parts": lambda d, r: [child.parent for child in r["6"].children],
    "figures": lambda d, r: [figure.value for figure in d.inputs.values()],
    "findings": lambda d, r: [finding.message() for finding in r.findings],
    "losses": lambda d, r: r.losses()[0].points,
    "check": lambda d, r: len(dti.Framework.check("{}")),
    "resolve": lambda d, r: UNITS.resolve("Đà Nẵng").id,
    "repr": lambda d, r: (repr(d), repr(r), repr(r["6.12"])),
}
SLOW = {
    "json": lambda d, r: r.to_json(),
    "document": lambda d, r: dti.Dossier.parse(d.to_json(), d.framework),
    "framework": lambda d, r: dti.Framework.builtin(),
    "paper": lambda d, r: r.paper(),
    "ranking": lambda d, r: TABLE.ranking()[0].points,
    "comparison": lambda d, r: len(TABLE.compare(TABLE).lines),
    "reconcile": lambda d, r: len(dti.reconcile(r).problems),
    "with": lambda d, r: d.with_({"drills": 3}, reason="x").digest,
    "table": lambda d, r: dti.Table.parse(TABLE.to_json(), TABLE.framework, TABLE.units),
}
UNITS = dti.Units.builtin()
TABLE = dti.Table.builtin("vn-dti-province-2022")


@pytest.mark.parametrize("name", FAILURES)
def test_failures(dossier, result, name):
    assert not left_behind(lambda: FAILURES[name](dossier, result), TIMES // 20 if name == "callback" else TIMES)


@pytest.mark.parametrize("name", SUCCESSES)
def test_successes(dossier, result, name):
    slow = ("score", "losses", "figures", "parts", "findings")
    assert not left_behind(lambda: SUCCESSES[name](dossier, result), TIMES // 10 if name in slow else TIMES)


@pytest.mark.parametrize("name", SLOW)
def test_what_takes_longer(dossier, result, name):
    assert not left_behind(lambda: SLOW[name](dossier, result), 100)


def test_all_of_them_ten_thousand_times(dossier, result):
    """Taken in turn, as a program does, until each kind came ten thousand times: failures and successes."""
    cheap = [FAILURES[name] for name in ("parse", "key", "type", "negative", "track")] + [
        SUCCESSES[name] for name in ("getter", "vectors")
    ]

    def turn():
        for call in cheap:
            call(dossier, result)

    assert not left_behind(turn, TIMES // 5)
