# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Scoreboards: single figures change, and everything above them follows."""

import copy
import gc

import pytest

import dti

SHARE = "files-processed-online-share"  # 6.12: 20 points of 80 per cent, so a point of every four


@pytest.fixture
def board(framework):
    return framework.program().scoreboard({SHARE: [40, 32, None]}, units=["a", "b", "c"])


def test_one_figure_changes_all_ranks(board):
    assert [board.points(unit, "6.12") for unit in "abc"] == [10, 8, 0]
    assert [board.rank(unit, "6.12") for unit in "abc"] == [1, 2, None]
    ranks = board.rank_vector("6.12")
    board.set("c", SHARE, 36)
    assert [board.rank(place, "6.12") for place in range(3)] == [1, 3, 2]
    assert ranks.tolist() == [1, 3, 2] and board.point_vector("6.12").tolist() == [10**10, 8 * 10**9, 9 * 10**9]
    assert board.exact_points("c") == board.exact_points("c", "6") == 9 * 10**9
    board.set("a", SHARE, dti.State.NOT_APPLICABLE)
    assert board.state("a", "6.12") is dti.State.NOT_APPLICABLE and board.rank("a", "6.12") is None
    assert (board.value("c", SHARE), board.value("a", SHARE)) == (36, None)
    assert board.state_of_input("a", SHARE) is dti.State.NOT_APPLICABLE
    assert board.max_points("a", "6.12") in (0, 20) and board.upper("b", "6.12") == 8


def test_kinds_of_figures(board, framework):
    board.set("a", "steering-committee-head", list(framework.inputs["steering-committee-head"].choices)[1])
    assert board.value("a", "steering-committee-head") == list(framework.inputs["steering-committee-head"].choices)[1]
    board.set("a", "portal-dx-section", True)
    assert board.value("a", "portal-dx-section") is True and board.points("a", "1.4") == 10


def test_refused(board):
    for bad in (101, float("nan"), float("inf")):
        with pytest.raises(dti.InvalidValueError):
            board.set("a", SHARE, bad)
    assert board.points("a", "6.12") == 10  # as it was
    for unit, kind in (("d", KeyError), (3, IndexError), (-1, IndexError), (None, TypeError), (True, TypeError)):
        with pytest.raises(kind):
            board.points(unit)
    for input, value, kind in (
        ("nothing", 1, KeyError),
        (SHARE, "50", TypeError),
        (SHARE, None, TypeError),
        ("portal-dx-section", "perhaps", ValueError),
        ("steering-committee-head", "nobody", KeyError),
    ):
        with pytest.raises(kind):
            board.set("a", input, value)
    with pytest.raises(KeyError):
        board.rank("a", "nothing")
    program = board.program
    for wrong in ({"units": ["a"]}, {"units": ["a", "a"]}, {"groups": [1]}):
        with pytest.raises(ValueError):
            program.scoreboard({SHARE: [1, 2]}, **wrong)
    for count in (0, 65536):
        with pytest.raises(ValueError, match="65,535"):
            program.scoreboard(program.columns({}, rows=count))
    with pytest.raises(dti.InvalidValueError):
        program.scoreboard({SHARE: [101]})
    with pytest.raises(TypeError):
        copy.copy(board)


def test_groups(framework):
    board = framework.program().scoreboard({SHARE: [40, 32, 30]}, groups=["n", "s", "s"])
    assert [board.rank(unit, "6.12") for unit in range(3)] == [1, 1, 2]
    assert board.units == ("0", "1", "2") and len(board) == 3


def test_vectors_outlive_everything(framework):
    board = framework.program().scoreboard({SHARE: [40, 32]})
    points = board.point_vector("6.12")
    del board
    gc.collect()
    assert points.tolist() == [10**10, 8 * 10**9] and points.readonly


def test_shown(board):
    pandas = pytest.importorskip("pandas")
    frame = board.to_frame(["6.12"])
    assert frame.loc["b"].tolist() == [8.0, 2.0] and pandas.isna(frame.loc["c", "6.12 rank"])
    assert list(board.to_frame().columns) == ["dti", "dti rank"]
    assert "3 units" in repr(board) and "<td" in board._repr_html_()
