# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Workbooks read back: every cell is checked again, and what it says goes through the library's own reader."""

from __future__ import annotations

import bisect
import pathlib
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from dti import _dti
from dti._core import PathLike, handle_or_none, options, path_of, read
from dti.collection import Collection
from dti.enums import InputKind, Lang, Severity
from dti.excel import cells
from dti.excel.archive import check_archive, check_size
from dti.excel.faults import NOTHING, Both, Fault, WorkbookError, fault, refuse
from dti.excel.grid import Cell, read_grids
from dti.excel.layout import DATE_KEY, REVISION_KEY, Column, Line, LineKind, lines_of
from dti.excel.sheet import Facts, Titles, same, split_key, words
from dti.form import Form
from dti.report import Finding

_CSV = ("collection", "reporter", "unit", "year", "date", "revision", "row", "name", "value", "state", "reason", "note")
_SHOWN_AS = {"row": Column.NUMBER, "name": Column.NAME, "state": Column.STATE, "reason": Column.NOTE, "note": Column.NOTE}
_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")


def read_form(
    path: PathLike,
    collection: Collection | None = None,
    *,
    reporter: str | None = None,
    unit: str | None = None,
    year: int | None = None,
) -> Form:
    """Read a workbook that :func:`write_form` wrote and people filled in.

    Every cell is checked again, whatever Excel let through; lines may stand in another order.

    Args:
        path: the workbook.
        collection: what it belongs to; None: the built-in one that it names.
        reporter, unit, year: whose form it must be; None: anybody's.

    Raises:
        WorkbookError: all faults, each with its cell, what was found and what was expected; a DtiError and a ValueError.
        FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
        ImportError: there is no openpyxl.
    """
    reading = _Reading(path_of(path), collection, {"reporter": reporter, "unit": unit, "year": year})
    reading.read()
    if errors := [each for each in reading.faults if each.severity is Severity.ERROR]:
        raise WorkbookError(errors)
    return Form.parse(reading.text, reading.collection, source=reading.source)


def check_form(path: PathLike, collection: Collection | None = None) -> tuple[Fault, ...]:
    """Every fault of a workbook, warnings too; empty of a sound one.

    Raises:
        FileError: it cannot be read.
    """
    reading = _Reading(path_of(path), collection, {})
    try:
        reading.read()
    except WorkbookError as error:
        return error.faults
    return tuple(reading.faults)


def read_forms(folder: PathLike, collection: Collection | None = None, *, year: int | None = None) -> list[Form]:
    """Read all workbooks of a folder, in the order of their names.

    Raises:
        WorkbookError: the faults of all of them together.
        FileError: one cannot be read.
    """
    place = pathlib.Path(path_of(folder))
    forms: list[Form] = []
    faults: list[Fault] = []
    # "~$…" is what Excel leaves beside a workbook that is open.
    for path in sorted(each for each in place.glob("*.xlsx") if not each.name.startswith("~$")):
        try:
            forms.append(read_form(path, collection, year=year))
        except WorkbookError as error:
            faults.extend(error.faults)
    if faults:
        raise WorkbookError(faults)
    return forms


class _Record(NamedTuple):
    """A line for the library's reader, and where it came from."""

    fields: dict[str, str]
    row: int
    key: str
    expected: Both


class _Reading:
    """A workbook being read."""

    collection: Collection
    titles: Titles
    text: str

    def __init__(self, source: str, collection: Collection | None, asked: dict[str, str | int | None]) -> None:
        self.source = source
        handle_or_none(collection, Collection, "collection")
        self.given = collection
        self.asked = asked
        self.faults: list[Fault] = []
        self.records: list[_Record] = []
        self.spoilt: set[str] = set()
        self.heads = {DATE_KEY: 0, REVISION_KEY: 0}

    def read(self) -> None:
        """Read all of it; faults are collected, those that leave nothing to read are raised."""
        content = self._content()
        check_archive(content, self.source)
        grids = read_grids(content, self.source)
        self.facts = Facts.find(grids, self.source)
        self._bind()
        self.titles = Titles.find(grids, self.source)
        self._lines()
        self._judge()

    def _content(self) -> bytes:
        path = pathlib.Path(self.source)
        if path.is_file():
            check_size(path.stat().st_size, self.source)
        return read(path, lambda name: _dti.Form.load(name, None, options()))

    def _bind(self) -> None:
        """Whose form it is, and whether it is the one that was asked for."""
        facts, source = self.facts, self.source
        id = facts.collection.partition("@")[0]
        if self.given is None and id not in Collection.builtins():
            known = ", ".join(Collection.builtins())
            raise refuse("XLSX-07", source, id, (known, known))
        self.collection = Collection.builtin(id) if self.given is None else self.given
        mine = f"{self.collection.id}@{self.collection.version}"
        if id != self.collection.id or facts.digest != self.collection.digest:
            shown = [f"{name} ({digest[:19]}…)" for name, digest in ((mine, self.collection.digest), facts[:2])]
            raise refuse("XLSX-07", source, shown[1], (shown[0], shown[0]))
        for name, asked in self.asked.items():
            said = getattr(facts, name)
            if asked is not None and str(asked) != said:
                raise refuse("XLSX-08", source, said, (str(asked), str(asked)))
        reporters = self.collection.reporters
        if facts.reporter not in reporters:
            raise refuse("XLSX-08", source, facts.reporter, (", ".join(reporters), ", ".join(reporters)))
        if not facts.year.isascii() or not facts.year.isdigit() or not 1900 <= int(facts.year[:5]) <= 9998:
            raise refuse("XLSX-08", source, facts.year, ("năm từ 1900 đến 9998", "a year from 1900 to 9998"))
        try:
            self.form = Form.new(self.collection, facts.reporter, facts.unit, int(facts.year))
        except ValueError as error:
            own = self.collection.unit or ""
            raise refuse("XLSX-08", source, facts.unit, (own, own)) from error

    def _fault(self, id: str, row: int, column: Column, key: str, found: str = "", expected: Both = NOTHING) -> None:
        place = self.titles.name(row, column) if row else ""
        sheet = self.titles.grid.name
        self.faults.append(fault(id, self.source, sheet=sheet, cell=place, row=key, found=found, expected=expected))
        self.spoilt.add(split_key(key)[0])

    def _take(self, row: int, column: Column, key: str, how: Callable[[Cell | None], str]) -> str:
        """The text of a cell; "" if it can be none, which is a fault."""
        try:
            return how(self.titles.cell(row, column))
        except cells.Unreadable as why:
            self._fault(why.id, row, column, key, why.found, why.expected)
            return ""

    def _lines(self) -> None:
        lines = {line.key: line for line in lines_of(self.form)}
        lists = {line.row.id: line for line in lines.values() if line.kind is LineKind.THING}
        seen: Counter[str] = Counter()
        things: Counter[str] = Counter()
        above = ""
        for row, key in self.titles.keyed():
            own, sub = split_key(key)
            if key in self.heads:
                self.heads[key] = row
                continue
            if not key and above and self._names_thing(row):
                own, sub = above, 1  # a row inserted among the things of a list is one more thing
            if sub and own in lists:
                things[own] += 1
                self._thing(row, f"{own}/{things[own]}", lists[own])
                above = own
                continue
            above = ""
            seen[key] += 1
            if key in lines:
                self._known(row, lines[key])
            else:
                self._unknown(row, key)
        for key, line in lines.items():
            if line.kind is not LineKind.THING and not seen[key]:
                shown = f"{key} («{line.row.name}»)"
                self._fault("XLSX-09", 0, Column.NUMBER, key, "", (shown, shown))

    def _names_thing(self, row: int) -> bool:
        return bool(words(self.titles.cell(row, Column.NAME)) or words(self.titles.cell(row, Column.VALUE)))

    def _thing(self, row: int, key: str, line: Line) -> None:
        name = self._take(row, Column.NAME, key, cells.remark)
        value = self._take(row, Column.VALUE, key, lambda cell: cells.figure(cell, line.rule))
        note = self._take(row, Column.NOTE, key, cells.remark)
        self._add(row, key, line.rule.expected, name=_safe(name), value=value, note=_safe(note))

    def _known(self, row: int, line: Line) -> None:
        """A row of the form, or a part of one: its labels must be those of its key."""
        key = line.key
        label = words(self.titles.cell(row, Column.NAME))
        if not same(label, line.name):
            self._fault("XLSX-11", row, Column.NAME, key, label, (line.name, line.name))
        if words(self.titles.cell(row, Column.INPUT)) != line.row.input.id:
            self._fault("XLSX-12", row, Column.NUMBER, key, key)
        value = self._take(row, Column.VALUE, key, lambda cell: cells.figure(cell, line.rule))
        state = self._take(row, Column.STATE, key, cells.remark)
        note = self._take(row, Column.NOTE, key, cells.remark)
        value = _safe(value) if line.rule.kind is InputKind.TEXT else value
        remark = {"reason" if state else "note": _safe(note)}
        self._add(row, key, line.rule.expected, value=value, state=state, **remark)

    def _unknown(self, row: int, key: str) -> None:
        """A line that is none of the form: whether it matters, the library decides by what it holds."""
        texts = {name: self._take(row, column, key, cells.remark) for name, column in _UNKNOWN.items()}
        if any(texts[name] for name in ("value", "state", "note")):
            self._add(row, key, NOTHING, **texts | {"name": _safe(texts["name"]), "note": _safe(texts["note"])})

    def _add(self, row: int, key: str, expected: Both, **fields: str) -> None:
        self.records.append(_Record({"row": key, **fields}, row, key, expected))

    def _judge(self) -> None:
        """All lines through the library's reader; its findings get the names of cells."""
        self._write()
        for finding in Form.check(self.text, self.collection, source=self.source):
            self._found(finding)
        self.faults.sort(key=lambda each: each.severity)

    def _write(self) -> None:
        facts, form = self.facts, self.form
        shared = {
            "collection": f"{self.collection.id}@{self.collection.version}",
            "reporter": form.reporter.id,
            "unit": facts.unit,
            "year": facts.year,
            "date": self._head(DATE_KEY, cells.day),
            "revision": self._head(REVISION_KEY, cells.remark),
        }
        self.places: list[tuple[int, int, int, str]] = []
        lines = [",".join(_CSV)]
        at = 2
        for i, record in enumerate(self.records or [_Record({}, 0, "", NOTHING)]):
            fields = shared | record.fields
            line, column = at, 1
            texts = []
            for name in _CSV:
                self.places.append((line, column, i, name))
                texts.append('"' + fields.get(name, "").replace('"', '""') + '"')
                breaks = texts[-1].count("\n")
                line += breaks
                column = len(texts[-1]) - texts[-1].rfind("\n") + 1 if breaks else column + len(texts[-1]) + 1
            lines.append(",".join(texts))
            at = line + 1
        self.text = "\n".join(lines) + "\n"

    def _head(self, key: str, how: Callable[[Cell | None], str]) -> str:
        return self._take(self.heads[key], Column.VALUE, key, how) if self.heads[key] else ""

    def _found(self, finding: Finding) -> None:
        """A finding of the library: where it stands in the workbook."""
        place = bisect.bisect_right(self.places, (finding.line, finding.column, len(self.records), "~")) - 1
        _, _, i, name = self.places[max(place, 0)]
        record = self.records[i] if self.records else None
        if record is None or place < 0 or name in ("date", "revision"):
            head = REVISION_KEY if name == "revision" else DATE_KEY
            self._library_fault(finding, self.heads[head], Column.VALUE, "", "", NOTHING)
            return
        if split_key(record.key)[0] in self.spoilt:
            return  # what is wrong with the row is said, and this may but follow from it
        found = record.fields.get("value", "")
        if name == "value" and record.fields.get("state") and record.fields["state"] in finding.arguments[2:]:
            name, found = "state", record.fields["state"]
        self._library_fault(finding, record.row, _SHOWN_AS.get(name, Column.VALUE), record.key, found, record.expected)

    def _library_fault(self, finding: Finding, row: int, column: Column, key: str, found: str, expected: Both) -> None:
        messages = (finding.message(Lang.VI), finding.message(Lang.EN))
        cell = self.titles.name(row, column) if row else ""
        sheet = self.titles.grid.name
        made = Fault(finding.id, self.source, sheet, cell, key, found, expected, messages, finding.severity)
        self.faults.append(made)


_UNKNOWN = {"name": Column.NAME, "value": Column.VALUE, "state": Column.STATE, "note": Column.NOTE}


def _safe(text: str) -> str:
    """A text that the reader takes as it is: it takes an apostrophe off that stands before what a formula begins with."""
    return f"'{text}" if text.startswith(_RISKY) and (text[0] != "'" or text[1:2] in _RISKY) else text
