# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The same engine to the last bit: the golden numbers of the tests in C, from the same files, and what the command writes."""

import json
import os
import pathlib
import random
import subprocess

import pytest

import dti

TRACKS = [track for track in dti.Track if track is not dti.Track.DEFAULT]
MAIN_POINTS = (100, 100, 100, 100, 100, 200, 150, 150)


def rows(name, section):
    """The rows of a section as lists of cells."""
    path = pathlib.Path(__file__).parents[3] / "tests/data/golden" / name
    _, found, rest = path.read_text(encoding="utf-8").partition(f"\n[{section}]\n")
    assert found
    lines = rest.partition("\n[")[0].splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def exact(text):
    """Points with a decimal point, in 10⁻⁹ point."""
    whole, _, fraction = text.partition(".")
    return int(whole + fraction.ljust(9, "0"))


def is_exactly(score, points, maximum, value):
    assert (score.exact_points, score.exact_max_points, score.value.hex()) == (int(points), int(maximum), value)
    index = score.indicator.index
    assert score.result.point_vector[index] == int(points)
    assert score.result.value_vector[index].hex() == value


@pytest.fixture(scope="module")
def quangnam(data):
    return dti.Dossier.load(data / "quangnam-2022.json")


@pytest.fixture(scope="module")
def appraised(quangnam):
    return quangnam.score()


@pytest.fixture(scope="module")
def computed(quangnam):
    return quangnam.score(track="computed")


PAIRS = rows("quangnam-2022.txt", "computed")


def test_nothing_of_the_files_is_lost():
    """The tests in C count the rows, too."""
    assert (len(PAIRS), len(MAINS), len(INDICES), len(PROVINCES)) == (18, 8, 4, 6)


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row[0])
def test_computes_what_the_plan_prints(quangnam, computed, row):
    code, input, figure, printed, _, points, maximum, value = row
    assert quangnam.inputs[input].value == float(figure)
    is_exactly(computed[code], points, maximum, value)
    assert computed[code].exact_track_points("computed") == int(points)
    assert (dti.format_points(computed[code].exact_points) == printed) == (code != "3.2")


MAINS = rows("quangnam-2022.txt", "mains")


@pytest.mark.parametrize("row", MAINS, ids=lambda row: row[0])
def test_keeps_appraised_main_indicators(appraised, row):
    code, points, maximum, left, left_max, *bits = row
    is_exactly(appraised[code], *bits)
    assert appraised[code].exact_points == exact(points)
    assert appraised[code].exact_max_points == exact(maximum)
    assert appraised[code].exact_unallocated == exact(left)
    assert appraised[code].exact_unallocated_max == exact(left_max)


INDICES = rows("quangnam-2022.txt", "indices")


@pytest.mark.parametrize("row", INDICES, ids=lambda row: row[0])
def test_adds_up_indices(appraised, row):
    code, points, maximum, stated, *bits = row
    is_exactly(appraised[code], *bits)
    assert appraised[code].exact_points == exact(points)
    assert appraised[code].exact_max_points == exact(maximum)
    values = [each for each in appraised[code].stated if each.quantity is dti.QuantityKind.VALUE]
    assert values[0].text == stated


PROVINCES = rows("provinces-2022.txt", "provinces")


@pytest.mark.parametrize("row", PROVINCES, ids=lambda row: row[0])
def test_adds_up_as_published(framework, row):
    unit, name, *values, points, _, published, _, told, whole, bits = row
    stated = [
        {"code": str(place + 1), "quantity": "points", "text": f"{exact(value) * most / 10**9:.4f}"}
        for place, (value, most) in enumerate(zip(values, MAIN_POINTS, strict=True))
    ]
    stated.append({"code": "dti", "quantity": "value", "text": published})
    document = {
        "format": "dti-dossier/1",
        "framework": {"id": framework.id, "version": framework.version},
        "id": "golden",
        "version": "1.0.0",
        "unit": {"id": unit, "names": {"vi": name}},
        "year": 2022,
        "inputs": [],
        "stated": [each | {"track": "final"} for each in stated],
    }
    result = dti.Dossier.parse(json.dumps(document), framework).score()
    assert result.track is dti.Track.FINAL
    is_exactly(result.overall, whole, 10**12, bits)
    assert result.overall.exact_points == exact(points)
    assert ("DTI-0602" in {finding.id for finding in result.findings}) == (told == "yes")


@pytest.fixture(scope="session")
def command():
    """The dti command of the same build."""
    path = os.environ.get("DTI_COMMAND") or pathlib.Path(dti.__file__).parents[3] / "examples/cli/dti"
    if not pathlib.Path(path).exists():
        pytest.skip("built without the command")
    return path


def dossiers():
    paths = sorted((pathlib.Path(__file__).parents[3] / "examples/data").glob("*.json"))
    return [path for path in paths if '"dti-dossier/1"' in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", dossiers(), ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_writes_what_the_command_writes(command, path, lang):
    """On every track: the same document, or the same refusal."""
    dossier = dti.Dossier.load(path)
    written = 0
    for track in TRACKS:
        arguments = [command, "score", path, "--track", track.name.lower(), "--format", "json", "--lang", lang]
        found = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", check=False)
        if found.returncode == 0:
            written += 1
            assert dossier.score(track=track).to_json(lang) == found.stdout
        else:
            with pytest.raises(dti.NotFoundError) as caught:
                dossier.score(track=track)
            assert caught.value.id in found.stderr
    assert written >= 2


def a_value(numbers, input):
    """A figure that the input can have, or why there is none."""
    if numbers.random() < 0.2:
        return numbers.choice([dti.State.MISSING, dti.State.NOT_APPLICABLE])
    if input.kind is dti.InputKind.YES_NO:
        return numbers.choice([True, False])
    if input.kind is dti.InputKind.CHOICE:
        return numbers.choice(list(input.choices))
    if input.kind in (dti.InputKind.TEXT, dti.InputKind.LIST):
        return [f"{number}" for number in range(numbers.randrange(1, 5))] if input.kind is dti.InputKind.LIST else "có"
    if input.kind is dti.InputKind.COUNT:
        return numbers.randrange(10_000)
    return numbers.uniform(0, 100)


def test_many_at_once_score_as_each_by_itself(framework):
    """Points, maxima and values of random dossiers, through columns and one by one."""
    numbers = random.Random(922)
    dossiers = [
        dti.Dossier.build(framework, "gso:49", 2022, {id: a_value(numbers, input) for id, input in framework.inputs.items()})
        for _ in range(40)
    ]
    codes = list(framework)
    wanted = [(code, measure) for code in codes for measure in ("points", "max_points", "value", "state")]
    found = framework.program().run(dossiers, wanted)
    different = 0
    for row, dossier in enumerate(dossiers):
        result = dossier.score(track="computed")
        for code in codes:
            score = result[code]
            assert found[code, "points"][row] == score.exact_points, (row, code)
            assert found[code, "max_points"][row] == score.exact_max_points, (row, code)
            assert float(found[code, "value"][row]).hex() == score.value.hex(), (row, code)
            assert found[code, "state"][row] == score.state, (row, code)
            different += score.exact_points > 0
    assert different > 1000, "nothing was scored"
