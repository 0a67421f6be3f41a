/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The pointer is cut back to its container before each value, and its last token put on again. */
#include "json/trail.h"

#include "json/pointer.h"

void dti__trail_begin(struct dti__trail *trail, const char *text, size_t length)
{
    const struct dti__json_limits unlimited = {UINT64_MAX, DTI_LIMIT_DEPTH, UINT32_MAX, UINT32_MAX};
    trail->depth = 0;
    dti__scan_begin(&trail->scan, text, length, &unlimited);
    dti__unescape_init(&trail->unescape);
    dti__buffer_init(&trail->pointer, &dti__malloc_allocator);
}

void dti__trail_end(struct dti__trail *trail)
{
    dti__buffer_release(&trail->pointer);
    dti__unescape_release(&trail->unescape);
}

static void enter_key(struct dti__trail *trail)
{
    const char *key = dti__unescape_token(&trail->unescape, &trail->scan);
    trail->pointer.length = trail->levels[trail->depth - 1].prefix;
    if (key == NULL) {
        trail->pointer.failed = true;
    } else {
        dti__pointer_put_key(&trail->pointer, key);
    }
}

/* The pointer of a member was put together when its key was met. */
static void enter_value(struct dti__trail *trail)
{
    if (trail->depth > 0 && trail->levels[trail->depth - 1].is_array) {
        trail->pointer.length = trail->levels[trail->depth - 1].prefix;
        dti__pointer_put_index(&trail->pointer, trail->levels[trail->depth - 1].index);
        trail->levels[trail->depth - 1].index++;
    }
}

static void open_container(struct dti__trail *trail, bool is_array)
{
    trail->levels[trail->depth].prefix = trail->pointer.length;
    trail->levels[trail->depth].index = 0;
    trail->levels[trail->depth].is_array = is_array;
    trail->depth++;
}

bool dti__trail_to(struct dti__trail *trail, size_t offset)
{
    while (!trail->pointer.failed) {
        const enum dti__scan_event event = dti__scan_next(&trail->scan);
        if (event == DTI__SCAN_FAULT || event == DTI__SCAN_DONE) {
            return false;
        }
        if (event == DTI__SCAN_KEY) {
            enter_key(trail);
            continue;
        }
        if (event == DTI__SCAN_CLOSE) {
            trail->depth--;
            continue;
        }
        enter_value(trail);
        if (event == DTI__SCAN_OBJECT || event == DTI__SCAN_ARRAY) {
            open_container(trail, event == DTI__SCAN_ARRAY);
        }
        if (trail->scan.start == offset) {
            return !trail->pointer.failed;
        }
    }
    return false;
}
