# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Rows of a table: what is known of one unit in one year, and the figures as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dti import _dti, _html
from dti._core import LangLike, lang_of, missing, points, points_or_none
from dti._parts import Named, Part, View
from dti.enums import Basis, Provenance, QuantityKind
from dti.errors import NotFoundError
from dti.indicator import Indicator
from dti.units import Unit

if TYPE_CHECKING:
    from dti.table import Table


class Row(Part):
    """What a table says of one unit. Indicators are asked for by code; without one the overall index is meant."""

    __slots__ = ()
    _c: _dti.Table
    _of: Table

    @property
    def table(self) -> Table:
        """What it is part of."""
        return self._of

    @property
    def unit(self) -> Unit:
        """The unit."""
        return Unit(self._of.units, self._c.row_unit(self._i))

    @property
    def id(self) -> str:
        """Id of the unit, such as "gso:49"."""
        return self.unit.id

    @property
    def name(self) -> str:
        """Name of the unit in Vietnamese."""
        return self.unit.name

    def _node(self, code: Indicator | str | None) -> int:
        return self._of.framework._node(code)

    def basis(self, code: Indicator | str | None = None) -> Basis:
        """What the amount rests on."""
        return Basis(self._c.basis(self._i, self._node(code)))

    def exact_points(self, code: Indicator | str | None = None) -> int | None:
        """Points in 10⁻⁹ point; of a printed value that value × the maximum; None without an amount."""
        node = self._node(code)
        return self._c.points(self._i, node) if self._c.basis(self._i, node) in _AMOUNTS else None

    def points(self, code: Indicator | str | None = None) -> float | None:
        """Points; None without an amount.

        Raises:
            NotFoundError: the framework has no such code.
        """
        return points_or_none(self.exact_points(code))

    def value(self, code: Indicator | str | None = None) -> float | None:
        """Points ÷ maximum, from 0 to 1; None without an amount."""
        node = self._node(code)
        return self._value(node)

    def _value(self, node: int) -> float | None:
        if self._c.basis(self._i, node) not in _AMOUNTS:
            return None
        most = self._of.framework.node(node).exact_max_points
        return self._c.points(self._i, node) / most if most else 0.0

    def exact_half_width(self, code: Indicator | str | None = None) -> int:
        """By how much the true points may differ for rounding, in 10⁻⁹ point; 0 of exact ones."""
        return self._c.half_width(self._i, self._node(code))

    def half_width(self, code: Indicator | str | None = None) -> float:
        """By how much the true points may differ for rounding; 0 of exact ones."""
        return points(self.exact_half_width(code))

    def rank(self, code: Indicator | str | None = None) -> int | None:
        """The printed rank; None if none. Computed ones are those of :meth:`Table.ranking`."""
        rank: int = self._c.rank(self._i, self._node(code))
        return rank or None

    def provenance(self, code: Indicator | str | None = None) -> Provenance:
        """Where the figure comes from."""
        return Provenance(self._c.provenance(self._i, self._node(code)))

    @property
    def figures(self) -> tuple[PrintedFigure, ...]:
        """The printed figures, in the order of the document."""
        return tuple(PrintedFigure(self, index) for index in range(self._c.figure_count(self._i)))

    def __repr__(self) -> str:
        return f"<Row {self.id}: {self.name!r} in {self._of.year}>"

    def _repr_html_(self) -> str:
        nodes = (node for node in self._of.framework.nodes if self.basis(node) is not Basis.NONE)
        rows = ((node.code, node.name, value_text(self.value(node)), self.points(node), self.rank(node)) for node in nodes)
        title = f"{self.name}, {self._of.year}"
        return _html.table(title, ("Mã", "Chỉ số", "Giá trị", "Điểm", "Hạng"), rows)


_AMOUNTS = (Basis.POINTS, Basis.PRINTED)


def value_text(value: float | None) -> _html.Number:
    """A value as people read it, for notebooks."""
    return _html.Number("" if value is None else f"{value:.4f}".replace(".", ","))


class PrintedFigure(Part):
    """A figure of a row, as it is printed."""

    __slots__ = ()
    _c: _dti.Table
    _of: Row

    @property
    def row(self) -> Row:
        """What it is part of."""
        return self._of

    @property
    def indicator(self) -> Indicator:
        """What it is a figure of."""
        return self._of.table.framework.node(self._c.figure_node(self._of.index, self._i))

    @property
    def quantity(self) -> QuantityKind:
        """What it states: value, points, rank, difference …"""
        return QuantityKind(self._c.figure_quantity(self._of.index, self._i))

    @property
    def of(self) -> QuantityKind | None:
        """Of a difference: what differs, rank or value; None of other figures."""
        if self.quantity is not QuantityKind.DIFFERENCE:
            return None
        return QuantityKind(self._c.figure_of(self._of.index, self._i))

    @property
    def against(self) -> int | None:
        """Of a difference: the other year; None of other figures."""
        year: int = self._c.figure_against(self._of.index, self._i)
        return year or None

    @property
    def text(self) -> str:
        """As printed: "0.5808"."""
        return self._c.figure_text(self._of.index, self._i)

    @property
    def amount(self) -> float:
        """Its amount: the float nearest to what is printed."""
        return points(self.exact_amount)

    @property
    def exact_amount(self) -> int:
        """Its amount, in 10⁻⁹."""
        return self._c.figure_amount(self._of.index, self._i)

    @property
    def source(self) -> str | None:
        """Title of its source, in Vietnamese; None if there is none."""
        return self.source_in("vi")

    def source_in(self, lang: LangLike) -> str | None:
        """As :attr:`source`, in a language; Vietnamese where there is no other."""
        return self._c.figure_source(self._of.index, self._i, lang_of(lang)) or None

    @property
    def note(self) -> str | None:
        """Remark on it, in Vietnamese; None if there is none."""
        return self.note_in("vi")

    def note_in(self, lang: LangLike) -> str | None:
        """As :attr:`note`, in a language; Vietnamese where there is no other."""
        return self._c.figure_note(self._of.index, self._i, lang_of(lang)) or None

    def __repr__(self) -> str:
        return f"<PrintedFigure {self.indicator.code} {self.quantity.name.lower()}: {self.text!r}>"


class Rows(View, Named[Row]):
    """The rows of a table by id of the unit; a name or another spelling finds one as well."""

    __slots__ = ()
    _of: Table

    def _find(self, unit: str | Unit) -> int | None:
        return self._of._c.find(self._of.units._entry_of(unit, self._of._c.day()))

    def _part(self, index: int) -> Row:
        return Row(self._of, index)

    @property
    def _where(self) -> str:
        return self._of.id

    def __getitem__(self, unit: str | Unit) -> Row:
        row = self._find(unit)
        if row is None:
            missing(unit.id if isinstance(unit, Unit) else unit, self._where, (each.name for each in self._of.row_units))
        return self._part(row)

    def __iter__(self) -> Iterator[str]:
        return (unit.id for unit in self._of.row_units)

    def __len__(self) -> int:
        return self._of._c.row_count()

    def __contains__(self, unit: object) -> bool:
        if not isinstance(unit, (str, Unit)):
            return False
        try:
            return self._find(unit) is not None
        except (NotFoundError, ValueError):
            return False

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self._of.id}>"
