/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What is printed of a random world as documents, a plan and two tables, and reconciled. Where a
 * figure stands in them is its number. */
#ifndef TESTS_ANALYSE_WORLD_DOCUMENTS_H
#define TESTS_ANALYSE_WORLD_DOCUMENTS_H

#include "worlds.h"

static inline void world_put_figure(struct random_text *text, const struct world *world, size_t at,
                                    bool is_first)
{
    static const char *const quantities[] = {[WORLD_POINTS] = "points",
                                             [WORLD_VALUE] = "value",
                                             [WORLD_RANK] = "rank",
                                             [WORLD_RANK_CHANGE] = "difference",
                                             [WORLD_VALUE_CHANGE] = "difference",
                                             [WORLD_MEAN] = "value",
                                             [WORLD_MEAN_CHANGE] = "difference",
                                             [WORLD_ABOVE_MEAN] = "count",
                                             [WORLD_COUNT] = "count",
                                             [WORLD_SHARE] = "percent"};
    const struct world_figure *figure = &world->figures[at];
    bool is_rank = figure->kind == WORLD_RANK || figure->kind == WORLD_RANK_CHANGE;
    random_put(text, "%s{\"code\":\"%s\",\"quantity\":\"%s\",\"text\":\"%s\",\"place\":\"%zu\"",
               is_first ? "" : ",", dti_framework_node_code(world->framework, figure->node, NULL),
               quantities[figure->kind], figure->text, at);
    if (figure->decimals > 0)
        random_put(text, ",\"decimals\":%d", figure->decimals);
    if (figure->kind == WORLD_RANK_CHANGE || figure->kind == WORLD_VALUE_CHANGE ||
        figure->kind == WORLD_MEAN_CHANGE)
        random_put(text, ",\"of\":\"%s\"", is_rank ? "rank" : "value");
    if (figure->is_published) {
        if (figure->kind == WORLD_ABOVE_MEAN)
            random_put(text, ",\"subject\":\"count-above-mean\"");
        random_put(text, "}");
        return;
    }
    if (figure->kind == WORLD_MEAN || figure->kind == WORLD_MEAN_CHANGE)
        random_put(text, ",\"subject\":\"mean\"");
    if (figure->kind == WORLD_ABOVE_MEAN)
        random_put(text, ",\"subject\":\"cohort\",\"counts\":\"units-above-mean\"");
    if (figure->kind == WORLD_COUNT)
        random_put(text, ",\"subject\":\"part\",\"counts\":\"%s\"", figure->what);
    if (is_rank)
        random_put(text, ",\"out_of\":%d", WORLD_UNITS);
    if (figure->year == 0)
        random_put(text, ",\"year\":%d", WORLD_YEAR - 1);
    random_put(text, ",\"track\":\"appraised\"}");
}

static inline void world_put_head(struct random_text *text, const struct world *world,
                                  const char *kind, int year)
{
    random_put(text,
               "{\"format\":\"dti-%s/1\",\"id\":\"w-%d\",\"version\":\"1.0.0\",\"framework\":{"
               "\"id\":\"%s\",\"version\":\"1.0.0\"},\"year\":%d,",
               kind, year, dti_framework_id(world->framework), year);
}

/* False: the document is refused, as one may be in which an error is planted. */
static inline bool world_add_plan(dti_figures *figures, const struct world *world)
{
    struct random_text text = {NULL, 0, 0};
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    bool is_first = true;
    world_put_head(&text, world, "dossier", WORLD_YEAR);
    random_put(&text, "\"unit\":{\"id\":\"%s\"},\"inputs\":[", world_units[WORLD_HOME]);
    for (size_t i = 0; i < world->count; i++) {
        const struct world_figure *figure = &world->figures[i];
        if (figure->kind != WORLD_INPUT)
            continue;
        random_put(&text,
                   "%s{\"id\":\"%s\",\"value\":%s,\"provenance\":{\"kind\":\"source\",\"place\":"
                   "\"%zu\"}}",
                   is_first ? "" : ",", figure->what, figure->text, i);
        is_first = false;
    }
    random_put(&text, "],\"stated\":[");
    is_first = true;
    for (size_t i = 0; i < world->count; i++) {
        if (world->figures[i].is_published || world->figures[i].kind == WORLD_INPUT)
            continue;
        world_put_figure(&text, world, i, is_first);
        is_first = false;
    }
    random_put(&text, "]}");
    dti_status status =
        dti_dossier_parse(text.bytes, text.length, world->framework, NULL, &dossier, &error);
    if (status == DTI_OK) {
        dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
        sample_must(dti_figures_add_dossier(figures, result, &error), &error);
        dti_result_unref(result);
    }
    dti_dossier_unref(dossier);
    dti_error_free(error);
    free(text.bytes);
    return status == DTI_OK;
}

static inline void world_put_rows(struct random_text *text, const struct world *world, int year)
{
    bool is_first_row = true;
    for (int unit = 0; unit < WORLD_UNITS; unit++) {
        bool is_first = true;
        for (size_t i = 0; i < world->count; i++) {
            const struct world_figure *figure = &world->figures[i];
            if (!figure->is_published || figure->year != year || figure->unit != unit ||
                figure->kind == WORLD_MEAN || figure->kind == WORLD_ABOVE_MEAN)
                continue;
            if (is_first)
                random_put(text, "%s{\"unit\":\"%s\",\"figures\":[", is_first_row ? "" : ",",
                           world_units[unit]);
            world_put_figure(text, world, i, is_first);
            is_first_row = is_first = false;
        }
        random_put(text, is_first ? "" : "]}");
    }
}

static inline bool world_add_table(dti_figures *figures, const struct world *world,
                                   const dti_units *units, int year)
{
    struct random_text text = {NULL, 0, 0};
    dti_table *table = NULL;
    dti_error *error = NULL;
    bool is_first = true;
    world_put_head(&text, world, "table", WORLD_YEAR - 1 + year);
    random_put(&text,
               "\"units\":{\"id\":\"vn-provinces\",\"version\":\"1.0.0\",\"at\":\"2022-12-31\"},"
               "\"out_of\":%d,\"rows\":[",
               WORLD_UNITS);
    world_put_rows(&text, world, year);
    random_put(&text, "],\"figures\":[");
    for (size_t i = 0; i < world->count; i++) {
        const struct world_figure *figure = &world->figures[i];
        if (!figure->is_published || figure->year != year ||
            (figure->kind != WORLD_MEAN && figure->kind != WORLD_ABOVE_MEAN))
            continue;
        world_put_figure(&text, world, i, is_first);
        is_first = false;
    }
    random_put(&text, "]}");
    dti_status status =
        dti_table_parse(text.bytes, text.length, world->framework, units, NULL, &table, &error);
    if (status == DTI_OK)
        sample_must(dti_figures_add_table(figures, table, &error), &error);
    dti_table_unref(table);
    dti_error_free(error);
    free(text.bytes);
    return status == DTI_OK;
}

/* NULL: a document is refused. */
static inline dti_reconciliation *world_reconcile(const struct world *world, const dti_units *units)
{
    dti_figures *figures = NULL;
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    sample_must(dti_figures_new(world->framework, NULL, &figures, &error), &error);
    if (world_add_plan(figures, world) && world_add_table(figures, world, units, 0) &&
        world_add_table(figures, world, units, 1))
        sample_must(dti_reconcile(figures, NULL, &found, &error), &error);
    dti_figures_free(figures);
    return found;
}

#endif
