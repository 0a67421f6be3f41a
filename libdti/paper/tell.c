/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "paper/tell.h"

#include "base/wide.h"
#include "diag/argument.h"

#include <string.h>

/* ── headings ── */

/* Papers of administrations number their sections so; none has as many as forty. */
static void put_roman(struct dti__buffer *out, int number)
{
    static const char *const tens[] = {"", "X", "XX", "XXX"};
    static const char *const units[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    dti__buffer_put_text(out, tens[number / 10 % 4]);
    dti__buffer_put_text(out, units[number % 10]);
}

void dti__paper_section(struct dti__paper *paper, const char *id, enum dti__msg title)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    put_roman(&tale.text, ++paper->section_count);
    dti__buffer_put_text(&tale.text, ". ");
    dti__buffer_put_text(&tale.text, dti__paper_word(paper, title));
    dti__page_heading(&paper->page, 1, id, dti__tale_text(&tale));
}

void dti__paper_heading(struct dti__paper *paper, const char *text)
{
    dti__page_heading(&paper->page, 2, NULL, text);
}

const char *dti__paper_word(const struct dti__paper *paper, enum dti__msg message)
{
    return dti__message_text(message, paper->lang);
}

/* ── sentences ── */

const char *dti__paper_format(struct dti__paper *paper, enum dti__msg message,
                              const struct dti__arg *args, size_t arg_count)
{
    char text[DTI__MESSAGE_SIZE];
    dti__message_format(message, paper->lang, args, arg_count, text, sizeof text);
    return dti__page_text(&paper->page, text);
}

void dti__paper_say(struct dti__paper *paper, enum dti__block_kind kind, enum dti__msg message,
                    const struct dti__arg *args, size_t arg_count)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__tale_say(&tale, message, args, arg_count);
    dti__tale_end(&tale, kind);
}

void dti__tale_begin(struct dti__tale *tale, struct dti__paper *paper)
{
    tale->paper = paper;
    dti__buffer_init(&tale->text, &paper->page.arena.allocator);
}

void dti__tale_add(struct dti__tale *tale, enum dti__msg message, const struct dti__arg *args,
                   size_t arg_count)
{
    char text[DTI__MESSAGE_SIZE];
    dti__message_format(message, tale->paper->lang, args, arg_count, text, sizeof text);
    dti__buffer_put_text(&tale->text, text);
}

static void end_sentence(struct dti__tale *tale)
{
    size_t length = tale->text.length;
    if (!tale->text.failed && length > 0 && !strchr(".:?!", tale->text.data[length - 1]))
        dti__buffer_put_char(&tale->text, '.');
}

void dti__tale_say(struct dti__tale *tale, enum dti__msg message, const struct dti__arg *args,
                   size_t arg_count)
{
    end_sentence(tale);
    if (tale->text.length > 0)
        dti__buffer_put_char(&tale->text, ' ');
    dti__tale_add(tale, message, args, arg_count);
}

const char *dti__paper_sentence(struct dti__paper *paper, enum dti__msg message,
                                const struct dti__arg *args, size_t arg_count)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__tale_say(&tale, message, args, arg_count);
    end_sentence(&tale);
    return dti__tale_text(&tale);
}

const char *dti__tale_text(struct dti__tale *tale)
{
    struct dti__page *page = &tale->paper->page;
    dti__buffer_put_char(&tale->text, '\0');
    page->is_out_of_memory |= tale->text.failed;
    const char *text = tale->text.failed ? "" : dti__page_text(page, tale->text.data);
    dti__buffer_release(&tale->text);
    return text;
}

void dti__tale_end(struct dti__tale *tale, enum dti__block_kind kind)
{
    end_sentence(tale);
    dti__page_say(&tale->paper->page, kind, dti__tale_text(tale));
}

/* ── figures and names ── */

struct dti__arg dti__paper_points(const struct dti__paper *paper, int64_t points)
{
    return DTI__POINTS(points, dti_framework_points_digits(paper->framework));
}

struct dti__arg dti__paper_value(const struct dti__paper *paper, int64_t value)
{
    return DTI__POINTS(value, dti_framework_value_digits(paper->framework));
}

const char *dti__paper_show(struct dti__paper *paper, struct dti__arg arg)
{
    char text[DTI__SHOWN_SIZE];
    dti__argument_show(&arg, paper->lang, text);
    return dti__page_text(&paper->page, text);
}

const char *dti__paper_of_year(struct dti__paper *paper, enum dti__msg word, int32_t year)
{
    struct dti__tale tale;
    dti__tale_begin(&tale, paper);
    dti__buffer_put_text(&tale.text, dti__paper_word(paper, word));
    dti__buffer_put_char(&tale.text, ' ');
    dti__buffer_put_text(&tale.text, dti__paper_show(paper, DTI__INTEGER(year)));
    return dti__tale_text(&tale);
}

int64_t dti__paper_ratio(int64_t points, int64_t max_points)
{
    int64_t value = 0;
    (void)dti__muldiv(points, DTI_POINT, max_points, DTI__ROUND_HALF_UP, &value);
    return value;
}

const char *dti__paper_code(const struct dti__paper *paper, size_t node)
{
    return dti_framework_node_code(paper->framework, node, paper->numbering);
}

struct dti__arg dti__paper_name(const struct dti__paper *paper, size_t node)
{
    return DTI__NAMES(dti_framework_node_name(paper->framework, node, DTI_LANG_VI),
                      dti_framework_node_name(paper->framework, node, DTI_LANG_EN));
}

struct dti__arg dti__paper_unit(const struct dti__paper *paper)
{
    const dti_dossier *dossier = dti_result_dossier(paper->result);
    return DTI__NAMES(dti_dossier_unit_name(dossier, DTI_LANG_VI),
                      dti_dossier_unit_name(dossier, DTI_LANG_EN));
}

struct dti__arg dti__paper_track(dti_track track)
{
    return DTI__NAMES(dti_track_name(track, DTI_LANG_VI), dti_track_name(track, DTI_LANG_EN));
}
