/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/losses.h: Losses: where points were lost, why, who answers for it, and what the next step would bring. */

typedef enum dti_loss_kind {
  DTI_LOSS_COMPONENT,
  DTI_LOSS_UNALLOCATED,
  DTI_LOSS_WHOLE
} dti_loss_kind;

typedef enum dti_losses_by {
  DTI_LOSSES_BY_MAIN,
  DTI_LOSSES_BY_AGENCY,
  DTI_LOSSES_BY_CAUSE
} dti_losses_by;

typedef enum dti_losses_order {
  DTI_LOSSES_LARGEST,
  DTI_LOSSES_EASIEST
} dti_losses_order;

%rename(Losses) dti_losses;
typedef struct {} dti_losses;

%extend dti_losses {
  ~dti_losses() { dti_losses_unref($self); }

  static dti_status x_new(const dti_result *result, const dti_table *table, dti_losses **out, dti_error **error) {
    dti_losses_options options = DTI_LOSSES_OPTIONS_INIT;
    options.table = table;
    return dti_losses_new(result, &options, out, error);
  }
  const dti_result *result(void);
  size_t count(void);
  dti_loss_kind kind(size_t item);
  size_t node(size_t item);
  int64_t points(size_t item);
  int64_t certain(size_t item);
  dti_cause cause(size_t item);
  double share(size_t item);
  int64_t sum(size_t node);
  size_t group_count(dti_losses_by by);
  const char *group_id(dti_losses_by by, size_t group);
  const char *group_name(dti_losses_by by, size_t group, dti_lang lang);
  int64_t group_points(dti_losses_by by, size_t group);
  int64_t group_shared(dti_losses_by by, size_t group);
  size_t group_size(dti_losses_by by, size_t group);
  size_t group_item(dti_losses_by by, size_t group, size_t index);
  size_t step_count(void);
  size_t step(dti_losses_order order, size_t index);
  int64_t step_gain(size_t item, size_t node);
  dti_flag step_is_assumed(size_t item);
  dti_has step_rank(size_t item, size_t index, uint32_t *before, uint32_t *after);
  size_t cut_count(void);
  size_t cut_node(size_t cut);
  dti_track cut_from(size_t cut);
  dti_track cut_to(size_t cut);
  int64_t cut_points(size_t cut);
  const char *cut_explanation(size_t cut, dti_lang lang);
  dti_status write(const char *numbering, dti_lang lang, dti_text **out, dti_error **error);
}
