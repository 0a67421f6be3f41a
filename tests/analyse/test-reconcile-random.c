/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reconciling random worlds: where everything printed is right nothing is found, and an error that
 * is planted stands among the suspects, with the truth within what it would have to be. */
#include "worlds.h"

#define SOUND   120 /* worlds */
#define PLANTED 160
#define SEVERAL 60

/* ── documents ── */

static void put_figure(struct random_text *text, const struct world *world, size_t at,
                       bool is_first)
{
    static const char *const quantities[] = {[WORLD_POINTS] = "points",
                                             [WORLD_VALUE] = "value",
                                             [WORLD_RANK] = "rank",
                                             [WORLD_RANK_CHANGE] = "difference",
                                             [WORLD_VALUE_CHANGE] = "difference",
                                             [WORLD_MEAN] = "value",
                                             [WORLD_MEAN_CHANGE] = "difference",
                                             [WORLD_ABOVE_MEAN] = "count",
                                             [WORLD_COUNT] = "count",
                                             [WORLD_SHARE] = "percent"};
    const struct world_figure *figure = &world->figures[at];
    bool is_rank = figure->kind == WORLD_RANK || figure->kind == WORLD_RANK_CHANGE;
    random_put(text, "%s{\"code\":\"%s\",\"quantity\":\"%s\",\"text\":\"%s\",\"place\":\"%zu\"",
               is_first ? "" : ",", dti_framework_node_code(world->framework, figure->node, NULL),
               quantities[figure->kind], figure->text, at);
    if (figure->decimals > 0)
        random_put(text, ",\"decimals\":%d", figure->decimals);
    if (figure->kind == WORLD_RANK_CHANGE || figure->kind == WORLD_VALUE_CHANGE ||
        figure->kind == WORLD_MEAN_CHANGE)
        random_put(text, ",\"of\":\"%s\"", is_rank ? "rank" : "value");
    if (figure->is_published) {
        if (figure->kind == WORLD_ABOVE_MEAN)
            random_put(text, ",\"subject\":\"count-above-mean\"");
        random_put(text, "}");
        return;
    }
    if (figure->kind == WORLD_MEAN || figure->kind == WORLD_MEAN_CHANGE)
        random_put(text, ",\"subject\":\"mean\"");
    if (figure->kind == WORLD_ABOVE_MEAN)
        random_put(text, ",\"subject\":\"cohort\",\"counts\":\"units-above-mean\"");
    if (figure->kind == WORLD_COUNT)
        random_put(text, ",\"subject\":\"part\",\"counts\":\"%s\"", figure->what);
    if (is_rank)
        random_put(text, ",\"out_of\":%d", WORLD_UNITS);
    if (figure->year == 0)
        random_put(text, ",\"year\":%d", WORLD_YEAR - 1);
    random_put(text, ",\"track\":\"appraised\"}");
}

static void put_head(struct random_text *text, const struct world *world, const char *kind,
                     int year)
{
    random_put(text,
               "{\"format\":\"dti-%s/1\",\"id\":\"w-%d\",\"version\":\"1.0.0\",\"framework\":{"
               "\"id\":\"%s\",\"version\":\"1.0.0\"},\"year\":%d,",
               kind, year, dti_framework_id(world->framework), year);
}

/* False: the document is refused, as one may be in which an error is planted. */
static bool add_plan(dti_figures *figures, const struct world *world)
{
    struct random_text text = {NULL, 0, 0};
    dti_dossier *dossier = NULL;
    dti_error *error = NULL;
    bool is_first = true;
    put_head(&text, world, "dossier", WORLD_YEAR);
    random_put(&text, "\"unit\":{\"id\":\"%s\"},\"inputs\":[", world_units[WORLD_HOME]);
    for (size_t i = 0; i < world->count; i++) {
        const struct world_figure *figure = &world->figures[i];
        if (figure->kind != WORLD_INPUT)
            continue;
        random_put(&text,
                   "%s{\"id\":\"%s\",\"value\":%s,\"provenance\":{\"kind\":\"source\",\"place\":"
                   "\"%zu\"}}",
                   is_first ? "" : ",", figure->what, figure->text, i);
        is_first = false;
    }
    random_put(&text, "],\"stated\":[");
    is_first = true;
    for (size_t i = 0; i < world->count; i++) {
        if (world->figures[i].is_published || world->figures[i].kind == WORLD_INPUT)
            continue;
        put_figure(&text, world, i, is_first);
        is_first = false;
    }
    random_put(&text, "]}");
    dti_status status =
        dti_dossier_parse(text.bytes, text.length, world->framework, NULL, &dossier, &error);
    if (status == DTI_OK) {
        dti_result *result = sample_score(dossier, DTI_TRACK_APPRAISED);
        sample_must(dti_figures_add_dossier(figures, result, &error), &error);
        dti_result_unref(result);
    }
    dti_dossier_unref(dossier);
    dti_error_free(error);
    free(text.bytes);
    return status == DTI_OK;
}

static void put_rows(struct random_text *text, const struct world *world, int year)
{
    bool is_first_row = true;
    for (int unit = 0; unit < WORLD_UNITS; unit++) {
        bool is_first = true;
        for (size_t i = 0; i < world->count; i++) {
            const struct world_figure *figure = &world->figures[i];
            if (!figure->is_published || figure->year != year || figure->unit != unit ||
                figure->kind == WORLD_MEAN || figure->kind == WORLD_ABOVE_MEAN)
                continue;
            if (is_first)
                random_put(text, "%s{\"unit\":\"%s\",\"figures\":[", is_first_row ? "" : ",",
                           world_units[unit]);
            put_figure(text, world, i, is_first);
            is_first_row = is_first = false;
        }
        random_put(text, is_first ? "" : "]}");
    }
}

static bool add_table(dti_figures *figures, const struct world *world, const dti_units *units,
                      int year)
{
    struct random_text text = {NULL, 0, 0};
    dti_table *table = NULL;
    dti_error *error = NULL;
    bool is_first = true;
    put_head(&text, world, "table", WORLD_YEAR - 1 + year);
    random_put(&text,
               "\"units\":{\"id\":\"vn-provinces\",\"version\":\"1.0.0\",\"at\":\"2022-12-31\"},"
               "\"out_of\":%d,\"rows\":[",
               WORLD_UNITS);
    put_rows(&text, world, year);
    random_put(&text, "],\"figures\":[");
    for (size_t i = 0; i < world->count; i++) {
        const struct world_figure *figure = &world->figures[i];
        if (!figure->is_published || figure->year != year ||
            (figure->kind != WORLD_MEAN && figure->kind != WORLD_ABOVE_MEAN))
            continue;
        put_figure(&text, world, i, is_first);
        is_first = false;
    }
    random_put(&text, "]}");
    dti_status status =
        dti_table_parse(text.bytes, text.length, world->framework, units, NULL, &table, &error);
    if (status == DTI_OK)
        sample_must(dti_figures_add_table(figures, table, &error), &error);
    dti_table_unref(table);
    dti_error_free(error);
    free(text.bytes);
    return status == DTI_OK;
}

/* NULL: a document is refused. */
static dti_reconciliation *reconcile(const struct world *world, const dti_units *units)
{
    dti_figures *figures = NULL;
    dti_reconciliation *found = NULL;
    dti_error *error = NULL;
    sample_must(dti_figures_new(world->framework, NULL, &figures, &error), &error);
    if (add_plan(figures, world) && add_table(figures, world, units, 0) &&
        add_table(figures, world, units, 1))
        sample_must(dti_reconcile(figures, NULL, &found, &error), &error);
    dti_figures_free(figures);
    return found;
}

/* ── what was found ── */

static void show(const dti_reconciliation *found, uint64_t seed)
{
    char text[2048];
    printf("# world %llu\n", (unsigned long long)seed);
    for (size_t i = 0; i < dti_reconciliation_problem_count(found); i++) {
        (void)dti_reconciliation_problem_format(found, i, DTI_LANG_EN, text, sizeof text);
        printf("# %s\n", text);
        for (size_t k = 0; k < dti_reconciliation_problem_size(found, i); k++) {
            (void)dti_reconciliation_identity_format(
                found, dti_reconciliation_problem_identity(found, i, k), DTI_LANG_EN, text,
                sizeof text);
            printf("#     %s\n", text);
        }
        for (size_t k = 0; k < dti_reconciliation_repair_count(found, i); k++) {
            (void)dti_reconciliation_repair_format(found, i, k, DTI_LANG_EN, text, sizeof text);
            printf("#   %s\n", text);
        }
    }
    (void)fflush(stdout);
}

static size_t count_violated(const dti_reconciliation *found)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_reconciliation_identity_count(found); i++)
        count += dti_reconciliation_identity_verdict(found, i) == DTI_VERDICT_VIOLATED;
    return count;
}

/* Whether a suspect has the figure of that number in it. */
static bool is_of(const dti_reconciliation *found, size_t suspect, size_t number)
{
    const struct dti__suspect *of = &found->suspects[suspect];
    char place[24];
    (void)snprintf(place, sizeof place, "%zu", number);
    for (size_t i = 0; i < of->figure_count; i++) {
        const char *at = found->figures->said[of->figures[i]].place;
        if (at && strcmp(at, place) == 0)
            return true;
    }
    return false;
}

/* The repair of a problem that corrects this figure alone; NULL: there is none. */
static const struct dti__remedy *find_single(const dti_reconciliation *found, size_t problem,
                                             size_t number)
{
    const struct dti__trouble *trouble = &found->problems[problem];
    for (size_t i = 0; i < trouble->remedy_count; i++)
        if (trouble->remedies[i].size == 1 &&
            is_of(found, trouble->remedies[i].corrections[0].suspect, number))
            return &trouble->remedies[i];
    return NULL;
}

/* What it would have to be must hold what it is. Quotients are rounded, by 10^-9. */
static bool holds_truth(const struct world_figure *figure, const struct dti__remedy *remedy)
{
    struct dti__span range = remedy->corrections[0].range;
    return figure->kind == WORLD_INPUT ||
           (range.low - 2 <= figure->exact && figure->exact <= range.high + 2);
}

/* ── sound worlds ── */

static void open_any(struct world *world, uint64_t seed)
{
    world_open(world, seed % 4 == 3 ? world_weighted() : sample_builtin(), seed);
    world_tell(world);
}

static dti_units *open_units(void)
{
    dti_units *units = NULL;
    dti_error *error = NULL;
    sample_must(dti_units_builtin("vn-provinces", NULL, &units, &error), &error);
    return units;
}

static uint64_t rounds(uint64_t usual)
{
    const char *asked = getenv("DTI_TEST_WORLDS");
    return asked ? (uint64_t)atoi(asked) : usual;
}

START_TEST(test_sound)
{
    dti_units *units = open_units();
    static struct world world;
    for (uint64_t seed = 1; seed <= rounds(SOUND); seed++) {
        open_any(&world, seed);
        dti_reconciliation *found = reconcile(&world, units);
        ck_assert_msg(found, "world %llu is refused", (unsigned long long)seed);
        if (count_violated(found) > 0 || dti_reconciliation_problem_count(found) > 0)
            show(found, seed);
        ck_assert_uint_eq(count_violated(found), 0);
        ck_assert_uint_eq(dti_reconciliation_problem_count(found), 0);
        dti_reconciliation_unref(found);
        dti_framework_unref(world.framework);
    }
    dti_units_unref(units);
}
END_TEST

/* ── one error ── */

/* A figure other than it is: one digit, or another whole number. What it says is never true then.
 */
static void spoil(struct world_figure *figure, uint64_t *seed)
{
    bool is_whole = figure->kind == WORLD_RANK || figure->kind == WORLD_RANK_CHANGE ||
                    figure->kind == WORLD_COUNT || figure->kind == WORLD_ABOVE_MEAN;
    size_t length = strlen(figure->text);
    size_t at = random_below(seed, (uint32_t)length);
    if (is_whole) {
        int64_t other = figure->exact / DTI_POINT;
        int64_t step = 1 + random_below(seed, 4);
        bool is_up = random_below(seed, 2) == 0 || other - step < 1;
        (void)snprintf(figure->text, sizeof figure->text, "%lld",
                       (long long)(is_up ? other + step : other - step));
        return;
    }
    while (figure->text[at] < '0' || figure->text[at] > '9')
        at = (at + 1) % length;
    figure->text[at] = (char)('0' + (figure->text[at] - '0' + 1 + random_below(seed, 9)) % 10);
}

/* A difference of rounded figures is one unit off, and a digit is no error then. */
static bool says_truth(const struct dti__span span, const struct world_figure *figure)
{
    return span.low - 2 <= figure->exact && figure->exact <= span.high + 2;
}

static const struct dti__said *find_said(const dti_reconciliation *found, size_t number)
{
    char place[24];
    (void)snprintf(place, sizeof place, "%zu", number);
    for (size_t i = 0; i < found->figures->said_count; i++) {
        const char *at = found->figures->said[i].place;
        if (at && strcmp(at, place) == 0)
            return &found->figures->said[i];
    }
    return NULL;
}

/* Whether another figure speaks of the same thing, and says the truth. */
static bool is_contradicted(const dti_reconciliation *found, const struct world *world,
                            size_t number)
{
    const struct dti__said *said = find_said(found, number);
    for (size_t i = 0; said && i < world->count; i++) {
        const struct dti__said *other = i != number ? find_said(found, i) : NULL;
        if (other && other != said && other->unknown == said->unknown &&
            !dti__span_meets(other->span, said->span))
            return true;
    }
    return false;
}

static const struct world_figure *find_whole(const struct world *world, enum world_kind kind,
                                             int year, size_t node)
{
    for (size_t i = 0; i < world->count; i++) {
        const struct world_figure *figure = &world->figures[i];
        if (figure->kind == kind && figure->year == year && figure->node == node &&
            figure->unit == WORLD_HOME)
            return figure;
    }
    return NULL;
}

/* Of a rank and both years each is what the other two say. */
static bool is_one_of_three(const struct world *world, const struct world_figure *figure)
{
    return (figure->kind == WORLD_RANK || figure->kind == WORLD_RANK_CHANGE) &&
           figure->unit == WORLD_HOME && find_whole(world, WORLD_RANK, 0, figure->node) &&
           find_whole(world, WORLD_RANK, 1, figure->node) &&
           find_whole(world, WORLD_RANK_CHANGE, 1, figure->node);
}

/* Points of home by the share that is printed beside them. */
static bool is_ruled(const struct world *world, const struct world_figure *figure)
{
    return figure->kind == WORLD_POINTS && figure->unit == WORLD_HOME &&
           world->share[figure->node] >= 0 && find_whole(world, WORLD_INPUT, 1, figure->node);
}

/* The sum of the printed parts of an index, all of which are there. */
static bool is_summed(const dti_reconciliation *found, const struct world *world, size_t number)
{
    const struct world_figure *figure = &world->figures[number];
    const struct dti__said *said = find_said(found, number);
    struct dti__span sum = {0, 0};
    if (!said || figure->kind != WORLD_VALUE || !world_is(world, figure->node, DTI_NODE_INDEX))
        return false;
    for (size_t node = 0; node < world->framework->tree_count; node++) {
        int64_t factor = world_factor(world, figure->node, node);
        const struct dti__said *part = NULL;
        for (size_t i = 0; i < world->count && factor > 0 && !part; i++)
            if (world->figures[i].node == node && world->figures[i].unit == figure->unit &&
                world->figures[i].year == figure->year && world->figures[i].kind <= WORLD_VALUE)
                part = find_said(found, i);
        if (factor > 0 && world_most(world, node) > 0 && !part)
            return false;
        sum.low += part ? factor * part->span.low : 0;
        sum.high += part ? factor * part->span.high : 0;
    }
    return !dti__span_meets(sum, said->span);
}

static bool must_be_found(const dti_reconciliation *found, const struct world *world, size_t number)
{
    const struct world_figure *figure = &world->figures[number];
    return is_contradicted(found, world, number) || is_one_of_three(world, figure) ||
           is_ruled(world, figure) || is_summed(found, world, number);
}

/* The world with that error; NULL: a document is refused for it, or it is none. */
static dti_reconciliation *reconcile_spoilt(struct world *world, const dti_units *units,
                                            size_t number)
{
    const struct world_figure kept = world->figures[number];
    spoil(&world->figures[number], &world->seed);
    dti_reconciliation *found = reconcile(world, units);
    const struct dti__said *said = found ? find_said(found, number) : NULL;
    if (said && kept.kind != WORLD_INPUT && says_truth(said->span, &kept)) {
        dti_reconciliation_unref(found);
        return NULL;
    }
    return found;
}

static void check_planted(const dti_reconciliation *found, const struct world *world, size_t number)
{
    const struct world_figure *figure = &world->figures[number];
    size_t violated = count_violated(found);
    size_t told = 0;
    ck_assert_uint_le(dti_reconciliation_problem_count(found), 1);
    if (dti_reconciliation_problem_count(found) == 0) {
        ck_assert_uint_eq(violated, 0);
        ck_assert_msg(!must_be_found(found, world, number), "«%s» is not found", figure->text);
        return;
    }
    for (size_t i = 0; i < dti_reconciliation_problem_count(found); i++)
        told += dti_reconciliation_problem_size(found, i);
    ck_assert_uint_eq(told, violated);
    const struct dti__remedy *remedy = find_single(found, 0, number);
    ck_assert_msg(remedy, "«%s» is not among the suspects", figure->text);
    ck_assert_msg(holds_truth(figure, remedy), "«%s»: not what it would have to be", figure->text);
}

START_TEST(test_planted)
{
    dti_units *units = open_units();
    static struct world world;
    size_t found_count = 0;
    size_t first_count = 0;
    size_t tried = 0;
    for (uint64_t seed = 1; seed <= rounds(PLANTED); seed++) {
        open_any(&world, seed);
        size_t number = random_below(&world.seed, (uint32_t)world.count);
        dti_reconciliation *found = reconcile_spoilt(&world, units, number);
        if (found) {
            tried++;
            if (dti_reconciliation_problem_count(found) > 0 &&
                (dti_reconciliation_problem_count(found) > 1 || !find_single(found, 0, number))) {
                printf("# planted %s for %lld, kind %d %s\n", world.figures[number].text,
                       (long long)world.figures[number].exact, (int)world.figures[number].kind,
                       dti_framework_node_code(world.framework, world.figures[number].node, NULL));
                show(found, seed);
            }
            check_planted(found, &world, number);
            bool is_found = dti_reconciliation_problem_count(found) > 0;
            found_count += is_found;
            first_count +=
                is_found &&
                is_of(found, found->problems[0].remedies[0].corrections[0].suspect, number);
        }
        dti_reconciliation_unref(found);
        dti_framework_unref(world.framework);
    }
    printf("# %zu errors, %zu found, %zu of them first\n", tried, found_count, first_count);
    ck_assert_uint_gt(2 * found_count, tried);
    dti_units_unref(units);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("reconciling random worlds");
    TCase *tests = tcase_create("worlds");
    tcase_set_timeout(tests, 600);
    tcase_add_test(tests, test_sound);
    tcase_add_test(tests, test_planted);
    suite_add_tcase(suite, tests);
    return suite;
}
