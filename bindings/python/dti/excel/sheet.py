# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Where in a workbook the form stands: its hidden facts, the line of titles, the lines by their keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from dti.excel.cells import tidy
from dti.excel.faults import refuse
from dti.excel.grid import Cell, Grid
from dti.excel.layout import FORMAT, LABEL_KEY, TITLES, Column

_SUB = re.compile(r"(.+)/(\d{1,6})")


def same(left: str, right: str) -> bool:
    """Two texts are one but for case, spaces and normal form."""
    return fold(left) == fold(right)


def fold(text: str) -> str:
    """A text for comparing."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def words(cell: Cell | None) -> str:
    """What is written in a locked cell."""
    return "" if cell is None or cell.value is None else tidy(str(cell.value))


class Facts(NamedTuple):
    """Whose form it is, as the hidden sheet says."""

    collection: str
    digest: str
    reporter: str
    unit: str
    year: str

    @classmethod
    def find(cls, grids: list[Grid], source: str) -> Facts:
        """The facts of a workbook.

        Raises:
            WorkbookError: it has none.
        """
        for grid in grids:
            if words(grid.at(1, 1)) == FORMAT:
                said = {words(grid.at(row, 1)): words(grid.at(row, 2)) for row in grid.rows}
                if all(said.get(name) for name in cls._fields):
                    return cls(*(said[name] for name in cls._fields))
        raise refuse("XLSX-06", source)


class Titles(NamedTuple):
    """The line of titles, and which column holds what."""

    grid: Grid
    row: int
    columns: dict[Column, int]

    @classmethod
    def find(cls, grids: list[Grid], source: str) -> Titles:
        """The sheet with the form, whatever it is called, with its columns wherever they stand.

        Raises:
            WorkbookError: there is no such sheet, or more than one.
        """
        found = [titles for grid in grids if (titles := cls._of(grid)) is not None]
        if not found:
            names = "STT" if not grids else ", ".join(f"«{title}»" for title in TITLES.values())
            raise refuse("XLSX-17", source, "", (names, names))
        if len(found) > 1:
            raise refuse("XLSX-10", source, ", ".join(titles.grid.name for titles in found))
        return found[0]

    @classmethod
    def _of(cls, grid: Grid) -> Titles | None:
        wanted = {fold(title): column for column, title in TITLES.items()}
        for row, cells in grid.rows.items():
            columns: dict[Column, int] = {}
            for place, cell in cells.items():
                column = wanted.get(fold(words(cell))) if isinstance(cell.value, str) else None
                if column is not None:
                    columns.setdefault(column, place)
            if len(columns) == len(TITLES):
                return cls(grid, row, columns)
        return None

    def cell(self, row: int, column: Column) -> Cell | None:
        """A cell of a line."""
        return self.grid.at(row, self.columns[column])

    def name(self, row: int, column: Column) -> str:
        """Name of a cell: "F12"."""
        from openpyxl.utils import get_column_letter

        return f"{get_column_letter(self.columns[column])}{row}"

    def keyed(self) -> Iterator[tuple[int, str]]:
        """Rows that may hold something, with their keys; "" where somebody inserted one."""
        for row in sorted(self.grid.rows):
            key = words(self.cell(row, Column.KEY))
            if row != self.row and not key.startswith(LABEL_KEY) and (key or row > self.row):
                yield row, key


def split_key(key: str) -> tuple[str, int]:
    """ "II.5/2" is the second line below row II.5."""
    match = _SUB.fullmatch(key)
    return (match[1], int(match[2])) if match else (key, 0)
