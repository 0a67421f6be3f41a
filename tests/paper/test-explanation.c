/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The reply to an appraisal says what was appraised otherwise, why that is contested, with which
 * evidence, and what is missing. */
#include "paper/letter.h"

#include "samples.h"

#include <stdio.h>

#define SAMPLE_REPLY "examples/data/example-reply-2023.json"

/* ── a reply as one text ── */

static void add_table(struct dti__buffer *out, const struct dti__page_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        dti__buffer_put_text(out, i > 0 ? "|" : "! ");
        dti__buffer_put_text(out, table->columns[i].title);
    }
    dti__buffer_put_text(out, "\n");
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        dti__buffer_put_text(out, i % table->column_count > 0 ? "|" : "| ");
        dti__buffer_put_text(out, table->cells[i].text);
        dti__buffer_put_text(out, (i + 1) % table->column_count > 0 ? "" : "\n");
    }
}

/* A block each on a line of its own, with a mark for its kind. */
static char *flatten(const struct dti__page *page)
{
    static const char *const marks[] = {"# ", "", "~ ", "! ", "> ", "- ", "= ", "", ""};
    struct dti__buffer out;
    dti__buffer_init(&out, &dti__malloc_allocator);
    dti__buffer_put_text(&out, page->title);
    dti__buffer_put_text(&out, "\n");
    dti__buffer_put_text(&out, page->subtitle ? page->subtitle : "");
    dti__buffer_put_text(&out, "\n");
    for (size_t i = 0; i < page->block_count; i++) {
        const struct dti__block *block = &page->blocks[i];
        for (int k = 1; block->kind == DTI__BLOCK_HEADING && k < block->level; k++)
            dti__buffer_put_text(&out, "#");
        dti__buffer_put_text(&out, marks[block->kind]);
        dti__buffer_put_text(&out, block->table ? "" : block->text);
        dti__buffer_put_text(&out, block->table ? "" : "\n");
        if (block->table)
            add_table(&out, block->table);
    }
    dti__buffer_put_char(&out, '\0');
    ck_assert(!out.failed);
    char *text = strdup(out.data);
    dti__buffer_release(&out);
    return text;
}

static void compose(const dti_result *result, dti_lang lang, const char *day,
                    const dti_allocator *allocator, struct dti__paper *paper)
{
    *paper = (struct dti__paper){.result = result,
                                 .framework = dti_dossier_framework(dti_result_dossier(result)),
                                 .numbering = dti_dossier_numbering(dti_result_dossier(result)),
                                 .day = day,
                                 .lang = lang};
    dti__page_init(&paper->page, lang, allocator);
    dti__paper_explanation(paper);
}

static char *reply_of(const dti_result *result, dti_lang lang, const char *day)
{
    struct dti__paper paper;
    compose(result, lang, day, &dti__malloc_allocator, &paper);
    ck_assert(!paper.page.is_out_of_memory);
    char *text = flatten(&paper.page);
    dti__page_release(&paper.page);
    return text;
}

static char *reply_to(const char *path, dti_lang lang, const char *day)
{
    dti_dossier *dossier = sample_dossier(path, NULL);
    dti_result *result = sample_score(dossier, DTI_TRACK_DEFAULT);
    char *text = reply_of(result, lang, day);
    if (getenv("SHOW"))
        fprintf(stderr, "%s\n", text);
    dti_result_unref(result);
    dti_dossier_unref(dossier);
    return text;
}

START_TEST(test_show)
{
    free(reply_to(SAMPLE_REPLY, DTI_LANG_VI, "2024-06-15"));
    free(reply_to(SAMPLE_REPLY, DTI_LANG_EN, "2024-06-15"));
    free(reply_to(SAMPLE_QUANGNAM, DTI_LANG_VI, "2024-06-15"));
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("explanation");
    TCase *tcase = tcase_create("explanation");
    tcase_add_test(tcase, test_show);
    suite_add_tcase(suite, tcase);
    return suite;
}
