# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Indicators and inputs: the nodes of a framework, and the figures that its rules read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dti import _dti
from dti._core import LangLike, lang_of, member, points
from dti._parts import Named, Part, View
from dti.enums import InputKind, NodeKind, NodePart, Provenance

if TYPE_CHECKING:
    from dti.framework import Framework


class Indicator(Part):
    """A component, a group, a main indicator or an index of a framework."""

    __slots__ = ()
    _c: _dti.Framework
    _of: Framework

    @property
    def framework(self) -> Framework:
        """What it is part of."""
        return self._of

    @property
    def code(self) -> str:
        """Code in the first numbering, such as "6.12"."""
        return self._c.node_code(self._i, None)

    def code_in(self, numbering: str) -> str:
        """Code in a numbering; "" if it has none there."""
        return self._c.node_code(self._i, numbering)

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self._c.node_name(self._i, lang_of(lang))

    @property
    def kind(self) -> NodeKind:
        """What it is."""
        return NodeKind(self._c.node_kind(self._i))

    @property
    def parent(self) -> Indicator | None:
        """Its parent in the tree; None of main indicators and indices."""
        parent = self._c.node_parent(self._i)
        return None if parent is None else Indicator(self._of, parent)

    @property
    def children(self) -> tuple[Indicator, ...]:
        """Components of a main indicator; parts of an index."""
        count = self._c.node_child_count(self._i)
        return tuple(Indicator(self._of, self._c.node_child(self._i, i)) for i in range(count))

    @property
    def weights(self) -> tuple[float, ...] | None:
        """Weights of the parts of a weighted index, as they stand beside children; None of sums."""
        found = tuple(self._c.node_weight(self._i, i) for i in range(self._c.node_child_count(self._i)))
        return tuple(points(weight) for weight in found) if any(found) else None

    @property
    def max_points(self) -> float:
        """Nominal maximum, in points."""
        return points(self.exact_max_points)

    @property
    def exact_max_points(self) -> int:
        """Nominal maximum, in 10⁻⁹ point."""
        return self._c.node_max_points(self._i)

    @property
    def unit(self) -> str:
        """Unit of measure shown beside a component; "" if none."""
        return self.unit_in("vi")

    def unit_in(self, lang: LangLike) -> str:
        """Unit of measure in a language."""
        return self._c.node_unit(self._i, lang_of(lang))

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs that its rule reads."""
        count = self._c.node_input_count(self._i)
        return tuple(Input(self._of, self._c.node_input(self._i, i)) for i in range(count))

    def rule(self, lang: LangLike = "vi") -> str:
        """How its points are made, in words; "" of a sum."""
        return self._c.node_rule_format(self._i, lang_of(lang))

    def evidence(self, lang: LangLike = "vi") -> str:
        """The evidence it asks for, in words; "" if none."""
        return self._c.node_evidence_format(self._i, lang_of(lang))

    def legal(self, lang: LangLike = "vi") -> tuple[str, ...]:
        """Legal references, in words."""
        spoken = lang_of(lang)
        return tuple(self._c.node_legal_format(self._i, i, spoken) for i in range(self._c.node_legal_count(self._i)))

    def provenance(self, part: NodePart | str) -> Provenance:
        """Where a part of it ("code", "name", "max-points", "rule") comes from."""
        return Provenance(self._c.node_provenance(self._i, member(NodePart, part)))

    def provenance_note(self, part: NodePart | str, lang: LangLike = "vi") -> str | None:
        """Remark on that provenance; None if there is none."""
        return self._c.node_provenance_note(self._i, member(NodePart, part), lang_of(lang)) or None

    def provenance_source(self, part: NodePart | str, lang: LangLike = "vi") -> str | None:
        """Title of the source or legal document behind that provenance; None if there is none."""
        return self._c.node_provenance_source(self._i, member(NodePart, part), lang_of(lang)) or None

    @property
    def is_absent(self) -> bool:
        """Its parts stand in no source: it is never computed, only stated."""
        return self._c.node_is_absent(self._i)

    @property
    def absent_count(self) -> int:
        """How many parts stand in no source; 0 if that is not known either."""
        return self._c.node_absent_count(self._i)

    @property
    def absent_note(self) -> str | None:
        """What is not known of its parts, in Vietnamese; None if there is none."""
        return self.absent_note_in("vi")

    def absent_note_in(self, lang: LangLike) -> str | None:
        """As :attr:`absent_note`, in a language; Vietnamese where there is no other."""
        return self._c.node_absent_note(self._i, lang_of(lang)) or None

    def __repr__(self) -> str:
        return f"<Indicator {self.code}: {self.name!r}, {self.max_points:g} points>"


class Input(Part):
    """A figure that rules read."""

    __slots__ = ()
    _c: _dti.Framework
    _of: Framework

    @property
    def id(self) -> str:
        """Id, such as "files-processed-online-share"."""
        return self._c.input_id(self._i)

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self._c.input_name(self._i, lang_of(lang))

    @property
    def kind(self) -> InputKind:
        """What kind of figure it is."""
        return InputKind(self._c.input_kind(self._i))

    @property
    def unit(self) -> str:
        """Unit of measure; "" if none."""
        return self.unit_in("vi")

    def unit_in(self, lang: LangLike) -> str:
        """Unit of measure in a language."""
        return self._c.input_unit(self._i, lang_of(lang))

    def derivation(self, lang: LangLike = "vi") -> str:
        """What it can be computed from, in words; "" when it can only be reported."""
        return self._c.input_derive_format(self._i, lang_of(lang))

    @property
    def choices(self) -> dict[str, str]:
        """Choices of an input of kind choice: id to name in Vietnamese."""
        return self.choices_in("vi")

    def choices_in(self, lang: LangLike) -> dict[str, str]:
        """Choices with their names in a language."""
        count = self._c.input_choice_count(self._i)
        spoken = lang_of(lang)
        return {self._c.input_choice_id(self._i, i): self._c.input_choice_name(self._i, i, spoken) for i in range(count)}

    def __repr__(self) -> str:
        return f"<Input {self.id}: {self.name!r}>"


class Inputs(View, Named[Input]):
    """The inputs of a framework by id."""

    __slots__ = ()
    _of: Framework

    def _find(self, id: str) -> int | None:
        return self._of._c.input_find(id)

    def _instead(self, id: str) -> Iterable[str]:
        # A component's code: its inputs.
        node = self._of.find(id)
        return () if node is None else (part.id for part in node.inputs)

    def _part(self, index: int) -> Input:
        return Input(self._of, index)

    @property
    def _where(self) -> str:
        return self._of.id

    def __iter__(self) -> Iterator[str]:
        return (self._of._c.input_id(i) for i in range(len(self)))

    def __len__(self) -> int:
        return self._of._c.input_count()

    def __repr__(self) -> str:
        return f"<{len(self)} inputs of {self._of.id}>"
