/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti merge: what came in goes into the dossier. */
#include "collection.h"
#include "commands.h"
#include "figure.h"
#include "intake.h"
#include "load.h"
#include "save.h"

enum {
    HANGING = 4
};

static void say(const struct cli *cli, enum style style, enum word id, const char *const *with)
{
    struct text line = TEXT_EMPTY;
    word_fill(&line, cli->lang, id, with);
    term_paragraph(&cli->err, style, 0, HANGING, text_get(&line));
    text_free(&line);
}

/* How many figures stand differently after than before. */
static size_t count_figures(const dti_dossier *before, const dti_dossier *after)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_framework_input_count(dti_dossier_framework(after)); i++) {
        dti_state state = dti_dossier_input_state(after, i);
        double moved = dti_dossier_input_number(after, i) - dti_dossier_input_number(before, i);
        count += state != dti_dossier_input_state(before, i) || moved > 0 || moved < 0;
    }
    return count;
}

/* Cells of forms that hold something; a report that is only awaited is none. Reports are kept for
 * ever, so that more of them is what is new. */
static size_t count_cells(const dti_dossier *dossier)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_framework_input_count(dti_dossier_framework(dossier)); i++) {
        for (size_t k = 0; k < dti_dossier_report_count(dossier, i); k++) {
            count += *dti_dossier_report_reporter(dossier, i, k) != '\0' &&
                     dti_dossier_report_state(dossier, i, k) != DTI_STATE_MISSING;
        }
    }
    return count;
}

static void say_changes(const struct intake *intake, const dti_dossier *before)
{
    const struct cli *cli = intake->cli;
    const size_t *counts = intake->counts;
    size_t all = 0;
    for (size_t i = 0; i < sizeof intake->counts / sizeof *counts; i++) {
        all += counts[i];
    }
    if (all == 0) {
        say(cli, STYLE_STRONG, WORD_MERGE_NOTHING, WITH_NOTHING);
        return;
    }
    if (intake->form_count != 0) {
        say(cli, STYLE_STRONG, WORD_MERGE_FORMS,
            WITH(figure_count(intake->form_count).text,
                 figure_count(count_cells(intake->dossier) - count_cells(before)).text,
                 figure_count(count_figures(before, intake->dossier)).text));
    }
    if (counts[DTI_CHANGE_EVIDENCE] != 0 || intake->known_records != 0) {
        say(cli, STYLE_STRONG, WORD_MERGE_EVIDENCE,
            WITH(figure_count(counts[DTI_CHANGE_EVIDENCE]).text,
                 figure_count(intake->known_records).text));
    }
    if (counts[DTI_CHANGE_STATED] != 0 || counts[DTI_CHANGE_EXPLAIN] != 0) {
        say(cli, STYLE_STRONG, WORD_MERGE_POINTS,
            WITH(figure_count(counts[DTI_CHANGE_STATED]).text,
                 figure_count(counts[DTI_CHANGE_EXPLAIN]).text));
    }
}

static void say_findings(const struct intake *intake)
{
    const struct cli *cli = intake->cli;
    size_t count = dti_report_count(intake->report);
    if (count == 0) {
        return;
    }
    say(cli, STYLE_CARE, WORD_MERGE_FINDINGS, WITH(figure_count(count).text));
    load_findings(cli, intake->report);
}

static int write(struct intake *intake, const dti_dossier *before)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status made = dti_dossier_write(intake->dossier, &text, &error);
    int status = save_document(intake->cli, intake->args->values[OPTION_OUTPUT], made, text, error);
    if (status == CLI_EXIT_FINE) {
        say_changes(intake, before);
        say_findings(intake);
    }
    return status;
}

/* Every file is read, so that all that is wrong is said at once; only when all are fine is anything
 * written. */
static int merge(struct intake *intake)
{
    int worst = CLI_EXIT_FINE;
    for (size_t i = 1; i < intake->args->operand_count; i++) {
        int status = intake_read(intake, intake->args->operands[i]);
        worst = status > worst ? status : worst;
    }
    if (worst != CLI_EXIT_FINE) {
        cli_error(intake->cli, WORD_MERGE_REFUSED, WITH_NOTHING);
        return worst;
    }
    dti_dossier *before = dti_dossier_ref(intake->dossier);
    int status = intake_apply(intake);
    if (status == CLI_EXIT_FINE) {
        status = write(intake, before);
    }
    dti_dossier_unref(before);
    return status;
}

static int run(const struct cli *cli, const struct args *args)
{
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command_merge.name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    dti_dossier *dossier = NULL;
    dti_collection *collection = NULL;
    int status =
        load_dossier(cli, args->operands[0], args->values[OPTION_FRAMEWORK], NULL, &dossier);
    if (status == CLI_EXIT_FINE) {
        status = collection_find(cli, args, dossier, &collection);
    }
    if (status != CLI_EXIT_FINE) {
        dti_dossier_unref(dossier);
        return status;
    }
    struct intake intake;
    intake_begin(&intake, cli, args, dossier, collection);
    status = merge(&intake);
    intake_end(&intake);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_DOSSIER, WORD_OPERAND_DOSSIER, false, false},
    {WORD_VALUE_FILE, WORD_OPERAND_INTAKE, false, true},
};

static const struct command_option options[] = {
    {OPTION_COLLECTION, false}, {OPTION_NUMBERING, false}, {OPTION_OUTPUT, false},
    {OPTION_FRAMEWORK, false},  {OPTION_LANG, false},      {OPTION_HELP, false},
};

const struct command command_merge = {
    .name = "dti merge",
    .summary = WORD_MERGE_SUMMARY,
    .purpose = WORD_MERGE_PURPOSE,
    .examples = WORD_MERGE_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
