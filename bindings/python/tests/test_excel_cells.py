# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Cells of a workbook as people and spreadsheets leave them, and the faults that name them."""

import datetime
import pickle
import unicodedata

import pytest

import dti

pytest.importorskip("openpyxl")
from excel_book import NAME, NOTE, STATE, rewrite  # noqa: E402

from dti import excel  # noqa: E402

pytest_plugins = "excel_book"


@pytest.mark.parametrize(
    ("key", "typed", "shown", "expected"),
    [
        ("II.7", 51.16, "General", 51.16),
        ("II.7", "63,56", "@", 63.56),
        ("II.7", "63.56", "General", 63.56),
        ("II.7", " 63,56 \u00a0", "General", 63.56),
        ("II.7", 0.5116, "0.00%", 51.16),
        ("II.7", 0.5, "0%", 50),
        ("II.7", "51,16 %", "@", 51.16),
        ("I.2", "1.234.567", "@", 1234567),
        ("I.2", "1 234 567", "@", 1234567),
        ("I.2", "1\u00a0234\u202f567", "@", 1234567),
        ("I.2", 1234567, "#,##0", 1234567),
        ("I.2", 18.0, "General", 18),
        ("I.2", "\u200b18\ufeff", "@", 18),
        ("II.4", 1.234, "General", 1.234),
        ("II.4", 1.1 + 2.2, "General", 3.3),
        ("II.4", 1234.567, "General", 1234.567),
        ("II.4", 0.1 + 0.2, '0.0" %"', 0.3),
        ("II.2", "Cấp phó", "@", "deputy"),
        ("II.2", "deputy", "@", "deputy"),
        ("II.2", unicodedata.normalize("NFD", "CẤP PHÓ "), "@", "deputy"),
        ("II.3", "Có", "@", True),
        ("II.3", False, "General", False),
        ("II.3", 1, "General", True),
        ("II.3", "x", "@", True),
        ("I.1", "Chuyển đổi số ", "@", "Chuyển đổi số"),
        ("I.1", "'=1+1", "@", "'=1+1"),
        ("I.1", "- vì dân", "@", "- vì dân"),
        ("I.1", 2023, "General", "2023"),
        ("I.1", datetime.datetime(2023, 5, 12), "dd/mm/yyyy", "12/05/2023"),
        ("I.1", 'hai dòng,\ncó "nháy"', "@", 'hai dòng,\ncó "nháy"'),
        ("I.3", 55, "General", 55),
    ],
)
def test_cells_as_people_fill_them(book, key, typed, shown, expected):
    book[key] = typed
    book.cell(key).number_format = shown
    if isinstance(typed, str) and typed.startswith("="):
        book.cell(key).data_type = "s"
    assert book.read().rows[key].value == expected


@pytest.mark.parametrize(
    ("key", "typed", "shown", "id", "found", "expected"),
    [
        ("I.2", "1.234", "@", "DTI-0940", "1.234", "số nguyên"),
        ("I.2", 12.5, "General", "DTI-0915", "12.5", "số nguyên"),
        ("I.2", -3, "General", "DTI-0916", "-3", "từ 0"),
        ("I.2", "18 người", "@", "DTI-0915", "18 người", "số nguyên"),
        ("I.2", 0.18, "0%", "DTI-0915", "18 %", "số nguyên"),
        ("I.2", True, "General", "XLSX-16", "TRUE", "số nguyên"),
        ("I.2", datetime.datetime(2023, 5, 12), "dd/mm/yyyy", "XLSX-15", "12/05/2023", "số nguyên"),
        ("II.4", datetime.time(12, 30), "hh:mm", "XLSX-15", "12:30:00", "con số"),
        ("II.7", 101, "General", "DTI-0917", "101", "từ 0 đến 100"),
        ("II.7", 1.5, "0%", "DTI-0917", "150 %", "từ 0 đến 100"),
        ("I.2", "#DIV/0!", "General", "XLSX-14", "#DIV/0!", "số nguyên"),
        ("I.2", "=SUM(A1:A2)", "General", "XLSX-13", "=SUM(A1:A2)", "số nguyên"),
        ("II.2", "Trưởng phòng", "@", "DTI-0915", "Trưởng phòng", "trong danh sách"),
        ("II.2", datetime.datetime(2023, 5, 12), "dd/mm/yyyy", "XLSX-15", "12/05/2023", "trong danh sách"),
        ("II.3", "có lẽ", "@", "DTI-0915", "có lẽ", "«Có»"),
        ("II.3", 2, "General", "DTI-0915", "2", "«Có»"),
        ("II.5", 3, "General", "DTI-0923", "3", "số nguyên"),
        ("I.2", 10**300, "General", "DTI-0917", "1" + "0" * 300, "số nguyên"),
    ],
)
def test_faults_name_their_cell(book, key, typed, shown, id, found, expected):
    book[key] = typed
    book.cell(key).number_format = shown
    (fault,) = book.faults()
    assert (fault.id, fault.sheet, fault.cell, fault.row) == (id, "Biểu A", f"F{book.row(key)}", key)
    assert fault.found == found and expected in fault.expected
    assert fault.source == str(book.path) and fault.place in str(fault) and key in fault.message("vi")
    assert fault.message("en") != fault.message("vi") and fault.expected_in("en") != fault.expected


def test_every_fault_is_told(book):
    book["I.2"], book["II.4"], book["II.7"] = "1.234", "nhiều", True
    book["@date"] = "hôm qua"
    faults = book.faults()
    places = {(fault.id, fault.cell) for fault in faults}
    cells = {key: f"F{book.row(key)}" for key in ("I.2", "II.4", "II.7", "@date")}
    assert ("DTI-0940", cells["I.2"]) in places and ("DTI-0915", cells["II.4"]) in places
    assert ("XLSX-16", cells["II.7"]) in places and ("DTI-0311", cells["@date"]) in places
    with pytest.raises(dti.DtiError) as caught:
        book.read()
    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(error, ValueError) and error.faults == faults and str(error).count("\n") == len(faults) - 1
    assert excel.check_form(book.path, book.tiny) == faults


def test_breaks_in_remarks_do_not_move_places(book):
    book.cell("I.2", NOTE).value = 'một,\nhai "ba"\r\nbốn'
    book["II.4"], book["II.7"] = "nhiều", "1.234"
    faults = {fault.row: fault.cell for fault in book.faults()}
    assert faults == {"II.4": f"F{book.row('II.4')}", "II.7": f"F{book.row('II.7')}"}
    book["II.4"] = book["II.7"] = None
    assert book.read().rows["I.2"].note == 'một,\nhai "ba"\nbốn'


def test_a_filled_form_needs_its_date(book):
    book["I.2"] = 7
    book["@date"] = None
    (fault,) = book.faults()
    assert fault.id == "DTI-0927" and fault.cell == f"F{book.row('@date')}"


@pytest.mark.parametrize("day", [datetime.datetime(2023, 1, 15), "15/01/2023", "2023-01-15", "15.1.2023"])
def test_days(book, day):
    book["@date"] = day
    assert book.read().date == datetime.date(2023, 1, 15)


def test_formulas_with_their_results(book):
    book["I.2"] = "=3+4"
    book["II.4"] = "=1/0"
    path = book.save()
    rewrite(
        path,
        lambda text: text.replace("<f>3+4</f><v></v>", "<f>3+4</f><v>7</v>").replace("<f>3+4</f><v />", "<f>3+4</f><v>7</v>"),
    )
    faults = excel.check_form(path, book.tiny)
    assert [fault.row for fault in faults] == ["II.4"], "the other has its result"


def test_states_and_remarks(book):
    book.cell("I.2", STATE).value = "Không áp dụng"
    book.cell("I.2", NOTE).value = "Không có huyện"
    book.cell("II.4", NOTE).value = "=Theo báo cáo"
    book.cell("II.4", NOTE).data_type = "s"
    form = book.read()
    assert form.rows["I.2"].state is dti.State.NOT_APPLICABLE and form.rows["I.2"].reason == "Không có huyện"
    assert form.rows["II.4"].note == "=Theo báo cáo" and form.rows["II.4"].value is None
    book["I.2"] = 7
    assert {(fault.id, fault.row) for fault in book.faults()} == {("DTI-0944", "I.2"), ("DTI-0945", "I.2")}
    book["I.2"] = None
    book.cell("I.2", STATE).value = "không biết"
    (fault,) = book.faults()
    assert (fault.cell, fault.found) == (f"G{book.row('I.2')}", "không biết")


def test_parts_and_things(book):
    for key, value in (("I.3/1", 3), ("I.3/2", "12"), ("I.3/3", 40)):
        book[key] = value
    book.cell("II.5/2", NAME).value, book["II.5/2"] = "Kho dữ liệu ", "Có"
    book.cell("II.5/4", NAME).value, book["II.5/4"] = "LGSP", False
    book.cell("II.6/1", NAME).value = 1719
    form = book.read()
    assert form.rows["I.3"].parts == (3, 12, 40) and form.rows["I.3"].value == 55
    assert form.rows["II.5"].things == (("Kho dữ liệu", True), ("LGSP", False))
    assert form.rows["II.6"].things == (("1719", True),)
    book["I.3/2"] = None
    book["II.5/4"] = None
    faults = {fault.id: fault for fault in book.faults()}
    assert faults["DTI-0920"].row.startswith("I.3") and faults["DTI-0924"].cell == f"F{book.row('II.5/4')}"


def test_more_things_than_lines(book):
    at = book.row("II.6/1")
    for i in range(8):
        if i:
            book.sheet.insert_rows(at + 1)
        book.sheet.cell(at + (1 if i else 0), NAME).value = f"QĐ {i}"
    assert {thing.name for thing in book.read().rows["II.6"].things} == {f"QĐ {i}" for i in range(8)}
