# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Ranks over years: a line for each unit, from table to table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dti._core import LangLike, lang_of
from dti.enums import Lang
from dti.plot._draw import BLUE, INK, LINES, MARKERS, PALE, axes_of, decimal, expect, head, note, plain, say, shown, spread
from dti.plot._numbers import Wanted, among, cells, chosen, indicator_name, indicator_of, same
from dti.table import Table
from dti.units import Unit


class Line(NamedTuple):
    """A unit and its ranks by year; a year of which nothing is known is not there."""

    unit: Unit
    ranks: dict[int, float]


def lines(tables: Iterable[Table], code: str | None = None) -> list[Line]:
    """The numbers of the picture: a line for each unit, in the order in which they come; tables by year.

    A unit goes on where the register says so: one that was renamed does, one that others were merged into is a new one.

    Raises:
        ValueError: no table, or two of one year.
    """
    made: list[Line] = []
    years: set[int] = set()
    for table in sorted(tables, key=lambda table: table.year):
        if table.year in years:
            raise ValueError(f"two tables of {table.year}; a slope chart has one of each year")
        years.add(table.year)
        for cell in cells(table, code, "rank"):
            if cell.number is None:
                continue
            found = next((line for line in made if same(line.unit, cell.unit)), None)
            if found is None:
                made.append(Line(cell.unit, {table.year: cell.number}))
            else:
                # Its last name is the one that stands at the end of its line.
                made[made.index(found)] = Line(cell.unit, found.ranks | {table.year: cell.number})
    if not years:
        raise ValueError("expected tables of several years, not none")
    return made


def slopes(
    tables: Iterable[Table],
    code: str | None = None,
    *,
    highlight: Wanted = (),
    units: Wanted | None = None,
    title: str | None = None,
    lang: LangLike = "vi",
    ax: Any = None,
) -> Any:
    """Ranks of units over the years of several tables; the first rank stands at the top.

    Args:
        tables: one of each year, in any order.
        code: the indicator, as all the tables have it; None: the overall index of each.
        highlight: units that are coloured and named; none: all, of more than 20 those of the last year.
        units: only these are drawn.

    Returns:
        The matplotlib Axes. A dotted line passes over years of which nothing is known.

    Raises:
        ValueError: no table, two of one year, or nothing to draw.
        NotFoundError: a unit that is highlighted is not known.
        TypeError: what is drawn are no tables.
    """
    spoken = lang_of(lang)
    if isinstance(tables, Table):
        raise TypeError("expected tables of several years, not one Table; put it in a list to draw it alone")
    order = [expect(table, Table) for table in tables]
    order.sort(key=lambda table: table.year)
    drawn = whole = lines(order, code)
    wanted = _entries(order, highlight)
    if units is not None:
        only = _entries(order, units)
        drawn = [line for line in drawn if among(line.unit, only) or among(line.unit, wanted)]
    if not drawn:
        raise ValueError("none of these units has a rank in any of the tables")
    years = [table.year for table in order]
    named = [line for line in drawn if among(line.unit, wanted)] if wanted else drawn
    if not wanted and len(drawn) > 20:
        named = [line for line in drawn if years[-1] in line.ranks]
    last = max(max(line.ranks.values()) for line in drawn)
    last = max(last, *(table.out_of for table in order)) if units is None else last
    ax = axes_of(ax, 8.6, min(13.0, max(5.2, 1.6 + 0.2 * max(len(named), last * 0.55))))

    for line in drawn:
        if line not in named:
            _draw(ax, years, line, PALE, None, 1.0, 1)
    few = len(named) <= 12
    for place, line in enumerate(named):
        colour = _colour(line, named) if few else BLUE
        _draw(ax, years, line, colour, MARKERS[place % len(MARKERS)] if few else "o", 2.2 if few else 1.0, 3)
        if few:
            _ranks(ax, line, colour, named, last, spoken)
    _names(ax, years, named, last, few, spoken)

    ax.set_ylim(last + 0.8, 0.4 - last * 0.03)
    ax.set_xlim(years[0] - 0.25, years[-1] + 0.25)
    ax.set_xticks(years, labels=[str(year) for year in years])
    ticks = [1, *range(10, int(last) + 1, 10)]
    ax.set_yticks(ticks, labels=[decimal(tick, 0, spoken) for tick in ticks])
    ax.set_ylabel(say(spoken, "Hạng", "Rank"), fontsize=9, color=INK)
    plain(ax, keep=("bottom",))
    ax.xaxis.grid(True, color=PALE, linewidth=0.8)
    ax.set_axisbelow(True)
    indicator = indicator_of(order[-1], code)
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
    name = indicator_name(indicator, spoken)
    head(ax, title or say(spoken, f"Xếp hạng theo {name}, {span}", f"Ranks by {name}, {span}"))
    note(ax, _notes(order, whole, drawn, named, spoken), below=32)
    return ax


def _entries(tables: Sequence[Table], wanted: Wanted) -> list[Unit]:
    """What the caller names, on the day of every table: over the years a name may stand for two entries."""
    names = [wanted] if isinstance(wanted, (str, Unit)) else list(wanted)
    found: list[Unit] = []
    for name in names:
        before = len(found)
        for table in tables:
            try:
                found += chosen(table.units, name, table.day)
            except LookupError:
                if table is tables[-1] and len(found) == before:
                    raise
    return found


def _draw(ax: Any, years: Sequence[int], line: Line, colour: str, marker: str | None, width: float, order: int) -> None:
    known = [year for year in years if year in line.ranks]
    for one, next_ in zip(known, known[1:]):
        gap = years.index(next_) - years.index(one) > 1
        ends = [line.ranks[one], line.ranks[next_]]
        ax.plot([one, next_], ends, ":" if gap else "-", color=colour, linewidth=width, zorder=order, solid_capstyle="round")
    ax.plot(
        known,
        [line.ranks[year] for year in known],
        linestyle="none",
        color=colour,
        marker=marker or "o",
        markersize=6 if marker else 2.5,
        markeredgecolor="white",
        markeredgewidth=0.6 if marker else 0,
        zorder=order + 1,
        label=line.unit.name,
    )


def _colour(line: Line, named: Sequence[Line]) -> str:
    """Before and after a merger an id keeps its colour."""
    ids = list(dict.fromkeys(other.unit.id for other in named))
    return LINES[ids.index(line.unit.id) % len(LINES)]


def _ranks(ax: Any, line: Line, colour: str, named: Sequence[Line], last: float, lang: Lang) -> None:
    """The rank at each marker, below it where another line passes close above; the last one stands beside the name."""
    for year, rank in line.ranks.items():
        if year == max(line.ranks):
            continue
        others = [other.ranks[year] for other in named if other is not line and year in other.ranks]
        under = any(0 <= rank - other < 0.05 * last for other in others)
        ax.annotate(
            shown(rank, "rank", lang),
            (year, rank),
            xytext=(0, -6 if under else 6),
            textcoords="offset points",
            ha="center",
            va="top" if under else "bottom",
            fontsize=8,
            color=colour,
            fontweight="bold",
            zorder=6,
            bbox={"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.75},
        )


def _names(ax: Any, years: Sequence[int], named: Sequence[Line], last: float, few: bool, lang: Lang) -> None:
    """Names at the right edge, in the order of the last known ranks, with a leader from where each line ends."""
    ends = [max(line.ranks) for line in named]
    asked = [line.ranks[end] for line, end in zip(named, ends)]
    inches = ax.figure.get_figheight() * 0.8
    gap = (0.19 if few else 0.145) / inches * last
    heights = spread(asked, gap, 1, last)
    edge = years[-1] + 0.12 + 0.01 * (years[-1] - years[0])
    for line, end, rank, height in zip(named, ends, asked, heights):
        colour = _colour(line, named) if few else INK
        text = f"{shown(rank, 'rank', lang)}  {line.unit.name_in(lang)}"
        if len(line.unit.predecessors) > 1:
            text += say(lang, " (sau sáp nhập)", " (merged)")
        if end != years[-1]:
            text += f" ({end})"
        leader = {"linestyle": (0, (1, 3)), "linewidth": 0.8, "color": colour if few else PALE}
        ax.plot([end, edge], [rank, height], zorder=2, clip_on=False, **leader)
        size = 9 if few else 7.5
        ax.text(edge, height, " " + text, va="center", ha="left", fontsize=size, color=colour, clip_on=False, gid="dti-name")


def _notes(
    tables: Sequence[Table], whole: Sequence[Line], drawn: Sequence[Line], named: Sequence[Line], lang: Lang
) -> list[str]:
    known = ", ".join(f"{table.year}: {sum(table.year in line.ranks for line in whole)}/{table.out_of}" for table in tables)
    sources = dict.fromkeys(table.title_in(lang) for table in tables)
    made = [
        say(
            lang,
            f"Số đơn vị có hạng — {known}. Đường chấm: năm ở giữa hoặc năm sau chưa có số liệu.",
            f"Units with a rank — {known}. Dotted: no figure for the years between or after.",
        )
    ]
    if len(named) < len(drawn):
        made.append(say(lang, "Đường xám: các đơn vị khác.", "Grey: the other units."))
    made.append(say(lang, "Nguồn: ", "Source: ") + "; ".join(sources) + ".")
    return made
