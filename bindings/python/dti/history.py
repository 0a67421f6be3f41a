# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Histories: who did what and when, each step chained to the one before by its digest."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from dti import _dti, _frames, _html
from dti._core import Handle, LangLike, MomentLike, lang_of, member, moment_text, time_of
from dti._parts import Part, Parts
from dti.enums import Action


class Step(Part):
    """One step of a history."""

    __slots__ = ()
    _c: _dti.History
    _of: History

    @property
    def action(self) -> Action:
        """What was done."""
        return Action(self._c.action(self._i))

    def action_name(self, lang: LangLike = "vi") -> str:
        """What was done, in words: «chấp nhận», "accept"."""
        return _dti.action_name(self.action, lang_of(lang))

    @property
    def at(self) -> datetime.datetime:
        """When, on Vietnam's clock; :attr:`written` is the offset that the document has."""
        return time_of(self._c.time(self._i))

    @property
    def written(self) -> str:
        """When, as it was written: "2024-01-15T08:30:00+07:00"."""
        return self._c.at(self._i)

    @property
    def by(self) -> str:
        """Name of the person."""
        return self._c.by(self._i)

    @property
    def agency(self) -> str | None:
        """Id of the agency the person acts for; None if that is not said."""
        return self._c.agency(self._i) or None

    @property
    def reason(self) -> str | None:
        """Why, in Vietnamese; None if that is not said."""
        return self.reason_in("vi")

    def reason_in(self, lang: LangLike) -> str | None:
        """Why, in a language; Vietnamese where there is no other."""
        return self._c.reason(self._i, lang_of(lang)) or None

    @property
    def names(self) -> tuple[str, ...]:
        """Accepting: ids of the conditions confirmed; supplying: ids of the records."""
        return tuple(self._c.name(self._i, i) for i in range(self._c.name_count(self._i)))

    @property
    def content(self) -> str:
        """Digest of the content that the step speaks of."""
        return self._c.content(self._i)

    @property
    def digest(self) -> str:
        """Digest of the step, which the next one names."""
        return self._c.digest(self._i)

    def __repr__(self) -> str:
        return f"<Step {_dti.action_id(self.action)} {self.written} by {self.by}>"


class History(Handle, Parts[Step]):
    """Steps in their order: a sequence, append-only. Two that have the same steps are equal."""

    __slots__ = ()
    _c: _dti.History

    def __len__(self) -> int:
        return self._c.count()

    def _part(self, index: int) -> Step:
        return Step(self, index)

    @property
    def digest(self) -> str | None:
        """Digest of the last step, and through it of all; None before the first."""
        return self[-1].digest if len(self) else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, History):
            return NotImplemented
        return self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per step: at, action, by, agency, reason, names."""
        heads = ("at", "action", "by", "agency", "reason", "names")
        rows = ((s.at, _dti.action_id(s.action), s.by, s.agency, s.reason_in(lang), ", ".join(s.names)) for s in self)
        return _frames.frame(heads, rows)

    def __repr__(self) -> str:
        last = f", last {_dti.action_id(self[-1].action)} {self[-1].written}" if len(self) else ""
        return f"<History: {len(self)} steps{last}>"

    def _repr_html_(self) -> str:
        rows = ((f"{s.at:%d/%m/%Y %H:%M}", s.action_name(), s.by, s.agency, s.reason) for s in self)
        return _html.table(f"{len(self)} bước", ("Lúc", "Việc", "Ai", "Cơ quan", "Lý do"), rows)


def step_of(
    action: Action | str,
    at: MomentLike,
    by: str,
    agency: str | None = None,
    reason: str | None = None,
    reason_en: str | None = None,
    names: Iterable[str] = (),
) -> tuple[Any, ...]:
    """The arguments of a step on their way into the library."""
    if isinstance(names, str):
        raise TypeError("names: expected a list of ids, not str")
    return (member(Action, action), moment_text(at), by, agency, reason, reason_en, list(names))
