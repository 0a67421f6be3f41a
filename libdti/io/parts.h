/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Parts that several kinds of documents share: provenance, lists of names, quantities, figures,
 * sources, findings. */
#ifndef DTI_IO_PARTS_H
#define DTI_IO_PARTS_H

#include "io/document.h"
#include "io/tree.h"
#include "model/dossier.h"

#define DTI__MOST_OPERANDS 256    /* of one quantity, rule or list within a rule */
#define DTI__MOST_LIST     100000 /* of inputs, constraints, figures and the like */

/* One row of a table for dti__read_object(). */
#define DTI__FIELD(structure, member, key, type, flags)                                            \
    {                                                                                              \
        key, DTI__FIELD_##type, flags, offsetof(structure, member), 0, 0, NULL                     \
    }
#define DTI__FIELD_IN(structure, member, key, type, flags, low, high)                              \
    {                                                                                              \
        key, DTI__FIELD_##type, flags, offsetof(structure, member), low, high, NULL                \
    }
#define DTI__FIELD_OF(structure, member, key, words, flags)                                        \
    {                                                                                              \
        key, DTI__FIELD_WORD, flags, offsetof(structure, member), 0, 0, words                      \
    }
#define DTI__READ(reader, object, path, fields, target)                                            \
    dti__read_object(reader, object, path, fields, sizeof(fields) / sizeof(fields)[0], target)

extern const char *const dti__provenance_words[];
extern const char *const dti__state_words[]; /* in the order of dti_state, "present" included */
extern const char *const dti__track_words[]; /* self, appraised, final */
extern const char *const dti__origin_words[];

/* The member of an object by name; NULL if it is not there. */
const cJSON *dti__member(const cJSON *object, const char *key);

/* Zeroed room for the items of an array (NULL is an empty one), at most `most`: too many are
 * reported and cut. NULL when out of memory (remembered). */
void *dti__read_room(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                     size_t size, size_t most, size_t *count);

/* Objects of one table as an array of structs. */
struct dti__list {
    const struct dti__field *fields;
    size_t field_count;
    size_t size;         /* of a struct */
    const void *initial; /* what a struct is before it is read; NULL: zeroed */
    size_t most;
    bool drops_faulty; /* a faulty object is left as `initial`: nothing further is to be said of it
                        */
};
#define DTI__LIST(fields, structure, initial, most)                                                \
    {                                                                                              \
        fields, sizeof(fields) / sizeof(fields)[0], sizeof(structure), initial, most, false        \
    }

/* Reads a list (NULL is an empty one); each fault is reported at its item. NULL when out of memory
 * (remembered). */
void *dti__read_list(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                     const struct dti__list *list, size_t *count);

/* A list of texts of one type. */
const char **dti__read_texts(struct dti__reader *reader, const cJSON *array,
                             const struct dti__path *path, enum dti__field_type type, size_t most,
                             size_t *count);

/* Reports each text that stood in the list before. */
void dti__check_different(struct dti__reader *reader, const struct dti__path *path,
                          const char *const *texts, size_t count);
/* Reports a text that is not "sha256:" and 64 hexadecimal digits; NULL is not given. */
void dti__check_hash(struct dti__reader *reader, const struct dti__path *path, const char *text);

void dti__read_provenance(struct dti__reader *reader, const cJSON *object,
                          const struct dti__path *path, struct dti__provenance *out);
void dti__read_quantity(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__quantity *out);
void dti__read_sources(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                       struct dti__source **sources, size_t *count);
/* The top member "numbering": the framework's default where there is none. False if the framework
 * has no such one, which is reported. */
bool dti__read_numbering(struct dti__reader *reader, const dti_framework *framework,
                         const char **numbering);
/* A value as its input's kind wants it. False if it was refused. */
bool dti__read_figure(struct dti__reader *reader, const dti_framework *framework, size_t input,
                      const cJSON *value, const struct dti__path *path, struct dti__figure *figure);

/* The member "sources". */
void dti__write_sources(struct dti__writer *writer, cJSON *tree, const struct dti__source *sources,
                        size_t count);
/* A finding as an item of an array, to which more can be added; NULL when out of memory. */
cJSON *dti__write_finding(struct dti__writer *writer, cJSON *array, const dti_report *report,
                          size_t index, dti_lang lang);

/* "dti-framework/1": another kind or version of document is refused. */
bool dti__check_format(struct dti__reader *reader, const cJSON *tree, const char *format);

#endif
