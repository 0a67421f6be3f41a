/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/submission.h: Submissions: what a province sends to the ministry. The self-assessment sheet, the evidence of each
 * component, what is still missing, and the digest of it all. */

dti_status dti_submission_check(const dti_result *result, dti_report **report, dti_error **error);
dti_status dti_submission_digest(const dti_result *result, dti_text **out, dti_error **error);
dti_status dti_submission_write(const dti_result *result, const char *numbering, dti_lang lang, dti_text **out,
                                dti_error **error);
