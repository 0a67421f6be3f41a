/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti show: a framework as a tree, or all about one of its indicators. */
#include "commands.h"
#include "figure.h"
#include "load.h"
#include "nodes.h"
#include "show-base.h"
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

/* "1 + 2 + 3" */
static void add_sum(const struct view *view, size_t node)
{
    struct text sum = TEXT_EMPTY;
    size_t count = dti_framework_node_child_count(view->framework, node);
    for (size_t i = 0; i < count; i++) {
        size_t child = dti_framework_node_child(view->framework, node, i);
        text_add(&sum, i != 0 ? word(view->cli->lang, WORD_PLUS) : "");
        text_add(&sum, nodes_code(view->framework, child, view->numbering));
    }
    table_cell(view->table, STYLE_PLAIN, text_get(&sum));
    text_free(&sum);
}

static void print_head(const struct cli *cli, const dti_framework *framework)
{
    char from[16];
    char to[16];
    snprintf(from, sizeof from, "%d", (int)dti_framework_year_from(framework));
    snprintf(to, sizeof to, "%d", (int)dti_framework_year_to(framework));
    struct text line = TEXT_EMPTY;
    word_fill(&line, cli->lang, WORD_SHOW_HEAD,
              WITH(dti_framework_id(framework), dti_framework_version(framework), from, to));
    term_paragraph(&cli->out, STYLE_STRONG, 0, 0, dti_framework_title(framework, cli->lang));
    term_paragraph(&cli->out, STYLE_PLAIN, 0, 0, text_get(&line));
    term_line(&cli->out, STYLE_DIM, dti_framework_digest(framework));
    fputc('\n', cli->out.file);
    text_free(&line);
}

static void print_indices(struct view *view)
{
    const struct cli *cli = view->cli;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_CODE), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_NAME), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_MAX), ALIGN_RIGHT, false},
        {word(cli->lang, WORD_SHOW_MARKS), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_SUM), ALIGN_LEFT, true},
    };
    size_t count = 0;
    size_t *nodes = nodes_of_kind(view->framework, DTI_NODE_INDEX, view->numbering, &count);
    view->table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++) {
        add_node(view, nodes[i], 0);
        add_sum(view, nodes[i]);
    }
    if (count != 0) {
        term_line(&cli->out, STYLE_STRONG, word(cli->lang, WORD_HEADING_INDICES));
        table_print(view->table, &cli->out, INDENT);
        fputc('\n', cli->out.file);
    }
    table_free(view->table);
    free(nodes);
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
    }
    term_line(&cli->out, STYLE_STRONG, word(cli->lang, WORD_HEADING_TREE));
    table_print(view->table, &cli->out, INDENT);
    table_free(view->table);
    free(nodes);
}

static void print_framework(const struct cli *cli, const dti_framework *framework,
                            const dti_framework *base, const char *numbering)
{
    struct view view = {cli, framework, numbering, NULL};
    print_head(cli, framework);
    if (base) {
        show_base(cli, framework, base);
    }
    print_indices(&view);
    print_mains(&view);
    fputc('\n', cli->out.file);
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
        dti_framework *base = NULL;
        status = load_base(cli, framework, &base);
        if (status == CLI_EXIT_FINE) {
            print_framework(cli, framework, base, numbering);
        }
        dti_framework_unref(base);
        return status;
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
    {OPTION_BASE, false},
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
