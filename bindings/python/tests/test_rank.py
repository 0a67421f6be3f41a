# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Ranks of columns: ties, groups, states, and what is refused."""

import array

import pytest

import dti

POINTS = [30, 20, 20, 10]


@pytest.mark.parametrize(
    ("method", "ranks"), [("competition", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3]), ("fractional", [1, 2.5, 2.5, 4])]
)
def test_ties(method, ranks):
    assert dti.rank_points(POINTS, method=method).tolist() == ranks
    assert dti.rank_points(array.array("q", POINTS), method=dti.RankMethod[method.upper()]).tolist() == ranks
    assert dti.rank_points(POINTS[::-1], method=method, ascending=True).tolist() == ranks


def test_groups_and_states():
    assert dti.rank_points(POINTS, groups=["n", "s", "n", "s"]).tolist() == [1, 1, 2, 2]
    assert dti.rank_points(POINTS, groups=array.array("I", [7, 9, 7, 9])).tolist() == [1, 1, 2, 2]
    states = [dti.State.MISSING, dti.State.PRESENT, dti.State.PRESENT, dti.State.PRESENT]
    assert dti.rank_points(POINTS, states=states).tolist() == [0, 1, 1, 3]


@pytest.mark.parametrize("count", [0, 1, 256, 257, 5000])
def test_many(count):
    points = [(number * 7919) % 1000 for number in range(count)]
    ordered = sorted(points, reverse=True)
    out = array.array("d", bytes(8 * count))
    assert dti.rank_points(points, out=out) is out
    first = {}
    for place, each in enumerate(ordered, 1):
        first.setdefault(each, place)
    assert out.tolist() == [first[each] for each in points]


def test_refused():
    numpy = pytest.importorskip("numpy")
    points = numpy.arange(4)
    fixed = numpy.zeros(4)
    fixed.flags.writeable = False
    for bad in (numpy.zeros(3), numpy.zeros(5), fixed, numpy.zeros(4, "f4"), points.view("f8"), numpy.zeros(8)[::2]):
        with pytest.raises((TypeError, ValueError)):
            dti.rank_points(points, out=bad)
    for more in ({"states": bytes(3)}, {"groups": [1]}, {"groups": numpy.zeros(4, "i8")}, {"method": "best"}):
        with pytest.raises((TypeError, ValueError)):
            dti.rank_points(points, **more)
    for bad in ([1.5], ["1"], [2**63], 7, None, numpy.zeros(4), numpy.zeros((2, 2), "i8"), numpy.arange(8)[::2]):
        with pytest.raises((TypeError, ValueError, OverflowError)):
            dti.rank_points(bad)
