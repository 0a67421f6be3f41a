/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Results as documents: strict JSON that says what the getters say, in either numbering and
 * language, with null where there is nothing to say. The shape is checked against its schema by
 * tests/check-schemas.py. */
#include "samples.h"

#include "json/tree.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

/* A result and its document, read by the strict reader. */
struct sheet {
    dti_result *result;
    cJSON *tree;
};

static struct sheet open_sheet(dti_dossier *dossier, dti_track track, const char *numbering,
                               dti_lang lang)
{
    static const struct dti__json_limits limits = {
        .bytes = 1 << 22, .depth = 8, .values = 100000, .string = 4096};
    struct sheet sheet = {.result = sample_score(dossier, track)};
    dti_report *report = dti__report_new("result");
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_result_write(sheet.result, numbering, lang, &text, &error), &error);
    ck_assert_uint_eq(strlen(dti_text_data(text)), dti_text_length(text));
    ck_assert_int_eq(
        dti__json_parse(dti_text_data(text), dti_text_length(text), &limits, report, &sheet.tree),
        DTI_OK);
    ck_assert_uint_eq(dti_report_count(report), 0);
    dti_report_unref(report);
    dti_text_free(text);
    return sheet;
}

static void close_sheet(struct sheet *sheet)
{
    dti__json_free(sheet->tree);
    dti_result_unref(sheet->result);
}

static const cJSON *member(const cJSON *object, const char *key)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, key);
    ck_assert_msg(found != NULL, "no %s", key);
    return found;
}

static const char *text_of(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(member(object, key));
    ck_assert_msg(text != NULL, "%s is no text", key);
    return text;
}

static double number_of(const cJSON *object, const char *key)
{
    ck_assert_msg(cJSON_IsNumber(member(object, key)), "%s is no number", key);
    return member(object, key)->valuedouble;
}

static bool is_null(const cJSON *object, const char *key)
{
    return cJSON_IsNull(member(object, key));
}

/* Points are written exactly: the nearest double of the decimal. */
static bool says_points(const cJSON *object, const char *key, int64_t points)
{
    return number_of(object, key) >= (double)points / 1e9 &&
           number_of(object, key) <= (double)points / 1e9;
}

static const cJSON *node_of(const struct sheet *sheet, size_t node)
{
    const cJSON *found = cJSON_GetArrayItem(member(sheet->tree, "nodes"), (int)node);
    ck_assert_ptr_nonnull(found);
    return found;
}

/* ---- Head ---- */

START_TEST(names_what_made_it)
{
    dti_dossier *dossier = sample_quangnam();
    struct sheet sheet = open_sheet(dossier, DTI_TRACK_DEFAULT, NULL, DTI_LANG_VI);
    const cJSON *tree = sheet.tree;
    ck_assert_str_eq(text_of(tree, "format"), "dti-result/1");
    ck_assert_str_eq(text_of(member(tree, "library"), "name"), "libdti");
    ck_assert_str_eq(text_of(member(tree, "library"), "version"), dti_version());
    ck_assert_double_eq(number_of(member(tree, "algorithm"), "version"), dti_algorithm_version());
    ck_assert_str_eq(text_of(member(tree, "framework"), "id"), SAMPLE_BUILTIN);
    ck_assert_str_eq(text_of(member(tree, "framework"), "digest"),
                     dti_framework_digest(dti_dossier_framework(dossier)));
    ck_assert_str_eq(text_of(member(tree, "dossier"), "id"), "quangnam-2022");
    ck_assert_str_eq(text_of(member(tree, "dossier"), "digest"), dti_dossier_digest(dossier));
    ck_assert_str_eq(text_of(member(tree, "unit"), "id"), "gso:49");
    ck_assert_double_eq(number_of(tree, "year"), 2022);
    ck_assert_str_eq(text_of(tree, "numbering"), "province");
    ck_assert_str_eq(text_of(tree, "track"), "appraised");
    ck_assert_int_eq(cJSON_GetArraySize(member(tree, "tracks")), 2);
    ck_assert_str_eq(cJSON_GetArrayItem(member(tree, "tracks"), 0)->valuestring, "appraised");
    ck_assert_str_eq(cJSON_GetArrayItem(member(tree, "tracks"), 1)->valuestring, "computed");
    close_sheet(&sheet);
    dti_dossier_unref(dossier);
}
END_TEST

/* ---- Nodes ---- */

static void check_node(const struct sheet *sheet, size_t node, const char *numbering)
{
    static const char *const kinds[] = {"component", "group", "main", "index"};
    const dti_result *result = sheet->result;
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    const cJSON *at = node_of(sheet, node);
    const char *code = dti_framework_node_code(framework, node, numbering);
    const char *kind = kinds[dti_framework_node_kind(framework, node)];
    if (*code == '\0') {
        ck_assert(is_null(at, "code"));
    } else {
        ck_assert_str_eq(text_of(at, "code"), code);
    }
    ck_assert_str_eq(text_of(at, "kind"), kind);
    ck_assert(says_points(at, "points", dti_result_points(result, node)));
    ck_assert(says_points(at, "max_points", dti_result_max_points(result, node)));
    ck_assert(says_points(at, "lower", dti_result_lower(result, node)));
    ck_assert(says_points(at, "upper", dti_result_upper(result, node)));
    if (dti_result_state(result, node) == DTI_STATE_PRESENT)
        ck_assert(says_points(at, "loss", dti_result_loss(result, node)));
    ck_assert_double_eq(number_of(at, "coverage"), dti_result_coverage(result, node));
    if (dti_result_max_points(result, node) == 0) {
        ck_assert(is_null(at, "value"));
    } else {
        ck_assert_double_eq(number_of(at, "value"), dti_result_value(result, node));
    }
    for (dti_track track = DTI_TRACK_SELF; track <= DTI_TRACK_SUPPORTED;
         track = (dti_track)(track + 1)) {
        const cJSON *tracks = member(at, "tracks");
        if (dti_result_has_track(result, node, track)) {
            ck_assert(says_points(tracks, dti_track_id(track),
                                  dti_result_track_points(result, node, track)));
        } else {
            ck_assert(is_null(tracks, dti_track_id(track)));
        }
    }
    ck_assert_int_eq(cJSON_GetArraySize(member(at, "stated")),
                     (int)dti_result_stated_count(result, node));
    ck_assert_int_eq(cJSON_GetArraySize(member(at, "agencies")),
                     (int)dti_result_agency_count(result, node));
    ck_assert_int_eq(is_null(at, "step"), dti_result_step(result, node) == DTI_STEP_NONE);
    ck_assert_int_eq(is_null(at, "trace"),
                     dti_framework_node_kind(framework, node) != DTI_NODE_COMPONENT);
}

static const struct {
    dti_track track;
    const char *numbering;
    dti_lang lang;
} sheets[] = {
    {DTI_TRACK_APPRAISED, NULL, DTI_LANG_VI},
    {DTI_TRACK_APPRAISED, "official", DTI_LANG_EN},
    {DTI_TRACK_COMPUTED, "province", DTI_LANG_EN},
    {DTI_TRACK_COMPUTED, "official", DTI_LANG_VI},
};

START_TEST(says_what_the_getters_say)
{
    dti_dossier *dossiers[] = {sample_tiny(), sample_quangnam()};
    for (int i = 0; i < LENGTH_OF(dossiers); i++) {
        struct sheet sheet =
            open_sheet(dossiers[i], sheets[_i].track, sheets[_i].numbering, sheets[_i].lang);
        const size_t count = dti_result_node_count(sheet.result);
        ck_assert_str_eq(text_of(sheet.tree, "track"), dti_track_id(sheets[_i].track));
        ck_assert_int_eq(cJSON_GetArraySize(member(sheet.tree, "nodes")), (int)count);
        for (size_t node = 0; node < count; node++) {
            check_node(&sheet, node, sheets[_i].numbering);
        }
        ck_assert_int_eq(cJSON_GetArraySize(member(sheet.tree, "findings")),
                         (int)dti_report_count(dti_result_findings(sheet.result)));
        close_sheet(&sheet);
        dti_dossier_unref(dossiers[i]);
    }
}
END_TEST

/* The numbers of the plan as another program reads them. */
START_TEST(says_the_numbers_of_the_plan)
{
    dti_dossier *dossier = sample_quangnam();
    struct sheet sheet = open_sheet(dossier, DTI_TRACK_APPRAISED, NULL, DTI_LANG_EN);
    const cJSON *overall = node_of(&sheet, sample_node(sheet.result, "dti"));
    ck_assert_double_eq(number_of(overall, "points"), 583.83);
    ck_assert_double_eq(number_of(overall, "value"), 0.58383);
    const cJSON *stated = cJSON_GetArrayItem(member(overall, "stated"), 0);
    ck_assert_str_eq(text_of(stated, "text"), "0,5808");
    ck_assert_double_eq(number_of(stated, "number"), 0.5808);
    ck_assert_double_eq(number_of(stated, "difference"), 0.00303);
    const cJSON *rank = cJSON_GetArrayItem(member(overall, "stated"), 1);
    ck_assert_str_eq(text_of(rank, "quantity"), "rank");
    ck_assert(is_null(rank, "difference"));
    const cJSON *third = node_of(&sheet, sample_node(sheet.result, "3"));
    ck_assert_double_eq(number_of(member(third, "unallocated"), "points"), 19.98);
    ck_assert_double_eq(number_of(member(third, "unallocated"), "max_points"), 20);
    ck_assert(is_null(overall, "unallocated"));
    const cJSON *files = node_of(&sheet, sample_node(sheet.result, "6.12"));
    ck_assert_double_eq(number_of(member(files, "step"), "gain"), 0.25);
    ck_assert_double_eq(number_of(member(files, "trace"), "points"), 12.79);
    ck_assert_double_eq_tol(number_of(member(files, "trace"), "quantity"), 0.5116, 1e-15);
    ck_assert_str_eq(text_of(cJSON_GetArrayItem(member(member(files, "trace"), "inputs"), 0), "id"),
                     "files-processed-online-share");
    close_sheet(&sheet);
    dti_dossier_unref(dossier);
}
END_TEST

/* Codes follow the numbering asked for, and a node that has none there says so. */
START_TEST(codes_follow_the_numbering)
{
    dti_dossier *dossier = sample_tiny();
    struct sheet sheet = open_sheet(dossier, DTI_TRACK_DEFAULT, "official", DTI_LANG_VI);
    const cJSON *spending = node_of(&sheet, sample_node(sheet.result, "2.1"));
    ck_assert_str_eq(text_of(sheet.tree, "numbering"), "official");
    ck_assert_str_eq(text_of(spending, "code"), "1.1");
    ck_assert_str_eq(cJSON_GetArrayItem(member(spending, "parents"), 0)->valuestring, "1");
    ck_assert(is_null(node_of(&sheet, sample_node(sheet.result, "2.5")), "code"));
    close_sheet(&sheet);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(unknown_numbering_is_refused)
{
    dti_dossier *dossier = sample_tiny();
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_refused(dti_result_write(result, "no-such", DTI_LANG_VI, &text, &error), DTI_E_NOT_FOUND,
                   &error);
    sample_refused(dti_result_write(result, "", DTI_LANG_VI, &text, &error), DTI_E_NOT_FOUND,
                   &error);
    ck_assert_ptr_null(text);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

/* Nothing is said, so nothing is known: nulls, and a coverage of what is decided all the same. */
START_TEST(empty_dossier_is_written)
{
    dti_dossier_builder *builder = sample_begin(false);
    dti_dossier *dossier = sample_build(builder);
    struct sheet sheet = open_sheet(dossier, DTI_TRACK_DEFAULT, NULL, DTI_LANG_VI);
    const cJSON *users = node_of(&sheet, sample_node(sheet.result, "1.1.1"));
    ck_assert_str_eq(text_of(sheet.tree, "track"), "computed");
    ck_assert(is_null(member(sheet.tree, "unit"), "names"));
    ck_assert_str_eq(text_of(users, "state"), "missing");
    ck_assert(is_null(users, "step"));
    ck_assert(is_null(member(users, "trace"), "points"));
    ck_assert(is_null(member(users, "trace"), "quantity"));
    ck_assert(is_null(member(users, "tracks"), "computed"));
    ck_assert_double_eq(number_of(users, "upper"), 10);
    close_sheet(&sheet);
    dti_dossier_unref(dossier);
    dti_dossier_builder_free(builder);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("result");
    TCase *tcase = tcase_create("result");
    tcase_add_test(tcase, names_what_made_it);
    tcase_add_loop_test(tcase, says_what_the_getters_say, 0, LENGTH_OF(sheets));
    tcase_add_test(tcase, says_the_numbers_of_the_plan);
    tcase_add_test(tcase, codes_follow_the_numbering);
    tcase_add_test(tcase, unknown_numbering_is_refused);
    tcase_add_test(tcase, empty_dossier_is_written);
    suite_add_tcase(suite, tcase);
    return suite;
}
