/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/scoreboard.h: Scoreboards: the points and ranks of a cohort kept up to date while single figures change, for a wall in
 * an operations centre or a what-if slider. */

%rename(Scoreboard) dti_scoreboard;
typedef struct {} dti_scoreboard;

%extend dti_scoreboard {
  ~dti_scoreboard() { dti_scoreboard_free($self); }

  dti_status set(size_t unit, size_t input, double value, dti_state state, dti_error **error);
  size_t count(void);
  const dti_program *program(void);
  double input(size_t unit, size_t input);
  dti_state input_state(size_t unit, size_t input);
  int64_t points(size_t unit, size_t node);
  int64_t max_points(size_t unit, size_t node);
  int64_t upper(size_t unit, size_t node);
  dti_state state(size_t unit, size_t node);
  uint32_t rank(size_t unit, size_t node);
  const int64_t *points_of_all(size_t node);
  const uint32_t *ranks_of_all(size_t node);
}
