/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Submissions: what a province sends to the ministry. The self-assessment sheet, the
 * evidence of each component, what is still missing, and the digest of it all.
 */
#ifndef DTI_SUBMISSION_H
#define DTI_SUBMISSION_H

#include <dti/result.h>

DTI_BEGIN_DECLS

/**
 * @brief What keeps a submission from being complete: components with neither evidence nor a
 * written explanation, figures in dispute; and as remarks evidence that is not accepted.
 *
 * Evidence counts once it was handed in and not rejected; an explanation is one on the
 * self-assessed track. Components that nobody is asked evidence for, and unscored ones, need
 * neither.
 * @param[out] report yours; complete is what has no error in it.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_submission_check(const dti_result *result,
                                                       dti_report **report, dti_error **error);
/**
 * @brief The digest of the package, "sha256:…": of the dossier, its framework, and every record
 * with its history and its file, whatever language and numbering the package is shown in.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_submission_digest(const dti_result *result, dti_text **out,
                                                        dti_error **error);
/**
 * @brief Write a submission as a document (docs/formats.md, schema submission.schema.json).
 *
 * The points of the sheet are the self-assessed ones that are stated, else the computed ones. The
 * document names the digest of the package, those of dossier and framework and, per record, of its
 * file and of the head of its history.
 * @param numbering id of the numbering of its codes; NULL: the dossier's.
 * @param lang language of names and findings.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND (numbering), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_submission_write(const dti_result *result,
                                                       const char *numbering, dti_lang lang,
                                                       dti_text **out, dti_error **error);

DTI_END_DECLS

#endif
