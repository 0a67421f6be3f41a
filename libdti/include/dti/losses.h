/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Losses: where points were lost, why, who answers for it, and what the next step would
 * bring.
 *
 * An item is a loss that cannot be divided further: that of a component; the part of a main
 * indicator that its stated components do not account for; that of a node whose parts stand in no
 * source. The items below a node add up to its maximum minus its points, exactly, on every track.
 *
 * @code
 * dti_losses *losses = NULL;
 * if (dti_losses_new(result, NULL, &losses, &error) == DTI_OK)
 *     for (size_t i = 0; i < dti_losses_count(losses); i++)
 *         printf("%s %.2f\n", dti_framework_node_code(framework, dti_losses_node(losses, i), NULL),
 *                (double)dti_losses_points(losses, i) / DTI_POINT);
 * dti_losses_unref(losses);
 * @endcode
 */
#ifndef DTI_LOSSES_H
#define DTI_LOSSES_H

#include <dti/table.h>

DTI_BEGIN_DECLS

/**
 * @brief The losses of a result, opaque, immutable, reference-counted; holds a reference on its
 * result. Items have indices: the largest loss first (ties in the order of the framework). Threads:
 * shared.
 * @since 0.1
 */
typedef struct dti_losses dti_losses;

/** @brief What an item is. @since 0.1 */
typedef enum dti_loss_kind {
    DTI_LOSS_COMPONENT = 0,   /**< A component. */
    DTI_LOSS_UNALLOCATED = 1, /**< The rest of a main indicator: what its components without stated
                                 points lack together; negative when more is stated than is left. */
    DTI_LOSS_WHOLE = 2,       /**< A node above components, undivided: its parts stand in no source,
                                 or it has none. */
    DTI_LOSS_KIND_FORCE_INT = 0x7fffffff
} dti_loss_kind;

/** @brief Options of dti_losses_new(). Zero in a field means its default. @since 0.1 */
typedef struct dti_losses_options {
    size_t size; /**< sizeof(dti_losses_options); set it with #DTI_LOSSES_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the losses; NULL: malloc(). */
    const dti_table *table; /**< Where the unit stands among others, for ranks after a step; of the
                               result's framework; the losses take a reference; NULL: no ranks. */
} dti_losses_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_LOSSES_OPTIONS_INIT                                                                    \
    {                                                                                              \
        sizeof(dti_losses_options), NULL, NULL                                                     \
    }

/**
 * @brief List the losses of a result, on its track.
 * @param options NULL: defaults.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options; a table of another framework),
 * #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_losses_new(const dti_result *result,
                                                 const dti_losses_options *options,
                                                 dti_losses **out, dti_error **error);
/** @brief Take a reference. @param losses may be NULL. @return its argument. @since 0.1 */
DTI_API dti_losses *dti_losses_ref(const dti_losses *losses);
/** @brief Drop a reference. @param losses may be NULL. @since 0.1 */
DTI_API void dti_losses_unref(dti_losses *losses);
/** @brief The result. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_result *dti_losses_result(const dti_losses *losses);

/** @brief Number of items, those with a loss other than 0. @since 0.1 */
DTI_API size_t dti_losses_count(const dti_losses *losses);
/** @brief What an item is. @return #DTI_LOSS_COMPONENT when out of range. @since 0.1 */
DTI_API dti_loss_kind dti_losses_kind(const dti_losses *losses, size_t item);
/** @brief Node of an item: a component, or the node whose undivided loss it is. @return #DTI_NONE
 * when out of range. @since 0.1 */
DTI_API size_t dti_losses_node(const dti_losses *losses, size_t item);
/** @brief Points lost, in 10⁻⁹ point; what is open counts as lost. @since 0.1 */
DTI_API int64_t dti_losses_points(const dti_losses *losses, size_t item);
/** @brief Points lost whatever is still open, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_losses_certain(const dti_losses *losses, size_t item);
/** @brief Why. @return #DTI_CAUSE_NONE when out of range. @since 0.1 */
DTI_API dti_cause dti_losses_cause(const dti_losses *losses, size_t item);
/** @brief Share of the overall loss, as dti_result_loss_share_of_overall(). @since 0.1 */
DTI_API double dti_losses_share(const dti_losses *losses, size_t item);
/** @brief The losses of all items below a node, or of the node's own item, in 10⁻⁹ point: its
 * maximum minus its points. Of a weighted index both are weighted sums, each rounded once; of a
 * component whose loss lies in the unallocated part of its main indicator it is 0. @since 0.1 */
DTI_API int64_t dti_losses_sum(const dti_losses *losses, size_t node);

/** @brief By what items are put together. @since 0.1 */
typedef enum dti_losses_by {
    DTI_LOSSES_BY_MAIN = 0,   /**< Main indicator, in the order of the framework. */
    DTI_LOSSES_BY_AGENCY = 1, /**< Agency, largest loss first; the items of nobody last. An item
                                 with several agencies stands with each of them. */
    DTI_LOSSES_BY_CAUSE = 2,  /**< Cause, largest loss first. */
    DTI_LOSSES_BY_FORCE_INT = 0x7fffffff
} dti_losses_by;
/** @brief Number of groups that have items. @since 0.1 */
DTI_API size_t dti_losses_group_count(const dti_losses *losses, dti_losses_by by);
/** @brief Id of a group: code in the dossier's numbering, id of an agency ("" for nobody), id of a
 * cause. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_losses_group_id(const dti_losses *losses, dti_losses_by by, size_t group);
/** @brief Name of a group. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_losses_group_name(const dti_losses *losses, dti_losses_by by, size_t group,
                                          dti_lang lang);
/** @brief Points lost in a group, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_losses_group_points(const dti_losses *losses, dti_losses_by by, size_t group);
/** @brief Of those the points that other groups count too, in 10⁻⁹ point; 0 except by agency.
 * @since 0.1 */
DTI_API int64_t dti_losses_group_shared(const dti_losses *losses, dti_losses_by by, size_t group);
/** @brief Number of items of a group. @since 0.1 */
DTI_API size_t dti_losses_group_size(const dti_losses *losses, dti_losses_by by, size_t group);
/** @brief An item of a group, largest loss first; by main indicator in the order of codes, the
 * undivided rest last. @return an item; #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_losses_group_item(const dti_losses *losses, dti_losses_by by, size_t group,
                                     size_t index);

/** @brief In which order next steps are told. @since 0.1 */
typedef enum dti_losses_order {
    DTI_LOSSES_LARGEST = 0, /**< What brings the most points first. */
    DTI_LOSSES_EASIEST = 1, /**< One document, one answer, one unit that earns a whole tier first,
                               by points; then units and items, by points; then percentage points
                               and tiers that are further away, by points. */
    DTI_LOSSES_ORDER_FORCE_INT = 0x7fffffff
} dti_losses_order;
/** @brief Number of items that have a next step. @since 0.1 */
DTI_API size_t dti_losses_step_count(const dti_losses *losses);
/** @brief An item that has a next step, in an order. @return an item; #DTI_NONE when out of range.
 * @since 0.1 */
DTI_API size_t dti_losses_step(const dti_losses *losses, dti_losses_order order, size_t index);
/** @brief What the next step of an item brings to a node (the component, its main indicator, an
 * index), in 10⁻⁹ point: at most what the item lacks. The step in words is
 * dti_result_step_format(). @return 0 for other nodes. @since 0.1 */
DTI_API int64_t dti_losses_step_gain(const dti_losses *losses, size_t item, size_t node);
/** @brief True (1) if the rule behind the step is assumed. @since 0.1 */
DTI_API int dti_losses_step_is_assumed(const dti_losses *losses, size_t item);
/**
 * @brief Where the unit would stand in an index after the next step of an item, the others
 * unchanged: its rank by what the table knows of the others.
 *
 * The step is added to what the table has of the unit; if the table is of another year, to the
 * points of the result. Printed amounts may be anything that rounds to them; a unit of which only
 * the rank is printed lies between those whose amounts are known. What that leaves open is not
 * told. Ties share the better rank.
 * @param index a main indicator, an index, or what stands between them and components. @param[out]
 * before rank now; may be NULL. @param[out] after likewise.
 * @return 1 if it can be told (there is a table with a row of the unit, the step brings something
 * to the node, and both ranks are certain), else 0. @since 0.1
 */
DTI_API int dti_losses_step_rank(const dti_losses *losses, size_t item, size_t index,
                                 uint32_t *before, uint32_t *after);

/** @brief Number of differences between the tracks of a node: self-assessed to appraised, appraised
 * to final (self-assessed to final where nothing was appraised); components, and main indicators
 * all of whose points are known on both tracks; in the order of the framework. @since 0.1 */
DTI_API size_t dti_losses_cut_count(const dti_losses *losses);
/** @brief Node of a difference. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_losses_cut_node(const dti_losses *losses, size_t cut);
/** @brief The earlier track. @return #DTI_TRACK_DEFAULT when out of range. @since 0.1 */
DTI_API dti_track dti_losses_cut_from(const dti_losses *losses, size_t cut);
/** @brief The later track, likewise. @since 0.1 */
DTI_API dti_track dti_losses_cut_to(const dti_losses *losses, size_t cut);
/** @brief Points that went, in 10⁻⁹ point: earlier − later; negative when points were added. @since
 * 0.1 */
DTI_API int64_t dti_losses_cut_points(const dti_losses *losses, size_t cut);
/** @brief The explanation that the dossier gives for the later track. @return borrowed; "" if none.
 * @since 0.1 */
DTI_API const char *dti_losses_cut_explanation(const dti_losses *losses, size_t cut, dti_lang lang);

/** @brief Write losses as a document (docs/formats.md, schema losses.schema.json). @param numbering
 * of codes; NULL: the dossier's. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOT_FOUND (numbering), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_losses_write(const dti_losses *losses, const char *numbering,
                                                   dti_lang lang, dti_text **out,
                                                   dti_error **error);

DTI_END_DECLS

#endif
