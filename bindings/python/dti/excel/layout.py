# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What stands on the lines of a form's sheet, the same for who writes it and who reads it."""

from __future__ import annotations

import enum
import functools
from typing import NamedTuple

from dti.enums import InputKind, Lang
from dti.excel.faults import Both
from dti.form import Form, FormRow

FORMAT = "dti-excel/1"
KEYS_SHEET = "dti"
DATE_KEY = "@date"
REVISION_KEY = "@revision"
LABEL_KEY = "#"
"""Marks lines that are no rows of the form: titles of sections, signatures."""

YES, NO = "Có", "Không"
STATES = ("Không áp dụng", "Chưa đánh giá")


class Column(enum.IntEnum):
    """The columns as they are written. The first two are hidden."""

    KEY = 1
    INPUT = 2
    NUMBER = 3
    NAME = 4
    MEASURE = 5
    VALUE = 6
    STATE = 7
    NOTE = 8


TITLES: dict[Column, str] = {
    Column.KEY: "Mã dòng",
    Column.INPUT: "Mã chỉ tiêu",
    Column.NUMBER: "STT",
    Column.NAME: "Tên chỉ số",
    Column.MEASURE: "Đơn vị tính",
    Column.VALUE: "Số liệu",
    Column.STATE: "Trạng thái",
    Column.NOTE: "Ghi chú",
}


class LineKind(enum.Enum):
    """What a line is."""

    ROW = enum.auto()
    PART = enum.auto()
    THING = enum.auto()


class Rule(NamedTuple):
    """What a cell accepts: for Excel's validation, and in words."""

    kind: InputKind
    low: float | None
    high: float | None
    unit: Both

    @property
    def is_figure(self) -> bool:
        """It accepts a number."""
        return self.kind in (InputKind.COUNT, InputKind.AMOUNT, InputKind.RATIO, InputKind.LIST)

    @property
    def expected(self) -> Both:
        """In words, in Vietnamese and English."""
        if self.kind is InputKind.CHOICE:
            return ("một mức trong danh sách", "one of the listed answers")
        if self.kind is InputKind.YES_NO:
            return ("«Có» hoặc «Không»", "yes or no (Có, Không)")
        if self.kind is InputKind.TEXT:
            return ("chữ", "a text")
        is_whole = self.kind in (InputKind.COUNT, InputKind.LIST)
        vi, en = ("một số nguyên", "a whole number") if is_whole else ("một con số", "a number")
        if self.low is not None and self.high is not None:
            return (f"{vi} từ {self.low:g} đến {self.high:g}", f"{en} from {self.low:g} to {self.high:g}")
        if self.low is not None:
            return (f"{vi} từ {self.low:g} trở lên", f"{en}, {self.low:g} or more")
        if self.high is not None:
            return (f"{vi} không quá {self.high:g}", f"{en}, at most {self.high:g}")
        return (vi, en)


THING_RULE = Rule(InputKind.YES_NO, None, None, ("", ""))


class Line(NamedTuple):
    """One line of the sheet: a row of the form, a part of it, or a thing of its list."""

    key: str
    kind: LineKind
    row: FormRow
    sub: int
    """Of parts and things from 1; 0 of the row itself."""
    name: str
    rule: Rule

    @property
    def takes_value(self) -> bool:
        """False of things that count by standing there."""
        return self.kind is not LineKind.THING or self.row.counts_if is not None

    @property
    def measure(self) -> str:
        """Unit of measure: as printed, with what the figure is really given in where that is another."""
        if self.kind is LineKind.THING:
            return ""
        printed, unit = self.row.unit, self.rule.unit[Lang.VI]
        if not printed:
            return unit
        counts = self.row.input.kind in (InputKind.RATIO, InputKind.AMOUNT)
        return f"{printed} ({unit})" if counts and unit and unit.casefold() != printed.casefold() else printed


def lines_of(form: Form, things: int = 5) -> list[Line]:
    """The lines of a form in the order of its rows, with some for the things of each list."""
    rules = _rules(form)
    lines = []
    for row in form.rows.values():
        rule = rules[row.id]
        lines.append(Line(row.id, LineKind.ROW, row, 0, _own_name(row), rule))
        for i, name in enumerate(row.part_names, 1):
            lines.append(Line(f"{row.id}/{i}", LineKind.PART, row, i, name, rule))
        if row.row.is_list:
            for i in range(1, max(things, len(row.things)) + 1):
                lines.append(Line(f"{row.id}/{i}", LineKind.THING, row, i, "", THING_RULE))
    return lines


def _own_name(row: FormRow) -> str:
    if row.part_names:
        return f"{row.name}\n(Điền các dòng dưới; dòng này là tổng, có thể để trống)"
    if row.counts_if is not None:
        return f"{row.name}\n(Ghi tên từng mục ở các dòng dưới và chọn «{YES}» nếu mục đó {row.counts_if})"
    if row.row.is_list:
        return f"{row.name}\n(Ghi tên từng mục ở các dòng dưới)"
    return row.name


# Further away than any figure: what the library answers names the range of the row.
_FAR = "10000000000000000"
_MOST = 10.0**15


def _rules(form: Form) -> dict[str, Rule]:
    return _rules_of(form.collection, form.reporter.id, form.unit, form.year)


@functools.lru_cache(maxsize=64)
def _rules_of(collection: object, reporter: str, unit: str, year: int) -> dict[str, Rule]:
    """The rule of every row. Ranges are asked of the library's reader, so that there is one set of them."""
    from dti.collection import Collection

    assert isinstance(collection, Collection)
    rows = collection.reporters[reporter].form.rows
    bounds: dict[tuple[str, str], float] = {}
    for far in (f"-{_FAR}", _FAR):
        lines = [f"{reporter},{unit},{year},{year + 1}-01-01,{key},{far}" for key in rows]
        text = "\n".join(["reporter,unit,year,date,row,value", *lines])
        for finding in Form.check(text, collection):
            if finding.id in ("DTI-0916", "DTI-0917"):
                bounds[finding.arguments[1], finding.id] = float(finding.arguments[3])
    rules = {}
    for key, row in rows.items():
        input = row.input
        low, high = bounds.get((key, "DTI-0916")), bounds.get((key, "DTI-0917"))
        if input.kind in (InputKind.COUNT, InputKind.LIST):
            low = 0.0 if low is None else low
        unit_name = (input.unit_in("vi"), input.unit_in("en"))
        rules[key] = Rule(
            input.kind,
            None if low is None or low <= -_MOST else low,
            None if high is None or high >= _MOST else high,
            unit_name,
        )
    return rules
