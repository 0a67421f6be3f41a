# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Failures of the library as exceptions, each made from the error of the very call.

Every one is a :class:`DtiError` and the built-in exception that Python programs expect besides: ``except KeyError`` catches a
code that a framework does not have, ``except ValueError`` a figure out of its range. All messages stand in docs/errors.md.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from dti import _dti
from dti.enums import Lang, Status

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ArgumentError",
    "CancelledError",
    "DtiError",
    "FileError",
    "InternalError",
    "InvalidValueError",
    "LimitError",
    "MissingFileError",
    "NoMemoryError",
    "NotFoundError",
    "ParseError",
    "SchemaError",
    "UnresolvedError",
    "VersionError",
]


class DtiError(Exception):
    """Why a call failed: what, where, in Vietnamese and English.

    ``str()`` gives the place and the message in Vietnamese, :meth:`message` the message in either language. The attributes
    are plain values; the exception can be pickled and kept.
    """

    status: Status
    """What kind of failure it is."""
    id: str
    """Stable id of the message, such as "DTI-0201"."""
    source: str
    """Name of the document at fault: its path, or what ``source=`` said; "" if none."""
    pointer: str
    """JSON Pointer (RFC 6901) of the place; "" for the whole document or none."""
    line: int
    """Line of the place, from 1; 0 if there is none."""
    column: int
    """Column of the place in characters, from 1; 0 if there is none."""
    arguments: tuple[str, ...]
    """What was found, what was expected, a name: the typed arguments of the message as text."""

    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__(facts["messages"][Lang.VI])
        self._facts = facts
        self.status = facts["status"]
        self.id = facts["id"]
        self.source = facts["source"]
        self.pointer = facts["pointer"]
        self.line = facts["line"]
        self.column = facts["column"]
        self.arguments = facts["arguments"]

    def message(self, lang: Lang | str = "vi") -> str:
        """The message without its place, in the given language ("vi" or "en")."""
        from dti._core import lang_of

        text: str = self._facts["messages"][lang_of(lang)]
        return text

    @property
    def place(self) -> str:
        """Where it is, such as "dossier.json:12:5: /inputs/0/value"; "" if there is no place."""
        where = self.source
        if self.line:
            where = f"{where}:{self.line}:{self.column}" if where else f"{self.line}:{self.column}"
        return ": ".join(part for part in (where, self.pointer) if part)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.message()) if part) + f" [{self.id}]"

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self._facts,))


class ArgumentError(DtiError, ValueError):
    """An argument is not allowed."""


class ParseError(DtiError, ValueError):
    """The text is not JSON or not UTF-8."""


class SchemaError(DtiError, ValueError):
    """JSON, but not of the shape of the document: a missing or unknown key, a wrong type."""


class InvalidValueError(DtiError, ValueError):
    """A value is out of its range or contradicts another one."""


class UnresolvedError(DtiError, LookupError):
    """A name that is not defined, is defined twice, or leads in a circle."""


class NotFoundError(DtiError, KeyError):
    """What was asked for does not exist."""


class VersionError(DtiError, ValueError):
    """A document of a version that this library does not know, or objects of different frameworks."""


class LimitError(DtiError, ValueError):
    """A limit on size, depth or count was exceeded."""


class FileError(DtiError, OSError):
    """A file could not be read or written."""


class MissingFileError(FileError, FileNotFoundError):
    """There is no such file."""


class CancelledError(DtiError, RuntimeError):
    """A callback asked to stop."""


class InternalError(DtiError, RuntimeError):
    """A fault of libdti itself; please report it."""


class NoMemoryError(DtiError, MemoryError):
    """Memory ran out; nothing was changed."""


_CLASSES: dict[Status, Callable[[dict[str, Any]], DtiError]] = {
    Status.NOMEM: NoMemoryError,
    Status.ARG: ArgumentError,
    Status.SYNTAX: ParseError,
    Status.SCHEMA: SchemaError,
    Status.VALUE: InvalidValueError,
    Status.REFERENCE: UnresolvedError,
    Status.NOT_FOUND: NotFoundError,
    Status.VERSION: VersionError,
    Status.LIMIT: LimitError,
    Status.IO: FileError,
    Status.CANCELLED: CancelledError,
    Status.INTERNAL: InternalError,
}


def _make(error: _dti.Error) -> DtiError:
    """The exception for an error of the library; called by the generated module."""
    status = Status(error.status())
    source = error.source()
    facts: dict[str, Any] = {
        "status": status,
        "id": error.id(),
        "messages": {lang: error.format(lang) for lang in Lang},
        "source": source,
        "pointer": error.pointer(),
        "line": error.line(),
        "column": error.column(),
        "arguments": tuple(error.arg(index) for index in range(error.arg_count())),
    }
    if status is Status.IO and any(path and not os.path.lexists(path) for path in (source, *facts["arguments"][:1])):
        return MissingFileError(facts)
    return _CLASSES.get(status, DtiError)(facts)


_dti.set_error_factory(_make)
