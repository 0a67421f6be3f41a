/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What somebody should look at: reporters who contradict each other, sums that are not complete,
 * figures that jumped. */
#include "intake/merge.h"
#include "model/check.h"
#include "model/words.h"

#include <stdio.h>
#include <string.h>

/* Our own choice, and said so in the messages: figures beyond three times or below a third of last
 * year's, shares that moved by more than 30 percentage points. */
#define JUMP_TIMES  3.0
#define JUMP_POINTS 30.0

#define OTHERS_SIZE 256 /* places of a few figures */

struct review {
    const dti_dossier *dossier;
    const struct dti__combined *combined; /* one per input */
    dti_report *report;
};

/* Where an input stands in the document: the row for a pointer. */
static void find(const struct review *review, enum dti__msg message, size_t input,
                 const struct dti__arg *args, size_t arg_count)
{
    const dti_dossier *dossier = review->dossier;
    size_t at = 0;
    while (at < dossier->listed_count && dossier->order[at] != input)
        at++;
    if (at < dossier->listed_count)
        dti__check_find(review->report, message, args, arg_count, "/inputs/%zu", at);
    else
        dti__report_add(review->report, message, "/inputs", args, arg_count);
}

static struct dti__arg origin(const struct review *review, const struct dti__report_of *report,
                              struct dti__origin_words *words)
{
    struct dti__text2 names = dti__dossier_agency_names(review->dossier, report->reporter);
    return dti__origin_arg(report, names, words);
}

static bool counts(const struct dti__report_of *report)
{
    return report->reporter && !report->is_superseded && dti__report_speaks(report);
}

/* The first report that counts; every one that contradicts it is told beside it. */
static const struct dti__report_of *first_of(const struct dti__figure *figure)
{
    for (size_t i = 0; i < figure->report_count; i++)
        if (counts(&figure->reports[i]))
            return &figure->reports[i];
    return NULL;
}

static void tell_reports(const struct review *review, size_t input)
{
    struct dti__origin_words words[2];
    const struct dti__input *of = &review->dossier->framework->inputs[input];
    const struct dti__figure *figure = &review->dossier->figures[input];
    const struct dti__report_of *first = first_of(figure);
    const struct dti__report_of *before = NULL;
    struct dti__arg name = DTI__NAMES(of->names.vi, of->names.en);
    bool is_whole = dti__combine_needs_all(of);
    for (size_t i = 0; i < figure->report_count; i++) {
        const struct dti__report_of *report = &figure->reports[i];
        if (!counts(report))
            continue;
        bool is_torn = before && dti__report_is_of_one_row(before, report) &&
                       !dti__report_says_same(before, report);
        if (is_torn)
            find(review, DTI__MSG_CONFLICT_SELF, input,
                 DTI__ARGS(name, DTI__TEXT(of->id), origin(review, report, &words[0]),
                           dti__report_arg(of, before), dti__report_arg(of, report)));
        else if (!is_whole && !dti__report_says_same(first, report))
            find(review, DTI__MSG_CONFLICT_REPORTS, input,
                 DTI__ARGS(name, DTI__TEXT(of->id), origin(review, first, &words[0]),
                           dti__report_arg(of, first), origin(review, report, &words[1]),
                           dti__report_arg(of, report)));
        before = report;
    }
}

/* Where the operands of a derivation are asked for, by dti_lang: "biểu II, dòng I.5; …". */
static void put_places(const struct review *review, const struct dti__operands *operands,
                       char out[2][OTHERS_SIZE])
{
    for (size_t i = 0; i < operands->count; i++) {
        struct dti__place_words place = {{"", ""}};
        size_t input = operands->inputs[i];
        const struct dti__report_of *from = first_of(&review->dossier->figures[input]);
        if (from)
            dti__place_words(from, &place);
        for (int lang = DTI_LANG_VI; lang <= DTI_LANG_EN; lang++) {
            size_t used = strlen(out[lang]);
            (void)snprintf(out[lang] + used, OTHERS_SIZE - used, "%s%s", used > 0 ? "; " : "",
                           from ? place.in[lang] : review->dossier->framework->inputs[input].id);
        }
    }
}

static void tell_derived(const struct review *review, size_t input)
{
    struct dti__origin_words words;
    char others[2][OTHERS_SIZE] = {"", ""};
    const struct dti__input *of = &review->dossier->framework->inputs[input];
    const struct dti__combined *combined = &review->combined[input];
    const struct dti__report_of *first = first_of(&review->dossier->figures[input]);
    put_places(review, &of->derive.of, others);
    put_places(review, &of->derive.to, others);
    find(review, DTI__MSG_CONFLICT_DERIVED, input,
         DTI__ARGS(DTI__NAMES(of->names.vi, of->names.en), DTI__TEXT(of->id),
                   origin(review, first, &words), dti__report_arg(of, first),
                   DTI__NAMES(others[DTI_LANG_VI], others[DTI_LANG_EN]),
                   DTI__NUMBER(combined->derived, 6)));
}

static void tell_districts(const struct review *review, size_t input)
{
    struct dti__origin_words words;
    const dti_framework *framework = review->dossier->framework;
    const struct dti__input *of = &framework->inputs[input];
    size_t left = framework->constraints[review->combined[input].constraint].left.inputs[0];
    struct dti__place_words place = {{"", ""}};
    const struct dti__report_of *first = first_of(&review->dossier->figures[input]);
    const struct dti__report_of *district = first_of(&review->dossier->figures[left]);
    const char *id = framework->inputs[left].id;
    if (district)
        dti__place_words(district, &place);
    find(review, DTI__MSG_CONFLICT_DISTRICTS, input,
         DTI__ARGS(DTI__NAMES(of->names.vi, of->names.en), DTI__TEXT(of->id),
                   origin(review, first, &words), dti__report_arg(of, first),
                   district ? DTI__NAMES(place.in[DTI_LANG_VI], place.in[DTI_LANG_EN])
                            : DTI__TEXT(id),
                   DTI__NUMBER(review->combined[left].number, 6),
                   DTI__INTEGER(review->combined[left].said)));
}

static void tell_sum(const struct review *review, size_t input, enum dti__msg message)
{
    const struct dti__input *of = &review->dossier->framework->inputs[input];
    const struct dti__combined *combined = &review->combined[input];
    struct dti__arg name = DTI__NAMES(of->names.vi, of->names.en);
    struct dti__arg sum = dti__figure_arg(of, combined->state, combined->number, "");
    if (message == DTI__MSG_SUM_AWAITED)
        find(review, message, input,
             DTI__ARGS(name, DTI__TEXT(of->id), DTI__INTEGER(combined->said),
                       DTI__INTEGER(combined->asked), sum));
    else
        find(review, message, input, DTI__ARGS(name, DTI__TEXT(of->id), sum));
}

static void review_input(const struct review *review, size_t input)
{
    const struct dti__combined *combined = &review->combined[input];
    if (review->dossier->figures[input].report_count == 0 || combined->is_decided)
        return;
    if (combined->disputes & (DTI__DISPUTE_REPORTS | DTI__DISPUTE_SELF))
        tell_reports(review, input);
    if (combined->disputes & DTI__DISPUTE_DERIVED)
        tell_derived(review, input);
    if (combined->disputes & DTI__DISPUTE_DISTRICTS)
        tell_districts(review, input);
    if (combined->disputes & DTI__DISPUTE_RANGE)
        tell_sum(review, input, DTI__MSG_SUM_OUT_OF_RANGE);
    if (combined->outcome == DTI__OUTCOME_AWAITED)
        tell_sum(review, input, DTI__MSG_SUM_AWAITED);
}

bool dti__review_reports(const dti_dossier *dossier, dti_report *report)
{
    size_t count = dossier->framework->input_count;
    struct dti__arena arena;
    dti__arena_init(&arena, &dossier->arena.allocator);
    struct dti__figure *figures = dti__arena_array(&arena, count, sizeof *figures);
    struct dti__combined *combined = dti__arena_array(&arena, count, sizeof *combined);
    bool has_room = figures && combined;
    if (has_room) {
        memcpy(figures, dossier->figures, count * sizeof *figures);
        has_room = dti__combine_all(dossier->framework, figures, combined);
    }
    struct review review = {dossier, combined, report};
    for (size_t i = 0; has_room && i < count; i++)
        review_input(&review, i);
    dti__arena_release(&arena);
    return has_room;
}

static void check_jump(const struct review *review, size_t input, double before)
{
    const dti_framework *framework = review->dossier->framework;
    const struct dti__input *of = &framework->inputs[input];
    struct dti__arg name = DTI__NAMES(of->names.vi, of->names.en);
    double now = review->dossier->figures[input].number;
    double moved = now > before ? now - before : before - now;
    if (of->kind == DTI_INPUT_RATIO) {
        double percent = of->unit == DTI_NONE ? 100 : 100 / framework->units[of->unit].divisor;
        if (moved * percent > JUMP_POINTS)
            find(review, DTI__MSG_JUMP_POINTS, input,
                 DTI__ARGS(name, DTI__TEXT(of->id), DTI__NUMBER(now * percent, 4),
                           DTI__NUMBER(before * percent, 4), DTI__NUMBER(JUMP_POINTS, 0)));
    } else if (now >= 0 && before >= 0 &&
               (now > JUMP_TIMES * before || before > JUMP_TIMES * now)) {
        find(review, DTI__MSG_JUMP_TIMES, input,
             DTI__ARGS(name, DTI__TEXT(of->id), DTI__NUMBER(now, -1), DTI__NUMBER(before, -1),
                       DTI__NUMBER(JUMP_TIMES, 0)));
    }
}

void dti__review_jumps(const dti_dossier *dossier, const dti_dossier *last_year, dti_report *report)
{
    const dti_framework *framework = dossier->framework;
    struct review review = {dossier, NULL, report};
    for (size_t i = 0; i < framework->input_count; i++) {
        const struct dti__input *of = &framework->inputs[i];
        size_t then = dti_framework_input_find(last_year->framework, of->id);
        bool is_figure = of->kind == DTI_INPUT_COUNT || of->kind == DTI_INPUT_AMOUNT ||
                         of->kind == DTI_INPUT_RATIO;
        if (is_figure && then != DTI_NONE && last_year->framework->inputs[then].kind == of->kind &&
            dossier->figures[i].state == DTI_STATE_PRESENT &&
            last_year->figures[then].state == DTI_STATE_PRESENT)
            check_jump(&review, i, last_year->figures[then].number);
    }
}
