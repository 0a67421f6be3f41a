/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/units-candidates.h"

#include "base/name-key.h"
#include "base/suggest.h"
#include "diag/argument.h"
#include "diag/sentence.h"

#include <string.h>

#define TEXT_SIZE   (DTI__SHOWN_SIZE * 2)
#define MOST_LOOKED 50000 /* keys: looking for what is near costs a look at all of them */
#define LEAST_PART  4     /* letters of a name that is part of others */
#define PART        3     /* as far away as a name of which the text is a part; more than any */
#define TOO_FAR     4     /* spelling mistake */

void dti__candidates_add(struct dti__candidates *candidates, size_t entry)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->items[i] == entry)
            return;
    if (candidates->count < DTI__MOST_CANDIDATES)
        candidates->items[candidates->count++] = entry;
    else
        candidates->more++;
}

/* What is said of each candidate, in both languages; arguments point here. */
struct telling {
    char texts[DTI__MOST_CANDIDATES + 1][2][TEXT_SIZE];
    struct dti__arg args[DTI__MAX_ARGS];
    size_t count;
};

static struct dti__sentence begin(struct telling *telling, size_t index, dti_lang lang)
{
    char *text = telling->texts[index][lang == DTI_LANG_EN];
    struct dti__sentence sentence = dti__sentence_begin(lang, text, TEXT_SIZE);
    if (index > 0)
        dti__sentence_put(&sentence, "; ");
    return sentence;
}

static void add_argument(struct telling *telling, size_t index)
{
    telling->args[telling->count++] =
        DTI__NAMES(telling->texts[index][0], telling->texts[index][1]);
}

/* Arguments that are not needed are empty. */
static dti_status end(struct telling *telling, enum dti__msg message, size_t more,
                      dti_error **error)
{
    if (more > 0) {
        for (size_t lang = 0; lang < 2; lang++) {
            struct dti__sentence sentence =
                begin(telling, DTI__MOST_CANDIDATES, lang ? DTI_LANG_EN : DTI_LANG_VI);
            dti__sentence_say(&sentence, DTI__MSG_SAY_UNITS_MORE, DTI__ARGS(DTI__INTEGER(more)));
        }
        add_argument(telling, DTI__MOST_CANDIDATES);
    }
    while (telling->count < DTI__MAX_ARGS)
        telling->args[telling->count++] = DTI__TEXT("");
    return dti__fail(error, message, telling->args, telling->count);
}

/* "Quảng Nam (gso:49, until 2025-06-30, then Đà Nẵng)", as far as it matters. */
static void say_unit(struct dti__sentence *sentence, const struct dti__search *search, size_t entry,
                     bool with_period)
{
    const dti_units *units = search->units;
    const struct dti__unit_entry *at = &units->entries[entry];
    const struct dti__unit_entry *next =
        at->successor_count == 1 ? &units->entries[at->successors[0]] : NULL;
    struct dti__arg name = DTI__NAMES(at->names.vi, at->names.en);
    struct dti__arg id = DTI__TEXT(at->id);
    struct dti__arg from = DTI__DATE(at->from);
    struct dti__arg until = DTI__DATE(at->until);
    bool has_from = with_period && at->from.year > 0;
    bool has_until = with_period && at->until.year > 0;
    if (has_until && next && strcmp(next->names.vi, at->names.vi) != 0)
        dti__sentence_say(sentence, DTI__MSG_SAY_UNIT_BECAME,
                          DTI__ARGS(name, id, until, DTI__NAMES(next->names.vi, next->names.en)));
    else if (has_from && has_until)
        dti__sentence_say(sentence, DTI__MSG_SAY_UNIT_BETWEEN, DTI__ARGS(name, id, from, until));
    else if (has_until)
        dti__sentence_say(sentence, DTI__MSG_SAY_UNIT_UNTIL, DTI__ARGS(name, id, until));
    else if (has_from)
        dti__sentence_say(sentence, DTI__MSG_SAY_UNIT_FROM, DTI__ARGS(name, id, from));
    else
        dti__sentence_say(sentence, DTI__MSG_SAY_UNIT, DTI__ARGS(name, id));
}

static bool periods_differ(const dti_units *units, const struct dti__candidates *candidates)
{
    const struct dti__unit_entry *entries = units->entries;
    for (size_t i = 1; i < candidates->count; i++) {
        const struct dti__unit_entry *first = &entries[candidates->items[0]];
        const struct dti__unit_entry *other = &entries[candidates->items[i]];
        if (dti__date_compare(first->from, other->from) != 0 ||
            dti__date_compare(first->until, other->until) != 0)
            return true;
    }
    return false;
}

/* The arguments before the candidates are there already. */
static dti_status tell(const struct dti__search *search, enum dti__msg message,
                       const struct dti__candidates *candidates, bool with_period,
                       struct telling *telling, dti_error **error)
{
    size_t most = DTI__MAX_ARGS - 1 - telling->count;
    size_t shown = candidates->count < most ? candidates->count : most;
    for (size_t i = 0; i < shown; i++) {
        for (size_t lang = 0; lang < 2; lang++) {
            struct dti__sentence sentence = begin(telling, i, lang ? DTI_LANG_EN : DTI_LANG_VI);
            say_unit(&sentence, search, candidates->items[i], with_period);
        }
        add_argument(telling, i);
    }
    return end(telling, message, candidates->more + candidates->count - shown, error);
}

/* ---- Codes without their system ---- */

static bool is_number(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool equals(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

/* "49" is a code or the end of one, and spreadsheets make "1" of "01". */
static bool is_code_of(const char *text, const char *code)
{
    const char *dash = strrchr(code, '-');
    if (equals(text, code) || (dash && equals(text, dash + 1)))
        return true;
    return is_number(text) && is_number(code) &&
           strcmp(text + strspn(text, "0"), code + strspn(code, "0")) == 0;
}

struct bare_code {
    size_t entry;
    size_t system;
};

static bool is_known(const struct dti__search *search, const struct bare_code *codes, size_t count,
                     const char *code, size_t system)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i].system == system &&
            strcmp(search->units->entries[codes[i].entry].codes[system], code) == 0)
            return true;
    return false;
}

/* On whatever day: the fault is another one. The last entry of a code is named. */
static size_t find_codes(const struct dti__search *search, struct bare_code *codes)
{
    const dti_units *units = search->units;
    size_t count = 0;
    for (size_t i = units->entry_count; i-- > 0 && count < DTI__MOST_CANDIDATES;)
        for (size_t k = 0; k < units->system_count && count < DTI__MOST_CANDIDATES; k++) {
            const char *code = units->entries[i].codes[k];
            if (code && is_code_of(search->text, code) && !is_known(search, codes, count, code, k))
                codes[count++] = (struct bare_code){i, k};
        }
    return count;
}

/* The key system first. */
static dti_status tell_codes(const struct dti__search *search, const struct bare_code *codes,
                             size_t count, struct telling *telling, dti_error **error)
{
    const dti_units *units = search->units;
    size_t index = 0;
    for (size_t system = 0; system < units->system_count; system++)
        for (size_t i = 0; i < count; i++) {
            const struct dti__unit_entry *at = &units->entries[codes[i].entry];
            if (codes[i].system != system)
                continue;
            for (size_t lang = 0; lang < 2; lang++) {
                struct dti__sentence sentence =
                    begin(telling, index, lang ? DTI_LANG_EN : DTI_LANG_VI);
                dti__sentence_say(&sentence, DTI__MSG_SAY_UNIT_CODE,
                                  DTI__ARGS(DTI__TEXT(units->systems[system].id),
                                            DTI__TEXT(at->codes[system]),
                                            DTI__NAMES(at->names.vi, at->names.en)));
            }
            add_argument(telling, index++);
        }
    return end(telling, DTI__MSG_UNIT_CODE_BARE, 0, error);
}

/* ---- Names nearby ---- */

/* How far a name is from what was written. */
static size_t distance_of(const char *text, const char *name)
{
    struct dti__suggestion suggestion = {NULL, 0};
    dti__suggest(&suggestion, text, name);
    if (suggestion.word)
        return suggestion.distance;
    return strlen(text) >= LEAST_PART && strstr(name, text) ? PART : TOO_FAR;
}

/* The nearest ones, all equally near, on the day or on any, each once. `is_seen`: one per entry. */
static void find_near(const struct dti__search *search, const char *text, bool on_any_day,
                      bool *is_seen, struct dti__candidates *near)
{
    const struct dti__unit_index *names = &search->units->spoken;
    size_t nearest = TOO_FAR;
    for (size_t i = 0; i < names->count && i < MOST_LOOKED; i++) {
        const struct dti__unit_key *key = &names->keys[i];
        bool is_on = on_any_day || (key->from <= search->day && search->day <= key->until);
        size_t distance = is_on ? distance_of(text, key->text) : TOO_FAR;
        if (distance > nearest || distance == TOO_FAR)
            continue;
        if (distance < nearest) {
            *near = (struct dti__candidates){.count = 0};
            memset(is_seen, 0, search->units->entry_count * sizeof *is_seen);
        }
        nearest = distance;
        if (!is_seen[key->entry])
            dti__candidates_add(near, key->entry);
        is_seen[key->entry] = true;
    }
}

static dti_status tell_near(const struct dti__search *search, struct telling *telling,
                            dti_error **error)
{
    struct dti__candidates near = {.count = 0};
    struct dti__arena arena;
    dti__arena_init(&arena, &search->units->arena.allocator);
    char *text = dti__name_key(&arena, search->text, DTI__KEY_LOOSE);
    bool *is_seen = dti__arena_array(&arena, search->units->entry_count, sizeof *is_seen);
    bool has_memory = text && is_seen;
    if (has_memory && search->has_day)
        find_near(search, text, false, is_seen, &near);
    bool on_any_day = near.count == 0;
    if (has_memory && on_any_day)
        find_near(search, text, true, is_seen, &near);
    dti__arena_release(&arena);
    if (!has_memory)
        return dti__fail_nomem(error);
    if (near.count == 0)
        return dti__fail(error, DTI__MSG_UNIT_UNKNOWN, telling->args, telling->count);
    bool with_period = on_any_day && (search->has_day || periods_differ(search->units, &near));
    return tell(search, DTI__MSG_UNIT_UNKNOWN_NEAR, &near, with_period, telling, error);
}

dti_status dti__search_fail(const struct dti__search *search, dti_error **error)
{
    struct telling telling = {.args = {DTI__TEXT(search->text)}, .count = 1};
    struct bare_code codes[DTI__MOST_CANDIDATES];
    if (search->candidates.count > 0)
        return tell(search, DTI__MSG_UNIT_AMBIGUOUS, &search->candidates,
                    periods_differ(search->units, &search->candidates), &telling, error);
    if (search->elsewhen.count > 0) {
        telling.args[telling.count++] = DTI__DATE(search->date);
        return tell(search, DTI__MSG_UNIT_NOT_THEN, &search->elsewhen, true, &telling, error);
    }
    if (search->is_code || search->is_brief)
        return dti__fail(error, DTI__MSG_UNIT_UNKNOWN, telling.args, telling.count);
    size_t count = find_codes(search, codes);
    return count > 0 ? tell_codes(search, codes, count, &telling, error)
                     : tell_near(search, &telling, error);
}
