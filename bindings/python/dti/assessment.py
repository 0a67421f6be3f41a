# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Assessments: where the targets of a unit stand on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from dti import _dti, _frames, _html
from dti._core import LangLike, Written, lang_of, points_or_none
from dti._parts import Named, Part
from dti.enums import TargetStatus
from dti.report import Report
from dti.targets import Target, Targets


class Assessment(Written, Named["Standing"]):
    """Where each target stands: a mapping by id, in the order of the targets. Made by :meth:`Targets.assess`."""

    __slots__ = ("_targets",)
    _c: _dti.Assessment
    _targets: Targets

    @classmethod
    def _made(cls, handle: Any, targets: Targets) -> Self:
        made = cls._wrap(handle)
        made._targets = targets
        return made

    @property
    def targets(self) -> Targets:
        """What was assessed."""
        return self._targets

    def _find(self, id: str) -> int | None:
        return self._targets._find(id)

    def _part(self, index: int) -> Standing:
        return Standing(self, index)

    @property
    def _where(self) -> str:
        return self._targets.id

    def __iter__(self) -> Iterator[str]:
        return iter(self._targets)

    def __len__(self) -> int:
        return len(self._targets)

    # An assessment is the one that it is: a mapping would compare item by item.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def counts(self) -> dict[TargetStatus, int]:
        """Number of targets of each status."""
        return {status: self._c.count(status) for status in TargetStatus}

    def stated_counts(self) -> dict[TargetStatus, int]:
        """Number of targets of each status that the source states."""
        return {status: self._c.stated_count(status) for status in TargetStatus}

    @property
    def findings(self) -> Report:
        """What does not hold together: shares that are not their quotient, figures that differ, stated statuses and counts that
        the figures contradict."""
        return Report._wrap(self._c.findings())

    def to_json(self, lang: LangLike = "vi") -> str:
        """The assessment as its document; sentences in a language."""
        return self._c.write(lang_of(lang))

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per target: id (the index), codes, text, wanted, actual, year, expected, due, status,
        stated."""
        heads = ("id", "codes", "text", "wanted", "actual", "year", "expected", "due", "status", "stated")
        frame = _frames.frame(heads, (standing._cells(lang) for standing in self.values()), index="id")
        return frame.astype({"year": "Int64", "expected": "float64"})

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {_dti.target_status_id(status)}" for status, count in self.counts().items() if count)
        return f"<Assessment of {self._targets.id}: {counts}>"

    def _repr_html_(self) -> str:
        rows = (
            (each.target.codes, each.target.text, each.target.wanted(), each.actual_text(), each.target.due, each.status_name())
            for each in self.values()
        )
        heads = ("Mã", "Chỉ tiêu", "Phải đạt", "Hiện có", "Hạn", "Tình trạng")
        return _html.table(f"{self._targets.name or self._targets.unit}: {self._targets.title}", heads, rows)


class Standing(Part):
    """Where one target stands."""

    __slots__ = ()
    _c: _dti.Assessment
    _of: Assessment

    @property
    def target(self) -> Target:
        """The target."""
        return Target(self._of.targets, self._i)

    @property
    def status(self) -> TargetStatus:
        """What follows from the figures."""
        return TargetStatus(self._c.status(self._i))

    def status_name(self, lang: LangLike = "vi") -> str:
        """Word for the status."""
        return _dti.target_status_name(self.status, lang_of(lang))

    @property
    def stated(self) -> TargetStatus | None:
        """What the source says; None if it says nothing."""
        return self.target.stated

    @property
    def actual_year(self) -> int | None:
        """Year of the actual figure; None if there is none."""
        year: int = self._c.actual_year(self._i)
        return year or None

    @property
    def exact_actual(self) -> int | None:
        """The actual figure, in 10⁻⁹ of the target's quantity (1 for something done); None if there is none."""
        return self._c.actual(self._i) if self.actual_year else None

    @property
    def actual(self) -> float | None:
        """The actual figure, in the target's quantity; None if there is none."""
        return points_or_none(self.exact_actual)

    @property
    def actual_printed(self) -> str | None:
        """The actual figure as its source prints it; None if there is none."""
        text: str = self._c.actual_text(self._i)
        return text or None

    def actual_text(self, lang: LangLike = "vi") -> str:
        """The actual figure in a few words: "90,43 % (2022)"; "" if there is none."""
        return self._c.actual_format(self._i, lang_of(lang))

    @property
    def baseline_year(self) -> int | None:
        """Year of the baseline; None if there is none."""
        year: int = self._c.baseline_year(self._i)
        return year or None

    @property
    def exact_baseline(self) -> int | None:
        """The baseline, in 10⁻⁹ of the quantity; None if there is none."""
        return self._c.baseline(self._i) if self.baseline_year else None

    @property
    def baseline(self) -> float | None:
        """The baseline, in the quantity; None if there is none."""
        return points_or_none(self.exact_baseline)

    @property
    def exact_expected(self) -> int | None:
        """What the line asks for, in 10⁻⁹ of the quantity, rounded once; None without a line."""
        return self._c.expected(self._i)

    @property
    def expected(self) -> float | None:
        """What the straight line from the baseline to the value asks for in the year of the actual figure; None without
        a line."""
        return points_or_none(self.exact_expected)

    def explain(self, lang: LangLike = "vi") -> str:
        """Where it stands, in words: target, actual figure, line, why."""
        return self._c.format(self._i, lang_of(lang))

    def _cells(self, lang: LangLike) -> tuple[object, ...]:
        target, stated = self.target, self.stated
        return (
            target.id,
            target.codes,
            target.text_in(lang),
            target.wanted(lang),
            self.actual_text(lang),
            self.actual_year,
            self.expected,
            target.due,
            _dti.target_status_id(self.status),
            None if stated is None else _dti.target_status_id(stated),
        )

    def __repr__(self) -> str:
        return f"<Standing {self.target.id}: {_dti.target_status_id(self.status)}>"
