/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Targets as data: a row per target. */
#include "targets-view.h"

#include "csv.h"

static const char *const titles[] = {
    "unit",     "id",          "codes",         "text",     "comparison", "value",
    "quantity", "wanted",      "due",           "owner",    "status",     "actual_year",
    "actual",   "actual_text", "baseline_year", "baseline", "expected",   "stated_status",
    "reason",   "source",      "sentence",      NULL,
};

/* As the documents call them. */
static const char *const comparisons[] = {"at-least", "at-most",  "equal",    "above",
                                          "below",    "increase", "decrease", "done",
                                          "in-group", "text",     NULL};

enum {
    WORDS_SIZE = 2048
};

static void put_figure(struct csv *csv, int32_t year, int64_t amount)
{
    csv_count_if(csv, year != 0, year);
    csv_points_if(csv, year != 0, amount);
}

static void put_wanted(struct csv *csv, const struct targets_view *view, size_t target)
{
    const dti_targets *targets = view->targets;
    dti_lang lang = view->cli->lang;
    char words[WORDS_SIZE];
    struct text codes = TEXT_EMPTY;
    targets_add_codes(&codes, view, target, ";");
    dti_targets_target_format(targets, target, lang, words, sizeof words);
    csv_text(csv, dti_targets_unit_id(targets));
    csv_text(csv, dti_targets_target_id(targets, target));
    csv_text(csv, text_get(&codes));
    csv_text(csv, dti_targets_target_text(targets, target, lang));
    csv_choice(csv, comparisons, (int)dti_targets_target_comparison(targets, target));
    csv_text(csv, dti_targets_target_value(targets, target));
    csv_text(csv, dti_targets_target_quantity(targets, target));
    csv_text(csv, words);
    csv_text(csv, dti_targets_target_due(targets, target));
    csv_text(csv, dti_targets_target_owner(targets, target, lang));
    text_free(&codes);
}

static void put_standing(struct csv *csv, const struct targets_view *view, size_t target)
{
    const dti_assessment *assessment = view->assessment;
    dti_lang lang = view->cli->lang;
    char sentence[WORDS_SIZE];
    int64_t expected = 0;
    dti_target_status stated = DTI_TARGET_OPEN;
    bool has_stated = dti_targets_target_stated(view->targets, target, &stated);
    csv_text(csv, dti_target_status_id(dti_assessment_status(assessment, target)));
    put_figure(csv, dti_assessment_actual_year(assessment, target),
               dti_assessment_actual(assessment, target));
    csv_text(csv, dti_assessment_actual_text(assessment, target));
    put_figure(csv, dti_assessment_baseline_year(assessment, target),
               dti_assessment_baseline(assessment, target));
    const bool has_expected = dti_assessment_expected(assessment, target, &expected) != 0;
    csv_points_if(csv, has_expected, expected);
    csv_text(csv, has_stated ? dti_target_status_id(stated) : "");
    csv_text(csv, dti_targets_target_reason(view->targets, target, lang));
    csv_text(csv, dti_targets_target_source(view->targets, target, lang));
    dti_assessment_format(assessment, target, lang, sentence, sizeof sentence);
    csv_text(csv, sentence);
}

void targets_print_data(const struct targets_view *view, const struct args *args)
{
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t i = 0; i < dti_targets_count(view->targets); i++) {
        if (targets_is_shown(view, i)) {
            put_wanted(&csv, view, i);
            put_standing(&csv, view, i);
            csv_end_row(&csv);
        }
    }
}
