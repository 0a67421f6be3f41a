/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers of inhabitants from a CSV file: a line per unit. */
#include "inhabitants.h"

#include "figure.h"
#include "load.h"
#include "number.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

enum {
    MOST_DIGITS = 12 /* the library takes up to 10¹² */
};

struct reading {
    const struct cli *cli;
    const char *path;
    const dti_table *table;
    int64_t *numbers;
    size_t line;
};

static int refuse(const struct reading *reading, enum word what, const char *found)
{
    cli_error(reading->cli, what, WITH(reading->path, figure_count(reading->line).text, found));
    return CLI_EXIT_FAULT;
}

/* Without blanks around, and quotation marks. */
static char *trimmed(char *text)
{
    text += strspn(text, " \t\"");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r\"", text[length - 1])) {
        length--;
    }
    text[length] = '\0';
    return text;
}

/* The line of titles, as it is documented and as people put it. */
static bool is_title(const char *unit)
{
    static const char *const titles[] = {"unit", "province", "Đơn vị", "Tỉnh", "Tỉnh, thành phố"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (strcasecmp(unit, titles[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Excel writes semicolons where the comma is the decimal mark. */
static int read_line(struct reading *reading, char *line)
{
    char *semicolon = strrchr(line, ';');
    char *comma = semicolon ? semicolon : strrchr(line, ',');
    size_t entry = 0;
    dti_error *error = NULL;
    if (*trimmed(line) == '\0') {
        return CLI_EXIT_FINE;
    }
    if (!comma) {
        return refuse(reading, WORD_POPULATION_LINE, line);
    }
    *comma = '\0';
    const char *unit = trimmed(line);
    const char *number = trimmed(comma + 1);
    int64_t count = 0;
    if (reading->line == 1 && is_title(unit)) {
        return CLI_EXIT_FINE;
    }
    if (!number_read_count(number, MOST_DIGITS, &count)) {
        return refuse(reading, WORD_POPULATION_NUMBER, number);
    }
    if (dti_units_resolve(dti_table_units(reading->table), unit, dti_table_day(reading->table),
                          &entry, &error) != DTI_OK) {
        (void)refuse(reading, WORD_POPULATION_UNIT, unit);
        return load_failed(reading->cli, error);
    }
    if (reading->numbers[entry] != 0) {
        return refuse(reading, WORD_POPULATION_TWICE, unit);
    }
    reading->numbers[entry] = count;
    return CLI_EXIT_FINE;
}

int inhabitants_load(const struct cli *cli, const char *path, const dti_table *table, int64_t **out)
{
    const size_t count = dti_units_count(dti_table_units(table));
    struct text text = TEXT_EMPTY;
    int status = load_text(cli, path, &text);
    struct reading reading = {cli, path, table, memory_resize(NULL, count + 1, sizeof **out), 0};
    memset(reading.numbers, 0, (count + 1) * sizeof **out);
    *out = reading.numbers;
    char *copy = memory_copy(text_get(&text));
    char *line = strncmp(copy, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0
                     ? copy + strlen(BYTE_ORDER_MARK)
                     : copy;
    while (line && status == CLI_EXIT_FINE) {
        char *end = strchr(line, '\n');
        if (end) {
            *end = '\0';
        }
        reading.line++;
        status = read_line(&reading, line);
        line = end ? end + 1 : NULL;
    }
    free(copy);
    text_free(&text);
    return status;
}
