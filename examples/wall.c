/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Keeps a scoreboard, as the wall of an operations centre does: wall DOSSIER.json
 *
 * Three districts report the same figures but for one. Then one of them reports anew, and points
 * and ranks of all follow at once; nothing else is computed again. */
#include <dti/dti.h>

#include <stdio.h>
#include <stdlib.h>

#define INPUT "files-processed-online-share"
enum {
    UNITS = 3,
    MESSAGE_SIZE = 512,
    FIGURE_SIZE = 32
};

static int complain(dti_error *error)
{
    char message[MESSAGE_SIZE];
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    fprintf(stderr, "%s %s\n", dti_error_id(error), message);
    dti_error_free(error);
    return 1;
}

static void print_board(const dti_scoreboard *board, const char *title)
{
    const dti_framework *framework = dti_program_framework(dti_scoreboard_program(board));
    const size_t overall = dti_framework_overall(framework);
    const size_t input = dti_framework_input_find(framework, INPUT);
    printf("%s\n", title);
    for (size_t unit = 0; unit < UNITS; unit++) {
        char points[FIGURE_SIZE];
        dti_points_format(dti_scoreboard_points(board, unit, overall), 2, DTI_LANG_EN, points,
                          sizeof points);
        printf("  unit %zu: %5.2f %% online, %s points, rank %u\n", unit,
               dti_scoreboard_input(board, unit, input), points,
               (unsigned)dti_scoreboard_rank(board, unit, overall));
    }
}

/* A column per input: the dossier's figure for every unit. */
static int make_board(const dti_dossier *dossier, const dti_program *program,
                      dti_scoreboard **board, dti_error **error)
{
    static const double shares[UNITS] = {51.16, 40, 62.5};
    const dti_framework *framework = dti_dossier_framework(dossier);
    const size_t count = dti_framework_input_count(framework);
    const size_t input = dti_framework_input_find(framework, INPUT);
    double *values = calloc(count * UNITS, sizeof *values);
    uint8_t *states = calloc(count * UNITS, sizeof *states);
    dti_column *columns = calloc(count, sizeof *columns);
    for (size_t i = 0; values && states && columns && i < count; i++) {
        for (size_t unit = 0; unit < UNITS; unit++) {
            values[i * UNITS + unit] = dti_dossier_input_number(dossier, i);
            states[i * UNITS + unit] = (uint8_t)dti_dossier_input_state(dossier, i);
        }
        columns[i].values = i == input ? shares : &values[i * UNITS];
        columns[i].states = i == input ? NULL : &states[i * UNITS];
    }
    const int failed = !values || !states || !columns ||
                       dti_scoreboard_new(program, columns, UNITS, NULL, board, error) != DTI_OK;
    free(values); /* the scoreboard has copied them */
    free(states);
    free(columns);
    return failed;
}

int main(int argc, char **argv)
{
    dti_dossier *dossier = NULL;
    dti_program *program = NULL;
    dti_scoreboard *board = NULL;
    dti_error *error = NULL;
    if (argc != 2) {
        fprintf(stderr, "usage: wall DOSSIER.json\n");
        return 2;
    }
    if (dti_dossier_load(argv[1], NULL, NULL, &dossier, &error) != DTI_OK)
        return complain(error);
    const dti_framework *framework = dti_dossier_framework(dossier);
    if (dti_program_new(framework, NULL, &program, &error) != DTI_OK ||
        make_board(dossier, program, &board, &error))
        return complain(error);
    print_board(board, "as reported");
    if (dti_scoreboard_set(board, 1, dti_framework_input_find(framework, INPUT), 71.4,
                           DTI_STATE_PRESENT, &error) != DTI_OK)
        return complain(error);
    print_board(board, "unit 1 reports 71.4 %");
    dti_scoreboard_free(board);
    dti_program_unref(program);
    dti_dossier_unref(dossier);
    return 0;
}
