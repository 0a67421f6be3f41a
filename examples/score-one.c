/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scores one dossier: score-one DOSSIER.json */
#include <dti/dti.h>

#include <stdio.h>

enum {
    MESSAGE_SIZE = 512, /* enough for every message */
    FIGURE_SIZE = 32
};

static int complain(dti_error *error)
{
    char message[MESSAGE_SIZE];
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    fprintf(stderr, "%s:%u:%u: %s %s\n", dti_error_source(error), (unsigned)dti_error_line(error),
            (unsigned)dti_error_column(error), dti_error_id(error), message);
    dti_error_free(error);
    return 1;
}

/* One line of a node: code, points, maximum, value, name. */
static void print_node(const dti_result *result, size_t node)
{
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    int64_t points = dti_result_points(result, node);
    int64_t max = dti_result_max_points(result, node);
    char points_text[FIGURE_SIZE];
    char value_text[FIGURE_SIZE];
    dti_points_format(points, dti_framework_points_digits(framework), DTI_LANG_EN, points_text,
                      sizeof points_text);
    dti_value_format(points, max, dti_framework_value_digits(framework), DTI_LANG_EN, value_text,
                     sizeof value_text);
    printf("%-20s %8s of %4d  %s  %s\n", dti_framework_node_code(framework, node, NULL),
           points_text, (int)(max / DTI_POINT), value_text,
           dti_framework_node_name(framework, node, DTI_LANG_EN));
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: score-one DOSSIER.json\n");
        return 2;
    }
    dti_dossier *dossier = NULL;
    dti_result *result = NULL;
    dti_error *error = NULL;
    /* NULL: the built-in framework that the dossier names, default options. */
    if (dti_dossier_load(argv[1], NULL, NULL, &dossier, &error) != DTI_OK) {
        return complain(error);
    }
    dti_status status = dti_score(dossier, NULL, &result, &error);
    dti_dossier_unref(dossier); /* the result holds its own reference */
    if (status != DTI_OK) {
        return complain(error);
    }
    printf("%s, %d, %s\n", dti_dossier_unit_name(dti_result_dossier(result), DTI_LANG_EN),
           (int)dti_dossier_year(dti_result_dossier(result)),
           dti_track_name(dti_result_track(result), DTI_LANG_EN));
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    for (size_t node = 0; node < dti_result_node_count(result); node++) {
        dti_node_kind kind = dti_framework_node_kind(framework, node);
        if (kind == DTI_NODE_MAIN || kind == DTI_NODE_INDEX) {
            print_node(result, node);
        }
    }
    dti_result_unref(result);
    return 0;
}
