/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Histories in documents: "history" and "head" are read, written and continued in one place, which
 * keeps the chain. */
#ifndef DTI_IO_HISTORY_H
#define DTI_IO_HISTORY_H

#include "io/parts.h"
#include "io/tree.h"
#include "model/history.h"

#define DTI__MOST_STEPS 1000 /* of one history */

/* Reads the members "history" (array; NULL: absent) and "head" (NULL: absent) of the object at
 * `path`. Every fault is reported: steps that are malformed, illegal, out of time, edited, cut off.
 * What `out` holds is of use only if true is returned. Out of memory is remembered in the reader.
 */
bool dti__read_history(struct dti__reader *reader, const cJSON *array, const char *head,
                       const struct dti__path *path, int process, dti_history *out);

/* Writes both members into `parent`; nothing where there are no steps. */
void dti__write_history(struct dti__writer *writer, cJSON *parent, const dti_history *history);
/* The same with the first `count` steps only. */
void dti__write_steps(struct dti__writer *writer, cJSON *parent, const dti_history *history,
                      size_t count);

/* The history with one more step, which speaks of the content with that digest; `points` as printed
 * where an appraisal is changed, else NULL. The steps lie in the arena; the texts of the earlier
 * ones stay where they are and must live as long. Checks everything that reading checks. */
dti_status dti__history_append(const dti_history *history, struct dti__arena *arena,
                               const dti_history_step *step, const char *content,
                               const char *points, dti_history *out, dti_error **error);

#endif
