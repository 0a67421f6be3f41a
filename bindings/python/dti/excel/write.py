# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Forms written as workbooks: labels locked, cells to be filled in open, keys hidden."""

from __future__ import annotations

import io
import os
import pathlib
from typing import Any

from dti import _dti
from dti._core import PathLike, path_of, write_bytes
from dti.collection import Collection, Reporter
from dti.enums import InputKind, Lang, State
from dti.excel._openpyxl import openpyxl
from dti.excel.layout import (
    DATE_KEY,
    FORMAT,
    KEYS_SHEET,
    LABEL_KEY,
    NO,
    REVISION_KEY,
    TITLES,
    YES,
    Column,
    Line,
    LineKind,
    lines_of,
)
from dti.excel.style import CHARACTERS, WIDTHS, Style, lines_in
from dti.excel.validation import Validations, answers_of
from dti.form import Form

_ADVICE = (
    "Chỉ điền vào các ô nền vàng; các ô khác đã khóa (không có mật khẩu). Không đổi thứ tự, không xóa dòng.",
    "Số liệu là con số thuần, không kèm đơn vị tính; tỷ lệ ghi theo phần trăm (51,16 nghĩa là 51,16 %).",
    "Không có thì ghi 0; chưa có số liệu thì để trống; không áp dụng thì chọn ở cột Trạng thái và nêu lý do ở cột Ghi chú.",
)


def write_form(
    collection: Collection,
    reporter: str | Reporter,
    unit: str | None,
    year: int,
    path: PathLike,
    *,
    form: Form | None = None,
    things: int = 5,
) -> pathlib.Path:
    """Write the form of a reporter as a workbook, whole or not at all.

    Args:
        collection: where the form stands.
        reporter: who is to fill it in, or its id.
        unit: id of the unit assessed, such as "gso:49"; None: the collection's.
        year: the year assessed.
        path: of the workbook, usually ending in ".xlsx".
        form: what is filled in already: an earlier revision, say, to be corrected; None: nothing.
        things: lines for the things of each list; more can be inserted.

    Raises:
        ImportError: there is no openpyxl.
        NotFoundError: the collection has no such reporter.
        ValueError: the form given is of somebody else.
    """
    empty = Form.new(collection, reporter, unit, year)
    filled = form or empty
    if (filled.collection, filled.reporter, filled.unit, filled.year) != (collection, empty.reporter, empty.unit, year):
        raise ValueError(f"form: {filled!r} is not that of {empty.reporter.id}, {empty.unit}, {year}")
    book = openpyxl().Workbook()
    _Writer(book, filled, things).write()
    stream = io.BytesIO()
    book.save(stream)
    write_bytes(path, stream.getvalue())
    return pathlib.Path(path_of(path))


def write_forms(
    collection: Collection, unit: str | None, year: int, folder: PathLike, *, things: int = 5
) -> tuple[pathlib.Path, ...]:
    """Write the forms of all reporters into a folder, which is made if there is none: "so-noi-vu.xlsx", …

    Raises:
        ImportError: there is no openpyxl.
    """
    place = pathlib.Path(path_of(folder))
    os.makedirs(place, exist_ok=True)
    reporters = collection.reporters
    return tuple(write_form(collection, id, unit, year, place / f"{id}.xlsx", things=things) for id in reporters)


class _Writer:
    """One workbook being written, line by line."""

    def __init__(self, book: Any, form: Form, things: int) -> None:
        self.book = book
        self.form = form
        self.lines = lines_of(form, things)
        self.sheet = book.active
        self.sheet.title = f"Biểu {form.reporter.form.id}"[:31]
        self.hidden = book.create_sheet(KEYS_SHEET)
        self.style = Style()
        self.checks = Validations(self.sheet, self.hidden, 4)
        self.at = 0

    def write(self) -> None:
        self._keys()
        self._heading()
        self._titles()
        self._body()
        self._signatures()
        self._setup()

    def _next(self, key: str = LABEL_KEY, height: float | None = None) -> int:
        self.at += 1
        self.sheet.cell(self.at, Column.KEY, key)
        if height:
            self.sheet.row_dimensions[self.at].height = height
        return self.at

    def _text(self, value: str, first: Column, last: Column, **how: Any) -> None:
        self.style.plain(self.sheet.cell(self.at, first), value, **how)
        if last > first:
            self.sheet.merge_cells(start_row=self.at, end_row=self.at, start_column=first, end_column=last)

    def _keys(self) -> None:
        """The hidden sheet: whose form this is."""
        form = self.form
        facts = (
            (FORMAT, ""),
            ("collection", f"{form.collection.id}@{form.collection.version}"),
            ("digest", form.collection.digest),
            ("form", form.reporter.form.id),
            ("reporter", form.reporter.id),
            ("unit", form.unit),
            ("year", form.year),
        )
        for i, (name, value) in enumerate(facts, 1):
            self.hidden.cell(i, 1, name)
            self.hidden.cell(i, 2, value)
        self.hidden.sheet_state = "veryHidden"
        self.hidden.protection.sheet = True

    def _heading(self) -> None:
        form, who = self.form, self.form.reporter
        self._next(height=20)
        self._text(who.name.upper(), Column.NUMBER, Column.NAME, bold=True)
        self._text(f"Biểu {who.form.id}", Column.STATE, Column.NOTE, bold=True, at="right")
        self._next(height=26)
        title = f"BIỂU THU THẬP SỐ LIỆU CHỈ SỐ CHUYỂN ĐỔI SỐ (DTI) NĂM {form.year}"
        self._text(title, Column.NUMBER, Column.NOTE, size=15, bold=True, at="center", color="1F3864")
        self._next(height=18)
        self._text(who.form.title, Column.NUMBER, Column.NOTE, italic=True, at="center")
        self._next(height=20)
        self._text(self._whom(), Column.NUMBER, Column.NOTE, at="center")
        for key, label, value in ((DATE_KEY, "Ngày báo cáo:", form.date), (REVISION_KEY, "Lần báo cáo:", form.revision)):
            self._next(key, 20)
            self._text(f"{label}  ", Column.NAME, Column.MEASURE, at="right")
            cell = self.sheet.cell(self.at, Column.VALUE, value)
            self.style.entry(cell, at="center", number_format="DD/MM/YYYY" if key == DATE_KEY else "0")
            (self.checks.date if key == DATE_KEY else self.checks.revision)(cell)
        for line in _ADVICE:
            self._next(height=17 * (1 + len(line) // (CHARACTERS - 10)))
            self._text(f"•  {line}", Column.NUMBER, Column.NOTE, size=11, color="595959")
        self._next(height=6)

    def _whom(self) -> str:
        """Of which unit, by when."""
        parts = [f"Địa phương được đánh giá: {_unit_name(self.form)}"]
        late = self.form.collection.deadline(self.form.year)
        if late is not None:
            parts.append(f"Gửi trước ngày {late:%d/%m/%Y}")
        return "   ·   ".join(parts)

    def _titles(self) -> None:
        self._next(TITLES[Column.KEY], 24)
        for column, title in TITLES.items():
            cell = self.sheet.cell(self.at, column, title)
            self.style.head(cell)
        self.head = self.at

    def _body(self) -> None:
        section = None
        for line in self.lines:
            row = line.row.row
            if row.section and row.section != section:
                section = row.section
                self._section(line.key.rsplit(".", 1)[0], section)
            self._next(line.key, _height(line))
            self._labels(line)
            self._entries(line)

    def _section(self, number: str, title: str) -> None:
        self._next(height=20)
        for column, value in zip(list(WIDTHS), (number, title, None, None, None, None), strict=True):
            cell = self.sheet.cell(self.at, column, value)
            at = "center" if column is Column.NUMBER else "left"
            self.style.label(cell, at=at, colour="DCE6F2", bold=True, color="1F3864")

    def _labels(self, line: Line) -> None:
        below = line.kind is not LineKind.ROW
        self.sheet.cell(self.at, Column.INPUT, line.row.input.id)
        number = self.sheet.cell(self.at, Column.NUMBER, line.key)
        self.style.label(number, at="center", size=10 if below else 12, color="7F7F7F" if below else "000000")
        name = self.sheet.cell(self.at, Column.NAME, line.name or None)
        if line.kind is LineKind.THING:
            self.style.entry(name, number_format="@")
            self.checks.thing(name, line)
        else:
            self.style.label(name, indent=2 if below else 0)
        self.style.label(self.sheet.cell(self.at, Column.MEASURE, line.measure or None), at="center")

    def _entries(self, line: Line) -> None:
        value = self.sheet.cell(self.at, Column.VALUE)
        if line.takes_value:
            self.style.entry(value, at=_side(line), number_format=_number_format(line))
            self.checks.figure(value, line)
        else:
            self.style.label(value, colour="F2F2F2")
        state = self.sheet.cell(self.at, Column.STATE)
        if line.kind is LineKind.ROW:
            self.style.entry(state, at="center")
            self.checks.state(state, line)
        else:
            self.style.label(state, colour="F2F2F2")
        self.style.entry(self.sheet.cell(self.at, Column.NOTE), number_format="@")
        self._fill(line)

    def _fill(self, line: Line) -> None:
        """What the form has already."""
        row = line.row
        value, name = _value_of(line)
        self._put(Column.VALUE, value)
        if line.kind is LineKind.THING:
            self._put(Column.NAME, name)
        if line.kind is LineKind.ROW:
            if row.state not in (State.PRESENT, State.MISSING):
                self._put(Column.STATE, _dti.state_name(row.state, Lang.VI).capitalize())
            self._put(Column.NOTE, "; ".join(text for text in (row.reason, row.note) if text) or None)

    def _put(self, column: Column, value: Any) -> None:
        if value is None:
            return
        cell = self.sheet.cell(self.at, column, value)
        if isinstance(value, str):
            cell.data_type = "s"  # openpyxl takes a text with "=" in front for a formula
            cell.quotePrefix = value.startswith("=")

    def _signatures(self) -> None:
        self._next(height=10)
        for left, right, italic in (
            ("", "…………, ngày …… tháng …… năm ………", True),
            ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", False),
            ("(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)", True),
        ):
            self._next(height=18)
            self._text(left, Column.NUMBER, Column.NAME, at="center", italic=italic, bold=not italic)
            self._text(right, Column.STATE, Column.NOTE, at="center", italic=italic, bold=not italic)

    def _setup(self) -> None:
        from openpyxl.utils import get_column_letter
        from openpyxl.workbook.protection import WorkbookProtection

        sheet, who = self.sheet, self.form.reporter
        for column in (Column.KEY, Column.INPUT):
            sheet.column_dimensions[get_column_letter(column)].hidden = True
        for column, width in WIDTHS.items():
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.freeze_panes = sheet.cell(self.head + 1, Column.NUMBER)
        sheet.sheet_view.showGridLines = False
        sheet.protection.sheet = True
        for allowed in ("formatColumns", "formatRows", "insertRows"):
            setattr(sheet.protection, allowed, False)  # False: not forbidden
        self.book.security = WorkbookProtection(lockStructure=True)
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "landscape"
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.print_title_rows = f"${self.head}:${self.head}"
        sheet.print_area = f"C1:{get_column_letter(Column.NOTE)}{self.at}"
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.5
        margins.top, margins.bottom, margins.footer = 0.6, 0.8, 0.4
        sheet.oddFooter.left.text = f"Biểu {who.form.id}, {who.name}, năm {self.form.year}".replace("&", "&&")
        sheet.oddFooter.right.text = "Trang &P/&N"
        properties = self.book.properties
        properties.title = f"{who.form.title}, {self.form.year}"
        properties.creator = "libdti"


def _value_of(line: Line) -> tuple[Any, str | None]:
    """Figure of a line, and the name of a thing, as they are typed."""
    row = line.row
    if line.kind is LineKind.PART:
        return (row.parts[line.sub - 1] if row.parts else None, None)
    if line.kind is LineKind.THING:
        if line.sub > len(row.things):
            return (None, None)
        thing = row.things[line.sub - 1]
        return ((YES if thing.counts else NO) if line.takes_value else None, thing.name)
    value = row.value
    if isinstance(value, bool):
        return (YES if value else NO, None)
    if row.input.kind is InputKind.CHOICE and value is not None:
        return (answers_of(line)[list(row.input.choices).index(str(value))], None)
    # The library counts the things itself, and an empty list has no line to say so.
    if row.row.is_list:
        return (None if row.things or row.number is None else int(row.number), None)
    return (value, None)


def _height(line: Line) -> float:
    """Of a line, in points: room for its name, and for the longest answer."""
    answers = answers_of(line) if line.rule.kind is InputKind.CHOICE else ()
    lines = [lines_in(line.name, Column.NAME), lines_in(line.measure, Column.MEASURE)]
    lines += [lines_in(answer, Column.VALUE) for answer in answers]
    lines += [2] if line.rule.kind is InputKind.TEXT else []
    return 15.5 * max(lines) + 5


def _side(line: Line) -> str:
    if line.kind is LineKind.THING:
        return "center"
    return {InputKind.TEXT: "left", InputKind.CHOICE: "left", InputKind.YES_NO: "center"}.get(line.rule.kind, "right")


def _number_format(line: Line) -> str:
    # General shows a percent sign that is typed; a format with decimals would hide it.
    if line.kind is LineKind.THING or line.rule.kind is InputKind.TEXT:
        return "@"
    return "#,##0" if line.rule.kind in (InputKind.COUNT, InputKind.LIST) else "General"


def _unit_name(form: Form) -> str:
    """Name of the unit, if it is one that the library knows."""
    from dti.units import Units

    units = Units.builtin()
    if form.unit not in units:
        return form.unit
    return f"{units[form.unit].name} ({form.unit})"
