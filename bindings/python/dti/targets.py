# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Targets: what a unit wants to reach, until when, and where that stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self

from dti import _dti, _frames, _html
from dti._core import (
    DayLike,
    Document,
    LangLike,
    PathLike,
    Titled,
    bytes_of,
    date_or_none,
    day_or_none,
    handle_or_none,
    handles_of,
    lang_of,
    options,
    path_of,
    read,
)
from dti._parts import Named, Part
from dti.enums import TargetComparison, TargetStatus
from dti.framework import Framework
from dti.indicator import Indicator, Input
from dti.report import Report
from dti.table import Table

if TYPE_CHECKING:
    from dti.assessment import Assessment
    from dti.dossier import Dossier


class Targets(Titled, Named["Target"]):
    """The targets of a unit: a mapping by id, in the order of the document.

    Immutable; equal if the digests are; shared between threads. Where they stand says :meth:`assess`.
    """

    __slots__ = ("_text", "_framework")
    _c: _dti.Targets
    _text: bytes
    _framework: Framework

    @classmethod
    def _made(cls, handle: Any, text: bytes, framework: Framework | None) -> Self:
        made = cls._wrap(handle)
        made._text = text
        made._framework = Framework._made(handle.framework()) if framework is None else framework
        return made

    @classmethod
    def parse(cls, text: Document, framework: Framework | None = None, *, source: str | None = None) -> Self:
        """Read a document of format "dti-targets/1".

        Args:
            text: the document, str or UTF-8 bytes.
            framework: the one they are bound to; None: the built-in one that the document names.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = _dti.Targets.parse(text, handle_or_none(framework, Framework, "framework"), options(source))
        return cls._made(handle, bytes_of(text), framework)

    @classmethod
    def load(cls, path: PathLike, framework: Framework | None = None) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        text = read(path, lambda name: _dti.Targets.load(name, None, options()))
        return cls.parse(text, framework, source=path_of(path))

    @staticmethod
    def check(text: Document, framework: Framework | None = None, *, source: str | None = None) -> Report:
        """Every finding of a document."""
        return Report._wrap(_dti.Targets.check(text, handle_or_none(framework, Framework, "framework"), options(source)))

    def __reduce__(self) -> Any:
        return (Targets.parse, (self._text, self._framework))

    @property
    def framework(self) -> Framework:
        """What they are bound to."""
        return self._framework

    @property
    def unit(self) -> str:
        """Id of the unit, such as "gso:49"."""
        return self._c.unit_id()

    @property
    def name(self) -> str:
        """Name of the unit in Vietnamese; "" if none."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name of the unit in a language."""
        return self._c.unit_name(lang_of(lang))

    @property
    def stated(self) -> tuple[int, int] | None:
        """How many targets the source itself counts as achieved, and of how many; None if it does not say."""
        return self._c.stated()

    def _find(self, id: str) -> int | None:
        return self._c.find(id)

    def _part(self, index: int) -> Target:
        return Target(self, index)

    @property
    def _where(self) -> str:
        return self.id

    def __iter__(self) -> Iterator[str]:
        return (self._c.target_id(index) for index in range(self._c.count()))

    def __len__(self) -> int:
        return self._c.count()

    def assess(
        self, *, tables: Iterable[Table] = (), dossiers: Iterable[Dossier] = (), today: DayLike | None = None
    ) -> Assessment:
        """Where the targets stand.

        Args:
            tables: where values, points and ranks of indicators are looked up.
            dossiers: of the unit: where figures of inputs are looked up.
            today: figures of later years are not looked at; None: all are.

        Raises:
            InvalidValueError: the day is none; a dossier of another unit.
        """
        from dti.assessment import Assessment
        from dti.dossier import Dossier

        lists = handles_of(tables, Table, "tables"), handles_of(dossiers, Dossier, "dossiers")
        return Assessment._made(self._c.assess(day_or_none(today), *lists), self)

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per target: id (the index), codes, text, wanted, due, owner."""
        heads = ("id", "codes", "text", "wanted", "due", "owner")
        rows = ((t.id, t.codes, t.text_in(lang), t.wanted(lang), t.due, t.owner_in(lang)) for t in self.values())
        return _frames.frame(heads, rows, index="id")

    def __repr__(self) -> str:
        return f"<Targets {self.id} {self.version} of {self.unit}: {len(self)} targets>"

    def _repr_html_(self) -> str:
        rows = ((target.codes, target.text, target.wanted(), target.due) for target in self.values())
        return _html.table(f"{self.name or self.unit}: {self.title}", ("Mã", "Chỉ tiêu", "Phải đạt", "Hạn"), rows)


class Target(Part):
    """One target, as its source states it."""

    __slots__ = ()
    _c: _dti.Targets
    _of: Targets

    @property
    def id(self) -> str:
        """Id, such as "top-10"."""
        return self._c.target_id(self._i)

    @property
    def text(self) -> str:
        """Its text in Vietnamese."""
        return self.text_in("vi")

    def text_in(self, lang: LangLike) -> str:
        """Its text in a language; Vietnamese where there is no other."""
        return self._c.target_text(self._i, lang_of(lang))

    @property
    def comparison(self) -> TargetComparison:
        """How a figure is held against it."""
        return TargetComparison(self._c.target_comparison(self._i))

    @property
    def value(self) -> str | None:
        """The value to reach, as written; None if none."""
        text: str = self._c.target_value(self._i)
        return text or None

    @property
    def quantity(self) -> str | None:
        """What is counted: "value", "points", "rank", "percent", "count" or "amount"; None if none is named."""
        text: str = self._c.target_quantity(self._i)
        return text or None

    def wanted(self, lang: LangLike = "vi") -> str:
        """What is wanted, in a few words: "ít nhất 85 %"."""
        return self._c.target_format(self._i, lang_of(lang))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that it is about."""
        nodes = (self._c.target_node(self._i, i) for i in range(self._c.target_node_count(self._i)))
        return tuple(self._of.framework.node(node) for node in nodes)

    @property
    def codes(self) -> str:
        """Their codes: "4.7, 4.10"."""
        return ", ".join(node.code for node in self.indicators)

    @property
    def input(self) -> Input | None:
        """The input whose figure is the actual one; None if none."""
        index = self._c.target_input(self._i)
        return None if index is None else Input(self._of.framework, index)

    @property
    def due(self) -> datetime.date | None:
        """Last day; None if none."""
        return date_or_none(self._c.target_due(self._i))

    @property
    def owner(self) -> str | None:
        """Who is responsible; None if nobody is named."""
        return self.owner_in("vi")

    def owner_in(self, lang: LangLike) -> str | None:
        """Who is responsible, in a language."""
        return self._c.target_owner(self._i, lang_of(lang)) or None

    @property
    def source(self) -> str | None:
        """Title of the source, in Vietnamese; None if there is none."""
        return self.source_in("vi")

    def source_in(self, lang: LangLike) -> str | None:
        """As :attr:`source`, in a language; Vietnamese where there is no other."""
        return self._c.target_source(self._i, lang_of(lang)) or None

    @property
    def note(self) -> str | None:
        """Remark, in Vietnamese; None if there is none."""
        return self.note_in("vi")

    def note_in(self, lang: LangLike) -> str | None:
        """As :attr:`note`, in a language; Vietnamese where there is no other."""
        return self._c.target_note(self._i, lang_of(lang)) or None

    @property
    def stated(self) -> TargetStatus | None:
        """The status that the source states; None if it states none."""
        status = self._c.target_stated(self._i)
        return None if status is None else TargetStatus(status)

    @property
    def reason(self) -> str | None:
        """The reason that the source gives for its status, in Vietnamese; None if there is none."""
        return self.reason_in("vi")

    def reason_in(self, lang: LangLike) -> str | None:
        """As :attr:`reason`, in a language; Vietnamese where there is no other."""
        return self._c.target_reason(self._i, lang_of(lang)) or None

    def __repr__(self) -> str:
        return f"<Target {self.id}: {self.wanted('en')}{f', due {self.due}' if self.due else ''}>"
