# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What the pictures share: colours, words, numbers with their comma, notes, and labels that keep out of each other's way."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import matplotlib.pyplot as plt
from matplotlib.colors import to_hex, to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.spines import Spine
from matplotlib.text import Text

from dti.enums import Lang

Thing = TypeVar("Thing")

# Okabe and Ito's colours; in grey they differ by lightness.
BLUE = "#0072B2"
ORANGE = "#E69F00"
VERMILION = "#D55E00"
GREEN = "#009E73"
PURPLE = "#CC79A7"
SKY = "#56B4E9"
LINES = (VERMILION, BLUE, GREEN, ORANGE, PURPLE, SKY)
MARKERS = "osD^vP"
INK = "#222222"
SOFT = "#5f5f5f"
PALE = "#c4c4c4"
EMPTY = "#f2f2f2"
HATCH = "////"
THIN = "#dedede"
ON_COLOUR = "dti-on-colour"
"""Marks texts whose ground is a colour of the picture, whatever that of the paper is."""
_LIGHT = {INK: "#eeeeee", SOFT: "#b5b5b5", PALE: "#555555"}

MEASURES = {
    "value": ("Giá trị (0–1)", "Value (0–1)"),
    "points": ("Điểm", "Points"),
    "rank": ("Hạng", "Rank"),
}


def measure_of(what: str) -> str:
    if what not in MEASURES:
        raise ValueError(f"{what!r} is nothing to draw; expected one of " + ", ".join(map(repr, MEASURES)))
    return what


def expect(thing: Thing, *kinds: type) -> Thing:
    """The thing, if it is of one of the kinds."""
    if not isinstance(thing, kinds):
        raise TypeError(f"expected {' or '.join(kind.__name__ for kind in kinds)}, not {type(thing).__name__}")
    return thing


def say(lang: Lang, vi: str, en: str) -> str:
    return vi if lang is Lang.VI else en


def decimal(value: float, digits: int, lang: Lang, *, sign: bool = False) -> str:
    """A number as it is printed: "583,83", "−46,17"."""
    text = f"{value:+.{digits}f}" if sign else f"{value:.{digits}f}"
    text = text.replace("-", "−")
    return text.replace(".", ",") if lang is Lang.VI else text


def shown(value: float, what: str, lang: Lang) -> str:
    """A cell as it is printed: a value to four places as the ministry does, points to two, a rank without."""
    if what == "rank":
        return decimal(value, 0 if value == int(value) else 1, lang)
    return decimal(value, 4 if what == "value" else 2, lang)


def axes_of(ax: Any, width: float, height: float, *, projection: str | None = None) -> Any:
    """The caller's axes, or those of a new figure of that size in inches."""
    if ax is None:
        figure = plt.figure(figsize=(width, height), layout="constrained")
        return figure.add_subplot(projection=projection)
    if projection is not None and getattr(ax, "name", None) != projection:
        raise TypeError(f"ax: expected {projection} axes: plt.subplots(subplot_kw={{'projection': '{projection}'}})")
    return ax


def inches_of(ax: Any) -> tuple[float, float]:
    """Width and height of the part of the figure that the axes and all around them have."""
    cell = ax.get_subplotspec()
    share = cell.get_position(ax.figure) if cell is not None else ax.get_position()
    return share.width / 0.775 * ax.figure.get_figwidth(), share.height / 0.77 * ax.figure.get_figheight()


def head(ax: Any, title: str, *, pad: float = 10, taken: float = 0.0) -> None:
    """The title above the axes, whose left edge is so many inches from that of their part of the figure."""
    ax.set_title(_wrapped(title, ax, 9.5, taken), loc="left", fontsize=12, fontweight="bold", color=INK, pad=pad)


def note(ax: Any, lines: Iterable[str], *, below: float) -> None:
    """What is drawn and where it is from, in small letters that many typographic points below the axes."""
    cell = ax.get_subplotspec()
    left = cell.get_position(ax.figure).x0 if cell is not None and cell.num1 else 0.0
    made = ax.annotate(
        "\n".join(_wrapped(line, ax, 4.7) for line in lines if line),
        (left, 0),
        xytext=(5, -below),
        xycoords=("figure fraction", "axes fraction"),
        textcoords="offset points",
        va="top",
        ha="left",
        fontsize=8,
        color=SOFT,
        annotation_clip=False,
    )
    made.set_gid("dti-note")
    _suit(ax)


def _suit(ax: Any) -> None:
    """On a dark ground, which the caller's style gives, what is written and ruled there becomes light."""
    if lightness(to_rgb(ax.figure.get_facecolor())) >= 0.5:
        return
    for artist in ax.figure.findobj(lambda each: isinstance(each, (Text, Line2D, Spine)) and each.get_gid() != ON_COLOUR):
        if isinstance(artist, Spine):
            artist.set_edgecolor(_LIGHT.get(to_hex(artist.get_edgecolor()), artist.get_edgecolor()))
        elif isinstance(artist, Line2D) or artist.get_bbox_patch() is None:
            artist.set_color(_LIGHT.get(to_hex(artist.get_color()), artist.get_color()))


def _wrapped(text: str, ax: Any, letter: float, taken: float = 0.0) -> str:
    # Before the layout the axes' own width is not known: that of their cell of the figure is.
    cell = ax.get_subplotspec()
    share = cell.get_position(ax.figure).width if cell is not None else ax.get_position().width
    room = (ax.figure.get_figwidth() * min(1.0, share * 1.15) - taken) * 72
    return "\n".join(textwrap.wrap(text, max(18 if taken else 24, int(room / letter)), break_long_words=False))


def short(text: str, width: int) -> str:
    """A text in as few lines as that many letters ask for, all about equally long."""

    def broken(at: int) -> list[str]:
        return textwrap.wrap(text, at, break_long_words=False, break_on_hyphens=False)

    least = len(broken(width))
    return "\n".join(broken(next(at for at in range(4, width + 1) if len(broken(at)) <= least)))


def plain(ax: Any, *, keep: Sequence[str] = ("bottom", "left")) -> None:
    """Only the lines that carry something."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in keep)
        spine.set_color(PALE)
    ax.tick_params(colors=INK, length=0, labelsize=9)


def no_figure(lang: Lang) -> Patch:
    """The entry of a legend for what has no figure."""
    return Patch(facecolor=EMPTY, edgecolor=SOFT, hatch=HATCH, linewidth=0.5, label=say(lang, "Chưa có số liệu", "No figure"))


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels: as near as can be to where they belong, ``gap`` apart, between ``low`` and ``high``.

    Labels that touch form a block, which stands at the mean of what its labels ask for. If there is no room for all, the gaps
    become smaller, alike.
    """
    if not places:
        return []
    if len(places) > 1:
        gap = min(gap, (high - low) / (len(places) - 1))
    order = sorted(range(len(places)), key=lambda i: places[i])
    blocks: list[list[float]] = []  # the first place, the number of labels
    for i in order:
        blocks.append([min(max(places[i], low), high), 1])
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * gap > blocks[-1][0]:
            first, count = blocks.pop()
            before, many = blocks[-1]
            # What the second block asks for its first label is what it would give a label `many` gaps earlier.
            start = (before * many + (first - many * gap) * count) / (many + count)
            blocks[-1] = [min(max(start, low), high - (many + count - 1) * gap), many + count]
    made = [0.0] * len(places)
    labels = iter(order)
    for first, count in blocks:
        for step in range(int(count)):
            made[next(labels)] = first + step * gap
    return made


def ink_on(colour: Sequence[float]) -> str:
    """Black or white, whichever is read on a colour."""
    return "white" if lightness(colour) < 0.5 else INK


def lightness(colour: Sequence[float]) -> float:
    """Of a colour in grey print, from 0 (black) to 1."""
    red, green, blue = colour[:3]
    return 0.299 * red + 0.587 * green + 0.114 * blue
