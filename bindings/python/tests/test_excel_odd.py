# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Workbooks that are none, or that mean harm: a form or faults, never a crash."""

import datetime
import random
import shutil
import zipfile

import pytest

import dti

openpyxl = pytest.importorskip("openpyxl")
from excel_book import Book, book, filled, path, rewrite, tiny  # noqa: E402

from dti import excel  # noqa: E402


def test_archives(book, tmp_path):
    path = book.save()

    def first(content):
        (tmp_path / "other.xlsx").write_bytes(content)
        return excel.check_form(tmp_path / "other.xlsx", book.tiny)[0].id

    def packed(**more):
        shutil.copy(path, tmp_path / "copy.xlsx")
        with zipfile.ZipFile(tmp_path / "copy.xlsx", "a", zipfile.ZIP_DEFLATED) as archive:
            for name, content in more.items():
                archive.writestr(name.replace("__", "."), content)
        return (tmp_path / "copy.xlsx").read_bytes()

    assert first(b"") == first(b"STT;Ten") == "XLSX-01"
    assert first(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)) == "XLSX-02"
    assert first(packed(vbaProject__bin=b"macro")) == "XLSX-03"
    assert first(packed(bomb__xml=b" " * (7 << 20))) == first(packed(bomb__png=b" " * (17 << 20))) == "XLSX-04"
    assert first(b"PK" + bytes(9 << 20)) == "XLSX-04"
    assert first(packed(x__xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>")) == "XLSX-05"
    assert first(packed(x__png="\ufeff<!DOCTYPE a>".encode("utf-16-le"))) == first(packed(x__bin=b" <!DOCTYPE a>")) == "XLSX-05"
    assert first(path.read_bytes()[:3000]) == "XLSX-05"
    rewrite(
        path, lambda text: text.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    )
    assert excel.read_form(path, book.tiny).unit == "gso:49", "merged cells are not followed"
    rewrite(path, lambda text: text.replace("<sheetData>", "<sheetData"))
    assert excel.check_form(path, book.tiny)[0].id == "XLSX-05"
    with pytest.raises(FileNotFoundError):
        excel.read_form(tmp_path / "nothing.xlsx", book.tiny)
    with pytest.raises(dti.FileError):
        excel.read_form(tmp_path, book.tiny)


_ODD = (
    None,
    "",
    " ",
    "1.234",
    "x",
    "không",
    "=1+1",
    "=",
    "'",
    '"',
    ",;\n",
    "\u200b",
    "#REF!",
    "II.5/2",
    "I.2",
    "@date",
    "#",
    "9" * 400,
    "é" * 40_000,
    "_x0000_",
    "_xD800_",
    "a\u0301",
    True,
    False,
    0,
    -1,
    1e308,
    1.5,
    10**30,
    datetime.datetime(1900, 1, 1),
    datetime.time(1),
    datetime.timedelta(days=400),
    "2022",
    "sha256:",
    "Mã dòng",
    "Số liệu",
)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_stands_in_the_cells(filled, tiny, path, seed):
    """Never a crash: a form, or faults with their places."""
    chance = random.Random(seed)
    book = Book(tiny, path, filled)
    for _ in range(chance.choice((1, 3, 30))):
        sheet = book.sheet if chance.random() < 0.9 else book.book["dti"]
        cell = sheet.cell(chance.randint(1, sheet.max_row + 2), chance.randint(1, 9))
        if isinstance(cell, openpyxl.cell.cell.MergedCell):
            continue
        cell.value = chance.choice(_ODD)
        cell.number_format = chance.choice(("General", "@", "0%", "dd/mm/yyyy", "#,##0"))
    if chance.random() < 0.2:
        getattr(book.sheet, chance.choice(("delete_rows", "insert_rows", "delete_cols", "insert_cols")))(chance.randint(1, 20))
    try:
        book.read()
    except excel.WorkbookError as error:
        for fault in error.faults:
            assert fault.source and fault.message("vi") and fault.message("en") and str(fault)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_in_the_file(book, seed):
    """Bytes that were changed, and XML that was: never anything but faults."""
    chance = random.Random(seed)
    path = book.save()
    if seed % 2:
        content = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
    else:

        def change(text):
            at = chance.randrange(len(text))
            return (
                text[:at]
                + chance.choice(("", "<", '"', "9" * 5000, "</c>", "&amp;", "A1048576"))
                + text[at + chance.randint(0, 9) :]
            )

        name = chance.choice(("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/workbook.xml"))
        rewrite(path, change, name)
    faults = excel.check_form(path, book.tiny)
    assert all(fault.id and str(fault) for fault in faults)
