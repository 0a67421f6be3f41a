/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/paper.h: Papers: what a result means, as text for people, in Markdown or as one HTML page. */

typedef enum dti_paper_kind {
  DTI_PAPER_ANALYSIS,
  DTI_PAPER_EXPLANATION
} dti_paper_kind;

typedef enum dti_paper_format {
  DTI_PAPER_MARKDOWN,
  DTI_PAPER_HTML
} dti_paper_format;

%inline %{
static dti_status x_paper_write(const dti_result *result, dti_paper_kind kind, dti_paper_format format, dti_lang lang,
                                const char *numbering, const dti_table *const *tables, size_t table_count,
                                const dti_reconciliation *reconciliation, const char *day, dti_text **out, dti_error **error)
{
  dti_paper_options options = DTI_PAPER_OPTIONS_INIT;
  options.kind = kind;
  options.format = format;
  options.lang = lang;
  options.numbering = numbering;
  options.tables = tables;
  options.table_count = table_count;
  options.reconciliation = reconciliation;
  options.day = day;
  return dti_paper_write(result, &options, out, error);
}
%}
