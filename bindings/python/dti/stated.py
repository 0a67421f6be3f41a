# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Stated figures: what sources print about a node, held against what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dti import _dti
from dti._core import points, points_or_none
from dti._parts import Part
from dti.enums import QuantityKind, Track

if TYPE_CHECKING:
    from dti.score import Score


class StatedFigure(Part):
    """A figure that a source states about a node for the dossier's year."""

    __slots__ = ()
    _of: Score
    _c: _dti.Result

    @property
    def text(self) -> str:
        """As it is printed, with its decimals: "12.79"."""
        return self._c.stated_text(self._of.index, self._i)

    @property
    def quantity(self) -> QuantityKind:
        """What it states: points, a value, per cent, a rank …"""
        return QuantityKind(self._c.stated_quantity(self._of.index, self._i))

    @property
    def track(self) -> Track:
        """Whose figure it is."""
        return Track(self._c.stated_track(self._of.index, self._i))

    @property
    def amount(self) -> float:
        """The figure, in what it states."""
        return points(self.exact_amount)

    @property
    def exact_amount(self) -> int:
        """The figure, in 10⁻⁹ of what it states."""
        return self._c.stated_amount(self._of.index, self._i)

    @property
    def difference(self) -> float | None:
        """What the rule or the sum gives minus what is stated, for points and values; None where they cannot be compared.

        Of a component it is what the rule gives, whatever the result's track. Of the others it is the sum on the result's
        track, when that is decided in full and the figure is of that track or the track is calculated.
        """
        return points_or_none(self.exact_difference)

    @property
    def exact_difference(self) -> int | None:
        """That difference, in 10⁻⁹."""
        return self._c.stated_difference(self._of.index, self._i)

    def __repr__(self) -> str:
        return f"<StatedFigure {self.quantity.name.lower()} {self.text}, {self.track.name.lower()}>"
