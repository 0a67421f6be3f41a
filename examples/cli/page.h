/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What printed pages have in common: whose they are, headings, lines with places filled in. */
#ifndef DTI_CLI_PAGE_H
#define DTI_CLI_PAGE_H

#include "table.h"

#include "cli.h"

/* Unit and year. */
void page_head(const struct cli *cli, const dti_dossier *dossier);

/* The first line of a page, which says what it is about. */
void page_title(const struct cli *cli, const char *title);

/* A heading with an empty line before it. */
void page_heading(const struct cli *cli, enum word heading);

/* The same with its places filled in, as in word_fill(). */
void page_heading_with(const struct cli *cli, enum word heading, const char *const *with);

/* An empty line between what belongs together; Markdown has one between all blocks. */
void page_gap(const struct cli *cli);

/* An item of a list. */
void page_item(const struct cli *cli, enum style style, const char *text);

/* A paragraph, indented; texts as in word_fill(). */
void page_say(const struct cli *cli, enum style style, size_t indent, enum word id,
              const char *const *with);

/* How to go on with the command, for those who have it before them: left out in Markdown, which
 * becomes part of somebody's report. */
void page_hint(const struct cli *cli, enum word id, const char *const *with);

/* The same as a remark below the last row of a table, from a column on. */
void page_remark(const struct cli *cli, struct table *table, size_t column, enum style style,
                 enum word id, const char *const *with);

/* A count as a cell: nothing is a dash, which is easier to pass over than a 0. */
void page_count(struct table *table, enum style style, size_t count);

#endif
