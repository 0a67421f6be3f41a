# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What is wrong with a workbook: every fault with its cell, what was found there and what was expected."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from dti._core import LangLike, lang_of
from dti.enums import Lang, Severity, Status
from dti.errors import InvalidValueError

Both = tuple[str, str]
"""A text in Vietnamese and in English."""

NOTHING: Both = ("", "")

# Found and expected stand in {found} and {expected}; ids are stable, as those of docs/errors.md are. docs/python.md lists them.
MESSAGES: dict[str, Both] = {
    "XLSX-01": ("tệp không phải là sổ tính .xlsx", "the file is no .xlsx workbook"),
    "XLSX-02": (
        "tệp ở dạng .xls cũ hoặc có mật khẩu; hãy bỏ mật khẩu và lưu lại thành .xlsx",
        "an old .xls file, or one with a password; save it without one as .xlsx",
    ),
    "XLSX-03": (
        "sổ tính có macro ({found}); hãy lưu lại thành .xlsx không có macro",
        "the workbook has macros ({found}); save it as .xlsx without them",
    ),
    "XLSX-04": (
        "sổ tính quá lớn: {found}, trong khi một biểu không quá {expected}",
        "the workbook is too large: {found}, where a form has at most {expected}",
    ),
    "XLSX-05": ("không đọc được sổ tính: {found}", "the workbook cannot be read: {found}"),
    "XLSX-06": (
        "sổ tính không phải biểu do libdti lập (mất trang ẩn); hãy điền vào biểu đã được gửi",
        "the workbook is no form that libdti wrote (its hidden sheet is gone); fill in the one that was sent",
    ),
    "XLSX-07": (
        "biểu thuộc bộ biểu mẫu {found}, cần {expected}",
        "the form belongs to the collection {found}, expected {expected}",
    ),
    "XLSX-08": ("biểu của {found}, cần {expected}", "the form is of {found}, expected {expected}"),
    "XLSX-09": ("dòng {expected} đã bị xóa khỏi biểu", "row {expected} was deleted from the form"),
    "XLSX-10": (
        "sổ tính có nhiều trang mang biểu ({found}); hãy chỉ để lại một",
        "the workbook has several sheets with the form ({found}); leave one of them",
    ),
    "XLSX-11": (
        "tên ở hàng này là «{found}», nhưng mã của hàng thuộc về «{expected}»; các hàng đã bị xáo lệch",
        "this row is named “{found}”, but its key belongs to “{expected}”; the rows got mixed up",
    ),
    "XLSX-12": (
        "mã dòng {found} ứng với chỉ tiêu khác; các cột mã đã bị sửa",
        "the key {found} goes with another input; the columns of keys were changed",
    ),
    "XLSX-13": (
        "công thức {found} không kèm kết quả; hãy mở và lưu lại bằng Excel, hoặc dán kết quả dạng giá trị",
        "the formula {found} has no result with it; open and save it with Excel, or paste its result as a value",
    ),
    "XLSX-14": ("công thức bị lỗi {found}; cần {expected}", "the formula ends in {found}; expected {expected}"),
    "XLSX-15": (
        "gặp ngày {found} (Excel có thể đã đổi con số thành ngày); cần {expected}: định dạng ô là số rồi gõ lại",
        "found the date {found} (Excel may have made it of a number); expected {expected}: format the cell as a number "
        "and type it again",
    ),
    "XLSX-16": ("gặp {found}, cần {expected}", "found {found}, expected {expected}"),
    "XLSX-17": (
        "không tìm thấy hàng tiêu đề có các cột {expected}",
        "there is no title line with the columns {expected}",
    ),
    "XLSX-18": (
        "sổ tính có liên kết tới tệp khác ({found}); hãy bỏ liên kết, dán số liệu dạng giá trị",
        "the workbook has links to other files ({found}); break them and paste the figures as values",
    ),
}


@dataclasses.dataclass(frozen=True)
class Fault:
    """One fault of a workbook."""

    id: str
    """Stable id: of a message of the library ("DTI-0940"), or of the workbook ("XLSX-13")."""
    source: str
    """Path of the workbook."""
    sheet: str
    """Name of the sheet; "" of the whole workbook."""
    cell: str
    """Name of the cell, such as "F12"; "" of the whole sheet."""
    row: str
    """Key of the row of the form, such as "II.5"; "" of none."""
    found: str
    """What stands there; "" where something is missing."""
    expectations: Both
    """What was expected, in Vietnamese and English; empty where the message says it."""
    messages: Both
    """What is wrong, in Vietnamese and English, without the place."""
    severity: Severity = Severity.ERROR
    """How grave it is."""

    @property
    def place(self) -> str:
        """Where it is: "Biểu II!F12"."""
        return "!".join(part for part in (self.sheet, self.cell) if part)

    @property
    def expected(self) -> str:
        """What was expected, in Vietnamese."""
        return self.expected_in("vi")

    def expected_in(self, lang: LangLike) -> str:
        """What was expected, in a language."""
        return self.expectations[lang_of(lang)]

    def message(self, lang: LangLike = "vi") -> str:
        """What is wrong, with its row, in a language."""
        spoken = lang_of(lang)
        text = self.messages[spoken]
        if self.row and self.id.startswith("XLSX"):
            text = f"{'dòng' if spoken is Lang.VI else 'row'} {self.row}: {text}"
        return text

    def __str__(self) -> str:
        return ": ".join(part for part in (self.source, self.place, self.message()) if part) + f" [{self.id}]"


def fault(
    id: str,
    source: str,
    *,
    sheet: str = "",
    cell: str = "",
    row: str = "",
    found: str = "",
    expected: Both = NOTHING,
) -> Fault:
    """A fault of the workbook itself, in its words."""
    shown = found if len(found) <= 80 else found[:79] + "…"
    words = [text.format(found=shown, expected=expected[lang]) for lang, text in enumerate(MESSAGES[id])]
    return Fault(id, source, sheet, cell, row, found, expected, (words[0], words[1]))


class WorkbookError(InvalidValueError):
    """A workbook that is no sound form: all its faults, each with its cell. A DtiError and a ValueError.

    The attributes of a DtiError are those of the first fault; its pointer is the cell.
    """

    faults: tuple[Fault, ...]
    """Every fault, in the order of the sheet."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        facts: dict[str, Any] = {
            "status": Status.VALUE,
            "id": first.id,
            "messages": {lang: first.message(lang) for lang in Lang},
            "arguments": (first.found, first.expected),
            "source": first.source,
            "pointer": first.place,
            "line": 0,
            "column": 0,
        }
        super().__init__(facts)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(each) for each in self.faults)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.faults,))


def refuse(id: str, source: str, found: str = "", expected: Both = NOTHING) -> WorkbookError:
    """The one fault of a whole workbook, to be raised."""
    return WorkbookError([fault(id, source, found=found, expected=expected)])
