/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Diagnoses: problems and all their small repairs, by hand and against all subsets of the suspects
 * of random systems. */
#include "headlines.h"
#include "random.h"

static void expect_repair(const struct dti__problem *problem, size_t index, size_t size,
                          const size_t *suspects)
{
    ck_assert_uint_lt(index, problem->repair_count);
    ck_assert_uint_eq(problem->repairs[index].size, size);
    for (size_t i = 0; i < size; i++)
        ck_assert_uint_eq(problem->repairs[index].suspects[i], suspects[i]);
}

static void expect_set(const size_t *set, size_t set_size, size_t size, const size_t *expected)
{
    ck_assert_uint_eq(set_size, size);
    for (size_t i = 0; i < size; i++)
        ck_assert_uint_eq(set[i], expected[i]);
}

static void release(struct dti__diagnosis *diagnosis)
{
    dti__diagnosis_release(diagnosis, &dti__malloc_allocator);
    ck_assert_ptr_null(diagnosis->problems);
    ck_assert_uint_eq(diagnosis->problem_count, 0);
    ck_assert_uint_eq(diagnosis->freed_count, 0);
}

#define EXPECT_REPAIR(problem, index, ...)                                                         \
    expect_repair(problem, index, sizeof((const size_t[]){__VA_ARGS__}) / sizeof(size_t),          \
                  (const size_t[]){__VA_ARGS__})
#define EXPECT_SET(set, size, ...)                                                                 \
    expect_set(set, size, sizeof((const size_t[]){__VA_ARGS__}) / sizeof(size_t),                  \
               (const size_t[]){__VA_ARGS__})

/* ── headline figures ── */

/* Suspects 0 to 3: overall value and pillars; 4 to 6: activities; 7 to 11: the five totals. */
static struct made *three_points_too_many(void)
{
    static const int64_t totals[] = {80000000, 80000000, 67640000, 44770000, 52290000};
    struct made *made = headlines_new();
    size_t mains[5];
    headlines_quangnam_indices(made);
    headlines_quangnam_activities(made);
    for (size_t i = 0; i < 5; i++) {
        mains[i] = made_unknown(made, 0, 100 * POINT);
        headline_claim(made, mains[i], totals[i] - 5000, totals[i] + 5000);
    }
    made_sum(made, FOUNDATION, mains, 5);
    return made;
}

/* One total can be 3 points less. Otherwise the foundation has 324.70 points, and none of the four
 * indices comes out. One activity that is 3 points less sets one pillar right and the overall value
 * too, so that two pillars are left: three figures. Two such activities break the overall value
 * again: four figures; and so do the overall value and all pillars. */
START_TEST(test_three_points_too_many)
{
    struct made *made = three_points_too_many();
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert_uint_eq(diagnosis.problem_count, 1);
    const struct dti__problem *problem = &diagnosis.problems[0];
    ck_assert(problem->is_complete && diagnosis.is_exact);
    ck_assert_uint_eq(problem->repair_count, 8);
    for (size_t i = 0; i < 5; i++)
        EXPECT_REPAIR(problem, i, 7 + i);
    EXPECT_REPAIR(problem, 5, 1, 2, 6);
    EXPECT_REPAIR(problem, 6, 1, 3, 5);
    EXPECT_REPAIR(problem, 7, 2, 3, 4);
    ck_assert_uint_eq(diagnosis.freed_count, 1);
    EXPECT_SET(problem->freed, problem->freed_count, diagnosis.freed[0]);
    /* One pillar, its activity and the five totals. */
    ck_assert_uint_eq(problem->conflict_size, 7);
    release(&diagnosis);
    free(made);
}
END_TEST

/* 3.2 has 7.87 points, and 7.85 by the rule from an input (suspect 13). That and the totals are two
 * problems, although a component and the total it is part of hang together. */
START_TEST(test_two_problems_in_one_component)
{
    struct made *made = three_points_too_many();
    const size_t third = HEADLINES + 2;
    const size_t component = made_unknown(made, 0, 10 * POINT);
    const size_t others = made_unknown(made, 0, 90 * POINT);
    made_sum(made, third, (const size_t[]){component, others}, 2);
    headline_claim(made, component, 7865000, 7875000);
    made_claim(made, component, INT64_C(7852500000), INT64_C(7853499999));
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert_uint_eq(diagnosis.problem_count, 2);
    ck_assert_uint_eq(diagnosis.freed_count, 2);
    const bool is_first = diagnosis.problems[0].repair_count == 8;
    const struct dti__problem *totals = &diagnosis.problems[!is_first];
    const struct dti__problem *rule = &diagnosis.problems[is_first];
    ck_assert_uint_eq(totals->repair_count, 8);
    ck_assert_uint_eq(rule->repair_count, 2);
    EXPECT_REPAIR(rule, 0, 12);
    EXPECT_REPAIR(rule, 1, 13);
    EXPECT_SET(rule->conflict, rule->conflict_size, 12, 13);
    ck_assert(rule->is_complete);
    release(&diagnosis);
    free(made);
}
END_TEST

/* ── conflicts as such: clashes ── */

static void clash(struct made *made, const char *suspects)
{
    made_tie(made, 0, 0);
    for (const char *at = suspects; *at; at++)
        made_need(made, (size_t)(*at - 'a'));
}

/* What is expected, as "freed:repairs" of each problem, suspects as letters. */
static const struct {
    const char *clashes[8];
    const char *problems[4];
} clash_cases[] = {
    {{NULL}, {NULL}},
    {{"a"}, {"a:a"}},
    {{"ab"}, {"a:a b"}},
    {{"ab", "cd"}, {"a:a b", "c:c d"}},
    {{"ab", "abc", "abcd"}, {"a:a b"}},
    {{"ab", "bc"}, {"b:b ac"}},
    {{"abc", "cde", "cfg"}, {"c:c adf adg aef aeg bdf bdg bef beg"}},
    /* a and b, or c and e, and nothing between: one problem. */
    {{"ac", "ae", "bc", "be"}, {"ab:ab ce"}},
    {{"ac", "bd", "cd"}, {"b:b d", "c:c ad"}},
    /* f instead of a excludes g instead of b: one problem. */
    {{"af", "bg", "abh"}, {"ab:ab ag bf fgh"}},
    /* Three that go apart, and share a suspect only in larger repairs. */
    {{"ax", "by", "cz"}, {"a:a x", "b:b y", "c:c z"}},
    /* More than three suspects are needed in any case. */
    {{"abcd", "abce", "abde", "acde", "bcde"}, {"ab:ab ac ad ae bc bd be cd ce de"}},
};

static void put_set(char *text, const size_t *suspects, size_t count)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < count; i++)
        text[length++] = (char)('a' + suspects[i]);
    text[length] = '\0';
}

START_TEST(test_clashes)
{
    struct made *made = made_new();
    for (size_t i = 0; clash_cases[_i].clashes[i]; i++)
        clash(made, clash_cases[_i].clashes[i]);
    struct dti__diagnosis diagnosis = made_diagnose(made);
    for (size_t i = 0; i < diagnosis.problem_count; i++) {
        const struct dti__problem *problem = &diagnosis.problems[i];
        char text[256] = "";
        put_set(text, problem->freed, problem->freed_count);
        for (size_t k = 0; k < problem->repair_count; k++) {
            strcat(text, k == 0 ? ":" : " ");
            put_set(text, problem->repairs[k].suspects, problem->repairs[k].size);
        }
        ck_assert_ptr_nonnull(clash_cases[_i].problems[i]);
        ck_assert_str_eq(text, clash_cases[_i].problems[i]);
        ck_assert(problem->is_complete);
    }
    ck_assert_ptr_null(clash_cases[_i].problems[diagnosis.problem_count]);
    release(&diagnosis);
    free(made);
}
END_TEST

/* Nothing can be freed: that is said, and what stands apart from it is diagnosed as ever. */
START_TEST(test_no_suspect_to_blame)
{
    struct made *made = made_new();
    made_unknown(made, 0, 10);
    made_tie(made, 11, 12);
    made_term(made, 1, 0);
    made_claim(made, 0, 3, 4);
    clash(made, "bc");
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert_uint_eq(diagnosis.problem_count, 2);
    ck_assert_uint_eq(diagnosis.problems[0].conflict_size, 0);
    ck_assert_uint_eq(diagnosis.problems[0].repair_count, 0);
    ck_assert_uint_eq(diagnosis.problems[1].repair_count, 2);
    EXPECT_SET(diagnosis.freed, diagnosis.freed_count, 1);
    release(&diagnosis);
    free(made);
}
END_TEST

/* A soft tie is no reason to doubt anything; a tie too large to be decided neither, which is
 * said. */
START_TEST(test_what_is_not_required)
{
    static const int64_t large[3] = {INT64_MAX, INT64_MAX - 1, INT64_MAX - 4};
    struct made *made = made_new();
    for (size_t i = 0; i < 3; i++) {
        made_unknown(made, INT64_MIN, INT64_MAX);
        made_claim(made, i, 1, 1);
    }
    made_tie(made, 5, 5)->is_soft = true;
    made_term(made, 1, 0);
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert_uint_eq(diagnosis.problem_count, 0);
    ck_assert(diagnosis.is_exact);
    release(&diagnosis);
    for (size_t i = 0; i < 3; i++) {
        made_tie(made, 1, 1);
        made_need(made, 3);
        for (size_t k = 0; k < 3; k++)
            made_term(made, large[(i + k) % 3] - (int64_t)(i * k), k);
    }
    for (size_t i = 0; i < 3; i++)
        made->ties[i].low = INT64_MIN; /* claims that leave everything open */
    for (size_t i = 0; i < 3; i++)
        made->ties[i].high = INT64_MAX;
    diagnosis = made_diagnose(made);
    ck_assert_uint_eq(diagnosis.problem_count, 0);
    ck_assert(!diagnosis.is_exact);
    release(&diagnosis);
    free(made);
}
END_TEST

/* ── all subsets ── */

#define UNKNOWNS 5
#define SIDE     4 /* an unknown is 0 to 3 */
#define SUSPECTS 9
#define SUBSETS  ((size_t)1 << SUSPECTS)

struct truth { /* by subset of the suspects: whether all can hold with these freed */
    bool holds[SUBSETS];
};

/* Ties over unknowns that stand side by side, with factors of 1: where such a system has a solution
 * at all, it has one in whole numbers, so that trying all of them decides. */
static struct made *make_random(uint64_t *seed)
{
    struct made *made = made_new();
    for (size_t i = 0; i < UNKNOWNS; i++)
        made_unknown(made, 0, SIDE - 1);
    for (size_t i = 0; i < SUSPECTS; i++) {
        const size_t first = random_below(seed, UNKNOWNS);
        const size_t last =
            first +
            (random_below(seed, 2) == 0 ? 0 : random_below(seed, (uint32_t)(UNKNOWNS - first)));
        const int64_t most = (SIDE - 1) * (int64_t)(last - first + 1);
        const int64_t low = random_below(seed, (uint32_t)most + 1);
        const int64_t high = low + random_below(seed, 2);
        made_tie(made, low, high);
        for (size_t k = first; k <= last; k++)
            made_term(made, 1, k);
        made_need(made, i);
        if (random_below(seed, 4) == 0)
            made_need(made, random_below(seed, SUSPECTS));
    }
    made->system.suspect_count = SUSPECTS;
    return made;
}

static size_t set_of(const size_t *suspects, size_t count)
{
    size_t set = 0;
    for (size_t i = 0; i < count; i++)
        set |= (size_t)1 << suspects[i];
    return set;
}

static bool is_met(const struct dti__tie *tie, size_t grid)
{
    int64_t sum = 0;
    for (size_t i = 0; i < tie->term_count; i++) {
        size_t rest = grid;
        for (size_t k = 0; k < tie->terms[i].unknown; k++)
            rest /= SIDE;
        sum += (int64_t)(rest % SIDE);
    }
    return sum >= tie->low && sum <= tie->high;
}

static void try_all(const struct made *made, struct truth *truth)
{
    memset(truth, 0, sizeof *truth);
    for (size_t grid = 0; grid < 1024; grid++) { /* SIDE to the power of UNKNOWNS */
        size_t unmet[SUSPECTS];                  /* needs of the ties that these values break */
        size_t count = 0;
        for (size_t t = 0; t < SUSPECTS; t++)
            if (!is_met(&made->ties[t], grid))
                unmet[count++] = set_of(made->ties[t].needs, made->ties[t].need_count);
        for (size_t set = 0; set < SUBSETS; set++) {
            bool holds = !truth->holds[set];
            for (size_t t = 0; t < count && holds; t++)
                holds = (unmet[t] & set) != 0;
            truth->holds[set] = truth->holds[set] || holds;
        }
    }
}

static size_t size_of(size_t set)
{
    size_t size = 0;
    for (; set != 0; set &= set - 1)
        size++;
    return size;
}

/* It repairs, and without any one of its members would not. */
static bool is_repair(const struct truth *truth, size_t base, size_t set)
{
    bool is_minimal = set != 0 && (base & set) == 0 && truth->holds[base | set];
    for (size_t i = 0; i < SUSPECTS; i++)
        if ((set >> i & 1) != 0 && truth->holds[base | (set & ~((size_t)1 << i))])
            is_minimal = false;
    return is_minimal;
}

static void check_problem(const struct truth *truth, const struct dti__problem *problem,
                          size_t freed)
{
    const size_t own = set_of(problem->freed, problem->freed_count);
    const size_t conflict = set_of(problem->conflict, problem->conflict_size);
    const size_t base = freed & ~own;
    size_t count = 0;
    ck_assert(problem->is_complete);
    for (size_t set = 0; set < SUBSETS; set++)
        count += size_of(set) <= 3 && is_repair(truth, base, set);
    ck_assert_uint_eq(problem->repair_count, count);
    for (size_t i = 0; i < count; i++) {
        const struct dti__repair *repair = &problem->repairs[i];
        ck_assert(is_repair(truth, base, set_of(repair->suspects, repair->size)));
        for (size_t k = 0; k < i; k++)
            ck_assert_uint_ne(set_of(repair->suspects, repair->size),
                              set_of(problem->repairs[k].suspects, problem->repairs[k].size));
        ck_assert(i == 0 || problem->repairs[i - 1].size <= repair->size);
    }
    ck_assert_uint_eq(conflict & base, 0);
    ck_assert(!truth->holds[(SUBSETS - 1) & ~conflict]);
    for (size_t i = 0; i < SUSPECTS; i++)
        ck_assert((conflict >> i & 1) == 0 ||
                  truth->holds[((SUBSETS - 1) & ~conflict) | (size_t)1 << i]);
}

/* A suspect instead of a member here, and one instead of a member there: both repair together. */
static void check_apart(const struct truth *truth, const struct dti__problem *a,
                        const struct dti__problem *b, size_t freed)
{
    const size_t base =
        freed & ~set_of(a->freed, a->freed_count) & ~set_of(b->freed, b->freed_count);
    for (size_t i = 0; i < a->repair_count; i++)
        for (size_t k = 0; k < b->repair_count; k++)
            if (a->repairs[i].size == 1 && b->repairs[k].size == 1)
                ck_assert(truth->holds[base | set_of(a->repairs[i].suspects, 1) |
                                       set_of(b->repairs[k].suspects, 1)]);
}

START_TEST(test_all_subsets)
{
    uint64_t seed = 405 + (uint64_t)_i;
    size_t problems = 0;
    size_t merged = 0;
    for (size_t n = 0; n < 25; n++) {
        struct truth truth;
        struct made *made = make_random(&seed);
        try_all(made, &truth);
        for (size_t set = 0; set < SUBSETS; set += 7) {
            for (size_t i = 0; i < SUSPECTS; i++)
                made->is_freed[i] = (set >> i & 1) != 0;
            ck_assert_int_eq(made_holds(made) == DTI__POSSIBLE_YES, truth.holds[set]);
        }
        struct dti__diagnosis diagnosis = made_diagnose(made);
        const size_t freed = set_of(diagnosis.freed, diagnosis.freed_count);
        size_t own = 0;
        ck_assert(truth.holds[freed]);
        for (size_t set = 0; set < SUBSETS; set++)
            ck_assert(!truth.holds[set] || size_of(set) >= size_of(freed));
        for (size_t i = 0; i < diagnosis.problem_count; i++) {
            const struct dti__problem *problem = &diagnosis.problems[i];
            check_problem(&truth, problem, freed);
            ck_assert_uint_eq(own & set_of(problem->freed, problem->freed_count), 0);
            own |= set_of(problem->freed, problem->freed_count);
            merged += problem->freed_count > 1;
            for (size_t k = 0; k < i && diagnosis.freed_count <= 3; k++)
                check_apart(&truth, problem, &diagnosis.problems[k], freed);
        }
        ck_assert_uint_eq(own, freed);
        problems += diagnosis.problem_count;
        release(&diagnosis);
        free(made);
    }
    ck_assert_uint_gt(problems, 20);
    ck_assert_uint_gt(merged, 0);
}
END_TEST

/* ── sizes ── */

/* Two years of a province: eight totals, in the second with most of their components and the inputs
 * behind every other one, indices, changes, a mean over 63 units; and the errors of Quảng Nam's
 * plan: the 3.00 points, one component against its rule, two totals against their components, two
 * changes. */
static struct made *a_plan(void)
{
    static const size_t components[8] = {10, 11, 7, 13, 12, 22, 12, 8};
    struct made *made = made_new();
    size_t overall[2];
    size_t mains[2][8];
    for (size_t year = 0; year < 2; year++) {
        size_t parts[22];
        int64_t points[8] = {0};
        for (size_t i = 0; i < 8; i++) {
            mains[year][i] = made_unknown(made, 0, 300 * POINT);
            for (size_t k = 0; k < components[i]; k++) {
                const int64_t amount = (int64_t)(3 + (7 * k + i) % 6) * POINT;
                parts[k] = made_unknown(made, 0, 20 * POINT);
                points[i] += amount;
                if (year == 0 || (i < 5 && k + 2 >= components[i]))
                    continue; /* not listed */
                made_claim(made, parts[k], amount - POINT / 200, amount + POINT / 200 - 1);
                const int64_t shift = i == 2 && k == 2 ? POINT / 50 : 0;
                if (k % 2 == 0)
                    made_claim(made, parts[k], amount - shift, amount - shift);
            }
            made_sum(made, mains[year][i], parts, components[i]);
            const int64_t more = year == 1 && (i == 5 || i == 7) ? POINT / 3 : 0;
            made_claim(made, mains[year][i], points[i] + more - POINT / 200,
                       points[i] + more + POINT / 200 - 1);
        }
        const size_t foundation = made_unknown(made, 0, 500 * POINT);
        made_sum(made, foundation, mains[year], 5);
        overall[year] = made_unknown(made, 0, 1000 * POINT);
        const size_t whole[] = {foundation, mains[year][5], mains[year][6], mains[year][7]};
        made_sum(made, overall[year], whole, 4);
        const int64_t base =
            points[0] + points[1] + points[2] + points[3] + points[4] - (year == 1 ? 3 * POINT : 0);
        made_claim(made, overall[year], base + points[5] + points[6] + points[7] - POINT / 20,
                   base + points[5] + points[6] + points[7] + POINT / 20 - 1);
        for (size_t i = 5; i < 8; i++) {
            const size_t pillar = made_unknown(made, 0, 700 * POINT);
            made_sum(made, pillar, (const size_t[]){foundation, mains[year][i]}, 2);
            made_claim(made, pillar, base + points[i] - POINT / 20,
                       base + points[i] + POINT / 20 - 1);
        }
        const size_t mean = made_unknown(made, 0, 1000 * POINT);
        made_claim(made, mean, 578 * POINT, 579 * POINT);
        made_tie(made, 0, 0);
        made_term(made, -63, mean);
        made_term(made, 1, overall[year]);
        for (size_t i = 1; i < 63; i++) {
            const size_t unit = made_unknown(made, 0, 1000 * POINT);
            made_term(made, 1, unit);
        }
    }
    for (size_t i = 0; i < 8; i++) {
        const size_t change = made_unknown(made, -1000 * POINT, 1000 * POINT);
        const int64_t wrong = i < 2 ? 18 * POINT / 100 : 0;
        made_tie(made, 0, 0);
        made_term(made, 100, change);
        made_term(made, -1, mains[1][i]);
        made_term(made, 1, mains[0][i]);
        made_claim(made, change, wrong - POINT / 10000, wrong + POINT / 10000);
    }
    return made;
}

START_TEST(test_a_plan_is_little_work)
{
    struct made *made = a_plan();
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert(diagnosis.is_exact);
    ck_assert_uint_gt(diagnosis.problem_count, 0);
    for (size_t i = 0; i < diagnosis.problem_count; i++)
        ck_assert(diagnosis.problems[i].is_complete);
    ck_assert_uint_eq(diagnosis.freed_count, 6);
    ck_assert_uint_lt(diagnosis.questions, 1500); /* the triples of 163 suspects are 708561 */
    release(&diagnosis);
    free(made);
}
END_TEST

/* Sums of neighbours, all 3 too small: twelve conflicts, each with both next to it. Every second
 * figure repairs all. */
START_TEST(test_overlapping_conflicts_are_little_work)
{
    struct made *made = made_new();
    for (size_t i = 0; i < 13; i++) {
        made_unknown(made, 0, 100);
        made_claim(made, i, 50, 51);
    }
    for (size_t i = 0; i < 12; i++) {
        const size_t sum = made_unknown(made, 0, 200);
        made_sum(made, sum, (const size_t[]){i, i + 1}, 2);
        made_claim(made, sum, 96, 97);
    }
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert_uint_lt(diagnosis.questions, 250);
    EXPECT_SET(diagnosis.freed, diagnosis.freed_count, 1, 3, 5, 7, 9, 11);
    release(&diagnosis);
    free(made);
}
END_TEST

/* ── effort ── */

/* 40 claims of one unknown, each against all others: 39 have to be freed. */
static struct made *all_against_all(void)
{
    struct made *made = made_new();
    made_unknown(made, 0, 1000);
    for (int64_t i = 0; i < 40; i++)
        made_claim(made, 0, 10 * i, 10 * i + 5);
    return made;
}

/* However little there is to spend, there is an end, and nothing is called complete that was not
 * looked at. With enough the answer is that of no limit. */
START_TEST(test_effort)
{
    static const uint64_t efforts[] = {1, 100, 10000, 1000000, 100000000};
    struct made *made = all_against_all();
    struct dti__effort effort = {efforts[_i], NULL};
    made->system.effort = &effort;
    struct dti__diagnosis diagnosis = made_diagnose(made);
    ck_assert_uint_le(effort.left, efforts[_i]);
    if (_i == 4) {
        ck_assert(diagnosis.is_exact);
        ck_assert_uint_eq(diagnosis.freed_count, 39);
    }
    if (_i <= 1)
        ck_assert(!diagnosis.is_exact);
    for (size_t i = 0; i < diagnosis.problem_count; i++)
        ck_assert(diagnosis.freed_count == 39 || !diagnosis.problems[i].is_complete);
    release(&diagnosis);
    free(made);
}
END_TEST

START_TEST(test_spent_effort_answers_nothing)
{
    struct made *made = all_against_all();
    struct dti__effort none = {0};
    struct dti__span span = {7, 8};
    made->system.effort = &none;
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_UNKNOWN);
    ck_assert_int_eq(made_range(made, 0, &span), DTI__POSSIBLE_UNKNOWN);
    ck_assert_int_eq(span.low, 7);
    made->system.effort = NULL;
    ck_assert_int_eq(made_holds(made), DTI__POSSIBLE_NO);
    free(made);
}
END_TEST

START_TEST(test_shares)
{
    struct dti__effort effort = {1000, NULL};
    struct dti__effort share = dti__effort_share(&effort, 2);
    ck_assert_uint_eq(share.left, 500);
    ck_assert_uint_eq(effort.left, 500);
    ck_assert(dti__effort_spend(&share, 100));
    dti__effort_give_back(&effort, share);
    ck_assert_uint_eq(effort.left, 900);
    ck_assert_uint_eq(dti__effort_share(&effort, 1).left, 900);
    ck_assert(dti__effort_is_spent(&effort));
    ck_assert(!dti__effort_spend(&effort, 1));
    ck_assert(dti__effort_spend(NULL, UINT64_MAX));
    ck_assert(!dti__effort_is_spent(NULL));
}
END_TEST

/* ── memory ── */

static dti_status diagnose(const dti_allocator *allocator, void *context)
{
    const struct made *made = context;
    const dti_allocator *with = allocator ? allocator : &dti__malloc_allocator;
    struct dti__diagnosis diagnosis;
    const dti_status status = dti__system_diagnose(&made->system, 3, with, &diagnosis);
    ck_assert_uint_eq(diagnosis.problem_count, status == DTI_OK ? 3 : 0);
    ck_assert(status == DTI_OK || (!diagnosis.problems && !diagnosis.freed));
    for (size_t i = 0; i < diagnosis.problem_count; i++)
        ck_assert_uint_eq(diagnosis.problems[i].conflict_size > 0,
                          diagnosis.problems[i].repair_count > 0);
    dti__diagnosis_release(&diagnosis, with);
    return status;
}

START_TEST(test_out_of_memory)
{
    struct made *made = three_points_too_many();
    for (size_t i = 0; i < 4; i++) /* ac, ae, bc, be from suspect 12 on */
        clash(made, (const char *[]){"mo", "mq", "no", "nq"}[i]);
    made_tie(made, 1, 0);
    test_nomem(diagnose, made);
    free(made);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("analyse-diagnose");
    TCase *cases = tcase_create("diagnose");
    tcase_add_test(cases, test_three_points_too_many);
    tcase_add_test(cases, test_two_problems_in_one_component);
    tcase_add_loop_test(cases, test_clashes, 0, sizeof clash_cases / sizeof *clash_cases);
    tcase_add_test(cases, test_no_suspect_to_blame);
    tcase_add_test(cases, test_what_is_not_required);
    tcase_add_loop_test(cases, test_all_subsets, 0, 12);
    tcase_add_test(cases, test_a_plan_is_little_work);
    tcase_add_test(cases, test_overlapping_conflicts_are_little_work);
    tcase_add_loop_test(cases, test_effort, 0, 5);
    tcase_add_test(cases, test_spent_effort_answers_nothing);
    tcase_add_test(cases, test_shares);
    tcase_add_test(cases, test_out_of_memory);
    suite_add_tcase(suite, cases);
    return suite;
}
