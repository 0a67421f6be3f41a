/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of the agencies: whose figures stand behind the points that were lost. */
#include "paper/known.h"

/* Codes of the items of a group, in the order of the framework: of components, or of main
 * indicators whose rest it is. */
static const char *list_codes(struct dti__paper *paper, size_t group, bool of_components)
{
    size_t size = dti_losses_group_size(paper->losses, DTI_LOSSES_BY_AGENCY, group);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    for (size_t node = 0; node < dti_framework_node_count(paper->framework); node++)
        for (size_t i = 0; i < size; i++) {
            size_t item = dti_losses_group_item(paper->losses, DTI_LOSSES_BY_AGENCY, group, i);
            bool is_component =
                dti_framework_node_kind(paper->framework, node) == DTI_NODE_COMPONENT;
            if (dti_losses_node(paper->losses, item) != node || is_component != of_components)
                continue;
            dti__buffer_put_text(&tale.text, tale.text.length > 0 ? ", " : "");
            dti__buffer_put_text(&tale.text, dti__paper_code(paper, node));
        }
    return dti__tale_text(&tale);
}

static const char *codes_of(struct dti__paper *paper, size_t group)
{
    const char *components = list_codes(paper, group, true);
    const char *mains = list_codes(paper, group, false);
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, components);
    if (*mains) {
        dti__buffer_put_text(&tale.text, *components ? "; " : "");
        dti__tale_add(&tale, DTI__MSG_PAPER_AGENCY_REST, DTI__ARGS(DTI__TEXT(mains)));
    }
    return dti__tale_text(&tale);
}

void dti__paper_agencies(struct dti__paper *paper)
{
    size_t count = dti_losses_group_count(paper->losses, DTI_LOSSES_BY_AGENCY);
    if (count == 0 || *dti_losses_group_id(paper->losses, DTI_LOSSES_BY_AGENCY, 0) == '\0')
        return; /* the dossier names none */
    const struct dti__page_column columns[] = {
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_AGENCY), DTI__ALIGN_TEXT},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_LOST), DTI__ALIGN_FIGURE},
        {dti__paper_word(paper, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT}};
    dti__paper_section(paper, "agencies", DTI__MSG_PAPER_SECTION_AGENCIES);
    dti__paper_say(paper, DTI__BLOCK_PARAGRAPH, DTI__MSG_PAPER_AGENCIES, DTI__NO_ARGS);
    struct dti__page_table *table = dti__page_table(&paper->page, "", columns, 3);
    for (size_t i = 0; i < count; i++) {
        int64_t points = dti_losses_group_points(paper->losses, DTI_LOSSES_BY_AGENCY, i);
        const struct dti__page_cell cells[] = {
            {dti_losses_group_name(paper->losses, DTI_LOSSES_BY_AGENCY, i, paper->lang),
             DTI__TONE_PLAIN},
            {dti__paper_show(paper, dti__paper_points(paper, points)), DTI__TONE_PLAIN},
            {codes_of(paper, i), DTI__TONE_PLAIN}};
        dti__page_row(&paper->page, table, cells);
    }
}
