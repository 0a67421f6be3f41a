/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Columns of many units: buffers of Python that go straight into the programs of the library. They are borrowed as long as the
 * object lives, so that what was looked at once is not looked at again before every run. */

%{
#define DTI_PY_VIEWS 3 /* of a column at most: values, states, validity */

typedef struct dti_py_columns {
  dti_framework *framework;
  dti_column *columns; /* one per input */
  Py_buffer *views;
  size_t view_count;
  size_t rows; /* that every column has at the least */
  int has_rows; /* else they are those of the first column, and the same in all */
} dti_py_columns;

static void dti_py_columns_free(dti_py_columns *columns)
{
  size_t i = 0;
  if (!columns)
    return;
  for (i = 0; i < columns->view_count; i++)
    PyBuffer_Release(&columns->views[i]);
  PyMem_Free(columns->views);
  PyMem_Free(columns->columns);
  dti_framework_unref(columns->framework);
  PyMem_Free(columns);
}

static dti_py_columns *dti_py_columns_new(const dti_framework *framework)
{
  const size_t inputs = dti_framework_input_count(framework);
  dti_py_columns *made = (dti_py_columns *)PyMem_Calloc(1, sizeof *made);
  if (made) {
    made->framework = dti_framework_ref(framework);
    made->columns = (dti_column *)PyMem_Calloc(inputs + 1, sizeof *made->columns);
    made->views = (Py_buffer *)PyMem_Calloc(DTI_PY_VIEWS * inputs + 1, sizeof *made->views);
    if (made->columns && made->views)
      return made;
  }
  dti_py_columns_free(made);
  PyErr_NoMemory();
  return NULL;
}

/* Borrows one more buffer; NULL with an exception. */
static Py_buffer *dti_py_columns_add(dti_py_columns *made, PyObject *object, const dti_py_items_of *items, const char *what,
                                     size_t input)
{
  Py_buffer *view = &made->views[made->view_count];
  const char *id = dti_framework_input_id(made->framework, input);
  if (!dti_py_borrow(object, view, 0, items, what, id))
    return NULL;
  made->view_count++;
  if (view->ndim == 1)
    return view;
  PyErr_Format(PyExc_ValueError, "%s%s: expected one dimension, found %d", what, id, view->ndim);
  return NULL;
}

/* Whether there is an item for every row; the first column that is looked at says how many rows there are, if nobody else
 * did. */
static int dti_py_columns_reach(dti_py_columns *made, size_t items, int is_exact, const char *what, size_t input)
{
  if (!made->has_rows && made->rows == DTI_NONE)
    made->rows = items;
  if (items >= made->rows && (made->has_rows || !is_exact || items == made->rows))
    return 1;
  PyErr_Format(PyExc_ValueError, "%s%s: expected %zu rows, found %zu", what, dti_framework_input_id(made->framework, input),
               made->rows, items);
  return 0;
}

static const void *dti_py_memory(const Py_buffer *view)
{
  static const double nothing = 0; /* of no items: never NULL, which would be a missing column */
  return view->buf ? view->buf : &nothing;
}

static int dti_py_column_states(dti_py_columns *made, PyObject *states, size_t input)
{
  const Py_buffer *view = dti_py_columns_add(made, states, &dti_py_uint8, "states of ", input);
  if (!view || !dti_py_columns_reach(made, (size_t)view->len, 1, "states of ", input))
    return 0;
  made->columns[input].states = (const uint8_t *)dti_py_memory(view);
  return 1;
}

static int dti_py_column_validity(dti_py_columns *made, PyObject *bits, PyObject *offset, size_t input)
{
  const size_t skipped = PyLong_AsSize_t(offset);
  const Py_buffer *view = NULL;
  if (skipped == (size_t)-1 && PyErr_Occurred())
    return 0;
  view = dti_py_columns_add(made, bits, &dti_py_uint8, "validity of ", input);
  if (!view)
    return 0;
  if (skipped > (size_t)view->len * 8) {
    PyErr_Format(PyExc_ValueError, "validity of %s: begins behind its end", dti_framework_input_id(made->framework, input));
    return 0;
  }
  if (!dti_py_columns_reach(made, (size_t)view->len * 8 - skipped, 0, "validity of ", input))
    return 0;
  made->columns[input].validity = (const uint8_t *)dti_py_memory(view);
  made->columns[input].validity_offset = skipped;
  return 1;
}

/* None, a buffer of float64, or (values, states, validity, offset): a byte per row, or a bit from the offset on, or None. */
static int dti_py_column(dti_py_columns *made, PyObject *item, size_t input)
{
  PyObject *values = item;
  PyObject *parts[3] = {Py_None, Py_None, NULL};
  const Py_buffer *view = NULL;
  if (item == Py_None)
    return 1;
  if (PyTuple_Check(item) && !PyArg_ParseTuple(item, "OOOO", &values, &parts[0], &parts[1], &parts[2]))
    return 0;
  view = dti_py_columns_add(made, values, &dti_py_float64, "column ", input);
  if (!view || !dti_py_columns_reach(made, (size_t)view->shape[0], 1, "column ", input))
    return 0;
  made->columns[input].values = (const double *)dti_py_memory(view);
  return (parts[0] == Py_None || dti_py_column_states(made, parts[0], input)) &&
         (parts[1] == Py_None || dti_py_column_validity(made, parts[1], parts[2], input));
}

static int dti_py_columns_list(dti_py_columns *made, PyObject *list)
{
  const size_t inputs = dti_framework_input_count(made->framework);
  size_t count = 0;
  size_t i = 0;
  PyObject *items = dti_py_items(list, &count);
  int ok = items != NULL;
  if (ok && count != inputs) {
    PyErr_Format(PyExc_ValueError, "columns: expected %zu, one for each input, found %zu", inputs, count);
    ok = 0;
  }
  for (i = 0; ok && i < inputs; i++)
    ok = dti_py_column(made, PyTuple_GetItem(items, (Py_ssize_t)i), i);
  Py_XDECREF(items);
  if (ok && made->rows == DTI_NONE) {
    PyErr_SetString(PyExc_ValueError, "columns: all are missing, so say how many rows there are");
    ok = 0;
  }
  return ok;
}

/* One array of float64 with a row for each input, in which every unit has its place. */
static int dti_py_columns_array(dti_py_columns *made, PyObject *array)
{
  const size_t inputs = dti_framework_input_count(made->framework);
  Py_buffer *view = &made->views[0];
  size_t width = 0;
  size_t i = 0;
  if (!dti_py_borrow(array, view, 0, &dti_py_float64, "columns", ""))
    return 0;
  made->view_count = 1;
  if (view->ndim != 2 || (size_t)view->shape[0] != inputs) {
    PyErr_Format(PyExc_ValueError, "columns: expected two dimensions, the first of them %zu, one for each input", inputs);
    return 0;
  }
  width = (size_t)view->shape[1];
  if (!made->has_rows)
    made->rows = width;
  if (width < made->rows) {
    PyErr_Format(PyExc_ValueError, "columns: expected %zu rows, found %zu", made->rows, width);
    return 0;
  }
  for (i = 0; i < inputs; i++)
    made->columns[i].values = (const double *)dti_py_memory(view) + i * width;
  return 1;
}

static int dti_py_columns_fill(dti_py_columns *made, PyObject *columns, PyObject *rows)
{
  made->has_rows = rows != Py_None;
  made->rows = made->has_rows ? PyLong_AsSize_t(rows) : DTI_NONE;
  if (made->has_rows && PyErr_Occurred())
    return 0;
  if (made->has_rows && made->rows > (size_t)PY_SSIZE_T_MAX / sizeof(double)) {
    PyErr_SetString(PyExc_OverflowError, "rows: there cannot be so many");
    return 0;
  }
  return PyTuple_Check(columns) || PyList_Check(columns) ? dti_py_columns_list(made, columns)
                                                         : dti_py_columns_array(made, columns);
}

/* A copy that nobody else can write to, for what reads a column twice and relies on it. */
static int dti_py_columns_copy(const dti_py_columns *columns, dti_column *out, void **memory)
{
  const size_t inputs = dti_framework_input_count(columns->framework);
  const size_t rows = columns->rows;
  double *values = (double *)PyMem_Malloc(inputs * rows * (sizeof(double) + 1) + 1);
  uint8_t *bytes = (uint8_t *)(values + inputs * rows);
  size_t i = 0;
  size_t row = 0;
  *memory = values;
  if (!values) {
    PyErr_NoMemory();
    return 0;
  }
  for (i = 0; i < inputs; i++, values += rows, bytes += rows) {
    const dti_column *from = &columns->columns[i];
    memset(&out[i], 0, sizeof out[i]);
    if (!from->values)
      continue;
    memcpy(values, from->values, rows * sizeof *values);
    out[i].values = values;
    if (!from->states && !from->validity)
      continue;
    out[i].states = bytes;
    if (from->states)
      memcpy(bytes, from->states, rows);
    for (row = 0; from->validity && row < rows; row++) {
      const size_t bit = from->validity_offset + row;
      bytes[row] = from->validity[bit / 8] >> bit % 8 & 1 ? DTI_STATE_PRESENT : DTI_STATE_MISSING;
    }
  }
  return 1;
}
%}

%rename(Columns) dti_py_columns;
typedef struct {} dti_py_columns;

%typemap(check, noblock=1) const dti_py_columns *columns {
  if (!$1) {
    PyErr_SetString(PyExc_TypeError, "columns: expected Columns, not None");
    SWIG_fail;
  }
}

%extend dti_py_columns {
  ~dti_py_columns() { dti_py_columns_free($self); }

  size_t x_rows(void) { return $self->rows; }
}

%extend dti_program {
  /* columns: a list with one per input, see dti_py_column(), or an array; rows: a number, or None: what the columns have. */
  PyObject *x_columns(PyObject *columns, PyObject *rows) {
    dti_py_columns *made = dti_py_columns_new(dti_program_framework($self));
    if (made && !dti_py_columns_fill(made, columns, rows)) {
      dti_py_columns_free(made);
      made = NULL;
    }
    return made ? SWIG_NewPointerObj(made, SWIGTYPE_p_dti_py_columns, SWIG_POINTER_OWN) : NULL;
  }
}
