# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Movements: what one indicator of one unit did between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dti import _dti
from dti._core import points_or_none
from dti._parts import Part
from dti.enums import Basis, Side
from dti.units import Unit

if TYPE_CHECKING:
    from dti.comparison import Line, UnitComparison


class Movement(Part):
    """Figures of one unit and indicator before and after. What is not known, or cannot be compared, is None."""

    __slots__ = ()
    _of: UnitComparison
    _c: _dti.Comparison

    @property
    def line(self) -> Line:
        """The indicator before and after."""
        return self._of._of._line_at(self._i)

    @property
    def unit(self) -> Unit:
        """The unit; the later entry, if both years have it."""
        return self._of.unit

    @property
    def code(self) -> str:
        """Code of the indicator, by the later framework if it has it there."""
        return self.line.code

    @property
    def name(self) -> str:
        """Name of the indicator in Vietnamese."""
        return self.line.name

    def basis(self, side: Side) -> Basis:
        """What the amount of a side rests on."""
        return Basis(self._c.basis(self._i, self._of._i, side))

    def _exact_points(self, side: Side) -> int | None:
        known = self.basis(side) in (Basis.POINTS, Basis.PRINTED)
        return self._c.points(self._i, self._of._i, side) if known else None

    def _points(self, side: Side) -> float | None:
        return points_or_none(self._exact_points(side))

    def _value(self, side: Side) -> float | None:
        exact = self._exact_points(side)
        most = self._c.max_points(self._i, side)
        return None if exact is None else exact / most if most else 0.0

    def _rank(self, side: Side) -> int | None:
        return self._c.rank(self._i, self._of._i, side) or None

    @property
    def points_before(self) -> float | None:
        """Points of the earlier year; a sum where several indicators stand there."""
        return self._points(Side.BEFORE)

    @property
    def points_after(self) -> float | None:
        """Points of the later year."""
        return self._points(Side.AFTER)

    @property
    def exact_points_change(self) -> int | None:
        """Change of points in 10⁻⁹ point."""
        return self._c.points_change(self._i, self._of._i)

    @property
    def points_change(self) -> float | None:
        """Change of points, after − before."""
        return points_or_none(self.exact_points_change)

    @property
    def value_before(self) -> float | None:
        """Value of the earlier year, from 0 to 1."""
        return self._value(Side.BEFORE)

    @property
    def value_after(self) -> float | None:
        """Value of the later year, from 0 to 1."""
        return self._value(Side.AFTER)

    @property
    def exact_value_change(self) -> int | None:
        """Change of the value in 10⁻⁹ (1 is the whole maximum), rounded once."""
        return self._c.value_change(self._i, self._of._i)

    @property
    def value_change(self) -> float | None:
        """Change of the value, after − before."""
        return points_or_none(self.exact_value_change)

    @property
    def rank_before(self) -> int | None:
        """Rank in the earlier year."""
        return self._rank(Side.BEFORE)

    @property
    def rank_after(self) -> int | None:
        """Rank in the later year."""
        return self._rank(Side.AFTER)

    @property
    def rank_change(self) -> int | None:
        """Change of the rank, before − after: a rise is positive. Not told where other units were ranked than before."""
        return self._c.rank_change(self._i, self._of._i)

    @property
    def is_derived(self) -> bool:
        """Whether one of the sides was derived from predecessors."""
        return self._c.is_derived(self._i, self._of._i)

    @property
    def is_known(self) -> bool:
        """Whether there is anything on either side."""
        return any(self.basis(side) is not Basis.NONE or self._rank(side) for side in Side)

    def __repr__(self) -> str:
        ranks = f"rank {self.rank_before or '–'} → {self.rank_after or '–'}"
        return f"<Movement of {self.unit.name!r} in {self.code}: {ranks}>"
