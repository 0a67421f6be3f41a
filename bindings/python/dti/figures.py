# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The figures of a dossier: one for each input of its framework, with its state, and where it comes from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dti import _dti
from dti._core import LangLike, date_or_none, lang_of, member
from dti._parts import Named, Part, View
from dti.enums import InputKind, Provenance, State
from dti.indicator import Input
from dti.values import Value, from_number, in_words, said

if TYPE_CHECKING:
    from dti.dossier import Dossier


class Reported(Part):
    """What one reporter said of an input, on one form: a part of what its figure was combined from."""

    __slots__ = ()
    _of: Figure
    _c: _dti.Dossier

    @property
    def reporter(self) -> str | None:
        """Id of the reporter; None of the figure that the dossier had before anybody reported."""
        return self._c.report_reporter(self._of.index, self._i) or None

    @property
    def form(self) -> str | None:
        """Form it stands on; None if that is not said."""
        return self._c.report_form(self._of.index, self._i) or None

    @property
    def row(self) -> str | None:
        """Row of the form; None if that is not said."""
        return self._c.report_row(self._of.index, self._i) or None

    @property
    def day(self) -> datetime.date | None:
        """When it was reported; None if that is not said."""
        return date_or_none(self._c.report_date(self._of.index, self._i))

    @property
    def state(self) -> State:
        """Whether there is a figure."""
        return State(self._c.report_state(self._of.index, self._i))

    @property
    def value(self) -> int | float | bool | str | None:
        """The figure, as :attr:`Figure.value`, but the number of items of a list; None if there is none, and of texts."""
        input = self._of.input
        if self.state is not State.PRESENT or input.kind is InputKind.TEXT:
            return None
        return from_number(input, self._c.report_number(self._of.index, self._i))

    @property
    def is_superseded(self) -> bool:
        """Whether a later revision of the same reporter took its place."""
        return self._c.report_is_superseded(self._of.index, self._i)

    def __repr__(self) -> str:
        said = self.value if self.state is State.PRESENT else self.state.name.lower()
        return f"<Reported {self.reporter or 'before'}: {said}{', superseded' if self.is_superseded else ''}>"


class Figure(Part):
    """What a dossier has for one input: a value in the input's unit, or the state that stands for it."""

    __slots__ = ()
    _c: _dti.Dossier
    _of: Dossier

    @property
    def input(self) -> Input:
        """The input it is the figure of."""
        return Input(self._of.framework, self._i)

    @property
    def id(self) -> str:
        """Id of the input."""
        return self.input.id

    @property
    def name(self) -> str:
        """Name of the input in Vietnamese."""
        return self.input.name

    @property
    def unit(self) -> str:
        """Unit of measure; "" if none."""
        return self.input.unit

    @property
    def state(self) -> State:
        """Whether there is a value, and if not, why. Missing is a state, never a number."""
        return State(self._c.input_state(self._i))

    @property
    def number(self) -> float | None:
        """What rules count with: the figure in the input's unit, the position of a choice, 0 or 1, the number of items.

        None if it is not present, and of texts.
        """
        if self.state is not State.PRESENT or self.input.kind is InputKind.TEXT:
            return None
        return self._c.input_number(self._i)

    @property
    def value(self) -> Value | None:
        """An int of counts, a float of amounts and ratios (63.56 in per cent), a bool of yes or no, the id of a choice, a
        tuple of the items of a list, a text; None if it is not present."""
        number = self.number
        input = self.input
        if input.kind in (InputKind.TEXT, InputKind.LIST) and self.state is State.PRESENT:
            written = self._entry["value"]
            return tuple(written) if isinstance(written, list) else str(written)
        return None if number is None else from_number(input, number)

    @property
    def answer(self) -> str | None:
        """The id of the choice, or "yes" or "no"; None of other kinds, and if it is not present."""
        value = self.value
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value) if self.input.kind is InputKind.CHOICE and value is not None else None

    @property
    def text(self) -> str:
        """For a reader, in Vietnamese: «51,16 %», «có», the name of the choice, the text; the word for its state if it is
        not present."""
        return self.text_in("vi")

    def text_in(self, lang: LangLike) -> str:
        """As :attr:`text`, in a language."""
        value = self.value
        if value is None:
            return _dti.state_name(self.state, lang_of(lang))
        return in_words(self.input, value, lang)

    @property
    def _entry(self) -> dict[str, Any]:
        return self._of._entries.get(self.id, {})

    @property
    def _origin(self) -> dict[str, Any]:
        return self._entry.get("origin", {})

    @property
    def agency(self) -> str | None:
        """Id of the agency that reports it; None if that is not said."""
        return self._origin.get("agency")

    @property
    def agency_name(self) -> str | None:
        """Name of that agency in Vietnamese; its id if it has no name."""
        agency = self.agency
        return None if agency is None else self._of.agencies.get(agency, agency)

    @property
    def form(self) -> str | None:
        """Form it was reported on; None if that is not said."""
        return self._origin.get("form")

    @property
    def row(self) -> str | None:
        """Row of the form; None if that is not said."""
        return self._origin.get("row")

    @property
    def day(self) -> datetime.date | None:
        """When it was reported; None if that is not said."""
        return date_or_none(self._origin.get("date", ""))

    @property
    def reason(self) -> str | None:
        """Why it is not present, in Vietnamese; None if that is not said."""
        return self.reason_in("vi")

    def reason_in(self, lang: LangLike) -> str | None:
        """Why it is not present, in a language."""
        return said(self._entry.get("reason"), lang)

    @property
    def note(self) -> str | None:
        """Remark in Vietnamese; None if there is none."""
        return self.note_in("vi")

    def note_in(self, lang: LangLike) -> str | None:
        """Remark in a language."""
        return said(self._entry.get("note"), lang)

    @property
    def provenance(self) -> Provenance | None:
        """How far it can be trusted; None if that is not said."""
        found = self._entry.get("provenance")
        return member(Provenance, found["kind"]) if found else None

    def provenance_name(self, lang: LangLike = "vi") -> str | None:
        """How far it can be trusted, in words; None if that is not said."""
        found = self.provenance
        return None if found is None else _dti.provenance_name(found, lang_of(lang))

    @property
    def source(self) -> str | None:
        """Id of the source it is taken from; None if that is not said."""
        source: str | None = self._entry.get("provenance", {}).get("source")
        return source

    @property
    def place(self) -> str | None:
        """Where it stands in the source; None if that is not said."""
        place: str | None = self._entry.get("provenance", {}).get("place")
        return place

    @property
    def reports(self) -> tuple[Reported, ...]:
        """What it was combined from, superseded reports included."""
        return tuple(Reported(self, i) for i in range(self._c.report_count(self._i)))

    @property
    def is_disputed(self) -> bool:
        """Whether reporters contradict each other and nobody has decided."""
        return self._c.input_is_disputed(self._i)

    def __repr__(self) -> str:
        value = self.value
        return f"<Figure {self.id}: {self.state.name.lower() if value is None else in_words(self.input, value, 'en')}>"


class Figures(View, Named[Figure]):
    """The figures of a dossier by the ids of inputs, in the order of the framework; those that are missing are there too."""

    __slots__ = ()
    _of: Dossier

    def _find(self, id: str) -> int | None:
        return self._of.framework._c.input_find(id)

    def _instead(self, id: str) -> Iterable[str]:
        return self._of.framework.inputs._instead(id)

    def _part(self, index: int) -> Figure:
        return Figure(self._of, index)

    @property
    def _where(self) -> str:
        return self._of.framework.id

    def __iter__(self) -> Iterator[str]:
        return iter(self._of.framework.inputs)

    def __len__(self) -> int:
        return len(self._of.framework.inputs)

    def __repr__(self) -> str:
        present = sum(figure.state is State.PRESENT for figure in self.values())
        return f"<{len(self)} figures of {self._of.id}, {present} present>"
