/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Single figures, as a user types them in. */
#include "analyse/figures.h"

#include "base/number.h"
#include "diag/given.h"
#include "diag/options.h"
#include "model/dossier.h"

#include <string.h>

struct read_statement {
    size_t node;
    const char *unit; /* "" for none, in NFC */
    struct dti__text2 source;
    int64_t amount;
    int64_t decimals;
};

static dti_status check(const dti_statement *statement, dti_error **error)
{
    const char *missing = !statement->code ? "code" : !statement->text ? "text" : NULL;
    bool is_quantity = statement->quantity == DTI_QUANTITY_POINTS ||
                       statement->quantity == DTI_QUANTITY_VALUE ||
                       statement->quantity == DTI_QUANTITY_RANK;
    if (missing)
        return dti__fail_null(error, missing);
    if (!is_quantity || statement->decimals < 0 || statement->decimals > 9)
        return dti__fail(error, DTI__MSG_ARG_RANGE,
                         DTI__ARGS(DTI__TEXT(is_quantity ? "decimals" : "quantity")));
    if (statement->year != 0 &&
        (statement->year < DTI__FIRST_YEAR || statement->year > DTI__LAST_YEAR))
        return dti__fail(error, DTI__MSG_OUT_OF_RANGE,
                         DTI__ARGS(DTI__INTEGER(statement->year), DTI__INTEGER(DTI__FIRST_YEAR),
                                   DTI__INTEGER(DTI__LAST_YEAR)));
    return DTI_OK;
}

/* A rank is a whole number from 1 on. */
static dti_status read_amount(const dti_statement *statement, struct read_statement *read,
                              dti_error **error)
{
    int printed = 0;
    if (!dti__decimal_read(statement->text, strlen(statement->text), &read->amount, &printed))
        return dti__fail(error, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(statement->text)));
    if (read->amount > DTI__MOST_STATED || read->amount < -DTI__MOST_STATED)
        return dti__fail(
            error, DTI__MSG_STATED_TOO_LARGE,
            DTI__ARGS(DTI__TEXT(statement->text), DTI__INTEGER(DTI__MOST_STATED / DTI_POINT)));
    if (statement->quantity == DTI_QUANTITY_RANK &&
        (read->amount < DTI_POINT || read->amount % DTI_POINT != 0))
        return dti__fail(error, DTI__MSG_FIGURE_NOT_RANK, DTI__ARGS(DTI__TEXT(statement->text)));
    read->decimals = statement->decimals > printed ? statement->decimals : printed;
    if (statement->quantity == DTI_QUANTITY_RANK)
        read->decimals = 9; /* exact */
    return DTI_OK;
}

static dti_status read_statement(dti_figures *figures, const dti_statement *statement,
                                 struct read_statement *read, dti_error **error)
{
    dti_status status = check(statement, error);
    if (status == DTI_OK)
        status = dti__framework_find_node(figures->framework, statement->code, &read->node, error);
    if (status == DTI_OK)
        status = read_amount(statement, read, error);
    if (status == DTI_OK && statement->unit && *statement->unit)
        status = dti__given_text(&figures->arena, statement->unit, "unit", &read->unit, error);
    if (status == DTI_OK && statement->source && *statement->source)
        status =
            dti__given_text(&figures->arena, statement->source, "source", &read->source.vi, error);
    return status;
}

static bool make_claim(dti_figures *figures, const dti_statement *statement,
                       const struct read_statement *read, struct dti__said *said)
{
    const struct dti__subject_of rank = {DTI__ABOUT_RANK, read->unit, "", read->node,
                                         statement->year, 0,          0};
    int64_t max_points = figures->framework->nodes[read->node].max_points;
    bool is_value = statement->quantity == DTI_QUANTITY_VALUE;
    if ((is_value && max_points <= 0) ||
        !dti__span_stated(statement->text, read->amount, read->decimals, is_value ? max_points : 1,
                          is_value ? DTI_POINT : 1, &said->span))
        return false;
    if (statement->quantity == DTI_QUANTITY_RANK)
        said->unknown =
            dti__figures_unknown(figures, &rank, (struct dti__span){DTI_POINT, DTI__MOST_STATED});
    else
        said->unknown = dti__figures_points(figures, read->unit, statement->year, read->node);
    return true;
}

dti_status dti_figures_add(dti_figures *figures, const dti_statement *statement, dti_error **error)
{
    if (!figures || !statement)
        return dti__fail_null(error, !figures ? "figures" : "statement");
    dti_statement given = DTI_STATEMENT_INIT;
    struct read_statement read = {.unit = "", .source = {NULL, NULL}};
    dti_status status = dti__options_read(statement, &given, sizeof given, "dti_statement", error);
    if (status == DTI_OK)
        status = read_statement(figures, &given, &read, error);
    if (status != DTI_OK)
        return status;
    struct dti__figures_mark mark = dti__figures_begin(figures);
    struct dti__said said = {.quantity = given.quantity,
                             .text = given.text,
                             .unit = read.unit,
                             .source = read.source,
                             .node = read.node,
                             .input = DTI_NONE,
                             .year = given.year};
    if (!make_claim(figures, &given, &read, &said))
        return dti__fail(
            error, DTI__MSG_STATED_TOO_LARGE,
            DTI__ARGS(DTI__TEXT(given.text), DTI__INTEGER(DTI__MOST_STATED / DTI_POINT)));
    (void)dti__figures_say(figures, &said);
    return dti__figures_settle(figures, mark, error);
}
