/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief libdti: indicator definitions, evidence records and scoring of the Digital Transformation
 * Index.
 *
 * For those who embed it:
 *
 * - **Threads.** Objects marked *shared* never change and may be used and unreferenced from any
 * thread; objects marked *confined* by one thread at a time. The library has no global state,
 * starts no threads and takes no locks.
 * - **Memory.** A root object is made with the allocator in its options, its children inherit it.
 * Errors, reports, the bytes of a file, the digest of a dossier and the transient tree of a
 * document being read use malloc(). An owning pointer is `T *`, a borrowed one `const T *` and
 * lives as long as its parent. Handles may be dropped in any order.
 * - **Errors.** Calls that can fail return #dti_status and fill a dti_error** (which may be NULL)
 * on failure only; outputs are written on success only. Getters never fail: NULL or an index out of
 * range gives the documented neutral value.
 * - **Locale and floating point.** Nothing depends on the locale. Results do not depend on the
 * rounding mode.
 * - **Many units.** dti_program_run() scores columns of many units with the bits that dti_score()
 * gives for each of them, dti_rank_points() ranks them, a #dti_scoreboard follows single changes.
 * - **The work of a year.** A #dti_collection says who is asked for what; filled-in forms
 * (#dti_form) become #dti_changes by dti_merge(), and dti_changes_apply() makes the next dossier of
 * the one before, which stays as it is. Evidence (#dti_evidence) goes through a review whose
 * history is chained by hash. A #dti_progress says who owes what, dti_submission_write() what is
 * sent. The library asks no clock: who takes a step says when.
 * - **Process.** No output, no signals, no environment, no exit. Files are read only by the calls
 * that take a path.
 * - **Compatibility.** Handles are opaque; option structs carry their size and grow at the end;
 * exported symbols are versioned.
 *
 * @code
 * dti_dossier *dossier = NULL;
 * dti_result *result = NULL;
 * dti_error *error = NULL;
 * if (dti_dossier_load("quangnam-2022.json", NULL, NULL, &dossier, &error) == DTI_OK &&
 *     dti_score(dossier, NULL, &result, &error) == DTI_OK) {
 *     size_t overall = dti_framework_overall(dti_dossier_framework(dossier));
 *     printf("%f\n", dti_result_value(result, overall));
 * }
 * @endcode
 */
#ifndef DTI_DTI_H
#define DTI_DTI_H

#include <dti/alloc.h>
#include <dti/base.h>
#include <dti/bounds.h>
#include <dti/changes.h>
#include <dti/collection.h>
#include <dti/comparison.h>
#include <dti/crosswalk.h>
#include <dti/dossier.h>
#include <dti/error.h>
#include <dti/evidence.h>
#include <dti/form.h>
#include <dti/framework.h>
#include <dti/history.h>
#include <dti/losses.h>
#include <dti/options.h>
#include <dti/paper.h>
#include <dti/program.h>
#include <dti/progress.h>
#include <dti/rank.h>
#include <dti/ranking.h>
#include <dti/reconcile.h>
#include <dti/report.h>
#include <dti/result.h>
#include <dti/scoreboard.h>
#include <dti/submission.h>
#include <dti/table.h>
#include <dti/targets.h>
#include <dti/units.h>
#include <dti/version.h>

#endif
