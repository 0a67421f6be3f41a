/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* From C to Python and back: texts, lists, several results, and failures as exceptions. */

%{
/* There is one factory, one logger and one class of a kind in a process, and a callback finds back only to the first
 * interpreter. */
static PyObject *x_require_main_interpreter(void)
{
  if (PyInterpreterState_GetID(PyInterpreterState_Get()) == 0)
    return SWIG_Py_Void();
  PyErr_SetString(PyExc_ImportError, "dti works in the main interpreter only, not in a subinterpreter");
  return NULL;
}
%}

PyObject *x_require_main_interpreter(void);

/* Before the first class makes itself known. */
%pythoncode %{
require_main_interpreter()
%}

%{
/* Set once by the package at import: makes an exception of an error, takes a logged message. Borrowed from nobody: the
 * module owns them as long as it lives. */
static PyObject *dti_py_error_factory = NULL;
static PyObject *dti_py_logger = NULL;

/* The handle of an object. The generator looks for it without end where an attribute "this" has a "this" in its turn, as mocks
 * have. */
static int dti_py_convert(PyObject *object, void **pointer, swig_type_info *type, int flags)
{
  PyObject *handle = NULL;
  int answer = SWIG_TypeError;
  if (object == Py_None || SwigPyObject_Check(object))
    return SWIG_Python_ConvertPtr(object, pointer, type, flags);
  handle = PyObject_GetAttr(object, SWIG_This());
  if (!handle)
    PyErr_Clear();
  else if (SwigPyObject_Check(handle))
    answer = SWIG_Python_ConvertPtr(handle, pointer, type, flags);
  Py_XDECREF(handle);
  return answer;
}
#undef SWIG_ConvertPtr
#define SWIG_ConvertPtr(object, pointer, type, flags) dti_py_convert(object, pointer, type, flags)

/* The bytes of a str, without U+0000 inside: C would see only half of it. */
static int dti_py_text(PyObject *object, const char **text, size_t *length)
{
  Py_ssize_t size = 0;
  if (!PyUnicode_Check(object)) {
    PyErr_Format(PyExc_TypeError, "expected str, not %s", Py_TYPE(object)->tp_name);
    return 0;
  }
  *text = PyUnicode_AsUTF8AndSize(object, &size);
  if (!*text)
    return 0;
  if (length)
    *length = (size_t)size;
  else if (strlen(*text) != (size_t)size) {
    PyErr_SetString(PyExc_ValueError, "embedded null character");
    return 0;
  }
  return 1;
}

static int dti_py_document(PyObject *object, PyObject **held, const char **text, size_t *length)
{
  char *bytes = NULL;
  Py_ssize_t size = 0;
  if (PyUnicode_Check(object)) {
    Py_INCREF(object);
    *held = object;
    return dti_py_text(object, text, length);
  }
  if (!PyBytes_CheckExact(object) && !PyObject_CheckBuffer(object)) {
    PyErr_Format(PyExc_TypeError, "expected str or bytes, not %s", Py_TYPE(object)->tp_name);
    return 0;
  }
  *held = PyBytes_FromObject(object); /* itself if it is bytes */
  if (!*held || PyBytes_AsStringAndSize(*held, &bytes, &size) < 0)
    return 0;
  *text = bytes;
  *length = (size_t)size;
  return 1;
}

/* One result is itself, two are a tuple. Takes over both references; a NULL among them is an error already set. */
static PyObject *dti_py_append(PyObject *result, PyObject *more)
{
  PyObject *both = NULL;
  if (!result || !more) {
    Py_XDECREF(result);
    Py_XDECREF(more);
    return NULL;
  }
  if (result == Py_None) {
    Py_DECREF(result);
    return more;
  }
  both = PyTuple_Pack(2, result, more);
  Py_DECREF(result);
  Py_DECREF(more);
  return both;
}

static PyObject *dti_py_items(PyObject *object, size_t *count)
{
  PyObject *items = NULL;
  if (PyUnicode_Check(object) || PyBytes_Check(object)) {
    PyErr_Format(PyExc_TypeError, "expected a list, not %s", Py_TYPE(object)->tp_name);
    return NULL;
  }
  items = PySequence_Tuple(object);
  if (items)
    *count = (size_t)PyTuple_Size(items);
  return items;
}

static int dti_py_handles(PyObject *object, swig_type_info *type, PyObject **held, void ***list, size_t *count)
{
  size_t i = 0;
  *held = dti_py_items(object, count);
  if (!*held)
    return 0;
  *list = (void **)PyMem_Malloc((*count + 1) * sizeof **list);
  if (!*list) {
    PyErr_NoMemory();
    return 0;
  }
  for (i = 0; i < *count; i++) {
    PyObject *item = PyTuple_GetItem(*held, (Py_ssize_t)i);
    if (!SWIG_IsOK(SWIG_ConvertPtr(item, &(*list)[i], type, 0)) || !(*list)[i]) {
      PyErr_Format(PyExc_TypeError, "expected a list of %s, found %s", type->str, Py_TYPE(item)->tp_name);
      return 0;
    }
  }
  return 1;
}

static int dti_py_texts(PyObject *object, PyObject **held, const char ***list, size_t *count)
{
  size_t i = 0;
  *held = dti_py_items(object, count);
  if (!*held)
    return 0;
  *list = (const char **)PyMem_Malloc((*count + 1) * sizeof **list);
  if (!*list) {
    PyErr_NoMemory();
    return 0;
  }
  for (i = 0; i < *count; i++)
    if (!dti_py_text(PyTuple_GetItem(*held, (Py_ssize_t)i), &(*list)[i], NULL))
      return 0;
  return 1;
}

/* Raises what a call told of itself; takes over the error. */
static void dti_py_raise(dti_error *error)
{
  PyObject *handle = SWIG_NewPointerObj(error, SWIGTYPE_p_dti_error, SWIG_POINTER_OWN);
  PyObject *exception = NULL;
  if (!handle)
    return;
  if (!dti_py_error_factory) {
    PyErr_SetString(PyExc_RuntimeError, dti_error_id(error));
    Py_DECREF(handle);
    return;
  }
  exception = PyObject_CallFunctionObjArgs(dti_py_error_factory, handle, NULL);
  Py_DECREF(handle);
  if (exception) {
    PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
    Py_DECREF(exception);
  }
}

/* True if the call failed, or a callback did during it: what the user's own code raised goes before what the library
 * makes of it. */
static int dti_py_failed(dti_status status, dti_error *error)
{
  if (PyErr_Occurred()) {
    dti_error_free(error);
    return 1;
  }
  if (status == DTI_OK)
    return 0;
  dti_py_raise(error);
  return 1;
}

static PyObject *dti_py_keep(PyObject **place, PyObject *callable)
{
  PyObject *before = *place;
  if (!PyCallable_Check(callable)) {
    PyErr_SetString(PyExc_TypeError, "expected a function");
    return NULL;
  }
  Py_INCREF(callable);
  *place = callable;
  Py_XDECREF(before);
  return SWIG_Py_Void();
}

/* Called with or without the interpreter lock. What a logger raises stays raised until the call is over. */
static void dti_py_log(void *context, dti_severity severity, const char *id, const char *text)
{
  PyGILState_STATE lock = PyGILState_Ensure();
  (void)context;
  if (dti_py_logger && !PyErr_Occurred()) {
    PyObject *logger = dti_py_logger; /* it may be replaced meanwhile */
    PyObject *done = NULL;
    Py_INCREF(logger);
    done = PyObject_CallFunction(logger, "iss", (int)severity, id, text);
    Py_XDECREF(done);
    Py_DECREF(logger);
  }
  PyGILState_Release(lock);
}

static PyObject *x_set_error_factory(PyObject *factory)
{
  return dti_py_keep(&dti_py_error_factory, factory);
}

static PyObject *x_set_logger(PyObject *logger)
{
  return dti_py_keep(&dti_py_logger, logger);
}
%}

PyObject *x_set_error_factory(PyObject *factory);
PyObject *x_set_logger(PyObject *logger);

%extend dti_parse_options {
  /* Findings that are logged go to the logger that the package has set. */
  void x_log_to_python(void) {
    $self->log = dti_py_log;
    $self->log_lang = DTI_LANG_EN;
  }
}
