/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Columns of many units: buffers of Python go straight into the programs of the library. */

%{
/* What is borrowed for one call: the columns and the buffers that they lie in. */
typedef struct {
  dti_column *columns;
  Py_buffer *views;
  dti_output *outputs;
  size_t view_count;
  size_t rows; /* that every buffer has at the least */
} dti_py_batch;

static void dti_py_batch_end(dti_py_batch *batch)
{
  size_t i = 0;
  for (i = 0; i < batch->view_count; i++)
    PyBuffer_Release(&batch->views[i]);
  PyMem_Free(batch->views);
  PyMem_Free(batch->columns);
  PyMem_Free(batch->outputs);
}

static int dti_py_batch_begin(dti_py_batch *batch, size_t inputs, size_t outputs, size_t rows)
{
  memset(batch, 0, sizeof *batch);
  batch->rows = rows;
  batch->columns = (dti_column *)PyMem_Calloc(inputs + 1, sizeof *batch->columns);
  batch->views = (Py_buffer *)PyMem_Calloc(2 * inputs + outputs + 1, sizeof *batch->views);
  batch->outputs = (dti_output *)PyMem_Calloc(outputs + 1, sizeof *batch->outputs);
  if (batch->columns && batch->views && batch->outputs)
    return 1;
  PyErr_NoMemory();
  return 0;
}

/* Borrows one more buffer, which must have items for all rows. */
static void *dti_py_batch_add(dti_py_batch *batch, PyObject *object, int flags, const char *letters, Py_ssize_t width,
                              size_t items, const char *what)
{
  Py_buffer *view = &batch->views[batch->view_count];
  if (!dti_py_borrow(object, view, flags, letters, width, what))
    return NULL;
  batch->view_count++;
  if ((size_t)(view->len / width) < items) {
    PyErr_Format(PyExc_ValueError, "%s: expected %zu items, found %zd", what, items, view->len / width);
    return NULL;
  }
  return view->buf ? view->buf : (void *)batch->views; /* never NULL, also of no items */
}

/* A column: None, a buffer of float64, or (values, states) with a byte of state per row. */
static int dti_py_batch_column(dti_py_batch *batch, PyObject *item, dti_column *column)
{
  PyObject *values = item;
  if (item == Py_None)
    return 1;
  if (PyTuple_Check(item)) {
    if (PyTuple_Size(item) != 2) {
      PyErr_SetString(PyExc_TypeError, "column: expected values, or (values, states)");
      return 0;
    }
    values = PyTuple_GetItem(item, 0);
    column->states = (const uint8_t *)dti_py_batch_add(batch, PyTuple_GetItem(item, 1), PyBUF_SIMPLE, "B?bc", 1, batch->rows,
                                                       "states of a column");
    if (!column->states)
      return 0;
  }
  column->values = (const double *)dti_py_batch_add(batch, values, PyBUF_SIMPLE, "d", sizeof(double), batch->rows, "column");
  return column->values != NULL;
}

/* A list with one column per input, or one array of float64 with a row per input. */
static int dti_py_batch_columns(dti_py_batch *batch, PyObject *columns, size_t inputs)
{
  PyObject *items = NULL;
  size_t count = 0;
  size_t i = 0;
  int ok = 1;
  if (!PyTuple_Check(columns) && !PyList_Check(columns)) {
    const Py_buffer *view = &batch->views[batch->view_count];
    double *data = (double *)dti_py_batch_add(batch, columns, PyBUF_SIMPLE, "d", sizeof(double), 0, "columns");
    if (!data)
      return 0;
    if (view->ndim != 2 || (size_t)view->shape[0] != inputs || (size_t)view->shape[1] < batch->rows) {
      PyErr_Format(PyExc_ValueError, "columns: expected an array of %zu rows, one for each input, of at least %zu items each",
                   inputs, batch->rows);
      return 0;
    }
    for (i = 0; i < inputs; i++)
      batch->columns[i].values = data + i * (size_t)view->shape[1];
    return 1;
  }
  items = dti_py_items(columns, &count);
  if (!items)
    return 0;
  if (count != inputs) {
    PyErr_Format(PyExc_ValueError, "columns: expected %zu, one for each input, found %zu", inputs, count);
    ok = 0;
  }
  for (i = 0; ok && i < inputs; i++)
    ok = dti_py_batch_column(batch, PyTuple_GetItem(items, (Py_ssize_t)i), &batch->columns[i]);
  Py_DECREF(items);
  return ok;
}

static int dti_py_batch_output(dti_py_batch *batch, PyObject *item, dti_output *output)
{
  size_t node = 0;
  int measure = 0;
  PyObject *data = NULL;
  if (!PyTuple_Check(item) || !PyArg_ParseTuple(item, "niO", (Py_ssize_t *)&node, &measure, &data)) {
    if (!PyErr_Occurred())
      PyErr_SetString(PyExc_TypeError, "output: expected (node, measure, buffer)");
    return 0;
  }
  output->node = node;
  output->measure = (dti_measure)measure;
  switch (output->measure) {
  case DTI_MEASURE_VALUE:
  case DTI_MEASURE_COVERAGE:
    output->data = dti_py_batch_add(batch, data, PyBUF_WRITABLE, "d", sizeof(double), batch->rows, "output");
    break;
  case DTI_MEASURE_STATE:
    output->data = dti_py_batch_add(batch, data, PyBUF_WRITABLE, "B", 1, batch->rows, "output");
    break;
  default:
    output->data = dti_py_batch_add(batch, data, PyBUF_WRITABLE, "ql", sizeof(int64_t), batch->rows, "output");
  }
  return output->data != NULL;
}

/* Called between blocks of rows, without the lock. Ctrl-C and whatever the user's function raises end the run; the exception
 * waits in this thread until the call is back. */
static int dti_py_progress(void *context, uint64_t done, uint64_t total)
{
  PyGILState_STATE lock = PyGILState_Ensure();
  int stop = PyErr_CheckSignals() < 0;
  if (!stop && context) {
    PyObject *answer = PyObject_CallFunction((PyObject *)context, "KK", (unsigned long long)done, (unsigned long long)total);
    stop = !answer;
    Py_XDECREF(answer);
  }
  PyGILState_Release(lock);
  return stop;
}

static int dti_py_rows(size_t first, size_t count, size_t *rows)
{
  *rows = first + count;
  if (*rows >= first && *rows <= (size_t)PY_SSIZE_T_MAX / sizeof(double))
    return 1;
  PyErr_SetString(PyExc_OverflowError, "so many rows cannot be");
  return 0;
}

static void dti_py_run_options(dti_run_options *options, const dti_bounds *bounds, dti_scratch *scratch, PyObject *progress,
                               uint32_t flags, uint32_t block_rows)
{
  options->bounds = bounds;
  options->scratch = scratch;
  options->progress = dti_py_progress;
  options->progress_context = progress == Py_None ? NULL : progress;
  options->flags = flags;
  options->block_rows = block_rows;
}

static PyObject *dti_py_done(int ok, dti_status status, dti_error *failure)
{
  if (!ok || dti_py_failed(status, failure))
    return NULL;
  return SWIG_Py_Void();
}
%}

%typemap(in) PyObject *progress {
  if ($input != Py_None && !PyCallable_Check($input)) {
    PyErr_Format(PyExc_TypeError, "progress: expected a function, not %s", Py_TYPE($input)->tp_name);
    SWIG_fail;
  }
  $1 = $input;
}

%extend dti_program {
  /* columns: see dti_py_batch_columns(); outputs: [(node, measure, writable buffer)]. */
  PyObject *x_run(PyObject *columns, PyObject *outputs, size_t first, size_t count, const dti_bounds *bounds,
                  dti_scratch *scratch, PyObject *progress, uint32_t flags, uint32_t block_rows) {
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_py_batch batch = {0};
    dti_error *failure = NULL;
    dti_status status = DTI_OK;
    const size_t inputs = dti_framework_input_count(dti_program_framework($self));
    size_t output_count = 0;
    size_t rows = 0;
    PyObject *items = dti_py_items(outputs, &output_count);
    int ok = items && dti_py_rows(first, count, &rows) && dti_py_batch_begin(&batch, inputs, output_count, rows) &&
             dti_py_batch_columns(&batch, columns, inputs);
    for (size_t i = 0; ok && i < output_count; i++)
      ok = dti_py_batch_output(&batch, PyTuple_GetItem(items, (Py_ssize_t)i), &batch.outputs[i]);
    if (ok) {
      dti_py_run_options(&options, bounds, scratch, progress, flags, block_rows);
      Py_BEGIN_ALLOW_THREADS
      status = dti_program_run($self, batch.columns, batch.outputs, output_count, first, count, &options, &failure);
      Py_END_ALLOW_THREADS
    }
    dti_py_batch_end(&batch);
    Py_XDECREF(items);
    return dti_py_done(ok, status, failure);
  }

  PyObject *x_bounds(PyObject *columns, size_t first, size_t count, PyObject *progress, uint32_t flags) {
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_py_batch batch = {0};
    dti_bounds *bounds = NULL;
    dti_error *failure = NULL;
    dti_status status = DTI_OK;
    const size_t inputs = dti_framework_input_count(dti_program_framework($self));
    size_t rows = 0;
    int ok = dti_py_rows(first, count, &rows) && dti_py_batch_begin(&batch, inputs, 0, rows) &&
             dti_py_batch_columns(&batch, columns, inputs);
    PyObject *done = NULL;
    if (ok) {
      dti_py_run_options(&options, NULL, NULL, progress, flags, 0);
      Py_BEGIN_ALLOW_THREADS
      status = dti_program_bounds($self, batch.columns, first, count, &options, &bounds, &failure);
      Py_END_ALLOW_THREADS
    }
    dti_py_batch_end(&batch);
    done = dti_py_done(ok, status, failure);
    if (!done) {
      dti_bounds_unref(bounds);
      return NULL;
    }
    Py_DECREF(done);
    return SWIG_NewPointerObj(bounds, SWIGTYPE_p_dti_bounds, SWIG_POINTER_OWN);
  }

  PyObject *x_scoreboard(PyObject *columns, size_t count, const dti_bounds *bounds, const uint32_t *groups, size_t group_count,
                         uint32_t flags) {
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_py_batch batch = {0};
    dti_scoreboard *board = NULL;
    dti_error *failure = NULL;
    dti_status status = DTI_OK;
    const size_t inputs = dti_framework_input_count(dti_program_framework($self));
    size_t rows = 0;
    int ok = dti_py_rows(0, count, &rows);
    PyObject *done = NULL;
    if (ok && groups && group_count != count) {
      PyErr_Format(PyExc_ValueError, "groups: expected %zu, one for each unit, found %zu", count, group_count);
      ok = 0;
    }
    ok = ok && dti_py_batch_begin(&batch, inputs, 0, rows) && dti_py_batch_columns(&batch, columns, inputs);
    if (ok) {
      options.bounds = bounds;
      options.groups = groups;
      options.flags = flags;
      Py_BEGIN_ALLOW_THREADS
      status = dti_scoreboard_new($self, batch.columns, count, &options, &board, &failure);
      Py_END_ALLOW_THREADS
    }
    dti_py_batch_end(&batch);
    done = dti_py_done(ok, status, failure);
    if (!done) {
      dti_scoreboard_free(board);
      return NULL;
    }
    Py_DECREF(done);
    return SWIG_NewPointerObj(board, SWIGTYPE_p_dti_scoreboard, SWIG_POINTER_OWN);
  }
}

%inline %{
/* points: int64; ranks: writable float64, as many; states: bytes or None; groups: uint32 or None. */
static PyObject *x_rank_points(PyObject *points, PyObject *ranks, PyObject *states, PyObject *groups, int method, int ascending)
{
  dti_rank_options options = DTI_RANK_OPTIONS_INIT;
  dti_py_batch batch = {0};
  dti_error *failure = NULL;
  dti_status status = DTI_OK;
  const int64_t *from = NULL;
  double *to = NULL;
  int ok = dti_py_batch_begin(&batch, 0, 4, 0);
  if (ok)
    from = (const int64_t *)dti_py_batch_add(&batch, points, PyBUF_SIMPLE, "ql", sizeof *from, 0, "points");
  ok = from != NULL;
  if (ok)
    batch.rows = (size_t)batch.views[0].len / sizeof *from;
  if (ok)
    to = (double *)dti_py_batch_add(&batch, ranks, PyBUF_WRITABLE, "d", sizeof *to, batch.rows, "ranks");
  ok = to != NULL;
  if (ok && states != Py_None) {
    options.states = (const uint8_t *)dti_py_batch_add(&batch, states, PyBUF_SIMPLE, "B?bc", 1, batch.rows, "states");
    ok = options.states != NULL;
  }
  if (ok && groups != Py_None) {
    options.groups = (const uint32_t *)dti_py_batch_add(&batch, groups, PyBUF_SIMPLE, "IL", 4, batch.rows, "groups");
    ok = options.groups != NULL;
  }
  if (ok) {
    options.method = (dti_rank_method)method;
    options.ascending = ascending;
    Py_BEGIN_ALLOW_THREADS
    status = dti_rank_points(from, batch.rows, &options, to, &failure);
    Py_END_ALLOW_THREADS
  }
  dti_py_batch_end(&batch);
  return dti_py_done(ok, status, failure);
}
%}
