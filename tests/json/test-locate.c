/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Places of JSON Pointers: the right value, its line and column, and the nearest parent for what is
 * not there. */
#include "base/buffer.h"
#include "support.h"
#include "json/tree.h"

#include <dti/base.h>
#include <dti/report.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void add_wanted(dti_report *report, const char *pointer)
{
    dti__report_add(report, DTI__MSG_MISSING_KEY, pointer, DTI__ARGS(DTI__TEXT("key")));
}

static void check_place(const dti_report *report, size_t index, uint32_t line, uint32_t column)
{
    ck_assert_msg(dti_report_line(report, index) == line &&
                      dti_report_column(report, index) == column,
                  "'%s' is at %u:%u, expected %u:%u", dti_report_pointer(report, index),
                  (unsigned)dti_report_line(report, index),
                  (unsigned)dti_report_column(report, index), (unsigned)line, (unsigned)column);
}

static cJSON *parse(const char *text, size_t length)
{
    static const struct dti__json_limits limits = {DTI_LIMIT_BYTES, DTI_LIMIT_DEPTH,
                                                   DTI_LIMIT_VALUES, DTI_LIMIT_STRING};
    cJSON *tree = NULL;
    ck_assert_int_eq(dti__json_parse(text, length, &limits, NULL, &tree), DTI_OK);
    return tree;
}

static void locate(const char *text, size_t length, dti_report *report)
{
    const struct dti__json_text only = {text, length, NULL, false};
    cJSON *tree = parse(text, length);
    ck_assert(dti__json_locate(tree, &only, 1, report));
    dti__json_free(tree);
}

/* Lines are numbered by their first member. */
static const char document[] =
    "\xEF\xBB\xBF{ \"1\": 0,\r\n"
    "  \"inputs\": [\n"
    "    {\"id\": \"a\", \"value\": 1},\n"
    "    {\"id\": \"b\", \"brackets\": \"]}[{\\\"\", \"after\": null}, 3,\n"
    "    4, 5, 6, 7, 8, 9, [10, [11]], \"twelve\"\n"
    "  ],\n"
    "  \"a/b\": 1, \"m~n\": 2, \"~1\": 3, \"\": 4, \" \": 5,\n"
    "  \"a\": {\"b\": 6, \"\": {\"\": 7}},\n"
    "  \"a-b\": {\"b\": 8},\n"
    "  \"\\u0061\\u0062\": {\"t\xC3\xAAn\": {\"e\\u0301\": 9}},\n"
    "  \"\xC4\x91i\xE1\xBB\x83m\": \"\xC4\x91\", \"x\": {\"0\": [8, 9]}\n"
    "}\n";

static const struct {
    const char *pointer;
    uint32_t line;
    uint32_t column;
} places[] = {
    {"", 1, 1},
    {"/1", 1, 8},
    {"/inputs", 2, 13},
    {"/inputs/0", 3, 5},
    {"/inputs/0/id", 3, 12},
    {"/inputs/0/value", 3, 26},
    {"/inputs/1", 4, 5},
    {"/inputs/1/brackets", 4, 29},
    {"/inputs/1/after", 4, 48},
    {"/inputs/2", 4, 55},
    {"/inputs/3", 5, 5},
    {"/inputs/9", 5, 23},
    {"/inputs/9/0", 5, 24},
    {"/inputs/9/1/0", 5, 29},
    {"/inputs/10", 5, 35},
    {"/a~1b", 7, 10},
    {"/m~0n", 7, 20},
    {"/~01", 7, 29},
    {"/", 7, 36},
    {"/ ", 7, 44},
    {"/a", 8, 8},
    {"/a/b", 8, 14},
    {"/a/", 8, 21},
    {"/a//", 8, 26},
    {"/a-b", 9, 10},
    {"/a-b/b", 9, 16},
    {"/ab/t\xC3\xAAn/\xC3\xA9", 10, 39},
    {"/\xC4\x91i\xE1\xBB\x83m", 11, 11},
    {"/x/0", 11, 27},
    {"/x/0/1", 11, 31},
    /* What is not there has the place of the nearest parent. */
    {"/inputs/0/unit", 3, 5},
    {"/inputs/0/id/x", 3, 12},
    {"/inputs/11", 2, 13},
    {"/inputs/00", 2, 13},
    {"/inputs/-", 2, 13},
    {"/inputs/9/7/0", 5, 23},
    {"/names/vi", 1, 1},
    {"/a/c", 8, 8},
    {"/a-", 1, 1},
    {"/a-b/", 9, 10},
    {"/ab/ten", 10, 19},
    {"no pointer", 1, 1},
};

START_TEST(finds_places)
{
    dti_report *report = dti__report_new(NULL);
    add_wanted(report, places[_i].pointer);
    char *exact = test_exact(document, sizeof document - 1);
    locate(exact, sizeof document - 1, report);
    check_place(report, 0, places[_i].line, places[_i].column);
    dti_report_unref(report);
    free(exact);
}
END_TEST

/* All in one pass, in any order, some wanted twice. */
START_TEST(finds_all_places_at_once)
{
    dti_report *report = dti__report_new(NULL);
    const size_t count = 2 * COUNT(places);
    for (size_t i = 0; i < count; i++) {
        add_wanted(report, places[i * 29 % COUNT(places)].pointer);
    }
    locate(document, sizeof document - 1, report);
    for (size_t i = 0; i < count; i++) {
        const size_t place = i * 29 % COUNT(places);
        check_place(report, i, places[place].line, places[place].column);
    }
    dti_report_unref(report);
}
END_TEST

START_TEST(leaves_places_that_are_known)
{
    dti_report *report = dti__report_new(NULL);
    dti__report_add_at(report, DTI__MSG_JSON_NUL, 7, 8, 9, DTI__NO_ARGS);
    add_wanted(report, "/inputs");
    locate(document, sizeof document - 1, report);
    check_place(report, 0, 7, 8);
    ck_assert_uint_eq(dti_report_offset(report, 0), 9);
    check_place(report, 1, 2, 13);
    ck_assert_int_eq(document[dti_report_offset(report, 1)], '[');
    dti_report_unref(report);
    /* Nothing to do is done. */
    locate(document, sizeof document - 1, NULL);
    report = dti__report_new(NULL);
    locate(document, sizeof document - 1, report);
    ck_assert_uint_eq(dti_report_count(report), 0);
    dti_report_unref(report);
}
END_TEST

/* ---- Random documents that know their own places ---- */

#define MOST_VALUES 200

struct author {
    uint32_t random;
    struct dti__buffer text;
    uint32_t line;
    uint32_t column;
    size_t depth;
    size_t count;
    struct {
        char pointer[256];
        uint32_t line;
        uint32_t column;
    } values[MOST_VALUES];
};

static uint32_t draw(struct author *author, uint32_t below)
{
    author->random = author->random * 1664525u + 1013904223u;
    return (author->random >> 8) % below;
}

static void put(struct author *author, const char *text, uint32_t columns)
{
    dti__buffer_put_text(&author->text, text);
    author->column += columns;
}

static void put_space(struct author *author)
{
    static const char *const spaces[] = {"", "", " ", "\t", "\n", "\r\n"};
    const char *space = spaces[draw(author, COUNT(spaces))];
    put(author, space, (uint32_t)strlen(space));
    if (strchr(space, '\n') != NULL) {
        author->line++;
        author->column = 1;
    }
}

/* As it stands in the text, as it stands in a pointer, and its width. */
static const struct {
    const char *text;
    const char *token;
    uint32_t columns;
} keys[] = {
    {"\"a\"", "a", 3},
    {"\"a\\/b\"", "a~1b", 6},
    {"\"\\u007e\"", "~0", 8},
    {"\"\"", "", 2},
    {"\"0\"", "0", 3},
    {"\"10\"", "10", 4},
    {"\"\xC3\xAA\"", "\xC3\xAA", 3},
    {"\"e\xCC\x81\"", "\xC3\xA9", 4},
    {"\"a!\"", "a!", 4},
    {"\"\xF0\x9F\x98\x80{\"", "\xF0\x9F\x98\x80{", 4},
};

static void put_value(struct author *author, const char *pointer)
{
    static const struct {
        const char *text;
        uint32_t columns;
    } scalars[] = {
        {"0", 1},
        {"-1.5e3", 6},
        {"true", 4},
        {"null", 4},
        {"\"a,]}\"", 6},
        {"\"\\\"\xE1\xBB\x87\"", 5},
        {"\"\xF0\x9F\x98\x80\"", 3},
        {"\"/\\\\\"", 5},
    };
    put_space(author);
    if (author->count == MOST_VALUES) {
        put(author, "0", 1);
        return;
    }
    snprintf(author->values[author->count].pointer, sizeof author->values[0].pointer, "%s",
             pointer);
    author->values[author->count].line = author->line;
    author->values[author->count].column = author->column;
    author->count++;
    const uint32_t kind = draw(author, 4);
    if (kind < 2 || author->depth >= 8) {
        const size_t i = draw(author, COUNT(scalars));
        put(author, scalars[i].text, scalars[i].columns);
        return;
    }
    author->depth++;
    put(author, kind == 2 ? "{" : "[", 1);
    const uint32_t first_key = draw(author, COUNT(keys));
    const uint32_t members = draw(author, kind == 2 ? COUNT(keys) : 13);
    for (uint32_t i = 0; i < members; i++) {
        char inner[256];
        put(author, i > 0 ? "," : "", i > 0);
        put_space(author);
        if (kind == 2) {
            const size_t key = (first_key + i) % COUNT(keys);
            put(author, keys[key].text, keys[key].columns);
            put_space(author);
            put(author, ":", 1);
            snprintf(inner, sizeof inner, "%.200s/%s", pointer, keys[key].token);
        } else {
            snprintf(inner, sizeof inner, "%.200s/%u", pointer, (unsigned)i);
        }
        put_value(author, inner);
        put_space(author);
    }
    put_space(author);
    put(author, kind == 2 ? "}" : "]", 1);
    author->depth--;
}

START_TEST(finds_every_value_of_random_documents)
{
    static struct author author;
    for (uint32_t round = 0; round < 300; round++) {
        author = (struct author){.random = round, .line = 1, .column = 1};
        dti__buffer_init(&author.text, &dti__malloc_allocator);
        put_value(&author, "");
        dti_report *report = dti__report_new(NULL);
        for (size_t i = author.count; i > 0; i--) {
            add_wanted(report, author.values[i - 1].pointer);
        }
        locate(author.text.data, author.text.length, report);
        for (size_t i = 0; i < author.count; i++) {
            check_place(report, author.count - 1 - i, author.values[i].line,
                        author.values[i].column);
        }
        dti_report_unref(report);
        dti__buffer_release(&author.text);
    }
}
END_TEST

/* ---- Trees joined from several texts ---- */

static const char own[] = "{\"id\": \"b\", \"list\": [0,\n {\"k\": 1}]}";
static const char other[] = "{\n \"a/\": {\"list\": [5, {\"n\": 6, \"m\": [7]}]}}";

static const struct dti__json_text texts[] = {{own, sizeof own - 1, "own", false},
                                              {other, sizeof other - 1, "other", false}};

/* The tree of `own`, whose list has got the second item of that of `other` in front; the item
 * itself is said to stand where the 1 of `own` does. Both are to be freed, the first one first. */
static cJSON *join(cJSON **rest)
{
    cJSON *tree = parse(own, sizeof own - 1);
    *rest = parse(other, sizeof other - 1);
    cJSON *from = (*rest)->child->child;
    cJSON *item = from->child->next;
    cJSON *list = tree->child->next;
    dti__json_shift(*rest, sizeof own - 1);
    cJSON_DetachItemViaPointer(from, item);
    dti__json_replace(item, list->child->next->child);
    cJSON_ReplaceItemViaPointer(list, list->child, item);
    return tree;
}

static const struct {
    const char *pointer;
    const char *source;
    const char *moved;
    uint32_t line;
    uint32_t column;
} moves[] = {
    {"/id", "own", "/id", 1, 8},
    {"/list", "own", "/list", 1, 21},
    {"/list/1", "own", "/list/1", 2, 2},
    {"/list/1/k/what", "own", "/list/1/k/what", 2, 8},
    {"/list/0", "own", "/list/1/k", 2, 8},
    {"/list/0/x", "own", "/list/1/k/x", 2, 8},
    {"/list/0/n", "other", "/a~1/list/1/n", 2, 27},
    {"/list/0/m", "other", "/a~1/list/1/m", 2, 35},
    {"/list/0/m/0", "other", "/a~1/list/1/m/0", 2, 36},
    {"/list/0/m/1", "other", "/a~1/list/1/m/1", 2, 35},
};

static void check_moves(const dti_report *report)
{
    for (size_t i = 0; i < COUNT(moves); i++) {
        check_place(report, i, moves[i].line, moves[i].column);
        ck_assert_str_eq(dti_report_source(report, i), moves[i].source);
        ck_assert_str_eq(dti_report_pointer(report, i), moves[i].moved);
        ck_assert_str_eq(dti_report_arg(report, i, 0), "key");
    }
}

static dti_report *want_moves(const cJSON *joined)
{
    dti_report *report = dti__report_new("own");
    for (size_t i = 0; i < COUNT(moves); i++) {
        add_wanted(report, moves[i].pointer);
    }
    dti__json_find(report, DTI__MSG_MISSING_KEY, joined->child->next->child->child,
                   DTI__ARGS(DTI__TEXT("found at a value")));
    return report;
}

START_TEST(finds_the_text_of_a_value)
{
    cJSON *rest;
    cJSON *tree = join(&rest);
    dti_report *report = want_moves(tree);
    ck_assert(dti__json_locate(tree, texts, 2, report));
    check_moves(report);
    check_place(report, COUNT(moves), 2, 27);
    ck_assert_str_eq(dti_report_pointer(report, COUNT(moves)), "/a~1/list/1/n");
    dti_report_unref(report);
    dti__json_free(tree);
    dti__json_free(rest);
}
END_TEST

static dti_status locate_joined(const dti_allocator *allocator, void *tree)
{
    (void)allocator;
    dti_report *report = want_moves(tree);
    dti_status status = dti__report_result(report, NULL);
    if (status != DTI_E_NOMEM) {
        status = dti__json_locate(tree, texts, 2, report) ? DTI_OK : DTI_E_NOMEM;
    }
    if (status == DTI_OK) {
        check_moves(report);
    }
    dti_report_unref(report);
    return status;
}

START_TEST(survives_without_memory_in_joined_trees)
{
    cJSON *rest;
    cJSON *tree = join(&rest);
    test_nomem(locate_joined, tree);
    dti__json_free(tree);
    dti__json_free(rest);
}
END_TEST

/* A place that cannot be kept is none, rather than a wrong one. */
START_TEST(beyond_the_last_place)
{
    cJSON *tree = parse(own, sizeof own - 1);
    const struct dti__json_text only = {own, sizeof own - 1, NULL, false};
    dti_report *report = dti__report_new(NULL);
    add_wanted(report, "/id");
    dti__json_shift(tree, DTI__NO_PLACE - 3);
    ck_assert_uint_eq(dti__json_place(tree), DTI__NO_PLACE - 3);
    ck_assert_uint_eq(dti__json_place(tree->child), DTI__NO_PLACE);
    dti__json_shift(tree, SIZE_MAX);
    ck_assert_uint_eq(dti__json_place(tree), DTI__NO_PLACE);
    ck_assert(dti__json_locate(tree, &only, 1, report));
    check_place(report, 0, 0, 0);
    ck_assert_str_eq(dti_report_pointer(report, 0), "/id");
    dti_report_unref(report);
    dti__json_free(tree);
}
END_TEST

/* Without memory a finding keeps its pointer and stays without a place; it never gets a wrong one.
 */
static dti_status locate_two(const dti_allocator *allocator, void *tree)
{
    const struct dti__json_text only = {document, sizeof document - 1, NULL, false};
    (void)allocator;
    dti_report *report = dti__report_new(NULL);
    add_wanted(report, "/ab/t\xC3\xAAn/\xC3\xA9");
    add_wanted(report, "/inputs/1");
    dti_status status = dti__report_result(report, NULL);
    if (status != DTI_E_NOMEM) {
        status = dti__json_locate(tree, &only, 1, report) ? DTI_OK : DTI_E_NOMEM;
        check_place(report, 0, status == DTI_OK ? 10 : 0, status == DTI_OK ? 39 : 0);
        check_place(report, 1, status == DTI_OK ? 4 : 0, status == DTI_OK ? 5 : 0);
    }
    dti_report_unref(report);
    return status;
}

START_TEST(survives_without_memory)
{
    cJSON *tree = parse(document, sizeof document - 1);
    test_nomem(locate_two, tree);
    dti__json_free(tree);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("json/locate");
    TCase *found = tcase_create("places");
    tcase_add_loop_test(found, finds_places, 0, (int)COUNT(places));
    tcase_add_test(found, finds_all_places_at_once);
    tcase_add_test(found, leaves_places_that_are_known);
    tcase_add_test(found, finds_every_value_of_random_documents);
    tcase_add_test(found, survives_without_memory);
    tcase_add_test(found, finds_the_text_of_a_value);
    tcase_add_test(found, survives_without_memory_in_joined_trees);
    tcase_add_test(found, beyond_the_last_place);
    suite_add_tcase(suite, found);
    return suite;
}
