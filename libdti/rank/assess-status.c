/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The status of a target: which figure decides, whether it is what was wanted, and whether what is
 * not yet reached is on its way. See "Targets" in docs/formats.md. */
#include "base/wide.h"
#include "rank/assess.h"

enum answer { /* figures that are bounds do not always tell */
    ANSWER_NO,
    ANSWER_YES,
    ANSWER_UNKNOWN
};

/* What the printed figure lets the true one be. */
struct range {
    int64_t low;
    int64_t high;
};

static struct range range_of(const struct dti__known *known)
{
    return (struct range){known->bound == DTI__BOUND_AT_MOST ? INT64_MIN : known->amount,
                          known->bound == DTI__BOUND_AT_LEAST ? INT64_MAX : known->amount};
}

static enum answer at_least(struct range range, int64_t amount)
{
    return range.low >= amount ? ANSWER_YES : range.high < amount ? ANSWER_NO : ANSWER_UNKNOWN;
}

static enum answer at_most(struct range range, int64_t amount)
{
    return range.high <= amount ? ANSWER_YES : range.low > amount ? ANSWER_NO : ANSWER_UNKNOWN;
}

static enum answer negate(enum answer answer)
{
    return answer == ANSWER_UNKNOWN ? ANSWER_UNKNOWN : answer == ANSWER_NO ? ANSWER_YES : ANSWER_NO;
}

static enum answer is_equal(struct range range, int64_t amount)
{
    if (range.low == amount && range.high == amount)
        return ANSWER_YES;
    return range.low > amount || range.high < amount ? ANSWER_NO : ANSWER_UNKNOWN;
}

/* More than before: even the least that it can be is more than the most that it can have been. */
static enum answer is_more(struct range now, struct range before)
{
    return now.low > before.high ? ANSWER_YES : now.high <= before.low ? ANSWER_NO : ANSWER_UNKNOWN;
}

/* ── which figures ── */

/* The target itself: more is better, less is better, or one amount is. */
enum direction {
    DIRECTION_UP,
    DIRECTION_DOWN,
    DIRECTION_TO
};

static enum direction direction_of(const struct dti__target *target)
{
    switch (target->comparison) {
    case DTI_TARGET_AT_MOST:
    case DTI_TARGET_BELOW:
    case DTI_TARGET_DECREASE:
        return DIRECTION_DOWN;
    case DTI_TARGET_EQUAL:
        return DIRECTION_TO;
    case DTI_TARGET_IN_GROUP:
        return dti__target_is_rank(target) ? DIRECTION_DOWN : DIRECTION_UP;
    default:
        return DIRECTION_UP;
    }
}

static bool is_against_before(const struct dti__target *target)
{
    return target->comparison == DTI_TARGET_INCREASE || target->comparison == DTI_TARGET_DECREASE;
}

/* That of the due year; else the first after it; else the last before it. Without a due year the
 * last. */
static const struct dti__known *find_actual(const struct dti__known *figures, size_t count,
                                            int64_t due)
{
    for (size_t i = 0; i < count && due != 0; i++)
        if (figures[i].year >= due)
            return &figures[i];
    return count > 0 ? &figures[count - 1] : NULL;
}

/* That of a year; else the last before it; else the first after it; always before the actual one.
 */
static const struct dti__known *find_baseline(const struct dti__target *target,
                                              const struct dti__known *figures,
                                              const struct dti__known *actual)
{
    const struct dti__known *first = figures < actual ? figures : NULL;
    const struct dti__known *before = NULL;
    const struct dti__known *last = NULL;
    int64_t year = target->base_year != 0 ? target->base_year : target->set.year;
    for (const struct dti__known *at = figures; at < actual; at++) {
        before = at->year <= year ? at : before;
        last = at;
    }
    if (year == 0)
        return first;
    if (actual->year <= year) /* nothing has come since; but more is always more than before */
        return is_against_before(target) ? last : NULL;
    return before ? before : first;
}

/* ── held against each other ── */

static enum answer is_met(const struct dti__target *target, const struct dti__assessed *assessed)
{
    struct range now = range_of(assessed->actual);
    int64_t amount = target->amount;
    switch (target->comparison) {
    case DTI_TARGET_AT_LEAST:
        return at_least(now, amount);
    case DTI_TARGET_AT_MOST:
        return at_most(now, amount);
    case DTI_TARGET_EQUAL:
        return is_equal(now, amount);
    case DTI_TARGET_ABOVE:
        return negate(at_most(now, amount));
    case DTI_TARGET_BELOW:
        return negate(at_least(now, amount));
    case DTI_TARGET_INCREASE:
        return is_more(now, range_of(assessed->baseline));
    case DTI_TARGET_DECREASE:
        return is_more(range_of(assessed->baseline), now);
    case DTI_TARGET_IN_GROUP:
        return dti__target_is_rank(target) ? at_most(now, amount) : at_least(now, amount);
    default: /* something done */
        return now.low > 0 ? ANSWER_YES : ANSWER_NO;
    }
}

static int64_t distance(int64_t a, int64_t b)
{
    return a > b ? a - b : b - a;
}

/* The straight line from the baseline to the value; flat where the baseline was good enough. */
static void draw_line(const struct dti__target *target, struct dti__assessed *assessed)
{
    const struct dti__known *from = assessed->baseline;
    int64_t due = target->due.year;
    int64_t way = 0;
    if (!from || due == 0 || is_against_before(target) || target->comparison == DTI_TARGET_DONE ||
        assessed->actual->year > due)
        return;
    enum direction direction = direction_of(target);
    bool was_there = (direction == DIRECTION_UP && from->amount >= target->amount) ||
                     (direction == DIRECTION_DOWN && from->amount <= target->amount);
    if (!was_there &&
        !dti__muldiv(target->amount - from->amount, assessed->actual->year - from->year,
                     due - from->year, DTI__ROUND_HALF_EVEN, &way))
        return; /* cannot be: what is read is small enough */
    assessed->has_expected = true;
    assessed->expected = was_there ? target->amount : from->amount + way;
}

static enum answer is_on_line(const struct dti__target *target,
                              const struct dti__assessed *assessed)
{
    struct range now = range_of(assessed->actual);
    int64_t expected = assessed->expected;
    switch (direction_of(target)) {
    case DIRECTION_UP:
        return at_least(now, expected);
    case DIRECTION_DOWN:
        return at_most(now, expected);
    default: /* not further off than the line is */
        if (assessed->actual->bound == DTI__BOUND_AT_LEAST ||
            assessed->actual->bound == DTI__BOUND_AT_MOST)
            return ANSWER_UNKNOWN;
        return distance(now.low, target->amount) <= distance(expected, target->amount) ? ANSWER_YES
                                                                                       : ANSWER_NO;
    }
}

/* ── the status ── */

/* Others can take it away: it counts when it is due. */
static bool is_lasting(const struct dti__target *target)
{
    return !dti__target_is_rank(target) && target->comparison != DTI_TARGET_IN_GROUP;
}

static bool has_value(const struct dti__target *target)
{
    return target->value || target->comparison >= DTI_TARGET_INCREASE;
}

static void set(struct dti__assessed *assessed, dti_target_status status, enum dti__why why)
{
    assessed->status = (int)status;
    assessed->why = why;
}

struct time { /* where in time the figure stands */
    bool has_due;
    bool is_due;     /* it is of the due year or later, and the due day is over */
    bool is_awaited; /* the due day is over, and it is earlier */
};

static struct time time_of(const struct dti__target *target, const struct dti__known *actual,
                           struct dti__date today)
{
    bool is_over = today.year != 0 && dti__date_compare(today, target->due) > 0;
    bool is_running = today.year != 0 && !is_over;
    int64_t due = target->due.year;
    if (due == 0)
        return (struct time){false, false, false};
    return (struct time){true, actual->year > due || (actual->year == due && !is_running),
                         actual->year < due && is_over};
}

static void judge_met(const struct dti__target *target, struct time time,
                      struct dti__assessed *assessed)
{
    if (is_lasting(target) || !time.has_due || time.is_due)
        set(assessed, DTI_TARGET_ACHIEVED, DTI__WHY_MET);
    else if (time.is_awaited)
        set(assessed, DTI_TARGET_OPEN, DTI__WHY_AWAITED);
    else
        set(assessed, DTI_TARGET_ON_COURSE, DTI__WHY_HELD);
}

static void judge_way(const struct dti__target *target, struct dti__assessed *assessed)
{
    enum answer answer;
    if (!assessed->has_expected) {
        int64_t year = target->base_year != 0 ? target->base_year : target->set.year;
        set(assessed, DTI_TARGET_OPEN,
            assessed->actual->year <= year ? DTI__WHY_NO_LATER : DTI__WHY_NO_BASELINE);
        return;
    }
    answer = is_on_line(target, assessed);
    if (answer == ANSWER_UNKNOWN)
        set(assessed, DTI_TARGET_OPEN, DTI__WHY_BOUND);
    else
        set(assessed, answer == ANSWER_YES ? DTI_TARGET_ON_COURSE : DTI_TARGET_BEHIND,
            DTI__WHY_LINE);
}

static void judge_not_met(const struct dti__target *target, struct time time,
                          struct dti__assessed *assessed)
{
    if (time.is_due)
        set(assessed, DTI_TARGET_MISSED, DTI__WHY_NOT_MET);
    else if (time.is_awaited)
        set(assessed, DTI_TARGET_OPEN, DTI__WHY_AWAITED);
    else if (target->comparison == DTI_TARGET_DONE)
        set(assessed, DTI_TARGET_OPEN, time.has_due ? DTI__WHY_NOT_DONE : DTI__WHY_NO_DUE);
    else if (is_against_before(target))
        set(assessed, DTI_TARGET_BEHIND, DTI__WHY_NOT_MET);
    else if (!time.has_due)
        set(assessed, DTI_TARGET_OPEN, DTI__WHY_NO_DUE);
    else
        judge_way(target, assessed);
}

/* What keeps a target from being held against anything; false if nothing does. */
static bool is_without(const struct dti__target *target, struct dti__date today,
                       struct dti__assessed *assessed)
{
    bool is_over =
        today.year != 0 && target->due.year != 0 && dti__date_compare(today, target->due) > 0;
    if (target->comparison == DTI_TARGET_TEXT)
        assessed->why = DTI__WHY_NO_TEXT_FIGURE;
    else if (!has_value(target))
        assessed->why = DTI__WHY_NO_VALUE;
    else if (target->comparison == DTI_TARGET_IN_GROUP && target->band == DTI_NONE)
        assessed->why = DTI__WHY_NO_GROUP;
    else if (!assessed->actual)
        assessed->why = is_over ? DTI__WHY_AWAITED : DTI__WHY_NO_FIGURE;
    else if (is_against_before(target) && !assessed->baseline)
        assessed->why = DTI__WHY_NO_BASELINE;
    else
        return false;
    return true;
}

struct dti__assessed dti__assess(const struct dti__target *target, const struct dti__known *figures,
                                 size_t count, struct dti__date today)
{
    struct dti__assessed assessed = {.status = DTI_TARGET_OPEN};
    assessed.actual = find_actual(figures, count, target->due.year);
    if (assessed.actual)
        assessed.baseline = find_baseline(target, figures, assessed.actual);
    if (is_without(target, today, &assessed))
        return assessed;
    draw_line(target, &assessed);
    struct time time = time_of(target, assessed.actual, today);
    enum answer answer = is_met(target, &assessed);
    if (answer == ANSWER_YES)
        judge_met(target, time, &assessed);
    else if (answer == ANSWER_NO)
        judge_not_met(target, time, &assessed);
    else
        set(&assessed, DTI_TARGET_OPEN, DTI__WHY_BOUND);
    return assessed;
}
