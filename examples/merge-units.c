/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Last year's figures for this year's unit: merge-units "Đà Nẵng"
 *
 * The table of 2022 is of 63 provinces; Đà Nẵng is, since July 2025, what Đà Nẵng and Quảng Nam
 * were. The table is carried over to the units of that day and printed beside what it was made of.
 */
#include <dti/dti.h>

#include <stdio.h>

enum {
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

/* Nothing is printed for who has no figure: 0 points are not the same. */
static void print_points(const dti_table *table, size_t entry, size_t node)
{
    char points[FIGURE_SIZE] = "no figure";
    const size_t row = dti_table_find(table, entry);
    const int is_derived = dti_table_provenance(table, row, node) == DTI_PROVENANCE_DERIVED;
    if (dti_table_basis(table, row, node) != DTI_BASIS_NONE)
        dti_points_format(dti_table_points(table, row, node), 3, DTI_LANG_EN, points,
                          sizeof points);
    printf("  %-12s %10s%s\n", dti_units_unit_name(dti_table_units(table), entry, DTI_LANG_EN),
           points, is_derived ? " (derived)" : "");
}

int main(int argc, char **argv)
{
    dti_table *table = NULL;
    dti_table *carried = NULL;
    dti_error *error = NULL;
    size_t unit = DTI_NONE;
    if (argc != 2) {
        fprintf(stderr, "usage: merge-units UNIT\n");
        return 2;
    }
    if (dti_table_builtin("vn-dti-province-2022", NULL, &table, &error) != DTI_OK ||
        dti_table_merge(table, "2025-07-01", NULL, &carried, &error) != DTI_OK ||
        dti_units_resolve(dti_table_units(carried), argv[1], "2025-07-01", &unit, &error) != DTI_OK)
        return complain(error);
    const dti_units *units = dti_table_units(carried);
    const dti_framework *framework = dti_table_framework(carried);
    for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
        if (dti_framework_node_kind(framework, node) != DTI_NODE_MAIN)
            continue;
        printf("%s\n", dti_framework_node_name(framework, node, DTI_LANG_EN));
        print_points(carried, unit, node);
        for (size_t i = 0; i < dti_units_unit_predecessor_count(units, unit); i++)
            print_points(table, dti_units_unit_predecessor(units, unit, i), node);
    }
    dti_table_unref(table);
    dti_table_unref(carried);
    return 0;
}
