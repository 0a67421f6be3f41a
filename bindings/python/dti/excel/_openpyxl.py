# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""openpyxl, imported when the first workbook is written or read, never before."""

from __future__ import annotations

from typing import Any


def openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise ImportError("Excel workbooks need openpyxl: apt-get install python3-openpyxl, or pip install openpyxl") from error
    return openpyxl
