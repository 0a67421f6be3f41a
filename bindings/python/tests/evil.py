# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Arguments that no call expects: wrong types, numbers out of every range, objects that raise or lie when they are asked."""

import array
import datetime
import decimal
import fractions
import math
import os
import unittest.mock
from collections.abc import Mapping, Sequence

import dti


class Trouble(Exception):
    """What the evil ones raise."""


def trouble(*args, **kwargs):
    raise Trouble


class EvilStr(str):
    __len__ = __iter__ = __getitem__ = __hash__ = __eq__ = encode = upper = trouble


class LyingStr(str):
    def __str__(self):
        return "\0"

    def encode(self, *args):
        return b"\xff"

    def __len__(self):
        return 2**62


class EvilInt(int):
    __index__ = __int__ = __float__ = __eq__ = __lt__ = __le__ = __hash__ = trouble


class EvilFloat(float):
    __float__ = __eq__ = __lt__ = __hash__ = trouble


class EvilIndex:
    __index__ = (
        __int__
    ) = __float__ = __fspath__ = __len__ = __iter__ = __bool__ = __str__ = __repr__ = __hash__ = __eq__ = trouble


class LyingIndex:
    def __index__(self):
        return 2**80

    def __float__(self):
        return math.nan

    def __fspath__(self):
        return b"\xff\0"

    def __len__(self):
        return -1

    def __bool__(self):
        return 3

    def __str__(self):
        return 5

    __repr__ = __str__


class EvilMapping(Mapping):
    __getitem__ = __iter__ = __len__ = trouble


class LyingMapping(Mapping):
    def __getitem__(self, key):
        return "\ud800"

    def __iter__(self):
        return iter(["6.12", 5, None])

    def __len__(self):
        return 10**9


class LyingSequence(Sequence):
    def __getitem__(self, index):
        if index > 5:
            raise IndexError
        return self

    def __len__(self):
        return 2**40


class Shrinking(list):
    """Loses what is asked for while it is asked."""

    def __iter__(self):
        while self:
            yield self.pop()
            self.clear()


class EvilZone(datetime.tzinfo):
    utcoffset = dst = tzname = trouble


def generator():
    yield None
    raise Trouble


def bare(kind):
    """An instance that was never made."""
    return (tuple if issubclass(kind, tuple) else object).__new__(kind)


VALUES = {
    "None": lambda: None,
    "object": object,
    "type": lambda: type,
    "empty": lambda: "",
    "unknown": lambda: "no such thing",
    "NUL": lambda: "6.12\0",
    "surrogate": lambda: "\ud800",
    "long": lambda: "ộ" * 100_000,
    "percent": lambda: "%s%n{0}",
    "EvilStr": lambda: EvilStr("6.12"),
    "LyingStr": lambda: LyingStr("vi"),
    "True": lambda: True,
    "False": lambda: False,
    "0": lambda: 0,
    "-1": lambda: -1,
    "99": lambda: 99,
    "2**31": lambda: 2**31,
    "2**32-1": lambda: 2**32 - 1,
    "2**63-1": lambda: 2**63 - 1,
    "2**64-1": lambda: 2**64 - 1,
    "2**70": lambda: 2**70,
    "-2**63": lambda: -(2**63),
    "-2**70": lambda: -(2**70),
    "EvilInt": lambda: EvilInt(0),
    "1.5": lambda: 1.5,
    "nan": lambda: math.nan,
    "inf": lambda: math.inf,
    "-inf": lambda: -math.inf,
    "1e308": lambda: 1e308,
    "-0.0": lambda: -0.0,
    "EvilFloat": lambda: EvilFloat(1),
    "complex": lambda: 1j,
    "Decimal": lambda: decimal.Decimal("NaN"),
    "Fraction": lambda: fractions.Fraction(1, 3),
    "bytes": lambda: b"\xff\0",
    "bytearray": lambda: bytearray(b"{}"),
    "memoryview": lambda: memoryview(b"abcdef")[::2],
    "released": lambda: released(),
    "array": lambda: array.array("d", [1, 2, 3]),
    "short array": lambda: array.array("h", [1, 2, 3]),
    "list": list,
    "[None]": lambda: [None],
    "[[]]": lambda: [[]],
    "texts": lambda: ["\0", "\ud800"],
    "numbers": lambda: [2**70, -1, True, 1.5],
    "endless": lambda: itself(),
    "Shrinking": lambda: Shrinking([1, 2, 3]),
    "LyingSequence": LyingSequence,
    "tuple": lambda: (1, 2, 3),
    "dict": lambda: {1: None, "6.12": object(), "drills": math.nan, "x": "\ud800"},
    "set": lambda: {1, "a"},
    "EvilMapping": EvilMapping,
    "LyingMapping": LyingMapping,
    "generator": generator,
    "iterator": lambda: iter([1, "6.12"]),
    "range": lambda: range(-1, 50),
    "slice": lambda: slice(None, None, 0),
    "big slice": lambda: slice(-(2**70), 2**70, 2**65),
    "Ellipsis": lambda: ...,
    "function": lambda: trouble,
    "EvilIndex": EvilIndex,
    "LyingIndex": LyingIndex,
    "date": lambda: datetime.date.max,
    "datetime": lambda: datetime.datetime(1, 1, 1),
    "EvilZone": lambda: datetime.datetime(2022, 1, 1, tzinfo=EvilZone()),
    "missing path": lambda: os.path.join("no", "such", "file"),
    "folder": lambda: os.curdir,
    "exception": lambda: Trouble("x"),
    "class": lambda: dti.Framework,
    "bare Framework": lambda: bare(dti.Framework),
    "bare Dossier": lambda: bare(dti.Dossier),
    "bare Report": lambda: bare(dti.Report),
    "mock": lambda: unittest.mock.Mock(spec=dti.Framework),
    "magic": unittest.mock.MagicMock,
    "enum": lambda: dti.Status.NOMEM,
}


def released():
    view = memoryview(bytearray(b"{}"))
    view.release()
    return view


def itself():
    found = []
    found.append(found)
    return found
