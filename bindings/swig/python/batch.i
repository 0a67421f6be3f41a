/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Runs over columns. They let other threads go on, which may write into the buffers meanwhile: of that only wrong numbers may
 * come. A run counts with what it reads and looks nothing up by it; what does is given copies. */

%include "columns.i"

%{
/* Called between blocks of rows, or of work, without the lock. Ctrl-C and whatever the user's function raises end the call; the
 * exception waits in this thread until it is back. */
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
%}

%typemap(in) (dti_progress_fn progress, void *progress_context) {
  if ($input != Py_None && !PyCallable_Check($input)) {
    PyErr_Format(PyExc_TypeError, "progress: expected a function, not %s", Py_TYPE($input)->tp_name);
    SWIG_fail;
  }
  $1 = dti_py_progress;
  $2 = $input == Py_None ? NULL : $input;
}

%{
/* What is borrowed for one call. */
typedef struct {
  dti_output *outputs;
  Py_buffer *views;
  size_t count; /* of views */
} dti_py_outputs;

static void dti_py_outputs_end(dti_py_outputs *outputs)
{
  size_t i = 0;
  for (i = 0; i < outputs->count; i++)
    PyBuffer_Release(&outputs->views[i]);
  PyMem_Free(outputs->views);
  PyMem_Free(outputs->outputs);
}

static const dti_py_items_of *dti_py_items_of_measure(dti_measure measure)
{
  switch (measure) {
  case DTI_MEASURE_VALUE:
  case DTI_MEASURE_COVERAGE:
    return &dti_py_float64;
  case DTI_MEASURE_STATE:
    return &dti_py_uint8;
  default:
    return &dti_py_int64;
  }
}

static int dti_py_output(dti_py_outputs *outputs, PyObject *item, size_t rows)
{
  dti_output *output = &outputs->outputs[outputs->count];
  Py_buffer *view = &outputs->views[outputs->count];
  Py_ssize_t node = 0;
  int measure = 0;
  PyObject *data = NULL;
  char number[32];
  if (!PyTuple_Check(item)) {
    PyErr_SetString(PyExc_TypeError, "output: expected (node, measure, buffer)");
    return 0;
  }
  if (!PyArg_ParseTuple(item, "niO", &node, &measure, &data))
    return 0;
  PyOS_snprintf(number, sizeof number, "%zu", outputs->count);
  output->node = (size_t)node; /* the library looks whether there is one */
  output->measure = (dti_measure)measure;
  if (!dti_py_borrow(data, view, 1, dti_py_items_of_measure(output->measure), "output ", number))
    return 0;
  outputs->count++;
  output->data = view->buf ? view->buf : (void *)outputs->views; /* of no items: never NULL */
  if (view->ndim == 1 && (size_t)view->shape[0] >= rows)
    return 1;
  PyErr_Format(PyExc_ValueError, "output %s: expected one dimension of %zu rows", number, rows);
  return 0;
}

static int dti_py_outputs_begin(dti_py_outputs *outputs, PyObject *list, size_t rows)
{
  size_t count = 0;
  size_t i = 0;
  PyObject *items = dti_py_items(list, &count);
  int ok = items != NULL;
  if (ok) {
    outputs->outputs = (dti_output *)PyMem_Calloc(count + 1, sizeof *outputs->outputs);
    outputs->views = (Py_buffer *)PyMem_Calloc(count + 1, sizeof *outputs->views);
    ok = outputs->outputs && outputs->views;
    if (!ok)
      PyErr_NoMemory();
  }
  for (i = 0; ok && i < count; i++)
    ok = dti_py_output(outputs, PyTuple_GetItem(items, (Py_ssize_t)i), rows);
  Py_XDECREF(items);
  return ok;
}

/* The bytes of a buffer from first on to end. */
typedef struct {
  uintptr_t first;
  uintptr_t end;
} dti_py_extent;

static dti_py_extent dti_py_extent_of(const Py_buffer *view)
{
  const uintptr_t first = (uintptr_t)view->buf;
  return (dti_py_extent){first, first + (uintptr_t)view->len};
}

static int dti_py_share(dti_py_extent a, dti_py_extent b)
{
  return a.first < b.end && b.first < a.end;
}

/* Outputs are worked in and written while columns are read. */
static int dti_py_are_apart(const dti_py_columns *columns, const dti_py_outputs *outputs, size_t first, size_t count)
{
  dti_py_extent all = {UINTPTR_MAX, 0};
  size_t i = 0;
  size_t k = 0;
  for (i = 0; i < columns->view_count; i++) {
    const dti_py_extent own = dti_py_extent_of(&columns->views[i]);
    all.first = own.first < all.first ? own.first : all.first;
    all.end = own.end > all.end ? own.end : all.end;
  }
  for (i = 0; count > 0 && i < outputs->count; i++) {
    const uintptr_t width = (uintptr_t)outputs->views[i].itemsize;
    dti_py_extent own = dti_py_extent_of(&outputs->views[i]);
    int is_apart = 1;
    own.first += first * width; /* only the rows of the run are written */
    own.end = own.first + count * width;
    for (k = 0; is_apart && dti_py_share(own, all) && k < columns->view_count; k++)
      is_apart = !dti_py_share(own, dti_py_extent_of(&columns->views[k]));
    for (k = 0; is_apart && k < i; k++) {
      dti_py_extent other = dti_py_extent_of(&outputs->views[k]);
      other.first += first * (uintptr_t)outputs->views[k].itemsize;
      other.end = other.first + count * (uintptr_t)outputs->views[k].itemsize;
      is_apart = !dti_py_share(own, other);
    }
    if (is_apart)
      continue;
    PyErr_Format(PyExc_ValueError, "output %zu: shares memory with a column or another output", i);
    return 0;
  }
  return 1;
}

/* Whether columns are of a program and have the rows. */
static int dti_py_columns_fit(const dti_program *program, const dti_py_columns *columns, size_t first, size_t count)
{
  if (columns->framework != dti_program_framework(program))
    PyErr_SetString(PyExc_ValueError, "columns: they are of another framework");
  else if (first > columns->rows || count > columns->rows - first)
    PyErr_Format(PyExc_ValueError, "rows: there are %zu", columns->rows);
  else
    return 1;
  return 0;
}

static PyObject *dti_py_done(int ok, dti_status status, dti_error *failure)
{
  if (!ok || dti_py_failed(status, failure))
    return NULL;
  return SWIG_Py_Void();
}
%}

%extend dti_program {
  /* outputs: [(node, measure, writable buffer)], with an item for every row up to the last of the run. */
  PyObject *x_run(const dti_py_columns *columns, PyObject *outputs, size_t first, size_t count, const dti_bounds *bounds,
                  dti_scratch *scratch, dti_progress_fn progress, void *progress_context, uint32_t flags) {
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_py_outputs wanted = {NULL, NULL, 0};
    dti_error *failure = NULL;
    dti_status status = DTI_OK;
    int ok = dti_py_columns_fit($self, columns, first, count) && dti_py_outputs_begin(&wanted, outputs, first + count) &&
             dti_py_are_apart(columns, &wanted, first, count);
    if (ok) {
      options.bounds = bounds;
      options.scratch = scratch;
      options.progress = progress;
      options.progress_context = progress_context;
      options.flags = flags;
      Py_BEGIN_ALLOW_THREADS
      status = dti_program_run($self, columns->columns, wanted.outputs, wanted.count, first, count, &options, &failure);
      Py_END_ALLOW_THREADS
    }
    dti_py_outputs_end(&wanted);
    return dti_py_done(ok, status, failure);
  }

  PyObject *x_bounds(const dti_py_columns *columns, size_t first, size_t count, dti_scratch *scratch, dti_progress_fn progress,
                     void *progress_context, uint32_t flags) {
    dti_run_options options = DTI_RUN_OPTIONS_INIT;
    dti_bounds *bounds = NULL;
    dti_error *failure = NULL;
    dti_status status = DTI_OK;
    if (!dti_py_columns_fit($self, columns, first, count))
      return NULL;
    options.scratch = scratch;
    options.progress = progress;
    options.progress_context = progress_context;
    options.flags = flags;
    Py_BEGIN_ALLOW_THREADS
    status = dti_program_bounds($self, columns->columns, first, count, &options, &bounds, &failure);
    Py_END_ALLOW_THREADS
    if (!dti_py_failed(status, failure))
      return SWIG_NewPointerObj(bounds, SWIGTYPE_p_dti_bounds, SWIG_POINTER_OWN);
    dti_bounds_unref(bounds);
    return NULL;
  }

  /* The columns are copied first: the library checks them, and then reads them again. */
  PyObject *x_scoreboard(const dti_py_columns *columns, const dti_bounds *bounds, const uint32_t *groups, size_t group_count,
                         uint32_t flags) {
    dti_scoreboard_options options = DTI_SCOREBOARD_OPTIONS_INIT;
    dti_scoreboard *board = NULL;
    dti_error *failure = NULL;
    dti_status status = DTI_OK;
    dti_column *own = NULL;
    void *memory = NULL;
    if (!dti_py_columns_fit($self, columns, 0, columns->rows))
      return NULL;
    if (columns->rows == 0 || columns->rows > 65535) {
      PyErr_Format(PyExc_ValueError, "a scoreboard has 1 to 65,535 units, not %zu", columns->rows);
      return NULL;
    }
    if (groups && group_count != columns->rows) {
      PyErr_Format(PyExc_ValueError, "groups: expected %zu, one for each unit, found %zu", columns->rows, group_count);
      return NULL;
    }
    own = (dti_column *)PyMem_Calloc(dti_framework_input_count(columns->framework) + 1, sizeof *own);
    if (!own)
      return PyErr_NoMemory();
    if (dti_py_columns_copy(columns, own, &memory)) {
      options.bounds = bounds;
      options.groups = groups;
      options.flags = flags;
      Py_BEGIN_ALLOW_THREADS
      status = dti_scoreboard_new($self, own, columns->rows, &options, &board, &failure);
      Py_END_ALLOW_THREADS
    }
    PyMem_Free(memory);
    PyMem_Free(own);
    if (!memory || dti_py_failed(status, failure)) {
      dti_scoreboard_free(board);
      return NULL;
    }
    return SWIG_NewPointerObj(board, SWIGTYPE_p_dti_scoreboard, SWIG_POINTER_OWN);
  }
}

%{
#define DTI_PY_FEW 256 /* ranked without working memory */

/* What is borrowed for one ranking. */
typedef struct {
  Py_buffer views[4];
  size_t count; /* of views */
  size_t rows;
} dti_py_ranking;

static Py_buffer *dti_py_ranking_add(dti_py_ranking *ranking, PyObject *object, int is_written, const dti_py_items_of *items,
                                     const char *what)
{
  Py_buffer *view = &ranking->views[ranking->count];
  if (!dti_py_borrow(object, view, is_written, items, what, ""))
    return NULL;
  ranking->count++;
  if (ranking->count == 1 && view->ndim == 1)
    ranking->rows = (size_t)view->shape[0];
  if (view->ndim == 1 && (size_t)view->shape[0] == ranking->rows)
    return view;
  PyErr_Format(PyExc_ValueError, "%s: expected one dimension of %zu items", what, ranking->rows);
  return NULL;
}

/* The ranks of many units are memory to work in, which nobody else may write to meanwhile. It asks for twice as much as it
 * touches: malloc() of the GNU library then expects such blocks and keeps the pages, which otherwise come anew with every call and
 * take a third of its time. */
static dti_status dti_py_rank(const dti_py_ranking *ranking, const dti_rank_options *options, double *ranks, dti_error **error)
{
  const int64_t *points = (const int64_t *)ranking->views[0].buf;
  double *own = ranking->rows > DTI_PY_FEW ? (double *)malloc(2 * ranking->rows * sizeof *own) : NULL;
  dti_status status = DTI_OK;
  if (ranking->rows > DTI_PY_FEW && !own)
    return DTI_E_NOMEM;
  status = dti_rank_points(points, ranking->rows, options, own ? own : ranks, error);
  if (own && status == DTI_OK)
    memcpy(ranks, own, ranking->rows * sizeof *own);
  free(own);
  return status;
}

/* points: int64; ranks: writable float64, as many; states: bytes or None; groups: uint32 or None. */
static PyObject *x_rank_points(PyObject *points, PyObject *ranks, PyObject *states, PyObject *groups, int method, int ascending)
{
  dti_rank_options options = DTI_RANK_OPTIONS_INIT;
  dti_py_ranking ranking;
  dti_error *failure = NULL;
  dti_status status = DTI_OK;
  const Py_buffer *of_states = NULL;
  const Py_buffer *of_groups = NULL;
  const Py_buffer *to = NULL;
  int ok = 0;
  size_t i = 0;
  memset(&ranking, 0, sizeof ranking);
  ok = dti_py_ranking_add(&ranking, points, 0, &dti_py_int64, "points") != NULL &&
       (to = dti_py_ranking_add(&ranking, ranks, 1, &dti_py_float64, "ranks")) != NULL &&
       (states == Py_None || (of_states = dti_py_ranking_add(&ranking, states, 0, &dti_py_uint8, "states")) != NULL) &&
       (groups == Py_None || (of_groups = dti_py_ranking_add(&ranking, groups, 0, &dti_py_uint32, "groups")) != NULL);
  for (i = 0; ok && i < ranking.count; i++)
    if (&ranking.views[i] != to && dti_py_share(dti_py_extent_of(to), dti_py_extent_of(&ranking.views[i]))) {
      PyErr_SetString(PyExc_ValueError, "ranks: share memory with what they are made of");
      ok = 0;
    }
  if (ok && ranking.rows > 0) {
    options.method = (dti_rank_method)method;
    options.ascending = ascending;
    options.states = of_states ? (const uint8_t *)of_states->buf : NULL;
    options.groups = of_groups ? (const uint32_t *)of_groups->buf : NULL;
    Py_BEGIN_ALLOW_THREADS
    status = dti_py_rank(&ranking, &options, (double *)to->buf, &failure);
    Py_END_ALLOW_THREADS
  }
  for (i = 0; i < ranking.count; i++)
    PyBuffer_Release(&ranking.views[i]);
  if (status == DTI_E_NOMEM && !failure)
    return PyErr_NoMemory();
  return dti_py_done(ok, status, failure);
}
%}

PyObject *x_rank_points(PyObject *points, PyObject *ranks, PyObject *states, PyObject *groups, int method, int ascending);
