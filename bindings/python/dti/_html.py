# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Tables for notebooks. Everything that comes from a document is escaped here, and only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Number(NamedTuple):
    """A number that is printed already."""

    text: str


class Bar(NamedTuple):
    """A share, drawn: filled from the left, 0 to 1."""

    share: float
    text: str
    """What it says to whom it cannot be shown."""
    width: float = 10
    """Width in em."""


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *, note: str = "", most: int = 60) -> str:
    """A table with a caption; numbers stand right, heads above them too. Of more rows than ``most`` the rest is counted."""
    kept: list[Sequence[object]] = []
    more = 0
    for row in rows:
        if len(kept) < most:
            kept.append(tuple(row))
        else:
            more += 1
    first = kept[0] if kept else heads
    head = "".join(
        f'<th style="text-align:{_side(cell)}">{_escape(text)}</th>' for text, cell in zip(heads, first, strict=True)
    )
    body = "".join(f"<tr>{''.join(_cell(value) for value in row)}</tr>" for row in kept)
    foot = f"… và {more} dòng nữa. " if more else ""
    under = f"<p><small>{_escape(foot + note)}</small></p>" if foot or note else ""
    return f"<table><caption>{_escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{under}"


def _escape(text: str) -> str:
    import html  # takes its time, and only notebooks need it

    return html.escape(text)


def _side(value: object) -> str:
    is_number = isinstance(value, (int, float, Number)) and not isinstance(value, bool)
    return "right" if is_number else "left"


def _cell(value: object) -> str:
    if isinstance(value, Bar):
        shown = _bar(value)
    elif isinstance(value, Number):
        shown = _escape(value.text)
    elif isinstance(value, float):
        shown = f"{value:,.2f}".replace(",", " ").replace(".", ",")
    else:
        shown = _escape("" if value is None else str(value))
    return f'<td style="text-align:{_side(value)}">{shown}</td>'


def _bar(bar: Bar) -> str:
    # The ground is a see-through grey, so that it is seen on light and dark pages alike.
    width = min(max(bar.share, 0.0), 1.0) * 100
    ground = f"width:{bar.width:g}em;height:.8em;border-radius:2px;overflow:hidden;background:rgba(128,128,128,.25)"
    said = _escape(bar.text)
    filled = f'<div style="width:{width:.1f}%;height:100%;background:#2b7bba"></div>'
    return f'<div role="img" aria-label="{said}" title="{said}" style="{ground}">{filled}</div>'
