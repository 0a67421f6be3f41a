/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include <dti/framework.h>

#include "model/framework.h"

#include <string.h>

dti_framework *dti__framework_new(const dti_allocator *allocator)
{
    struct dti__arena arena;
    dti__arena_init(&arena, allocator);
    dti_framework *framework = dti__arena_alloc(&arena, sizeof *framework);
    if (!framework)
        return NULL;
    atomic_init(&framework->references, 1);
    framework->arena = arena;
    framework->overall = DTI_NONE;
    return framework;
}

dti_framework *dti_framework_ref(const dti_framework *framework)
{
    /* The one place where const is dropped: the count is not part of the value. */
    dti_framework *shared = (dti_framework *)(uintptr_t)framework;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_framework_unref(dti_framework *framework)
{
    if (!framework ||
        atomic_fetch_sub_explicit(&framework->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(framework->extends.base); /* no deeper than DTI_LIMIT_OVERLAYS */
    struct dti__arena arena = framework->arena;   /* the framework lies in its own arena */
    dti__arena_release(&arena);
}

const char *dti_framework_id(const dti_framework *framework)
{
    return framework ? framework->id : "";
}

const char *dti_framework_version(const dti_framework *framework)
{
    return framework ? framework->version : "";
}

const char *dti_framework_title(const dti_framework *framework, dti_lang lang)
{
    return framework ? dti__text2_in(framework->titles, lang) : "";
}

const char *dti_framework_digest(const dti_framework *framework)
{
    return framework ? framework->digest : "";
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

const char *dti_framework_base_id(const dti_framework *framework)
{
    return or_empty(framework ? framework->extends.id : NULL);
}

const char *dti_framework_base_version(const dti_framework *framework)
{
    return or_empty(framework ? framework->extends.version : NULL);
}

const char *dti_framework_base_digest(const dti_framework *framework)
{
    return or_empty(framework ? framework->extends.digest : NULL);
}

int32_t dti_framework_year_from(const dti_framework *framework)
{
    return framework ? (int32_t)framework->year_from : 0;
}

int32_t dti_framework_year_to(const dti_framework *framework)
{
    return framework ? (int32_t)framework->year_to : 0;
}

int dti_framework_points_digits(const dti_framework *framework)
{
    return framework ? (int)framework->points_digits : 0;
}

int dti_framework_value_digits(const dti_framework *framework)
{
    return framework ? (int)framework->value_digits : 0;
}

size_t dti_framework_numbering_count(const dti_framework *framework)
{
    return framework ? framework->numbering_count : 0;
}

const char *dti_framework_numbering_id(const dti_framework *framework, size_t index)
{
    return framework && index < framework->numbering_count ? framework->numberings[index].id : "";
}

const char *dti_framework_numbering_name(const dti_framework *framework, size_t index,
                                         dti_lang lang)
{
    return framework && index < framework->numbering_count
               ? dti__text2_in(framework->numberings[index].names, lang)
               : "";
}

/* Index of a numbering; the default for NULL. */
static size_t find_numbering(const dti_framework *framework, const char *id)
{
    if (!id)
        return 0;
    for (size_t i = 0; i < framework->numbering_count; i++)
        if (strcmp(framework->numberings[i].id, id) == 0)
            return i;
    return DTI_NONE;
}

bool dti__framework_is_same(const dti_framework *a, const dti_framework *b)
{
    return a == b || (strcmp(a->id, b->id) == 0 && strcmp(a->version, b->version) == 0 &&
                      strcmp(a->digest, b->digest) == 0);
}

bool dti__framework_has_numbering(const dti_framework *framework, const char *id)
{
    return find_numbering(framework, id) != DTI_NONE;
}

static const struct dti__node *node_at(const dti_framework *framework, size_t node)
{
    return framework && node < framework->node_count ? &framework->nodes[node] : NULL;
}

static const struct dti__input *input_at(const dti_framework *framework, size_t input)
{
    return framework && input < framework->input_count ? &framework->inputs[input] : NULL;
}

size_t dti_framework_node_count(const dti_framework *framework)
{
    return framework ? framework->node_count : 0;
}

size_t dti_framework_overall(const dti_framework *framework)
{
    return framework ? framework->overall : DTI_NONE;
}

size_t dti_framework_find(const dti_framework *framework, const char *numbering, const char *code)
{
    size_t index = framework ? find_numbering(framework, numbering) : DTI_NONE;
    return index == DTI_NONE ? DTI_NONE
                             : dti__names_find(&framework->numberings[index].codes, code);
}

dti_status dti__framework_find_node(const dti_framework *framework, const char *code, size_t *node,
                                    dti_error **error)
{
    *node = dti_framework_find(framework, NULL, code);
    return *node != DTI_NONE ? DTI_OK
                             : dti__fail(error, DTI__MSG_UNKNOWN_REFERENCE,
                                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NODE), DTI__TEXT(code)));
}

const char *dti_framework_node_code(const dti_framework *framework, size_t node,
                                    const char *numbering)
{
    const struct dti__node *at = node_at(framework, node);
    size_t index = at ? find_numbering(framework, numbering) : DTI_NONE;
    return index != DTI_NONE && at->codes[index] ? at->codes[index] : "";
}

const char *dti_framework_node_name(const dti_framework *framework, size_t node, dti_lang lang)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? dti__text2_in(at->names, lang) : "";
}

dti_node_kind dti_framework_node_kind(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? (dti_node_kind)at->kind : DTI_NODE_COMPONENT;
}

size_t dti_framework_node_parent(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? at->parent : DTI_NONE;
}

size_t dti_framework_node_child_count(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? at->child_count : 0;
}

size_t dti_framework_node_child(const dti_framework *framework, size_t node, size_t index)
{
    const struct dti__node *at = node_at(framework, node);
    return at && index < at->child_count ? at->children[index] : DTI_NONE;
}

int64_t dti_framework_node_max_points(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? at->max_points : 0;
}

const char *dti_framework_node_unit(const dti_framework *framework, size_t node, dti_lang lang)
{
    const struct dti__node *at = node_at(framework, node);
    return at && at->unit != DTI_NONE ? dti__text2_in(framework->units[at->unit].names, lang) : "";
}

static const struct dti__provenance *provenance_at(const dti_framework *framework, size_t node,
                                                   dti_node_part part)
{
    const struct dti__node *at = node_at(framework, node);
    return at && part >= DTI_PART_CODE && part <= DTI_PART_RULE ? &at->provenance[part] : NULL;
}

dti_provenance dti_framework_node_provenance(const dti_framework *framework, size_t node,
                                             dti_node_part part)
{
    const struct dti__provenance *provenance = provenance_at(framework, node, part);
    return provenance ? (dti_provenance)provenance->kind : DTI_PROVENANCE_UNKNOWN;
}

const char *dti_framework_node_provenance_note(const dti_framework *framework, size_t node,
                                               dti_node_part part, dti_lang lang)
{
    const struct dti__provenance *provenance = provenance_at(framework, node, part);
    return provenance ? dti__text2_in(provenance->note, lang) : "";
}

const char *dti_framework_node_provenance_source(const dti_framework *framework, size_t node,
                                                 dti_node_part part, dti_lang lang)
{
    const struct dti__provenance *provenance = provenance_at(framework, node, part);
    const struct dti__text2 *titles =
        provenance ? dti__framework_source(framework, provenance->source) : NULL;
    return titles ? dti__text2_in(*titles, lang) : "";
}

size_t dti_framework_node_legal_count(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? at->legal_count : 0;
}

size_t dti_framework_node_input_count(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at && at->rule ? at->rule->read_count : 0;
}

size_t dti_framework_node_input(const dti_framework *framework, size_t node, size_t index)
{
    const struct dti__node *at = node_at(framework, node);
    return at && at->rule && index < at->rule->read_count ? at->rule->reads[index] : DTI_NONE;
}

size_t dti_framework_input_count(const dti_framework *framework)
{
    return framework ? framework->input_count : 0;
}

size_t dti_framework_input_find(const dti_framework *framework, const char *id)
{
    return framework ? dti__names_find(&framework->input_names, id) : DTI_NONE;
}

dti_status dti__framework_find_input(const dti_framework *framework, const char *id, size_t *input,
                                     dti_error **error)
{
    *input = dti_framework_input_find(framework, id);
    return *input != DTI_NONE ? DTI_OK
                              : dti__fail(error, DTI__MSG_UNKNOWN_REFERENCE,
                                          DTI__ARGS(DTI__TERM(DTI__MSG_TERM_INPUT), DTI__TEXT(id)));
}

const char *dti_framework_input_id(const dti_framework *framework, size_t input)
{
    const struct dti__input *at = input_at(framework, input);
    return at ? at->id : "";
}

const char *dti_framework_input_name(const dti_framework *framework, size_t input, dti_lang lang)
{
    const struct dti__input *at = input_at(framework, input);
    return at ? dti__text2_in(at->names, lang) : "";
}

dti_input_kind dti_framework_input_kind(const dti_framework *framework, size_t input)
{
    const struct dti__input *at = input_at(framework, input);
    return at ? (dti_input_kind)at->kind : DTI_INPUT_TEXT;
}

const char *dti_framework_input_unit(const dti_framework *framework, size_t input, dti_lang lang)
{
    const struct dti__input *at = input_at(framework, input);
    return at && at->unit != DTI_NONE ? dti__text2_in(framework->units[at->unit].names, lang) : "";
}

size_t dti_framework_input_choice_count(const dti_framework *framework, size_t input)
{
    const struct dti__input *at = input_at(framework, input);
    return at ? at->choice_count : 0;
}

const char *dti_framework_input_choice_id(const dti_framework *framework, size_t input,
                                          size_t choice)
{
    const struct dti__input *at = input_at(framework, input);
    return at && choice < at->choice_count ? at->choices[choice].id : "";
}

const char *dti_framework_input_choice_name(const dti_framework *framework, size_t input,
                                            size_t choice, dti_lang lang)
{
    const struct dti__input *at = input_at(framework, input);
    return at && choice < at->choice_count ? dti__text2_in(at->choices[choice].names, lang) : "";
}

const char *dti_framework_term_name(const dti_framework *framework, const char *term, dti_lang lang)
{
    size_t index = framework && term ? dti__names_find(&framework->term_names, term) : DTI_NONE;
    return index == DTI_NONE ? "" : dti__text2_in(framework->terms[index].names, lang);
}
