/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* An overlay that supplies one official maximum changes that component's provenance, the digest,
 * and nothing else: every getter of both frameworks is written down, a line each, and so is every
 * number that a dossier comes to. */
#include "random.h"

#include <inttypes.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))
#define OFFICIAL         "tests/data/overlay-official-maximum.json"
#define LOCAL            "examples/data/overlay-local-set.json"

/* ---- Everything that a framework tells ---- */

static const dti_lang languages[] = {DTI_LANG_VI, DTI_LANG_EN};

typedef size_t (*format_fn)(const dti_framework *framework, size_t index, dti_lang lang,
                            char *buffer, size_t size);

static void put_words(struct random_text *out, const char *what, format_fn format,
                      const dti_framework *framework, size_t index, dti_lang lang)
{
    char text[2048];
    const size_t length = format(framework, index, lang, text, sizeof text);
    ck_assert_uint_lt(length, sizeof text);
    random_put(out, "%zu %s: %zu %s\n", index, what, length, text);
}

static void put_head(struct random_text *out, const dti_framework *f)
{
    random_put(out, "years %d %d, digits %d %d, overall %zu\n", (int)dti_framework_year_from(f),
               (int)dti_framework_year_to(f), dti_framework_points_digits(f),
               dti_framework_value_digits(f), dti_framework_overall(f));
    for (size_t i = 0; i < dti_framework_numbering_count(f); i++) {
        random_put(out, "numbering %s %s %s\n", dti_framework_numbering_id(f, i),
                   dti_framework_numbering_name(f, i, DTI_LANG_VI),
                   dti_framework_numbering_name(f, i, DTI_LANG_EN));
    }
    for (size_t i = 0; i < dti_framework_band_count(f); i++) {
        random_put(out, "band %s %s %s\n", dti_framework_band_id(f, i),
                   dti_framework_band_name(f, i, DTI_LANG_VI),
                   dti_framework_band_name(f, i, DTI_LANG_EN));
    }
    static const char *const terms[] = {"decision", "directive", "plan", "nobody"};
    for (size_t i = 0; i < LENGTH_OF(terms); i++) {
        random_put(out, "term %s %s\n", terms[i],
                   dti_framework_term_name(f, terms[i], DTI_LANG_VI));
    }
}

static void put_node_words(struct random_text *out, const dti_framework *f, size_t n, dti_lang lang)
{
    random_put(out, "%zu name: %s\n", n, dti_framework_node_name(f, n, lang));
    random_put(out, "%zu unit: %s\n", n, dti_framework_node_unit(f, n, lang));
    random_put(out, "%zu absent: %s\n", n, dti_framework_node_absent_note(f, n, lang));
    put_words(out, "rule", dti_framework_node_rule_format, f, n, lang);
    put_words(out, "evidence", dti_framework_node_evidence_format, f, n, lang);
    for (size_t i = 0; i < dti_framework_node_legal_count(f, n); i++) {
        char text[1024];
        dti_framework_node_legal_format(f, n, i, lang, text, sizeof text);
        random_put(out, "%zu legal: %s\n", n, text);
    }
    for (int part = DTI_PART_CODE; part <= DTI_PART_RULE; part++) {
        random_put(out, "%zu part %d note: %s\n", n, part,
                   dti_framework_node_provenance_note(f, n, (dti_node_part)part, lang));
        random_put(out, "%zu part %d source: %s\n", n, part,
                   dti_framework_node_provenance_source(f, n, (dti_node_part)part, lang));
    }
}

static void put_node(struct random_text *out, const dti_framework *f, size_t n)
{
    random_put(out, "%zu codes: %s %s\n", n, dti_framework_node_code(f, n, "province"),
               dti_framework_node_code(f, n, "official"));
    random_put(out, "%zu kind %d, parent %zu, max %" PRId64 ", absent %d %zu\n", n,
               (int)dti_framework_node_kind(f, n), dti_framework_node_parent(f, n),
               dti_framework_node_max_points(f, n), dti_framework_node_is_absent(f, n),
               dti_framework_node_absent_count(f, n));
    for (size_t i = 0; i < dti_framework_node_child_count(f, n); i++) {
        random_put(out, "%zu child %zu, weight %" PRId64 "\n", n, dti_framework_node_child(f, n, i),
                   dti_framework_node_weight(f, n, i));
    }
    for (size_t i = 0; i < dti_framework_node_input_count(f, n); i++) {
        random_put(out, "%zu input %zu\n", n, dti_framework_node_input(f, n, i));
    }
    for (int part = DTI_PART_CODE; part <= DTI_PART_RULE; part++) {
        random_put(out, "%zu part %d: %d\n", n, part,
                   (int)dti_framework_node_provenance(f, n, (dti_node_part)part));
    }
    for (size_t i = 0; i < LENGTH_OF(languages); i++) {
        put_node_words(out, f, n, languages[i]);
    }
}

static void put_input(struct random_text *out, const dti_framework *f, size_t n)
{
    random_put(out, "input %zu %s %d\n", n, dti_framework_input_id(f, n),
               (int)dti_framework_input_kind(f, n));
    for (size_t i = 0; i < LENGTH_OF(languages); i++) {
        const dti_lang lang = languages[i];
        random_put(out, "input %zu name: %s\n", n, dti_framework_input_name(f, n, lang));
        random_put(out, "input %zu unit: %s\n", n, dti_framework_input_unit(f, n, lang));
        put_words(out, "derive", dti_framework_input_derive_format, f, n, lang);
        for (size_t c = 0; c < dti_framework_input_choice_count(f, n); c++) {
            random_put(out, "input %zu choice %s %s\n", n, dti_framework_input_choice_id(f, n, c),
                       dti_framework_input_choice_name(f, n, c, lang));
        }
    }
}

/* A line for each thing that a getter tells, but for what a framework is called. */
static char *told(const dti_framework *framework)
{
    struct random_text out = {0};
    put_head(&out, framework);
    for (size_t n = 0; n < dti_framework_node_count(framework); n++) {
        put_node(&out, framework, n);
    }
    for (size_t n = 0; n < dti_framework_input_count(framework); n++) {
        put_input(&out, framework, n);
    }
    return out.bytes;
}

static bool next_line(char **text, char **line)
{
    char *end = strchr(*text, '\n');
    *line = *text;
    if (end == NULL) {
        return false;
    }
    *end = '\0';
    *text = end + 1;
    return true;
}

/* ---- The bar ---- */

START_TEST(changes_one_provenance)
{
    dti_framework *base = sample_builtin();
    dti_framework *official = sample_framework(OFFICIAL);
    const size_t node = dti_framework_find(official, NULL, "1.1");
    char expected[3][128];
    snprintf(expected[0], sizeof expected[0], "%zu part %d: %d", node, (int)DTI_PART_MAX_POINTS,
             (int)DTI_PROVENANCE_OFFICIAL);
    snprintf(expected[1], sizeof expected[1], "%zu part %d note: ", node, (int)DTI_PART_MAX_POINTS);
    snprintf(expected[2], sizeof expected[2], "%zu part %d source: ", node,
             (int)DTI_PART_MAX_POINTS);
    char *before = told(base);
    char *after = told(official);
    char *old = before;
    char *new = after;
    char *line[2];
    size_t changes = 0;
    size_t lines = 0;
    while (next_line(&old, &line[0])) {
        ck_assert(next_line(&new, &line[1]));
        lines++;
        if (strcmp(line[0], line[1]) == 0) {
            continue;
        }
        changes++;
        bool is_expected = false;
        for (size_t i = 0; i < LENGTH_OF(expected); i++) {
            is_expected = is_expected || strncmp(line[1], expected[i], strlen(expected[i])) == 0;
        }
        ck_assert_msg(is_expected, "\"%s\" became \"%s\"", line[0], line[1]);
    }
    ck_assert(!next_line(&new, &line[1]));
    ck_assert_uint_gt(lines, 4000);
    ck_assert_uint_eq(changes, 5); /* the kind, and note and source in two languages */
    ck_assert_str_ne(dti_framework_digest(base), dti_framework_digest(official));
    ck_assert_str_eq(dti_framework_base_digest(official), dti_framework_digest(base));
    ck_assert_str_eq(
        dti_framework_node_provenance_source(official, node, DTI_PART_MAX_POINTS, DTI_LANG_VI),
        "ví dụ kiểm thử");
    ck_assert_str_eq(
        dti_framework_node_provenance_note(official, node, DTI_PART_MAX_POINTS, DTI_LANG_VI), "");
    free(before);
    free(after);
    dti_framework_unref(base);
    dti_framework_unref(official);
}
END_TEST

/* ---- Scores ---- */

/* The dossier of Quảng Nam, bound to an overlay: by id, version and digest in its text. */
static dti_dossier *rebound(const dti_framework *framework)
{
    static const char begin[] = "\"framework\": {";
    char *text = test_read_file(SAMPLE_QUANGNAM, NULL);
    char *at = strstr(text, begin);
    ck_assert_ptr_nonnull(at);
    struct random_text out = {0};
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    random_put(&out, "%.*s\"id\": \"%s\", \"version\": \"%s\", \"digest\": \"%s\"",
               (int)(at - text + (long)strlen(begin)), text, dti_framework_id(framework),
               dti_framework_version(framework), dti_framework_digest(framework));
    for (const char *rest = strchr(at, '}'), *end; *rest != '\0'; rest = end) {
        end = strlen(rest) > 1000 ? rest + 1000 : rest + strlen(rest);
        random_put(&out, "%.*s", (int)(end - rest), rest);
    }
    sample_must(dti_dossier_parse(out.bytes, out.length, framework, NULL, &dossier, &error),
                &error);
    free(out.bytes);
    free(text);
    return dossier;
}

static void compare_node(const dti_result *a, const dti_result *b, size_t n)
{
    ck_assert_int_eq(dti_result_points(a, n), dti_result_points(b, n));
    ck_assert_int_eq(dti_result_max_points(a, n), dti_result_max_points(b, n));
    ck_assert_int_eq(dti_result_rescaled_points(a, n), dti_result_rescaled_points(b, n));
    ck_assert_int_eq(dti_result_lower(a, n), dti_result_lower(b, n));
    ck_assert_int_eq(dti_result_upper(a, n), dti_result_upper(b, n));
    ck_assert_int_eq(dti_result_state(a, n), dti_result_state(b, n));
    ck_assert_int_eq(dti_result_loss(a, n), dti_result_loss(b, n));
    ck_assert_int_eq(dti_result_certain_loss(a, n), dti_result_certain_loss(b, n));
    ck_assert_int_eq(dti_result_unallocated(a, n), dti_result_unallocated(b, n));
    ck_assert_int_eq(dti_result_step(a, n), dti_result_step(b, n));
    ck_assert_int_eq(dti_result_step_gain(a, n), dti_result_step_gain(b, n));
    ck_assert_int_eq(dti_result_cause(a, n), dti_result_cause(b, n));
    const double numbers[][2] = {
        {dti_result_value(a, n), dti_result_value(b, n)},
        {dti_result_coverage(a, n), dti_result_coverage(b, n)},
        {dti_result_loss_share_of_parent(a, n), dti_result_loss_share_of_parent(b, n)},
        {dti_result_loss_share_of_overall(a, n), dti_result_loss_share_of_overall(b, n)},
        {dti_result_step_amount(a, n), dti_result_step_amount(b, n)},
    };
    for (size_t i = 0; i < LENGTH_OF(numbers); i++) {
        ck_assert_mem_eq(&numbers[i][0], &numbers[i][1], sizeof numbers[i][0]);
    }
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_SUPPORTED; track++) {
        ck_assert_int_eq(dti_result_has_track(a, n, (dti_track)track),
                         dti_result_has_track(b, n, (dti_track)track));
        ck_assert_int_eq(dti_result_track_points(a, n, (dti_track)track),
                         dti_result_track_points(b, n, (dti_track)track));
    }
}

START_TEST(changes_no_score)
{
    static const dti_track tracks[] = {DTI_TRACK_APPRAISED, DTI_TRACK_COMPUTED};
    dti_framework *official = sample_framework(OFFICIAL);
    dti_dossier *before = sample_quangnam();
    dti_dossier *after = rebound(official);
    for (size_t t = 0; t < LENGTH_OF(tracks); t++) {
        dti_result *a = sample_score(before, tracks[t]);
        dti_result *b = sample_score(after, tracks[t]);
        ck_assert_uint_eq(dti_result_node_count(a), dti_result_node_count(b));
        ck_assert_int_gt(dti_result_points(b, sample_node(b, "dti")), 0);
        for (size_t n = 0; n < dti_result_node_count(a); n++) {
            compare_node(a, b, n);
        }
        dti_result_unref(a);
        dti_result_unref(b);
    }
    dti_dossier_unref(before);
    dti_dossier_unref(after);
    dti_framework_unref(official);
}
END_TEST

/* The example of a local set: 40 of 50 hamlets are 40 points of 50, which count in the index of its
 * own and leave the ministry's alone. */
START_TEST(a_local_set_stands_beside)
{
    dti_framework *local = sample_framework(LOCAL);
    dti_framework *base = sample_builtin();
    dti_dossier *plain = rebound(local);
    dti_changes *changes = NULL;
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    sample_must(dti_changes_new(local, NULL, &changes, &error), &error);
    sample_must(dti_changes_set_number(changes, "hamlets", 50, NULL, &error), &error);
    sample_must(dti_changes_set_number(changes, "hamlets-with-digital-team", 40, NULL, &error),
                &error);
    sample_must(dti_changes_apply(changes, plain, &dossier, &error), &error);
    dti_dossier *before = sample_quangnam();
    dti_result *with = sample_score(dossier, DTI_TRACK_COMPUTED);
    dti_result *without = sample_score(before, DTI_TRACK_COMPUTED);
    const int64_t dti = dti_result_points(without, sample_node(without, "dti"));
    ck_assert_int_eq(dti_result_points(with, sample_node(with, "dti")), dti);
    ck_assert_int_eq(dti_result_points(with, sample_node(with, "10.1")), 40 * DTI_POINT);
    ck_assert_int_eq(dti_result_points(with, sample_node(with, "dti-local")), dti + 40 * DTI_POINT);
    size_t last = 0;
    for (size_t n = 0; n < dti_framework_node_count(base); n++) { /* the order is kept */
        const char *code = dti_framework_node_code(base, n, NULL);
        const size_t node = dti_framework_find(local, NULL, code);
        ck_assert_msg(node != DTI_NONE && (n == 0 || node > last), "%s", code);
        last = node;
    }
    dti_result_unref(with);
    dti_result_unref(without);
    dti_changes_free(changes);
    dti_dossier_unref(before);
    dti_dossier_unref(dossier);
    dti_dossier_unref(plain);
    dti_framework_unref(base);
    dti_framework_unref(local);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-overlay-official");
    TCase *all = tcase_create("official");
    tcase_add_test(all, changes_one_provenance);
    tcase_add_test(all, changes_no_score);
    tcase_add_test(all, a_local_set_stands_beside);
    suite_add_tcase(suite, all);
    return suite;
}
