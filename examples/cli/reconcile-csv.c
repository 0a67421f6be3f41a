/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A reconciliation as data: a row per identity, and one per figure that a repair would correct. */
#include "reconcile-view.h"

#include "csv.h"

enum {
    SENTENCE_SIZE = 4096
};

static const char *const titles[] = {
    "record",      "problem",      "repair",        "kind",     "verdict",
    "unit",        "year",         "code",          "printed",  "stated_low",
    "stated_high", "expected_low", "expected_high", "sentence", NULL,
};

static const char *code_of(const struct reconcile_view *view, size_t node)
{
    const dti_framework *framework = dti_reconciliation_framework(view->found);
    return node != DTI_NONE ? dti_framework_node_code(framework, node, NULL) : "";
}

/* The problem that an identity belongs to, from 1; 0: none. */
static size_t problem_of(const struct reconcile_view *view, size_t identity)
{
    for (size_t i = 0; i < dti_reconciliation_problem_count(view->found); i++) {
        for (size_t k = 0; k < dti_reconciliation_problem_size(view->found, i); k++) {
            if (dti_reconciliation_problem_identity(view->found, i, k) == identity) {
                return i + 1;
            }
        }
    }
    return 0;
}

static void put_whose(struct csv *csv, const struct reconcile_view *view, size_t figure,
                      size_t node)
{
    int32_t year = dti_reconciliation_figure_year(view->found, figure);
    csv_text(csv, dti_reconciliation_figure_unit(view->found, figure));
    csv_count_if(csv, year != 0, year);
    csv_text(csv, code_of(view, node));
}

static void put_identity(struct csv *csv, const struct reconcile_view *view, size_t identity)
{
    const dti_reconciliation *found = view->found;
    int64_t low = 0;
    int64_t high = 0;
    char words[SENTENCE_SIZE];
    size_t problem = problem_of(view, identity);
    csv_text(csv, "identity");
    csv_count_if(csv, problem > 0, (int64_t)problem);
    csv_text(csv, "");
    csv_text(csv, dti_identity_id(dti_reconciliation_identity(found, identity)));
    csv_text(csv, dti_verdict_id(dti_reconciliation_identity_verdict(found, identity)));
    put_whose(csv, view, dti_reconciliation_identity_figure(found, identity, 0),
              dti_reconciliation_identity_node(found, identity));
    csv_text(csv, "");
    bool has_stated = dti_reconciliation_identity_stated(found, identity, &low, &high) != 0;
    csv_points_if(csv, has_stated, low);
    csv_points_if(csv, has_stated, high);
    bool has_expected = dti_reconciliation_identity_expected(found, identity, &low, &high) != 0;
    csv_points_if(csv, has_expected, low);
    csv_points_if(csv, has_expected, high);
    dti_reconciliation_identity_format(found, identity, view->cli->lang, words, sizeof words);
    csv_text(csv, words);
    csv_end_row(csv);
}

static void put_suspect(struct csv *csv, const struct reconcile_view *view, size_t problem,
                        size_t repair, size_t suspect)
{
    const dti_reconciliation *found = view->found;
    size_t figure = dti_reconciliation_repair_figure(found, problem, repair, suspect, 0);
    int64_t low = 0;
    int64_t high = 0;
    char words[SENTENCE_SIZE];
    csv_text(csv, "suspect");
    csv_count(csv, (int64_t)problem + 1);
    csv_count(csv, (int64_t)repair + 1);
    csv_text(csv, "");
    csv_text(csv, "");
    put_whose(csv, view, figure, dti_reconciliation_figure_node(found, figure));
    csv_text(csv, dti_reconciliation_figure_text(found, figure));
    csv_text(csv, "");
    csv_text(csv, "");
    bool is_known =
        dti_reconciliation_repair_range(found, problem, repair, suspect, &low, &high) != 0;
    csv_points_if(csv, is_known, low);
    csv_points_if(csv, is_known, high);
    dti_reconciliation_repair_format(found, problem, repair, view->cli->lang, words, sizeof words);
    csv_text(csv, words);
    csv_end_row(csv);
}

static void put_repairs(struct csv *csv, const struct reconcile_view *view, size_t problem)
{
    for (size_t i = 0; i < dti_reconciliation_repair_count(view->found, problem); i++) {
        for (size_t k = 0; k < dti_reconciliation_repair_size(view->found, problem, i); k++) {
            put_suspect(csv, view, problem, i, k);
        }
    }
}

void reconcile_print_data(const struct reconcile_view *view, const struct args *args)
{
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t i = 0; i < dti_reconciliation_identity_count(view->found); i++) {
        bool holds = dti_reconciliation_identity_verdict(view->found, i) == DTI_VERDICT_HOLDS;
        if ((view->has_all || !holds) && reconcile_has_identity(view, i)) {
            put_identity(&csv, view, i);
        }
    }
    for (size_t i = 0; i < dti_reconciliation_problem_count(view->found); i++) {
        if (reconcile_has_problem(view, i)) {
            put_repairs(&csv, view, i);
        }
    }
}
