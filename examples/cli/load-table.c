/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Published tables from the command line, built in or from files, and registers for dossiers. */
#include "load-table.h"

#include "load.h"
#include "suggest.h"

#include <string.h>

static const char provinces_of_year[] = "vn-dti-province-";

enum {
    YEAR_DIGITS = 4
};

/* Neither an id nor a year nor a file: the nearest id is worth more than the reason of the system.
 */
static int no_such_table(const struct cli *cli, const char *name)
{
    struct suggestion suggestion = suggest_begin(name);
    struct text known = TEXT_EMPTY;
    struct text message = TEXT_EMPTY;
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        text_add(&known, i != 0 ? word(cli->lang, WORD_LIST_COMMA) : "");
        text_add(&known, dti_table_builtin_id(i));
        suggest_offer(&suggestion, dti_table_builtin_id(i));
    }
    word_fill(&message, cli->lang, WORD_FILE_TABLE, WITH(name));
    if (suggestion.nearest) {
        cli_error(cli, WORD_USAGE_NEAREST, WITH(text_get(&message), suggestion.nearest));
    } else {
        cli_error(cli, WORD_FILE_TABLE, WITH(name));
    }
    text_clear(&message);
    word_fill(&message, cli->lang, WORD_FILE_BUILTIN, WITH(text_get(&known)));
    term_paragraph(&cli->err, STYLE_DIM, 0, 0, text_get(&message));
    text_free(&message);
    text_free(&known);
    return CLI_EXIT_FILE;
}

int load_units_of(const struct cli *cli, const char *unit, dti_units **out)
{
    for (size_t i = 0; i < dti_units_builtin_count(); i++) {
        dti_units *units = NULL;
        int status = load_units(cli, dti_units_builtin_id(i), &units);
        if (status != CLI_EXIT_FINE) {
            return status;
        }
        if (dti_units_find(units, unit, NULL) != DTI_NONE) {
            *out = units;
            return CLI_EXIT_FINE;
        }
        dti_units_unref(units);
    }
    cli_error(cli, WORD_FILE_NO_UNITS, WITH(unit));
    return CLI_EXIT_FAULT;
}

const char *load_table_builtin(const char *name)
{
    const bool is_year = strlen(name) == YEAR_DIGITS && strspn(name, "0123456789") == YEAR_DIGITS;
    const size_t prefix = is_year ? sizeof provinces_of_year - 1 : 0;
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        const char *id = dti_table_builtin_id(i);
        if (strncmp(id, provinces_of_year, prefix) == 0 && strcmp(id + prefix, name) == 0) {
            return id;
        }
    }
    return NULL;
}

int load_table_text(const struct cli *cli, const char *name, const struct text *text,
                    const dti_framework *framework, const dti_units *units, dti_table **out)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_error *error = NULL;
    options.source_name = name;
    return dti_table_parse(text_get(text), text->length, framework, units, &options, out, &error) ==
                   DTI_OK
               ? CLI_EXIT_FINE
               : load_failed(cli, error);
}

int load_table(const struct cli *cli, const char *name, const dti_framework *framework,
               const dti_units *units, dti_table **out)
{
    const char *builtin = load_table_builtin(name);
    dti_error *error = NULL;
    if (builtin) {
        return dti_table_builtin(builtin, NULL, out, &error) == DTI_OK ? CLI_EXIT_FINE
                                                                       : load_failed(cli, error);
    }
    if (load_is_missing(name)) {
        return no_such_table(cli, name);
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        status = load_table_text(cli, name, &text, framework, units, out);
    }
    text_free(&text);
    return status;
}
