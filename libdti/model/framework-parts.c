/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a framework: sources, weights, what is absent, grade bands. */
#include <dti/framework.h>

#include "model/framework.h"

static const struct dti__node *node_at(const dti_framework *framework, size_t node)
{
    return framework && node < framework->node_count ? &framework->nodes[node] : NULL;
}

bool dti__node_is_assumed(const struct dti__node *node, dti_node_part part)
{
    int kind = node->provenance[part].kind;
    return kind == DTI_PROVENANCE_ASSUMED || kind == DTI_PROVENANCE_UNKNOWN;
}

size_t dti__framework_index_count(const dti_framework *framework)
{
    return framework->node_count - framework->tree_count;
}

const struct dti__text2 *dti__framework_source(const dti_framework *framework, const char *id)
{
    size_t source = dti__names_find(&framework->source_names, id);
    size_t legal = dti__names_find(&framework->legal_names, id);
    return source != DTI_NONE  ? &framework->sources[source].titles
           : legal != DTI_NONE ? &framework->legal[legal].titles
                               : NULL;
}

int64_t dti_framework_node_weight(const dti_framework *framework, size_t node, size_t index)
{
    const struct dti__node *at = node_at(framework, node);
    return at && at->weighing.weights && index < at->child_count ? at->weighing.weights[index] : 0;
}

int dti_framework_node_is_absent(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at && at->absent.is_given;
}

size_t dti_framework_node_absent_count(const dti_framework *framework, size_t node)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? (size_t)at->absent.count : 0;
}

const char *dti_framework_node_absent_note(const dti_framework *framework, size_t node,
                                           dti_lang lang)
{
    const struct dti__node *at = node_at(framework, node);
    return at ? dti__text2_in(at->absent.note, lang) : "";
}

size_t dti_framework_band_count(const dti_framework *framework)
{
    return framework ? framework->band_count : 0;
}

const char *dti_framework_band_id(const dti_framework *framework, size_t band)
{
    return framework && band < framework->band_count ? framework->bands[band].id : "";
}

const char *dti_framework_band_name(const dti_framework *framework, size_t band, dti_lang lang)
{
    return framework && band < framework->band_count
               ? dti__text2_in(framework->bands[band].names, lang)
               : "";
}
