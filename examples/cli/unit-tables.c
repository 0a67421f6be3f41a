/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The published tables in which the unit of a dossier stands. */
#include "unit-tables.h"

#include "load-table.h"

#include <stdlib.h>
#include <string.h>

static void keep(struct unit_tables *tables, dti_table *table)
{
    tables->items = memory_resize(tables->items, tables->count + 1, sizeof *tables->items);
    tables->items[tables->count++] = table;
}

void unit_tables_free(struct unit_tables *tables)
{
    for (size_t i = 0; i < tables->count; i++) {
        dti_table_unref(tables->items[i]);
    }
    free(tables->items);
    *tables = (struct unit_tables){NULL, 0};
}

static bool is_kept(const struct unit_tables *tables, const char *id)
{
    for (size_t i = 0; i < tables->count; i++) {
        if (strcmp(dti_table_id(tables->items[i]), id) == 0) {
            return true;
        }
    }
    return false;
}

/* A table that is asked for by name must have the unit: to leave it out silently would look as if
 * it had been used. */
static int load_named(const struct cli *cli, const struct command *command, const char *name,
                      const dti_dossier *dossier, struct unit_tables *tables)
{
    dti_table *table = NULL;
    const int status = load_table(cli, name, dti_dossier_framework(dossier), NULL, &table);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    if (is_kept(tables, dti_table_id(table))) {
        dti_table_unref(table);
        return CLI_EXIT_FINE;
    }
    keep(tables, table);
    if (!load_table_fits(table, dossier)) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_TABLE_FRAMEWORK,
                               WITH(name, dti_framework_id(dti_table_framework(table)),
                                    dti_framework_id(dti_dossier_framework(dossier))));
    }
    return load_table_has_row(table, dossier)
               ? CLI_EXIT_FINE
               : cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_TABLE_UNIT,
                                 WITH(name, dti_dossier_unit_id(dossier)));
}

static int load_all_named(const struct cli *cli, const struct command *command,
                          const struct args *args, const dti_dossier *dossier,
                          struct unit_tables *tables)
{
    char *names = memory_copy(args->values[OPTION_TABLE] ? text_get(&args->list) : "");
    int status = CLI_EXIT_FINE;
    for (char *at = names; *at && status == CLI_EXIT_FINE;) {
        const size_t bytes = strcspn(at, ",");
        char *next = at[bytes] ? at + bytes + 1 : at + bytes;
        at[bytes] = '\0';
        if (bytes != 0) {
            status = load_named(cli, command, at, dossier, tables);
        }
        at = next;
    }
    free(names);
    return status;
}

static int load_builtin(const struct cli *cli, const dti_dossier *dossier,
                        struct unit_tables *tables)
{
    for (size_t i = 0; i < dti_table_builtin_count(); i++) {
        const char *id = dti_table_builtin_id(i);
        dti_table *table = NULL;
        if (is_kept(tables, id)) {
            continue;
        }
        const int status = load_table(cli, id, NULL, NULL, &table);
        if (status != CLI_EXIT_FINE) {
            return status;
        }
        if (load_table_fits(table, dossier) && load_table_has_row(table, dossier)) {
            keep(tables, table);
        } else {
            dti_table_unref(table);
        }
    }
    return CLI_EXIT_FINE;
}

int unit_tables_load(const struct cli *cli, const struct command *command, const struct args *args,
                     const dti_dossier *dossier, struct unit_tables *out)
{
    *out = (struct unit_tables){NULL, 0};
    const int status = load_all_named(cli, command, args, dossier, out);
    return status == CLI_EXIT_FINE && !args->values[OPTION_NO_TABLES]
               ? load_builtin(cli, dossier, out)
               : status;
}
