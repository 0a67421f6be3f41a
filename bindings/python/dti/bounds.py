# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Bounds: the lowest and the highest quantity of a cohort, which the rules best-of-cohort and min-max are measured against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

from dti import _dti, _frames, _html
from dti._core import Digested, Document, PathLike, Written, handle_or_none, handles_of, options, path_of
from dti._parts import Named
from dti.framework import Framework


class Bound(NamedTuple):
    """The extent of one component within a cohort, as its rule reads it: shares as plain numbers, 0 to 1."""

    low: float
    """Lowest quantity."""
    high: float
    """Highest quantity."""
    count: int  # type: ignore[assignment]  # a tuple has a method of that name, which nobody misses
    """Number of units behind them."""


class Bounds(Digested, Written, Named[Bound]):
    """Bounds of the cohort rules of a framework: a mapping from the codes of components that have them to :class:`Bound`.

    Immutable; equal if the digests are; shared between threads. Made by :meth:`Program.bounds` of columns or dossiers, read by
    :meth:`load` and :meth:`parse`; parts of a cohort :meth:`merge`.
    """

    __slots__ = ("_framework",)
    _c: _dti.Bounds
    _framework: Framework

    @classmethod
    def _made(cls, handle: Any, framework: Framework | None = None) -> Self:
        made = cls._wrap(handle)
        made._framework = framework or Framework._made(handle.framework())
        return made

    @classmethod
    def parse(cls, text: Document, framework: Framework | None = None, *, source: str | None = None) -> Self:
        """Read a document of format "dti-bounds/1".

        Args:
            text: the document, str or UTF-8 bytes.
            framework: what they are bound to; None: the built-in one that the document names.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place.
            VersionError: they are of another version or content of the framework.
        """
        handle = handle_or_none(framework, Framework, "framework")
        return cls._made(_dti.Bounds.parse(text, handle, options(source)), framework)

    @classmethod
    def load(cls, path: PathLike, framework: Framework | None = None) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        handle = handle_or_none(framework, Framework, "framework")
        return cls._made(_dti.Bounds.load(path_of(path), handle, options()), framework)

    @classmethod
    def merge(cls, parts: Iterable[Bounds]) -> Self:
        """The bounds of a cohort from those of its parts. Neither the order nor the way of parting changes a bit.

        Raises:
            ValueError: there are no parts.
            VersionError: they are of different frameworks.
        """
        given = list(parts)
        handles = handles_of(given, Bounds, "parts")
        if not given:
            raise ValueError("parts: expected one at least")
        return cls._made(_dti.Bounds.merge(handles), given[0]._framework)

    def to_json(self) -> str:
        """The document; read again it has the same digest."""
        return self._c.write()

    def __reduce__(self) -> Any:
        return (Bounds.parse, (self.to_json(), self._framework))

    @property
    def framework(self) -> Framework:
        """The framework they are bound to."""
        return self._framework

    def _find(self, code: str) -> int | None:
        node = self._framework._find(code)
        return node if node is not None and self._c.count(node) else None

    def _part(self, index: int) -> Bound:
        return Bound(self._c.low(index), self._c.high(index), self._c.count(index))

    @property
    def _where(self) -> str:
        return f"bounds of {self._framework.id}"

    def __iter__(self) -> Iterator[str]:
        return (node.code for node in self._framework.components if self._c.count(node.index))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def to_frame(self) -> Any:
        """A pandas.DataFrame with a row per component: code (the index), low, high, count."""
        rows = ((code, bound.low, bound.high, bound.count) for code, bound in self.items())
        return _frames.frame(("code", "low", "high", "count"), rows, index="code")

    def __repr__(self) -> str:
        return f"<Bounds of {len(self)} components of {self._framework.id}>"

    def _repr_html_(self) -> str:
        framework = self._framework
        rows = ((code, framework[code].name, bound.low, bound.high, bound.count) for code, bound in self.items())
        heads = ("Mã", "Tên", "Thấp nhất", "Cao nhất", "Số đơn vị")
        return _html.table(f"Cận của {framework.title}", heads, rows)
