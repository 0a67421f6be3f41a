/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti check: all findings of documents, one per line, in the order of their places. */
#include "collection.h"
#include "commands.h"
#include "figure.h"
#include "kind.h"
#include "load.h"

#include <stdlib.h>
#include <string.h>

enum {
    MESSAGE_SIZE = 1024,
    PLACE_SIZE = 32
};

static enum style severity_style(dti_severity severity)
{
    switch (severity) {
    case DTI_SEVERITY_ERROR:
        return STYLE_LOSS;
    case DTI_SEVERITY_WARNING:
        return STYLE_CARE;
    default:
        return STYLE_DIM;
    }
}

/* True if a finding of the file stands in the text of a framework below it. */
static bool is_elsewhere(const char *path, const dti_report *report, size_t index)
{
    const char *source = dti_report_source(report, index);
    return source[0] != '\0' && strcmp(source, path) != 0;
}

/* "file:line:column: error DTI-0301: text" */
static void print_finding(const struct cli *cli, const char *path, const dti_report *report,
                          size_t index)
{
    char place[PLACE_SIZE] = ": ";
    uint32_t line = dti_report_line(report, index);
    const char *pointer = "";
    if (is_elsewhere(path, report, index)) {
        path = dti_report_source(report, index);
        pointer = line == 0 ? dti_report_pointer(report, index) : "";
    }
    if (line != 0) {
        snprintf(place, sizeof place, ":%u:%u: ", (unsigned)line,
                 (unsigned)dti_report_column(report, index));
    }
    char message[MESSAGE_SIZE];
    dti_report_format(report, index, cli->lang, message, sizeof message);
    dti_severity severity = dti_report_severity(report, index);
    const char *kind = load_severity(severity, cli->lang);
    term_put(&cli->out, STYLE_PLAIN, path, strlen(path));
    term_put(&cli->out, STYLE_PLAIN, pointer, strlen(pointer));
    term_put(&cli->out, STYLE_PLAIN, place, strlen(place));
    term_put(&cli->out, severity_style(severity), kind, strlen(kind));
    fprintf(cli->out.file, " %s: ", dti_report_id(report, index));
    term_line(&cli->out, STYLE_PLAIN, message);
}

/* Where a finding stands, and which one it is. */
struct place {
    bool is_elsewhere; /* in the text of a framework below it */
    uint32_t line;
    uint32_t column;
    size_t index;
};

/* What has no place is about the whole, and comes last: 0 − 1 is the largest there is. */
static int compare_places(const void *a, const void *b)
{
    const struct place *one = a;
    const struct place *other = b;
    if (one->is_elsewhere != other->is_elsewhere) {
        return other->is_elsewhere ? -1 : 1;
    }
    if (one->line != other->line) {
        return one->line - 1 < other->line - 1 ? -1 : 1;
    }
    if (one->column != other->column) {
        return one->column < other->column ? -1 : 1;
    }
    return one->index < other->index ? -1 : one->index > other->index;
}

/* Findings in the order of their lines, as people go through a file: a block that the caller frees.
 */
static struct place *places_of(const char *path, const dti_report *report)
{
    size_t count = dti_report_count(report);
    struct place *places = memory_resize(NULL, count + 1, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        places[i] = (struct place){is_elsewhere(path, report, i), dti_report_line(report, i),
                                   dti_report_column(report, i), i};
    }
    qsort(places, count, sizeof *places, compare_places);
    return places;
}

/* A file on its way through: what it is, what it is held against, and how many findings it has. */
struct check {
    const struct cli *cli;
    const char *path;
    const struct text *text;
    const dti_framework *framework;
    const dti_framework *before; /* of a crosswalk: what it leads from */
    const dti_units *units;      /* of tables */
    const dti_framework *base;   /* of overlays; NULL: the built-in ones */
    const dti_collection *collection;
    const dti_dossier *last_year; /* NULL: not given */
    dti_report *report;           /* what its own document has */
    size_t counts[DTI_SEVERITY_INFO + 1];
    size_t left_out; /* findings beyond what a report keeps */
    size_t of_base;  /* remarks on what an overlay leaves as it is */
};

static void print_sum(const struct check *check, enum word kind)
{
    const struct cli *cli = check->cli;
    struct text line = TEXT_EMPTY;
    if (check->left_out != 0) {
        word_fill(&line, cli->lang, WORD_CHECK_CUT,
                  WITH(check->path, figure_count(dti_report_count(check->report)).text));
        term_line(&cli->out, STYLE_PLAIN, text_get(&line));
        text_clear(&line);
    }
    if (check->of_base != 0) {
        word_fill(&line, cli->lang, WORD_CHECK_BASE,
                  WITH(check->path, figure_count(check->of_base).text));
        term_line(&cli->out, STYLE_DIM, text_get(&line));
        text_clear(&line);
    }
    word_fill(&line, cli->lang, WORD_CHECK_SUM,
              WITH(check->path, word(cli->lang, kind),
                   figure_count(check->counts[DTI_SEVERITY_ERROR]).text,
                   figure_count(check->counts[DTI_SEVERITY_WARNING]).text,
                   figure_count(check->counts[DTI_SEVERITY_INFO] - check->of_base).text));
    term_line(&cli->out, STYLE_STRONG, text_get(&line));
    text_free(&line);
}

/* What there is to know of the base is said when it is checked itself. */
static void print_report(struct check *check)
{
    size_t all = 0;
    size_t faults = DTI_NONE; /* the first one that shows in the base */
    struct place *places = places_of(check->path, check->report);
    for (size_t i = 0; i < dti_report_count(check->report); i++) {
        dti_severity severity = dti_report_severity(check->report, places[i].index);
        if (places[i].is_elsewhere && severity == DTI_SEVERITY_INFO) {
            check->of_base++;
            continue;
        }
        if (places[i].is_elsewhere && severity == DTI_SEVERITY_ERROR && faults == DTI_NONE) {
            faults = places[i].index;
        }
        print_finding(check->cli, check->path, check->report, places[i].index);
    }
    free(places);
    if (faults != DTI_NONE) {
        fflush(check->cli->out.file);
        load_base_hint(check->cli, dti_report_source(check->report, faults), check->path);
    }
    for (size_t i = 0; i < sizeof check->counts / sizeof *check->counts; i++) {
        check->counts[i] = dti_report_severity_count(check->report, (dti_severity)i);
        all += check->counts[i];
    }
    check->left_out = all - dti_report_count(check->report);
}

static bool has_finding(const struct check *check, const char *message)
{
    for (size_t i = 0; i < dti_report_count(check->report); i++) {
        char other[MESSAGE_SIZE];
        dti_report_format(check->report, i, check->cli->lang, other, sizeof other);
        if (strcmp(message, other) == 0) {
            return true;
        }
    }
    return false;
}

/* What jumped since the year before, in a dossier that can be read. */
static dti_status review(struct check *check, const dti_parse_options *options, dti_error **error)
{
    dti_dossier *dossier = NULL;
    dti_report *report = NULL;
    dti_status status = dti_dossier_parse(text_get(check->text), check->text->length,
                                          check->framework, options, &dossier, error);
    if (status == DTI_OK) {
        status = dti_merge_review(dossier, check->last_year, &report, error);
    }
    for (size_t i = 0; i < dti_report_count(report); i++) {
        char message[MESSAGE_SIZE];
        dti_report_format(report, i, check->cli->lang, message, sizeof message);
        if (!has_finding(check, message)) {
            print_finding(check->cli, check->path, report, i);
            check->counts[dti_report_severity(report, i)]++;
        }
    }
    dti_report_unref(report);
    dti_dossier_unref(dossier);
    return status;
}

static dti_status examine(struct check *check, enum kind kind, const dti_parse_options *options,
                          dti_error **error)
{
    const char *text = text_get(check->text);
    size_t length = check->text->length;
    switch (kind) {
    case KIND_FRAMEWORK:
        return dti_framework_check(text, length, options, &check->report, error);
    case KIND_EVIDENCE:
        return dti_evidence_check(text, length, options, &check->report, error);
    case KIND_COLLECTION:
        return dti_collection_check(text, length, check->framework, options, &check->report, error);
    case KIND_UNITS:
        return dti_units_check(text, length, options, &check->report, error);
    case KIND_CROSSWALK: /* between two frameworks, which it names */
        return dti_crosswalk_check(text, length, check->before, check->framework, options,
                                   &check->report, error);
    case KIND_TARGETS:
        return dti_targets_check(text, length, check->framework, options, &check->report, error);
    case KIND_TABLE:
        return dti_table_check(text, length, check->framework, check->units, options,
                               &check->report, error);
    case KIND_FORM:
    case KIND_SHEET: /* the library knows more spellings of titles */
        return dti_form_check(text, length, check->collection, options, &check->report, error);
    default:
        return dti_dossier_check(text, length, check->framework, options, &check->report, error);
    }
}

static int check_text(struct check *check)
{
    enum kind kind = kind_of(text_get(check->text), check->text->length);
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    options.source_name = check->path;
    options.base = check->base;
    dti_error *error = NULL;
    dti_status status = examine(check, kind, &options, &error);
    bool has_faults = dti_report_severity_count(check->report, DTI_SEVERITY_ERROR) != 0;
    if (status == DTI_OK && kind == KIND_SHEET && has_faults) {
        cli_error(check->cli, WORD_CHECK_SHEET, WITH(check->path));
        return CLI_EXIT_FAULT;
    }
    if (status == DTI_OK) {
        print_report(check);
    }
    if (status == DTI_OK && kind == KIND_DOSSIER && check->last_year && !has_faults) {
        status = review(check, &options, &error);
    }
    if (status != DTI_OK) {
        return load_failed(check->cli, error);
    }
    print_sum(check, kind_word(kind == KIND_SHEET ? KIND_FORM : kind));
    return check->counts[DTI_SEVERITY_ERROR] != 0 ? CLI_EXIT_FAULT : CLI_EXIT_FINE;
}

static int check_file(const struct check *against, const char *path)
{
    struct text text = TEXT_EMPTY;
    struct check check = *against;
    check.path = path;
    check.text = &text;
    int status = load_text(check.cli, path, &text);
    if (status == CLI_EXIT_FINE) {
        status = check_text(&check);
    }
    dti_report_unref(check.report);
    text_free(&text);
    return status;
}

/* A file that cannot be read does not keep the others from being checked; the worst code counts. */
static int check_files(const struct check *against, const struct args *args)
{
    int worst = CLI_EXIT_FINE;
    for (size_t i = 0; i < args->operand_count; i++) {
        int status = check_file(against, args->operands[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}

static int run(const struct cli *cli, const struct args *args)
{
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command_check.name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    dti_framework *framework = NULL;
    dti_framework *before = NULL;
    dti_framework *base = NULL;
    dti_units *units = NULL;
    dti_collection *collection = NULL;
    dti_dossier *last_year = NULL;
    const char *const *values = args->values;
    int status = load_base_named(cli, &base);
    if (status == CLI_EXIT_FINE && values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, values[OPTION_FRAMEWORK], &framework);
    }
    if (status == CLI_EXIT_FINE && values[OPTION_FRAMEWORK_BEFORE]) {
        status = load_framework(cli, values[OPTION_FRAMEWORK_BEFORE], &before);
    }
    if (status == CLI_EXIT_FINE && values[OPTION_UNITS]) {
        status = load_units(cli, values[OPTION_UNITS], &units);
    }
    if (status == CLI_EXIT_FINE && values[OPTION_COLLECTION]) {
        status = collection_load(cli, values[OPTION_COLLECTION], framework, &collection);
    }
    if (status == CLI_EXIT_FINE && values[OPTION_LAST_YEAR]) {
        status = load_dossier_of(cli, values[OPTION_LAST_YEAR], framework, NULL, &last_year);
    }
    if (status == CLI_EXIT_FINE) {
        const struct check against = {
            .cli = cli,
            .framework = framework,
            .before = before,
            .units = units,
            .base = base,
            .collection = collection,
            .last_year = last_year,
        };
        status = check_files(&against, args);
    }
    dti_dossier_unref(last_year);
    dti_collection_unref(collection);
    dti_units_unref(units);
    dti_framework_unref(framework);
    dti_framework_unref(before);
    dti_framework_unref(base);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_FILE, WORD_OPERAND_FILES, false, true},
};

static const struct command_option options[] = {
    {OPTION_FRAMEWORK, false},  {OPTION_FRAMEWORK_BEFORE, false},
    {OPTION_BASE, false},       {OPTION_UNITS, false},
    {OPTION_COLLECTION, false}, {OPTION_LAST_YEAR, false},
    {OPTION_LANG, false},       {OPTION_HELP, false},
};

const struct command command_check = {
    .name = "dti check",
    .summary = WORD_CHECK_SUMMARY,
    .purpose = WORD_CHECK_PURPOSE,
    .examples = WORD_CHECK_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
