# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""From the maximum to what was reached, step by step: where points were lost."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, TypeAlias

from dti._core import POINT, LangLike, format_points, lang_of
from dti.enums import Lang
from dti.loss import LossGroup
from dti.losses import Losses
from dti.plot._draw import BLUE, GREEN, INK, PALE, VERMILION, axes_of, decimal, expect, head, note, plain, say, short
from dti.result import Result

By: TypeAlias = Literal["main", "cause", "agency"]

_TITLES = {
    "main": ("theo chỉ số chính", "by main indicator"),
    "cause": ("theo nguyên nhân", "by cause"),
    "agency": ("theo cơ quan", "by agency"),
}


class Step(NamedTuple):
    """A bar of the picture: from one amount to the next, in 10⁻⁹ point. The first and the last one are totals."""

    name: str
    start: int
    end: int
    total: bool = False

    @property
    def change(self) -> int:
        """What it adds or takes away, in the unit of start and end."""
        return self.end - self.start


def steps(losses: Losses, by: By = "main", most: int = 12, lang: Lang = Lang.VI) -> list[Step]:
    """The numbers of the picture: the maximum, a step down for each group, what was reached. They add up exactly.

    Of more than ``most`` groups the smallest are put together. Points that several agencies answer for stand with each of
    them; a step up takes back what is counted more than once.
    """
    if by not in _TITLES:
        raise ValueError(f"{by!r}: expected one of " + ", ".join(map(repr, _TITLES)))
    if most < 2:
        raise ValueError(f"most={most}: at least two groups are to be drawn")
    overall = losses.result.overall
    level = overall.exact_max_points
    made = [Step(say(lang, "Điểm tối đa", "Maximum"), 0, level, True)]
    groups = [(_name(group, by, lang), group.exact_points) for group in losses.by(by)]
    if len(groups) > most:
        kept = sorted(groups, key=lambda group: -group[1])[: most - 1]
        rest = [group for group in groups if group not in kept]
        groups = [group for group in groups if group in kept]
        groups.append((say(lang, f"{len(rest)} nhóm khác", f"{len(rest)} others"), sum(lost for _, lost in rest)))
    for name, lost in groups:
        made.append(Step(name, level, level - lost))
        level -= lost
    if level != overall.exact_points:
        name = say(lang, "Trừ phần tính ở nhiều cơ quan", "Less what several answer for")
        if by != "agency":
            name = say(lang, "Làm tròn", "Rounding")
        made.append(Step(name, level, overall.exact_points))
    made.append(Step(say(lang, "Điểm đạt được", "Reached"), 0, overall.exact_points, True))
    return made


def _name(group: LossGroup, by: By, lang: Lang) -> str:
    name = group.name_in(lang)
    return f"{group.id}. {name}" if by == "main" else name[:1].upper() + name[1:]


def waterfall(
    of: Result | Losses,
    by: By = "main",
    *,
    most: int = 12,
    title: str | None = None,
    lang: LangLike = "vi",
    ax: Any = None,
) -> Any:
    """Lost points, from the maximum at the top to what was reached at the bottom.

    Args:
        of: a result, or its losses.
        by: what a bar stands for: a "main" indicator, a "cause" or an "agency".
        most: at most that many bars of losses; the smallest groups are put together.

    Returns:
        The matplotlib Axes: bars in the order of :func:`steps`, with their labels.

    Raises:
        ValueError: another ``by``, or less than two groups.
        TypeError: what is drawn is no result and has no losses.
    """
    spoken = lang_of(lang)
    expect(of, Result, Losses)
    losses = of.losses() if isinstance(of, Result) else of
    bars = steps(losses, by, most, spoken)
    ax = axes_of(ax, 8.6, 1.5 + 0.42 * len(bars))
    places = range(len(bars))
    for place, bar in zip(places, bars):
        colour, hatch = _look(bar)
        ax.barh(
            place,
            abs(bar.change) / POINT,
            left=min(bar.start, bar.end) / POINT,
            height=0.66,
            color=colour,
            edgecolor="white",
            hatch=hatch,
            linewidth=0,
        )
        if place + 1 < len(bars):
            ax.plot([bar.end / POINT] * 2, [place + 0.33, place + 0.67], color=INK, linewidth=0.6, linestyle=":", zorder=1)
    top = max(max(bar.start, bar.end) for bar in bars) / POINT
    for place, bar in zip(places, bars):
        _amount(ax, place, bar, top, spoken)
    ax.set_yticks(list(places), labels=[short(bar.name, 34) for bar in bars])
    ax.set_ylim(len(bars) - 0.4, -0.6)
    # What several answer for is taken from each, which may come to more than there is.
    least = min(0, *(bar.end for bar in bars)) / POINT
    ax.set_xlim(least * 1.05, top * 1.1)
    ax.set_xticks([tick for tick in ax.get_xticks() if least <= tick <= top])
    ax.xaxis.set_major_formatter(lambda value, _: decimal(value, 0, spoken))
    ax.set_xlabel(say(spoken, "Điểm", "Points"), fontsize=9, color=INK)
    plain(ax, keep=("bottom",))
    for text, bar in zip(ax.get_yticklabels(), bars):
        text.set_fontweight("bold" if bar.total else "normal")
    ax.xaxis.grid(True, color=PALE, linewidth=0.5)
    ax.set_axisbelow(True)

    dossier = losses.result.dossier
    where = say(spoken, *_TITLES[by])
    vi = f"{dossier.name} mất điểm ở đâu, năm {dossier.year} ({where})"
    en = f"Where {dossier.name} lost points in {dossier.year} ({where})"
    head(ax, title or say(spoken, vi, en))
    note(ax, _notes(losses.result, spoken), below=38)
    return ax


def _look(bar: Step) -> tuple[str, str | None]:
    if bar.total:
        return BLUE, None
    # In grey red and green are alike: what comes back is hatched.
    return (GREEN, "////") if bar.change > 0 else (VERMILION, None)


def _amount(ax: Any, place: int, bar: Step, top: float, lang: Lang) -> None:
    exact = bar.end if bar.total else bar.change
    text = format_points(abs(exact), 2, lang)
    if not bar.total:
        text = ("+" if exact > 0 else "−") + text
    ax.text(
        max(bar.start, bar.end) / POINT + top * 0.008,
        place,
        text,
        va="center",
        ha="left",
        fontsize=9,
        color=INK,
        fontweight="bold" if bar.total else "normal",
        gid="dti-amount",
    )


def _notes(result: Result, lang: Lang) -> list[str]:
    lost = format_points(result.overall.exact_loss, 2, lang)
    track, name = result.track_name(lang), result.framework.title_in(lang)
    vi, en = f"Mất tổng cộng {lost} điểm; điểm {track}; {name}.", f"{lost} points lost in all; {track} points; {name}."
    lines = [say(lang, vi, en)]
    if result.overall.coverage < 1:
        lines.append(say(lang, "Điểm chưa chấm được tính là mất.", "What is open counts as lost."))
    return lines
