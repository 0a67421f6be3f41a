# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""How much the XML of a workbook holds, counted before anything is made of it.

openpyxl makes an object of nearly every element, which takes a hundred times the memory of its letters; counting takes none.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple
from xml.parsers import expat

from dti.excel.faults import Both, WorkbookError, refuse


class Kind(NamedTuple):
    """Elements of one name: how many there may be, and what a person calls them."""

    most: int
    words: Both


MOST_ROWS = 5_000
MOST_CELLS = 20_000
# Twenty to forty times what the largest form takes (133 rows, 1 014 cells), so that the sheets that people calculate on fit in.
_CELLS = Kind(MOST_CELLS, ("ô", "cells"))
_KINDS = {
    "row": Kind(MOST_ROWS, ("hàng", "rows")),
    "c": _CELLS,
    "v": _CELLS,
    "f": _CELLS,
    "is": _CELLS,
    "si": Kind(MOST_CELLS, ("chuỗi", "texts")),
    "t": Kind(2 * MOST_CELLS, ("chuỗi", "texts")),
    "xf": Kind(2_000, ("kiểu ô", "styles")),
    "font": Kind(1_000, ("phông chữ", "fonts")),
    "fill": Kind(1_000, ("màu nền", "fills")),
    "border": Kind(1_000, ("đường viền", "borders")),
    "mergeCell": Kind(2_000, ("vùng gộp", "merged ranges")),
    "definedName": Kind(500, ("tên", "names")),
    "sheet": Kind(20, ("trang", "sheets")),
}
_MOST_OTHERS = 5_000
_MOST_MARKS = 250_000
"""Elements and attributes together, of up to four sheets; of more it is less: all of them may be one part, read for each."""
_MOST_GAP = 256 << 10
"""Bytes from one element to the next: the longest text of a cell, 32 767 characters, in any spelling."""


class Census:
    """The elements of a workbook, counted over all its parts."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._counts: Counter[str] = Counter()
        self._marks = 0

    def count(self, text: bytes, part: str) -> None:
        """Count the elements of a part.

        Raises:
            WorkbookError: there are too many, or it is XML of a kind that no workbook has.
            expat.ExpatError: it is no XML.
        """
        _Part(self, text, part)

    def add(self, name: str, attributes: int, part: str) -> None:
        """Count an element."""
        self._counts[name] += 1
        self._marks += 1 + attributes
        most, words = _KINDS.get(name) or Kind(_MOST_OTHERS, (f"phần tử «{name[:40]}»", f"elements “{name[:40]}”"))
        if self._counts[name] > most:
            raise self.too_large(part, most, words)
        most = _MOST_MARKS * 4 // max(4, self._counts["sheet"])
        if self._marks > most:
            raise self.too_large(part, most, ("phần tử", "elements"))

    def too_large(self, part: str, most: int, words: Both) -> WorkbookError:
        """The fault of a part that holds too much."""
        return refuse("XLSX-04", self._source, part, (f"{most} {words[0]}", f"{most} {words[1]}"))

    def unsound(self, id: str, part: str) -> WorkbookError:
        """The fault of a part that no form has."""
        return refuse(id, self._source, part)


class _Part:
    """A part being counted."""

    def __init__(self, census: Census, text: bytes, name: str) -> None:
        self._census = census
        self._name = name
        self._row = 0
        self._at = 0
        # UTF-16, in which the declaration of a document type would not be found by its letters.
        if b"\0" in text:
            raise census.unsound("XLSX-05", name)
        self._parser = expat.ParserCreate()
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._document_type
        self._parser.StartElementHandler = self._element
        # In one piece: a long token that comes in pieces is looked through again with each of them.
        self._parser.Parse(text, True)
        self._gap(len(text))

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.upper() != "UTF-8":
            raise self._census.unsound("XLSX-05", self._name)

    def _document_type(self, *_: object) -> None:
        # No part of a workbook declares one; those that do want entities to grow or files to be read.
        raise self._census.unsound("XLSX-05", self._name)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        self._gap(self._parser.CurrentByteIndex)
        name = tag.rpartition(":")[2]
        self._census.add(name, len(attributes), self._name)
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number[:9]) if number.isascii() and number.isdigit() else self._row + 1
        elif name in ("v", "is") and self._row > MOST_ROWS:
            # Blank cells that were coloured stand anywhere; figures down there would not be read.
            raise self._census.too_large(self._name, MOST_ROWS, _KINDS["row"].words)
        elif name == "externalReference":
            raise self._census.unsound("XLSX-18", self._name)
        elif name == "Relationship" and "chartsheet" in attributes.get("Type", ""):
            raise self._census.unsound("XLSX-05", attributes.get("Target", self._name))

    def _gap(self, at: int) -> None:
        if at - self._at > _MOST_GAP:
            raise self._census.too_large(self._name, _MOST_GAP >> 10, ("KiB mỗi phần tử", "KiB in an element"))
        self._at = at
