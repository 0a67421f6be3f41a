/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of what is assumed: rules and maxima counted by main indicator, inputs one by one. */
#include "model/dossier.h"
#include "paper/known.h"

struct assumed { /* among the components below a node */
    size_t components;
    size_t rules;
    size_t maxima;
};

static bool is_assumed(const struct dti__paper *paper, size_t node, dti_node_part part)
{
    return dti_framework_node_provenance(paper->framework, node, part) == DTI_PROVENANCE_ASSUMED;
}

static void count(const struct dti__paper *paper, size_t node, struct assumed *out)
{
    size_t children = dti_framework_node_child_count(paper->framework, node);
    for (size_t i = 0; i < children; i++)
        count(paper, dti_framework_node_child(paper->framework, node, i), out);
    if (dti_framework_node_kind(paper->framework, node) != DTI_NODE_COMPONENT)
        return;
    out->components++;
    out->rules += is_assumed(paper, node, DTI_PART_RULE);
    out->maxima += is_assumed(paper, node, DTI_PART_MAX_POINTS);
}

static bool is_counted(const struct dti__paper *paper, size_t node)
{
    return dti_framework_node_kind(paper->framework, node) == DTI_NODE_MAIN &&
           dti_framework_node_max_points(paper->framework, node) > 0;
}

static void list_mains(struct dti__paper *paper)
{
    const struct dti__page_column columns[] = {
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_ASSUMED_RULES), DTI__ALIGN_FIGURE},
        {dti__paper_word(paper, DTI__MSG_PAPER_ASSUMED_MAXIMA), DTI__ALIGN_FIGURE}};
    struct dti__page_table *table = dti__page_table(&paper->page, "", columns, 3);
    for (size_t i = 0; i < dti_framework_node_count(paper->framework); i++) {
        struct assumed assumed = {0};
        if (!is_counted(paper, i))
            continue;
        count(paper, i, &assumed);
        if (assumed.rules + assumed.maxima == 0)
            continue;
        const struct dti__page_cell cells[] = {
            {dti_framework_node_name(paper->framework, i, paper->lang), DTI__TONE_PLAIN},
            {dti__paper_show(paper, DTI__INTEGER(assumed.rules)), DTI__TONE_PLAIN},
            {dti__paper_show(paper, DTI__INTEGER(assumed.maxima)), DTI__TONE_PLAIN}};
        dti__page_row(&paper->page, table, cells);
    }
}

/* ── inputs ── */

static bool is_assumed_input(const dti_dossier *dossier, size_t input)
{
    const struct dti__figure *figure = &dossier->figures[input];
    return figure->state == DTI_STATE_PRESENT && figure->has_provenance &&
           figure->provenance.kind == DTI_PROVENANCE_ASSUMED;
}

/* "Information systems: 30 (Not stated; …)" */
static void tell_input(struct dti__paper *paper, size_t input)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    const char *unit = dti_framework_input_unit(paper->framework, input, paper->lang);
    const char *note = dti__text2_in(dossier->figures[input].provenance.note, paper->lang);
    dti_input_kind kind = dti_framework_input_kind(paper->framework, input);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text,
                         dti_framework_input_name(paper->framework, input, paper->lang));
    if (kind == DTI_INPUT_COUNT || kind == DTI_INPUT_AMOUNT || kind == DTI_INPUT_RATIO) {
        double number = dti_dossier_input_number(dossier, input);
        dti__buffer_put_text(&tale.text, ": ");
        dti__buffer_put_text(&tale.text, dti__paper_show(paper, DTI__NUMBER(number, 4)));
        dti__buffer_put_text(&tale.text, *unit ? " " : "");
        dti__buffer_put_text(&tale.text, unit);
    }
    if (*note) {
        dti__buffer_put_text(&tale.text, " – ");
        dti__buffer_put_text(&tale.text, note);
    }
    dti__tale_end(&tale, DTI__BLOCK_ITEM);
}

static size_t count_inputs(const struct dti__paper *paper)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    size_t assumed = 0;
    for (size_t i = 0; i < dti_framework_input_count(paper->framework); i++)
        assumed += is_assumed_input(dossier, i);
    return assumed;
}

void dti__paper_assumptions(struct dti__paper *paper)
{
    dti_track track = dti_result_track(paper->result);
    struct assumed all = {0};
    for (size_t i = 0; i < dti_framework_node_count(paper->framework); i++)
        if (is_counted(paper, i))
            count(paper, i, &all);
    size_t inputs = count_inputs(paper);
    if (all.rules + all.maxima + inputs == 0)
        return;
    dti__paper_section(paper, "assumptions", DTI__MSG_PAPER_SECTION_ASSUMPTIONS);
    if (track != DTI_TRACK_COMPUTED && track != DTI_TRACK_SUPPORTED)
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_ASSUMED_STATED,
                       DTI__ARGS(dti__paper_track(track)));
    if (all.rules + all.maxima > 0) {
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_ASSUMED,
                       DTI__ARGS(DTI__INTEGER(all.components), DTI__INTEGER(all.rules),
                                 DTI__INTEGER(all.maxima)));
        list_mains(paper);
    }
    if (inputs == 0)
        return;
    dti__paper_heading(paper, dti__paper_word(paper, DTI__MSG_PAPER_ASSUMED_INPUTS));
    for (size_t i = 0; i < dti_framework_input_count(paper->framework); i++)
        if (is_assumed_input(dti_result_dossier(paper->result), i))
            tell_input(paper, i);
}
