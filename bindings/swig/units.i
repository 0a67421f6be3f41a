/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/units.h: Units: who is assessed. Provinces (or ministries, districts, communes) through changes of name, code and
 * border. */

typedef enum dti_unit_part {
  DTI_UNIT_ID,
  DTI_UNIT_NAMES,
  DTI_UNIT_CODES,
  DTI_UNIT_GROUP,
  DTI_UNIT_PREDECESSORS
} dti_unit_part;

%rename(Units) dti_units;
typedef struct {} dti_units;

%extend dti_units {
  ~dti_units() { dti_units_unref($self); }

  static size_t builtin_count(void);
  static const char *builtin_id(size_t index);
  static dti_status builtin(const char *id, const dti_parse_options *options, dti_units **out, dti_error **error);
  static dti_status parse(const char *text, size_t length, const dti_parse_options *options, dti_units **out,
                          dti_error **error);
  static dti_status load(const char *path, const dti_parse_options *options, dti_units **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_parse_options *options, dti_report **report,
                          dti_error **error);
  const char *id(void);
  const char *version(void);
  const char *title(dti_lang lang);
  const char *level(void);
  const char *digest(void);
  size_t system_count(void);
  const char *system_id(size_t index);
  const char *system_name(size_t index, dti_lang lang);
  size_t group_count(void);
  const char *group_id(size_t group);
  const char *group_name(size_t group, dti_lang lang);
  size_t count(void);
  const char *unit_id(size_t entry);
  const char *unit_code(size_t entry, const char *system);
  const char *unit_name(size_t entry, dti_lang lang);
  size_t unit_alias_count(size_t entry);
  const char *unit_alias(size_t entry, size_t index);
  size_t unit_group(size_t entry);
  const char *unit_parent(size_t entry);
  const char *unit_from(size_t entry);
  const char *unit_until(size_t entry);
  size_t unit_predecessor_count(size_t entry);
  size_t unit_predecessor(size_t entry, size_t index);
  size_t unit_successor_count(size_t entry);
  size_t unit_successor(size_t entry, size_t index);
  int64_t unit_population(size_t entry, int32_t year);
  dti_flag is_same(size_t a, size_t b);
  dti_provenance unit_provenance(size_t entry, dti_unit_part part);
  const char *unit_provenance_source(size_t entry, dti_unit_part part, dti_lang lang);
  const char *unit_provenance_note(size_t entry, dti_unit_part part, dti_lang lang);
  dti_flag is_valid(size_t entry, const char *day);
  size_t find(const char *id, const char *day);
  dti_status resolve(const char *text, const char *day, size_t *out, dti_error **error);
  dti_status write(const size_t *entries, size_t count, dti_text **out, dti_error **error);
}
