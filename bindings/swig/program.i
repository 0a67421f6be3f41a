/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/program.h: Programs: a framework compiled to column kernels, which score many units at the speed of memory, with the
 * bits that dti_score() gives for each of them. */

typedef enum dti_vectors {
  DTI_VECTORS_AUTO,
  DTI_VECTORS_PLAIN,
  DTI_VECTORS_AVX2,
  DTI_VECTORS_AVX512
} dti_vectors;

typedef enum dti_measure {
  DTI_MEASURE_POINTS,
  DTI_MEASURE_MAX_POINTS,
  DTI_MEASURE_UPPER,
  DTI_MEASURE_VALUE,
  DTI_MEASURE_COVERAGE,
  DTI_MEASURE_STATE
} dti_measure;

%rename(Program) dti_program;
typedef struct {} dti_program;

%rename(Scratch) dti_scratch;
typedef struct {} dti_scratch;

%extend dti_program {
  ~dti_program() { dti_program_unref($self); }

  static dti_status x_new(const dti_framework *framework, dti_vectors vectors, dti_program **out, dti_error **error) {
    dti_program_options options = DTI_PROGRAM_OPTIONS_INIT;
    options.vectors = vectors;
    return dti_program_new(framework, &options, out, error);
  }
  const dti_framework *framework(void);
  dti_vectors vectors(void);
}

%extend dti_scratch {
  ~dti_scratch() { dti_scratch_free($self); }

  static dti_status new(const dti_program *program, const dti_allocator *allocator, dti_scratch **out, dti_error **error);
}
