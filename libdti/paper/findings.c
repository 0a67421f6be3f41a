/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of what does not hold together: problems with their most suspect corrections, then
 * remarks. */
#include "paper/known.h"

#include <string.h>

#define MOST_REPAIRS 3 /* of a problem: the rest is for who works on it */
#define MOST_TEXT    4096

/* ── whose they are ── */

static bool is_ours(const struct dti__paper *paper, size_t identity)
{
    const char *unit = dti_dossier_unit_id(dti_result_dossier(paper->result));
    for (size_t i = 0; i < dti_reconciliation_identity_size(paper->found, identity); i++) {
        size_t figure = dti_reconciliation_identity_figure(paper->found, identity, i);
        if (strcmp(dti_reconciliation_figure_unit(paper->found, figure), unit) == 0)
            return true;
    }
    return false;
}

static bool is_our_problem(const struct dti__paper *paper, size_t problem)
{
    for (size_t i = 0; i < dti_reconciliation_problem_size(paper->found, problem); i++)
        if (is_ours(paper, dti_reconciliation_problem_identity(paper->found, problem, i)))
            return true;
    return false;
}

static bool is_remark(const struct dti__paper *paper, size_t identity)
{
    dti_verdict verdict = dti_reconciliation_identity_verdict(paper->found, identity);
    return (verdict == DTI_VERDICT_IMPLAUSIBLE || verdict == DTI_VERDICT_INCOMPLETE) &&
           is_ours(paper, identity);
}

/* ── telling them ── */

static void tell_problem(struct dti__paper *paper, size_t problem, size_t number)
{
    char text[MOST_TEXT];
    struct dti__tale tale;
    dti_reconciliation_problem_format(paper->found, problem, paper->lang, text, sizeof text);
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, dti__paper_show(paper, DTI__INTEGER(number)));
    dti__buffer_put_text(&tale.text, ". ");
    dti__buffer_put_text(&tale.text, text);
    dti__tale_end(&tale, DTI__BLOCK_PARAGRAPH);
    size_t count = dti_reconciliation_repair_count(paper->found, problem);
    size_t least = dti_reconciliation_repair_size(paper->found, problem, 0);
    for (size_t i = 0; i < count && i < MOST_REPAIRS; i++) {
        if (dti_reconciliation_repair_size(paper->found, problem, i) > least)
            break; /* who can mend it with less, need not hear of more */
        dti_reconciliation_repair_format(paper->found, problem, i, paper->lang, text, sizeof text);
        dti__page_say(&paper->page, DTI__BLOCK_ITEM, text);
    }
}

static void tell_remarks(struct dti__paper *paper)
{
    bool is_begun = false;
    for (size_t i = 0; i < dti_reconciliation_identity_count(paper->found); i++) {
        char text[MOST_TEXT];
        if (!is_remark(paper, i))
            continue;
        if (!is_begun)
            dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_FINDINGS_REMARKS,
                           DTI__NO_ARGS);
        is_begun = true;
        dti_reconciliation_identity_format(paper->found, i, paper->lang, text, sizeof text);
        dti__page_say(&paper->page, DTI__BLOCK_ITEM, text);
    }
}

void dti__paper_findings(struct dti__paper *paper)
{
    size_t problems = dti_reconciliation_problem_count(paper->found);
    size_t identities = dti_reconciliation_identity_count(paper->found);
    size_t ours = 0;
    size_t number = 0;
    if (identities == 0)
        return; /* nothing was stated */
    for (size_t i = 0; i < problems; i++)
        ours += is_our_problem(paper, i);
    dti__paper_section(paper, "findings", DTI__MSG_PAPER_SECTION_FINDINGS);
    if (ours > 0)
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_FINDINGS,
                       DTI__ARGS(DTI__INTEGER(ours)));
    else if (problems == 0)
        dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_FINDINGS_NONE,
                       DTI__ARGS(DTI__INTEGER(identities)));
    for (size_t i = 0; i < problems; i++)
        if (is_our_problem(paper, i))
            tell_problem(paper, i, ++number);
    tell_remarks(paper);
    if (ours < problems)
        dti__paper_say(paper, DTI__BLOCK_NOTE, DTI__MSG_PAPER_FINDINGS_OTHERS,
                       DTI__ARGS(DTI__INTEGER(problems - ours), dti__paper_unit(paper)));
}
