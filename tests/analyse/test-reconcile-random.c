/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reconciling random worlds: where everything printed is right nothing is found, and an error that
 * is planted stands among the suspects, with the truth within what it would have to be. */
#include "world-documents.h"

#define SOUND   30 /* worlds; DTI_TEST_WORLDS in the environment: so many of each */
#define PLANTED 30
#define SEVERAL 9

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

/* What it would have to be must hold what it is. Quotients are rounded, by 10^-9, and means may be
 * those of rounded values: one unit in the fourth decimal. */
static bool holds_truth(const struct world_figure *figure, const struct dti__remedy *remedy)
{
    struct dti__span range = remedy->corrections[0].range;
    int64_t slack = figure->kind == WORLD_MEAN          ? DTI_POINT / 10
                    : figure->kind == WORLD_MEAN_CHANGE ? DTI_POINT / 10000
                                                        : 2;
    return figure->kind == WORLD_INPUT ||
           (range.low - slack <= figure->exact && figure->exact <= range.high + slack);
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
        dti_reconciliation *found = world_reconcile(&world, units);
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
    int digit = figure->text[at] - '0' + 1 + (int)random_below(seed, 9);
    figure->text[at] = (char)('0' + digit % 10);
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
    dti_reconciliation *found = world_reconcile(world, units);
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
                (dti_reconciliation_problem_count(found) > 1 || !find_single(found, 0, number) ||
                 !holds_truth(&world.figures[number], find_single(found, 0, number)))) {
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

/* ── several errors ── */

/* Far apart: a rank of home, another value of another unit last year, other points of home. */
static bool is_in_place(const struct world *world, const struct world_figure *figure, int place,
                        size_t main)
{
    bool is_of_main = false;
    for (size_t i = 0; i < world->framework->nodes[main].child_count; i++)
        is_of_main |= world->framework->nodes[main].children[i] == figure->node;
    if (place == 0)
        return figure->unit == WORLD_HOME && figure->node == main &&
               (figure->kind == WORLD_RANK || figure->kind == WORLD_RANK_CHANGE);
    if (place == 1)
        return figure->unit > WORLD_HOME && figure->year == 0 && figure->kind == WORLD_VALUE &&
               figure->node != main;
    return figure->unit == WORLD_HOME && figure->year == 1 && figure->kind == WORLD_POINTS &&
           figure->node != main && !is_of_main;
}

static size_t draw_in_place(struct world *world, int place, size_t main)
{
    for (int tries = 0; tries < 4000; tries++) {
        size_t number = random_below(&world->seed, (uint32_t)world->count);
        if (is_in_place(world, &world->figures[number], place, main))
            return number;
    }
    return DTI_NONE;
}

/* An error that is found when it is alone; DTI_NONE: this one is not. */
static size_t plant(struct world *world, const dti_units *units, int place, size_t main)
{
    size_t number = draw_in_place(world, place, main);
    if (number == DTI_NONE)
        return DTI_NONE;
    const struct world_figure kept = world->figures[number];
    dti_reconciliation *found = reconcile_spoilt(world, units, number);
    bool is_found = found && dti_reconciliation_problem_count(found) > 0;
    dti_reconciliation_unref(found);
    if (is_found)
        return number;
    world->figures[number] = kept;
    return DTI_NONE;
}

/* Each in a problem of its own. */
static void check_several(const dti_reconciliation *found, const struct world *world,
                          const size_t *numbers, size_t count, uint64_t seed)
{
    bool is_fine = dti_reconciliation_problem_count(found) == count;
    size_t told = 0;
    for (size_t i = 0; i < dti_reconciliation_problem_count(found); i++) {
        size_t here = 0;
        for (size_t k = 0; k < count; k++) {
            const struct dti__remedy *remedy = find_single(found, i, numbers[k]);
            here += remedy && holds_truth(&world->figures[numbers[k]], remedy);
        }
        is_fine = is_fine && here == 1;
        told += dti_reconciliation_problem_size(found, i);
    }
    for (size_t k = 0; k < count && !is_fine; k++)
        printf("# planted %s\n", world->figures[numbers[k]].text);
    if (!is_fine)
        show(found, seed);
    ck_assert(is_fine);
    ck_assert_uint_eq(told, count_violated(found));
}

START_TEST(test_several)
{
    dti_units *units = open_units();
    static struct world world;
    static struct world sound;
    size_t several = 0;
    for (uint64_t seed = 1; seed <= rounds(SEVERAL); seed++) {
        size_t numbers[3];
        size_t count = 0;
        open_any(&world, seed);
        size_t main = world.framework->nodes[world.framework->overall].children[0];
        sound = world;
        for (int place = 0; place < 3; place++) {
            struct world spoilt = sound;
            spoilt.seed = world.seed + (uint64_t)place;
            size_t number = plant(&spoilt, units, place, main);
            if (number == DTI_NONE)
                continue;
            world.figures[number] = spoilt.figures[number];
            numbers[count++] = number;
        }
        dti_reconciliation *found = count > 1 ? world_reconcile(&world, units) : NULL;
        if (found)
            check_several(found, &world, numbers, count, seed);
        several += found != NULL;
        dti_reconciliation_unref(found);
        dti_framework_unref(world.framework);
    }
    printf("# %zu worlds of several errors\n", several);
    ck_assert_uint_gt(3 * several, rounds(SEVERAL));
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
    tcase_add_test(tests, test_several);
    suite_add_tcase(suite, tests);
    return suite;
}
