/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What an overlay comes to is what its base would be if it were written out with the changes: equal
 * digests say so, since they cover content and order. And what holds overlays of overlays together:
 * limits, memory, places. */
#include "random.h"

#include <stdint.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Texts, in which ' stands for " ---- */

static char *quoted(const char *text)
{
    char *copy = strdup(text);
    ck_assert_ptr_nonnull(copy);
    for (char *at = strchr(copy, '\''); at != NULL; at = strchr(at, '\'')) {
        *at = '"';
    }
    return copy;
}

/* With the one occurrence of `from` replaced; frees the text. */
static char *changed(char *text, const char *from, const char *to)
{
    char *old = quoted(from);
    char *new = quoted(to);
    char *at = strstr(text, old);
    ck_assert_msg(at != NULL, "no %s", old);
    ck_assert_msg(strstr(at + 1, old) == NULL, "two %s", old);
    const size_t size = strlen(text) + strlen(new) + 1;
    char *out = malloc(size);
    ck_assert_ptr_nonnull(out);
    snprintf(out, size, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    free(old);
    free(new);
    free(text);
    return out;
}

#define ASSUMED "{'kind': 'assumed'}"
#define PARTS                                                                                      \
    "'provenance': {'code': " ASSUMED ", 'name': " ASSUMED ", 'max_points': " ASSUMED              \
    ", 'rule': " ASSUMED "}"
#define HEAD "'id': 'local', 'version': '1', 'titles': {'vi': 'Địa phương'}"
#define NAME "'names': {'vi': 'Tên'}"
#define COUNT(id)                                                                                  \
    "{'id': '" id "', " NAME ", 'kind': 'count', 'unit': 'u', 'origin': {'kind': 'agency'}"
#define RULE(input)                                                                                \
    "'rule': {'kind': 'count', 'quantity': {'input': '" input "'}, 'share_per_item': 0.1}, " PARTS

static const char base_text[] =
    "{'format': 'dti-framework/1', 'id': 'base', 'version': '1', 'titles': {'vi': 'Gốc'},\n"
    "'level': 'province', 'years': {'from': 2021, 'to': 2023}, 'x-kept': 1,\n"
    "'rounding': {'points_digits': 2, 'value_digits': 4, 'mode': 'half-up'},\n"
    "'legal': [{'id': 'l1', 'issuer': {'vi': 'Bộ'}, 'titles': {'vi': 'TT 1'}, 'number': '1'}],\n"
    "'sources': [{'id': 's1', 'titles': {'vi': 'Kế hoạch'}}],\n"
    "'numberings': [{'id': 'b', 'names': {'vi': 'B'}}, {'id': 'a', 'names': {'vi': 'A'}, "
    "'default': "
    "true}],\n"
    "'units': [{'id': 'u', 'names': {'vi': 'Cái'}}, {'id': 'v', 'names': {'vi': 'Con'}}],\n"
    "'states': {'missing': {'points': 'open', 'maximum': 'kept'}},\n"
    "'inputs': [" COUNT("i1") "},\n" COUNT("i2") ", 'range': {'high': 9}, 'code': '0.2'},\n" COUNT(
        "i3") "},\n"
              "{'id': 'i4', " NAME ", 'kind': 'text', 'origin': {'kind': 'none'}}],\n"
              "'constraints': [{'id': 'c1', 'kind': 'at-most', 'left': ['i1'], 'right': ['i2']}],\n"
              "'indicators': [\n"
              "{'codes': {'a': '1', 'b': '9'}, " NAME
              ", 'max_points': 30, 'provenance': {'code': " ASSUMED ", 'name': " ASSUMED
              "}, 'children': [\n"
              "{'codes': {'a': '1.1'}, " NAME ", 'provenance': {'code': " ASSUMED
              ", 'name': " ASSUMED "}, 'children': [\n"
              "{'codes': {'a': '1.1.1', 'b': '9.1'}, " NAME ", 'max_points': 10, " RULE(
                  "i1") ", 'note': {'vi': 'Ghi'}},\n"
                        "{'codes': {'a': '1.1.2'}, " NAME ", 'max_points': 5, " RULE(
                            "i2") "}]},\n"
                                  "{'codes': {'a': '1.2'}, " NAME ", 'max_points': 15, " RULE(
                                      "i3") "}]},\n"
                                            "{'codes': {'a': '2'}, " NAME
                                            ", 'max_points': 20, 'rule': {'kind': 'given'}, " PARTS
                                            "}],\n"
                                            "'indices': [{'code': 't', " NAME
                                            ", 'sum': ['1', '2'], 'overall': true, "
                                            "'provenance': " ASSUMED "}],\n"
                                            "'bands': [{'id': 'good', " NAME
                                            ", 'value_at_least': 0.5}, {'id': 'low', " NAME
                                            ", 'value_at_least': 0}]}\n";

/* ---- Frameworks ---- */

static dti_status parse(const char *text, const dti_framework *base, const char *name,
                        dti_framework **out, dti_error **error)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    options.base = base;
    options.source_name = name;
    char *exact = test_exact(text, strlen(text));
    const dti_status status = dti_framework_parse(exact, strlen(text), &options, out, error);
    free(exact);
    return status;
}

static dti_framework *must_parse(char *text, const dti_framework *base, const char *name)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(parse(text, base, name, &framework, &error), &error);
    free(text);
    return framework;
}

static dti_framework *make_base(void)
{
    return must_parse(quoted(base_text), NULL, "base.json");
}

/* An overlay that is called as told and says `body`. */
static char *overlay_text(const dti_framework *base, const char *head, const char *body)
{
    char extends[256];
    struct random_text text = {0};
    snprintf(extends, sizeof extends, "{'id': '%s', 'version': '%s', 'digest': '%s'}",
             dti_framework_id(base), dti_framework_version(base), dti_framework_digest(base));
    random_put(&text, "{'format': 'dti-framework/1', 'extends': %s, %s", extends, head);
    for (const char *at = body, *end; at != NULL && *at != '\0'; at = end) { /* in pieces */
        end = strlen(at) > 1000 ? at + 1000 : at + strlen(at);
        random_put(&text, "%s%.*s", at == body ? ",\n" : "", (int)(end - at), at);
    }
    random_put(&text, "}");
    char *out = quoted(text.bytes);
    free(text.bytes);
    return out;
}

static dti_framework *overlay(const dti_framework *base, const char *head, const char *body)
{
    return must_parse(overlay_text(base, head, body), base, "local.json");
}

/* ---- Merging ---- */

struct change {
    const char *from;
    const char *to;
};

/* What an overlay says, and the same said in the text of the base. */
static const struct {
    const char *body;
    struct change changes[4];
} merges[] = {
    {"", {{0}}},
    {"'x-mine': [1]", {{0}}},
    /* Objects as a whole */
    {"'years': {'from': 2024, 'to': 2024}",
     {{"{'from': 2021, 'to': 2023}", "{'from': 2024, 'to': 2024}"}}},
    {"'states': {'rejected': {'points': 'zero', 'maximum': 'excluded'}}",
     {{"{'missing': {'points': 'open', 'maximum': 'kept'}}",
       "{'rejected': {'points': 'zero', 'maximum': 'excluded'}}"}}},
    {"'level': 'district'", {{"'province'", "'district'"}}},
    {"'level': null, 'bands': null",
     {{"'level': 'province', ", ""},
      {",\n'bands': [{'id': 'good', " NAME ", 'value_at_least': 0.5}, {'id': 'low', " NAME
       ", 'value_at_least': 0}]",
       ""}}},
    /* A list that the base has not */
    {"'terms': [{'id': 'k', " NAME "}]", {{"'x-kept': 1", "'terms': [{'id': 'k', " NAME "}]"}}},
    /* Items: changed in place, added at the end, taken away */
    {"'units': [{'id': 'u', 'divisor': 10}]", {{"{'vi': 'Cái'}", "{'vi': 'Cái'}, 'divisor': 10"}}},
    {"'units': [{'id': 'w', " NAME "}, {'id': 'v', 'remove': true}, {'id': 'z', " NAME "}]",
     {{"{'id': 'v', 'names': {'vi': 'Con'}}", "{'id': 'w', " NAME "}, {'id': 'z', " NAME "}"}}},
    {"'legal': [{'id': 'l1', 'number': '2', 'date': '2022-01-01'}]",
     {{"'number': '1'", "'number': '2', 'date': '2022-01-01'"}}},
    {"'legal': [{'id': 'l1', 'number': null}]", {{", 'number': '1'", ""}}},
    {"'sources': [{'id': 's2', 'titles': {'vi': 'Mới'}}]",
     {{"{'vi': 'Kế hoạch'}}", "{'vi': 'Kế hoạch'}}, {'id': 's2', 'titles': {'vi': 'Mới'}}"}}},
    {"'inputs': [{'id': 'i2', 'range': {'low': 1}, 'names': {'vi': 'Hai', 'en': 'Two'}}]",
     {{COUNT("i2") ", 'range': {'high': 9}",
       "{'id': 'i2', 'names': {'vi': 'Hai', 'en': 'Two'}, 'kind': 'count', 'unit': 'u', 'origin': "
       "{'kind': 'agency'}, 'range': {'low': 1}"}}},
    {"'inputs': [{'id': 'i2', 'range': null, 'code': null}]",
     {{", 'range': {'high': 9}, 'code': '0.2'", ""}}},
    {"'inputs': [{'id': 'i4', 'remove': true}, " COUNT("i0") "}]",
     {{"{'id': 'i4', " NAME ", 'kind': 'text', 'origin': {'kind': 'none'}}", COUNT("i0") "}"}}},
    {"'inputs': [{'id': 'i4', 'kind': 'yes-no', 'x-why': 1}]",
     {{"'kind': 'text'", "'kind': 'yes-no'"}}},
    {"'constraints': [{'id': 'c2', 'kind': 'equal', 'left': ['i1'], 'right': ['i3']}, {'id': 'c1', "
     "'kind': 'equal'}]",
     {{"'kind': 'at-most', 'left': ['i1'], 'right': ['i2']}",
       "'kind': 'equal', 'left': ['i1'], 'right': ['i2']}, {'id': 'c2', 'kind': 'equal', 'left': "
       "['i1'], 'right': ['i3']}"}}},
    {"'constraints': [{'id': 'c1', 'remove': true}]",
     {{"{'id': 'c1', 'kind': 'at-most', 'left': ['i1'], 'right': ['i2']}", ""}}},
    {"'numberings': [{'id': 'b', 'names': {'vi': 'BB'}}]", {{"{'vi': 'B'}", "{'vi': 'BB'}"}}},
    {"'bands': [{'id': 'good', 'value_at_least': 0.6}, {'id': 'low', 'remove': true}]",
     {{"'value_at_least': 0.5}, {'id': 'low', " NAME ", 'value_at_least': 0}",
       "'value_at_least': 0.6}"}}},
    /* Indices */
    {"'indices': [{'code': 't', 'max_points': 50}, {'code': 'p', " NAME
     ", 'sum': ['1'], 'provenance': " ASSUMED "}]",
     {{"'overall': true, 'provenance': " ASSUMED "}",
       "'overall': true, 'max_points': 50, 'provenance': " ASSUMED "}, {'code': 'p', " NAME
       ", 'sum': ['1'], 'provenance': " ASSUMED "}"}}},
    {"'indices': [{'code': 't', 'sum': null, 'weights': [{'code': '1', 'weight': 2}], "
     "'max_points': "
     "100}]",
     {{"'sum': ['1', '2']", "'weights': [{'code': '1', 'weight': 2}], 'max_points': 100"}}},
    {"'indices': [{'code': 't', 'remove': true}]",
     {{"{'code': 't', " NAME ", 'sum': ['1', '2'], 'overall': true, 'provenance': " ASSUMED "}",
       ""}}},
    /* Indicators, by code alone or in their tree */
    {"'indicators': [{'codes': {'a': '1.1.1'}, 'note': {'vi': 'Sửa'}}]", {{"'Ghi'", "'Sửa'"}}},
    {"'indicators': [{'codes': {'a': '1'}, 'children': [{'codes': {'a': '1.1'}, 'children': "
     "[{'codes': {'a': '1.1.1'}, 'note': null}]}]}]",
     {{", 'note': {'vi': 'Ghi'}", ""}}},
    {"'indicators': [{'codes': {'a': '1.1.1', 'b': '9.5'}}, {'codes': {'a': '1', 'b': null}}, "
     "{'codes': {'a': '2', 'b': '8'}}]",
     {{"'9.1'", "'9.5'"},
      {"{'a': '1', 'b': '9'}", "{'a': '1'}"},
      {"{'a': '2'}", "{'a': '2', 'b': '8'}"}}},
    {"'indicators': [{'codes': {'a': '2'}, 'max_points': 25, 'provenance': {'max_points': {'kind': "
     "'official', 'source': 's1', 'place': '3'}}}]",
     {{"'max_points': 20, 'rule': {'kind': 'given'}, 'provenance': {'code': " ASSUMED
       ", 'name': " ASSUMED ", 'max_points': " ASSUMED,
       "'max_points': 25, 'rule': {'kind': 'given'}, 'provenance': {'code': " ASSUMED
       ", 'name': " ASSUMED ", 'max_points': {'kind': 'official', 'source': 's1', 'place': '3'}"}}},
    {"'indicators': [{'codes': {'a': '1'}, 'max_points': null}, {'codes': {'a': '1.2'}, "
     "'max_points': 40}]",
     {{"'max_points': 30, ", ""}, {"'max_points': 15", "'max_points': 40"}}},
    {"'indicators': [{'codes': {'a': '1.1'}, 'remove': true}, {'codes': {'a': '1'}, 'max_points': "
     "15}]",
     {{"'max_points': 30", "'max_points': 15"},
      {"{'codes': {'a': '1.1'}, " NAME ", 'provenance': {'code': " ASSUMED ", 'name': " ASSUMED
       "}, 'children': [\n"
       "{'codes': {'a': '1.1.1', 'b': '9.1'}, " NAME ", 'max_points': 10, " RULE(
           "i1") ", 'note': {'vi': 'Ghi'}},\n"
                 "{'codes': {'a': '1.1.2'}, " NAME ", 'max_points': 5, " RULE("i2") "}]},\n",
       ""}}},
    {"'indicators': [{'codes': {'a': '1'}, 'max_points': 37, 'children': [{'codes': {'a': '1.1'}, "
     "'children': [{'codes': {'a': '1.1.0'}, " NAME
     ", 'max_points': 3, " RULE("i3") "}, {'codes': {'a': '1.1.2'}, 'max_points': 9}]}]}]",
     {{"'max_points': 30", "'max_points': 37"},
      {"'max_points': 5, " RULE("i2") "}",
       "'max_points': 9, " RULE("i2") "}, {'codes': {'a': '1.1.0'}, " NAME
                                      ", 'max_points': 3, " RULE("i3") "}"}}},
    {"'indicators': [{'codes': {'a': '3'}, " NAME ", 'provenance': {'code': " ASSUMED
     ", 'name': " ASSUMED "}, 'children': [{'codes': {'a': '3.1'}, " NAME
     ", 'max_points': 5, " RULE("i5") "}]}], 'inputs': [" COUNT(
         "i5") "}], 'indices': [{'code': 't', 'sum': ['1', '2', '3']}]",
     {{"{'kind': 'none'}}", "{'kind': 'none'}}, " COUNT("i5") "}"},
      {"{'kind': 'given'}, " PARTS "}",
       "{'kind': 'given'}, " PARTS "}, {'codes': {'a': '3'}, " NAME
       ", 'provenance': {'code': " ASSUMED ", 'name': " ASSUMED
       "}, 'children': [{'codes': {'a': '3.1'}, " NAME ", 'max_points': 5, " RULE("i5") "}]}"},
      {"['1', '2']", "['1', '2', '3']"}}},
    {"'indicators': [{'codes': {'a': '2'}, 'rule': null, 'max_points': null, 'provenance': "
     "{'max_points': null, 'rule': null}, 'children': [{'codes': {'a': '2.1'}, " NAME
     ", 'max_points': 5, " RULE("i1") "}]}]",
     {{"'max_points': 20, 'rule': {'kind': 'given'}, " PARTS,
       "'provenance': {'code': " ASSUMED ", 'name': " ASSUMED
       "}, 'children': [{'codes': {'a': '2.1'}, " NAME ", 'max_points': 5, " RULE("i1") "}]"}}},
};

START_TEST(merges_as_if_written_out)
{
    dti_framework *base = make_base();
    char *text =
        changed(quoted(base_text), "'id': 'base', 'version': '1', 'titles': {'vi': 'Gốc'}", HEAD);
    for (const struct change *change = merges[_i].changes; change->from != NULL; change++) {
        text = changed(text, change->from, change->to);
    }
    dti_framework *whole = must_parse(text, NULL, "whole.json");
    dti_framework *merged = overlay(base, HEAD, merges[_i].body);
    ck_assert_msg(strcmp(dti_framework_digest(merged), dti_framework_digest(whole)) == 0,
                  "not as written out: %s", merges[_i].body);
    ck_assert_str_eq(dti_framework_base_id(merged), "base");
    ck_assert_str_eq(dti_framework_base_version(merged), "1");
    ck_assert_str_eq(dti_framework_base_digest(merged), dti_framework_digest(base));
    ck_assert_str_eq(dti_framework_base_id(whole), "");
    ck_assert_str_eq(dti_framework_base_version(NULL), "");
    ck_assert_str_eq(dti_framework_base_digest(base), "");
    dti_framework_unref(merged);
    dti_framework_unref(whole);
    dti_framework_unref(base);
}
END_TEST

/* What an overlay says of vectors does not show in a digest, but in what comes out. */
START_TEST(merges_vectors)
{
    static const struct {
        const char *body;
        size_t failed;
    } cases[] = {
        {"", 1},
        {"'vectors': [{'id': 'w', 'remove': true}]", 0},
        {"'vectors': [{'id': 'w', 'points': 3}]", 0},
        {"'vectors': [{'id': 'w', 'points': 4}, {'id': 'n', 'code': '1.1.1', 'inputs': {'i1': 1}, "
         "'points': 7}]",
         2},
    };
    char *text = changed(quoted(base_text), "'x-kept': 1",
                         "'vectors': [{'id': 'w', 'code': '1.1.1', 'inputs': {'i1': 3}, 'points': "
                         "2, 'tolerance': 0}]");
    dti_framework *base = must_parse(text, NULL, "base.json");
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        dti_report *report = NULL;
        dti_error *error = NULL;
        options.base = base;
        text = overlay_text(base, HEAD, cases[i].body);
        sample_must(dti_framework_check(text, strlen(text), &options, &report, &error), &error);
        ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_ERROR), 0);
        ck_assert_uint_eq(dti_report_severity_count(report, DTI_SEVERITY_WARNING), cases[i].failed);
        dti_report_unref(report);
        free(text);
    }
    dti_framework_unref(base);
}
END_TEST

/* ---- Findings ---- */

static dti_report *findings_of(const dti_framework *base, const char *body)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_report *report = NULL;
    dti_error *error = NULL;
    char *text = overlay_text(base, HEAD, body);
    options.base = base;
    sample_must(dti_framework_check(text, strlen(text), &options, &report, &error), &error);
    free(text);
    return report;
}

/* That nothing of that name is there says no more than that `remove` is wrong. */
START_TEST(says_once_that_remove_is_wrong)
{
    static const char *const bodies[] = {"'inputs': [{'id': 'i9', 'remove': false}]",
                                         "'indicators': [{'codes': {'a': '7'}, 'remove': false}]"};
    dti_framework *base = make_base();
    for (size_t i = 0; i < LENGTH_OF(bodies); i++) {
        dti_report *report = findings_of(base, bodies[i]);
        ck_assert_uint_eq(dti_report_count(report), 1);
        ck_assert_str_eq(dti_report_id(report, 0), "DTI-1331");
        dti_report_unref(report);
    }
    dti_framework_unref(base);
}
END_TEST

/* What is like an unknown name is looked for twenty times: each takes a look at all of them. */
START_TEST(suggests_twenty_times)
{
    struct random_text body = {0};
    dti_framework *base = make_base();
    random_put(&body, "'inputs': [");
    for (int i = 0; i < 25; i++)
        random_put(&body, "%s{'id': 'i1%c'}", i > 0 ? ", " : "", 'a' + i);
    random_put(&body, "]");
    dti_report *report = findings_of(base, body.bytes);
    ck_assert_uint_eq(dti_report_count(report), 25);
    for (size_t i = 0; i < 25; i++)
        ck_assert_str_eq(dti_report_id(report, i), i < 20 ? "DTI-1327" : "DTI-1326");
    dti_report_unref(report);
    free(body.bytes);
    dti_framework_unref(base);
}
END_TEST

/* ---- Overlays of overlays ---- */

#define FIRST "'inputs': [" COUNT("i5") "}, {'id': 'i4', 'remove': true}]"
#define SECOND                                                                                     \
    "'inputs': [{'id': 'i5', 'code': '0.5'}, {'id': 'i2', 'code': '0.9'}],"                        \
    "'indicators': [{'codes': {'a': '1.1.1'}, 'note': null}]"
#define BOTH                                                                                       \
    "'inputs': [" COUNT("i5") ", 'code': '0.5'}, {'id': 'i4', 'remove': true}, {'id': 'i2', "      \
                              "'code': '0.9'}],"                                                   \
                              "'indicators': [{'codes': {'a': '1.1.1'}, 'note': null}]"

START_TEST(two_steps_are_one)
{
    dti_framework *base = make_base();
    dti_framework *first =
        overlay(base, "'id': 'first', 'version': '1', 'titles': {'vi': 'Một'}", FIRST);
    dti_framework *second = overlay(first, HEAD, SECOND);
    dti_framework *both = overlay(base, HEAD, BOTH);
    ck_assert_str_eq(dti_framework_digest(second), dti_framework_digest(both));
    ck_assert_str_ne(dti_framework_digest(second), dti_framework_digest(first));
    ck_assert_str_eq(dti_framework_base_id(second), "first");
    dti_framework_unref(both);
    dti_framework_unref(base);
    dti_framework_unref(first); /* the last one holds what it needs */
    dti_framework *third =
        overlay(second, "'id': 'third', 'version': '1', 'titles': {'vi': 'Ba'}", "");
    ck_assert_uint_eq(dti_framework_input_find(third, "i4"), DTI_NONE);
    ck_assert_uint_eq(dti_framework_input_find(third, "i5"), 3);
    dti_framework_unref(second);
    dti_framework_unref(third);
}
END_TEST

static void check_fault(const char *text, const dti_framework *base, const char *source,
                        const char *pointer, uint32_t line)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    ck_assert_int_ne(parse(text, base, "last.json", &framework, &error), DTI_OK);
    ck_assert_ptr_null(framework);
    ck_assert_str_eq(dti_error_source(error), source);
    ck_assert_str_eq(dti_error_pointer(error), pointer);
    ck_assert_uint_eq(dti_error_line(error), line);
    dti_error_free(error);
}

/* A fault stands in the text that says it, however many overlays there are in between. */
START_TEST(finds_the_text_through_overlays)
{
    static const struct {
        const char *body;
        const char *source;
        const char *pointer;
        uint32_t line;
    } cases[] = {
        {"'inputs': [{'id': 'i1', 'remove': true}]", "base.json", "/constraints/0/left/0", 13},
        {"'inputs': [{'id': 'i5', 'remove': true}]", "middle.json",
         "/indicators/0/children/0/rule/quantity/input", 3},
        {"'indicators': [{'codes': {'a': '1.3'}, 'max_points': 2}]", "middle.json",
         "/indicators/0/max_points", 2},
        {"'indicators': [{'codes': {'a': '1.3'}, 'unit': 'w'}]", "last.json", "/indicators/0/unit",
         2},
        /* Behind the input that was taken away, and behind the one before. */
        {"'units': [{'id': 'u', 'remove': true}]", "base.json", "/inputs/0/unit", 9},
    };
    dti_framework *base = make_base();
    char *text =
        overlay_text(base, "'id': 'middle', 'version': '1', 'titles': {'vi': 'Giữa'}",
                     "'inputs': [{'id': 'i4', 'remove': true}, " COUNT(
                         "i5") "}], 'indicators': [{'codes': {'a': '1'}, 'max_points': 31, "
                               "'children': [\n{'codes': {'a': '1.3'}, " NAME
                               ", 'max_points': 1, " RULE("i5") "}]}]");
    dti_framework *middle = must_parse(text, base, "middle.json");
    dti_framework_unref(base);
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        text = overlay_text(middle, HEAD, cases[i].body);
        check_fault(text, middle, cases[i].source, cases[i].pointer, cases[i].line);
        free(text);
    }
    dti_framework_unref(middle);
}
END_TEST

/* A framework without a name in messages has its id; one that is built in has no lines. */
START_TEST(names_what_has_no_file)
{
    dti_framework *base = must_parse(quoted(base_text), NULL, NULL);
    char *text = overlay_text(base, HEAD, "'inputs': [{'id': 'i1', 'remove': true}]");
    check_fault(text, base, "base", "/constraints/0/left/0", 13);
    free(text);
    dti_framework_unref(base);

    base = sample_builtin();
    text = overlay_text(base, HEAD,
                        "'indicators': [{'codes': {'province': '1.1'}, 'max_points': 11}]");
    check_fault(text, NULL, SAMPLE_BUILTIN, "/indicators/0/max_points", 0);
    check_fault(text, base, SAMPLE_BUILTIN, "/indicators/0/max_points", 0);
    free(text);
    dti_framework_unref(base);
}
END_TEST

/* ---- Limits ---- */

/* `count` overlays one above the other. */
static dti_framework *tower(size_t count, dti_framework *framework, const char *body)
{
    for (size_t i = 0; i < count; i++) {
        char head[96];
        snprintf(head, sizeof head, "'id': 'f%zu', 'version': '1', 'titles': {'vi': 'T'}", i);
        dti_framework *next = overlay(framework, head, body);
        dti_framework_unref(framework);
        framework = next;
    }
    return framework;
}

static void check_limit(const char *text, const dti_parse_options *options, const char *id)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    ck_assert_int_eq(dti_framework_parse(text, strlen(text), options, &framework, &error),
                     DTI_E_LIMIT);
    ck_assert_str_eq(dti_error_id(error), id);
    ck_assert_uint_eq(dti_error_line(error), 1);
    ck_assert_ptr_null(framework);
    dti_error_free(error);
}

START_TEST(no_more_than_eight)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_framework *top = tower(DTI_LIMIT_OVERLAYS - 1, make_base(), "");
    char *text = overlay_text(top, HEAD, "");
    ck_assert_uint_eq(dti_framework_node_count(top), 7);
    options.base = top;
    check_limit(text, &options, "DTI-1325");
    free(text);
    dti_framework_unref(top);
}
END_TEST

/* Each text is within the limits, and what they come to is not. */
START_TEST(what_it_comes_to_has_limits)
{
    static const struct {
        uint32_t depth;
        uint32_t values;
        const char *id; /* NULL: enough */
    } cases[] = {
        {0, 0, NULL}, {17, 0, NULL}, {16, 0, "DTI-0211"}, {0, 551, NULL}, {0, 550, "DTI-0213"}};
    struct random_text body = {0};
    dti_framework *base = make_base();
    /* Four levels below 1.1.1's neighbour; the text names it at the top. */
    random_put(&body, "'inputs': [" COUNT(
                          "i5") "}], 'indicators': [{'codes': {'a': '1'}, "
                                "'max_points': null}, {'codes': {'a': '1.1'}, 'children': [");
    for (int i = 0; i < 4; i++) {
        random_put(&body,
                   "{'codes': {'a': '5.%d'}, " NAME ", 'provenance': {'code': " ASSUMED
                   ", 'name': " ASSUMED "}, 'children': [",
                   i);
    }
    random_put(&body, "{'codes': {'a': '6'}, " NAME ", 'max_points': 1, " RULE("i5") "}");
    for (int i = 0; i < 4; i++) {
        random_put(&body, "]}");
    }
    random_put(&body, "]}]");
    char *text = overlay_text(base, HEAD, body.bytes);
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        dti_framework *framework = NULL;
        dti_error *error = NULL;
        options.base = base;
        options.max_depth = cases[i].depth;
        options.max_values = cases[i].values;
        if (cases[i].id != NULL) {
            check_limit(text, &options, cases[i].id);
            continue;
        }
        sample_must(dti_framework_parse(text, strlen(text), &options, &framework, &error), &error);
        dti_framework_unref(framework);
    }
    free(text);
    free(body.bytes);
    dti_framework_unref(base);
}
END_TEST

/* Tens of thousands of items in each of a few overlays, and of members in an item: no merge takes
 * the square of that. The test would time out. */
START_TEST(long_lists_take_no_square)
{
    struct random_text body = {0};
    random_put(&body, "'terms': [");
    for (int i = 0; i < 30000; i++) {
        random_put(&body, "%s{'id': 't%d', " NAME "}", i > 0 ? ", " : "", i);
    }
    random_put(&body, "], 'units': [{'id': 'u'");
    for (int i = 0; i < 30000; i++) {
        random_put(&body, ", 'x-%d': %d", i, i);
    }
    random_put(&body, "}]");
    dti_framework *top = tower(1, make_base(), body.bytes);
    free(body.bytes);
    body = (struct random_text){0};
    random_put(&body, "'terms': [{'id': 't5', 'remove': true}");
    for (int i = 29999; i >= 0; i -= 2) {
        random_put(&body, ", {'id': 't%d', 'names': {'vi': 'Khác'}}", i == 5 ? 6 : i);
    }
    random_put(&body, "], 'units': [{'id': 'u'");
    for (int i = 0; i < 30000; i++) {
        random_put(&body, ", 'x-%d': %d", i, -i);
    }
    random_put(&body, "}]");
    char *text = overlay_text(top, HEAD, body.bytes);
    dti_framework *last = must_parse(text, top, "last.json");
    ck_assert_str_eq(dti_framework_term_name(last, "t29999", DTI_LANG_VI), "Khác");
    ck_assert_str_eq(dti_framework_term_name(last, "t29998", DTI_LANG_VI), "Tên");
    ck_assert_str_eq(dti_framework_term_name(last, "t5", DTI_LANG_VI), "");
    dti_framework_unref(last);
    dti_framework_unref(top);
    free(body.bytes);
}
END_TEST

/* ---- Dossiers ---- */

/* A dossier of the base is not one of the overlay; whoever wants it to be is told what to write. */
START_TEST(a_dossier_of_the_base_is_told_how_to_change)
{
    static const char *const bodies[] = {"", "'bands': null"};
    char *text = quoted("{'format': 'dti-dossier/1', 'id': 'd', 'version': '1', 'unit': {'id': "
                        "'gso:49'}, 'framework': {'id': 'base', 'version': '1'}, 'year': 2022, "
                        "'inputs': []}");
    dti_framework *top = make_base();
    for (size_t i = 0; i < LENGTH_OF(bodies); i++) {
        char head[96];
        char message[1024];
        snprintf(head, sizeof head, "'id': 'f%zu', 'version': '7', 'titles': {'vi': 'T'}", i);
        dti_framework *next = overlay(top, head, bodies[i]);
        dti_framework_unref(top);
        top = next;
        dti_dossier *dossier = NULL;
        dti_error *error = NULL;
        ck_assert_int_eq(dti_dossier_parse(text, strlen(text), top, NULL, &dossier, &error),
                         DTI_E_VERSION);
        ck_assert_str_eq(dti_error_id(error), "DTI-1341");
        ck_assert_str_eq(dti_error_pointer(error), "/framework/id");
        dti_error_format(error, DTI_LANG_VI, message, sizeof message);
        ck_assert_ptr_nonnull(strstr(message, dti_framework_id(top)));
        ck_assert_ptr_nonnull(strstr(message, dti_framework_digest(top)));
        dti_error_free(error);
    }
    free(text);
    dti_framework_unref(top);
}
END_TEST

/* ---- Memory ---- */

struct world {
    dti_framework *base;
    char *text;
};

static dti_status parse_overlay(const dti_allocator *allocator, void *context)
{
    const struct world *world = context;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    options.base = world->base;
    dti_status status =
        dti_framework_parse(world->text, strlen(world->text), &options, &framework, &error);
    ck_assert_int_eq(framework != NULL, status == DTI_OK);
    ck_assert_int_eq(dti_error_status(error), status);
    dti_framework_unref(framework);
    dti_error_free(error);
    return status;
}

/* A fault in the base, found or not: its place is right, or there was no memory. */
static dti_status check_overlay(const dti_allocator *allocator, void *context)
{
    const struct world *world = context;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_report *report = NULL;
    options.allocator = allocator;
    options.base = world->base;
    dti_status status =
        dti_framework_check(world->text, strlen(world->text), &options, &report, NULL);
    if (status == DTI_OK) {
        ck_assert_str_eq(dti_report_source(report, 0), "base.json");
        ck_assert_str_eq(dti_report_pointer(report, 0), "/constraints/0/left/0");
        ck_assert_uint_eq(dti_report_line(report, 0), 13);
    }
    dti_report_unref(report);
    return status;
}

START_TEST(survives_without_memory)
{
    dti_framework *base = make_base();
    struct world world = {
        overlay(base, "'id': 'first', 'version': '1', 'titles': {'vi': 'Một'}", FIRST), NULL};
    world.text = overlay_text(world.base, HEAD, SECOND);
    test_nomem(parse_overlay, &world);
    free(world.text);
    world.text = overlay_text(world.base, HEAD, "'inputs': [{'id': 'i1', 'remove': true}]");
    test_nomem(check_overlay, &world);
    free(world.text);
    dti_framework_unref(world.base);
    dti_framework_unref(base);
}
END_TEST

/* A built-in framework keeps no text of its own; one from a file keeps that of the file. */
START_TEST(keeps_no_text_of_what_is_built_in)
{
    struct test_memory memory;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    size_t length;
    char *text = test_read_file("libdti/frameworks/" SAMPLE_BUILTIN ".json", &length);
    test_memory_init(&memory);
    options.allocator = &memory.allocator;
    sample_must(dti_framework_builtin(SAMPLE_BUILTIN, &options, &framework, &error), &error);
    const size_t without = memory.live_bytes;
    dti_framework_unref(framework);
    sample_must(dti_framework_parse(text, length, &options, &framework, &error), &error);
    ck_assert_uint_gt(memory.live_bytes, without);
    ck_assert_uint_lt(memory.live_bytes - without, length + 4096);
    dti_framework_unref(framework);
    ck_assert_uint_eq(memory.live, 0);
    free(text);
}
END_TEST

/* ---- Random overlays ---- */

/* Values that fit somewhere, and values that fit nowhere. */
static const char *const members[] = {
    "'names': {'vi': 'X'}",
    "'max_points': 5",
    "'max_points': null",
    "'remove': true",
    "'remove': 1",
    "'kind': 'count'",
    "'kind': 'text'",
    "'unit': 'v'",
    "'unit': null",
    "'unit': 'w'",
    "'range': null",
    "'range': {'high': 3}",
    "'children': null",
    "'children': []",
    "'children': 5",
    "'rule': {'kind': 'given'}",
    "'rule': null",
    "'note': null",
    PARTS,
    "'provenance': {'rule': null}",
    "'provenance': 'x'",
    "'sum': ['1']",
    "'sum': ['3', '2']",
    "'overall': false",
    "'default': true",
    "'divisor': 2",
    "'x-a': {'b': [1]}",
    "'origin': {'kind': 'none'}",
    "'left': ['i5']",
    "'right': ['i1']",
    "'value_at_least': 0.4",
    "'foo': 3",
};
static const char *const lists[] = {"units", "inputs", "constraints", "numberings", "bands",
                                    "legal", "terms",  "sources",     "indices",    "vectors"};
static const char *const ids[] = {"i1", "i2", "i5",   "u",  "v", "c1",
                                  "a",  "b",  "good", "l1", "t", "n"};
static const char *const codes[] = {"1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "3", "1.3", "t"};

static void put_members(struct random_text *text, uint64_t *seed)
{
    const uint32_t start = random_below(seed, LENGTH_OF(members));
    const uint32_t count = random_below(seed, 4);
    for (uint32_t i = 0; i < count; i++) {
        random_put(text, ", %s", members[(start + i * 11) % LENGTH_OF(members)]);
    }
}

static void put_node(struct random_text *text, uint64_t *seed, int depth)
{
    const char *code = codes[random_below(seed, LENGTH_OF(codes))];
    random_put(text, "{'codes': {'a': '%s'%s}", code, random_below(seed, 6) ? "" : ", 'b': '7'");
    put_members(text, seed);
    if (random_below(seed, 3) == 0 && depth < 4) {
        const uint32_t count = random_below(seed, 3);
        random_put(text, ", 'children': [");
        for (uint32_t i = 0; i < count; i++) {
            random_put(text, "%s", i > 0 ? ", " : "");
            put_node(text, seed, depth + 1);
        }
        random_put(text, "]");
    }
    random_put(text, "}");
}

static void put_body(struct random_text *text, uint64_t *seed)
{
    const uint32_t first = random_below(seed, LENGTH_OF(lists));
    const uint32_t count = random_below(seed, 3);
    random_put(text, "'x': 0");
    text->length = 0;
    for (uint32_t l = 0; l < count; l++) {
        const char *list = lists[(first + l) % LENGTH_OF(lists)];
        const uint32_t items = random_below(seed, 4);
        random_put(text, "%s'%s': [", l > 0 ? ", " : "", list);
        for (uint32_t i = 0; i < items; i++) {
            const char *id = ids[random_below(seed, LENGTH_OF(ids))];
            random_put(text, "%s{'%s': '%s'", i > 0 ? ", " : "",
                       strcmp(list, "indices") == 0 ? "code" : "id", id);
            put_members(text, seed);
            random_put(text, "}");
        }
        random_put(text, "]");
    }
    const uint32_t nodes = random_below(seed, 4);
    random_put(text, "%s'indicators': [", count > 0 ? ", " : "");
    for (uint32_t i = 0; i < nodes; i++) {
        random_put(text, "%s", i > 0 ? ", " : "");
        put_node(text, seed, 0);
    }
    random_put(text, "]");
}

/* One byte or a short run of the text, doubled, cut or exchanged. */
static void mutate(char *text, uint64_t *seed)
{
    const size_t length = strlen(text);
    const size_t at = random_below(seed, (uint32_t)length);
    const size_t from = random_below(seed, (uint32_t)length);
    const size_t run = 1 + random_below(seed, 12);
    if (at + run < length && from + run < length) {
        memmove(text + at, text + from, run);
    }
}

static const char *const sources[] = {"last.json", "middle.json", "base.json"};

/* Whatever is found has its place in one of the texts. */
static void check_findings(const dti_report *report, const char *text)
{
    for (size_t i = 0; i < dti_report_count(report); i++) {
        size_t source = 0;
        while (source < LENGTH_OF(sources) &&
               strcmp(dti_report_source(report, i), sources[source]) != 0) {
            source++;
        }
        ck_assert_msg(source < LENGTH_OF(sources) && dti_report_line(report, i) > 0,
                      "\"%s\" at %s in %s", dti_report_source(report, i),
                      dti_report_pointer(report, i), text);
    }
}

#define ROUNDS 1000

START_TEST(random_overlays)
{
    uint64_t seed = 5;
    size_t good = 0;
    dti_framework *base = make_base();
    char *middle_text =
        overlay_text(base, "'id': 'middle', 'version': '1', 'titles': {'vi': 'Giữa'}", FIRST);
    dti_framework *middle = must_parse(middle_text, base, "middle.json");
    for (int i = 0; i < ROUNDS; i++) {
        struct random_text body = {0};
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        dti_framework *framework = NULL;
        dti_report *report = NULL;
        dti_error *error = NULL;
        put_body(&body, &seed);
        char *text = overlay_text(middle, HEAD, body.bytes);
        if (random_below(&seed, 4) == 0) {
            mutate(text, &seed);
        }
        options.base = middle;
        options.source_name = "last.json";
        const dti_status status =
            dti_framework_parse(text, strlen(text), &options, &framework, &error);
        sample_must(dti_framework_check(text, strlen(text), &options, &report, NULL),
                    &(dti_error *){NULL});
        ck_assert_int_eq(status == DTI_OK,
                         dti_report_severity_count(report, DTI_SEVERITY_ERROR) == 0);
        check_findings(report, text);
        good += status == DTI_OK;
        dti_report_unref(report);
        dti_framework_unref(framework);
        dti_error_free(error);
        free(text);
        free(body.bytes);
    }
    ck_assert_uint_gt(good, ROUNDS / 40);
    dti_framework_unref(middle);
    dti_framework_unref(base);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-overlay");
    TCase *all = tcase_create("overlays");
    tcase_add_loop_test(all, merges_as_if_written_out, 0, (int)LENGTH_OF(merges));
    tcase_add_test(all, merges_vectors);
    tcase_add_test(all, says_once_that_remove_is_wrong);
    tcase_add_test(all, suggests_twenty_times);
    tcase_add_test(all, two_steps_are_one);
    tcase_add_test(all, finds_the_text_through_overlays);
    tcase_add_test(all, names_what_has_no_file);
    tcase_add_test(all, no_more_than_eight);
    tcase_add_test(all, what_it_comes_to_has_limits);
    tcase_add_test(all, long_lists_take_no_square);
    tcase_add_test(all, a_dossier_of_the_base_is_told_how_to_change);
    tcase_add_test(all, survives_without_memory);
    tcase_add_test(all, keeps_no_text_of_what_is_built_in);
    tcase_add_test(all, random_overlays);
    suite_add_tcase(suite, all);
    return suite;
}
