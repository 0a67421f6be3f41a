/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti show: a framework as a tree, or all about one of its indicators. */
#include "commands.h"
#include "figure.h"
#include "load.h"
#include "nodes.h"
#include "show-node.h"
#include "table.h"

#include <stdlib.h>

enum {
    INDENT = 2
};

struct view {
    const struct cli *cli;
    const dti_framework *framework;
    const char *numbering;
    struct table *table;
};

static enum word mark(dti_provenance provenance)
{
    switch (provenance) {
    case DTI_PROVENANCE_OFFICIAL:
        return WORD_MARK_OFFICIAL;
    case DTI_PROVENANCE_SOURCE:
        return WORD_MARK_SOURCE;
    case DTI_PROVENANCE_DERIVED:
        return WORD_MARK_DERIVED;
    case DTI_PROVENANCE_ASSUMED:
        return WORD_MARK_ASSUMED;
    default:
        return WORD_MARK_UNKNOWN;
    }
}

/* One letter for each part that has a provenance of its own: "N N G G". */
static void add_marks(const struct view *view, size_t node)
{
    struct text marks = TEXT_EMPTY;
    bool is_assumed = false;
    bool is_component = dti_framework_node_kind(view->framework, node) == DTI_NODE_COMPONENT;
    for (int part = DTI_PART_CODE; part <= DTI_PART_RULE; part++) {
        if (part == DTI_PART_RULE && !is_component) {
            continue;
        }
        dti_provenance provenance =
            dti_framework_node_provenance(view->framework, node, (dti_node_part)part);
        text_add(&marks, part != DTI_PART_CODE ? " " : "");
        text_add(&marks, word(view->cli->lang, mark(provenance)));
        is_assumed = is_assumed || nodes_is_assumed(view->framework, node, (dti_node_part)part);
    }
    table_cell(view->table, is_assumed ? STYLE_CARE : STYLE_DIM, text_get(&marks));
    text_free(&marks);
}

static void add_node(const struct view *view, size_t node, size_t depth)
{
    dti_lang lang = view->cli->lang;
    enum style style = depth == 0 ? STYLE_STRONG : STYLE_PLAIN;
    int64_t max = dti_framework_node_max_points(view->framework, node);
    table_cell(view->table, style, nodes_code(view->framework, node, view->numbering));
    table_cell(view->table, style, dti_framework_node_name(view->framework, node, lang));
    table_cell(view->table, style, figure_plain(max, lang).text);
    add_marks(view, node);
}

static void add_tree(const struct view *view, size_t node, size_t depth)
{
    add_node(view, node, depth);
    size_t count = dti_framework_node_child_count(view->framework, node);
    for (size_t i = 0; i < count; i++) {
        add_tree(view, dti_framework_node_child(view->framework, node, i), depth + 1);
    }
}

/* "7 indicators, in no source" */
static void put_absent(const struct view *view, size_t node, struct text *out)
{
    size_t count = dti_framework_node_absent_count(view->framework, node);
    word_fill(out, view->cli->lang, count != 0 ? WORD_ABSENT_COUNT : WORD_ABSENT_ALL,
              WITH(figure_count(count).text));
}

/* "1 + 2 + 3", or "400 × one + 300 × other" */
static void add_parts(const struct view *view, size_t node)
{
    dti_lang lang = view->cli->lang;
    struct text parts = TEXT_EMPTY;
    size_t count = dti_framework_node_child_count(view->framework, node);
    for (size_t i = 0; i < count; i++) {
        size_t child = dti_framework_node_child(view->framework, node, i);
        const char *code = nodes_code(view->framework, child, view->numbering);
        int64_t weight = dti_framework_node_weight(view->framework, node, i);
        text_add(&parts, i != 0 ? word(lang, WORD_PLUS) : "");
        if (weight != 0) {
            word_fill(&parts, lang, WORD_TIMES, WITH(figure_plain(weight, lang).text, code));
        } else {
            text_add(&parts, code);
        }
    }
    if (dti_framework_node_is_absent(view->framework, node)) {
        put_absent(view, node, &parts);
    }
    table_cell(view->table, STYLE_PLAIN, text_get(&parts));
    text_free(&parts);
}

static void print_head(const struct cli *cli, const dti_framework *framework)
{
    struct text years = TEXT_EMPTY;
    nodes_put_years(framework, &years);
    struct text line = TEXT_EMPTY;
    word_fill(
        &line, cli->lang, WORD_SHOW_HEAD,
        WITH(dti_framework_id(framework), dti_framework_version(framework), text_get(&years)));
    term_paragraph(&cli->out, STYLE_STRONG, 0, 0, dti_framework_title(framework, cli->lang));
    term_paragraph(&cli->out, STYLE_PLAIN, 0, 0, text_get(&line));
    term_line(&cli->out, STYLE_DIM, dti_framework_digest(framework));
    fputc('\n', cli->out.file);
    text_free(&line);
    text_free(&years);
}

static void print_indices(struct view *view)
{
    const struct cli *cli = view->cli;
    size_t count = 0;
    size_t *nodes = nodes_of_kind(view->framework, DTI_NODE_INDEX, view->numbering, &count);
    bool has_weights = false;
    bool has_absent = false;
    for (size_t i = 0; i < count; i++) {
        has_weights |= nodes_is_weighted(view->framework, nodes[i]);
        has_absent |= dti_framework_node_is_absent(view->framework, nodes[i]) != 0;
    }
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_SHOW_MARKS), ALIGN_LEFT, false},
        {word(cli->lang, has_weights || has_absent ? WORD_COLUMN_MADE_OF : WORD_COLUMN_SUM),
         ALIGN_LEFT, true},
    };
    view->table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        add_node(view, nodes[i], 0);
        add_parts(view, nodes[i]);
    }
    if (count != 0) {
        term_line(&cli->out, STYLE_STRONG, word(cli->lang, WORD_HEADING_INDICES));
        table_print(view->table, &cli->out, INDENT);
        fputc('\n', cli->out.file);
    }
    table_free(view->table);
    free(nodes);
}

/* A main indicator without its components says so in the line below. */
static void add_absent(const struct view *view, size_t node)
{
    struct text absent = TEXT_EMPTY;
    if (dti_framework_node_is_absent(view->framework, node)) {
        put_absent(view, node, &absent);
        table_remark(view->table, 1, STYLE_DIM, text_get(&absent));
    }
    text_free(&absent);
}

static void print_mains(struct view *view)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_SHOW_MARKS), ALIGN_LEFT, false},
    };
    size_t count = 0;
    size_t *nodes = nodes_of_kind(view->framework, DTI_NODE_MAIN, view->numbering, &count);
    view->table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        if (i != 0) {
            table_gap(view->table);
        }
        add_tree(view, nodes[i], 0);
        add_absent(view, nodes[i]);
    }
    if (count != 0) {
        term_line(&cli->out, STYLE_STRONG, word(cli->lang, WORD_HEADING_TREE));
        table_print(view->table, &cli->out, INDENT);
        fputc('\n', cli->out.file);
    }
    table_free(view->table);
    free(nodes);
}

/* What the tables say in few words. */
static void print_notes(const struct view *view)
{
    const struct cli *cli = view->cli;
    bool has_weights = false;
    for (size_t i = 0; i < dti_framework_node_count(view->framework); i++) {
        has_weights |= nodes_is_weighted(view->framework, i);
    }
    if (has_weights) {
        term_paragraph(&cli->out, STYLE_DIM, 0, 0, word(cli->lang, WORD_WEIGHTS_NOTE));
    }
    if (nodes_count_absent(view->framework) != 0) {
        term_paragraph(&cli->out, STYLE_DIM, 0, 0, word(cli->lang, WORD_ABSENT_NOTE));
    }
}

static void print_framework(const struct cli *cli, const dti_framework *framework,
                            const char *numbering)
{
    struct view view = {cli, framework, numbering, NULL};
    print_head(cli, framework);
    print_indices(&view);
    print_mains(&view);
    print_notes(&view);
    term_paragraph(&cli->out, STYLE_DIM, 0, 0, word(cli->lang, WORD_SHOW_LEGEND));
    struct text more = TEXT_EMPTY;
    word_fill(&more, cli->lang, WORD_SHOW_LEGEND_MORE, WITH(dti_framework_id(framework)));
    term_paragraph(&cli->out, STYLE_DIM, 0, 0, text_get(&more));
    text_free(&more);
}

static int show(const struct cli *cli, const struct args *args, const dti_framework *framework)
{
    const char *numbering = NULL;
    int status = nodes_numbering(cli, &command_show, framework, args->values[OPTION_NUMBERING],
                                 dti_framework_numbering_id(framework, 0), &numbering);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    if (args->operand_count == 1) {
        print_framework(cli, framework, numbering);
        return CLI_EXIT_FINE;
    }
    size_t node = DTI_NONE;
    status = nodes_find(cli, &command_show, framework, numbering, args->operands[1], &node);
    if (status == CLI_EXIT_FINE) {
        show_node(cli, framework, numbering, node);
    }
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_framework *framework = NULL;
    int status = load_framework(cli, args->operands[0], &framework);
    if (status == CLI_EXIT_FINE) {
        status = show(cli, args, framework);
    }
    dti_framework_unref(framework);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_FRAMEWORK, WORD_OPERAND_FRAMEWORK, false, false},
    {WORD_VALUE_CODE, WORD_OPERAND_CODE_OPTIONAL, true, false},
};

static const struct command_option options[] = {
    {OPTION_NUMBERING, false},
    {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_show = {
    .name = "dti show",
    .summary = WORD_SHOW_SUMMARY,
    .purpose = WORD_SHOW_PURPOSE,
    .examples = WORD_SHOW_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
