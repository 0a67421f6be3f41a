# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Tables for notebooks. Everything that comes from a document is escaped here, and only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple


class Number(NamedTuple):
    """A number that is printed already."""

    text: str


class Bar(NamedTuple):
    """A share, drawn: filled from the left, 0 to 1."""

    share: float
    text: str
    """What it says to whom it cannot be shown."""


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *, note: str = "", most: int = 60) -> str:
    """A table with a caption; numbers stand right. Of more rows than ``most`` the rest is counted."""
    kept: list[str] = []
    more = 0
    for row in rows:
        if len(kept) < most:
            kept.append("<tr>" + "".join(_cell(value) for value in row) + "</tr>")
        else:
            more += 1
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    foot = f"… và {more} dòng nữa. " if more else ""
    under = f"<p><small>{escape(foot + note)}</small></p>" if foot or note else ""
    return (
        f"<table><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{''.join(kept)}</tbody></table>{under}"
    )


def _cell(value: object) -> str:
    if isinstance(value, Bar):
        return f'<td style="text-align:left">{_bar(value)}</td>'
    if isinstance(value, Number):
        return f'<td style="text-align:right">{escape(value.text)}</td>'
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return f'<td style="text-align:left">{escape("" if value is None else str(value))}</td>'
    text = f"{value:,.2f}".replace(",", " ").replace(".", ",") if isinstance(value, float) else str(value)
    return f'<td style="text-align:right">{text}</td>'


def _bar(bar: Bar) -> str:
    # The ground is a see-through grey, so that it is seen on light and dark pages alike.
    width = min(max(bar.share, 0.0), 1.0) * 100
    ground = "width:10em;height:.8em;border-radius:2px;overflow:hidden;background:rgba(128,128,128,.25)"
    said = escape(bar.text, quote=True)
    filled = f'<div style="width:{width:.1f}%;height:100%;background:#2b7bba"></div>'
    return f'<div role="img" aria-label="{said}" title="{said}" style="{ground}">{filled}</div>'
