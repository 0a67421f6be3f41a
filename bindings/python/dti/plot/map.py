# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""A map of provinces, the darker the better. Hoàng Sa and Trường Sa are on it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.colors import Normalize
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from dti._core import LangLike, PathLike, lang_of
from dti.enums import Lang
from dti.indicator import Indicator
from dti.plot._draw import EMPTY, HATCH, INK, MEASURES, SOFT, VERMILION
from dti.plot._draw import axes_of, decimal, head, inches_of, measure_of, no_figure, note, say, shown, spread
from dti.plot._numbers import Cell, Wanted, cells, chosen, indicator_name, indicator_of, table_of
from dti.plot._shapes import Shapes, archipelagos, shapes_of
from dti.plot._svg import Ring
from dti.ranking import Ranking
from dti.table import Table

_SEA = "#9fb8c8"
_BORDER = "#8a8a8a"


def areas(data: Table | Ranking, code: str | Indicator | None, what: str, shapes: Shapes) -> list[tuple[Cell, list[Ring]]]:
    """The numbers of the picture: every unit of the day with its figure, or None, and the rings that are filled with it."""
    table = table_of(data)
    known = {cell.unit.index: cell for cell in cells(data, code, measure_of(what))}
    made = []
    for unit in table.units.at(table.day):
        made.append((known.get(unit.index, Cell(unit, None)), shapes.of(unit)))
    return made


def map(
    data: Table | Ranking,
    code: str | Indicator | None = None,
    *,
    what: str = "rank",
    shapes: PathLike | Mapping[str, Any] | None = None,
    key: str | None = None,
    credit: str | None = None,
    highlight: Wanted = (),
    title: str | None = None,
    lang: LangLike = "vi",
    ax: Any = None,
) -> Any:
    """Provinces coloured by rank, value or points, the darker the better; those without a figure are hatched.

    Args:
        data: a table or a ranking.
        code: the indicator; None: the overall index, or that of the ranking.
        what: "rank", "value" (0 to 1) or "points".
        shapes: None: the 63 provinces of the package (Natural Earth, public domain); units that were formed from several
            fill the shapes of all. A GeoJSON or TopoJSON document or its path; an SVG file, or the folder of npm
            ``@svg-maps/vietnam``.
        key: the property that names the unit of a shape; None: the one that names most.
        credit: whom to name for the shapes; None: the source that is known, or the name of the file.
        highlight: units that are outlined and named with their figure.

    Returns:
        The matplotlib Axes. Hoàng Sa and Trường Sa are drawn and named on every map: by their outlines where the shapes have
        them, else at their place, or in a box where the shapes have no longitudes.

    Raises:
        ValueError: the shapes are not understood, name no unit of the register, or there is no figure to draw.
        FileNotFoundError: there is no such file.
        NotFoundError: there is no such indicator or unit.
    """
    spoken = lang_of(lang)
    table = table_of(data)
    ground = shapes_of(shapes, key, table.units, table.day)
    drawn = areas(data, code, what, ground)
    ax = axes_of(ax, 8.2, 8.6)
    known = [cell.number for cell, _ in drawn if cell.number is not None]
    if not known:
        raise ValueError(f"nothing is known of {indicator_of(data, code).code} in {table.id} as {what}")
    scale = _scale(known, table, what, indicator_of(data, code))
    colours = mpl.colormaps["cividis" if what == "rank" else "cividis_r"]
    for cell, rings in drawn:
        if rings:
            _area(ax, rings, cell, None if cell.number is None else colours(scale(cell.number)))
    for rings in ground.others:
        _area(ax, rings, None, None)
    _frame(ax, ground)
    _islands(ax, ground, spoken)
    marked = chosen(table.units, highlight, table.day)
    _outlined(ax, [area for area in drawn if area[0].unit in marked], ground, what, spoken)

    _legend(ax, colours, scale, what, any(cell.number is None for cell, rings in drawn if rings), spoken)
    ax.set_axis_off()
    # A country that is high and narrow leaves room at its sides; title and notes begin where the map does.
    ax.set_anchor("W")
    ax.set_xticks([])
    ax.set_yticks([])
    indicator = indicator_of(data, code)
    name, measure = indicator_name(indicator, spoken), say(spoken, *MEASURES[what])
    head(ax, title or say(spoken, f"{measure} theo {name}, năm {table.year}", f"{measure} by {name}, {table.year}"))
    note(
        ax,
        _notes(drawn, table, credit if credit is not None else ground.credit, spoken),
        below=max(6, 34 - 4 * inches_of(ax)[1]),
    )
    return ax


def _scale(known: Sequence[float], table: Table, what: str, indicator: Indicator) -> Normalize:
    if what == "rank":
        return Normalize(1, max([table.out_of, *known]))
    # Colours tell apart what there is; a scale from 0 would give all provinces nearly the same.
    least, most = (min(known), max(known)) if known else (0.0, 1.0)
    step = 0.05 if what == "value" else max(indicator.max_points, 1) / 20
    return Normalize(math.floor(least / step) * step, max(math.ceil(most / step), math.floor(least / step) + 1) * step)


def _area(ax: Any, rings: Sequence[Ring], cell: Cell | None, colour: Any) -> None:
    patch = PathPatch(_path(rings))
    if colour is None:
        patch.set(facecolor=EMPTY if cell else "#e4e4e4", edgecolor=_BORDER, linewidth=0, hatch=HATCH if cell else None)
    else:
        patch.set(facecolor=colour, edgecolor=colour, linewidth=0.4)
    _border(ax, rings, _BORDER if colour is None else "white", 0.4, 2)
    if cell is not None:
        patch.set_gid(cell.unit.id)
        patch.set_label(cell.unit.name)
    ax.add_patch(patch)


def _border(ax: Any, rings: Sequence[Ring], colour: str, width: float, order: int) -> None:
    """The outline of rings that may touch: an edge that two of them have lies inside."""
    edges = [tuple(sorted(edge)) for ring in rings for edge in zip(ring, [*ring[1:], ring[0]])]
    counts = Counter(edges)
    outer = [edge for edge in edges if counts[edge] == 1]
    ax.add_collection(LineCollection(outer, colors=colour, linewidths=width, zorder=order, capstyle="round"), autolim=False)


def _path(rings: Sequence[Ring]) -> Path:
    corners = [corner for ring in rings for corner in (*ring, ring[0])]
    codes = [code for ring in rings for code in (Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY)]
    return Path(corners, codes)


def _box(rings: Iterable[Iterable[tuple[float, float]]]) -> tuple[float, float, float, float]:
    corners = [corner for ring in rings for corner in ring]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def _frame(ax: Any, ground: Shapes) -> None:
    left, low, right, high = _box(ground.all())
    if ground.geographic:
        seas = [point for sea in archipelagos() for point in sea.points]
        left, low, right, high = _box([[(left, low), (right, high), *seas]])
        # A degree of longitude is shorter than one of latitude, here by the cosine of 16°.
        ax.set_aspect(1 / math.cos(math.radians((low + high) / 2)))
        right += 1.4
    else:
        ax.set_aspect("equal")
        right += (right - left) * (0.02 if len(ground.islands) == 2 else 0.5)
    edge = (high - low) * 0.02
    ax.set_xlim(left - edge, right + edge)
    # The name of Trường Sa stands below its southernmost islet.
    name = (high - low) * 0.06
    if ground.flip:
        ax.set_ylim(high + name, low - edge)
    else:
        ax.set_ylim(low - name, high + edge)


def _islands(ax: Any, ground: Shapes, lang: Lang) -> None:
    """Both archipelagos, neutral in colour: they have no figure of their own."""
    for place, sea in enumerate(archipelagos()):
        rings = ground.islands.get(sea.id)
        name = sea.names[lang].replace(" (", "\n(")
        if rings:
            outlines = [PathPatch(_path([ring])) for ring in rings]
            patches = PatchCollection(outlines, facecolor=_SEA, edgecolor=INK, linewidth=0.5)
            patches.set_gid(sea.id)
            ax.add_collection(patches)
            left, low, right, high = _box(rings)
            below = high if ground.flip else low
            _named(ax, (left + right) / 2, below, name)
        elif ground.geographic:
            _dots(ax, sea.id, sea.points)
            left, low, right, _ = _box([sea.points])
            _named(ax, (left + right) / 2, low, name)
        else:
            _inset(ax, sea.id, sea.points, name, place)


def _dots(ax: Any, id: str, points: Sequence[tuple[float, float]]) -> None:
    across, up = [x for x, _ in points], [y for _, y in points]
    look = {"marker": "o", "markersize": 4, "markerfacecolor": _SEA, "markeredgecolor": INK, "markeredgewidth": 0.5}
    ax.plot(across, up, linestyle="none", gid=id, **look)


def _named(ax: Any, x: float, y: float, name: str) -> None:
    ax.annotate(
        name, (x, y), xytext=(0, -6), textcoords="offset points", ha="center", va="top", fontsize=8, color=INK, style="italic"
    )


def _inset(ax: Any, id: str, points: Sequence[tuple[float, float]], name: str, place: int) -> None:
    box = ax.inset_axes((0.74, 0.36 - 0.32 * place, 0.24, 0.2))
    _dots(box, id, points)
    left, low, right, high = _box([points])
    box.set_xlim(left - 0.5, right + 0.5)
    box.set_ylim(low - 0.5, high + 0.5)
    box.set_aspect("equal")
    box.set_xticks([])
    box.set_yticks([])
    for spine in box.spines.values():
        spine.set_color(SOFT)
    box.set_xlabel(name, fontsize=8, style="italic", color=INK)


def _outlined(ax: Any, marked: Sequence[tuple[Cell, list[Ring]]], ground: Shapes, what: str, lang: Lang) -> None:
    """Units with an outline and their figure. Names stand where the map is empty: those of the north in the gulf, the others
    west of the country; the sea in the east belongs to the archipelagos."""
    left, low, right, high = _box([ring for _, shape in ground.units for ring in shape])

    def at(across: float, up: float) -> tuple[float, float]:
        return left + across * (right - left), (high - up * (high - low)) if ground.flip else (low + up * (high - low))

    sides: dict[bool, list[tuple[float, tuple[float, float], Cell]]] = {True: [], False: []}
    for cell, rings in marked:
        if not rings:
            continue
        _border(ax, rings, VERMILION, 1.8, 4)
        # The ring with the most corners is the mainland.
        west, south, east, north = _box(sorted(rings, key=len)[-1:])
        middle = ((west + east) / 2, (south + north) / 2)
        up = (high - middle[1] if ground.flip else middle[1] - low) / (high - low)
        sides[up > 0.61].append((up, middle, cell))
    for is_north, labels in sides.items():
        across, least, most = (0.94, 0.6, 0.95) if is_north else (0.42, 0.2, 0.59)
        heights = spread([up for up, _, _ in labels], 0.05, least, most)
        for (_, middle, cell), height in zip(labels, heights):
            figure = say(lang, "chưa có số liệu", "no figure") if cell.number is None else shown(cell.number, what, lang)
            ax.annotate(
                f"{cell.unit.name_in(lang)}: {figure}",
                middle,
                xytext=at(across, height),
                fontsize=9,
                fontweight="bold",
                color=INK,
                va="center",
                ha="left" if is_north else "right",
                arrowprops={"arrowstyle": "-", "color": VERMILION, "linewidth": 1.0},
                bbox={"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": VERMILION, "linewidth": 0.8},
                zorder=6,
            )


def _legend(ax: Any, colours: Any, scale: Normalize, what: str, some_missing: bool, lang: Lang) -> None:
    slot = ax.inset_axes((0.76, 0.68, 0.03, 0.26))
    bar = ax.figure.colorbar(mpl.cm.ScalarMappable(norm=scale, cmap=colours), cax=slot)
    bar.outline.set_visible(False)
    bar.ax.tick_params(labelsize=8, length=0, colors=INK)
    digits = 0 if what == "rank" else 2 if what == "value" else 0
    if what == "rank":
        bar.set_ticks([1, *range(10, int(scale.vmax) + 1, 10)])
        bar.ax.invert_yaxis()
    bar.ax.yaxis.set_major_formatter(lambda value, _: decimal(value, digits, lang))
    bar.ax.set_title(say(lang, *MEASURES[what]), fontsize=8.5, loc="left", color=INK)
    if some_missing:
        ax.legend(handles=[no_figure(lang)], loc="upper left", bbox_to_anchor=(0.74, 0.67), frameon=False, fontsize=8.5)


def _notes(drawn: Sequence[tuple[Cell, list[Ring]]], table: Table, credit: str, lang: Lang) -> list[str]:
    known = sum(cell.number is not None for cell, _ in drawn)
    made = [
        say(
            lang,
            f"{known} trong {len(drawn)} đơn vị có số liệu. Nguồn: {table.title_in(lang) or table.id}.",
            f"{known} of {len(drawn)} units have a figure. Source: {table.title_in(lang) or table.id}.",
        )
    ]
    assumed = sum(cell.assumed for cell, _ in drawn)
    if assumed:
        made.append(say(lang, f"Trong đó {assumed} số giả định.", f"{assumed} of them are assumed."))
    lost = [cell.unit.name_in(lang) for cell, rings in drawn if not rings]
    if lost:
        more = say(lang, f" và {len(lost) - 8} đơn vị khác", f" and {len(lost) - 8} others") if len(lost) > 8 else ""
        made.append(say(lang, "Không có hình trên bản đồ: ", "Without a shape: ") + ", ".join(lost[:8]) + more + ".")
    if credit:
        made.append(say(lang, "Bản đồ: ", "Map: ") + credit + ".")
    return made
