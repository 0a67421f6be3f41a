/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A dossier from the command line, scored. */
#include "score.h"

#include "collection.h"
#include "load.h"

#include <string.h>

dti_track score_track(const char *id)
{
    for (int track = DTI_TRACK_SELF; id && track <= DTI_TRACK_SUPPORTED; track++) {
        if (strcmp(dti_track_id((dti_track)track), id) == 0) {
            return (dti_track)track;
        }
    }
    return DTI_TRACK_DEFAULT;
}

/* A dossier with all it is scored with, which belongs to it. */
static int score(const struct cli *cli, const struct args *args, const dti_dossier *dossier,
                 dti_score_options *options, dti_result **out)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    int status = CLI_EXIT_FINE;
    if (args->values[OPTION_BOUNDS]) {
        status =
            load_bounds(cli, args->values[OPTION_BOUNDS], dti_dossier_framework(dossier), &bounds);
    }
    options->bounds = bounds;
    if (status == CLI_EXIT_FINE && dti_score(dossier, options, out, &error) != DTI_OK) {
        status = load_failed(cli, error);
    }
    dti_bounds_unref(bounds);
    return status;
}

/* What is late counts only against a due date: every way of scoring has one where there is one. */
static int score_collected(const struct cli *cli, const struct command *command,
                           const struct args *args, struct text *warnings, dti_track track,
                           dti_collection **collection, dti_result **out)
{
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    dti_dossier *dossier = NULL;
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    options.track = track;
    int status =
        load_dossier(cli, args->operands[0], args->values[OPTION_FRAMEWORK], warnings, &dossier);
    if (status == CLI_EXIT_FINE) {
        status = collection_find(cli, args, dossier, collection);
    }
    if (status == CLI_EXIT_FINE) {
        options.collection = *collection;
        status = score(cli, args, dossier, &options, out);
    }
    dti_dossier_unref(dossier);
    return status;
}

int score_dossier(const struct cli *cli, const struct command *command, const struct args *args,
                  struct text *warnings, dti_result **out)
{
    dti_collection *collection = NULL;
    int status = score_collected(cli, command, args, warnings,
                                 score_track(args->values[OPTION_TRACK]), &collection, out);
    dti_collection_unref(collection);
    return status;
}

int score_year(const struct cli *cli, const struct command *command, const struct args *args,
               dti_collection **collection, dti_result **out)
{
    return score_collected(cli, command, args, NULL, DTI_TRACK_COMPUTED, collection, out);
}
