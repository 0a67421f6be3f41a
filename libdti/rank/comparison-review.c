/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reviewing a comparison: changes that the later table prints, held against what both tables give.
 */
#include "base/tens.h"
#include "base/wide.h"
#include "rank/comparison.h"

#define VALUE_DIGITS 4

struct printed { /* a difference of a unit, beside what it speaks of */
    const dti_comparison *comparison;
    const struct dti__printed *figure;
    size_t line;
    size_t unit;
    dti_report *report;
};

static struct dti__arg source_arg(const struct printed *printed)
{
    const dti_table *table = printed->comparison->tables[DTI_AFTER];
    const struct dti__text2 *titles = dti__table_source(table, printed->figure->source);
    return titles ? DTI__NAMES(titles->vi, titles->en) : DTI__TERM(DTI__MSG_WORD_NO_SOURCE);
}

static struct dti__arg unit_arg(const struct printed *printed)
{
    const dti_comparison *comparison = printed->comparison;
    return dti__table_unit_arg(comparison->tables[DTI_AFTER],
                               comparison->units[printed->unit].entry);
}

static struct dti__arg node_arg(const struct printed *printed)
{
    return dti__table_node_arg(printed->comparison->tables[DTI_AFTER], printed->figure->node);
}

/* Ranks are whole: any difference is one too many. */
static void review_rank(const struct printed *printed)
{
    const struct dti__printed *figure = printed->figure;
    int32_t change = 0;
    if (!dti_comparison_rank_change(printed->comparison, printed->line, printed->unit, &change) ||
        change * DTI_POINT == figure->amount)
        return;
    dti__report_add(printed->report,
                    change > 0   ? DTI__MSG_PRINTED_RANK_RISE
                    : change < 0 ? DTI__MSG_PRINTED_RANK_FALL
                                 : DTI__MSG_PRINTED_RANK_LEVEL,
                    figure->pointer,
                    DTI__ARGS(unit_arg(printed), node_arg(printed),
                              DTI__INTEGER(dti_comparison_rank(printed->comparison, printed->line,
                                                               printed->unit, DTI_BEFORE)),
                              DTI__INTEGER(dti_comparison_rank(printed->comparison, printed->line,
                                                               printed->unit, DTI_AFTER)),
                              DTI__TEXT(figure->text), source_arg(printed),
                              DTI__INTEGER(change < 0 ? -change : change)));
}

/* How far the value of one side may be off, in 10⁻⁹, rounded up; the nodes of the side are one. */
static int64_t slack_of(const struct printed *printed, dti_side side)
{
    const dti_comparison *comparison = printed->comparison;
    const struct dti__comparison_side *at = &comparison->lines[printed->line].sides[side];
    size_t row = comparison->units[printed->unit].rows[side];
    int64_t half = 0;
    int64_t slack = 0;
    for (size_t i = 0; i < at->count; i++)
        half += dti_table_half_width(comparison->tables[side], row, at->nodes[i]);
    (void)dti__muldiv(half, DTI_POINT, at->max_points, DTI__ROUND_HALF_UP, &slack);
    return slack + 1;
}

static struct dti__arg value_arg(const struct printed *printed, dti_side side)
{
    const dti_comparison *comparison = printed->comparison;
    int64_t value = 0;
    (void)dti__muldiv(dti_comparison_points(comparison, printed->line, printed->unit, side),
                      DTI_POINT, dti_comparison_max_points(comparison, printed->line, side),
                      DTI__ROUND_HALF_UP, &value);
    return DTI__POINTS(value, VALUE_DIGITS);
}

/* Values are rounded on both sides, and so is what is printed of them. */
static void review_value(const struct printed *printed)
{
    const struct dti__printed *figure = printed->figure;
    int64_t change = 0;
    if (!dti_comparison_value_change(printed->comparison, printed->line, printed->unit, &change))
        return;
    int64_t slack = slack_of(printed, DTI_BEFORE) + slack_of(printed, DTI_AFTER) +
                    dti__half_unit(figure->decimals);
    if (figure->amount - change <= slack && change - figure->amount <= slack)
        return;
    dti__report_add(printed->report, DTI__MSG_PRINTED_VALUE_CHANGE, figure->pointer,
                    DTI__ARGS(unit_arg(printed), node_arg(printed), value_arg(printed, DTI_BEFORE),
                              value_arg(printed, DTI_AFTER), DTI__TEXT(figure->text),
                              source_arg(printed), DTI__POINTS(change, VALUE_DIGITS)));
}

static void review_unit(const dti_comparison *comparison, size_t unit, dti_report *report)
{
    const dti_table *after = comparison->tables[DTI_AFTER];
    size_t row = comparison->units[unit].rows[DTI_AFTER];
    if (row == DTI_NONE)
        return;
    for (size_t i = 0; i < after->rows[row].figure_count; i++) {
        const struct dti__printed *figure = &after->rows[row].figures[i];
        struct printed printed = {comparison, figure, comparison->line_of[figure->node], unit,
                                  report};
        if (figure->quantity != DTI_QUANTITY_DIFFERENCE ||
            figure->against != comparison->tables[DTI_BEFORE]->year || printed.line == DTI_NONE)
            continue;
        if (figure->of == DTI_QUANTITY_RANK)
            review_rank(&printed);
        else
            review_value(&printed);
    }
}

dti_status dti_comparison_review(const dti_comparison *comparison, size_t entry,
                                 dti_report **report, dti_error **error)
{
    if (!comparison || !report)
        return dti__fail_null(error, comparison ? "report" : "comparison");
    size_t unit = dti_comparison_find_unit(comparison, entry);
    if (entry != DTI_NONE && unit == DTI_NONE)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("entry")));
    dti_report *made = dti__report_new(dti_table_id(comparison->tables[DTI_AFTER]));
    for (size_t i = 0; i < comparison->unit_count; i++)
        if (made && (entry == DTI_NONE || i == unit))
            review_unit(comparison, i, made);
    if (!made || dti__report_result(made, NULL) == DTI_E_NOMEM) {
        dti_report_unref(made);
        return dti__fail_nomem(error);
    }
    *report = made;
    return DTI_OK;
}
