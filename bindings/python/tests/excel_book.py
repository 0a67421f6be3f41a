# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""A workbook of the tiny form A, filled in as people do, and taken apart as they should not."""

import datetime
import json
import random
import zipfile

import openpyxl
import pytest

import dti
from dti import excel

KEY, INPUT, NUMBER, NAME, MEASURE, VALUE, STATE, NOTE = range(1, 9)


@pytest.fixture(scope="module")
def collection():
    return dti.Collection.builtin()


@pytest.fixture(scope="module")
def tiny(root):
    framework = dti.Framework.load(root / "tests/data/tiny-framework.json")
    return dti.Collection.load(root / "tests/data/tiny-collection.json", framework)


@pytest.fixture(scope="module")
def filled(root, tiny):
    """The filled-in form of the C tests, without its English remarks, which a workbook has no place for."""
    document = json.loads((root / "tests/data/tiny-form.json").read_text(encoding="utf-8"))
    for row in document["rows"]:
        for key in ("note", "reason"):
            row.get(key, {}).pop("en", None)
    return dti.Form.parse(json.dumps(document), tiny)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "form.xlsx"


class Book:
    """A workbook of the tiny form A, to be filled in as Excel would."""

    def __init__(self, tiny, path, form=None):
        self.tiny = tiny
        self.path = excel.write_form(tiny, "so-noi-vu", "gso:49", 2022, path, form=form)
        self.book = openpyxl.load_workbook(self.path)
        self.sheet = self.book["Biểu A"]
        self["@date"] = datetime.date(2023, 1, 15)

    def row(self, key):
        return next(row for row in range(1, self.sheet.max_row + 1) if self.sheet.cell(row, KEY).value == key)

    def cell(self, key, column=VALUE):
        return self.sheet.cell(self.row(key), column)

    def __setitem__(self, key, value):
        self.cell(key).value = value

    def save(self):
        self.book.save(self.path)
        return self.path

    def read(self):
        return excel.read_form(self.save(), self.tiny)

    def faults(self):
        with pytest.raises(excel.WorkbookError) as caught:
            self.read()
        return caught.value.faults


@pytest.fixture
def book(tiny, path):
    return Book(tiny, path)


def rewrite(path, change, name="xl/worksheets/sheet1.xml"):
    """Change the XML of a part of a workbook; of one that it lacks, from nothing."""
    with zipfile.ZipFile(path) as old:
        files = {each.filename: old.read(each) for each in old.infolist()}
    files[name] = change(files.get(name, b"").decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for each, content in files.items():
            new.writestr(each, content)


def body(book):
    """First and last line of the table."""
    return book.row("Mã dòng") + 1, book.row("II.7")


def shuffle(book, seed=1):
    """The lines of the table in another order, as sorting would leave them."""
    first, last = body(book)
    lines = [[book.sheet.cell(row, column).value for column in range(1, 9)] for row in range(first, last + 1)]
    random.Random(seed).shuffle(lines)
    for row, line in zip(range(first, last + 1), lines):
        for column, value in enumerate(line, 1):
            cell = book.sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
