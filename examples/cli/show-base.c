/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a framework changes in the one that it extends: both are compared part by part, as anybody
 * could who has the two. */
#include "show-base.h"

#include "figure.h"
#include "table.h"
#include "text.h"

#include <string.h>

enum {
    INDENT = 2,
    WORDS_SIZE = 1024
};

struct view {
    const struct cli *cli;
    const dti_framework *mine;
    const dti_framework *base;
    struct table *table;
    size_t count;
};

/* One line; the name only with the first one of a thing. */
static void add(struct view *view, const char *code, const char *name, const char *what)
{
    table_cell(view->table, STYLE_PLAIN, code);
    table_cell(view->table, STYLE_PLAIN, name);
    table_cell(view->table, STYLE_PLAIN, what);
    view->count++;
}

/* The line of a thing that has been met; empty cells after the first. */
struct lines {
    struct view *view;
    const char *code;
    const char *name;
};

static void add_line(struct lines *lines, enum word id, const char *const *with)
{
    struct text text = TEXT_EMPTY;
    word_fill(&text, lines->view->cli->lang, id, with);
    add(lines->view, lines->code, lines->name, text_get(&text));
    lines->code = "";
    lines->name = "";
    text_free(&text);
}

static void add_word(struct lines *lines, enum word id)
{
    add_line(lines, id, WITH_NOTHING);
}

typedef size_t (*format_fn)(const dti_framework *framework, size_t index, dti_lang lang,
                            char *buffer, size_t size);

static bool is_told_alike(const struct view *view, format_fn format, size_t mine, size_t base)
{
    char texts[2][WORDS_SIZE];
    format(view->mine, mine, view->cli->lang, texts[0], sizeof texts[0]);
    format(view->base, base, view->cli->lang, texts[1], sizeof texts[1]);
    return strcmp(texts[0], texts[1]) == 0;
}

static void compare_provenance(struct lines *lines, size_t mine, size_t base, dti_node_part part)
{
    static const enum word parts[] = {WORD_PART_CODE, WORD_PART_NAME, WORD_PART_MAX,
                                      WORD_PART_RULE};
    const struct view *view = lines->view;
    dti_lang lang = view->cli->lang;
    dti_provenance now = dti_framework_node_provenance(view->mine, mine, part);
    dti_provenance before = dti_framework_node_provenance(view->base, base, part);
    if (now != before) {
        add_line(lines, WORD_SHOW_PART_FROM_TO,
                 WITH(word(lang, parts[part]), dti_provenance_name(before, lang),
                      dti_provenance_name(now, lang)));
    } else if (strcmp(dti_framework_node_provenance_source(view->mine, mine, part, lang),
                      dti_framework_node_provenance_source(view->base, base, part, lang)) != 0) {
        add_line(lines, WORD_SHOW_PART_OTHER,
                 WITH(word(lang, parts[part]), dti_provenance_name(now, lang)));
    }
}

static void compare_node(struct view *view, size_t mine, size_t base)
{
    dti_lang lang = view->cli->lang;
    const char *name = dti_framework_node_name(view->mine, mine, lang);
    int64_t max = dti_framework_node_max_points(view->mine, mine);
    int64_t old_max = dti_framework_node_max_points(view->base, base);
    struct lines lines = {view, dti_framework_node_code(view->mine, mine, NULL), name};
    if (strcmp(name, dti_framework_node_name(view->base, base, lang)) != 0) {
        add_word(&lines, WORD_PART_NAME);
    }
    if (max != old_max) {
        add_line(&lines, WORD_SHOW_FROM_TO,
                 WITH(word(lang, WORD_PART_MAX), figure_plain(old_max, lang).text,
                      figure_plain(max, lang).text));
    }
    if (!is_told_alike(view, dti_framework_node_rule_format, mine, base)) {
        add_word(&lines, WORD_PART_RULE);
    }
    if (!is_told_alike(view, dti_framework_node_evidence_format, mine, base)) {
        add_word(&lines, WORD_PART_EVIDENCE);
    }
    for (int part = DTI_PART_CODE; part <= DTI_PART_RULE; part++) {
        compare_provenance(&lines, mine, base, (dti_node_part)part);
    }
}

static void compare_nodes(struct view *view)
{
    dti_lang lang = view->cli->lang;
    for (size_t i = 0; i < dti_framework_node_count(view->mine); i++) {
        const char *code = dti_framework_node_code(view->mine, i, NULL);
        size_t other = dti_framework_find(view->base, NULL, code);
        if (other != DTI_NONE) {
            compare_node(view, i, other);
        } else {
            add(view, code, dti_framework_node_name(view->mine, i, lang),
                word(lang, WORD_SHOW_ADDED));
        }
    }
    for (size_t i = 0; i < dti_framework_node_count(view->base); i++) {
        const char *code = dti_framework_node_code(view->base, i, NULL);
        if (dti_framework_find(view->mine, NULL, code) == DTI_NONE) {
            add(view, code, dti_framework_node_name(view->base, i, lang),
                word(lang, WORD_SHOW_REMOVED));
        }
    }
}

static void compare_input(struct view *view, size_t mine, size_t base)
{
    dti_lang lang = view->cli->lang;
    const char *name = dti_framework_input_name(view->mine, mine, lang);
    struct lines lines = {view, dti_framework_input_id(view->mine, mine), name};
    if (strcmp(name, dti_framework_input_name(view->base, base, lang)) != 0) {
        add_word(&lines, WORD_PART_NAME);
    }
    if (dti_framework_input_kind(view->mine, mine) != dti_framework_input_kind(view->base, base) ||
        strcmp(dti_framework_input_unit(view->mine, mine, lang),
               dti_framework_input_unit(view->base, base, lang)) != 0) {
        add_word(&lines, WORD_PART_KIND);
    }
    if (!is_told_alike(view, dti_framework_input_derive_format, mine, base)) {
        add_word(&lines, WORD_PART_DERIVE);
    }
}

static void compare_inputs(struct view *view)
{
    dti_lang lang = view->cli->lang;
    for (size_t i = 0; i < dti_framework_input_count(view->mine); i++) {
        const char *id = dti_framework_input_id(view->mine, i);
        size_t other = dti_framework_input_find(view->base, id);
        if (other != DTI_NONE) {
            compare_input(view, i, other);
        } else {
            add(view, id, dti_framework_input_name(view->mine, i, lang),
                word(lang, WORD_SHOW_ADDED));
        }
    }
    for (size_t i = 0; i < dti_framework_input_count(view->base); i++) {
        const char *id = dti_framework_input_id(view->base, i);
        if (dti_framework_input_find(view->mine, id) == DTI_NONE) {
            add(view, id, dti_framework_input_name(view->base, i, lang),
                word(lang, WORD_SHOW_REMOVED));
        }
    }
}

void show_base(const struct cli *cli, const dti_framework *framework, const dti_framework *base)
{
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_SHOW_CHANGED), ALIGN_LEFT, true},
    };
    struct view view = {cli, framework, base, table_new(columns, sizeof columns / sizeof *columns),
                        0};
    struct text line = TEXT_EMPTY;
    word_fill(&line, cli->lang, WORD_SHOW_BASE,
              WITH(dti_framework_base_id(framework), dti_framework_base_version(framework)));
    term_line(&cli->out, STYLE_PLAIN, text_get(&line));
    term_line(&cli->out, STYLE_DIM, dti_framework_base_digest(framework));
    fputc('\n', cli->out.file);
    compare_nodes(&view);
    compare_inputs(&view);
    if (view.count != 0) {
        term_line(&cli->out, STYLE_STRONG, word(cli->lang, WORD_SHOW_BASE_CHANGES));
        table_print(view.table, &cli->out, INDENT);
    } else {
        term_line(&cli->out, STYLE_PLAIN, word(cli->lang, WORD_SHOW_BASE_SAME));
    }
    fputc('\n', cli->out.file);
    table_free(view.table);
    text_free(&line);
}
