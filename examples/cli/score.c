/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A dossier from the command line, scored. */
#include "score.h"

#include "load.h"

#include <string.h>

static dti_track find_track(const char *id)
{
    for (int track = DTI_TRACK_SELF; id && track <= DTI_TRACK_SUPPORTED; track++) {
        if (strcmp(dti_track_id((dti_track)track), id) == 0) {
            return (dti_track)track;
        }
    }
    return DTI_TRACK_DEFAULT;
}

static int score_against(const struct cli *cli, const struct args *args, const dti_dossier *dossier,
                         const dti_bounds *bounds, dti_result **out)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    options.track = find_track(args->values[OPTION_TRACK]);
    options.bounds = bounds;
    dti_error *error = NULL;
    return dti_score(dossier, &options, out, &error) == DTI_OK ? CLI_EXIT_FINE
                                                               : load_failed(cli, error);
}

int score_dossier(const struct cli *cli, const struct command *command, const struct args *args,
                  struct text *warnings, dti_result **out)
{
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    dti_dossier *dossier = NULL;
    dti_bounds *bounds = NULL;
    int status =
        load_dossier(cli, args->operands[0], args->values[OPTION_FRAMEWORK], warnings, &dossier);
    if (status == CLI_EXIT_FINE && args->values[OPTION_BOUNDS]) {
        status =
            load_bounds(cli, args->values[OPTION_BOUNDS], dti_dossier_framework(dossier), &bounds);
    }
    if (status == CLI_EXIT_FINE) {
        status = score_against(cli, args, dossier, bounds, out);
    }
    dti_bounds_unref(bounds);
    dti_dossier_unref(dossier);
    return status;
}
