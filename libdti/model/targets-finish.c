/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing targets: names resolved, figures read, what can be held against what. */
#include "base/number.h"
#include "model/check.h"
#include "model/dossier.h"
#include "model/targets.h"

#include <stdio.h>
#include <string.h>

#define POINTER_SIZE 64 /* of a target or a figure: two indices */

/* ── names ── */

static void check_source(const dti_targets *targets, const char *source, dti_report *report,
                         const char *pointer, const char *key)
{
    if (source && dti__names_find(&targets->source_names, source) == DTI_NONE &&
        !dti__framework_source(targets->framework, source))
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(source)), "%s/%s",
                        pointer, key);
}

static bool resolve_nodes(dti_targets *targets, struct dti__target *target, dti_report *report,
                          const char *pointer)
{
    target->nodes = dti__arena_array(&targets->arena, target->code_count, sizeof *target->nodes);
    if (!target->nodes)
        return false;
    for (size_t i = 0; i < target->code_count; i++) {
        target->nodes[i] =
            dti_framework_find(targets->framework, targets->numbering, target->codes[i]);
        if (target->nodes[i] == DTI_NONE)
            dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(target->codes[i])),
                            "%s/codes/%zu", pointer, i);
    }
    return true;
}

static const char *word_of(const struct dti__target *target)
{
    return dti__target_quantity_words[target->quantity];
}

/* Which quantity a kind of input is; "" for kinds that are no figure. */
static const char *quantity_of(const struct dti__input *input)
{
    switch (input->kind) {
    case DTI_INPUT_RATIO:
        return dti__target_quantity_words[DTI__TARGET_PERCENT];
    case DTI_INPUT_COUNT:
    case DTI_INPUT_LIST:
        return dti__target_quantity_words[DTI__TARGET_COUNT];
    case DTI_INPUT_AMOUNT:
        return dti__target_quantity_words[DTI__TARGET_AMOUNT];
    default:
        return "";
    }
}

static bool says_done(const struct dti__input *input)
{
    return input->kind == DTI_INPUT_YES_NO || input->kind == DTI_INPUT_LIST ||
           input->kind == DTI_INPUT_COUNT;
}

static void resolve_input(const dti_targets *targets, struct dti__target *target,
                          dti_report *report, const char *pointer)
{
    char at[POINTER_SIZE + sizeof "/input"];
    snprintf(at, sizeof at, "%s/input", pointer);
    if (!target->input_name)
        return;
    target->input = dti__names_find(&targets->framework->input_names, target->input_name);
    if (target->input == DTI_NONE) {
        dti__check_unknown_input(targets->framework, target->input_name, report, at);
        return;
    }
    const struct dti__input *input = &targets->framework->inputs[target->input];
    const char *quantity = quantity_of(input);
    bool wants_done = target->comparison == DTI_TARGET_DONE;
    if (wants_done ? !says_done(input) : !*quantity)
        dti__check_find(report, DTI__MSG_TARGET_INPUT,
                        DTI__ARGS(DTI__TEXT(target->input_name),
                                  DTI__TEXT(dti__comparison_words[target->comparison])),
                        "%s", at);
    else if (!wants_done && target->quantity != DTI__TARGET_NOTHING &&
             strcmp(quantity, word_of(target)) != 0)
        dti__check_find(report, DTI__MSG_UNKNOWN_WORD,
                        DTI__ARGS(DTI__TEXT(word_of(target)), DTI__TEXT(quantity)), "%s/quantity",
                        pointer);
}

/* ── figures ── */

static bool is_whole(int64_t amount)
{
    return amount % DTI_POINT == 0;
}

/* What a quantity can be at all. */
static void check_range(const struct dti__target *target, int64_t amount, dti_report *report,
                        const char *pointer, const char *key)
{
    bool is_counted = target->quantity == DTI__TARGET_RANK || target->quantity == DTI__TARGET_COUNT;
    int64_t least = target->quantity == DTI__TARGET_RANK ? DTI_POINT : 0;
    if (is_counted && !is_whole(amount))
        dti__check_find(report, DTI__MSG_NOT_WHOLE, DTI__ARGS(DTI__POINTS(amount, -1)), "%s/%s",
                        pointer, key);
    else if (target->quantity == DTI__TARGET_VALUE && (amount < 0 || amount > DTI_POINT))
        dti__check_find(report, DTI__MSG_OUT_OF_RANGE,
                        DTI__ARGS(DTI__POINTS(amount, -1), DTI__INTEGER(0), DTI__INTEGER(1)),
                        "%s/%s", pointer, key);
    else if ((is_counted || target->quantity == DTI__TARGET_POINTS) && amount < least)
        dti__check_find(report, DTI__MSG_BELOW,
                        DTI__ARGS(DTI__POINTS(amount, -1), DTI__POINTS(least, -1)), "%s/%s",
                        pointer, key);
}

/* Decimal text as printed. False if it is none, which is then reported. */
static bool read_decimal(const char *text, int64_t *amount, int *decimals, dti_report *report,
                         const char *pointer, const char *key)
{
    if (!dti__decimal_read(text, strlen(text), amount, decimals))
        dti__check_find(report, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(text)), "%s/%s", pointer,
                        key);
    else if (*amount > DTI__MOST_STATED || *amount < -DTI__MOST_STATED)
        dti__check_find(report, DTI__MSG_STATED_TOO_LARGE,
                        DTI__ARGS(DTI__TEXT(text), DTI__INTEGER(DTI__MOST_STATED / DTI_POINT)),
                        "%s/%s", pointer, key);
    else
        return true;
    return false;
}

/* The share that a part is of a whole; only of what is a share. */
static void read_share(const struct dti__target *target, struct dti__target_figure *figure,
                       dti_report *report, const char *pointer)
{
    int decimals = 0;
    if (target->quantity != DTI__TARGET_PERCENT && target->quantity != DTI__TARGET_VALUE) {
        dti__check_find(report, DTI__MSG_FOREIGN_KEY,
                        DTI__ARGS(DTI__TEXT("part"), DTI__TEXT(word_of(target))), "%s/part",
                        pointer);
        return;
    }
    bool has_part =
        read_decimal(figure->part, &figure->part_amount, &decimals, report, pointer, "part");
    if (has_part && figure->part_amount < 0)
        dti__check_find(report, DTI__MSG_BELOW,
                        DTI__ARGS(DTI__POINTS(figure->part_amount, -1), DTI__INTEGER(0)), "%s/part",
                        pointer);
    if (read_decimal(figure->whole, &figure->whole_amount, &decimals, report, pointer, "whole") &&
        figure->whole_amount <= 0)
        dti__check_find(report, DTI__MSG_TARGET_WHOLE, DTI__ARGS(DTI__TEXT(figure->whole)),
                        "%s/whole", pointer);
}

static bool has_figure_before(const struct dti__target *target, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (target->figures[i].year == target->figures[index].year)
            return true;
    return false;
}

static void resolve_figures(const dti_targets *targets, struct dti__target *target,
                            dti_report *report, const char *up)
{
    for (size_t i = 0; i < target->figure_count; i++) {
        struct dti__target_figure *figure = &target->figures[i];
        char pointer[POINTER_SIZE];
        snprintf(pointer, sizeof pointer, "%.30s/figures/%zu", up, i);
        check_source(targets, figure->source, report, pointer, "source");
        if (has_figure_before(target, i))
            dti__check_find(report, DTI__MSG_TARGET_YEAR_TWICE,
                            DTI__ARGS(DTI__INTEGER(figure->year)), "%s/year", pointer);
        if (!figure->text)
            continue;
        if (read_decimal(figure->text, &figure->amount, &figure->decimals, report, pointer, "text"))
            check_range(target, figure->amount, report, pointer, "text");
        if (figure->part)
            read_share(target, figure, report, pointer);
    }
}

/* ── what is wanted ── */

/* The best band first: who is in a better one has reached it as well. */
static void resolve_group(const dti_targets *targets, struct dti__target *target,
                          dti_report *report, const char *pointer)
{
    const dti_framework *framework = targets->framework;
    bool is_exact = false;
    if (!target->band_name)
        return;
    for (size_t i = 0; i < framework->band_count && target->band == DTI_NONE; i++)
        if (strcmp(framework->bands[i].id, target->band_name) == 0)
            target->band = i;
    if (target->band == DTI_NONE) {
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_BAND), DTI__TEXT(target->band_name)),
                        "%s/group", pointer);
        return;
    }
    const struct dti__band *band = &framework->bands[target->band];
    int quantity = band->by_rank ? DTI__TARGET_RANK : DTI__TARGET_VALUE;
    if (target->quantity != DTI__TARGET_NOTHING && target->quantity != quantity)
        dti__check_find(
            report, DTI__MSG_UNKNOWN_WORD,
            DTI__ARGS(DTI__TEXT(word_of(target)), DTI__TEXT(dti__target_quantity_words[quantity])),
            "%s/quantity", pointer);
    target->quantity = quantity;
    target->group = band->names;
    if (band->by_rank)
        target->amount = band->rank_at_most * DTI_POINT;
    else
        dti__number_to_nano(band->value_at_least, &target->amount, &is_exact);
}

/* With ranks a smaller number is a better one: who writes "at-least" has most likely not meant it.
 */
static void review_rank(const struct dti__target *target, dti_report *report, const char *pointer)
{
    bool is_upwards = target->comparison == DTI_TARGET_AT_LEAST ||
                      target->comparison == DTI_TARGET_ABOVE ||
                      target->comparison == DTI_TARGET_INCREASE;
    if (dti__target_is_rank(target) && is_upwards)
        dti__check_find(
            report, DTI__MSG_TARGET_RANK_UPWARDS,
            DTI__ARGS(DTI__TEXT(target->id), DTI__TEXT(dti__comparison_words[target->comparison])),
            "%s/comparison", pointer);
}

static bool is_of_a_node(const struct dti__target *target)
{
    return target->quantity == DTI__TARGET_VALUE || target->quantity == DTI__TARGET_POINTS ||
           target->quantity == DTI__TARGET_RANK;
}

static bool has_texts(const struct dti__target *target)
{
    bool is_printed = target->value != NULL;
    for (size_t i = 0; i < target->figure_count && !is_printed; i++)
        is_printed = target->figures[i].text != NULL;
    return is_printed;
}

static void check_wanted(const dti_targets *targets, struct dti__target *target, dti_report *report,
                         const char *pointer)
{
    int decimals = 0;
    resolve_group(targets, target, report, pointer);
    if (target->quantity == DTI__TARGET_NOTHING && has_texts(target))
        dti__check_find(report, DTI__MSG_MISSING_KEY, DTI__ARGS(DTI__TEXT("quantity")), "%s",
                        pointer);
    if (is_of_a_node(target) && target->code_count > 1)
        dti__check_find(report, DTI__MSG_TARGET_ONE_NODE,
                        DTI__ARGS(DTI__TEXT(word_of(target)), DTI__INTEGER(target->code_count)),
                        "%s/codes", pointer);
    if (target->value &&
        read_decimal(target->value, &target->amount, &decimals, report, pointer, "value"))
        check_range(target, target->amount, report, pointer, "value");
    review_rank(target, report, pointer);
    if (target->due.year != 0 && target->set.year != 0 &&
        dti__date_compare(target->due, target->set) < 0)
        dti__check_find(report, DTI__MSG_DATES_REVERSED,
                        DTI__ARGS(DTI__DATE(target->set), DTI__DATE(target->due)), "%s/due",
                        pointer);
    if (target->due.year != 0)
        dti__date_write(target->due, target->due_text);
}

dti_status dti__targets_finish(dti_targets *targets, dti_report *report)
{
    struct dti__arena *arena = &targets->arena;
    if (!dti__check_unique(arena, &targets->source_names, &targets->sources[0].id,
                           sizeof *targets->sources, targets->source_count, report, "/sources") ||
        !dti__check_unique(arena, &targets->target_names, &targets->targets[0].id,
                           sizeof *targets->targets, targets->target_count, report, "/targets"))
        return DTI_E_NOMEM;
    check_source(targets, targets->stated_source, report, "/stated", "source");
    for (size_t i = 0; i < targets->target_count; i++) {
        struct dti__target *target = &targets->targets[i];
        char pointer[POINTER_SIZE];
        snprintf(pointer, sizeof pointer, "/targets/%zu", i);
        check_source(targets, target->source, report, pointer, "source");
        check_source(targets, target->stated_source, report, pointer, "stated/source");
        if (!resolve_nodes(targets, target, report, pointer))
            return DTI_E_NOMEM;
        check_wanted(targets, target, report, pointer);
        resolve_input(targets, target, report, pointer);
        resolve_figures(targets, target, report, pointer);
    }
    return DTI_OK;
}
