/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Steps of replies and stages among the changes: kept as they were given, for they are taken only
 * when the list is applied, each after what stands before it. */
#include "base/number.h"
#include "base/time.h"
#include "diag/given.h"
#include "diag/options.h"
#include "model/changes.h"

#include <string.h>

/* A step in the list's own memory. */
static dti_status take_step(dti_changes *changes, const dti_history_step *step,
                            struct dti__history_step *out, dti_error **error)
{
    dti_history_step given = DTI_HISTORY_STEP_INIT;
    dti_status status = dti__options_read(step, &given, sizeof given, "dti_history_step", error);
    if (status != DTI_OK)
        return status;
    if (!given.at || !given.by)
        return dti__fail_null(error, given.at ? "by" : "at");
    if (!dti__time_read(given.at, &out->time))
        return dti__fail(error, DTI__MSG_NOT_TIME, DTI__ARGS(DTI__TEXT(given.at)));
    out->action = (int)given.action;
    return dti__history_take(&changes->arena, &given, out, error);
}

dti_status dti_changes_reply(dti_changes *changes, const char *code, const dti_history_step *step,
                             const char *points, dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_REPLY};
    int64_t amount = 0;
    int decimals = 0;
    if (!changes || !code || !step)
        return dti__fail_null(error, !changes ? "changes" : !code ? "code" : "step");
    dti_status status = dti__framework_find_node(changes->framework, code, &item.node, error);
    if (status != DTI_OK)
        return status;
    if (!changes->framework->nodes[item.node].rule)
        return dti__fail(error, DTI__MSG_REPLY_NOT_COMPONENT, DTI__ARGS(DTI__TEXT(code)));
    if (points && !dti__decimal_read(points, strlen(points), &amount, &decimals))
        return dti__fail(error, DTI__MSG_NOT_DECIMAL, DTI__ARGS(DTI__TEXT(points)));
    status = take_step(changes, step, &item.step, error);
    if (status == DTI_OK)
        status = dti__given_text(&changes->arena, points, "points", &item.step.points, error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}

dti_status dti_changes_stage(dti_changes *changes, const dti_history_step *step, int64_t deadline,
                             dti_error **error)
{
    struct dti__change item = {.kind = DTI_CHANGE_STAGE, .deadline = deadline};
    if (!changes || !step)
        return dti__fail_null(error, changes ? "step" : "changes");
    dti_status status = take_step(changes, step, &item.step, error);
    return status == DTI_OK ? dti__changes_take(changes, &item, error) : status;
}
