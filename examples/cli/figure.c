/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Figures as text, with the decimal mark of the language. */
#include "figure.h"

#include <stdio.h>
#include <string.h>

enum {
    PERCENT_DIGITS = 1,
    MOST_DIGITS = 9
};

struct figure figure_points(int64_t points, int digits, dti_lang lang)
{
    struct figure figure = {{0}};
    dti_points_format(points, digits, lang, figure.text, sizeof figure.text);
    return figure;
}

struct figure figure_plain(int64_t points, dti_lang lang)
{
    struct figure figure = figure_points(points, MOST_DIGITS, lang);
    size_t length = strlen(figure.text);
    while (length > 1 && figure.text[length - 1] == '0') {
        length--;
    }
    if (figure.text[length - 1] == ',' || figure.text[length - 1] == '.') {
        length--;
    }
    figure.text[length] = '\0';
    return figure;
}

struct figure figure_signed(int64_t points, int digits, dti_lang lang)
{
    struct figure figure = {{0}};
    figure.text[0] = '+';
    char *start = points > 0 ? figure.text + 1 : figure.text;
    dti_points_format(points, digits, lang, start, sizeof figure.text - 1);
    return figure;
}

struct figure figure_value(int64_t points, int64_t max, int digits, dti_lang lang)
{
    struct figure figure = {{0}};
    dti_value_format(points, max, digits, lang, figure.text, sizeof figure.text);
    return figure;
}

struct figure figure_percent(double share, dti_lang lang)
{
    int64_t amount = (int64_t)(share * 100 * (double)DTI_POINT + 0.5);
    struct figure figure = figure_points(amount, PERCENT_DIGITS, lang);
    size_t length = strlen(figure.text);
    snprintf(figure.text + length, sizeof figure.text - length, " %%");
    return figure;
}

struct figure figure_count(size_t count)
{
    struct figure figure = {{0}};
    snprintf(figure.text, sizeof figure.text, "%zu", count);
    return figure;
}

struct figure figure_stated(const char *text, dti_lang lang)
{
    struct figure figure = {{0}};
    snprintf(figure.text, sizeof figure.text, "%s", text);
    for (char *mark = figure.text; *mark; mark++) {
        if (*mark == ',' || *mark == '.') {
            *mark = lang == DTI_LANG_EN ? '.' : ',';
        }
    }
    return figure;
}
