/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Whom a ranking is about: a table as it was published, or one made of dossiers that are scored. */
#include "field.h"

#include "kind.h"
#include "load-table.h"
#include "load.h"
#include "score.h"

struct field {
    const struct cli *cli;
    const struct args *args;
    dti_framework *framework; /* asked for, then that of the first dossier */
    dti_units *units;         /* likewise, the register of its unit */
    dti_bounds *bounds;
    dti_table_builder *builder;
};

/* The first dossier says which framework and which year. */
static int begin(struct field *field, const dti_dossier *dossier)
{
    const struct cli *cli = field->cli;
    const dti_framework *framework = dti_dossier_framework(dossier);
    dti_error *error = NULL;
    int status = CLI_EXIT_FINE;
    if (!field->framework) {
        field->framework = dti_framework_ref(framework);
    }
    if (!field->units) {
        status = load_units_of(cli, dti_dossier_unit_id(dossier), &field->units);
    }
    if (status == CLI_EXIT_FINE && field->args->values[OPTION_BOUNDS]) {
        status = load_bounds(cli, field->args->values[OPTION_BOUNDS], framework, &field->bounds);
    }
    if (status == CLI_EXIT_FINE &&
        dti_table_builder_new(framework, field->units, FIELD_MADE, dti_dossier_year(dossier), NULL,
                              NULL, &field->builder, &error) != DTI_OK) {
        status = load_failed(cli, error);
    }
    return status;
}

static int add(struct field *field, const dti_dossier *dossier)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_error *error = NULL;
    int status = field->builder ? CLI_EXIT_FINE : begin(field, dossier);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    options.track = score_track(field->args->values[OPTION_TRACK]);
    options.bounds = field->bounds;
    if (dti_score(dossier, &options, &result, &error) != DTI_OK ||
        dti_table_builder_add_result(field->builder, result, &error) != DTI_OK) {
        status = load_failed(field->cli, error);
    }
    dti_result_unref(result);
    return status;
}

/* Of the operands from the second on: texts that were not looked at yet. */
static int add_file(struct field *field, const char *path)
{
    dti_dossier *dossier = NULL;
    int status = load_dossier_of(field->cli, path, field->framework, NULL, &dossier);
    if (status == CLI_EXIT_FINE) {
        status = add(field, dossier);
    }
    dti_dossier_unref(dossier);
    return status;
}

static int add_text(struct field *field, const char *name, const struct text *text)
{
    dti_dossier *dossier = NULL;
    int status = load_dossier_text(field->cli, name, text, field->framework, NULL, &dossier);
    if (status == CLI_EXIT_FINE) {
        status = add(field, dossier);
    }
    dti_dossier_unref(dossier);
    return status;
}

static int build(struct field *field, const struct text *first, dti_table **out)
{
    const struct args *args = field->args;
    dti_error *error = NULL;
    int status = add_text(field, args->operands[0], first);
    for (size_t i = 1; i < args->operand_count && status == CLI_EXIT_FINE; i++) {
        status = add_file(field, args->operands[i]);
    }
    if (status == CLI_EXIT_FINE && dti_table_builder_build(field->builder, out, &error) != DTI_OK) {
        status = load_failed(field->cli, error);
    }
    return status;
}

/* The first operand tells what all of them are. */
static int load(struct field *field, const struct command *command, dti_table **out)
{
    const struct cli *cli = field->cli;
    const struct args *args = field->args;
    const char *name = args->operands[0];
    if (load_table_builtin(name) || load_is_missing(name)) {
        return args->operand_count == 1
                   ? load_table(cli, name, field->framework, field->units, out)
                   : cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_ONE_TABLE, WITH(name));
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        enum kind kind = kind_of(text_get(&text), text.length);
        bool is_table = kind == KIND_TABLE || kind == KIND_SHEET;
        if (is_table && args->operand_count > 1) {
            status = cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_ONE_TABLE, WITH(name));
        } else if (is_table) {
            status = load_table_text(cli, name, &text, field->framework, field->units, out);
        } else if (kind != KIND_DOSSIER) {
            cli_error(cli, WORD_FILE_NEITHER, WITH(name, word(cli->lang, kind_word(kind))));
            status = CLI_EXIT_FAULT;
        } else {
            status = build(field, &text, out);
        }
    }
    text_free(&text);
    return status;
}

int field_load(const struct cli *cli, const struct command *command, const struct args *args,
               dti_table **out)
{
    struct field field = {.cli = cli, .args = args};
    int status = CLI_EXIT_FINE;
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    if (args->values[OPTION_FRAMEWORK]) {
        status = load_framework(cli, args->values[OPTION_FRAMEWORK], &field.framework);
    }
    if (status == CLI_EXIT_FINE && args->values[OPTION_UNITS]) {
        status = load_units(cli, args->values[OPTION_UNITS], &field.units);
    }
    if (status == CLI_EXIT_FINE) {
        status = load(&field, command, out);
    }
    dti_table_builder_free(field.builder);
    dti_bounds_unref(field.bounds);
    dti_units_unref(field.units);
    dti_framework_unref(field.framework);
    return status;
}
