/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading a framework document, part by part. */
#ifndef DTI_IO_FRAMEWORK_READ_H
#define DTI_IO_FRAMEWORK_READ_H

#include "builtin/builtin.h"
#include "io/parts.h"

/* The whole document into a fresh framework, which is then finished: see struct dti__kind. Its
 * digest is computed unless it is given. */
void *dti__framework_read(struct dti__document *document);

/* The text of a built-in framework; NULL if there is none of that id. */
const struct dti__builtin *dti__builtin_framework(const char *id);

void dti__read_inputs(struct dti__reader *reader, dti_framework *framework, const cJSON *array);
void dti__read_constraints(struct dti__reader *reader, dti_framework *framework,
                           const cJSON *array);
/* Indicators (a tree) and indices into one array of nodes. */
void dti__read_nodes(struct dti__reader *reader, dti_framework *framework, const cJSON *indicators,
                     const cJSON *indices);
/* One index, as the next node. */
void dti__read_index(struct dti__reader *reader, dti_framework *framework, const cJSON *object,
                     const struct dti__path *path);
void dti__read_absent(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      struct dti__absent *out);
struct dti__rule *dti__read_rule(struct dti__reader *reader, const cJSON *object,
                                 const struct dti__path *path);
struct dti__requirement *dti__read_requirement(struct dti__reader *reader, const cJSON *object,
                                               const struct dti__path *path);
/* Overrides of policies by state. */
void dti__read_policies(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path,
                        struct dti__policy policies[DTI__STATE_COUNT]);
/* Vectors are read when everything they name is known: after dti__framework_finish(). */
void dti__read_vectors(struct dti__reader *reader, dti_framework *framework, const cJSON *array);

/* Runs the vectors; each that does not come out is a warning. False when out of memory. */
bool dti__vectors_run(const dti_framework *framework, dti_report *report);

#endif
