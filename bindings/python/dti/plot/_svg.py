# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The outlines in the ``d`` of an SVG path, as rings of corners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Corner: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Corner]

_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_STEPS = 6
"""Corners that a curve becomes: on a map of provinces a curve is an islet of a few pixels."""


def rings(path: str) -> list[Ring]:
    """Rings of a path of moves, lines, cubic curves and ends (M m L l H h V v C c Z z).

    Raises:
        ValueError: another command, or numbers missing.
    """
    made: list[Ring] = []
    x = y = 0.0
    for command, numbers in _commands(path):
        near = command.islower()
        kind = command.upper()
        if kind == "Z":
            if made:
                x, y = made[-1][0]
            continue
        if kind == "M":
            x, y = _to(numbers[:2], near, x, y)
            made.append([(x, y)])
            numbers, kind = numbers[2:], "L"
        elif not made or made[-1] and (x, y) != made[-1][-1]:
            # After an end the next ring begins where the last one did.
            made.append([(x, y)])
        if kind == "C":
            for i in range(0, len(numbers), 6):
                corners = [_to(numbers[i + k : i + k + 2], near, x, y) for k in (0, 2, 4)]
                made[-1] += _curve((x, y), *corners)
                x, y = corners[-1]
        else:
            for i in range(0, len(numbers), 2 if kind == "L" else 1):
                if kind == "L":
                    x, y = _to(numbers[i : i + 2], near, x, y)
                elif kind == "H":
                    x = numbers[i] + (x if near else 0)
                else:
                    y = numbers[i] + (y if near else 0)
                made[-1].append((x, y))
    return [ring for ring in made if len(ring) > 2]


def _to(pair: list[float], near: bool, x: float, y: float) -> Corner:
    return (pair[0] + x, pair[1] + y) if near else (pair[0], pair[1])


def _curve(a: Corner, b: Corner, c: Corner, d: Corner) -> Iterator[Corner]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield (
            sum(weight * point[0] for weight, point in zip(weights, (a, b, c, d))),
            sum(weight * point[1] for weight, point in zip(weights, (a, b, c, d))),
        )


_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    command = ""
    numbers: list[float] = []
    for letter, digits in _TOKEN.findall(path):
        if digits:
            numbers.append(float(digits))
            continue
        if command:
            yield command, _whole(command, numbers)
        command, numbers = letter, []
        if letter.upper() not in _COUNTS:
            raise ValueError(f"path command {letter!r} is not read here; expected one of M L H V C Z")
    if command:
        yield command, _whole(command, numbers)


def _whole(command: str, numbers: list[float]) -> list[float]:
    each = _COUNTS[command.upper()]
    if (len(numbers) % each if each else len(numbers)) or (each and not numbers):
        raise ValueError(f"path command {command!r} has {len(numbers)} numbers; expected a multiple of {each}")
    return numbers
