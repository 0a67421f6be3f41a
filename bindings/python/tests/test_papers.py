# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Papers and submissions: the same bytes as the command line writes, and what keeps a submission from being complete."""

import datetime
import json
import re

import pytest

import dti

# Components of the catalogue with points and a requirement of evidence: 98, without the 10 that ask for none and the 3 that
# earn nothing.
ASKED = 85


@pytest.fixture(scope="module")
def result(data):
    return dti.Dossier.load(data / "quangnam-2022.json").score()


@pytest.fixture(scope="module")
def reply(data):
    return dti.Dossier.load(data / "example-reply-2023.json").score()


@pytest.fixture(scope="module")
def tables(framework):
    """The built-in tables of the framework."""
    found = (dti.Table.builtin(id) for id in dti.Table.builtins())
    return [table for table in found if table.framework == framework]


@pytest.fixture(scope="module")
def empty():
    head = {
        "format": "dti-dossier/1",
        "id": "empty",
        "version": "1",
        "framework": {"id": "vn-dti-province-922", "version": "1.0.0"},
    }
    return dti.Dossier.parse(json.dumps(head | {"unit": {"id": "gso:49"}, "year": 2022, "inputs": []}))


def golden(root, name):
    text = (root / "tests/cli/golden" / name).read_text(encoding="utf-8")
    return text.split("\n", 2)[2]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_analysis(root, result, tables, lang):
    paper = result.paper(lang=lang, tables=tables, day="2023-11-03")
    assert paper == golden(root, f"report-quangnam-{lang}.md.txt")
    assert paper == result.paper("analysis", "markdown", lang, tables=tuple(tables), day=datetime.date(2023, 11, 3))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_explanation(root, reply, lang):
    paper = reply.paper("explanation", lang=lang, day="2024-06-15")
    assert paper == golden(root, f"report-reply-{lang}.md.txt")


def test_page(root, reply):
    page = reply.paper(dti.PaperKind.EXPLANATION, dti.PaperFormat.HTML, day="2024-06-15")
    plain = re.sub(r"(<style>).*?(</style>)", r"\1…\2", page, flags=re.DOTALL)
    assert plain.startswith(golden(root, "report-reply-head-vi.html.txt")) and "<script" not in page


def test_refuses(result, tables):
    with pytest.raises(ValueError, match="'explanation'"):
        result.paper("summary")
    with pytest.raises(ValueError, match="'html'"):
        result.paper(format="docx")
    with pytest.raises(dti.InvalidValueError):
        result.paper(day="03/11/2023")
    with pytest.raises(TypeError, match="datetime"):
        result.paper(day=datetime.datetime(2023, 11, 3))
    with pytest.raises(TypeError, match="tables: expected Table, not str"):
        result.paper(tables=["vn-dti-province-2022"])
    with pytest.raises(dti.VersionError):
        result.paper(tables=[dti.Table.builtin("vn-dti-province-2020")])
    with pytest.raises(dti.NotFoundError):
        result.paper(numbering="no such numbering")


def test_an_explanation_needs_an_appraisal(empty):
    with pytest.raises(dti.NotFoundError):
        empty.score().paper("explanation")


def test_nothing_is_proved_at_first(empty):
    result = empty.score()
    assert len(result.check_submission().errors) == ASKED
    document = json.loads(result.submission())
    assert document["format"] == "dti-submission/1" and document["complete"] is False


def test_an_explanation_stands_for_evidence(empty, framework):
    def explained(codes):
        head = json.loads(empty.to_json())
        texts = [{"codes": list(codes), "track": "self", "text": {"vi": "đã giải trình"}}]
        return dti.Dossier.parse(json.dumps(head | {"explanations": texts})).score()

    codes = [node.code for node in framework.components]
    assert not explained(codes).check_submission().errors
    assert json.loads(explained(codes).submission())["complete"] is True
    assert len(explained(code for code in codes if code != "2.8").check_submission().errors) == 1


def test_the_package_has_one_digest(result, reply):
    digest = result.submission_digest()
    assert digest.startswith("sha256:") and digest != reply.submission_digest()
    for text in (result.submission(), result.submission("en"), result.submission(numbering="official")):
        assert json.loads(text)["digest"] == digest
    with pytest.raises(dti.NotFoundError):
        result.submission(numbering="no such numbering")
