# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Stated figures: what sources print about a node, held against what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dti._core import Part, points
from dti.enums import QuantityKind, Track

if TYPE_CHECKING:
    from dti.result import Result


class StatedFigure(Part):
    """A figure that a source states about a node for the dossier's year."""

    __slots__ = ("_node",)
    _of: Result

    def __init__(self, of: Result, node: int, index: int) -> None:
        super().__init__(of, index)
        self._node = node

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, StatedFigure):
            return NotImplemented
        return (self._node, self._i) == (other._node, other._i) and self._of == other._of

    __hash__ = Part.__hash__

    def __reduce__(self) -> Any:
        return (StatedFigure, (self._of, self._node, self._i))

    @property
    def text(self) -> str:
        """As it is printed, with its decimals: "12.79"."""
        text: str = self._c.stated_text(self._node, self._i)
        return text

    @property
    def quantity(self) -> QuantityKind:
        """What it states: points, a value, per cent, a rank …"""
        return QuantityKind(self._c.stated_quantity(self._node, self._i))

    @property
    def track(self) -> Track:
        """Whose figure it is."""
        return Track(self._c.stated_track(self._node, self._i))

    @property
    def amount(self) -> float:
        """The figure, in what it states."""
        return points(self.exact_amount)

    @property
    def exact_amount(self) -> int:
        """The figure, in 10⁻⁹ of what it states."""
        exact: int = self._c.stated_amount(self._node, self._i)
        return exact

    @property
    def difference(self) -> float | None:
        """What the rule or the sum gives minus what is stated, for points and values; None where they cannot be compared.

        Of a component it is what the rule gives, whatever the result's track. Of the others it is the sum on the result's
        track, when that is decided in full and the figure is of that track or the track is calculated.
        """
        exact = self.exact_difference
        return None if exact is None else points(exact)

    @property
    def exact_difference(self) -> int | None:
        """That difference, in 10⁻⁹."""
        exact: int | None = self._c.stated_difference(self._node, self._i)
        return exact

    def __repr__(self) -> str:
        return f"<StatedFigure {self.quantity.name.lower()} {self.text}, {self.track.name.lower()}>"
