# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""How a form looks, on the screen and on paper. The face is the one that administrative documents of Vietnam are set in."""

from __future__ import annotations

import textwrap
from typing import Any

from dti.excel.layout import Column

FACE = "Times New Roman"
INK = "1F3864"
WIDTHS = {Column.NUMBER: 9, Column.NAME: 58, Column.MEASURE: 15, Column.VALUE: 20, Column.STATE: 17, Column.NOTE: 34}
CHARACTERS = sum(WIDTHS.values())
"""Across the sheet, in characters of its width."""


def lines_in(text: str, column: Column) -> int:
    """How many lines a text takes in a column, about: spreadsheets do not grow a locked row of their own."""
    wide = int(WIDTHS[column] * 1.12)
    return sum(max(1, len(textwrap.wrap(line, wide))) for line in text.split("\n"))


class Style:
    """The styles of one workbook."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        side = Side(style="thin", color="8EA0B8")
        self.border = Border(left=side, right=side, top=side, bottom=side)
        self.locked = Protection(locked=True)
        self.open = Protection(locked=False)
        self._font = Font
        self._fill = PatternFill
        self._align = Alignment

    def font(self, size: int = 12, **more: Any) -> Any:
        """A font of the form."""
        return self._font(name=FACE, size=size, **more)

    def fill(self, colour: str) -> Any:
        """A plain background."""
        return self._fill("solid", start_color=colour, end_color=colour)

    def align(self, horizontal: str = "left", vertical: str = "center", indent: int = 0) -> Any:
        """Where a text stands; it is wrapped."""
        return self._align(horizontal=horizontal, vertical=vertical, indent=indent, wrap_text=True)

    def plain(self, cell: Any, value: str, *, size: int = 12, at: str = "left", **font: Any) -> None:
        """A text outside of the table."""
        cell.value = value
        cell.font = self.font(size, **font)
        cell.alignment = self.align(at)

    def label(self, cell: Any, *, at: str = "left", indent: int = 0, colour: str | None = None, **font: Any) -> None:
        """A locked cell of the table."""
        cell.font = self.font(**font)
        cell.alignment = self.align(at, indent=0 if at == "center" else indent + 1)
        cell.border = self.border
        cell.protection = self.locked
        if colour:
            cell.fill = self.fill(colour)

    def entry(self, cell: Any, *, at: str = "left", number_format: str = "General") -> None:
        """A cell to be filled in."""
        self.label(cell, at=at, colour="FFF9DB")
        cell.number_format = number_format
        cell.protection = self.open

    def head(self, cell: Any) -> None:
        """A title of the table."""
        self.label(cell, at="center", colour=INK, bold=True, color="FFFFFF")
