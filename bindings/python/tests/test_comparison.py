# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Two years of many units, across frameworks and mergers (tests/cli/golden/compare-*, docs/years.md)."""

import json
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def comparison():
    return dti.Table.builtin("vn-dti-province-2021").compare(dti.Table.builtin("vn-dti-province-2022"))


@pytest.fixture(scope="module")
def districts(data):
    units = dti.Units.load(data / "districts-units.json")
    frameworks = [dti.Framework.load(data / f"districts-framework-{which}.json") for which in "ab"]
    tables = [dti.Table.load(data / f"districts-{year}.csv", which, units) for year, which in zip((2023, 2024), frameworks)]
    crosswalk = dti.Crosswalk.load(data / "districts-crosswalk.json", *frameworks)
    return (*tables, crosswalk)


def test_quang_nam(comparison):
    unit = comparison.of("Quảng Nam")
    security = unit.of("5")
    assert (security.rank_before, security.rank_after, security.rank_change) == (32, 24, 8), "a rise is positive"
    assert unit.of("1").rank_change == -44 and unit.of().rank_change == -6
    overall = unit.of("dti")
    assert (overall.value_before, overall.value_after, overall.value_change) == (0.4329, 0.5808, 0.1479)
    assert (overall.points_before, overall.points_after, overall.points_change) == (432.9, 580.8, 147.9)
    assert (overall.exact_value_change, overall.exact_points_change) == (147_900_000, 147_900_000_000)
    assert unit.of("digital-economy").rank_change == -26 and not overall.is_derived
    assert overall.basis(dti.Side.AFTER) is dti.Basis.PRINTED


def test_what_is_not_known_is_none(comparison):
    main = comparison.of("gso:49").of("1")
    assert main.value_before is main.points_before is main.value_change is main.points_change is None
    assert main.value_after == 0.8 and main.is_known
    assert not comparison.of("gso:49").of("6.12").is_known and comparison.of("Hà Giang").of().rank_change is None


def test_lines(comparison):
    assert comparison.lines[0].code == "dti" and comparison.line() == comparison.lines[0] and comparison.crosswalk is None
    line = comparison.line("5")
    assert line.before == line.after == comparison.after.framework["5"] and line.pair is None
    assert line.comparable is dti.Comparable.POINTS and (line.max_points_before, line.max_points_after) == (100, 100)
    assert line.of("Quảng Nam").rank_change == 8 and line.of("Quảng Nam").line == line
    with pytest.raises(KeyError):
        comparison.line("5.99")


def test_a_sequence(comparison):
    unit = comparison.of("Quảng Nam")
    assert len(unit) == len(comparison.lines) and unit[0] == unit.of() and unit[-1].line == comparison.lines[-1]
    assert [move.code for move in unit.rows] == [
        "dti", "digital-government", "digital-economy", "digital-society", "1", "2", "3", "4", "5", "6", "7", "8"
    ]  # fmt: skip
    assert unit.unit.name == "Quảng Nam" and len({unit[0], unit.of(), unit[1]}) == 2
    with pytest.raises(IndexError):
        unit[len(unit)]


def test_improved(comparison):
    best = comparison.improved()
    assert [move.unit.name for move in best[:5]] == ["Tây Ninh", "Cần Thơ", "Quảng Ninh", "Sơn La", "Trà Vinh"]
    assert best[0].value_change == 0.2212 and best[-1].unit.name == "Bến Tre"
    ranks = [move.rank_change for move in comparison.improved("rank")]
    assert ranks == sorted(ranks, reverse=True) and ranks[-1] == -20
    assert comparison.improved("rank", "5")[0].code == "5"
    with pytest.raises(ValueError, match="'rank'"):
        comparison.improved("points")


def test_review(comparison):
    for report in (comparison.review("Quảng Nam"), comparison.review(), comparison.of("gso:49").review()):
        assert [finding.id for finding in report.warnings] == ["DTI-1239"]
        assert "32 → 24 là tăng 8 bậc, nguồn in 18" in report[0].message()
    assert len(comparison.review("Đà Nẵng")) == 0


def test_units(comparison):
    assert len(comparison.units) == 63 and comparison.of(comparison.units[5]).unit == comparison.units[5]
    assert comparison.of("TT-Huế").of().rank_change == -2
    for wrong in ("49", "Nowhere"):
        with pytest.raises(KeyError):
            comparison.of(wrong)
    with pytest.raises(TypeError):
        comparison.of(49)


def test_mergers():
    before, after = dti.Table.builtin("vn-dti-province-2022"), dti.Table.builtin("vn-dti-province-2024")
    comparison = before.merge(after.day).compare(after)
    danang = comparison.of("Đà Nẵng")
    assert danang.of().is_derived and danang.of().rank_change is None
    assert round(danang.of().value_before, 4) == 0.6919 and danang.of("6").value_before == 0.79225, "(0.8575 + 0.727) ÷ 2"
    assert comparison.crosswalk.id == "vn-dti-province-922-405" and danang.of("6").line.pair.comparable is dti.Comparable.VALUE
    plain = before.compare(after)
    assert plain.of("Quảng Nam").of().rank_before == 31 and plain.of("Quảng Nam").of().rank_after is None, "there only before"


def test_refused():
    before, after = dti.Table.builtin("vn-dti-province-2021"), dti.Table.builtin("vn-dti-province-2022")
    with pytest.raises(ValueError):
        after.compare(before)
    with pytest.raises(TypeError, match="after: expected Table"):
        before.compare(2022)
    with pytest.raises(TypeError, match="crosswalk: expected Crosswalk"):
        before.compare(after, "same")


def test_two_frameworks(districts):
    before, after, crosswalk = districts
    comparison = before.compare(after, crosswalk)
    river = comparison.of("Sample River")
    assert (river.of().value_change, river.of().rank_change, river.of().points_change) == (0.134, 1, None)
    assert river.of("2").value_change == 0.08 and river.of("2").points_change is None
    assert (river.of("2").points_before, river.of("2").points_after) == (23.2, 19.8)
    line = comparison.line("3")
    assert line.before is None and line.after.code == "3" and line.comparable is dti.Comparable.NONE and "–" in repr(line)
    assert line.pair.kind is dti.CrosswalkKind.NEW
    with pytest.raises(KeyError, match="example-districts-a"):
        before.compare(after)
    again = pickle.loads(pickle.dumps(comparison))
    assert again.of("ex:02").of().rank_change == 1 and again.crosswalk == crosswalk


def test_crosswalk(districts):
    before, after, crosswalk = districts
    assert (crosswalk.id, len(crosswalk)) == ("example-districts-a-b", 7)
    assert crosswalk.before == before.framework and crosswalk.after == after.framework
    pair = crosswalk[4]
    assert pair.kind is dti.CrosswalkKind.RESCALED and pair.kind_name("en") and pair.kind_name() != pair.kind_name("en")
    assert [node.code for node in pair.before] == [node.code for node in pair.after] == ["2"]
    assert (
        pair.comparable is dti.Comparable.VALUE
        and pair.provenance is dti.Provenance.ASSUMED
        and pair.provenance_source_in("en")
    )
    assert crosswalk[-1].before == () and [node.code for node in crosswalk[-1].after] == ["3", "3.1"]
    assert crosswalk[0].note_in("en").startswith("Indicator 3 is new") and crosswalk[1].note is None
    assert len(crosswalk[1:3]) == 2 and "Ghi chú" in crosswalk._repr_html_() and repr(pair) == "<Pair 2 → 2: rescaled>"
    assert pickle.loads(pickle.dumps(crosswalk)) == crosswalk


def test_builtin_crosswalks(data):
    assert dti.Crosswalk.builtins() == ("vn-dti-province-1726-922", "vn-dti-province-922-405")
    crosswalk = dti.Crosswalk.builtin("vn-dti-province-922-405")
    assert pickle.loads(pickle.dumps(crosswalk)) == crosswalk and crosswalk.title_in("en") != crosswalk.title
    with pytest.raises(KeyError):
        dti.Crosswalk.builtin("vn-dti-province-922")
    report = dti.Crosswalk.check('{"format": "dti-crosswalk/1"}')
    assert report.errors
    with pytest.raises(FileNotFoundError):
        dti.Crosswalk.load(data / "none.json")


def test_documents(comparison, tmp_path):
    whole, one = json.loads(comparison.to_json()), json.loads(comparison.to_json("Quảng Nam", lang="en"))
    assert whole["format"] == one["format"] and len(json.dumps(whole)) > len(json.dumps(one))
    assert json.loads(comparison.of("gso:49").to_json(lang="en")) == one
    comparison.save(tmp_path / "comparison.json")
    assert json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8")) == whole


def test_parts_outlive_everything():
    move = dti.Table.builtin("vn-dti-province-2021").compare(dti.Table.builtin()).of("Quảng Nam").of("5")
    assert move.rank_change == 8 and move.unit.name == "Quảng Nam" and move.line.after.name


def test_frames_and_html(comparison):
    pandas = pytest.importorskip("pandas")
    frame = comparison.of("Quảng Nam").to_frame()
    assert frame.loc["5", "rank_change"] == 8 and pandas.isna(frame.loc["5", "value_change"]) and not frame["derived"].any()
    by_unit = comparison.to_frame("5")
    assert by_unit.loc["Quảng Nam", "rank_after"] == 24 and len(by_unit) == 63
    text = comparison.of("Quảng Nam")._repr_html_()
    assert "+8" in text and "+0,1479" in text and "Quảng Nam" in comparison._repr_html_()
    assert (
        ">−6<" in text and "-6<" not in text and 'text-align:right">Hạng tăng/giảm<' in text
    ), "numbers stand right, with a true minus"
    assert repr(comparison.of("gso:49").of("5")) == "<Movement of 'Quảng Nam' in 5: rank 32 → 24>"
    assert repr(comparison) == "<Comparison of 2021 and 2022: 111 lines, 63 units>"
