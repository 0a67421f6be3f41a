# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Losses of the plan of Quảng Nam: what its main indicators, components and agencies lack, by its own figures."""

import json
import pickle

import pytest

import dti

# Maximum − points of the plan's main indicators, what of it its listed components leave open, and how many of them lack
# something: 3.1 to 3.7 lack 3.64 + 2.13 + 3.47 + 15 + 1.43 + 6.67 = 32.34 of 32.36.
MAINS = {
    "1": (20, 0, 3),
    "2": (20, 0, 2),
    "3": (32.36, 0.02, 6),
    "4": (55.23, 17.015, 5),
    "5": (47.71, -0.007, 7),
    "6": (54.55, 3.54, 8),
    "7": (77.67, 0.33, 10),
    "8": (108.65, -0.01, 7),
}
# What two agencies stand behind is counted with both, and told; the rest is nobody's.
AGENCIES = {
    "so-thong-tin-va-truyen-thong": (167.727, 9.08),
    "so-tai-chinh": (83.74, 43.8),
    "so-ke-hoach-va-dau-tu": (74.14, 43.8),
    "cuc-thong-ke-tinh": (71.19, 52.55),
    "so-noi-vu": (28.26, 0),
    "buu-dien-tinh": (28.11, 28.11),
    "cong-an-tinh": (20, 20),
    "viettel-post": (8.11, 8.11),
    "doanh-nghiep-vien-thong": (3.47, 3.47),
    None: (35.883, 0),
}
# One percentage point of 80 % is 20/80 points, a policy 10, the better half of 30 is 15, one plan of eight 0.625.
GAINS = {"6.12": (0.25, "6"), "2.8": (10, "2"), "3.5": (15, "3"), "5.8": (0.625, "5"), "7.7": (0.1, "7")}


@pytest.fixture(scope="module")
def text(data):
    return (data / "quangnam-2022.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def result(text):
    return dti.Dossier.parse(text).score("appraised")


@pytest.fixture(scope="module")
def losses(result):
    return result.losses()


@pytest.fixture(scope="module")
def table():
    return dti.Table.builtin("vn-dti-province-2022")


def of(losses, code):
    return next(loss for loss in losses if loss.code == code and loss.kind is dti.LossKind.COMPONENT)


def test_a_sequence_largest_first(losses, result):
    assert len(losses) == 54
    exact = [loss.exact_points for loss in losses]
    assert exact == sorted(exact, reverse=True) and exact[0] == 20 * 10**9
    assert losses[-1] == losses[53] and losses[:2] == (losses[0], losses[1]) and losses[0] in losses
    assert losses.result is result and losses.table is None
    for wrong in (54, -55):
        with pytest.raises(IndexError):
            losses[wrong]


def test_adds_up(losses):
    assert losses.sum("dti") == 416.17  # 1000 − 583.83
    assert sum(loss.exact_points for loss in losses) == losses.exact_sum("dti") == 416_170_000_000
    assert sum(loss.share for loss in losses) == pytest.approx(1)
    assert losses.sum("6.12") == of(losses, "6.12").points == 7.21
    with pytest.raises(KeyError, match="6.120"):
        losses.sum("6.120")


def test_by_main(losses):
    groups = losses.by("main")
    assert [group.id for group in groups] == list(MAINS)
    for group, (points, rest, components) in zip(groups, MAINS.values(), strict=True):
        left = [loss.points for loss in group if loss.kind is dti.LossKind.UNALLOCATED]
        assert (group.points, group.shared) == (points, 0)
        assert left == ([rest] if rest else []) and len(group.items) - len(left) == components
    assert groups[0].name == "Nhận thức số" and groups[0].name_in("en") == "Digital awareness"


def test_by_agency(losses):
    groups = losses.by(dti.LossesBy.AGENCY)
    assert {group.id: (group.points, group.shared) for group in groups} == AGENCIES
    assert [group.id for group in groups] == list(AGENCIES)
    assert of(losses, "6.12") in groups[0] and len(groups[0]) == len(groups[0].items)
    assert groups[0][-1] == groups[0][len(groups[0]) - 1] and groups[0][:1] == (groups[0][0],)
    with pytest.raises(IndexError):
        groups[0][len(groups[0])]


def test_by_cause(losses):
    groups = losses.by("cause")
    assert sum(group.exact_points for group in groups) == 416_170_000_000
    for group in groups:
        assert {loss.cause for loss in group} == {dti.Cause[group.id.upper().replace("-", "_")]}
    with pytest.raises(ValueError, match="'agency'"):
        losses.by("causes")


@pytest.mark.parametrize("code", GAINS)
def test_what_a_step_brings(losses, code):
    gain, main = GAINS[code]
    loss = of(losses, code)
    assert loss.gain() == loss.gain(code) == loss.gain(main) == loss.gain("dti") == gain
    assert loss.exact_gain("dti") == round(gain * 10**9) and loss.gain("1") == 0
    assert loss in losses.steps() and loss.step.text()
    assert loss.rank_after("dti") is None
    with pytest.raises(KeyError):
        loss.gain("no such code")


def test_steps_in_order(losses):
    largest = [loss.exact_gain("dti") for loss in losses.steps()]
    assert largest == sorted(largest, reverse=True)
    assert {loss.code for loss in losses.steps("easiest")} == {loss.code for loss in losses.steps("largest")}
    kinds = [loss.step.kind for loss in losses.steps("easiest")]
    assert kinds[0] in (dti.StepKind.ANSWER, dti.StepKind.UNIT, dti.StepKind.TIER)
    assert kinds.index(dti.StepKind.PERCENT_POINT) > kinds.index(dti.StepKind.ANSWER)
    with pytest.raises(ValueError, match="'easiest'"):
        losses.steps("smallest")


# Printed 2022: 1 Đà Nẵng 0.8002, 2 TP HCM 0.7163, 3 Quảng Ninh 0.7024, 4 Huế 0.6975, 5 Cần Thơ 0.6924.
@pytest.mark.parametrize(
    ("unit", "code", "index", "ranks"),
    [
        ("gso:48", "3.5", "dti", (1, 1)),  # the first cannot get better
        ("gso:92", "6.12", "dti", (5, 5)),  # 692.65 at most, Huế has at least 697.45
        ("gso:92", "2.8", "dti", None),  # 702.35 to 702.45, as Quảng Ninh
        ("gso:92", "3.5", "dti", (5, 3)),  # 707.35 at least, Quảng Ninh 702.45 at most
        ("gso:49", "6.12", "dti", None),  # of rank 30 nobody knows the points
        ("gso:48", "7.7", "digital-government", None),  # brings nothing there
        ("gso:48", "3.5", "3", (2, 1)),  # 0.8253 + 15 points beside 0.8258
    ],
)
def test_rank_after_a_step(text, table, unit, code, index, ranks):
    losses = dti.Dossier.parse(text.replace('"gso:49"', f'"{unit}"')).score("appraised").losses(table)
    told = of(losses, code).rank_after(index)
    assert told == ranks
    if ranks:
        assert (told.before, told.after) == ranks


def test_a_table_is_needed_as_table(result):
    with pytest.raises(TypeError, match="table: expected Table, not str"):
        result.losses("vn-dti-province-2022")
    with pytest.raises(dti.VersionError):
        result.losses(dti.Table.builtin("vn-dti-province-2020"))


def test_cuts(data, losses):
    assert losses.cuts == ()
    cuts = dti.Dossier.load(data / "example-reply-2023.json").score().losses().cuts
    # Self-assessed minus appraised, as the document states them; 2.2 is the same on both.
    stated = {"1.1": 5, "1.8": 5, "2.8": 10, "2.10": 5, "3.4": 1.42, "7.4": -0.6, "7.8": 0.6, "8.4": 3.4}
    assert {cut.code: cut.points for cut in cuts} == stated
    assert {(cut.earlier, cut.later) for cut in cuts} == {(dti.Track.SELF, dti.Track.APPRAISED)}
    assert cuts[4].exact_points == 1_420_000_000 and cuts[4].node.code == "3.4" and cuts[4].name
    assert "131/141" in cuts[4].explanation and cuts[5].explanation is None
    assert "1.42" in repr(cuts[4])


def test_document(losses):
    document = json.loads(losses.to_json())
    assert document["format"] == "dti-losses/1" and document["unit"] == {"id": "gso:49"}
    assert losses.to_json("en") != losses.to_json()
    with pytest.raises(dti.NotFoundError):
        losses.to_json(numbering="no such numbering")


def test_frame(losses):
    pytest.importorskip("pandas")
    frame = losses.to_frame()
    row = frame[frame.code == "6.12"].iloc[0]
    assert len(frame) == 54 and (row.points, row.gain, row.cause) == (7.21, 0.25, "below-target")
    assert row.agencies == "so-thong-tin-va-truyen-thong" and "0,25" in row.step
    assert round(frame.points.sum(), 9) == 416.17


def test_equal_and_pickled(result, losses, table):
    again = pickle.loads(pickle.dumps(losses))
    assert again == losses == result.losses() and again[0] == losses[0] and hash(again) == hash(losses)
    assert again.by("agency") == losses.by("agency") and losses.by("agency")[0] != losses.by("cause")[0]
    assert pickle.loads(pickle.dumps(losses[3])) == losses[3]
    beside = result.losses(table)
    assert beside != losses and beside.table == table and pickle.loads(pickle.dumps(beside)) == beside


def test_shows_itself(losses):
    assert "54 items" in repr(losses) and "7.21" in repr(of(losses, "6.12"))
    assert "nobody" in repr(losses.by("agency")[-1])
    text = losses._repr_html_()
    assert "7,21" in text and "1,7 %" in text and "<script" not in text and text.count("<tr>") == 55
