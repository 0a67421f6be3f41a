# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Gaps of evidence: what keeps the records of a dossier from carrying a component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dti import _dti
from dti._core import LangLike, lang_of, points
from dti._parts import Part
from dti.enums import Gap
from dti.indicator import Indicator

if TYPE_CHECKING:
    from dti.evidence import Evidence
    from dti.result import Result


class EvidenceGap(Part):
    """One gap between the evidence there is and what a component asks for."""

    __slots__ = ()
    _c: _dti.Result
    _of: Result

    @property
    def kind(self) -> Gap:
        """What it is."""
        return Gap(self._c.gap(self._i))

    @property
    def id(self) -> str:
        """Id of its kind in documents, such as "wrong-signer"."""
        return _dti.gap_id(self.kind)

    def kind_name(self, lang: LangLike = "vi") -> str:
        """Word for its kind."""
        return _dti.gap_name(self.kind, lang_of(lang))

    @property
    def indicator(self) -> Indicator:
        """The component that asks for evidence."""
        return Indicator(self._of.framework, self._c.gap_node(self._i))

    @property
    def code(self) -> str:
        """Code of that component, in the first numbering."""
        return self.indicator.code

    @property
    def evidence(self) -> Evidence | None:
        """The record that does not do; None where there is none."""
        record = self._c.gap_evidence(self._i)
        return None if record is None else self._of.dossier.evidence[record]

    @property
    def points(self) -> float:
        """Points at risk that are put down to this gap: those of its component for the gap nearest to being closed, 0 for
        the others. Over all gaps they add up to what is at risk."""
        return points(self.exact_points)

    @property
    def exact_points(self) -> int:
        """Points at risk that are put down to this gap, in 10⁻⁹ point."""
        return self._c.gap_points(self._i)

    @property
    def agency(self) -> str | None:
        """Id of the agency or reporter who can close it; None if that is not known."""
        id: str = self._c.gap_agency(self._i)
        return id or None

    def text(self, lang: LangLike = "vi") -> str:
        """In words: component, record, what was found and what is asked for."""
        return self._c.gap_format(self._i, lang_of(lang))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<EvidenceGap {self.code} {self.id}: {self.points:g} points at risk>"
