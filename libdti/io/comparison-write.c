/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Comparisons as documents: lines, what every unit had on them, what moved, what does not hold. */
#include "io/binding.h"
#include "rank/comparison.h"
#include "json/tree.h"

struct document {
    struct dti__writer writer;
    const dti_comparison *comparison;
    size_t unit; /* DTI_NONE: all */
    const char *numbering;
    dti_lang lang;
    dti_report *findings;
};

static const char *const sides[] = {"before", "after"};

/* ── head ── */

static void write_table(struct document *document, cJSON *tree, dti_side side)
{
    struct dti__writer *writer = &document->writer;
    const dti_table *table = document->comparison->tables[side];
    const char *digest = dti_table_digest(table);
    cJSON *object = dti__write_object(writer, tree, sides[side]);
    writer->out_of_memory = writer->out_of_memory || !*digest;
    dti__write_text(writer, object, "id", table->id);
    dti__write_text(writer, object, "version", table->version);
    dti__write_text(writer, object, "digest", digest);
    dti__write_number(writer, object, "year", (double)table->year);
    dti__write_text(writer, object, "day", table->day);
    dti__write_number(writer, object, "out_of", (double)table->out_of);
    dti__write_bool(writer, object, "derived", table->is_derived);
    dti__write_binding(writer, object, table->framework);
}

static void write_crosswalk(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_crosswalk *crosswalk = document->comparison->crosswalk;
    if (!crosswalk) {
        dti__write_null(writer, tree, "crosswalk");
        return;
    }
    cJSON *object = dti__write_object(writer, tree, "crosswalk");
    dti__write_text(writer, object, "id", crosswalk->id);
    dti__write_text(writer, object, "version", crosswalk->version);
    dti__write_text(writer, object, "digest", crosswalk->digest);
}

/* ── lines ── */

/* In the numbering asked for where the framework has it, else in its default one. */
static const char *code_of(const struct document *document, dti_side side, size_t node)
{
    const dti_framework *framework = document->comparison->tables[side]->framework;
    const char *code = dti_framework_node_code(framework, node, document->numbering);
    return *code ? code : dti_framework_node_code(framework, node, NULL);
}

static void write_side(struct document *document, cJSON *object, const char *key,
                       const struct dti__comparison_line *line, dti_side side)
{
    struct dti__writer *writer = &document->writer;
    cJSON *array = dti__write_array(writer, object, key);
    for (size_t i = 0; i < line->sides[side].count; i++)
        dti__write_text(writer, array, NULL, code_of(document, side, line->sides[side].nodes[i]));
}

static void write_pair(struct document *document, cJSON *object,
                       const struct dti__comparison_line *line)
{
    struct dti__writer *writer = &document->writer;
    const dti_crosswalk *crosswalk = document->comparison->crosswalk;
    if (!crosswalk)
        return;
    const struct dti__pair *pair = &crosswalk->pairs[line->pair];
    dti__write_text(writer, object, "kind", dti__crosswalk_kinds[pair->kind]);
    dti__write_text(writer, object, "provenance", dti__provenance_words[pair->provenance.kind]);
    dti__write_names_if(writer, object, "note", pair->note);
}

static void write_line(struct document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const dti_comparison *comparison = document->comparison;
    const struct dti__comparison_line *line = &comparison->lines[index];
    dti_side named = line->sides[DTI_AFTER].count > 0 ? DTI_AFTER : DTI_BEFORE;
    const dti_framework *framework = comparison->tables[named]->framework;
    cJSON *object = dti__write_object(writer, array, NULL);
    write_side(document, object, "before", line, DTI_BEFORE);
    write_side(document, object, "after", line, DTI_AFTER);
    dti__write_names_if(writer, object, "names",
                        framework->nodes[line->sides[named].nodes[0]].names);
    dti__write_text(writer, object, "comparable", dti__comparables[line->comparable]);
    cJSON *max = dti__write_object(writer, object, "max_points");
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++)
        dti__write_points(writer, max, sides[side], line->sides[side].max_points);
    write_pair(document, object, line);
}

/* ── units ── */

static void write_cell_side(struct document *document, cJSON *cell, size_t line, size_t unit,
                            dti_side side)
{
    struct dti__writer *writer = &document->writer;
    const dti_comparison *comparison = document->comparison;
    dti_basis basis = dti_comparison_basis(comparison, line, unit, side);
    uint32_t rank = dti_comparison_rank(comparison, line, unit, side);
    if (basis == DTI_BASIS_NONE && rank == 0) {
        dti__write_null(writer, cell, sides[side]);
        return;
    }
    cJSON *object = dti__write_object(writer, cell, sides[side]);
    dti__write_text(writer, object, "basis", dti__basis_words[basis]);
    if (basis == DTI_BASIS_POINTS || basis == DTI_BASIS_PRINTED)
        dti__write_points(writer, object, "points",
                          dti_comparison_points(comparison, line, unit, side));
    else
        dti__write_null(writer, object, "points");
    dti__write_number_if(writer, object, "rank", rank, 0);
}

static void write_change(struct document *document, cJSON *cell, size_t line, size_t unit)
{
    struct dti__writer *writer = &document->writer;
    const dti_comparison *comparison = document->comparison;
    int64_t amount = 0;
    int32_t places = 0;
    cJSON *change = dti__write_object(writer, cell, "change");
    if (dti_comparison_points_change(comparison, line, unit, &amount))
        dti__write_points(writer, change, "points", amount);
    else
        dti__write_null(writer, change, "points");
    if (dti_comparison_value_change(comparison, line, unit, &amount))
        dti__write_points(writer, change, "value", amount);
    else
        dti__write_null(writer, change, "value");
    if (dti_comparison_rank_change(comparison, line, unit, &places))
        dti__write_number(writer, change, "rank", places);
    else
        dti__write_null(writer, change, "rank");
}

/* Nothing is written of what neither side says anything of. */
static bool is_empty(const dti_comparison *comparison, size_t line, size_t unit)
{
    return dti_comparison_basis(comparison, line, unit, DTI_BEFORE) == DTI_BASIS_NONE &&
           dti_comparison_basis(comparison, line, unit, DTI_AFTER) == DTI_BASIS_NONE;
}

static void write_unit(struct document *document, cJSON *array, size_t unit)
{
    struct dti__writer *writer = &document->writer;
    const dti_comparison *comparison = document->comparison;
    const struct dti__comparison_unit *at = &comparison->units[unit];
    const dti_units *units = comparison->tables[DTI_AFTER]->units;
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "unit", dti_units_unit_id(units, at->entry));
    dti__write_text(writer, object, "name", dti_units_unit_name(units, at->entry, document->lang));
    cJSON *in = dti__write_object(writer, object, "in");
    for (int side = DTI_BEFORE; side <= DTI_AFTER; side++)
        dti__write_bool(writer, in, sides[side], at->rows[side] != DTI_NONE);
    cJSON *cells = dti__write_array(writer, object, "cells");
    for (size_t i = 0; i < comparison->line_count; i++) {
        if (is_empty(comparison, i, unit))
            continue;
        cJSON *cell = dti__write_object(writer, cells, NULL);
        dti__write_number(writer, cell, "line", (double)i);
        write_cell_side(document, cell, i, unit, DTI_BEFORE);
        write_cell_side(document, cell, i, unit, DTI_AFTER);
        write_change(document, cell, i, unit);
        dti__write_bool(writer, cell, "derived",
                        dti_comparison_is_derived(comparison, i, unit) != 0);
    }
}

static void write_findings(struct document *document, cJSON *tree)
{
    cJSON *array = dti__write_array(&document->writer, tree, "findings");
    for (size_t i = 0; i < dti_report_count(document->findings); i++)
        (void)dti__write_finding(&document->writer, array, document->findings, i, document->lang);
}

/* ── the whole ── */

static cJSON *build(struct document *document)
{
    const dti_comparison *comparison = document->comparison;
    struct dti__writer *writer = &document->writer;
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    dti__write_text(writer, tree, "format", "dti-comparison/1");
    write_table(document, tree, DTI_BEFORE);
    write_table(document, tree, DTI_AFTER);
    write_crosswalk(document, tree);
    dti__write_text(writer, tree, "numbering", document->numbering);
    dti__write_bool(writer, tree, "one_cohort", comparison->is_one_cohort);
    cJSON *lines = dti__write_array(writer, tree, "lines");
    for (size_t i = 0; i < comparison->line_count; i++)
        write_line(document, lines, i);
    cJSON *units = dti__write_array(writer, tree, "units");
    for (size_t i = 0; i < comparison->unit_count; i++)
        if (document->unit == DTI_NONE || document->unit == i)
            write_unit(document, units, i);
    write_findings(document, tree);
    if (!writer->out_of_memory)
        return tree;
    dti__json_free(tree);
    return NULL;
}

dti_status dti_comparison_write(const dti_comparison *comparison, size_t entry,
                                const char *numbering, dti_lang lang, dti_text **out,
                                dti_error **error)
{
    struct document document = {
        .comparison = comparison, .numbering = numbering, .lang = lang, .unit = DTI_NONE};
    if (!comparison || !out)
        return dti__fail_null(error, comparison ? "out" : "comparison");
    const dti_table *after = comparison->tables[DTI_AFTER];
    if (!numbering)
        document.numbering = after->numbering;
    if (!dti__framework_has_numbering(after->framework, document.numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN, DTI__ARGS(DTI__TEXT(numbering)));
    dti_status status = dti_comparison_review(comparison, entry, &document.findings, error);
    if (status != DTI_OK)
        return status;
    document.unit = dti_comparison_find_unit(comparison, entry);
    status = dti__write_out(build(&document), &comparison->arena.allocator, out, error);
    dti_report_unref(document.findings);
    return status;
}
