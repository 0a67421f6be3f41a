# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The main indicators of a unit on the spokes of a wheel, beside what is usual."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, cast

from dti._core import LangLike, lang_of
from dti.enums import Lang
from dti.framework import Framework
from dti.plot._draw import BLUE, INK, PALE, SOFT, VERMILION, axes_of, decimal, expect, head, inches_of, note, say, short
from dti.plot._numbers import indicator_name
from dti.result import Result
from dti.score import Score
from dti.table import Table

Beside: TypeAlias = "Table | Sequence[Result] | Mapping[str, float]"


class Spoke(NamedTuple):
    """A main indicator: values from 0 to 1, None where there is none, and of how many units the mean is."""

    code: str
    name: str
    value: float | None
    mean: float | None
    units: int


def spokes(result: Result, mean: Beside | None = None, lang: Lang = Lang.VI) -> list[Spoke]:
    """The numbers of the picture: a spoke for each main indicator of the framework that has points.

    The mean of a table is the one that it prints, else that of the units whose figure it has; of results that of those which
    have one.

    Raises:
        ValueError: what it is held against is of another framework.
    """
    made = []
    for code, score in result.mains.items():
        if score.exact_max_points:
            usual, count = _mean(result.framework, code, mean)
            made.append(Spoke(code, indicator_name(score.indicator, lang), _value(score), usual, count))
    return made


def _value(score: Score) -> float | None:
    return score.value if score.coverage > 0 and score.exact_max_points else None


def _mean(framework: Framework, code: str, beside: Beside | None) -> tuple[float | None, int]:
    if beside is None:
        return None, 0
    if isinstance(beside, Table):
        _alike(framework, beside.framework)
        stated = beside.stated_mean(code)
        if stated is not None:
            return stated / framework[code].max_points, beside.out_of
        values = [row.value(code) for row in beside.rows.values()]
    elif isinstance(beside, Mapping):
        values = [beside[code]] if code in beside else []
    else:
        values = []
        for other in beside:
            _alike(framework, other.framework)
            values.append(_value(other[code]))
    known = [value for value in values if value is not None]
    return (math.fsum(known) / len(known), len(known)) if known else (None, 0)


def _alike(framework: Framework, other: Framework) -> None:
    if framework.id != other.id:
        raise ValueError(f"indicators of {framework.id} cannot be held against those of {other.id}")


def radar(
    result: Result,
    mean: Table | Result | Iterable[Result] | Mapping[str, float] | None = None,
    *,
    label: str | None = None,
    title: str | None = None,
    lang: LangLike = "vi",
    ax: Any = None,
) -> Any:
    """The main indicators of a result, each as a value from 0 to 1, against a mean.

    Args:
        mean: what it is held against: a :class:`dti.Table` (its mean), another result or several (theirs), or values by code.
        label: how the mean is called in the legend; None: what it is.
        ax: polar axes, of 4.5 inches or more for themselves and all around them; in less, spokes bear codes instead of names.

    Returns:
        The matplotlib Axes.

    Raises:
        ValueError: the mean is of another framework, or the framework has no main indicators with points.
        TypeError: what is drawn is no result.
    """
    spoken = lang_of(lang)
    expect(result, Result)
    beside: Beside | None
    if mean is None or isinstance(mean, Table):
        beside = mean
    elif isinstance(mean, Result):
        # A mapping too, of its own kind.
        beside = [mean]
    else:
        beside = cast("Mapping[str, float]", mean) if isinstance(mean, Mapping) else list(mean)
    points = spokes(result, beside, spoken)
    if not points:
        raise ValueError(f"{result.framework.id} has no main indicators with points of their own")
    ax = axes_of(ax, 7.6, 7.4, projection="polar")
    angles = [2 * math.pi * i / len(points) for i in range(len(points))]
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(-1)
    ax.set_ylim(0, 1)
    ax.set_yticks([0.25, 0.5, 0.75, 1], labels=[decimal(tick, 2, spoken) for tick in (0.25, 0.5, 0.75, 1)])
    ax.set_rlabel_position(math.degrees(angles[1] / 2) if len(points) > 1 else 0)
    ax.tick_params(axis="y", labelsize=8, labelcolor=SOFT)
    ax.grid(color=PALE, linewidth=0.7)
    ax.spines["polar"].set_color(PALE)

    usual = [spoke.mean for spoke in points] if any(spoke.mean is not None for spoke in points) else []
    if usual:
        _line(ax, angles, usual, VERMILION, "--", "s", label or _called(beside, points, spoken))
    dossier = result.dossier
    # Names around a wheel of a few centimetres would cover it: there the codes stand alone.
    small = inches_of(ax)[1] < 4.5
    own = [spoke.value for spoke in points]
    _line(ax, angles, own, BLUE, "-", "o", _called_result(result, spoken))
    if all(value is not None for value in own):
        ax.fill(angles, own, color=BLUE, alpha=0.12, linewidth=0)

    ax.set_xticks(angles, labels=[_label(spoke, _is_mean(beside), small, spoken) for spoke in points])
    for text, angle in zip(ax.get_xticklabels(), angles):
        side = math.sin(angle)
        text.set_horizontalalignment("left" if side > 0.1 else "right" if side < -0.1 else "center")
        text.set_verticalalignment("bottom" if math.cos(angle) > 0.9 else "top" if math.cos(angle) < -0.9 else "center")
        text.set_fontsize(9)
        text.set_color(INK)
    ax.tick_params(axis="x", pad=4)
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.13), ncols=1, frameon=False, fontsize=9)
    vi, en = f"Các chỉ số chính của {dossier.name}, năm {dossier.year}", f"Main indicators of {dossier.name}, {dossier.year}"
    head(ax, title or say(spoken, vi, en), pad=16, taken=inches_of(ax)[0] / 2 if small else 0.0)
    note(ax, _notes(result, beside, spoken), below=92 if usual else 78)
    return ax


def _line(ax: Any, angles: list[float], values: list[float | None], colour: str, style: str, marker: str, label: str) -> None:
    # A spoke without a value opens the line: neither it nor its neighbours may look measured.
    ends = [math.nan if value is None else value for value in values]
    look = {"color": colour, "marker": marker, "markersize": 5, "linewidth": 1.8}
    ax.plot([*angles, angles[0]], [*ends, ends[0]], style, label=label, **look)


def _is_mean(beside: Beside | None) -> bool:
    return isinstance(beside, Table) or (beside is not None and not isinstance(beside, Mapping) and len(beside) > 1)


def _label(spoke: Spoke, is_mean: bool, small: bool, lang: Lang) -> str:
    name = spoke.code if small else short(spoke.name, 22)
    if spoke.value is None:
        return name + "\n" + say(lang, "chưa có số liệu", "no figure")
    text = decimal(spoke.value, 2, lang)
    if spoke.mean is not None:
        held = say(lang, "TB", "mean") if is_mean else say(lang, "so với", "beside")
        text += f" ({held} {decimal(spoke.mean, 2, lang)})"
    return f"{name}: {text}" if small else f"{name}\n{text}"


def _called(mean: Beside | None, points: list[Spoke], lang: Lang) -> str:
    counts = sorted({spoke.units for spoke in points if spoke.units})
    many = f"{counts[0]}–{counts[-1]}" if len(counts) > 1 else f"{counts[0]}"
    if isinstance(mean, Table):
        if counts == [mean.out_of]:
            return say(lang, f"Trung bình {many} đơn vị, {mean.year}", f"Mean of {many} units, {mean.year}")
        return say(
            lang,
            f"Trung bình các đơn vị có số liệu ({many} trong {mean.out_of}), {mean.year}",
            f"Mean of the units with a figure ({many} of {mean.out_of}), {mean.year}",
        )
    if mean is None or isinstance(mean, Mapping):
        return say(lang, "Mức so sánh", "Held against")
    if len(mean) == 1:
        return _called_result(mean[0], lang)
    return say(lang, f"Trung bình {many} kết quả", f"Mean of {many} results")


def _called_result(result: Result, lang: Lang) -> str:
    """Of one unit and year there may be two: what was appraised, and what was computed."""
    return f"{result.dossier.name}, {result.dossier.year} ({result.track_name(lang)})"


def _notes(result: Result, mean: Beside | None, lang: Lang) -> list[str]:
    track = result.track_name(lang)
    part = [main.code for main in result.mains.values() if 0 < main.coverage < 1]
    lines = [
        say(
            lang,
            f"Giá trị 0–1 = điểm đạt ÷ điểm tối đa; điểm {track}; {result.framework.title_in(lang)}.",
            f"Value 0–1 = points ÷ maximum; {track} points; {result.framework.title_in(lang)}.",
        )
    ]
    if part:
        codes = ", ".join(part)
        lines.append(say(lang, f"Còn phần chưa chấm, tính là 0: {codes}.", f"Partly open, which counts as 0: {codes}."))
    if isinstance(mean, Table):
        lines.append(say(lang, f"Trung bình theo: {mean.title_in(lang)}.", f"Mean from: {mean.title_in(lang)}."))
    return lines
