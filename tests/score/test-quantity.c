/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Quantities over columns: sums, differences and ratios, the worst state of their operands, and a
 * base of zero. */
#include "score/quantity.h"

#include "support.h"

/* A quantity over columns of any length, as states and values. */
static void evaluate(const struct dti__quantity *quantity, const struct dti__column *columns,
                     size_t n, double *values, uint8_t *states)
{
    for (size_t row = 0; row < n; row += DTI__TILE) {
        const struct dti__rows rows = {row, n - row < DTI__TILE ? n - row : DTI__TILE};
        struct dti__room room;
        struct dti__cells cells;
        ck_assert(dti__quantity_read(quantity, columns, &rows, &dti__loops_plain, &room, &cells));
        for (size_t i = 0; i < rows.n; i++) {
            states[row + i] = dti__states_of(&cells.states, i);
            values[row + i] = states[row + i] == DTI_STATE_PRESENT ? cells.values[i] : 0;
        }
    }
}

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define ROWS             4

static size_t a[] = {0};
static size_t b[] = {1};
static size_t ab[] = {0, 1};
static size_t ba[] = {1, 0};
static size_t c[] = {2};

/* clang-format off */
#define OF(which) {.inputs = (which), .count = sizeof(which) / sizeof((which)[0])}
/* clang-format on */

static const double left[ROWS] = {6, 0, 0.25, -1};
static const double right[ROWS] = {3, 2, 0, 4};
static const double base[ROWS] = {9, 0, 0.5, -2};

static const struct form_case {
    const char *name;
    struct dti__quantity quantity;
    double values[ROWS];
    uint8_t states[ROWS];
} form_cases[] = {
    {"one", {.form = DTI__FORM_SUM, .of = OF(a)}, {6, 0, 0.25, -1}, {0}},
    {"sum", {.form = DTI__FORM_SUM, .of = OF(ab)}, {9, 2, 0.25, 3}, {0}},
    {"difference",
     {.form = DTI__FORM_DIFFERENCE, .of = OF(a), .to = OF(b)},
     {3, -2, 0.25, -5},
     {0}},
    {"ratio",
     {.form = DTI__FORM_RATIO, .of = OF(a), .to = OF(c)},
     {2.0 / 3, 0, 0.5, 0.5},
     {0, DTI__STATE_BASE_ZERO, 0, 0}},
    {"ratio of sums", {.form = DTI__FORM_RATIO, .of = OF(ab), .to = OF(ba)}, {1, 1, 1, 1}, {0}},
    {"nothing",
     {.form = DTI__FORM_NONE},
     {0},
     {DTI_STATE_NOT_ASSESSED, DTI_STATE_NOT_ASSESSED, DTI_STATE_NOT_ASSESSED,
      DTI_STATE_NOT_ASSESSED}},
};

START_TEST(evaluates_each_form)
{
    static const uint8_t present[ROWS] = {0};
    static const struct dti__column columns[] = {{.values = left, .states = present},
                                                 {.values = right, .states = present},
                                                 {.values = base, .states = present}};
    const struct form_case *at = &form_cases[_i];
    double values[ROWS + 1] = {9, 9, 9, 9, 9};
    uint8_t states[ROWS + 1] = {9, 9, 9, 9, 9};
    evaluate(&at->quantity, columns, ROWS, values, states);
    for (int i = 0; i < ROWS; i++) {
        ck_assert_msg(states[i] == at->states[i], "%s[%d]: state %d", at->name, i, states[i]);
        ck_assert_msg(values[i] >= at->values[i] && values[i] <= at->values[i], "%s[%d]: %.17g",
                      at->name, i, values[i]);
    }
    ck_assert_double_eq(values[ROWS], 9);
    ck_assert_int_eq(states[ROWS], 9);
    evaluate(&at->quantity, columns, 0, values, states); /* no rows, no touch */
}
END_TEST

/* What is derived from what is derived may grow without end, but is no figure of anything. */
START_TEST(refuses_what_is_no_figure)
{
    static const double bases[] = {1e-40, 1e-60, -1e-60};
    static const uint8_t expected[] = {DTI_STATE_PRESENT, DTI_STATE_REJECTED, DTI_STATE_REJECTED};
    static const double large = 1e100;
    static const uint8_t present = DTI_STATE_PRESENT;
    const struct dti__column columns[] = {{.values = &large, .states = &present},
                                          {.values = &bases[_i], .states = &present}};
    const struct dti__quantity ratio = {.form = DTI__FORM_RATIO, .of = OF(a), .to = OF(b)};
    double value = 9;
    uint8_t state = 9;
    evaluate(&ratio, columns, 1, &value, &state);
    ck_assert_int_eq(state, expected[_i]);
    ck_assert_int_eq(value > 0, expected[_i] == DTI_STATE_PRESENT);
}
END_TEST

/* The order of docs/formats.md, and beyond it a base of zero, which says less than that anything is
 * not there. */
static const uint8_t worst_first[] = {DTI_STATE_REJECTED,     DTI_STATE_MISSING,
                                      DTI_STATE_NOT_ASSESSED, DTI_STATE_NOT_APPLICABLE,
                                      DTI__STATE_BASE_ZERO,   DTI_STATE_PRESENT};

static uint8_t worse_of(uint8_t one, uint8_t other)
{
    struct dti__states first = {{0}};
    struct dti__states second = {{0}};
    first.in[one] = 1;
    second.in[other] = 1;
    dti__states_worsen(&first, &second);
    return dti__states_of(&first, 0);
}

START_TEST(worst_state_wins)
{
    for (int i = 0; i < LENGTH_OF(worst_first); i++) {
        const uint8_t worse = worst_first[_i < i ? _i : i];
        ck_assert_int_eq(worse_of(worst_first[_i], worst_first[i]), worse);
        ck_assert_int_eq(worse_of(worst_first[i], worst_first[_i]), worse);
    }
}
END_TEST

/* Wherever an operand stands, its state reaches the quantity, and the value is then 0. */
START_TEST(states_of_operands_propagate)
{
    static const double one = 1;
    static const struct dti__quantity quantities[] = {
        {.form = DTI__FORM_SUM, .of = OF(ab)},
        {.form = DTI__FORM_SUM, .of = OF(ba)},
        {.form = DTI__FORM_DIFFERENCE, .of = OF(a), .to = OF(b)},
        {.form = DTI__FORM_DIFFERENCE, .of = OF(b), .to = OF(a)},
        {.form = DTI__FORM_RATIO, .of = OF(a), .to = OF(b)},
        {.form = DTI__FORM_RATIO, .of = OF(b), .to = OF(a)},
    };
    for (int i = 0; i < LENGTH_OF(worst_first); i++) {
        for (int k = 0; k < LENGTH_OF(worst_first); k++) {
            const struct dti__column columns[] = {{.values = &one, .states = &worst_first[i]},
                                                  {.values = &one, .states = &worst_first[k]}};
            double value = 7;
            uint8_t state = 7;
            evaluate(&quantities[_i], columns, 1, &value, &state);
            ck_assert_int_eq(state, worst_first[i < k ? i : k]);
            ck_assert_int_eq(value > 0 || value < 0,
                             state == DTI_STATE_PRESENT &&
                                 quantities[_i].form != DTI__FORM_DIFFERENCE);
        }
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("quantity");
    TCase *tcase = tcase_create("quantity");
    tcase_add_loop_test(tcase, evaluates_each_form, 0, LENGTH_OF(form_cases));
    tcase_add_loop_test(tcase, refuses_what_is_no_figure, 0, 3);
    tcase_add_loop_test(tcase, worst_state_wins, 0, LENGTH_OF(worst_first));
    tcase_add_loop_test(tcase, states_of_operands_propagate, 0, 6);
    suite_add_tcase(suite, tcase);
    return suite;
}
