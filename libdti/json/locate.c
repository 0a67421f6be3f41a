/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One walk over the tree finds all places: the pointers are sorted, so that those which lead
 * through a value are a range of them, and stepping into a member narrows the range. Sorted by
 * place, they get their lines in one more pass over the text. */
#include "json/pointer.h"
#include "json/scalar.h"
#include "json/trail.h"

#include <dti/report.h>
#include <stdlib.h>
#include <string.h>

struct wanted {
    const char *pointer; /* borrowed from the report */
    size_t finding;
    size_t place; /* of the deepest value on the way that was met so far */
    size_t met;   /* bytes of the pointer that lead there */
};

struct range { /* wanted[low..high) */
    size_t low;
    size_t high;
};

struct locator {
    struct dti__buffer token; /* of the next value, with its slash, terminated */
    struct wanted *wanted;
    size_t count;
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
static size_t bound(const struct locator *locator, struct range range, size_t prefix, bool behind)
{
    size_t low = range.low;
    size_t high = range.high;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const char *rest = locator->wanted[middle].pointer + prefix;
        const int order = compare_token(rest, locator->token.data);
        if (order < 0 || (behind && order == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void note_token(struct locator *locator, const cJSON *container, const cJSON *value,
                       size_t index)
{
    locator->token.length = 0;
    if (dti__json_is_object(container)) {
        dti__pointer_put_key(&locator->token, value->string);
    } else {
        dti__pointer_put_index(&locator->token, index);
    }
    dti__buffer_put_char(&locator->token, '\0');
}

/* Gives the place of the value to all pointers through it, which are the range; `prefix` bytes of
 * them lead to it. As deep as the tree is. */
static void visit(struct locator *locator, const cJSON *value, struct range range, size_t prefix)
{
    for (size_t i = range.low; i < range.high; i++) {
        locator->wanted[i].place = dti__json_place(value);
        locator->wanted[i].met = prefix;
    }
    /* Those that end here sort before those that go on. */
    if (locator->wanted[range.high - 1].pointer[prefix] == '\0') {
        return;
    }
    size_t index = 0;
    for (const cJSON *child = value->child; child != NULL; child = child->next, index++) {
        note_token(locator, value, child, index);
        if (locator->token.failed) {
            return;
        }
        const struct range inner = {bound(locator, range, prefix, false),
                                    bound(locator, range, prefix, true)};
        if (inner.low < inner.high) {
            visit(locator, child, inner, prefix + locator->token.length - 1);
        }
    }
}

/* Adds the findings that have no line yet: those that know their value, or those with a pointer. */
static void collect(struct locator *locator, const dti_report *report, bool with_place)
{
    const size_t findings = dti_report_count(report);
    for (size_t i = 0; i < findings; i++) {
        const size_t place = (size_t)dti_report_offset(report, i);
        if (dti_report_line(report, i) == 0 && (place != 0) == with_place) {
            locator->wanted[locator->count] = (struct wanted){
                .pointer = dti_report_pointer(report, i), .finding = i, .place = place};
            locator->count++;
        }
    }
}

static int compare_places(const void *left, const void *right)
{
    const struct wanted *a = left;
    const struct wanted *b = right;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* The pointer of a finding in another text: that of its value there, and what of its own did not
 * lead to any value. */
static bool move(struct dti__trail *trail, const struct wanted *wanted, const char *source,
                 dti_report *report)
{
    struct dti__buffer *pointer = &trail->pointer;
    const size_t length = pointer->length;
    dti__buffer_put_text(pointer, wanted->pointer + wanted->met);
    dti__buffer_put_char(pointer, '\0');
    const bool is_good =
        !pointer->failed && dti__report_move(report, wanted->finding, source, pointer->data);
    pointer->length = length;
    return is_good;
}

/* Tells the places of those that lie in the text, which begins at `begin` of all texts; the next
 * one of the others is left in *at. */
static bool tell_text(const struct locator *locator, const struct dti__json_text *text,
                      size_t begin, bool is_only, size_t *at, dti_report *report)
{
    struct dti__position position = dti__position_first(dti__scan_origin(text->text, text->length));
    struct dti__trail trail;
    bool is_good = true;
    size_t last = DTI__NO_PLACE;
    dti__trail_begin(&trail, text->text, text->length);
    for (; is_good && *at < locator->count; ++*at) {
        const struct wanted *wanted = &locator->wanted[*at];
        if (wanted->place - begin >= text->length) {
            break;
        }
        if (!text->is_packed)
            dti__position_advance(&position, text->text, wanted->place - begin);
        if (!is_only) {
            is_good = (wanted->place == last || dti__trail_to(&trail, wanted->place - begin)) &&
                      move(&trail, wanted, text->source, report);
            last = wanted->place;
        }
        if (!text->is_packed)
            dti__report_place(report, wanted->finding, position.line, position.column,
                              position.offset);
    }
    dti__trail_end(&trail);
    return is_good;
}

bool dti__json_locate(const cJSON *tree, const struct dti__json_text *texts, size_t count,
                      dti_report *report)
{
    const size_t findings = dti_report_count(report);
    struct locator locator = {.count = 0};
    if (findings == 0) {
        return true;
    }
    locator.wanted = dti__alloc_array(&dti__malloc_allocator, findings, sizeof *locator.wanted);
    if (locator.wanted == NULL) {
        return false;
    }
    dti__buffer_init(&locator.token, &dti__malloc_allocator);
    collect(&locator, report, false);
    if (locator.count > 0) {
        qsort(locator.wanted, locator.count, sizeof *locator.wanted, compare_wanted);
        visit(&locator, tree, (struct range){0, locator.count}, 0);
    }
    collect(&locator, report, true);
    if (locator.count > 0) {
        qsort(locator.wanted, locator.count, sizeof *locator.wanted, compare_places);
    }
    bool is_good = !locator.token.failed;
    size_t begin = 0;
    size_t at = 0;
    for (size_t i = 0; i < count && is_good; i++) {
        is_good = tell_text(&locator, &texts[i], begin, count == 1, &at, report);
        begin += texts[i].length;
    }
    dti__buffer_release(&locator.token);
    dti__release(&dti__malloc_allocator, locator.wanted, findings * sizeof *locator.wanted);
    return is_good;
}
