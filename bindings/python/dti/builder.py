# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Dossiers made row by row, for figures that come from somewhere else than a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from dti import _dti
from dti._core import Confined, handle_of, member, options, whole
from dti.enums import InputKind, QuantityKind, State, Track
from dti.framework import Framework
from dti.values import ValueLike, to_library

if TYPE_CHECKING:
    from dti.dossier import Dossier


class DossierBuilder(Confined):
    """Makes a dossier row by row. A row that is refused leaves it as it was. Belongs to one thread.

    ``builder["input-id"] = 0.4`` sets a figure; :meth:`build` gives the dossier, and the builder can go on.
    """

    __slots__ = ("_framework",)
    _c: _dti.DossierBuilder
    _framework: Framework

    @classmethod
    def new(
        cls,
        framework: Framework,
        unit: str,
        year: int,
        *,
        id: str | None = None,
        name: str | None = None,
        name_en: str | None = None,
    ) -> Self:
        """Begin a dossier.

        Args:
            framework: what it is bound to.
            unit: id of the unit, such as "gso:49".
            year: the year assessed, 1900 to 9999.
            id: of the dossier; None: unit and year.
            name: of the unit, in Vietnamese.
            name_en: of the unit, in English.

        Raises:
            InvalidValueError: an id that is none, a year out of range.
        """
        handle = handle_of(framework, Framework, "framework")
        made = cls._wrap(_dti.DossierBuilder.new(handle, unit, whole(year, "year"), options()))
        made._framework = framework
        if id is not None or name is not None or name_en is not None:
            made._c.set_names(id, name, name_en)
        return made

    @property
    def framework(self) -> Framework:
        """What the dossier is bound to."""
        return self._framework

    def set(
        self,
        input: str,
        value: ValueLike,
        *,
        reason: str | None = None,
        agency: str | None = None,
        agency_name: str | None = None,
    ) -> None:
        """Set a figure.

        Args:
            input: id of the input.
            value: a number in the input's unit, True or False, the id of a choice, a text, a list of texts, or a
                :class:`State`.
            reason: why there is no value; goes with a state.
            agency: id of the agency that reports it.
            agency_name: its name, where it is new.

        Raises:
            NotFoundError: there is no such input.
            TypeError: the value is not of the input's kind.
            DtiError: it is out of its range, not whole, or not one of the choices.
        """
        found = self._framework.inputs[input]
        plain = to_library(found, value)
        if reason is not None and not isinstance(plain, State):
            raise TypeError(f"{input}: a reason says why there is no value, and goes with a state")
        if isinstance(plain, State):
            self._c.set_state(input, plain, reason)
        elif isinstance(plain, float):
            self._c.set_number(input, plain)
        elif isinstance(plain, tuple):
            self._set_items(input, plain)
        elif found.kind is InputKind.TEXT:
            self._c.add_text(input, plain)
        else:
            self._c.set_answer(input, plain)
        if agency is not None:
            self._c.set_agency(input, agency, agency_name)

    def _set_items(self, input: str, items: tuple[str, ...]) -> None:
        if not items:
            raise ValueError(f"{input}: a list without items; dti.State.MISSING says that there is none")
        self._c.set_state(input, State.MISSING, None)
        for item in items:
            self._c.add_text(input, item)

    def __setitem__(self, input: str, value: ValueLike) -> None:
        self.set(input, value)

    def state(
        self,
        code: str,
        text: str,
        *,
        track: Track | str,
        quantity: QuantityKind | str = "points",
        decimals: int | None = None,
    ) -> None:
        """Add a stated figure of a node, as printed.

        Args:
            code: of the node, in the first numbering.
            text: decimal text, such as "0,5808".
            track: "self", "appraised" or "final".
            quantity: what it states: "points", "value", "percent", "rank", "difference" or "count".
            decimals: precision meant; None: as many as are printed.

        Raises:
            DtiError: there is no such code, the text is no number, points are stated twice.
        """
        digits = -1 if decimals is None else whole(decimals, "decimals")
        self._c.add_stated(code, member(Track, track), member(QuantityKind, quantity), text, digits)

    def explain(self, code: str, text: str, *, track: Track | str, text_en: str | None = None) -> None:
        """Add the explanation given for a node on a track."""
        self._c.explain(code, member(Track, track), text, text_en)

    def build(self) -> Dossier:
        """The dossier with what was set so far."""
        from dti.dossier import Dossier

        return Dossier._made(self._c.build(), self._framework)

    def __repr__(self) -> str:
        return f"<DossierBuilder of {self._framework.id}>"
