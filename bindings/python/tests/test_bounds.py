# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Bounds: of columns, merged, as documents; what the cohort rules make of them."""

import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def cohort(root):
    return dti.Framework.load(root / "tests/data/cohort-framework.json")


def test_of_columns_by_hand(cohort):
    program = cohort.program()
    columns = {"coverage": [20.0, 50.0, 80.0, None]}
    bounds = program.bounds(columns)
    assert bounds["1.1"] == dti.Bound(0.2, 0.8, 3)
    assert list(bounds) == ["1.1"]
    assert program.run(columns, ["1.1"])["1.1"].tolist() == [0] * 4  # not assessed
    found = program.run(columns, ["1.1"], bounds=bounds)["1.1"]
    assert found.tolist() == [2_500_000_000, 6_250_000_000, 10_000_000_000, 0]  # of 10 points: coverage beside the best


def test_parts_merge_to_the_same(cohort):
    program = cohort.program()
    columns = program.columns({"coverage": [20, 50, 80, 10], "income": [5, 9, 1, 4], "spending": [1, 2, 3, 4]})
    whole = program.bounds(columns)
    parts = [program.bounds(columns, first=first, rows=1) for first in range(4)]
    assert dti.Bounds.merge(parts) == dti.Bounds.merge(parts[::-1]) == whole
    assert whole["1.3"] == dti.Bound(-2.0, 7.0, 4)  # income less spending
    assert parts[0] != whole and hash(dti.Bounds.merge(parts)) == hash(whole)
    with pytest.raises(ValueError):
        dti.Bounds.merge([])
    with pytest.raises(TypeError):
        dti.Bounds.merge([whole, None])
    other = dti.Framework.builtin().program()
    with pytest.raises(dti.VersionError):
        dti.Bounds.merge([whole, other.bounds(other.columns({}, rows=1))])


def test_documents(cohort, root, tmp_path):
    path = root / "tests/data/cohort-bounds.json"
    bounds = dti.Bounds.load(path, cohort)
    assert bounds["1.3"] == dti.Bound(-100.0, 400.0, 63)
    assert dict(bounds)["1.2"].count == 62
    assert dti.Bounds.parse(bounds.to_json(), cohort) == bounds
    bounds.save(tmp_path / "bounds.json")
    assert dti.Bounds.load(tmp_path / "bounds.json", cohort) == bounds
    assert pickle.loads(pickle.dumps(bounds)) == bounds
    assert (bounds.framework, len(bounds)) == (cohort, 4)
    assert "1.4" in bounds and "2" not in bounds and "nothing" not in bounds
    with pytest.raises(KeyError):
        bounds["2"]
    with pytest.raises(FileNotFoundError):
        dti.Bounds.load(tmp_path / "none.json", cohort)
    with pytest.raises(dti.ParseError):
        dti.Bounds.parse("{", cohort)
    assert "1.1" in bounds._repr_html_()
    dossier = dti.Dossier.load(root / "tests/data/cohort-dossier.json", cohort)
    assert dossier.score("computed", bounds=bounds)["1"].exact_points > dossier.score("computed")["1"].exact_points


def test_frame(cohort, root):
    pytest.importorskip("pandas")
    frame = dti.Bounds.load(root / "tests/data/cohort-bounds.json", cohort).to_frame()
    assert frame.loc["1.4"].tolist() == [0.0, 200.0, 60.0]


def test_of_another_framework(framework, cohort, root):
    bounds = dti.Bounds.load(root / "tests/data/cohort-bounds.json", cohort)
    program = framework.program()
    with pytest.raises(dti.VersionError):
        program.run(program.columns({}, rows=1), ["dti"], bounds=bounds)
    with pytest.raises(ValueError, match="another framework"):
        program.run(cohort.program().columns({}, rows=1), ["dti"])
    with pytest.raises(TypeError, match="bounds"):
        program.run(program.columns({}, rows=1), ["dti"], bounds={})
