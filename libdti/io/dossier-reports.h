/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The reports behind a figure and the decisions about them, in and out of documents; records of
 * evidence, replies and stages likewise. */
#ifndef DTI_IO_DOSSIER_REPORTS_H
#define DTI_IO_DOSSIER_REPORTS_H

#include "io/parts.h"

/* Reads what a figure was combined from; reports are put in order. `path` is that of the input. */
void dti__read_reports(struct dti__reader *reader, const dti_framework *framework, size_t input,
                       const cJSON *array, const struct dti__path *path,
                       struct dti__figure *figure);
void dti__read_decisions(struct dti__reader *reader, const dti_framework *framework, size_t input,
                         const cJSON *array, const struct dti__path *path,
                         struct dti__figure *figure);
/* Members reports and decisions of an input value; nothing where there are none. */
void dti__write_reports(struct dti__writer *writer, cJSON *object, const struct dti__input *input,
                        const struct dti__figure *figure);

/* A value in an input's unit as a member, as documents have it. */
void dti__write_figure_value(struct dti__writer *writer, cJSON *object,
                             const struct dti__input *input, const struct dti__report_of *value);

/* Evidence, replies and stages of a dossier; NULL is none. */
void dti__read_records(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier);
void dti__read_replies(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier);
void dti__read_stages(struct dti__reader *reader, const cJSON *object, dti_dossier *dossier);
void dti__write_records(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier);
void dti__write_replies(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier);
void dti__write_stages(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier);

/* The digest of what the steps of a reply speak of. False when out of memory. */
bool dti__reply_digest(const char *code, const char *appraised, char out[DTI__DIGEST_SIZE]);

#endif
