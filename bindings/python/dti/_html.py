# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Tables for notebooks. Everything that comes from a document is escaped here, and only here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Number(NamedTuple):
    """A number that is printed already."""

    text: str


class Code(NamedTuple):
    """An id that is not broken over lines."""

    text: str


def signed(value: float | None, digits: int = 0) -> Number:
    """A change with its sign, a true minus: "+0,1479", "−6"; nothing if it is not known."""
    if value is None:
        return Number("")
    text = f"{value:+.{digits}f}" if value else f"{0:.{digits}f}"
    return Number(text.replace(".", ",").replace("-", "−"))


class Bar(NamedTuple):
    """A share, drawn: filled from the left, 0 to 1."""

    share: float
    text: str
    """What it says to whom it cannot be shown."""
    width: float = 10
    """Width in em."""


def escape(text: str) -> str:
    """What a document says, as HTML says it."""
    import html  # takes its time, and only notebooks need it

    return html.escape(text)


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *, note: str = "", most: int = 60) -> str:
    """A table with a caption; numbers stand right, heads above them too. Of more rows than ``most`` the rest is counted.

    A notebook's own style sets neither caption nor heads left, so that they are styled here.
    """
    kept: list[Sequence[object]] = []
    more = 0
    for row in rows:
        if len(kept) < most:
            kept.append(tuple(row))
        else:
            more += 1
    sides = [_side_of(row[column] for row in kept) for column in range(len(heads))]
    head = "".join(f'<th style="text-align:{side}">{escape(text)}</th>' for text, side in zip(heads, sides, strict=True))
    body = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in kept)
    foot = f"… và {more} dòng nữa. " if more else ""
    under = f"<p><small>{escape(foot + note)}</small></p>" if foot or note else ""
    caption = f'<caption style="caption-side:top;text-align:left;font-weight:bold">{escape(title)}</caption>'
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{under}"


def _side_of(cells: Iterable[object]) -> str:
    """Where the head of a column stands: as its first cell that says something."""
    return next((_side(cell) for cell in cells if cell not in (None, "", Number(""))), "left")


_VIETNAMESE = str.maketrans(",.", ".,")


def _side(value: object) -> str:
    is_number = isinstance(value, (int, float, Number)) and not isinstance(value, bool)
    return "right" if is_number else "left"


def _cell(value: object) -> str:
    if isinstance(value, Bar):
        shown = _bar(value)
    elif isinstance(value, (Number, Code)):
        shown = escape(value.text)
    elif isinstance(value, float):
        shown = f"{value:,.2f}".translate(_VIETNAMESE)
    elif isinstance(value, datetime.date):
        shown = f"{value:%d/%m/%Y}"
    else:
        shown = escape("" if value is None else str(value))
    kept = ";white-space:nowrap" if isinstance(value, (Number, Code)) else ""
    return f'<td style="text-align:{_side(value)}{kept}">{shown}</td>'


def _bar(bar: Bar) -> str:
    # The ground is a see-through grey, so that it is seen on light and dark pages alike.
    width = min(max(bar.share, 0.0), 1.0) * 100
    ground = f"width:{bar.width:g}em;height:.8em;border-radius:2px;overflow:hidden;background:rgba(128,128,128,.25)"
    said = escape(bar.text)
    filled = f'<div style="width:{width:.1f}%;height:100%;background:#2b7bba"></div>'
    return f'<div role="img" aria-label="{said}" title="{said}" style="{ground}">{filled}</div>'
