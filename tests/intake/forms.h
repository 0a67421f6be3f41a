/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A made-up but complete set of forms: every row of every reporter of Quang Nam filled in for 2023,
 * with the province's known figures of 2022 where there are any, the rest random and consistent:
 * districts stay below the departments, totals and shares are what they derive from. */
#ifndef TESTS_FORMS_H
#define TESTS_FORMS_H

#include "random.h"

#include "base/number.h"
#include "model/form.h"

#include <math.h>

#define FORMS_COLLECTION "vn-quangnam-2023"
#define FORMS_COUNT      34
#define FORMS_YEAR       2023

static inline dti_collection *forms_collection(void)
{
    dti_collection *collection = NULL;
    dti_error *error = NULL;
    sample_must(dti_collection_builtin(FORMS_COLLECTION, NULL, &collection, &error), &error);
    return collection;
}

/* A dossier of 2023 that nobody has reported to. */
static inline dti_dossier *forms_dossier(const dti_collection *collection)
{
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(dti_collection_framework(collection), "gso:49", FORMS_YEAR,
                                        NULL, &builder, &error),
                &error);
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    return dossier;
}

/* The province's figure of an input, as all who are asked report it. Districts and operators
 * report parts of sums, see forms_part(). */
struct forms_plan {
    double *values; /* one per input */
};

static inline double forms_random(const struct dti__input *input, uint64_t *seed)
{
    switch (input->kind) {
    case DTI_INPUT_RATIO:
        return random_below(seed, 10001) / 100.0;
    case DTI_INPUT_CHOICE:
        return random_below(seed, (uint32_t)input->choice_count);
    case DTI_INPUT_YES_NO:
        return random_below(seed, 2);
    case DTI_INPUT_AMOUNT:
        return (1000 + random_below(seed, 90000)) / 4.0;
    default:
        return 1000 + random_below(seed, 9000);
    }
}

/* The sum over a list of inputs, in their unit. */
static inline double forms_sum(const struct dti__operands *operands, const double *values)
{
    double sum = 0;
    for (size_t i = 0; i < operands->count; i++) {
        sum += values[operands->inputs[i]];
    }
    return sum;
}

/* Where a part would exceed its whole it becomes half of it. */
static inline void forms_hold(const dti_framework *framework, double *values)
{
    for (size_t i = 0; i < 3 * framework->constraint_count; i++) {
        const struct dti__constraint *constraint =
            &framework->constraints[i % framework->constraint_count];
        const double most = forms_sum(&constraint->right, values);
        if (constraint->is_equal || forms_sum(&constraint->left, values) <= most)
            continue;
        for (size_t k = 0; k < constraint->left.count; k++)
            values[constraint->left.inputs[k]] = floor(most / (2 * (double)constraint->left.count));
    }
}

static inline void forms_plan_make(struct forms_plan *plan, const dti_framework *framework,
                                   uint64_t seed)
{
    dti_dossier *known = sample_quangnam();
    plan->values = calloc(framework->input_count, sizeof *plan->values);
    ck_assert_ptr_nonnull(plan->values);
    for (size_t i = 0; i < framework->input_count; i++) {
        const struct dti__input *input = &framework->inputs[i];
        plan->values[i] = forms_random(input, &seed);
        if (input->kind != DTI_INPUT_TEXT && dti_dossier_input_state(known, i) == DTI_STATE_PRESENT)
            plan->values[i] = dti_dossier_input_number(known, i);
        if (input->combine == DTI__COMBINE_SUM)
            plan->values[i] = 40; /* far below what any department reports */
    }
    forms_hold(framework, plan->values);
    for (size_t i = 0; i < framework->derive_count; i++) {
        const size_t input = framework->derive_order[i];
        const struct dti__quantity *derive = &framework->inputs[input].derive;
        if (derive->form == DTI__FORM_SUM)
            plan->values[input] = forms_sum(&derive->of, plan->values);
        if (derive->form == DTI__FORM_RATIO)
            plan->values[input] = round(1e4 * forms_sum(&derive->of, plan->values) /
                                        forms_sum(&derive->to, plan->values)) /
                                  100;
    }
    dti_dossier_unref(known);
}

/* How many of the collection's reporters are asked for an input. */
static inline size_t forms_asked(const dti_collection *collection, size_t input)
{
    size_t asked = 0;
    for (size_t r = 0; r < collection->reporter_count; r++) {
        const struct dti__form_sheet *sheet = &collection->forms[collection->reporters[r].form];
        for (size_t i = 0; i < sheet->row_count; i++)
            asked += collection->rows[sheet->first_row + i].input == input;
    }
    return asked;
}

/* What one reporter hands in: 40 is 2 from each of 18 districts and 4 more from the first. */
static inline double forms_part(const dti_collection *collection, const struct forms_plan *plan,
                                size_t reporter, size_t input)
{
    const struct dti__form_sheet *sheet = &collection->forms[collection->reporters[reporter].form];
    if (collection->framework->inputs[input].combine != DTI__COMBINE_SUM)
        return plan->values[input];
    const size_t asked = forms_asked(collection, input);
    size_t before = 0;
    for (size_t r = 0; r < reporter; r++)
        before += &collection->forms[collection->reporters[r].form] == sheet;
    const double each = floor(plan->values[input] / (double)asked);
    return before == 0 ? plan->values[input] - each * (double)(asked - 1) : each;
}

static inline void forms_put_cell(struct random_text *text, const dti_collection *collection,
                                  const struct forms_plan *plan, size_t reporter,
                                  const struct dti__form_line *line)
{
    const struct dti__input *input = &collection->framework->inputs[line->input];
    const double value = forms_part(collection, plan, reporter, line->input);
    char number[DTI__NUMBER_SIZE];
    dti__number_write(value, number);
    random_put(text, ",{\"row\":\"%s\",", line->key);
    if (line->part_count > 0) {
        double rest = value;
        random_put(text, "\"parts\":[");
        for (size_t k = 0; k < line->part_count; k++) {
            const bool is_last = k + 1 == line->part_count;
            const double part = line->parts[k].input != DTI_NONE
                                    ? plan->values[line->parts[k].input]
                                : is_last ? rest
                                          : 0;
            rest -= part;
            dti__number_write(part, number);
            random_put(text, "%s%s", k > 0 ? "," : "", number);
        }
        random_put(text, "]}");
    } else if (line->is_list) {
        random_put(text, "\"list\":[");
        for (int k = 0; k < 3; k++)
            random_put(text, "%s{\"name\":\"Hệ thống %d\",\"counts\":%s}", k > 0 ? "," : "", k,
                       k < 2 || !line->counts.vi ? "true" : "false");
        random_put(text, "]}");
    } else if (input->kind == DTI_INPUT_CHOICE) {
        random_put(text, "\"value\":\"%s\"}", input->choices[(size_t)value].id);
    } else if (input->kind == DTI_INPUT_YES_NO) {
        random_put(text, "\"value\":%s}", value > 0 ? "true" : "false");
    } else if (input->kind == DTI_INPUT_TEXT) {
        random_put(text, "\"value\":\"Chuyển đổi số\"}");
    } else {
        random_put(text, "\"value\":%s}", number);
    }
}

static inline dti_form *forms_parse(const dti_collection *collection, const char *bytes,
                                    size_t length)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    sample_must(dti_form_parse(bytes, length, collection, NULL, &form, &error), &error);
    return form;
}

/* The form of a reporter, every row filled in. */
static inline dti_form *forms_full(const dti_collection *collection, const struct forms_plan *plan,
                                   size_t reporter)
{
    struct random_text text = {NULL, 0, 0};
    const struct dti__form_sheet *sheet = &collection->forms[collection->reporters[reporter].form];
    random_put(&text,
               "{\"format\":\"dti-form/1\",\"collection\":{\"id\":\"%s\",\"version\":\"%s\"},"
               "\"reporter\":\"%s\",\"unit\":{\"id\":\"gso:49\"},\"year\":%d,"
               "\"date\":\"2024-01-%02d\",\"revision\":1,\"rows\":[",
               collection->id, collection->version, collection->reporters[reporter].id, FORMS_YEAR,
               (int)(1 + reporter % 28));
    const size_t head = text.length;
    for (size_t i = 0; i < sheet->row_count; i++)
        forms_put_cell(&text, collection, plan, reporter, &collection->rows[sheet->first_row + i]);
    memmove(text.bytes + head, text.bytes + head + 1, text.length - head - 1); /* the first comma */
    text.length--;
    random_put(&text, "]}");
    dti_form *form = forms_parse(collection, text.bytes, text.length);
    free(text.bytes);
    return form;
}

/* A form with one row, as a revision or a planted error: {"row":…} as given. */
static inline dti_form *forms_one(const dti_collection *collection, const char *reporter,
                                  const char *date, int revision, const char *row)
{
    struct random_text text = {NULL, 0, 0};
    random_put(&text,
               "{\"format\":\"dti-form/1\",\"collection\":{\"id\":\"%s\",\"version\":\"%s\"},"
               "\"reporter\":\"%s\",\"unit\":{\"id\":\"gso:49\"},\"year\":%d,"
               "\"date\":\"%s\",\"revision\":%d,\"rows\":[%s]}",
               collection->id, collection->version, reporter, FORMS_YEAR, date, revision, row);
    dti_form *form = forms_parse(collection, text.bytes, text.length);
    free(text.bytes);
    return form;
}

#endif
