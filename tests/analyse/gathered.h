/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures gathered in tests: statements in a line, and what the identities among them come to. */
#ifndef TESTS_ANALYSE_GATHERED_H
#define TESTS_ANALYSE_GATHERED_H

#include <dti/dti.h>

#include "analyse/figures-headline.h"
#include "samples.h"

#include <stdint.h>
#include <stdio.h>

#define MILLI INT64_C(1000000) /* 10^-3 in 10^-9 */

static inline dti_figures *gathered_begin(const char *framework_id)
{
    dti_framework *framework = NULL;
    dti_figures *figures = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin(framework_id, NULL, &framework, &error), &error);
    sample_must(dti_figures_new(framework, NULL, &figures, &error), &error);
    dti_framework_unref(framework);
    return figures;
}

static inline void gathered_add(dti_figures *figures, const char *unit, int32_t year,
                                const char *code, dti_quantity_kind quantity, const char *text)
{
    dti_statement statement = DTI_STATEMENT_INIT;
    dti_error *error = NULL;
    statement.unit = unit;
    statement.year = year;
    statement.code = code;
    statement.quantity = quantity;
    statement.text = text;
    sample_must(dti_figures_add(figures, &statement, &error), &error);
}

/* A built-in table, of the framework of the figures. */
static inline void gathered_table(dti_figures *figures, const char *id)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builtin(id, NULL, &table, &error), &error);
    sample_must(dti_figures_add_table(figures, table, &error), &error);
    dti_table_unref(table);
}

static inline void gathered_tie(dti_figures *figures)
{
    dti__figures_tie_changes(figures);
    dti__figures_tie_ranks(figures);
    dti__figures_tie_means(figures);
    dti__figures_tie_headlines(figures);
    ck_assert(!figures->is_out_of_memory);
}

static inline size_t gathered_node(const dti_figures *figures, const char *code)
{
    size_t node = dti_framework_find(figures->framework, NULL, code);
    ck_assert_msg(node != DTI_NONE, "no node %s", code);
    return node;
}

static inline size_t gathered_count(const dti_figures *figures, dti_identity kind)
{
    size_t count = 0;
    for (size_t i = 0; i < figures->identity_count; i++)
        count += figures->identities[i].kind == kind;
    return count;
}

/* The n-th identity of a kind. */
static inline const struct dti__identity *gathered_at(const dti_figures *figures, dti_identity kind,
                                                      size_t at)
{
    for (size_t i = 0; i < figures->identity_count; i++)
        if (figures->identities[i].kind == kind && at-- == 0)
            return &figures->identities[i];
    ck_abort_msg("no such identity");
    return NULL;
}

/* Whether an identity can hold by the figures of its own unknowns. */
static inline bool gathered_holds(dti_figures *figures, const struct dti__identity *identity)
{
    struct dti__known *known = dti__figures_known(figures);
    int64_t low = 0;
    int64_t high = 0;
    for (size_t i = 0; i < identity->term_count; i++) {
        const struct dti__addend *term = &identity->terms[i];
        struct dti__span span = known[term->unknown].figure == DTI_NONE
                                    ? figures->unknowns[term->unknown].limits
                                    : known[term->unknown].span;
        low += term->factor * (term->factor > 0 ? span.low : span.high);
        high += term->factor * (term->factor > 0 ? span.high : span.low);
    }
    dti__known_release(figures, known);
    return identity->term_count > 0 && low <= identity->span.high && high >= identity->span.low;
}

/* An identity that cannot hold, on a line: what failed tests show. */
static inline void gathered_show(const dti_figures *figures, const struct dti__identity *identity)
{
    const char *code = identity->node == DTI_NONE
                           ? "-"
                           : dti_framework_node_code(figures->framework, identity->node, NULL);
    printf("# %s %d %s %s:", dti__text2_in(identity->unit_names, DTI_LANG_EN), (int)identity->year,
           code, identity->term_count > 0 ? "tie" : "clash");
    for (size_t i = 0; i < identity->term_count; i++)
        for (size_t k = 0; k < figures->said_count; k++)
            if (figures->said[k].unknown == identity->terms[i].unknown)
                printf(" %s", figures->said[k].text);
    for (size_t i = 0; i < identity->need_count; i++)
        printf(" [%s %s]", dti__text2_in(figures->said[identity->needs[i]].unit_names, DTI_LANG_EN),
               figures->said[identity->needs[i]].text);
    printf("\n");
}

#endif
