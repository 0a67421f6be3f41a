/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Merging forms: in any order, in any batches, twice over, it is one dossier; nothing is lost, sums
 * are complete or say that they are not, and whoever contradicts whom is named. */
#include "forms.h"

static dti_collection *collection;
static struct forms_plan plan;
static dti_dossier *empty;
static dti_form *forms[FORMS_COUNT];

static void setup(void)
{
    collection = forms_collection();
    ck_assert_uint_eq(dti_collection_reporter_count(collection), FORMS_COUNT);
    forms_plan_make(&plan, collection->framework, 20240115);
    empty = forms_dossier(collection);
    for (size_t r = 0; r < FORMS_COUNT; r++)
        forms[r] = forms_full(collection, &plan, r);
}

static void teardown(void)
{
    for (size_t r = 0; r < FORMS_COUNT; r++)
        dti_form_unref(forms[r]);
    free(plan.values);
    dti_dossier_unref(empty);
    dti_collection_unref(collection);
}

/* Merges and applies; the findings of the merge are dropped unless they are asked for. */
static dti_dossier *merge(const dti_dossier *dossier, dti_form *const *some, size_t count,
                          size_t *changed, dti_report **report)
{
    dti_changes *changes = NULL;
    dti_dossier *merged = NULL;
    dti_error *error = NULL;
    sample_must(dti_merge(dossier, (const dti_form *const *)some, count, &changes, report, &error),
                &error);
    if (changed != NULL)
        *changed = dti_changes_count(changes);
    sample_must(dti_changes_apply(changes, dossier, &merged, &error), &error);
    dti_changes_free(changes);
    return merged;
}

static void merge_into(dti_dossier **dossier, dti_form *const *some, size_t count)
{
    dti_dossier *merged = merge(*dossier, some, count, NULL, NULL);
    dti_dossier_unref(*dossier);
    *dossier = merged;
}

static void merge_one(dti_dossier **dossier, dti_form *form)
{
    merge_into(dossier, &form, 1);
    dti_form_unref(form);
}

static size_t input_of(const char *id)
{
    return sample_input(collection->framework, id);
}

/* The findings of a dossier, as one text in English. */
static char *reviewed(const dti_dossier *dossier, const dti_dossier *last_year)
{
    struct random_text text = {NULL, 0, 0};
    dti_report *report = NULL;
    dti_error *error = NULL;
    sample_must(dti_merge_review(dossier, last_year, &report, &error), &error);
    random_put(&text, "%s", "");
    for (size_t i = 0; i < dti_report_count(report); i++) {
        char line[1024];
        dti_report_format(report, i, DTI_LANG_EN, line, sizeof line);
        random_put(&text, "%s %s %s\n", dti_report_id(report, i), dti_report_pointer(report, i),
                   line);
    }
    dti_report_unref(report);
    return text.bytes;
}

/* ── one dossier, whatever the order ── */

static void shuffle(dti_form **list, size_t count, uint64_t *seed)
{
    for (size_t i = count; i > 1; i--) {
        const size_t other = random_below(seed, (uint32_t)i);
        dti_form *form = list[i - 1];
        list[i - 1] = list[other];
        list[other] = form;
    }
}

START_TEST(order_and_batches_leave_no_trace)
{
    dti_dossier *whole = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    uint64_t seed = 7919 * (uint64_t)(_i + 1);
    dti_form *list[FORMS_COUNT + 8];
    memcpy(list, forms, sizeof forms);
    for (size_t i = FORMS_COUNT; i < FORMS_COUNT + 8; i++) /* some come twice */
        list[i] = forms[random_below(&seed, FORMS_COUNT)];
    shuffle(list, FORMS_COUNT + 8, &seed);
    dti_dossier *dossier = dti_dossier_ref(empty);
    const uint32_t most = _i % 4 == 0 ? 1 : 20;
    for (size_t at = 0; at < FORMS_COUNT + 8;) {
        size_t batch = 1 + random_below(&seed, most);
        batch = batch < FORMS_COUNT + 8 - at ? batch : FORMS_COUNT + 8 - at;
        merge_into(&dossier, list + at, batch);
        at += batch;
    }
    ck_assert_uint_eq(strlen(dti_dossier_digest(whole)), 71);
    ck_assert_str_eq(dti_dossier_digest(dossier), dti_dossier_digest(whole));
    dti_dossier_unref(dossier);
    dti_dossier_unref(whole);
}
END_TEST

/* The same with figures that the dossier had before anybody reported. */
START_TEST(earlier_figures_stay_readable)
{
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    uint64_t seed = 31 + (uint64_t)_i;
    sample_must(dti_dossier_builder_new(collection->framework, "gso:49", FORMS_YEAR, NULL, &builder,
                                        &error),
                &error);
    sample_must(dti_dossier_builder_set_number(builder, "households", 400000, &error), &error);
    sample_must(dti_dossier_builder_set_number(builder, "dx-civil-servants-full-time", 7, &error),
                &error);
    sample_must(dti_dossier_builder_set_state(builder, "graduates", DTI_STATE_REJECTED,
                                              "Thiếu chữ ký", &error),
                &error);
    dti_dossier *before = sample_build(builder);
    dti_dossier_builder_free(builder);
    dti_dossier *whole = merge(before, forms, FORMS_COUNT, NULL, NULL);
    dti_form *list[FORMS_COUNT];
    memcpy(list, forms, sizeof forms);
    shuffle(list, FORMS_COUNT, &seed);
    dti_dossier *dossier = dti_dossier_ref(before);
    for (size_t i = 0; i < FORMS_COUNT; i += 2)
        merge_into(&dossier, list + i, 2);
    ck_assert_str_eq(dti_dossier_digest(dossier), dti_dossier_digest(whole));
    const size_t input = input_of("dx-civil-servants-full-time");
    ck_assert_uint_eq(dti_dossier_report_count(whole, input), 2);
    ck_assert_str_eq(dti_dossier_report_reporter(whole, input, 0), "");
    ck_assert_double_eq(dti_dossier_report_number(whole, input, 0), 7);
    ck_assert_double_eq(dti_dossier_input_number(whole, input), plan.values[input]);
    char *text = sample_written(whole);
    ck_assert_ptr_nonnull(strstr(text, "Thiếu chữ ký"));
    free(text);
    dti_dossier_unref(dossier);
    dti_dossier_unref(whole);
    dti_dossier_unref(before);
}
END_TEST

/* What people hand in when they do not agree, neither with each other nor with themselves. */
static const struct {
    const char *reporter;
    const char *date;
    int revision;
    const char *rows;
} quarrels[] = {
    {"so-thong-tin-va-truyen-thong", "2024-02-01", 2, "{\"row\":\"VIII.1\",\"value\":3}"},
    {"so-thong-tin-va-truyen-thong", "2024-02-01", 2, "{\"row\":\"VIII.1\",\"value\":4}"},
    {"so-thong-tin-va-truyen-thong", "2024-02-01", 1,
     "{\"row\":\"VIII.1\",\"state\":\"not-applicable\",\"reason\":{\"vi\":\"không có\"},"
     "\"note\":{\"vi\":\"ghi chú\"}}"},
    {"so-thong-tin-va-truyen-thong", "2024-01-31", 9, "{\"row\":\"VIII.1\",\"value\":5}"},
    {"buu-dien-tinh", "2024-02-01", 3, "{\"row\":\"I.1\",\"note\":{\"vi\":\"sẽ báo cáo sau\"}}"},
    {"so-thong-tin-va-truyen-thong", "2024-02-01", 2,
     "{\"row\":\"IV.4\",\"list\":[{\"name\":\"A\",\"counts\":true},"
     "{\"name\":\"B\",\"counts\":true}]}"},
    {"so-thong-tin-va-truyen-thong", "2024-02-01", 2, "{\"row\":\"IV.4\",\"value\":2}"},
    {"huyen-dai-loc", "2024-02-01", 2, "{\"row\":\"I.1\",\"state\":\"not-assessed\"}"},
    {"huyen-dai-loc", "2024-02-01", 3, "{\"row\":\"I.1\",\"state\":\"not-applicable\"}"},
    {"huyen-hiep-duc", "2024-02-01", 2, "{\"row\":\"I.6\",\"parts\":[1,2,3,1]}"},
    {"huyen-hiep-duc", "2024-02-01", 2, "{\"row\":\"I.6\",\"parts\":[3,2,1,1]}"},
    {"so-noi-vu", "2024-02-03", 2, "{\"row\":\"II.5\",\"parts\":[1,1,1,1]}"},
    {"so-noi-vu", "2024-02-03", 2, "{\"row\":\"II.5\",\"value\":4}"},
    {"so-noi-vu", "2024-02-01", 2, "{\"row\":\"II.1\",\"value\":1}"},
    {"cuc-thong-ke-tinh", "2024-02-02", 2, "{\"row\":\"IV.1\",\"value\":12.5}"},
};
#define QUARRELS (sizeof quarrels / sizeof quarrels[0])

static dti_dossier *typed_in(void)
{
    dti_dossier_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_dossier_builder_new(collection->framework, "gso:49", FORMS_YEAR, NULL, &builder,
                                        &error),
                &error);
    sample_must(dti_dossier_builder_set_number(builder, "postal-points-online", 8, &error), &error);
    sample_must(dti_dossier_builder_set_number(builder, "budget-spending-total", 9, &error),
                &error);
    sample_must(dti_dossier_builder_set_state(builder, "dx-civil-servants-full-time-districts",
                                              DTI_STATE_NOT_ASSESSED, "Chờ cấp huyện", &error),
                &error);
    dti_dossier *dossier = sample_build(builder);
    dti_dossier_builder_free(builder);
    return dossier;
}

static void decide(dti_dossier **dossier, const char *input, const char *reporter, double value,
                   const char *at);

START_TEST(quarrels_leave_no_trace_of_their_order_either)
{
    dti_form *all[FORMS_COUNT + 2 * QUARRELS];
    uint64_t seed = 104729 * (uint64_t)(_i + 1);
    memcpy(all, forms, sizeof forms);
    for (size_t i = 0; i < 2 * QUARRELS; i++)
        all[FORMS_COUNT + i] =
            forms_one(collection, quarrels[i % QUARRELS].reporter, quarrels[i % QUARRELS].date,
                      quarrels[i % QUARRELS].revision, quarrels[i % QUARRELS].rows);
    dti_dossier *before = typed_in();
    dti_dossier *whole = merge(before, all, FORMS_COUNT + QUARRELS, NULL, NULL);
    decide(&whole, "budget-spending-total", NULL, 11, "2024-02-10T08:00:00+07:00");
    const size_t points = input_of("postal-points-online");
    ck_assert_int_eq(dti_dossier_input_is_disputed(whole, points), 1);
    ck_assert_double_eq(dti_dossier_input_number(whole, points), 8);
    ck_assert_double_eq(dti_dossier_input_number(whole, input_of("budget-spending-total")), 11);
    shuffle(all, FORMS_COUNT + 2 * QUARRELS, &seed);
    bool is_decided = false;
    for (size_t at = 0; at < FORMS_COUNT + 2 * QUARRELS;) {
        size_t batch = 1 + random_below(&seed, 9);
        batch = batch < FORMS_COUNT + 2 * QUARRELS - at ? batch : FORMS_COUNT + 2 * QUARRELS - at;
        merge_into(&before, all + at, batch);
        at += batch;
        if (!is_decided &&
            dti_dossier_report_count(before, input_of("budget-spending-total")) > 1) {
            decide(&before, "budget-spending-total", NULL, 11, "2024-02-10T08:00:00+07:00");
            is_decided = true;
        }
    }
    ck_assert_str_eq(dti_dossier_digest(before), dti_dossier_digest(whole));
    for (size_t i = 0; i < FORMS_COUNT + 2 * QUARRELS; i++) {
        bool is_own = true;
        for (size_t k = 0; k < FORMS_COUNT; k++)
            is_own = is_own && all[i] != forms[k];
        if (is_own)
            dti_form_unref(all[i]);
    }
    dti_dossier_unref(before);
    dti_dossier_unref(whole);
}
END_TEST

START_TEST(merged_twice_is_merged_once)
{
    size_t changed = 1;
    dti_report *report = NULL;
    dti_dossier *once = merge(empty, forms, FORMS_COUNT, &changed, NULL);
    ck_assert_uint_gt(changed, 137);
    dti_dossier *twice = merge(once, forms, FORMS_COUNT, &changed, &report);
    ck_assert_uint_eq(changed, 0);
    ck_assert_str_eq(dti_dossier_digest(twice), dti_dossier_digest(once));
    dti_report_unref(report);
    dti_dossier_unref(twice);
    dti_dossier_unref(once);
}
END_TEST

/* ── nothing is lost ── */

static void check_kept(const dti_dossier *dossier, const dti_form *form, size_t row)
{
    const dti_collection *of = dti_form_collection(form);
    const size_t reporter = dti_form_reporter(form);
    const size_t first =
        dti_collection_form_first_row(of, dti_collection_reporter_form(of, reporter));
    const size_t input = dti_collection_row_input(of, first + row);
    for (size_t i = 0; i < dti_dossier_report_count(dossier, input); i++) {
        if (strcmp(dti_dossier_report_reporter(dossier, input, i),
                   dti_collection_reporter_id(of, reporter)) != 0 ||
            strcmp(dti_dossier_report_row(dossier, input, i),
                   dti_collection_row_key(of, first + row)) != 0)
            continue;
        ck_assert_int_eq(dti_dossier_report_state(dossier, input, i),
                         dti_form_row_state(form, first + row));
        ck_assert_double_eq(dti_dossier_report_number(dossier, input, i),
                            dti_form_row_number(form, first + row));
        ck_assert_str_eq(dti_dossier_report_date(dossier, input, i), dti_form_date(form));
        ck_assert_int_eq(dti_dossier_report_is_superseded(dossier, input, i), 0);
        return;
    }
    ck_abort_msg("row %s of %s is lost", dti_collection_row_key(of, first + row),
                 dti_collection_reporter_id(of, reporter));
}

START_TEST(every_cell_is_in_a_report)
{
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    size_t cells = 0;
    for (size_t r = 0; r < FORMS_COUNT; r++) {
        const size_t rows =
            dti_collection_form_row_count(collection, dti_collection_reporter_form(collection, r));
        for (size_t i = 0; i < rows; i++, cells++)
            check_kept(dossier, forms[r], i);
    }
    ck_assert_uint_eq(cells, 137 + 17 * 7 + 1); /* XIII has 7 rows and 18 reporters, XVI two */
    char *findings = reviewed(dossier, NULL);
    ck_assert_msg(strstr(findings, "DTI-096") == NULL, "%s", findings);
    free(findings);
    for (size_t i = 0; i < collection->framework->input_count; i++)
        ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, i), 0);
    const size_t sum = input_of("dx-civil-servants-full-time-districts");
    ck_assert_double_eq(dti_dossier_input_number(dossier, sum), 40);
    dti_dossier_unref(dossier);
}
END_TEST

/* Names go into the dossier with the reports, so that an explanation can tell who is behind it. */
START_TEST(an_explanation_names_who_reported)
{
    static const struct {
        const char *code;
        size_t agencies;
        const char *agency;
        const char *says;
    } nodes[] = {
        {"4.7", 1, "Sở Nội vụ", "Sở Nội vụ, biểu II, dòng II.6, ngày"},
        {"1.10", 18, "Núi Thành", "18 trong 18 đơn vị đã báo cáo (biểu XIII, dòng I.1)"},
        {"7.8", 2, "Bưu điện tỉnh", "dòng VIII.1, ngày"},
    };
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    bool is_named = false;
    options.track = DTI_TRACK_COMPUTED;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    const size_t node = dti_framework_find(collection->framework, NULL, nodes[_i].code);
    sample_must(dti_result_explain(result, node, NULL, DTI_LANG_VI, &text, &error), &error);
    ck_assert_uint_eq(dti_result_agency_count(result, node), nodes[_i].agencies);
    for (size_t i = 0; i < nodes[_i].agencies; i++)
        is_named = is_named || strstr(dti_result_agency_name(result, node, i, DTI_LANG_VI),
                                      nodes[_i].agency) != NULL;
    ck_assert(is_named);
    ck_assert_msg(strstr(dti_text_data(text), nodes[_i].says) != NULL, "%s", dti_text_data(text));
    dti_text_free(text);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
}
END_TEST

static char *explained(const dti_dossier *dossier, const char *code)
{
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    dti_result *result = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.track = DTI_TRACK_COMPUTED;
    sample_must(dti_score(dossier, &options, &result, &error), &error);
    sample_must(dti_result_explain(result, dti_framework_find(collection->framework, NULL, code),
                                   NULL, DTI_LANG_EN, &text, &error),
                &error);
    char *copy = strdup(dti_text_data(text));
    ck_assert_ptr_nonnull(copy);
    dti_text_free(text);
    dti_result_unref(result);
    return copy;
}

/* A source speaks of the figure that it gave, and of no other. */
START_TEST(a_source_vouches_for_its_own_figure)
{
    static const char text[] =
        "{\"format\":\"dti-dossier/1\",\"id\":\"x\",\"version\":\"1.0.0\",\"framework\":{\"id\":"
        "\"vn-dti-province-922\",\"version\":\"1.0.0\"},\"unit\":{\"id\":\"gso:49\"},\"year\":2023,"
        "\"sources\":[{\"id\":\"kh\",\"titles\":{\"vi\":\"KH\"}}],"
        "\"inputs\":[{\"id\":\"files-processed-online-share\",\"value\":51.16,"
        "\"origin\":{\"kind\":\"system\"},"
        "\"provenance\":{\"kind\":\"source\",\"source\":\"kh\",\"place\":\"trang 99\"}}]}";
    static const struct {
        const char *value; /* NULL: set by hand */
        bool is_told;
    } rows[] = {{"51.16", true}, {"77", false}, {NULL, false}};
    char row[64];
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(
        dti_dossier_parse(text, sizeof text - 1, collection->framework, NULL, &dossier, &error),
        &error);
    if (rows[_i].value != NULL) {
        snprintf(row, sizeof row, "{\"row\":\"VII.12\",\"value\":%s}", rows[_i].value);
        merge_one(&dossier,
                  forms_one(collection, "so-thong-tin-va-truyen-thong", "2024-01-15", 1, row));
    } else {
        dti_changes *changes = NULL;
        dti_dossier *changed = NULL;
        sample_must(dti_changes_new(collection->framework, NULL, &changes, &error), &error);
        sample_must(
            dti_changes_set_number(changes, "files-processed-online-share", 77, NULL, &error),
            &error);
        sample_must(dti_changes_apply(changes, dossier, &changed, &error), &error);
        dti_changes_free(changes);
        dti_dossier_unref(dossier);
        dossier = changed;
    }
    char *told = explained(dossier, "6.12");
    ck_assert_msg((strstr(told, "trang 99") != NULL) == rows[_i].is_told, "%s", told);
    free(told);
    dti_dossier_unref(dossier);
}
END_TEST

static const struct {
    const char *said;
    const char *vi;
    const char *en;
} remarks[] = {
    {"\"reason\":{\"vi\":\"R\"},\"note\":{\"vi\":\"N\"}", "R; N", NULL},
    {"\"reason\":{\"vi\":\"R\",\"en\":\"why\"},\"note\":{\"vi\":\"N\"}", "R; N", "why; N"},
    {"\"reason\":{\"vi\":\"R\"},\"note\":{\"vi\":\"N\",\"en\":\"also\"}", "R; N", "R; also"},
    {"\"reason\":{\"vi\":\"R\"},\"note\":{\"vi\":\"R\"}", "R", NULL},
    {"\"reason\":{\"vi\":\"R\",\"en\":\"why\"}", "R", "why"},
};

START_TEST(no_remark_is_lost_in_either_language)
{
    char row[256];
    dti_dossier *dossier = dti_dossier_ref(empty);
    snprintf(row, sizeof row, "{\"row\":\"II.1\",\"state\":\"not-assessed\",%s}", remarks[_i].said);
    merge_one(&dossier, forms_one(collection, "so-noi-vu", "2024-01-15", 1, row));
    const struct dti__figure *figure = &dossier->figures[input_of("dx-civil-servants-full-time")];
    ck_assert_uint_eq(figure->report_count, 1);
    ck_assert_str_eq(figure->reports[0].note.vi, remarks[_i].vi);
    ck_assert_pstr_eq(figure->reports[0].note.en, remarks[_i].en);
    dti_dossier_unref(dossier);
}
END_TEST

/* ── sums ── */

START_TEST(a_sum_waits_for_all)
{
    const size_t sum = input_of("dx-civil-servants-full-time-districts");
    dti_dossier *dossier = dti_dossier_ref(empty);
    size_t last = DTI_NONE;
    for (size_t r = 0; r < FORMS_COUNT; r++) {
        if (strcmp(collection->forms[collection->reporters[r].form].id, "XIII") != 0)
            continue;
        if (last != DTI_NONE)
            merge_into(&dossier, &forms[last], 1);
        last = r;
    }
    ck_assert_uint_eq(dti_dossier_report_count(dossier, sum), 18);
    ck_assert_int_eq(dti_dossier_input_state(dossier, sum), DTI_STATE_NOT_ASSESSED);
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, sum), 0);
    char *findings = reviewed(dossier, NULL);
    ck_assert_msg(strstr(findings, "17 of 18 reports") != NULL, "%s", findings);
    free(findings);
    merge_into(&dossier, &forms[last], 1);
    ck_assert_int_eq(dti_dossier_input_state(dossier, sum), DTI_STATE_PRESENT);
    ck_assert_double_eq(dti_dossier_input_number(dossier, sum), 40);
    dti_dossier_unref(dossier);
}
END_TEST

/* ── conflicts ── */

struct conflict {
    const char *reporter;
    const char *row; /* what is planted, as revision 2 */
    const char *input;
    const char *id; /* of the finding */
    const char *origins[2];
};

static const struct conflict conflicts[] = {
    /* two agencies on one figure */
    {"so-thong-tin-va-truyen-thong",
     "{\"row\":\"VIII.1\",\"value\":3}",
     "postal-points-online",
     "DTI-0964",
     {"Department of Information and Communications, form I, row VIII.1",
      "Provincial Post Office, form XIV, row I.1"}},
    {"cuc-thong-ke-tinh",
     "{\"row\":\"IV.1\",\"value\":3.25}",
     "budget-spending-total",
     "DTI-0964",
     {"Department of Finance, form IV, row I.2",
      "Provincial Statistics Office, form IX, row IV.1"}},
    /* parts against a total */
    {"so-cong-thuong",
     "{\"row\":\"I.2\",\"value\":3}",
     "marketplace-transactions",
     "DTI-0966",
     {"Department of Industry and Trade, form VII, row I.2",
      "(form XIV, row I.2; form XV, row I.2)"}},
    /* a ratio against its counts */
    {"cuc-thue-tinh",
     "{\"row\":\"I.2\",\"value\":0.5}",
     "enterprises-e-tax-share",
     "DTI-0966",
     {"form VIII, row I.2", "(form VIII, row I.1; form III, row I.1)"}},
    {"cuc-thong-ke-tinh",
     "{\"row\":\"V.1\",\"value\":1.25}",
     "digital-economy-share",
     "DTI-0966",
     {"form IX, row V.1", "(form IX, row V.2; form IX, row V.3)"}},
    {"so-thong-tin-va-truyen-thong",
     "{\"row\":\"IV.1\",\"value\":99.5}",
     "fibre-households-share",
     "DTI-0966",
     {"form I, row IV.1", "(form XVI, row I.1; form IX, row I.4)"}},
    /* districts against the department */
    {"so-noi-vu",
     "{\"row\":\"II.1\",\"value\":39}",
     "dx-civil-servants-full-time",
     "DTI-0967",
     {"Department of Home Affairs, form II, row II.1", "of 18 reporters (form XIII, row I.2)"}},
};

START_TEST(conflicts_are_found_and_named)
{
    const struct conflict *conflict = &conflicts[_i];
    const size_t input = input_of(conflict->input);
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    merge_one(&dossier, forms_one(collection, conflict->reporter, "2024-02-01", 2, conflict->row));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    ck_assert_int_eq(dti_dossier_input_state(dossier, input), DTI_STATE_NOT_ASSESSED);
    for (size_t i = 0; i < collection->framework->input_count; i++)
        ck_assert_msg(i == input || !dti_dossier_input_is_disputed(dossier, i), "%s",
                      collection->framework->inputs[i].id);
    char *findings = reviewed(dossier, NULL);
    char *line = strstr(findings, conflict->id);
    ck_assert_msg(line != NULL, "%s", findings);
    ck_assert_msg(strstr(line, conflict->origins[0]) != NULL, "%s", findings);
    ck_assert_msg(strstr(line, conflict->origins[1]) != NULL, "%s", findings);
    ck_assert_msg(strstr(line, conflict->input) != NULL, "%s", findings);
    free(findings);
    char *text = sample_written(dossier); /* who checks the document is told as well */
    dti_report *report = NULL;
    ck_assert_int_eq(
        dti_dossier_check(text, strlen(text), collection->framework, NULL, &report, NULL), DTI_OK);
    size_t told = 0;
    for (size_t i = 0; i < dti_report_count(report); i++)
        told += strcmp(dti_report_id(report, i), conflict->id) == 0;
    ck_assert_uint_gt(told, 0);
    dti_report_unref(report);
    free(text);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(a_later_revision_supersedes)
{
    const size_t input = input_of("budget-spending-total");
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    const double before = dti_dossier_input_number(dossier, input);
    const size_t count = dti_dossier_report_count(dossier, input);
    ck_assert_uint_eq(count, 3);
    merge_one(&dossier, forms_one(collection, "cuc-thong-ke-tinh", "2024-02-01", 2,
                                  "{\"row\":\"IV.1\",\"value\":12.5}"));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    merge_one(&dossier, forms_one(collection, "so-tai-chinh", "2024-02-02", 2,
                                  "{\"row\":\"I.2\",\"value\":12.5},"
                                  "{\"row\":\"IV.2\",\"value\":12.5}"));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input), 12.5);
    ck_assert_uint_eq(dti_dossier_report_count(dossier, input), 6);
    size_t superseded = 0;
    for (size_t i = 0; i < 6; i++) {
        if (!dti_dossier_report_is_superseded(dossier, input, i))
            continue;
        superseded++;
        ck_assert_double_eq(dti_dossier_report_number(dossier, input, i), before);
    }
    ck_assert_uint_eq(superseded, 3);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(one_revision_with_two_figures_is_a_conflict)
{
    const size_t input = input_of("graduates");
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    const char *reporter = NULL;
    char row[64];
    for (size_t i = 0; i < dti_dossier_report_count(dossier, input); i++)
        reporter = dti_dossier_report_reporter(dossier, input, i);
    ck_assert_ptr_nonnull(reporter);
    snprintf(row, sizeof row, "{\"row\":\"%s\",\"value\":5}",
             dti_dossier_report_row(dossier, input, 0));
    char *who = strdup(reporter);
    char *date = strdup(dti_dossier_report_date(dossier, input, 0));
    merge_one(&dossier, forms_one(collection, who, date, 1, row));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    char *findings = reviewed(dossier, NULL);
    ck_assert_ptr_nonnull(strstr(findings, "DTI-0965"));
    const size_t of = dti_collection_reporter_find(collection, who);
    ck_assert_ptr_nonnull(
        strstr(findings, dti_collection_reporter_name(collection, of, DTI_LANG_EN)));
    ck_assert_ptr_null(strstr(findings, who));
    free(findings);
    merge_one(&dossier, forms_one(collection, who, date, 2, row));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input), 5);
    free(who);
    free(date);
    dti_dossier_unref(dossier);
}
END_TEST

/* ── decisions ── */

static void decide(dti_dossier **dossier, const char *input, const char *reporter, double value,
                   const char *at)
{
    dti_changes *changes = NULL;
    dti_dossier *decided = NULL;
    dti_error *error = NULL;
    sample_must(dti_changes_new(collection->framework, NULL, &changes, &error), &error);
    sample_must(dti_changes_decide(changes, input, reporter, value, "Nguyễn Văn A", at,
                                   "Đối chiếu với quyết toán", &error),
                &error);
    sample_must(dti_changes_apply(changes, *dossier, &decided, &error), &error);
    dti_changes_free(changes);
    dti_dossier_unref(*dossier);
    *dossier = decided;
}

START_TEST(a_decision_settles_until_a_later_report)
{
    const size_t input = input_of("postal-points-online");
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    merge_one(&dossier, forms_one(collection, "so-thong-tin-va-truyen-thong", "2024-02-01", 2,
                                  "{\"row\":\"VIII.1\",\"value\":3}"));
    decide(&dossier, "postal-points-online", "so-thong-tin-va-truyen-thong", 0,
           "2024-02-03T08:00:00+07:00");
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input), 3);
    char *text = sample_written(dossier);
    ck_assert_ptr_nonnull(strstr(text, "Đối chiếu với quyết toán"));
    free(text);
    decide(&dossier, "postal-points-online", NULL, 4, "2024-02-03T09:00:00+07:00");
    ck_assert_double_eq(dti_dossier_input_number(dossier, input), 4);
    /* Of the day of the decision: it was known. */
    merge_one(&dossier, forms_one(collection, "so-thong-tin-va-truyen-thong", "2024-02-03", 3,
                                  "{\"row\":\"VIII.1\",\"value\":5}"));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input), 4);
    merge_one(&dossier, forms_one(collection, "so-thong-tin-va-truyen-thong", "2024-02-04", 4,
                                  "{\"row\":\"VIII.1\",\"value\":6}"));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    ck_assert_int_eq(dti_dossier_input_state(dossier, input), DTI_STATE_NOT_ASSESSED);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(what_it_derives_from_can_be_decided_for)
{
    const size_t input = input_of("marketplace-transactions");
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    merge_one(&dossier, forms_one(collection, "so-cong-thuong", "2024-02-01", 2,
                                  "{\"row\":\"I.2\",\"value\":3}"));
    decide(&dossier, "marketplace-transactions", "", 0, "2024-02-03T08:00:00+07:00");
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input),
                        plan.values[input_of("postmart-transactions")] +
                            plan.values[input_of("voso-transactions")]);
    dti_dossier_unref(dossier);
}
END_TEST

/* A later report of what a figure is held against opens the matter again, like one of its own. */
static const struct {
    const char *input;
    const char *reporter; /* whose figure does not hold */
    const char *row;
    const char *decided; /* for whom */
    const char *other;   /* who reports later */
    const char *later;
} openings[] = {
    {"marketplace-transactions", "so-cong-thuong", "{\"row\":\"I.2\",\"value\":3}",
     "so-cong-thuong", "buu-dien-tinh", "{\"row\":\"I.2\",\"value\":77}"},
    {"fibre-households-share", "so-thong-tin-va-truyen-thong", "{\"row\":\"IV.1\",\"value\":99.5}",
     "so-thong-tin-va-truyen-thong", "cuc-thong-ke-tinh", "{\"row\":\"I.4\",\"value\":765432}"},
    {"dx-civil-servants-full-time", "so-noi-vu", "{\"row\":\"II.1\",\"value\":39}", "so-noi-vu",
     "huyen-dai-loc", "{\"row\":\"I.2\",\"value\":3}"},
};

START_TEST(a_later_report_of_the_other_side_opens_it_again)
{
    const size_t input = input_of(openings[_i].input);
    dti_dossier *dossier = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    merge_one(&dossier,
              forms_one(collection, openings[_i].reporter, "2024-02-01", 2, openings[_i].row));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    decide(&dossier, openings[_i].input, openings[_i].decided, 0, "2024-02-03T08:00:00+07:00");
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    merge_one(&dossier,
              forms_one(collection, openings[_i].other, "2024-02-03", 2, openings[_i].later));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    merge_one(&dossier,
              forms_one(collection, openings[_i].other, "2024-02-04", 2, openings[_i].later));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    dti_dossier_unref(dossier);
}
END_TEST

START_TEST(who_says_two_things_cannot_be_decided_for)
{
    const size_t input = input_of("postal-points-online");
    dti_dossier *dossier = dti_dossier_ref(empty);
    dti_dossier *decided = NULL;
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    for (int i = 0; i < 2; i++)
        merge_one(&dossier, forms_one(collection, "buu-dien-tinh", "2024-02-01", 1,
                                      i == 0 ? "{\"row\":\"I.1\",\"value\":3}"
                                             : "{\"row\":\"I.1\",\"value\":4}"));
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    sample_must(dti_changes_new(collection->framework, NULL, &changes, &error), &error);
    sample_must(dti_changes_decide(changes, "postal-points-online", "buu-dien-tinh", 0, "A",
                                   "2024-02-03T08:00:00+07:00", "r", &error),
                &error);
    sample_refused(dti_changes_apply(changes, dossier, &decided, &error), DTI_E_VALUE, &error);
    ck_assert_ptr_null(decided);
    dti_changes_free(changes);
    decide(&dossier, "postal-points-online", NULL, 4, "2024-02-03T08:00:00+07:00");
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 0);
    dti_dossier_unref(dossier);
}
END_TEST

/* 51 160 of 100 000 households: what is printed may differ by half of its last decimal. */
static const struct {
    const char *share;
    int is_disputed;
} printed[] = {{"51.16", 0}, {"51.2", 0}, {"51", 0},     {"51.1", 1},
               {"51.3", 1},  {"52", 1},   {"51.165", 1}, {"51.160", 0}};

START_TEST(a_share_may_be_rounded)
{
    char row[64];
    snprintf(row, sizeof row, "{\"row\":\"IV.1\",\"value\":%s}", printed[_i].share);
    dti_form *some[] = {
        forms_one(collection, "cuc-thong-ke-tinh", "2024-01-10", 1,
                  "{\"row\":\"I.4\",\"value\":100000}"),
        forms_one(collection, "vnpt-quang-nam", "2024-01-10", 1,
                  "{\"row\":\"I.1\",\"value\":30000}"),
        forms_one(collection, "viettel-quang-nam", "2024-01-10", 1,
                  "{\"row\":\"I.1\",\"value\":21160}"),
        forms_one(collection, "so-thong-tin-va-truyen-thong", "2024-01-10", 1, row),
    };
    dti_dossier *dossier = merge(empty, some, sizeof some / sizeof some[0], NULL, NULL);
    ck_assert_double_eq(dti_dossier_input_number(dossier, input_of("fibre-households")), 51160);
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input_of("fibre-households-share")),
                     printed[_i].is_disputed);
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++)
        dti_form_unref(some[i]);
    dti_dossier_unref(dossier);
}
END_TEST

/* Each alone is a count; together they are more than a count can be. */
START_TEST(a_sum_stays_within_the_range)
{
    const size_t input = input_of("fibre-households");
    dti_form *some[] = {
        forms_one(collection, "vnpt-quang-nam", "2024-01-10", 1,
                  "{\"row\":\"I.1\",\"value\":600000000000000}"),
        forms_one(collection, "viettel-quang-nam", "2024-01-10", 1,
                  "{\"row\":\"I.1\",\"value\":600000000000000}"),
    };
    dti_dossier *dossier = merge(empty, some, 2, NULL, NULL);
    ck_assert_int_eq(dti_dossier_input_is_disputed(dossier, input), 1);
    ck_assert_int_eq(dti_dossier_input_state(dossier, input), DTI_STATE_NOT_ASSESSED);
    char *findings = reviewed(dossier, NULL);
    ck_assert_msg(strstr(findings, "DTI-0969") != NULL, "%s", findings);
    free(findings);
    dti_form_unref(some[0]);
    dti_form_unref(some[1]);
    dti_dossier_unref(dossier);
}
END_TEST

/* ── refused ── */

static void check_refused(const char *text, dti_status status, const char *words)
{
    dti_changes *changes = NULL;
    dti_error *error = NULL;
    char message[512];
    dti_form *form = forms_parse(collection, text, strlen(text));
    const dti_form *some[] = {forms[0], form};
    ck_assert_int_eq(dti_merge(empty, some, 2, &changes, NULL, &error), status);
    ck_assert_ptr_null(changes);
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    ck_assert_msg(strstr(message, words) != NULL, "%s", message);
    dti_error_free(error);
    dti_form_unref(form);
}

START_TEST(forms_of_another_year_are_refused)
{
    check_refused("{\"format\":\"dti-form/1\",\"collection\":{\"id\":\"vn-quangnam-2023\","
                  "\"version\":\"1.0.0\"},\"reporter\":\"so-noi-vu\",\"unit\":{\"id\":\"gso:49\"},"
                  "\"year\":2022,\"date\":\"2024-01-01\",\"rows\":[]}",
                  DTI_E_VALUE, "Form II of \"so-noi-vu\" is for 2022");
}
END_TEST

/* ── jumps ── */

START_TEST(jumps_against_last_year_are_found)
{
    dti_dossier *last = merge(empty, forms, FORMS_COUNT, NULL, NULL);
    dti_dossier *now = dti_dossier_ref(last);
    char row[64];
    const size_t input = input_of("graduates");
    const size_t at = dti_dossier_report_count(now, input) - 1;
    char *who = strdup(dti_dossier_report_reporter(now, input, at));
    const double times = _i == 0 ? 3 : 4; /* three times is not yet a jump */
    snprintf(row, sizeof row, "{\"row\":\"%s\",\"value\":%d}",
             dti_dossier_report_row(now, input, at), (int)(times * plan.values[input]));
    merge_one(&now, forms_one(collection, who, "2024-02-01", 2, row));
    char *findings = reviewed(now, last);
    const char *found = strstr(findings, "DTI-0970");
    ck_assert_msg((found != NULL) == (_i == 1), "%s", findings);
    ck_assert_int_eq(found != NULL && strstr(found, "[graduates]") != NULL, _i == 1);
    free(findings);
    free(who);
    dti_dossier_unref(now);
    dti_dossier_unref(last);
}
END_TEST

/* ── memory ── */

/* The dossier brings the allocator, and what is merged into it uses the same. */
static dti_status merge_short(const dti_allocator *allocator, void *context)
{
    const char *text = context;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_dossier *dossier = NULL;
    dti_dossier *merged = NULL;
    dti_changes *changes = NULL;
    dti_report *report = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status =
        dti_dossier_parse(text, strlen(text), collection->framework, &options, &dossier, &error);
    if (status == DTI_OK)
        status = dti_merge(dossier, (const dti_form *const *)forms, FORMS_COUNT, &changes, &report,
                           &error);
    ck_assert_int_eq(status == DTI_OK, changes != NULL);
    ck_assert_int_eq(status == DTI_OK, report != NULL);
    if (status == DTI_OK)
        status = dti_changes_apply(changes, dossier, &merged, &error);
    ck_assert_int_eq(status == DTI_OK, merged != NULL);
    ck_assert_int_eq(status == DTI_OK, error == NULL);
    dti_error_free(error);
    dti_report_unref(report);
    dti_changes_free(changes);
    dti_dossier_unref(merged);
    dti_dossier_unref(dossier);
    return status;
}

START_TEST(memory_may_run_out)
{
    char *text = sample_written(empty);
    test_nomem_spread(merge_short, text, 40);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("merge");
    TCase *tc = tcase_create("merge");
    tcase_set_timeout(tc, 120);
    tcase_add_checked_fixture(tc, setup, teardown);
    tcase_add_loop_test(tc, order_and_batches_leave_no_trace, 0, 8);
    tcase_add_loop_test(tc, earlier_figures_stay_readable, 0, 2);
    tcase_add_loop_test(tc, quarrels_leave_no_trace_of_their_order_either, 0, 6);
    tcase_add_test(tc, merged_twice_is_merged_once);
    tcase_add_loop_test(tc, a_source_vouches_for_its_own_figure, 0, 3);
    tcase_add_loop_test(tc, no_remark_is_lost_in_either_language, 0,
                        (int)(sizeof remarks / sizeof remarks[0]));
    tcase_add_test(tc, every_cell_is_in_a_report);
    tcase_add_loop_test(tc, an_explanation_names_who_reported, 0, 3);
    tcase_add_test(tc, a_sum_waits_for_all);
    tcase_add_loop_test(tc, conflicts_are_found_and_named, 0,
                        (int)(sizeof conflicts / sizeof conflicts[0]));
    tcase_add_test(tc, a_later_revision_supersedes);
    tcase_add_test(tc, one_revision_with_two_figures_is_a_conflict);
    tcase_add_test(tc, a_decision_settles_until_a_later_report);
    tcase_add_test(tc, what_it_derives_from_can_be_decided_for);
    tcase_add_loop_test(tc, a_later_report_of_the_other_side_opens_it_again, 0,
                        (int)(sizeof openings / sizeof openings[0]));
    tcase_add_test(tc, who_says_two_things_cannot_be_decided_for);
    tcase_add_loop_test(tc, a_share_may_be_rounded, 0, (int)(sizeof printed / sizeof printed[0]));
    tcase_add_test(tc, a_sum_stays_within_the_range);
    tcase_add_test(tc, forms_of_another_year_are_refused);
    tcase_add_loop_test(tc, jumps_against_last_year_are_found, 0, 2);
    tcase_add_test(tc, memory_may_run_out);
    suite_add_tcase(suite, tc);
    return suite;
}
