/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Golden numbers, read from tests/data/golden: texts that a person reads, and that the tests of the
 * bindings read too. */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include "support.h"

#include <dti/base.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define GOLDEN_ROWS  32
#define GOLDEN_CELLS 20

/* The rows of one section of a file. */
struct golden {
    char *text; /* what the cells point into */
    int count;
    const char *cells[GOLDEN_ROWS][GOLDEN_CELLS];
};

static inline char *golden_trimmed(char *cell)
{
    char *end = cell + strlen(cell);
    while (end > cell && end[-1] == ' ') {
        *--end = '\0';
    }
    return cell + strspn(cell, " ");
}

static inline void golden_row(struct golden *golden, char *line)
{
    ck_assert_int_lt(golden->count, GOLDEN_ROWS);
    for (int i = 0; line != NULL; i++) {
        char *bar = strchr(line, '|');
        ck_assert_int_lt(i, GOLDEN_CELLS);
        if (bar != NULL) {
            *bar = '\0';
        }
        golden->cells[golden->count][i] = golden_trimmed(line);
        line = bar != NULL ? bar + 1 : NULL;
    }
    golden->count++;
}

/* Reads the rows below "[section]", which must be so many: loops over them are set up before. */
static inline void golden_read(struct golden *golden, const char *path, const char *section,
                               int count)
{
    bool here = false;
    *golden = (struct golden){.text = test_read_file(path, NULL)};
    for (char *line = golden->text, *next = NULL; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        if (line[0] == '[') {
            here = strncmp(line + 1, section, strlen(section)) == 0 &&
                   strcmp(line + 1 + strlen(section), "]") == 0;
        } else if (here && line[0] != '#' && line[0] != '\0') {
            golden_row(golden, line);
        }
    }
    ck_assert_msg(golden->count == count, "%s: %d rows in [%s], not %d", path, golden->count,
                  section, count);
}

static inline void golden_free(struct golden *golden)
{
    free(golden->text);
}

static inline int64_t golden_whole(const char *text)
{
    char *end = NULL;
    const long long number = strtoll(text, &end, 10);
    ck_assert_msg(end != text && *end == '\0', "%s is no whole number", text);
    return number;
}

/* "42.985" as 42985, and 1000 for what it is to be divided by. */
static inline int64_t golden_digits(const char *text, int64_t *divisor)
{
    int64_t digits = 0;
    bool is_fraction = false;
    *divisor = 1;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '.') {
            is_fraction = true;
        } else {
            ck_assert_msg(*at >= '0' && *at <= '9', "%s is no decimal", text);
            digits = digits * 10 + (*at - '0');
            *divisor *= is_fraction ? 10 : 1;
        }
    }
    return digits;
}

/* Points printed with a decimal point, in 10⁻⁹ point. */
static inline int64_t golden_points(const char *text)
{
    int64_t divisor = 1;
    const int64_t digits = golden_digits(text, &divisor);
    return digits * (DTI_POINT / divisor);
}

/* A decimal as the nearest double, whatever the locale; both parts are exact. */
static inline double golden_number(const char *text)
{
    int64_t divisor = 1;
    const int64_t digits = golden_digits(text, &divisor);
    return (double)digits / (double)divisor;
}

/* "0x1.476c8b4395810p-1", whatever the locale. */
static inline double golden_double(const char *text)
{
    char *end = NULL;
    ck_assert_msg(strncmp(text, "0x1.", 4) == 0 && strlen(text) > 18 && text[17] == 'p',
                  "%s is no double of 13 digits", text);
    char digits[16] = "1";
    memcpy(digits + 1, text + 4, 13);
    const unsigned long long mantissa = strtoull(digits, &end, 16);
    ck_assert_int_eq(*end, '\0');
    const long exponent = strtol(text + 18, &end, 10);
    ck_assert_int_eq(*end, '\0');
    return ldexp((double)mantissa, (int)exponent - 52);
}

#endif
