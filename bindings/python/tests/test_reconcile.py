# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Reconciliation: what published figures say of each other."""

import gc
import json
import pickle
import random

import pytest

import dti


@pytest.fixture(scope="module")
def dossier(data, framework):
    return dti.Dossier.load(data / "quangnam-2022.json", framework)


@pytest.fixture(scope="module")
def found(dossier):
    return dti.reconcile(dossier.score())


def test_statements_by_hand():
    # 41.35 of 150 points is 0.27563 to 0.27570: neither 0.2745 to 0.2755, but what 0,275 is cut from.
    statements = [dti.Statement("8", "41,35"), dti.Statement("8", "0,275", "value")]
    found = dti.reconcile(statements=statements)
    [problem] = found.problems
    [tie] = problem.identities
    assert (tie.kind, tie.verdict, tie.indicator.code) == (dti.Identity.SAME, dti.Verdict.VIOLATED, "8")
    assert {figure.printed for figure in tie.figures} == {"41,35", "0,275"}
    assert "cắt bớt" in problem.text() and "cut instead of rounded" in problem.text("en")
    [first, second] = problem.repairs
    [suspect] = first.suspects
    assert suspect.figures[0].printed in ("0,275", "41,35") and suspect.should_be.low <= suspect.should_be.high
    assert first != second and hash(first) != hash(second) and problem.is_complete
    assert not dti.reconcile(statements=statements[:1]).problems
    assert not dti.reconcile(
        statements=[dti.Statement("8", "41,35"), dti.Statement("8", "0,2757", dti.QuantityKind.VALUE)]
    ).problems


def test_a_province(found):
    """7.x of the report of Quảng Nam add up to 72.62 to 72.70 points, where 72.33 is printed."""
    problem = next(each for each in found.problems if "72,33" in each.text())
    assert "72,62 đến 72,70" in problem.text()
    tie = problem.identities[0]
    assert tie.kind is dti.Identity.SUM and tie.indicator.code == "7"
    assert tie.stated.low == pytest.approx(72.325) and tie.stated.exact_high < tie.expected.exact_low
    assert any(part.indicators[0].code == "6" and 145 < part.points.low < 146 for part in found.parts)
    assert all(figure.text("en") for figure in found.figures)
    assert any(figure.is_assumed and figure.printed is None for figure in found.figures)
    assert {tie.verdict for tie in found.identities} >= {dti.Verdict.HOLDS, dti.Verdict.VIOLATED}
    assert tie.kind_name("en") and tie.verdict_name() != tie.verdict_name("en") and repr(tie).startswith("<Tie sum, violated: ")
    assert len(found.to_frame()) == len(found.identities)
    assert found.readings == () or found.readings[0].text()


def test_documents(found, tmp_path):
    document = json.loads(found.to_json("en"))
    assert document["format"].startswith("dti-reconciliation/")
    found.save(tmp_path / "found.json")
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["format"] == document["format"]
    assert found.problems[0].text() in found.text() and found.problems[0].text("en") in found.text("en")
    assert f"{len(found.problems)} problems" in repr(found) and "Mâu thuẫn" in found._repr_html_()
    with pytest.raises(dti.NotFoundError):
        found.to_json(numbering="none")
    with pytest.raises(TypeError):
        pickle.dumps(found)


def test_tables(dossier):
    table = dti.Table.builtin("vn-dti-province-2022")
    found = dti.reconcile(dossier.score(), table)
    assert found.framework == dossier.framework and len(found.figures) > 400
    assert isinstance(dossier.score().paper(reconciliation=found), str)


def test_refused(dossier):
    for bad in (dossier, None, 7, dti.Statement("8", "1")):
        with pytest.raises(TypeError, match="Result, Table or Targets"):
            dti.reconcile(bad)
    with pytest.raises(TypeError, match="as it is printed"):
        dti.Statement("8", 41.35)
    with pytest.raises(TypeError, match="statements"):
        dti.reconcile(statements=["8"])
    with pytest.raises(dti.UnresolvedError):
        dti.reconcile(statements=[dti.Statement("no such", "1")])
    with pytest.raises(dti.InvalidValueError):
        dti.reconcile(statements=[dti.Statement("8", "much")])
    with pytest.raises(ValueError):
        dti.reconcile(statements=[dti.Statement("8", "1")], most=4)
    with pytest.raises(ValueError):
        dti.reconcile(statements=[dti.Statement("8", "1", "colour")])


def contradictions(framework):
    numbers = random.Random(1)
    return [dti.Statement(node.code, f"{numbers.random() * node.max_points:.2f}") for node in framework.nodes if node.code]


def test_it_can_be_stopped(framework):
    class OwnError(Exception):
        pass

    own, seen = OwnError(), []

    def stop(done, total):
        seen.append((done, total))
        if len(seen) == 3:
            raise own

    with pytest.raises(OwnError) as caught:
        dti.reconcile(statements=contradictions(framework), progress=stop)
    assert caught.value is own and len(seen) == 3
    assert seen == sorted(seen) and len({total for _, total in seen}) == 1
    with pytest.raises(TypeError, match="progress"):
        dti.reconcile(statements=[dti.Statement("8", "1")], progress="x")


def test_parts_outlive_the_whole():
    problem = dti.reconcile(statements=[dti.Statement("8", "41,35"), dti.Statement("8", "0,275", "value")]).problems[0]
    gc.collect()
    assert problem.repairs[0].suspects[0].figures[0].indicator.code == "8"
