# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The content of a record of evidence on its way into the library: fields by name, components, findings on the signature."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from dti import _dti
from dti._core import day_text, member, whole
from dti.enums import EvidenceField, SignatureFact, SignerRole

FieldLike: TypeAlias = str | int | datetime.date | SignerRole | None
SignatureLike: TypeAlias = Mapping[str, bool | None] | Mapping[SignatureFact, bool | None]

_FIELDS = {
    "numbering": EvidenceField.NUMBERING,
    "kind": EvidenceField.KIND,
    "number": EvidenceField.NUMBER,
    "date": EvidenceField.DATE,
    "effective": EvidenceField.EFFECTIVE,
    "until": EvidenceField.UNTIL,
    "title": EvidenceField.TITLE_VI,
    "title_en": EvidenceField.TITLE_EN,
    "issuer": EvidenceField.ISSUER,
    "signer_name": EvidenceField.SIGNER_NAME,
    "signer_role": EvidenceField.SIGNER_ROLE,
    "signer_mark": EvidenceField.SIGNER_MARK,
    "period_from": EvidenceField.PERIOD_FROM,
    "period_to": EvidenceField.PERIOD_TO,
    "pages": EvidenceField.PAGES,
    "file_name": EvidenceField.FILE_NAME,
    "file_size": EvidenceField.FILE_SIZE,
    "media_type": EvidenceField.MEDIA_TYPE,
    "file_sha256": EvidenceField.FILE_SHA256,
    "reporter": EvidenceField.REPORTER,
    "note": EvidenceField.NOTE_VI,
    "note_en": EvidenceField.NOTE_EN,
}


def built(
    builder: _dti.EvidenceBuilder,
    fields: Mapping[str, FieldLike],
    components: Iterable[str],
    inputs: Iterable[str],
    signature: SignatureLike | None,
) -> _dti.Evidence:
    """The record, of a builder that knows its id or the record that it goes on from."""
    for name, value in fields.items():
        if name not in _FIELDS:
            raise TypeError(f"evidence has no field {name!r}; it has {', '.join(_FIELDS)}")
        builder.set(_FIELDS[name], _field_text(name, value))
    for code in _several(components, "components"):
        builder.add_component(code)
    for input in _several(inputs, "inputs"):
        builder.add_input(input)
    for fact, found in (signature or {}).items():
        if not isinstance(found, (bool, type(None))):
            raise TypeError(f"signature: expected True, False or None, not {type(found).__name__}")
        builder.set_signature(member(SignatureFact, fact), -1 if found is None else int(found))
    return builder.build()


def _several(values: Iterable[str], what: str) -> list[str]:
    if isinstance(values, str):
        raise TypeError(f"{what}: expected a list, not str")
    return list(values)


def _field_text(name: str, value: FieldLike) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return day_text(value)
    if isinstance(value, SignerRole) and name == "signer_role":
        return value.name.lower() if value else None
    if name == "file_size":
        return str(whole(value, name))
    raise TypeError(f"{name}: expected a text, not {type(value).__name__}")
