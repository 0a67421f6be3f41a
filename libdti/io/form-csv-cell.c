/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What stands in the cells of a sheet: figures, answers and states in the words of people. */
#include "base/figure-text.h"
#include "base/fold.h"
#include "diag/argument.h"
#include "io/form-csv.h"
#include "io/parts.h"

#include <string.h>

bool dti__cell_read_number(const struct dti__site *site, const char *text, double *number)
{
    const struct dti__input *input = dti__site_input(site);
    const dti_framework *framework = site->form->collection->framework;
    struct dti__figure_text figure;
    enum dti__reading reading = dti__figure_text_read(text, &figure);
    bool is_percent = reading != DTI__READING_NONE && figure.is_percent;
    double divisor = input->unit == DTI_NONE ? 1 : framework->units[input->unit].divisor;
    enum dti__msg expected =
        input->kind == DTI_INPUT_COUNT ? DTI__MSG_TERM_WHOLE_NUMBER : DTI__MSG_TERM_NUMBER;
    if (reading == DTI__READING_NONE || (is_percent && (divisor < 100 || divisor > 100)))
        return dti__site_refuse(site, DTI__TEXT(text), DTI__TERM(expected));
    if (reading == DTI__READING_TWO) {
        dti__site_find(site, DTI__MSG_CELL_TWO_READINGS,
                       DTI__ARGS(DTI__TEXT(text), DTI__NUMBER(figure.number, -1),
                                 DTI__NUMBER(figure.other, -1)));
        return false;
    }
    *number = figure.number;
    return true;
}

/* True if the texts are one name; a failure of memory is remembered. */
static bool is_same(struct dti__arena *arena, const char *folded, const char *name, bool *nomem)
{
    const char *other = name ? dti__fold(arena, name) : NULL;
    *nomem = *nomem || (name && !other);
    return other && strcmp(folded, other) == 0;
}

static int word_of(struct dti__arena *arena, const char *text, const char *const *words,
                   bool *nomem)
{
    const char *folded = dti__fold(arena, text);
    *nomem = *nomem || !folded;
    for (int i = 0; folded && words[i]; i++)
        if (is_same(arena, folded, words[i], nomem))
            return i;
    return -1;
}

int dti__truth_of_text(struct dti__arena *arena, const char *text, bool *nomem)
{
    /* "no" words stand at even places */
    static const char *const words[] = {"no", "yes",   "không", "có", "0",
                                        "1",  "false", "true",  NULL};
    static const char *const marks[] = {"x", NULL};
    int word = word_of(arena, text, words, nomem);
    if (word >= 0)
        return word % 2;
    return word_of(arena, text, marks, nomem) == 0 ? 1 : -1;
}

int dti__state_of_text(struct dti__arena *arena, const char *text, bool *nomem)
{
    int word = word_of(arena, text, dti__state_words + 1, nomem);
    for (int i = DTI_STATE_MISSING; word < 0 && i <= DTI_STATE_REJECTED; i++) {
        char name[DTI__SHOWN_SIZE];
        const char *folded = dti__fold(arena, text);
        struct dti__arg term = DTI__TERM(DTI__MSG_WORD_PRESENT + i);
        dti__argument_show(&term, DTI_LANG_VI, name);
        *nomem = *nomem || !folded;
        if (folded && is_same(arena, folded, name, nomem))
            word = i - DTI_STATE_MISSING;
    }
    return word < 0 ? -1 : word + DTI_STATE_MISSING;
}

/* The next answer that the unit of a row prints, folded; NULL behind the last, or without memory.
 */
static char *next_printed(struct dti__arena *arena, const char **unit, bool *nomem)
{
    const char *from = *unit + strspn(*unit, ";\r\n");
    size_t length = strcspn(from, ";\r\n");
    char *copy = length > 0 ? dti__arena_text(arena, from, length) : NULL;
    char *folded = copy ? dti__fold(arena, copy) : NULL;
    *unit = from + length;
    *nomem = *nomem || (length > 0 && !folded);
    return folded;
}

/* Whether a choice is printed in this way: its name, or how its name begins. */
static bool is_printed_as(struct dti__arena *arena, const struct dti__choice *choice,
                          const char *printed, bool *nomem)
{
    const char *name = dti__fold(arena, choice->names.vi);
    *nomem = *nomem || !name;
    return name && strncmp(name, printed, strlen(printed)) == 0;
}

/* The choice that an answer names as the unit of the row prints it; DTI_NONE if none does, or if
 * two might. */
static size_t printed_choice(const struct dti__site *site, const char *folded, bool *nomem)
{
    struct dti__arena *arena = &site->form->arena;
    const struct dti__input *input = dti__site_input(site);
    const char *unit = dti__site_line(site)->unit;
    size_t found = DTI_NONE;
    bool is_printed = false;
    while (unit && *unit && !is_printed && !*nomem) {
        const char *printed = next_printed(arena, &unit, nomem);
        is_printed = printed && strcmp(printed, folded) == 0;
    }
    for (size_t i = 0; is_printed && i < input->choice_count; i++) {
        if (!is_printed_as(arena, &input->choices[i], folded, nomem))
            continue;
        if (found != DTI_NONE)
            return DTI_NONE;
        found = i;
    }
    return found;
}

static size_t choice_of(const struct dti__site *site, const char *text, bool *nomem)
{
    struct dti__arena *arena = &site->form->arena;
    const struct dti__input *input = dti__site_input(site);
    const char *folded = dti__fold(arena, text);
    size_t found = DTI_NONE;
    *nomem = *nomem || !folded;
    for (size_t i = 0; folded && i < input->choice_count; i++) {
        const struct dti__choice *choice = &input->choices[i];
        if (is_same(arena, folded, choice->id, nomem))
            return i;
        if (!is_same(arena, folded, choice->names.vi, nomem) &&
            !is_same(arena, folded, choice->names.en, nomem))
            continue;
        if (found != DTI_NONE)
            return DTI_NONE; /* two choices of one name: their ids tell them apart */
        found = i;
    }
    return found != DTI_NONE || !folded ? found : printed_choice(site, folded, nomem);
}

/* An answer as the number that a figure keeps for it; -1 if there is none. */
static double answer_of(const struct dti__site *site, const char *text, bool *nomem)
{
    if (dti__site_input(site)->kind == DTI_INPUT_YES_NO)
        return dti__truth_of_text(&site->form->arena, text, nomem);
    size_t choice = choice_of(site, text, nomem);
    return choice == DTI_NONE ? -1 : (double)choice;
}

static void read_answer(const struct dti__site *site, const char *text, bool *nomem)
{
    struct dti__figure *figure = &dti__site_cell(site)->figure;
    double answer = answer_of(site, text, nomem);
    int state = answer < 0 ? dti__state_of_text(&site->form->arena, text, nomem) : -1;
    if (answer >= 0) {
        figure->number = answer;
        figure->state = DTI_STATE_PRESENT;
    } else if (state >= 0) {
        figure->state = (uint8_t)state;
    } else if (!*nomem) {
        dti__site_refuse_answer(site, text);
    }
}

void dti__cell_read_text(const struct dti__site *site, const char *text, bool *nomem)
{
    struct dti__arena *arena = &site->form->arena;
    struct dti__figure *figure = &dti__site_cell(site)->figure;
    int kind = dti__site_input(site)->kind;
    double number = 0;
    if (kind == DTI_INPUT_TEXT) {
        const char *plain = dti__csv_plain(text);
        figure->text = dti__arena_text(arena, plain, strlen(plain));
        figure->state = DTI_STATE_PRESENT;
        *nomem = *nomem || !figure->text;
        return;
    }
    if (kind == DTI_INPUT_CHOICE || kind == DTI_INPUT_YES_NO) {
        read_answer(site, text, nomem);
        return;
    }
    int state = dti__state_of_text(arena, text, nomem);
    if (state >= 0) {
        figure->state = (uint8_t)state;
        return;
    }
    if (!dti__cell_read_number(site, text, &number))
        return;
    if (kind == DTI_INPUT_LIST && number > 0)
        dti__site_find(site, DTI__MSG_CELL_LIST_NEEDED, DTI__NO_ARGS);
    else
        dti__cell_set_number(site, number);
}
