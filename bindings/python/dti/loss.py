# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What losses are made of: items, groups of them, and what went from one stated track to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from dti import _dti
from dti._core import LangLike, Part, lang_of, points
from dti.enums import Cause, LossesBy, LossKind, Track
from dti.framework import Indicator
from dti.score import Agency, NextStep, Score

if TYPE_CHECKING:
    from dti.losses import Losses


class Loss(Part):
    """A loss that cannot be divided further."""

    __slots__ = ()
    _of: Losses

    @property
    def kind(self) -> LossKind:
        """What it is: of a component, the unallocated rest of a main indicator, or of a node undivided."""
        return LossKind(self._c.kind(self._i))

    @property
    def node(self) -> Indicator:
        """The component, or the node whose undivided loss it is."""
        return Indicator(self._of.result.framework, self._c.node(self._i))

    @property
    def score(self) -> Score:
        """What the result says of that node."""
        return Score(self._of.result, self._c.node(self._i))

    @property
    def code(self) -> str:
        """Code of the node, in the first numbering of the framework."""
        return self.node.code

    @property
    def name(self) -> str:
        """Name of the node in Vietnamese."""
        return self.node.name

    def name_in(self, lang: LangLike) -> str:
        """Name of the node in a language; Vietnamese where there is no other."""
        return self.node.name_in(lang)

    @property
    def points(self) -> float:
        """Points lost; what is open counts as lost. Negative where more is stated than is left."""
        return points(self.exact_points)

    @property
    def exact_points(self) -> int:
        """Points lost, in 10⁻⁹ point."""
        exact: int = self._c.points(self._i)
        return exact

    @property
    def certain(self) -> float:
        """Points lost whatever is still open."""
        return points(self.exact_certain)

    @property
    def exact_certain(self) -> int:
        """Points lost whatever is still open, in 10⁻⁹ point."""
        exact: int = self._c.certain(self._i)
        return exact

    @property
    def cause(self) -> Cause:
        """Why."""
        return Cause(self._c.cause(self._i))

    def cause_name(self, lang: LangLike = "vi") -> str:
        """Word for the cause."""
        return _dti.cause_name(self.cause, lang_of(lang))

    @property
    def share(self) -> float:
        """Share of the overall loss, 0 to 1; 0 without an overall index."""
        share: float = self._c.share(self._i)
        return share

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies that answer for it."""
        return self.score.agencies

    @property
    def step(self) -> NextStep | None:
        """The next step of its rule; None where there is none, or it is not known."""
        return self.score.step if self.kind is LossKind.COMPONENT else None

    def gain(self, code: str | None = None) -> float:
        """What the next step brings to a node, in points: at most what the item lacks; 0 for nodes that it does not reach.

        Args:
            code: the component itself (also None), its main indicator, an index.

        Raises:
            NotFoundError: there is no such code.
        """
        return points(self.exact_gain(code))

    def exact_gain(self, code: str | None = None) -> int:
        """What the next step brings to a node, in 10⁻⁹ point, as :meth:`gain`."""
        exact: int = self._c.step_gain(self._i, self._node(code))
        return exact

    @property
    def is_assumed(self) -> bool:
        """Whether the rule behind the step is assumed."""
        assumed: bool = self._c.step_is_assumed(self._i)
        return assumed

    def rank_after(self, code: str) -> RankAfter | None:
        """Where the unit would stand in an index after the next step, the others unchanged.

        By what the table of ``Result.losses(table)`` knows of the others; printed amounts may be anything that rounds to
        them. Ties share the better rank.

        Args:
            code: a main indicator, an index, or what stands between them and components.

        Returns:
            rank now and rank after; None where that cannot be told: no table, no row of the unit in it, no step, or ranks
            that rounding leaves open.

        Raises:
            NotFoundError: there is no such code.
        """
        ranks = self._c.step_rank(self._i, self._node(code))
        return None if ranks is None else RankAfter(*ranks)

    def _node(self, code: str | None) -> int:
        node: int = self._c.node(self._i) if code is None else self._of.result[code].index
        return node

    def __repr__(self) -> str:
        return f"<Loss {self.code} {self.kind.name.lower()}: {self.points:g} points, {_dti.cause_id(self.cause)}>"


class RankAfter(NamedTuple):
    """A rank now, and after a step."""

    before: int
    after: int


class LossGroup(Sequence[Loss]):
    """Losses of one main indicator, agency or cause: a sequence of its items."""

    __slots__ = ("_of", "_by", "_i")

    def __init__(self, of: Losses, by: LossesBy, index: int) -> None:
        self._of = of
        self._by = by
        self._i = index

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LossGroup):
            return NotImplemented
        return (self._by, self._i) == (other._by, other._i) and self._of == other._of

    def __hash__(self) -> int:
        return hash((self._by, self._i))

    @property
    def id(self) -> str | None:
        """Code in the dossier's numbering, id of the agency or of the cause; None for the items of nobody."""
        id: str = self._of._c.group_id(self._by, self._i)
        return id or None

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        text: str = self._of._c.group_name(self._by, self._i, lang_of(lang))
        return text

    @property
    def points(self) -> float:
        """Points lost in the group."""
        return points(self.exact_points)

    @property
    def exact_points(self) -> int:
        """Points lost in the group, in 10⁻⁹ point."""
        exact: int = self._of._c.group_points(self._by, self._i)
        return exact

    @property
    def shared(self) -> float:
        """Of those the points that other groups count too; 0 except by agency."""
        return points(self.exact_shared)

    @property
    def exact_shared(self) -> int:
        """Of those the points that other groups count too, in 10⁻⁹ point."""
        exact: int = self._of._c.group_shared(self._by, self._i)
        return exact

    @property
    def items(self) -> tuple[Loss, ...]:
        """Its items, the largest loss first; by main indicator in the order of codes, the undivided rest last."""
        return tuple(self)

    def __len__(self) -> int:
        count: int = self._of._c.group_size(self._by, self._i)
        return count

    @overload
    def __getitem__(self, index: int) -> Loss: ...
    @overload
    def __getitem__(self, index: slice) -> list[Loss]: ...
    def __getitem__(self, index: int | slice) -> Loss | list[Loss]:
        places = range(len(self))[index]
        return [self._at(place) for place in places] if isinstance(places, range) else self._at(places)

    def _at(self, index: int) -> Loss:
        return Loss(self._of, self._of._c.group_item(self._by, self._i, index))

    def __repr__(self) -> str:
        return f"<LossGroup {self.id or 'nobody'}: {self.points:g} points in {len(self)} items>"


class Cut(Part):
    """What a node lost or won from one stated track to the next: self-assessed to appraised, appraised to final."""

    __slots__ = ()
    _of: Losses

    @property
    def node(self) -> Indicator:
        """The component or main indicator."""
        return Indicator(self._of.result.framework, self._c.cut_node(self._i))

    @property
    def code(self) -> str:
        """Its code, in the first numbering of the framework."""
        return self.node.code

    @property
    def name(self) -> str:
        """Its name in Vietnamese."""
        return self.node.name

    @property
    def earlier(self) -> Track:
        """The earlier track."""
        return Track(self._c.cut_from(self._i))

    @property
    def later(self) -> Track:
        """The later track."""
        return Track(self._c.cut_to(self._i))

    @property
    def points(self) -> float:
        """Points that went: earlier − later; negative when points were added."""
        return points(self.exact_points)

    @property
    def exact_points(self) -> int:
        """Points that went, in 10⁻⁹ point."""
        exact: int = self._c.cut_points(self._i)
        return exact

    def explanation(self, lang: LangLike = "vi") -> str | None:
        """The explanation that the dossier gives for the later track; None if there is none."""
        text: str = self._c.cut_explanation(self._i, lang_of(lang))
        return text or None

    def __repr__(self) -> str:
        return f"<Cut {self.code}: {self.points:g} points, {self.earlier.name.lower()} to {self.later.name.lower()}>"
