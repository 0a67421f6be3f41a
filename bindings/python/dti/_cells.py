# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Cells of tables: on their way in from numbers, texts and data frames, and out into data frames."""

from __future__ import annotations

import decimal
import numbers
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dti import _dti, _frames
from dti._core import POINT, handle_of
from dti.enums import Lang, QuantityKind
from dti.framework import Framework
from dti.units import Units

if TYPE_CHECKING:
    from dti.table import Table

_QUANTITIES = {"value": QuantityKind.VALUE, "points": QuantityKind.POINTS, "rank": QuantityKind.RANK}


def _quantity(what: str) -> QuantityKind:
    try:
        return _QUANTITIES[what]
    except (KeyError, TypeError):
        raise ValueError(f"{what!r}: expected one of {', '.join(map(repr, _QUANTITIES))}") from None


class Maker:
    """A table in the making, with what its cells are looked up in."""

    def __init__(self, framework: Framework | None, units: Units | None, id: str, year: int, day: str | None) -> None:
        self.framework = Framework.builtin() if framework is None else framework
        self.units = Units.builtin() if units is None else units
        handles = handle_of(self.framework, Framework, "framework"), handle_of(self.units, Units, "units")
        self._builder = _dti.TableBuilder.new(*handles, id, year, day)
        self._day = day or f"{year}-12-31"
        self._ids: dict[str, str] = {}

    def out_of(self, count: int) -> None:
        """How many units were ranked."""
        self._builder.out_of(count)

    def add_result(self, result: Any) -> None:
        """The row of a result, by its handle."""
        self._builder.add_result(result)

    def build(self) -> Any:
        """The handle of the table."""
        return self._builder.build()

    def add(self, unit: str, code: str, quantity: QuantityKind, value: object) -> None:
        """A figure: text as it is printed, or a number."""
        if unit not in self._ids:
            self._ids[unit] = self.units.resolve(unit, self._day).id
        indicator = self.framework[code]
        if isinstance(value, str):
            self._builder.add(self._ids[unit], indicator.code, quantity, value)
            return
        amount = _decimal(value, f"{unit}, {code}")
        if quantity is QuantityKind.POINTS:
            exact = (amount * POINT).to_integral_value(decimal.ROUND_HALF_UP)
            self._builder.add_points(self._ids[unit], indicator.code, int(exact))
        else:
            whole = amount == amount.to_integral_value()
            text = format(amount.quantize(decimal.Decimal(1)) if whole else amount.normalize(), "f")
            self._builder.add(self._ids[unit], indicator.code, quantity, text)


def _decimal(value: object, where: str) -> decimal.Decimal:
    """A number by its shortest decimal text: NumPy's floats print it for their own precision."""
    if isinstance(value, bool) or not isinstance(value, (numbers.Real, decimal.Decimal)):
        raise TypeError(f"{where}: expected a number or text, not {type(value).__name__}")
    amount = decimal.Decimal(str(value))
    if not amount.is_finite():
        raise ValueError(f"{where}: {value} is no figure")
    return amount


def figures_of(frame: Any, what: str) -> Iterator[tuple[str, str, QuantityKind, object]]:
    """The cells of a data frame that are not empty."""
    pandas = _frames.pandas()
    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"frame: expected a pandas.DataFrame, not {type(frame).__name__}")
    quantity = _quantity(what)
    columns = [(code, frame.iloc[:, position].array) for position, code in enumerate(frame.columns)]
    for row, unit in enumerate(frame.index):
        for code, cells in columns:
            if not (pandas.isna(cells[row]) or cells[row] == ""):
                yield unit, code, quantity, cells[row]


def frame(table: Table, what: str, index: str, lang: Lang) -> Any:
    """A data frame, units × codes; columns of which nothing is known are left out."""
    quantity = _quantity(what)
    if index not in ("name", "id"):
        raise ValueError(f"{index!r}: expected 'name' or 'id'")
    rows = list(table.rows.values())
    columns = {}
    for node in table.indicators:
        if quantity is QuantityKind.RANK:
            cells: list[float | None] = [row.rank(node) for row in rows]
        else:
            cells = [row.points(node) if quantity is QuantityKind.POINTS else row.value(node) for row in rows]
        if any(cell is not None for cell in cells):
            columns[node.code] = cells
    names = [row.id if index == "id" else row.unit.name_in(lang) for row in rows]
    pandas = _frames.pandas()
    # Ranks stay whole numbers where some are missing.
    kind = "Int64" if quantity is QuantityKind.RANK else "float64"
    return pandas.DataFrame(columns, index=pandas.Index(names, name="unit"), dtype=kind)
