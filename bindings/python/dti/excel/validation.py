# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Excel's own checks of what is typed: a help, never a guarantee (what is pasted passes them), so reading checks again."""

from __future__ import annotations

from typing import Any

from dti.enums import InputKind, Lang
from dti.excel.layout import NO, STATES, YES, Line, LineKind, Rule


class Validations:
    """The validations of a sheet, one for all cells of a rule, and the lists they choose from on the hidden sheet."""

    def __init__(self, sheet: Any, hidden: Any, column: int) -> None:
        self._sheet = sheet
        self._hidden = hidden
        self._column = column
        self._made: dict[tuple[Any, ...], Any] = {}
        self._lists: dict[tuple[str, ...], str] = {}

    def _list(self, answers: tuple[str, ...]) -> str:
        # A list in the formula itself holds 255 characters, and a comma in an answer would split it.
        if answers not in self._lists:
            from openpyxl.utils import get_column_letter

            for i, answer in enumerate(answers, 1):
                self._hidden.cell(i, self._column, answer)
            letter = get_column_letter(self._column)
            self._lists[answers] = f"{self._hidden.title}!${letter}$1:${letter}${len(answers)}"
            self._column += 1
        return self._lists[answers]

    def _add(self, cell: Any, title: str, prompt: str, error: str, **how: Any) -> None:
        key = (title, prompt, error, *sorted(how.items()))
        if key not in self._made:
            from openpyxl.worksheet.datavalidation import DataValidation

            made = DataValidation(allow_blank=True, showErrorMessage=bool(how), showInputMessage=True, errorStyle="stop", **how)
            made.promptTitle, made.prompt = title[:32], prompt[:255]
            made.errorTitle, made.error = "Số liệu chưa đúng", error[:225]
            self._sheet.add_data_validation(made)
            self._made[key] = made
        self._made[key].add(cell)

    def choose(self, cell: Any, title: str, prompt: str, answers: tuple[str, ...]) -> None:
        """One of some answers."""
        error = "Hãy chọn một mức trong danh sách thả xuống."
        self._add(cell, title, prompt, error, type="list", formula1=self._list(answers))

    def figure(self, cell: Any, line: Line) -> None:
        """The cell of a figure or an answer."""
        rule, title = line.rule, f"Dòng {line.key}"
        if line.kind is LineKind.THING:
            self.choose(cell, title, f"«{YES}» nếu mục này {line.row.counts_if}; nếu không thì «{NO}».", (YES, NO))
        elif rule.kind is InputKind.YES_NO:
            self.choose(cell, title, f"Chọn «{YES}» hoặc «{NO}».", (YES, NO))
        elif rule.kind is InputKind.CHOICE:
            answers = answers_of(line)
            self.choose(cell, title, "Chọn một mức: " + "; ".join(answers) + ".", answers)
        elif rule.kind is InputKind.TEXT:
            self._add(cell, title, "Ghi bằng chữ.", "")
        else:
            error = f"Ô này cần {rule.expected[Lang.VI]}. Không có số liệu thì để trống."
            self._add(cell, title, _advice(line), error, **_range(rule))

    def state(self, cell: Any, line: Line) -> None:
        """The cell that says why there is no figure."""
        prompt = "Chỉ chọn khi dòng này không có số liệu; nêu lý do ở cột Ghi chú."
        self.choose(cell, f"Dòng {line.key}", prompt, STATES)

    def thing(self, cell: Any, line: Line) -> None:
        """The cell that names a thing of a list."""
        self._add(cell, f"Dòng {line.key}", "Ghi tên một mục. Thiếu dòng thì chèn thêm ngay bên dưới.", "")

    def date(self, cell: Any) -> None:
        """The day on which the form is filled in."""
        prompt = "Ngày điền biểu, như 15/01/2024. Biểu đã điền phải có ngày."
        error = "Hãy ghi một ngày, như 15/01/2024."
        self._add(cell, "Ngày báo cáo", prompt, error, type="date", operator="greaterThan", formula1="36526")

    def revision(self, cell: Any) -> None:
        """How often the form was handed in."""
        prompt = "1 cho lần gửi đầu; mỗi lần gửi lại tăng thêm 1, lần sau thay lần trước."
        error = "Hãy ghi một số nguyên từ 1 trở lên."
        self._add(cell, "Lần báo cáo", prompt, error, type="whole", operator="greaterThanOrEqual", formula1="1")


def answers_of(line: Line) -> tuple[str, ...]:
    """The answers of a choice: their names, or their ids where two have one name."""
    choices = line.row.input.choices
    names = tuple(choices.values())
    return names if len(set(names)) == len(names) else tuple(choices)


def _advice(line: Line) -> str:
    expected = line.rule.expected[Lang.VI]
    text = expected[0].upper() + expected[1:]
    if line.rule.unit[Lang.VI] == "%":
        return f"{text}, tính theo phần trăm: 51,16 nghĩa là 51,16 %. Chưa có số liệu thì để trống."
    unit = f" ({line.measure})" if line.measure else ""
    return f"{text}{unit}, không ghi kèm chữ. Không có thì ghi 0; chưa có số liệu thì để trống."


def _range(rule: Rule) -> dict[str, Any]:
    kind = "whole" if rule.kind in (InputKind.COUNT, InputKind.LIST) else "decimal"
    # Excel asks for a bound; this one is beyond all figures.
    low, high = (-1e15 if rule.low is None else rule.low), rule.high
    if high is None:
        return {"type": kind, "operator": "greaterThanOrEqual", "formula1": f"{low:.15g}"}
    return {"type": kind, "operator": "between", "formula1": f"{low:.15g}", "formula2": f"{high:.15g}"}
