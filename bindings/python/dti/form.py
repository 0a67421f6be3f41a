# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Forms: what one reporter hands in for one year."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Self

from dti import _dti, _frames, _html
from dti._core import (
    Document,
    LangLike,
    PathLike,
    Written,
    date_or_none,
    handle_of,
    handle_or_none,
    lang_of,
    options,
    path_of,
    whole,
    write_text,
)
from dti._parts import Named, Part, View
from dti.collection import Collection, CollectionRow, Reporter
from dti.enums import FormFormat, InputKind, State
from dti.indicator import Input
from dti.report import Report
from dti.values import Value, from_number, in_words, said


class Thing(NamedTuple):
    """One entry of a row that is filled in with a list."""

    name: str
    """What it is."""
    counts: bool
    """It counts for the figure."""


class Form(Written):
    """What one reporter hands in for one year: the rows of its form, filled in or not.

    Immutable; equal if the documents are; shared between threads. Made by :meth:`new`, :meth:`load`, :meth:`parse`, and by
    ``dti.excel.read_form()``.
    """

    __slots__ = ("_collection", "_document")
    _c: _dti.Form
    _collection: Collection
    _document: dict[str, Any] | None

    @classmethod
    def _made(cls, handle: Any, collection: Collection | None) -> Self:
        made = cls._wrap(handle)
        made._collection = collection or Collection._made(handle.collection())
        made._document = None
        return made

    @classmethod
    def new(cls, collection: Collection, reporter: str | Reporter, unit: str | None = None, year: int | None = None) -> Self:
        """An empty form.

        Args:
            collection: where the form stands.
            reporter: who is to fill it in, or its id.
            unit: id of the unit assessed, such as "gso:49"; None: the collection's.
            year: the year assessed.

        Raises:
            NotFoundError: the collection has no such reporter.
            InvalidValueError: no unit, or a year out of range.
        """
        handle = handle_of(collection, Collection, "collection")
        if year is None:
            raise TypeError("year: the year assessed is needed")
        who = reporter_of(collection, reporter)
        return cls._made(_dti.Form.new(handle, who.index, unit, whole(year, "year")), collection)

    @classmethod
    def parse(cls, text: Document, collection: Collection | None = None, *, source: str | None = None) -> Self:
        """Read a form that was filled in: JSON ("dti-form/1") or CSV; which of them, the first character tells.

        CSV is read as it comes back from people: comma or semicolon, rows in any order, decimal commas and thousands points;
        a figure that reads two ways ("1.234") is refused.

        Args:
            text: the document, str or UTF-8 bytes.
            collection: what it belongs to; None: the built-in one that the document names.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = handle_or_none(collection, Collection, "collection")
        return cls._made(_dti.Form.parse(text, handle, options(source)), collection)

    @classmethod
    def load(cls, path: PathLike, collection: Collection | None = None) -> Self:
        """Read a form from a file, JSON or CSV.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        handle = handle_or_none(collection, Collection, "collection")
        return cls._made(_dti.Form.load(path_of(path), handle, options()), collection)

    @staticmethod
    def check(text: Document, collection: Collection | None = None, *, source: str | None = None) -> Report:
        """Every finding of a form, JSON or CSV."""
        handle = handle_or_none(collection, Collection, "collection")
        return Report._wrap(_dti.Form.check(text, handle, options(source)))

    def to_json(self) -> str:
        """The form as JSON ("dti-form/1"), every row with its name and unit for who fills it in."""
        return self._c.write(FormFormat.JSON)

    def to_csv(self, *, bom: bool = False) -> str:
        """The form as CSV (RFC 4180).

        Args:
            bom: for people: titles in Vietnamese, and a byte order mark in front, by which Excel recognises UTF-8.
        """
        return self._c.write(FormFormat.CSV_BOM if bom else FormFormat.CSV)

    def save(self, path: PathLike, *, bom: bool = False) -> None:
        """Write the form to a file, whole or not at all: CSV if its name ends so, JSON otherwise."""
        is_csv = os.path.splitext(path_of(path))[1].lower() == ".csv"
        write_text(path, self.to_csv(bom=bom) if is_csv else self.to_json())

    def __reduce__(self) -> Any:
        return (Form.parse, (self.to_json(), self._collection))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Form):
            return NotImplemented
        return self._c is other._c or self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    @property
    def collection(self) -> Collection:
        """The collection it belongs to."""
        return self._collection

    @property
    def reporter(self) -> Reporter:
        """Who fills it in."""
        return Reporter(self._collection, self._c.reporter())

    @property
    def unit(self) -> str:
        """Id of the unit assessed, such as "gso:49"."""
        return self._c.unit_id()

    @property
    def year(self) -> int:
        """Year assessed."""
        return self._c.year()

    @property
    def date(self) -> datetime.date | None:
        """Day on which it was filled in; None if it says none."""
        return date_or_none(self._c.date())

    @property
    def revision(self) -> int:
        """Revision, from 1; a later one supersedes."""
        return self._c.revision()

    @property
    def rows(self) -> Mapping[str, FormRow]:
        """Its rows by key, such as "VII.12", as they are printed."""
        return FormRows(self)

    @property
    def _entries(self) -> dict[str, dict[str, Any]]:
        # What the library keeps of a row beyond a number stands in the document.
        if self._document is None:
            import json

            self._document = {entry["row"]: entry for entry in json.loads(self.to_json())["rows"]}
        return self._document

    def to_frame(self) -> Any:
        """A pandas.DataFrame with a row per row: row (the index), name, unit, input, state, value, note."""
        heads = ("row", "name", "unit", "input", "state", "value", "note")
        rows = ((r.id, r.name, r.unit, r.input.id, r.state.name.lower(), r.value, r.note) for r in self.rows.values())
        return _frames.frame(heads, rows, index="row")

    def __repr__(self) -> str:
        filled = sum(row.state is not State.MISSING for row in self.rows.values())
        return f"<Form {self.reporter.form.id} of {self.reporter.id}, {self.year}: {filled} of {len(self.rows)} rows>"

    def _repr_html_(self) -> str:
        who = self.reporter
        rows = ((row.id, row.name, row.text, row.note) for row in self.rows.values())
        title = f"{who.form.title}: {who.name}, {self.year}"
        return _html.table(title, ("Dòng", "Tên chỉ số", "Số liệu", "Ghi chú"), rows, most=200)


class FormRow(Part):
    """A row of a form, filled in or not."""

    __slots__ = ()
    _c: _dti.Form
    _of: Form

    @property
    def form(self) -> Form:
        """What it is part of."""
        return self._of

    @property
    def row(self) -> CollectionRow:
        """What it asks for."""
        return CollectionRow(self._of.collection, self._i)

    @property
    def id(self) -> str:
        """Key within its form: section and number, "VII.12"."""
        return self.row.id

    @property
    def name(self) -> str:
        """Name as printed."""
        return self.row.name

    @property
    def unit(self) -> str:
        """Unit of measure as printed; "" if none."""
        return self.row.unit

    @property
    def input(self) -> Input:
        """The figure it asks for."""
        return self.row.input

    @property
    def state(self) -> State:
        """PRESENT if a figure was filled in, MISSING if nothing was."""
        return State(self._c.row_state(self._i))

    @property
    def number(self) -> float | None:
        """What is counted with: the figure in the input's unit, the position of a choice, 0 or 1, the number of things.

        None if there is none, and of texts.
        """
        if self.state is not State.PRESENT or self.input.kind is InputKind.TEXT:
            return None
        return self._c.row_number(self._i)

    @property
    def value(self) -> Value | None:
        """An int of counts, a float of amounts and ratios (63.56 in per cent), a bool of yes or no, the id of a choice, a
        text, a tuple of the names of what counts of a list input; None if it is not filled in."""
        if self.state is not State.PRESENT:
            return None
        input = self.input
        if input.kind is InputKind.TEXT:
            return str(self._entry["value"])
        if input.kind is InputKind.LIST:
            return tuple(thing.name for thing in self.things if thing.counts)
        number = self.number
        return None if number is None else from_number(input, number)

    @property
    def text(self) -> str:
        """For a reader, in Vietnamese: «51,16 %», «có», the name of the choice; "" if nothing was filled in."""
        return self.text_in("vi")

    def text_in(self, lang: LangLike) -> str:
        """As :attr:`text`, in a language."""
        value = self.value
        if value is not None:
            return in_words(self.input, value, lang)
        return "" if self.state is State.MISSING else _dti.state_name(self.state, lang_of(lang))

    @property
    def _entry(self) -> dict[str, Any]:
        return self._of._entries[self.id]

    @property
    def parts(self) -> tuple[float, ...]:
        """The counts whose sum is the figure; empty if the row has no parts, or the sum alone was given."""
        return tuple(self._entry.get("parts", ()))

    @property
    def part_names(self) -> tuple[str, ...]:
        """Names of the parts, in Vietnamese; empty if the row has none."""
        return tuple(self._entry.get("x-parts", ()))

    @property
    def things(self) -> tuple[Thing, ...]:
        """The things of a list; empty if the row has none, or their number alone was given."""
        return tuple(Thing(each["name"], each.get("counts", True)) for each in self._entry.get("list", ()))

    @property
    def counts_if(self) -> str | None:
        """What makes a thing of a list count, in Vietnamese; None if all do."""
        return self._entry.get("x-counts")

    @property
    def note(self) -> str | None:
        """Remark in Vietnamese; None if there is none."""
        text: str = self._c.row_note(self._i)
        return text or None

    def note_in(self, lang: LangLike) -> str | None:
        """Remark in a language; Vietnamese where there is no other."""
        return said(self._entry.get("note"), lang)

    @property
    def reason(self) -> str | None:
        """Why it has no figure but a state, in Vietnamese; None if that is not said."""
        return self.reason_in("vi")

    def reason_in(self, lang: LangLike) -> str | None:
        """As :attr:`reason`, in a language."""
        return said(self._entry.get("reason"), lang)

    def __repr__(self) -> str:
        return f"<FormRow {self.id}: {self.name!r}, {self.text_in('en') or 'missing'}>"


class FormRows(View, Named[FormRow]):
    """The rows of a form by key."""

    __slots__ = ()
    _of: Form

    def _find(self, id: str) -> int | None:
        row = self._of.reporter.form.rows.get(id)
        return None if row is None else row.index

    def _part(self, index: int) -> FormRow:
        return FormRow(self._of, index)

    @property
    def _where(self) -> str:
        return f"{self._of.collection.id}, {self._of.reporter.form.id}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._of.reporter.form.rows)

    def __len__(self) -> int:
        return len(self._of.reporter.form.rows)

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self._of!r}>"


def reporter_of(collection: Collection, reporter: str | Reporter) -> Reporter:
    """A reporter of a collection, also by its id."""
    if isinstance(reporter, Reporter):
        if reporter.collection != collection:
            raise ValueError(f"reporter: {reporter.id} is one of {reporter.collection.id}, not of {collection.id}")
        return reporter
    return collection.reporters[reporter]
