/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The tree of indicators: codes, sums, references. */
#include "model/check.h"

#include <stdio.h>
#include <string.h>

static bool check_codes(dti_framework *framework, dti_report *report)
{
    for (size_t n = 0; n < framework->numbering_count; n++) {
        struct dti__numbering *numbering = &framework->numberings[n];
        const char **codes =
            dti__arena_array(&framework->arena, framework->node_count, sizeof *codes);
        size_t duplicate = DTI_NONE;
        if (!codes)
            return false;
        for (size_t i = 0; i < framework->node_count; i++)
            codes[i] = framework->nodes[i].codes[n];
        if (!dti__names_build(&numbering->codes, &framework->arena, codes, framework->node_count,
                              &duplicate))
            return false;
        for (size_t i = duplicate; i < framework->node_count; i++) {
            const struct dti__node *node = &framework->nodes[i];
            if (!codes[i] || dti__names_find(&numbering->codes, codes[i]) == i)
                continue;
            bool is_index = node->kind == DTI_NODE_INDEX;
            if (is_index && n > 0)
                continue; /* an index has one code for all numberings: reported once */
            dti__check_find(report, DTI__MSG_DUPLICATE_CODE,
                            DTI__ARGS(DTI__TEXT(codes[i]), DTI__TEXT(numbering->id)),
                            is_index ? "%s/code" : "%s/codes/%s", node->pointer, numbering->id);
        }
    }
    return true;
}

static void resolve_unit(const dti_framework *framework, struct dti__node *node, dti_report *report)
{
    node->unit = dti__names_find(&framework->unit_names, node->unit_name);
    if (node->unit_name && node->unit == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_UNIT), DTI__TEXT(node->unit_name)),
                        "%s/unit", node->pointer);
}

static void resolve_legal(const dti_framework *framework, struct dti__node *node,
                          dti_report *report)
{
    for (size_t i = 0; i < node->legal_count; i++) {
        node->legal[i].legal = dti__names_find(&framework->legal_names, node->legal[i].id);
        if (node->legal[i].legal == DTI_NONE)
            dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_LEGAL), DTI__TEXT(node->legal[i].id)),
                            "%s/legal/%zu/id", node->pointer, i);
    }
}

static void check_provenance(const dti_framework *framework, const struct dti__node *node,
                             dti_report *report)
{
    static const char *const parts[] = {"code", "name", "max_points", "rule"};
    char pointer[560];
    for (size_t i = 0; i < 4; i++) {
        if (node->kind == DTI_NODE_INDEX && i > 0)
            break; /* an index has one provenance for all of it */
        snprintf(pointer, sizeof pointer,
                 node->kind == DTI_NODE_INDEX ? "%s/provenance" : "%s/provenance/%s", node->pointer,
                 parts[i]);
        dti__check_provenance(framework, &node->provenance[i], report, pointer);
    }
    if (node->evidence) {
        snprintf(pointer, sizeof pointer, "%s/evidence/provenance", node->pointer);
        dti__check_provenance(framework, &node->evidence->provenance, report, pointer);
    }
}

/* Children of an inner node in the order of the document; the tree is in preorder, so one pass from
 * the end sees children first. */
static bool build_children(dti_framework *framework)
{
    for (size_t i = 0; i < framework->tree_count; i++) {
        struct dti__node *node = &framework->nodes[i];
        node->children =
            dti__arena_array(&framework->arena, node->child_count, sizeof *node->children);
        if (!node->children)
            return false;
        node->child_count = 0;
        if (node->parent != DTI_NONE) {
            struct dti__node *parent = &framework->nodes[node->parent];
            parent->children[parent->child_count++] = i;
        }
    }
    return true;
}

/* No index need sum up all main indicators, but no sum of any of them may overflow. */
static void check_total(const dti_framework *framework, dti_report *report)
{
    int64_t total = 0;
    for (size_t i = 0; i < framework->tree_count; i++) {
        if (framework->nodes[i].parent != DTI_NONE)
            continue;
        total += framework->nodes[i].max_points;
        if (total > DTI__MOST_TOTAL) {
            dti__report_add(report, DTI__MSG_TOTAL_TOO_LARGE, framework->nodes[i].pointer,
                            DTI__ARGS(DTI__INTEGER(DTI_MAX_TOTAL_POINTS)));
            return;
        }
    }
}

bool dti__check_tree(dti_framework *framework, dti_report *report)
{
    if (!check_codes(framework, report) || !build_children(framework))
        return false;
    for (size_t i = framework->tree_count; i-- > 0;)
        if (!framework->nodes[i].rule && !framework->nodes[i].absent.is_given)
            dti__check_sum(framework, &framework->nodes[i], report);
    for (size_t i = 0; i < framework->node_count; i++) {
        struct dti__node *node = &framework->nodes[i];
        resolve_unit(framework, node, report);
        resolve_legal(framework, node, report);
        check_provenance(framework, node, report);
        if (node->rule && !dti__check_rule(framework, node, report))
            return false;
    }
    check_total(framework, report);
    return dti__check_indices(framework, report);
}
