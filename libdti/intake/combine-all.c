/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Combining the inputs of a dossier together: what derives from others, what should include others,
 * and decisions, which outlive everything but a later report. */
#include "base/number.h"
#include "base/rounding.h"
#include "base/time.h"
#include "intake/combine.h"
#include "model/check.h"

#include <math.h>
#include <string.h>

#define SLACK 1e-9 /* of the larger side: sums of decimals are not exact in binary */

struct board { /* one entry per input */
    const dti_framework *framework;
    struct dti__figure *figures;
    struct dti__combined *combined;
    double *plain; /* what others derive from: what is reported, or else what follows */
    bool *is_known;
    size_t *first_limit; /* constraints with the input alone on the right, as a chain */
    size_t *next_limit;  /* one per constraint */
};

static double divisor_of(const dti_framework *framework, size_t input)
{
    size_t unit = framework->inputs[input].unit;
    return unit == DTI_NONE ? 1 : framework->units[unit].divisor;
}

static bool add_up(const struct board *board, const struct dti__operands *operands, double *sum)
{
    *sum = 0;
    for (size_t i = 0; i < operands->count; i++) {
        if (!board->is_known[operands->inputs[i]])
            return false;
        *sum += board->plain[operands->inputs[i]];
    }
    return true;
}

/* What an input derives from, as a plain number. False: not all of it is there, or it does not
 * derive from other inputs. */
static bool derive(const struct board *board, const struct dti__quantity *quantity, double *value)
{
    double other = 0;
    bool is_pair = quantity->form == DTI__FORM_DIFFERENCE || quantity->form == DTI__FORM_RATIO;
    if ((quantity->form != DTI__FORM_SUM && !is_pair) || !add_up(board, &quantity->of, value))
        return false;
    if (!is_pair)
        return true;
    if (!add_up(board, &quantity->to, &other))
        return false;
    if (quantity->form == DTI__FORM_RATIO && !(other > 0 || other < 0))
        return false;
    *value = quantity->form == DTI__FORM_RATIO ? *value / other : *value - other;
    return fabs(*value) <= DTI__MOST_FIGURE;
}

/* A ratio is printed with so many decimals; what it derives from may differ by half of the last. */
static bool is_rounded(double printed, double exact)
{
    double half = 0.5;
    for (int i = dti__number_decimals(printed); i > 0; i--)
        half /= 10;
    return fabs(printed - exact) <= half + SLACK * fabs(exact);
}

static bool is_limit(const dti_framework *framework, const struct dti__constraint *constraint)
{
    return !constraint->is_equal && constraint->left.count == 1 && constraint->right.count == 1 &&
           framework->inputs[constraint->left.inputs[0]].combine == DTI__COMBINE_SUM &&
           framework->inputs[constraint->right.inputs[0]].combine != DTI__COMBINE_SUM;
}

/* A sum over districts, of which the figure of a department should be no smaller. */
static void check_limits(struct board *board, size_t input, struct dti__combined *combined)
{
    const dti_framework *framework = board->framework;
    for (size_t i = board->first_limit[input]; i != DTI_NONE; i = board->next_limit[i]) {
        size_t left = framework->constraints[i].left.inputs[0];
        double most = combined->number / divisor_of(framework, input);
        if (board->figures[left].report_count == 0 || !board->is_known[left] ||
            board->plain[left] <= most + SLACK * fabs(most))
            continue;
        combined->disputes |= DTI__DISPUTE_DISTRICTS;
        combined->constraint = i;
        break;
    }
}

static void check_others(struct board *board, size_t input, struct dti__combined *combined)
{
    const struct dti__quantity *quantity = &board->framework->inputs[input].derive;
    double derived = 0;
    if (combined->outcome != DTI__OUTCOME_AGREED || combined->state != DTI_STATE_PRESENT)
        return;
    if (derive(board, quantity, &derived)) {
        combined->derived = derived * divisor_of(board->framework, input);
        if (!is_rounded(combined->number, combined->derived))
            combined->disputes |= DTI__DISPUTE_DERIVED;
    }
    check_limits(board, input, combined);
    if (combined->disputes != 0)
        combined->outcome = DTI__OUTCOME_DISPUTED;
}

static bool has_later(const struct dti__figure *figure, struct dti__date day)
{
    for (size_t i = 0; i < figure->report_count; i++)
        if (!figure->reports[i].is_superseded && figure->reports[i].reporter &&
            dti__date_compare(figure->reports[i].date, day) > 0)
            return true;
    return false;
}

static bool any_later(const struct board *board, const struct dti__operands *operands,
                      struct dti__date day)
{
    for (size_t i = 0; i < operands->count; i++)
        if (has_later(&board->figures[operands->inputs[i]], day))
            return true;
    return false;
}

/* A report after the decision, of the input or of what it is held against, opens it again. */
static bool is_reopened(const struct board *board, size_t input,
                        const struct dti__decision *decision)
{
    const struct dti__quantity *quantity = &board->framework->inputs[input].derive;
    struct dti__date day = dti__time_day(decision->time);
    if (has_later(&board->figures[input], day) || any_later(board, &quantity->of, day) ||
        any_later(board, &quantity->to, day))
        return true;
    for (size_t i = board->first_limit[input]; i != DTI_NONE; i = board->next_limit[i])
        if (any_later(board, &board->framework->constraints[i].left, day))
            return true;
    return false;
}

static void decide(struct board *board, size_t input, struct dti__combined *combined)
{
    const struct dti__figure *figure = &board->figures[input];
    const struct dti__input *kind = &board->framework->inputs[input];
    double derived = 0;
    if (figure->decision_count == 0)
        return;
    const struct dti__decision *decision = &figure->decisions[figure->decision_count - 1];
    if (is_reopened(board, input, decision))
        return;
    const struct dti__report_of *of = NULL;
    if (decision->reporter && *decision->reporter) {
        of = dti__decision_of(figure, decision);
        if (!of)
            return;
    } else if (decision->reporter) {
        if (!derive(board, &kind->derive, &derived))
            return;
        derived *= divisor_of(board->framework, input);
        if (derived < kind->low || derived > kind->high)
            return;
    }
    combined->is_decided = true;
    combined->of = of;
    combined->state = of ? of->state : (uint8_t)DTI_STATE_PRESENT;
    combined->number = of ? of->number : decision->reporter ? derived : decision->number;
}

static void take(struct dti__figure *figure, uint8_t state, double number,
                 const struct dti__report_of *of)
{
    bool is_present = state == DTI_STATE_PRESENT;
    figure->is_listed = true;
    figure->state = state;
    figure->number = is_present ? number : 0;
    figure->text = of && is_present ? of->text : NULL;
    figure->items = of && is_present ? of->items : NULL;
    figure->item_count = of && is_present ? of->item_count : 0;
    figure->reason = of && !is_present ? of->note : (struct dti__text2){NULL, NULL};
}

static struct dti__text2 reason_of(enum dti__msg message)
{
    return (struct dti__text2){dti__message_text(message, DTI_LANG_VI),
                               dti__message_text(message, DTI_LANG_EN)};
}

/* What nobody has settled stays as it was before anybody reported. */
static void take_undecided(struct dti__figure *figure, const struct dti__combined *combined)
{
    const struct dti__report_of *prior = dti__reports_prior(figure);
    if (prior) {
        take(figure, prior->state, prior->number, prior);
    } else if (combined->outcome == DTI__OUTCOME_SILENT) {
        take(figure, combined->state, 0, NULL);
    } else {
        take(figure, DTI_STATE_NOT_ASSESSED, 0, NULL);
        figure->reason =
            reason_of(combined->outcome == DTI__OUTCOME_AWAITED ? DTI__MSG_REASON_AWAITED
                                                                : DTI__MSG_REASON_DISPUTED);
    }
}

static void settle(struct board *board, size_t input)
{
    struct dti__figure *figure = &board->figures[input];
    struct dti__combined *combined = &board->combined[input];
    const struct dti__quantity *quantity = &board->framework->inputs[input].derive;
    if (figure->report_count > 0) {
        dti__reports_supersede(figure);
        dti__combine_reports(&board->framework->inputs[input], figure, combined);
        check_others(board, input, combined);
        decide(board, input, combined);
        figure->is_disputed = combined->outcome == DTI__OUTCOME_DISPUTED && !combined->is_decided;
        if (combined->is_decided || combined->outcome == DTI__OUTCOME_AGREED)
            take(figure, combined->state, combined->number, combined->of);
        else
            take_undecided(figure, combined);
    }
    bool is_present = figure->state == DTI_STATE_PRESENT;
    bool prefers = board->framework->inputs[input].prefer_derived;
    board->is_known[input] = is_present;
    if (is_present)
        board->plain[input] = figure->number / divisor_of(board->framework, input);
    double derived = 0;
    if ((!is_present || prefers) && derive(board, quantity, &derived)) {
        board->is_known[input] = true;
        board->plain[input] = derived;
    }
}

static bool open_board(struct board *board, struct dti__arena *arena, struct dti__combined *all)
{
    const dti_framework *framework = board->framework;
    size_t count = framework->input_count;
    board->combined = all ? all : dti__arena_array(arena, count, sizeof *board->combined);
    board->plain = dti__arena_array(arena, count, sizeof *board->plain);
    board->is_known = dti__arena_array(arena, count, sizeof *board->is_known);
    board->first_limit = dti__arena_array(arena, count, sizeof *board->first_limit);
    board->next_limit =
        dti__arena_array(arena, framework->constraint_count, sizeof *board->next_limit);
    if (!board->combined || !board->plain || !board->is_known || !board->first_limit ||
        !board->next_limit)
        return false;
    for (size_t i = 0; i < count; i++)
        board->first_limit[i] = DTI_NONE;
    for (size_t i = framework->constraint_count; i-- > 0;) {
        const struct dti__constraint *constraint = &framework->constraints[i];
        if (!is_limit(framework, constraint))
            continue;
        board->next_limit[i] = board->first_limit[constraint->right.inputs[0]];
        board->first_limit[constraint->right.inputs[0]] = i;
    }
    return true;
}

/* Sums first, since figures are held against them; what derives last, operands before it. */
static void settle_all(struct board *board)
{
    const dti_framework *framework = board->framework;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < framework->input_count; i++) {
            bool is_sum = framework->inputs[i].combine == DTI__COMBINE_SUM;
            if (framework->inputs[i].derive.form == DTI__FORM_NONE && is_sum == (pass == 0))
                settle(board, i);
        }
    for (size_t i = 0; i < framework->derive_count; i++)
        settle(board, framework->derive_order[i]);
}

bool dti__combine_all(const dti_framework *framework, struct dti__figure *figures,
                      struct dti__combined *all)
{
    struct board board = {.framework = framework, .figures = figures};
    struct dti__arena arena;
    dti__arena_init(&arena, &dti__malloc_allocator);
    bool has_room = open_board(&board, &arena, all);
    if (has_room) {
        int rounding = dti__rounding_begin();
        settle_all(&board);
        dti__rounding_end(rounding);
    }
    dti__arena_release(&arena);
    return has_room;
}

static bool is_same(const struct dti__figure *a, const struct dti__figure *b)
{
    struct dti__report_of left = {.state = a->state,
                                  .number = a->number,
                                  .text = a->text,
                                  .items = a->items,
                                  .item_count = a->item_count};
    struct dti__report_of right = {.state = b->state,
                                   .number = b->number,
                                   .text = b->text,
                                   .items = b->items,
                                   .item_count = b->item_count};
    return dti__report_says_same(&left, &right);
}

bool dti__combine_check(dti_dossier *dossier, dti_report *report)
{
    const dti_framework *framework = dossier->framework;
    size_t count = framework->input_count;
    struct dti__arena arena;
    dti__arena_init(&arena, &dossier->arena.allocator);
    struct dti__figure *figures = dti__arena_array(&arena, count, sizeof *figures);
    struct dti__combined *combined = dti__arena_array(&arena, count, sizeof *combined);
    bool has_room = figures && combined;
    if (has_room) {
        memcpy(figures, dossier->figures, count * sizeof *figures);
        has_room = dti__combine_all(framework, figures, combined);
    }
    for (size_t i = 0; has_room && i < dossier->listed_count; i++) {
        size_t input = dossier->order[i];
        struct dti__figure *figure = &dossier->figures[input];
        figure->is_disputed = figures[input].is_disputed;
        figure->is_decided = figure->report_count > 0 && combined[input].is_decided;
        if (!is_same(figure, &figures[input]))
            dti__check_find(report, DTI__MSG_REPORTS_DIFFER,
                            DTI__ARGS(DTI__TEXT(framework->inputs[input].id)), "/inputs/%zu", i);
    }
    dti__arena_release(&arena);
    return has_room;
}
