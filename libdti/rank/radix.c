/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Order by radix: what is sorted are words that hold a part of the key and the index of the unit,
 * so that passes move eight bytes and look nothing up.
 *
 * The distance of usual points and the index fit into one word: one part, one order. Where they do
 * not, or groups do not fit in beside them, the words are packed again with the next part in the
 * order reached, lowest part first: passes are stable, so what came before decides where the later
 * part is equal. */
#include "rank/order.h"

#include <string.h>

/* A pass writes to as many places at once as there are digits: up to 1,024 the nearest caches and
 * the tables of pages keep up, with 2,048 it takes twice as long. */
enum {
    DIGIT_BITS = 10,
    DIGITS = 1 << DIGIT_BITS
};

/* Distance in two parts, as an index takes at most half of a word; and the groups. */
enum {
    MOST_PARTS = 3
};

/* So many bits of the distance from `shift` on, and above them, so many of the group. */
struct part {
    unsigned shift;
    unsigned width;
    unsigned group_width;
};

/* How often each digit occurs, for the pass at hand and, counted by it, for the next one. */
struct tallies {
    uint32_t now[DIGITS];
    uint32_t next[DIGITS];
};

struct sorting {
    const struct dti__rank_column *column;
    const struct dti__distance *distance;
    unsigned index_bits;
    struct part parts[MOST_PARTS];
    size_t part_count;
    unsigned char *from;
    unsigned char *to;
    size_t count; /* words in from */
    struct tallies tallies;
};

/* Half of the memory is the caller's array of another type, so words go in and out as bytes. */
static inline uint64_t load(const unsigned char *words, size_t i)
{
    uint64_t word;
    memcpy(&word, words + i * sizeof word, sizeof word);
    return word;
}

static inline void store(unsigned char *words, size_t i, uint64_t word)
{
    memcpy(words + i * sizeof word, &word, sizeof word);
}

static unsigned width_of(uint64_t value)
{
    unsigned bits = 0;
    for (; value; value >>= 1)
        bits++;
    return bits;
}

static uint64_t mask_of(unsigned width) /* below 64 */
{
    return (UINT64_C(1) << width) - 1;
}

static unsigned pass_count(const struct part *part)
{
    return (part->width + part->group_width + DIGIT_BITS - 1) / DIGIT_BITS;
}

/* ── Parts ── */

static void add_part(struct sorting *sorting, unsigned shift, unsigned width, unsigned group_width)
{
    sorting->parts[sorting->part_count++] = (struct part){shift, width, group_width};
}

/* Always one part at least, empty or not: it brings the indexes. The later one is as wide as it can
 * be, so that it tells most units apart. Returns the number of passes. */
static unsigned plan(struct sorting *sorting)
{
    const struct dti__rank_column *column = sorting->column;
    const unsigned room = 64 - sorting->index_bits;
    const unsigned width = width_of(sorting->distance->most);
    const unsigned low = width > room ? width - room : 0;
    uint32_t groups = 0;
    unsigned passes = 0;
    for (size_t i = 0; column->groups && i < column->count; i++)
        groups |= column->groups[i];
    const unsigned group_width = width_of(groups);
    const bool is_beside = width - low + group_width <= room;
    if (low)
        add_part(sorting, 0, low, 0);
    add_part(sorting, low, width - low, is_beside ? group_width : 0);
    if (!is_beside)
        add_part(sorting, 0, 0, group_width);
    for (size_t i = 0; i < sorting->part_count; i++)
        passes += pass_count(&sorting->parts[i]);
    return passes;
}

/* Reads nothing that the part does not hold: in a later part each look-up is a wait. */
static inline uint64_t key_of(const struct sorting *sorting, const struct part *part, size_t unit)
{
    uint64_t key = 0;
    if (part->width)
        key = dti__distance_of(sorting->distance, sorting->column->points[unit]) >> part->shift &
              mask_of(part->width);
    if (part->group_width)
        key |= (uint64_t)sorting->column->groups[unit] << part->width;
    return key;
}

/* ── Words ── */

/* The first part, of the units that are present, in the order of the column. */
static void pack(struct sorting *sorting, const struct part *part)
{
    const struct dti__rank_column *column = sorting->column;
    size_t count = 0;
    for (size_t i = 0; i < column->count; i++) {
        uint64_t key = key_of(sorting, part, i);
        bool is_present = dti__rank_is_present(column, i);
        store(sorting->from, count, key << sorting->index_bits | i);
        sorting->tallies.now[key % DIGITS] += is_present;
        count += is_present; /* or the next unit takes its place */
    }
    sorting->count = count;
}

/* A later part, in the order reached. */
static void repack(struct sorting *sorting, const struct part *part)
{
    const uint64_t index_mask = mask_of(sorting->index_bits);
    for (size_t i = 0; i < sorting->count; i++) {
        uint64_t unit = load(sorting->from, i) & index_mask;
        uint64_t key = key_of(sorting, part, (size_t)unit);
        store(sorting->from, i, key << sorting->index_bits | unit);
        sorting->tallies.now[key % DIGITS]++;
    }
}

/* ── Passes ── */

/* From how often digits occur to where the words with each of them go. */
static void turn_into_positions(uint32_t tally[DIGITS])
{
    uint32_t position = 0;
    for (size_t i = 0; i < DIGITS; i++) {
        uint32_t occurring = tally[i];
        tally[i] = position;
        position += occurring;
    }
}

/* One pass, from the digit above `shift`. Counting the next digit on the way costs less than a
 * sweep of its own, as the words are at hand; behind the last digit, though, there is only zero,
 * and all would wait for one counter. */
static void pass(struct sorting *sorting, unsigned shift, bool is_last)
{
    struct tallies *tallies = &sorting->tallies;
    unsigned char *const from = sorting->from;
    unsigned char *const to = sorting->to;
    const size_t count = sorting->count;
    turn_into_positions(tallies->now);
    memset(tallies->next, 0, sizeof tallies->next);
    for (size_t i = 0; i < count; i++) {
        uint64_t word = load(from, i);
        uint64_t rest = word >> shift;
        if (!is_last)
            tallies->next[(rest >> DIGIT_BITS) % DIGITS]++;
        store(to, tallies->now[rest % DIGITS]++, word);
    }
    memcpy(tallies->now, tallies->next, sizeof tallies->now);
    sorting->from = to;
    sorting->to = from;
}

void dti__order_by_radix(const struct dti__rank_column *column,
                         const struct dti__distance *distance, struct dti__order *order,
                         void *spare)
{
    struct sorting sorting = {
        .column = column, .distance = distance, .index_bits = width_of(column->count - 1)};
    const bool is_odd = plan(&sorting) % 2 != 0;
    /* Each pass changes sides, and the last one must end in the places. */
    sorting.from = is_odd ? spare : (unsigned char *)order->places;
    sorting.to = is_odd ? (unsigned char *)order->places : spare;
    for (size_t i = 0; i < sorting.part_count; i++) {
        const struct part *part = &sorting.parts[i];
        const unsigned passes = pass_count(part);
        memset(&sorting.tallies, 0, sizeof sorting.tallies);
        if (i == 0)
            pack(&sorting, part);
        else
            repack(&sorting, part);
        for (unsigned k = 0; k < passes; k++)
            pass(&sorting, sorting.index_bits + k * DIGIT_BITS, k + 1 == passes);
    }
    order->count = sorting.count;
    order->index_bits = sorting.index_bits;
    order->is_exact = sorting.part_count == 1;
}
