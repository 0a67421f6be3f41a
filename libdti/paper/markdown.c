/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The page as Markdown: CommonMark with the tables of GitHub; pictures are told as tables. */
#include "paper/page.h"

#include "base/number.h"
#include "diag/message.h"

#include <string.h>

/* ── text ── */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_end(char c)
{
    return c == '\0' || c == '\n' || c == ' ';
}

/* What would begin a heading, a list, a quotation or a line if it stood at the start: the index of
 * the character that has to be escaped; SIZE_MAX if there is none. "3. " and "- " begin lists,
 * "3.5" and "-44" do not. */
static size_t find_marker(const char *line)
{
    size_t digits = 0;
    while (is_digit(line[digits]))
        digits++;
    if (digits > 0)
        return strchr(".)", line[digits]) && line[digits] && is_end(line[digits + 1]) ? digits
                                                                                      : SIZE_MAX;
    if (line[0] == '-' || line[0] == '+')
        return is_end(line[1]) || line[1] == line[0] ? 0 : SIZE_MAX;
    return line[0] == '#' || line[0] == '>' || line[0] == '=' ? 0 : SIZE_MAX;
}

/* One line of text; what has a meaning in Markdown is escaped. */
static void put_line(struct dti__buffer *out, const char *line, size_t length, size_t marker)
{
    for (size_t i = 0; i < length; i++) {
        if (strchr("\\`*_[]<&|~", line[i]) || i == marker)
            dti__buffer_put_char(out, '\\');
        dti__buffer_put_char(out, line[i]);
    }
}

/* Several lines; what stands between them is `between`. In blocks, lines have starts. */
static void put_lines(struct dti__buffer *out, const char *text, const char *between, bool is_block)
{
    for (bool is_first = true;; is_first = false) {
        size_t length = strcspn(text, "\n");
        if (!is_first && length > 0)
            dti__buffer_put_text(out, between);
        put_line(out, text, length, is_block ? find_marker(text) : SIZE_MAX);
        if (text[length] == '\0')
            return;
        text += length + 1;
    }
}

static void put_cell(struct dti__buffer *out, const char *text, enum dti__tone tone)
{
    const char *mark = tone == DTI__TONE_STRONG && *text ? "**" : "";
    dti__buffer_put_text(out, " ");
    dti__buffer_put_text(out, mark);
    put_lines(out, text, "<br>", false);
    dti__buffer_put_text(out, mark);
    dti__buffer_put_text(out, " |");
}

/* A text between marks on lines of its own: emphasis. */
static void put_marked(struct dti__buffer *out, const char *mark, const char *text)
{
    if (!text || !*text)
        return;
    dti__buffer_put_text(out, mark);
    put_lines(out, text, "\\\n", false);
    dti__buffer_put_text(out, mark);
    dti__buffer_put_text(out, "\n\n");
}

static const char *word(const struct dti__page *page, enum dti__msg message)
{
    return dti__message_text(message, page->lang);
}

/* ── tables ── */

static void put_head(struct dti__buffer *out, const struct dti__page_column *columns, size_t count)
{
    dti__buffer_put_char(out, '|');
    for (size_t i = 0; i < count; i++)
        put_cell(out, columns[i].title, DTI__TONE_PLAIN);
    dti__buffer_put_text(out, "\n|");
    for (size_t i = 0; i < count; i++)
        dti__buffer_put_text(out, columns[i].align == DTI__ALIGN_FIGURE ? " ---: |" : " --- |");
    dti__buffer_put_char(out, '\n');
}

static void put_table(const struct dti__page_table *table, struct dti__buffer *out)
{
    put_marked(out, "**", table->caption);
    put_head(out, table->columns, table->column_count);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct dti__page_cell *cells = &table->cells[i * table->column_count];
        dti__buffer_put_char(out, '|');
        for (size_t j = 0; j < table->column_count; j++)
            put_cell(out, cells[j].text, cells[j].tone);
        dti__buffer_put_char(out, '\n');
    }
    dti__buffer_put_char(out, '\n');
}

/* ── pictures ── */

static void put_row(struct dti__buffer *out, const char *label, const char *text, const char *mark)
{
    dti__buffer_put_char(out, '|');
    put_cell(out, label, DTI__TONE_PLAIN);
    put_cell(out, text, DTI__TONE_PLAIN);
    if (mark)
        put_cell(out, mark, DTI__TONE_PLAIN);
    dti__buffer_put_char(out, '\n');
}

static void put_bars(const struct dti__page *page, const struct dti__page_chart *chart,
                     struct dti__buffer *out)
{
    const struct dti__page_column columns[] = {
        {word(page, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT},
        {word(page, DTI__MSG_PAPER_COLUMN_VALUE), DTI__ALIGN_FIGURE},
        {chart->mark_label, DTI__ALIGN_FIGURE}};
    put_head(out, columns, chart->mark_label ? 3 : 2);
    for (size_t i = 0; i < chart->point_count; i++) {
        const struct dti__chart_point *point = &chart->points[i];
        const char *mark = point->mark_text ? point->mark_text : "–";
        put_row(out, point->label, point->text, chart->mark_label ? mark : NULL);
    }
}

static void put_waterfall(const struct dti__page *page, const struct dti__page_chart *chart,
                          struct dti__buffer *out)
{
    const struct dti__page_column columns[] = {
        {word(page, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__ALIGN_TEXT},
        {word(page, DTI__MSG_PAPER_COLUMN_POINTS), DTI__ALIGN_FIGURE}};
    char text[DTI__NUMBER_SIZE];
    char mark = page->lang == DTI_LANG_EN ? '.' : ',';
    double left = chart->most;
    put_head(out, columns, 2);
    dti__number_write_short(left, 2, mark, text);
    put_row(out, chart->start_label, text, NULL);
    for (size_t i = 0; i < chart->point_count; i++) {
        left -= chart->points[i].amount;
        put_row(out, chart->points[i].label, chart->points[i].text, NULL);
    }
    dti__number_write_short(left, 2, mark, text);
    put_row(out, chart->end_label, text, NULL);
}

/* The first year of the lines that is later than `after`; INT32_MAX if there is none. */
static int32_t next_year(const struct dti__page_chart *chart, int32_t after)
{
    int32_t next = INT32_MAX;
    for (size_t i = 0; i < chart->point_count; i++)
        if (chart->points[i].year > after && chart->points[i].year < next)
            next = chart->points[i].year;
    return next;
}

/* A line: points [first, end) of one label. */
static void put_rank_line(const struct dti__page_chart *chart, size_t first, size_t end,
                          struct dti__buffer *out)
{
    dti__buffer_put_char(out, '|');
    put_cell(out, chart->points[first].label, DTI__TONE_PLAIN);
    for (int32_t year = next_year(chart, INT32_MIN); year != INT32_MAX;
         year = next_year(chart, year)) {
        const char *text = "–";
        for (size_t i = first; i < end; i++)
            if (chart->points[i].year == year)
                text = chart->points[i].text;
        put_cell(out, text, DTI__TONE_PLAIN);
    }
    dti__buffer_put_char(out, '\n');
}

static void put_ranks(const struct dti__page *page, const struct dti__page_chart *chart,
                      struct dti__buffer *out)
{
    size_t years = 0;
    dti__buffer_put_char(out, '|');
    put_cell(out, word(page, DTI__MSG_PAPER_COLUMN_INDICATOR), DTI__TONE_PLAIN);
    for (int32_t year = next_year(chart, INT32_MIN); year != INT32_MAX;
         year = next_year(chart, year), years++) {
        char text[DTI__NUMBER_SIZE];
        dti__number_write(year, text);
        put_cell(out, text, DTI__TONE_PLAIN);
    }
    dti__buffer_put_text(out, "\n| --- |");
    for (size_t i = 0; i < years; i++)
        dti__buffer_put_text(out, " ---: |");
    dti__buffer_put_char(out, '\n');
    for (size_t first = 0, end = 0; first < chart->point_count; first = end) {
        while (end < chart->point_count &&
               strcmp(chart->points[end].label, chart->points[first].label) == 0)
            end++;
        put_rank_line(chart, first, end, out);
    }
}

static void put_chart(const struct dti__page *page, const struct dti__page_chart *chart,
                      struct dti__buffer *out)
{
    put_marked(out, "**", chart->title);
    put_marked(out, "", chart->description);
    if (chart->kind == DTI__CHART_BARS)
        put_bars(page, chart, out);
    else if (chart->kind == DTI__CHART_WATERFALL)
        put_waterfall(page, chart, out);
    else
        put_ranks(page, chart, out);
    dti__buffer_put_char(out, '\n');
}

/* ── blocks ── */

static void put_heading(const struct dti__block *block, struct dti__buffer *out)
{
    for (int i = 0; i <= block->level; i++)
        dti__buffer_put_char(out, '#');
    dti__buffer_put_char(out, ' ');
    put_lines(out, block->text, " ", false);
    dti__buffer_put_text(out, "\n\n");
}

static void put_tile(const struct dti__block *block, struct dti__buffer *out)
{
    dti__buffer_put_text(out, "- ");
    put_lines(out, block->title, " ", true);
    dti__buffer_put_text(out, ": **");
    put_lines(out, block->text, " ", false);
    dti__buffer_put_text(out, "**");
    if (block->remark) {
        dti__buffer_put_text(out, " – ");
        put_lines(out, block->remark, " ", false);
    }
}

static void put_block(const struct dti__page *page, const struct dti__block *block,
                      struct dti__buffer *out)
{
    switch (block->kind) {
    case DTI__BLOCK_HEADING:
        put_heading(block, out);
        return;
    case DTI__BLOCK_PARAGRAPH:
        put_lines(out, block->text, "\\\n", true);
        break;
    case DTI__BLOCK_NOTE:
        put_marked(out, "*", block->text);
        return;
    case DTI__BLOCK_WARNING:
        dti__buffer_put_text(out, "> **");
        dti__buffer_put_text(out, word(page, DTI__MSG_PAPER_WARNING));
        dti__buffer_put_text(out, "** ");
        put_lines(out, block->text, "\\\n> ", true);
        break;
    case DTI__BLOCK_QUOTE:
        dti__buffer_put_text(out, "> ");
        put_lines(out, block->text, "\\\n> ", true);
        break;
    case DTI__BLOCK_ITEM:
        dti__buffer_put_text(out, "- ");
        if (block->title) {
            dti__buffer_put_text(out, "**");
            put_lines(out, block->title, " ", true);
            dti__buffer_put_text(out, ":** ");
        }
        put_lines(out, block->text, "\\\n  ", true);
        break;
    case DTI__BLOCK_TILE:
        put_tile(block, out);
        break;
    case DTI__BLOCK_TABLE:
        put_table(block->table, out);
        return;
    case DTI__BLOCK_CHART:
        put_chart(page, block->chart, out);
        return;
    }
    dti__buffer_put_text(out, "\n");
}

static bool is_listed(enum dti__block_kind kind)
{
    return kind == DTI__BLOCK_ITEM || kind == DTI__BLOCK_TILE;
}

void dti__page_markdown(const struct dti__page *page, struct dti__buffer *out)
{
    dti__buffer_put_text(out, "# ");
    put_lines(out, page->title, " ", false);
    dti__buffer_put_text(out, "\n\n");
    put_marked(out, "*", page->subtitle);
    for (size_t i = 0; i < page->block_count; i++) {
        enum dti__block_kind kind = page->blocks[i].kind;
        bool is_inside =
            is_listed(kind) && i + 1 < page->block_count && page->blocks[i + 1].kind == kind;
        put_block(page, &page->blocks[i], out);
        if (is_listed(kind) ? !is_inside
                            : kind == DTI__BLOCK_PARAGRAPH || kind == DTI__BLOCK_WARNING ||
                                  kind == DTI__BLOCK_QUOTE)
            dti__buffer_put_char(out, '\n');
    }
    if (page->foot) {
        dti__buffer_put_text(out, "---\n\n");
        put_marked(out, "*", page->foot);
    }
    /* Each block ends with an empty line, the text with a whole one. */
    if (out->length > 1 && out->data[out->length - 1] == '\n' && out->data[out->length - 2] == '\n')
        out->length--;
}
