# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Workbooks that are none, or that mean harm: a form or faults, never a crash."""

import datetime
import random
import shutil
import time
import tracemalloc
import zipfile

import pytest

import dti

openpyxl = pytest.importorskip("openpyxl")
from excel_book import NOTE, Book, rewrite  # noqa: E402

from dti import excel  # noqa: E402

pytest_plugins = "excel_book"


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


SHEET, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"
TABLE = "</sheetData>"
# What is put before which mark of which part, and words of the message.
_TOO_MUCH = {
    "rows": (SHEET, TABLE, "<row/>" * 5001, "5000 rows"),
    "a row far below": (SHEET, TABLE, '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "5000 rows"),
    "cells": (SHEET, TABLE, "<row>" + "<c/>" * 20001 + "</row>", "20000 cells"),
    "formulas": (SHEET, TABLE, "<row>" + "<c><f/><f/></c>" * 10001 + "</row>", "20000 cells"),
    "merged ranges": (SHEET, "</mergeCells>", '<mergeCell ref="A1:B2"/>' * 2001, "2000 merged ranges"),
    "validations": (SHEET, "</dataValidations>", '<dataValidation sqref="A1"/>' * 5001, "5000 elements “dataValidation”"),
    "styles": (STYLES, "</cellXfs>", "<xf/>" * 2001, "2000 styles"),
    "fonts": (STYLES, "</fonts>", "<x:font/>" * 1001, "1000 fonts"),
    "fills": (STYLES, "</fills>", "<fill/>" * 1001, "1000 fills"),
    "borders": (STYLES, "</borders>", "<border/>" * 1001, "1000 borders"),
    "names": (BOOK, "</definedNames>", '<definedName name="a">1</definedName>' * 501, "500 names"),
    "sheets": (BOOK, "</sheets>", '<sheet name="a" sheetId="9" r:id="rId1"/>' * 20, "20 sheets"),
    "one part as many sheets": (
        BOOK,
        "</sheets>",
        '<sheet name="a" sheetId="9" r:id="rId1"/>' * 18 + "".join(f"<q{i}/>" for i in range(60_000)),
        "50000 elements",
    ),
    "attributes": (SHEET, TABLE, ("<q" + "".join(f" a{i}=''" for i in range(5000)) + "/>") * 51, "250000"),
    "a long name": (SHEET, TABLE, f'<row a="{"x" * (300 << 10)}"/>', "256 KiB"),
    "a long remark": (SHEET, TABLE, f"<!--{'x' * (300 << 10)}-->", "256 KiB"),
    "texts": ("xl/sharedStrings.xml", "</sst>", "<si/>" * 20001, "20000 texts"),
    "rich text": ("xl/sharedStrings.xml", "</sst>", "<si>" + "<r><t/></r>" * 5001 + "</si>", "5000 elements “r”"),
    "properties": ("docProps/core.xml", "</cp:coreProperties>", "<a/>" * 5001, "5000 elements “a”"),
}


@pytest.mark.parametrize("case", _TOO_MUCH)
def test_more_than_a_form_needs(book, case):
    """Small when packed, large when read: counted first, so that none of it is read."""
    part, mark, more, words = _TOO_MUCH[case]
    path = book.save()
    if part == "xl/sharedStrings.xml":
        rewrite(path, lambda text: text or "<sst></sst>", part)
    rewrite(path, lambda text: text.replace(mark, more + mark).replace("<x:font/>", '<x:font xmlns:x="y"/>'), part)
    tracemalloc.start()
    started = time.process_time()
    faults = excel.check_form(path, book.tiny)
    spent, memory = time.process_time() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [fault.id for fault in faults] == ["XLSX-04"] and words in faults[0].message("en"), faults
    assert spent < 5 and memory < 64 << 20, "tracing takes ten times what reading does"


def test_a_long_text_in_many_cells(book):
    """Each cell but names the text, which takes no room in the file."""
    for row in range(200):
        book.sheet.cell(row + 1, 12, "x" * 30_000)
    assert [fault.id for fault in excel.check_form(book.save(), book.tiny)] == ["XLSX-04"]


def test_what_people_add_is_no_attack(book):
    """A sheet of their own to calculate on, in colours; blank cells at the end of the sheet; a link in a remark."""
    own = book.book.create_sheet("Tính toán")
    for row in range(1, 1001):
        for column in range(1, 11):
            own.cell(row, column, row * column).number_format = "0" * (row % 30 + 1)
    book.sheet.cell(1_048_576, 20).number_format = "0.00"
    book.cell("I.1", NOTE).value = "https://quangnam.gov.vn"
    book.cell("I.1", NOTE).hyperlink = "https://quangnam.gov.vn"
    assert book.read().unit == "gso:49"


def test_what_no_form_has(book, tmp_path):
    """Entities, other encodings, macros of older kinds, links to other workbooks."""
    path = book.save()

    def first(change, part):
        shutil.copy(path, tmp_path / "copy.xlsx")
        rewrite(tmp_path / "copy.xlsx", change, part)
        return excel.check_form(tmp_path / "copy.xlsx", book.tiny)[0]

    laughs = '<!DOCTYPE l [<!ENTITY a "' + "x" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]>'
    outside = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for part in (SHEET, STYLES, BOOK, "[Content_Types].xml", "docProps/core.xml"):
        for dtd in (laughs, outside, "<!DOCTYPE worksheet>"):
            assert first(lambda text: dtd + text[text.find("<", 2) :] if text[:2] == "<?" else dtd + text, part).id == "XLSX-05"
    for name in ("utf-7", "cp037", "utf-16", "latin-1"):
        declared = f'<?xml version="1.0" encoding="{name}"?>'
        assert first(lambda text: declared + (text.partition("?>")[2] if text[:2] == "<?" else text), SHEET).id == "XLSX-05"
    kinds = ("application/vnd.ms-office.vbaProject", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    for kind in (*kinds, "application/vnd.ms-excel.macrosheet+xml"):
        override = f'<Override PartName="/a" ContentType="{kind}"/></Types>'
        assert first(lambda text: text.replace("</Types>", override), "[Content_Types].xml").id == "XLSX-03"
    assert first(lambda _: "<a/>", "xl/macrosheets/sheet1.xml").id == "XLSX-03"
    assert first(lambda _: "<a/>", "xl/externalLinks/externalLink1.xml").id == "XLSX-18"
    links = '<externalReferences><externalReference r:id="rId9"/></externalReferences></workbook>'
    link = first(lambda text: text.replace("</workbook>", links), BOOK)
    assert link.id == "XLSX-18" and "dán số liệu dạng giá trị" in link.message("vi")
    chart = '<Relationship Id="x" Target="c.xml" Type="http://x/relationships/chartsheet"/></Relationships>'
    assert first(lambda text: text.replace("</Relationships>", chart), "xl/_rels/workbook.xml.rels").id == "XLSX-05"
    rewrite(path, lambda _: "<xml><br></xml>", "xl/drawings/vmlDrawing1.vml")
    assert excel.read_form(path, book.tiny).unit == "gso:49", "remarks are drawn in VML, which need not be sound"


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
