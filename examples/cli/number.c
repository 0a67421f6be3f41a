/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers as people type and read them: a decimal comma or point, and nothing that reads two ways.
 */
#include "number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LONGEST = 40,
    GROUP = 3,         /* digits between marks of thousands */
    SURE_DIGITS = 15,  /* a double keeps so many, */
    EXACT_DIGITS = 17, /* and so many tell it from all others */
    PLAIN_DIGITS = 18  /* of the largest figures that a dossier holds, and more */
};

static const char digits[] = "0123456789";

bool number_read(const char *text, double *out)
{
    char plain[LONGEST + 1];
    const char *at = text + (*text == '-' || *text == '+');
    size_t whole = strspn(at, digits);
    size_t mark = at[whole] == ',' || at[whole] == '.';
    size_t rest = mark ? strspn(at + whole + 1, digits) : 0;
    bool reads_twice = mark && rest == GROUP && whole <= GROUP && *at != '0';
    if (whole == 0 || at[whole + mark + rest] != '\0' || (mark && rest == 0) || reads_twice ||
        strlen(text) > LONGEST) {
        return false;
    }
    snprintf(plain, sizeof plain, "%s", text);
    char *comma = strchr(plain, ',');
    if (comma) {
        *comma = '.';
    }
    *out = strtod(plain, NULL); /* the command never leaves the C locale */
    return true;
}

bool number_read_count(const char *text, size_t most_digits, int64_t *out)
{
    const size_t length = strlen(text);
    const int64_t number = strspn(text, digits) == length && length <= most_digits
                               ? (int64_t)strtoll(text, NULL, 10)
                               : 0;
    if (number > 0) {
        *out = number;
    }
    return number > 0;
}

struct figure number_print(double value, dti_lang lang)
{
    struct figure figure = {{0}};
    for (int precision = SURE_DIGITS; precision <= EXACT_DIGITS; precision++) {
        snprintf(figure.text, sizeof figure.text, "%.*g", precision, value);
        if (strtod(figure.text, NULL) == value) {
            break;
        }
    }
    if (strchr(figure.text, 'e')) {
        snprintf(figure.text, sizeof figure.text, "%.*f", value < 1 ? PLAIN_DIGITS : 0, value);
    }
    return figure_stated(figure.text, lang);
}
