# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Ranking of columns: from exact points of many units to ranks."""

from __future__ import annotations

import array
from collections.abc import Hashable, Sequence
from typing import Any

from dti import _dti
from dti._core import member
from dti.columns import Buffer
from dti.enums import RankMethod, State


def rank_points(
    points: Buffer | Sequence[int],
    *,
    method: RankMethod | str = "competition",
    ascending: bool = False,
    states: Buffer | Sequence[State] | None = None,
    groups: Buffer | Sequence[Hashable] | None = None,
    out: Buffer | None = None,
) -> Any:
    """Rank units by points. Ties are equal integers, so that a rank depends on nothing but the points.

    Args:
        points: of each unit, exact, in 10⁻⁹ point: a buffer of int64, or whole numbers.
        method: how ties are ranked: "competition" (1, 2, 2, 4), "dense" (1, 2, 2, 3), "fractional" (1, 2.5, 2.5, 4).
        ascending: whether least points come first.
        states: of each unit: only those present are ranked; a buffer of uint8, or members of :class:`dti.State`.
        groups: of each unit, a number or a name: each group is ranked by itself; a buffer of uint32, or a list.
        out: a writable float64 array with an item per unit; None: a new one.

    Returns:
        Ranks, from 1, whole unless fractional; 0 for a unit that is not ranked.

    Raises:
        ValueError: an array is too short or too long, read-only, not contiguous. TypeError: it is of another type.
        LimitError, OverflowError: a number is beyond 64 bits.
    """
    ready: Any = array.array("q", points) if isinstance(points, (list, tuple, range)) else points
    if out is None:
        out = memoryview(bytearray(8 * len(memoryview(ready)))).cast("d")
    where = bytes(states) if isinstance(states, (list, tuple)) else states
    of = array.array("I", numbered(groups)) if isinstance(groups, (list, tuple)) else groups
    _dti.rank_points(ready, out, where, of, member(RankMethod, method), bool(ascending))
    return out


def numbered(groups: Sequence[Hashable]) -> list[int]:
    """Groups as numbers: each new one the next."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]
