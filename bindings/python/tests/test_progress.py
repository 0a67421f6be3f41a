# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Who owes what. Points are sums of maxima of the catalogue, added by hand; the due day of the collection is 30 January."""

import datetime
import json
import pickle

import pytest

import dti
from dti import _dti


@pytest.fixture(scope="module")
def collection():
    return dti.Collection.builtin()


@pytest.fixture(scope="module")
def empty():
    head = {
        "format": "dti-dossier/1",
        "id": "empty",
        "version": "1",
        "framework": {"id": "vn-dti-province-922", "version": "1.0.0"},
    }
    return dti.Dossier.parse(json.dumps(head | {"unit": {"id": "gso:49"}, "year": 2023, "inputs": []}))


def merged(dossier, collection, rows):
    """The dossier with the rows of reporters in it."""
    forms = []
    for reporter, values in rows.items():
        head = {"format": "dti-form/1", "collection": {"id": collection.id, "version": collection.version}}
        rest = {"reporter": reporter, "unit": {"id": "gso:49"}, "year": 2023, "date": "2024-01-15", "rows": values}
        forms.append(dti.Form.parse(json.dumps(head | rest), collection))
    changes, _ = _dti.merge(dossier._c, [form._c for form in forms])
    return dti.Dossier._made(changes.apply(dossier._c))


def progress_of(dossier, collection, today="2024-01-20"):
    return dossier.score(collection=collection).progress(today=today)


def test_all_is_owed_at_first(collection, empty):
    progress = progress_of(empty, collection)
    assert list(progress) == list(collection.reporters) and len(progress) == len(collection.reporters)
    for owed in progress.values():
        rows = owed.reporter.form.rows
        assert owed.count("rows") == owed.count(dti.ProgressMeasure.MISSING) == len(rows)
        assert list(owed.missing) == list(rows.values())
        assert owed.count("reported") == owed.count("evidence-missing") == 0
        assert owed.disputed == () and owed.gaps == ()
    # Components that wait for a figure of the reporter: so-noi-vu 4.3 to 4.7 of 10 points each; so-tai-chinh 2.8 (10), 2.10
    # (5), 5.12 (15), 6.22 (5), 7.11 and 7.12 (10 each), 8.6 and 8.7 (20 each); the bank 8.2; every district 1.10.
    stakes = {"so-noi-vu": 50, "so-tai-chinh": 95, "cuc-thue-tinh": 10, "huyen-nui-thanh": 10}
    assert {id: progress[id].at_stake for id in stakes} == stakes
    assert progress["ngan-hang-nha-nuoc-chi-nhanh-tinh"].exact_at_stake == 20 * 10**9


@pytest.mark.parametrize(("today", "left"), [("2024-01-29", 1), ("2024-01-30", 0), ("2024-02-02", -3), ("2023-12-31", 30)])
def test_days_are_those_of_vietnam(collection, empty, today, left):
    progress = progress_of(empty, collection, today)
    assert progress.days_left == left and progress.today == datetime.date.fromisoformat(today)
    assert progress == progress_of(empty, collection, progress.today)


def test_what_is_reported_is_no_longer_owed(collection, empty):
    rows = [{"row": "I.1", "state": "not-assessed", "reason": {"vi": "chờ quyết toán"}}, {"row": "I.2", "value": 88.17}]
    progress = progress_of(merged(empty, collection, {"cuc-thue-tinh": rows}), collection)
    owed = progress["cuc-thue-tinh"]
    assert (owed.count("reported"), owed.missing, owed.at_stake) == (2, (), 0)
    assert progress["so-noi-vu"].count("missing") == 12


def test_a_dispute_is_everybodys(collection, empty):
    finance = [{"row": "I.2", "value": 20000}, {"row": "IV.2", "value": 20000}]
    rows = {"so-tai-chinh": finance, "cuc-thong-ke-tinh": [{"row": "IV.1", "value": 21000}]}
    progress = progress_of(merged(empty, collection, rows), collection)
    assert [row.id for row in progress["so-tai-chinh"].disputed] == ["I.2", "IV.2"]
    assert [row.id for row in progress["cuc-thong-ke-tinh"].disputed] == ["IV.1"]
    assert progress["so-tai-chinh"].at_stake == 95


def test_gaps_are_owed_by_who_can_close_them(data, collection):
    dossier = dti.Dossier.load(data / "example-reply-2023.json")
    result = dossier.score()
    progress = result.progress(collection, today="2024-01-20")
    [schedule] = [gap for gap in result.gaps if gap.kind is dti.Gap.NOT_REVIEWED]
    assert schedule.code == "1.8" and schedule.agency == "dai-pt-th" and schedule.points == 10
    policy = next(gap for gap in result.gaps if gap.kind is dti.Gap.CONDITION)
    assert policy.evidence.id == "nq-56-2022" and policy.agency in progress
    assert policy in progress[policy.agency].gaps and policy not in progress["cuc-thue-tinh"].gaps


def test_refuses(collection, empty):
    result = empty.score()
    with pytest.raises(TypeError, match="collection: expected Collection, not NoneType"):
        result.progress()
    with pytest.raises(ValueError):
        result.progress(collection, today="30/01/2024")
    with pytest.raises(TypeError, match="date"):
        result.progress(collection, today=20240130)
    progress = result.progress(collection)
    assert progress.days_left < 0 and progress.today >= datetime.date(2024, 1, 30)
    with pytest.raises(KeyError, match="so-noi-vu"):
        progress["so-noi-v"]
    with pytest.raises(TypeError):
        progress[3]
    with pytest.raises(ValueError, match="'disputed'"):
        progress["so-noi-vu"].count("quarrels")


def test_shows_itself(collection, empty):
    progress = progress_of(empty, collection)
    rows = sum(len(each.form.rows) for each in collection.reporters.values())
    assert f"0 of {rows} rows reported, 10 days left" in repr(progress)
    text = progress._repr_html_()
    assert "còn 10 ngày" in text and "50,00" in text and "<script" not in text
    assert json.loads(progress.to_json())["format"] == "dti-progress/1"
    assert "quá hạn 3 ngày" in progress_of(empty, collection, "2024-02-02")._repr_html_()


def test_frame_and_pickle(collection, empty):
    progress = progress_of(empty, collection)
    again = pickle.loads(pickle.dumps(progress))
    assert again == progress and hash(again) == hash(progress) and again["so-noi-vu"] == progress["so-noi-vu"]
    pytest.importorskip("pandas")
    frame = progress.to_frame()
    assert len(frame) == len(progress) and frame.loc["so-noi-vu", ["rows", "missing", "at_stake"]].tolist() == [12, 12, 50]
