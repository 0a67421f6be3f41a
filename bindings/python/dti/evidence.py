# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Evidence: one signed document that supports components and inputs, with the history of its review."""

from __future__ import annotations

import datetime
from typing import Any, Self

from dti import _dti
from dti._core import Digested, Document, LangLike, PathLike, date_or_none, lang_of, member, options, path_of, write_text
from dti.enums import EvidenceField, Lang, ReviewState, SignatureFact, SignerRole
from dti.history import History
from dti.report import Report


class Evidence(Digested):
    """One signed document that supports components and inputs, with the history of its review. Immutable."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: Document, *, source: str | None = None) -> Self:
        """Read a document of format "dti-evidence/1".

        Raises:
            DtiError: the first fault, with its place; also a history that was cut or edited, and a content that was changed
                after it was handed in.
        """
        return cls._wrap(_dti.Evidence.parse(text, options(source)))

    @classmethod
    def load(cls, path: PathLike) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read.
            DtiError: as :meth:`parse`.
        """
        return cls._wrap(_dti.Evidence.load(path_of(path), options()))

    @staticmethod
    def check(text: Document, *, source: str | None = None) -> Report:
        """Every finding of a document."""
        return Report._wrap(_dti.Evidence.check(text, options(source)))

    def to_json(self) -> str:
        """The document; read again it has the same digest."""
        text: str = self._c.write()
        return text

    def save(self, path: PathLike) -> None:
        """Write the document to a file, whole or not at all."""
        write_text(path, self.to_json())

    def __reduce__(self) -> Any:
        return (Evidence.parse, (self.to_json(),))

    @property
    def id(self) -> str:
        """Id of the record."""
        text: str = self._c.text(EvidenceField.ID)
        return text

    @property
    def state(self) -> ReviewState:
        """Where the review stands."""
        return ReviewState(self._c.state())

    @property
    def history(self) -> History:
        """The history of the review."""
        return History._wrap(self._c.history())

    def __repr__(self) -> str:
        return f"<Evidence {self.id}: {self.state.name.lower()}>"
