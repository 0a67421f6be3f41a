/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti explain: the points of one indicator in words. */
#include "commands.h"
#include "load.h"
#include "nodes.h"
#include "score.h"

#include <string.h>

enum {
    HANGING = 2 /* what does not fit on a line goes on a little further in */
};

/* The library indents what belongs to the line above; wrapped lines keep that. */
static void print_lines(const struct cli *cli, const char *text)
{
    struct text line = TEXT_EMPTY;
    enum style style = STYLE_STRONG; /* of the first line, which names the indicator */
    while (*text) {
        size_t bytes = strcspn(text, "\n");
        size_t indent = strspn(text, " ");
        text_clear(&line);
        if (indent < bytes) {
            text_add_bytes(&line, text + indent, bytes - indent);
            term_paragraph(&cli->out, style, indent, indent + HANGING, text_get(&line));
        } else {
            fputc('\n', cli->out.file);
        }
        style = STYLE_PLAIN;
        text += bytes + (text[bytes] != '\0');
    }
    text_free(&line);
}

static int explain(const struct cli *cli, const struct args *args, const dti_result *result)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    const dti_framework *framework = dti_dossier_framework(dossier);
    const char *numbering = NULL;
    size_t node = DTI_NONE;
    int status = nodes_numbering(cli, &command_explain, framework, args->values[OPTION_NUMBERING],
                                 dti_dossier_numbering(dossier), &numbering);
    if (status == CLI_EXIT_FINE) {
        status = nodes_find(cli, &command_explain, framework, numbering, args->operands[1], &node);
    }
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_text *text = NULL;
    dti_error *error = NULL;
    if (dti_result_explain(result, node, numbering, cli->lang, &text, &error) != DTI_OK) {
        return load_failed(cli, error);
    }
    print_lines(cli, dti_text_data(text));
    dti_text_free(text);
    return CLI_EXIT_FINE;
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_result *result = NULL;
    int status = score_dossier(cli, &command_explain, args, NULL, &result);
    if (status == CLI_EXIT_FINE) {
        status = explain(cli, args, result);
    }
    dti_result_unref(result);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_CODE, WORD_OPERAND_CODE, false, false},
};

static const struct command_option options[] = {
    {OPTION_FRAMEWORK, false}, {OPTION_BOUNDS, false},    {OPTION_COLLECTION, false},
    {OPTION_TRACK, false},     {OPTION_NUMBERING, false}, {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_explain = {
    .name = "dti explain",
    .summary = WORD_EXPLAIN_SUMMARY,
    .purpose = WORD_EXPLAIN_PURPOSE,
    .examples = WORD_EXPLAIN_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
