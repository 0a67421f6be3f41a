/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What was found out about figures as a document: what does not hold, why, and what would repair
 * it; of what holds, how much. */
#include "analyse/reconcile.h"
#include "io/tree.h"

#define SENTENCE_SIZE 4096
#define KINDS         12 /* of identities */

struct document {
    struct dti__writer writer;
    const dti_reconciliation *found;
    const char *numbering;
    dti_lang lang;
    bool *is_mentioned; /* figures */
    size_t *place_of;   /* of identities, in the list of those that do not hold */
    struct dti__arena arena;
};

static const char *const quantity_words[] = {"points", "value",      "percent",
                                             "rank",   "difference", "count"};

/* ── small things ── */

static void write_code(struct document *document, cJSON *object, const char *key, size_t node)
{
    const dti_framework *framework = document->found->figures->framework;
    if (node >= framework->node_count)
        return;
    const char *code = dti_framework_node_code(framework, node, document->numbering);
    dti__write_text(&document->writer, object, key,
                    *code ? code : dti_framework_node_code(framework, node, NULL));
}

static void write_whose(struct document *document, cJSON *object, size_t node, const char *unit,
                        int32_t year)
{
    write_code(document, object, "code", node);
    if (unit && *unit)
        dti__write_text(&document->writer, object, "unit", unit);
    dti__write_number_if(&document->writer, object, "year", year, 0);
}

static void write_span(struct document *document, cJSON *object, const char *key,
                       struct dti__span span)
{
    if (dti__span_is_empty(span))
        return;
    cJSON *inner = dti__write_object(&document->writer, object, key);
    dti__write_points(&document->writer, inner, "low", span.low);
    dti__write_points(&document->writer, inner, "high", span.high);
}

static void write_figures_of(struct document *document, cJSON *object, const size_t *figures,
                             size_t count)
{
    cJSON *array = dti__write_array(&document->writer, object, "figures");
    for (size_t i = 0; i < count; i++) {
        document->is_mentioned[figures[i]] = true;
        dti__write_number(&document->writer, array, NULL, (double)figures[i]);
    }
}

/* ── identities ── */

static void write_identity(struct document *document, cJSON *array, size_t index)
{
    const struct dti__tied *tied = &document->found->identities[index];
    struct dti__writer *writer = &document->writer;
    char words[SENTENCE_SIZE];
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "kind", dti_identity_id(tied->is.kind));
    dti__write_text(writer, object, "verdict", dti_verdict_id(tied->verdict));
    write_whose(document, object, tied->is.node, tied->is.unit, tied->is.year);
    write_span(document, object, "stated", tied->stated);
    write_span(document, object, "expected", tied->expected);
    write_figures_of(document, object, tied->figures, tied->figure_count);
    dti_reconciliation_identity_format(document->found, index, document->lang, words, sizeof words);
    dti__write_text(writer, object, "text", words);
}

static void write_identities(struct document *document, cJSON *tree)
{
    const dti_reconciliation *found = document->found;
    size_t counts[KINDS] = {0};
    size_t written = 0;
    cJSON *array = dti__write_array(&document->writer, tree, "identities");
    for (size_t i = 0; i < found->identity_count; i++) {
        const struct dti__tied *tied = &found->identities[i];
        document->place_of[i] = written;
        if (tied->verdict != DTI_VERDICT_HOLDS) {
            write_identity(document, array, i);
            written++;
        } else if ((size_t)tied->is.kind < KINDS) {
            counts[tied->is.kind]++;
        }
    }
    cJSON *holding = dti__write_object(&document->writer, tree, "holding");
    for (size_t i = 0; i < KINDS; i++)
        dti__write_number(&document->writer, holding, dti_identity_id((dti_identity)i),
                          (double)counts[i]);
}

/* ── problems ── */

static void write_repair(struct document *document, cJSON *array, size_t problem, size_t repair)
{
    const dti_reconciliation *found = document->found;
    const struct dti__remedy *remedy = &found->problems[problem].remedies[repair];
    struct dti__writer *writer = &document->writer;
    char words[SENTENCE_SIZE];
    cJSON *object = dti__write_object(writer, array, NULL);
    cJSON *suspects = dti__write_array(writer, object, "suspects");
    for (size_t i = 0; i < remedy->size; i++) {
        const struct dti__suspect *of = &found->suspects[remedy->corrections[i].suspect];
        cJSON *suspect = dti__write_object(writer, suspects, NULL);
        write_figures_of(document, suspect, of->figures, of->figure_count);
        write_span(document, suspect, "must_be", remedy->corrections[i].range);
    }
    if (dti_reconciliation_repair_is_tied(found, problem, repair))
        dti__write_bool(writer, object, "tied", true);
    dti_reconciliation_repair_format(found, problem, repair, document->lang, words, sizeof words);
    dti__write_text(writer, object, "text", words);
}

static void write_problem(struct document *document, cJSON *array, size_t index)
{
    const dti_reconciliation *found = document->found;
    const struct dti__trouble *problem = &found->problems[index];
    struct dti__writer *writer = &document->writer;
    char words[SENTENCE_SIZE];
    cJSON *object = dti__write_object(writer, array, NULL);
    write_whose(document, object, problem->node, problem->unit, problem->year);
    dti_reconciliation_problem_format(found, index, document->lang, words, sizeof words);
    dti__write_text(writer, object, "text", words);
    if (dti_reconciliation_problem_grounds_format(found, index, document->lang, words,
                                                  sizeof words) > 0)
        dti__write_text(writer, object, "grounds", words);
    cJSON *identities = dti__write_array(writer, object, "identities");
    for (size_t i = 0; i < problem->identity_count; i++)
        dti__write_number(writer, identities, NULL,
                          (double)document->place_of[problem->identities[i]]);
    dti__write_bool(writer, object, "complete", problem->is_complete);
    cJSON *repairs = dti__write_array(writer, object, "repairs");
    for (size_t i = 0; i < problem->remedy_count; i++)
        write_repair(document, repairs, index, i);
}

/* ── figures and parts ── */

static void write_figure(struct document *document, cJSON *array, size_t index)
{
    const dti_reconciliation *found = document->found;
    const struct dti__said *said = &found->figures->said[index];
    struct dti__writer *writer = &document->writer;
    char words[SENTENCE_SIZE];
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_number(writer, object, "figure", (double)index);
    write_whose(document, object, said->node, said->unit, said->year);
    if (said->input != DTI_NONE)
        dti__write_text(writer, object, "input",
                        dti_framework_input_id(found->figures->framework, said->input));
    if (said->is_assumed) {
        dti__write_bool(writer, object, "assumed", true);
    } else {
        dti__write_text(writer, object, "quantity", quantity_words[said->quantity]);
        dti__write_text(writer, object, "printed", said->text ? said->text : "");
    }
    dti_reconciliation_figure_format(found, index, document->lang, words, sizeof words);
    dti__write_text(writer, object, "text", words);
}

static void write_parts(struct document *document, cJSON *tree)
{
    const dti_reconciliation *found = document->found;
    cJSON *array = dti__write_array(&document->writer, tree, "parts");
    for (size_t i = 0; i < found->part_count; i++) {
        const struct dti__solved_part *part = &found->parts[i];
        cJSON *object = dti__write_object(&document->writer, array, NULL);
        write_whose(document, object, DTI_NONE, part->unit, part->year);
        cJSON *codes = dti__write_array(&document->writer, object, "codes");
        for (size_t k = 0; k < part->node_count; k++)
            write_code(document, codes, NULL, part->nodes[k]);
        write_span(document, object, "points", part->range);
        dti__write_points(&document->writer, object, "maximum", part->max_points);
    }
}

static void write_readings(struct document *document, cJSON *tree)
{
    const dti_reconciliation *found = document->found;
    struct dti__writer *writer = &document->writer;
    char words[SENTENCE_SIZE];
    cJSON *array = dti__write_array(writer, tree, "readings");
    for (size_t i = 0; i < found->reading_count; i++) {
        const struct dti__other_reading *reading = &found->readings[i];
        cJSON *object = dti__write_object(writer, array, NULL);
        write_whose(document, object, DTI_NONE, reading->unit, reading->year);
        cJSON *pairs = dti__write_array(writer, object, "read_as");
        for (size_t k = 0; k < reading->count; k++) {
            cJSON *pair = dti__write_object(writer, pairs, NULL);
            write_code(document, pair, "printed", reading->indices[k]);
            write_code(document, pair, "code", reading->mains[k]);
        }
        cJSON *rest = dti__write_object(writer, object, "rest");
        cJSON *codes = dti__write_array(writer, rest, "codes");
        for (size_t k = 0; k < reading->rest.node_count; k++)
            write_code(document, codes, NULL, reading->rest.nodes[k]);
        write_span(document, rest, "points", reading->rest.range);
        dti__write_points(writer, rest, "maximum", reading->rest.max_points);
        dti_reconciliation_reading_format(found, i, document->lang, words, sizeof words);
        dti__write_text(writer, object, "text", words);
    }
}

/* ── the document ── */

static void write_all(struct document *document, cJSON *tree)
{
    const dti_reconciliation *found = document->found;
    const dti_framework *framework = found->figures->framework;
    struct dti__writer *writer = &document->writer;
    dti__write_text(writer, tree, "format", "dti-reconciliation/1");
    cJSON *bound = dti__write_object(writer, tree, "framework");
    dti__write_text(writer, bound, "id", framework->id);
    dti__write_text(writer, bound, "version", framework->version);
    dti__write_text(writer, bound, "digest", framework->digest);
    dti__write_text(writer, tree, "numbering", document->numbering);
    dti__write_number(writer, tree, "complete_up_to", found->most);
    cJSON *problems = dti__write_array(writer, tree, "problems");
    write_identities(document, tree);
    for (size_t i = 0; i < found->problem_count; i++)
        write_problem(document, problems, i);
    write_readings(document, tree);
    write_parts(document, tree);
    cJSON *figures = dti__write_array(writer, tree, "figures");
    for (size_t i = 0; i < found->figures->said_count; i++)
        if (document->is_mentioned[i])
            write_figure(document, figures, i);
}

dti_status dti_reconciliation_write(const dti_reconciliation *found, const char *numbering,
                                    dti_lang lang, dti_text **out, dti_error **error)
{
    if (!found || !out)
        return dti__fail_null(error, found ? "out" : "found");
    const dti_framework *framework = found->figures->framework;
    if (numbering && !dti__framework_has_numbering(framework, numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN, DTI__ARGS(DTI__TEXT(numbering)));
    struct document document = {
        .found = found,
        .numbering = numbering ? numbering : framework->numberings[0].id,
        .lang = lang,
    };
    dti__arena_init(&document.arena, &found->arena.allocator);
    document.is_mentioned = dti__arena_array(&document.arena, found->figures->said_count,
                                             sizeof *document.is_mentioned);
    document.place_of =
        dti__arena_array(&document.arena, found->identity_count, sizeof *document.place_of);
    cJSON *tree = document.is_mentioned && document.place_of ? cJSON_CreateObject() : NULL;
    if (tree)
        write_all(&document, tree);
    if (tree && document.writer.out_of_memory) {
        cJSON_Delete(tree);
        tree = NULL;
    }
    dti__arena_release(&document.arena);
    return dti__write_out(tree, &found->arena.allocator, out, error);
}
