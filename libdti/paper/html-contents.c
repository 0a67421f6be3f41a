/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Contents: the headings of a page as a list of links, the second depth within the first. */
#include "paper/html.h"

#include "diag/message.h"
#include "paper/markup.h"

#define DEPTHS       2
#define LEAST_TO_SAY 2

int dti__outline_enter(struct dti__outline *outline, int level)
{
    const int most = (int)(sizeof outline->levels / sizeof outline->levels[0]);
    while (outline->depth > 0 && outline->levels[outline->depth - 1] >= level)
        outline->depth--;
    if (outline->depth < most)
        outline->levels[outline->depth++] = level;
    return outline->depth;
}

/* The depth of a heading that is listed; 0 for any other block. */
static int depth_of(const struct dti__block *block, struct dti__outline *outline)
{
    if (block->kind != DTI__BLOCK_HEADING)
        return 0;
    int depth = dti__outline_enter(outline, block->level);
    return depth <= DEPTHS && block->id ? depth : 0;
}

static size_t count_listed(const struct dti__page *page)
{
    struct dti__outline outline = {.depth = 0};
    size_t count = 0;
    for (size_t i = 0; i < page->block_count; i++)
        count += depth_of(&page->blocks[i], &outline) > 0;
    return count;
}

static void put_link(struct dti__buffer *out, const struct dti__block *heading)
{
    dti__buffer_put_text(out, "<li><a href=\"#");
    dti__markup_text(out, heading->id);
    dti__buffer_put_text(out, "\">");
    dti__markup_text(out, heading->text);
    dti__buffer_put_text(out, "</a>");
}

void dti__html_contents(const struct dti__page *page, struct dti__buffer *out)
{
    struct dti__outline outline = {.depth = 0};
    int open = 0; /* lists; in each an item */
    if (count_listed(page) < LEAST_TO_SAY)
        return;
    dti__buffer_put_text(out, "<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 "
                              "id=\"contents-title\">");
    dti__markup_text(out, dti__message_text(DTI__MSG_PAPER_CONTENTS, page->lang));
    dti__buffer_put_text(out, "</h2>\n");
    for (size_t i = 0; i < page->block_count; i++) {
        int depth = depth_of(&page->blocks[i], &outline);
        if (depth == 0)
            continue;
        if (depth > open + 1) /* the heading around it has no id */
            depth = open + 1;
        for (; open > depth; open--)
            dti__buffer_put_text(out, "</li>\n</ul>\n");
        if (open == depth)
            dti__buffer_put_text(out, "</li>\n");
        for (; open < depth; open++)
            dti__buffer_put_text(out, "\n<ul>\n");
        put_link(out, &page->blocks[i]);
    }
    for (; open > 0; open--)
        dti__buffer_put_text(out, "</li>\n</ul>\n");
    dti__buffer_put_text(out, "</nav>\n");
}
