/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables as documents: printed figures as they were printed, exact points with all their decimals.
 */
#include "base/number.h"
#include "io/binding.h"
#include "io/table-read.h"

#include <string.h>

#define ALL_DECIMALS 9

struct document {
    struct dti__writer writer;
    const dti_table *table;
    bool *has_amount; /* by node, of the row at hand: there is a figure that says it */
    bool *has_rank;
};

static void write_head(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_table *table = document->table;
    dti__write_text(writer, tree, "format", DTI__TABLE_FORMAT);
    dti__write_text(writer, tree, "id", table->id);
    dti__write_text(writer, tree, "version", table->version);
    dti__write_names_if(writer, tree, "titles", table->titles);
    dti__write_binding(writer, tree, table->framework);
    dti__write_units_binding(writer, tree, table->units, table->day);
    dti__write_text(writer, tree, "numbering", table->numbering);
    dti__write_number(writer, tree, "year", (double)table->year);
    dti__write_text_if(writer, tree, "published", *table->published ? table->published : NULL);
    if (table->out_of > 0)
        dti__write_number(writer, tree, "out_of", (double)table->out_of);
    if (table->is_derived)
        dti__write_bool(writer, tree, "derived", true);
    if (table->is_ranked_by_group)
        dti__write_bool(writer, tree, "ranked_by_group", true);
}

static const char *code_of(const dti_table *table, size_t node)
{
    return dti_framework_node_code(table->framework, node, table->numbering);
}

/* The precision is written only where it is not that of the print. */
static int64_t printed_decimals(const char *text)
{
    int64_t amount = 0;
    int printed = -1;
    (void)dti__decimal_read(text, strlen(text), &amount, &printed);
    return printed;
}

/* What is said of a figure beside its text. */
static void write_remarks(struct document *document, cJSON *object,
                          const struct dti__printed *figure)
{
    struct dti__writer *writer = &document->writer;
    dti__write_number_if(writer, object, "decimals", figure->decimals,
                         printed_decimals(figure->text));
    if (figure->within > 0)
        dti__write_points(writer, object, "within", figure->within);
    if (figure->provenance != DTI_PROVENANCE_SOURCE)
        dti__write_text(writer, object, "provenance", dti__provenance_words[figure->provenance]);
    dti__write_text_if(writer, object, "source", figure->source);
    dti__write_text_if(writer, object, "place", figure->place);
    dti__write_names_if(writer, object, "note", figure->note);
}

static void write_figure(struct document *document, cJSON *array, const struct dti__printed *figure)
{
    struct dti__writer *writer = &document->writer;
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "code", code_of(document->table, figure->node));
    dti__write_text(writer, object, "quantity", dti__table_quantity_word(figure->quantity));
    if (figure->quantity == DTI_QUANTITY_DIFFERENCE) {
        dti__write_text(writer, object, "of", dti__table_quantity_word(figure->of));
        dti__write_number(writer, object, "against", (double)figure->against);
    }
    dti__write_text(writer, object, "text", figure->text);
    write_remarks(document, object, figure);
}

static void write_own_figure(struct document *document, cJSON *array,
                             const struct dti__printed *figure)
{
    struct dti__writer *writer = &document->writer;
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "code", code_of(document->table, figure->node));
    dti__write_text(writer, object, "quantity", dti__table_quantity_word(figure->quantity));
    if (figure->subject != DTI__PRINTED_MEAN)
        dti__write_text(writer, object, "subject",
                        dti__table_subjects[figure->subject - DTI__PRINTED_MEAN]);
    if (figure->group != DTI_NONE)
        dti__write_text(writer, object, "group",
                        dti_units_group_id(document->table->units, figure->group));
    dti__write_text(writer, object, "text", figure->text);
    write_remarks(document, object, figure);
}

/* An amount that nobody printed: of a result, or of a merger. */
static void write_amount(struct document *document, cJSON *array, size_t node,
                         const struct dti__table_cell *cell)
{
    char text[DTI__NUMBER_SIZE];
    struct dti__printed figure = {.node = node,
                                  .quantity = DTI_QUANTITY_POINTS,
                                  .text = text,
                                  .decimals = ALL_DECIMALS,
                                  .within = cell->basis == DTI_BASIS_PRINTED ? cell->half : 0,
                                  .provenance = cell->provenance};
    (void)dti_points_format(cell->points, ALL_DECIMALS, DTI_LANG_EN, text, sizeof text);
    write_figure(document, array, &figure);
}

static void write_rank(struct document *document, cJSON *array, size_t node,
                       const struct dti__table_cell *cell)
{
    char text[DTI__NUMBER_SIZE];
    struct dti__printed figure = {
        .node = node, .quantity = DTI_QUANTITY_RANK, .text = text, .provenance = cell->provenance};
    (void)dti__decimal_write((int64_t)cell->rank * DTI_POINT, '.', text);
    write_figure(document, array, &figure);
}

static void write_row(struct document *document, cJSON *array, const struct dti__table_row *row)
{
    struct dti__writer *writer = &document->writer;
    size_t nodes = document->table->framework->node_count;
    memset(document->has_amount, 0, nodes * sizeof *document->has_amount);
    memset(document->has_rank, 0, nodes * sizeof *document->has_rank);
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "unit", dti_units_unit_id(document->table->units, row->unit));
    cJSON *figures = dti__write_array(writer, object, "figures");
    for (size_t i = 0; i < row->figure_count; i++) {
        const struct dti__printed *figure = &row->figures[i];
        bool is_difference = figure->quantity == DTI_QUANTITY_DIFFERENCE;
        bool *mark =
            figure->quantity == DTI_QUANTITY_RANK ? document->has_rank : document->has_amount;
        mark[figure->node] = mark[figure->node] || !is_difference;
        write_figure(document, figures, figure);
    }
    for (size_t i = 0; row->cells && i < nodes; i++) {
        if (row->cells[i].basis != DTI_BASIS_NONE && !document->has_amount[i])
            write_amount(document, figures, i, &row->cells[i]);
        if (row->cells[i].rank != 0 && !document->has_rank[i])
            write_rank(document, figures, i, &row->cells[i]);
    }
}

static void write_all(struct document *document, cJSON *tree)
{
    struct dti__writer *writer = &document->writer;
    const dti_table *table = document->table;
    write_head(document, tree);
    dti__write_sources(&document->writer, tree, document->table->sources,
                       document->table->source_count);
    cJSON *rows = dti__write_array(writer, tree, "rows");
    for (size_t i = 0; i < table->row_count; i++)
        write_row(document, rows, &table->rows[i]);
    cJSON *figures = table->figure_count > 0 ? dti__write_array(writer, tree, "figures") : NULL;
    for (size_t i = 0; i < table->figure_count; i++)
        write_own_figure(document, figures, &table->figures[i]);
    dti__write_names_if(writer, tree, "note", table->note);
}

static cJSON *table_tree(const dti_table *table)
{
    const dti_allocator *allocator = &dti__malloc_allocator;
    size_t nodes = table->framework->node_count;
    struct document document = {.table = table};
    cJSON *tree = cJSON_CreateObject();
    document.has_amount = dti__alloc_array(allocator, nodes, 2 * sizeof *document.has_amount);
    document.has_rank = document.has_amount ? document.has_amount + nodes : NULL;
    document.writer.out_of_memory = !tree || !document.has_amount;
    if (!document.writer.out_of_memory)
        write_all(&document, tree);
    dti__release(allocator, document.has_amount, nodes * 2 * sizeof *document.has_amount);
    if (!document.writer.out_of_memory)
        return tree;
    cJSON_Delete(tree);
    return NULL;
}

dti_status dti_table_write(const dti_table *table, dti_text **out, dti_error **error)
{
    if (!table || !out)
        return dti__fail_null(error, table ? "out" : "table");
    return dti__write_out(table_tree(table), &table->arena.allocator, out, error);
}

/* Computed when it is first asked for, as that of a dossier. */
const char *dti_table_digest(const dti_table *table)
{
    if (!table)
        return "";
    const char *kept = dti__digest_kept(&table->digest);
    return kept ? kept : dti__digest_keep(&table->digest, table_tree(table));
}
