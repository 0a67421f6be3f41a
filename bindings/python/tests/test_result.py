# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Results: points of every node, side by side with what the plan of Quảng Nam prints (7501/KH-UBND, section III)."""

import copy
import gc
import html.parser
import json
import pickle

import pytest

import dti

BILLION = 10**9

# Observed figures of the plan, and the points that it prints for them.
PAIRS = {
    "3.1": ("adults-with-smartphone-share", 63.56, "6,36"),
    "3.3": ("fibre-households-share", 65.26, "6,53"),
    "3.6": ("shared-platforms-deployed", 6, "8,57"),
    "3.7": ("platforms-using-ai", 2, "3,33"),
    "4.7": ("officials-trained-dx-share", 16.39, "1,64"),
    "4.10": ("workers-trained", 1000, "0,005"),
    "5.1": ("systems-level-approved", 6, "2,00"),
    "5.7": ("systems-inspected", 4, "5,00"),
    "5.8": ("incident-response-plans", 6, "3,75"),
    "5.9": ("drills", 1, "0,33"),
    "6.11": ("online-services-with-files-share", 66.96, "6,70"),
    "6.12": ("files-processed-online-share", 51.16, "12,79"),
    "7.1": ("digital-economy-share", 7.13, "7,13"),
    "7.2": ("digital-technology-enterprises", 178, "7,78"),
    "7.3": ("platform-enterprises", 118, "1,29"),
    "7.6": ("enterprises-using-e-contracts", 2757, "3,77"),
    "7.7": ("enterprises-e-tax", 8066, "8,82"),
}
# Headings of the groups: points of the eight main indicators. The ninth of the province level carries no points.
MAINS = {"1": 80, "2": 80, "3": 67.64, "4": 44.77, "5": 52.29, "6": 145.45, "7": 72.33, "8": 41.35, "9": 0}


@pytest.fixture(scope="module")
def dossier(data):
    return dti.Dossier.load(data / "quangnam-2022.json")


@pytest.fixture(scope="module")
def appraised(dossier):
    return dossier.score()


@pytest.fixture(scope="module")
def computed(dossier):
    return dossier.score("computed")


@pytest.fixture(scope="module")
def kept(data):
    """A dossier that keeps evidence."""
    return dti.Dossier.load(data / "example-reply-2023.json")


def test_the_worked_example(appraised):
    score = appraised["6.12"]
    assert (score.points, score.max_points, score.loss) == (12.79, 20, 7.21)
    assert (score.exact_points, score.exact_max_points, score.exact_loss) == (12_790_000_000, 20 * BILLION, 7_210_000_000)
    assert score.value == 12.79 / 20
    assert score.state is dti.State.PRESENT and score.cause is dti.Cause.BELOW_TARGET
    assert score.lower == score.upper == 12.79 and score.coverage == 1 and score.certain_loss == 7.21
    assert score.loss_share_of_overall == pytest.approx(7.21 / (1000 - 583.83))


def test_overall(appraised):
    assert appraised.track is dti.Track.APPRAISED
    assert appraised.overall.points == 583.83 and appraised.overall.max_points == 1000
    assert appraised.overall.value == 0.58383
    assert appraised.overall == appraised.indices["dti"]


def test_mains_as_printed(appraised):
    assert {code: main.points for code, main in appraised.mains.items()} == MAINS
    assert sum(main.exact_points for main in appraised.mains.values()) == appraised.overall.exact_points


@pytest.mark.parametrize("code", PAIRS)
def test_computes_what_the_plan_prints(dossier, appraised, computed, code):
    input, figure, printed = PAIRS[code]
    score = computed.find(code, "province")
    assert dossier.inputs[input].value == figure
    assert dti.format_points(score.exact_points, len(printed.partition(",")[2])) == printed
    assert appraised[score.code].track_points("computed") == score.points


def test_tracks_side_by_side(appraised, computed):
    score = appraised["3.2"]
    assert score.points == 7.87 and score.track_points(dti.Track.COMPUTED) == 7.853
    assert score.exact_track_points("appraised") == score.exact_track_points("default") == 7_870_000_000
    assert score.track_points("self") is None
    assert score.tracks == (dti.Track.APPRAISED, dti.Track.COMPUTED)
    with pytest.raises(ValueError, match="'appraised'"):
        score.track_points("apraised")


def test_a_misprint_is_found(appraised):
    [stated] = appraised["3.2"].stated
    assert (stated.text, stated.quantity, stated.track) == ("7.87", dti.QuantityKind.POINTS, dti.Track.APPRAISED)
    assert stated.amount == 7.87 and stated.difference == -0.017 and stated.exact_difference == -17_000_000
    assert any(finding.id == "DTI-0601" and "3.2" in finding.message() for finding in appraised.findings)


def test_unallocated(appraised):
    # 44.77 points of main indicator 4 with 1.785 in its listed components: the rest stands against 60 points.
    main = appraised["4"]
    assert (main.unallocated, main.unallocated_max) == (42.985, 60)
    assert main.exact_unallocated == 42_985_000_000 and main.exact_unallocated_max == 60 * BILLION


def test_mapping(appraised, framework):
    assert list(appraised) == list(framework) and len(appraised) == len(framework)
    assert "6.12" in appraised and "6.120" not in appraised and 6.12 not in appraised
    assert appraised.get("nothing") is None
    assert set(appraised.components) | set(appraised.mains) | set(appraised.indices) == set(appraised)
    assert len(appraised.components) == 98 and "6" not in appraised.components
    with pytest.raises(KeyError, match="6.12") as caught:
        appraised["6.120"]
    assert isinstance(caught.value, dti.NotFoundError)
    for wrong in ("6.12", "dti"):
        with pytest.raises(dti.NotFoundError):
            appraised.mains[wrong]
    for wrong in (6.12, None, 6):
        with pytest.raises(TypeError):
            appraised[wrong]
        with pytest.raises(TypeError):
            appraised.components[wrong]


def test_tree(appraised):
    score = appraised["6.12"]
    assert score.parent == appraised["6"] and score in score.parent.children
    assert score.parent.parent is None and score.kind is dti.NodeKind.COMPONENT
    assert score.indicator.name == score.name and score.result is appraised


def test_next_step(appraised, computed):
    step = appraised["6.12"].step
    # 80 % earn 20 points: one percentage point is a quarter of a point.
    assert step.kind is dti.StepKind.PERCENT_POINT and step.gain == 0.25 and step.exact_gain == BILLION // 4
    assert step.input.id == "files-processed-online-share" and step.amount == 1
    assert "0,25" in step.text() and "0.25" in step.text("en") and str(step) == step.text()
    assert appraised["6"].step is None


def test_agencies(appraised):
    assert appraised["6.12"].agencies == (("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông"),)
    assert appraised["6.12"].agencies_in("en")[0].name == "Department of Information and Communications"


def test_explains(appraised):
    assert "51,16 %" in appraised.explain("6.12") and "12,79" in appraised.explain("6.12")
    assert "51.16 %" in appraised["6.12"].explain("en")
    assert "51,16" in appraised["6.12"].explanation and appraised["6"].explanation_in("en") is None
    assert appraised["6.12"].cause_name() != appraised["6.12"].cause_name("en") != ""
    with pytest.raises(dti.NotFoundError):
        appraised.explain("6.12", numbering="no such numbering")
    with pytest.raises(ValueError, match="'en'"):
        appraised.explain("6.12", "fr")


def test_vectors(appraised, framework):
    vector = appraised.point_vector
    assert vector.readonly and vector.format == "q" and vector.shape == (len(framework.nodes),)
    assert vector.tolist() == [appraised[node.code].exact_points for node in framework.nodes]
    assert appraised.value_vector.format == "d"
    assert appraised.value_vector.tolist() == [appraised[node.code].value for node in framework.nodes]


def test_vectors_are_read_without_a_copy(data):
    numpy = pytest.importorskip("numpy")
    result = dti.Dossier.load(data / "quangnam-2022.json").score()
    place = result["6.12"].indicator.index
    array, again = numpy.asarray(result.point_vector), numpy.asarray(result.point_vector)
    values = numpy.asarray(result.value_vector)
    assert array.dtype == numpy.int64 and values.dtype == numpy.float64
    assert array.__array_interface__["data"] == again.__array_interface__["data"]
    assert not array.flags.owndata and not array.flags.writeable
    del result, again
    gc.collect()
    assert array[place] == 12_790_000_000 and values[place] == 12.79 / 20


def test_everything_outlives_everything(data):
    score = dti.Dossier.load(data / "quangnam-2022.json").score()["6.12"]
    step, stated, mains = score.step, score.stated[0], score.result.mains
    del score
    gc.collect()
    assert step.input.name and stated.text == "12.79" and mains["3"].points == 67.64


def test_evidence_at_risk(kept):
    result = kept.score("computed")
    supported = kept.score("supported")
    assert result.gaps and result.overall.exact_at_risk > 0
    assert sum(gap.exact_points for gap in result.gaps) == sum(each.exact_at_risk for each in result.components.values())
    for code, score in result.components.items():
        assert score.exact_at_risk == score.exact_points - supported[code].exact_points
        assert all(gap.code == code for gap in score.gaps)
    gap = next(gap for gap in result.gaps if gap.kind is dti.Gap.MISSING)
    assert gap.id == "missing" and gap.evidence is None
    assert gap in result[gap.code].gaps and gap.kind_name() and gap.text() != gap.text("en")
    record = next(gap for gap in result.gaps if gap.evidence is not None)
    assert record.evidence in kept.evidence


def test_no_evidence_no_gaps(appraised, dossier):
    assert appraised.gaps == () and appraised["6.12"].gaps == () and appraised["6.12"].at_risk == 0
    with pytest.raises(dti.NotFoundError):
        dossier.score("supported")


def test_equal_by_what_it_was_made_of(data, appraised, computed):
    again = dti.Dossier.load(data / "quangnam-2022.json").score("appraised")
    assert again == appraised and hash(again) == hash(appraised) and again is not appraised
    assert again["6.12"] == appraised["6.12"] != appraised["6.11"]
    assert appraised["6.12"].stated == again["6.12"].stated and appraised["6.12"].stated != appraised["6.11"].stated
    assert computed != appraised and appraised != dict(appraised)


def test_pickles_and_copies(appraised, computed):
    for result in (appraised, computed):
        again = pickle.loads(pickle.dumps(result))
        assert again == result and again.track is result.track and bytes(again.point_vector) == bytes(result.point_vector)
    assert copy.deepcopy(computed) is computed
    score = appraised["3.2"]
    for part in (score, score.stated[0], score.indicator, appraised["6.12"].step):
        assert pickle.loads(pickle.dumps(part)) == part and copy.deepcopy(part) is copy.copy(part) is part


def test_pickles_with_what_it_was_made_of(root):
    framework = dti.Framework.load(root / "tests/data/tiny-framework.json")
    collection = dti.Collection.load(root / "tests/data/tiny-collection.json", framework)
    dossier = dti.Dossier.load(root / "tests/data/tiny-dossier.json", framework)
    result = dossier.score(collection=collection)
    again = pickle.loads(pickle.dumps(result))
    assert again == result and again.collection == collection and again.framework == framework
    assert again != dossier.score() and dossier.score().collection is None
    assert result.dossier is dossier and result.framework is framework


def test_document(appraised):
    document = json.loads(appraised.to_json())
    assert document["format"] == "dti-result/1" and document["track"] == "appraised"
    assert appraised.to_json("en") != appraised.to_json()
    with pytest.raises(dti.NotFoundError):
        appraised.to_json(numbering="no such numbering")


def test_frame(appraised):
    pytest.importorskip("pandas")
    frame = appraised.to_frame()
    assert len(frame) == len(appraised)
    assert frame.loc["6.12", ["points", "max_points", "loss"]].tolist() == [12.79, 20, 7.21]
    assert frame.loc["6.12", "parent"] == "6" and frame.loc["6.12", "cause"] == "below-target"
    assert frame[frame.kind == "main"].points.tolist() == list(MAINS.values())


class Tags(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.seen = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.seen.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_shows_itself(appraised, dossier):
    assert repr(appraised) == "<Result gso:49 2022 appraised: 583.83 of 1000 points, value 0.5838>"
    assert len(repr(appraised["6.12"])) < 80 and "12.79" in repr(appraised["6.12"])
    text = appraised._repr_html_()
    assert "583,83" in text and "0,5838" in text and "67,64" in text and "32,36" in text
    tags = Tags(text)
    assert not tags.open and "script" not in tags.seen and tags.seen.count("tr") == 1 + len(MAINS)
    # 145.45 of 200 points fill 72.7 % of the bar.
    assert "width:72.7%" in text


def test_html_is_escaped(data):
    text = (
        (data / "quangnam-2022.json")
        .read_text(encoding="utf-8")
        .replace('"vi": "Quảng Nam"', '"vi": "<script>alert(1)</script>"')
    )
    assert "<script" in text
    shown = dti.Dossier.parse(text).score()._repr_html_()
    assert "<script" not in shown and "&lt;script&gt;" in shown


def test_no_object_by_calling_the_class():
    with pytest.raises(TypeError, match="class methods"):
        dti.Result()
