/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Programs: a framework compiled to column kernels, which score many units at the speed of
 * memory, with the bits that dti_score() gives for each of them.
 *
 * @code
 * dti_column columns[INPUTS] = {0};          // one per input of the framework
 * columns[input].values = shares;            // in the input's unit; no states: all present
 * int64_t *points = malloc(rows * sizeof *points);
 * dti_output output = {overall, DTI_MEASURE_POINTS, points};
 * dti_program_run(program, columns, &output, 1, 0, rows, NULL, &error);
 * @endcode
 */
#ifndef DTI_PROGRAM_H
#define DTI_PROGRAM_H

#include <dti/bounds.h>
#include <dti/dossier.h>

DTI_BEGIN_DECLS

/**
 * @brief A compiled framework, opaque, immutable, reference-counted; holds a reference on its
 * framework. Threads: shared.
 * @since 0.1
 */
typedef struct dti_program dti_program;

/**
 * @brief Working memory of runs, to be used again: calls that are given one allocate nothing.
 * Opaque, one owner. Threads: confined, one per thread.
 * @since 0.1
 */
typedef struct dti_scratch dti_scratch;

/** @brief Instructions that a program runs on. The results have the same bits on all of them.
 * @since 0.1 */
typedef enum dti_vectors {
    DTI_VECTORS_AUTO = 0,   /**< The widest that the machine has. */
    DTI_VECTORS_PLAIN = 1,  /**< One value at a time, on every machine. */
    DTI_VECTORS_AVX2 = 2,   /**< Four values at a time. */
    DTI_VECTORS_AVX512 = 3, /**< Eight values at a time. */
    DTI_VECTORS_FORCE_INT = 0x7fffffff
} dti_vectors;

/**
 * @brief Options of dti_program_new(). Zero in a field means its default.
 * @since 0.1
 */
typedef struct dti_program_options {
    size_t size; /**< sizeof(dti_program_options); set it with #DTI_PROGRAM_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the program; NULL: malloc(). */
    dti_vectors vectors;            /**< Instructions that it runs on. */
} dti_program_options;

/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_PROGRAM_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(dti_program_options), NULL, DTI_VECTORS_AUTO                                        \
    }

/**
 * @brief One input of many units. Borrowed during a call.
 *
 * At most one of states and validity is given; with neither, all are present. What stands in values
 * where nothing is present is never read as a number.
 * @since 0.1
 */
typedef struct dti_column {
    const double *values;    /**< In the input's unit (51.16 for 51.16 per cent): figures, the index
                                of a choice, 0 or 1, the number of items, 0 for a text. NULL: missing
                                in every row, or derived. What a dossier would count from its
                                evidence is no exception: columns hold what is reported. */
    const uint8_t *states;   /**< One #dti_state per row. */
    const uint8_t *validity; /**< One bit per row, least significant first, 1 for present and 0 for
                                missing: the bitmap of Apache Arrow. */
    size_t validity_offset;  /**< Bits to skip in validity: row 0 is bit validity_offset. */
} dti_column;

/** @brief What is wanted of a node. @since 0.1 */
typedef enum dti_measure {
    DTI_MEASURE_POINTS = 0,     /**< int64_t: points, in 10⁻⁹ point. */
    DTI_MEASURE_MAX_POINTS = 1, /**< int64_t: maximum that counts, without what is excluded. */
    DTI_MEASURE_UPPER = 2,      /**< int64_t: most points while values are open. */
    DTI_MEASURE_VALUE = 3,      /**< double: points ÷ maximum; 0 when the maximum is 0. */
    DTI_MEASURE_COVERAGE = 4, /**< double: share of the maximum that is decided; 1 when it is 0. */
    DTI_MEASURE_STATE = 5,    /**< uint8_t: #dti_state. */
    DTI_MEASURE_FORCE_INT = 0x7fffffff
} dti_measure;

/** @brief One output of a run: a measure of a node, for every row. @since 0.1 */
typedef struct dti_output {
    size_t node;         /**< In the framework: component, main indicator or index. */
    dti_measure measure; /**< What is written; it decides the type of @p data. */
    void *data; /**< Array of the measure's type, indexed by row like the columns; only the rows of
                   the run are written. */
} dti_output;

/**
 * @brief Called now and then during a long call. It may not use the scratch of a run.
 * @param context the pointer beside the callback.
 * @param done what is finished: rows of a run; elsewhere as the options of the call say.
 * @param total of all: rows of the run.
 * @return 0 to go on; anything else ends the call with #DTI_E_CANCELLED.
 * @since 0.1
 */
typedef int (*dti_progress_fn)(void *context, uint64_t done, uint64_t total);

/** @brief A value that is not a number counts as missing, as pandas and NumPy have it; without this
 * flag it is refused. @since 0.1 */
#define DTI_RUN_NAN_IS_MISSING 1u

/**
 * @brief Options of a run. Zero in a field means its default.
 * @since 0.1
 */
typedef struct dti_run_options {
    size_t size; /**< sizeof(dti_run_options); set it with #DTI_RUN_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Working memory without a scratch; memory of bounds; NULL:
                                       malloc(). */
    const dti_bounds *bounds; /**< For cohort rules; without, their components are not assessed. */
    dti_scratch *scratch;     /**< NULL: working memory of this call's own. */
    dti_progress_fn progress; /**< NULL: none. */
    void *progress_context;   /**< Handed to progress. */
    uint32_t flags;           /**< #DTI_RUN_NAN_IS_MISSING. */
    uint32_t block_rows;      /**< Rows worked on at a time, 0: what suits the caches. It changes
                                 speed and memory, never a result. */
} dti_run_options;

/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_RUN_OPTIONS_INIT                                                                       \
    {                                                                                              \
        sizeof(dti_run_options), NULL, NULL, NULL, NULL, NULL, 0, 0                                \
    }

/**
 * @brief Compile a framework.
 * @param framework shared: the program takes a reference.
 * @param options NULL: defaults.
 * @param[out] out the program, yours; written on success only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options), #DTI_E_NOT_FOUND (this machine or build
 * has no such instructions), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_program_new(const dti_framework *framework,
                                                  const dti_program_options *options,
                                                  dti_program **out, dti_error **error);
/** @brief Take a reference. @param program may be NULL. @return its argument. @since 0.1 */
DTI_API dti_program *dti_program_ref(const dti_program *program);
/** @brief Drop a reference. @param program may be NULL. @since 0.1 */
DTI_API void dti_program_unref(dti_program *program);
/** @brief The framework it was compiled from. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_program_framework(const dti_program *program);
/** @brief Instructions it runs on. @return #DTI_VECTORS_AUTO for NULL. @since 0.1 */
DTI_API dti_vectors dti_program_vectors(const dti_program *program);

/**
 * @brief Make working memory for runs of a program; it grows as runs need it.
 * @param program only programs of the same framework may use it.
 * @param allocator NULL: malloc().
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (allocator), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_scratch_new(const dti_program *program,
                                                  const dti_allocator *allocator, dti_scratch **out,
                                                  dti_error **error);
/** @brief Free working memory. @param scratch may be NULL. @since 0.1 */
DTI_API void dti_scratch_free(dti_scratch *scratch);

/**
 * @brief Score rows of columns, on the computed track.
 *
 * Rows are independent: ranges of the same columns and outputs may be run by several threads at
 * once, each with its own scratch. Only inputs that the wanted outputs need are read. A value that
 * a dossier could not hold (not finite, out of the input's range, no whole number, no such choice)
 * is refused.
 * @param columns one per input of the framework, in its order; see
 * dti_framework_input_find().
 * @param outputs what is wanted; any subset of nodes and measures.
 * @param output_count of outputs; 0 only checks the columns.
 * @param first the first row.
 * @param count of rows; 0 is allowed.
 * @param options NULL: defaults.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options, bounds of another framework), #DTI_E_VALUE
 * (a value is refused: the error names input, row and what was expected; its pointer is
 * "/input/row"), #DTI_E_CANCELLED, #DTI_E_NOMEM. On failure the outputs are undefined.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_program_run(const dti_program *program,
                                                  const dti_column *columns,
                                                  const dti_output *outputs, size_t output_count,
                                                  size_t first, size_t count,
                                                  const dti_run_options *options,
                                                  dti_error **error);

/**
 * @brief The bounds of rows of columns, for the cohort rules of the framework. Parts of a cohort
 * merge with dti_bounds_merge().
 * @param columns as in dti_program_run().
 * @param options bounds is not read; NULL: defaults.
 * @param[out] out the bounds, yours; written on success only.
 * @return as dti_program_run().
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_program_bounds(const dti_program *program,
                                                     const dti_column *columns, size_t first,
                                                     size_t count, const dti_run_options *options,
                                                     dti_bounds **out, dti_error **error);

DTI_END_DECLS

#endif
