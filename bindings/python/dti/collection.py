# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Collections: who is asked for which figures, on which form, until when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Self, TypeVar

from dti import _dti, _html
from dti._core import (
    NEVER,
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
    time_of,
    whole,
)
from dti._parts import Named, Part, Parts, View
from dti.framework import Framework
from dti.indicator import Input
from dti.report import Report


class Collection(Titled):
    """How one province gathers its figures: forms row by row as they are printed, who fills them in, and until when.

    Immutable; equal if the digests are; shared between threads. Made by :meth:`builtin`, :meth:`load` and :meth:`parse`.
    """

    __slots__ = ("_text", "_framework")
    _c: _dti.Collection
    _text: bytes | None
    _framework: Framework

    @classmethod
    def _made(cls, handle: Any, text: bytes | None = None, framework: Framework | None = None) -> Self:
        made = cls._wrap(handle)
        made._text = text
        made._framework = framework or Framework._made(handle.framework())
        return made

    @classmethod
    def builtin(cls, id: str = "vn-quangnam-2023") -> Self:
        """A collection that is built into the library, with its framework; ids are listed by :meth:`builtins`.

        Raises:
            NotFoundError: there is none of that id.
        """
        return cls._made(_dti.Collection.builtin(known(id, cls.builtins()), options()))

    @staticmethod
    def builtins() -> tuple[str, ...]:
        """Ids of the collections that are built in."""
        return builtin_names(_dti.Collection.builtin_count(), _dti.Collection.builtin_id)

    @classmethod
    def parse(cls, text: Document, framework: Framework | None = None, *, source: str | None = None) -> Self:
        """Read a document of format "dti-collection/1".

        Args:
            text: the document, str or UTF-8 bytes.
            framework: what it is bound to; None: the built-in one that it names.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = _dti.Collection.parse(text, handle_or_none(framework, Framework, "framework"), options(source))
        return cls._made(handle, bytes_of(text), framework)

    @classmethod
    def load(cls, path: PathLike, framework: Framework | None = None) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        text = read(path, lambda name: _dti.Collection.load(name, None, options()))
        return cls.parse(text, framework, source=path_of(path))

    @staticmethod
    def check(text: Document, framework: Framework | None = None, *, source: str | None = None) -> Report:
        """Every finding of a document."""
        handle = handle_or_none(framework, Framework, "framework")
        return Report._wrap(_dti.Collection.check(text, handle, options(source)))

    def __reduce__(self) -> Any:
        if self._text is None:
            return (Collection.builtin, (self.id,))
        return (Collection.parse, (self._text, self._framework))

    @property
    def framework(self) -> Framework:
        """The framework it is bound to."""
        return self._framework

    @property
    def unit(self) -> str | None:
        """Id of the unit it belongs to, such as "gso:49"; None if it is for any."""
        text: str = self._c.unit_id()
        return text or None

    def deadline(self, year: int) -> datetime.datetime | None:
        """When what is sent is late: midnight in Vietnam at the beginning of the due day, in the year after the one assessed.

        What is sent a second earlier is in time. None if there is no due day.

        Raises:
            ValueError: the assessed year is not from 1900 to 9998.
        """
        seconds = self._c.deadline(whole(year, "year", 1900, 9998))
        return None if seconds == NEVER else time_of(seconds)

    @property
    def forms(self) -> Mapping[str, CollectionForm]:
        """The forms by id, such as "XIII", in the order of the document."""
        return CollectionParts(self, CollectionForm, range(self._c.form_count()))

    @property
    def rows(self) -> Sequence[CollectionRow]:
        """The rows of all forms, by index; ``forms["II"].rows`` has those of one form by key."""
        return CollectionRows(self)

    @property
    def reporters(self) -> Mapping[str, Reporter]:
        """Who fills in a form, by id, such as "so-noi-vu"."""
        return CollectionParts(self, Reporter, range(self._c.reporter_count()))

    def agency(self, id: str, lang: LangLike = "vi") -> str | None:
        """Name of an agency by its id, such as the one that all districts belong to; None if it is not known."""
        text: str = self._c.agency_name(id, lang_of(lang))
        return text or None

    def __repr__(self) -> str:
        forms, rows, reporters = self._c.form_count(), self._c.row_count(), self._c.reporter_count()
        return f"<Collection {self.id} {self.version}: {forms} forms, {rows} rows, {reporters} reporters>"

    def _repr_html_(self) -> str:
        heads = ("Biểu", "Tên biểu", "Số dòng", "Đơn vị báo cáo")
        rows = (
            (form.id, form.title, len(form.rows), ", ".join(each.name for each in form.reporters))
            for form in self.forms.values()
        )
        return _html.table(f"{self.title} ({self.id} {self.version})", heads, rows)


class CollectionPart(Part):
    """A form, a row or a reporter."""

    __slots__ = ()
    _c: _dti.Collection
    _of: Collection

    @property
    def collection(self) -> Collection:
        """What it is part of."""
        return self._of

    @property
    def id(self) -> str:
        """Its id, by which it is found."""
        raise NotImplementedError


class CollectionForm(CollectionPart):
    """A form of a collection, as it is printed."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id, such as "XIII"."""
        return self._c.form_id(self._i)

    @property
    def title(self) -> str:
        """Title in Vietnamese."""
        return self.title_in("vi")

    def title_in(self, lang: LangLike) -> str:
        """Title in a language; Vietnamese where there is no other."""
        return self._c.form_title(self._i, lang_of(lang))

    @property
    def rows(self) -> Mapping[str, CollectionRow]:
        """Its rows by key, such as "VII.12", as they are printed."""
        first = self._c.form_first_row(self._i)
        return CollectionParts(self._of, CollectionRow, range(first, first + self._c.form_row_count(self._i)))

    @property
    def reporters(self) -> tuple[Reporter, ...]:
        """Who fills it in."""
        return tuple(each for each in self._of.reporters.values() if each.form == self)

    def __repr__(self) -> str:
        return f"<CollectionForm {self.id}: {self.title!r}, {len(self.rows)} rows>"


class CollectionRow(CollectionPart):
    """A row of a form: what it asks for."""

    __slots__ = ()

    @property
    def form(self) -> CollectionForm:
        """The form it stands on."""
        return CollectionForm(self._of, self._c.row_form(self._i))

    @property
    def id(self) -> str:
        """Key within its form: section and number, "VII.12"."""
        return self._c.row_key(self._i)

    @property
    def section(self) -> str:
        """Title of the section it stands in, as printed; "" if none."""
        return self.section_in("vi")

    def section_in(self, lang: LangLike) -> str:
        """Title of the section in a language; Vietnamese where there is no other."""
        return self._c.row_section(self._i, lang_of(lang))

    @property
    def name(self) -> str:
        """Name as printed."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self._c.row_name(self._i, lang_of(lang))

    @property
    def unit(self) -> str:
        """Unit of measure as printed; "" if none."""
        return self._c.row_unit(self._i)

    @property
    def input(self) -> Input:
        """The figure it asks for, which says what kind it is."""
        return Input(self._of.framework, self._c.row_input(self._i))

    @property
    def part_count(self) -> int:
        """Number of counts that its cell holds; 0: it holds one figure."""
        return self._c.row_part_count(self._i)

    @property
    def is_list(self) -> bool:
        """It is filled in with a list of things of which some count."""
        return self._c.row_is_list(self._i)

    def __repr__(self) -> str:
        return f"<CollectionRow {self.form.id}, {self.id}: {self.name!r}>"


class Reporter(CollectionPart):
    """Who fills in a form."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id, such as "so-noi-vu"."""
        return self._c.reporter_id(self._i)

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self._c.reporter_name(self._i, lang_of(lang))

    @property
    def form(self) -> CollectionForm:
        """The form it fills in."""
        return CollectionForm(self._of, self._c.reporter_form(self._i))

    def __repr__(self) -> str:
        return f"<Reporter {self.id}: {self.name!r}, form {self.form.id}>"


P = TypeVar("P", bound=CollectionPart)


class CollectionParts(View, Named[P]):
    """Parts of a collection by id."""

    __slots__ = ("_kind", "_places")
    _of: Collection

    def __init__(self, of: Collection, kind: type[P], places: range) -> None:
        super().__init__(of)
        self._kind = kind
        self._places = places

    def _find(self, id: str) -> int | None:
        return next((place for place in self._places if self._kind(self._of, place).id == id), None)

    def _part(self, index: int) -> P:
        return self._kind(self._of, index)

    @property
    def _where(self) -> str:
        return self._of.id

    def __iter__(self) -> Iterator[str]:
        return (self._kind(self._of, place).id for place in self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return f"<{len(self)} of {self._of.id}: {', '.join(self)}>"


class CollectionRows(View, Parts[CollectionRow]):
    """The rows of all forms."""

    __slots__ = ()
    _of: Collection

    def __len__(self) -> int:
        return self._of._c.row_count()

    def _part(self, index: int) -> CollectionRow:
        return CollectionRow(self._of, index)

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self._of.id}>"
