/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of what does not hold together: problems with their most suspect corrections, then
 * remarks. */
#include "paper/known.h"

#include <string.h>

#define MOST_REPAIRS 3 /* of a problem: the rest is for who works on it */
#define MOST_TIED    8 /* the same, where none is more suspect than another */
#define MOST_TEXT    4096

/* ── whose they are ── */

/* Figures about all units, such as the mean, are everybody's. */
static bool is_ours(const struct dti__paper *paper, size_t identity)
{
    const char *unit = dti_dossier_unit_id(dti_result_dossier(paper->result));
    for (size_t i = 0; i < dti_reconciliation_identity_size(paper->found, identity); i++) {
        size_t figure = dti_reconciliation_identity_figure(paper->found, identity, i);
        const char *whose = dti_reconciliation_figure_unit(paper->found, figure);
        if (*whose == '\0' || strcmp(whose, unit) == 0)
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

static void tell_repair(struct dti__paper *paper, size_t problem, size_t repair,
                        enum dti__msg label)
{
    char text[MOST_TEXT];
    dti_reconciliation_repair_format(paper->found, problem, repair, paper->lang, text, sizeof text);
    dti__page_item(&paper->page, dti__paper_word(paper, label), text);
}

/* Who can mend it with one figure, need not hear of more; unless only one would do alone although
 * several identities are broken: two faults are as likely then. */
static size_t tell_repairs(struct dti__paper *paper, size_t problem, size_t count, size_t alike)
{
    size_t tied = 1;
    size_t shown = 0;
    while (dti_reconciliation_repair_is_tied(paper->found, problem, tied))
        tied++;
    size_t most = tied > MOST_REPAIRS && tied <= MOST_TIED ? tied : MOST_REPAIRS;
    for (; shown < alike && shown < most; shown++)
        tell_repair(paper, problem, shown,
                    shown < tied && tied > 1 ? DTI__MSG_SAY_POSSIBLE
                    : shown == 0             ? DTI__MSG_SAY_MOST_SUSPECT
                                             : DTI__MSG_SAY_ALSO_POSSIBLE);
    if (alike == 1 && count > 1 && dti_reconciliation_problem_size(paper->found, problem) > 1)
        tell_repair(paper, problem, shown++, DTI__MSG_SAY_ALSO_POSSIBLE);
    return shown;
}

static void tell_problem(struct dti__paper *paper, size_t problem, size_t number)
{
    char text[MOST_TEXT];
    struct dti__tale tale;
    size_t count = dti_reconciliation_repair_count(paper->found, problem);
    size_t least = dti_reconciliation_repair_size(paper->found, problem, 0);
    size_t alike = 0;
    dti_reconciliation_problem_format(paper->found, problem, paper->lang, text, sizeof text);
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, dti__paper_show(paper, DTI__INTEGER(number)));
    dti__buffer_put_text(&tale.text, ". ");
    dti__buffer_put_text(&tale.text, text);
    dti__paper_heading(paper, dti__tale_text(&tale));
    if (dti_reconciliation_problem_grounds_format(paper->found, problem, paper->lang, text,
                                                  sizeof text) > 0)
        dti__page_item(&paper->page, dti__paper_word(paper, DTI__MSG_SAY_GROUNDS), text);
    while (alike < count && dti_reconciliation_repair_size(paper->found, problem, alike) == least)
        alike++;
    size_t shown = count > 0 ? tell_repairs(paper, problem, count, alike) : 0;
    size_t ones = least == 1 && alike > shown ? alike - shown : 0;
    if (ones > 0)
        dti__paper_say(paper, DTI__BLOCK_ITEM, DTI__MSG_SAY_MORE_OF_ONE,
                       DTI__ARGS(DTI__INTEGER(ones)));
    if (count > shown + ones)
        dti__paper_say(paper, DTI__BLOCK_ITEM, DTI__MSG_SAY_MORE_OF_SEVERAL,
                       DTI__ARGS(DTI__INTEGER(count - shown - ones)));
    if (!dti_reconciliation_problem_is_complete(paper->found, problem))
        dti__paper_say(paper, DTI__BLOCK_ITEM, DTI__MSG_PAPER_FINDINGS_CUT, DTI__NO_ARGS);
}

static void tell_readings(struct dti__paper *paper)
{
    const char *unit = dti_dossier_unit_id(dti_result_dossier(paper->result));
    for (size_t i = 0; i < dti_reconciliation_reading_count(paper->found); i++) {
        char text[MOST_TEXT];
        if (strcmp(dti_reconciliation_reading_unit(paper->found, i), unit) != 0)
            continue;
        dti_reconciliation_reading_format(paper->found, i, paper->lang, text, sizeof text);
        dti__page_item(&paper->page, dti__paper_word(paper, DTI__MSG_SAY_OTHER_READING), text);
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
            dti__paper_heading(paper, dti__paper_word(paper, DTI__MSG_PAPER_FINDINGS_REMARKS));
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
    tell_readings(paper);
    tell_remarks(paper);
    if (ours < problems)
        dti__paper_say(paper, DTI__BLOCK_NOTE, DTI__MSG_PAPER_FINDINGS_OTHERS,
                       DTI__ARGS(DTI__INTEGER(problems - ours), dti__paper_unit(paper)));
}
