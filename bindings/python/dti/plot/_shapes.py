# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Shapes of units: those of the package, of the caller's GeoJSON or TopoJSON, or of a copy of npm @svg-maps/vietnam."""

from __future__ import annotations

import importlib.resources
import json
import os
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dti._core import DayLike, PathLike, path_of
from dti.enums import Lang
from dti.plot._svg import Ring, rings
from dti.units import Unit, Units

_OLD = "2025-06-30"
"""The last day of the 63 provinces: what their shapes are called, they were called on it."""


class Shape(NamedTuple):
    """A shape: what may name its unit, by property, and its rings."""

    names: dict[str, str]
    rings: list[Ring]


class Archipelago(NamedTuple):
    """Hoàng Sa or Trường Sa: drawn on every map, whatever the shapes are; of points where a source has no outlines."""

    id: str
    names: dict[Lang, str]
    points: list[tuple[float, float]]


@dataclass
class Shapes:
    """Shapes to be drawn: those of units, those that are neither's, and the archipelagos' own outlines by id."""

    credit: str
    flip: bool = False
    geographic: bool = True
    units: list[tuple[Unit, list[Ring]]] = field(default_factory=list)
    others: list[list[Ring]] = field(default_factory=list)
    islands: dict[str, list[Ring]] = field(default_factory=dict)

    def all(self) -> list[Ring]:
        held = [shape for _, shape in self.units]
        return [ring for shape in (*held, *self.others, *self.islands.values()) for ring in shape]

    def of(self, unit: Unit) -> list[Ring]:
        """The rings of a unit: its own shape, else those of the units it was formed from."""
        own = [ring for entry, shape in self.units for ring in shape if entry == unit]
        if own:
            return own
        parts = [ring for before in unit.predecessors for ring in self.of(before)]
        return parts or [ring for entry, shape in self.units for ring in shape if entry.is_same(unit)]


def archipelagos() -> list[Archipelago]:
    return [
        Archipelago(id, {Lang.VI: held["vi"], Lang.EN: held["en"]}, [(x, y) for x, y in held["points"]])
        for id, held in _own()["islands"].items()
    ]


def shapes_of(source: PathLike | Mapping[str, Any] | None, key: str | None, units: Units, day: DayLike | None) -> Shapes:
    """Read shapes and find the unit of each.

    Args:
        source: None: the 63 provinces of the package. A GeoJSON or TopoJSON document or its path; an SVG file with an id or
            aria-label for each path, or the folder of npm @svg-maps/vietnam.
        key: the property that names the unit; None: the one that names most.

    Raises:
        ValueError: it is none of these, or names no unit of the register.
        OSError: it cannot be read.
    """
    if source is None:
        made = Shapes("Natural Earth (naturalearthdata.com)")
        return _resolved(made, _topology(_own()), "id", units, _OLD)
    if isinstance(source, Mapping):
        return _resolved(Shapes(""), _features(source), key, units, day)
    path = path_of(source)
    if os.path.isdir(path):
        path = os.path.join(path, "vietnam.svg")
    if path.lower().endswith(".svg"):
        made = Shapes(_svg_credit(path), flip=True, geographic=False)
        return _resolved(made, _paths(path), key, units, day)
    with open(path, encoding="utf-8") as file:
        try:
            document = json.load(file)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path}: expected GeoJSON, TopoJSON or .svg: {error}") from error
    if not isinstance(document, Mapping):
        raise ValueError(f"{path}: expected GeoJSON or TopoJSON")
    return _resolved(Shapes(os.path.basename(path)), _features(document), key, units, day)


def _own() -> dict[str, Any]:
    text = importlib.resources.files("dti.plot").joinpath("vietnam.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def _resolved(made: Shapes, shapes: Sequence[Shape], key: str | None, units: Units, day: DayLike | None) -> Shapes:
    if not shapes:
        raise ValueError("there are no shapes in the document")
    keys = dict.fromkeys(name for shape in shapes for name in shape.names)
    if key is not None and key not in keys:
        raise ValueError(f"no shape has a property {key!r}; there are " + ", ".join(map(repr, keys)))
    found = [_units_of(shapes, one, units, day) for one in ([key] if key is not None else keys)]
    best = max(found, key=lambda column: sum(unit is not None for unit in column))
    if all(unit is None for unit in best):
        raise ValueError(
            f"no property names a unit of {units.id}, whose units the figures are of; there are " + ", ".join(map(repr, keys))
        )
    for shape, unit in zip(shapes, best):
        island = _island(shape.names.values())
        if island:
            made.islands.setdefault(island, []).extend(shape.rings)
        elif unit is None:
            made.others.append(shape.rings)
        else:
            made.units.append((unit, shape.rings))
    corners = [corner for ring in made.all() for corner in ring]
    made.geographic = made.geographic and all(95 < x < 125 and 3 < y < 28 for x, y in corners)
    return made


def _units_of(shapes: Sequence[Shape], key: str, units: Units, day: DayLike | None) -> list[Unit | None]:
    """The unit of each shape by a property: on the day of the figures, else the last one of the 63, else of today."""
    days: tuple[DayLike | None, ...] = (day, _OLD, None)
    best: list[Unit | None] = [None] * len(shapes)
    for one in dict.fromkeys(days):
        column = [_unit(shape.names.get(key, ""), units, one) for shape in shapes]
        if sum(unit is not None for unit in column) > sum(unit is not None for unit in best):
            best = column
    return best


def _unit(name: str, units: Units, day: DayLike | None) -> Unit | None:
    try:
        return units.resolve(name, day) if name else None
    except (LookupError, ValueError):
        return None


def _island(names: Iterable[str]) -> str | None:
    for name in names:
        letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
        bare = "".join(letter for letter in letters if letter.isascii() and letter.isalpha())
        if "hoangsa" in bare or "paracel" in bare:
            return "hoang-sa"
        if "truongsa" in bare or "spratly" in bare:
            return "truong-sa"
    return None


def _features(document: Mapping[str, Any]) -> list[Shape]:
    kind = document.get("type")
    if kind == "Topology":
        return _topology(document)
    features = document.get("features") if kind == "FeatureCollection" else None
    if not isinstance(features, Sequence):
        raise ValueError(f"expected a GeoJSON FeatureCollection or a TopoJSON Topology, not type {kind!r}")
    made = []
    for feature in features:
        names = _texts({**(feature.get("properties") or {}), "id": feature.get("id")})
        geometry = feature.get("geometry") or {}
        made.append(Shape(names, [_flat(ring) for ring in _polygons(geometry.get("type"), geometry.get("coordinates"))]))
    return [shape for shape in made if shape.rings]


def _texts(properties: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in properties.items() if isinstance(value, (str, int)) and value is not True}


def _polygons(kind: Any, coordinates: Any) -> list[Any]:
    if kind == "Polygon":
        return list(coordinates)
    if kind == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]
    return []


def _flat(ring: Iterable[Sequence[float]]) -> Ring:
    return [(float(corner[0]), float(corner[1])) for corner in ring]


def _topology(document: Mapping[str, Any]) -> list[Shape]:
    """TopoJSON: borders are arcs, given once; with a transform as steps from corner to corner."""
    transform = document.get("transform")
    arcs: list[Ring] = []
    for arc in document["arcs"]:
        if transform is None:
            arcs.append(_flat(arc))
            continue
        (wide, high), (left, low) = transform["scale"], transform["translate"]
        x = y = 0
        corners: Ring = []
        for east, north, *_ in arc:
            x, y = x + east, y + north
            corners.append((x * wide + left, y * high + low))
        arcs.append(corners)

    def ring(indices: Sequence[int]) -> Ring:
        made: Ring = []
        for index in indices:
            corners = arcs[index] if index >= 0 else arcs[~index][::-1]
            made += corners[1:] if made else corners
        return made

    held = [geometry for each in document["objects"].values() for geometry in each.get("geometries", [each])]
    made = []
    for geometry in held:
        names = _texts({**(geometry.get("properties") or {}), "id": geometry.get("id")})
        made.append(Shape(names, [ring(indices) for indices in _polygons(geometry.get("type"), geometry.get("arcs"))]))
    return [shape for shape in made if shape.rings]


def _paths(path: str) -> list[Shape]:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path}: expected SVG: {error}") from error
    made = []
    for element in root.iter():
        if element.tag.rpartition("}")[2] == "path":
            made.append(Shape(_texts(element.attrib), rings(element.get("d", ""))))
    return [shape for shape in made if shape.rings]


def _svg_credit(path: str) -> str:
    """Whom to name: the package says CC BY 4.0, its README CC BY-NC 4.0 for what it was made from; both ask for the name."""
    if os.path.basename(path) == "vietnam.svg":
        return "Stephen Truong, @svg-maps/vietnam, CC BY 4.0 (vietnam-map-svg: CC BY-NC 4.0)"
    return os.path.basename(path)
