# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Forms: empty, filled in, as JSON and as CSV."""

import datetime
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def collection():
    return dti.Collection.builtin()


@pytest.fixture(scope="module")
def tiny(root):
    framework = dti.Framework.load(root / "tests/data/tiny-framework.json")
    return dti.Collection.load(root / "tests/data/tiny-collection.json", framework)


@pytest.fixture(scope="module")
def filled(root, tiny):
    return dti.Form.load(root / "tests/data/tiny-form.json", tiny)


def test_empty(collection):
    form = dti.Form.new(collection, "so-noi-vu", "gso:49", 2023)
    assert form == dti.Form.new(collection, collection.reporters["so-noi-vu"], year=2023)
    assert (form.unit, form.year, form.date, form.revision) == ("gso:49", 2023, None, 1)
    assert len(form.rows) == 12 and form.reporter.id == "so-noi-vu"
    row = form.rows["II.5"]
    assert row.state is dti.State.MISSING and row.value is row.number is row.note is row.reason is None
    assert row.text == "" and row.parts == () and len(row.part_names) == 4 and row.counts_if is None


def test_values_by_kind(filled):
    rows = filled.rows
    assert rows["I.1"].value == '=Chuyển đổi số, "vì người dân"' and rows["I.1"].number is None
    assert rows["I.2"].value == 910261 and type(rows["I.2"].value) is int
    assert (rows["I.2"].note, rows["I.2"].note_in("en")) == ("Theo Cục Thống kê", "By the statistics office")
    assert rows["I.3"].value == 55 and rows["I.3"].parts == (3, 12, 40) and rows["I.3"].part_names[:2] == ("Nam", "Nữ")
    assert rows["II.2"].value == "deputy" and rows["II.2"].number == 1
    assert rows["II.3"].value is True and rows["II.3"].text == "có"
    assert rows["II.4"].value == 1.234 and rows["II.4"].text.startswith("1,234")
    assert rows["II.5"].value == ("Kho dữ liệu", "LGSP") and rows["II.5"].number == 2
    assert rows["II.6"].value == 2 and rows["II.5"].things[1] == ("Họp trực tuyến", False)
    assert rows["II.5"].counts_if == "đang hoạt động" and rows["II.6"].counts_if is None
    assert [thing.counts for thing in rows["II.6"].things] == [True, True]
    assert rows["II.7"].state is dti.State.NOT_ASSESSED and rows["II.7"].value is None
    assert rows["II.7"].reason_in("en") == "published by the ministry"


def test_heads(filled, tiny):
    assert filled.date == datetime.date(2023, 1, 15) and filled.revision == 2 and filled.collection is tiny
    assert filled.rows["I.2"].row.form.id == "A" and filled.rows["I.2"].form is filled


@pytest.mark.parametrize("bom", [False, True])
def test_csv_comes_back_the_same(filled, tiny, bom, tmp_path):
    text = filled.to_csv(bom=bom)
    assert text.startswith("\ufeff" if bom else "collection,")
    assert dti.Form.parse(text, tiny) == filled
    filled.save(tmp_path / "form.csv", bom=bom)
    assert dti.Form.load(tmp_path / "form.csv", tiny) == filled
    assert (tmp_path / "form.csv").read_bytes().startswith(b"\xef\xbb\xbf") is bom


def test_documents(filled, tiny, tmp_path):
    filled.save(tmp_path / "form.json")
    assert (tmp_path / "form.json").read_text(encoding="utf-8") == filled.to_json()
    again = pickle.loads(pickle.dumps(filled))
    assert again == filled and hash(again) == hash(filled) and again.collection == tiny
    assert filled != dti.Form.new(tiny, "so-noi-vu", "gso:49", 2022) and filled != filled.to_json()


def test_as_people_write(tiny):
    text = "Đơn vị báo cáo;unit;Năm;Ngày;Dòng;Số liệu\nso-noi-vu;gso:49;2022;15/01/2023;II.4;1.234,5\n"
    assert dti.Form.parse(text, tiny).rows["II.4"].value == 1234.5
    with pytest.raises(dti.InvalidValueError) as caught:
        dti.Form.parse(text.replace("1.234,5", "1.234"), tiny, source="so-noi-vu.csv")
    assert caught.value.id == "DTI-0940" and (caught.value.line, caught.value.source) == (2, "so-noi-vu.csv")
    assert [finding.id for finding in dti.Form.check(text.replace("1.234,5", "1.234"), tiny)] == ["DTI-0940"]


def test_wrong_arguments(collection, tiny):
    with pytest.raises(KeyError, match="so-noi-vu"):
        dti.Form.new(collection, "so-noi-v", year=2023)
    with pytest.raises(TypeError, match="year"):
        dti.Form.new(collection, "so-noi-vu")
    with pytest.raises(ValueError, match="tiny-forms"):
        dti.Form.new(collection, tiny.reporters["so-noi-vu"], year=2023)
    with pytest.raises(dti.InvalidValueError):
        dti.Form.new(tiny, "so-noi-vu", None, 2022)
    with pytest.raises(TypeError, match="collection"):
        dti.Form.new("vn-quangnam-2023", "so-noi-vu", year=2023)
    with pytest.raises(KeyError, match=r"II\.5"):
        dti.Form.new(collection, "so-noi-vu", year=2023).rows["II.50"]


def test_shown(filled):
    assert "9 of 9" in repr(filled) and len(repr(filled)) < 100
    text = filled._repr_html_()
    assert "vì người dân" in text and '"vì' not in text
    pytest.importorskip("pandas")
    frame = filled.to_frame()
    assert frame.loc["II.4", "value"] == 1.234 and frame.loc["II.7", "state"] == "not_assessed"


def test_rows_outlive_everything(root):
    row = dti.Form.load(root / "tests/data/quangnam-form.json").rows["I.2"]
    assert row.value == "weekly" and row.text == "1 tuần/1 lần" and row.form.collection.unit == "gso:49"
