# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What was found out about figures: which of them cannot be right together, and what would repair them."""

from __future__ import annotations

from typing import Any, NamedTuple, Self

from dti import _dti, _frames, _html
from dti._core import LangLike, Written, lang_of, points
from dti._parts import Part
from dti.enums import Identity, QuantityKind, Verdict
from dti.framework import Framework
from dti.indicator import Indicator


class Interval(NamedTuple):
    """What a figure can be, from least to most, in 10⁻⁹ of its quantity's unit: points, ranks, shares."""

    exact_low: int
    exact_high: int

    @property
    def low(self) -> float:
        """Least, in the quantity's unit."""
        return points(self.exact_low)

    @property
    def high(self) -> float:
        """Most, in the quantity's unit."""
        return points(self.exact_high)


def _interval(ends: tuple[int, int] | None) -> Interval | None:
    return None if ends is None else Interval(*ends)


def _indicator(of: Reconciliation, node: int | None) -> Indicator | None:
    return None if node is None else Indicator(of.framework, node)


class ReconciledFigure(Part):
    """A figure: a printed one, an input, or what is assumed, such as a rule or a maximum."""

    __slots__ = ()
    _c: _dti.Reconciliation
    _of: Reconciliation

    @property
    def printed(self) -> str | None:
        """As it is printed; None for what is assumed."""
        return self._c.figure_text(self._i) or None

    @property
    def quantity(self) -> QuantityKind:
        """What it states."""
        return QuantityKind(self._c.figure_quantity(self._i))

    @property
    def indicator(self) -> Indicator | None:
        """What it is a figure of; None if it is of no node."""
        return _indicator(self._of, self._c.figure_node(self._i))

    @property
    def unit(self) -> str | None:
        """Id of its unit; None if none is said."""
        return self._c.figure_unit(self._i) or None

    @property
    def year(self) -> int | None:
        """Its year; None if none is said."""
        return self._c.figure_year(self._i) or None

    @property
    def is_assumed(self) -> bool:
        """Whether nobody printed it."""
        return self._c.figure_is_assumed(self._i)

    def text(self, lang: LangLike = "vi") -> str:
        """In words: whose, what, as printed, where."""
        return self._c.figure_format(self._i, lang_of(lang))

    def __repr__(self) -> str:
        return f"<ReconciledFigure {self.text('en')}>"


class Tie(Part):
    """An identity: what ties figures together, and whether it holds."""

    __slots__ = ()
    _c: _dti.Reconciliation
    _of: Reconciliation

    @property
    def kind(self) -> Identity:
        """What it is."""
        return Identity(self._c.identity(self._i))

    def kind_name(self, lang: LangLike = "vi") -> str:
        """Word for what it is."""
        return _dti.identity_name(self.kind, lang_of(lang))

    @property
    def verdict(self) -> Verdict:
        """Whether it holds."""
        return Verdict(self._c.identity_verdict(self._i))

    def verdict_name(self, lang: LangLike = "vi") -> str:
        """Word for whether it holds."""
        return _dti.verdict_name(self.verdict, lang_of(lang))

    @property
    def indicator(self) -> Indicator | None:
        """The node it speaks of; None if none."""
        return _indicator(self._of, self._c.identity_node(self._i))

    @property
    def figures(self) -> tuple[ReconciledFigure, ...]:
        """The figures it ties together."""
        count = self._c.identity_size(self._i)
        return tuple(ReconciledFigure(self._of, self._c.identity_figure(self._i, i)) for i in range(count))

    @property
    def stated(self) -> Interval | None:
        """What is stated; None if that is no interval."""
        return _interval(self._c.identity_stated(self._i))

    @property
    def expected(self) -> Interval | None:
        """What the other figures make of it; None if that is no interval."""
        return _interval(self._c.identity_expected(self._i))

    def text(self, lang: LangLike = "vi") -> str:
        """In words: what is stated, what the others give, the difference."""
        return self._c.identity_format(self._i, lang_of(lang))

    def __repr__(self) -> str:
        return f"<Tie {_dti.identity_id(self.kind)}, {_dti.verdict_id(self.verdict)}: {self.text('en')}>"


class Suspect(NamedTuple):
    """Figures of a repair that agree with each other, and are wrong together if they are."""

    figures: tuple[ReconciledFigure, ...]
    """The first of them, then the others that agree: "44,77" points and "0,4477"."""
    should_be: Interval | None
    """What they would have to be; None for what could be no other figure."""


class Repair(Part):
    """Suspects whose correction makes all of a problem hold, no part of which would do."""

    __slots__ = ()
    _of: Problem
    _c: _dti.Reconciliation

    @property
    def suspects(self) -> tuple[Suspect, ...]:
        """One to three."""
        return tuple(self._suspect(suspect) for suspect in range(self._c.repair_size(self._of.index, self._i)))

    def _suspect(self, suspect: int) -> Suspect:
        found: list[ReconciledFigure] = []
        for place in range(self._c.figure_count()):
            figure = self._c.repair_figure(self._of.index, self._i, suspect, place)
            if figure is None:
                break
            found.append(ReconciledFigure(self._of._of, figure))
        return Suspect(tuple(found), _interval(self._c.repair_range(self._of.index, self._i, suspect)))

    @property
    def is_tied(self) -> bool:
        """Whether it is no less suspect than the one before it: only codes put them in this order."""
        return self._c.repair_is_tied(self._of.index, self._i)

    def text(self, lang: LangLike = "vi") -> str:
        """In words, read below the sentence of its problem: what should be what instead, what speaks for it or against it."""
        return self._c.repair_format(self._of.index, self._i, lang_of(lang))

    def __repr__(self) -> str:
        return f"<Repair: {self.text('en')}>"


class Problem(Part):
    """Violated identities that one correction can explain."""

    __slots__ = ()
    _c: _dti.Reconciliation
    _of: Reconciliation

    @property
    def identities(self) -> tuple[Tie, ...]:
        """Those that are violated."""
        count = self._c.problem_size(self._i)
        return tuple(Tie(self._of, self._c.problem_identity(self._i, i)) for i in range(count))

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What would repair it, most suspect first."""
        return tuple(Repair(self, i) for i in range(self._c.repair_count(self._i)))

    @property
    def is_complete(self) -> bool:
        """Whether all sets of figures up to the size asked for were looked at."""
        return self._c.problem_is_complete(self._i)

    def text(self, lang: LangLike = "vi") -> str:
        """One short sentence, fit for a heading: what contradicts what."""
        return self._c.problem_format(self._i, lang_of(lang))

    def grounds(self, lang: LangLike = "vi") -> str:
        """What that rests on: figures that the sentence does not name, other identities that fall with it; "" if it says all."""
        return self._c.problem_grounds_format(self._i, lang_of(lang))

    def __repr__(self) -> str:
        return f"<Problem: {self.text('en')}>"


class Reading(Part):
    """Indices that cannot be what they are printed for, and hold together as values of main indicators of nearly the same
    names."""

    __slots__ = ()
    _c: _dti.Reconciliation
    _of: Reconciliation

    @property
    def unit(self) -> str | None:
        """Id of the unit; None if none is said."""
        return self._c.reading_unit(self._i) or None

    @property
    def year(self) -> int | None:
        """The year; None if none is said."""
        return self._c.reading_year(self._i) or None

    @property
    def pairs(self) -> tuple[tuple[Indicator, Indicator], ...]:
        """As what each is printed, and whose value it could be."""
        nodes = self._of.framework.nodes
        pairs = range(self._c.reading_size(self._i))
        return tuple((nodes[self._c.reading_index(self._i, i)], nodes[self._c.reading_node(self._i, i)]) for i in pairs)

    def text(self, lang: LangLike = "vi") -> str:
        """One sentence, with what it leaves for the other main indicators."""
        return self._c.reading_format(self._i, lang_of(lang))

    def __repr__(self) -> str:
        return f"<Reading: {self.text('en')}>"


class SolvedPart(Part):
    """What follows from the printed indices of a unit: a main indicator, or the sum of several that always stand together."""

    __slots__ = ()
    _c: _dti.Reconciliation
    _of: Reconciliation

    @property
    def unit(self) -> str | None:
        """Id of the unit; None if none is said."""
        return self._c.part_unit(self._i) or None

    @property
    def name(self) -> str:
        """Name of the unit in Vietnamese; its id where no figure says it."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name of the unit in a language."""
        return self._c.part_unit_name(self._i, lang_of(lang))

    @property
    def year(self) -> int | None:
        """The year; None if none is said."""
        return self._c.part_year(self._i) or None

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What it is the sum of."""
        nodes = self._of.framework.nodes
        return tuple(nodes[self._c.part_node(self._i, i)] for i in range(self._c.part_size(self._i)))

    @property
    def points(self) -> Interval:
        """The points it must have, for the indices alone."""
        return Interval(*self._c.part_range(self._i))

    @property
    def max_points(self) -> float:
        """Its maximum, in points. A range beyond 0 and the maximum is a violated identity of kind limit."""
        return points(self.exact_max_points)

    @property
    def exact_max_points(self) -> int:
        """Its maximum, in 10⁻⁹ point."""
        return self._c.part_max(self._i)

    def __repr__(self) -> str:
        codes = " + ".join(node.code for node in self.indicators)
        return f"<SolvedPart {codes} of {self.name}: {self.points.low:g} to {self.points.high:g} points>"


class Reconciliation(Written):
    """What was found out about figures. Immutable; shared between threads. Made by :func:`dti.reconcile`."""

    __slots__ = ("_framework",)
    _c: _dti.Reconciliation
    _framework: Framework

    @classmethod
    def _made(cls, handle: Any, framework: Framework) -> Self:
        made = cls._wrap(handle)
        made._framework = framework
        return made

    @property
    def framework(self) -> Framework:
        """What was assessed."""
        return self._framework

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What cannot be right together, most important first, each with what would repair it."""
        return tuple(Problem(self, i) for i in range(self._c.problem_count()))

    @property
    def identities(self) -> tuple[Tie, ...]:
        """All identities between the figures, those that hold included."""
        return tuple(Tie(self, i) for i in range(self._c.identity_count()))

    @property
    def figures(self) -> tuple[ReconciledFigure, ...]:
        """All figures: printed ones, inputs, and what is assumed."""
        return tuple(ReconciledFigure(self, i) for i in range(self._c.figure_count()))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What else printed indices could be."""
        return tuple(Reading(self, i) for i in range(self._c.reading_count()))

    @property
    def parts(self) -> tuple[SolvedPart, ...]:
        """What follows from the headline figures of units."""
        return tuple(SolvedPart(self, i) for i in range(self._c.part_count()))

    def text(self, lang: LangLike = "vi") -> str:
        """The problems in words, each with its grounds and below it what would repair it."""
        lines: list[str] = []
        for problem in self.problems:
            lines.extend(filter(None, (problem.text(lang), problem.grounds(lang))))
            lines.extend(f"  – {repair.text(lang)}" for repair in problem.repairs)
        return "\n".join(lines)

    def to_json(self, lang: LangLike = "vi", *, numbering: str | None = None) -> str:
        """A document of format "dti-reconciliation/1".

        Raises:
            NotFoundError: there is no such numbering.
        """
        return self._c.write(numbering, lang_of(lang))

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per identity: kind and verdict (words), code of its node, text."""
        rows = (
            (tie.kind_name(lang), tie.verdict_name(lang), tie.indicator.code if tie.indicator else "", tie.text(lang))
            for tie in self.identities
        )
        return _frames.frame(("kind", "verdict", "code", "text"), rows)

    def __repr__(self) -> str:
        c = self._c
        return f"<Reconciliation: {c.figure_count()} figures, {c.identity_count()} identities, {c.problem_count()} problems>"

    def _repr_html_(self) -> str:
        rows = ((place, problem.text(), _best(problem)) for place, problem in enumerate(self.problems, 1))
        title = f"{self._c.problem_count()} mâu thuẫn giữa {self._c.figure_count()} số liệu"
        return _html.table(title, ("", "Mâu thuẫn", "Đáng ngờ nhất"), rows)


def _best(problem: Problem) -> str:
    repairs = problem.repairs
    return repairs[0].text() if repairs else ""
