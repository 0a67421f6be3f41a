/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Published tables from the command line, built in or from files, and the registers they need. */
#include "load-table.h"

#include "load.h"

#include <stdlib.h>
#include <string.h>

static const char provinces_of_year[] = "vn-dti-province-";

enum {
    YEAR_DIGITS = 4
};

/* ── registers ── */

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

int load_unit_failed(const struct cli *cli, const dti_units *units, const char *name,
                     dti_error *error)
{
    const bool is_absent = dti_error_status(error) == DTI_E_NOT_FOUND;
    const int status = load_failed(cli, error);
    for (size_t i = 0; is_absent && i < dti_units_builtin_count(); i++) {
        dti_units *other = NULL;
        size_t entry = DTI_NONE;
        struct text hint = TEXT_EMPTY;
        if (strcmp(dti_units_builtin_id(i), dti_units_id(units)) != 0 &&
            load_units(cli, dti_units_builtin_id(i), &other) == CLI_EXIT_FINE &&
            dti_units_resolve(other, name, NULL, &entry, NULL) == DTI_OK) {
            word_fill(&hint, cli->lang, WORD_UNIT_ELSEWHERE,
                      WITH(name, dti_units_id(other), dti_units_title(other, cli->lang)));
            term_paragraph(&cli->err, STYLE_DIM, 0, 0, text_get(&hint));
        }
        text_free(&hint);
        dti_units_unref(other);
    }
    return status;
}

static bool is_year(const char *name)
{
    return strlen(name) == YEAR_DIGITS && strspn(name, "0123456789") == YEAR_DIGITS;
}

const char *load_table_builtin(const char *name)
{
    const size_t prefix = is_year(name) ? sizeof provinces_of_year - 1 : 0;
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        const char *id = dti_table_builtin_id(i);
        if (strncmp(id, provinces_of_year, prefix) == 0 && strcmp(id + prefix, name) == 0) {
            return id;
        }
    }
    return NULL;
}

int load_table_year(const char *id)
{
    const char *end = strrchr(id, '-');
    return end && is_year(end + 1) ? (int)strtol(end + 1, NULL, 10) : 0;
}

bool load_table_fits(const dti_table *table, const dti_dossier *dossier)
{
    return strcmp(dti_framework_digest(dti_table_framework(table)),
                  dti_framework_digest(dti_dossier_framework(dossier))) == 0;
}

bool load_table_has_row(const dti_table *table, const dti_dossier *dossier)
{
    const size_t entry =
        dti_units_find(dti_table_units(table), dti_dossier_unit_id(dossier), dti_table_day(table));
    return entry != DTI_NONE && dti_table_find(table, entry) != DTI_NONE;
}

/* Who asks for a year wants to know of which years there are tables, not what they are called. */
static int no_such_year(const struct cli *cli, const char *name)
{
    const size_t prefix = sizeof provinces_of_year - 1;
    struct text years = TEXT_EMPTY;
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        const char *id = dti_table_builtin_id(i);
        if (strncmp(id, provinces_of_year, prefix) == 0) {
            text_add(&years, years.length != 0 ? word(cli->lang, WORD_LIST_COMMA) : "");
            text_add(&years, id + prefix);
        }
    }
    cli_error(cli, WORD_FILE_YEAR, WITH(name, text_get(&years)));
    text_free(&years);
    return CLI_EXIT_FILE;
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
    if (load_is_missing(name) && is_year(name)) {
        return no_such_year(cli, name);
    }
    if (load_is_missing(name)) {
        return load_no_such(cli, WORD_FILE_TABLE, name, dti_table_builtin_count(),
                            dti_table_builtin_id);
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        status = load_table_text(cli, name, &text, framework, units, out);
    }
    text_free(&text);
    return status;
}
