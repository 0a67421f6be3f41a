# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Frameworks: a mapping by code, its parts, its documents."""

import copy
import pickle

import pytest

import dti


def test_mapping(framework):
    assert framework["6.12"].max_points == 20
    assert framework["6.12"].exact_max_points == 20 * 10**9
    assert "6.12" in framework and "6.120" not in framework and 6.12 not in framework
    assert len(framework) == len(list(framework)) == len(framework.keys())
    assert list(framework)[:3] == [framework.nodes[i].code for i in range(3)]
    assert framework.get("nothing") is None


def test_codes_are_no_numbers(framework):
    assert framework["1.1"] != framework.get("1.10")
    with pytest.raises(TypeError):
        framework[6.12]


def test_a_wrong_code_is_told_with_the_nearest(framework):
    with pytest.raises(KeyError) as caught:
        framework["6.120"]
    assert isinstance(caught.value, dti.NotFoundError)
    assert "6.12" in caught.value.message("en") and "vn-dti-province-922" in str(caught.value)


def test_numberings(framework):
    activity = [main for main in framework.mains if main.code_in("official") != main.code]
    assert activity, "the provinces number the activity indicators otherwise"
    for main in activity:
        assert framework.find(main.code_in("official"), "official") == main
    assert framework.find("6.12", "no such numbering") is None


def test_tree(framework):
    node = framework["6.12"]
    assert node.kind is dti.NodeKind.COMPONENT
    assert node.parent == framework["6"] and node in node.parent.children
    assert framework["6"].parent is None
    assert sum(main.exact_max_points for main in framework.overall.children) == 1000 * 10**9
    assert len(framework.components) == 98
    assert {node.kind for node in framework.indices} == {dti.NodeKind.INDEX}
    assert [input.id for input in node.inputs] == ["files-processed-online-share"]


def test_words(framework):
    node = framework["6.12"]
    assert node.rule("en").startswith("ratio to a target of 80 %")
    assert "80 %" in node.rule()
    assert node.name != node.name_in("en")
    assert node.provenance("max-points") is dti.Provenance.SOURCE
    with pytest.raises(ValueError, match="'en'"):
        node.name_in("fr")


def test_inputs(framework):
    share = framework.inputs["files-processed-online-share"]
    assert share.kind is dti.InputKind.RATIO and share.unit
    assert len(framework.inputs) == 155
    with pytest.raises(KeyError, match="files-processed-online-share"):
        framework.inputs["files-processed-online-shar"]


def test_positions(framework):
    assert [node.index for node in framework.nodes] == list(range(len(framework.nodes)))
    assert framework.node(70) == framework.nodes[70]
    for wrong in (-1, len(framework.nodes), 2**70):
        with pytest.raises(IndexError):
            framework.node(wrong)
    with pytest.raises(TypeError):
        framework.node(True)


def test_equal_by_digest(framework):
    again = dti.Framework.builtin("vn-dti-province-922")
    assert again == framework and hash(again) == hash(framework) and again is not framework
    assert framework != dti.Framework.builtin("vn-dti-province-1726")
    assert framework != dict(framework)
    assert again["6.12"] == framework["6.12"] and again["6.12"] != framework["6.11"]
    assert len({again["6.12"], framework["6.12"]}) == 1


def test_parts_outlive_everything():
    node = dti.Framework.builtin()["6.12"]
    assert node.parent.children[0].framework.overall.name


def test_pickles_and_copies(framework, root):
    assert pickle.loads(pickle.dumps(framework)) == framework
    assert copy.deepcopy(framework) is framework and copy.copy(framework) is framework
    path = root / "libdti/frameworks/vn-dti-province-922.json"
    loaded = dti.Framework.load(path)
    assert pickle.loads(pickle.dumps(loaded)) == loaded == framework


def test_faults(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        dti.Framework.load(tmp_path / "none.json")
    assert isinstance(caught.value, dti.MissingFileError) and "none.json" in str(caught.value)
    with pytest.raises(OSError):
        dti.Framework.load(tmp_path)
    with pytest.raises(dti.SchemaError) as caught:
        dti.Framework.parse('{"format": "dti-framework/1",\n "id": 1}', source="mine.json")
    error = caught.value
    assert (error.source, error.line) == ("mine.json", 2) and error.pointer == "/id"
    assert str(error).startswith("mine.json:2:") and error.id in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error) and again.message("en") == error.message("en")


def test_check():
    report = dti.Framework.check('{"format": "dti-framework/1"}', source="mine.json")
    assert len(report) == report.count_of(dti.Severity.ERROR) > 3 and report.errors and not report.warnings
    assert report[0].source == "mine.json" and report[-1].message("en") and report[:2][1].id == report[1].id
    with pytest.raises(IndexError):
        report[len(report)]


def test_no_object_by_calling_the_class():
    with pytest.raises(TypeError, match="class methods"):
        dti.Framework()


def test_findings_are_shown_in_vietnamese():
    html = dti.Dossier.check("{}")._repr_html_()
    assert ">lỗi</td>" in html and "0 cảnh báo, 0 ghi chú" in html and ">error<" not in html


def test_html_is_escaped(framework):
    text = framework._repr_html_()
    assert text.startswith("<table>") and "<script" not in text
    assert len(repr(framework)) < 100


def test_frame(framework):
    pytest.importorskip("pandas")
    frame = framework.to_frame()
    assert frame.loc["6.12", "max_points"] == 20 and frame.loc["6.12", "parent"] == "6"
    assert len(frame) == len(framework.nodes)


def test_slips_are_told_in_words(framework, tmp_path):
    with pytest.raises(TypeError, match=r"expected str, not float 6.12; codes are texts"):
        framework[6.12]
    with pytest.raises(dti.NotFoundError, match="nhất: files-processed-online-share"):
        framework.inputs["6.12"]
    with pytest.raises(dti.NotFoundError, match=r"nhất: 6\.12 "):
        framework["files-processed-online-share"]
    dossier = dti.Dossier.build(framework, "gso:49", 2023)
    with pytest.raises(dti.NotFoundError, match="nhất: files-processed-online-share"):
        dossier.inputs["6.12"]
    with pytest.raises(dti.NotFoundError, match="«6.12» không có trong 1, 2, 3"):
        dossier.score().mains["6.12"]
    with pytest.raises(TypeError, match="forms: expected a list, not one Form"):
        dossier.merge(dti.Form.new(dti.Collection.builtin(), "so-noi-vu", "gso:49", 2023))
    with pytest.raises(TypeError, match="score.exact_points, not float"):
        dti.format_points(12.79)
    assert dti.format_points(12_790_000_000) == "12,79"
    ranking = dti.Table.builtin().ranking()
    with pytest.raises(IndexError, match="Ranking: of 63, counted from 0, there is no 100"):
        ranking[100]
    with pytest.raises(TypeError, match="there is no 'Quảng Nam'"):
        ranking["Quảng Nam"]
    with pytest.raises(FileNotFoundError) as nowhere:
        dossier.save(tmp_path / "nowhere" / "a.json")
    assert nowhere.value.filename == str(tmp_path / "nowhere" / "a.json")


def test_completion_offers_what_is_public():
    assert set(dti.__all__) <= set(dir(dti)) and {"excel", "plot"} <= set(dir(dti))
    assert not [name for name in dir(dti) if name.startswith("_") and name != "__version__"] and "typing" not in dir(dti)
