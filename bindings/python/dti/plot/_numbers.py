# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The numbers behind the pictures of tables, from whatever object holds them. Nothing here draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from dti._core import DayLike
from dti.enums import Lang, Provenance
from dti.indicator import Indicator
from dti.ranking import Place, Ranking
from dti.rows import Row
from dti.table import Table
from dti.units import Unit, Units

Wanted: TypeAlias = Unit | str | Iterable[Unit | str]


class Cell(NamedTuple):
    """A number of a unit; ``number`` is None where there is no figure."""

    unit: Unit
    number: float | None
    assumed: bool = False


def cells(data: Table | Ranking, code: str | Indicator | None, what: str) -> list[Cell]:
    """A number for every unit of a table that has a row: its value (0 to 1), its points or its rank.

    Ranks are the printed ones where there are any, else those of the amounts. A ranking gives its own.
    """
    if isinstance(data, Ranking):
        if code is not None:
            raise ValueError("a ranking is by one indicator already; give its table to draw another one")
        return [Cell(place.unit, _of_place(place, what)) for place in data]
    rows = list(data.rows.values())
    if what == "rank" and not any(row.rank(code) for row in rows):
        ranked = data.ranking(indicator_of(data, code))
        return [Cell(place.unit, place.rank) for place in ranked if place.unit in data.rows]
    return [Cell(row.unit, _of_row(row, code, what), row.provenance(code) is Provenance.ASSUMED) for row in rows]


def _of_place(place: Place, what: str) -> float | None:
    return place.rank if what == "rank" else place.points if what == "points" else place.value


def _of_row(row: Row, code: str | Indicator | None, what: str) -> float | None:
    return row.rank(code) if what == "rank" else row.points(code) if what == "points" else row.value(code)


def table_of(data: Table | Ranking) -> Table:
    if isinstance(data, Ranking):
        return data.table
    if isinstance(data, Table):
        return data
    raise TypeError(f"expected a Table or a Ranking, not {type(data).__name__}")


def indicator_of(data: Table | Ranking, code: str | Indicator | None) -> Indicator:
    if isinstance(data, Ranking):
        return data.indicator
    found = data.framework.overall if code is None else code if isinstance(code, Indicator) else data.framework[code]
    if found is None:
        raise ValueError(f"{data.framework.id} has no overall index; say which indicator is meant")
    return found


def chosen(units: Units, wanted: Wanted, day: DayLike | None = None) -> list[Unit]:
    """The units that a caller names: one or several, by name, id or as a Unit."""
    names: Iterable[Unit | str] = [wanted] if isinstance(wanted, (str, Unit)) else wanted
    return [name if isinstance(name, Unit) else units.resolve(name, day) for name in names]


def same(one: Unit, other: Unit) -> bool:
    """Whether two entries, perhaps of two readings of a register, are one unit that goes on."""
    return one.is_same(other) if one.units == other.units else one.id == other.id


def among(unit: Unit, units: Sequence[Unit]) -> bool:
    return any(same(unit, other) for other in units)


def indicator_name(indicator: Indicator, lang: Lang) -> str:
    """A name, with the code before it where that is a number."""
    name = indicator.name_in(lang)
    return f"{indicator.code}. {name}" if indicator.code[:1].isdigit() else name
