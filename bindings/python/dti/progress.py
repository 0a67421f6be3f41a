# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Progress of a collection: who owes what, until when, and how many points wait for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Self

from dti import _dti, _frames, _html
from dti._core import VIETNAM, DayLike, Derived, LangLike, Written, day_text, format_points, handle_of, lang_of, member, points
from dti._parts import Named, Part
from dti.collection import Collection, CollectionRow, Reporter
from dti.enums import ProgressMeasure
from dti.gaps import EvidenceGap
from dti.result import Result

_NO_DUE_DAY = 2**31 - 1


class Progress(Derived, Written, Named["Owed"]):
    """Who owes what: a mapping from the ids of reporters, in the order of the collection. Immutable.

    Made by ``Result.progress()`` of the dossier that the forms were merged into.
    """

    __slots__ = ("_result", "_collection", "_today")
    _c: _dti.Progress
    _result: Result
    _collection: Collection
    _today: datetime.date

    @classmethod
    def _new(cls, result: Result, collection: Collection | None, today: DayLike | None) -> Self:
        asked = day_text(datetime.datetime.now(VIETNAM).date() if today is None else today)
        made = cls._wrap(_dti.Progress.new(result._c, handle_of(collection, Collection, "collection"), asked))
        assert collection is not None and asked is not None
        made._result = result
        made._collection = collection
        made._today = datetime.date.fromisoformat(asked)
        return made

    def _key(self) -> tuple[Result, Collection, datetime.date]:
        return (self._result, self._collection, self._today)

    @property
    def result(self) -> Result:
        """What was scored."""
        return self._result

    @property
    def collection(self) -> Collection:
        """Who reports what, and until when."""
        return self._collection

    @property
    def today(self) -> datetime.date:
        """The day it was asked for."""
        return self._today

    @property
    def days_left(self) -> int | None:
        """Days to the due day: 1 on the last day that is in time, 0 on the due day itself, negative after it.

        None without a due day.
        """
        days: int = self._c.days_left()
        return None if days == _NO_DUE_DAY else days

    def _find(self, reporter: str) -> int | None:
        return self._collection._c.reporter_find(reporter)

    def _part(self, index: int) -> Owed:
        return Owed(self, index)

    @property
    def _where(self) -> str:
        return self._collection.id

    def __iter__(self) -> Iterator[str]:
        return iter(self._collection.reporters)

    def __len__(self) -> int:
        return len(self._collection.reporters)

    def to_json(self, lang: LangLike = "vi") -> str:
        """The progress as a document of format "dti-progress/1"."""
        return self._c.write(lang_of(lang))

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per reporter and its id as index.

        Columns: name, rows, reported, missing, disputed, evidence, evidence_missing, evidence_waiting, evidence_rejected,
        at_stake (points).
        """
        measures = [measure.name.lower() for measure in ProgressMeasure]
        rows = (
            (id, owed.reporter.name_in(lang), *(owed.count(measure) for measure in ProgressMeasure), owed.at_stake)
            for id, owed in self.items()
        )
        return _frames.frame(("reporter", "name", *measures, "at_stake"), rows, index="reporter")

    def __repr__(self) -> str:
        reported, rows = (sum(owed.count(each) for owed in self.values()) for each in ("reported", "rows"))
        left = "no due day" if self.days_left is None else f"{self.days_left} days left"
        return f"<Progress {self._collection.id} {self._today}: {reported} of {rows} rows reported, {left}>"

    def _repr_html_(self) -> str:
        due = "không có hạn" if self.days_left is None else f"còn {self.days_left} ngày"
        if self.days_left is not None and self.days_left <= 0:
            due = f"quá hạn {-self.days_left} ngày" if self.days_left else "đã đến hạn"
        heads = ("Đơn vị báo cáo", "Số dòng", "Đã báo cáo", "", "Mâu thuẫn", "Thiếu tài liệu kiểm chứng", "Điểm đang chờ")
        return _html.table(f"{self._collection.title}: {due}", heads, (_shown(owed) for owed in self.values()))


class Owed(Part):
    """What one reporter has reported, and what it owes."""

    __slots__ = ()
    _c: _dti.Progress
    _of: Progress

    @property
    def reporter(self) -> Reporter:
        """Who."""
        return Reporter(self._of.collection, self._i)

    @property
    def id(self) -> str:
        """Id of the reporter, such as "so-noi-vu"."""
        return self.reporter.id

    @property
    def name(self) -> str:
        """Name of the reporter in Vietnamese."""
        return self.reporter.name

    def count(self, measure: ProgressMeasure | str) -> int:
        """How many rows, records or components there are of a kind: "rows", "reported", "missing", "evidence-waiting" …"""
        return self._c.count(self._i, member(ProgressMeasure, measure))

    @property
    def missing(self) -> tuple[CollectionRow, ...]:
        """The rows that it has not reported."""
        rows = (self._c.missing_row(self._i, index) for index in range(self.count(ProgressMeasure.MISSING)))
        return tuple(CollectionRow(self._of.collection, row) for row in rows)

    @property
    def disputed(self) -> tuple[CollectionRow, ...]:
        """The rows in which it contradicts somebody."""
        rows = (self._c.disputed_row(self._i, index) for index in range(self.count(ProgressMeasure.DISPUTED)))
        return tuple(CollectionRow(self._of.collection, row) for row in rows)

    @property
    def gaps(self) -> tuple[EvidenceGap, ...]:
        """The gaps of evidence that it can close, be it as the agency that they name or as one of its reporters."""
        return tuple(gap for gap in self._of.result.gaps if self._c.owes_gap(self._i, gap.index))

    @property
    def at_stake(self) -> float:
        """Points at stake: what the components lack that read a figure it owes or disputes, and the points at risk for gaps
        that it can close. A component that waits for two reporters is at stake for both."""
        return points(self.exact_at_stake)

    @property
    def exact_at_stake(self) -> int:
        """Points at stake, in 10⁻⁹ point."""
        return self._c.at_stake(self._i)

    def __repr__(self) -> str:
        reported, rows = self.count(ProgressMeasure.REPORTED), self.count(ProgressMeasure.ROWS)
        return f"<Owed {self.id}: {reported} of {rows} rows reported, {self.at_stake:g} points at stake>"


def _shown(owed: Owed) -> tuple[object, ...]:
    rows, reported = owed.count(ProgressMeasure.ROWS), owed.count(ProgressMeasure.REPORTED)
    bar = _html.Bar(reported / max(rows, 1), f"{reported}/{rows}", width=5)
    counts = (owed.count(ProgressMeasure.DISPUTED), owed.count(ProgressMeasure.EVIDENCE_MISSING))
    return (owed.name, rows, reported, bar, *counts, _html.Number(format_points(owed.exact_at_stake)))
