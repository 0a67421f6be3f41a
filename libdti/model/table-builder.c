/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The table builder: figures go into the cells of a draft one by one; freezing copies the draft. */
#include "model/table.h"

#include "base/number.h"
#include "diag/given.h"
#include "diag/options.h"

#include <string.h>

static dti_status begin(dti_table_builder *builder, const char *id, int32_t year, const char *day,
                        dti_error **error)
{
    dti_table *draft = builder->draft;
    struct dti__date date;
    if (!dti__is_id(id))
        return dti__fail(error, DTI__MSG_NOT_ID, DTI__ARGS(DTI__TEXT(id)));
    if (year < DTI__FIRST_YEAR || year > DTI__LAST_YEAR)
        return dti__fail(error, DTI__MSG_OUT_OF_RANGE,
                         DTI__ARGS(DTI__INTEGER(year), DTI__INTEGER(DTI__FIRST_YEAR),
                                   DTI__INTEGER(DTI__LAST_YEAR)));
    if (day && !dti__date_read(day, &date))
        return dti__fail(error, DTI__MSG_NOT_DATE, DTI__ARGS(DTI__TEXT(day)));
    if (day)
        dti__date_write(date, draft->day);
    else
        dti__date_write((struct dti__date){(int16_t)year, 12, 31}, draft->day);
    draft->year = year;
    draft->version = "1.0.0";
    return dti__given_text(&draft->arena, id, "id", &draft->id, error);
}

dti_status dti_table_builder_new(const dti_framework *framework, const dti_units *units,
                                 const char *id, int32_t year, const char *day,
                                 const dti_allocator *allocator, dti_table_builder **out,
                                 dti_error **error)
{
    dti_allocator known;
    if (!framework || !units || !id || !out)
        return dti__fail_null(error, !framework ? "framework"
                                     : !units   ? "units"
                                     : !id      ? "id"
                                                : "out");
    dti_status status = dti__options_allocator(allocator, &known, error);
    if (status != DTI_OK)
        return status;
    dti_table_builder *builder = dti__alloc(&known, sizeof *builder);
    if (!builder)
        return dti__fail_nomem(error);
    builder->allocator = known;
    builder->draft = dti__table_new(framework, units, &known);
    status = builder->draft ? begin(builder, id, year, day, error) : dti__fail_nomem(error);
    if (status == DTI_OK)
        *out = builder;
    else
        dti_table_builder_free(builder);
    return status;
}

void dti_table_builder_free(dti_table_builder *builder)
{
    if (!builder)
        return;
    dti_allocator allocator = builder->allocator;
    dti_table_unref(builder->draft);
    dti__release(&allocator, builder, sizeof *builder);
}

dti_status dti_table_builder_out_of(dti_table_builder *builder, uint32_t count, dti_error **error)
{
    if (!builder)
        return dti__fail_null(error, "builder");
    if (count == 0)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("count")));
    builder->out_of = count;
    return DTI_OK;
}

/* A list doubles when its length is a power of two; the old one stays in the arena until the
 * builder is freed. NULL when out of memory. */
static void *room_for_one(struct dti__arena *arena, void *list, size_t count, size_t size)
{
    if ((count & (count - 1)) != 0)
        return list;
    void *longer = dti__arena_array(arena, count > 0 ? 2 * count : 1, size);
    if (longer && count > 0)
        memcpy(longer, list, count * size);
    return longer;
}

dti_status dti__table_builder_row(dti_table_builder *builder, const char *unit,
                                  struct dti__table_row **row, dti_error **error)
{
    dti_table *draft = builder->draft;
    struct dti__date day = {0, 0, 0};
    size_t entry = dti_units_find(draft->units, unit, draft->day);
    (void)dti__date_read(draft->day, &day);
    if (entry == DTI_NONE)
        return dti__fail(
            error, DTI__MSG_TABLE_NO_UNIT,
            DTI__ARGS(DTI__TEXT(unit), DTI__TEXT(dti_units_id(draft->units)), DTI__DATE(day)));
    if (draft->row_of[entry] != DTI_NONE) {
        *row = &draft->rows[draft->row_of[entry]];
        return DTI_OK;
    }
    struct dti__table_row *rows =
        room_for_one(&draft->arena, draft->rows, draft->row_count, sizeof *draft->rows);
    struct dti__table_cell *cells =
        dti__arena_array(&draft->arena, draft->framework->node_count, sizeof *cells);
    if (!rows || !cells)
        return dti__fail_nomem(error);
    draft->rows = rows;
    draft->row_of[entry] = draft->row_count;
    *row = &rows[draft->row_count++];
    **row = (struct dti__table_row){.unit = entry, .cells = cells};
    return DTI_OK;
}

/* A row that got nothing, because its first figure was refused, is taken back. */
static void drop_empty(dti_table *draft)
{
    if (draft->row_count == 0)
        return;
    const struct dti__table_row *last = &draft->rows[draft->row_count - 1];
    for (size_t i = 0; i < draft->framework->node_count; i++)
        if (last->cells[i].basis != DTI_BASIS_NONE || last->cells[i].rank != 0)
            return;
    draft->row_of[last->unit] = DTI_NONE;
    draft->row_count--;
}

static dti_status find_node(const dti_table_builder *builder, const char *code, size_t *node,
                            dti_error **error)
{
    *node = dti_framework_find(builder->draft->framework, NULL, code);
    return *node != DTI_NONE ? DTI_OK
                             : dti__fail(error, DTI__MSG_NOT_FOUND, DTI__ARGS(DTI__TEXT(code)));
}

/* Faults of a figure are collected in a report of their own and handed out as one error. */
static dti_status enter(dti_table *draft, struct dti__table_row *row, struct dti__printed *figure,
                        dti_error **error)
{
    struct dti__printed *figures =
        room_for_one(&draft->arena, row->figures, row->figure_count, sizeof *row->figures);
    dti_report *report = dti__report_new(NULL);
    dti_status status = DTI_E_NOMEM;
    if (figures && report) {
        row->figures = figures;
        if (dti__table_enter(draft, row, figure, report))
            figures[row->figure_count++] = *figure;
        status = dti__report_result(report, error);
    } else {
        status = dti__fail_nomem(error);
    }
    dti_report_unref(report);
    return status;
}

dti_status dti_table_builder_add(dti_table_builder *builder, const char *unit, const char *code,
                                 dti_quantity_kind quantity, const char *text, dti_error **error)
{
    struct dti__printed figure = {.quantity = (int)quantity,
                                  .decimals = -1,
                                  .group = DTI_NONE,
                                  .provenance = DTI_PROVENANCE_SOURCE};
    struct dti__table_row *row = NULL;
    if (!builder || !unit || !code || !text)
        return dti__fail_null(error, !builder ? "builder"
                                     : !unit  ? "unit"
                                     : !code  ? "code"
                                              : "text");
    if (quantity != DTI_QUANTITY_VALUE && quantity != DTI_QUANTITY_POINTS &&
        quantity != DTI_QUANTITY_RANK)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("quantity")));
    dti_status status = find_node(builder, code, &figure.node, error);
    if (status == DTI_OK)
        status = dti__given_text(&builder->draft->arena, text, "text", &figure.text, error);
    if (status == DTI_OK)
        status = dti__table_builder_row(builder, unit, &row, error);
    if (status != DTI_OK)
        return status;
    status = enter(builder->draft, row, &figure, error);
    if (status != DTI_OK)
        drop_empty(builder->draft);
    return status;
}

dti_status dti__table_builder_points(dti_table_builder *builder, struct dti__table_row *row,
                                     size_t node, int64_t points, dti_provenance provenance,
                                     dti_error **error)
{
    const dti_table *draft = builder->draft;
    struct dti__table_cell *cell = &row->cells[node];
    int64_t most = draft->framework->nodes[node].max_points;
    char text[DTI__NUMBER_SIZE];
    (void)dti__decimal_write(points, '.', text);
    if (points < 0 || points > most)
        return dti__fail(error, DTI__MSG_TABLE_AMOUNT,
                         DTI__ARGS(dti__table_unit_arg(draft, row->unit),
                                   dti__table_node_arg(draft, node), DTI__TEXT(text),
                                   DTI__POINTS(most, -1)));
    if (cell->basis != DTI_BASIS_NONE)
        return dti__fail(error, DTI__MSG_TABLE_FIGURE_TWICE,
                         DTI__ARGS(dti__table_unit_arg(draft, row->unit),
                                   dti__table_node_arg(draft, node), DTI__POINTS(cell->points, -1),
                                   DTI__TEXT(text)));
    cell->points = points;
    cell->basis = DTI_BASIS_POINTS;
    cell->provenance = (uint8_t)provenance;
    return DTI_OK;
}

dti_status dti_table_builder_add_points(dti_table_builder *builder, const char *unit,
                                        const char *code, int64_t points, dti_error **error)
{
    struct dti__table_row *row = NULL;
    size_t node = 0;
    if (!builder || !unit || !code)
        return dti__fail_null(error, !builder ? "builder" : !unit ? "unit" : "code");
    dti_status status = find_node(builder, code, &node, error);
    if (status == DTI_OK)
        status = dti__table_builder_row(builder, unit, &row, error);
    if (status != DTI_OK)
        return status;
    status = dti__table_builder_points(builder, row, node, points, DTI_PROVENANCE_SOURCE, error);
    if (status != DTI_OK)
        drop_empty(builder->draft);
    return status;
}

/* ── freezing ── */

static bool copy_text(struct dti__arena *arena, const char **text)
{
    *text = *text ? dti__arena_text(arena, *text, strlen(*text)) : NULL;
    return *text != NULL;
}

/* Amounts with a text are entered again; those without one stay in their cells. */
static bool copy_row(dti_table *table, const struct dti__table_row *from, struct dti__table_row *to)
{
    size_t nodes = table->framework->node_count;
    to->unit = from->unit;
    to->cells = dti__arena_array(&table->arena, nodes, sizeof *to->cells);
    to->figures = dti__arena_array(&table->arena, from->figure_count, sizeof *to->figures);
    if (!to->cells || !to->figures)
        return false;
    memcpy(to->cells, from->cells, nodes * sizeof *to->cells);
    for (size_t i = 0; i < from->figure_count; i++) {
        to->figures[i] = from->figures[i];
        if (!copy_text(&table->arena, &to->figures[i].text))
            return false;
        if (to->figures[i].quantity == DTI_QUANTITY_RANK)
            to->cells[to->figures[i].node].rank = 0;
        else
            to->cells[to->figures[i].node].basis = DTI_BASIS_NONE;
    }
    to->figure_count = from->figure_count;
    return true;
}

static bool copy_draft(const dti_table *draft, dti_table *table)
{
    table->id = draft->id;
    table->version = draft->version;
    table->year = draft->year;
    memcpy(table->day, draft->day, sizeof table->day);
    table->rows = dti__arena_array(&table->arena, draft->row_count, sizeof *table->rows);
    if (!table->rows || !copy_text(&table->arena, &table->id))
        return false;
    for (size_t i = 0; i < draft->row_count; i++)
        if (!copy_row(table, &draft->rows[i], &table->rows[i]))
            return false;
    table->row_count = draft->row_count;
    return true;
}

dti_status dti_table_builder_build(const dti_table_builder *builder, dti_table **out,
                                   dti_error **error)
{
    if (!builder || !out)
        return dti__fail_null(error, builder ? "out" : "builder");
    dti_table *table =
        dti__table_new(builder->draft->framework, builder->draft->units, &builder->allocator);
    dti_report *report = dti__report_new(NULL);
    bool is_made = table && report && copy_draft(builder->draft, table);
    if (is_made)
        table->out_of = builder->out_of;
    dti_status status = is_made && dti__table_finish(table, report) == DTI_OK
                            ? dti__report_result(report, error)
                            : dti__fail_nomem(error);
    dti_report_unref(report);
    if (status == DTI_OK)
        *out = table;
    else
        dti_table_unref(table);
    return status;
}
