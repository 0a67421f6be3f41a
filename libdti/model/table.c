/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Tables as their users see them: made empty, shared, asked. */
#include <dti/table.h>

#include "model/table.h"

#include <stdint.h>
#include <string.h>

const char *const dti__basis_words[] = {"none", "points", "printed", "ranks", NULL};

const char *dti_basis_name(dti_basis basis, dti_lang lang)
{
    static const enum dti__msg words[] = {DTI__MSG_BASIS_NONE, DTI__MSG_BASIS_POINTS,
                                          DTI__MSG_BASIS_PRINTED, DTI__MSG_BASIS_RANKS};
    return dti__message_text((size_t)basis < sizeof words / sizeof words[0] ? words[basis]
                                                                            : DTI__MSG_WORD_UNKNOWN,
                             lang);
}

dti_table *dti__table_new(const dti_framework *framework, const dti_units *units,
                          const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_table *table = dti__arena_alloc(&arena, sizeof *table);
    if (!table)
        return NULL;
    table->row_of = dti__arena_array(&arena, dti_units_count(units), sizeof *table->row_of);
    if (!table->row_of) {
        dti__arena_release(&arena);
        return NULL;
    }
    for (size_t i = 0; i < dti_units_count(units); i++)
        table->row_of[i] = DTI_NONE;
    atomic_init(&table->references, 1);
    atomic_init(&table->digest, NULL);
    table->arena = arena;
    table->framework = dti_framework_ref(framework);
    table->units = dti_units_ref(units);
    table->id = "";
    table->version = "";
    table->numbering = framework->numberings[0].id;
    return table;
}

dti_table *dti_table_ref(const dti_table *table)
{
    dti_table *shared = (dti_table *)(uintptr_t)table;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_table_unref(dti_table *table)
{
    if (!table || atomic_fetch_sub_explicit(&table->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_table_unref(table->origin);
    dti_framework_unref(table->framework);
    dti_units_unref(table->units);
    dti__release(&dti__malloc_allocator, atomic_load(&table->digest), DTI__DIGEST_SIZE);
    struct dti__arena arena = table->arena; /* the table lies in its own arena */
    dti__arena_release(&arena);
}

/* ── the head ── */

const dti_framework *dti_table_framework(const dti_table *table)
{
    return table ? table->framework : NULL;
}

const dti_units *dti_table_units(const dti_table *table)
{
    return table ? table->units : NULL;
}

const char *dti_table_id(const dti_table *table)
{
    return table ? table->id : "";
}

const char *dti_table_version(const dti_table *table)
{
    return table ? table->version : "";
}

const char *dti_table_title(const dti_table *table, dti_lang lang)
{
    return table ? dti__text2_in(table->titles, lang) : "";
}

int32_t dti_table_year(const dti_table *table)
{
    return table ? table->year : 0;
}

const char *dti_table_day(const dti_table *table)
{
    return table ? table->day : "";
}

const char *dti_table_numbering(const dti_table *table)
{
    return table ? table->numbering : "";
}

uint32_t dti_table_out_of(const dti_table *table)
{
    return table ? table->out_of : 0;
}

int dti_table_is_derived(const dti_table *table)
{
    return table && table->is_derived;
}

int dti_table_is_ranked_by_group(const dti_table *table)
{
    return table && table->is_ranked_by_group;
}

/* ── rows and cells ── */

size_t dti_table_row_count(const dti_table *table)
{
    return table ? table->row_count : 0;
}

static const struct dti__table_row *row_at(const dti_table *table, size_t row)
{
    return row < dti_table_row_count(table) ? &table->rows[row] : NULL;
}

size_t dti_table_row_unit(const dti_table *table, size_t row)
{
    const struct dti__table_row *at = row_at(table, row);
    return at ? at->unit : DTI_NONE;
}

size_t dti_table_find(const dti_table *table, size_t entry)
{
    return table && entry < dti_units_count(table->units) ? table->row_of[entry] : DTI_NONE;
}

static const struct dti__table_cell *cell_at(const dti_table *table, size_t row, size_t node)
{
    const struct dti__table_row *at = row_at(table, row);
    return at && node < table->framework->node_count ? &at->cells[node] : NULL;
}

dti_basis dti_table_basis(const dti_table *table, size_t row, size_t node)
{
    const struct dti__table_cell *cell = cell_at(table, row, node);
    if (!cell)
        return DTI_BASIS_NONE;
    return cell->basis == DTI_BASIS_NONE && cell->rank > 0 ? DTI_BASIS_RANKS
                                                           : (dti_basis)cell->basis;
}

int64_t dti_table_points(const dti_table *table, size_t row, size_t node)
{
    const struct dti__table_cell *cell = cell_at(table, row, node);
    return cell ? cell->points : 0;
}

int64_t dti_table_half_width(const dti_table *table, size_t row, size_t node)
{
    const struct dti__table_cell *cell = cell_at(table, row, node);
    return cell ? cell->half : 0;
}

uint32_t dti_table_rank(const dti_table *table, size_t row, size_t node)
{
    const struct dti__table_cell *cell = cell_at(table, row, node);
    return cell ? cell->rank : 0;
}

dti_provenance dti_table_provenance(const dti_table *table, size_t row, size_t node)
{
    const struct dti__table_cell *cell = cell_at(table, row, node);
    bool is_empty = !cell || (cell->basis == DTI_BASIS_NONE && cell->rank == 0);
    return is_empty ? DTI_PROVENANCE_UNKNOWN : (dti_provenance)cell->provenance;
}

/* ── printed figures ── */

size_t dti_table_figure_count(const dti_table *table, size_t row)
{
    const struct dti__table_row *at = row_at(table, row);
    return at ? at->figure_count : 0;
}

static const struct dti__printed *figure_at(const dti_table *table, size_t row, size_t index)
{
    const struct dti__table_row *at = row_at(table, row);
    return at && index < at->figure_count ? &at->figures[index] : NULL;
}

size_t dti_table_figure_node(const dti_table *table, size_t row, size_t index)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? figure->node : DTI_NONE;
}

dti_quantity_kind dti_table_figure_quantity(const dti_table *table, size_t row, size_t index)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? (dti_quantity_kind)figure->quantity : DTI_QUANTITY_POINTS;
}

dti_quantity_kind dti_table_figure_of(const dti_table *table, size_t row, size_t index)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? (dti_quantity_kind)figure->of : DTI_QUANTITY_POINTS;
}

int32_t dti_table_figure_against(const dti_table *table, size_t row, size_t index)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? (int32_t)figure->against : 0;
}

const char *dti_table_figure_text(const dti_table *table, size_t row, size_t index)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? figure->text : "";
}

int64_t dti_table_figure_amount(const dti_table *table, size_t row, size_t index)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? figure->amount : 0;
}

const char *dti_table_figure_source(const dti_table *table, size_t row, size_t index, dti_lang lang)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    const struct dti__text2 *titles = figure ? dti__table_source(table, figure->source) : NULL;
    return titles ? dti__text2_in(*titles, lang) : "";
}

const char *dti_table_figure_note(const dti_table *table, size_t row, size_t index, dti_lang lang)
{
    const struct dti__printed *figure = figure_at(table, row, index);
    return figure ? dti__text2_in(figure->note, lang) : "";
}

int dti_table_stated_mean(const dti_table *table, size_t node, int64_t *points, int64_t *half_width)
{
    for (size_t i = 0; table && i < table->figure_count; i++) {
        const struct dti__printed *figure = &table->figures[i];
        struct dti__table_cell cell = {0};
        if (figure->node != node || figure->subject != DTI__PRINTED_MEAN ||
            figure->group != DTI_NONE || !dti__printed_amount(table, figure, &cell))
            continue;
        if (points)
            *points = cell.points;
        if (half_width)
            *half_width = cell.half;
        return 1;
    }
    return 0;
}
