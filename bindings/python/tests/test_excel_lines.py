# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Lines of a workbook that were moved, deleted, added, and forms that are others than they should be."""

import pytest

import dti

pytest.importorskip("openpyxl")
from excel_book import INPUT, NAME, NOTE, VALUE, Book, body, shuffle  # noqa: E402

from dti import excel  # noqa: E402

pytest_plugins = "excel_book"


def test_reordered_lines(filled, tiny, path):
    book = Book(tiny, path, filled)
    shuffle(book)
    form = book.read()
    assert form.rows["II.5"].value is not None and sorted(form.rows["II.5"].things) == sorted(filled.rows["II.5"].things)
    for key, row in filled.rows.items():
        if not row.things:
            assert (form.rows[key].value, form.rows[key].state, form.rows[key].note) == (row.value, row.state, row.note)


def test_names_without_their_keys_are_noticed(book):
    one, two = book.row("II.4"), book.row("II.7")
    book["II.4"] = 7
    for column in range(NAME, NOTE + 1):  # sorted without the hidden columns
        left, right = book.sheet.cell(one, column), book.sheet.cell(two, column)
        left.value, right.value = right.value, left.value
    faults = book.faults()
    assert [fault.id for fault in faults] == ["XLSX-11", "XLSX-11"] and faults[0].cell == f"D{one}"
    assert faults[0].found == "Tỷ lệ người dùng" and faults[0].expected == "Kinh phí chi"


def test_deleted_and_foreign_lines(book):
    book["I.2"] = 7
    book.sheet.delete_rows(book.row("II.4"))
    (fault,) = book.faults()
    assert (fault.id, fault.row) == ("XLSX-09", "II.4") and "Kinh phí chi" in fault.expected


def test_a_line_added(book):
    first, _ = body(book)
    book.sheet.insert_rows(first)
    book.sheet.cell(first, NAME).value = "Chỉ tiêu riêng"
    assert book.read().date
    book.sheet.cell(first, VALUE).value = 7
    (fault,) = book.faults()
    assert fault.id == "DTI-0941" and fault.cell == f"D{first}" and "Chỉ tiêu riêng" in fault.message()


def test_a_row_twice(book):
    book["I.2"] = 7
    last = body(book)[1]
    book.sheet.insert_rows(last + 1)
    for column in range(1, 9):
        book.sheet.cell(last + 1, column).value = book.cell("I.2", column).value
    (fault,) = book.faults()
    assert fault.id == "DTI-0926" and fault.cell == f"C{last + 1}"


def test_moved_columns_and_other_names_of_the_sheet(book):
    book["I.2"] = 7
    book.sheet.title = "Trang tính1"
    book.sheet.insert_cols(5)
    book.sheet.cell(book.row("I.2"), 5).value = "cột thêm"
    assert book.read().rows["I.2"].value == 7


def test_keys_that_were_changed(book):
    book.cell("I.2", INPUT).value = "users"
    (fault,) = book.faults()
    assert fault.id == "XLSX-12" and fault.row == "I.2"


@pytest.mark.parametrize(
    ("line", "value", "id"),
    [
        (2, "vn-quangnam-2023@1.0.0", "XLSX-07"),
        (3, "sha256:00", "XLSX-07"),
        (5, "so-y-te", "XLSX-08"),
        (6, "quảng nam", "XLSX-08"),
        (7, 12, "XLSX-08"),
        (7, "hai nghìn", "XLSX-08"),
        (7, None, "XLSX-06"),
        (1, "dti-excel/9", "XLSX-06"),
    ],
)
def test_another_form(book, line, value, id):
    book.book["dti"].cell(line, 2 if line > 1 else 1).value = value
    (fault,) = book.faults()
    assert fault.id == id


def test_the_form_that_was_asked_for(book):
    path = book.save()
    assert excel.read_form(path, book.tiny, reporter="so-noi-vu", unit="gso:49", year=2022)
    for asked in ({"reporter": "so-tai-chinh"}, {"unit": "gso:48"}, {"year": 2023}):
        with pytest.raises(excel.WorkbookError, match=str(*asked.values())):
            excel.read_form(path, book.tiny, **asked)
    with pytest.raises(excel.WorkbookError, match="tiny-forms"):
        excel.read_form(path)
    with pytest.raises(excel.WorkbookError, match="tiny-forms"):
        excel.read_form(path, dti.Collection.builtin())


def test_sheets_that_are_gone_or_doubled(book):
    copy = book.book.copy_worksheet(book.sheet)
    (fault,) = book.faults()
    assert fault.id == "XLSX-10" and copy.title in fault.found
    book.book.remove(copy)
    book.sheet.delete_rows(book.row("Mã dòng"))
    (fault,) = book.faults()
    assert fault.id == "XLSX-17"
    del book.book["dti"]
    (fault,) = book.faults()
    assert fault.id == "XLSX-06"
