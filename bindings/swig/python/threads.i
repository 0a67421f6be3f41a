/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Which calls let other threads run. Everything they read is immutable and held by the caller. Getters keep the lock:
 * giving it back costs more than the getter. Builders keep it too: they belong to one thread. */
%feature("nothread");

%define DTI_LONG(NAME)
%feature("nothread", "0") NAME;
%enddef

%define DTI_LONG_READERS(TYPE)
DTI_LONG(TYPE::parse)
DTI_LONG(TYPE::load)
DTI_LONG(TYPE::builtin)
DTI_LONG(TYPE::check)
%enddef

DTI_LONG_READERS(dti_bounds)
DTI_LONG_READERS(dti_collection)
DTI_LONG_READERS(dti_crosswalk)
DTI_LONG_READERS(dti_dossier)
DTI_LONG_READERS(dti_evidence)
DTI_LONG_READERS(dti_form)
DTI_LONG_READERS(dti_framework)
DTI_LONG_READERS(dti_table)
DTI_LONG_READERS(dti_targets)
DTI_LONG_READERS(dti_units)
DTI_LONG(*::write)
DTI_LONG(dti_comparison::x_new)
DTI_LONG(dti_comparison::review)
DTI_LONG(dti_dossier::x_score)
DTI_LONG(dti_losses::x_new)
DTI_LONG(dti_program::x_new)
DTI_LONG(dti_progress::new)
DTI_LONG(dti_ranking::x_new)
DTI_LONG(dti_figures::x_reconcile)
DTI_LONG(dti_result::explain)
DTI_LONG(dti_table::x_merge)
DTI_LONG(dti_targets::x_assess)
DTI_LONG(x_merge)
DTI_LONG(dti_merge)
DTI_LONG(dti_merge_review)
DTI_LONG(dti_sheet_parse)
DTI_LONG(dti_sheet_write)
DTI_LONG(dti_submission_check)
DTI_LONG(dti_submission_digest)
DTI_LONG(dti_submission_write)
DTI_LONG(x_paper_write)
