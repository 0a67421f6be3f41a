/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Bounds merge: extents widen, counts add up, and neither the order nor the way of parting changes
 * a bit; parts of another framework are refused. */
#include "samples.h"

#include "model/bounds.h"

#include <stdlib.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_framework *framework;

static void setup(void)
{
    framework = sample_framework(SAMPLE_COHORT_FRAMEWORK);
}

static void teardown(void)
{
    dti_framework_unref(framework);
}

static size_t node(const char *code)
{
    return dti_framework_find(framework, NULL, code);
}

/* ---- Extents ---- */

static const struct {
    struct dti__extent into;
    struct dti__extent part;
    struct dti__extent expected;
} merges[] = {
    {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}},
    /* An extent of nobody says nothing, not even 0. */
    {{0, 0, 0}, {2, 3, 5}, {2, 3, 5}},
    {{0, 0, 0}, {-3, -2, 5}, {-3, -2, 5}},
    {{2, 3, 5}, {0, 0, 0}, {2, 3, 5}},
    {{2, 3, 5}, {1, 2.5, 4}, {1, 3, 9}},
    {{2, 3, 5}, {2.5, 4, 4}, {2, 4, 9}},
    {{2, 3, 5}, {2.25, 2.5, 1}, {2, 3, 6}},
    {{2, 3, 5}, {-1, 7, 1}, {-1, 7, 6}},
    {{0, 0, 1}, {0, 0, 1}, {0, 0, 2}},
    {{0, 1, DTI__MOST_UNITS - 1}, {0, 1, 1}, {0, 1, DTI__MOST_UNITS}},
    {{0, 1, DTI__MOST_UNITS}, {0, 1, 1}, {0, 1, DTI__MOST_UNITS}},
    {{0, 1, DTI__MOST_UNITS}, {0, 1, DTI__MOST_UNITS}, {0, 1, DTI__MOST_UNITS}},
};

START_TEST(extents_widen)
{
    struct dti__extent into = merges[_i].into;
    dti__extent_merge(&into, &merges[_i].part);
    ck_assert_double_eq(into.low, merges[_i].expected.low);
    ck_assert_double_eq(into.high, merges[_i].expected.high);
    ck_assert_uint_eq(into.count, merges[_i].expected.count);
    into = merges[_i].part; /* the other way round */
    dti__extent_merge(&into, &merges[_i].into);
    ck_assert_double_eq(into.low, merges[_i].expected.low);
    ck_assert_double_eq(into.high, merges[_i].expected.high);
    ck_assert_uint_eq(into.count, merges[_i].expected.count);
}
END_TEST

/* ---- Parts ---- */

static dti_bounds *make(const dti_framework *of)
{
    dti_bounds *bounds = dti__bounds_new(of, &dti__malloc_allocator);
    ck_assert_ptr_nonnull(bounds);
    return bounds;
}

static dti_bounds *merge(const dti_bounds *const *parts, size_t count)
{
    dti_bounds *bounds = NULL;
    dti_error *error = NULL;
    sample_must(dti_bounds_merge(parts, count, NULL, &bounds, &error), &error);
    return bounds;
}

START_TEST(parts_make_a_whole)
{
    dti_bounds *north = make(framework);
    dti_bounds *south = make(framework);
    north->extents[node("1.1")] = (struct dti__extent){0.25, 0.5, 30};
    south->extents[node("1.1")] = (struct dti__extent){0.375, 0.75, 33};
    north->extents[node("1.3")] = (struct dti__extent){-2, -1, 1};
    const dti_bounds *const parts[] = {north, south};
    dti_bounds *whole = merge(parts, 2);
    dti_bounds_unref(north);
    dti_bounds_unref(south);
    ck_assert_ptr_eq(dti_bounds_framework(whole), framework);
    ck_assert_double_eq(dti_bounds_low(whole, node("1.1")), 0.25);
    ck_assert_double_eq(dti_bounds_high(whole, node("1.1")), 0.75);
    ck_assert_uint_eq(dti_bounds_count(whole, node("1.1")), 63);
    ck_assert_double_eq(dti_bounds_low(whole, node("1.3")), -2);
    ck_assert_double_eq(dti_bounds_high(whole, node("1.3")), -1);
    ck_assert_uint_eq(dti_bounds_count(whole, node("1.3")), 1);
    ck_assert_uint_eq(dti_bounds_count(whole, node("1.2")), 0);
    ck_assert_double_eq(dti_bounds_low(whole, node("1.2")), 0);
    ck_assert_uint_eq(dti_bounds_count(whole, DTI_NONE), 0);
    ck_assert_double_eq(dti_bounds_low(whole, dti_framework_node_count(framework)), 0);
    ck_assert_double_eq(dti_bounds_high(whole, SIZE_MAX), 0);
    dti_bounds_unref(whole);
}
END_TEST

#define UNITS 40

/* Quantities of units, one by one; merged in a shuffled order and in groups of any size. */
START_TEST(any_parting_is_the_same)
{
    const size_t at = node("1.3");
    dti_bounds *units[UNITS];
    unsigned seed = (unsigned)_i + 1;
    srand(seed);
    for (int i = 0; i < UNITS; i++) {
        const double quantity = (double)rand() / RAND_MAX - 0.5;
        units[i] = make(framework);
        units[i]->extents[at] = (struct dti__extent){quantity, quantity, 1};
    }
    dti_bounds *whole = merge((const dti_bounds *const *)units, UNITS);
    for (int i = UNITS - 1; i > 0; i--) {
        const int k = rand() % (i + 1);
        dti_bounds *swapped = units[i];
        units[i] = units[k];
        units[k] = swapped;
    }
    dti_bounds *parts[UNITS];
    size_t count = 0;
    for (size_t i = 0; i < UNITS;) {
        size_t size = 1 + (size_t)rand() % 7;
        size = size < UNITS - i ? size : UNITS - i;
        parts[count++] = merge((const dti_bounds *const *)units + i, size);
        i += size;
    }
    dti_bounds *again = merge((const dti_bounds *const *)parts, count);
    ck_assert_uint_eq(dti_bounds_count(again, at), UNITS);
    ck_assert_int_eq(memcmp(&again->extents[at], &whole->extents[at], sizeof again->extents[at]),
                     0);
    ck_assert_str_eq(dti_bounds_digest(again), dti_bounds_digest(whole));
    for (size_t i = 0; i < count; i++) {
        dti_bounds_unref(parts[i]);
    }
    for (int i = 0; i < UNITS; i++) {
        dti_bounds_unref(units[i]);
    }
    dti_bounds_unref(whole);
    dti_bounds_unref(again);
}
END_TEST

/* ---- Whose they are ---- */

/* The framework again, with one place of its text changed. */
static dti_framework *changed(const char *from, const char *to)
{
    dti_framework *other = NULL;
    dti_error *error = NULL;
    char *text = test_read_file(SAMPLE_COHORT_FRAMEWORK, NULL);
    char *place = strstr(text, from);
    ck_assert_ptr_nonnull(place);
    ck_assert_uint_eq(strlen(from), strlen(to));
    memcpy(place, to, strlen(to));
    sample_must(dti_framework_parse(text, strlen(text), NULL, &other, &error), &error);
    free(text);
    return other;
}

static const struct {
    const char *from;
    const char *to;
    const char *id; /* of the error; NULL: it is the same framework, read twice */
} others[] = {
    {"\"cohort\"", "\"cohere\"", "DTI-0801"},
    {"\"1.0.0\"", "\"1.0.1\"", "DTI-0801"},
    {"\"Balance\"", "\"Balanse\"", "DTI-0802"},
    {"\"Balance\"", "\"Balance\"", NULL},
};

START_TEST(parts_are_of_one_framework)
{
    dti_framework *other = changed(others[_i].from, others[_i].to);
    dti_bounds *part = make(framework);
    dti_bounds *foreign = make(other);
    const dti_bounds *const parts[] = {part, foreign};
    dti_bounds *whole = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_bounds_merge(parts, 2, NULL, &whole, &error);
    ck_assert_int_eq(status, others[_i].id == NULL ? DTI_OK : DTI_E_VERSION);
    ck_assert_int_eq(whole != NULL, status == DTI_OK);
    ck_assert_str_eq(dti_error_id(error), others[_i].id == NULL ? "" : others[_i].id);
    dti_error_free(error);
    dti_bounds_unref(whole);
    dti_bounds_unref(part);
    dti_bounds_unref(foreign);
    dti_framework_unref(other);
}
END_TEST

START_TEST(merging_nothing_is_refused)
{
    dti_bounds *part = make(framework);
    const dti_bounds *const parts[] = {part, NULL};
    dti_bounds *whole = NULL;
    dti_error *error = NULL;
    sample_refused(dti_bounds_merge(parts, 0, NULL, &whole, &error), DTI_E_ARG, &error);
    sample_refused(dti_bounds_merge(parts, 2, NULL, &whole, &error), DTI_E_ARG, &error);
    sample_refused(dti_bounds_merge(NULL, 1, NULL, &whole, &error), DTI_E_ARG, &error);
    sample_refused(dti_bounds_merge(parts, 1, NULL, NULL, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(whole);
    dti_bounds_unref(part);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("bounds");
    TCase *tcase = tcase_create("merge");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, extents_widen, 0, LENGTH_OF(merges));
    tcase_add_test(tcase, parts_make_a_whole);
    tcase_add_loop_test(tcase, any_parting_is_the_same, 0, 20);
    tcase_add_loop_test(tcase, parts_are_of_one_framework, 0, LENGTH_OF(others));
    tcase_add_test(tcase, merging_nothing_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
