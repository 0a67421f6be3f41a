# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Tables: what was published, what was scored, and data frames in between."""

import copy
import decimal
import json
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def table():
    return dti.Table.builtin("vn-dti-province-2022")


@pytest.fixture(scope="module")
def districts(data):
    framework = dti.Framework.load(data / "districts-framework-a.json")
    units = dti.Units.load(data / "districts-units.json")
    return dti.Table.load(data / "districts-2023.csv", framework, units)


def test_what_is_printed(table):
    row = table.rows["Quảng Nam"]
    assert (row.id, row.name, row.unit.group_name) == ("gso:49", "Quảng Nam", "Nam Trung Bộ")
    assert (row.value(), row.points("dti"), row.exact_points(), row.rank()) == (0.5808, 580.8, 580_800_000_000, 31)
    assert row.rank("5") == 24 and row.value("5") == 0.5229 and row.rank(table.framework["5"]) == 24
    assert row.basis() is dti.Basis.PRINTED and row.half_width() == 0.05 and row.exact_half_width() == 50_000_000
    printed = {(figure.indicator.code, figure.quantity): figure for figure in row.figures}
    assert printed["dti", dti.QuantityKind.VALUE].text == "0.5808" and printed["dti", dti.QuantityKind.VALUE].amount == 0.5808
    change = printed["5", dti.QuantityKind.DIFFERENCE]
    assert (change.text, change.of, change.against) == ("18", dti.QuantityKind.RANK, 2021) and "Quảng Nam" in change.source
    assert printed["dti", dti.QuantityKind.RANK].of is None and printed["dti", dti.QuantityKind.RANK].against is None


def test_what_is_not_known_is_none(table):
    row = table.rows["gso:20"]
    assert row.name == "Lạng Sơn" and row.rank() == 6
    assert row.value() is row.points() is row.exact_points() is None and row.basis() is dti.Basis.RANKS
    assert row.rank("6.12") is None and row.basis("6.12") is dti.Basis.NONE
    assert row.provenance("6.12") is dti.Provenance.UNKNOWN


def test_rows_are_found_by_whatever_people_write(table):
    hue = table.rows["TT-Huế"]
    assert hue.name == "Thừa Thiên Huế" and hue.rank() == 4
    assert table.rows["gso:46"] == hue == table.rows[hue.unit]
    later = table.units.resolve("Huế", "2025-12-31")
    assert later != hue.unit and table.rows[later] == hue, "one unit under its later name"
    assert "TT-Huế" in table.rows and "49" not in table.rows and 49 not in table.rows and "Nowhere" not in table.rows
    assert list(table.rows)[0] == "gso:48" and len(table.rows) == len(table.rows.values()) == 63


def test_a_number_alone_is_refused_with_candidates(table):
    with pytest.raises(KeyError) as caught:
        table.rows["49"]
    assert "gso:49 (Quang Nam)" in caught.value.message("en") and "iso:VN-49 (Vinh Long)" in caught.value.message("en")


def test_faults(table, data, tmp_path):
    with pytest.raises(KeyError, match="6.12"):
        table.rows["Quảng Nam"].points("6.120")
    with pytest.raises(ValueError, match="1726"):
        table.rows["Quảng Nam"].points(dti.Framework.builtin("vn-dti-province-1726").overall)
    with pytest.raises(KeyError):
        dti.Table.builtin("vn-dti-province-1822")
    with pytest.raises(FileNotFoundError):
        dti.Table.load(tmp_path / "none.json")
    with pytest.raises(TypeError, match="units: expected Units"):
        dti.Table.load(data / "districts-2023.csv", None, "vn-provinces")
    with pytest.raises(KeyError):
        dti.Table.builtin("vn-dti-province-2021").rows["Hà Giang"]


def test_facts(table):
    assert (table.year, table.out_of, table.is_derived, table.is_ranked_by_group) == (2022, 63, False, False)
    assert table.day.isoformat() == "2022-12-31" and table.framework.id == "vn-dti-province-922"
    assert table.stated_mean() == 578.6 and table.stated_mean("6.12") is None
    assert [node.code for node in table.indicators][:2] == ["1", "2"] and len(table.indicators) == 12
    assert {"vn-dti-province-2020", "vn-dti-ministry-2022"} <= set(dti.Table.builtins())


def test_own_files(districts, data):
    assert districts.framework.id == "example-districts-a" and districts.rows["Sample River"].value() == 0.604
    assert districts.rows["ex:02"].rank() == 3 and districts.rows["Sông Mẫu"].half_width() == 0.05
    report = dti.Table.check((data / "districts-2023.csv").read_bytes(), districts.framework, districts.units)
    assert len(report) == 0
    wrong = (data / "districts-2023.csv").read_text(encoding="utf-8").replace("0.640", "6.40")
    with pytest.raises(ValueError) as caught:
        dti.Table.parse(wrong, districts.framework, districts.units, source="mine.csv")
    assert caught.value.source == "mine.csv" and caught.value.line == 2


def test_documents(table, districts, tmp_path):
    for one in (table, districts, table.merge("2025-07-01")):
        again = pickle.loads(pickle.dumps(one))
        assert again == one and hash(again) == hash(one)
    assert table != districts
    districts.save(tmp_path / "mine.json")
    assert dti.Table.load(tmp_path / "mine.json", districts.framework, districts.units) == districts
    assert json.loads(table.to_json())["format"] == "dti-table/1"


def test_parts_outlive_everything():
    figure = dti.Table.builtin().rows["Quảng Nam"].figures[0]
    assert figure.indicator.framework[figure.indicator.code].name and figure.text


def test_results(data):
    dossier = dti.Dossier.load(data / "quangnam-2022.json")
    result = dossier.score("appraised")
    table = dti.Table.from_results([result])
    row = table.rows["gso:49"]
    assert (table.id, table.year, len(table.rows)) == ("results", 2022, 1)
    assert row.basis("6.12") is dti.Basis.POINTS and row.points("6.12") == 12.79
    assert row.exact_points() == result.overall.exact_points and row.points() == 583.83 and row.half_width() == 0
    with pytest.raises(ValueError):
        dti.Table.from_results([result, result])
    with pytest.raises(ValueError, match="at least one"):
        dti.Table.from_results([])
    with pytest.raises(TypeError, match="Dossier"):
        dti.Table.from_results([dossier])


def test_merging(table):
    merged = table.merge("2025-07-01")
    assert merged.is_derived and len(merged.rows) == 34 and merged.rows["Đà Nẵng"].rank() is None
    # 1 and 0.8; the overall index is the sum of such means: tests/cli/golden/compare-merged-vi.txt.
    assert merged.rows["Đà Nẵng"].value("1") == 0.9 and round(merged.rows["Đà Nẵng"].points(), 2) == 691.93
    weighed = table.merge("2025-07-01", method="population", populations={"Đà Nẵng": 1, "gso:49": 3})
    assert weighed.rows["Đà Nẵng"].value("1") == 0.85 and weighed.rows["Huế"].value("1") == 0.95
    with pytest.raises(ValueError):
        table.merge("2021-01-01")
    with pytest.raises(TypeError, match="Quảng Nam"):
        table.merge("2025-07-01", method="population", populations={"Quảng Nam": 1.5})
    with pytest.raises(ValueError, match="'population'"):
        table.merge("2025-07-01", method="median")


# Data frames


@pytest.fixture(scope="module")
def pandas():
    return pytest.importorskip("pandas")


def test_to_frame(table, pandas):
    value = table.to_frame()
    assert value.loc["Quảng Nam", "dti"] == 0.5808 and pandas.isna(value.loc["Lạng Sơn", "dti"]) and len(value) == 63
    assert table.to_frame("points", index="id").loc["gso:49", "5"] == 52.29
    rank = table.to_frame("rank", lang="en")
    assert rank.loc["Quang Nam", "5"] == 24 and rank["dti"].dtype == "Int64" and rank["5"].isna().any()
    assert "6.12" not in rank.columns
    with pytest.raises(ValueError, match="'rank'"):
        table.to_frame("ranks")


@pytest.mark.parametrize("quantity", ["value", "points", "rank"])
@pytest.mark.parametrize("index", ["name", "id"])
def test_there_and_back(table, quantity, index):
    frame = table.to_frame(quantity, index=index)
    known = frame[frame.notna().any(axis=1)]
    again = dti.Table.from_frame(frame, year=2022, quantity=quantity).to_frame(quantity, index=index)
    assert again.equals(known)


def test_text_keeps_its_precision_and_numbers_are_exact_points(pandas):
    frame = pandas.DataFrame({"dti": ["0,5808", "0.58", None], "5": [None, "", "1"]}, index=["Quảng Nam", "gso:46", "TP.HCM"])
    table = dti.Table.from_frame(frame, year=2022)
    assert [row.name for row in table.rows.values()] == ["Quảng Nam", "Thừa Thiên Huế", "TP Hồ Chí Minh"]
    assert table.rows["Quảng Nam"].half_width() == 0.05 and table.rows["TT-Huế"].half_width() == 5
    assert table.rows["gso:79"].value() is None and table.rows["gso:79"].points("5") == 100
    exact = dti.Table.from_frame(pandas.DataFrame({"6.12": [12.79]}, index=["Quảng Nam"]), year=2022, quantity="points")
    assert exact.rows["Quảng Nam"].basis("6.12") is dti.Basis.POINTS
    assert exact.rows["Quảng Nam"].exact_points("6.12") == 12_790_000_000 and exact.rows["gso:49"].half_width("6.12") == 0
    printed = dti.Table.from_frame(pandas.DataFrame({"6.12": ["12,79"]}, index=["Quảng Nam"]), year=2022, quantity="points")
    assert printed.rows["Quảng Nam"].basis("6.12") is dti.Basis.PRINTED and printed.rows["gso:49"].half_width("6.12") == 0.005


def test_narrow_floats_by_their_own_text(pandas):
    frame = pandas.DataFrame({"dti": [0.5808]}, index=["Quảng Nam"], dtype="float32")
    assert dti.Table.from_frame(frame, year=2022).rows["Quảng Nam"].figures[0].text == "0.5808"


@pytest.mark.parametrize(
    ("unit", "code", "value", "kind"),
    [
        ("Quảng Nam", "6.120", 0.5, KeyError),
        ("Nowhere", "dti", 0.5, KeyError),
        ("49", "dti", 0.5, KeyError),
        (49, "dti", 0.5, TypeError),
        ("Quảng Nam", 6.12, 0.5, TypeError),
        ("Quảng Nam", "dti", True, TypeError),
        ("Quảng Nam", "dti", b"0.5", TypeError),
        ("Quảng Nam", "dti", float("inf"), ValueError),
        ("Quảng Nam", "dti", 1.5, ValueError),
        ("Quảng Nam", "dti", -0.5, ValueError),
        ("Quảng Nam", "dti", "a half", ValueError),
    ],
)
def test_cells_that_cannot_be(pandas, unit, code, value, kind):
    with pytest.raises(kind):
        dti.Table.from_frame(pandas.DataFrame({code: [value]}, index=[unit], dtype=object), year=2022)


def test_single_figures():
    table = dti.Table.build(
        [
            ("Quảng Nam", "dti", "rank", 31),
            ("Quảng Nam", "dti", "value", decimal.Decimal("0.5808")),
            ("gso:46", "dti", "rank", "4"),
        ],
        year=2022,
        id="mine",
        out_of=63,
    )
    assert (table.id, table.out_of, table.rows["TT-Huế"].rank(), table.rows["Quảng Nam"].value()) == ("mine", 63, 4, 0.5808)
    for wrong in (
        {"year": "2022"},
        {"year": 2022, "id": "Not an id"},
        {"year": 2022, "day": "soon"},
        {"year": 2022, "out_of": 0.5},
    ):
        with pytest.raises((TypeError, ValueError)):
            dti.Table.build([], **wrong)
    with pytest.raises(ValueError, match="'percent'"):
        dti.Table.build([("Quảng Nam", "dti", "percents", 31)], year=2022)
    with pytest.raises(ValueError):
        dti.Table.build([("Quảng Nam", "dti", "rank", 31), ("gso:49", "dti", "rank", 30)], year=2022)
    with pytest.raises(TypeError, match="framework: expected Framework"):
        dti.Table.build([], year=2022, framework="vn-dti-province-922")


def test_what_documents_say_is_escaped(districts):
    document = json.loads(districts.to_json())
    document["titles"] = {"vi": "<script>alert(1)</script>", "en": "&"}
    shown = dti.Table.parse(json.dumps(document), districts.framework, districts.units)._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown


def test_notebook(table):
    text = table._repr_html_()
    assert text.startswith("<table>") and "Quảng Nam" in text and "0,5808" in text
    assert text.count("2022") == 1, "the title has the year already"
    assert "52,29" in table.rows["Quảng Nam"]._repr_html_()
    assert dti.Table.build([], year=2022)._repr_html_().startswith("<table>")
    assert len(repr(table)) < 100 and repr(table.rows["gso:49"]) == "<Row gso:49: 'Quảng Nam' in 2022>"


def test_parts_are_copied_and_pickled(table):
    earlier = dti.Table.builtin("vn-dti-province-2021")
    comparison, ranking = earlier.compare(table), table.ranking()
    unit, row, place = table.units["gso:48"], table.rows["Quảng Nam"], ranking.of("Quảng Nam")
    moved = comparison.of("gso:49")
    for part in (unit, row, row.figures[0], place, place.group, ranking, comparison, comparison.line("5"), moved, moved[0]):
        assert copy.copy(part) == copy.deepcopy(part) == pickle.loads(pickle.dumps(part)) == part
        assert hash(pickle.loads(pickle.dumps(part))) == hash(part) and part != object()
    assert row.figures[0] != row.figures[1] and row.figures[0].row == row
    assert ranking != table.ranking(by="group") and comparison != earlier.merge("2025-07-01")


def test_a_wrong_id_is_told_with_those_that_there_are():
    with pytest.raises(KeyError) as caught:
        dti.Table.builtin("2022")
    assert "vn-dti-province-2022" in str(caught.value) and "2020" not in str(caught.value)
    with pytest.raises(KeyError, match="vn-provinces"):
        dti.Units.builtin("nothing")
