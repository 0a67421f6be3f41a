/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Checking a model: faults with a composed JSON Pointer, references by name. */
#ifndef DTI_MODEL_CHECK_H
#define DTI_MODEL_CHECK_H

#include "base/compiler.h"
#include "model/framework.h"

/* Reports a finding; the pointer is printed after `format`. DTI__ARGS(…) gives args and arg_count.
 */
void dti__check_find(dti_report *report, enum dti__msg message, const struct dti__arg *args,
                     size_t arg_count, const char *format, ...) DTI__PRINTF(5, 6);

/* Reports a name that no input has, with the nearest one if there is one. */
void dti__check_unknown_input(const dti_framework *framework, const char *name, dti_report *report,
                              const char *pointer);

/* Builds the look-up table of `count` entries whose names stand `stride` bytes apart from `first`
 * on, and reports every name that was used before, with pointer `array`/index/id. False when out of
 * memory. */
bool dti__check_unique(struct dti__arena *arena, struct dti__names *names, const void *first,
                       size_t stride, size_t count, dti_report *report, const char *array);

/* Resolves the operands of a quantity at `pointer` to inputs; false when out of memory. Unknown
 * names are reported. */
bool dti__check_quantity(dti_framework *framework, struct dti__quantity *quantity,
                         dti_report *report, const char *pointer);
bool dti__check_operands(dti_framework *framework, struct dti__operands *operands,
                         dti_report *report, const char *pointer);
/* Operands are figures that go together with one input: same unit, shares with shares only. */
void dti__check_units(const dti_framework *framework, size_t first,
                      const struct dti__operands *operands, dti_report *report,
                      const char *pointer);
/* True if every operand was resolved. */
bool dti__operands_resolved(const struct dti__operands *operands);

/* Checks a provenance at `pointer` (its source must exist). */
void dti__check_provenance(const dti_framework *framework, const struct dti__provenance *provenance,
                           dti_report *report, const char *pointer);

#define DTI__MOST_TOTAL (DTI_MAX_TOTAL_POINTS * DTI_POINT)

/* Adds up the maxima of the children; what the node states must be that sum. */
void dti__check_sum(const dti_framework *framework, struct dti__node *node, dti_report *report);

/* The parts of dti__framework_finish(). False when out of memory. */
bool dti__check_inputs(dti_framework *framework, dti_report *report);
bool dti__check_tree(dti_framework *framework, dti_report *report);
bool dti__check_indices(dti_framework *framework, dti_report *report);
void dti__check_counts(dti_framework *framework, dti_report *report);
bool dti__check_rule(dti_framework *framework, struct dti__node *node, dti_report *report);

#endif
