/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Data for other programs: CSV as RFC 4180 has it, with decimal points, one observation a row. */
#include "csv.h"

#include "figure.h"
#include "number.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static void begin_cell(struct csv *csv)
{
    if (csv->has_cell) {
        fputc(',', csv->file);
    }
    csv->has_cell = true;
}

struct csv csv_begin(const struct cli *cli, const struct args *args, const char *const *titles)
{
    struct csv csv = {.file = cli->out.file};
    if (args->values[OPTION_CSV_BOM]) {
        fputs("\xEF\xBB\xBF", csv.file);
    }
    for (size_t i = 0; titles[i]; i++) {
        csv_text(&csv, titles[i]);
    }
    csv_end_row(&csv);
    return csv;
}

/* A text that begins with "=", "+", "-" or "@" is written as it is, although a spreadsheet that
 * opens the file may take it for a formula: a mark in front, the usual remedy, would be read as
 * part of the text by every other program, and figures below zero begin with "-" too. Who opens
 * documents of strangers in a spreadsheet imports such columns as text. */
void csv_text(struct csv *csv, const char *text)
{
    begin_cell(csv);
    if (!text || !*text) {
        return;
    }
    bool has_edge = *text == ' ' || text[strlen(text) - 1] == ' '; /* some readers cut it off */
    if (!has_edge && !text[strcspn(text, ",;\"\r\n\t")]) {
        fputs(text, csv->file);
        return;
    }
    fputc('"', csv->file);
    for (; *text; text++) {
        fputs(*text == '"' ? "\"" : "", csv->file);
        fputc(*text, csv->file);
    }
    fputc('"', csv->file);
}

void csv_points(struct csv *csv, int64_t points)
{
    csv_text(csv, figure_plain(points, DTI_LANG_EN).text);
}

void csv_number(struct csv *csv, double number)
{
    csv_text(csv, isnan(number) ? "" : number_print(number, DTI_LANG_EN).text);
}

void csv_count(struct csv *csv, int64_t count)
{
    begin_cell(csv);
    fprintf(csv->file, "%" PRId64, count);
}

void csv_number_if(struct csv *csv, bool is_known, double number)
{
    if (is_known) {
        csv_number(csv, number);
    } else {
        csv_text(csv, "");
    }
}

void csv_points_if(struct csv *csv, bool is_known, int64_t points)
{
    csv_text(csv, is_known ? figure_plain(points, DTI_LANG_EN).text : "");
}

void csv_count_if(struct csv *csv, bool is_known, int64_t count)
{
    if (is_known) {
        csv_count(csv, count);
    } else {
        csv_text(csv, "");
    }
}

const char *const csv_bases[] = {"none", "points", "printed", "ranks", NULL};
const char *const csv_provenances[] = {"official", "source", "derived", "assumed", "unknown", NULL};

void csv_choice(struct csv *csv, const char *const *words, int choice)
{
    int count = 0;
    while (words[count]) {
        count++;
    }
    csv_text(csv, choice >= 0 && choice < count ? words[choice] : "");
}

void csv_end_row(struct csv *csv)
{
    fputs("\r\n", csv->file);
    csv->has_cell = false;
}
