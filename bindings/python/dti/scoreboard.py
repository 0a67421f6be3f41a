# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Scoreboards: the points and ranks of a cohort kept up to date while single figures change, for a wall in an operations
centre or a what-if slider."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any, Self

from dti import _dti, _frames, _html
from dti._core import Confined, missing, points, whole
from dti.enums import InputKind, State
from dti.framework import Framework
from dti.indicator import Indicator, Input
from dti.rank import numbered
from dti.values import Value, ValueLike, from_number, to_library

if TYPE_CHECKING:
    from dti.columns import Columns
    from dti.program import Program


class Scoreboard(Confined):
    """A cohort of units with their figures, points and ranks. Belongs to one thread. Made by :meth:`Program.scoreboard`.

    Units are asked for by number, from 0, or by name if the scoreboard was given names; nodes by code, the overall result if none
    is said.

    >>> program = dti.Framework.builtin().program()
    >>> board = program.scoreboard({"files-processed-online-share": [51.16, 64.0]}, units=["Quảng Nam", "Đà Nẵng"])
    >>> board.set("Quảng Nam", "files-processed-online-share", 80)
    >>> board.rank("Quảng Nam"), board.points("Quảng Nam", "6.12")
    (1, 20.0)
    """

    __slots__ = ("_program", "_units")
    _c: _dti.Scoreboard
    _program: Program
    _units: dict[str, int] | None

    @classmethod
    def _new(
        cls,
        program: Program,
        columns: Columns,
        units: Sequence[str] | None,
        bounds: Any,
        groups: Sequence[Hashable] | None,
        nan_is_missing: bool,
    ) -> Self:
        names = None if units is None else list(units)
        if names is not None and len(names) != len(columns):
            raise ValueError(f"units: expected {len(columns)} names, found {len(names)}")
        if names is not None and len(set(names)) != len(names):
            raise ValueError("units: a name stands there twice")
        numbers = None if groups is None else numbered(list(groups))
        made = cls._wrap(program._c.scoreboard(columns._c, bounds, numbers, int(nan_is_missing)))
        made._program = program
        made._units = None if names is None else {name: place for place, name in enumerate(names)}
        return made

    @property
    def program(self) -> Program:
        """The program it scores with."""
        return self._program

    @property
    def framework(self) -> Framework:
        """What is assessed."""
        return self._program.framework

    @property
    def units(self) -> tuple[str, ...]:
        """Names of the units; their numbers if it was given none."""
        return tuple(map(str, range(len(self)))) if self._units is None else tuple(self._units)

    def __len__(self) -> int:
        """Number of units."""
        return self._c.count()

    def _unit(self, unit: int | str) -> int:
        if isinstance(unit, str):
            place = (self._units or {}).get(unit)
            return missing(unit, "the units", self._units or ()) if place is None else place
        place = whole(unit, "unit")
        if not 0 <= place < len(self):
            raise IndexError(f"unit {place}: there are {len(self)}")
        return place

    def _node(self, code: str | Indicator | None) -> int:
        return self.framework._node(code)

    def set(self, unit: int | str, input: str, value: ValueLike) -> None:
        """Change one figure of one unit: what reads it, all nodes above and the ranks of all units on them follow.

        Args:
            unit: its number or name.
            input: id of the input.
            value: of the input's kind, in its unit; or a state that stands for it. The number of items of a list does as well.

        Raises:
            InvalidValueError: the value is refused, and the scoreboard as it was.
            NotFoundError: no such unit or input. IndexError: no unit of that number.
        """
        of = self.framework.inputs[input]
        number, state = _amount(of, value)
        self._c.set(self._unit(unit), of.index, number, state)

    def value(self, unit: int | str, input: str) -> Value | None:
        """A figure as reported, the number of items of a list; None if it is not present, and of texts."""
        of = self.framework.inputs[input]
        if self.state_of_input(unit, input) is not State.PRESENT or of.kind is InputKind.TEXT:
            return None
        return from_number(of, self._c.input(self._unit(unit), of.index))

    def state_of_input(self, unit: int | str, input: str) -> State:
        """State of a figure as reported."""
        return State(self._c.input_state(self._unit(unit), self.framework.inputs[input].index))

    def points(self, unit: int | str, code: str | Indicator | None = None) -> float:
        """Points of a unit on a node."""
        return points(self.exact_points(unit, code))

    def exact_points(self, unit: int | str, code: str | Indicator | None = None) -> int:
        """Points of a unit on a node, in 10⁻⁹ point."""
        return self._c.points(self._unit(unit), self._node(code))

    def max_points(self, unit: int | str, code: str | Indicator | None = None) -> float:
        """Maximum that counts, without what is excluded, in points."""
        return points(self.exact_max_points(unit, code))

    def exact_max_points(self, unit: int | str, code: str | Indicator | None = None) -> int:
        """Maximum that counts, without what is excluded, in 10⁻⁹ point."""
        return self._c.max_points(self._unit(unit), self._node(code))

    def upper(self, unit: int | str, code: str | Indicator | None = None) -> float:
        """Most points while values are open."""
        return points(self.exact_upper(unit, code))

    def exact_upper(self, unit: int | str, code: str | Indicator | None = None) -> int:
        """Most points while values are open, in 10⁻⁹ point."""
        return self._c.upper(self._unit(unit), self._node(code))

    def state(self, unit: int | str, code: str | Indicator | None = None) -> State:
        """State of a unit on a node."""
        return State(self._c.state(self._unit(unit), self._node(code)))

    def rank(self, unit: int | str, code: str | Indicator | None = None) -> int | None:
        """Competition rank of a unit on a node, most points first, within its group; None if it is not ranked."""
        return self._c.rank(self._unit(unit), self._node(code)) or None

    def point_vector(self, code: str | Indicator | None = None) -> memoryview:
        """Points of all units on a node, int64 in 10⁻⁹ point: follows what changes. NumPy reads it without a copy."""
        return self._c.points_of_all(self._node(code))

    def rank_vector(self, code: str | Indicator | None = None) -> memoryview:
        """Ranks of all units on a node, uint32, 0 for those not ranked: follows what changes. NumPy reads it without a copy."""
        return self._c.ranks_of_all(self._node(code))

    def to_frame(self, codes: Sequence[str] | None = None) -> Any:
        """A pandas.DataFrame with a row per unit, and for each node, the overall result if none is said, its points and rank."""
        if codes is None:
            overall = self.framework.overall
            codes = [overall.code] if overall else []
        heads = ["unit", *(head for code in codes for head in (code, f"{code} rank"))]
        columns = [(self.point_vector(code), self.rank_vector(code)) for code in codes]
        cells = (
            (unit, *(cell for exact, ranks in columns for cell in (points(exact[place]), ranks[place] or None)))
            for place, unit in enumerate(self.units)
        )
        return _frames.frame(heads, cells, index="unit")

    def __repr__(self) -> str:
        return f"<Scoreboard of {self.framework.id}: {len(self)} units>"

    def _repr_html_(self) -> str:
        exact, ranks = self.point_vector(), self.rank_vector()
        order = sorted(range(len(self)), key=lambda place: (ranks[place] or len(self) + 1, place))
        names = self.units
        rows = ((ranks[place] or None, names[place], points(exact[place])) for place in order)
        return _html.table(f"Bảng điểm {self.framework.title}", ("Hạng", "Đơn vị", "Điểm"), rows)


def _amount(input: Input, value: ValueLike) -> tuple[float, State]:
    """A figure as columns have it, and its state."""
    if input.kind is InputKind.LIST and isinstance(value, int) and not isinstance(value, (bool, State)):
        return (float(value), State.PRESENT)
    found = to_library(input, value)
    if isinstance(found, State):
        return (0.0, found)
    if isinstance(found, tuple):
        return (float(len(found)), State.PRESENT)
    if not isinstance(found, str):
        return (found, State.PRESENT)
    if input.kind is InputKind.YES_NO and found in ("yes", "no"):
        return (float(found == "yes"), State.PRESENT)
    if input.kind is InputKind.CHOICE:
        choices = list(input.choices)
        return (float(choices.index(found) if found in choices else missing(found, input.id, choices)), State.PRESENT)
    if input.kind is InputKind.TEXT:
        return (0.0, State.PRESENT)
    raise ValueError(f"{input.id}: expected True or False, found {found!r}")
