/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Registers, frameworks and tables made for one test, through the public interface. */
#ifndef TESTS_RANK_REGISTER_H
#define TESTS_RANK_REGISTER_H

#include "samples.h"

#include <stdarg.h>
#include <stdio.h>

struct made_text {
    char *bytes;
    size_t length;
    size_t room;
};

__attribute__((format(printf, 2, 3))) static inline void made_put(struct made_text *text,
                                                                  const char *format, ...)
{
    va_list args;
    if (text->room - text->length < 512) {
        text->room = text->room * 2 + 4096;
        text->bytes = realloc(text->bytes, text->room);
        ck_assert_ptr_nonnull(text->bytes);
    }
    va_start(args, format);
    const int length = vsnprintf(text->bytes + text->length, 512, format, args);
    va_end(args);
    ck_assert(length >= 0 && length < 512);
    text->length += (size_t)length;
}

#define MADE_GROUPS 8

/* The id of a unit: in the order of numbers. */
static inline const char *made_id(char id[32], size_t number)
{
    snprintf(id, 32, "t:%06zu", number);
    return id;
}

/* Units 0 to count − 1; groups: of each one, −1 for none, NULL for nobody. */
static inline dti_units *made_units(size_t count, const int *groups)
{
    struct made_text text = {NULL, 0, 0};
    dti_units *units = NULL;
    dti_error *error = NULL;
    char id[32];
    made_put(&text, "{\"format\":\"dti-units/1\",\"id\":\"made\",\"version\":\"1\",\"titles\":{"
                    "\"vi\":\"x\"},\"level\":\"province\",\"sources\":[],\"systems\":[{\"id\":"
                    "\"t\",\"names\":{\"vi\":\"T\"},\"key\":true}],\"groups\":[");
    for (int i = 0; i < MADE_GROUPS; i++)
        made_put(&text, "%s{\"id\":\"g%d\",\"names\":{\"vi\":\"Vùng %d\",\"en\":\"Region %d\"}}",
                 i > 0 ? "," : "", i, i, i);
    made_put(&text, "],\"units\":[");
    for (size_t i = 0; i < count; i++) {
        made_put(&text, "%s{\"id\":\"%s\",\"names\":{\"vi\":\"Tỉnh %zu\"}", i > 0 ? "," : "",
                 made_id(id, i), i);
        if (groups && groups[i] >= 0)
            made_put(&text, ",\"group\":\"g%d\"", groups[i]);
        made_put(&text, ",\"provenance\":{\"id\":{\"kind\":\"assumed\"}}}");
    }
    made_put(&text, "]}");
    sample_must(dti_units_parse(text.bytes, text.length, NULL, &units, &error), &error);
    free(text.bytes);
    return units;
}

/* Two main indicators "1" and "2" of so many points, and "all" of them; bands as a JSON list. */
static inline dti_framework *made_framework_of(const char *first, const char *second,
                                               const char *bands)
{
    struct made_text text = {NULL, 0, 0};
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    made_put(&text,
             "{\"format\":\"dti-framework/1\",\"id\":\"made\",\"version\":\"1\",\"titles\":{"
             "\"vi\":\"x\"},\"years\":{\"from\":2000,\"to\":2100},\"rounding\":{"
             "\"points_digits\":2,\"value_digits\":4,\"mode\":\"half-up\"},\"numberings\":[{"
             "\"id\":\"only\",\"names\":{\"vi\":\"x\"},\"default\":true}],\"units\":[{\"id\":"
             "\"share\",\"names\":{\"vi\":\"x\"}}],\"states\":{},");
    made_put(&text, "\"inputs\":[{\"id\":\"i\",\"names\":{\"vi\":\"i\"},\"kind\":\"ratio\","
                    "\"unit\":\"share\",\"origin\":{\"kind\":\"ministry\"}}],\"indicators\":[");
    for (int i = 1; i <= 2; i++)
        made_put(&text,
                 "%s{\"codes\":{\"only\":\"%d\"},\"names\":{\"vi\":\"x\"},\"max_points\":%s,"
                 "\"rule\":{\"kind\":\"given\",\"quantity\":{\"input\":\"i\"}},\"provenance\":{"
                 "\"code\":{\"kind\":\"assumed\"},\"name\":{\"kind\":\"assumed\"},\"max_points\":{"
                 "\"kind\":\"assumed\"},\"rule\":{\"kind\":\"assumed\"}}}",
                 i > 1 ? "," : "", i, i == 1 ? first : second);
    made_put(&text,
             "],\"indices\":[{\"code\":\"all\",\"names\":{\"vi\":\"Tất cả\"},\"overall\":"
             "true,\"sum\":[\"1\",\"2\"],\"provenance\":{\"kind\":\"assumed\"}}],\"bands\":");
    made_put(&text, "%s}", bands ? bands : "[]");
    sample_must(dti_framework_parse(text.bytes, text.length, NULL, &framework, &error), &error);
    free(text.bytes);
    return framework;
}

/* "1" of 600 and "2" of 400 points. */
static inline dti_framework *made_framework(const char *bands)
{
    return made_framework_of("600", "400", bands);
}

static inline dti_table_builder *made_builder(const dti_framework *framework,
                                              const dti_units *units)
{
    dti_table_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builder_new(framework, units, "made", 2022, NULL, NULL, &builder, &error),
                &error);
    return builder;
}

static inline void made_figure(dti_table_builder *builder, size_t number, const char *code,
                               dti_quantity_kind quantity, const char *text)
{
    dti_error *error = NULL;
    char id[32];
    sample_must(dti_table_builder_add(builder, made_id(id, number), code, quantity, text, &error),
                &error);
}

static inline void made_points(dti_table_builder *builder, size_t number, const char *code,
                               int64_t points)
{
    dti_error *error = NULL;
    char id[32];
    sample_must(dti_table_builder_add_points(builder, made_id(id, number), code, points, &error),
                &error);
}

/* Frees the builder. */
static inline dti_table *made_table(dti_table_builder *builder)
{
    dti_table *table = NULL;
    dti_error *error = NULL;
    sample_must(dti_table_builder_build(builder, &table, &error), &error);
    dti_table_builder_free(builder);
    return table;
}

static inline dti_ranking *made_ranking(const dti_table *table, const char *code,
                                        const dti_ranking_options *options)
{
    dti_ranking *ranking = NULL;
    dti_error *error = NULL;
    const size_t node = dti_framework_find(dti_table_framework(table), NULL, code);
    ck_assert_uint_ne(node, DTI_NONE);
    sample_must(dti_ranking_new(table, node, options, &ranking, &error), &error);
    return ranking;
}

/* The place of a unit. */
static inline size_t made_place(const dti_ranking *ranking, size_t number)
{
    const dti_units *units = dti_table_units(dti_ranking_table(ranking));
    char id[32];
    const size_t place =
        dti_ranking_find(ranking, dti_units_find(units, made_id(id, number), NULL));
    ck_assert_uint_ne(place, DTI_NONE);
    return place;
}

static inline double made_rank(const dti_ranking *ranking, size_t number)
{
    return dti_ranking_rank(ranking, made_place(ranking, number));
}

#endif
