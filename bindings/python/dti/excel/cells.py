# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Cells as the text that a person would have typed, for the library's reader to judge; and what can be none."""

from __future__ import annotations

import datetime
import decimal
import math
import unicodedata
from typing import Any

from dti.enums import InputKind
from dti.excel.faults import Both
from dti.excel.grid import Cell
from dti.excel.layout import Rule

_UNSEEN = {"\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"}


class Unreadable(Exception):
    """A cell that can be nothing the form asks for: id of the message, what was found, what was expected."""

    def __init__(self, id: str, found: str, expected: Both = ("", "")) -> None:
        super().__init__(id)
        self.id = id
        self.found = found
        self.expected = expected


def tidy(text: str) -> str:
    """A text in NFC, without characters that nobody sees, without spaces around it."""
    from openpyxl.utils.escape import unescape

    kept = unicodedata.normalize("NFC", str(unescape(text)).replace("\r\n", "\n").replace("\r", "\n"))
    seen = (c for c in kept if c in "\n\t" or (c not in _UNSEEN and unicodedata.category(c) not in ("Cc", "Cs")))
    return "".join(seen).strip()


def figure(cell: Cell | None, rule: Rule) -> str:
    """The text of a figure or an answer; "" of a blank cell.

    Raises:
        Unreadable: an error, a formula without result, a date, or a truth value where none is asked for.
    """
    value = _value(cell, rule.expected)
    if cell is None or value is None:
        return ""
    if isinstance(value, bool):
        if rule.kind is not InputKind.YES_NO:
            raise Unreadable("XLSX-16", str(value).upper(), rule.expected)
        return "yes" if value else "no"
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        if rule.is_figure or rule.kind in (InputKind.YES_NO, InputKind.CHOICE):
            raise Unreadable("XLSX-15", _day(value), rule.expected)
        return _day(value)
    if isinstance(value, (int, float)):
        return number_text(value, cell.is_percent)
    return tidy(str(value))


def remark(cell: Cell | None) -> str:
    """The text of a remark or a name, whatever Excel made of it.

    Raises:
        Unreadable: an error, or a formula without result.
    """
    value = _value(cell, ("chữ", "a text"))
    if cell is None or value is None:
        return ""
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return _day(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number_text(value, cell.is_percent)
    return tidy(str(value))


def day(cell: Cell | None) -> str:
    """A day: ISO of a date, else the text, for the library to judge.

    Raises:
        Unreadable: an error, or a formula without result.
    """
    value = None if cell is None else cell.value
    return value.strftime("%Y-%m-%d") if isinstance(value, datetime.date) and value.year >= 1900 else remark(cell)


def number_text(value: float, is_percent: bool = False) -> str:
    """A number as it is shown: to the 15 digits that Excel counts with, and never to be read two ways."""
    if not math.isfinite(value):
        return str(value)
    digits = str(value) if isinstance(value, int) else format(value, ".15g")
    exact = decimal.Decimal(digits).scaleb(2 if is_percent else 0)
    text = format(exact, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    # "1.234" might be a thousand; "1.2340" cannot.
    if len(text.partition(".")[2]) == 3:
        text += "0"
    return f"{text} %" if is_percent else text


def _value(cell: Cell | None, expected: Both) -> Any:
    if cell is None:
        return None
    if cell.is_error:
        raise Unreadable("XLSX-14", str(cell.value), expected)
    if cell.formula and cell.value is None:
        raise Unreadable("XLSX-13", cell.formula, expected)
    return cell.value


def _day(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(value, datetime.date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return str(value)
