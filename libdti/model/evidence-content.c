/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The content of a record: who signed it, and dates that go together. */
#include "model/evidence.h"

#include "model/check.h"

#include <stdio.h>
#include <string.h>

/* ── the authority mark ── */

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* "TL." and the like, with or without capitals; the point distinguishes them from other words. */
static bool begins(const char *text, const char *mark)
{
    while (*mark != '\0' && upper(*text) == *mark) {
        text++;
        mark++;
    }
    return *mark == '\0';
}

/* The next place where a word begins after a blank, a line end or a mark between lines. */
static const char *next_word(const char *text)
{
    static const char between[] = " \t\r\n/;,-(";
    text += strcspn(text, between);
    return text + strspn(text, between);
}

static bool has_word(const char *text, const char *mark)
{
    for (text += strspn(text, " \t\r\n"); *text != '\0'; text = next_word(text))
        if (begins(text, mark))
            return true;
    return false;
}

/* Only there "Q." means acting; elsewhere it is a district, as in "UBND Q. Hải Châu". */
static bool has_line(const char *text, const char *mark)
{
    static const char ends[] = "\r\n/;";
    while (*text != '\0') {
        text += strspn(text, " \t\r\n/;");
        if (begins(text, mark))
            return true;
        text += strcspn(text, ends);
    }
    return false;
}

int dti__signer_of_mark(const char *mark)
{
    if (!mark)
        return DTI_SIGNER_UNKNOWN;
    if (has_word(mark, "TL.") || has_word(mark, "TUQ."))
        return DTI_SIGNER_OTHER;
    if (has_word(mark, "KT."))
        return DTI_SIGNER_DEPUTY;
    return has_line(mark, "Q.") ? DTI_SIGNER_HEAD : DTI_SIGNER_UNKNOWN;
}

static void check_signer(const struct dti__content *content, dti_report *report,
                         const char *pointer)
{
    static const enum dti__msg roles[] = {
        [DTI_SIGNER_UNKNOWN] = DTI__MSG_WORD_UNKNOWN,
        [DTI_SIGNER_HEAD] = DTI__MSG_TERM_SIGNER_HEAD,
        [DTI_SIGNER_DEPUTY] = DTI__MSG_TERM_SIGNER_DEPUTY,
        [DTI_SIGNER_OTHER] = DTI__MSG_TERM_SIGNER_OTHER,
    };
    const int role = dti__signer_of_mark(content->signer_mark);
    if (role == DTI_SIGNER_UNKNOWN || content->signer_role == DTI_SIGNER_UNKNOWN ||
        role == content->signer_role)
        return;
    dti__check_find(report, DTI__MSG_SIGNER_CONTRADICTS,
                    DTI__ARGS(DTI__TERM(roles[content->signer_role]),
                              DTI__TEXT(content->signer_mark), DTI__TERM(roles[role])),
                    "%s/signer/role", pointer);
}

/* ── dates ── */

static void check_order(struct dti__date from, struct dti__date to, dti_report *report,
                        const char *pointer, const char *key)
{
    char first[11];
    char last[11];
    if (from.year == 0 || to.year == 0 || dti__date_compare(from, to) <= 0)
        return;
    dti__date_write(from, first);
    dti__date_write(to, last);
    dti__check_find(report, DTI__MSG_DATES_REVERSED, DTI__ARGS(DTI__TEXT(first), DTI__TEXT(last)),
                    "%s/%s", pointer, key);
}

static bool keep_date(struct dti__content *content, dti_evidence_field field, struct dti__date date,
                      struct dti__arena *arena)
{
    char text[11];
    if (date.year == 0)
        return true;
    dti__date_write(date, text);
    content->texts[field] = dti__arena_text(arena, text, sizeof text - 1);
    return content->texts[field] != NULL;
}

static bool keep_size(struct dti__content *content, struct dti__arena *arena)
{
    char text[24]; /* of any int64_t */
    if (content->file_size < 0)
        return true;
    const int length = snprintf(text, sizeof text, "%lld", (long long)content->file_size);
    content->texts[DTI_EVIDENCE_FILE_SIZE] = dti__arena_text(arena, text, (size_t)length);
    return content->texts[DTI_EVIDENCE_FILE_SIZE] != NULL;
}

static void keep_texts(struct dti__content *content)
{
    static const char *const roles[] = {NULL, "head", "deputy", "other"};
    const struct {
        dti_evidence_field field;
        const char *text;
    } texts[] = {
        {DTI_EVIDENCE_ID, content->id},
        {DTI_EVIDENCE_NUMBERING, content->numbering},
        {DTI_EVIDENCE_KIND, content->kind},
        {DTI_EVIDENCE_NUMBER, content->number},
        {DTI_EVIDENCE_TITLE_VI, content->titles.vi},
        {DTI_EVIDENCE_TITLE_EN, content->titles.en},
        {DTI_EVIDENCE_ISSUER, content->issuer},
        {DTI_EVIDENCE_SIGNER_NAME, content->signer_name},
        {DTI_EVIDENCE_SIGNER_ROLE, roles[content->signer_role]},
        {DTI_EVIDENCE_SIGNER_MARK, content->signer_mark},
        {DTI_EVIDENCE_PAGES, content->pages},
        {DTI_EVIDENCE_FILE_NAME, content->file_name},
        {DTI_EVIDENCE_MEDIA_TYPE, content->media_type},
        {DTI_EVIDENCE_FILE_SHA256, content->sha256},
        {DTI_EVIDENCE_REPORTER, content->reporter},
        {DTI_EVIDENCE_NOTE_VI, content->note.vi},
        {DTI_EVIDENCE_NOTE_EN, content->note.en},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        content->texts[texts[i].field] = texts[i].text;
}

bool dti__content_finish(struct dti__content *content, struct dti__arena *arena, dti_report *report,
                         const char *pointer)
{
    const struct dti__date start =
        content->effective.year != 0 ? content->effective : content->date;
    check_signer(content, report, pointer);
    check_order(start, content->until, report, pointer, "until");
    check_order(content->from, content->to, report, pointer, "period");
    keep_texts(content);
    return keep_date(content, DTI_EVIDENCE_DATE, content->date, arena) &&
           keep_date(content, DTI_EVIDENCE_EFFECTIVE, content->effective, arena) &&
           keep_date(content, DTI_EVIDENCE_UNTIL, content->until, arena) &&
           keep_date(content, DTI_EVIDENCE_PERIOD_FROM, content->from, arena) &&
           keep_date(content, DTI_EVIDENCE_PERIOD_TO, content->to, arena) &&
           keep_size(content, arena);
}
