/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records of evidence by their ids, and what people read of them. */
#include "records.h"

#include "moment.h"
#include "nodes.h"
#include "suggest.h"

int records_find(const struct cli *cli, const struct command *command, const dti_dossier *dossier,
                 const char *id, size_t *record)
{
    *record = dti_dossier_evidence_find(dossier, id);
    if (*record != DTI_NONE) {
        return CLI_EXIT_FINE;
    }
    struct suggestion suggestion = suggest_begin(id);
    for (size_t i = 0; i < dti_dossier_evidence_count(dossier); i++) {
        suggest_offer(&suggestion,
                      dti_evidence_text(dti_dossier_evidence(dossier, i), DTI_EVIDENCE_ID));
    }
    return cli_wrong_usage(cli, command->name, suggestion.nearest, WORD_USAGE_RECORD, WITH(id));
}

static void add_part(struct text *out, size_t start, const char *part, dti_lang lang)
{
    if (*part) {
        text_add(out, out->length != start ? word(lang, WORD_LIST_COMMA) : "");
        text_add(out, part);
    }
}

void records_add_number(struct text *out, const dti_evidence *evidence, dti_lang lang)
{
    size_t start = out->length;
    const char *date = dti_evidence_text(evidence, DTI_EVIDENCE_DATE);
    add_part(out, start, dti_evidence_text(evidence, DTI_EVIDENCE_NUMBER), lang);
    add_part(out, start, moment_date(date, lang).text, lang);
}

static const char *role(const dti_evidence *evidence, dti_lang lang)
{
    switch (dti_evidence_signer_role(evidence)) {
    case DTI_SIGNER_HEAD:
        return word(lang, WORD_SIGNER_HEAD);
    case DTI_SIGNER_DEPUTY:
        return word(lang, WORD_SIGNER_DEPUTY);
    case DTI_SIGNER_OTHER:
        return word(lang, WORD_SIGNER_OTHER);
    default:
        return "";
    }
}

void records_add_signer(struct text *out, const dti_evidence *evidence, dti_lang lang)
{
    size_t start = out->length;
    const char *mark = dti_evidence_text(evidence, DTI_EVIDENCE_SIGNER_MARK);
    add_part(out, start, dti_evidence_text(evidence, DTI_EVIDENCE_SIGNER_NAME), lang);
    add_part(out, start, role(evidence, lang), lang);
    if (*mark) {
        text_add(out, out->length != start ? " (" : "(");
        text_add(out, mark);
        text_add(out, ")");
    }
}

const char *records_title(const dti_evidence *evidence, dti_lang lang)
{
    const char *vi = dti_evidence_text(evidence, DTI_EVIDENCE_TITLE_VI);
    const char *en = dti_evidence_text(evidence, DTI_EVIDENCE_TITLE_EN);
    return lang == DTI_LANG_EN && *en ? en : vi;
}

void records_add_codes(struct text *out, const dti_evidence *evidence,
                       const dti_framework *framework, const char *numbering, dti_lang lang)
{
    size_t start = out->length;
    const char *own = dti_evidence_text(evidence, DTI_EVIDENCE_NUMBERING);
    for (size_t i = 0; i < dti_evidence_component_count(evidence); i++) {
        const char *code = dti_evidence_component(evidence, i);
        size_t node = dti_framework_find(framework, *own ? own : NULL, code);
        add_part(out, start, node == DTI_NONE ? code : nodes_code(framework, node, numbering),
                 lang);
    }
}
