/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Random worlds of which everything is known exactly, and what sources print of them: points of
 * components of some units in two years, all that follows from them, rounded half-up as plans and
 * published tables round, some of it left out. Nothing here is calculated by the library. */
#ifndef TESTS_ANALYSE_WORLDS_H
#define TESTS_ANALYSE_WORLDS_H

#include "analyse/reconcile.h"
#include "model/framework.h"
#include "random.h"

#include <string.h>

#define WORLD_UNITS   8
#define WORLD_NODES   128
#define WORLD_FIGURES 1024
#define WORLD_HOME    0 /* the unit that has a plan */
#define WORLD_YEAR    2022

static const char *const world_units[WORLD_UNITS] = {"gso:49", "gso:48", "gso:79", "gso:22",
                                                     "gso:46", "gso:92", "gso:38", "gso:15"};

enum world_kind {
    WORLD_POINTS,
    WORLD_VALUE,
    WORLD_RANK,
    WORLD_RANK_CHANGE,
    WORLD_VALUE_CHANGE,
    WORLD_MEAN,
    WORLD_MEAN_CHANGE,
    WORLD_ABOVE_MEAN,
    WORLD_COUNT,
    WORLD_SHARE, /* beside a component, in percent */
    WORLD_INPUT  /* the same as an input */
};

struct world_figure {
    enum world_kind kind;
    bool is_published; /* in a table, not in the plan */
    int unit;
    int year;
    size_t node;
    const char *what; /* of counts; of inputs: its id */
    int64_t exact;    /* 10^-9 of what it speaks of, rounded down */
    int64_t low;      /* what is printed means from here to there */
    int64_t high;
    char text[64];
    int decimals;
};

struct world {
    dti_framework *framework;
    uint64_t seed;
    int64_t points[2][WORLD_UNITS][WORLD_NODES]; /* last year, this year */
    int64_t share[WORLD_NODES]; /* of home's components with a rule: 10^-9 of 1; -1: none */
    bool has_means_of_values;   /* as printed */
    struct world_figure figures[WORLD_FIGURES];
    size_t count;
};

/* ── frameworks ── */

static inline dti_framework *world_weighted(void)
{
    struct random_text text = {NULL, 0, 0};
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    random_put(&text,
               "{\"format\":\"dti-framework/1\",\"id\":\"weighted\",\"version\":\"1.0.0\","
               "\"titles\":{\"vi\":\"x\"},\"level\":\"province\",\"years\":{\"from\":2021,\"to\":"
               "2022},\"rounding\":{\"points_digits\":2,\"value_digits\":4,\"mode\":\"half-up\"},"
               "\"numberings\":[{\"id\":\"plain\",\"names\":{\"vi\":\"x\"},\"default\":true}],"
               "\"units\":[],\"states\":{},\"inputs\":[],\"indicators\":[");
    for (int main = 1; main <= 3; main++) {
        random_put(&text,
                   "%s{\"codes\":{\"plain\":\"%d\"},\"names\":{\"vi\":\"x\"},\"provenance\":{"
                   "\"code\":{\"kind\":\"official\"},\"name\":{\"kind\":\"official\"}},"
                   "\"children\":[",
                   main > 1 ? "," : "", main);
        for (int part = 1; part <= 5; part++)
            random_put(&text,
                       "%s{\"codes\":{\"plain\":\"%d.%d\"},\"names\":{\"vi\":\"x\"},"
                       "\"max_points\":%d,\"rule\":{\"kind\":\"given\"},\"provenance\":{"
                       "\"code\":{\"kind\":\"official\"},\"name\":{\"kind\":\"official\"},"
                       "\"max_points\":{\"kind\":\"official\"},\"rule\":{\"kind\":\"official\"}}}",
                       part > 1 ? "," : "", main, part, main == 3 ? 10 : 20);
        random_put(&text, "]}");
    }
    random_put(&text, "],\"indices\":[{\"code\":\"dti\",\"names\":{\"vi\":\"x\"},\"max_points\":"
                      "1000,\"overall\":true,\"weights\":[{\"code\":\"1\",\"weight\":5},{\"code\":"
                      "\"2\",\"weight\":3},{\"code\":\"3\",\"weight\":2}],"
                      "\"provenance\":{\"kind\":\"official\"}}]}");
    sample_must(dti_framework_parse(text.bytes, text.length, NULL, &framework, &error), &error);
    free(text.bytes);
    return framework;
}

/* How often a main indicator counts in an index: 1000 × (5 p1 ÷ 100 + 3 p2 ÷ 100 + 2 p3 ÷ 50) ÷ 10.
 */
static inline int64_t world_factor(const struct world *world, size_t index, size_t part)
{
    static const int64_t weighted[] = {5, 3, 4};
    const struct dti__node *node = &world->framework->nodes[index];
    for (size_t i = 0; i < node->child_count; i++)
        if (node->children[i] == part)
            return node->weighing.factors ? weighted[i] : 1;
    return 0;
}

/* ── what is so ── */

static inline int64_t world_most(const struct world *world, size_t node)
{
    return world->framework->nodes[node].max_points;
}

static inline bool world_is(const struct world *world, size_t node, int kind)
{
    return world->framework->nodes[node].kind == kind && world_most(world, node) > 0;
}

/* Full, nothing, half, in hundredths, next to nothing, next to full, anything. */
static inline int64_t world_draw(uint64_t *seed, int64_t most)
{
    uint32_t shape = random_below(seed, 16);
    int64_t any =
        (int64_t)(((uint64_t)random_next(seed) << 31 | random_next(seed)) % (uint64_t)(most + 1));
    if (shape < 6)
        return shape < 4 ? most : shape == 4 ? 0 : most / 2;
    if (shape < 9)
        return any / 10000000 * 10000000;
    if (shape == 9)
        return any % 20000000;
    return shape == 10 ? most - any % 4000000 : any;
}

static const struct {
    const char *code;
    const char *input;
} world_shares[] = {{"3.1", "adults-with-smartphone-share"},
                    {"3.2", "households-with-smartphone-share"},
                    {"3.3", "fibre-households-share"}};

/* Points of home are the share of ten that nobody prints in full. */
static inline void world_draw_shares(struct world *world)
{
    for (size_t i = 0; i < WORLD_NODES; i++)
        world->share[i] = -1;
    for (size_t i = 0; i < sizeof world_shares / sizeof *world_shares; i++) {
        size_t node = dti_framework_find(world->framework, NULL, world_shares[i].code);
        if (world->framework->input_count == 0 || random_below(&world->seed, 4) == 0)
            continue;
        world->share[node] = (int64_t)(random_next(&world->seed) % 1000000) * 1000;
        world->points[1][WORLD_HOME][node] = 10 * world->share[node];
    }
}

static inline void world_add_up(struct world *world)
{
    const dti_framework *framework = world->framework;
    for (int year = 0; year < 2; year++)
        for (int unit = 0; unit < WORLD_UNITS; unit++) {
            int64_t *points = world->points[year][unit];
            for (size_t i = framework->tree_count; i-- > 0;)
                for (size_t k = 0; k < framework->nodes[i].child_count; k++)
                    points[i] += points[framework->nodes[i].children[k]];
            for (size_t i = framework->tree_count; i < framework->node_count; i++)
                for (size_t k = 0; k < framework->tree_count; k++)
                    points[i] += world_factor(world, i, k) * points[k];
        }
}

/* Some units are as good as others, so that they share ranks. */
static inline void world_open(struct world *world, dti_framework *framework, uint64_t seed)
{
    *world = (struct world){.framework = framework, .seed = seed};
    ck_assert_uint_le(framework->node_count, WORLD_NODES);
    for (int year = 0; year < 2; year++)
        for (int unit = 0; unit < WORLD_UNITS; unit++)
            for (size_t i = 0; i < framework->tree_count; i++) {
                bool is_twin = unit > 1 && random_below(&world->seed, 3) == 0;
                int64_t *points = &world->points[year][unit][i];
                if (world_is(world, i, DTI_NODE_COMPONENT))
                    *points = is_twin ? world->points[year][unit - 1][i]
                                      : world_draw(&world->seed, world_most(world, i));
            }
    world_draw_shares(world);
    world_add_up(world);
}

static inline int64_t world_rank(const struct world *world, int year, int unit, size_t node)
{
    int64_t rank = 1;
    for (int i = 0; i < WORLD_UNITS; i++)
        rank += world->points[year][i][node] > world->points[year][unit][node];
    return rank;
}

static inline int64_t world_total(const struct world *world, int year, size_t node)
{
    int64_t total = 0;
    for (int i = 0; i < WORLD_UNITS; i++)
        total += world->points[year][i][node];
    return total;
}

/* ── print ── */

/* |part| ÷ whole, half-up to so many digits, with more for what would be nothing. */
static inline int64_t world_round(int64_t part, int64_t whole, int digits)
{
    int64_t scale = 1;
    for (int i = 0; i < digits; i++)
        scale *= 10;
    return (2 * part * scale / whole + 1) / 2;
}

static inline void world_print(struct world_figure *figure, int64_t part, int64_t whole, int digits,
                               bool is_short)
{
    int64_t size = part < 0 ? -part : part;
    int64_t scale = 1;
    int shown = digits;
    for (int i = 0; i < digits; i++)
        scale *= 10;
    for (; is_short && size > 0 && size * scale < whole && shown < 6; shown++)
        scale *= 10;
    int64_t rounded = world_round(size, whole, shown);
    (void)snprintf(figure->text, sizeof figure->text, "%s%lld.%0*lld",
                   part < 0 && rounded > 0 ? "-" : "", (long long)(rounded / scale), shown,
                   (long long)(rounded % scale));
    figure->decimals = shown;
    if (!is_short)
        return;
    while (strchr(figure->text, '.') && strchr("0.", figure->text[strlen(figure->text) - 1])) {
        bool is_mark = figure->text[strlen(figure->text) - 1] == '.';
        figure->text[strlen(figure->text) - 1] = '\0';
        if (is_mark)
            break;
    }
}

static inline struct world_figure *world_add(struct world *world, struct world_figure figure)
{
    ck_assert_uint_lt(world->count, WORLD_FIGURES);
    world->figures[world->count] = figure;
    return &world->figures[world->count++];
}

static inline void world_whole(struct world *world, struct world_figure figure, int64_t number)
{
    figure.exact = number * DTI_POINT;
    (void)snprintf(figure.text, sizeof figure.text, "%lld", (long long)number);
    (void)world_add(world, figure);
}

static inline bool world_drops(struct world *world, uint32_t one_of)
{
    return random_below(&world->seed, one_of) == 0;
}

static inline void world_amount(struct world *world, struct world_figure figure, bool is_short)
{
    int64_t points = world->points[figure.year][figure.unit][figure.node];
    bool is_value = figure.kind == WORLD_VALUE;
    figure.exact = points;
    world_print(&figure, points, is_value ? world_most(world, figure.node) : DTI_POINT,
                is_value ? 4 : 2, is_short);
    (void)world_add(world, figure);
}

/* ── the plan of home ── */

static inline void world_tell_counts(struct world *world, size_t node, bool lists_all)
{
    const struct dti__node *at = &world->framework->nodes[node];
    const int64_t *points = world->points[1][WORLD_HOME];
    int64_t full = 0;
    int64_t none = 0;
    int64_t low = 0;
    for (size_t i = 0; i < at->child_count; i++) {
        int64_t most = world_most(world, at->children[i]);
        full += points[at->children[i]] == most;
        none += points[at->children[i]] == 0;
        low += 2 * world_round(points[at->children[i]], DTI_POINT, 2) * 10000000 < most;
    }
    int64_t all = (int64_t)at->child_count;
    const struct {
        const char *what;
        int64_t count;
    } counts[] = {{"components", all},
                  {"at-maximum", full},
                  {"below-maximum", all - full},
                  {"zero", none},
                  {"below-half", low}};
    struct world_figure figure = {.kind = WORLD_COUNT, .unit = WORLD_HOME, .year = 1, .node = node};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        figure.what = counts[i].what;
        if (!world_drops(world, lists_all ? 3 : 2))
            world_whole(world, figure, counts[i].count);
    }
}

/* Below the maximum, or whatever comes to mind. */
static inline void world_tell_parts(struct world *world, size_t node)
{
    const struct dti__node *at = &world->framework->nodes[node];
    bool lists_all = random_below(&world->seed, 3) > 0;
    bool is_short = random_below(&world->seed, 2) == 0;
    for (size_t i = 0; i < at->child_count; i++) {
        size_t part = at->children[i];
        bool is_full = world->points[1][WORLD_HOME][part] == world_most(world, part);
        struct world_figure figure = {
            .kind = WORLD_POINTS, .unit = WORLD_HOME, .year = 1, .node = part};
        if (world_most(world, part) > 0 && (lists_all ? !is_full : !world_drops(world, 2)))
            world_amount(world, figure, is_short);
    }
    if (!world_drops(world, 3))
        world_tell_counts(world, node, lists_all);
}

static inline void world_tell_shares(struct world *world)
{
    for (size_t i = 0; i < sizeof world_shares / sizeof *world_shares; i++) {
        size_t node = dti_framework_find(world->framework, NULL, world_shares[i].code);
        struct world_figure figure = {.unit = WORLD_HOME, .year = 1, .node = node};
        if (node == DTI_NONE || world->share[node] < 0)
            continue;
        figure.exact = world->share[node];
        figure.kind = WORLD_SHARE;
        world_print(&figure, world->share[node] * 100, DTI_POINT, 2, false);
        if (!world_drops(world, 2))
            (void)world_add(world, figure);
        figure.kind = WORLD_INPUT;
        figure.what = world_shares[i].input;
        if (!world_drops(world, 2))
            (void)world_add(world, figure);
    }
}

static inline void world_tell_change(struct world *world, struct world_figure figure)
{
    int64_t now = world->points[1][figure.unit][figure.node];
    int64_t then = world->points[0][figure.unit][figure.node];
    int64_t most = world_most(world, figure.node);
    figure.kind = WORLD_VALUE_CHANGE;
    figure.exact = (int64_t)((now - then) * 1000 / (most / 1000000)); /* whole points */
    if (world_drops(world, 2)) /* calculated before rounding, or afterwards */
        world_print(&figure, now - then, most, 4, false);
    else
        world_print(&figure, world_round(now, most, 4) - world_round(then, most, 4), 10000, 4,
                    false);
    (void)world_add(world, figure);
}

static inline void world_tell_ranks(struct world *world, size_t node)
{
    struct world_figure figure = {.kind = WORLD_RANK, .unit = WORLD_HOME, .year = 1, .node = node};
    int64_t now = world_rank(world, 1, WORLD_HOME, node);
    int64_t then = world_rank(world, 0, WORLD_HOME, node);
    if (!world_drops(world, 4))
        world_whole(world, figure, now);
    figure.year = 0;
    if (!world_drops(world, 4))
        world_whole(world, figure, then);
    figure.year = 1;
    figure.kind = WORLD_RANK_CHANGE;
    if (!world_drops(world, 4))
        world_whole(world, figure, then - now);
}

static inline void world_tell_moves(struct world *world, size_t overall)
{
    int64_t risen = 0;
    int64_t fallen = 0;
    for (size_t i = 0; i < world->framework->tree_count; i++) {
        int64_t rise = world_rank(world, 0, WORLD_HOME, i) - world_rank(world, 1, WORLD_HOME, i);
        risen += world_is(world, i, DTI_NODE_MAIN) && rise > 0;
        fallen += world_is(world, i, DTI_NODE_MAIN) && rise < 0;
    }
    struct world_figure figure = {
        .kind = WORLD_COUNT, .unit = WORLD_HOME, .year = 1, .node = overall, .what = "mains-risen"};
    if (!world_drops(world, 2))
        world_whole(world, figure, risen);
    figure.what = "mains-fallen";
    if (!world_drops(world, 2))
        world_whole(world, figure, fallen);
}

static inline void world_tell_plan(struct world *world)
{
    const dti_framework *framework = world->framework;
    for (size_t i = 0; i < framework->node_count; i++) {
        struct world_figure figure = {
            .kind = WORLD_POINTS, .unit = WORLD_HOME, .year = 1, .node = i};
        bool is_main = world_is(world, i, DTI_NODE_MAIN);
        if (!is_main && !world_is(world, i, DTI_NODE_INDEX))
            continue;
        if (is_main && !world_drops(world, 5))
            world_amount(world, figure, world_drops(world, 2));
        figure.kind = WORLD_VALUE;
        if (!world_drops(world, 4))
            world_amount(world, figure, world_drops(world, 2));
        figure.year = 0;
        if (!is_main && !world_drops(world, 3))
            world_amount(world, figure, false);
        figure.year = 1;
        if (!is_main && !world_drops(world, 3))
            world_tell_change(world, figure);
        world_tell_ranks(world, i);
        if (is_main)
            world_tell_parts(world, i);
    }
    world_tell_moves(world, framework->overall);
    world_tell_shares(world);
}

/* ── tables ── */

/* As whoever has the values as printed calculates it. */
static inline int64_t world_total_of_values(const struct world *world, int year, size_t node)
{
    int64_t most = world_most(world, node);
    int64_t total = 0;
    for (int i = 0; i < WORLD_UNITS; i++)
        total += world_round(world->points[year][i][node], most, 4) * (most / 10000);
    return total;
}

static inline void world_tell_mean(struct world *world, int year, bool is_published)
{
    size_t node = world->framework->overall;
    int64_t total = world_total(world, year, node);
    int64_t most = world_most(world, node);
    int64_t above = 0;
    struct world_figure figure = {
        .kind = WORLD_MEAN, .is_published = is_published, .year = year, .node = node};
    figure.exact = total / WORLD_UNITS;
    world_print(&figure,
                world->has_means_of_values ? world_total_of_values(world, year, node) : total,
                WORLD_UNITS * most, 4, false);
    if (!world_drops(world, 3))
        (void)world_add(world, figure);
    for (int i = 0; i < WORLD_UNITS; i++)
        above += world->points[year][i][node] * WORLD_UNITS > total;
    figure.kind = WORLD_ABOVE_MEAN;
    if (!world_drops(world, 3) && (is_published || year == 1))
        world_whole(world, figure, above);
    int64_t change = total - world_total(world, 0, node);
    figure.kind = WORLD_MEAN_CHANGE;
    figure.exact = change / WORLD_UNITS * 1000 / (most / 1000000);
    world_print(&figure, change, WORLD_UNITS * most, 4, false);
    if (year == 1 && !is_published && !world_drops(world, 3))
        (void)world_add(world, figure);
}

static inline void world_tell_tables(struct world *world)
{
    for (int year = 0; year < 2; year++)
        for (int unit = 0; unit < WORLD_UNITS; unit++)
            for (size_t i = 0; i < world->framework->node_count; i++) {
                struct world_figure figure = {.kind = WORLD_VALUE,
                                              .is_published = true,
                                              .unit = unit,
                                              .year = year,
                                              .node = i};
                bool is_main = world_is(world, i, DTI_NODE_MAIN);
                if (!is_main && !world_is(world, i, DTI_NODE_INDEX))
                    continue;
                if (!world_drops(world, 4))
                    world_amount(world, figure, world_drops(world, 4));
                figure.kind = WORLD_RANK;
                if (!world_drops(world, 3))
                    world_whole(world, figure, world_rank(world, year, unit, i));
            }
}

static inline void world_tell(struct world *world)
{
    world->has_means_of_values = world_drops(world, 2);
    world_tell_plan(world);
    world_tell_tables(world);
    for (int year = 0; year < 2; year++) {
        world_tell_mean(world, year, true);
        world_tell_mean(world, year, false);
    }
}

#endif
