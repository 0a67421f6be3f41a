# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Pictures: the numbers behind them by hand, and what is seen on them, drawn without a screen."""

import itertools
import json
import math
import subprocess
import sys

import pytest

import dti

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402

import dti.plot  # noqa: E402
from dti.plot import _draw, _shapes, _svg  # noqa: E402
from dti.plot._numbers import cells  # noqa: E402
from dti.plot.heatmap import field  # noqa: E402
from dti.plot.map import areas  # noqa: E402
from dti.plot.radar import spokes  # noqa: E402
from dti.plot.slopes import lines  # noqa: E402
from dti.plot.waterfall import steps  # noqa: E402

# A glyph that the font lacks is a warning of matplotlib's, as is a layout that does not fit.
pytestmark = pytest.mark.filterwarnings("error")

POINT = 10**9
YEARS = (2020, 2021, 2022, 2023, 2024)


@pytest.fixture(scope="module")
def result(data):
    """Quảng Nam's appraised 583.83 points of 2022."""
    return dti.Dossier.load(data / "quangnam-2022.json").score()


@pytest.fixture(scope="module")
def tables():
    return {year: dti.Table.builtin(f"vn-dti-province-{year}") for year in YEARS}


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def texts(ax):
    """Every text on the figure after drawing it."""
    ax.figure.canvas.draw()
    return [text for text in ax.figure.findobj(matplotlib.text.Text) if text.get_visible() and text.get_text().strip()]


def said(ax):
    """All that is written, in one line."""
    return " ".join(" ".join(text.get_text().split()) for text in texts(ax))


def apart(labels):
    """Whether no two labels overlap; a hair is forgiven."""
    boxes = [(text.get_text(), text.get_window_extent().padded(-0.5)) for text in labels]
    for (one, first), (other, second) in itertools.combinations(boxes, 2):
        assert not first.overlaps(second), (one, other)


def inside(ax):
    """Whether all that is written is on the paper."""
    paper = ax.figure.bbox.padded(1)
    for text in texts(ax):
        box = text.get_window_extent()
        assert paper.x0 <= box.x0 and box.x1 <= paper.x1 and paper.y0 <= box.y0 and box.y1 <= paper.y1, text.get_text()


# --- what is shared ---------------------------------------------------------------------------------------------------------


def test_numbers_have_their_comma():
    assert _draw.decimal(583.83, 2, dti.Lang.VI) == "583,83"
    assert _draw.decimal(-46.171, 2, dti.Lang.VI) == "−46,17"
    assert _draw.decimal(-46.171, 2, dti.Lang.EN) == "−46.17"
    assert _draw.shown(31, "rank", dti.Lang.VI) == "31" and _draw.shown(2.5, "rank", dti.Lang.VI) == "2,5"
    assert _draw.shown(0.5808, "value", dti.Lang.VI) == "0,5808"


def test_labels_are_spread():
    assert _draw.spread([1, 5, 9], 1, 0, 10) == [1, 5, 9]
    assert _draw.spread([5, 5], 1, 0, 10) == [4.5, 5.5]
    assert _draw.spread([0, 0, 0], 2, 0, 10) == [0, 2, 4]
    assert _draw.spread([10, 9, 10], 2, 0, 10) == pytest.approx([8, 6, 10])
    assert _draw.spread([3, 3, 3], 5, 0, 4) == [0, 2, 4]
    assert _draw.spread([], 1, 0, 1) == []
    many = _draw.spread([7, 1, 7, 7, 2, 1, 9, 9], 1, 0, 10)
    ordered = sorted(many)
    assert all(b - a >= 1 - 1e-9 for a, b in zip(ordered, ordered[1:])) and ordered[0] >= 0 and ordered[-1] <= 10


def test_names_break_into_even_lines():
    assert _draw.short("8. Hoạt động xã hội số", 20).split("\n") == ["8. Hoạt động", "xã hội số"]
    assert _draw.short("Thể chế số", 20) == "Thể chế số"


def test_matplotlib_comes_with_plot_alone():
    code = "import sys, dti; assert 'matplotlib' not in sys.modules; dti.plot; assert 'matplotlib' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_matplotlib_the_way_to_get_it_is_told():
    code = (
        "import sys; sys.modules['matplotlib'] = None; import dti\n"
        "try:\n    import dti.plot\n"
        "except ImportError as error:\n    assert 'python3-matplotlib' in str(error)\nelse:\n    raise SystemExit(1)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- radar ------------------------------------------------------------------------------------------------------------------


def test_spokes(result, tables):
    made = spokes(result, tables[2022])
    assert [spoke.code for spoke in made] == list("12345678"), "the ninth has no points"
    values = {spoke.code: spoke.value for spoke in made}
    # 145.45 of 200 and 41.35 of 150 points, as the appraisal prints them.
    assert values["6"] == pytest.approx(145.45 / 200) and values["8"] == pytest.approx(41.35 / 150)
    # Second indicator: 0.9 four times, 0.8 twice.
    assert (made[1].mean, made[1].units) == (pytest.approx((4 * 0.9 + 2 * 0.8) / 6), 6)


def test_spokes_against_others(result):
    assert [spoke.mean for spoke in spokes(result, [result, result])] == [spoke.value for spoke in spokes(result)]
    made = {spoke.code: spoke for spoke in spokes(result, {"1": 0.5})}
    assert (made["1"].mean, made["1"].units, made["2"].mean) == (0.5, 1, None)


def test_an_indicator_without_points_has_no_value(framework):
    empty = dti.Dossier.build(framework, "gso:49", 2023).score()
    assert {spoke.value for spoke in spokes(empty)} == {None}
    assert "chưa có số liệu" in said(dti.plot.radar(empty))


def test_radar_of_another_framework_is_refused(result, tables):
    with pytest.raises(ValueError, match="vn-dti-province-405"):
        dti.plot.radar(result, mean=tables[2024])


def test_radar(result, tables):
    ax = dti.plot.radar(result, mean=tables[2022])
    mean, own = ax.lines
    assert own.get_ydata()[5] == pytest.approx(0.72725) and own.get_ydata()[0] == own.get_ydata()[8]
    assert mean.get_ydata()[1] == pytest.approx(5.2 / 6)
    written = said(ax)
    for part in ("0,73 (TB 0,78)", "Quảng Nam, 2022", "6–15 trong 63", "thẩm định", "922/QĐ-BTTTT", "An toàn thông tin mạng"):
        assert part in written
    labels = [text for text in ax.get_xticklabels() if text.get_text()]
    assert len(labels) == 8
    apart(labels + ax.get_legend().get_texts() + [ax.title, *ax.texts])
    apart([ax._left_title, *labels])
    inside(ax)


def test_radar_in_english_on_given_axes(result):
    figure, ax = plt.subplots(subplot_kw={"projection": "polar"})
    assert dti.plot.radar(result, mean=result, lang="en", title="Own title", ax=ax) is ax
    assert "0.73 (beside 0.73)" in said(ax), "one result is no mean"
    assert "Quảng Nam, 2022 (appraised)" in said(ax) and "Own title" in said(ax)
    with pytest.raises(TypeError, match="polar"):
        dti.plot.radar(result, ax=plt.figure().add_subplot())


# --- waterfall --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["main", "cause", "agency"])
def test_steps_add_up_exactly(result, by):
    made = steps(result.losses(), by)
    first, *middle, last = made
    assert (first.end, last.end) == (1000 * POINT, 583_830_000_000)
    assert sum(step.change for step in middle) == -416_170_000_000
    assert all(one.end == other.start for one, other in zip(made, middle))


def test_steps_by_main_indicator(result):
    changes = [step.change for step in steps(result.losses(), "main")[1:-1]]
    # 100 − 80, 100 − 80, 100 − 67.64 … 150 − 41.35, from the appraisal.
    lost = [20, 20, 32.36, 55.23, 47.71, 54.55, 77.67, 108.65]
    assert changes == [-round(points * 100) * 10**7 for points in lost]


def test_the_smallest_groups_are_put_together(result):
    made = steps(result.losses(), "main", most=4, lang=dti.Lang.EN)
    assert [step.name[:2] for step in made[1:-1]] == ["4.", "7.", "8.", "5 "]
    assert -made[4].change == (20 + 20 + 32.36 + 47.71 + 54.55) * POINT
    with pytest.raises(ValueError, match="most=1"):
        steps(result.losses(), most=1)


def test_what_several_answer_for_is_taken_back(result):
    losses = result.losses()
    twice = steps(losses, "agency", lang=dti.Lang.EN)[-2]
    total = sum(group.exact_points for group in losses.by("agency"))
    assert twice.change == total - result.overall.exact_loss > 0


@pytest.mark.parametrize("by", ["main", "cause", "agency"])
def test_waterfall(result, by):
    ax = dti.plot.waterfall(result, by)
    bars = ax.patches
    down = sum(bar.get_width() for bar in bars[1:-1] if bar.get_hatch() is None)
    up = sum(bar.get_width() for bar in bars[1:-1] if bar.get_hatch() is not None)
    assert down - up == pytest.approx(416.17)
    assert (bars[0].get_width(), bars[-1].get_width()) == (1000, pytest.approx(583.83))
    labels = ax.get_yticklabels()
    assert len(labels) == len(bars)
    assert {"1000,00", "583,83"} < {text.get_text() for text in texts(ax)}
    assert "416,17" in said(ax) and "thẩm định" in said(ax)
    apart([*labels, ax._left_title, ax.xaxis.label, *ax.texts])
    apart(ax.get_xticklabels())
    inside(ax)


def test_waterfall_takes_losses_and_refuses_what_is_none(result):
    ax = dti.plot.waterfall(result.losses(), "main", lang="en")
    assert "−108.65" in said(ax) and "Reached" in said(ax)
    with pytest.raises(ValueError, match="'agency'"):
        dti.plot.waterfall(result, "province")


# --- slopes -----------------------------------------------------------------------------------------------------------------


def test_lines_over_years(tables):
    made = {(line.unit.id, line.unit.valid_from): line.ranks for line in lines(tables.values())}
    # Printed: Đà Nẵng first from 2020 to 2023; the merged one of 2024 is another unit, rank 17.
    assert made["gso:48", None] == {2020: 1, 2021: 1, 2022: 1, 2023: 1}
    assert [ranks for (id, start), ranks in made.items() if id == "gso:48" and start] == [{2024: 17}]
    # Thừa Thiên Huế became Huế and goes on.
    assert [set(ranks) for (id, _), ranks in made.items() if id == "gso:46"] == [set(YEARS)]


def test_lines_want_one_table_a_year(tables):
    with pytest.raises(ValueError, match="two tables of 2022"):
        lines([tables[2022], tables[2022]])
    with pytest.raises(ValueError, match="not none"):
        lines([])


def test_slopes(tables):
    ax = dti.plot.slopes(tables.values(), highlight=["Quảng Nam", "Đà Nẵng", "Huế", "Quảng Ngãi"])
    names = [text for text in ax.texts if text.get_gid() == "dti-name"]
    words = {text.get_text().strip() for text in names}
    assert words == {
        "1  Đà Nẵng (2023)",
        "17  Đà Nẵng (sau sáp nhập)",
        "2  Huế",
        "21  Quảng Ngãi (2023)",
        "31  Quảng Nam (2022)",
    }
    drawn = next(line for line in ax.lines if line.get_label() == "Quảng Nam")
    assert (list(drawn.get_xdata()), list(drawn.get_ydata())) == ([2021, 2022], [25, 31])
    low, high = ax.get_ylim()
    assert low > high, "the first rank stands at the top"
    assert [tick.get_text() for tick in ax.get_xticklabels()] == [str(year) for year in YEARS]
    assert "2022: 63/63" in said(ax) and "Hạng" in said(ax)
    apart([*names, ax._left_title])
    apart([*ax.get_xticklabels(), ax.texts[-1]])
    inside(ax)


def test_slopes_of_all_units_of_one_year(tables):
    ax = dti.plot.slopes([tables[2022]], lang="en")
    names = [text for text in ax.texts if text.get_gid() == "dti-name"]
    ax.figure.canvas.draw()
    assert len(names) == 63
    apart(names)
    inside(ax)


def test_slopes_of_some_units(tables):
    ax = dti.plot.slopes([tables[2022], tables[2021]], units=["Quảng Nam", "Đà Nẵng"])
    assert {line.get_label() for line in ax.lines if not line.get_label().startswith("_")} == {"Quảng Nam", "Đà Nẵng"}
    with pytest.raises(dti.NotFoundError):
        dti.plot.slopes(tables.values(), highlight="Atlantis")


# --- heat map ---------------------------------------------------------------------------------------------------------------


def test_field(tables):
    made = field(tables[2022], ["dti", "1", "8"], "value", ["Quảng Nam", "Bến Tre", "Đà Nẵng"])
    assert made.names == ["Đà Nẵng", "Quảng Nam", "Bến Tre"], "by rank: 1, 31, 51"
    # As printed: 0.8002, 1 and 0.5197; 0.5808, 0.8 and 0.275; 0.5077 and 0.8833.
    assert made.numbers[0] == pytest.approx([0.8002, 1, 0.5197])
    assert made.numbers[2] == [pytest.approx(0.50772, abs=1e-4), pytest.approx(0.8833), None]
    assert field(tables[2022], ["8"], "points", ["Đà Nẵng"]).numbers == [[pytest.approx(0.5197 * 150)]]
    assert field(tables[2022], ["dti"], "rank", ["Quảng Nam"]).numbers == [[31]]
    assert (len(field(tables[2022]).names), field(tables[2022]).left) == (19, 44)


@pytest.mark.parametrize("what, count", [("value", 19), ("rank", 63)])
def test_heatmap(tables, what, count):
    ax = dti.plot.heatmap(tables[2022], what=what, highlight="Quảng Nam")
    columns = len(ax.get_xticklabels())
    assert len(ax.get_yticklabels()) == count and len(ax.patches) == count * columns
    grid = field(tables[2022], what=what)
    missing = sum(number is None for row in grid.numbers for number in row)
    assert sum(patch.get_hatch() is not None for patch in ax.patches) == missing > 0
    marked = [label.get_text() for label in ax.get_yticklabels() if label.get_fontweight() == "bold"]
    assert marked == ["Quảng Nam"]
    written = said(ax)
    assert ("0,5808" if what == "value" else "31") in written and "Chưa có số liệu" in written
    apart([*ax.get_xticklabels(), ax._left_title])
    apart(ax.get_yticklabels())
    apart(ax.texts)
    inside(ax)


def test_heatmap_of_results_and_many_indicators(result):
    ax = dti.plot.heatmap([result], [node.code for node in result.framework.components], lang="en")
    assert len(ax.patches) == 98
    apart(ax.get_xticklabels())
    with pytest.raises(ValueError, match="'rank'"):
        dti.plot.heatmap([result], what="medals")
    with pytest.raises(dti.NotFoundError):
        dti.plot.heatmap([result], ["6.120"])


def test_pictures_of_the_wrong_thing_say_what_they_want(result, tables):
    for wrong, words in (
        (lambda: dti.plot.radar(tables[2022]), "expected Result, not Table"),
        (lambda: dti.plot.waterfall(tables[2022]), "expected Result or Losses, not Table"),
        (lambda: dti.plot.slopes([result]), "expected Table, not Result"),
        (lambda: dti.plot.slopes(tables[2022]), "put it in a list"),
        (lambda: dti.plot.heatmap(result), "expected Result, not str"),
    ):
        with pytest.raises(TypeError, match=words):
            wrong()


def test_pictures_of_nothing_are_refused(data, tables):
    bacninh = dti.Dossier.load(data / "bacninh-2020.json").score()
    for empty, words in (
        (lambda: dti.plot.radar(bacninh), "vn-dti-province-1726 has no main indicators"),
        (lambda: dti.plot.heatmap(tables[2022], units=[]), "none of these units"),
        (lambda: dti.plot.map(tables[2021], "1", what="points"), "nothing is known of 1 in vn-dti-province-2021"),
    ):
        with pytest.raises(ValueError, match=words):
            empty()


def test_two_results_of_one_unit_are_told_apart(data, result):
    computed = dti.Dossier.load(data / "quangnam-2022.json").score("computed")
    written = said(dti.plot.radar(computed, result))
    assert "Quảng Nam, 2022 (thẩm định)" in written and "Quảng Nam, 2022 (tính từ số liệu)" in written
    assert "(so với 0,80)" in written and "TB" not in written, "one result is no mean"


def test_a_waterfall_that_passes_below_zero(data):
    """Computed, the agencies' losses come to 1009.45 of 1000 points: 153.76 are counted more than once, 144.31 were reached."""
    ax = dti.plot.waterfall(dti.Dossier.load(data / "quangnam-2022.json").score("computed"), "agency")
    lowest = min(bar.get_x() for bar in ax.patches)
    assert lowest == pytest.approx(144.31 - 153.76, abs=0.011) and ax.get_xlim()[0] < lowest


def test_a_slope_chart_of_one_unit_counts_all(tables):
    assert "2022: 63/63" in said(dti.plot.slopes([tables[2022]], units="Quảng Nam"))


def test_long_names_leave_room_for_the_title():
    ax = dti.plot.heatmap(dti.Table.builtin("vn-dti-ministry-2022"))
    assert "Viện Hàn lâm Khoa học và Công nghệ Việt Nam" in said(ax)
    inside(ax)


def test_on_a_dark_ground_all_is_light(result, tables):
    def light(text):
        return 0.5 < _draw.lightness(matplotlib.colors.to_rgb(text.get_color()))

    with plt.style.context("dark_background"):
        for ax in (
            dti.plot.radar(result, mean=tables[2022]),
            dti.plot.waterfall(result),
            dti.plot.slopes(tables.values(), highlight="Quảng Nam"),
            dti.plot.heatmap(tables[2022]),
            dti.plot.map(tables[2022]),
        ):
            grounds = [
                text for text in texts(ax) if text.get_gid() not in (_draw.ON_COLOUR, "dti-name") and not text.get_bbox_patch()
            ]
            assert len(grounds) > 5 and all(map(light, grounds)), [text.get_text() for text in grounds if not light(text)]


# --- map --------------------------------------------------------------------------------------------------------------------

OLD = "2025-06-30"


def test_every_province_has_one_shape():
    units = dti.Units.builtin()
    ground = _shapes.shapes_of(None, None, units, OLD)
    held = [unit for unit, _ in ground.units]
    assert len(held) == len(set(held)) == 63 and set(held) == set(units.at(OLD))
    assert not ground.others and not ground.islands


# Towns that lie well inside, east and north, as any atlas has them.
TOWNS = {
    "gso:01": (105.80, 21.00),
    "gso:06": (105.83, 22.15),
    "gso:11": (103.02, 21.39),
    "gso:33": (106.05, 20.80),
    "gso:46": (107.55, 16.40),
    "gso:48": (108.10, 16.05),
    "gso:49": (107.90, 15.55),
    "gso:66": (108.05, 12.70),
    "gso:75": (107.15, 11.10),
    "gso:77": (107.20, 10.60),
    "gso:79": (106.60, 10.85),
    "gso:87": (105.70, 10.55),
    "gso:91": (105.10, 10.00),
    "gso:92": (105.50, 10.15),
    "gso:96": (105.05, 9.15),
}


def test_shapes_lie_where_their_provinces_do():
    from matplotlib.path import Path

    ground = _shapes.shapes_of(None, None, dti.Units.builtin(), OLD)
    for id, town in TOWNS.items():
        hits = [unit.id for unit, rings in ground.units if any(Path(ring).contains_point(town) for ring in rings)]
        assert hits == [id]


def test_merged_provinces_fill_the_shapes_of_all(tables):
    units = tables[2024].units
    ground = _shapes.shapes_of(None, None, units, tables[2024].day)
    rings = {unit.id: len(shape) for unit, shape in ground.units}
    parts = {cell.unit.id: len(shape) for cell, shape in areas(tables[2024], None, "rank", ground)}
    assert len(parts) == 34 and sum(parts.values()) == sum(rings.values()), "nothing left out, nothing twice"
    assert parts["gso:48"] == rings["gso:48"] + rings["gso:49"]


def islands_on(ax):
    artists = ax.figure.findobj(lambda artist: artist.get_gid() in ("hoang-sa", "truong-sa"))
    return {artist.get_gid() for artist in artists}


def test_map(tables):
    ax = dti.plot.map(tables[2022], highlight=["Quảng Nam", "Hà Nội", "Cà Mau"])
    provinces = [patch for patch in ax.patches if patch.get_gid()]
    assert len(provinces) == 63 and not any(patch.get_hatch() for patch in provinces)
    written = said(ax)
    for part in (
        "Quần đảo Hoàng Sa (Việt Nam)",
        "Quần đảo Trường Sa (Việt Nam)",
        "Quảng Nam: 31",
        "Natural Earth",
        "63 trong 63",
    ):
        assert part in written
    assert islands_on(ax) == {"hoang-sa", "truong-sa"}
    frame = ax.get_window_extent()
    for line in ax.lines:
        for corner in ax.transData.transform(line.get_xydata()):
            assert frame.contains(*corner)
            assert not any(text.get_window_extent().contains(*corner) for text in ax.texts), "no label on an island"
    first = next(patch for patch in provinces if patch.get_gid() == "gso:48").get_facecolor()
    last = next(patch for patch in provinces if patch.get_gid() == "gso:06").get_facecolor()
    assert sum(first[:3]) < sum(last[:3]), "the darker the better, in grey too"
    apart([*ax.texts, ax._left_title])
    inside(ax)


def test_map_hatches_what_has_no_figure(tables):
    ax = dti.plot.map(tables[2022], what="value", lang="en")
    provinces = {patch.get_gid(): patch for patch in ax.patches if patch.get_gid()}
    known = {cell.unit.id for cell in cells(tables[2022], None, "value") if cell.number is not None}
    assert {id for id, patch in provinces.items() if patch.get_hatch() is None} == known
    assert len(provinces) == 63 and "No figure" in said(ax) and f"{len(known)} of 63 units" in said(ax)


def test_map_of_a_ranking(tables):
    ax = dti.plot.map(tables[2022].ranking("dti"))
    assert "63 trong 63" in said(ax)
    with pytest.raises(TypeError, match="Result"):
        dti.plot.map(dti.Dossier.build(tables[2022].framework, "gso:49", 2022).score())


def square(x, y):
    return [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]


def collection(*named, key="TEN_TINH"):
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"level": "4", key: name},
                "geometry": {"type": "Polygon", "coordinates": square(x, y)},
            }
            for name, x, y in named
        ],
    }


def test_map_of_the_callers_geojson(tables, tmp_path):
    document = collection(("Tỉnh Quảng Nam", 107, 15), ("tp. đà nẵng", 108, 16), ("Nơi khác", 109, 15))
    path = tmp_path / "tinh.geojson"
    path.write_text(json.dumps(document), encoding="utf-8")
    for source in (document, path, str(path)):
        ax = dti.plot.map(tables[2022], shapes=source)
        assert {patch.get_gid() for patch in ax.patches if patch.get_gid()} == {"gso:49", "gso:48"}
        assert islands_on(ax) == {"hoang-sa", "truong-sa"}, "which the document lacks"
        assert "Không có hình trên bản đồ: " in said(ax)
        plt.close(ax.figure)
    assert "tinh.geojson" in said(dti.plot.map(tables[2022], shapes=path))
    assert "Sở X" in said(dti.plot.map(tables[2022], shapes=path, credit="Sở X"))


def test_map_without_longitudes_has_boxes(tables):
    ax = dti.plot.map(tables[2022], shapes=collection(("Quảng Nam", 4000, 5000), ("Huế", 4000, 5001)))
    assert islands_on(ax) == {"hoang-sa", "truong-sa"}
    assert "Quần đảo Hoàng Sa (Việt Nam)" in said(ax) and "Quần đảo Trường Sa (Việt Nam)" in said(ax)


def test_shapes_that_are_none(tables, tmp_path):
    units, day = tables[2022].units, tables[2022].day
    with pytest.raises(ValueError, match="'level'.*'TEN_TINH'"):
        _shapes.shapes_of(collection(("Quảng Nam", 107, 15)), "name", units, day)
    with pytest.raises(ValueError, match="names a unit"):
        _shapes.shapes_of(collection(("Atlantis", 107, 15)), None, units, day)
    with pytest.raises(ValueError, match="FeatureCollection"):
        _shapes.shapes_of({"type": "Point"}, None, units, day)
    with pytest.raises(FileNotFoundError):
        _shapes.shapes_of(tmp_path / "none.geojson", None, units, day)
    broken = tmp_path / "broken.geojson"
    broken.write_text("{")
    with pytest.raises(ValueError, match="broken.geojson"):
        _shapes.shapes_of(broken, None, units, day)


# As npm @svg-maps/vietnam 2.0.0 names its 65 paths.
SVG_NAMES = (
    "An Giang,Ba Ria–Vung Tau,Bac Lieu,Bac Giang,Bac Kan,Bac Ninh,Ben Tre,Binh Duong,Binh Dinh,Binh Phuoc,Binh Thuan,Ca Mau,"
    "Cao Bang,Can Tho,Da Nang,Dak Lak,Dak Nong,Dong Nai,Dong Thap,Dien Bien,Gia Lai,Ha Giang,Ha Nam,Ha Noi,Ha Tinh,Hai Duong,"
    "Hai Phong,Hau Giang,Hoa Binh,Ho Chi Minh,Hoang Sa,Hung Yen,Khanh Hoa,Kien Giang,Kon Tum,Lam Dong,Lang Son,Lai Chau,Lao Cai,"
    "Long An,Nam Dinh,Ninh Binh,Ninh Thuan,Nghe An,Phu Tho,Phu Yen,Quang Binh,Quang Nam,Quang Ngai,Quang Ninh,Quang Tri,Son La,"
    "Soc Trang,Tay Ninh,Thanh Hoa,Thai Binh,Thai Nguyen,Thua Thien-Hue,Tien Giang,Tra Vinh,Truong Sa,Tuyen Quang,Vinh Long,"
    "Vinh Phuc,Yen Bai"
).split(",")


def test_names_of_the_svg_package_are_understood(tables, tmp_path):
    paths = "".join(
        f'<path id="p{place}" aria-label="{name}" d="m {place % 8},{place // 8} 1,0 0,1 -1,0 z"/>'
        for place, name in enumerate(SVG_NAMES)
    )
    (tmp_path / "vietnam.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{paths}</svg>', encoding="utf-8")
    ground = _shapes.shapes_of(tmp_path, None, tables[2022].units, tables[2022].day)
    held = [unit for unit, _ in ground.units]
    assert len(held) == len(set(held)) == 63 and set(held) == set(tables[2022].units.at("2022-12-31"))
    assert set(ground.islands) == {"hoang-sa", "truong-sa"} and not ground.others
    ax = dti.plot.map(tables[2022], shapes=tmp_path)
    assert "Stephen Truong" in said(ax) and "CC BY 4.0" in said(ax) and islands_on(ax) == {"hoang-sa", "truong-sa"}


def test_svg_paths():
    assert _svg.rings("m 1,2 3,0 0,4 z m 10,0 1,0 0,1z") == [[(1, 2), (4, 2), (4, 6)], [(11, 2), (12, 2), (12, 3)]]
    assert _svg.rings("M1 2 4 2 4 6Z") == _svg.rings("M1,2 L4,2 V6 Z") == [[(1, 2), (4, 2), (4, 6)]]
    assert _svg.rings("m0,0 1e1,0 0,-.5e+1z") == [[(0, 0), (10, 0), (10, -5)]]
    ring = _svg.rings("M 0,0 c 0,1 1,1 1,0 z")[0]
    assert ring[0] == (0, 0) and ring[-1] == (1, 0) and math.isclose(max(y for _, y in ring), 0.75)
    with pytest.raises(ValueError, match="'A'"):
        _svg.rings("M0,0 A1 1 0 0 0 2 2")
    with pytest.raises(ValueError, match="multiple of 2"):
        _svg.rings("M0,0 1")
