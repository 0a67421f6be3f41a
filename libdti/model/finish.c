/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finishing a framework: resolving names and checking all that spans more than one part; and what
 * to know of a sound one. */
#include "model/check.h"

static void check_bands(const dti_framework *framework, dti_report *report)
{
    for (size_t i = 1; i < framework->band_count; i++) {
        const struct dti__band *band = &framework->bands[i];
        if (band->by_rank != band[-1].by_rank)
            dti__check_find(report, DTI__MSG_BANDS_MIXED, DTI__NO_ARGS, "/bands/%zu", i);
        else if (band->by_rank ? band->rank_at_most <= band[-1].rank_at_most
                               : band->value_at_least >= band[-1].value_at_least)
            dti__check_find(report, DTI__MSG_BANDS_ORDER, DTI__NO_ARGS, "/bands/%zu", i);
    }
}

static bool check_heads(dti_framework *framework, dti_report *report)
{
    struct dti__names names;
    if (framework->year_from > framework->year_to)
        dti__check_find(
            report, DTI__MSG_YEARS_REVERSED,
            DTI__ARGS(DTI__INTEGER(framework->year_from), DTI__INTEGER(framework->year_to)),
            "/years");
    return dti__check_unique(&framework->arena, &framework->unit_names, &framework->units[0].id,
                             sizeof *framework->units, framework->unit_count, report, "/units") &&
           dti__check_unique(&framework->arena, &framework->term_names, &framework->terms[0].id,
                             sizeof *framework->terms, framework->term_count, report, "/terms") &&
           dti__check_unique(&framework->arena, &framework->legal_names, &framework->legal[0].id,
                             sizeof *framework->legal, framework->legal_count, report, "/legal") &&
           dti__check_unique(&framework->arena, &framework->source_names, &framework->sources[0].id,
                             sizeof *framework->sources, framework->source_count, report,
                             "/sources") &&
           dti__check_unique(&framework->arena, &names, &framework->bands[0].id,
                             sizeof *framework->bands, framework->band_count, report, "/bands");
}

/* A provenance names either; one name for both would not say which. */
static void check_shared_names(const dti_framework *framework, dti_report *report)
{
    for (size_t i = 0; i < framework->source_count; i++)
        if (dti__names_find(&framework->legal_names, framework->sources[i].id) != DTI_NONE)
            dti__check_find(report, DTI__MSG_DUPLICATE_ID,
                            DTI__ARGS(DTI__TEXT(framework->sources[i].id)), "/sources/%zu/id", i);
}

static void check_replacements(const dti_framework *framework, dti_report *report)
{
    for (size_t i = 0; i < framework->legal_count; i++) {
        const char *next = framework->legal[i].replaced_by;
        if (next && dti__names_find(&framework->legal_names, next) == DTI_NONE)
            dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                            DTI__ARGS(DTI__TERM(DTI__MSG_TERM_LEGAL), DTI__TEXT(next)),
                            "/legal/%zu/replaced_by", i);
    }
}

dti_status dti__framework_finish(dti_framework *framework, dti_report *report)
{
    if (!check_heads(framework, report) || !dti__check_inputs(framework, report) ||
        !dti__check_tree(framework, report))
        return DTI_E_NOMEM;
    dti__check_counts(framework, report);
    check_shared_names(framework, report);
    check_replacements(framework, report);
    check_bands(framework, report);
    return DTI_OK;
}

static void review_part(const struct dti__node *node, dti_node_part part, dti_report *report)
{
    static const enum dti__msg parts[] = {DTI__MSG_TERM_PART_CODE, DTI__MSG_TERM_PART_NAME,
                                          DTI__MSG_TERM_PART_MAX, DTI__MSG_TERM_PART_RULE};
    const struct dti__provenance *provenance = &node->provenance[part];
    if (provenance->kind != DTI_PROVENANCE_ASSUMED && provenance->kind != DTI_PROVENANCE_UNKNOWN)
        return;
    enum dti__msg message =
        provenance->kind == DTI_PROVENANCE_ASSUMED ? DTI__MSG_PART_ASSUMED : DTI__MSG_PART_UNKNOWN;
    const char *note = dti__text2_in(provenance->note, DTI_LANG_VI);
    dti__report_add(report, message, node->pointer,
                    DTI__ARGS(DTI__TERM(parts[part]), DTI__TEXT(node->codes[0]),
                              note && *note
                                  ? DTI__NAMES(note, dti__text2_in(provenance->note, DTI_LANG_EN))
                                  : DTI__TERM(DTI__MSG_TERM_NO_REASON)));
}

static void review_absent(const struct dti__node *node, dti_report *report)
{
    const struct dti__arg note = DTI__NAMES(dti__text2_in(node->absent.note, DTI_LANG_VI),
                                            dti__text2_in(node->absent.note, DTI_LANG_EN));
    if (node->absent.count > 0)
        dti__report_add(
            report, DTI__MSG_PARTS_ABSENT, node->pointer,
            DTI__ARGS(DTI__TEXT(node->codes[0]), DTI__INTEGER(node->absent.count), note));
    else
        dti__report_add(report, DTI__MSG_ALL_ABSENT, node->pointer,
                        DTI__ARGS(DTI__TEXT(node->codes[0]), note));
}

/* An index has one provenance for all of it. */
static void review_index(const struct dti__node *node, dti_report *report)
{
    review_part(node, DTI_PART_MAX_POINTS, report);
    if (node->absent.is_given)
        review_absent(node, report);
}

void dti__framework_review(const dti_framework *framework, dti_report *report)
{
    for (size_t i = 0; i < framework->tree_count; i++) {
        const struct dti__node *node = &framework->nodes[i];
        for (int part = 0; part < 4; part++)
            review_part(node, (dti_node_part)part, report);
        if (node->absent.is_given)
            review_absent(node, report);
        if (!node->rule)
            continue;
        if (node->rule->read_count == 0)
            dti__report_add(report, DTI__MSG_GIVEN_ONLY, node->pointer,
                            DTI__ARGS(DTI__TEXT(node->codes[0])));
        for (size_t k = 0; k < node->rule->read_count; k++) {
            const struct dti__input *input = &framework->inputs[node->rule->reads[k]];
            if (!input->is_fed)
                dti__report_add(report, DTI__MSG_NOT_FED, node->pointer,
                                DTI__ARGS(DTI__TEXT(node->codes[0]), DTI__TEXT(input->id)));
        }
    }
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        review_index(&framework->nodes[i], report);
}
