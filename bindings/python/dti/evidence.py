# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Evidence: one signed document that supports components and inputs, with the history of its review."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Self

from dti import _dti, _html
from dti._core import (
    Digested,
    Document,
    LangLike,
    MomentLike,
    PathLike,
    Written,
    date_or_none,
    handle_of,
    lang_of,
    member,
    options,
    path_of,
    whole,
)
from dti.enums import Action, EvidenceField, ReviewState, SignatureFact, SignerRole
from dti.evidence_fields import FieldLike, SignatureLike, built
from dti.history import History, step_of
from dti.report import Report


class Evidence(Digested, Written):
    """One signed document that supports components and inputs, with the history of its review.

    The history is append-only and chained by digests: what was approved can be proved, what was cut or edited is found.
    Immutable: a step of the review, or another content, gives the next record. Made by :meth:`load`, :meth:`parse` and
    :meth:`build`.
    """

    __slots__ = ()
    _c: _dti.Evidence

    @classmethod
    def parse(cls, text: Document, *, source: str | None = None) -> Self:
        """Read a document of format "dti-evidence/1".

        Args:
            text: the document, str or UTF-8 bytes.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place; also a history that was cut or edited, and a content that was changed
                after it was handed in.
        """
        return cls._wrap(_dti.Evidence.parse(text, options(source)))

    @classmethod
    def load(cls, path: PathLike) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        return cls._wrap(_dti.Evidence.load(path_of(path), options()))

    @staticmethod
    def check(text: Document, *, source: str | None = None) -> Report:
        """Every finding of a document."""
        return Report._wrap(_dti.Evidence.check(text, options(source)))

    @classmethod
    def build(
        cls,
        id: str,
        kind: str,
        *,
        components: Iterable[str] = (),
        inputs: Iterable[str] = (),
        signature: SignatureLike | None = None,
        **fields: FieldLike,
    ) -> Self:
        """A new record, a draft.

        Args:
            id: of the record, such as "nq-36-2021".
            kind: of document: a term of the framework, such as "resolution".
            components: codes of the components it supports, in its numbering.
            inputs: ids of the inputs it supports.
            signature: findings: "present", "sealed", "integrity", "chain", "covers-whole" to True or False.
            fields: numbering, number, date, effective, until, title, title_en, issuer, signer_name, signer_role,
                signer_mark, period_from, period_to, pages, file_name, file_size (bytes), media_type, file_sha256, reporter,
                note, note_en. Days are dates or "YYYY-MM-DD".

        Raises:
            TypeError: there is no such field, or its value is of the wrong type.
            DtiError: what is wrong with a field, or missing (``numbering``, if components are named).
        """
        builder = _dti.EvidenceBuilder.new(id, None)
        return cls._wrap(built(builder, {"kind": kind, **fields}, components, inputs, signature))

    def with_(
        self,
        *,
        components: Iterable[str] | None = None,
        inputs: Iterable[str] | None = None,
        signature: SignatureLike | None = None,
        **fields: FieldLike,
    ) -> Evidence:
        """This record with another content, of a draft or of one that was rejected; None takes a field away.

        Args:
            components: codes of components; None: as they are.
            inputs: ids of inputs; None: as they are.
            signature: findings, None for what is not known; those that are not named stay as they are.
            fields: as :meth:`build`, and ``kind``.

        Raises:
            DtiError: the record is submitted or accepted, or a field is wrong.
        """
        builder = _dti.EvidenceBuilder.new(None, self._c)
        if components is not None or inputs is not None:
            builder.clear_links()
            components = self.components if components is None else components
            inputs = self.inputs if inputs is None else inputs
        return Evidence._wrap(built(builder, fields, components or (), inputs or (), signature))

    def review(
        self,
        action: Action | str,
        *,
        at: MomentLike,
        by: str,
        agency: str | None = None,
        reason: str | None = None,
        reason_en: str | None = None,
        names: Iterable[str] = (),
    ) -> Evidence:
        """The record after a step of its review; this one stays as it is.

        Args:
            action: "submit", "recall", "accept", "reject" or "resubmit".
            at: when, never earlier than the step before; a datetime without an offset is Vietnam's.
            by: name of the person.
            agency: id of the agency the person acts for.
            reason: why; rejecting needs it.
            reason_en: the same in English.
            names: accepting: ids of the conditions that the reviewer confirms.

        Raises:
            InvalidValueError: the step is not legal now (the error says which are), or something it needs is missing.
        """
        return Evidence._wrap(self._c.review(*step_of(action, at, by, agency, reason, reason_en, names)))

    def at(self, steps: int) -> Evidence:
        """The record as it was after its first steps: content, state and digest of that time.

        Raises:
            ArgumentError: there are not so many steps.
        """
        return Evidence._wrap(self._c.at(whole(steps, "steps")))

    def extends(self, older: Evidence) -> bool:
        """Whether its history continues that of an older one: nothing was cut or rewritten."""
        return self._c.extends(handle_of(older, Evidence, "older"))

    def to_json(self) -> str:
        """The document; read again it has the same digest."""
        return self._c.write()

    def __reduce__(self) -> Any:
        return (Evidence.parse, (self.to_json(),))

    def text(self, field: EvidenceField | str) -> str | None:
        """A text of the record as it is written; None if it is not given."""
        return self._c.text(member(EvidenceField, field)) or None

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._c.text(EvidenceField.ID)

    @property
    def kind(self) -> str:
        """Kind of document: a term of the framework, such as "resolution"."""
        return self._c.text(EvidenceField.KIND)

    @property
    def numbering(self) -> str | None:
        """Numbering of its component codes."""
        return self.text(EvidenceField.NUMBERING)

    @property
    def components(self) -> tuple[str, ...]:
        """Codes of the components it supports, in its numbering."""
        return tuple(self._c.component(i) for i in range(self._c.component_count()))

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the inputs it supports."""
        return tuple(self._c.input(i) for i in range(self._c.input_count()))

    @property
    def number(self) -> str | None:
        """Number as printed, "277/TTr-STTTT"."""
        return self.text(EvidenceField.NUMBER)

    @property
    def date(self) -> datetime.date | None:
        """Date of the document."""
        return self._day(EvidenceField.DATE)

    @property
    def effective(self) -> datetime.date | None:
        """Day from which it is in force, if that is not its date."""
        return self._day(EvidenceField.EFFECTIVE)

    @property
    def until(self) -> datetime.date | None:
        """Last day in force."""
        return self._day(EvidenceField.UNTIL)

    @property
    def period(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day covered."""
        first, last = self._day(EvidenceField.PERIOD_FROM), self._day(EvidenceField.PERIOD_TO)
        return (first, last) if first and last else None

    def _day(self, field: EvidenceField) -> datetime.date | None:
        return date_or_none(self._c.text(field))

    @property
    def title(self) -> str | None:
        """Title in Vietnamese."""
        return self.title_in("vi")

    def title_in(self, lang: LangLike) -> str | None:
        """Title in a language; Vietnamese where there is no other."""
        english = self.text(EvidenceField.TITLE_EN) if lang_of(lang) else None
        return english or self.text(EvidenceField.TITLE_VI)

    @property
    def issuer(self) -> str | None:
        """Issuing body: a term of the framework."""
        return self.text(EvidenceField.ISSUER)

    @property
    def signer_name(self) -> str | None:
        """Name of the signer."""
        return self.text(EvidenceField.SIGNER_NAME)

    @property
    def signer_role(self) -> SignerRole:
        """Who signed: as said, or as the authority mark says. A paper signed KT. CHỦ TỊCH is the deputy's."""
        return SignerRole(self._c.signer_role())

    @property
    def signer_mark(self) -> str | None:
        """Authority mark as printed, "KT. CHỦ TỊCH"."""
        return self.text(EvidenceField.SIGNER_MARK)

    @property
    def pages(self) -> str | None:
        """Pages cited, "3-5, 12"."""
        return self.text(EvidenceField.PAGES)

    @property
    def file_name(self) -> str | None:
        """Name of the file."""
        return self.text(EvidenceField.FILE_NAME)

    @property
    def file_size(self) -> int | None:
        """Bytes of the file."""
        size = self.text(EvidenceField.FILE_SIZE)
        return None if size is None else int(size)

    @property
    def media_type(self) -> str | None:
        """Media type, "application/pdf"."""
        return self.text(EvidenceField.MEDIA_TYPE)

    @property
    def file_sha256(self) -> str | None:
        """ "sha256:" and 64 hexadecimal digits of the file."""
        return self.text(EvidenceField.FILE_SHA256)

    @property
    def reporter(self) -> str | None:
        """Id of the reporter who hands it in."""
        return self.text(EvidenceField.REPORTER)

    @property
    def note(self) -> str | None:
        """Remark in Vietnamese."""
        return self.note_in("vi")

    def note_in(self, lang: LangLike) -> str | None:
        """Remark in a language; Vietnamese where there is no other."""
        english = self.text(EvidenceField.NOTE_EN) if lang_of(lang) else None
        return english or self.text(EvidenceField.NOTE_VI)

    @property
    def signature(self) -> dict[SignatureFact, bool]:
        """What whoever looked into the file found; what is not known is not in it."""
        found = ((fact, self._c.signature(fact)) for fact in SignatureFact)
        return {fact: value > 0 for fact, value in found if value >= 0}

    @property
    def state(self) -> ReviewState:
        """Where the review stands."""
        return ReviewState(self._c.state())

    def state_name(self, lang: LangLike = "vi") -> str:
        """Where the review stands, in words: «đã chấp nhận», "accepted"."""
        return _dti.review_state_name(self.state, lang_of(lang))

    @property
    def history(self) -> History:
        """The history of the review."""
        return History._wrap(self._c.history())

    def confirms(self, condition: str) -> bool:
        """Whether the reviewer who accepted it confirmed a condition of its content."""
        return self._c.confirms(condition)

    @property
    def content_digest(self) -> str:
        """Digest of the content alone, which the steps of the review name."""
        return self._c.content_digest()

    def __repr__(self) -> str:
        return f"<Evidence {self.id}: {self.kind} {self.number or ''}, {self.state.name.lower()}>".replace(" ,", ",")

    def _repr_html_(self) -> str:
        head = (
            ("Trích yếu", self.title),
            ("Số", self.number),
            ("Ngày", self.date and f"{self.date:%d/%m/%Y}"),
            ("Người ký", " ".join(part for part in (self.signer_mark, self.signer_name) if part)),
            ("Tệp", self.file_name),
            ("Chỉ số", ", ".join(self.components)),
            ("Số liệu", ", ".join(self.inputs)),
            ("Tình trạng", self.state_name()),
        )
        steps = ((f"{s.at:%d/%m/%Y %H:%M}", f"{s.by} {s.action_name()}", s.reason) for s in self.history)
        rows = ((first, second, "") for first, second in head if second)
        return _html.table(self.id, ("", "", ""), (*rows, *steps))
