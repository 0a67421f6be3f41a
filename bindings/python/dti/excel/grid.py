# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The sheets of a workbook as plain cells: what was typed, what formulas came to, and how it is shown."""

from __future__ import annotations

import io
import re
import warnings
from typing import Any, NamedTuple

from dti.excel._openpyxl import openpyxl
from dti.excel.census import MOST_CELLS, MOST_ROWS
from dti.excel.faults import WorkbookError, refuse

MOST_COLUMNS = 40
"""Further to the right nobody has moved a column of the form."""
MOST_LETTERS = 1_000_000
"""In all cells together: one long text may stand in many of them and takes no room until it is read."""

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Cell(NamedTuple):
    """A cell that is not blank."""

    value: Any
    """Typed, or the last result of its formula; None of a formula without one."""
    formula: str
    """Its formula; "" if it has none."""
    is_error: bool
    is_percent: bool
    """It is shown with a percent sign, so 0.5116 is read 51.16 % by people."""


class Grid:
    """A sheet."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[int, dict[int, Cell]] = {}

    def at(self, row: int, column: int) -> Cell | None:
        """A cell; None if it is blank."""
        return self.rows.get(row, {}).get(column)


def read_grids(content: bytes, source: str) -> list[Grid]:
    """All sheets of a workbook that was checked before.

    Raises:
        WorkbookError: it cannot be read.
    """
    load = openpyxl().load_workbook
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that openpyxl leaves out
            # Streaming: merged cells, links and drawings are not followed, which could be made to fill all memory.
            formulas = _cells(load(io.BytesIO(content), read_only=True, keep_links=False), source)
            results = {}
            if any(kind == "f" for sheet in formulas.values() for _, kind, _ in sheet.values()):
                results = _cells(load(io.BytesIO(content), read_only=True, keep_links=False, data_only=True), source)
    except (MemoryError, WorkbookError):
        raise
    except Exception as error:  # whatever openpyxl makes of a document that is not what it says
        raise refuse("XLSX-05", source, f"{type(error).__name__}: {error}") from error
    grids = []
    for name, typed in formulas.items():
        grid = Grid(name)
        for (row, column), (value, kind, shape) in typed.items():
            formula = str(value) if kind == "f" else ""
            if formula:
                value, kind, shape = results.get(name, {}).get((row, column), (None, "n", shape))
            percent = "%" in _QUOTED.sub("", shape or "")
            grid.rows.setdefault(row, {})[column] = Cell(value, formula, kind == "e", percent)
        grids.append(grid)
    return grids


def _cells(book: Any, source: str) -> dict[str, dict[tuple[int, int], tuple[Any, str, str]]]:
    """The cells of each sheet. What they hold is counted again: two sheets may be one part of the file."""
    sheets = {}
    count = letters = 0
    for sheet in book.worksheets:
        cells = {}
        for i, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), 1):
            for j, cell in enumerate(row, 1):
                value = cell.value
                if value is None:
                    continue
                count += 1
                letters += len(value) if isinstance(value, str) else 0
                if count > MOST_CELLS:
                    raise refuse("XLSX-04", source, sheet.title, (f"{MOST_CELLS} ô", f"{MOST_CELLS} cells"))
                if letters > MOST_LETTERS:
                    raise refuse("XLSX-04", source, sheet.title, (f"{MOST_LETTERS} ký tự", f"{MOST_LETTERS} letters"))
                cells[i, j] = (value, cell.data_type, cell.number_format)
        sheets[sheet.title] = cells
    book.close()
    return sheets
