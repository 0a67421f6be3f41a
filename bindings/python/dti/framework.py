# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Frameworks: what is assessed. A mapping from codes to indicators and indices, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Self

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
    member,
    options,
    path_of,
    read,
)
from dti._parts import Named, place_of
from dti.enums import Lang, NodeKind, NodePart, Provenance, Vectors
from dti.indicator import Indicator, Inputs
from dti.report import Report

if TYPE_CHECKING:
    from dti.program import Program


class Framework(Titled, Named[Indicator]):
    """What is assessed: the tree of indicators with their rules, indices over it, and the inputs that rules read.

    A mapping: ``framework["6.12"]`` is an :class:`Indicator`, ``"6.12" in framework``, iteration in the order of the document.
    Codes are those of the first numbering; :meth:`find` knows the others. Immutable; equal if the digests are; shared between
    threads. Made by :meth:`builtin`, :meth:`load` and :meth:`parse`.
    """

    __slots__ = ("_text", "_base")
    _c: _dti.Framework
    _text: bytes | None
    _base: Framework | None

    @classmethod
    def _made(cls, handle: Any, text: bytes | None = None, base: Framework | None = None) -> Self:
        made = cls._wrap(handle)
        made._text = text
        made._base = base
        return made

    @classmethod
    def builtin(cls, id: str = "vn-dti-province-922") -> Self:
        """A framework that is built into the library; ids are listed by :meth:`builtins`.

        Raises:
            NotFoundError: there is none of that id.
        """
        return cls._made(_dti.Framework.builtin(known(id, cls.builtins()), options()))

    @staticmethod
    def builtins() -> tuple[str, ...]:
        """Ids of the frameworks that are built in."""
        return builtin_names(_dti.Framework.builtin_count(), _dti.Framework.builtin_id)

    @classmethod
    def parse(cls, text: Document, *, source: str | None = None, base: Framework | None = None) -> Self:
        """Read a document of format "dti-framework/1".

        Args:
            text: the document, str or UTF-8 bytes.
            source: name of the document in messages.
            base: the framework that an overlay extends; None: the built-in one that it names.

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = _dti.Framework.parse(text, options(source, handle_or_none(base, Framework, "base")))
        return cls._made(handle, bytes_of(text), base)

    @classmethod
    def load(cls, path: PathLike, *, base: Framework | None = None) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        text = read(path, lambda name: _dti.Framework.load(name, options()))
        return cls.parse(text, source=path_of(path), base=base)

    @staticmethod
    def check(text: Document, *, source: str | None = None, base: Framework | None = None) -> Report:
        """Every finding of a document: faults, what is assumed or unknown, vectors that do not come out."""
        return Report._wrap(_dti.Framework.check(text, options(source, handle_or_none(base, Framework, "base"))))

    def __reduce__(self) -> Any:
        if self._text is None:
            return (Framework.builtin, (self.id,))
        return (partial(Framework.parse, base=self._base), (self._text,))

    @property
    def years(self) -> range:
        """Years it applies to."""
        return range(self._c.year_from(), self._c.year_to() + 1)

    @property
    def digits(self) -> tuple[int, int]:
        """Digits after the mark when points and when values are printed."""
        return (self._c.points_digits(), self._c.value_digits())

    @property
    def base(self) -> tuple[str, str, str] | None:
        """Id, version and digest of the framework that it changes, of an overlay."""
        id: str = self._c.base_id()
        return (id, self._c.base_version(), self._c.base_digest()) if id else None

    @property
    def bands(self) -> tuple[tuple[str, str], ...]:
        """Grade bands, best first: id and name."""
        return tuple((self._c.band_id(i), self._c.band_name(i, Lang.VI)) for i in range(self._c.band_count()))

    @property
    def numberings(self) -> dict[str, str]:
        """Schemes of codes, id to name; the first is the default."""
        return {self._c.numbering_id(i): self._c.numbering_name(i, Lang.VI) for i in range(self._c.numbering_count())}

    def _find(self, code: str) -> int | None:
        return self._c.find(None, code)

    def _instead(self, code: str) -> Iterable[str]:
        # An input's id: its components.
        return (each.code for each in self.components if code in {part.id for part in each.inputs})

    def _part(self, index: int) -> Indicator:
        return Indicator(self, index)

    @property
    def _where(self) -> str:
        return self.id

    def __iter__(self) -> Iterator[str]:
        for node in range(self._c.node_count()):
            code = self._c.node_code(node, None)
            if code:
                yield code

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def find(self, code: str, numbering: str | None = None) -> Indicator | None:
        """An indicator by its code in a numbering; None if there is none."""
        node = self._c.find(numbering, code)
        return None if node is None else Indicator(self, node)

    def node(self, index: int) -> Indicator:
        """An indicator by its position, as vectors of results have them.

        Raises:
            IndexError: out of range.
        """
        return Indicator(self, place_of(index, self._c.node_count()))

    def _node(self, code: Indicator | str | None) -> int:
        """Position of what a user means by a code or as an indicator; None is the overall index."""
        if isinstance(code, Indicator):
            if code.framework != self:
                raise ValueError(f"{code!r} is of {code.framework.id}, not of {self.id}")
            return code.index
        if code is not None:
            node = self._find(code) if isinstance(code, str) else None
            return self[code].index if node is None else node
        node = self._c.overall()
        if node is None:
            raise ValueError(f"{self.id} has no overall index; name an indicator")
        return node

    @property
    def nodes(self) -> tuple[Indicator, ...]:
        """All of them by position: main indicators with their components, then indices."""
        return tuple(Indicator(self, index) for index in range(self._c.node_count()))

    @property
    def overall(self) -> Indicator | None:
        """The index that is the overall result."""
        node = self._c.overall()
        return None if node is None else Indicator(self, node)

    def _of_kind(self, kind: NodeKind) -> tuple[Indicator, ...]:
        kind_of = self._c.node_kind
        return tuple(Indicator(self, node) for node in range(self._c.node_count()) if kind_of(node) == kind)

    @property
    def mains(self) -> tuple[Indicator, ...]:
        """The main indicators."""
        return self._of_kind(NodeKind.MAIN)

    @property
    def components(self) -> tuple[Indicator, ...]:
        """The components: leaves with a rule."""
        return self._of_kind(NodeKind.COMPONENT)

    @property
    def indices(self) -> tuple[Indicator, ...]:
        """The indices: the overall one and the pillars."""
        return self._of_kind(NodeKind.INDEX)

    @property
    def inputs(self) -> Inputs:
        """The figures that rules read, by id, in the order of the document."""
        return Inputs(self)

    def term(self, id: str, lang: LangLike = "vi") -> str:
        """Name of a kind or an issuer of documents: "decision" is «Quyết định»; "" if the framework has none for it."""
        return self._c.term_name(id, lang_of(lang))

    def program(self, vectors: Vectors | str = "auto") -> Program:
        """Compile it for columns of many units.

        Args:
            vectors: instructions to run on, "auto" for the widest of the machine; the results have the same bits on all.

        Raises:
            NotFoundError: this machine or build has no such instructions.
        """
        from dti.program import Program

        return Program._new(self, member(Vectors, vectors))

    def to_frame(self) -> Any:
        """A pandas.DataFrame with a row per node: code (the index), name, kind, parent, max_points, unit, assumed parts."""
        heads = ("code", "name", "kind", "parent", "max_points", "unit", "assumed")
        return _frames.frame(heads, (_row(node) for node in self.nodes), index="code")

    def __repr__(self) -> str:
        return f"<Framework {self.id} {self.version}: {len(self.mains)} mains, {len(self.components)} components>"

    def _repr_html_(self) -> str:
        heads = ("Mã", "Tên", "Điểm tối đa", "Thành phần")
        rows = ((main.code, main.name, main.max_points, len(main.children)) for main in self.mains)
        return _html.table(f"{self.title} ({self.id} {self.version})", heads, rows)


def _row(node: Indicator) -> tuple[object, ...]:
    parts = (part for part in NodePart if node.provenance(part) in (Provenance.ASSUMED, Provenance.UNKNOWN))
    parent = node.parent
    assumed = ", ".join(part.name.lower() for part in parts)
    kind = node.kind.name.lower()
    return (node.code, node.name, kind, parent.code if parent else "", node.max_points, node.unit, assumed)
