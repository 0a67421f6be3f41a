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

int score_dossier(const struct cli *cli, const struct args *args, struct text *warnings,
                  dti_result **out)
{
    dti_dossier *dossier = NULL;
    int status =
        load_dossier(cli, args->operands[0], args->values[OPTION_FRAMEWORK], warnings, &dossier);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    options.track = find_track(args->values[OPTION_TRACK]);
    dti_error *error = NULL;
    if (dti_score(dossier, &options, out, &error) != DTI_OK) {
        status = load_failed(cli, error);
    }
    dti_dossier_unref(dossier);
    return status;
}
