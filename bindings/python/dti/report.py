# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Reports: every finding of a document or a check, in order, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from dti import _frames, _html
from dti._core import Handle, LangLike, lang_of
from dti.enums import Severity, Status


class Finding:
    """One finding: what, where, how grave."""

    __slots__ = ("_c", "_i")

    def __init__(self, handle: Any, index: int) -> None:
        self._c = handle
        self._i = index

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
        text: str = self._c.id(self._i)
        return text

    @property
    def source(self) -> str:
        """Name of the document; "" if none."""
        text: str = self._c.source(self._i)
        return text

    @property
    def pointer(self) -> str:
        """JSON Pointer (RFC 6901) of the place; "" for the whole document or none."""
        text: str = self._c.pointer(self._i)
        return text

    @property
    def line(self) -> int:
        """Line of the place, from 1; 0 if there is none."""
        line: int = self._c.line(self._i)
        return line

    @property
    def column(self) -> int:
        """Column of the place in characters, from 1; 0 if there is none."""
        column: int = self._c.column(self._i)
        return column

    @property
    def arguments(self) -> tuple[str, ...]:
        """The typed arguments of the message as text."""
        return tuple(self._c.arg(self._i, i) for i in range(self._c.arg_count(self._i)))

    def message(self, lang: LangLike = "vi") -> str:
        """The message, in a language."""
        text: str = self._c.format(self._i, lang_of(lang))
        return text

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.message()} [{self.id}]"

    def __repr__(self) -> str:
        return f"<Finding {self.severity.name.lower()} {self.id}: {self.message('en')}>"


class Report(Handle, Sequence[Finding]):
    """Findings, in order: a sequence. Immutable."""

    __slots__ = ()

    def __len__(self) -> int:
        count: int = self._c.count()
        return count

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        places = range(len(self))[index]
        return [Finding(self._c, place) for place in places] if isinstance(places, range) else Finding(self._c, places)

    @property
    def errors(self) -> list[Finding]:
        """Those that make the document unusable."""
        return [finding for finding in self if finding.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Finding]:
        """Those that say that something does not fit."""
        return [finding for finding in self if finding.severity is Severity.WARNING]

    def count_of(self, severity: Severity) -> int:
        """How many there are of a severity, also beyond those that were kept."""
        count: int = self._c.severity_count(severity)
        return count

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
