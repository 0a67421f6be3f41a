/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One rescan finds all places: the pointers are sorted, so that those which lead through a value
 * are a range of them, and stepping into a member narrows the range. */
#include "json/pointer.h"
#include "json/scan.h"
#include "json/unescape.h"

#include <dti/base.h>
#include <dti/report.h>
#include <stdlib.h>

struct wanted {
    const char *pointer; /* borrowed from the report */
    size_t finding;
    struct dti__position position; /* of the deepest value on the way that was met so far */
};

struct range { /* wanted[low..high) */
    size_t low;
    size_t high;
};

struct level {          /* an open container */
    struct range range; /* of the pointers through it */
    size_t prefix;      /* length of its own pointer */
    size_t index;       /* of the next item of an array */
    bool is_array;
};

struct locator {
    struct dti__scan scan;
    struct dti__unescape unescape;
    struct dti__buffer token; /* of the next value, with its slash, terminated */
    struct dti__position position;
    struct wanted *wanted;
    size_t count;
    struct level levels[DTI_LIMIT_DEPTH];
    size_t depth;
};

/* Pointers through one value must lie together, so "/" and the end sort before all other bytes. */
static int weight(char c)
{
    return c == '\0' ? -2 : c == '/' ? -1 : (unsigned char)c;
}

static int compare_wanted(const void *left, const void *right)
{
    const char *a = ((const struct wanted *)left)->pointer;
    const char *b = ((const struct wanted *)right)->pointer;
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    return weight(*a) - weight(*b);
}

/* The same order between the rest of a pointer and one token: 0 if it begins with the token. */
static int compare_token(const char *rest, const char *token)
{
    while (*token != '\0' && *rest == *token) {
        rest++;
        token++;
    }
    if (*token == '\0' && *rest == '/') {
        return 0;
    }
    return weight(*rest) - weight(*token);
}

/* The first of the range whose rest is not below the token or, with `behind`, is above it. */
static size_t bound(const struct locator *locator, const struct level *level, bool behind)
{
    size_t low = level->range.low;
    size_t high = level->range.high;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const char *rest = locator->wanted[middle].pointer + level->prefix;
        const int order = compare_token(rest, locator->token.data);
        if (order < 0 || (behind && order == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Whether anything inside the innermost container is wanted. There is one. */
static bool is_of_interest(const struct locator *locator)
{
    const struct range *range = &locator->levels[locator->depth - 1].range;
    return range->low < range->high;
}

static void note_key(struct locator *locator)
{
    const char *key = dti__unescape_token(&locator->unescape, &locator->scan);
    locator->token.length = 0;
    if (key == NULL) {
        locator->token.failed = true;
        return;
    }
    dti__pointer_put_key(&locator->token, key);
    dti__buffer_put_char(&locator->token, '\0');
}

static void note_index(struct locator *locator, size_t index)
{
    locator->token.length = 0;
    dti__pointer_put_index(&locator->token, index);
    dti__buffer_put_char(&locator->token, '\0');
}

/* Gives the place of the value at hand to all pointers through it. */
static void visit_value(struct locator *locator, bool is_container, bool is_array)
{
    struct level inner = {.is_array = is_array};
    if (locator->depth == 0) {
        inner.range.high = locator->count;
    } else if (is_of_interest(locator)) {
        struct level *level = &locator->levels[locator->depth - 1];
        if (level->is_array) {
            note_index(locator, level->index);
            level->index++;
        }
        if (locator->token.failed) {
            return;
        }
        inner.range.low = bound(locator, level, false);
        inner.range.high = bound(locator, level, true);
        inner.prefix = level->prefix + locator->token.length - 1;
    }
    if (inner.range.low < inner.range.high) {
        dti__position_advance(&locator->position, locator->scan.text, locator->scan.start);
        for (size_t i = inner.range.low; i < inner.range.high; i++) {
            locator->wanted[i].position = locator->position;
        }
    }
    if (is_container) {
        locator->levels[locator->depth] = inner;
        locator->depth++;
    }
}

/* False when out of memory. */
static bool find_places(struct locator *locator)
{
    while (!locator->token.failed) {
        const enum dti__scan_event event = dti__scan_next(&locator->scan);
        switch (event) {
        case DTI__SCAN_FAULT:
        case DTI__SCAN_DONE:
            return true;
        case DTI__SCAN_KEY:
            if (is_of_interest(locator)) {
                note_key(locator);
            }
            break;
        case DTI__SCAN_CLOSE:
            locator->depth--;
            break;
        default:
            visit_value(locator, event == DTI__SCAN_OBJECT || event == DTI__SCAN_ARRAY,
                        event == DTI__SCAN_ARRAY);
            break;
        }
    }
    return false;
}

static void tell_places(const struct locator *locator, dti_report *report)
{
    for (size_t i = 0; i < locator->count; i++) {
        const struct wanted *wanted = &locator->wanted[i];
        if (wanted->position.line > 0) {
            dti__report_place(report, wanted->finding, wanted->position.line,
                              wanted->position.column, wanted->position.offset);
        }
    }
}

/* Fills wanted[] with the findings that have no place yet. */
static void collect(struct locator *locator, const dti_report *report)
{
    const size_t findings = dti_report_count(report);
    for (size_t i = 0; i < findings; i++) {
        if (dti_report_line(report, i) == 0) {
            locator->wanted[locator->count] =
                (struct wanted){.pointer = dti_report_pointer(report, i), .finding = i};
            locator->count++;
        }
    }
}

void dti__json_locate(const char *text, size_t length, dti_report *report)
{
    const struct dti__json_limits unlimited = {UINT64_MAX, DTI_LIMIT_DEPTH, UINT32_MAX, UINT32_MAX};
    const size_t findings = dti_report_count(report);
    struct locator locator = {.position = dti__position_first(dti__scan_origin(text, length))};
    locator.wanted = dti__alloc_array(&dti__malloc_allocator, findings, sizeof *locator.wanted);
    if (locator.wanted == NULL) {
        return; /* nothing to do, or no memory: then the findings keep their pointers only */
    }
    collect(&locator, report);
    qsort(locator.wanted, locator.count, sizeof *locator.wanted, compare_wanted);
    dti__scan_begin(&locator.scan, text, length, &unlimited);
    dti__unescape_init(&locator.unescape);
    dti__buffer_init(&locator.token, &dti__malloc_allocator);
    if (find_places(&locator)) {
        tell_places(&locator, report);
    }
    dti__buffer_release(&locator.token);
    dti__unescape_release(&locator.unescape);
    dti__release(&dti__malloc_allocator, locator.wanted, findings * sizeof *locator.wanted);
}
