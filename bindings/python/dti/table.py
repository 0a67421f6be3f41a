# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Tables: what was published about many units in one year, or what was scored."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias

from dti import _cells, _dti, _html
from dti._core import (
    DayLike,
    Document,
    LangLike,
    PathLike,
    Titled,
    Written,
    builtin_names,
    day_or_none,
    day_text,
    handle_or_none,
    handles_of,
    known,
    lang_of,
    member,
    options,
    path_of,
    points,
    read,
    whole,
)
from dti.enums import Basis, MergeMethod, QuantityKind, RankingBy, RankMethod
from dti.framework import Framework
from dti.indicator import Indicator
from dti.report import Report
from dti.rows import Row, Rows
from dti.units import Unit, Units

if TYPE_CHECKING:
    from dti.comparison import Comparison
    from dti.crosswalk import Crosswalk
    from dti.ranking import Ranking
    from dti.result import Result

What: TypeAlias = Literal["value", "points", "rank"]


class Table(Titled, Written):
    """A row per unit and a cell per indicator, of one year.

    A cell of results holds exact points; of a published table what is printed: a value, a rank, or nothing.
    ``table.rows["Quảng Nam"].rank("5")``. Immutable; equal if the digests are; shared between threads. Made by
    :meth:`builtin`, :meth:`load`, :meth:`parse`, :meth:`from_results`, :meth:`from_frame` and :meth:`build`.
    """

    __slots__ = ("_framework", "_units")
    _c: _dti.Table
    _framework: Framework
    _units: Units

    @classmethod
    def _made(cls, handle: Any, framework: Framework | None = None, units: Units | None = None) -> Self:
        made = cls._wrap(handle)
        made._framework = Framework._made(handle.framework()) if framework is None else framework
        made._units = Units._made(handle.units()) if units is None else units
        return made

    @classmethod
    def builtin(cls, id: str = "vn-dti-province-2022") -> Self:
        """A published table that is built into the library; ids are listed by :meth:`builtins`.

        Raises:
            NotFoundError: there is none of that id.
        """
        return cls._made(_dti.Table.builtin(known(id, cls.builtins()), options()))

    @staticmethod
    def builtins() -> tuple[str, ...]:
        """Ids of the tables that are built in."""
        return builtin_names(_dti.Table.builtin_count(), _dti.Table.builtin_id)

    @classmethod
    def parse(
        cls,
        text: Document,
        framework: Framework | None = None,
        units: Units | None = None,
        *,
        source: str | None = None,
    ) -> Self:
        """Read a table: JSON of format "dti-table/1", or CSV with a line per figure.

        Args:
            text: the document, str or UTF-8 bytes.
            framework: the one it is bound to; None: the built-in one that the document names.
            units: the register it is bound to; None: the built-in one that the document names.
            source: name of the document in messages.

        Raises:
            InvalidValueError: figures that cannot be, with the arithmetic.
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = _dti.Table.parse(text, *_bound(framework, units), options(source))
        return cls._made(handle, framework, units)

    @classmethod
    def load(cls, path: PathLike, framework: Framework | None = None, units: Units | None = None) -> Self:
        """Read a table from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        text = read(path, lambda name: _dti.Table.load(name, None, None, options()))
        return cls.parse(text, framework, units, source=path_of(path))

    @staticmethod
    def check(
        text: Document, framework: Framework | None = None, units: Units | None = None, *, source: str | None = None
    ) -> Report:
        """Every finding of a document, warnings included: rows whose printed parts do not add up."""
        return Report._wrap(_dti.Table.check(text, *_bound(framework, units), options(source)))

    @classmethod
    def from_results(
        cls, results: Iterable[Result], *, units: Units | None = None, id: str = "results", day: DayLike | None = None
    ) -> Self:
        """A table of results of one framework and year, a row each: exact points of all that is decided.

        Args:
            results: at least one; of units of the register.
            units: who can be assessed; None: the provinces.
            id: of the table, lower-case words joined by "-".
            day: on which units are meant; None: the last day of the year.

        Raises:
            NotFoundError: a unit that the register does not have.
            InvalidValueError: another framework or year, a second row, overall points that are partly open.
        """
        from dti.result import Result

        kept = list(results)
        handles = handles_of(kept, Result, "results")
        if not kept:
            raise ValueError("expected at least one result, found none")
        dossier = kept[0].dossier
        maker = _cells.Maker(dossier.framework, units, id, dossier.year, day_or_none(day))
        for handle in handles:
            maker.add_result(handle)
        return cls._made(maker.build(), maker.framework, maker.units)

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        *,
        year: int,
        framework: Framework | None = None,
        units: Units | None = None,
        quantity: What = "value",
        id: str = "frame",
        day: DayLike | None = None,
        out_of: int | None = None,
    ) -> Self:
        """A table of a pandas.DataFrame: unit names or ids as index, codes as columns; empty cells are left out.

        Text keeps its printed precision: "0,5808" stands for anything that is rounded to it. A number is taken as exact points
        if they are points, and else by its shortest decimal text.

        Args:
            frame: units × codes.
            year: assessed year.
            framework: what was assessed; None: the catalogue of Decision 922.
            units: who can be assessed; None: the provinces.
            quantity: what all cells are: "value" (0 to 1), "points" or "rank".
            id: of the table, lower-case words joined by "-".
            day: on which units are meant; None: the last day of the year.
            out_of: how many units were ranked, if more than there are rows.

        Raises:
            NotFoundError: a unit or a code that does not exist; candidates are told.
            InvalidValueError: a figure that cannot be.
            TypeError: a cell that is neither a number nor text.
        """
        figures = _cells.figures_of(frame, quantity)
        return cls.build(figures, year=year, framework=framework, units=units, id=id, day=day, out_of=out_of)

    @classmethod
    def build(
        cls,
        figures: Iterable[tuple[str, str, QuantityKind | str, object]],
        *,
        year: int,
        framework: Framework | None = None,
        units: Units | None = None,
        id: str = "table",
        day: DayLike | None = None,
        out_of: int | None = None,
    ) -> Self:
        """A table of single figures: unit (name or id), code, quantity ("value", "points", "rank"), text or number.

        The other arguments, and what is raised, are those of :meth:`from_frame`.
        """
        maker = _cells.Maker(framework, units, id, whole(year, "year", 0, 9999), day_or_none(day))
        if out_of is not None:
            maker.out_of(whole(out_of, "out_of", 0, 2**32 - 1))
        for unit, code, quantity, value in figures:
            maker.add(unit, code, member(QuantityKind, quantity), value)
        return cls._made(maker.build(), maker.framework, maker.units)

    def __reduce__(self) -> Any:
        return (Table.parse, (self.to_json(), self._framework, self._units))

    @property
    def framework(self) -> Framework:
        """What was assessed."""
        return self._framework

    @property
    def units(self) -> Units:
        """The register of who can be."""
        return self._units

    @property
    def year(self) -> int:
        """Assessed year."""
        return self._c.year()

    @property
    def day(self) -> datetime.date:
        """The day on which units are meant."""
        return datetime.date.fromisoformat(self._c.day())

    @property
    def numbering(self) -> str:
        """Numbering of the codes of its document."""
        return self._c.numbering()

    @property
    def out_of(self) -> int:
        """How many units were ranked; the number of rows if nobody said."""
        return self._c.out_of()

    @property
    def is_derived(self) -> bool:
        """Whether its figures were derived, by a merger."""
        return self._c.is_derived()

    @property
    def is_ranked_by_group(self) -> bool:
        """Whether the printed ranks are those within groups: there are as many first ones as groups."""
        return self._c.is_ranked_by_group()

    @property
    def rows(self) -> Mapping[str, Row]:
        """The rows by id of the unit, in the order in which they came; a name or another spelling finds one as well."""
        return Rows(self)

    @property
    def row_units(self) -> tuple[Unit, ...]:
        """The units of the rows, in order."""
        return tuple(Unit(self._units, self._c.row_unit(row)) for row in range(self._c.row_count()))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of which at least one row has something, in the order of the framework."""
        rows = range(self._c.row_count())
        basis = self._c.basis
        return tuple(node for node in self._framework.nodes if any(basis(row, node.index) != Basis.NONE for row in rows))

    def stated_mean(self, code: Indicator | str | None = None) -> float | None:
        """The mean over all units as somebody printed it, in points; None if nobody did."""
        found = self._c.stated_mean(self._framework._node(code))
        return points(found[0]) if found else None

    def ranking(
        self,
        code: Indicator | str | None = None,
        *,
        by: RankingBy | str | Sequence[int] = "nothing",
        method: RankMethod | str = "competition",
        basis: Basis | str = "none",
    ) -> Ranking:
        """Who stands where.

        Args:
            code: by which indicator; None: the overall index.
            by: "nothing", "group" (the regions of the register), or a whole number for each row, in order: equal ones are
                ranked together.
            method: how ties are ranked: "competition" (1, 2, 2, 4), "dense" (1, 2, 2, 3) or "fractional" (1, 2.5, 2.5, 4).
            basis: on what: "points", "printed", "ranks"; "none" is the one that most units have.

        Raises:
            NotFoundError: there is no such code.
        """
        from dti.ranking import Ranking

        return Ranking._new(self, self._framework._node(code), by, member(RankMethod, method), member(Basis, basis))

    def merge(self, day: DayLike, *, method: MergeMethod | str = "mean", populations: Mapping[str, int] | None = None) -> Table:
        """Carried over mergers: the units of a later day, from what their predecessors had.

        Main indicators are means of the predecessors; indices are computed from them; nothing is said of components and ranks.
        A mean needs all predecessors: where one has no amount (or no inhabitants) the cell stays empty.

        Args:
            day: not before the table's own.
            method: "mean" (unweighted, as the ministry did for 2024) or "population" (weighted with inhabitants).
            populations: inhabitants by id or name of the unit; None: those of the register for the year of the table.

        Raises:
            InvalidValueError: the day is none, or before the table's own.
        """
        counts = None if populations is None else self._populations(populations)
        handle = self._c.merge(day_text(day), member(MergeMethod, method), counts)
        return Table._made(handle, self._framework, self._units)

    def _populations(self, populations: Mapping[str, int]) -> list[int]:
        if not isinstance(populations, Mapping):
            raise TypeError(f"populations: expected a mapping from units to inhabitants, not {type(populations).__name__}")
        counts = [0] * len(self._units.entries)
        for unit, count in populations.items():
            counts[self._units._entry_of(unit, self._c.day())] = whole(count, f"population of {unit}", 0, 10**12)
        return counts

    def compare(self, later: Table, crosswalk: Crosswalk | None = None) -> Comparison:
        """What moved from this table to one of a later year.

        Args:
            later: of the same register of units.
            crosswalk: between the frameworks; None: the built-in one, and none is needed for one framework.

        Raises:
            InvalidValueError: it is not later, or of other units.
            NotFoundError: there is no crosswalk between the frameworks.
        """
        from dti.comparison import Comparison

        return Comparison._new(self, later, crosswalk)

    def to_json(self) -> str:
        """The table as its document, format "dti-table/1"."""
        return self._c.write()

    def to_frame(self, what: What = "value", *, index: Literal["name", "id"] = "name", lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame, units × codes: only indicators of which something is known.

        Args:
            what: "value" (0 to 1) or "points" as floats, missing ones NaN; "rank" as Int64, missing ones NA.
            index: units by "name" or by "id"; :meth:`from_frame` takes either.
            lang: of the names.
        """
        return _cells.frame(self, what, index, lang_of(lang))

    def __repr__(self) -> str:
        return f"<Table {self.id} of {self.year}: {len(self.rows)} units, {len(self.indicators)} indicators>"

    def _repr_html_(self) -> str:
        overall = self._framework.overall
        ranking = self.ranking(next(iter(self.indicators), self._framework.node(0)) if overall is None else overall)
        title = self.title or self.id
        if str(self.year) not in title:
            title = f"{title} ({self.year})"
        return _html.table(title, ranking._HEADS, ranking._html_rows(), note=f"{len(self.rows)} đơn vị.")


def _bound(framework: Framework | None, units: Units | None) -> tuple[Any, Any]:
    return handle_or_none(framework, Framework, "framework"), handle_or_none(units, Units, "units")
