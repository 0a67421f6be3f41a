# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Comparisons over time: what moved between two years, across versions of the method and across mergers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from dti import _dti, _frames, _html
from dti._core import Derived, LangLike, Written, handle_of, handle_or_none, lang_of, member, missing, points
from dti._parts import Held, Part, Parts
from dti.crosswalk import Crosswalk, Pair
from dti.enums import Comparable, ImprovedBy, Side
from dti.errors import NotFoundError
from dti.indicator import Indicator
from dti.movement import Movement
from dti.report import Report
from dti.rows import value_text
from dti.table import Table
from dti.units import Unit


class Comparison(Derived, Written):
    """Two tables held against each other: lines (indicators before and after) × units.

    Where units were merged in between, carry the earlier table over first: ``before.merge(after.day).compare(after)``.
    Immutable. Made by :meth:`Table.compare`.
    """

    __slots__ = ("_before", "_after", "_crosswalk")
    _c: _dti.Comparison
    _before: Table
    _after: Table
    _crosswalk: Crosswalk | None

    @classmethod
    def _new(cls, before: Table, after: Table, crosswalk: Crosswalk | None) -> Self:
        tables = handle_of(before, Table, "before"), handle_of(after, Table, "after")
        made = cls._wrap(_dti.Comparison.new(*tables, handle_or_none(crosswalk, Crosswalk, "crosswalk")))
        if crosswalk is None and (found := made._c.crosswalk()) is not None:
            crosswalk = Crosswalk._made(found)
        made._before = before
        made._after = after
        made._crosswalk = crosswalk
        return made

    def _key(self) -> tuple[Table, Table, Crosswalk | None]:
        return (self._before, self._after, self._crosswalk)

    @property
    def before(self) -> Table:
        """The earlier table."""
        return self._before

    @property
    def after(self) -> Table:
        """The later table."""
        return self._after

    @property
    def crosswalk(self) -> Crosswalk | None:
        """What tells which indicators answer to each other; None if both tables have one framework."""
        return self._crosswalk

    @property
    def lines(self) -> tuple[Line, ...]:
        """Indicators before and after: indices first, then the main indicators each with what is below it."""
        return tuple(map(self._line_at, range(self._c.line_count())))

    def _line_at(self, line: int) -> Line:
        return Line(self, line)

    def line(self, code: Indicator | str | None = None) -> Line:
        """The line of an indicator; None is the overall index.

        Args:
            code: of the later framework, or, if it has none there, of the earlier one.

        Raises:
            NotFoundError: no line holds it.
        """
        if code is None:
            code = self._after.framework.node(self._after.framework._node(None))
        if not isinstance(code, (str, Indicator)):
            raise TypeError(f"expected the code of an indicator, not {type(code).__name__}")
        for table, side in ((self._after, Side.AFTER), (self._before, Side.BEFORE)):
            node = table.framework.get(code) if isinstance(code, str) else code
            if node is not None and node.framework == table.framework:
                line = self._line_of(node.index, side)
                if line is not None:
                    return Line(self, line)
        known = (line.code for line in self.lines)
        missing(code.code if isinstance(code, Indicator) else code, f"{self._before.id} → {self._after.id}", known)

    def _line_of(self, node: int, side: Side) -> int | None:
        if side is Side.AFTER:
            return self._c.find_line(node)
        return next((line for line in range(self._c.line_count()) if self._c.node_before(line) == node), None)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of either table, the rows of the later one first."""
        return tuple(Unit(self._after.units, self._c.unit(unit)) for unit in range(self._c.unit_count()))

    def _unit_of(self, unit: Unit | str) -> int:
        """Position of a unit of the later table, or, if it is there no more, of the earlier one."""
        for table in (self._after, self._before):
            try:
                entry = table.units._entry_of(unit, table._c.day())
            except NotFoundError:
                if table is self._before:
                    raise
                continue
            place = self._c.find_unit(entry)
            if place is not None:
                return place
        where = f"{self._before.id}, {self._after.id}"
        missing(unit.id if isinstance(unit, Unit) else unit, where, (each.name for each in self.units))

    def _entry_of(self, unit: Unit | str | None) -> int | None:
        return None if unit is None else self._c.unit(self._unit_of(unit))

    def of(self, unit: Unit | str) -> UnitComparison:
        """What moved for a unit, by id, name or another spelling.

        Raises:
            NotFoundError: there is no such unit in either table, or several fit.
        """
        return UnitComparison(self, self._unit_of(unit))

    def _moves(self, line: int) -> Iterator[Movement]:
        return (UnitComparison(self, unit)[line] for unit in range(self._c.unit_count()))

    def improved(self, by: ImprovedBy | str = "value", code: Indicator | str | None = None) -> tuple[Movement, ...]:
        """The units that can be compared, the most improved first.

        Args:
            by: the largest change of the "value", or the largest rise in "rank".
            code: of the indicator; None: the overall index.
        """
        line = self.line(code).index
        kind = member(ImprovedBy, by)
        found = (self._c.improved(line, kind, nth) for nth in range(self._c.unit_count()))
        return tuple(UnitComparison(self, unit)[line] for unit in found if unit is not None)

    def review(self, unit: Unit | str | None = None) -> Report:
        """What does not hold together, of one unit or of all: printed changes that contradict the printed figures."""
        return Report._wrap(self._c.review(self._entry_of(unit)))

    def to_json(self, unit: Unit | str | None = None, *, numbering: str | None = None, lang: LangLike = "vi") -> str:
        """The comparison as its document, of one unit or of all.

        Args:
            unit: by id, name or another spelling; None: all.
            numbering: of codes; None: that of the later table.
            lang: of findings.
        """
        return self._c.write(self._entry_of(unit), numbering, lang_of(lang))

    def to_frame(self, code: Indicator | str | None = None) -> Any:
        """A pandas.DataFrame of one indicator with a row per unit: unit (the name, index), id, and the columns of
        :meth:`UnitComparison.to_frame`."""
        moves = self._moves(self.line(code).index)
        return _frame(("unit", "id"), ((move.unit.name, move.unit.id, *_cells(move)) for move in moves))

    def __repr__(self) -> str:
        years = f"{self._before.year} and {self._after.year}"
        return f"<Comparison of {years}: {self._c.line_count()} lines, {self._c.unit_count()} units>"

    def _repr_html_(self) -> str:
        line = self.line() if self._after.framework.overall else self.lines[0]
        moves = self._moves(line.index)
        years = (self._before.year, self._after.year)
        title = f"{line.name}: so sánh năm {years[0]} và năm {years[1]}"
        return _html.table(title, ("Đơn vị", *_heads(years)), ((move.unit.name, *_shown(move)) for move in moves), most=100)


_FIGURES = ("value_before", "value_after", "value_change", "points_before", "points_after", "points_change")
_RANKS = ("rank_before", "rank_after", "rank_change")


def _cells(move: Movement) -> tuple[object, ...]:
    return (*(getattr(move, name) for name in (*_FIGURES, *_RANKS)), move.is_derived)


def _frame(heads: tuple[str, ...], rows: Iterable[Sequence[object]]) -> Any:
    frame = _frames.frame((*heads, *_FIGURES, *_RANKS, "derived"), rows, index=heads[0])
    return frame.astype(dict.fromkeys(_FIGURES, "float64") | dict.fromkeys(_RANKS, "Int64") | {"derived": bool})


def _heads(years: tuple[int, int]) -> tuple[str, ...]:
    return tuple(f"{what} {when}" for what in ("Giá trị", "Hạng") for when in (*years, "tăng/giảm"))


def _shown(move: Movement) -> tuple[object, ...]:
    values = (value_text(move.value_before), value_text(move.value_after), _html.signed(move.value_change, 4))
    return (*values, move.rank_before, move.rank_after, _html.signed(move.rank_change))


class Line(Part):
    """An indicator before and after."""

    __slots__ = ()
    _c: _dti.Comparison
    _of: Comparison

    @property
    def pair(self) -> Pair | None:
        """The pair of the crosswalk behind it; None without a crosswalk."""
        pair = self._c.pair(self._i)
        crosswalk = self._of.crosswalk
        return None if pair is None or crosswalk is None else Pair(crosswalk, pair)

    @property
    def before(self) -> Indicator | None:
        """The indicator of the earlier year, the first of several; None if there is none."""
        node = self._c.node_before(self._i)
        return None if node is None else self._of.before.framework.node(node)

    @property
    def after(self) -> Indicator | None:
        """The indicator of the later year, the first of several; None if there is none."""
        node = self._c.node_after(self._i)
        return None if node is None else self._of.after.framework.node(node)

    @property
    def code(self) -> str:
        """Code, by the later framework if it has it there."""
        node = self.after or self.before
        return node.code if node else ""

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        node = self.after or self.before
        return node.name_in(lang) if node else ""

    @property
    def comparable(self) -> Comparable:
        """How much can be compared: nothing, ranks, values too, points too."""
        return Comparable(self._c.comparable(self._i))

    @property
    def max_points_before(self) -> float:
        """Maximum of the earlier year, in points."""
        return points(self._c.max_points(self._i, Side.BEFORE))

    @property
    def max_points_after(self) -> float:
        """Maximum of the later year, in points."""
        return points(self._c.max_points(self._i, Side.AFTER))

    def of(self, unit: Unit | str) -> Movement:
        """What it did for a unit."""
        return self._of.of(unit)[self._i]

    def __repr__(self) -> str:
        codes = " → ".join(node.code if node else "–" for node in (self.before, self.after))
        return f"<Line {codes}: {self.name!r}, comparable by {self.comparable.name.lower()}>"


class UnitComparison(Held, Parts[Movement]):
    """What moved for one unit: a sequence of movements, one per line."""

    __slots__ = ()
    _of: Comparison
    _c: _dti.Comparison

    @property
    def unit(self) -> Unit:
        """The unit; the later entry, if both years have it."""
        return Unit(self._of.after.units, self._c.unit(self._i))

    def __len__(self) -> int:
        return self._c.line_count()

    def _part(self, index: int) -> Movement:
        return Movement(self, index)

    @property
    def rows(self) -> tuple[Movement, ...]:
        """The movements of which anything is known."""
        return tuple(move for move in self if move.is_known)

    def of(self, code: Indicator | str | None = None) -> Movement:
        """The movement in an indicator, by code: ``comparison.of("Quảng Nam").of("5").rank_change``."""
        return self[self._of.line(code).index]

    def review(self) -> Report:
        """What does not hold together: printed changes that contradict the printed figures."""
        return self._of.review(self.unit)

    def to_json(self, *, numbering: str | None = None, lang: LangLike = "vi") -> str:
        """The document of :meth:`Comparison.to_json`, of this unit."""
        return self._of.to_json(self.unit, numbering=numbering, lang=lang)

    def to_frame(self) -> Any:
        """A pandas.DataFrame with a row per indicator of which anything is known: code (the index), name, value, points and
        rank before, after and their change, derived. Missing ones are NaN, of ranks NA."""
        return _frame(("code", "name"), ((move.code, move.name, *_cells(move)) for move in self.rows))

    def __repr__(self) -> str:
        return f"<UnitComparison of {self.unit.name!r}: {self._of.before.year} and {self._of.after.year}>"

    def _repr_html_(self) -> str:
        years = (self._of.before.year, self._of.after.year)
        title = f"{self.unit.name}: so sánh năm {years[0]} và năm {years[1]}"
        rows = ((move.code, move.name, *_shown(move)) for move in self.rows)
        return _html.table(title, ("Mã", "Chỉ số", *_heads(years)), rows)
