# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What losses are made of: items, groups of them, and what went from one stated track to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dti import _dti
from dti._core import LangLike, lang_of, points
from dti._parts import Held, Part, Parts
from dti.enums import Cause, LossesBy, LossKind, Track
from dti.indicator import Indicator
from dti.score import Agency, NextStep, Score

if TYPE_CHECKING:
    from dti.losses import Losses


class Loss(Part):
    """A loss that cannot be divided further."""

    __slots__ = ()
    _c: _dti.Losses
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
        return self._c.points(self._i)

    @property
    def certain(self) -> float:
        """Points lost whatever is still open."""
        return points(self.exact_certain)

    @property
    def exact_certain(self) -> int:
        """Points lost whatever is still open, in 10⁻⁹ point."""
        return self._c.certain(self._i)

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
        return self._c.share(self._i)

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies that answer for it."""
        return self.score.agencies

    @property
    def step(self) -> NextStep | None:
        """The next step of its rule; None where there is none, or it is not known."""
        return self.score.step if self.kind is LossKind.COMPONENT else None

    def gain(self, code: Indicator | str | None = None) -> float:
        """What the next step brings to a node, in points: at most what the item lacks; 0 for nodes that it does not reach.

        Args:
            code: the component itself (also None), its main indicator, an index.

        Raises:
            NotFoundError: there is no such code.
        """
        return points(self.exact_gain(code))

    def exact_gain(self, code: Indicator | str | None = None) -> int:
        """What the next step brings to a node, in 10⁻⁹ point, as :meth:`gain`."""
        return self._c.step_gain(self._i, self._node(code))

    @property
    def is_assumed(self) -> bool:
        """Whether the rule behind the step is assumed."""
        return self._c.step_is_assumed(self._i)

    def rank_after(self, code: Indicator | str) -> RankAfter | None:
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

    def _node(self, code: Indicator | str | None) -> int:
        return self._c.node(self._i) if code is None else self._of.result.framework._node(code)

    def __repr__(self) -> str:
        return f"<Loss {self.code} {self.kind.name.lower()}: {self.points:g} points, {_dti.cause_id(self.cause)}>"


class RankAfter(NamedTuple):
    """A rank now, and after a step."""

    before: int
    after: int


class LossGroup(Held, Parts[Loss]):
    """Losses of one main indicator, agency or cause: a sequence of its items."""

    __slots__ = ("_by",)
    _of: Losses
    _c: _dti.Losses

    def __init__(self, of: Losses, by: LossesBy, index: int) -> None:
        super().__init__(of, index)
        self._by = by

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) and isinstance(other, LossGroup) and self._by == other._by

    __hash__ = Held.__hash__

    def __reduce__(self) -> Any:
        return (LossGroup, (self._of, self._by, self._i))

    @property
    def id(self) -> str | None:
        """Code in the dossier's numbering, id of the agency or of the cause; None for the items of nobody."""
        id: str = self._c.group_id(self._by, self._i)
        return id or None

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self._c.group_name(self._by, self._i, lang_of(lang))

    @property
    def points(self) -> float:
        """Points lost in the group."""
        return points(self.exact_points)

    @property
    def exact_points(self) -> int:
        """Points lost in the group, in 10⁻⁹ point."""
        return self._c.group_points(self._by, self._i)

    @property
    def shared(self) -> float:
        """Of those the points that other groups count too; 0 except by agency."""
        return points(self.exact_shared)

    @property
    def exact_shared(self) -> int:
        """Of those the points that other groups count too, in 10⁻⁹ point."""
        return self._c.group_shared(self._by, self._i)

    @property
    def items(self) -> tuple[Loss, ...]:
        """Its items, the largest loss first; by main indicator in the order of codes, the undivided rest last."""
        return tuple(self)

    def __len__(self) -> int:
        return self._c.group_size(self._by, self._i)

    def _part(self, index: int) -> Loss:
        return Loss(self._of, self._c.group_item(self._by, self._i, index))

    def __repr__(self) -> str:
        return f"<LossGroup {self.id or 'nobody'}: {self.points:g} points in {len(self)} items>"


class Cut(Part):
    """What a node lost or won from one stated track to the next: self-assessed to appraised, appraised to final."""

    __slots__ = ()
    _c: _dti.Losses
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
        return self._c.cut_points(self._i)

    @property
    def explanation(self) -> str | None:
        """The explanation that the dossier gives for the later track, in Vietnamese; None if there is none."""
        return self.explanation_in("vi")

    def explanation_in(self, lang: LangLike) -> str | None:
        """As :attr:`explanation`, in a language; Vietnamese where there is no other."""
        return self._c.cut_explanation(self._i, lang_of(lang)) or None

    def __repr__(self) -> str:
        return f"<Cut {self.code}: {self.points:g} points, {self.earlier.name.lower()} to {self.later.name.lower()}>"
