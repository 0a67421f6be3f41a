# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Collections: forms, rows and reporters of Plan 7501/KH-UBND, and documents of one's own."""

import copy
import datetime
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def collection():
    return dti.Collection.builtin("vn-quangnam-2023")


@pytest.fixture(scope="module")
def tiny(root):
    framework = dti.Framework.load(root / "tests/data/tiny-framework.json")
    return dti.Collection.load(root / "tests/data/tiny-collection.json", framework)


def test_what_the_plan_has(collection):
    assert dti.Collection.builtins() == ("vn-quangnam-2023",)
    assert (len(collection.forms), len(collection.rows), len(collection.reporters)) == (16, 137, 34)
    assert collection.framework.id == "vn-dti-province-922" and collection.unit == "gso:49"
    assert list(collection.forms)[:3] == ["I", "II", "III"]
    assert [len(form.rows) for form in collection.forms.values()][:2] == [63, 12]
    assert sum(len(form.rows) for form in collection.forms.values()) == 137


def test_rows(collection):
    row = collection.forms["I"].rows["VII.12"]
    assert row.name == "Tỷ lệ hồ sơ xử lý trực tuyến" and row.unit == "Tỷ lệ"
    assert row.input.id == "files-processed-online-share" and row.input in row.collection.framework["6.12"].inputs
    assert row.section == "Hoạt động chính quyền số" and row.section_in("en") == "Digital government activities"
    assert collection.rows[row.index] == row and row.form == collection.forms["I"]
    assert collection.forms["II"].rows["II.5"].part_count == 4 and not row.part_count
    assert collection.forms["I"].rows["IV.4"].is_list and not row.is_list
    assert collection.rows[-1].form.id == "XVI" and len(collection.rows[:5]) == 5
    with pytest.raises(IndexError):
        collection.rows[137]
    with pytest.raises(KeyError, match=r"VII\.2"):
        collection.forms["I"].rows["VII.21"]
    with pytest.raises(TypeError):
        collection.forms["I"].rows[7]


def test_reporters(collection):
    who = collection.reporters["so-noi-vu"]
    assert who.name == "Sở Nội vụ" and who.name_in("en") == "Department of Home Affairs" and who.form.id == "II"
    assert len(collection.forms["XIII"].reporters) == 18, "districts, towns and cities of Quảng Nam in 2023"
    assert collection.agency("so-noi-vu") == "Sở Nội vụ" and collection.agency("nobody") is None
    with pytest.raises(dti.NotFoundError, match="so-noi-vu"):
        collection.reporters["so-noi-vụ"]
    assert "so-noi-vu" in collection.reporters and 1 not in collection.reporters


def test_deadline(collection, tiny):
    late = collection.deadline(2023)
    assert late == datetime.datetime(2024, 1, 29, 17, tzinfo=datetime.timezone.utc)
    assert (late.day, late.hour, late.utcoffset()) == (30, 0, datetime.timedelta(hours=7))
    assert tiny.deadline(2022).date() == datetime.date(2023, 3, 1)
    for year in (1899, 9999, 2**40):
        with pytest.raises(ValueError, match="1900"):
            collection.deadline(year)
    with pytest.raises(TypeError):
        collection.deadline(True)


def test_documents(collection, tiny, root):
    assert tiny.unit is None and tiny.forms["A"].rows["I.3"].part_count == 3
    assert tiny.reporters["huyen-mot"].form.title == "Biểu B"
    again = dti.Collection.load(root / "libdti/collections/vn-quangnam-2023.json")
    assert again == collection and hash(again) == hash(collection) and again != tiny
    for each in (collection, tiny, again):
        assert pickle.loads(pickle.dumps(each)) == each and copy.deepcopy(each) is each
    with pytest.raises(FileNotFoundError):
        dti.Collection.load(root / "nothing.json")
    report = dti.Collection.check('{"format": "dti-collection/1"}', source="mine.json")
    assert len(report.errors) > 3 and report[0].source == "mine.json"
    with pytest.raises(dti.SchemaError):
        dti.Collection.parse('{"format": "dti-collection/1"}')
    with pytest.raises(TypeError, match="framework"):
        dti.Collection.parse("{}", "vn-dti-province-922")


def test_parts_outlive_everything():
    row = dti.Collection.builtin().reporters["so-noi-vu"].form.rows["II.5"]
    assert row.form.reporters[0].collection.framework.overall.name


def test_shown(collection):
    assert len(repr(collection)) < 100 and "34" in repr(collection)
    html = collection._repr_html_()
    assert html.count("<tr>") == 17 and "UBND thành phố Tam Kỳ, UBND thành phố Hội An" in html and "Sở Nội vụ" in html
    for each in (collection.forms["II"], collection.rows[0], collection.reporters["so-noi-vu"]):
        assert each.id in repr(each)
