/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The section of the pillars: value and rank in two years side by side, and ranks over the years.
 */
#include "paper/known.h"
#include "paper/ranks.h"

#define MOST_PILLARS 16

static bool is_pillar(const struct dti__paper *paper, size_t node)
{
    return dti_framework_node_kind(paper->framework, node) == DTI_NODE_INDEX &&
           node != dti_framework_overall(paper->framework);
}

static void tell(struct dti__paper *paper, size_t node)
{
    struct dti__standing now = dti__paper_known(paper, node, paper->year);
    struct dti__tale tale;
    if (now.rank == 0)
        return; /* the table has said it all */
    dti__tale_begin(&tale, paper);
    dti__tale_say(&tale, DTI__MSG_PAPER_IS,
                  DTI__ARGS(dti__paper_name(paper, node), dti__paper_value(paper, now.value)));
    dti__paper_tell_rank(&tale, node);
    dti__tale_end(&tale, DTI__BLOCK_ITEM);
}

void dti__paper_pillars(struct dti__paper *paper)
{
    size_t nodes[1 + MOST_PILLARS]; /* the overall index first, if there is one */
    size_t overall = dti_framework_overall(paper->framework);
    size_t first = overall != DTI_NONE;
    size_t count = 0;
    nodes[0] = overall;
    for (size_t i = 0; i < dti_framework_node_count(paper->framework) && count < MOST_PILLARS; i++)
        if (is_pillar(paper, i) && dti__paper_known(paper, i, paper->year).has_value)
            nodes[first + count++] = i;
    if (count == 0)
        return;
    dti__paper_section(paper, "pillars", DTI__MSG_PAPER_SECTION_PILLARS);
    dti__paper_rank_table(paper, nodes + first, count, false);
    for (size_t i = 0; i < count; i++)
        tell(paper, nodes[first + i]);
    dti__paper_rank_chart(paper, nodes, first + count);
}
