/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Names: the grammar of ids and codes, the order of codes, and an open hash table. */
#include "base/name.h"

#include <stdint.h>
#include <string.h>

#include "base/wide.h"

#define ID_LENGTH   127
#define CODE_LENGTH 63

/* ASCII by hand: <ctype.h> follows the locale. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_char(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z');
}

/* "so-noi-vu": returns the end of the words at the start of the text, or NULL if there are none or
 * a '-' dangles. */
static const char *skip_words(const char *text)
{
    for (;;) {
        if (!is_word_char(*text)) {
            return NULL;
        }
        while (is_word_char(*text)) {
            text++;
        }
        if (*text != '-') {
            return text;
        }
        text++;
    }
}

bool dti__is_id(const char *text)
{
    if (text == NULL) {
        return false;
    }
    if (text[0] == 'x' && text[1] == '-') {
        return false; /* as keys of an object such names are the reader's own and never read */
    }
    const char *end = skip_words(text);
    if (end != NULL && *end == ':') {
        end = skip_words(end + 1);
    }
    return end != NULL && *end == '\0' && end - text <= ID_LENGTH;
}

bool dti__is_code(const char *text)
{
    if (text == NULL) {
        return false;
    }
    const char *at = text;
    for (;;) {
        const char *part = at;
        while (is_word_char(*at) || *at == '-') {
            at++;
        }
        if (at == part) {
            return false;
        }
        if (*at == '\0') {
            return at - text <= CODE_LENGTH;
        }
        if (*at != '.') {
            return false;
        }
        at++;
    }
}

/* FNV-1a. The address of the table is its secret: whoever writes a document cannot prepare names
 * that all fall into one slot. No result depends on where a name lies. */
static size_t first_slot(const struct dti__names *names, const char *text)
{
    uint64_t hash = UINT64_C(14695981039346656037) ^ (uint64_t)(uintptr_t)names->slots;
    hash *= UINT64_C(1099511628211);
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
    }
    return (size_t)(hash ^ hash >> 32) & (names->slot_count - 1);
}

/* The slot that holds the text, or the empty one where it belongs. */
static uint32_t *slot_of(const struct dti__names *names, const char *text)
{
    size_t at = first_slot(names, text);
    while (names->slots[at] != 0 && strcmp(names->texts[names->slots[at] - 1], text) != 0) {
        at = (at + 1) & (names->slot_count - 1);
    }
    return &names->slots[at];
}

bool dti__names_build(struct dti__names *names, struct dti__arena *arena, const char *const *texts,
                      size_t count, size_t *duplicate)
{
    size_t least;
    *names = (struct dti__names){.texts = texts, .slot_count = 2};
    *duplicate = DTI__NONE;
    if (count >= UINT32_MAX || !dti__mul_size(count, 2, &least)) {
        return false;
    }
    while (names->slot_count < least) { /* at most half full, so that searches are short and end */
        names->slot_count *= 2;
    }
    names->slots = dti__arena_array(arena, names->slot_count, sizeof *names->slots);
    if (names->slots == NULL) {
        *names = (struct dti__names){0};
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (texts[i] == NULL) {
            continue;
        }
        uint32_t *slot = slot_of(names, texts[i]);
        if (*slot == 0) {
            *slot = (uint32_t)(i + 1);
        } else if (*duplicate == DTI__NONE) {
            *duplicate = i;
        }
    }
    return true;
}

size_t dti__names_find(const struct dti__names *names, const char *text)
{
    if (text == NULL || names->slots == NULL) {
        return DTI__NONE;
    }
    const uint32_t *slot = slot_of(names, text);
    return *slot == 0 ? DTI__NONE : *slot - 1;
}
