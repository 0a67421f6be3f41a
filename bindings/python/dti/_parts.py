# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Parts of objects, and the sequences and mappings that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self, TypeVar, overload

from dti._core import missing, whole

P = TypeVar("P", covariant=True)
D = TypeVar("D")


class Held:
    """Something inside an object of the library, or inside such a part, found by index; what it is part of stays alive."""

    __slots__ = ("_of", "_c", "_i")
    _of: Any
    _c: Any
    _i: int

    def __init__(self, of: Any, index: int) -> None:
        self._of = of
        self._c = of._c
        self._i = index

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._i == other._i and bool(self._of == other._of)

    def __hash__(self) -> int:
        return hash((type(self), self._i))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> Any:
        return (type(self), (self._of, self._i))


class Part(Held):
    """A part that is no sequence itself."""

    __slots__ = ()

    @property
    def index(self) -> int:
        """Position, from 0, as vectors and columns have them."""
        return self._i


class View:
    """A look at the parts of an object; it follows the object and copies nothing."""

    __slots__ = ("_of",)
    _of: Any

    def __init__(self, of: Any) -> None:
        self._of = of


class Parts(Sequence[P]):
    """Parts in their order: a sequence, of which a slice is a tuple."""

    __slots__ = ()

    def _part(self, index: int) -> P:
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> P:
        ...

    @overload
    def __getitem__(self, index: slice) -> tuple[P, ...]:
        ...

    def __getitem__(self, index: int | slice) -> P | tuple[P, ...]:
        try:
            places = range(len(self))[index]
        except (IndexError, TypeError) as error:
            kind = type(self).__name__
            raise type(error)(f"{kind}: of {len(self)}, counted from 0, there is no {index!r}") from None
        return tuple(map(self._part, places)) if isinstance(places, range) else self._part(places)


class Named(Mapping[str, P]):
    """Parts by id or code: a mapping, which looks one up without looking at the others."""

    __slots__ = ()

    def _find(self, key: str) -> int | None:
        """Index of a part; None if there is none."""
        raise NotImplementedError

    def _part(self, index: int) -> P:
        raise NotImplementedError

    @property
    def _where(self) -> str:
        """Id of what is searched, for messages."""
        raise NotImplementedError

    def __getitem__(self, key: str) -> P:
        index = self._find(key) if isinstance(key, str) else None
        if index is None:
            missing(key, self._where, self, self._instead(key) if isinstance(key, str) else ())
        return self._part(index)

    def _instead(self, key: str) -> Iterable[str]:
        """Keys that may be meant by something that is no key here at all."""
        return ()

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._find(key) is not None

    @overload
    def get(self, key: str, /) -> P | None:
        ...

    @overload
    def get(self, key: str, /, default: P | D) -> P | D:
        ...

    def get(self, key: str, /, default: Any = None) -> Any:
        """The part of an id or a code; the default if there is none."""
        index = self._find(key) if isinstance(key, str) else None
        return default if index is None else self._part(index)


def place_of(index: int, count: int) -> int:
    """A position, from 0.

    Raises:
        IndexError: there are not so many.
    """
    if not 0 <= whole(index, "index") < count:
        raise IndexError(index)
    return index
