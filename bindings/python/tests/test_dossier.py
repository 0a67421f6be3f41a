# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Dossiers: read, look at, written, pickled. Figures as the plan of the province prints them."""

import copy
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def dossier(data):
    return dti.Dossier.load(data / "quangnam-2022.json")


def test_head(dossier, framework):
    assert (dossier.id, dossier.unit, dossier.name, dossier.year) == ("quangnam-2022", "gso:49", "Quảng Nam", 2022)
    assert dossier.name_in("en") == "Quang Nam" and dossier.numbering == "province"
    assert dossier.framework == framework and dossier.framework is dossier.framework
    assert dossier.agencies["so-noi-vu"] == "Sở Nội vụ" and "kh-7501" in dossier.sources
    assert dossier.stage is dti.Stage.COLLECTING and len(dossier.stages) == 0
    assert (dossier.stage_name("vi"), dossier.stage_name("en")) == ("đang thu thập", "collecting")
    assert dossier.reply("6.12") is None and dossier.evidence == () and not dossier.keeps_evidence


def test_inputs_are_a_mapping(dossier, framework):
    inputs = dossier.inputs
    assert list(inputs) == list(framework.inputs) and len(inputs) == 155
    assert "files-processed-online-share" in inputs and "files" not in inputs and 5 not in inputs
    with pytest.raises(dti.NotFoundError, match="files-processed-online-share"):
        inputs["files-processed-online-shar"]
    with pytest.raises(TypeError):
        inputs[5]


def test_a_ratio(dossier):
    figure = dossier.inputs["files-processed-online-share"]
    assert figure.value == figure.number == 51.16 and figure.state is dti.State.PRESENT
    assert figure.text == "51,16 %" and figure.text_in("en") == "51.16 %" and figure.answer is None
    assert figure.agency == "so-thong-tin-va-truyen-thong" and figure.agency_name == "Sở Thông tin và Truyền thông"
    assert figure.provenance is dti.Provenance.SOURCE and (figure.source, figure.place) == ("kh-7501", "III.6, 6.12")
    assert figure.provenance_name("en") == "source" and dossier.inputs["physical-servers"].provenance_name("vi") is None
    assert figure.input == dossier.framework.inputs[figure.id] and figure.reports == () and not figure.is_disputed


def test_kinds(dossier):
    inputs = dossier.inputs
    assert inputs["information-systems"].value == 30 and type(inputs["information-systems"].value) is int
    assert inputs["province-name"].value == inputs["province-name"].text == "Quảng Nam"
    assert inputs["province-name"].number is None
    met = inputs["governance-platform-meets-requirements"]
    assert met.value is False and met.answer == "no" and (met.text, met.text_in("en")) == ("không", "no") and met.number == 0
    level = inputs["assistant-for-citizens-level"]
    assert level.value == level.answer and level.text == "Đã triển khai"
    assert level.value == list(level.input.choices)[int(level.number)]


def test_missing_is_a_state(dossier):
    figure = dossier.inputs["physical-servers"]
    assert figure.state is dti.State.MISSING and figure.value is figure.number is figure.answer is None
    assert figure.text == "thiếu số liệu" and figure.text_in("en") == "missing"
    assert (figure.agency, figure.form, figure.row) == ("so-thong-tin-va-truyen-thong", "I", "I.4")


def test_documents(dossier, tmp_path):
    assert dti.Dossier.parse(dossier.to_json()) == dossier
    path = tmp_path / "d.json"
    path.write_text("before")
    dossier.save(path)
    assert dti.Dossier.load(path) == dossier and [each.name for each in tmp_path.iterdir()] == ["d.json"]
    with pytest.raises(OSError):
        dossier.save(tmp_path / "none" / "d.json")
    again = pickle.loads(pickle.dumps(dossier))
    assert again == dossier and hash(again) == hash(dossier) and again is not dossier
    assert copy.deepcopy(dossier) is dossier and dossier != dossier.digest


def test_faults(dossier, tmp_path, data):
    with pytest.raises(FileNotFoundError):
        dti.Dossier.load(tmp_path / "none.json")
    with pytest.raises(dti.InvalidValueError) as caught:
        dti.Dossier.parse(dossier.to_json().replace("51.16", "-51.16"), source="mine.json")
    assert caught.value.source == "mine.json" and caught.value.pointer.startswith("/inputs/")
    report = dti.Dossier.check(dossier.to_json().replace("51.16", "-51.16"), source="mine.json")
    assert len(report.errors) == 1 and report.errors[0].source == "mine.json"
    with pytest.raises(dti.VersionError):
        dti.Dossier.load(data / "quangnam-2022.json", dti.Framework.builtin("vn-dti-province-1726"))
    with pytest.raises(TypeError, match="framework"):
        dti.Dossier.load(data / "quangnam-2022.json", "vn-dti-province-922")


def test_parts_outlive_everything(data):
    figure = dti.Dossier.load(data / "quangnam-2022.json").inputs["information-systems"]
    assert figure.value == 30 and figure.agency_name == "Sở Thông tin và Truyền thông"


def test_shown(dossier):
    assert repr(dossier) == "<Dossier quangnam-2022: Quảng Nam 2022, 49 of 155 figures>"
    html = dossier._repr_html_()
    assert html.count("<tr>") == 50 and "dòng nữa" not in html and "thiếu số liệu: 106" in html
    assert html.index("Tên Tỉnh, thành phố") < html.index("province-name"), "words first, ids last"
    empty = dti.Dossier.build(dossier.framework, "gso:49", 2023)._repr_html_()
    assert empty.count("<tr>") == 61 and "95 dòng nữa" in empty and "thiếu số liệu: 155" in empty
    evil = dti.Dossier.parse(dossier.to_json().replace('"Quảng Nam"', '"<script>"'))
    assert "<script>" not in evil._repr_html_() and evil.name == "<script>"
