/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Targets as their users see them: made empty, shared, asked. */
#include <dti/targets.h>

#include "diag/message.h"
#include "model/targets.h"

const char *const dti__comparison_words[] = {"at-least", "at-most",  "equal",    "above",
                                             "below",    "increase", "decrease", "done",
                                             "in-group", "text",     NULL};
const char *const dti__target_status_words[] = {"open",   "achieved", "on-course",
                                                "behind", "missed",   NULL};
const char *const dti__target_quantity_words[] = {"",        "value", "points", "rank",
                                                  "percent", "count", "amount", NULL};
const char *const dti__bound_words[] = {"exact", "at-least", "at-most", "about", NULL};

#define STATUS_COUNT 5

const char *dti_target_status_id(dti_target_status status)
{
    return (size_t)status < STATUS_COUNT ? dti__target_status_words[status] : "";
}

const char *dti_target_status_name(dti_target_status status, dti_lang lang)
{
    static const enum dti__msg names[STATUS_COUNT] = {
        DTI__MSG_TARGET_OPEN, DTI__MSG_TARGET_ACHIEVED, DTI__MSG_TARGET_ON_COURSE,
        DTI__MSG_TARGET_BEHIND, DTI__MSG_TARGET_MISSED};
    return (size_t)status < STATUS_COUNT ? dti__message_text(names[status], lang) : "";
}

dti_targets *dti__targets_new(const dti_framework *framework, const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_targets *targets = dti__arena_alloc(&arena, sizeof *targets);
    if (!targets)
        return NULL;
    atomic_init(&targets->references, 1);
    targets->arena = arena;
    targets->framework = dti_framework_ref(framework);
    targets->id = "";
    targets->version = "";
    targets->unit_id = "";
    return targets;
}

dti_targets *dti_targets_ref(const dti_targets *targets)
{
    dti_targets *shared = (dti_targets *)(uintptr_t)targets;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_targets_unref(dti_targets *targets)
{
    if (!targets || atomic_fetch_sub_explicit(&targets->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(targets->framework);
    struct dti__arena arena = targets->arena; /* they lie in their own arena */
    dti__arena_release(&arena);
}

const dti_framework *dti_targets_framework(const dti_targets *targets)
{
    return targets ? targets->framework : NULL;
}

const char *dti_targets_id(const dti_targets *targets)
{
    return targets ? targets->id : "";
}

const char *dti_targets_version(const dti_targets *targets)
{
    return targets ? targets->version : "";
}

const char *dti_targets_title(const dti_targets *targets, dti_lang lang)
{
    return targets ? dti__text2_in(targets->titles, lang) : "";
}

const char *dti_targets_digest(const dti_targets *targets)
{
    return targets ? targets->digest : "";
}

const char *dti_targets_unit_id(const dti_targets *targets)
{
    return targets ? targets->unit_id : "";
}

const char *dti_targets_unit_name(const dti_targets *targets, dti_lang lang)
{
    return targets ? dti__text2_in(targets->unit_names, lang) : "";
}

int dti_targets_stated(const dti_targets *targets, size_t *achieved, size_t *of)
{
    if (!targets || !targets->has_stated)
        return 0;
    if (achieved)
        *achieved = (size_t)targets->stated_achieved;
    if (of)
        *of = (size_t)targets->stated_of;
    return 1;
}

const struct dti__target *dti__targets_at(const dti_targets *targets, size_t target)
{
    return targets && target < targets->target_count ? &targets->targets[target] : NULL;
}

size_t dti_targets_count(const dti_targets *targets)
{
    return targets ? targets->target_count : 0;
}

size_t dti_targets_find(const dti_targets *targets, const char *id)
{
    return targets ? dti__names_find(&targets->target_names, id) : DTI_NONE;
}

const char *dti_targets_target_id(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? at->id : "";
}

const char *dti_targets_target_text(const dti_targets *targets, size_t target, dti_lang lang)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? dti__text2_in(at->text, lang) : "";
}

dti_target_comparison dti_targets_target_comparison(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? (dti_target_comparison)at->comparison : DTI_TARGET_TEXT;
}

const char *dti_targets_target_value(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at && at->value ? at->value : "";
}

const char *dti_targets_target_quantity(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? dti__target_quantity_words[at->quantity] : "";
}

size_t dti_targets_target_node_count(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? at->code_count : 0;
}

size_t dti_targets_target_node(const dti_targets *targets, size_t target, size_t index)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at && index < at->code_count ? at->nodes[index] : DTI_NONE;
}

size_t dti_targets_target_input(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? at->input : DTI_NONE;
}

const char *dti_targets_target_due(const dti_targets *targets, size_t target)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? at->due_text : "";
}

const char *dti_targets_target_owner(const dti_targets *targets, size_t target, dti_lang lang)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? dti__text2_in(at->owner, lang) : "";
}

/* By its own sources, or by those of the framework. */
static const char *title_of(const dti_targets *targets, const char *source, dti_lang lang)
{
    size_t own = dti__names_find(&targets->source_names, source);
    const struct dti__text2 *titles = own != DTI_NONE
                                          ? &targets->sources[own].titles
                                          : dti__framework_source(targets->framework, source);
    return titles ? dti__text2_in(*titles, lang) : "";
}

const char *dti_targets_target_source(const dti_targets *targets, size_t target, dti_lang lang)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? title_of(targets, at->source, lang) : "";
}

const char *dti_targets_target_note(const dti_targets *targets, size_t target, dti_lang lang)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? dti__text2_in(at->note, lang) : "";
}

int dti_targets_target_stated(const dti_targets *targets, size_t target, dti_target_status *status)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    if (!at || !at->has_stated)
        return 0;
    if (status)
        *status = (dti_target_status)at->stated;
    return 1;
}

const char *dti_targets_target_reason(const dti_targets *targets, size_t target, dti_lang lang)
{
    const struct dti__target *at = dti__targets_at(targets, target);
    return at ? dti__text2_in(at->reason, lang) : "";
}
