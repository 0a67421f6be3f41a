/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Objects read by table: every type of field with what it takes and what it refuses, every fault of
 * an object, its pointer and its words. */
#include "base/suggest.h"
#include "support.h"
#include "json/read.h"
#include "json/tree.h"

#include <dti/base.h>
#include <dti/report.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct dti__json_limits limits = {DTI_LIMIT_BYTES, DTI_LIMIT_DEPTH, DTI_LIMIT_VALUES,
                                               DTI_LIMIT_STRING};

/* An object with a field of every type. */
struct thing {
    const char *text;
    const char *id;
    const char *code;
    struct dti__text2 names;
    struct dti__date date;
    double number;
    double anything;
    double at_least;
    double at_most;
    double negative;
    int64_t integer;
    int64_t whole;
    int64_t points;
    int64_t any_points;
    bool yes;
    int word;
    const cJSON *object;
    const cJSON *array;
    const cJSON *any;
};

static const char *const words[] = {"higher", "lower", "none", NULL};

#define FIELD(key, type, ...)                                                                      \
    {                                                                                              \
#key, DTI__FIELD_##type, 0, offsetof(struct thing, key), __VA_ARGS__                       \
    }

/* clang-format off */
static const struct dti__field fields[] = {
    FIELD(text, TEXT, 0, 0, NULL),
    FIELD(id, ID, 0, 0, NULL),
    FIELD(code, CODE, 0, 0, NULL),
    FIELD(names, NAMES, 0, 0, NULL),
    FIELD(date, DATE, 0, 0, NULL),
    FIELD(number, NUMBER, 0, 100, NULL),
    FIELD(anything, NUMBER, 0, 0, NULL),
    FIELD(at_least, NUMBER, 0, HUGE_VAL, NULL),
    FIELD(at_most, NUMBER, -HUGE_VAL, 1, NULL),
    FIELD(negative, NUMBER, -10, 0, NULL),
    FIELD(integer, INTEGER, 2000, 2100, NULL),
    FIELD(whole, INTEGER, 0, 0, NULL),
    FIELD(points, POINTS, 0, DTI_MAX_TOTAL_POINTS, NULL),
    FIELD(any_points, POINTS, 0, 0, NULL),
    FIELD(yes, BOOL, 0, 0, NULL),
    FIELD(word, WORD, 0, 0, words),
    FIELD(object, OBJECT, 0, 0, NULL),
    FIELD(array, ARRAY, 2, 0, NULL),
    FIELD(any, ANY, 0, 0, NULL),
};
/* clang-format on */

struct world {
    cJSON *tree;
    struct dti__arena arena;
    struct dti__reader reader;
};

static struct world world;

static void enter(const char *text)
{
    ck_assert_msg(dti__json_parse(text, strlen(text), &limits, NULL, &world.tree) == DTI_OK, "%s",
                  text);
    dti__arena_init(&world.arena, &dti__malloc_allocator);
    world.reader = (struct dti__reader){&world.arena, dti__report_new(NULL), false};
}

static void leave(void)
{
    dti__json_free(world.tree);
    dti__arena_release(&world.arena);
    dti_report_unref(world.reader.report);
}

/* ---- One finding ---- */

struct fault {
    const char *text;
    enum dti__msg message;
    const char *pointer;
    const char *args[3];
};

static void check_finding(size_t index, const struct fault *fault)
{
    const dti_report *report = world.reader.report;
    char rendered[512];
    dti_report_format(report, index, DTI_LANG_EN, rendered, sizeof rendered);
    ck_assert_msg(strcmp(dti_report_id(report, index), dti__message_id(fault->message)) == 0,
                  "%s gives %s", fault->text, rendered);
    ck_assert_str_eq(dti_report_pointer(report, index), fault->pointer);
    for (size_t i = 0; i < COUNT(fault->args) && fault->args[i] != NULL; i++) {
        ck_assert_str_eq(dti_report_arg(report, index, i), fault->args[i]);
    }
}

/* clang-format off */
static const struct fault faults[] = {
    {"[]", DTI__MSG_WRONG_TYPE, "", {"JSON"}},
    {"null", DTI__MSG_WRONG_TYPE, "", {"JSON"}},
    /* Keys. */
    {"{\"colour\": 1}", DTI__MSG_UNKNOWN_KEY, "/colour", {"colour"}},
    {"{\"\": 1}", DTI__MSG_UNKNOWN_KEY, "/", {""}},
    {"{\"a/b~c\": 1}", DTI__MSG_UNKNOWN_KEY, "/a~1b~0c", {"a/b~c"}},
    {"{\"X-a\": 1}", DTI__MSG_UNKNOWN_KEY, "/X-a", {"X-a"}},
    {"{\"nmaes\": 1}", DTI__MSG_UNKNOWN_KEY_NEAR, "/nmaes", {"nmaes", "names"}},
    {"{\"Text\": 1}", DTI__MSG_UNKNOWN_KEY_NEAR, "/Text", {"Text", "text"}},
    {"{\"anyPoints\": 1}", DTI__MSG_UNKNOWN_KEY_NEAR, "/anyPoints", {"anyPoints", "any_points"}},
    {"{\"datum\": 1}", DTI__MSG_UNKNOWN_KEY_NEAR, "/datum", {"datum", "date"}},
    {"{\"if\": 1}", DTI__MSG_UNKNOWN_KEY_NEAR, "/if", {"if", "id"}},
    {"{\"xy\": 1}", DTI__MSG_UNKNOWN_KEY, "/xy", {"xy"}},
    /* Texts. */
    {"{\"text\": 1}", DTI__MSG_WRONG_TYPE, "/text", {"text"}},
    {"{\"text\": \"\"}", DTI__MSG_EMPTY_TEXT, "/text", {"text"}},
    {"{\"text\": null}", DTI__MSG_WRONG_TYPE, "/text", {"text"}},
    {"{\"id\": 1}", DTI__MSG_WRONG_TYPE, "/id", {"id"}},
    {"{\"id\": \"So N\xE1\xBB\x99i\"}", DTI__MSG_NOT_ID, "/id", {"So N\xE1\xBB\x99i"}},
    {"{\"id\": \"\"}", DTI__MSG_NOT_ID, "/id", {""}},
    {"{\"code\": 1.10}", DTI__MSG_WRONG_TYPE, "/code", {"code"}},
    {"{\"code\": \"1..2\"}", DTI__MSG_NOT_CODE, "/code", {"1..2"}},
    {"{\"date\": 2023}", DTI__MSG_WRONG_TYPE, "/date", {"date"}},
    {"{\"date\": \"2023-02-29\"}", DTI__MSG_NOT_DATE, "/date", {"2023-02-29"}},
    {"{\"date\": \"30/01/2023\"}", DTI__MSG_NOT_DATE, "/date", {"30/01/2023"}},
    {"{\"names\": \"x\"}", DTI__MSG_WRONG_TYPE, "/names", {"names"}},
    {"{\"names\": {}}", DTI__MSG_MISSING_KEY, "/names", {"vi"}},
    {"{\"names\": {\"en\": \"e\"}}", DTI__MSG_MISSING_KEY, "/names", {"vi"}},
    {"{\"names\": {\"vi\": \"\"}}", DTI__MSG_EMPTY_TEXT, "/names/vi", {"vi"}},
    {"{\"names\": {\"vi\": \"v\", \"en\": \"\"}}", DTI__MSG_EMPTY_TEXT, "/names/en", {"en"}},
    {"{\"names\": {\"vi\": \"v\", \"en\": 1}}", DTI__MSG_WRONG_TYPE, "/names/en", {"en"}},
    {"{\"names\": {\"vi\": \"v\", \"fr\": \"f\"}}", DTI__MSG_UNKNOWN_KEY, "/names/fr", {"fr"}},
    {"{\"word\": 1}", DTI__MSG_WRONG_TYPE, "/word", {"word"}},
    {"{\"word\": \"Higher\"}", DTI__MSG_UNKNOWN_WORD, "/word", {"Higher", "higher, lower, none"}},
    {"{\"word\": \"\"}", DTI__MSG_UNKNOWN_WORD, "/word", {"", "higher, lower, none"}},
    /* Numbers. */
    {"{\"number\": \"1\"}", DTI__MSG_WRONG_TYPE, "/number", {"number"}},
    {"{\"number\": true}", DTI__MSG_WRONG_TYPE, "/number", {"number"}},
    {"{\"number\": 100.5}", DTI__MSG_OUT_OF_RANGE, "/number", {"100.5", "0", "100"}},
    {"{\"number\": -0.25}", DTI__MSG_OUT_OF_RANGE, "/number", {"-0.25", "0", "100"}},
    {"{\"at_least\": -1}", DTI__MSG_BELOW, "/at_least", {"-1", "0"}},
    {"{\"at_most\": 1.5}", DTI__MSG_ABOVE, "/at_most", {"1.5", "1"}},
    {"{\"negative\": 1}", DTI__MSG_OUT_OF_RANGE, "/negative", {"1", "-10", "0"}},
    {"{\"integer\": \"2022\"}", DTI__MSG_WRONG_TYPE, "/integer", {"integer"}},
    {"{\"integer\": 1999}", DTI__MSG_OUT_OF_RANGE, "/integer", {"1999", "2000", "2100"}},
    {"{\"integer\": 2100.5}", DTI__MSG_OUT_OF_RANGE, "/integer", {"2100.5", "2000", "2100"}},
    {"{\"integer\": 2022.5}", DTI__MSG_NOT_WHOLE, "/integer", {"2022.5"}},
    {"{\"whole\": -0.5}", DTI__MSG_NOT_WHOLE, "/whole", {"-0.5"}},
    {"{\"whole\": 9007199254740992}", DTI__MSG_OUT_OF_RANGE, "/whole",
     {"9007199254740992", "-9007199254740991", "9007199254740991"}},
    {"{\"whole\": -9007199254740993}", DTI__MSG_OUT_OF_RANGE, "/whole", {"-9007199254740992"}},
    {"{\"points\": []}", DTI__MSG_WRONG_TYPE, "/points", {"points"}},
    {"{\"points\": -1}", DTI__MSG_OUT_OF_RANGE, "/points", {"-1", "0", "1000000"}},
    {"{\"points\": 1000000.5}", DTI__MSG_OUT_OF_RANGE, "/points", {"1000000.5", "0", "1000000"}},
    {"{\"points\": 0.1234567891}", DTI__MSG_TOO_PRECISE, "/points", {"0.1234567891", "9"}},
    {"{\"any_points\": 1e10}", DTI__MSG_OUT_OF_RANGE, "/any_points",
     {"10000000000", "-9223372036", "9223372036"}},
    {"{\"any_points\": -1e300}", DTI__MSG_OUT_OF_RANGE, "/any_points", {NULL}},
    /* The rest. */
    {"{\"yes\": 1}", DTI__MSG_WRONG_TYPE, "/yes", {"yes"}},
    {"{\"yes\": \"true\"}", DTI__MSG_WRONG_TYPE, "/yes", {"yes"}},
    {"{\"object\": []}", DTI__MSG_WRONG_TYPE, "/object", {"object"}},
    {"{\"array\": {}}", DTI__MSG_WRONG_TYPE, "/array", {"array"}},
    {"{\"array\": []}", DTI__MSG_TOO_FEW, "/array", {"0", "2"}},
    {"{\"array\": [1]}", DTI__MSG_TOO_FEW, "/array", {"1", "2"}},
};
/* clang-format on */

START_TEST(reports_a_fault)
{
    /* A refused value leaves its place in the struct alone. */
    struct thing before;
    struct thing thing;
    memset(&before, 0x5a, sizeof before);
    memset(&thing, 0x5a, sizeof thing);
    enter(faults[_i].text);
    ck_assert(!dti__read_object(&world.reader, world.tree, NULL, fields, COUNT(fields), &thing));
    ck_assert_uint_eq(dti_report_count(world.reader.report), 1);
    check_finding(0, &faults[_i]);
    ck_assert(!world.reader.out_of_memory);
    if (strncmp(faults[_i].pointer, "/names", 6) != 0) {
        ck_assert_mem_eq(&before, &thing, sizeof thing);
    }
    leave();
}
END_TEST

/* ---- The words of a wrong type ---- */

static const struct {
    const char *text;
    const char *name;
    enum dti__msg found;
    enum dti__msg expected;
} wrong_types[] = {
    {"{\"code\": 1.10}", "code", DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_CODE},
    {"{\"names\": \"x\"}", "names", DTI__MSG_TERM_STRING, DTI__MSG_TERM_TEXTS},
    {"{\"integer\": null}", "integer", DTI__MSG_TERM_NULL, DTI__MSG_TERM_WHOLE_NUMBER},
    {"{\"number\": {}}", "number", DTI__MSG_TERM_OBJECT, DTI__MSG_TERM_NUMBER},
    {"{\"points\": \"1\"}", "points", DTI__MSG_TERM_STRING, DTI__MSG_TERM_NUMBER},
    {"{\"yes\": []}", "yes", DTI__MSG_TERM_ARRAY, DTI__MSG_TERM_BOOLEAN},
    {"{\"text\": false}", "text", DTI__MSG_TERM_BOOLEAN, DTI__MSG_TERM_TEXT},
    {"{\"date\": 1}", "date", DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_DATE},
    {"{\"id\": true}", "id", DTI__MSG_TERM_BOOLEAN, DTI__MSG_TERM_ID},
    {"{\"word\": 1}", "word", DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_STRING},
    {"{\"object\": 1}", "object", DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_OBJECT},
    {"{\"array\": 1}", "array", DTI__MSG_TERM_NUMBER, DTI__MSG_TERM_ARRAY},
    {"true", "JSON", DTI__MSG_TERM_BOOLEAN, DTI__MSG_TERM_OBJECT},
};

static void check_term(size_t argument, enum dti__msg expected)
{
    char term[128];
    dti__message_format(expected, DTI_LANG_EN, NULL, 0, term, sizeof term);
    ck_assert_str_eq(dti_report_arg(world.reader.report, 0, argument), term);
}

START_TEST(says_what_was_found_and_expected)
{
    struct thing thing;
    enter(wrong_types[_i].text);
    ck_assert(!dti__read_object(&world.reader, world.tree, NULL, fields, COUNT(fields), &thing));
    ck_assert_str_eq(dti_report_arg(world.reader.report, 0, 0), wrong_types[_i].name);
    check_term(1, wrong_types[_i].found);
    check_term(2, wrong_types[_i].expected);
    leave();
}
END_TEST

/* ---- What is good ---- */

START_TEST(reads_every_type)
{
    struct thing thing;
    memset(&thing, 0, sizeof thing);
    enter("{\"text\": \"Qu\xE1\xBA\xA3ng Nam\", \"id\": \"gso:49\", \"code\": \"6.12\","
          " \"names\": {\"vi\": \"v\", \"en\": \"e\", \"x-fr\": \"f\"}, \"date\": \"2024-02-29\","
          " \"number\": 51.16, \"anything\": -1e300, \"at_least\": 0, \"at_most\": -1e9,"
          " \"integer\": 2022, \"whole\": -9007199254740991, \"points\": 16.390000001,"
          " \"any_points\": -0.5, \"yes\": true, \"word\": \"lower\", \"object\": {\"a\": 1},"
          " \"array\": [1, 2], \"any\": null, \"x-mine\": [{}]}");
    ck_assert(dti__read_object(&world.reader, world.tree, NULL, fields, COUNT(fields), &thing));
    ck_assert_uint_eq(dti_report_count(world.reader.report), 0);
    ck_assert_str_eq(thing.text, "Qu\xE1\xBA\xA3ng Nam");
    ck_assert_str_eq(thing.id, "gso:49");
    ck_assert_str_eq(thing.code, "6.12");
    ck_assert_str_eq(thing.names.vi, "v");
    ck_assert_str_eq(thing.names.en, "e");
    ck_assert_int_eq(thing.date.year, 2024);
    ck_assert_int_eq(thing.date.month, 2);
    ck_assert_int_eq(thing.date.day, 29);
    ck_assert_double_eq(thing.number, 51.16);
    ck_assert_double_eq(thing.anything, -1e300);
    ck_assert_double_eq(thing.at_least, 0);
    ck_assert_double_eq(thing.at_most, -1e9);
    ck_assert_int_eq(thing.integer, 2022);
    ck_assert_int_eq(thing.whole, -INT64_C(9007199254740991));
    ck_assert_int_eq(thing.points, INT64_C(16390000001));
    ck_assert_int_eq(thing.any_points, -500000000);
    ck_assert(thing.yes);
    ck_assert_int_eq(thing.word, 1);
    ck_assert_str_eq(thing.object->child->string, "a");
    ck_assert_uint_eq(dti__json_size(thing.array), 2);
    ck_assert_int_eq(thing.any->type & 0xFF, cJSON_NULL);
    /* Texts are copies: they outlive the tree. */
    dti__json_free(world.tree);
    world.tree = NULL;
    ck_assert_str_eq(thing.id, "gso:49");
    leave();
}
END_TEST

static const char *const edges[] = {
    "{\"number\": 0}",
    "{\"number\": 100}",
    "{\"number\": -0}",
    "{\"at_least\": 1e300}",
    "{\"at_most\": 1}",
    "{\"integer\": 2000}",
    "{\"integer\": 2100}",
    "{\"integer\": 2.022e3}",
    "{\"whole\": 9007199254740991}",
    "{\"whole\": 0}",
    "{\"points\": 1000000}",
    "{\"points\": 0.000000001}",
    "{\"any_points\": 9.2e9}",
    "{\"array\": [[], {}]}",
    "{\"names\": {\"vi\": \"v\"}}",
    "{\"yes\": false}",
    "{\"word\": \"none\"}",
    "{\"any\": {\"b\": [\"\"]}}",
    "{\"object\": {}}",
    "{\"text\": \" \"}",
    "{\"x-\": 1}",
    "{}",
};

START_TEST(accepts_edges)
{
    struct thing thing;
    enter(edges[_i]);
    ck_assert_msg(dti__read_object(&world.reader, world.tree, NULL, fields, COUNT(fields), &thing),
                  "%s", edges[_i]);
    ck_assert_uint_eq(dti_report_count(world.reader.report), 0);
    leave();
}
END_TEST

START_TEST(reads_every_word)
{
    static const struct dti__field field = {.type = DTI__FIELD_WORD, .words = words};
    int word = -1;
    enter("[\"higher\", \"lower\", \"none\"]");
    const cJSON *item = world.tree->child;
    for (int i = 0; i < 3; i++, item = item->next) {
        ck_assert(dti__read_value(&world.reader, item, NULL, &field, &word));
        ck_assert_int_eq(word, i);
    }
    leave();
}
END_TEST

START_TEST(keeps_defaults_of_what_is_absent)
{
    struct thing thing = {.number = 7, .word = 2, .yes = true};
    enter("{\"integer\": 2001}");
    ck_assert(dti__read_object(&world.reader, world.tree, NULL, fields, COUNT(fields), &thing));
    ck_assert_double_eq(thing.number, 7);
    ck_assert_int_eq(thing.word, 2);
    ck_assert(thing.yes);
    ck_assert_int_eq(thing.integer, 2001);
    ck_assert_ptr_null(thing.text);
    leave();
}
END_TEST

/* ---- All faults of an object ---- */

START_TEST(reports_every_fault)
{
    static const struct dti__field required[] = {
        {"id", DTI__FIELD_ID, DTI__REQUIRED, offsetof(struct thing, id), 0, 0, NULL},
        {"names", DTI__FIELD_NAMES, DTI__REQUIRED, offsetof(struct thing, names), 0, 0, NULL},
        {"number", DTI__FIELD_NUMBER, 0, offsetof(struct thing, number), 0, 1, NULL},
        {"yes", DTI__FIELD_BOOL, DTI__REQUIRED, offsetof(struct thing, yes), 0, 0, NULL},
        {"word", DTI__FIELD_WORD, 0, offsetof(struct thing, word), 0, 0, words},
    };
    static const struct fault expected[] = {
        {"", DTI__MSG_OUT_OF_RANGE, "/in~1puts/3/number", {"2", "0", "1"}},
        {"", DTI__MSG_EMPTY_TEXT, "/in~1puts/3/names/vi", {"vi"}},
        {"", DTI__MSG_UNKNOWN_KEY, "/in~1puts/3/names/de", {"de"}},
        {"", DTI__MSG_UNKNOWN_KEY_NEAR, "/in~1puts/3/numbr", {"numbr", "number"}},
        {"", DTI__MSG_MISSING_KEY, "/in~1puts/3", {"id"}},
        {"", DTI__MSG_MISSING_KEY, "/in~1puts/3", {"yes"}},
    };
    const struct dti__path list = {.up = NULL, .key = "in/puts"};
    const struct dti__path item = {.up = &list, .index = 3};
    struct thing thing = {.word = -1};
    enter("{\"number\": 2, \"names\": {\"vi\": \"\", \"en\": \"e\", \"de\": \"d\"}, \"numbr\": 1,"
          " \"word\": \"lower\"}");
    ck_assert(
        !dti__read_object(&world.reader, world.tree, &item, required, COUNT(required), &thing));
    ck_assert_uint_eq(dti_report_count(world.reader.report), COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++) {
        check_finding(i, &expected[i]);
    }
    /* The good ones are read all the same. */
    ck_assert_int_eq(thing.word, 1);
    ck_assert_str_eq(thing.names.en, "e");
    leave();
}
END_TEST

/* ---- Values outside objects ---- */

START_TEST(reads_items_of_arrays)
{
    static const struct dti__field field = {.type = DTI__FIELD_CODE};
    static const struct fault expected = {"", DTI__MSG_WRONG_TYPE, "/codes/12/0", {"codes[12][0]"}};
    const struct dti__path list = {.key = "codes"};
    const struct dti__path inner = {.up = &list, .index = 12};
    const struct dti__path item = {.up = &inner, .index = 0};
    const char *code = NULL;
    enter("[\"1.10\", 1.10]");
    ck_assert(dti__read_value(&world.reader, world.tree->child, &item, &field, &code));
    ck_assert_str_eq(code, "1.10");
    ck_assert(!dti__read_value(&world.reader, world.tree->child->next, &item, &field, &code));
    ck_assert_str_eq(code, "1.10");
    check_finding(0, &expected);
    leave();
}
END_TEST

START_TEST(names_a_top_item)
{
    static const struct dti__field field = {.type = DTI__FIELD_NUMBER};
    static const struct fault expected = {"", DTI__MSG_WRONG_TYPE, "/7", {"JSON[7]"}};
    const struct dti__path item = {.index = 7};
    double number = 0;
    enter("\"x\"");
    ck_assert(!dti__read_value(&world.reader, world.tree, &item, &field, &number));
    check_finding(0, &expected);
    leave();
}
END_TEST

START_TEST(writes_paths)
{
    const struct dti__path top = {.key = "a~/b"};
    const struct dti__path item = {.up = &top, .index = 1203};
    const struct dti__path leaf = {.up = &item, .key = ""};
    enter("1");
    ck_assert_str_eq(dti__path_text(&world.reader, NULL), "");
    ck_assert_str_eq(dti__path_text(&world.reader, &top), "/a~0~1b");
    ck_assert_str_eq(dti__path_text(&world.reader, &item), "/a~0~1b/1203");
    ck_assert_str_eq(dti__path_text(&world.reader, &leaf), "/a~0~1b/1203/");
    leave();
}
END_TEST

START_TEST(counts_items)
{
    enter("{\"a\": [1, 2, 3], \"b\": {}}");
    ck_assert_uint_eq(dti__json_size(NULL), 0);
    ck_assert_uint_eq(dti__json_size(world.tree), 2);
    ck_assert_uint_eq(dti__json_size(world.tree->child), 3);
    ck_assert_uint_eq(dti__json_size(world.tree->child->next), 0);
    leave();
}
END_TEST

/* ---- Suggestions ---- */

static const struct {
    const char *word;
    const char *known;
    bool is_near;
    size_t distance;
} distances[] = {
    {"names", "names", true, 0},
    {"name", "names", true, 1},
    {"namess", "names", true, 1},
    {"nqmes", "names", true, 1},
    {"nmaes", "names", true, 1},
    {"anmes", "names", true, 1},
    {"SIZE", "size", true, 0},
    {"Names", "names", true, 0},
    {"nm", "names", false, 0},
    {"direction", "dirction", true, 1},
    {"drietcion", "direction", true, 2},
    {"max-points", "max_points", true, 1},
    {"maxPoint", "max_points", true, 2},
    {"maximum", "max_points", false, 0},
    {"on", "id", false, 0},
    {"ids", "id", true, 1},
    {"i", "id", false, 0},
    {"", "id", false, 0},
    {"abcd", "cdab", false, 0},
    {"ca", "abc", false, 0},
};

START_TEST(measures_distances)
{
    struct dti__suggestion best = {0};
    dti__suggest(&best, distances[_i].word, distances[_i].known);
    ck_assert_msg((best.word != NULL) == distances[_i].is_near, "'%s' and '%s'", distances[_i].word,
                  distances[_i].known);
    if (distances[_i].is_near) {
        ck_assert_uint_eq(best.distance, distances[_i].distance);
    }
}
END_TEST

START_TEST(suggests_the_nearest)
{
    char long_word[100];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    struct dti__suggestion best = {0};
    dti__suggest(&best, "titel", "tiers");
    dti__suggest(&best, "titel", "title");
    dti__suggest(&best, "titel", "titles");
    ck_assert_str_eq(best.word, "title");
    /* Of two that are as near, the first. */
    best = (struct dti__suggestion){0};
    dti__suggest(&best, "nate", "date");
    dti__suggest(&best, "nate", "name");
    ck_assert_str_eq(best.word, "date");
    best = (struct dti__suggestion){0};
    dti__suggest(&best, long_word, long_word);
    ck_assert_ptr_null(best.word);
    /* 64 letters are looked at, 65 are not. */
    long_word[64] = '\0';
    dti__suggest(&best, long_word, long_word);
    ck_assert_ptr_nonnull(best.word);
    best = (struct dti__suggestion){0};
    long_word[64] = 'a';
    long_word[65] = '\0';
    dti__suggest(&best, long_word, long_word + 1);
    ck_assert_ptr_null(best.word);
}
END_TEST

/* ---- Memory ---- */

static dti_status read_job(const dti_allocator *allocator, void *context)
{
    struct thing thing = {0};
    struct dti__arena arena;
    dti__arena_init(&arena, allocator == NULL ? &dti__malloc_allocator : allocator);
    struct dti__reader reader = {&arena, dti__report_new(NULL), false};
    if (reader.report == NULL) {
        return DTI_E_NOMEM;
    }
    const bool is_good = dti__read_object(&reader, context, NULL, fields, COUNT(fields), &thing);
    ck_assert(is_good || reader.out_of_memory || dti_report_count(reader.report) > 0 ||
              dti__report_result(reader.report, NULL) == DTI_E_NOMEM);
    const dti_status told = dti__report_result(reader.report, NULL);
    dti_report_unref(reader.report);
    dti__arena_release(&arena);
    return reader.out_of_memory || told == DTI_E_NOMEM ? DTI_E_NOMEM : DTI_OK;
}

START_TEST(survives_without_memory)
{
    enter("{\"text\": \"a\", \"id\": \"b\", \"names\": {\"vi\": \"v\", \"en\": \"e\"}}");
    test_nomem(read_job, world.tree);
    leave();
    enter("{\"text\": \"\", \"names\": 1, \"word\": \"x\", \"nmber\": 1, \"number\": 101}");
    test_nomem(read_job, world.tree);
    leave();
}
END_TEST

static dti_status path_job(const dti_allocator *allocator, void *context)
{
    const struct dti__path path = {.key = context};
    struct dti__arena arena;
    dti__arena_init(&arena, allocator == NULL ? &dti__malloc_allocator : allocator);
    struct dti__reader reader = {&arena, NULL, false};
    const char *text = dti__path_text(&reader, &path);
    ck_assert_int_eq(text == NULL, reader.out_of_memory);
    dti__arena_release(&arena);
    return text == NULL ? DTI_E_NOMEM : DTI_OK;
}

START_TEST(writes_paths_without_memory)
{
    char key[] = "key";
    test_nomem(path_job, key);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("json/read");
    TCase *found = tcase_create("faults");
    tcase_add_loop_test(found, reports_a_fault, 0, (int)COUNT(faults));
    tcase_add_loop_test(found, says_what_was_found_and_expected, 0, (int)COUNT(wrong_types));
    tcase_add_test(found, reports_every_fault);
    suite_add_tcase(suite, found);
    TCase *good = tcase_create("good");
    tcase_add_test(good, reads_every_type);
    tcase_add_loop_test(good, accepts_edges, 0, (int)COUNT(edges));
    tcase_add_test(good, reads_every_word);
    tcase_add_test(good, keeps_defaults_of_what_is_absent);
    suite_add_tcase(suite, good);
    TCase *single = tcase_create("single values");
    tcase_add_test(single, reads_items_of_arrays);
    tcase_add_test(single, names_a_top_item);
    tcase_add_test(single, writes_paths);
    tcase_add_test(single, counts_items);
    suite_add_tcase(suite, single);
    TCase *suggested = tcase_create("suggestions");
    tcase_add_loop_test(suggested, measures_distances, 0, (int)COUNT(distances));
    tcase_add_test(suggested, suggests_the_nearest);
    suite_add_tcase(suite, suggested);
    TCase *memory = tcase_create("memory");
    tcase_add_test(memory, survives_without_memory);
    tcase_add_test(memory, writes_paths_without_memory);
    suite_add_tcase(suite, memory);
    return suite;
}
