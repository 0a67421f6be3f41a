/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* How the types of the neutral interface cross into Python and back. Calls of the limited API only, so that one binary can
 * serve many versions of Python as soon as the generator does. */

%include "failure.i"

/* Ids, codes, names: str or None, and never one that C would read only half of. The bytes belong to the str, which the
 * caller holds during the call. */
%typemap(in, noblock=1) const char * {
  $1 = NULL;
  if ($input != Py_None && !dti_py_text($input, (const char **)&$1, NULL))
    SWIG_fail;
}
%typemap(freearg) const char * ""
%typemap(out, noblock=1) const char * {
  $result = $1 ? PyUnicode_FromString($1) : SWIG_Py_Void();
}
%typemap(typecheck, precedence=SWIG_TYPECHECK_STRING) const char * {
  $1 = $input == Py_None || PyUnicode_Check($input);
}

/* Documents: str or bytes as they are, any other buffer copied, because somebody could write into it while it is read. */
%typemap(in, noblock=1) (const char *text, size_t length) (PyObject *held = NULL) {
  if (!dti_py_document($input, &held, (const char **)&$1, &$2))
    SWIG_fail;
}
%typemap(freearg, noblock=1) (const char *text, size_t length) {
  Py_XDECREF(held$argnum);
}

/* What a call writes out: a text becomes a str, ... */
%typemap(in, numinputs=0, noblock=1) dti_text ** (dti_text *made = NULL) {
  $1 = &made;
}
%typemap(argout, noblock=1) dti_text ** {
  $result = dti_py_append($result, PyUnicode_FromStringAndSize(dti_text_data(*$1), (Py_ssize_t)dti_text_length(*$1)));
}
%typemap(freearg, noblock=1) dti_text ** {
  dti_text_free(made$argnum);
}

/* ... a formatted message too, ... */
%typemap(newfree) char * "free($1);"

/* ... numbers stay numbers; of a getter that may have nothing to say they come only if it has (dti_has). */
%typemap(out, noblock=1) dti_has {
  $result = SWIG_Py_Void();
}
%typemap(out, noblock=1) dti_flag {
  $result = PyBool_FromLong($1);
}
%define DTI_NUMBER_OUT(TYPE, NAME, MAKE)
%typemap(in, numinputs=0, noblock=1) TYPE *NAME (TYPE made = 0) {
  $1 = &made;
}
%typemap(argout, noblock=1) TYPE *NAME {
  if (result)
    $result = dti_py_append($result, MAKE(*$1));
}
%enddef
DTI_NUMBER_OUT(int64_t, , PyLong_FromLongLong)
DTI_NUMBER_OUT(int32_t, , PyLong_FromLong)
DTI_NUMBER_OUT(uint32_t, , PyLong_FromUnsignedLong)
DTI_NUMBER_OUT(int, side, PyLong_FromLong)
DTI_NUMBER_OUT(size_t, achieved, PyLong_FromSize_t)
DTI_NUMBER_OUT(size_t, of, PyLong_FromSize_t)
DTI_NUMBER_OUT(dti_target_status, status, PyLong_FromLong)

/* Indices: "no such thing" is None. */
%typemap(out, noblock=1) size_t {
  $result = $1 == DTI_NONE ? SWIG_Py_Void() : PyLong_FromSize_t($1);
}
%typemap(in, noblock=1) size_t entry_or_all {
  $1 = $input == Py_None ? DTI_NONE : PyLong_AsSize_t($input);
  if (PyErr_Occurred())
    SWIG_fail;
}
%typemap(in, numinputs=0, noblock=1) size_t *out (size_t made = DTI_NONE) {
  $1 = &made;
}
%typemap(argout, noblock=1) size_t *out {
  $result = dti_py_append($result, *$1 == DTI_NONE ? SWIG_Py_Void() : PyLong_FromSize_t(*$1));
}

/* A status is never seen: it becomes an exception, made of the error of the very call. */
%typemap(in, numinputs=0, noblock=1) dti_error **error {
  dti_error *failure = NULL;
  $1 = &failure;
}
%typemap(out, noblock=1) dti_status {
  if (dti_py_failed($1, failure))
    SWIG_fail;
  $result = SWIG_Py_Void();
}

/* A method is called on an object, whatever else the caller passes for it. */
%typemap(check, noblock=1) SWIGTYPE *self {
  if (!$1) {
    PyErr_SetString(PyExc_TypeError, "self is None");
    SWIG_fail;
  }
}

/* Memory is Python's business only as far as objects are. */
%typemap(in, numinputs=0, noblock=1) const dti_allocator *allocator {
  $1 = NULL;
}

/* Handles: what a call makes is owned by the new Python object; what an object lends is referenced, so that it outlives
 * its lender. */
%define DTI_HANDLE_OUT(TYPE)
%typemap(in, numinputs=0, noblock=1) TYPE ** (TYPE *made = NULL) {
  $1 = &made;
}
%typemap(argout, noblock=1) TYPE ** {
  $result = dti_py_append($result, SWIG_NewPointerObj(*$1, $*1_descriptor, SWIG_POINTER_OWN));
  *$1 = NULL;
}
%enddef
%define DTI_HANDLE(TYPE)
DTI_HANDLE_OUT(TYPE)
%typemap(freearg, noblock=1) TYPE ** {
  TYPE##_unref(made$argnum);
}
%typemap(out, noblock=1) const TYPE * {
  $result = $1 ? SWIG_NewPointerObj(TYPE##_ref($1), $1_descriptor, SWIG_POINTER_OWN) : SWIG_Py_Void();
}
%enddef
%define DTI_CONFINED_HANDLE(TYPE)
DTI_HANDLE_OUT(TYPE)
%typemap(freearg, noblock=1) TYPE ** {
  TYPE##_free(made$argnum);
}
%enddef

DTI_HANDLE(dti_assessment)
DTI_HANDLE(dti_bounds)
DTI_HANDLE(dti_collection)
DTI_HANDLE(dti_comparison)
DTI_HANDLE(dti_crosswalk)
DTI_HANDLE(dti_dossier)
DTI_HANDLE(dti_evidence)
DTI_HANDLE(dti_form)
DTI_HANDLE(dti_framework)
DTI_HANDLE(dti_losses)
DTI_HANDLE(dti_program)
DTI_HANDLE(dti_progress)
DTI_HANDLE(dti_ranking)
DTI_HANDLE(dti_reconciliation)
DTI_HANDLE(dti_report)
DTI_HANDLE(dti_result)
DTI_HANDLE(dti_table)
DTI_HANDLE(dti_targets)
DTI_HANDLE(dti_units)
DTI_CONFINED_HANDLE(dti_changes)
DTI_CONFINED_HANDLE(dti_dossier_builder)
DTI_CONFINED_HANDLE(dti_evidence_builder)
DTI_CONFINED_HANDLE(dti_figures)
DTI_CONFINED_HANDLE(dti_scoreboard)
DTI_CONFINED_HANDLE(dti_scratch)
DTI_CONFINED_HANDLE(dti_table_builder)

/* Lists of handles and of texts. None in a list is refused: no call has a use for it. A list only goes in: without an empty
 * argout the generator would take it for a TYPE ** that a call fills, and hand out its first item a second time. */
%define DTI_HANDLES_IN(TYPE, NAME, COUNT)
%typemap(argout) (const TYPE *const *NAME, size_t COUNT) ""
%typemap(in, noblock=1) (const TYPE *const *NAME, size_t COUNT) (void **list = NULL, PyObject *held = NULL) {
  if (!dti_py_handles($input, $descriptor(TYPE *), &held, &list, &$2))
    SWIG_fail;
  $1 = ($1_ltype)list;
}
%typemap(freearg, noblock=1) (const TYPE *const *NAME, size_t COUNT) {
  PyMem_Free(list$argnum);
  Py_XDECREF(held$argnum);
}
%enddef
DTI_HANDLES_IN(dti_bounds, parts, count)
DTI_HANDLES_IN(dti_form, forms, count)
DTI_HANDLES_IN(dti_table, tables, table_count)
DTI_HANDLES_IN(dti_dossier, dossiers, dossier_count)

%typemap(in, noblock=1) (const char *const *codes, size_t count) (const char **list = NULL, PyObject *held = NULL) {
  if (!dti_py_texts($input, &held, &list, &$2))
    SWIG_fail;
  $1 = ($1_ltype)list;
}
%typemap(freearg, noblock=1) (const char *const *codes, size_t count) {
  PyMem_Free(list$argnum);
  Py_XDECREF(held$argnum);
}
%apply (const char *const *codes, size_t count) { (const char *const *names, size_t name_count) };
