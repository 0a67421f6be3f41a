# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The values of figures, by the kind of their input: on their way in, on their way out, and in words."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Any, NoReturn, SupportsFloat, TypeAlias

from dti._core import LangLike, lang_of, number
from dti.enums import InputKind, Lang, State
from dti.indicator import Input

Value: TypeAlias = int | float | bool | str | tuple[str, ...]
"""What a figure is: an int or a float, a bool of yes or no, the id of a choice, a text, the items of a list."""

ValueLike: TypeAlias = SupportsFloat | bool | str | Iterable[str] | State
"""What can be set: a value of the input's kind, or the state that stands for it."""

_EXPECTED = {
    InputKind.COUNT: "a whole number",
    InputKind.AMOUNT: "a number",
    InputKind.RATIO: "a number",
    InputKind.CHOICE: "the id of a choice",
    InputKind.YES_NO: "True or False",
    InputKind.LIST: "a list of texts",
    InputKind.TEXT: "a text",
}
_YES_NO = {Lang.VI: ("không", "có"), Lang.EN: ("no", "yes")}


def _refuse(input: Input, value: object) -> NoReturn:
    why = "; dti.State.MISSING says that there is none" if value is None else ""
    raise TypeError(f"{input.id}: expected {_EXPECTED[input.kind]}, not {type(value).__name__}{why}")


def to_library(input: Input, value: ValueLike) -> float | str | tuple[str, ...] | State:
    """A value as the library takes it: a number, an answer or a text, items, or a state. Ranges the library checks itself."""
    if isinstance(value, State):
        return value
    plain: Any = value
    if hasattr(plain, "dtype") and getattr(plain, "ndim", None) == 0:
        plain = plain.item()  # a cell of NumPy, and its bool is no bool otherwise
    kind = input.kind
    if isinstance(plain, enum.Enum):
        _refuse(input, value)
    if kind is InputKind.YES_NO and isinstance(plain, bool):
        return "yes" if plain else "no"
    if kind in (InputKind.YES_NO, InputKind.CHOICE, InputKind.TEXT):
        return plain if isinstance(plain, str) else _refuse(input, value)
    if kind is InputKind.LIST:
        if isinstance(plain, (str, bytes)) or not isinstance(plain, Iterable):
            _refuse(input, value)
        items = tuple(plain)
        return items if all(isinstance(item, str) for item in items) else _refuse(input, value)
    if isinstance(plain, bool) or not hasattr(plain, "__float__"):
        _refuse(input, value)
    return number(plain)


def from_number(input: Input, number: float) -> int | float | bool | str:
    """A figure as its kind writes it, of the number that the library counts with."""
    kind = input.kind
    if kind is InputKind.YES_NO:
        return number != 0
    if kind is InputKind.CHOICE:
        return list(input.choices)[int(number)]
    return number if kind in (InputKind.AMOUNT, InputKind.RATIO) else int(number)


def in_words(input: Input, value: Value, lang: LangLike) -> str:
    """A figure for a reader: «51,16 %», «có», the name of a choice."""
    spoken = lang_of(lang)
    if isinstance(value, bool):
        return _YES_NO[spoken][value]
    if isinstance(value, str):
        return input.choices_in(spoken).get(value, value)
    if isinstance(value, tuple):
        return "; ".join(value)
    digits = format(value, ".15g")
    unit = input.unit_in(spoken)
    return (digits.replace(".", ",") if spoken is Lang.VI else digits) + (f" {unit}" if unit else "")


def said(texts: dict[str, str] | None, lang: LangLike) -> str | None:
    """A text of a document, in a language; Vietnamese where there is no other."""
    if not texts:
        return None
    return (texts.get("en") if lang_of(lang) is Lang.EN else None) or texts["vi"]
