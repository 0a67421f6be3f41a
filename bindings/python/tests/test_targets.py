# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Targets and where they stand (tests/cli/golden/targets-*)."""

import datetime
import json
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def tables():
    return [dti.Table.builtin(f"vn-dti-province-{year}") for year in range(2020, 2025)]


@pytest.fixture(scope="module")
def danang(data):
    return dti.Targets.load(data / "targets-danang-2022.json")


@pytest.fixture(scope="module")
def thanhhoa(data):
    return dti.Targets.load(data / "targets-thanhhoa.json")


def test_what_is_wanted(danang, thanhhoa):
    assert len(danang) == 20 and danang.stated == (19, 20) and danang.unit == "gso:48" and danang.name == "Đà Nẵng"
    used = danang["online-services-used"]
    assert (used.codes, used.wanted("en"), used.value, used.quantity) == ("6.11", "at least 85 %", "85", "percent")
    assert used.comparison is dti.TargetComparison.AT_LEAST and used.due == datetime.date(2022, 12, 31)
    assert used.indicators == (danang.framework["6.11"],) and used.note and used.source
    missed = danang["5g-coverage"]
    assert missed.stated is dti.TargetStatus.MISSED and "5G" in missed.reason
    assert thanhhoa["top-10"].stated is None and thanhhoa["top-10"].due == datetime.date(2025, 12, 31)
    with pytest.raises(KeyError, match="top-10"):
        thanhhoa["top-11"]
    assert "top-10" in thanhhoa and 10 not in thanhhoa


def test_danang(danang, tables):
    standing = danang.assess(tables=tables, today="2023-02-01")
    counts = {status.name: count for status, count in standing.counts().items()}
    assert counts == {"OPEN": 16, "ACHIEVED": 4, "ON_COURSE": 0, "BEHIND": 0, "MISSED": 0}
    assert standing.stated_counts()[dti.TargetStatus.ACHIEVED] == 19
    actual = {"online-services-used": 90.43, "online-files": 71, "digital-economy-share": 12.57, "digital-workforce": 7.7}
    for id, amount in actual.items():
        assert standing[id].status is dti.TargetStatus.ACHIEVED and standing[id].actual == amount
    assert standing["online-services-used"].actual_text("en") == "90.43 % (2022)"
    assert standing["online-services-used"].actual_printed == "90,43"
    assert standing["5g-coverage"].status is dti.TargetStatus.OPEN and standing["5g-coverage"].actual is None
    assert standing["5g-coverage"].stated is dti.TargetStatus.MISSED
    assert any("47500/579000 là 8,20 %" in finding.message() for finding in standing.findings)


@pytest.mark.parametrize(
    ("today", "rank", "ten", "five", "line"),
    [
        ("2023-08-08", 15, "BEHIND", "BEHIND", 11.5),
        (datetime.date(2025, 12, 31), 5, "ON_COURSE", "ON_COURSE", 10.5),
        ("2026-01-01", 5, "OPEN", "ON_COURSE", 10.5),
    ],
)
def test_thanhhoa(thanhhoa, tables, today, rank, ten, five, line):
    standing = thanhhoa.assess(tables=tables, today=today)
    top = standing["top-10"]
    assert (top.status.name, standing["top-5"].status.name) == (ten, five)
    assert (top.actual, top.expected, top.baseline, top.baseline_year) == (rank, line, 12, 2021)
    assert (top.exact_actual, top.exact_baseline, top.exact_expected) == (rank * 10**9, 12 * 10**9, int(line * 10**9))


def test_without_tables(thanhhoa, tables):
    standing = thanhhoa.assess()
    assert standing["top-10"].actual is standing["top-10"].expected is standing["top-10"].baseline_year is None
    assert standing["top-10"].actual_text() == ""
    standing = thanhhoa.assess(tables=tables[1:3], today="2025-01-01")
    assert standing["top-10"].status is dti.TargetStatus.BEHIND and standing["top-10"].actual_year == 2022


def test_a_dossier(data):
    targets = dti.Targets.load(data / "targets-quangnam-2023.json")
    dossier = dti.Dossier.load(data / "quangnam-2022.json")
    standing = targets.assess(dossiers=[dossier], today="2024-01-01")
    assert len(standing) == 65 and len(standing.findings) == 0 and set(standing) == set(targets)
    assert standing["expert-hiring"].actual_year == 2022 and standing["expert-hiring"].exact_actual == 0, "not done"
    assert targets["expert-hiring"].input is not None


def test_refused(danang, data, tables):
    with pytest.raises(ValueError):
        danang.assess(today="1/2/2023")
    with pytest.raises(ValueError):
        danang.assess(dossiers=[dti.Dossier.load(data / "quangnam-2022.json")])
    with pytest.raises(TypeError, match="tables: expected Table"):
        danang.assess(tables=["vn-dti-province-2022"])
    with pytest.raises(dti.DtiError):
        dti.Targets.load(data / "quangnam-2022.json")
    with pytest.raises(FileNotFoundError):
        dti.Targets.load(data / "none.json")
    with pytest.raises(KeyError):
        danang.assess()["nothing"]


def test_own_framework(data):
    units = dti.Units.load(data / "districts-units.json")
    frameworks = [dti.Framework.load(data / f"districts-framework-{which}.json") for which in "ab"]
    tables = [dti.Table.load(data / f"districts-{year}.csv", which, units) for year, which in zip((2023, 2024), frameworks)]
    targets = dti.Targets.load(data / "districts-targets.json", frameworks[1])
    standing = targets.assess(tables=tables, today="2025-06-30")
    assert [(each.target.codes, each.status.name) for each in standing.values()] == [
        ("total", "ON_COURSE"), ("1", "ACHIEVED"), ("3.1", "MISSED")
    ]  # fmt: skip
    assert targets[next(iter(targets))].owner_in("en") == "District office"
    again = pickle.loads(pickle.dumps(targets))
    assert again == targets and hash(again) == hash(targets) and again.framework == frameworks[1]
    assert dti.Targets.check((data / "districts-targets.json").read_bytes(), frameworks[1]).errors == ()


def test_documents(danang, tables, tmp_path):
    standing = danang.assess(tables=tables, today="2023-02-01")
    document = json.loads(standing.to_json("en"))
    assert document["counts"]["achieved"] == 4
    standing.save(tmp_path / "assessment.json")
    assert json.loads((tmp_path / "assessment.json").read_text(encoding="utf-8"))["counts"] == document["counts"]


def test_parts_outlive_everything(data, tables):
    standing = dti.Targets.load(data / "targets-thanhhoa.json").assess(tables=[dti.Table.builtin()], today="2025-01-01")[
        "top-10"
    ]
    assert standing.target.indicators[0].code == "dti" and "Thanh" in standing.target.text and standing.explain("en")


def test_frames_and_html(danang, tables):
    pytest.importorskip("pandas")
    standing = danang.assess(tables=tables, today="2023-02-01")
    frame = standing.to_frame()
    assert frame.loc["5g-coverage", "stated"] == "missed" and (frame["status"] == "achieved").sum() == 4
    assert danang.to_frame(lang="en").loc["online-services-used", "wanted"] == "at least 85 %"
    assert "90,43 % (2022)" in standing._repr_html_() and "ít nhất 85 %" in danang._repr_html_()
    assert repr(standing["5g-coverage"]) == "<Standing 5g-coverage: open>" and "4 achieved" in repr(standing)
