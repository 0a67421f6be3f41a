/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Vectors: out as memory that NumPy reads without a copy, in from any buffer of the right type. NumPy itself is not needed. */

%{
/* A vector inside an object of the library, which it keeps alive. */
typedef struct {
  PyObject_HEAD
  PyObject *owner;
  const void *data;
  const char *format;
  Py_ssize_t count;
  Py_ssize_t width;
} dti_py_vector;

static int dti_py_vector_lend(PyObject *object, Py_buffer *view, int flags)
{
  dti_py_vector *vector = (dti_py_vector *)object;
  if (flags & PyBUF_WRITABLE) {
    PyErr_SetString(PyExc_BufferError, "the vector is read-only");
    return -1;
  }
  memset(view, 0, sizeof *view);
  Py_INCREF(object);
  view->obj = object;
  view->buf = (void *)(intptr_t)vector->data; /* read-only says that nobody writes there */
  view->len = vector->count * vector->width;
  view->itemsize = vector->width;
  view->readonly = 1;
  view->ndim = 1;
  view->format = flags & PyBUF_FORMAT ? (char *)(intptr_t)vector->format : NULL;
  view->shape = flags & PyBUF_ND ? &vector->count : NULL;
  view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? &vector->width : NULL;
  return 0;
}

static void dti_py_vector_free(PyObject *object)
{
  PyTypeObject *type = Py_TYPE(object);
  Py_XDECREF(((dti_py_vector *)object)->owner);
  PyObject_Free(object);
  Py_DECREF(type);
}

static PyType_Slot dti_py_vector_slots[] = {
  {Py_tp_dealloc, (void *)dti_py_vector_free},
  {Py_bf_getbuffer, (void *)dti_py_vector_lend},
  {0, NULL},
};
static PyType_Spec dti_py_vector_spec = {
  "dti._dti.Vector", sizeof(dti_py_vector), 0,
  Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION, dti_py_vector_slots,
};
static PyObject *dti_py_vector_type = NULL;

/* A memoryview of count items that belong to owner. */
static PyObject *dti_py_lend(PyObject *owner, const void *data, size_t count, const char *format, size_t width)
{
  dti_py_vector *vector = NULL;
  PyObject *view = NULL;
  if (!data)
    return SWIG_Py_Void();
  vector = PyObject_New(dti_py_vector, (PyTypeObject *)dti_py_vector_type);
  if (!vector)
    return NULL;
  Py_INCREF(owner);
  vector->owner = owner;
  vector->data = data;
  vector->format = format;
  vector->count = (Py_ssize_t)count;
  vector->width = (Py_ssize_t)width;
  view = PyMemoryView_FromObject((PyObject *)vector);
  Py_DECREF(vector);
  return view;
}

/* Items of one type, as buffers that come in have them. */
typedef struct {
  const char *name;
  const char *letters;
  Py_ssize_t width;
} dti_py_items_of;

static const dti_py_items_of dti_py_float64 = {"float64", "d", sizeof(double)};
static const dti_py_items_of dti_py_int64 = {"int64", "ql", sizeof(int64_t)};
static const dti_py_items_of dti_py_uint32 = {"uint32", "IL", sizeof(uint32_t)};
static const dti_py_items_of dti_py_uint8 = {"uint8", "B?bc", 1};

/* The letter of a format of one native item; 0 for anything else. */
static char dti_py_letter(const char *format)
{
  const uint16_t one = 1;
  const char native = *(const char *)&one ? '<' : '>';
  if (!format)
    return 'B';
  if (*format == '@' || *format == '=' || *format == native)
    format++;
  return format[0] && !format[1] ? format[0] : 0;
}

/* Says why an object lent no memory, in the words of who called. */
static void dti_py_refuse(PyObject *object, int is_written, const dti_py_items_of *items, const char *what, const char *of)
{
  Py_buffer view;
  if (!PyObject_CheckBuffer(object)) {
    PyErr_Format(PyExc_TypeError, "%s%s: expected a buffer of %s, not %s", what, of, items->name, Py_TYPE(object)->tp_name);
    return;
  }
  PyErr_Clear();
  if (PyObject_GetBuffer(object, &view, PyBUF_FULL_RO) < 0)
    return; /* whatever it says: a released memoryview, say */
  PyErr_Format(PyExc_ValueError, is_written && view.readonly ? "%s%s: cannot be written to" : "%s%s: is not contiguous", what, of);
  PyBuffer_Release(&view);
}

/* Borrows the contiguous items of an object; what and of say what it is for. */
static int dti_py_borrow(PyObject *object, Py_buffer *view, int is_written, const dti_py_items_of *items, const char *what,
                         const char *of)
{
  char letter = 0;
  if (PyObject_GetBuffer(object, view, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT | (is_written ? PyBUF_WRITABLE : 0)) < 0) {
    dti_py_refuse(object, is_written, items, what, of);
    return 0;
  }
  letter = dti_py_letter(view->format);
  if (view->itemsize != items->width || !letter || !strchr(items->letters, letter))
    PyErr_Format(PyExc_TypeError, "%s%s: expected a buffer of %s, found format '%s'", what, of, items->name,
                 view->format ? view->format : "B");
  else if (view->len > 0 && (uintptr_t)view->buf % (uintptr_t)items->width != 0)
    PyErr_Format(PyExc_ValueError, "%s%s: is not aligned", what, of);
  else
    return 1;
  PyBuffer_Release(view);
  return 0;
}

/* Whole numbers from a list, within a range, as an array. */
static int dti_py_integers(PyObject *object, long long least, long long most, PyObject **held, long long **list, size_t *count)
{
  size_t i = 0;
  *held = dti_py_items(object, count);
  if (!*held)
    return 0;
  *list = (long long *)PyMem_Malloc((*count + 1) * sizeof **list);
  if (!*list) {
    PyErr_NoMemory();
    return 0;
  }
  for (i = 0; i < *count; i++) {
    long long number = PyLong_AsLongLong(PyTuple_GetItem(*held, (Py_ssize_t)i));
    if (number == -1 && PyErr_Occurred())
      return 0;
    if (number < least || number > most) {
      PyErr_Format(PyExc_ValueError, "expected whole numbers from %lld to %lld, found %lld", least, most, number);
      return 0;
    }
    (*list)[i] = number;
  }
  return 1;
}
%}

%init %{
  dti_py_vector_type = PyType_FromSpec(&dti_py_vector_spec);
  if (!dti_py_vector_type)
    return NULL;
%}

%typemap(out, noblock=1) const int64_t *dti_result::points_of_all {
  $result = dti_py_lend(swig_obj[0], $1, dti_result_node_count(arg1), "q", sizeof *$1);
}
%typemap(out, noblock=1) const double *dti_result::values_of_all {
  $result = dti_py_lend(swig_obj[0], $1, dti_result_node_count(arg1), "d", sizeof *$1);
}
%typemap(out, noblock=1) const int64_t *dti_scoreboard::points_of_all {
  $result = dti_py_lend(swig_obj[0], $1, dti_scoreboard_count(arg1), "q", sizeof *$1);
}
%typemap(out, noblock=1) const uint32_t *dti_scoreboard::ranks_of_all {
  $result = dti_py_lend(swig_obj[0], $1, dti_scoreboard_count(arg1), "I", sizeof *$1);
}

/* A list only goes in: see DTI_HANDLES_IN. */
%define DTI_INTEGERS_IN(TYPE, NAME, COUNT, LEAST, MOST)
%typemap(argout) (const TYPE *NAME, size_t COUNT) ""
%typemap(in) (const TYPE *NAME, size_t COUNT) (TYPE *numbers = NULL) {
  $1 = NULL;
  $2 = 0;
  if ($input != Py_None) {
    PyObject *held = NULL;
    long long *list = NULL;
    int ok = dti_py_integers($input, LEAST, MOST, &held, &list, &$2);
    if (ok && !(numbers = (TYPE *)PyMem_Malloc(($2 + 1) * sizeof *numbers))) {
      PyErr_NoMemory();
      ok = 0;
    }
    for (size_t i = 0; ok && i < $2; i++)
      numbers[i] = (TYPE)list[i];
    PyMem_Free(list);
    Py_XDECREF(held);
    if (!ok)
      SWIG_fail;
    $1 = numbers;
  }
}
%typemap(freearg, noblock=1) (const TYPE *NAME, size_t COUNT) {
  PyMem_Free(numbers$argnum);
}
%enddef
DTI_INTEGERS_IN(uint32_t, groups, group_count, 0, UINT32_MAX)
DTI_INTEGERS_IN(int64_t, populations, population_count, 0, INT64_MAX)
DTI_INTEGERS_IN(size_t, entries, count, 0, INT64_MAX)
