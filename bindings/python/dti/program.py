# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Programs: a framework compiled to column kernels, which score many units at the speed of memory, with the very bits that
scoring each of them by itself gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from dti import _dti, _frames
from dti._core import POINT, Handle, handle_or_none, member, missing, whole
from dti.bounds import Bounds
from dti.columns import Buffer, Columns, ColumnsLike, made
from dti.enums import Measure, Vectors
from dti.framework import Framework
from dti.indicator import Indicator

if TYPE_CHECKING:
    from collections.abc import Hashable

    from dti.scoreboard import Scoreboard

Watch: TypeAlias = Callable[[int, int], object]
"""Called now and then with what is done and the total; what it raises ends the call and comes out of it."""

Wanted: TypeAlias = "str | Indicator | tuple[str | Indicator, Measure | str]"
"""A node, by code or itself, for its points; or (node, measure): "points", "max_points", "upper", "value", "coverage",
"state"."""

_NAN_IS_MISSING = 1

_LETTERS = {Measure.VALUE: "d", Measure.COVERAGE: "d", Measure.STATE: "B"}
_WIDTHS = {"q": 8, "d": 8, "B": 1}


class Program(Handle):
    """A framework compiled for columns. Immutable; shared between threads. Made by :meth:`Framework.program`.

    >>> import dti, array
    >>> program = dti.Framework.builtin().program()
    >>> share = array.array("d", [51.16, 80.0])
    >>> found = program.run({"files-processed-online-share": share}, ["6.12", ("6.12", "value")])
    >>> found["6.12"].tolist()
    [12790000000, 20000000000]
    """

    __slots__ = ("_framework", "_scratches")
    _c: _dti.Program
    _framework: Framework
    _scratches: list[Any]

    @classmethod
    def _new(cls, framework: Framework, vectors: Vectors) -> Self:
        made = cls._wrap(_dti.Program.new(framework._c, vectors))
        made._framework = framework
        made._scratches = []
        return made

    def __reduce__(self) -> Any:
        return (_again, (self._framework, int(self.vectors)))

    @property
    def framework(self) -> Framework:
        """The framework it was compiled from."""
        return self._framework

    @property
    def vectors(self) -> Vectors:
        """Instructions that it runs on. The results have the same bits on all of them."""
        return Vectors(self._c.vectors())

    @contextmanager
    def _scratch(self) -> Iterator[Any]:
        """Working memory that nobody else uses meanwhile: neither another thread, nor a run within a progress callback."""
        try:
            scratch = self._scratches.pop()
        except IndexError:
            scratch = _dti.Scratch.new(self._c)
        try:
            yield scratch
        finally:
            self._scratches.append(scratch)

    def columns(self, source: ColumnsLike, *, rows: int | None = None) -> Columns:
        """Columns, looked at once for many runs. :meth:`run` and the others take the same things, and do this themselves.

        Args:
            source: a mapping from ids of inputs to columns, where inputs that are not named are missing; a list with a column
                or None for each input of the framework; one float64 array of inputs × units; or dossiers, of which the
                reported figures are taken. A column is a contiguous buffer of float64 (array.array("d"), memoryview, a NumPy
                array), borrowed; (values, states) or :class:`Column`; an Arrow array of double; a list of numbers, a pandas
                Series, copied if need be.
            rows: number of units; None: as many as the columns have, which must all be as long.

        Raises:
            NotFoundError: there is no such input; a KeyError too.
            TypeError, ValueError: a column is not float64, not contiguous, too short.
        """
        return made(self._c, self._framework, source, rows)

    def run(
        self,
        columns: ColumnsLike,
        outputs: Sequence[Wanted],
        *,
        rows: int | None = None,
        first: int = 0,
        bounds: Bounds | None = None,
        progress: Watch | None = None,
        nan_is_missing: bool = True,
        out: Mapping[Any, Buffer] | None = None,
    ) -> dict[Any, Any]:
        """Score rows of columns, on the computed track.

        Other threads run meanwhile; Ctrl-C stops it. Several threads may run ranges of the same columns into the same out.

        Args:
            columns: see :meth:`columns`.
            outputs: what is wanted, see :data:`Wanted`; none only checks the columns.
            rows: how many, from first on; None: all.
            first: the first row.
            bounds: for cohort rules; without, their components are not assessed.
            progress: called with the rows that are done and the total, now and then.
            nan_is_missing: whether NaN counts as missing; if not it is refused, which is faster where states or validity say
                what is missing.
            out: writable contiguous arrays by the same keys as outputs, indexed by row as the columns are: int64 for points,
                max_points and upper, float64 for value and coverage, uint8 for state. Only the rows of the run are written;
                of what fails nobody knows what stands there.

        Returns:
            The arrays of out, or new ones with one item for each row of the run, which NumPy reads without a copy, by the keys
            that outputs has. Points are exact, in 10⁻⁹ point.

        Raises:
            InvalidValueError: a value that a dossier could not hold; the pointer is "/input/row".
            NotFoundError: no such input or node. VersionError: bounds of another framework.
            ValueError: an array is too short, read-only, or shares memory with another one.
        """
        ready = made(self._c, self._framework, columns)
        count = _count(len(ready), first, rows)
        arrays = {}
        wanted = []
        for key, node, measure in self._wanted(outputs):
            arrays[key] = _given(out, key) if out is not None else _new(measure, first, count)
            wanted.append((node, measure, arrays[key]))
        handle = handle_or_none(bounds, Bounds, "bounds")
        flags = _NAN_IS_MISSING if nan_is_missing else 0
        with self._scratch() as scratch:
            self._c.run(ready._c, wanted, first, count, handle, scratch, progress, flags)
        return arrays if out is not None or first == 0 else {key: array[first:] for key, array in arrays.items()}

    def _wanted(self, outputs: Sequence[Wanted]) -> Iterator[tuple[Any, int, Measure]]:
        if isinstance(outputs, str):
            raise TypeError(f"outputs: expected a list of codes, not str; [{outputs!r}] is one")
        for wanted in outputs:
            of, measure = wanted if isinstance(wanted, tuple) else (wanted, Measure.POINTS)
            yield wanted, self._framework._node(of), member(Measure, measure)

    def run_frame(
        self,
        frame: Any,
        outputs: Sequence[Wanted],
        *,
        bounds: Bounds | None = None,
        progress: Watch | None = None,
    ) -> Any:
        """Score a pandas.DataFrame: a row per unit, a column for each input that there are figures of; NaN is missing.

        Returns:
            A DataFrame with the same index and a column for each output: points as floats, "dti" for ``"dti"`` and "dti value"
            for ``("dti", "value")``; states as numbers of :class:`dti.State`.

        Raises:
            NotFoundError: a column is no input. Select those that are, or make the others the index.
        """
        pandas = _frames.pandas()
        if not isinstance(frame, pandas.DataFrame):
            raise TypeError(f"frame: expected pandas.DataFrame, not {type(frame).__name__}")
        for id in frame.columns:
            if id not in self._framework.inputs:
                missing(id, self._framework.id, self._framework.inputs)
        source = {id: _numbers(id, frame[id]) for id in frame.columns}
        ready = made(self._c, self._framework, source, len(frame))
        found = self.run(ready, outputs, bounds=bounds, progress=progress)
        heads = {key: _head(key) for key in found}
        return pandas.DataFrame({heads[key]: _readable(key, values) for key, values in found.items()}, index=frame.index)

    def bounds(
        self,
        columns: ColumnsLike,
        *,
        rows: int | None = None,
        first: int = 0,
        progress: Watch | None = None,
        nan_is_missing: bool = True,
    ) -> Bounds:
        """The bounds of rows of columns, or of dossiers, for the cohort rules. Parts of a cohort :meth:`Bounds.merge`.

        Raises:
            InvalidValueError: a value that a dossier could not hold.
        """
        ready = made(self._c, self._framework, columns)
        count = _count(len(ready), first, rows)
        flags = _NAN_IS_MISSING if nan_is_missing else 0
        with self._scratch() as scratch:
            return Bounds._made(self._c.bounds(ready._c, first, count, scratch, progress, flags), self._framework)

    def scoreboard(
        self,
        columns: ColumnsLike,
        *,
        units: Sequence[str] | None = None,
        bounds: Bounds | None = None,
        groups: Sequence[Hashable] | None = None,
        nan_is_missing: bool = True,
    ) -> Scoreboard:
        """Score and rank a cohort of 1 to 65,535 units, and keep it up to date while single figures change.

        Args:
            columns: see :meth:`columns`; copied.
            units: names by which units are asked for; None: their numbers, from 0.
            bounds: for cohort rules: fixed, they do not follow what changes.
            groups: of each unit, a number or a name: each group is ranked by itself.
            nan_is_missing: whether NaN counts as missing; if not it is refused.
        """
        from dti.scoreboard import Scoreboard

        ready = made(self._c, self._framework, columns)
        return Scoreboard._new(self, ready, units, handle_or_none(bounds, Bounds, "bounds"), groups, nan_is_missing)

    def __repr__(self) -> str:
        return f"<Program of {self._framework.id}: {self.vectors.name.lower()}>"


def _again(framework: Framework, vectors: int) -> Program:
    """On a machine without the same instructions, those that it has."""
    try:
        return Program._new(framework, Vectors(vectors))
    except LookupError:
        return Program._new(framework, Vectors.AUTO)


def _count(there: int, first: int, rows: int | None) -> int:
    """Number of rows of a run."""
    begin = whole(first, "first")
    count = there - begin if rows is None else whole(rows, "rows")
    if begin < 0 or count < 0 or begin + count > there:
        raise ValueError(f"rows: {begin} to {begin + count} are not within the {there} that there are")
    return count


def _given(out: Mapping[Any, Buffer], key: Any) -> Buffer:
    try:
        return out[key]
    except KeyError:
        raise ValueError(f"out: there is no array for {key!r}") from None


def _new(measure: Measure, first: int, count: int) -> memoryview:
    letter = _LETTERS.get(measure, "q")
    return memoryview(bytearray((first + count) * _WIDTHS[letter])).cast(letter)


def _numbers(id: Any, series: Any) -> Any:
    try:
        return series.to_numpy(dtype="float64", na_value=float("nan"))
    except (TypeError, ValueError) as error:
        raise TypeError(f"column {id}: expected numbers ({error})") from None


def _measure_of(key: Any) -> Measure:
    return member(Measure, key[1]) if isinstance(key, tuple) else Measure.POINTS


def _head(key: Any) -> str:
    of = key[0] if isinstance(key, tuple) else key
    code = of.code if isinstance(of, Indicator) else str(of)
    measure = _measure_of(key)
    return code if measure is Measure.POINTS else f"{code} {measure.name.lower()}"


def _readable(key: Any, values: Any) -> Any:
    import numpy

    found = numpy.asarray(values)
    return found / POINT if found.dtype == numpy.int64 else found
