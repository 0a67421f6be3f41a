# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Changes: an ordered list of what is to become different in a dossier, and the block in which one is made."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dti import _dti, _html
from dti._core import NEVER, Confined, Document, LangLike, MomentLike, handle_of, lang_of, member, moment_text, number, options
from dti._parts import Part
from dti.enums import Action, ChangeKind, InputKind, State, Track
from dti.evidence import Evidence
from dti.framework import Framework
from dti.history import step_of
from dti.values import Value, ValueLike, to_library

if TYPE_CHECKING:
    from dti.dossier import Dossier


class Change(Part):
    """One change of a list."""

    __slots__ = ()
    _c: _dti.Changes
    _of: Changes

    @property
    def kind(self) -> ChangeKind:
        """What it is about."""
        return ChangeKind(self._c.kind(self._i))

    @property
    def target(self) -> str:
        """Id of what is changed: an input, a record, the code of a node; "" of stages."""
        return self._c.target(self._i)

    def text(self, lang: LangLike = "vi") -> str:
        """The change in words: what, its new value, origin, reason."""
        return self._c.format(self._i, lang_of(lang))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Change {self.kind.name.lower()}: {self.text('en')}>"


class Changes(Confined):
    """What is to become different in dossiers of a framework, in order. Belongs to one thread.

    Iteration gives each :class:`Change`. Values are checked when they are set; whether a step is legal, and a record of
    evidence the next version of the one that is there, when :meth:`Dossier.apply` applies the list.
    """

    __slots__ = ("_framework", "_reason")
    _c: _dti.Changes
    _framework: Framework
    _reason: str | None

    @classmethod
    def _made(cls, handle: Any, framework: Framework, reason: str | None = None) -> Self:
        made = cls._wrap(handle)
        made._framework = framework
        made._reason = reason
        return made

    @classmethod
    def new(cls, framework: Framework, *, reason: str | None = None) -> Self:
        """An empty list. ``reason`` is the one of each change that has none of its own."""
        return cls._made(_dti.Changes.new(handle_of(framework, Framework, "framework")), framework, reason)

    @classmethod
    def from_sheet(
        cls, text: Document, framework: Framework, *, numbering: str | None = None, source: str | None = None
    ) -> Self:
        """Read a table of points as CSV: code, maximum, self, appraised, final, cause.

        Columns are found by their titles, Vietnamese or English. This is the way in for the ministry's appraisal.

        Args:
            text: the table, str or UTF-8 bytes.
            framework: of the codes.
            numbering: of the codes; None: the framework's first.
            source: name of the table in messages.

        Raises:
            DtiError: the first fault, with its line and column.
        """
        handle = handle_of(framework, Framework, "framework")
        return cls._made(_dti.sheet_parse(text, handle, numbering, options(source)), framework)

    @property
    def framework(self) -> Framework:
        """The framework of the dossiers that it can change."""
        return self._framework

    @property
    def _list(self) -> Any:
        return self._c

    def set(self, input: str, value: ValueLike, *, reason: str | None = None) -> None:
        """Set a figure.

        Args:
            input: id of the input.
            value: a number in the input's unit, True or False, the id of a choice, or a :class:`State`.
            reason: why; None: the reason of the list.

        Raises:
            NotFoundError: there is no such input.
            TypeError: the value is not of the input's kind; also for texts and lists, which forms report.
            DtiError: it is out of its range, not whole, or not one of the choices.
        """
        found = self._framework.inputs[input]
        why = self._reason if reason is None else reason
        plain = to_library(found, value)
        if isinstance(plain, State):
            self._list.set_state(input, plain, why)
        elif isinstance(plain, float):
            self._list.set_number(input, plain, why)
        elif found.kind in (InputKind.CHOICE, InputKind.YES_NO):
            self._list.set_answer(input, plain, why)
        else:
            raise TypeError(f"{input}: texts and lists are set when a dossier is built, or reported on a form; not changed")

    def __setitem__(self, input: str, value: ValueLike) -> None:
        self.set(input, value)

    def decide(
        self,
        input: str,
        reporter: str | None = None,
        *,
        value: float | None = None,
        by: str,
        at: MomentLike,
        reason: str | None = None,
    ) -> None:
        """Decide a conflict between reporters: whose figure counts, or a number of its own.

        Args:
            input: id of the input.
            reporter: id of a reporter who reported it; "" is what the figure derives from.
            value: in the input's unit, if no reporter's figure is to count.
            by: who decides.
            at: when; a datetime without an offset is Vietnam's.
            reason: why; None: the reason of the list. There must be one.

        Raises:
            TypeError: both a reporter and a value, or neither.
            DtiError: no such input, an empty text, a time that is none.
        """
        if (reporter is None) == (value is None):
            raise TypeError("decide: expected either a reporter or a value")
        figure = 0.0 if value is None else number(value)
        self._list.decide(input, reporter, figure, by, moment_text(at), self._reason if reason is None else reason)

    def add(self, evidence: Evidence) -> None:
        """A record of evidence, new or in its next state; it has to continue the history of the one in the dossier."""
        self._list.set_evidence(handle_of(evidence, Evidence, "evidence"))

    def set_points(self, code: str, text: str, *, track: Track | str) -> None:
        """State points of a node as printed; they replace those that are there.

        Args:
            code: of the node, in the first numbering.
            text: in points, "12,79" or "12.79": its digits are the precision.
            track: "self", "appraised" or "final".

        Raises:
            DtiError: there is no such code, or the text is no number.
        """
        self._list.set_points(code, member(Track, track), text)

    def explain(self, codes: str | Iterable[str], text: str, *, track: Track | str) -> None:
        """Explain the points of one or more nodes on a track; it replaces the explanation of the same nodes."""
        self._list.explain([codes] if isinstance(codes, str) else list(codes), member(Track, track), text)

    def reply(
        self,
        code: str,
        action: Action | str,
        *,
        at: MomentLike,
        by: str,
        agency: str | None = None,
        reason: str | None = None,
        reason_en: str | None = None,
        names: Iterable[str] = (),
        points: str | None = None,
    ) -> None:
        """A step of the reply to the appraisal of a component.

        Args:
            code: of the component, in the first numbering.
            action: "agree", "disagree", "supply", "uphold" or "change".
            at: when; a datetime without an offset is Vietnam's.
            by: name of the person.
            agency: id of the agency the person acts for.
            reason: why; None: the reason of the list. All but agreeing and supplying need one.
            reason_en: the same in English.
            names: supplying: ids of the records.
            points: changing: the points decided, as printed.

        Raises:
            DtiError: there is no such component, or the time is none. Whether the step is legal is found when the list is
                applied.
        """
        step = step_of(action, at, by, agency, self._reason if reason is None else reason, reason_en, names)
        self._list.reply(code, *step, points)

    def stage(
        self,
        action: Action | str,
        *,
        at: MomentLike,
        by: str,
        agency: str | None = None,
        reason: str | None = None,
        reason_en: str | None = None,
        deadline: datetime.datetime | None = None,
    ) -> None:
        """A step of the stages: "self-score", "approve", "send", "appraise", "finalise", "recall".

        From sending on, figures and evidence are locked; only a recall before the deadline opens them again.

        Args:
            action: what is done.
            at: when; a datetime without an offset is Vietnam's.
            by: name of the person.
            agency: id of the agency the person acts for.
            reason: why; None: the reason of the list.
            reason_en: the same in English.
            deadline: until when a recall is possible; None: always.

        Raises:
            DtiError: the time is none. Whether the step is legal is found when the list is applied.
        """
        step = step_of(action, at, by, agency, self._reason if reason is None else reason, reason_en)
        until = NEVER
        if deadline is not None:
            until = int(datetime.datetime.fromisoformat(moment_text(deadline)).timestamp())
        self._list.stage(*step, until)

    def __len__(self) -> int:
        return self._c.count()

    def __iter__(self) -> Iterator[Change]:
        return (Change(self, index) for index in range(len(self)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"

    def _repr_html_(self) -> str:
        rows = ((change.target, change.text()) for change in self)
        return _html.table(f"{len(self)} thay đổi", ("Mã", "Thay đổi"), rows)


class ChangeBlock(Changes):
    """Changes to one dossier, made in a ``with`` block: after it :attr:`dossier` is the new dossier.

    ``c["input-id"]`` is the value as it is by now, ``c["input-id"] = 0.4`` sets it. An exception inside the block changes
    nothing.
    """

    __slots__ = ("_before", "_after", "_over")
    _before: Dossier
    _after: Dossier | None
    _over: bool

    @classmethod
    def _new(cls, dossier: Dossier, reason: str | None) -> Self:
        made = cls.new(dossier.framework, reason=reason)
        made._before = dossier
        made._after = None
        made._over = False
        return made

    @property
    def _list(self) -> Any:
        if self._over:
            raise RuntimeError("the block of changes is over")
        return self._c

    def __getitem__(self, input: str) -> Value | State:
        figure = self._before.apply(self).inputs[input]
        value = figure.value
        return figure.state if value is None else value

    @property
    def before(self) -> Dossier:
        """The dossier that is changed; it stays as it is."""
        return self._before

    @property
    def dossier(self) -> Dossier:
        """The new dossier.

        Raises:
            RuntimeError: the block is not over, or an exception ended it.
        """
        if self._after is None:
            why = "it failed" if self._over else "it is not over"
            raise RuntimeError(f"the block of changes has no new dossier: {why}")
        return self._after

    def __enter__(self) -> Self:
        if self._over:
            raise RuntimeError("the block of changes is over")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over = True
        if kind is None:
            self._after = self._before.apply(self)
