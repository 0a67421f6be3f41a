/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The interface of libdti for other languages: one file per public header, which names no language. A getter is declared as
 * the header has it, without the object (the generator then calls dti_<class>_<getter>); what takes an option struct is an
 * adapter, called x_<name>, that takes the fields. Languages say in their own folder how types cross. */
%module dti

%{
#include <dti/dti.h>

#include <stdlib.h>
#include <string.h>

/* An int that says whether there is anything in the outputs, and one that is a yes or a no: typemaps match on names. */
typedef int dti_has;
typedef int dti_flag;

/* The text of a call like snprintf(), as long as it is; NULL when out of memory. */
#define DTI_FORMATTED(call)                                                                                                  \
  char *buffer = NULL;                                                                                                       \
  size_t size = 0;                                                                                                           \
  size = (call) + 1;                                                                                                         \
  buffer = (char *)malloc(size);                                                                                             \
  if (buffer)                                                                                                                \
    (void)(call);                                                                                                            \
  return buffer;
%}

%include <stdint.i>

/* Objects come from constructors of the library only; names lose the prefix. */
%nodefaultctor;
%nodefaultdtor;
%rename("%(strip:[dti_])s", %$isfunction) "";
%rename("%(strip:[DTI_])s", %$isenumitem) "";
%rename("%(regex:/^x_(.*)$/\\1/)s", regextarget=1) "^x_";

typedef int dti_has;
typedef int dti_flag;

#if defined(SWIGPYTHON)
%include "python/threads.i"
%include "python/typemaps.i"
%include "python/buffers.i"
%include "python/batch.i"
#endif

%include "base.i"
%include "error.i"
%include "report.i"
%include "options.i"
%include "framework.i"
%include "history.i"
%include "evidence.i"
%include "bounds.i"
%include "dossier.i"
%include "collection.i"
%include "form.i"
%include "changes.i"
%include "result.i"
%include "losses.i"
%include "progress.i"
%include "submission.i"
%include "program.i"
%include "rank.i"
%include "scoreboard.i"
%include "units.i"
%include "table.i"
%include "ranking.i"
%include "crosswalk.i"
%include "comparison.i"
%include "targets.i"
%include "reconcile.i"
%include "paper.i"
