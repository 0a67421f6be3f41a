/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti report: a paper about a dossier, to be read, printed and signed: the analysis of its result,
 * or the reply to an appraisal. */
#include "commands.h"
#include "load.h"
#include "nodes.h"
#include "save.h"
#include "score.h"
#include "unit-tables.h"

#include <string.h>

/* In the order of the choices of --kind and --format. */
static const dti_paper_kind kinds[] = {DTI_PAPER_ANALYSIS, DTI_PAPER_EXPLANATION};
static const dti_paper_format formats[] = {DTI_PAPER_MARKDOWN, DTI_PAPER_HTML};

static bool ends_with(const char *text, const char *end)
{
    const size_t bytes = strlen(text);
    const size_t wanted = strlen(end);
    return bytes > wanted && strcmp(text + bytes - wanted, end) == 0;
}

/* As asked for, else as the name of the file says. */
static dti_paper_format find_format(const struct args *args)
{
    const char *asked = args->values[OPTION_REPORT_FORMAT];
    const char *path = args->values[OPTION_OUTPUT];
    if (asked) {
        return formats[option_choice(OPTION_REPORT_FORMAT, asked)];
    }
    return path && (ends_with(path, ".html") || ends_with(path, ".htm")) ? DTI_PAPER_HTML
                                                                         : DTI_PAPER_MARKDOWN;
}

static int write(const struct cli *cli, const struct args *args, const dti_result *result,
                 const struct unit_tables *tables)
{
    const dti_dossier *dossier = dti_result_dossier(result);
    const char *kind = args->values[OPTION_KIND];
    dti_paper_options options = DTI_PAPER_OPTIONS_INIT;
    dti_text *text = NULL;
    dti_error *error = NULL;
    const int status = nodes_numbering(cli, &command_report, dti_dossier_framework(dossier),
                                       args->values[OPTION_NUMBERING],
                                       dti_dossier_numbering(dossier), &options.numbering);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    options.kind = kinds[kind ? option_choice(OPTION_KIND, kind) : 0];
    options.format = find_format(args);
    options.lang = cli->lang;
    options.tables = (const dti_table *const *)tables->items;
    options.table_count = tables->count;
    options.day = args->values[OPTION_DATE];
    const dti_status written = dti_paper_write(result, &options, &text, &error);
    const int saved = save_document(cli, args->values[OPTION_OUTPUT], written, text, error);
    return written == DTI_E_VALUE ? CLI_EXIT_USAGE : saved; /* the day */
}

static int run(const struct cli *cli, const struct args *args)
{
    struct text warnings = TEXT_EMPTY;
    struct unit_tables tables = {NULL, 0};
    dti_result *result = NULL;
    int status = score_dossier(cli, &command_report, args, &warnings, &result);
    if (status == CLI_EXIT_FINE) {
        status = unit_tables_load(cli, &command_report, args, dti_result_dossier(result), &tables);
    }
    if (status == CLI_EXIT_FINE) {
        status = write(cli, args, result, &tables);
    }
    unit_tables_free(&tables);
    dti_result_unref(result);
    text_free(&warnings);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
};

static const struct command_option options[] = {
    {OPTION_KIND, false},      {OPTION_REPORT_FORMAT, false}, {OPTION_OUTPUT, false},
    {OPTION_DATE, false},      {OPTION_TRACK, false},         {OPTION_TABLE, false},
    {OPTION_NO_TABLES, false}, {OPTION_NUMBERING, false},     {OPTION_BOUNDS, false},
    {OPTION_FRAMEWORK, false}, {OPTION_COLLECTION, false},    {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_report = {
    .name = "dti report",
    .summary = WORD_REPORT_SUMMARY,
    .purpose = WORD_REPORT_PURPOSE,
    .examples = WORD_REPORT_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
