/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Random frameworks and figures from a seed: every kind of input, rule, policy and tree, for tests
 * that hold two ways of computing against each other. The same numbers on every machine. */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include "samples.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#define RANDOM_INPUTS 16 /* the first of each kind is always there, see random_inputs() */

static inline uint32_t random_next(uint64_t *seed) /* a linear congruence */
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

static inline uint32_t random_below(uint64_t *seed, uint32_t end)
{
    return random_next(seed) % end;
}

/* JSON text that grows; test programs may stop when memory runs out. */
struct random_text {
    char *bytes;
    size_t length;
    size_t room;
};

__attribute__((format(printf, 2, 3))) static inline void random_put(struct random_text *text,
                                                                    const char *format, ...)
{
    va_list arguments;
    if (text->room - text->length < 4096) {
        text->room = 2 * text->room + 8192;
        text->bytes = realloc(text->bytes, text->room);
        ck_assert_ptr_nonnull(text->bytes);
    }
    va_start(arguments, format);
    text->length +=
        (size_t)vsnprintf(text->bytes + text->length, text->room - text->length, format, arguments);
    va_end(arguments);
}

/* 0 to 3 counts, 4 a sum and 5 a ratio that derive from them, 6 and 7 percentages, 8 a plain share,
 * 9 an amount, 10 an amount that is not negative, 11 a choice, 12 and 13 yes or no, 14 a list, 15 a
 * ratio of ratios. */
static inline void random_inputs(struct random_text *text, uint64_t *seed)
{
    static const char *const more[RANDOM_INPUTS] = {
        "\"kind\":\"count\",\"unit\":\"thing\"",
        "\"kind\":\"count\",\"unit\":\"thing\"",
        "\"kind\":\"count\",\"unit\":\"thing\",\"range\":{\"high\":20}",
        "\"kind\":\"count\",\"unit\":\"thing\"",
        "\"kind\":\"count\",\"unit\":\"thing\",\"derive\":{\"sum\":[\"i0\",\"i1\"]}",
        "\"kind\":\"ratio\",\"unit\":\"percent\",\"derive\":{\"ratio\":{\"of\":[\"i0\"],\"to\":["
        "\"i1\",\"i2\"]}}",
        "\"kind\":\"ratio\",\"unit\":\"percent\"",
        "\"kind\":\"ratio\",\"unit\":\"percent\"",
        "\"kind\":\"ratio\",\"unit\":\"share\"",
        "\"kind\":\"amount\",\"unit\":\"million\"",
        "\"kind\":\"amount\",\"unit\":\"million\",\"range\":{\"low\":0}",
        "\"kind\":\"choice\",\"choices\":[{\"id\":\"a\",\"names\":{\"vi\":\"a\"}},{\"id\":\"b\","
        "\"names\":{\"vi\":\"b\"}},{\"id\":\"c\",\"names\":{\"vi\":\"c\"}}]",
        "\"kind\":\"yes-no\"",
        "\"kind\":\"yes-no\"",
        "\"kind\":\"list\",\"unit\":\"thing\"",
        "\"kind\":\"ratio\",\"unit\":\"percent\",\"derive\":{\"ratio\":{\"of\":[\"i5\"],\"to\":["
        "\"i8\"]}}",
    };
    random_put(text, "\"inputs\":[");
    for (int i = 0; i < RANDOM_INPUTS; i++) {
        bool is_derived = i == 4 || i == 5 || i == 15;
        random_put(text,
                   "%s{\"id\":\"i%d\",\"names\":{\"vi\":\"i%d\"},%s%s,\"origin\":{\"kind\":"
                   "\"agency\"}}",
                   i > 0 ? "," : "", i, i, more[i],
                   !is_derived                  ? ""
                   : random_below(seed, 2) == 0 ? ",\"prefer\":\"derived\""
                                                : ",\"prefer\":\"reported\"");
    }
    random_put(text, "],");
}

static inline void random_direction(struct random_text *text, uint64_t *seed)
{
    if (random_below(seed, 3) == 0)
        random_put(text, ",\"direction\":\"lower\"");
}

static inline void random_rule(struct random_text *text, uint64_t *seed)
{
    static const char *const base_zero[] = {"zero", "full", "not-applicable"};
    static const char *const figures[] = {"{\"input\":\"i0\"}", "{\"sum\":[\"i1\",\"i2\",\"i3\"]}",
                                          "{\"input\":\"i4\"}", "{\"input\":\"i10\"}"};
    static const char *const shares[] = {"{\"input\":\"i6\"}", "{\"input\":\"i7\"}",
                                         "{\"input\":\"i8\"}"};
    static const char *const ratios[] = {"{\"ratio\":{\"of\":[\"i2\"],\"to\":[\"i1\",\"i3\"]}}",
                                         "{\"ratio\":{\"of\":[\"i9\",\"i10\"],\"to\":[\"i10\"]}}",
                                         "{\"input\":\"i5\"}", "{\"input\":\"i15\"}"};
    const char *figure = figures[random_below(seed, 4)];
    bool is_ratio = random_below(seed, 2) == 0;
    const char *share = is_ratio ? ratios[random_below(seed, 4)] : shares[random_below(seed, 3)];
    uint32_t kind = random_below(seed, 11);
    switch (kind) {
    case 0:
        random_put(text, "{\"kind\":\"share-of-base\",\"quantity\":%s,\"base\":%u,\"target\":0.7",
                   figure, 1 + random_below(seed, 40));
        random_direction(text, seed);
        break;
    case 1:
        random_put(text, "{\"kind\":\"count\",\"quantity\":%s,\"share_per_item\":0.0%u1", figure,
                   random_below(seed, 9));
        random_direction(text, seed);
        break;
    case 2:
        random_put(text,
                   "{\"kind\":\"tiers\",\"quantity\":%s,\"tiers\":[{\"at_least\":0.1,"
                   "\"share\":0.3},{\"at_least\":0.5,\"share\":0.7},{\"at_least\":0.9,"
                   "\"share\":1}],\"otherwise\":0.%u",
                   share, random_below(seed, 3));
        break;
    case 3:
        random_put(text,
                   "{\"kind\":\"tiers\",\"direction\":\"lower\",\"quantity\":%s,\"tiers\":[{"
                   "\"at_most\":15,\"share\":0.5},{\"at_most\":3,\"share\":1}]",
                   figure);
        break;
    case 4:
        random_put(text,
                   "{\"kind\":\"choice\",\"quantity\":{\"input\":\"i11\"},\"answers\":[{"
                   "\"answer\":\"a\",\"share\":0.1},{\"answer\":\"c\",\"share\":1},{"
                   "\"answer\":\"b\",\"share\":0.%u}]",
                   random_below(seed, 10));
        break;
    case 5:
        random_put(text, "{\"kind\":\"checklist\",\"items\":[{\"input\":\"i12\",\"share\":0.37},{"
                         "\"input\":\"i13\",\"share\":0.5}]");
        break;
    case 6:
        random_put(text, "{\"kind\":\"document\",\"quantity\":{\"input\":\"i%d\"}",
                   random_below(seed, 2) == 0 ? 14 : 2);
        random_put(text, ",\"count\":%u", 1 + random_below(seed, 3));
        break;
    case 7:
        random_put(text, "{\"kind\":\"best-of-cohort\",\"quantity\":%s",
                   random_below(seed, 2) == 0 ? figure : shares[random_below(seed, 3)]);
        random_direction(text, seed);
        break;
    case 8:
        random_put(text, "{\"kind\":\"min-max\",\"quantity\":%s",
                   random_below(seed, 2) == 0 ? "{\"difference\":[\"i9\",\"i10\"]}" : share);
        random_direction(text, seed);
        break;
    default:
        random_put(text, "{\"kind\":\"%s\",\"quantity\":%s,\"target\":0.%u",
                   kind == 9 ? "ratio" : "given", share, 1 + random_below(seed, 9));
        random_direction(text, seed);
        if (is_ratio)
            random_put(text, ",\"when_base_zero\":\"%s\"", base_zero[random_below(seed, 3)]);
    }
    if (random_below(seed, 4) == 0)
        random_put(text, ",\"clamp\":[0.05,0.%u]", 3 + random_below(seed, 6));
    random_put(text, "}");
}

static inline void random_states(struct random_text *text, uint64_t *seed)
{
    static const char *const states[] = {"missing", "not-applicable", "not-assessed", "rejected"};
    random_put(text, "\"states\":{");
    for (int i = 0; i < 4; i++) {
        const char *points = random_below(seed, 2) == 0 ? "zero" : "open";
        const char *maximum = random_below(seed, 3) == 0 ? "excluded" : "kept";
        random_put(text, "%s\"%s\":{\"points\":\"%s\",\"maximum\":\"%s\"}", i > 0 ? "," : "",
                   states[i], points, maximum);
    }
    random_put(text, "},");
}

#define RANDOM_ASSUMED "{\"kind\":\"assumed\"}"

/* Gives its maximum in tenths of a point. */
static inline unsigned random_component(struct random_text *text, uint64_t *seed, const char *code)
{
    /* One draw after the other: compilers differ in the order of arguments. */
    const uint32_t points = random_below(seed, 30);
    const uint32_t tenths = random_below(seed, 10);
    random_put(text, "{\"codes\":{\"only\":\"%s\"},\"names\":{\"vi\":\"x\"},\"max_points\":%u.%u,",
               code, points, tenths);
    if (random_below(seed, 3) == 0)
        random_states(text, seed);
    random_put(text, "\"provenance\":{\"code\":" RANDOM_ASSUMED ",\"name\":" RANDOM_ASSUMED
                     ",\"max_points\":" RANDOM_ASSUMED ",\"rule\":" RANDOM_ASSUMED "},\"rule\":");
    random_rule(text, seed);
    random_put(text, "}");
    return 10 * points + tenths;
}

/* A main indicator with components, now and then with a level between. Gives its maximum in tenths
 * of a point. */
static inline unsigned random_main(struct random_text *text, uint64_t *seed, unsigned number)
{
    unsigned tenths = 0;
    unsigned count = 1 + random_below(seed, 6);
    unsigned deep = random_below(seed, 2 * count);
    random_put(text,
               "{\"codes\":{\"only\":\"%u\"},\"names\":{\"vi\":\"x\"},\"provenance\":{"
               "\"code\":" RANDOM_ASSUMED ",\"name\":" RANDOM_ASSUMED "},\"children\":[",
               number);
    for (unsigned i = 1; i <= count; i++) {
        char code[32];
        snprintf(code, sizeof code, "%u.%u", number, i);
        random_put(text, i > 1 ? "," : "");
        if (i != deep) {
            tenths += random_component(text, seed, code);
            continue;
        }
        random_put(text,
                   "{\"codes\":{\"only\":\"%s\"},\"names\":{\"vi\":\"x\"},\"provenance\":{"
                   "\"code\":" RANDOM_ASSUMED ",\"name\":" RANDOM_ASSUMED "},\"children\":[",
                   code);
        snprintf(code, sizeof code, "%u.%u.1", number, i);
        tenths += random_component(text, seed, code);
        random_put(text, ",");
        snprintf(code, sizeof code, "%u.%u.2", number, i);
        tenths += random_component(text, seed, code);
        random_put(text, "]}");
    }
    random_put(text, "]}");
    return tenths;
}

/* A main indicator whose components nobody knows. */
static inline void random_absent(struct random_text *text, uint64_t *seed)
{
    random_put(text,
               ",{\"codes\":{\"only\":\"absent\"},\"names\":{\"vi\":\"x\"},\"provenance\":{"
               "\"code\":" RANDOM_ASSUMED ",\"name\":" RANDOM_ASSUMED
               ",\"max_points\":" RANDOM_ASSUMED "},\"max_points\":%u.3,\"absent\":{"
               "\"note\":{\"vi\":\"x\"}}}",
               random_below(seed, 20));
}

/* Indices that are no sums, one of which is made of the next: the order of computing is not that of
 * the document. `weighable` is a main indicator of more than 0 points. */
static inline void random_weighted(struct random_text *text, uint64_t *seed, unsigned weighable)
{
    static const char *const most[] = {"1000", "0.7", "333.3"};
    const uint32_t outer = random_below(seed, 3);
    const uint32_t inner = random_below(seed, 3);
    random_put(text,
               "{\"code\":\"outer\",\"names\":{\"vi\":\"x\"},\"provenance\":" RANDOM_ASSUMED
               ",\"max_points\":%s,\"weights\":[{\"code\":\"inner\",\"weight\":%u.5},",
               most[outer], random_below(seed, 9));
    random_put(text, "{\"code\":\"all\",\"weight\":%u},", 1 + random_below(seed, 9));
    random_put(text, "{\"code\":\"gone\",\"weight\":0.%u}]},", 1 + random_below(seed, 9));
    random_put(text,
               "{\"code\":\"gone\",\"names\":{\"vi\":\"x\"},\"provenance\":" RANDOM_ASSUMED
               ",\"max_points\":%u,\"absent\":{\"count\":3,\"note\":{\"vi\":\"x\"}}},",
               1 + random_below(seed, 99));
    random_put(text,
               "{\"code\":\"inner\",\"names\":{\"vi\":\"x\"},\"provenance\":" RANDOM_ASSUMED
               ",\"max_points\":%s,\"weights\":[{\"code\":\"absent\",\"weight\":%u},",
               most[inner], 1 + random_below(seed, 9));
    if (weighable > 0)
        random_put(text, "{\"code\":\"%u\",\"weight\":0.25},", weighable);
    random_put(text, "{\"code\":\"all\",\"weight\":2}]},");
}

static inline dti_framework *random_framework(uint64_t *seed)
{
    struct random_text text = {NULL, 0, 0};
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    unsigned mains = 2 + random_below(seed, 4);
    random_put(&text,
               "{\"format\":\"dti-framework/1\",\"id\":\"random\",\"version\":\"1\","
               "\"titles\":{\"vi\":\"x\"},\"years\":{\"from\":2000,\"to\":2100},"
               "\"rounding\":{\"points_digits\":2,\"value_digits\":4,\"mode\":\"half-up\"},"
               "\"numberings\":[{\"id\":\"only\",\"names\":{\"vi\":\"x\"},\"default\":true}],"
               "\"units\":[{\"id\":\"thing\",\"names\":{\"vi\":\"x\"}},{\"id\":\"percent\","
               "\"names\":{\"vi\":\"%%\"},\"divisor\":100},{\"id\":\"share\",\"names\":{"
               "\"vi\":\"x\"}},{\"id\":\"million\",\"names\":{\"vi\":\"x\"}}],");
    random_states(&text, seed);
    random_inputs(&text, seed);
    random_put(&text, "\"indicators\":[");
    unsigned weighable = 0;
    for (unsigned i = 1; i <= mains; i++) {
        random_put(&text, i > 1 ? "," : "");
        if (random_main(&text, seed, i) > 0)
            weighable = i;
    }
    random_absent(&text, seed);
    random_put(&text, "],\"indices\":[");
    random_weighted(&text, seed, weighable);
    random_put(&text, "{\"code\":\"all\",\"names\":{\"vi\":\"x\"},\"overall\":true,"
                      "\"provenance\":" RANDOM_ASSUMED ",\"sum\":[\"absent\"");

    for (unsigned i = 1; i <= mains; i++)
        random_put(&text, ",\"%u\"", i);
    random_put(&text,
               "]},{\"code\":\"some\",\"names\":{\"vi\":\"x\"},\"provenance\":" RANDOM_ASSUMED
               ",\"sum\":[\"1\",\"%u\"]}]}",
               mains);
    sample_must(dti_framework_parse(text.bytes, text.length, NULL, &framework, &error), &error);
    free(text.bytes);
    return framework;
}

/* A figure that the input takes, with some that stand at the edges. */
static inline double random_figure(uint64_t *seed, int input)
{
    static const double percents[] = {0, 100, 51.16, 0.01, 33.333333333333336};
    switch (input) {
    case 1: /* with the next, a base that is often zero */
    case 2:
        return random_below(seed, 2) == 0 ? 0 : random_below(seed, 21);
    case 5:
    case 6:
    case 7:
    case 15:
        return random_below(seed, 4) == 0 ? percents[random_below(seed, 5)]
                                          : random_below(seed, 10001) / 100.0;
    case 8:
        return random_below(seed, 1000001) / 1e6;
    case 9:
        return (random_below(seed, 2000001) - 1e6) / 7.0;
    case 10:
        return random_below(seed, 5) == 0 ? 0 : random_below(seed, 1000000) / 3.0;
    case 11:
        return random_below(seed, 3);
    case 12:
    case 13:
        return random_below(seed, 2);
    case 14: /* no item would be no answer */
        return 1 + random_below(seed, 3);
    default:
        return random_below(seed, 4) == 0 ? 0 : random_below(seed, 60);
    }
}

/* One figure in eight is in another state. */
static inline dti_state random_state(uint64_t *seed)
{
    return random_below(seed, 8) != 0 ? DTI_STATE_PRESENT
                                      : (dti_state)(1 + random_below(seed, DTI_STATE_REJECTED));
}

/* The dossier of a row of figures. */
static inline dti_dossier *random_dossier(const dti_framework *framework, const double *values,
                                          const uint8_t *states, size_t stride)
{
    static const char *const choices[] = {"a", "b", "c"};
    dti_dossier_builder *builder = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(framework, "gso:1", 2022, NULL, &builder, &error), &error);
    for (size_t i = 0; i < RANDOM_INPUTS; i++) {
        const char *id = dti_framework_input_id(framework, i);
        double value = values[i * stride];
        dti_status status = DTI_OK;
        if (states[i * stride] != DTI_STATE_PRESENT)
            status = dti_dossier_builder_set_state(builder, id, (dti_state)states[i * stride], NULL,
                                                   &error);
        else if (i == 11)
            status = dti_dossier_builder_set_answer(builder, id, choices[(size_t)value], &error);
        else if (i == 12 || i == 13)
            status = dti_dossier_builder_set_answer(builder, id, value > 0 ? "yes" : "no", &error);
        else if (i != 14)
            status = dti_dossier_builder_set_number(builder, id, value, &error);
        for (int item = 0; i == 14 && states[i * stride] == DTI_STATE_PRESENT && item < value;
             item++)
            sample_must(dti_dossier_builder_add_text(builder, id, "item", &error), &error);
        sample_must(status, &error);
    }
    sample_must(dti_dossier_builder_build(builder, &dossier, &error), &error);
    dti_dossier_builder_free(builder);
    return dossier;
}

#endif
