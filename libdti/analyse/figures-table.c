/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a table prints, as figures: amounts, ranks and changes of units, means, and how many stand
 * above them. */
#include "analyse/figures-known.h"
#include "base/number.h"
#include "model/table.h"
#include "model/units.h"

struct gatherer {
    dti_figures *figures;
    const dti_table *table;
    bool *fits; /* by node: the exact points of the row at hand can be told */
};

static struct dti__text2 source_of(const struct gatherer *gatherer, const char *id)
{
    const struct dti__text2 *source = dti__table_source(gatherer->table, id);
    return source ? *source : gatherer->table->titles;
}

static struct dti__span ranks_of(const dti_table *table)
{
    return (struct dti__span){DTI_POINT, (int64_t)table->out_of * DTI_POINT};
}

/* ── printed figures ── */

static struct dti__said begin_said(const struct gatherer *gatherer,
                                   const struct dti__printed *figure)
{
    return (struct dti__said){
        .unknown = DTI_NONE,
        .quantity = (dti_quantity_kind)figure->quantity,
        .text = figure->text,
        .source = source_of(gatherer, figure->source),
        .place = figure->place,
        .note = figure->note,
        .node = figure->node,
        .input = DTI_NONE,
        .year = gatherer->table->year,
        .against = figure->quantity == DTI_QUANTITY_DIFFERENCE ? (int32_t)figure->against : 0,
        .is_assumed = figure->provenance == DTI_PROVENANCE_ASSUMED,
        .is_calculated = figure->provenance == DTI_PROVENANCE_DERIVED ||
                         figure->quantity == DTI_QUANTITY_DIFFERENCE,
    };
}

/* The points that a value or points mean. False: it says nothing of points. */
static bool span_of_amount(const struct gatherer *gatherer, const struct dti__printed *figure,
                           struct dti__span *out)
{
    int64_t most = gatherer->table->framework->nodes[figure->node].max_points;
    struct dti__table_cell cell;
    if (!dti__printed_amount(gatherer->table, figure, &cell))
        return false;
    bool is_points = figure->quantity == DTI_QUANTITY_POINTS;
    if (figure->within == 0)
        return (is_points || most > 0) &&
               dti__span_stated(figure->text, figure->amount, figure->decimals,
                                is_points ? 1 : most, is_points ? 1 : DTI_POINT, out);
    *out = (struct dti__span){cell.points - cell.half, cell.points + cell.half};
    return true;
}

static struct dti__span exactly(int64_t amount)
{
    return (struct dti__span){amount, amount};
}

/* What a figure of a row speaks of; DTI_NONE: of nothing that could be held against others. */
static size_t unknown_of(const struct gatherer *gatherer, const struct dti__printed *figure,
                         const char *unit, const char *group, struct dti__span *span)
{
    const dti_table *table = gatherer->table;
    struct dti__subject_of of = {DTI__ABOUT_RANK, unit, group, figure->node, table->year, 0, 0};
    *span = exactly(figure->amount);
    if (figure->quantity == DTI_QUANTITY_RANK)
        return dti__figures_unknown(gatherer->figures, &of, ranks_of(table));
    if (figure->quantity != DTI_QUANTITY_DIFFERENCE)
        return span_of_amount(gatherer, figure, span)
                   ? dti__figures_points(gatherer->figures, unit, table->year, figure->node)
                   : DTI_NONE;
    of.against = (int32_t)figure->against;
    of.about = DTI__ABOUT_RANK_CHANGE;
    if (figure->of == DTI_QUANTITY_RANK)
        return dti__figures_unknown(gatherer->figures, &of,
                                    (struct dti__span){-DTI__MOST_STATED, DTI__MOST_STATED});
    of.about = DTI__ABOUT_VALUE_CHANGE;
    of.group = "";
    *span = dti__span_of_difference(figure->amount, figure->decimals);
    return dti__figures_unknown(gatherer->figures, &of, (struct dti__span){-DTI_POINT, DTI_POINT});
}

static const struct dti__unit_entry *entry_of(const dti_table *table,
                                              const struct dti__table_row *row)
{
    return &table->units->entries[row->unit];
}

/* Ranks count within a group, or among all. */
static const char *group_of(const dti_table *table, const struct dti__table_row *row)
{
    const struct dti__unit_entry *entry = entry_of(table, row);
    return table->is_ranked_by_group && entry->group_id ? entry->group_id : "";
}

static void say_printed(const struct gatherer *gatherer, const struct dti__table_row *row)
{
    const struct dti__unit_entry *entry = entry_of(gatherer->table, row);
    for (size_t i = 0; i < row->figure_count; i++) {
        const struct dti__printed *figure = &row->figures[i];
        bool is_exact = row->cells[figure->node].basis == DTI_BASIS_POINTS &&
                        figure->quantity == DTI_QUANTITY_POINTS;
        struct dti__said said = begin_said(gatherer, figure);
        said.unit = entry->id;
        said.unit_names = entry->names;
        if (is_exact && !gatherer->fits[figure->node])
            continue;
        said.unknown =
            unknown_of(gatherer, figure, entry->id, group_of(gatherer->table, row), &said.span);
        if (said.unknown != DTI_NONE)
            (void)dti__figures_say(gatherer->figures, &said);
    }
}

/* ── points that were computed ── */

/* Of a sum of parts, or of a weighted index, exactly; and how much may be missing from parts that
 * are not there. */
static bool adds_up(const dti_framework *framework, const struct dti__table_row *row, size_t at)
{
    const struct dti__node *node = &framework->nodes[at];
    const int64_t *factors = node->weighing.factors;
    struct dti__wide sum = {0, 0};
    int64_t points = row->cells[at].points;
    int64_t total = 0;
    int64_t missing = 0;
    for (size_t i = 0; i < node->child_count; i++) {
        const struct dti__table_cell *cell = &row->cells[node->children[i]];
        if (cell->basis == DTI_BASIS_NONE)
            missing += framework->nodes[node->children[i]].max_points;
        else
            dti__wide_add(&sum, cell->points, factors ? factors[i] : 1);
    }
    if (!dti__wide_divide(sum, factors ? node->weighing.divisor : 1, DTI__ROUND_HALF_EVEN, &total))
        return false;
    return node->kind == DTI_NODE_INDEX ? missing == 0 && total == points
                                        : total <= points && points - total <= missing;
}

/* Exact points were computed. Where parts were excluded they are rescaled, so that sums need not
 * come out; and whatever contains such a sum says nothing of its parts either. */
static void find_fitting(const struct gatherer *gatherer, const struct dti__table_row *row,
                         size_t at)
{
    const struct dti__node *node = &gatherer->table->framework->nodes[at];
    bool has_parts = false;
    bool fits = true;
    for (size_t i = 0; i < node->child_count; i++) {
        bool is_there = row->cells[node->children[i]].basis != DTI_BASIS_NONE;
        has_parts = has_parts || is_there;
        fits = fits && (!is_there || gatherer->fits[node->children[i]]);
    }
    gatherer->fits[at] = !has_parts || (fits && adds_up(gatherer->table->framework, row, at));
}

static void find_all_fitting(const struct gatherer *gatherer, const struct dti__table_row *row)
{
    const dti_framework *framework = gatherer->table->framework;
    for (size_t i = framework->tree_count; i-- > 0;)
        find_fitting(gatherer, row, i);
    for (size_t i = 0; i < dti__framework_index_count(framework); i++)
        find_fitting(gatherer, row, framework->index_order[i]);
}

static bool is_printed(const struct dti__table_row *row, size_t node)
{
    for (size_t i = 0; i < row->figure_count; i++)
        if (row->figures[i].node == node && (row->figures[i].quantity == DTI_QUANTITY_POINTS ||
                                             row->figures[i].quantity == DTI_QUANTITY_VALUE))
            return true;
    return false;
}

/* Points without a text, of a result or of a merger. */
static void say_computed(const struct gatherer *gatherer, const struct dti__table_row *row)
{
    const dti_table *table = gatherer->table;
    const struct dti__unit_entry *entry = entry_of(table, row);
    for (size_t i = 0; i < table->framework->node_count; i++) {
        const struct dti__table_cell *cell = &row->cells[i];
        char text[DTI__NUMBER_SIZE];
        if ((cell->basis != DTI_BASIS_POINTS && cell->basis != DTI_BASIS_PRINTED) ||
            (cell->basis == DTI_BASIS_POINTS && !gatherer->fits[i]) || is_printed(row, i))
            continue;
        (void)dti__decimal_write(cell->points, '.', text);
        const struct dti__said said = {
            .unknown = dti__figures_points(gatherer->figures, entry->id, table->year, i),
            .span = {cell->points - cell->half, cell->points + cell->half},
            .quantity = DTI_QUANTITY_POINTS,
            .text = text,
            .unit = entry->id,
            .unit_names = entry->names,
            .source = table->titles,
            .node = i,
            .input = DTI_NONE,
            .year = table->year,
            .is_assumed = cell->provenance == DTI_PROVENANCE_ASSUMED,
            .is_calculated = true,
        };
        (void)dti__figures_say(gatherer->figures, &said);
    }
}

/* Also a unit of which no rank is printed has one: so many units there are. */
static void count_unit(const struct gatherer *gatherer, const struct dti__table_row *row)
{
    const dti_table *table = gatherer->table;
    const struct dti__subject_of rank = {DTI__ABOUT_RANK,
                                         entry_of(table, row)->id,
                                         "",
                                         table->framework->overall,
                                         table->year,
                                         0,
                                         0};
    if (table->framework->overall != DTI_NONE)
        (void)dti__figures_unknown(gatherer->figures, &rank, ranks_of(table));
}

/* ── figures about all units ── */

/* The least and the most of a group are told of nobody. */
static void say_own(const struct gatherer *gatherer, const struct dti__printed *figure)
{
    const dti_table *table = gatherer->table;
    const char *group = figure->group == DTI_NONE ? "" : table->units->groups[figure->group].id;
    int64_t most = table->framework->nodes[figure->node].max_points;
    struct dti__subject_of of = {DTI__ABOUT_MEAN, "", group, figure->node, table->year, 0, 0};
    struct dti__said said = begin_said(gatherer, figure);
    said.unit = "";
    if (figure->subject == DTI__PRINTED_MEAN && span_of_amount(gatherer, figure, &said.span)) {
        said.unknown = dti__figures_unknown(gatherer->figures, &of, (struct dti__span){0, most});
    } else if (figure->subject == DTI__PRINTED_COUNT_ABOVE_MEAN) {
        of.about = DTI__ABOUT_COUNT;
        of.detail = DTI__COUNTS_UNITS_ABOVE_MEAN;
        said.span = exactly(figure->amount);
        said.unknown = dti__figures_unknown(
            gatherer->figures, &of, (struct dti__span){0, (int64_t)table->out_of * DTI_POINT});
    }
    if (said.unknown != DTI_NONE)
        (void)dti__figures_say(gatherer->figures, &said);
}

static void gather(const struct gatherer *gatherer)
{
    const dti_table *table = gatherer->table;
    for (size_t i = 0; i < table->row_count; i++) {
        find_all_fitting(gatherer, &table->rows[i]);
        count_unit(gatherer, &table->rows[i]);
        say_printed(gatherer, &table->rows[i]);
        say_computed(gatherer, &table->rows[i]);
    }
    for (size_t i = 0; i < table->figure_count; i++)
        say_own(gatherer, &table->figures[i]);
}

dti_status dti_figures_add_table(dti_figures *figures, const dti_table *table, dti_error **error)
{
    if (!figures || !table)
        return dti__fail_null(error, !figures ? "figures" : "table");
    const dti_framework *own = figures->framework;
    if (!dti__framework_is_same(own, table->framework))
        return dti__fail(error, DTI__MSG_FIGURES_FRAMEWORK,
                         DTI__ARGS(DTI__TEXT(table->id), DTI__TEXT(table->framework->id),
                                   DTI__TEXT(table->framework->version), DTI__TEXT(own->id),
                                   DTI__TEXT(own->version)));
    struct dti__figures_mark mark = dti__figures_begin(figures);
    struct gatherer gatherer = {figures, table, NULL};
    gatherer.fits = dti__alloc_array(&figures->allocator, own->node_count, sizeof *gatherer.fits);
    if (gatherer.fits)
        gather(&gatherer);
    else
        figures->is_out_of_memory = true;
    dti__release(&figures->allocator, gatherer.fits, own->node_count * sizeof *gatherer.fits);
    return dti__figures_settle(figures, mark, error);
}
