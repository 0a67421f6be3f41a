/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti check: all findings of documents, one per line. */
#include "commands.h"
#include "figure.h"
#include "load.h"

#include <stdlib.h>
#include <string.h>

enum {
    MESSAGE_SIZE = 1024,
    PLACE_SIZE = 32
};

static size_t skip_blanks(const char *text, size_t at, size_t length)
{
    while (at < length && strchr(" \t\r\n", text[at]) && text[at] != '\0') {
        at++;
    }
    return at;
}

static bool has_at(const char *text, size_t at, size_t length, const char *what)
{
    size_t bytes = strlen(what);
    return length - at >= bytes && memcmp(text + at, what, bytes) == 0;
}

enum kind {
    KIND_DOSSIER,
    KIND_FRAMEWORK,
    KIND_COLLECTION,
    KIND_FORM,
    KIND_COUNT
};

static const struct {
    const char *format; /* how it begins */
    enum word name;
} kinds[KIND_COUNT] = {
    [KIND_DOSSIER] = {"\"dti-dossier", WORD_CHECK_DOSSIER},
    [KIND_FRAMEWORK] = {"\"dti-framework", WORD_CHECK_FRAMEWORK},
    [KIND_COLLECTION] = {"\"dti-collection", WORD_CHECK_COLLECTION},
    [KIND_FORM] = {"\"dti-form", WORD_CHECK_FORM},
};

static enum kind kind_of_format(const char *text, size_t at, size_t length)
{
    for (int kind = KIND_FRAMEWORK; kind < KIND_COUNT; kind++) {
        if (has_at(text, at, length, kinds[kind].format)) {
            return (enum kind)kind;
        }
    }
    return KIND_DOSSIER;
}

/* No braces, and a first line with several cells. */
static bool is_csv(const char *text, size_t length)
{
    size_t at = skip_blanks(text, has_at(text, 0, length, "\xEF\xBB\xBF") ? 3 : 0, length);
    if (at == length || text[at] == '{' || text[at] == '[') {
        return false;
    }
    while (at < length && text[at] != '\n' && text[at] != ',' && text[at] != ';') {
        at++;
    }
    return at < length && text[at] != '\n';
}

/* A tolerant look at a text that may not even be JSON: the first "format" that begins with "dti-"
 * tells. In doubt it is a dossier, and the library says what is wrong with it. */
static enum kind kind_of(const char *text, size_t length)
{
    static const char key[] = "\"format\"";
    for (size_t at = 0; at < length; at++) {
        if (text[at] != '"' || !has_at(text, at, length, key)) {
            continue;
        }
        size_t value = skip_blanks(text, at + strlen(key), length);
        if (value >= length || text[value] != ':') {
            continue;
        }
        value = skip_blanks(text, value + 1, length);
        if (has_at(text, value, length, "\"dti-")) {
            return kind_of_format(text, value, length);
        }
    }
    return is_csv(text, length) ? KIND_FORM : KIND_DOSSIER;
}

/* What documents are held against instead of what they name; NULL: nothing else. */
struct against {
    const dti_framework *framework;
    const dti_collection *collection;
};

static dti_status check(enum kind kind, const char *path, const struct text *text,
                        const struct against *against, dti_report **report, dti_error **error)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    const char *data = text_get(text);
    options.source_name = path;
    switch (kind) {
    case KIND_FRAMEWORK:
        return dti_framework_check(data, text->length, &options, report, error);
    case KIND_COLLECTION:
        return dti_collection_check(data, text->length, against->framework, &options, report,
                                    error);
    case KIND_FORM:
        return dti_form_check(data, text->length, against->collection, &options, report, error);
    default:
        return dti_dossier_check(data, text->length, against->framework, &options, report, error);
    }
}

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

/* "file:line:column: error DTI-0301: text" */
static void print_finding(const struct cli *cli, const char *path, const dti_report *report,
                          size_t index)
{
    char place[PLACE_SIZE] = ": ";
    uint32_t line = dti_report_line(report, index);
    if (line != 0) {
        snprintf(place, sizeof place, ":%u:%u: ", (unsigned)line,
                 (unsigned)dti_report_column(report, index));
    }
    char message[MESSAGE_SIZE];
    dti_report_format(report, index, cli->lang, message, sizeof message);
    dti_severity severity = dti_report_severity(report, index);
    const char *kind = load_severity(severity, cli->lang);
    term_put(&cli->out, STYLE_PLAIN, path, strlen(path));
    term_put(&cli->out, STYLE_PLAIN, place, strlen(place));
    term_put(&cli->out, severity_style(severity), kind, strlen(kind));
    fprintf(cli->out.file, " %s: ", dti_report_id(report, index));
    term_line(&cli->out, STYLE_PLAIN, message);
}

static void print_sum(const struct cli *cli, const char *path, const dti_report *report,
                      enum word kind)
{
    struct text line = TEXT_EMPTY;
    size_t all = 0;
    struct figure counts[3];
    for (int severity = 0; severity < 3; severity++) {
        size_t count = dti_report_severity_count(report, (dti_severity)severity);
        counts[severity] = figure_count(count);
        all += count;
    }
    if (all > dti_report_count(report)) {
        word_fill(&line, cli->lang, WORD_CHECK_CUT,
                  WITH(path, figure_count(dti_report_count(report)).text));
        term_line(&cli->out, STYLE_PLAIN, text_get(&line));
        text_clear(&line);
    }
    word_fill(&line, cli->lang, WORD_CHECK_SUM,
              WITH(path, word(cli->lang, kind), counts[DTI_SEVERITY_ERROR].text,
                   counts[DTI_SEVERITY_WARNING].text, counts[DTI_SEVERITY_INFO].text));
    term_line(&cli->out, STYLE_STRONG, text_get(&line));
    text_free(&line);
}

static int check_text(const struct cli *cli, const char *path, const struct text *text,
                      const struct against *against)
{
    dti_report *report = NULL;
    dti_error *error = NULL;
    enum kind kind = kind_of(text_get(text), text->length);
    if (check(kind, path, text, against, &report, &error) != DTI_OK) {
        return load_failed(cli, error);
    }
    for (size_t i = 0; i < dti_report_count(report); i++) {
        print_finding(cli, path, report, i);
    }
    print_sum(cli, path, report, kinds[kind].name);
    bool has_errors = dti_report_severity_count(report, DTI_SEVERITY_ERROR) != 0;
    dti_report_unref(report);
    return has_errors ? CLI_EXIT_FAULT : CLI_EXIT_FINE;
}

/* A file that cannot be read does not keep the others from being checked; the worst code counts. */
static int check_files(const struct cli *cli, const struct args *args,
                       const struct against *against)
{
    int worst = CLI_EXIT_FINE;
    for (size_t i = 0; i < args->operand_count; i++) {
        struct text text = TEXT_EMPTY;
        int status = load_text(cli, args->operands[i], &text);
        if (status == CLI_EXIT_FINE) {
            status = check_text(cli, args->operands[i], &text, against);
        }
        text_free(&text);
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
    dti_collection *collection = NULL;
    int status = CLI_EXIT_FINE;
    if (args->values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK], &framework);
    }
    if (status == CLI_EXIT_FINE && args->values[OPTION_COLLECTION]) {
        status = load_collection(cli, args->values[OPTION_COLLECTION],
                                 args->values[OPTION_FRAMEWORK], &collection);
    }
    if (status == CLI_EXIT_FINE) {
        const struct against against = {framework, collection};
        status = check_files(cli, args, &against);
    }
    dti_collection_unref(collection);
    dti_framework_unref(framework);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_FILE, WORD_OPERAND_FILES, false, true},
};

static const struct command_option options[] = {
    {OPTION_FRAMEWORK, false},
    {OPTION_COLLECTION, false},
    {OPTION_LANG, false},
    {OPTION_HELP, false},
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
