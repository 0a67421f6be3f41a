/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Collections: the one asked for, or the one that goes with a dossier. */
#include "collection.h"

#include "load.h"
#include "suggest.h"

#include <string.h>

static bool is_builtin(const char *name)
{
    for (size_t i = 0; i < dti_collection_builtin_count(); i++) {
        if (strcmp(dti_collection_builtin_id(i), name) == 0) {
            return true;
        }
    }
    return false;
}

/* Neither an id nor a file: the nearest id is worth more than the reason of the system. */
static int no_such_collection(const struct cli *cli, const char *name)
{
    struct suggestion suggestion = suggest_begin(name);
    for (size_t i = 0; i < dti_collection_builtin_count(); i++) {
        suggest_offer(&suggestion, dti_collection_builtin_id(i));
    }
    struct text message = TEXT_EMPTY;
    word_fill(&message, cli->lang, WORD_FILE_COLLECTION, WITH(name));
    if (suggestion.nearest) {
        cli_error(cli, WORD_USAGE_NEAREST, WITH(text_get(&message), suggestion.nearest));
    } else {
        cli_error(cli, WORD_FILE_COLLECTION, WITH(name));
    }
    text_free(&message);
    return CLI_EXIT_FILE;
}

int collection_load(const struct cli *cli, const char *name, const dti_framework *framework,
                    dti_collection **out)
{
    dti_error *error = NULL;
    if (is_builtin(name)) {
        return dti_collection_builtin(name, NULL, out, &error) == DTI_OK ? CLI_EXIT_FINE
                                                                         : load_failed(cli, error);
    }
    if (load_is_missing(name)) {
        return no_such_collection(cli, name);
    }
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, name, &text);
    if (status == CLI_EXIT_FINE) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.source_name = name;
        if (dti_collection_parse(text_get(&text), text.length, framework, &options, out, &error) !=
            DTI_OK) {
            status = load_failed(cli, error);
        }
    }
    text_free(&text);
    return status;
}

/* Bound to the same framework, and for the dossier's unit or for any. */
static bool goes_with(const dti_collection *collection, const dti_dossier *dossier)
{
    const char *unit = dti_collection_unit_id(collection);
    const char *bound = dti_framework_digest(dti_collection_framework(collection));
    return strcmp(bound, dti_framework_digest(dti_dossier_framework(dossier))) == 0 &&
           (*unit == '\0' || strcmp(unit, dti_dossier_unit_id(dossier)) == 0);
}

int collection_find(const struct cli *cli, const struct args *args, const dti_dossier *dossier,
                    dti_collection **out)
{
    if (args->values[OPTION_COLLECTION]) {
        return collection_load(cli, args->values[OPTION_COLLECTION], dti_dossier_framework(dossier),
                               out);
    }
    for (size_t i = 0; i < dti_collection_builtin_count(); i++) {
        dti_collection *collection = NULL;
        int status = collection_load(cli, dti_collection_builtin_id(i), NULL, &collection);
        if (status != CLI_EXIT_FINE) {
            return status;
        }
        if (goes_with(collection, dossier)) {
            *out = collection;
            return CLI_EXIT_FINE;
        }
        dti_collection_unref(collection);
    }
    *out = NULL;
    return CLI_EXIT_FINE;
}

int collection_absent(const struct cli *cli, const struct command *command,
                      const dti_dossier *dossier)
{
    return cli_wrong_usage(
        cli, command->name, NULL, WORD_USAGE_NO_COLLECTION,
        WITH(dti_framework_id(dti_dossier_framework(dossier)), dti_dossier_unit_id(dossier)));
}

int collection_reporter(const struct cli *cli, const struct command *command,
                        const dti_collection *collection, const char *id, size_t *out)
{
    *out = dti_collection_reporter_find(collection, id);
    if (*out != DTI_NONE) {
        return CLI_EXIT_FINE;
    }
    struct suggestion suggestion = suggest_begin(id);
    for (size_t i = 0; i < dti_collection_reporter_count(collection); i++) {
        suggest_offer(&suggestion, dti_collection_reporter_id(collection, i));
    }
    return cli_wrong_usage(cli, command->name, suggestion.nearest, WORD_USAGE_REPORTER,
                           WITH(dti_collection_id(collection), id));
}

static const char *name_in_result(const dti_result *result, const char *id, dti_lang lang)
{
    for (size_t node = 0; node < dti_result_node_count(result); node++) {
        for (size_t i = 0; i < dti_result_agency_count(result, node); i++) {
            if (strcmp(dti_result_agency_id(result, node, i), id) == 0) {
                return dti_result_agency_name(result, node, i, lang);
            }
        }
    }
    return NULL;
}

const char *collection_agency(const dti_collection *collection, const dti_result *result,
                              const char *id, dti_lang lang)
{
    size_t reporter = dti_collection_reporter_find(collection, id);
    if (reporter != DTI_NONE) {
        return dti_collection_reporter_name(collection, reporter, lang);
    }
    const char *agency = dti_collection_agency_name(collection, id, lang);
    const char *name = *agency ? agency : name_in_result(result, id, lang);
    return name ? name : id;
}
