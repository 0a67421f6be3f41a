# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Reports: every finding of a document or a check, in order, each with its place."""

from __future__ import annotations

from typing import Any

from dti import _dti, _frames, _html
from dti._core import Handle, LangLike, lang_of
from dti._parts import Part, Parts
from dti.enums import Severity, Status


class Finding(Part):
    """One finding: what, where, how grave."""

    __slots__ = ()
    _c: _dti.Report

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return Severity(self._c.severity(self._i))

    @property
    def status(self) -> Status:
        """What a call would end with that stops at it."""
        return Status(self._c.status(self._i))

    @property
    def id(self) -> str:
        """Stable id of the message, such as "DTI-0201"."""
        return self._c.id(self._i)

    @property
    def source(self) -> str:
        """Name of the document; "" if none."""
        return self._c.source(self._i)

    @property
    def pointer(self) -> str:
        """JSON Pointer (RFC 6901) of the place; "" for the whole document or none."""
        return self._c.pointer(self._i)

    @property
    def line(self) -> int:
        """Line of the place, from 1; 0 if there is none."""
        return self._c.line(self._i)

    @property
    def column(self) -> int:
        """Column of the place in characters, from 1; 0 if there is none."""
        return self._c.column(self._i)

    @property
    def arguments(self) -> tuple[str, ...]:
        """The typed arguments of the message as text."""
        return tuple(self._c.arg(self._i, i) for i in range(self._c.arg_count(self._i)))

    def message(self, lang: LangLike = "vi") -> str:
        """The message, in a language."""
        return self._c.format(self._i, lang_of(lang))

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.message()} [{self.id}]"

    def __repr__(self) -> str:
        return f"<Finding {self.severity.name.lower()} {self.id}: {self.message('en')}>"


class Report(Handle, Parts[Finding]):
    """Findings, in order: a sequence. Immutable."""

    __slots__ = ()
    _c: _dti.Report

    def __len__(self) -> int:
        return self._c.count()

    def _part(self, index: int) -> Finding:
        return Finding(self, index)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those that make the document unusable."""
        return tuple(finding for finding in self if finding.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Those that say that something does not fit."""
        return tuple(finding for finding in self if finding.severity is Severity.WARNING)

    def count_of(self, severity: Severity) -> int:
        """How many there are of a severity, also beyond those that were kept."""
        return self._c.severity_count(severity)

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per finding."""
        heads = ("severity", "id", "message", "source", "pointer", "line", "column")
        rows = ((f.severity.name.lower(), f.id, f.message(lang), f.source, f.pointer, f.line, f.column) for f in self)
        return _frames.frame(heads, rows)

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count_of(each)} {each.name.lower()}" for each in Severity)
        return f"<Report: {counts}>"

    def _repr_html_(self) -> str:
        rows = ((_html.Code(_WORDS[f.severity]), f.message(), f.pointer, _html.Code(f.id)) for f in self)
        counts = ", ".join(f"{self.count_of(each)} {word}" for each, word in _WORDS.items())
        return _html.table(counts, ("Mức", "Nội dung", "Chỗ", "Mã"), rows, most=20)


_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "ghi chú"}
"""As the command says them."""
