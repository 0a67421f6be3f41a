/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rankings as a document: groups with what is known of them, then every place. */
#include "io/parts.h"
#include "io/tree.h"
#include "rank/ranking.h"

struct document {
    struct dti__writer writer;
    const dti_ranking *ranking;
    const dti_framework *framework;
    const dti_units *units;
    const char *numbering;
};

static const char *const methods[] = {"competition", "dense", "fractional"};
static const char *const divisions[] = {"nothing", "group", "caller"};
static const char *const sides[] = {"below", "at", "above"};

/* ── head ── */

/* An object that is known by its content. A digest is empty only where memory ran out. */
static cJSON *write_bound(struct document *document, cJSON *tree, const char *key, const char *id,
                          const char *version, const char *digest)
{
    struct dti__writer *writer = &document->writer;
    cJSON *object = dti__write_object(writer, tree, key);
    writer->out_of_memory = writer->out_of_memory || !*digest;
    dti__write_text(writer, object, "id", id);
    dti__write_text(writer, object, "version", version);
    dti__write_text(writer, object, "digest", digest);
    return object;
}

static void write_head(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_ranking *ranking = document->ranking;
    const dti_table *table = ranking->table;
    const struct dti__node *node = &document->framework->nodes[ranking->node];
    dti__write_text(writer, tree, "format", "dti-ranking/1");
    write_bound(document, tree, "table", table->id, table->version, dti_table_digest(table));
    write_bound(document, tree, "framework", document->framework->id, document->framework->version,
                document->framework->digest);
    cJSON *units =
        write_bound(document, tree, "units", dti_units_id(document->units),
                    dti_units_version(document->units), dti_units_digest(document->units));
    dti__write_text(writer, units, "at", table->day);
    dti__write_number(writer, tree, "year", (double)table->year);
    dti__write_number(writer, tree, "out_of", (double)table->out_of);
    dti__write_bool(writer, tree, "derived", table->is_derived);
    dti__write_text(writer, tree, "numbering", document->numbering);
    cJSON *object = dti__write_object(writer, tree, "node");
    dti__write_text(
        writer, object, "code",
        dti_framework_node_code(document->framework, ranking->node, document->numbering));
    dti__write_names_if(writer, object, "names", node->names);
    dti__write_points(writer, object, "max_points", node->max_points);
    dti__write_text(writer, tree, "basis", dti__basis_words[ranking->basis]);
    dti__write_text(writer, tree, "method", methods[ranking->method]);
    dti__write_text(writer, tree, "by", divisions[ranking->by]);
    dti__write_number(writer, tree, "ranked", (double)ranking->ranked);
    dti__write_number(writer, tree, "missing", (double)ranking->missing);
}

/* ── groups ── */

static void write_text_or_null(struct document *document, cJSON *object, const char *key,
                               const char *text)
{
    if (text && *text)
        dti__write_text(&document->writer, object, key, text);
    else
        dti__write_null(&document->writer, object, key);
}

static const char *unit_id(const struct document *document, size_t place)
{
    return place == DTI_NONE
               ? NULL
               : dti_units_unit_id(document->units, document->ranking->places[place].unit);
}

static void write_stated(struct document *document, cJSON *object,
                         const struct dti__ranked_group *group)
{
    struct dti__writer *writer = &document->writer;
    if (group->has_stated) {
        cJSON *stated = dti__write_object(writer, object, "stated_mean");
        dti__write_points(writer, stated, "points", group->stated);
        dti__write_points(writer, stated, "half_width", group->stated_half);
    } else {
        dti__write_null(writer, object, "stated_mean");
    }
    if (group->has_above)
        dti__write_number(writer, object, "stated_above_mean", (double)group->above);
    else
        dti__write_null(writer, object, "stated_above_mean");
}

static void write_amounts(struct document *document, cJSON *object, size_t group)
{
    struct dti__writer *writer = &document->writer;
    const dti_ranking *ranking = document->ranking;
    const size_t count = dti_ranking_amount_count(ranking, group);
    dti__write_number(writer, object, "amounts", (double)count);
    if (count == 0) {
        dti__write_null(writer, object, "mean");
        dti__write_null(writer, object, "quartiles");
        return;
    }
    dti__write_points(writer, object, "mean", dti_ranking_mean(ranking, group));
    cJSON *quartiles = dti__write_array(writer, object, "quartiles");
    for (uint32_t part = 0; part <= 4; part++)
        dti__write_points(writer, quartiles, NULL, dti_ranking_quantile(ranking, group, part, 4));
}

static void write_group_name(struct document *document, cJSON *object,
                             const struct dti__ranked_group *group)
{
    struct dti__writer *writer = &document->writer;
    if (group->text)
        dti__write_text(writer, object, "id", group->text);
    else
        write_text_or_null(document, object, "id",
                           dti_units_group_id(document->units, group->source));
    if (group->source == DTI_NONE) {
        dti__write_null(writer, object, "names");
        return;
    }
    const struct dti__text2 names = {
        dti_units_group_name(document->units, group->source, DTI_LANG_VI),
        dti_units_group_name(document->units, group->source, DTI_LANG_EN)};
    dti__write_names_if(writer, object, "names", names);
}

static void write_groups(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_ranking *ranking = document->ranking;
    cJSON *array = dti__write_array(writer, tree, "groups");
    for (size_t i = 0; i < ranking->group_count; i++) {
        const struct dti__ranked_group *group = &ranking->groups[i];
        const bool is_ranked = group->ranked > 0;
        cJSON *object = dti__write_object(writer, array, NULL);
        write_group_name(document, object, group);
        dti__write_number(writer, object, "size", (double)group->size);
        dti__write_number(writer, object, "ranked", (double)group->ranked);
        dti__write_number(writer, object, "missing", (double)(group->size - group->ranked));
        write_amounts(document, object, i);
        write_stated(document, object, group);
        write_text_or_null(document, object, "best",
                           unit_id(document, is_ranked ? group->first : DTI_NONE));
        write_text_or_null(
            document, object, "worst",
            unit_id(document, is_ranked ? group->first + group->ranked - 1 : DTI_NONE));
    }
}

/* ── places ── */

static void write_rank(struct document *document, cJSON *object, const struct dti__place *place)
{
    struct dti__writer *writer = &document->writer;
    if (place->standing == 0) {
        dti__write_null(writer, object, "rank");
        dti__write_null(writer, object, "worst");
        dti__write_null(writer, object, "tie");
        return;
    }
    dti__write_number(writer, object, "rank", place->rank);
    dti__write_number(writer, object, "worst", place->worst);
    dti__write_number(writer, object, "tie", (double)place->tie);
}

static void write_points(struct document *document, cJSON *object, const struct dti__place *place)
{
    struct dti__writer *writer = &document->writer;
    const int64_t most = document->framework->nodes[document->ranking->node].max_points;
    if (!place->has_points) {
        dti__write_null(writer, object, "points");
        dti__write_null(writer, object, "half_width");
        dti__write_null(writer, object, "value");
        return;
    }
    dti__write_points(writer, object, "points", place->points);
    dti__write_points(writer, object, "half_width", place->half);
    if (most > 0)
        dti__write_number(writer, object, "value", (double)place->points / (double)most);
    else
        dti__write_null(writer, object, "value");
}

/* The next better unit, and what is lacking to it. */
static void write_next(struct document *document, cJSON *object, const struct dti__place *place)
{
    struct dti__writer *writer = &document->writer;
    const dti_ranking *ranking = document->ranking;
    int64_t distance = 0;
    write_text_or_null(document, object, "next", unit_id(document, place->better));
    if (place->better != DTI_NONE &&
        dti_ranking_distance(ranking, (size_t)(place - ranking->places),
                             (uint32_t)ranking->places[place->better].rank, &distance))
        dti__write_points(writer, object, "distance_to_next", distance);
    else
        dti__write_null(writer, object, "distance_to_next");
}

static void write_place(struct document *document, cJSON *array, size_t index)
{
    struct dti__writer *writer = &document->writer;
    const dti_ranking *ranking = document->ranking;
    const struct dti__place *place = &ranking->places[index];
    const struct dti__text2 names = {
        dti_units_unit_name(document->units, place->unit, DTI_LANG_VI),
        dti_units_unit_name(document->units, place->unit, DTI_LANG_EN)};
    int side = 0;
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "unit", dti_units_unit_id(document->units, place->unit));
    dti__write_names_if(writer, object, "names", names);
    dti__write_number(writer, object, "group", (double)place->group);
    write_rank(document, object, place);
    write_points(document, object, place);
    write_next(document, object, place);
    write_text_or_null(document, object, "side",
                       dti_ranking_side(ranking, index, &side) ? sides[side + 1] : NULL);
    write_text_or_null(document, object, "band",
                       dti_framework_band_id(document->framework, place->band));
    const bool has_figure = place->has_points || place->rank > 0;
    write_text_or_null(document, object, "provenance",
                       has_figure
                           ? dti__provenance_words[dti_table_provenance(
                                 document->ranking->table, place->row, document->ranking->node)]
                           : NULL);
}

dti_status dti_ranking_write(const dti_ranking *ranking, const char *numbering, dti_text **out,
                             dti_error **error)
{
    if (!ranking || !out)
        return dti__fail_null(error, ranking ? "out" : "ranking");
    struct document document = {
        .ranking = ranking,
        .framework = ranking->table->framework,
        .units = ranking->table->units,
        .numbering = numbering ? numbering : ranking->table->numbering,
    };
    if (!dti__framework_has_numbering(document.framework, document.numbering))
        return dti__fail(error, DTI__MSG_NUMBERING_UNKNOWN,
                         DTI__ARGS(DTI__TEXT(document.numbering)));
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return dti__fail_nomem(error);
    write_head(&document, tree);
    write_groups(&document, tree);
    cJSON *places = dti__write_array(&document.writer, tree, "places");
    for (size_t i = 0; i < ranking->count; i++)
        write_place(&document, places, i);
    if (document.writer.out_of_memory) {
        cJSON_Delete(tree);
        tree = NULL;
    }
    return dti__write_out(tree, &ranking->arena.allocator, out, error);
}
