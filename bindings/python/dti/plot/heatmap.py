# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Units × indicators: a field for each figure, the darker the better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib.colors import Normalize
from matplotlib.patches import Rectangle

from dti._core import LangLike, lang_of
from dti.enums import Lang, Provenance
from dti.indicator import Indicator
from dti.plot._draw import EMPTY, HATCH, INK, MEASURES, ON_COLOUR, THIN, VERMILION
from dti.plot._draw import axes_of, decimal, expect, head, inches_of, ink_on, measure_of, no_figure, note, say, short, shown
from dti.plot._numbers import Wanted, among, cells, chosen, indicator_name
from dti.result import Result
from dti.rows import Row
from dti.table import Table


class Field(NamedTuple):
    """The grid of the picture: names of units, indicators, a figure or None for each pair; how many units are left out."""

    names: list[str]
    indicators: list[Indicator]
    numbers: list[list[float | None]]
    left: int
    assumed: int


def field(
    table: Table, codes: Sequence[str] | None = None, what: str = "value", units: Wanted | None = None, lang: Lang = Lang.VI
) -> Field:
    """The numbers of the picture; units by overall rank, those without one at the end.

    Without ``codes`` the overall index, its pillars and the main indicators, as far as anything is known of them.
    """
    measure_of(what)
    framework = table.framework
    if codes is None:
        indicators = [node for node in (*framework.indices, *framework.mains) if node.max_points or node in framework.indices]
        columns = [(node, cells(table, node, what)) for node in indicators]
        columns = [column for column in columns if any(cell.number is not None for cell in column[1])]
    else:
        wanted_codes = [codes] if isinstance(codes, str) else codes
        columns = [(framework[code], cells(table, code, what)) for code in wanted_codes]
    if not columns:
        raise ValueError(f"nothing is known of these indicators in {table.id} as {what}")
    by_unit = [{cell.unit.id: cell for cell in column} for _, column in columns]
    rows = _sorted(table)
    if units is not None:
        wanted = chosen(table.units, units, table.day)
        rows = [row for row in rows if among(row.unit, wanted)]
        if not rows:
            raise ValueError(f"none of these units has a row in {table.id}")
    numbers = [[cell.number if (cell := column.get(row.id)) else None for column in by_unit] for row in rows]
    if units is None:
        # Of most provinces not all figures are published: who has none of these is counted, not drawn.
        known = [any(number is not None for number in line) for line in numbers]
        rows = [row for row, one in zip(rows, known) if one]
        numbers = [line for line, one in zip(numbers, known) if one]
    assumed = sum(row.provenance(node) is Provenance.ASSUMED for row in rows for node, _ in columns)
    left = 0 if units is not None else len(table.rows) - len(rows)
    return Field([row.unit.name_in(lang) for row in rows], [node for node, _ in columns], numbers, left, assumed)


def _sorted(table: Table) -> list[Row]:
    ranks = {cell.unit.id: cell.number for cell in cells(table, None, "rank")}
    last = len(table.rows) + table.out_of
    return sorted(table.rows.values(), key=lambda row: ranks.get(row.id) or last)


def heatmap(
    table: Table | Iterable[Result],
    codes: Sequence[str] | None = None,
    *,
    what: str = "value",
    units: Wanted | None = None,
    highlight: Wanted = (),
    title: str | None = None,
    lang: LangLike = "vi",
    ax: Any = None,
) -> Any:
    """Figures of units × indicators, the darker the better; what is not known is hatched.

    Args:
        table: a table, or results of one framework and year.
        codes: indicators; None: indices and main indicators of which something is known.
        what: "value" (0 to 1), "points" or "rank".
        units: only these, by name or id; None: all of which any of the figures is known.
        highlight: units whose name is marked.

    Returns:
        The matplotlib Axes; rows from the first rank down.

    Raises:
        ValueError: nothing is known of these indicators, or no unit is left.
        TypeError: what is drawn is neither a table nor results.
        NotFoundError: there is no such indicator or unit.
    """
    spoken = lang_of(lang)
    is_scored = not isinstance(table, Table)
    if not isinstance(table, Table):
        table = Table.from_results([expect(result, Result) for result in table])
    drawn = field(table, codes, what, units, spoken)
    marked = {unit.name_in(spoken) for unit in chosen(table.units, highlight, table.day)}
    count, width = len(drawn.names), len(drawn.indicators)
    wide = width > 14
    names = 0.075 * max(map(len, drawn.names))
    ax = axes_of(ax, max(5.5, min(20.0, 1.6 + names + width * (0.3 if wide else 0.9))), 2.6 + 0.23 * count)
    # Where figures would run into each other the colours speak alone, under the codes.
    wide = wide or (inches_of(ax)[0] - 1.6 - names) / width < 0.42
    colours = mpl.colormaps["cividis" if what == "rank" else "cividis_r"]
    scale = _scale(drawn, table, what)
    for row, numbers in enumerate(drawn.numbers):
        for column, number in enumerate(numbers):
            _cell(ax, row, column, number, drawn.indicators[column], what, colours, scale, wide, spoken)
    ax.set_xlim(0, width)
    ax.set_ylim(count, 0)
    codes_only = [node.code for node in drawn.indicators]
    labels = codes_only if wide else [short(indicator_name(node, spoken), 14) for node in drawn.indicators]
    ax.set_xticks([column + 0.5 for column in range(width)], labels=labels)
    ax.xaxis.tick_top()
    ax.set_yticks([row + 0.5 for row in range(count)], labels=drawn.names)
    ax.tick_params(length=0, colors=INK)
    ax.tick_params(axis="x", labelsize=7.5, labelrotation=90 if wide else 0)
    ax.tick_params(axis="y", labelsize=8)
    for text in ax.get_yticklabels():
        if text.get_text() in marked:
            text.set_fontweight("bold")
            text.set_color(VERMILION)
    for spine in ax.spines.values():
        spine.set_visible(False)
    _legend(ax, drawn, colours, scale, what, spoken)
    name = say(spoken, *MEASURES[what])
    head(
        ax,
        title or say(spoken, f"{name} theo chỉ số, năm {table.year}", f"{name} by indicator, {table.year}"),
        taken=max(0.0, names - 1.2),
    )
    source = say(spoken, "kết quả chấm điểm", "results of scoring") if is_scored else table.title_in(spoken) or table.id
    note(ax, _notes(source, drawn, spoken), below=8)
    return ax


def _scale(drawn: Field, table: Table, what: str) -> Normalize:
    if what == "rank":
        known = [number for row in drawn.numbers for number in row if number is not None]
        return Normalize(1, max(table.out_of, *known) if known else table.out_of)
    return Normalize(0, 1)


def _cell(
    ax: Any,
    row: int,
    column: int,
    number: float | None,
    indicator: Indicator,
    what: str,
    colours: Any,
    scale: Normalize,
    wide: bool,
    lang: Lang,
) -> None:
    if number is None:
        ax.add_patch(Rectangle((column, row), 1, 1, facecolor=EMPTY, hatch=HATCH, linewidth=0.8, edgecolor=THIN))
        return
    share = number / indicator.max_points if what == "points" and indicator.max_points else number
    colour = colours(scale(share))
    ax.add_patch(Rectangle((column, row), 1, 1, facecolor=colour, linewidth=0.8, edgecolor="white"))
    if not wide:
        text = shown(number, what, lang)
        ax.text(column + 0.5, row + 0.52, text, ha="center", va="center", fontsize=7.5, color=ink_on(colour), gid=ON_COLOUR)


def _legend(ax: Any, drawn: Field, colours: Any, scale: Normalize, what: str, lang: Lang) -> None:
    shrink = min(0.6, 3.2 / ax.figure.get_figheight())
    shades = mpl.cm.ScalarMappable(norm=scale, cmap=colours)
    bar = ax.figure.colorbar(shades, ax=ax, location="right", shrink=shrink, pad=0.02, aspect=16)
    bar.outline.set_visible(False)
    bar.ax.tick_params(labelsize=8, length=0)
    bar.ax.yaxis.set_major_formatter(lambda value, _: decimal(value, 0 if what == "rank" else 1, lang))
    words = {"points": ("Điểm ÷ tối đa", "Points ÷ maximum")}
    bar.set_label(say(lang, *words.get(what, MEASURES[what])), fontsize=8)
    if what == "rank":
        bar.set_ticks([1, *range(10, int(scale.vmax) + 1, 10)])
        bar.ax.invert_yaxis()
    if any(number is None for row in drawn.numbers for number in row):
        look = {"frameon": False, "fontsize": 8, "borderaxespad": 0}
        bar.ax.legend(handles=[no_figure(lang)], loc="upper left", bbox_to_anchor=(-0.5, -0.06), **look)


def _notes(source: str, drawn: Field, lang: Lang) -> list[str]:
    known = sum(number is not None for row in drawn.numbers for number in row)
    whole = sum(map(len, drawn.numbers))
    made = [
        say(
            lang,
            f"Có số liệu: {known} trong {whole} ô. Nguồn: {source}.",
            f"{known} of {whole} fields have a figure. Source: {source}.",
        )
    ]
    if drawn.left:
        vi, en = f"Không vẽ {drawn.left} đơn vị chưa có số liệu nào.", f"{drawn.left} units without any are not drawn."
        made.append(say(lang, vi, en))
    if drawn.assumed:
        made.append(say(lang, f"Trong đó {drawn.assumed} số giả định.", f"{drawn.assumed} of them are assumed."))
    return made
