/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Two years of a few units with all that belongs to them: two frameworks and the crosswalk between
 * them, a register with mergers, a table of either year, targets. */
#ifndef TESTS_TABLES_H
#define TESTS_TABLES_H

#include "samples.h"

static const char tables_before[] =
    "{\"format\":\"dti-table/1\",\"id\":\"t-2022\",\"version\":\"1.0.0\",\"framework\":{\"id\":"
    "\"walk-before\",\"version\":\"1.0.0\"},\"units\":{\"id\":\"merge-units\",\"version\":"
    "\"1.0.0\",\"at\":\"2022-12-31\"},\"year\":2022,\"out_of\":7,\"sources\":[{\"id\":\"s\","
    "\"titles\":{\"vi\":\"x\"}}],\"rows\":["
    "{\"unit\":\"t:1\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0.5123\","
    "\"source\":\"s\"},{\"code\":\"dti\",\"quantity\":\"rank\",\"text\":\"2\"},{\"code\":\"1\","
    "\"quantity\":\"points\",\"text\":\"33.5\"}]},"
    "{\"unit\":\"t:2\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0,4\","
    "\"decimals\":4},{\"code\":\"1\",\"quantity\":\"points\",\"text\":\"10.000000001\"}]},"
    "{\"unit\":\"t:3\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0.5123\"}]}"
    ",{\"unit\":\"t:6\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"rank\",\"text\":\"1\"}]}],"
    "\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0.47\"}]}";

static const char tables_after[] =
    "{\"format\":\"dti-table/1\",\"id\":\"t-2023\",\"version\":\"1.0.0\",\"framework\":{\"id\":"
    "\"walk-after\",\"version\":\"1.0.0\"},\"units\":{\"id\":\"merge-units\",\"version\":\"1.0.0\","
    "\"at\":\"2023-12-31\"},\"year\":2023,\"rows\":["
    "{\"unit\":\"t:12\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0.61\"},"
    "{\"code\":\"1\",\"quantity\":\"value\",\"text\":\"0.3\"},{\"code\":\"dti\",\"quantity\":"
    "\"rank\",\"text\":\"1\"}]},"
    "{\"unit\":\"t:3\",\"figures\":[{\"code\":\"dti\",\"quantity\":\"value\",\"text\":\"0.5555\"},"
    "{\"code\":\"dti\",\"quantity\":\"rank\",\"text\":\"2\"},{\"code\":\"dti\",\"quantity\":"
    "\"difference\",\"of\":\"value\",\"against\":2022,\"text\":\"0.5\"}]}]}";

static const char tables_targets[] =
    "{\"format\":\"dti-targets/1\",\"id\":\"w\",\"version\":\"1.0.0\",\"titles\":{\"vi\":\"x\"},"
    "\"framework\":{\"id\":\"walk-after\",\"version\":\"1.0.0\"},\"unit\":{\"id\":\"t:3\",\"at\":"
    "\"2023-12-31\"},\"targets\":["
    "{\"id\":\"a\",\"text\":{\"vi\":\"x\"},\"codes\":[\"dti\"],\"comparison\":\"at-least\","
    "\"quantity\":\"value\",\"value\":\"0.6\",\"due\":\"2024-12-31\",\"figures\":[{\"year\":2021,"
    "\"text\":\"0.4\"}]},"
    "{\"id\":\"b\",\"text\":{\"vi\":\"x\"},\"codes\":[\"dti\"],\"comparison\":\"at-most\","
    "\"quantity\":\"rank\",\"value\":\"2\",\"due\":\"2023-12-31\",\"stated\":{\"status\":"
    "\"missed\"}}]}";

struct tables {
    dti_framework *frameworks[2];
    dti_units *units;
    dti_crosswalk *crosswalk;
    dti_table *tables[2];
    dti_targets *targets;
};

static inline void tables_open(struct tables *tables)
{
    dti_error *error = NULL;
    size_t length = 0;
    char *walk = test_read_file("tests/data/walk.json", &length);
    *tables = (struct tables){.units = sample_units("tests/data/merge-units.json")};
    tables->frameworks[0] = sample_framework("tests/data/walk-before.json");
    tables->frameworks[1] = sample_framework("tests/data/walk-after.json");
    sample_must(dti_crosswalk_parse(walk, length, tables->frameworks[0], tables->frameworks[1],
                                    NULL, &tables->crosswalk, &error),
                &error);
    sample_must(dti_table_parse(tables_before, sizeof tables_before - 1, tables->frameworks[0],
                                tables->units, NULL, &tables->tables[0], &error),
                &error);
    sample_must(dti_table_parse(tables_after, sizeof tables_after - 1, tables->frameworks[1],
                                tables->units, NULL, &tables->tables[1], &error),
                &error);
    sample_must(dti_targets_parse(tables_targets, sizeof tables_targets - 1, tables->frameworks[1],
                                  NULL, &tables->targets, &error),
                &error);
    free(walk);
}

static inline void tables_close(struct tables *tables)
{
    dti_targets_unref(tables->targets);
    dti_crosswalk_unref(tables->crosswalk);
    for (int i = 0; i < 2; i++) {
        dti_table_unref(tables->tables[i]);
        dti_framework_unref(tables->frameworks[i]);
    }
    dti_units_unref(tables->units);
}

#endif
