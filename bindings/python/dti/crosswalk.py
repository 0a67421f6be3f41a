# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Crosswalks: which indicators of two frameworks answer to each other, and how far they can be compared."""

from __future__ import annotations

from typing import Any, Self

from dti import _dti, _frames, _html
from dti._core import (
    Document,
    LangLike,
    PathLike,
    Titled,
    builtin_names,
    bytes_of,
    handle_or_none,
    known,
    lang_of,
    options,
    path_of,
    read,
)
from dti._parts import Part, Parts
from dti.enums import Comparable, CrosswalkKind, Provenance
from dti.framework import Framework
from dti.indicator import Indicator
from dti.report import Report


class Crosswalk(Titled, Parts["Pair"]):
    """What became of the indicators of one framework in a later one: a sequence of pairs, in the order of the document.

    Needed only to compare years of two frameworks. What stands in no pair is not comparable. Immutable; equal if the digests
    are; shared between threads.
    """

    __slots__ = ("_text", "_before", "_after")
    _c: _dti.Crosswalk
    _text: bytes | None
    _before: Framework
    _after: Framework

    @classmethod
    def _made(
        cls, handle: Any, text: bytes | None = None, before: Framework | None = None, after: Framework | None = None
    ) -> Self:
        made = cls._wrap(handle)
        made._text = text
        made._before = Framework._made(handle.from_framework()) if before is None else before
        made._after = Framework._made(handle.to_framework()) if after is None else after
        return made

    @classmethod
    def builtin(cls, id: str) -> Self:
        """A crosswalk that is built into the library; ids are listed by :meth:`builtins`.

        Raises:
            NotFoundError: there is none of that id.
        """
        return cls._made(_dti.Crosswalk.builtin(known(id, cls.builtins()), options()))

    @staticmethod
    def builtins() -> tuple[str, ...]:
        """Ids of the crosswalks that are built in."""
        return builtin_names(_dti.Crosswalk.builtin_count(), _dti.Crosswalk.builtin_id)

    @classmethod
    def parse(
        cls,
        text: Document,
        before: Framework | None = None,
        after: Framework | None = None,
        *,
        source: str | None = None,
    ) -> Self:
        """Read a document of format "dti-crosswalk/1".

        Args:
            text: the document, str or UTF-8 bytes.
            before: the framework of the earlier years; None: the built-in one that the document names.
            after: that of the later years; None likewise.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = _dti.Crosswalk.parse(text, *_bound(before, after), options(source))
        return cls._made(handle, bytes_of(text), before, after)

    @classmethod
    def load(cls, path: PathLike, before: Framework | None = None, after: Framework | None = None) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        text = read(path, lambda name: _dti.Crosswalk.load(name, None, None, options()))
        return cls.parse(text, before, after, source=path_of(path))

    @staticmethod
    def check(
        text: Document, before: Framework | None = None, after: Framework | None = None, *, source: str | None = None
    ) -> Report:
        """Every finding of a document, indicators that stand in no pair included."""
        return Report._wrap(_dti.Crosswalk.check(text, *_bound(before, after), options(source)))

    def __reduce__(self) -> Any:
        if self._text is None:
            return (Crosswalk.builtin, (self.id,))
        return (Crosswalk.parse, (self._text, self._before, self._after))

    @property
    def before(self) -> Framework:
        """The framework of the earlier years."""
        return self._before

    @property
    def after(self) -> Framework:
        """The framework of the later years."""
        return self._after

    def __len__(self) -> int:
        return self._c.count()

    def _part(self, index: int) -> Pair:
        return Pair(self, index)

    def to_frame(self) -> Any:
        """A pandas.DataFrame with a row per pair: kind, before, after (codes), comparable, provenance, note."""
        heads = ("kind", "before", "after", "comparable", "provenance", "note")
        return _frames.frame(heads, (_row(pair) for pair in self))

    def __repr__(self) -> str:
        return f"<Crosswalk {self.id} {self.version}: {len(self)} pairs>"

    def _repr_html_(self) -> str:
        rows = ((pair.kind_name(), _codes(pair.before), _codes(pair.after), pair.comparable_name(), pair.note) for pair in self)
        heads = ("Loại", self._before.id, self._after.id, "So sánh được", "Ghi chú")
        return _html.table(f"{self.title} ({self.id})", heads, rows)


def _bound(before: Framework | None, after: Framework | None) -> tuple[Any, Any]:
    return handle_or_none(before, Framework, "before"), handle_or_none(after, Framework, "after")


def _codes(nodes: tuple[Indicator, ...]) -> str:
    return ", ".join(node.code for node in nodes)


def _row(pair: Pair) -> tuple[object, ...]:
    names = (member.name.lower() for member in (pair.comparable, pair.provenance))
    return (pair.kind.name.lower(), _codes(pair.before), _codes(pair.after), *names, pair.note)


class Pair(Part):
    """Indicators before and after that answer to each other."""

    __slots__ = ()
    _c: _dti.Crosswalk
    _of: Crosswalk

    @property
    def kind(self) -> CrosswalkKind:
        """What became of them: same, rescaled, split, merged, new, retired."""
        return CrosswalkKind(self._c.pair_kind(self._i))

    def kind_name(self, lang: LangLike = "vi") -> str:
        """Word for the kind."""
        return _dti.crosswalk_kind_name(self.kind, lang_of(lang))

    @property
    def comparable(self) -> Comparable:
        """How much can be compared: nothing, ranks, values too, points too."""
        return Comparable(self._c.pair_comparable(self._i))

    def comparable_name(self, lang: LangLike = "vi") -> str:
        """Word for it."""
        return _dti.comparable_name(self.comparable, lang_of(lang))

    @property
    def note(self) -> str | None:
        """Remark: why not more, in Vietnamese; None if there is none."""
        return self.note_in("vi")

    def note_in(self, lang: LangLike) -> str | None:
        """As :attr:`note`, in a language; Vietnamese where there is no other."""
        return self._c.pair_note(self._i, lang_of(lang)) or None

    @property
    def provenance(self) -> Provenance:
        """Who says so."""
        return Provenance(self._c.pair_provenance(self._i))

    @property
    def provenance_source(self) -> str | None:
        """Title of the source behind that provenance, in Vietnamese; None if there is none."""
        return self.provenance_source_in("vi")

    def provenance_source_in(self, lang: LangLike) -> str | None:
        """As :attr:`provenance_source`, in a language; Vietnamese where there is no other."""
        return self._c.pair_provenance_source(self._i, lang_of(lang)) or None

    @property
    def before(self) -> tuple[Indicator, ...]:
        """Indicators of the earlier framework; none of what is new."""
        return tuple(self._of.before.node(self._c.pair_from(self._i, i)) for i in range(self._c.pair_from_count(self._i)))

    @property
    def after(self) -> tuple[Indicator, ...]:
        """Indicators of the later framework; none of what is retired."""
        return tuple(self._of.after.node(self._c.pair_to(self._i, i)) for i in range(self._c.pair_to_count(self._i)))

    def __repr__(self) -> str:
        return f"<Pair {_codes(self.before) or '–'} → {_codes(self.after) or '–'}: {self.kind.name.lower()}>"
