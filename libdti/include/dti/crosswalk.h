/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Crosswalks: which nodes of two frameworks answer to each other, and how far they can be
 * compared.
 *
 * Needed only to compare years of two frameworks; dti_comparison_new() takes the built-in one by
 * itself. What stands in no pair is not comparable.
 */
#ifndef DTI_CROSSWALK_H
#define DTI_CROSSWALK_H

#include <dti/framework.h>

DTI_BEGIN_DECLS

/**
 * @brief A crosswalk: which nodes of two frameworks answer to each other. Opaque, immutable,
 * reference-counted; holds references on both frameworks. Pairs have indices in the order of the
 * document. Threads: shared.
 * @since 0.1
 */
typedef struct dti_crosswalk dti_crosswalk;

/** @brief What became of nodes. @since 0.1 */
typedef enum dti_crosswalk_kind {
    DTI_CROSSWALK_SAME = 0,     /**< One to one. */
    DTI_CROSSWALK_RESCALED = 1, /**< One to one, with another maximum. */
    DTI_CROSSWALK_SPLIT = 2,    /**< One to several. */
    DTI_CROSSWALK_MERGED = 3,   /**< Several to one. */
    DTI_CROSSWALK_NEW = 4,      /**< Only after. */
    DTI_CROSSWALK_RETIRED = 5,  /**< Only before. */
    DTI_CROSSWALK_KIND_FORCE_INT = 0x7fffffff
} dti_crosswalk_kind;
/** @brief Word for a kind. @return static text. @since 0.1 */
DTI_API const char *dti_crosswalk_kind_name(dti_crosswalk_kind kind, dti_lang lang);
/** @brief How much of two nodes can be compared; each level holds those below it. @since 0.1 */
typedef enum dti_comparable {
    DTI_COMPARABLE_NONE = 0,   /**< Nothing. */
    DTI_COMPARABLE_RANK = 1,   /**< Ranks. */
    DTI_COMPARABLE_VALUE = 2,  /**< Values, and ranks. */
    DTI_COMPARABLE_POINTS = 3, /**< Points, and all else. */
    DTI_COMPARABLE_FORCE_INT = 0x7fffffff
} dti_comparable;
/** @brief Word for it. @return static text. @since 0.1 */
DTI_API const char *dti_comparable_name(dti_comparable comparable, dti_lang lang);

/** @brief Number of built-in crosswalks. @since 0.1 */
DTI_API size_t dti_crosswalk_builtin_count(void);
/** @brief Id of a built-in crosswalk. @return static text; "" when out of range. @since 0.1 */
DTI_API const char *dti_crosswalk_builtin_id(size_t index);
/** @brief A built-in crosswalk. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOT_FOUND, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_crosswalk_builtin(const char *id,
                                                        const dti_parse_options *options,
                                                        dti_crosswalk **out, dti_error **error);
/** @brief Read a crosswalk from JSON text (docs/formats.md, schema crosswalk.schema.json). @param
 * from the framework before; NULL: the built-in one. @param to the framework after; NULL: the
 * built-in one. @param[out] out yours. @return as dti_dossier_parse(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_crosswalk_parse(const char *text, size_t length,
                                                      const dti_framework *from,
                                                      const dti_framework *to,
                                                      const dti_parse_options *options,
                                                      dti_crosswalk **out, dti_error **error);
/** @brief Read a crosswalk from a file. @return as dti_crosswalk_parse(), and #DTI_E_IO. @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_crosswalk_load(const char *path, const dti_framework *from,
                                                     const dti_framework *to,
                                                     const dti_parse_options *options,
                                                     dti_crosswalk **out, dti_error **error);
/** @brief All findings of a crosswalk's document, nodes in no pair included. @return as
 * dti_dossier_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_crosswalk_check(const char *text, size_t length,
                                                      const dti_framework *from,
                                                      const dti_framework *to,
                                                      const dti_parse_options *options,
                                                      dti_report **report, dti_error **error);
/** @brief Take a reference. @param crosswalk may be NULL. @return its argument. @since 0.1 */
DTI_API dti_crosswalk *dti_crosswalk_ref(const dti_crosswalk *crosswalk);
/** @brief Drop a reference. @param crosswalk may be NULL. @since 0.1 */
DTI_API void dti_crosswalk_unref(dti_crosswalk *crosswalk);
/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_crosswalk_id(const dti_crosswalk *crosswalk);
/** @brief Version. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_crosswalk_version(const dti_crosswalk *crosswalk);
/** @brief Title. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_crosswalk_title(const dti_crosswalk *crosswalk, dti_lang lang);
/** @brief Digest. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_crosswalk_digest(const dti_crosswalk *crosswalk);
/** @brief The framework before. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_crosswalk_from(const dti_crosswalk *crosswalk);
/** @brief The framework after. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_crosswalk_to(const dti_crosswalk *crosswalk);
/** @brief Number of pairs. @since 0.1 */
DTI_API size_t dti_crosswalk_count(const dti_crosswalk *crosswalk);
/** @brief Kind of a pair. @return #DTI_CROSSWALK_SAME when out of range. @since 0.1 */
DTI_API dti_crosswalk_kind dti_crosswalk_pair_kind(const dti_crosswalk *crosswalk, size_t pair);
/** @brief How much of a pair can be compared. @since 0.1 */
DTI_API dti_comparable dti_crosswalk_pair_comparable(const dti_crosswalk *crosswalk, size_t pair);
/** @brief Remark on a pair: why not more. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_crosswalk_pair_note(const dti_crosswalk *crosswalk, size_t pair,
                                            dti_lang lang);
/** @brief Who says so. @return #DTI_PROVENANCE_UNKNOWN when out of range. @since 0.1 */
DTI_API dti_provenance dti_crosswalk_pair_provenance(const dti_crosswalk *crosswalk, size_t pair);
/** @brief Title of the source behind that provenance. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_crosswalk_pair_provenance_source(const dti_crosswalk *crosswalk,
                                                         size_t pair, dti_lang lang);
/** @brief Number of nodes of a pair before. @since 0.1 */
DTI_API size_t dti_crosswalk_pair_from_count(const dti_crosswalk *crosswalk, size_t pair);
/** @brief A node before. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_crosswalk_pair_from(const dti_crosswalk *crosswalk, size_t pair, size_t index);
/** @brief Number of nodes of a pair after. @since 0.1 */
DTI_API size_t dti_crosswalk_pair_to_count(const dti_crosswalk *crosswalk, size_t pair);
/** @brief A node after. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_crosswalk_pair_to(const dti_crosswalk *crosswalk, size_t pair, size_t index);

DTI_END_DECLS

#endif
