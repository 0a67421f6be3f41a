/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What printed pages have in common: whose they are, headings, lines with places filled in. */
#include "page.h"

#include "figure.h"
#include "markdown.h"

enum {
    ITEM_INDENT = 2,
    ITEM_HANGING = 4
};

void page_head(const struct cli *cli, const dti_dossier *dossier)
{
    char year[16];
    snprintf(year, sizeof year, "%d", (int)dti_dossier_year(dossier));
    struct text title = TEXT_EMPTY;
    word_fill(&title, cli->lang, WORD_SCORE_HEAD,
              WITH(dti_dossier_unit_name(dossier, cli->lang), year));
    page_title(cli, text_get(&title));
    text_free(&title);
}

void page_title(const struct cli *cli, const char *title)
{
    if (cli->out.markdown) {
        markdown_heading(&cli->out, 1, title);
    } else {
        term_paragraph(&cli->out, STYLE_STRONG, 0, 0, title);
    }
}

static void put_heading(const struct cli *cli, const char *heading)
{
    if (cli->out.markdown) {
        markdown_heading(&cli->out, 2, heading);
    } else {
        fputc('\n', cli->out.file);
        term_line(&cli->out, STYLE_STRONG, heading);
    }
}

void page_heading(const struct cli *cli, enum word heading)
{
    put_heading(cli, word(cli->lang, heading));
}

void page_heading_with(const struct cli *cli, enum word heading, const char *const *with)
{
    struct text text = TEXT_EMPTY;
    word_fill(&text, cli->lang, heading, with);
    put_heading(cli, text_get(&text));
    text_free(&text);
}

void page_gap(const struct cli *cli)
{
    if (!cli->out.markdown) {
        fputc('\n', cli->out.file);
    }
}

void page_item(const struct cli *cli, enum style style, const char *text)
{
    if (cli->out.markdown) {
        markdown_item(&cli->out, style, text);
    } else {
        term_paragraph(&cli->out, style, ITEM_INDENT, ITEM_HANGING, text);
    }
}

void page_say(const struct cli *cli, enum style style, size_t indent, enum word id,
              const char *const *with)
{
    struct text text = TEXT_EMPTY;
    word_fill(&text, cli->lang, id, with);
    term_paragraph(&cli->out, style, indent, indent, text_get(&text));
    text_free(&text);
}

void page_hint(const struct cli *cli, enum word id, const char *const *with)
{
    if (!cli->out.markdown) {
        page_say(cli, STYLE_DIM, 0, id, with);
    }
}

void page_remark(const struct cli *cli, struct table *table, size_t column, enum style style,
                 enum word id, const char *const *with)
{
    struct text text = TEXT_EMPTY;
    word_fill(&text, cli->lang, id, with);
    table_remark(table, column, style, text_get(&text));
    text_free(&text);
}

void page_count(struct table *table, enum style style, size_t count)
{
    table_cell(table, count != 0 ? style : STYLE_DIM, count != 0 ? figure_count(count).text : "–");
}
