# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What a workbook is packed in, looked at before anything of it is read: size, macros, links, XML that grows."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from dti.excel.census import Census
from dti.excel.faults import WorkbookError, refuse

MOST_PACKED = 8 << 20
MOST_UNPACKED = 16 << 20
MOST_XML = 6 << 20
"""Of its sheets and styles together, thirty times what the largest form takes."""
MOST_FILES = 1000
_OLD = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels")
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDER, _LINK_FOLDER = "xl/macrosheets/", "xl/externallinks/"
_MACRO_TYPES = (b"macroenabled", b"vbaproject", b"macrosheet")


def check_size(size: int, source: str) -> None:
    """Look at the size of a file.

    Raises:
        WorkbookError: no form is as large.
    """
    if size > MOST_PACKED:
        raise _too_large(source, size, MOST_PACKED)


def check_archive(content: bytes, source: str) -> None:
    """Look through the files of a workbook.

    Raises:
        WorkbookError: it is none, has macros or links to others, or would take too much memory.
    """
    if content.startswith(_OLD):
        raise refuse("XLSX-02", source)
    if not content.startswith(b"PK"):
        raise refuse("XLSX-01", source)
    check_size(len(content), source)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_files(archive, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        if isinstance(error, WorkbookError):
            raise
        raise refuse("XLSX-05", source, str(error)) from error


def _too_large(source: str, found: int, most: int) -> WorkbookError:
    return refuse("XLSX-04", source, f"{found >> 20} MiB", (f"{most >> 20} MiB", f"{most >> 20} MiB"))


def _check_files(archive: zipfile.ZipFile, source: str) -> None:
    files = archive.infolist()
    names = [file.filename for file in files]
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise refuse("XLSX-01", source)
    if len(files) > MOST_FILES or len(set(names)) < len(names):
        what = f"{len(files)} tệp trong gói"
        raise refuse("XLSX-05", source, what)
    total = sum(file.file_size for file in files)
    if total > MOST_UNPACKED:
        raise _too_large(source, total, MOST_UNPACKED)
    census = Census(source)
    xml = 0
    for file in files:
        name = file.filename.lower()
        if name.endswith(_MACROS) or name.startswith(_MACRO_FOLDER):
            raise refuse("XLSX-03", source, file.filename)
        if name.startswith(_LINK_FOLDER):
            raise refuse("XLSX-18", source, file.filename)
        text = archive.read(file)
        if name.endswith(_XML) or _is_xml(text):
            xml += len(text)
            if xml > MOST_XML:
                raise _too_large(source, xml, MOST_XML)
            _check_xml(text, file.filename, source, census)


def _is_xml(text: bytes) -> bool:
    """It could be read as XML, whatever its name says."""
    return text[:2] in (b"\xff\xfe", b"\xfe\xff") or text.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\0")[:1] == b"<"


def _check_xml(text: bytes, name: str, source: str, census: Census) -> None:
    try:
        census.count(text, name)
    except expat.ExpatError as error:
        # Remarks are drawn in VML, which need not be XML and is not read; nothing else is excused.
        if name.lower().endswith(_XML):
            raise refuse("XLSX-05", source, f"{name}: {error}") from error
    if name == "[Content_Types].xml" and any(type in text.lower() for type in _MACRO_TYPES):
        raise refuse("XLSX-03", source, name)
