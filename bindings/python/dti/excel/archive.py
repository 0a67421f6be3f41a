# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What a workbook is packed in, looked at before anything of it is read: size, macros, XML that grows."""

from __future__ import annotations

import io
import zipfile
import zlib

from dti.excel.faults import Both, WorkbookError, fault

MOST_PACKED = 8 << 20
MOST_UNPACKED = 16 << 20
MOST_XML = 6 << 20
"""Of its sheets and styles together, thirty times what the largest form takes: each byte costs a hundred once it is read."""
MOST_FILES = 1000
_OLD = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels")
_MACROS = ("vbaproject.bin", "vbadata.xml")


def refuse(id: str, source: str, found: str = "", expected: Both = ("", "")) -> WorkbookError:
    """The one fault of a whole workbook, to be raised."""
    return WorkbookError([fault(id, source, found=found, expected=expected)])


def check_archive(content: bytes, source: str) -> None:
    """Look through the files of a workbook.

    Raises:
        WorkbookError: it is none, has macros, or would take too much memory.
    """
    if content.startswith(_OLD):
        raise refuse("XLSX-02", source)
    if not content.startswith(b"PK"):
        raise refuse("XLSX-01", source)
    if len(content) > MOST_PACKED:
        raise _too_large(source, len(content), MOST_PACKED)
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
    xml = 0
    for file in files:
        if file.filename.lower().endswith(_MACROS):
            raise refuse("XLSX-03", source, file.filename)
        text = archive.read(file)
        if file.filename.lower().endswith(_XML) or _is_xml(text):
            _check_xml(text, file.filename, source)
            xml += len(text)
            if xml > MOST_XML:
                raise _too_large(source, xml, MOST_XML)


def _is_xml(text: bytes) -> bool:
    """It could be read as XML, whatever its name says."""
    return text[:2] in (b"\xff\xfe", b"\xfe\xff") or text.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\0")[:1] == b"<"


def _check_xml(text: bytes, name: str, source: str) -> None:
    # No part of a workbook declares a document type; those that do want entities to grow or files to be read. NUL: UTF-16.
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text or text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse("XLSX-05", source, name)
    if name == "[Content_Types].xml" and b"macroEnabled" in text:
        raise refuse("XLSX-03", source, "macroEnabled")
