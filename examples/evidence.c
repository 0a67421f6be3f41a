/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* From a signed document to points that stand: evidence DOSSIER.json
 *
 * A broadcasting schedule is recorded, handed in and accepted; before and after, the points of
 * component 1.8 that evidence carries are printed. */
#include <dti/dti.h>

#include <stdio.h>

enum {
    MESSAGE_SIZE = 512,
    FIGURE_SIZE = 32
};

static int complain(dti_error *error)
{
    char message[MESSAGE_SIZE];
    dti_error_format(error, DTI_LANG_EN, message, sizeof message);
    fprintf(stderr, "%s %s\n", dti_error_id(error), message);
    dti_error_free(error);
    return 1;
}

static dti_status record_schedule(dti_evidence **out, dti_error **error)
{
    static const struct {
        dti_evidence_field field;
        const char *text;
    } texts[] = {
        {DTI_EVIDENCE_NUMBERING, "province"},
        {DTI_EVIDENCE_KIND, "broadcast-schedule"},
        {DTI_EVIDENCE_NUMBER, "12/LPS-PTTH"},
        {DTI_EVIDENCE_DATE, "2022-01-05"},
        {DTI_EVIDENCE_TITLE_VI, "Lịch phát sóng chuyên mục chuyển đổi số năm 2022"},
        {DTI_EVIDENCE_FILE_NAME, "lich-phat-song-2022.pdf"},
        {DTI_EVIDENCE_FILE_SHA256,
         "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"},
        {DTI_EVIDENCE_REPORTER, "dai-phat-thanh-va-truyen-hinh"},
    };
    dti_evidence_builder *builder = NULL;
    dti_status status =
        dti_evidence_builder_new("lich-phat-song-2022", NULL, NULL, &builder, error);
    for (size_t i = 0; status == DTI_OK && i < sizeof texts / sizeof *texts; i++) {
        status = dti_evidence_builder_set(builder, texts[i].field, texts[i].text, error);
    }
    if (status == DTI_OK) {
        status = dti_evidence_builder_add_component(builder, "1.8", error);
    }
    if (status == DTI_OK) {
        status = dti_evidence_builder_build(builder, out, error);
    }
    dti_evidence_builder_free(builder);
    return status;
}

/* Takes the record to its next state. */
static dti_status take(dti_evidence **evidence, dti_action action, const char *at, const char *by,
                       dti_error **error)
{
    dti_history_step step = DTI_HISTORY_STEP_INIT;
    dti_evidence *next = NULL;
    step.action = action;
    step.at = at;
    step.by = by;
    dti_status status = dti_evidence_review(*evidence, &step, &next, error);
    if (status == DTI_OK) {
        dti_evidence_unref(*evidence);
        *evidence = next;
    }
    return status;
}

/* The dossier with the record in its present state, scored. */
static dti_status show(const dti_dossier *dossier, const dti_evidence *evidence, dti_error **error)
{
    dti_changes *changes = NULL;
    dti_dossier *kept = NULL;
    dti_result *result = NULL;
    dti_status status = dti_changes_new(dti_dossier_framework(dossier), NULL, &changes, error);
    if (status == DTI_OK) {
        status = dti_changes_set_evidence(changes, evidence, error);
    }
    if (status == DTI_OK) {
        status = dti_changes_apply(changes, dossier, &kept, error);
    }
    if (status == DTI_OK) {
        status = dti_score(kept, NULL, &result, error);
    }
    if (status == DTI_OK) {
        size_t node = dti_framework_find(dti_dossier_framework(kept), NULL, "1.8");
        char supported[FIGURE_SIZE];
        char at_risk[FIGURE_SIZE];
        dti_points_format(dti_result_track_points(result, node, DTI_TRACK_SUPPORTED), 2,
                          DTI_LANG_EN, supported, sizeof supported);
        dti_points_format(dti_result_at_risk(result, node), 2, DTI_LANG_EN, at_risk,
                          sizeof at_risk);
        printf("%-10s 1.8: %s points supported, %s at risk\n",
               dti_review_state_name(dti_evidence_state(evidence), DTI_LANG_EN), supported,
               at_risk);
    }
    dti_result_unref(result);
    dti_dossier_unref(kept);
    dti_changes_free(changes);
    return status;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: evidence DOSSIER.json\n");
        return 2;
    }
    dti_dossier *dossier = NULL;
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    dti_status status = dti_dossier_load(argv[1], NULL, NULL, &dossier, &error);
    if (status == DTI_OK) {
        status = record_schedule(&evidence, &error);
    }
    if (status == DTI_OK) {
        status = show(dossier, evidence, &error);
    }
    if (status == DTI_OK) {
        status =
            take(&evidence, DTI_ACTION_SUBMIT, "2023-01-12T09:00:00+07:00", "Trần Thị B", &error);
    }
    if (status == DTI_OK) {
        status =
            take(&evidence, DTI_ACTION_ACCEPT, "2023-01-20T14:10:00+07:00", "Lê Văn C", &error);
    }
    if (status == DTI_OK) {
        status = show(dossier, evidence, &error);
    }
    dti_evidence_unref(evidence);
    dti_dossier_unref(dossier);
    return status == DTI_OK ? 0 : complain(error);
}
