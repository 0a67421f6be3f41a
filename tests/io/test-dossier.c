/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Dossiers as documents: writing and reading give the same thing again, the digest tells content
 * from spelling, and a dossier belongs to its framework. */
#include "samples.h"

#include "json/tree.h"

#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

static dti_dossier *parse(const char *text, const dti_framework *framework)
{
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_parse(text, strlen(text), framework, NULL, &dossier, &error), &error);
    return dossier;
}

/* ---- There and back ---- */

START_TEST(written_is_read_again)
{
    dti_dossier *dossier = _i == 0 ? sample_tiny() : sample_quangnam();
    char *first = sample_written(dossier);
    dti_dossier *again = parse(first, dti_dossier_framework(dossier));
    char *second = sample_written(again);
    ck_assert_str_eq(dti_dossier_digest(again), dti_dossier_digest(dossier));
    ck_assert_str_eq(second, first);
    ck_assert_str_eq(dti_dossier_id(again), dti_dossier_id(dossier));
    ck_assert_str_eq(dti_dossier_unit_name(again, DTI_LANG_EN),
                     dti_dossier_unit_name(dossier, DTI_LANG_EN));
    const size_t inputs = dti_framework_input_count(dti_dossier_framework(dossier));
    for (size_t i = 0; i < inputs; i++) {
        ck_assert_int_eq(dti_dossier_input_state(again, i), dti_dossier_input_state(dossier, i));
        ck_assert_double_eq(dti_dossier_input_number(again, i),
                            dti_dossier_input_number(dossier, i));
    }
    free(first);
    free(second);
    dti_dossier_unref(again);
    dti_dossier_unref(dossier);
}
END_TEST

static cJSON *read_tree(const char *text)
{
    static const struct dti__json_limits limits = {
        .bytes = 1 << 22, .depth = 16, .values = 100000, .string = 10000};
    cJSON *tree = NULL;
    dti_report *report = dti__report_new("tree");
    ck_assert_int_eq(dti__json_parse(text, strlen(text), &limits, report, &tree), DTI_OK);
    dti_report_unref(report);
    return tree;
}

/* Defaults are not written: the precision of a figure that means what it prints. */
static bool may_be_left_out(const cJSON *item)
{
    return item->string != NULL && strcmp(item->string, "decimals") == 0;
}

static void check_kept(const cJSON *from, const cJSON *to)
{
    ck_assert_int_eq(from->type & 0xFF, to->type & 0xFF);
    if (cJSON_IsString(from)) {
        ck_assert_str_eq(from->valuestring, to->valuestring);
    } else if (cJSON_IsNumber(from)) {
        ck_assert_double_eq(from->valuedouble, to->valuedouble);
    } else if (cJSON_IsArray(from)) {
        ck_assert_int_eq(cJSON_GetArraySize(from), cJSON_GetArraySize(to));
    }
    const cJSON *next = to->child;
    for (const cJSON *item = from->child; item != NULL; item = item->next) {
        const cJSON *found =
            cJSON_IsArray(from) ? next : cJSON_GetObjectItemCaseSensitive(to, item->string);
        next = cJSON_IsArray(from) ? next->next : next;
        ck_assert_msg(found != NULL || may_be_left_out(item), "%s is lost", item->string);
        if (found != NULL) {
            check_kept(item, found);
        }
    }
}

/* Nothing of a document is lost on the way in and out again, remarks and reasons included. */
START_TEST(nothing_is_lost)
{
    char *text = test_read_file(_i == 0 ? SAMPLE_TINY_DOSSIER : SAMPLE_QUANGNAM, NULL);
    dti_dossier *dossier = _i == 0 ? sample_tiny() : sample_quangnam();
    char *out = sample_written(dossier);
    cJSON *from = read_tree(text);
    cJSON *to = read_tree(out);
    check_kept(from, to);
    dti__json_free(from);
    dti__json_free(to);
    dti_dossier_unref(dossier);
    free(out);
    free(text);
}
END_TEST

/* The same dossier from rows and from text. */
START_TEST(built_equals_parsed)
{
    static const char text[] =
        "{\"format\":\"dti-dossier/1\",\"id\":\"gso-49-2022\",\"version\":\"1.0.0\","
        "\"framework\":{\"id\":\"tiny\",\"version\":\"1.0.0\"},"
        "\"unit\":{\"id\":\"gso:49\",\"names\":{\"vi\":\"Tỉnh\",\"en\":\"Province\"}},"
        "\"year\":2022,\"agencies\":[{\"id\":\"so-noi-vu\",\"names\":{\"vi\":\"Sở Nội vụ\"}}],"
        "\"inputs\":[{\"id\":\"users\",\"value\":5116,\"origin\":{\"kind\":\"agency\","
        "\"agency\":\"so-noi-vu\"}},{\"id\":\"users-share\",\"value\":51.16},"
        "{\"id\":\"committee-head\",\"value\":\"deputy\"},{\"id\":\"plan-issued\",\"value\":true},"
        "{\"id\":\"platforms\",\"value\":[\"LGSP\",\"Kho\"]},{\"id\":\"slogan\",\"value\":\"Số\"},"
        "{\"id\":\"decisions\",\"state\":\"rejected\",\"reason\":{\"vi\":\"Sai\"}}],"
        "\"stated\":[{\"code\":\"1\",\"track\":\"final\",\"quantity\":\"points\",\"text\":\"30\","
        "\"decimals\":2}],"
        "\"explanations\":[{\"codes\":[\"1\"],\"track\":\"final\",\"text\":{\"vi\":\"Vì\"}}]}";
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_dossier_builder *builder = sample_builder(framework);
    dti_dossier *parsed = parse(text, framework);
    ck_assert_int_eq(dti_dossier_builder_set_names(builder, NULL, "Tỉnh", "Province", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_set_number(builder, "users", 5116, NULL), 0);
    ck_assert_int_eq(
        dti_dossier_builder_set_agency(builder, "users", "so-noi-vu", "Sở Nội vụ", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_set_number(builder, "users-share", 51.16, NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_set_answer(builder, "committee-head", "deputy", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_set_answer(builder, "plan-issued", "yes", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_add_text(builder, "platforms", "LGSP", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_add_text(builder, "platforms", "Kho", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_add_text(builder, "slogan", "Số", NULL), 0);
    ck_assert_int_eq(
        dti_dossier_builder_set_state(builder, "decisions", DTI_STATE_REJECTED, "Sai", NULL), 0);
    ck_assert_int_eq(dti_dossier_builder_add_stated(builder, "1", DTI_TRACK_FINAL,
                                                    DTI_QUANTITY_POINTS, "30", 2, NULL),
                     0);
    ck_assert_int_eq(dti_dossier_builder_explain(builder, "1", DTI_TRACK_FINAL, "Vì", NULL, NULL),
                     0);
    dti_dossier *built = sample_build(builder);
    char *left = sample_written(built);
    char *right = sample_written(parsed);
    ck_assert_str_eq(left, right);
    ck_assert_str_eq(dti_dossier_digest(built), dti_dossier_digest(parsed));
    free(left);
    free(right);
    dti_dossier_unref(built);
    dti_dossier_unref(parsed);
    dti_dossier_builder_free(builder);
    dti_framework_unref(framework);
}
END_TEST

/* ---- Digests ---- */

/* One change of the small documents; the digest follows the content and nothing else. */
static const struct change {
    const char *from;
    const char *to;
    bool changes_digest;
} dossier_changes[] = {
    {"\"value\": 5116", "\"value\": 5117", true},
    {"\"value\": \"deputy\"", "\"value\": \"head\"", true},
    {"\"state\": \"not-assessed\"", "\"state\": \"missing\"", true},
    {"\"year\": 2022,", "\"year\": 2023,", true},
    {"\"text\": \"6,4\"", "\"text\": \"6,5\"", true},
    {"\"en\": \"Small Province\"", "\"en\": \"Smaller Province\"", true},
    {"\"vi\": \"Thiếu chữ ký\"", "\"vi\": \"Thiếu dấu\"", true},
    {"\"place\": \"1\"", "\"place\": \"2\"", true},
    {"\"text\": \"6.39\"", "\"text\": \"6,39\"", true}, /* as printed is content */
    {"\"year\": 2022,", "\"x-mood\": {\"a\": [1]}, \"year\": 2022,", false},
    {"\"value\": 5116", "\"x-checked\": true, \"value\": 5116", false},
    {"\"value\": 5116", "\"value\" :\n\t5116 ", false},
    {"\"value\": 5116", "\"value\": 5.116e3", false},
    {"\"value\": 51.16", "\"value\": 51.160", false},
    {"{\"id\": \"tiny\", \"version\": \"1.0.0\"}", "{\"version\": \"1.0.0\", \"id\": \"tiny\"}",
     false},
    {"\"vi\": \"Tỉnh nhỏ\"", "\"vi\": \"T\\u1ec9nh nh\\u1ecf\"", false},
    {"\"vi\": \"Tỉnh nhỏ\"", "\"vi\": \"Ti\xCC\x89nh nho\xCC\x89\"", false}, /* not in NFC */
    {"\"numbering\": \"province\",", "", false},                             /* the default */
};

static const struct change framework_changes[] = {
    {"\"target\": 0.8", "\"target\": 0.75", true},
    {"\"share_per_item\": 0.25", "\"share_per_item\": 0.2", true},
    {"\"en\": \"Decisions\"", "\"en\": \"Resolutions\"", true},
    {"\"when_base_zero\": \"not-applicable\"", "\"when_base_zero\": \"full\"", true},
    {"\"level\": \"province\",", "\"level\": \"province\", \"x-note\": 1,", false},
    {"\"kind\": \"document\",", "\"x-why\": null, \"kind\": \"document\",", false},
    {"\"points\": 3.75, \"tolerance\": 0", "\"points\": 3.7, \"tolerance\": 1", false},
    {"\"format\": \"dti-framework/1\",\n  \"id\": \"tiny\",",
     "\"id\": \"tiny\", \"format\": \"dti-framework/1\",", false},
};

/* The text with its first occurrence of `from` replaced. */
static char *changed(const char *text, const struct change *change)
{
    const char *at = strstr(text, change->from);
    ck_assert_msg(at != NULL, "no %s", change->from);
    const size_t size = strlen(text) + strlen(change->to) + 1;
    char *out = malloc(size);
    ck_assert_ptr_nonnull(out);
    snprintf(out, size, "%.*s%s%s", (int)(at - text), text, change->to, at + strlen(change->from));
    return out;
}

START_TEST(digest_of_a_dossier_is_of_its_content)
{
    const struct change *change = &dossier_changes[_i];
    dti_dossier *dossier = sample_tiny();
    char *text = test_read_file(SAMPLE_TINY_DOSSIER, NULL);
    char *other_text = changed(text, change);
    dti_dossier *other = parse(other_text, dti_dossier_framework(dossier));
    ck_assert_msg((strcmp(dti_dossier_digest(dossier), dti_dossier_digest(other)) != 0) ==
                      change->changes_digest,
                  "%s -> %s", change->from, change->to);
    dti_dossier_unref(other);
    dti_dossier_unref(dossier);
    free(other_text);
    free(text);
}
END_TEST

START_TEST(digest_of_a_framework_is_of_its_content)
{
    const struct change *change = &framework_changes[_i];
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_framework *other = NULL;
    dti_error *error = NULL;
    char *text = test_read_file(SAMPLE_TINY_FRAMEWORK, NULL);
    char *other_text = changed(text, change);
    sample_must(dti_framework_parse(other_text, strlen(other_text), NULL, &other, &error), &error);
    ck_assert_msg((strcmp(dti_framework_digest(framework), dti_framework_digest(other)) != 0) ==
                      change->changes_digest,
                  "%s -> %s", change->from, change->to);
    dti_framework_unref(other);
    dti_framework_unref(framework);
    free(other_text);
    free(text);
}
END_TEST

/* ---- The framework it belongs to ---- */

#define ANY_DIGEST "sha256:0000000000000000000000000000000000000000000000000000000000000000"

static const struct {
    const char *binding;
    bool is_tiny; /* which framework is given */
    dti_status status;
} bindings[] = {
    {"{\"id\": \"tiny\", \"version\": \"1.0.0\"}", true, DTI_OK},
    {"{\"id\": \"tiny\", \"version\": \"1.0.1\"}", true, DTI_E_VERSION},
    {"{\"id\": \"tinier\", \"version\": \"1.0.0\"}", true, DTI_E_VERSION},
    {"{\"id\": \"tiny\", \"version\": \"1.0.0\", \"digest\": \"" ANY_DIGEST "\"}", true,
     DTI_E_VERSION},
    {"{\"id\": \"tiny\", \"version\": \"1.0.0\", \"digest\": \"sha256:0\"}", true, DTI_E_VALUE},
    {"{\"id\": \"tiny\", \"version\": \"1.0.0\"}", false, DTI_E_NOT_FOUND}, /* not built in */
    {"{\"id\": \"" SAMPLE_BUILTIN "\", \"version\": \"0.9\"}", false, DTI_E_VERSION},
};

START_TEST(belongs_to_its_framework)
{
    const struct change change = {"{\"id\": \"tiny\", \"version\": \"1.0.0\"}",
                                  bindings[_i].binding, false};
    dti_framework *framework =
        bindings[_i].is_tiny ? sample_framework(SAMPLE_TINY_FRAMEWORK) : NULL;
    char *text = test_read_file(SAMPLE_TINY_DOSSIER, NULL);
    char *bound = changed(text, &change);
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    const dti_status status =
        dti_dossier_parse(bound, strlen(bound), framework, NULL, &dossier, &error);
    if (bindings[_i].status == DTI_OK) {
        sample_must(status, &error);
        ck_assert_ptr_eq(dti_dossier_framework(dossier), framework);
    } else {
        ck_assert_uint_gt(dti_error_line(error), 0);
        ck_assert_int_eq(strncmp(dti_error_pointer(error), "/framework", 10), 0);
        sample_refused(status, bindings[_i].status, &error);
        ck_assert_ptr_null(dossier);
    }
    dti_dossier_unref(dossier);
    dti_framework_unref(framework);
    free(bound);
    free(text);
}
END_TEST

/* What it was written with, it is read with: the digest of the framework stands in the document. */
START_TEST(names_the_content_of_its_framework)
{
    dti_dossier *dossier = sample_quangnam();
    char *text = sample_written(dossier);
    ck_assert_ptr_nonnull(strstr(text, dti_framework_digest(dti_dossier_framework(dossier))));
    dti_dossier *again = parse(text, NULL);
    ck_assert_str_eq(dti_framework_id(dti_dossier_framework(again)), SAMPLE_BUILTIN);
    dti_dossier_unref(again);
    dti_dossier_unref(dossier);
    free(text);
}
END_TEST

START_TEST(unknown_framework_is_not_built_in)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_refused(dti_framework_builtin("vn-dti-province", NULL, &framework, &error),
                   DTI_E_NOT_FOUND, &error);
    sample_refused(dti_framework_builtin("", NULL, &framework, &error), DTI_E_NOT_FOUND, &error);
    ck_assert_ptr_null(framework);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("dossier");
    TCase *tcase = tcase_create("dossier");
    tcase_add_loop_test(tcase, written_is_read_again, 0, 2);
    tcase_add_loop_test(tcase, nothing_is_lost, 0, 2);
    tcase_add_test(tcase, built_equals_parsed);
    tcase_add_loop_test(tcase, digest_of_a_dossier_is_of_its_content, 0,
                        LENGTH_OF(dossier_changes));
    tcase_add_loop_test(tcase, digest_of_a_framework_is_of_its_content, 0,
                        LENGTH_OF(framework_changes));
    tcase_add_loop_test(tcase, belongs_to_its_framework, 0, LENGTH_OF(bindings));
    tcase_add_test(tcase, names_the_content_of_its_framework);
    tcase_add_test(tcase, unknown_framework_is_not_built_in);
    suite_add_tcase(suite, tcase);
    return suite;
}
