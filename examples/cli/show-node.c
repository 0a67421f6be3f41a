/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* All about one indicator of a framework. */
#include "show-node.h"

#include "figure.h"
#include "nodes.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 2
};

/* A list of labels with what they say. */
struct sheet {
    const struct cli *cli;
    const dti_framework *framework;
    const char *numbering;
    size_t node;
    struct table *table;
};

/* A line with a label, or below the one before when label is WORD_COUNT. */
static void add(const struct sheet *sheet, enum word label, enum style style, const char *text)
{
    table_cell(sheet->table, STYLE_DIM, label == WORD_COUNT ? "" : word(sheet->cli->lang, label));
    table_cell(sheet->table, style, text);
}

/* Adds what a call in the manner of snprintf() tells; nothing if it tells nothing. */
typedef size_t (*format_fn)(const dti_framework *framework, size_t node, dti_lang lang,
                            char *buffer, size_t size);

static void add_formatted(const struct sheet *sheet, enum word label, format_fn format)
{
    dti_lang lang = sheet->cli->lang;
    size_t length = format(sheet->framework, sheet->node, lang, NULL, 0);
    if (length == 0) {
        return;
    }
    char *text = memory_resize(NULL, length + 1, 1);
    format(sheet->framework, sheet->node, lang, text, length + 1);
    add(sheet, label, STYLE_PLAIN, text);
    free(text);
}

static void add_legal(const struct sheet *sheet)
{
    dti_lang lang = sheet->cli->lang;
    size_t count = dti_framework_node_legal_count(sheet->framework, sheet->node);
    for (size_t i = 0; i < count; i++) {
        size_t length =
            dti_framework_node_legal_format(sheet->framework, sheet->node, i, lang, NULL, 0);
        char *text = memory_resize(NULL, length + 1, 1);
        dti_framework_node_legal_format(sheet->framework, sheet->node, i, lang, text, length + 1);
        add(sheet, i == 0 ? WORD_SHOW_LEGAL : WORD_COUNT, STYLE_PLAIN, text);
        free(text);
    }
}

static void add_codes(const struct sheet *sheet)
{
    struct text codes = TEXT_EMPTY;
    for (size_t i = 0; i < dti_framework_numbering_count(sheet->framework); i++) {
        const char *numbering = dti_framework_numbering_id(sheet->framework, i);
        const char *code = dti_framework_node_code(sheet->framework, sheet->node, numbering);
        if (*code) {
            text_add(&codes, codes.length != 0 ? word(sheet->cli->lang, WORD_LIST_COMMA) : "");
            word_fill(
                &codes, sheet->cli->lang, WORD_SHOW_CODE_IN,
                WITH(dti_framework_numbering_name(sheet->framework, i, sheet->cli->lang), code));
        }
    }
    add(sheet, WORD_SHOW_CODES, STYLE_PLAIN, text_get(&codes));
    text_free(&codes);
}

/* "6 Hoạt động chính quyền số", and the weight of a part of a weighted index */
static void add_other(const struct sheet *sheet, enum word label, size_t node, int64_t weight)
{
    dti_lang lang = sheet->cli->lang;
    struct text text = TEXT_EMPTY;
    text_add(&text, nodes_code(sheet->framework, node, sheet->numbering));
    text_add(&text, " ");
    text_add(&text, dti_framework_node_name(sheet->framework, node, lang));
    struct text line = TEXT_EMPTY;
    word_fill(&line, lang, weight != 0 ? WORD_WITH_WEIGHT : WORD_SHOW_ONE,
              WITH(text_get(&text), figure_plain(weight, lang).text));
    add(sheet, label, STYLE_PLAIN, text_get(&line));
    text_free(&line);
    text_free(&text);
}

static void add_relatives(const struct sheet *sheet)
{
    size_t parent = dti_framework_node_parent(sheet->framework, sheet->node);
    if (parent != DTI_NONE) {
        add_other(sheet, WORD_SHOW_PARENT, parent, 0);
    }
    size_t count = dti_framework_node_child_count(sheet->framework, sheet->node);
    for (size_t i = 0; i < count; i++) {
        add_other(sheet, i == 0 ? WORD_SHOW_CHILDREN : WORD_COUNT,
                  dti_framework_node_child(sheet->framework, sheet->node, i),
                  dti_framework_node_weight(sheet->framework, sheet->node, i));
    }
}

static enum word kind_word(dti_input_kind kind)
{
    switch (kind) {
    case DTI_INPUT_COUNT:
        return WORD_KIND_COUNT;
    case DTI_INPUT_AMOUNT:
        return WORD_KIND_AMOUNT;
    case DTI_INPUT_RATIO:
        return WORD_KIND_RATIO;
    case DTI_INPUT_CHOICE:
        return WORD_KIND_CHOICE;
    case DTI_INPUT_YES_NO:
        return WORD_KIND_YES_NO;
    case DTI_INPUT_LIST:
        return WORD_KIND_LIST;
    default:
        return WORD_KIND_TEXT;
    }
}

static void add_input(const struct sheet *sheet, enum word label, size_t input)
{
    dti_lang lang = sheet->cli->lang;
    const char *unit = dti_framework_input_unit(sheet->framework, input, lang);
    const char *kind = word(lang, kind_word(dti_framework_input_kind(sheet->framework, input)));
    struct text what = TEXT_EMPTY;
    word_fill(&what, lang, *unit ? WORD_KIND_AND_UNIT : WORD_SHOW_ONE, WITH(kind, unit));
    struct text line = TEXT_EMPTY;
    word_fill(&line, lang, WORD_SHOW_INPUT,
              WITH(dti_framework_input_name(sheet->framework, input, lang), text_get(&what),
                   dti_framework_input_id(sheet->framework, input)));
    add(sheet, label, STYLE_PLAIN, text_get(&line));
    for (size_t i = 0; i < dti_framework_input_choice_count(sheet->framework, input); i++) {
        text_clear(&line);
        word_fill(&line, lang, WORD_SHOW_CHOICE,
                  WITH(dti_framework_input_choice_id(sheet->framework, input, i),
                       dti_framework_input_choice_name(sheet->framework, input, i, lang)));
        add(sheet, WORD_COUNT, STYLE_PLAIN, text_get(&line));
    }
    char derive[1024];
    if (dti_framework_input_derive_format(sheet->framework, input, lang, derive, sizeof derive)) {
        text_clear(&line);
        word_fill(&line, lang, WORD_SHOW_DERIVE, WITH(derive));
        add(sheet, WORD_COUNT, STYLE_PLAIN, text_get(&line));
    }
    text_free(&line);
    text_free(&what);
}

static void add_inputs(const struct sheet *sheet)
{
    size_t count = dti_framework_node_input_count(sheet->framework, sheet->node);
    for (size_t i = 0; i < count; i++) {
        add_input(sheet, i == 0 ? WORD_SHOW_INPUTS : WORD_COUNT,
                  dti_framework_node_input(sheet->framework, sheet->node, i));
    }
}

struct part {
    dti_node_part part;
    enum word name;
    dti_provenance provenance;
    const char *note;
    const char *source;
};

static struct part find_part(const struct sheet *sheet, dti_node_part part, enum word name)
{
    dti_lang lang = sheet->cli->lang;
    return (struct part){
        .part = part,
        .name = name,
        .provenance = dti_framework_node_provenance(sheet->framework, sheet->node, part),
        .note = dti_framework_node_provenance_note(sheet->framework, sheet->node, part, lang),
        .source = dti_framework_node_provenance_source(sheet->framework, sheet->node, part, lang),
    };
}

static bool is_same(const struct part *a, const struct part *b)
{
    return a->provenance == b->provenance && strcmp(a->note, b->note) == 0 &&
           strcmp(a->source, b->source) == 0;
}

/* "code, name: source – the remark (the title of the source)" */
static void add_parts(const struct sheet *sheet, enum word label, const struct part *parts,
                      size_t count)
{
    dti_lang lang = sheet->cli->lang;
    struct text names = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        text_add_item(&names, word(lang, WORD_LIST_COMMA), word(lang, parts[i].name));
    }
    struct text line = TEXT_EMPTY;
    word_fill(&line, lang, WORD_SHOW_PARTS,
              WITH(text_get(&names), dti_provenance_name(parts->provenance, lang)));
    if (*parts->note) {
        word_fill(&line, lang, WORD_SHOW_PARTS_NOTE, WITH(parts->note));
    }
    if (*parts->source) {
        word_fill(&line, lang, WORD_SHOW_PARTS_SOURCE, WITH(parts->source));
    }
    bool is_assumed = nodes_is_assumed(sheet->framework, sheet->node, parts->part);
    add(sheet, label, is_assumed ? STYLE_CARE : STYLE_PLAIN, text_get(&line));
    text_free(&line);
    text_free(&names);
}

/* Neighbouring parts of the same provenance share a line. */
static void add_provenance(const struct sheet *sheet)
{
    dti_node_kind kind = dti_framework_node_kind(sheet->framework, sheet->node);
    bool is_sum = kind == DTI_NODE_INDEX && !nodes_is_weighted(sheet->framework, sheet->node);
    const struct part parts[] = {
        find_part(sheet, DTI_PART_CODE, WORD_PART_CODE),
        find_part(sheet, DTI_PART_NAME, WORD_PART_NAME),
        find_part(sheet, DTI_PART_MAX_POINTS, WORD_PART_MAX),
        find_part(sheet, DTI_PART_RULE, is_sum ? WORD_PART_SUM : WORD_PART_RULE),
    };
    bool has_rule = (kind == DTI_NODE_COMPONENT || kind == DTI_NODE_INDEX) &&
                    !dti_framework_node_is_absent(sheet->framework, sheet->node);
    size_t count = sizeof parts / sizeof *parts - (has_rule ? 0 : 1);
    for (size_t first = 0, next = 0; first < count; first = next) {
        while (next < count && is_same(&parts[first], &parts[next])) {
            next++;
        }
        add_parts(sheet, first == 0 ? WORD_SHOW_PROVENANCE : WORD_COUNT, &parts[first],
                  next - first);
    }
}

void show_node(const struct cli *cli, const dti_framework *framework, const char *numbering,
               size_t node)
{
    static const struct table_column columns[] = {
        {NULL, ALIGN_LEFT, false},
        {NULL, ALIGN_LEFT, true},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    const struct sheet sheet = {cli, framework, numbering, node, table};
    struct text title = TEXT_EMPTY;
    text_add(&title, nodes_code(framework, node, numbering));
    text_add(&title, "  ");
    text_add(&title, dti_framework_node_name(framework, node, cli->lang));
    term_paragraph(&cli->out, STYLE_STRONG, 0, INDENT, text_get(&title));
    fputc('\n', cli->out.file);
    text_free(&title);

    add_codes(&sheet);
    add_relatives(&sheet);
    int64_t max = dti_framework_node_max_points(framework, node);
    add(&sheet, WORD_SHOW_MAX, STYLE_PLAIN, figure_plain(max, cli->lang).text);
    const char *unit = dti_framework_node_unit(framework, node, cli->lang);
    if (*unit) {
        add(&sheet, WORD_SHOW_UNIT, STYLE_PLAIN, unit);
    }
    add_formatted(&sheet, WORD_SHOW_RULE, dti_framework_node_rule_format);
    add_inputs(&sheet);
    add_formatted(&sheet, WORD_SHOW_EVIDENCE, dti_framework_node_evidence_format);
    add_legal(&sheet);
    add_provenance(&sheet);
    table_print(table, &cli->out, INDENT);
    table_free(table);
}
