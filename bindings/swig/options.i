/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/options.h: how a document is read. */

%{
/* The options, and what they point at: copied and referenced, so that no language has to keep it alive. */
typedef struct {
  dti_parse_options options; /* first: a pointer to it is one to the whole */
  char *source_name;
  dti_framework *base;
} dti_owned_options;

static dti_owned_options *dti_owned(dti_parse_options *options)
{
  return (dti_owned_options *)(void *)options;
}
%}

%rename(ParseOptions) dti_parse_options;
typedef struct {} dti_parse_options;

%extend dti_parse_options {
  dti_parse_options(void) {
    const dti_parse_options fresh = DTI_PARSE_OPTIONS_INIT;
    dti_owned_options *owned = (dti_owned_options *)calloc(1, sizeof *owned);
    if (!owned)
      return NULL;
    owned->options = fresh;
    return &owned->options;
  }

  ~dti_parse_options() {
    dti_owned_options *owned = dti_owned($self);
    free(owned->source_name);
    dti_framework_unref(owned->base);
    free(owned);
  }

  /* Name of the document in messages. */
  void x_name_source(const char *name) {
    dti_owned_options *owned = dti_owned($self);
    char *copy = name ? (char *)malloc(strlen(name) + 1) : NULL;
    if (copy)
      strcpy(copy, name);
    free(owned->source_name);
    owned->source_name = copy;
    $self->source_name = copy;
  }

  /* The framework that an overlay extends. */
  void x_set_base(const dti_framework *base) {
    dti_owned_options *owned = dti_owned($self);
    dti_framework_unref(owned->base);
    owned->base = dti_framework_ref(base);
    $self->base = owned->base;
  }

  /* Limits; 0 is the library's own. */
  void x_limit(uint32_t depth, uint64_t bytes, uint32_t values, uint32_t string) {
    $self->max_depth = depth;
    $self->max_bytes = bytes;
    $self->max_values = values;
    $self->max_string = string;
  }
}
