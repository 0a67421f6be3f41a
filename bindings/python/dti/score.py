# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Scores: what a result says of one indicator or index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dti import _dti
from dti._core import LangLike, lang_of, member, points, points_or_none
from dti._parts import Named, Part, View
from dti.enums import Cause, NodeKind, State, StepKind, Track
from dti.indicator import Indicator, Input
from dti.gaps import EvidenceGap
from dti.stated import StatedFigure

if TYPE_CHECKING:
    from dti.result import Result


class Agency(NamedTuple):
    """An agency that answers for a component."""

    id: str
    name: str


class Score(Part):
    """What a result says of one node: points, maximum, loss, cause, next step.

    Points without a prefix are the float nearest to the exact amount; ``exact_…`` is that amount in 10⁻⁹ point, an int, which
    adds up without rounding.
    """

    __slots__ = ()
    _c: _dti.Result
    _of: Result

    @property
    def result(self) -> Result:
        """What it is part of."""
        return self._of

    @property
    def indicator(self) -> Indicator:
        """What was scored."""
        return Indicator(self._of.framework, self._i)

    @property
    def code(self) -> str:
        """Code in the first numbering of the framework, such as "6.12"."""
        return self.indicator.code

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.indicator.name

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self.indicator.name_in(lang)

    @property
    def kind(self) -> NodeKind:
        """What the node is."""
        return self.indicator.kind

    @property
    def parent(self) -> Score | None:
        """The score of its parent in the tree; None of main indicators and indices."""
        parent = self.indicator.parent
        return None if parent is None else Score(self._of, parent.index)

    @property
    def children(self) -> tuple[Score, ...]:
        """The scores of its components, or of the parts of an index."""
        return tuple(Score(self._of, child.index) for child in self.indicator.children)

    @property
    def points(self) -> float:
        """Points on the result's track."""
        return points(self.exact_points)

    @property
    def exact_points(self) -> int:
        """Points on the result's track, in 10⁻⁹ point."""
        return self._c.points(self._i)

    @property
    def max_points(self) -> float:
        """Maximum that counts, in points: the nominal one without what is excluded."""
        return points(self.exact_max_points)

    @property
    def exact_max_points(self) -> int:
        """Maximum that counts, in 10⁻⁹ point."""
        return self._c.max_points(self._i)

    @property
    def value(self) -> float:
        """Points ÷ maximum, 0 to 1, for reading; compare points and not values. 0 when the maximum is 0."""
        return self._c.value(self._i)

    @property
    def rescaled_points(self) -> float:
        """Points rescaled to the nominal maximum; the points themselves when nothing is excluded."""
        return points(self.exact_rescaled_points)

    @property
    def exact_rescaled_points(self) -> int:
        """Points rescaled to the nominal maximum, in 10⁻⁹ point."""
        return self._c.rescaled_points(self._i)

    @property
    def lower(self) -> float:
        """Least points while values are open."""
        return points(self.exact_lower)

    @property
    def exact_lower(self) -> int:
        """Least points while values are open, in 10⁻⁹ point."""
        return self._c.lower(self._i)

    @property
    def upper(self) -> float:
        """Most points while values are open."""
        return points(self.exact_upper)

    @property
    def exact_upper(self) -> int:
        """Most points while values are open, in 10⁻⁹ point."""
        return self._c.upper(self._i)

    @property
    def coverage(self) -> float:
        """Share of the maximum that is decided, 0 to 1; 1 when the maximum is 0."""
        return self._c.coverage(self._i)

    @property
    def state(self) -> State:
        """State on the result's track; nodes above components are present or, with nothing decided, not assessed."""
        return State(self._c.state(self._i))

    @property
    def loss(self) -> float:
        """Points lost: maximum − points; what is open counts as lost. Negative when more than the maximum is stated.

        0 also for a component without stated points below a main indicator that has them: its loss lies in what the main
        indicator has unallocated.
        """
        return points(self.exact_loss)

    @property
    def exact_loss(self) -> int:
        """Points lost, in 10⁻⁹ point, as :attr:`loss`."""
        return self._c.loss(self._i)

    @property
    def certain_loss(self) -> float:
        """Points lost whatever is still open: maximum − upper; otherwise as :attr:`loss`."""
        return points(self.exact_certain_loss)

    @property
    def exact_certain_loss(self) -> int:
        """Points lost whatever is still open, in 10⁻⁹ point."""
        return self._c.certain_loss(self._i)

    @property
    def loss_share_of_parent(self) -> float:
        """Share of the parent's loss (main indicators: of the overall loss), 0 to 1; 0 when nothing is lost there."""
        return self._c.loss_share_of_parent(self._i)

    @property
    def loss_share_of_overall(self) -> float:
        """Share of the overall loss, 0 to 1; 0 without an overall index, or when nothing is lost there."""
        return self._c.loss_share_of_overall(self._i)

    @property
    def cause(self) -> Cause:
        """Why it has less than its maximum."""
        return Cause(self._c.cause(self._i))

    def cause_name(self, lang: LangLike = "vi") -> str:
        """Word for the cause."""
        return _dti.cause_name(self.cause, lang_of(lang))

    @property
    def explanation(self) -> str | None:
        """The cause given by the explanation of the dossier, as its source words it, in Vietnamese; None if there is none."""
        return self.explanation_in("vi")

    def explanation_in(self, lang: LangLike) -> str | None:
        """As :attr:`explanation`, in a language; Vietnamese where there is no other."""
        return self._c.explanation(self._i, lang_of(lang)) or None

    def explain(self, lang: LangLike = "vi", *, numbering: str | None = None) -> str:
        """In words: rule, inputs with origin and provenance, calculation, loss, next step, what is assumed.

        Args:
            lang: language of the text.
            numbering: numbering of the codes; None: the dossier's.

        Raises:
            NotFoundError: the framework has no such numbering.
        """
        return self._c.explain(self._i, numbering, lang_of(lang))

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks on which it has points."""
        return tuple(track for track in Track if track and self._c.has_track(self._i, track))

    def track_points(self, track: Track | str) -> float | None:
        """Points on a track; None if it has none there. "default" is the result's own track."""
        return points_or_none(self.exact_track_points(track))

    def exact_track_points(self, track: Track | str) -> int | None:
        """Points on a track, in 10⁻⁹ point; None if it has none there."""
        asked = member(Track, track) or self._of.track
        exact: int = self._c.track_points(self._i, asked)
        return exact if self._c.has_track(self._i, asked) else None

    @property
    def unallocated(self) -> float:
        """Points of a main indicator that its components do not account for; stated tracks only."""
        return points(self.exact_unallocated)

    @property
    def exact_unallocated(self) -> int:
        """Points that components do not account for, in 10⁻⁹ point."""
        return self._c.unallocated(self._i)

    @property
    def unallocated_max(self) -> float:
        """Maximum of the components that state no points on the track: what the unallocated points stand against."""
        return points(self.exact_unallocated_max)

    @property
    def exact_unallocated_max(self) -> int:
        """Maximum of the components that state no points on the track, in 10⁻⁹ point."""
        return self._c.unallocated_max(self._i)

    @property
    def step(self) -> NextStep | None:
        """What the next step of the rule would bring; None at the maximum, or when it is not known."""
        return NextStep(self._of, self._i) if self._c.step(self._i) else None

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies behind a component."""
        return self.agencies_in("vi")

    def agencies_in(self, lang: LangLike) -> tuple[Agency, ...]:
        """The agencies behind a component, named in a language."""
        spoken, count = lang_of(lang), self._c.agency_count(self._i)
        pairs = ((self._c.agency_id(self._i, i), self._c.agency_name(self._i, i, spoken)) for i in range(count))
        return tuple(Agency(id, name) for id, name in pairs)

    @property
    def stated(self) -> tuple[StatedFigure, ...]:
        """The figures that sources state about the node itself for the dossier's year."""
        return tuple(StatedFigure(self, i) for i in range(self._c.stated_count(self._i)))

    @property
    def gaps(self) -> tuple[EvidenceGap, ...]:
        """What keeps evidence from carrying the component."""
        gaps = range(self._c.gap_count())
        return tuple(EvidenceGap(self._of, gap) for gap in gaps if self._c.gap_node(gap) == self._i)

    @property
    def at_risk(self) -> float:
        """Points at risk: computed − supported; 0 for a dossier that keeps no evidence."""
        return points(self.exact_at_risk)

    @property
    def exact_at_risk(self) -> int:
        """Points at risk, in 10⁻⁹ point."""
        return self._c.at_risk(self._i)

    @property
    def evidence_count(self) -> int:
        """Number of records of evidence that qualify for a component."""
        return self._c.evidence_count(self._i)

    def __repr__(self) -> str:
        return f"<Score {self.code}: {self.points:g} of {self.max_points:g} points, {self._of.track.name.lower()}>"


class NextStep(Part):
    """The next step of a component's rule, and what it would bring."""

    __slots__ = ()
    _c: _dti.Result
    _of: Result

    @property
    def kind(self) -> StepKind:
        """What it is: a percentage point, a unit, a tier, an answer, an item."""
        return StepKind(self._c.step(self._i))

    @property
    def gain(self) -> float:
        """What it would bring to the component, in points, by the rule."""
        return points(self.exact_gain)

    @property
    def exact_gain(self) -> int:
        """What it would bring to the component, in 10⁻⁹ point."""
        return self._c.step_gain(self._i)

    @property
    def input(self) -> Input | None:
        """The input that would change."""
        input = self._c.step_input(self._i)
        return None if input is None else Input(self._of.framework, input)

    @property
    def amount(self) -> float:
        """By how much, in the input's unit; of an answer the position of the choice, of a tier its threshold."""
        return self._c.step_amount(self._i)

    def text(self, lang: LangLike = "vi") -> str:
        """In words: what to do and what it would bring."""
        return self._c.step_format(self._i, lang_of(lang))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<NextStep {self.kind.name.lower()}: {self.gain:g} points>"


class Scores(View, Named[Score]):
    """Some scores of a result by code, in the order of the framework."""

    __slots__ = ("_places",)
    _of: Result

    def __init__(self, of: Result, nodes: Iterable[Indicator]) -> None:
        super().__init__(of)
        self._places = {node.code: node.index for node in nodes}

    def _find(self, code: str) -> int | None:
        return self._places.get(code)

    def _part(self, index: int) -> Score:
        return Score(self._of, index)

    @property
    def _where(self) -> str:
        return ", ".join(self) if len(self) <= 12 else self._of.framework.id

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return f"<{len(self)} scores: {', '.join(f'{code} {score.points:g}' for code, score in self.items())}>"
