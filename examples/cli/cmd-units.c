/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti units: who there is on a day, and all about those who are named. */
#include "commands.h"
#include "load-table.h"
#include "load.h"
#include "moment.h"
#include "save.h"
#include "units-view.h"

#include <stdlib.h>

bool units_has_part(const dti_units *units, size_t entry, dti_unit_part part)
{
    switch (part) {
    case DTI_UNIT_CODES:
        for (size_t i = 1; i < dti_units_system_count(units); i++) {
            if (*dti_units_unit_code(units, entry, dti_units_system_id(units, i))) {
                return true;
            }
        }
        return false;
    case DTI_UNIT_GROUP:
        return dti_units_unit_group(units, entry) != DTI_NONE;
    case DTI_UNIT_PREDECESSORS:
        return dti_units_unit_predecessor_count(units, entry) > 0;
    default:
        return true;
    }
}

bool units_is_assumed(const dti_units *units, size_t entry, dti_unit_part part)
{
    return units_has_part(units, entry, part) &&
           dti_units_unit_provenance(units, entry, part) == DTI_PROVENANCE_ASSUMED;
}

const char *units_code(const struct units_view *view, size_t entry, size_t system)
{
    return dti_units_unit_code(view->units, entry, dti_units_system_id(view->units, system));
}

static int print(const struct units_view *view, const struct args *args)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = DTI_OK;
    switch (args_format(args)) {
    case FORMAT_JSON:
        status = dti_units_write(view->units, view->entries, view->count, &text, &error);
        return save_document(view->cli, NULL, status, text, error);
    case FORMAT_CSV:
        units_print_data(view, args);
        return CLI_EXIT_FINE;
    default:
        if (args->operand_count > 0) {
            units_print_entries(view);
        } else {
            units_print_list(view);
        }
        return CLI_EXIT_FINE;
    }
}

/* Every name that is no unit is told, not the first alone. */
static int find_all(struct units_view *view, const struct args *args, size_t *entries)
{
    int worst = CLI_EXIT_FINE;
    for (size_t i = 0; i < args->operand_count; i++) {
        dti_error *error = NULL;
        if (dti_units_resolve(view->units, args->operands[i], args->values[OPTION_DAY], &entries[i],
                              &error) != DTI_OK) {
            int status = load_unit_failed(view->cli, view->units, args->operands[i], error);
            worst = status > worst ? status : worst;
        }
    }
    view->count = args->operand_count;
    return worst;
}

/* Any unit will do to learn whether the day is one. */
static int list_all(struct units_view *view, size_t *entries)
{
    size_t entry = 0;
    dti_error *error = NULL;
    dti_status status = dti_units_resolve(view->units, dti_units_unit_id(view->units, 0), view->day,
                                          &entry, &error);
    if (status != DTI_OK && status != DTI_E_NOT_FOUND) {
        return load_failed(view->cli, error);
    }
    dti_error_free(error);
    for (size_t i = 0; i < dti_units_count(view->units); i++) {
        if (dti_units_is_valid(view->units, i, view->day)) {
            entries[view->count++] = i;
        }
    }
    return CLI_EXIT_FINE;
}

static int run(const struct cli *cli, const struct args *args)
{
    dti_units *units = NULL;
    int status = load_units(cli, args->values[OPTION_UNITS], &units);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    struct moment today = moment_today();
    const char *day = args->values[OPTION_DAY];
    size_t room = dti_units_count(units) + args->operand_count;
    size_t *entries = memory_resize(NULL, room, sizeof *entries);
    struct units_view view = {
        .cli = cli,
        .units = units,
        .day = day ? day : today.text,
        .entries = entries,
    };
    status = args->operand_count > 0 ? find_all(&view, args, entries) : list_all(&view, entries);
    if (status == CLI_EXIT_FINE) {
        status = print(&view, args);
    }
    free(entries);
    dti_units_unref(units);
    return status;
}

static const struct operand operands[] = {
    {WORD_VALUE_UNIT, WORD_OPERAND_UNITS, true, true},
};

static const struct command_option options[] = {
    {OPTION_DAY, false},     {OPTION_UNITS, false}, {OPTION_FORMAT, false},
    {OPTION_CSV_BOM, false}, {OPTION_LANG, false},  {OPTION_HELP, false},
};

const struct command command_units = {
    .name = "dti units",
    .summary = WORD_UNITS_SUMMARY,
    .purpose = WORD_UNITS_PURPOSE,
    .examples = WORD_UNITS_EXAMPLES,
    .operands = operands,
    .operand_count = sizeof operands / sizeof *operands,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
