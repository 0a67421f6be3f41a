/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses as a document: every item with its cause and next step, groups and orders of them, sums
 * below every node, differences between tracks. */
#include "analyse/losses.h"
#include "io/binding.h"

#define STEP_SIZE 512

struct document {
    struct dti__writer writer;
    const dti_losses *losses;
    const dti_result *result;
    const dti_framework *framework;
    const char *numbering;
    dti_lang lang;
};

static const char *const kinds[] = {"component", "unallocated", "whole"};

/* ── head ── */

static cJSON *write_bound(struct document *document, cJSON *tree, const char *key, const char *id,
                          const char *digest)
{
    struct dti__writer *writer = &document->writer;
    cJSON *object = dti__write_object(writer, tree, key);
    writer->out_of_memory = writer->out_of_memory || !*digest; /* then it could not be made */
    dti__write_text(writer, object, "id", id);
    dti__write_text(writer, object, "digest", digest);
    return object;
}

static void write_code(struct document *document, cJSON *object, size_t node)
{
    const char *code = dti_framework_node_code(document->framework, node, document->numbering);
    if (*code)
        dti__write_text(&document->writer, object, "code", code);
    else
        dti__write_null(&document->writer, object, "code");
}

static void write_head(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_dossier *dossier = document->result->dossier;
    const dti_table *table = document->losses->table;
    dti__write_text(writer, tree, "format", "dti-losses/1");
    dti__write_binding(writer, tree, document->framework);
    write_bound(document, tree, "dossier", dossier->id, dti_dossier_digest(dossier));
    if (table)
        write_bound(document, tree, "table", table->id, dti_table_digest(table));
    else
        dti__write_null(writer, tree, "table");
    cJSON *unit = dti__write_object(writer, tree, "unit");
    dti__write_text(writer, unit, "id", dossier->unit_id);
    dti__write_number(writer, tree, "year", (double)dossier->year);
    dti__write_text(writer, tree, "numbering", document->numbering);
    dti__write_text(writer, tree, "track", dti_track_id(document->result->track));
}

/* Of nodes above components, what the items below them add up to. */
static void write_sums(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    cJSON *array = dti__write_array(writer, tree, "sums");
    for (size_t i = 0; i < document->framework->node_count; i++) {
        const struct dti__outcome *outcome = &document->result->nodes[i].outcome;
        if (document->framework->nodes[i].rule)
            continue;
        cJSON *object = dti__write_object(writer, array, NULL);
        write_code(document, object, i);
        dti__write_points(writer, object, "max_points", outcome->max_points);
        dti__write_points(writer, object, "points", outcome->points);
        dti__write_points(writer, object, "loss", document->losses->sums[i]);
    }
}

/* ── items ── */

static void write_rank(struct document *document, cJSON *object, size_t item, size_t node)
{
    struct dti__writer *writer = &document->writer;
    uint32_t before = 0;
    uint32_t after = 0;
    if (!dti_losses_step_rank(document->losses, item, node, &before, &after)) {
        dti__write_null(writer, object, "rank");
        return;
    }
    cJSON *rank = dti__write_object(writer, object, "rank");
    dti__write_number(writer, rank, "before", before);
    dti__write_number(writer, rank, "after", after);
}

static void write_step(struct document *document, cJSON *object, size_t item)
{
    struct dti__writer *writer = &document->writer;
    const dti_losses *losses = document->losses;
    if (losses->items[item].step == DTI_NONE) {
        dti__write_null(writer, object, "step");
        return;
    }
    char text[STEP_SIZE];
    dti_result_step_format(document->result, losses->items[item].node, document->lang, text,
                           sizeof text);
    cJSON *step = dti__write_object(writer, object, "step");
    dti__write_text(writer, step, "text", text);
    dti__write_bool(writer, step, "assumed", dti_losses_step_is_assumed(losses, item) != 0);
    cJSON *gains = dti__write_array(writer, step, "gains");
    for (size_t node = 0; node < document->framework->node_count; node++) {
        int64_t gain = dti_losses_step_gain(losses, item, node);
        if (gain == 0)
            continue;
        cJSON *entry = dti__write_object(writer, gains, NULL);
        write_code(document, entry, node);
        dti__write_points(writer, entry, "points", gain);
        write_rank(document, entry, item, node);
    }
}

/* What is unallocated is that of a main indicator; its explanation and agencies would be those of
 * others. */
static void write_reasons(struct document *document, cJSON *object, const struct dti__loss *item)
{
    struct dti__writer *writer = &document->writer;
    const dti_result *result = document->result;
    const char *explanation = item->kind == DTI_LOSS_UNALLOCATED
                                  ? ""
                                  : dti_result_explanation(result, item->node, document->lang);
    dti__write_text(writer, object, "cause", dti_cause_id((dti_cause)item->cause));
    if (*explanation)
        dti__write_text(writer, object, "explanation", explanation);
    else
        dti__write_null(writer, object, "explanation");
    cJSON *agencies = dti__write_array(writer, object, "agencies");
    for (size_t i = 0; i < dti_result_agency_count(result, item->node); i++)
        dti__write_text(writer, agencies, NULL, dti_result_agency_id(result, item->node, i));
}

static void write_item(struct document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const struct dti__loss *item = &document->losses->items[index];
    const struct dti__outcome *outcome = &document->result->nodes[item->node].outcome;
    bool is_rest = item->kind == DTI_LOSS_UNALLOCATED;
    int64_t most = is_rest ? outcome->unallocated_max : outcome->max_points;
    cJSON *object = dti__write_object(writer, array, NULL);
    write_code(document, object, item->node);
    dti__write_text(writer, object, "kind", kinds[item->kind]);
    dti__write_text(writer, object, "name",
                    dti_framework_node_name(document->framework, item->node, document->lang));
    dti__write_points(writer, object, "max_points", most);
    dti__write_points(writer, object, "points", most - item->points);
    dti__write_points(writer, object, "loss", item->points);
    dti__write_points(writer, object, "loss_certain", item->certain);
    dti__write_number(writer, object, "share_of_overall", item->share);
    write_reasons(document, object, item);
    write_step(document, object, index);
}

/* ── groups, orders ── */

static void write_indices(struct document *document, cJSON *object, const char *key,
                          const size_t *items, size_t count)
{
    cJSON *array = dti__write_array(&document->writer, object, key);
    for (size_t i = 0; i < count; i++)
        dti__write_number(&document->writer, array, NULL, (double)items[i]);
}

static void write_groups(struct document *document, cJSON *object, const char *key,
                         dti_losses_by by)
{
    struct dti__writer *writer = &document->writer;
    cJSON *array = dti__write_array(writer, object, key);
    for (size_t i = 0; i < document->losses->by[by].count; i++) {
        const struct dti__loss_group *group = &document->losses->by[by].groups[i];
        cJSON *entry = dti__write_object(writer, array, NULL);
        if (by == DTI_LOSSES_BY_MAIN)
            write_code(document, entry, group->key);
        else
            dti__write_text(writer, entry, "id", dti_losses_group_id(document->losses, by, i));
        dti__write_text(writer, entry, "name",
                        dti_losses_group_name(document->losses, by, i, document->lang));
        dti__write_points(writer, entry, "loss", group->points);
        if (by == DTI_LOSSES_BY_AGENCY)
            dti__write_points(writer, entry, "shared", group->shared);
        write_indices(document, entry, "items", group->items, group->count);
    }
}

static void write_orders(struct document *document, cJSON *tree)
{
    const dti_losses *losses = document->losses;
    cJSON *groups = dti__write_object(&document->writer, tree, "groups");
    write_groups(document, groups, "main", DTI_LOSSES_BY_MAIN);
    write_groups(document, groups, "agency", DTI_LOSSES_BY_AGENCY);
    write_groups(document, groups, "cause", DTI_LOSSES_BY_CAUSE);
    cJSON *steps = dti__write_object(&document->writer, tree, "steps");
    write_indices(document, steps, "largest", losses->orders[DTI_LOSSES_LARGEST],
                  losses->step_count);
    write_indices(document, steps, "easiest", losses->orders[DTI_LOSSES_EASIEST],
                  losses->step_count);
}

/* ── between tracks ── */

static void write_cuts(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    cJSON *array = dti__write_array(writer, tree, "cuts");
    for (size_t i = 0; i < document->losses->cut_count; i++) {
        const struct dti__loss_cut *cut = &document->losses->cuts[i];
        const char *explanation = dti_losses_cut_explanation(document->losses, i, document->lang);
        cJSON *object = dti__write_object(writer, array, NULL);
        write_code(document, object, cut->node);
        dti__write_text(writer, object, "from", dti_track_id((dti_track)cut->from));
        dti__write_text(writer, object, "to", dti_track_id((dti_track)cut->to));
        dti__write_points(writer, object, "points", cut->points);
        if (*explanation)
            dti__write_text(writer, object, "explanation", explanation);
        else
            dti__write_null(writer, object, "explanation");
    }
}

static cJSON *build(struct document *document)
{
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    write_head(document, tree);
    write_sums(document, tree);
    cJSON *items = dti__write_array(&document->writer, tree, "items");
    for (size_t i = 0; i < document->losses->count; i++)
        write_item(document, items, i);
    write_orders(document, tree);
    write_cuts(document, tree);
    if (!document->writer.out_of_memory)
        return tree;
    cJSON_Delete(tree);
    return NULL;
}

dti_status dti_losses_write(const dti_losses *losses, const char *numbering, dti_lang lang,
                            dti_text **out, dti_error **error)
{
    if (!losses || !out)
        return dti__fail_null(error, losses ? "out" : "losses");
    const dti_dossier *dossier = losses->result->dossier;
    struct document document = {.losses = losses,
                                .result = losses->result,
                                .framework = dossier->framework,
                                .numbering = numbering ? numbering : dossier->numbering,
                                .lang = lang};
    if (!dti__framework_has_numbering(document.framework, document.numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN,
                         DTI__ARGS(DTI__TEXT(document.numbering)));
    return dti__write_out(build(&document), &losses->arena.allocator, out, error);
}
