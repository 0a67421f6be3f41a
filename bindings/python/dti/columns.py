# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Columns: one array per input, an item per unit, as programs read them. What is there already is borrowed, not copied."""

from __future__ import annotations

import array
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Self, TypeAlias

from dti import _dti
from dti._core import Handle, handles_of, missing, whole
from dti.enums import State
from dti.framework import Framework

Buffer: TypeAlias = Any
"""Contiguous memory with the buffer protocol: array.array, memoryview, a NumPy array."""


class Column(NamedTuple):
    """One input of many units, spelt out: where nothing is present, what stands in values is never read as a number.

    At most one of states and validity is given; with neither, all are present.
    """

    values: Buffer
    """float64, in the input's unit (51.16 for 51.16 per cent): figures, the index of a choice, 0 or 1, the number of items."""
    states: Buffer | None = None
    """uint8: a :class:`dti.State` per unit."""
    validity: Buffer | None = None
    """A bit per unit, least significant first, 1 for present and 0 for missing: the bitmap of Apache Arrow."""
    offset: int = 0
    """Bits to skip in validity."""


class Columns(Handle):
    """The columns of a program, looked at once: as long as they are kept, runs over them need not do it again.

    Made by :meth:`Program.columns`. They borrow the caller's arrays, so that what is written there later is what later runs
    read; arrays cannot be resized meanwhile. Shared between threads. Writing into an array while a run reads it is safe, but
    nobody knows which of the two values counts.
    """

    __slots__ = ("_framework",)
    _c: _dti.Columns
    _framework: Framework

    @classmethod
    def _made(cls, handle: Any, framework: Framework) -> Self:
        made = cls._wrap(handle)
        made._framework = framework
        return made

    @property
    def framework(self) -> Framework:
        """The framework whose inputs they are."""
        return self._framework

    def __len__(self) -> int:
        """Number of rows: units."""
        return self._c.rows()

    def __repr__(self) -> str:
        return f"<Columns of {self._framework.id}: {len(self)} rows>"


ColumnsLike: TypeAlias = "Columns | Mapping[str, Any] | Sequence[Any] | Buffer"
"""What programs take for columns: see :meth:`Program.columns`."""


def made(program: Any, framework: Framework, source: ColumnsLike, rows: int | None = None) -> Columns:
    """The columns of a program, whatever they are given as."""
    if isinstance(source, Columns):
        return source
    count = None if rows is None else whole(rows, "rows")
    if count is not None and count < 0:
        raise ValueError(f"rows: expected 0 or more, found {count}")
    if isinstance(source, Mapping):
        source = _by_id(framework, source)
    elif not _is_buffer(source):
        items = list(source)
        handles = _of_dossiers(items)
        source = _gather(framework, handles) if handles else [_column(item) for item in items]
    return Columns._made(program.columns(source, count), framework)


def _is_buffer(value: object) -> bool:
    if isinstance(value, (str, bytes)):
        raise TypeError(f"columns: expected a mapping, a list or an array, not {type(value).__name__}")
    try:
        memoryview(value)  # type: ignore[arg-type]
    except TypeError:
        return False
    except (BufferError, ValueError):  # not contiguous, or of a type that memoryview does not know: the library says so
        return True
    return True


def _by_id(framework: Framework, source: Mapping[str, Any]) -> list[Any]:
    """In the order of the framework; what is not given is missing."""
    inputs = framework._c
    columns: list[Any] = [None] * inputs.input_count()
    for id, value in source.items():
        place = inputs.input_find(id) if isinstance(id, str) else None
        if place is None:
            missing(id, framework.id, framework.inputs)
        columns[place] = _column(value)
    return columns


def _column(value: Any) -> Any:
    """A column as the generated module takes it: None, a buffer, or all four parts of a Column."""
    if value is None:
        return None
    if isinstance(value, tuple):
        if not 1 <= len(value) <= 4:
            raise TypeError(f"column: expected (values, states), found {len(value)} parts")
        return _spelt(Column(*value))
    if hasattr(value, "buffers") and hasattr(value, "offset"):
        return _spelt(_of_arrow(value))
    return _values(value)


def _spelt(column: Column) -> Column:
    states = bytes(column.states) if isinstance(column.states, (list, tuple)) else column.states
    return Column(_values(column.values), states, column.validity, whole(column.offset, "offset"))


def _values(value: Any) -> Any:
    """Lists of numbers become arrays, with None for what is missing; what offers itself to NumPy is taken through it."""
    if isinstance(value, (list, range)):
        return array.array("d", (math.nan if item is None else item for item in value))
    if hasattr(value, "__array__") and not _is_buffer(value):
        return value.to_numpy(dtype="float64", na_value=math.nan) if hasattr(value, "to_numpy") else value.__array__()
    return value


def _of_arrow(value: Any) -> Column:
    """An array of Apache Arrow: its bitmap and its values, without the rows before its offset."""
    if str(value.type) != "double":
        raise TypeError(f"column: expected an Arrow array of double, found {value.type}")
    validity, values = value.buffers()
    end = value.offset + len(value)
    return Column(memoryview(values).cast("B").cast("d")[value.offset : end], None, validity, value.offset)


def _of_dossiers(items: list[Any]) -> list[Any]:
    from dti.dossier import Dossier

    return handles_of(items, Dossier, "dossiers") if any(isinstance(item, Dossier) for item in items) else []


def _gather(framework: Framework, dossiers: Iterable[Any]) -> list[Any]:
    """What dossiers report. The library holds dossiers of other frameworks apart by their digest."""
    rows = list(dossiers)
    digest = framework.digest
    for row in rows:
        if row.framework().digest() != digest:
            raise ValueError(f"dossiers: {row.id()} is of another framework than {framework.id}")
    columns: list[Column | None] = []
    for place in range(framework._c.input_count()):
        states = bytes(row.input_state(place) for row in rows)
        if states.count(State.MISSING) == len(states):
            columns.append(None)
        else:
            columns.append(Column(array.array("d", (row.input_number(place) for row in rows)), states))
    return columns
