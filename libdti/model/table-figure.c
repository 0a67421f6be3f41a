/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures of tables: a printed text becomes an amount, and the amount fills its cell if it can be.
 */
#include "model/table.h"

#include "base/number.h"
#include "base/tens.h"
#include "base/wide.h"

#include <string.h>

/* Half of the last decimal that is meant, in 10^-9. Points with all nine decimals are exact, a
 * value never is. */
static int64_t half_of(const struct dti__printed *figure)
{
    int64_t half = dti__half_unit(figure->decimals);
    return half == 0 && figure->quantity != DTI_QUANTITY_POINTS ? 1 : half;
}

bool dti__printed_amount(const dti_table *table, const struct dti__printed *figure,
                         struct dti__table_cell *cell)
{
    int64_t maximum = table->framework->nodes[figure->node].max_points;
    bool is_points = figure->quantity == DTI_QUANTITY_POINTS;
    if (!is_points && figure->quantity != DTI_QUANTITY_VALUE)
        return false;
    cell->points = figure->amount;
    cell->half = half_of(figure);
    if (!is_points) { /* both are below 1.1 by check, so that the products fit */
        (void)dti__muldiv(figure->amount, maximum, DTI_POINT, DTI__ROUND_HALF_EVEN, &cell->points);
        (void)dti__muldiv(cell->half, maximum, DTI_POINT, DTI__ROUND_HALF_UP, &cell->half);
        cell->half += maximum % DTI_POINT != 0;
    }
    if (figure->within > 0)
        cell->half = figure->within;
    cell->basis = is_points && cell->half == 0 ? DTI_BASIS_POINTS : DTI_BASIS_PRINTED;
    return true;
}

bool dti__printed_read(struct dti__printed *figure, dti_report *report)
{
    int printed = 0;
    if (!dti__decimal_read(figure->text, strlen(figure->text), &figure->amount, &printed)) {
        dti__report_add(report, DTI__MSG_NOT_DECIMAL, figure->pointer,
                        DTI__ARGS(DTI__TEXT(figure->text)));
        return false;
    }
    if (figure->decimals >= 0 && figure->decimals < printed) {
        dti__report_add(report, DTI__MSG_DECIMALS_FEWER, figure->pointer,
                        DTI__ARGS(DTI__INTEGER(figure->decimals), DTI__INTEGER(printed)));
        return false;
    }
    if (figure->decimals < 0)
        figure->decimals = printed;
    return true;
}

bool dti__printed_is_possible(const dti_table *table, struct dti__arg whose,
                              const struct dti__printed *figure, dti_report *report)
{
    int64_t most = figure->quantity == DTI_QUANTITY_POINTS
                       ? table->framework->nodes[figure->node].max_points
                       : DTI_POINT;
    int64_t half = half_of(figure);
    if (figure->amount >= -half && figure->amount <= most + half)
        return true;
    dti__report_add(report, DTI__MSG_TABLE_AMOUNT, figure->pointer,
                    DTI__ARGS(whose, dti__table_node_arg(table, figure->node),
                              DTI__TEXT(figure->text), DTI__POINTS(most, -1)));
    return false;
}

/* ── into cells ── */

#define MOST_LOOKS 20

bool dti__table_refuse_second(const dti_table *table, const struct dti__table_row *row,
                              const struct dti__printed *figure, const char *first,
                              dti_report *report)
{
    dti__report_add(report, DTI__MSG_TABLE_FIGURE_TWICE, figure->pointer,
                    DTI__ARGS(dti__table_unit_arg(table, row->unit),
                              dti__table_node_arg(table, figure->node), DTI__TEXT(first),
                              DTI__TEXT(figure->text)));
    return false;
}

/* The text of the figure that filled a cell: there is none if points came without a text. A
 * document full of faults is told the first few. */
static const char *first_text(const struct dti__table_row *row, const struct dti__printed *figure,
                              const dti_report *report)
{
    bool is_rank = figure->quantity == DTI_QUANTITY_RANK;
    bool is_early = dti__report_errors(report) < MOST_LOOKS;
    for (size_t i = 0; is_early && i < row->figure_count; i++) {
        const struct dti__printed *other = &row->figures[i];
        if (other != figure && other->node == figure->node &&
            is_rank == (other->quantity == DTI_QUANTITY_RANK) &&
            other->quantity != DTI_QUANTITY_DIFFERENCE)
            return other->text;
    }
    return "…";
}

static bool enter_amount(const dti_table *table, struct dti__table_row *row,
                         const struct dti__printed *figure, dti_report *report)
{
    struct dti__table_cell *cell = &row->cells[figure->node];
    if (!dti__printed_is_possible(table, dti__table_unit_arg(table, row->unit), figure, report))
        return false;
    if (cell->basis != DTI_BASIS_NONE)
        return dti__table_refuse_second(table, row, figure, first_text(row, figure, report),
                                        report);
    cell->provenance = (uint8_t)figure->provenance;
    return dti__printed_amount(table, figure, cell);
}

static bool enter_rank(const dti_table *table, struct dti__table_row *row,
                       const struct dti__printed *figure, dti_report *report)
{
    struct dti__table_cell *cell = &row->cells[figure->node];
    int64_t most = table->out_of > 0 ? (int64_t)table->out_of : UINT32_MAX;
    int64_t rank = figure->amount / DTI_POINT;
    if (figure->amount % DTI_POINT != 0 || rank < 1 || rank > most) {
        dti__report_add(report, DTI__MSG_TABLE_RANK, figure->pointer,
                        DTI__ARGS(dti__table_unit_arg(table, row->unit),
                                  dti__table_node_arg(table, figure->node), DTI__TEXT(figure->text),
                                  DTI__INTEGER(most)));
        return false;
    }
    if (cell->rank != 0)
        return dti__table_refuse_second(table, row, figure, first_text(row, figure, report),
                                        report);
    cell->rank = (uint32_t)rank;
    if (cell->basis == DTI_BASIS_NONE)
        cell->provenance = (uint8_t)figure->provenance;
    return true;
}

static bool enter_difference(const dti_table *table, const struct dti__table_row *row,
                             const struct dti__printed *figure, dti_report *report)
{
    bool is_rank = figure->of == DTI_QUANTITY_RANK;
    int64_t most = is_rank ? UINT32_MAX * DTI_POINT : DTI_POINT;
    if (figure->amount < -most || figure->amount > most ||
        (is_rank && figure->amount % DTI_POINT != 0)) {
        dti__report_add(report, DTI__MSG_TABLE_DIFFERENCE, figure->pointer,
                        DTI__ARGS(dti__table_unit_arg(table, row->unit),
                                  dti__table_node_arg(table, figure->node),
                                  DTI__TEXT(figure->text)));
        return false;
    }
    if (figure->against != table->year && figure->against >= DTI__FIRST_YEAR &&
        figure->against <= DTI__LAST_YEAR)
        return true;
    dti__report_add(report, DTI__MSG_TABLE_AGAINST, figure->pointer,
                    DTI__ARGS(DTI__INTEGER(table->year)));
    return false;
}

bool dti__table_enter(const dti_table *table, struct dti__table_row *row,
                      struct dti__printed *figure, dti_report *report)
{
    if (!dti__printed_read(figure, report))
        return false;
    if (figure->quantity == DTI_QUANTITY_RANK)
        return enter_rank(table, row, figure, report);
    return figure->quantity == DTI_QUANTITY_DIFFERENCE
               ? enter_difference(table, row, figure, report)
               : enter_amount(table, row, figure, report);
}
