/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Documents from files and standard input; what is wrong with them goes to standard error. */
#include "load.h"

#include "suggest.h"

#include <errno.h>
#include <string.h>

enum {
    MESSAGE_SIZE = 1024,
    PLACE_SIZE = 32,
    INDENT = 2,
    HANGING = 4
};

static const char *reason(dti_lang lang, int number)
{
    switch (number) {
    case ENOENT:
        return word(lang, WORD_FILE_ABSENT);
    case EACCES:
        return word(lang, WORD_FILE_DENIED);
    case EISDIR:
        return word(lang, WORD_FILE_DIRECTORY);
    default:
        return strerror(number);
    }
}

/* One byte more than the library takes, so that it can say that there is too much. */
static int read_all(FILE *file, struct text *out)
{
    char block[16384];
    size_t bytes = 0;
    errno = 0;
    while ((bytes = fread(block, 1, sizeof block, file)) != 0) {
        text_add_bytes(out, block, bytes);
        if (out->length > DTI_LIMIT_BYTES) {
            break;
        }
    }
    return ferror(file) ? (errno != 0 ? errno : EIO) : 0;
}

/* Workbooks (.xlsx, .ods) are ZIP archives: people have those where CSV is meant. */
static bool is_workbook(const struct text *text)
{
    static const char signature[] = "PK\003\004";
    const size_t bytes = sizeof signature - 1;
    return text->length >= bytes && memcmp(text_get(text), signature, bytes) == 0;
}

int load_text(const struct cli *cli, const char *path, struct text *out)
{
    bool is_input = strcmp(path, "-") == 0;
    FILE *file = is_input ? stdin : fopen(path, "rb");
    if (!file) {
        cli_error(cli, WORD_FILE_OPEN, WITH(path, reason(cli->lang, errno)));
        return CLI_EXIT_FILE;
    }
    int number = read_all(file, out);
    if (!is_input) {
        fclose(file);
    }
    if (number != 0) {
        cli_error(cli, WORD_FILE_READ, WITH(path, reason(cli->lang, number)));
        return CLI_EXIT_FILE;
    }
    if (is_workbook(out)) {
        cli_error(cli, WORD_FILE_WORKBOOK, WITH(path));
        return CLI_EXIT_FAULT;
    }
    return CLI_EXIT_FINE;
}

int load_failed(const struct cli *cli, dti_error *error)
{
    char message[MESSAGE_SIZE];
    char place[PLACE_SIZE] = "";
    dti_error_format(error, cli->lang, message, sizeof message);
    if (dti_error_line(error) != 0) {
        snprintf(place, sizeof place, "%u:%u: ", (unsigned)dti_error_line(error),
                 (unsigned)dti_error_column(error));
    }
    const char *pointer = dti_error_source(error)[0] != '\0' ? dti_error_pointer(error) : "";
    struct text line = TEXT_EMPTY;
    text_add(&line, "dti: ");
    text_add(&line, dti_error_source(error));
    if (place[0] == '\0' && pointer[0] != '\0') { /* of a text without lines */
        text_add(&line, pointer);
        text_add(&line, ": ");
    } else {
        text_add(&line, dti_error_source(error)[0] == '\0' ? "" : place[0] == '\0' ? ": " : ":");
        text_add(&line, place);
    }
    text_add(&line, dti_error_id(error));
    text_add(&line, " ");
    text_add(&line, message);
    fflush(cli->out.file);
    term_line(&cli->err, STYLE_PLAIN, text_get(&line));
    text_free(&line);
    dti_status status = dti_error_status(error);
    dti_error_free(error);
    return status == DTI_E_NOMEM || status == DTI_E_IO ? CLI_EXIT_FILE : CLI_EXIT_FAULT;
}

/* What the library brings along of a kind of document. */
struct builtins {
    size_t (*count)(void);
    const char *(*id)(size_t index);
    enum word absent; /* that there is neither this nor a file */
};

static const struct builtins frameworks = {dti_builtin_count, dti_builtin_id, WORD_FILE_FRAMEWORK};
static const struct builtins registers = {dti_units_builtin_count, dti_units_builtin_id,
                                          WORD_FILE_UNITS};

static bool is_builtin(const struct builtins *builtins, const char *name)
{
    for (size_t i = 0; i < builtins->count(); i++) {
        if (strcmp(builtins->id(i), name) == 0) {
            return true;
        }
    }
    return false;
}

int load_no_such(const struct cli *cli, enum word what, const char *name, size_t count,
                 const char *(*id)(size_t))
{
    struct suggestion suggestion = suggest_begin(name);
    struct text known = TEXT_EMPTY;
    struct text message = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        text_add_item(&known, word(cli->lang, WORD_LIST_COMMA), id(i));
        suggest_offer(&suggestion, id(i));
    }
    word_fill(&message, cli->lang, what, WITH(name));
    if (suggestion.nearest) {
        cli_error(cli, WORD_USAGE_NEAREST, WITH(text_get(&message), suggestion.nearest));
    } else {
        cli_error(cli, what, WITH(name));
    }
    text_clear(&message);
    word_fill(&message, cli->lang, WORD_FILE_BUILTIN, WITH(text_get(&known)));
    term_paragraph(&cli->err, STYLE_DIM, 0, 0, text_get(&message));
    text_free(&message);
    text_free(&known);
    return CLI_EXIT_FILE;
}

static int no_such(const struct cli *cli, const struct builtins *builtins, const char *name)
{
    return load_no_such(cli, builtins->absent, name, builtins->count(), builtins->id);
}

bool load_is_missing(const char *path)
{
    if (strcmp(path, "-") == 0) {
        return false;
    }
    FILE *file = fopen(path, "rb");
    if (file) {
        fclose(file);
    }
    return !file && errno == ENOENT;
}

void load_base_hint(const struct cli *cli, const char *source, const char *path)
{
    struct text hint = TEXT_EMPTY;
    word_fill(&hint, cli->lang, WORD_BASE_FAULT, WITH(source, path));
    term_paragraph(&cli->err, STYLE_DIM, 0, 0, text_get(&hint));
    text_free(&hint);
}

static int parse_framework(const struct cli *cli, const char *name, const dti_framework *base,
                           dti_framework **out)
{
    dti_error *error = NULL;
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.source_name = name;
        options.base = base;
        if (dti_framework_parse(text_get(&text), text.length, &options, out, &error) != DTI_OK) {
            struct text source = TEXT_EMPTY;
            text_add(&source, dti_error_source(error));
            bool is_elsewhere = source.length != 0 && strcmp(text_get(&source), name) != 0;
            status = load_failed(cli, error);
            if (is_elsewhere) {
                load_base_hint(cli, text_get(&source), name);
            }
            text_free(&source);
        }
    }
    text_free(&text);
    return status;
}

int load_framework(const struct cli *cli, const char *name, dti_framework **out)
{
    dti_error *error = NULL;
    if (is_builtin(&frameworks, name)) {
        return dti_framework_builtin(name, NULL, out, &error) == DTI_OK ? CLI_EXIT_FINE
                                                                        : load_failed(cli, error);
    }
    if (load_is_missing(name)) {
        return no_such(cli, &frameworks, name);
    }
    dti_framework *base = NULL;
    int status = load_base_named(cli, &base);
    if (status == CLI_EXIT_FINE) {
        status = parse_framework(cli, name, base, out);
    }
    dti_framework_unref(base);
    return status;
}

int load_units(const struct cli *cli, const char *name, dti_units **out)
{
    dti_error *error = NULL;
    if (!name || is_builtin(&registers, name)) {
        return dti_units_builtin(name ? name : "vn-provinces", NULL, out, &error) == DTI_OK
                   ? CLI_EXIT_FINE
                   : load_failed(cli, error);
    }
    if (load_is_missing(name)) {
        return no_such(cli, &registers, name);
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.source_name = name;
        if (dti_units_parse(text_get(&text), text.length, &options, out, &error) != DTI_OK) {
            status = load_failed(cli, error);
        }
    }
    text_free(&text);
    return status;
}

/* A base itself extends what it names. */
static int load_below(const struct cli *cli, const char *name, dti_framework **out)
{
    struct cli below = *cli;
    below.base = NULL;
    return load_framework(&below, name, out);
}

int load_base_named(const struct cli *cli, dti_framework **out)
{
    return cli->base ? load_below(cli, cli->base, out) : CLI_EXIT_FINE;
}

int load_base(const struct cli *cli, const dti_framework *framework, dti_framework **out)
{
    const char *id = dti_framework_base_id(framework);
    return id[0] == '\0' ? CLI_EXIT_FINE : load_below(cli, cli->base ? cli->base : id, out);
}

struct remarks {
    dti_lang lang;
    struct text *out;
};

static void add_remark(void *context, dti_severity severity, const char *id, const char *text)
{
    const struct remarks *remarks = context;
    text_add(remarks->out, load_severity(severity, remarks->lang));
    text_add(remarks->out, " ");
    text_add(remarks->out, id);
    text_add(remarks->out, ": ");
    text_add(remarks->out, text);
    text_add(remarks->out, "\n");
}

int load_dossier_text(const struct cli *cli, const char *name, const struct text *text,
                      const dti_framework *framework, struct text *warnings, dti_dossier **out)
{
    struct remarks remarks = {cli->lang, warnings};
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_error *error = NULL;
    options.source_name = name;
    options.log = warnings ? add_remark : NULL;
    options.log_context = &remarks;
    options.log_lang = cli->lang;
    return dti_dossier_parse(text_get(text), text->length, framework, &options, out, &error) ==
                   DTI_OK
               ? CLI_EXIT_FINE
               : load_failed(cli, error);
}

int load_dossier_of(const struct cli *cli, const char *path, const dti_framework *framework,
                    struct text *warnings, dti_dossier **out)
{
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, path, &text);
    if (status == CLI_EXIT_FINE) {
        status = load_dossier_text(cli, path, &text, framework, warnings, out);
    }
    text_free(&text);
    return status;
}

int load_dossier(const struct cli *cli, const char *path, const char *framework,
                 struct text *warnings, dti_dossier **out)
{
    dti_framework *other = NULL;
    int status = framework ? load_framework(cli, framework, &other) : CLI_EXIT_FINE;
    if (status == CLI_EXIT_FINE) {
        status = load_dossier_of(cli, path, other, warnings, out);
    }
    dti_framework_unref(other);
    return status;
}

int load_bounds(const struct cli *cli, const char *path, const dti_framework *framework,
                dti_bounds **out)
{
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, path, &text);
    if (status == CLI_EXIT_FINE) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.source_name = path;
        dti_error *error = NULL;
        if (dti_bounds_parse(text_get(&text), text.length, framework, &options, out, &error) !=
            DTI_OK) {
            status = load_failed(cli, error);
        }
    }
    text_free(&text);
    return status;
}

const char *load_severity(dti_severity severity, dti_lang lang)
{
    switch (severity) {
    case DTI_SEVERITY_ERROR:
        return word(lang, WORD_SEVERITY_ERROR);
    case DTI_SEVERITY_WARNING:
        return word(lang, WORD_SEVERITY_WARNING);
    default:
        return word(lang, WORD_SEVERITY_INFO);
    }
}

void load_finding(const struct cli *cli, const dti_report *report, size_t index, struct text *line)
{
    char message[MESSAGE_SIZE];
    dti_report_format(report, index, cli->lang, message, sizeof message);
    text_clear(line);
    word_fill(line, cli->lang, WORD_FINDING,
              WITH(load_severity(dti_report_severity(report, index), cli->lang),
                   dti_report_id(report, index), message));
}

void load_findings(const struct cli *cli, const dti_report *report)
{
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < dti_report_count(report); i++) {
        load_finding(cli, report, i, &line);
        term_paragraph(&cli->err, STYLE_PLAIN, INDENT, HANGING, text_get(&line));
    }
    text_free(&line);
}
