/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* NFC: most Vietnamese text is seen to be composed at a glance; the rest is decomposed, ordered and
 * composed by the tables of utf8proc. */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define NFC_OPTIONS ((utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE))

/* Code points in work, from the allocator of the arena. */
struct points {
    utf8proc_int32_t *items;
    size_t count;
};

/* True if the text is NFC for certain: it holds only Latin up to U+02FF, the composed Vietnamese
 * letters U+1EA0..U+1EFF and the dashes and quotes U+2010..U+2027, all of which have the property
 * NFC_Quick_Check=Yes. */
bool dti__nfc_is_sure(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    while (at < length) {
        const unsigned char first = bytes[at];
        if (first < 0x80) {
            at += 1;
        } else if (first < 0xCC) { /* CC 80 is U+0300 */
            at += 2;
        } else if (first == 0xE1 &&
                   (bytes[at + 1] == 0xBB || (bytes[at + 1] == 0xBA && bytes[at + 2] >= 0xA0))) {
            at += 3;
        } else if (first == 0xE2 && bytes[at + 1] == 0x80 && bytes[at + 2] >= 0x90 &&
                   bytes[at + 2] <= 0xA7) {
            at += 3;
        } else {
            return false;
        }
    }
    return true;
}

/* Canonical decomposition of all characters, still in text order. Returns how many code points
 * there are; writes no more than `capacity`. */
static size_t decompose(const char *text, size_t length, utf8proc_int32_t *out, size_t capacity)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    size_t at = 0;
    size_t count = 0;
    while (at < length) {
        utf8proc_int32_t point;
        int boundary = 0;
        const utf8proc_ssize_t step =
            utf8proc_iterate(bytes + at, (utf8proc_ssize_t)(length - at), &point);
        if (step <= 0) {
            break; /* not UTF-8: excluded by the contract */
        }
        const size_t room = count < capacity ? capacity - count : 0;
        const utf8proc_ssize_t more = utf8proc_decompose_char(
            point, room == 0 ? NULL : out + count, (utf8proc_ssize_t)room, NFC_OPTIONS, &boundary);
        count += more > 0 ? (size_t)more : 0;
        at += (size_t)step;
    }
    return count;
}

static unsigned combining_class(utf8proc_int32_t point)
{
    return (unsigned)utf8proc_get_property(point)->combining_class & 0xFF;
}

/* Stable sort of a run of combining marks by class. utf8proc's own ordering is quadratic, which a
 * hostile text can feel; counting is not. */
static void sort_marks(utf8proc_int32_t *marks, size_t count, utf8proc_int32_t *scratch)
{
    size_t starts[257] = {0};
    for (size_t i = 0; i < count; i++) {
        starts[combining_class(marks[i]) + 1]++;
    }
    for (size_t class = 0; class < 256; class ++) {
        starts[class + 1] += starts[class];
    }
    for (size_t i = 0; i < count; i++) {
        scratch[starts[combining_class(marks[i])]++] = marks[i];
    }
    memcpy(marks, scratch, count * sizeof *marks);
}

/* Canonical ordering: within each run of combining marks the classes ascend. */
static void order(struct points points, utf8proc_int32_t *scratch)
{
    size_t run = 0; /* start of the run */
    bool is_ordered = true;
    unsigned last = 0;
    for (size_t i = 0; i < points.count; i++) {
        const unsigned class = combining_class(points.items[i]);
        if (class == 0) {
            if (!is_ordered) {
                sort_marks(points.items + run, i - run, scratch);
            }
            run = i + 1;
            is_ordered = true;
        } else if (class < last) {
            is_ordered = false;
        }
        last = class;
    }
    if (!is_ordered) {
        sort_marks(points.items + run, points.count - run, scratch);
    }
}

static char *encode(struct dti__arena *arena, struct points points)
{
    char bytes[4];
    size_t length = 0;
    for (size_t i = 0; i < points.count; i++) {
        length += dti__utf8_put((uint32_t)points.items[i],
                                bytes); /* no more bytes than the points take in memory */
    }
    char *text = dti__arena_array(arena, length + 1, 1);
    if (text == NULL) {
        return NULL;
    }
    char *end = text;
    for (size_t i = 0; i < points.count; i++) {
        const size_t step = dti__utf8_put((uint32_t)points.items[i], bytes);
        memcpy(end, bytes, step);
        end += step;
    }
    return text;
}

char *dti__nfc(struct dti__arena *arena, const char *text, size_t length)
{
    if (dti__nfc_is_sure(text, length)) {
        return dti__arena_text(arena, text, length);
    }
    const dti_allocator *allocator = &arena->allocator;
    const size_t count = decompose(text, length, NULL, 0);
    struct points points = {dti__alloc_array(allocator, count, sizeof *points.items), count};
    utf8proc_int32_t *scratch = dti__alloc_array(allocator, count, sizeof *scratch);
    char *composed = NULL;
    if (points.items == NULL || scratch == NULL) {
        goto done;
    }
    decompose(text, length, points.items, count);
    order(points, scratch);
    const utf8proc_ssize_t left =
        utf8proc_normalize_utf32(points.items, (utf8proc_ssize_t)count, NFC_OPTIONS);
    points.count = left > 0 ? (size_t)left : 0;
    composed = encode(arena, points);
done:
    dti__release(allocator, scratch, count * sizeof *scratch);
    dti__release(allocator, points.items, count * sizeof *points.items);
    return composed;
}
