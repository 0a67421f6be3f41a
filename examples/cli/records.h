/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records of evidence by their ids, and what people read of them. */
#ifndef DTI_CLI_RECORDS_H
#define DTI_CLI_RECORDS_H

#include "args.h"

/* The record of an id. CLI_EXIT_FINE, or CLI_EXIT_USAGE after saying why. */
int records_find(const struct cli *cli, const struct command *command, const dti_dossier *dossier,
                 const char *id, size_t *record);

/* "36/2021/NQ-HĐND, 8/12/2021", or as much of it as there is. */
void records_add_number(struct text *out, const dti_evidence *evidence, dti_lang lang);

/* "Nguyễn Văn A, cấp phó (KT. CHỦ TỊCH)", or as much of it as there is. */
void records_add_signer(struct text *out, const dti_evidence *evidence, dti_lang lang);

/* Title, in the other language if there is none in this one. */
const char *records_title(const dti_evidence *evidence, dti_lang lang);

/* Codes of its components, in a numbering of the framework. */
void records_add_codes(struct text *out, const dti_evidence *evidence,
                       const dti_framework *framework, const char *numbering, dti_lang lang);

#endif
