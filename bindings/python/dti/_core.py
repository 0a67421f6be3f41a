# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What all classes of the package are made of: the handle they hold, arguments on their way in, dates on their way out.

The rules of the house, the same for every class:

- ``_c`` is the handle, ``_i`` the index of a part in it, ``_of`` what a part is part of. ``_wrap(handle)`` makes an object of
  its handle; where it knows more than that, ``_made(handle, …)`` does; ``_new(…)`` asks the library for one.
- ``exact_points`` is the int that the library counts with, in 10⁻⁹, ``points`` the float nearest to it; so for every amount.
- What a document says is a property in Vietnamese and a method ``…_in(lang)``: name, title, note, reason. What the library puts
  into words is a method with ``lang="vi"``: text, explain, ``cause_name``. Absent is None; what is only printed, such as a
  unit of measure, may be "".
- Ids and codes make mappings, the rest is a sequence or a tuple, and a slice is a tuple. ``find(…)`` gives None where
  ``[…]`` raises; ``of(unit)`` takes a unit by any of its names.
- An argument ``framework`` may be left out where the document names it. ``to_json()`` and ``save()`` go together.
- Modules import downwards only (tests/check-layers.py has the order); what points upwards is imported where it is used.
"""

from __future__ import annotations

import contextlib
import datetime
import enum
import os
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, Self, TypeAlias, TypeVar

from dti import _dti
from dti.enums import Lang, Status
from dti.errors import NotFoundError

LangLike: TypeAlias = Lang | str
PathLike: TypeAlias = str | os.PathLike[str]
Document: TypeAlias = str | bytes | bytearray | memoryview
DayLike: TypeAlias = datetime.date | str
MomentLike: TypeAlias = datetime.datetime | str
E = TypeVar("E", bound=enum.IntEnum)
T = TypeVar("T")

POINT = 1_000_000_000
"""One point in the unit in which points are exact."""

NEVER = 2**63 - 1
"""The moment that never comes."""

VIETNAM = datetime.timezone(datetime.timedelta(hours=7), "+07")


def _log(severity: int, message_id: str, text: str) -> None:
    """Findings go to the logger "dti". It takes longer to import than the whole package, and most programs never hear of it."""
    import logging

    logger = logging.getLogger("dti")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    logger.log((logging.ERROR, logging.WARNING, logging.INFO)[severity], "%s: %s", message_id, text)


_dti.set_logger(_log)


class Handle:
    """An object of the library. Instances are made by class methods and by other objects, never by calling the class."""

    __slots__ = ("_c", "__weakref__")
    _c: Any

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError(f"{type(self).__name__} objects are not made by calling the class; see its class methods")

    @classmethod
    def _wrap(cls, handle: Any) -> Self:
        made = cls.__new__(cls)
        made._c = handle
        return made

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} objects cannot be pickled; write their document instead")


class Written(Handle):
    """An object that has a document."""

    __slots__ = ()

    def to_json(self) -> str:
        """The document."""
        raise NotImplementedError

    def save(self, path: PathLike) -> None:
        """Write the document to a file, whole or not at all."""
        write_text(path, self.to_json())


class Derived(Handle):
    """An object that the library made of others: two that were made of equal ones are equal."""

    __slots__ = ()

    @classmethod
    def _new(cls, *of: Any, **options: Any) -> Self:
        raise NotImplementedError

    def _key(self) -> tuple[Any, ...]:
        """What it was made of, as ``_new`` takes it."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._c is other._c or self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> Any:
        return (type(self)._new, self._key())


class Confined(Handle):
    """An object that can be changed: it belongs to one thread, and there is no other like it."""

    __slots__ = ()

    def __copy__(self) -> Self:
        raise TypeError(f"{type(self).__name__} objects cannot be copied")

    def __deepcopy__(self, memo: object) -> Self:
        raise TypeError(f"{type(self).__name__} objects cannot be copied")


class Digested(Handle):
    """An immutable object with a digest of its content: two with the same digest are equal."""

    __slots__ = ()

    @property
    def digest(self) -> str:
        """Digest of the content, "sha256:…"."""
        text: str = self._c.digest()
        return text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._c is other._c or self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


class Titled(Digested):
    """A document with a head: id, version, title."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the document, such as "vn-dti-province-922"."""
        text: str = self._c.id()
        return text

    @property
    def version(self) -> str:
        """Version of the content."""
        text: str = self._c.version()
        return text

    @property
    def title(self) -> str:
        """Title in Vietnamese; "" if there is none."""
        return self.title_in("vi")

    def title_in(self, lang: LangLike) -> str:
        """Title in a language; Vietnamese where there is no other."""
        text: str = self._c.title(lang_of(lang))
        return text


def member(kind: type[E], value: E | str | int) -> E:
    """A member of an enumeration, also by its name ("computed", "not-applicable")."""
    if isinstance(value, kind):
        return value
    if isinstance(value, str):
        name = value.upper().replace("-", "_").replace(" ", "_")
        try:
            return kind[name]
        except KeyError:
            pass
    elif type(value) is int:
        try:
            return kind(value)
        except ValueError:
            pass
    names = ", ".join(repr(each.name.lower()) for each in kind)
    raise ValueError(f"{value!r} is no {kind.__name__}; expected one of {names}")


def lang_of(lang: LangLike) -> Lang:
    # Nearly every text is asked for in Vietnamese.
    return Lang.VI if isinstance(lang, str) and lang == "vi" else member(Lang, lang)


def number(value: float) -> float:
    """A figure. A bool is a slip of the pen, not a number; NaN and infinity the library refuses itself."""
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        raise TypeError(f"expected a number, not {type(value).__name__}")
    return float(value)


def whole(value: int, what: str = "number", least: int | None = None, most: int | None = None) -> int:
    """A whole number, and one in a range where C has room for no other."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{what}: expected a whole number, not {type(value).__name__}")
    found = value.__index__()
    if (least is not None and found < least) or (most is not None and found > most):
        raise ValueError(f"{what}: {found} is not from {least} to {most}")
    return found


def day_text(value: DayLike) -> str:
    """A day for the library: "YYYY-MM-DD"."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.datetime):
        raise TypeError("expected a date, not a datetime")
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"expected a date or 'YYYY-MM-DD', not {type(value).__name__}")


def day_or_none(value: DayLike | None) -> str | None:
    return None if value is None else day_text(value)


def date_or_none(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def moment_text(value: MomentLike) -> str:
    """A moment for the library: RFC 3339 with an offset. One without an offset is Vietnam's."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.datetime):
        return (value if value.tzinfo else value.replace(tzinfo=VIETNAM)).isoformat(timespec="seconds")
    raise TypeError(f"expected a datetime, not {type(value).__name__}")


def time_of(seconds: int) -> datetime.datetime:
    """A moment of the library (seconds since 1970, UTC) on Vietnam's clock."""
    return datetime.datetime.fromtimestamp(seconds, VIETNAM)


def handle_of(value: Any, kind: type[Handle], what: str) -> Any:
    """The handle of an argument that must be there."""
    if not issubclass(type(value), kind):  # what a mock says of its class does not count
        raise TypeError(f"{what}: expected {kind.__name__}, not {type(value).__name__}")
    return value._c


def handle_or_none(value: Any, kind: type[Handle], what: str) -> Any:
    return None if value is None else handle_of(value, kind, what)


def handles_of(values: Iterable[Any], kind: type[Handle], what: str) -> list[Any]:
    if isinstance(values, kind):
        raise TypeError(f"{what}: expected a list, not one {kind.__name__}; write [it]")
    return [handle_of(value, kind, what) for value in values]


def options(source: str | None = None, base: Any = None) -> _dti.ParseOptions:
    """How a document is read: the name it has in messages, the framework that an overlay extends."""
    made = _dti.ParseOptions()
    if source is not None:
        made.name_source(source)
    if base is not None:
        made.set_base(base)
    made.log_to_python()
    return made


def path_of(path: PathLike) -> str:
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError("expected a path that is text")
    return name


def read(path: PathLike, load: Callable[[str], object]) -> bytes:
    """The bytes of a file, for objects that are pickled through their document. A failure is told by the library."""
    name = path_of(path)
    try:
        with open(name, "rb") as file:
            return file.read()
    except OSError:
        load(name)
        raise


def write_bytes(path: PathLike, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, so that a crash leaves the old one."""
    name = os.path.realpath(path_of(path))
    beside = f"{name}.{os.urandom(4).hex()}.tmp"
    try:
        with open(beside, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, name)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        if isinstance(error, OSError) and error.filename == beside:
            error.filename = path_of(path)  # what the caller knows; the other name is nobody's business
        raise


def write_text(path: PathLike, text: str) -> None:
    """Write a text as UTF-8, whole or not at all."""
    write_bytes(path, text.encode())


def bytes_of(text: Document) -> bytes:
    """The bytes of a document, to be kept for pickling."""
    return text.encode() if isinstance(text, str) else bytes(text)


def builtin_names(count: int, name: Callable[[int], str | None]) -> tuple[str, ...]:
    return tuple(name(index) or "" for index in range(count))


def known(id: str, names: tuple[str, ...]) -> str:
    """An id of what is built in; of another one it is told which there are."""
    if id not in names:
        missing(id, "libdti", names, [name for name in names if str(id) in name] or names)
    return id


def missing(key: object, where: str, known: Iterable[str], instead: Iterable[str] = ()) -> NoReturn:
    """Raises the KeyError for a key that is not there, with the nearest ones that are; where is the id of what was searched,
    instead are keys that may be meant by something that is no key here at all."""
    if not isinstance(key, str):
        numbers = '; codes are texts, such as "6.12": as numbers 6.1 and 6.10 are one' if isinstance(key, (int, float)) else ""
        raise TypeError(f"expected str, not {type(key).__name__} {key!r}{numbers}")
    import difflib

    near = ", ".join([*instead] or difflib.get_close_matches(key, list(known), n=3))
    messages = {
        Lang.VI: f"«{key}» không có trong {where}" + (f"; gần giống nhất: {near}" if near else ""),
        Lang.EN: f"«{key}» is not in {where}" + (f"; nearest: {near}" if near else ""),
    }
    facts = {"status": Status.NOT_FOUND, "id": "DTI-0109", "messages": messages, "arguments": (key,)}
    raise NotFoundError(facts | {"source": "", "pointer": "", "line": 0, "column": 0})


def points(exact: int) -> float:
    """Points as a float: the nearest to the exact amount."""
    return exact / POINT


def points_or_none(exact: int | None) -> float | None:
    """The same of an amount that may be absent."""
    return None if exact is None else exact / POINT


def format_points(exact: int, digits: int = 2, lang: LangLike = "vi") -> str:
    """Print exact points, rounded half-up: "12,79"."""
    if isinstance(exact, float):
        raise TypeError("exact: expected a whole number of 10⁻⁹ point, such as score.exact_points, not float")
    return _dti.points_format(whole(exact, "exact"), digits, lang_of(lang))
