/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Losses add up: on every node and every track of random frameworks and of real ones the items
 * below a node are its maximum minus its points, and groups leave none of them out. */
#include "random.h"

#include <math.h>

#define SEEDS  120
#define TRACKS 3 /* stated ones */

/* ── random dossiers with stated points ── */

static dti_dossier *with_stated(const dti_framework *framework, uint64_t *seed)
{
    double values[RANDOM_INPUTS];
    uint8_t states[RANDOM_INPUTS];
    for (int i = 0; i < RANDOM_INPUTS; i++) {
        values[i] = random_figure(seed, i);
        states[i] = (uint8_t)random_state(seed);
    }
    dti_dossier *bare = random_dossier(framework, values, states, 1);
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_dossier *dossier = NULL;
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    sample_must(dti_dossier_write(bare, &text, &error), &error);
    struct random_text out = {NULL, 0, 0};
    const char *list = strstr(dti_text_data(text), "\"stated\": [");
    ck_assert_ptr_nonnull(list); /* empty */
    list = strchr(list, '[') + 1;
    for (const char *at = dti_text_data(text); at < list; at++)
        random_put(&out, "%c", *at);
    bool has_one = false;
    for (size_t node = 0; node < dti_framework_node_count(framework); node++)
        for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_FINAL; track++) {
            const bool is_stated = random_below(seed, 3) == 0;
            const uint32_t whole = random_below(seed, 30); /* now and then beyond the maximum */
            const uint32_t part = random_below(seed, 1000);
            if (!is_stated)
                continue;
            random_put(&out, "%s{\"code\":\"%s\",\"track\":\"%s\",", has_one ? "," : "",
                       dti_framework_node_code(framework, node, NULL),
                       dti_track_id((dti_track)track));
            random_put(&out, "\"quantity\":\"points\",\"text\":\"%u.%03u\"}", whole, part);
            has_one = true;
        }
    while (*list != '\0')
        random_put(&out, "%c", *list++);
    sample_must(dti_dossier_parse(out.bytes, out.length, framework, &options, &dossier, &error),
                &error);
    free(out.bytes);
    dti_text_free(text);
    dti_dossier_unref(bare);
    return dossier;
}

/* ── what must hold ── */

static dti_losses *losses_of(const dti_result *result)
{
    dti_losses *losses = NULL;
    dti_error *error = NULL;
    sample_must(dti_losses_new(result, NULL, &losses, &error), &error);
    return losses;
}

static const dti_framework *framework_of(const dti_losses *losses)
{
    return dti_dossier_framework(dti_result_dossier(dti_losses_result(losses)));
}

static bool is_stated(const dti_result *result, size_t node)
{
    for (size_t i = 0; i < dti_result_stated_count(result, node); i++)
        if (dti_result_stated_quantity(result, node, i) == DTI_QUANTITY_POINTS &&
            dti_result_stated_track(result, node, i) == dti_result_track(result))
            return true;
    return false;
}

/* A part without points of its own below a node whose points are stated; and all its parts. */
static bool is_elsewhere(const dti_result *result, size_t node)
{
    const dti_framework *framework = dti_dossier_framework(dti_result_dossier(result));
    const dti_track track = dti_result_track(result);
    const size_t parent = dti_framework_node_parent(framework, node);
    return parent != DTI_NONE && track <= DTI_TRACK_FINAL &&
           !dti_result_has_track(result, node, track) &&
           (is_stated(result, parent) || is_elsewhere(result, parent));
}

/* By what stands in the result: the maximum minus the points, or minus what is still possible. */
static int64_t expected(const dti_result *result, size_t node, bool is_certain)
{
    if (is_elsewhere(result, node))
        return 0;
    return dti_result_max_points(result, node) -
           (is_certain ? dti_result_upper(result, node) : dti_result_points(result, node));
}

/* By the items: each counts for its node and all above it. */
static int64_t add_up(const dti_losses *losses, size_t node, bool is_certain)
{
    const dti_framework *framework = framework_of(losses);
    int64_t sum = 0;
    for (size_t i = 0; i < dti_losses_count(losses); i++) {
        size_t at = dti_losses_node(losses, i);
        while (at != DTI_NONE && at != node)
            at = dti_framework_node_parent(framework, at);
        if (at == node)
            sum += is_certain ? dti_losses_certain(losses, i) : dti_losses_points(losses, i);
    }
    for (size_t i = 0; i < dti_framework_node_child_count(framework, node); i++)
        if (dti_framework_node_kind(framework, node) == DTI_NODE_INDEX)
            sum += add_up(losses, dti_framework_node_child(framework, node, i), is_certain);
    return sum;
}

static bool is_weighted(const dti_framework *framework, size_t node)
{
    for (size_t i = 0; i < dti_framework_node_child_count(framework, node); i++)
        if (dti_framework_node_weight(framework, node, i) != 0)
            return true;
    return false;
}

static bool has_weighted_part(const dti_framework *framework, size_t node)
{
    if (dti_framework_node_kind(framework, node) != DTI_NODE_INDEX)
        return false;
    bool is_there = is_weighted(framework, node);
    for (size_t i = 0; i < dti_framework_node_child_count(framework, node); i++)
        is_there =
            is_there || has_weighted_part(framework, dti_framework_node_child(framework, node, i));
    return is_there;
}

/* Σ weight × loss ÷ maximum of the part, over Σ weight, of the maximum of the index. */
static double weigh(const dti_losses *losses, size_t index)
{
    const dti_framework *framework = framework_of(losses);
    double sum = 0;
    double whole = 0;
    for (size_t i = 0; i < dti_framework_node_child_count(framework, index); i++) {
        const size_t part = dti_framework_node_child(framework, index, i);
        const double weight = (double)dti_framework_node_weight(framework, index, i);
        const double most = (double)dti_framework_node_max_points(framework, part);
        whole += weight;
        sum += weight * (double)dti_losses_sum(losses, part) / most;
    }
    return sum / whole * (double)dti_framework_node_max_points(framework, index);
}

static void check_sums(const dti_losses *losses)
{
    const dti_result *result = dti_losses_result(losses);
    const dti_framework *framework = framework_of(losses);
    for (size_t node = 0; node < dti_result_node_count(result); node++) {
        const char *code = dti_framework_node_code(framework, node, NULL);
        const int64_t sum = dti_losses_sum(losses, node);
        ck_assert_msg(sum == expected(result, node, false), "%s: %lld, not %lld", code,
                      (long long)sum, (long long)expected(result, node, false));
        ck_assert_int_eq(sum, dti_result_loss(result, node));
        ck_assert_int_eq(dti_result_certain_loss(result, node), expected(result, node, true));
        if (is_weighted(framework, node))
            ck_assert_msg(fabs(weigh(losses, node) - (double)sum) <= 1.5, "%s: %.2f, not %lld",
                          code, weigh(losses, node), (long long)sum);
        if (has_weighted_part(framework, node))
            continue;
        ck_assert_msg(add_up(losses, node, false) == sum, "%s: its items", code);
        ck_assert_msg(add_up(losses, node, true) == expected(result, node, true),
                      "%s: what is certain of its items", code);
    }
}

static void check_items(const dti_losses *losses)
{
    const dti_result *result = dti_losses_result(losses);
    const dti_framework *framework = framework_of(losses);
    double share = 0;
    for (size_t i = 0; i < dti_losses_count(losses); i++) {
        const size_t node = dti_losses_node(losses, i);
        const bool has_parts = dti_framework_node_child_count(framework, node) > 0;
        const int64_t points = dti_losses_points(losses, i);
        ck_assert_int_ne(points, 0);
        ck_assert(i == 0 || points <= dti_losses_points(losses, i - 1));
        ck_assert(i == 0 || points < dti_losses_points(losses, i - 1) ||
                  node > dti_losses_node(losses, i - 1));
        share += dti_losses_share(losses, i);
        if (has_parts) {
            ck_assert_int_eq(dti_losses_kind(losses, i), DTI_LOSS_UNALLOCATED);
            ck_assert_int_eq(dti_losses_cause(losses, i), DTI_CAUSE_UNALLOCATED);
            ck_assert_int_eq(points, dti_result_unallocated_max(result, node) -
                                         dti_result_unallocated(result, node));
            continue;
        }
        const bool is_component = dti_framework_node_kind(framework, node) == DTI_NODE_COMPONENT ||
                                  dti_framework_node_input_count(framework, node) > 0;
        ck_assert_int_eq(dti_losses_kind(losses, i),
                         is_component ? DTI_LOSS_COMPONENT : DTI_LOSS_WHOLE);
        ck_assert_int_eq(dti_losses_cause(losses, i), dti_result_cause(result, node));
    }
    const size_t overall = dti_framework_overall(framework);
    if (dti_losses_sum(losses, overall) != 0)
        ck_assert_msg(fabs(share - 1) < 1e-6, "shares are %.9f", share);
}

/* Every item stands in the groups it belongs to, once in each. */
static void check_groups(const dti_losses *losses, dti_losses_by by)
{
    size_t places = 0;
    size_t wanted = 0;
    for (size_t i = 0; i < dti_losses_count(losses); i++) {
        const size_t agencies =
            dti_result_agency_count(dti_losses_result(losses), dti_losses_node(losses, i));
        wanted += by == DTI_LOSSES_BY_AGENCY && agencies > 0 ? agencies : 1;
    }
    for (size_t group = 0; group < dti_losses_group_count(losses, by); group++) {
        const char *id = dti_losses_group_id(losses, by, group);
        int64_t sum = 0;
        ck_assert_uint_gt(dti_losses_group_size(losses, by, group), 0);
        for (size_t i = 0; i < dti_losses_group_size(losses, by, group); i++) {
            const size_t item = dti_losses_group_item(losses, by, group, i);
            sum += dti_losses_points(losses, item);
            places++;
            for (size_t k = 0; k < i; k++)
                ck_assert_uint_ne(item, dti_losses_group_item(losses, by, group, k));
            if (by == DTI_LOSSES_BY_CAUSE)
                ck_assert_str_eq(id, dti_cause_id(dti_losses_cause(losses, item)));
        }
        ck_assert_int_eq(sum, dti_losses_group_points(losses, by, group));
        ck_assert(by == DTI_LOSSES_BY_MAIN || group == 0 || *id == '\0' ||
                  sum <= dti_losses_group_points(losses, by, group - 1));
        if (by == DTI_LOSSES_BY_MAIN)
            ck_assert_int_eq(
                sum, dti_losses_sum(losses, dti_framework_find(framework_of(losses), NULL, id)));
    }
    ck_assert_uint_eq(places, wanted);
}

static void check_all(const dti_dossier *dossier)
{
    for (int track = DTI_TRACK_SELF; track <= DTI_TRACK_SUPPORTED; track++) {
        dti_score_options options = DTI_SCORE_OPTIONS_INIT;
        dti_result *result = NULL;
        options.track = (dti_track)track;
        if (dti_score(dossier, &options, &result, NULL) != DTI_OK)
            continue; /* nothing is stated there */
        dti_losses *losses = losses_of(result);
        dti_result_unref(result);
        check_sums(losses);
        check_items(losses);
        check_groups(losses, DTI_LOSSES_BY_MAIN);
        check_groups(losses, DTI_LOSSES_BY_AGENCY);
        check_groups(losses, DTI_LOSSES_BY_CAUSE);
        dti_losses_unref(losses);
    }
}

START_TEST(sums_random)
{
    for (uint64_t seed = (uint64_t)_i * 20; seed < ((uint64_t)_i + 1) * 20; seed++) {
        uint64_t state = seed;
        dti_framework *framework = random_framework_of(&state, seed % 2 == 0);
        dti_dossier *dossier = with_stated(framework, &state);
        check_all(dossier);
        dti_dossier_unref(dossier);
        dti_framework_unref(framework);
    }
}
END_TEST

/* Every built-in framework, with random points stated: trees, weights, parts in no source. */
START_TEST(sums_builtin)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_builtin(dti_builtin_id((size_t)_i), NULL, &framework, &error),
                &error);
    for (uint64_t seed = 0; seed < 4; seed++) {
        uint64_t state = seed;
        dti_dossier_builder *builder = sample_builder(framework);
        for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
            const bool is_stated = random_below(&state, 3) > 0;
            const dti_track track = (dti_track)(DTI_TRACK_SELF + random_below(&state, TRACKS));
            char points[32];
            snprintf(points, sizeof points, "%u", random_below(&state, 12));
            if (is_stated)
                sample_must(dti_dossier_builder_add_stated(
                                builder, dti_framework_node_code(framework, node, NULL), track,
                                DTI_QUANTITY_POINTS, points, -1, &error),
                            &error);
        }
        dti_dossier *dossier = sample_build(builder);
        check_all(dossier);
        dti_dossier_unref(dossier);
        dti_dossier_builder_free(builder);
    }
    dti_framework_unref(framework);
}
END_TEST

START_TEST(sums_samples)
{
    dti_dossier *dossiers[] = {sample_quangnam(), sample_tiny()};
    for (int i = 0; i < 2; i++) {
        check_all(dossiers[i]);
        dti_dossier_unref(dossiers[i]);
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("losses");
    TCase *sums = tcase_create("sums");
    tcase_set_timeout(sums, 120);
    tcase_add_loop_test(sums, sums_random, 0, SEEDS / 20);
    tcase_add_loop_test(sums, sums_builtin, 0, (int)dti_builtin_count());
    tcase_add_test(sums, sums_samples);
    suite_add_tcase(suite, sums);
    return suite;
}
