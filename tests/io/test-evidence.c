/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records of evidence: read, written, built, reviewed; what a call refuses, and why. */
#include "evidence.h"

#include "model/evidence.h"
#include "scenarios.h"

/* ── reading and writing ── */

/* The digests were computed by another program: Python's json and hashlib. */
START_TEST(the_example_is_read)
{
    dti_evidence *evidence = evidence_sample();
    const dti_history *history = dti_evidence_history(evidence);
    ck_assert_str_eq(dti_evidence_digest(evidence),
                     "sha256:d8f8174ef2cf05210666a0e5366aa2ee8ab4c10155ccb4fd9be0599065277015");
    ck_assert_str_eq(dti_evidence_content_digest(evidence),
                     "sha256:ca29ea54928f2b2a1502f6d6945d17978e799c8d938f456680985aa0cccee22c");
    ck_assert_int_eq(dti_evidence_state(evidence), DTI_REVIEW_REJECTED);
    ck_assert_str_eq(dti_evidence_text(evidence, DTI_EVIDENCE_NUMBER), "36/2021/NQ-HĐND");
    ck_assert_str_eq(dti_evidence_text(evidence, DTI_EVIDENCE_DATE), "2021-12-08");
    ck_assert_str_eq(dti_evidence_text(evidence, DTI_EVIDENCE_UNTIL), "");
    ck_assert_str_eq(dti_evidence_component(evidence, 0), "2.8");
    ck_assert_str_eq(dti_evidence_input(evidence, 0), "minimum-spending-policies");
    ck_assert_int_eq(dti_evidence_signature(evidence, DTI_SIGNATURE_PRESENT), -1);
    ck_assert_uint_eq(dti_history_count(history), 2);
    ck_assert_int_eq(dti_history_action(history, 1), DTI_ACTION_REJECT);
    ck_assert_str_eq(dti_history_at(history, 1), "2023-01-20T14:10:00+07:00");
    ck_assert_int_eq(dti_history_time(history, 1), 1674198600);
    ck_assert_str_eq(dti_history_reason(history, 1, DTI_LANG_VI),
                     "Chưa đạt yêu cầu: chưa có tỷ lệ chi cụ thể");
    ck_assert_str_eq(dti_history_agency(history, 0), "so-tai-chinh");
    dti_evidence_unref(evidence);
}
END_TEST

/* Every key there is. */
static const char full[] =
    "{\n"
    "  \"format\": \"dti-evidence/1\",\n"
    "  \"id\": \"a\",\n"
    "  \"numbering\": \"province\",\n"
    "  \"components\": [\"1.10\", \"1.3\"],\n"
    "  \"inputs\": [\"drills\", \"dx-directives\"],\n"
    "  \"kind\": \"directive\",\n"
    "  \"number\": \"05/CT-UBND\",\n"
    "  \"date\": \"2022-03-01\",\n"
    "  \"effective\": \"2022-03-02\",\n"
    "  \"until\": \"2022-03-02\",\n"
    "  \"titles\": {\"vi\": \"Chỉ thị\", \"en\": \"Directive\"},\n"
    "  \"issuer\": \"provincial-peoples-committee\",\n"
    "  \"signer\": {\"name\": \"Lê Văn C\", \"role\": \"deputy\", \"mark\": \"KT. CHỦ TỊCH\"},\n"
    "  \"period\": {\"from\": \"2022-01-01\", \"to\": \"2022-12-31\"},\n"
    "  \"pages\": \"3-5, 12\",\n"
    "  \"file\": {\n"
    "    \"name\": \"a.pdf\",\n"
    "    \"size\": 9007199254740991,\n"
    "    \"media_type\": \"application/pdf\",\n"
    "    \"sha256\": "
    "\"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n"
    "  },\n"
    "  \"signature\": {\"present\": true, \"sealed\": false, \"integrity\": true, \"chain\": "
    "false},\n"
    "  \"reporter\": \"so-tt-tt\",\n"
    "  \"note\": {\"vi\": \"Ghi chú\", \"en\": \"Note\"}\n"
    "}\n";

static const char *const full_texts[] = {
    [DTI_EVIDENCE_ID] = "a",
    [DTI_EVIDENCE_NUMBERING] = "province",
    [DTI_EVIDENCE_KIND] = "directive",
    [DTI_EVIDENCE_NUMBER] = "05/CT-UBND",
    [DTI_EVIDENCE_DATE] = "2022-03-01",
    [DTI_EVIDENCE_EFFECTIVE] = "2022-03-02",
    [DTI_EVIDENCE_UNTIL] = "2022-03-02",
    [DTI_EVIDENCE_TITLE_VI] = "Chỉ thị",
    [DTI_EVIDENCE_TITLE_EN] = "Directive",
    [DTI_EVIDENCE_ISSUER] = "provincial-peoples-committee",
    [DTI_EVIDENCE_SIGNER_NAME] = "Lê Văn C",
    [DTI_EVIDENCE_SIGNER_ROLE] = "deputy",
    [DTI_EVIDENCE_SIGNER_MARK] = "KT. CHỦ TỊCH",
    [DTI_EVIDENCE_PERIOD_FROM] = "2022-01-01",
    [DTI_EVIDENCE_PERIOD_TO] = "2022-12-31",
    [DTI_EVIDENCE_PAGES] = "3-5, 12",
    [DTI_EVIDENCE_FILE_NAME] = "a.pdf",
    [DTI_EVIDENCE_FILE_SIZE] = "9007199254740991",
    [DTI_EVIDENCE_MEDIA_TYPE] = "application/pdf",
    [DTI_EVIDENCE_FILE_SHA256] =
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    [DTI_EVIDENCE_REPORTER] = "so-tt-tt",
    [DTI_EVIDENCE_NOTE_VI] = "Ghi chú",
    [DTI_EVIDENCE_NOTE_EN] = "Note",
};
#define FULL_FIELDS (int)(sizeof full_texts / sizeof full_texts[0])

static const int full_signature[] = {1, 0, 1, 0, -1};

START_TEST(every_key_is_read_and_written)
{
    dti_evidence *evidence = evidence_of(full);
    for (int field = 0; field < FULL_FIELDS; field++) {
        ck_assert_str_eq(dti_evidence_text(evidence, (dti_evidence_field)field), full_texts[field]);
    }
    for (int fact = 0; fact < 5; fact++) {
        ck_assert_int_eq(dti_evidence_signature(evidence, (dti_signature_fact)fact),
                         full_signature[fact]);
    }
    ck_assert_uint_eq(dti_evidence_component_count(evidence), 2);
    ck_assert_str_eq(dti_evidence_component(evidence, 1), "1.3");
    ck_assert_uint_eq(dti_evidence_input_count(evidence), 2);
    ck_assert_str_eq(dti_evidence_input(evidence, 1), "dx-directives");
    ck_assert_int_eq(dti_evidence_signer_role(evidence), DTI_SIGNER_DEPUTY);
    char *text = evidence_text(evidence);
    ck_assert_str_eq(text, full);
    free(text);
    dti_evidence_unref(evidence);
}
END_TEST

/* Names in NFD are the same content; keys of users' own are none of it. */
START_TEST(spelling_does_not_change_the_digest)
{
    static const char nfc[] = "{\"format\":\"dti-evidence/1\",\"id\":\"a\",\"kind\":\"b\","
                              "\"number\":\"1/QĐ\",\"pages\":\"ổ\",\"file\":{\"size\":1000}}";
    static const char nfd[] =
        "{\"kind\":\"b\",\"x-a\":[1],\"id\":\"a\",\"number\":\"1/QĐ\","
        "\"file\":{\"x-b\":null,\"size\":1e3},\"pages\":\"o\xcc\x82\xcc\x89\","
        "\"format\":\"dti-evidence/1\"}";
    dti_evidence *one = evidence_of(nfc);
    dti_evidence *two = evidence_of(nfd);
    ck_assert_str_eq(dti_evidence_content_digest(one), dti_evidence_content_digest(two));
    ck_assert_str_eq(dti_evidence_digest(one), dti_evidence_digest(two));
    dti_evidence_unref(one);
    dti_evidence_unref(two);
}
END_TEST

START_TEST(getters_have_neutral_values)
{
    dti_evidence *evidence = evidence_of(full);
    ck_assert_str_eq(dti_evidence_text(NULL, DTI_EVIDENCE_ID), "");
    ck_assert_str_eq(dti_evidence_text(evidence, (dti_evidence_field)FULL_FIELDS), "");
    ck_assert_str_eq(dti_evidence_text(evidence, (dti_evidence_field)-1), "");
    ck_assert_int_eq(dti_evidence_signature(NULL, DTI_SIGNATURE_PRESENT), -1);
    ck_assert_int_eq(dti_evidence_signature(evidence, (dti_signature_fact)5), -1);
    ck_assert_int_eq(dti_evidence_signer_role(NULL), DTI_SIGNER_UNKNOWN);
    ck_assert_uint_eq(dti_evidence_component_count(NULL), 0);
    ck_assert_str_eq(dti_evidence_component(evidence, 2), "");
    ck_assert_str_eq(dti_evidence_input(NULL, 0), "");
    ck_assert_str_eq(dti_evidence_digest(NULL), "");
    ck_assert_str_eq(dti_evidence_content_digest(NULL), "");
    ck_assert_int_eq(dti_evidence_state(NULL), DTI_REVIEW_DRAFT);
    ck_assert_ptr_null(dti_evidence_history(NULL));
    ck_assert_int_eq(dti_evidence_confirms(NULL, "a"), 0);
    ck_assert_int_eq(dti_evidence_confirms(evidence, NULL), 0);
    ck_assert_ptr_null(dti_evidence_ref(NULL));
    dti_evidence_unref(NULL);
    ck_assert_str_eq(dti_review_state_name(DTI_REVIEW_ACCEPTED, DTI_LANG_VI), "đã chấp nhận");
    ck_assert_str_eq(dti_review_state_name(DTI_REVIEW_REJECTED, DTI_LANG_EN), "rejected");
    ck_assert_str_eq(dti_review_state_name((dti_review_state)4, DTI_LANG_EN), "");
    dti_evidence_unref(evidence);
}
END_TEST

/* ── who signed ── */

static const struct {
    const char *mark;
    int role;
} marks[] = {
    {NULL, DTI_SIGNER_UNKNOWN},
    {"", DTI_SIGNER_UNKNOWN},
    {"CHỦ TỊCH", DTI_SIGNER_UNKNOWN},
    {"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", DTI_SIGNER_UNKNOWN},
    {"KT. CHỦ TỊCH", DTI_SIGNER_DEPUTY},
    {"KT.CHỦ TỊCH\r\nPHÓ CHỦ TỊCH", DTI_SIGNER_DEPUTY},
    {"Kt. Chủ tịch", DTI_SIGNER_DEPUTY},
    {"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", DTI_SIGNER_DEPUTY},
    {"TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", DTI_SIGNER_DEPUTY}, /* copied onto one line */
    {"TM. UBND/KT. CHỦ TỊCH", DTI_SIGNER_DEPUTY},
    {"TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", DTI_SIGNER_OTHER},
    {"TUQ. CHỦ TỊCH", DTI_SIGNER_OTHER},
    {"TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG", DTI_SIGNER_OTHER},
    {"TUQ. ỦY BAN NHÂN DÂN\nKT. GIÁM ĐỐC", DTI_SIGNER_OTHER},
    {"Q. CHỦ TỊCH", DTI_SIGNER_HEAD},
    {"TM. ỦY BAN NHÂN DÂN\n Q. CHỦ TỊCH", DTI_SIGNER_HEAD},
    {"KT. Q. GIÁM ĐỐC", DTI_SIGNER_DEPUTY},
    {"CHỦ TỊCH UBND Q. HẢI CHÂU", DTI_SIGNER_UNKNOWN}, /* a district */
    {"KTS. NGUYỄN VĂN A", DTI_SIGNER_UNKNOWN},         /* an architect */
    {"BKT. CHỦ TỊCH", DTI_SIGNER_UNKNOWN},
};

START_TEST(marks_tell_who_signed)
{
    ck_assert_int_eq(dti__signer_of_mark(marks[_i].mark), marks[_i].role);
}
END_TEST

START_TEST(the_role_follows_the_mark)
{
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_SIGNER_MARK, "TL. BỘ TRƯỞNG");
    ck_assert_int_eq(dti_evidence_signer_role(evidence), DTI_SIGNER_OTHER);
    ck_assert_str_eq(dti_evidence_text(evidence, DTI_EVIDENCE_SIGNER_ROLE), ""); /* as said */
    dti_evidence_unref(evidence);
}
END_TEST

/* ── builder ── */

static dti_evidence_builder *new_builder(const char *id, const dti_evidence *base)
{
    dti_evidence_builder *builder = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_new(id, base, NULL, &builder, &error), &error);
    return builder;
}

static dti_evidence *build(dti_evidence_builder *builder)
{
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_build(builder, &evidence, &error), &error);
    return evidence;
}

START_TEST(what_is_built_is_what_is_read)
{
    dti_evidence_builder *builder = new_builder("a", NULL);
    dti_error *error = NULL;
    for (int field = 0; field < FULL_FIELDS; field++) {
        sample_must(
            dti_evidence_builder_set(builder, (dti_evidence_field)field, full_texts[field], &error),
            &error);
    }
    for (int fact = 0; fact < 5; fact++) {
        sample_must(dti_evidence_builder_set_signature(builder, (dti_signature_fact)fact,
                                                       full_signature[fact], &error),
                    &error);
    }
    sample_must(dti_evidence_builder_add_component(builder, "1.10", &error), &error);
    sample_must(dti_evidence_builder_add_component(builder, "1.3", &error), &error);
    sample_must(dti_evidence_builder_add_input(builder, "drills", &error), &error);
    sample_must(dti_evidence_builder_add_input(builder, "dx-directives", &error), &error);
    dti_evidence *built = build(builder);
    dti_evidence *read = evidence_of(full);
    ck_assert_str_eq(dti_evidence_digest(built), dti_evidence_digest(read));

    /* and once more from there, with nothing changed */
    dti_evidence_builder *again = new_builder(NULL, built);
    dti_evidence_builder_free(builder);
    dti_evidence_unref(built);
    built = build(again);
    ck_assert_str_eq(dti_evidence_digest(built), dti_evidence_digest(read));
    dti_evidence_builder_free(again);
    dti_evidence_unref(built);
    dti_evidence_unref(read);
}
END_TEST

START_TEST(links_can_be_replaced)
{
    dti_evidence *base = evidence_of(full);
    dti_evidence_builder *builder = new_builder(NULL, base);
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_clear_links(builder, &error), &error);
    sample_must(dti_evidence_builder_add_component(builder, "2.8", &error), &error);
    dti_evidence *built = build(builder);
    ck_assert_uint_eq(dti_evidence_component_count(built), 1);
    ck_assert_str_eq(dti_evidence_component(built, 0), "2.8");
    ck_assert_uint_eq(dti_evidence_input_count(built), 0);
    ck_assert_str_eq(dti_evidence_component(base, 0), "1.10");
    sample_refused(dti_evidence_builder_clear_links(NULL, &error), DTI_E_ARG, &error);
    dti_evidence_unref(built);
    dti_evidence_unref(base);
    dti_evidence_builder_free(builder);
}
END_TEST

/* What a text holds is checked when the record is built, as in a document. */
static const struct {
    dti_evidence_field field;
    const char *text;
    dti_status status;
    const char *pointer;
} bad_texts[] = {
    {DTI_EVIDENCE_ID, "A b", DTI_E_VALUE, "/id"},
    {DTI_EVIDENCE_KIND, NULL, DTI_E_SCHEMA, ""},
    {DTI_EVIDENCE_DATE, "2022-02-29", DTI_E_VALUE, "/date"},
    {DTI_EVIDENCE_TITLE_EN, "only English", DTI_E_SCHEMA, "/titles"},
    {DTI_EVIDENCE_SIGNER_ROLE, "chief", DTI_E_VALUE, "/signer/role"},
    {DTI_EVIDENCE_PERIOD_FROM, "2022-01-01", DTI_E_SCHEMA, "/period"},
    {DTI_EVIDENCE_FILE_SIZE, "12 kB", DTI_E_SCHEMA, "/file/size"},
    {DTI_EVIDENCE_FILE_SIZE, "-1", DTI_E_VALUE, "/file/size"},
    {DTI_EVIDENCE_FILE_SIZE, "1.5", DTI_E_VALUE, "/file/size"},
    {DTI_EVIDENCE_FILE_SHA256, "e3b0c44298fc1c149afbf4c8996fb924", DTI_E_VALUE, "/file/sha256"},
};

START_TEST(bad_texts_are_refused)
{
    dti_evidence_builder *builder = new_builder("a", NULL);
    dti_evidence *evidence = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_KIND, "b", &error), &error);
    sample_must(dti_evidence_builder_set(builder, bad_texts[_i].field, bad_texts[_i].text, &error),
                &error);
    ck_assert_int_eq(dti_evidence_builder_build(builder, &evidence, &error), bad_texts[_i].status);
    ck_assert_str_eq(dti_error_pointer(error), bad_texts[_i].pointer);
    ck_assert_ptr_null(evidence);
    dti_error_free(error);
    dti_evidence_builder_free(builder);
}
END_TEST

START_TEST(builders_refuse_wrong_arguments)
{
    dti_evidence_builder *builder = new_builder("a", NULL);
    dti_evidence_builder *none = NULL;
    dti_error *error = NULL;
    sample_refused(dti_evidence_builder_new(NULL, NULL, NULL, &none, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_new("", NULL, NULL, &none, &error), DTI_E_VALUE, &error);
    sample_refused(dti_evidence_builder_new("a", NULL, NULL, NULL, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(none);
    sample_refused(dti_evidence_builder_set(NULL, DTI_EVIDENCE_ID, "a", &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_set(builder, (dti_evidence_field)23, "a", &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_set(builder, DTI_EVIDENCE_KIND, "\xff", &error),
                   DTI_E_SYNTAX, &error);
    sample_refused(dti_evidence_builder_set_signature(builder, (dti_signature_fact)5, 1, &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_set_signature(builder, DTI_SIGNATURE_SEALED, 2, &error),
                   DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_add_component(builder, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_add_input(builder, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_builder_build(builder, NULL, &error), DTI_E_ARG, &error);
    dti_evidence_builder_free(builder);
    dti_evidence_builder_free(NULL);
}
END_TEST

/* What is under review or accepted stays as it is; what was taken back or rejected can change. */
START_TEST(only_drafts_and_rejected_records_can_change)
{
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_evidence_builder *builder = NULL;
    dti_error *error = NULL;
    evidence = evidence_go(evidence, DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    sample_refused(dti_evidence_builder_new(NULL, evidence, NULL, &builder, &error), DTI_E_VALUE,
                   &error);
    evidence = evidence_go(evidence, DTI_ACTION_ACCEPT, "2024-01-12T10:00:00+07:00");
    sample_refused(dti_evidence_builder_new(NULL, evidence, NULL, &builder, &error), DTI_E_VALUE,
                   &error);
    ck_assert_ptr_null(builder);
    evidence = evidence_go(evidence, DTI_ACTION_REJECT, "2024-01-12T11:00:00+07:00");
    builder = new_builder(NULL, evidence);
    sample_must(dti_evidence_builder_set(builder, DTI_EVIDENCE_ID, "another", &error), &error);
    dti_evidence *renamed = NULL;
    ck_assert_int_eq(dti_evidence_builder_build(builder, &renamed, &error), DTI_E_VALUE);
    ck_assert_str_eq(dti_error_pointer(error), "/earlier/0/id");
    dti_error_free(error);
    dti_evidence_builder_free(builder);
    dti_evidence_unref(evidence);
}
END_TEST

/* ── review ── */

START_TEST(a_changed_draft_is_handed_in_again)
{
    int64_t time = 0;
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    ck_assert(!dti__evidence_submitted(evidence, &time));
    evidence = evidence_go(evidence, DTI_ACTION_SUBMIT, "1970-01-01T00:00:10Z");
    ck_assert(dti__evidence_submitted(evidence, &time));
    ck_assert_int_eq(time, 10);
    evidence = evidence_go(evidence, DTI_ACTION_REJECT, "1970-01-01T00:00:20Z");
    ck_assert(dti__evidence_submitted(evidence, &time));
    dti_evidence *edited = evidence_with(evidence, DTI_EVIDENCE_PAGES, "2");
    ck_assert(!dti__evidence_submitted(edited, &time));
    edited = evidence_go(edited, DTI_ACTION_RESUBMIT, "1970-01-01T00:00:30Z");
    ck_assert(dti__evidence_submitted(edited, &time));
    ck_assert_int_eq(time, 30);
    edited = evidence_go(edited, DTI_ACTION_RECALL, "1970-01-01T00:00:40Z");
    ck_assert(!dti__evidence_submitted(edited, &time));

    dti_evidence *first = NULL;
    dti_error *error = NULL;
    sample_must(dti_evidence_at(edited, 0, &first, &error), &error);
    ck_assert_str_eq(dti_evidence_text(first, DTI_EVIDENCE_PAGES), "1");
    ck_assert_int_eq(dti_evidence_state(first), DTI_REVIEW_DRAFT);
    dti_evidence_unref(first);
    first = NULL;
    sample_refused(dti_evidence_at(edited, 5, &first, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_at(NULL, 0, &first, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_at(edited, 0, NULL, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(first);
    dti_evidence_unref(evidence);
    dti_evidence_unref(edited);
}
END_TEST

START_TEST(conditions_are_confirmed_by_accepting)
{
    static const char *const conditions[] = {"states-ratio", "in-time"};
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_history_step accept = evidence_step(DTI_ACTION_ACCEPT, "2024-01-13T09:00:00+07:00");
    accept.names = conditions;
    accept.name_count = 2;
    evidence = evidence_go(evidence, DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    dti_evidence *accepted = evidence_after(evidence, &accept);
    ck_assert_int_eq(dti_evidence_confirms(evidence, "in-time"), 0);
    ck_assert_int_eq(dti_evidence_confirms(accepted, "in-time"), 1);
    ck_assert_int_eq(dti_evidence_confirms(accepted, "states-ratio"), 1);
    ck_assert_int_eq(dti_evidence_confirms(accepted, "states"), 0);
    ck_assert_str_eq(dti_history_name(dti_evidence_history(accepted), 1, 1), "in-time");
    accepted = evidence_go(accepted, DTI_ACTION_REJECT, "2024-01-14T09:00:00+07:00");
    ck_assert_int_eq(dti_evidence_confirms(accepted, "in-time"), 0);
    dti_evidence_unref(accepted);
    dti_evidence_unref(evidence);
}
END_TEST

static const char *const no_id[] = {"No Id"};
static const char *const twice[] = {"a", "a"};
static const char *const no_name[] = {NULL};

/* Steps that a submitted record refuses. */
static const struct {
    dti_history_step step;
    dti_status status;
    const char *id;
} bad_steps[] = {
    {{0, DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL, NULL, 0},
     DTI_E_ARG,
     "DTI-0103"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, NULL, "B", NULL, NULL, NULL, NULL, 0},
     DTI_E_ARG,
     "DTI-0101"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", NULL, NULL, NULL, NULL,
      NULL, 0},
     DTI_E_ARG,
     "DTI-0101"},
    {{sizeof(dti_history_step), (dti_action)15, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL, NULL,
      0},
     DTI_E_ARG,
     "DTI-0102"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, "en",
      NULL, 0},
     DTI_E_ARG,
     "DTI-0101"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      NULL, 1},
     DTI_E_ARG,
     "DTI-0101"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      no_name, 1},
     DTI_E_ARG,
     "DTI-0101"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      twice, 257},
     DTI_E_ARG,
     "DTI-0102"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      no_id, 1},
     DTI_E_VALUE,
     "DTI-0309"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      twice, 2},
     DTI_E_REFERENCE,
     "DTI-0401"},
    {{sizeof(dti_history_step), DTI_ACTION_RECALL, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      twice, 1},
     DTI_E_SCHEMA,
     "DTI-0318"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13", "B", NULL, NULL, NULL, NULL, 0},
     DTI_E_VALUE,
     "DTI-0881"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "", NULL, NULL, NULL,
      NULL, 0},
     DTI_E_VALUE,
     "DTI-0313"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "\xc3", NULL, NULL, NULL,
      NULL, 0},
     DTI_E_SYNTAX,
     "DTI-0207"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-13T09:00:00Z", "B", "Sở", NULL, NULL,
      NULL, 0},
     DTI_E_VALUE,
     "DTI-0309"},
    {{sizeof(dti_history_step), DTI_ACTION_REJECT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      NULL, 0},
     DTI_E_VALUE,
     "DTI-0884"},
    {{sizeof(dti_history_step), DTI_ACTION_ACCEPT, "2024-01-12T08:59:59+07:00", "B", NULL, NULL,
      NULL, NULL, 0},
     DTI_E_VALUE,
     "DTI-0885"},
    {{sizeof(dti_history_step), DTI_ACTION_SUBMIT, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      NULL, 0},
     DTI_E_VALUE,
     "DTI-0883"},
    {{sizeof(dti_history_step), DTI_ACTION_AGREE, "2024-01-13T09:00:00Z", "B", NULL, NULL, NULL,
      NULL, 0},
     DTI_E_VALUE,
     "DTI-0312"},
};

START_TEST(wrong_steps_are_refused)
{
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    evidence = evidence_go(evidence, DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    const dti_status status = dti_evidence_review(evidence, &bad_steps[_i].step, &next, &error);
    ck_assert_str_eq(dti_error_id(error), bad_steps[_i].id);
    ck_assert_int_eq(status, bad_steps[_i].status);
    ck_assert_ptr_null(next);
    dti_error_free(error);
    dti_evidence_unref(evidence);
}
END_TEST

/* Texts that are empty are called what the caller calls them, wherever the step goes. */
START_TEST(empty_reasons_are_named)
{
    dti_history_step step = evidence_step(DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    char text[200] = "";
    step.reason_vi = "";
    ck_assert_int_eq(dti_evidence_review(evidence, &step, &next, &error), DTI_E_VALUE);
    dti_error_format(error, DTI_LANG_EN, text, sizeof text);
    ck_assert_ptr_nonnull(strstr(text, "\"reason_vi\" is empty"));
    ck_assert_ptr_null(next);
    dti_error_free(error);
    dti_evidence_unref(evidence);
}
END_TEST

START_TEST(a_step_must_be_given)
{
    const dti_history_step step = evidence_step(DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    sample_refused(dti_evidence_review(evidence, NULL, &next, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_review(NULL, &step, &next, &error), DTI_E_ARG, &error);
    sample_refused(dti_evidence_review(evidence, &step, NULL, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(next);
    dti_evidence_unref(evidence);
}
END_TEST

/* At one moment one thing can follow another, however the moment is written. */
START_TEST(steps_can_have_one_time)
{
    dti_evidence *evidence = evidence_with(NULL, DTI_EVIDENCE_PAGES, "1");
    evidence = evidence_go(evidence, DTI_ACTION_SUBMIT, "2024-01-12T09:00:00+07:00");
    evidence = evidence_go(evidence, DTI_ACTION_ACCEPT, "2024-01-12T02:00:00Z");
    ck_assert_int_eq(dti_evidence_state(evidence), DTI_REVIEW_ACCEPTED);
    dti_evidence_unref(evidence);
}
END_TEST

/* ── memory ── */

static dti_status make(const dti_allocator *allocator, const char *text, dti_evidence **out)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_error *error = NULL;
    const dti_status status = dti_evidence_parse(text, strlen(text), &options, out, &error);
    return scenario_settle(status, *out, error);
}

static dti_status scenario_check(const dti_allocator *allocator, void *data)
{
    const dti_parse_options options = scenario_options(allocator);
    dti_report *report = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_evidence_check(data, strlen(data), &options, &report, &error);
    dti_report_unref(report);
    return scenario_settle(status, report, error);
}

static dti_status scenario_write(const dti_allocator *allocator, void *data)
{
    dti_evidence *evidence = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti_status status = make(allocator, data, &evidence);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_evidence_write(evidence, &text, &error);
    scenario_settle(status, text, error);
    if (status == DTI_OK && dti_evidence_digest(evidence)[0] == '\0') {
        status = DTI_E_NOMEM; /* that is how this getter says so */
    }
    dti_text_free(text);
    dti_evidence_unref(evidence);
    return status;
}

static dti_status scenario_at(const dti_allocator *allocator, void *data)
{
    dti_evidence *evidence = NULL;
    dti_evidence *then = NULL;
    dti_error *error = NULL;
    dti_status status = make(allocator, data, &evidence);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_evidence_at(evidence, 1, &then, &error);
    scenario_settle(status, then, error);
    dti_evidence_unref(then);
    dti_evidence_unref(evidence);
    return status;
}

static dti_status scenario_review(const dti_allocator *allocator, void *data)
{
    dti_evidence *evidence = NULL;
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    const dti_history_step step = evidence_step(DTI_ACTION_RESUBMIT, "2024-01-12T02:00:00Z");
    dti_status status = make(allocator, data, &evidence);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_evidence_review(evidence, &step, &next, &error);
    scenario_settle(status, next, error);
    dti_evidence_unref(next);
    dti_evidence_unref(evidence);
    return status;
}

/* A step that is refused needs memory for the words of the refusal. */
static dti_status scenario_refused_step(const dti_allocator *allocator, void *data)
{
    dti_evidence *evidence = NULL;
    dti_evidence *next = NULL;
    dti_error *error = NULL;
    const dti_history_step step = evidence_step(DTI_ACTION_ACCEPT, "2024-01-12T02:00:00Z");
    dti_status status = make(allocator, data, &evidence);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_evidence_review(evidence, &step, &next, &error);
    scenario_settle(status, next, error);
    dti_evidence_unref(evidence);
    return status == DTI_E_VALUE ? DTI_OK : status;
}

static dti_status scenario_build(const dti_allocator *allocator, void *data)
{
    dti_evidence *base = NULL;
    dti_evidence *next = NULL;
    dti_evidence_builder *builder = NULL;
    dti_error *error = NULL;
    dti_status status = make(allocator, data, &base);
    if (status != DTI_OK) {
        return status;
    }
    status = dti_evidence_builder_new(NULL, base, allocator, &builder, &error);
    scenario_settle(status, builder, error);
    dti_evidence_unref(base);
    if (status != DTI_OK) {
        return status;
    }
    error = NULL;
    status = dti_evidence_builder_set(builder, DTI_EVIDENCE_TITLE_VI, "Nghị quyết", &error);
    if (status == DTI_OK) {
        status = dti_evidence_builder_add_component(builder, "1.3", &error);
    }
    if (status == DTI_OK) {
        status = dti_evidence_builder_build(builder, &next, &error);
    }
    dti_evidence_unref(next);
    dti_evidence_builder_free(builder);
    return scenario_settle(status, next, error);
}

static const test_scenario evidence_scenarios[] = {scenario_check, scenario_write,
                                                   scenario_at,    scenario_review,
                                                   scenario_build, scenario_refused_step};

START_TEST(failures_of_memory_are_survived)
{
    char *text = test_read_file(SAMPLE_EVIDENCE, NULL);
    test_nomem(evidence_scenarios[_i], text);
    free(text);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("evidence");
    TCase *tests = tcase_create("evidence");
    tcase_add_test(tests, the_example_is_read);
    tcase_add_test(tests, every_key_is_read_and_written);
    tcase_add_test(tests, spelling_does_not_change_the_digest);
    tcase_add_test(tests, getters_have_neutral_values);
    tcase_add_loop_test(tests, marks_tell_who_signed, 0, sizeof marks / sizeof marks[0]);
    tcase_add_test(tests, the_role_follows_the_mark);
    tcase_add_test(tests, what_is_built_is_what_is_read);
    tcase_add_test(tests, links_can_be_replaced);
    tcase_add_loop_test(tests, bad_texts_are_refused, 0, sizeof bad_texts / sizeof bad_texts[0]);
    tcase_add_test(tests, builders_refuse_wrong_arguments);
    tcase_add_test(tests, only_drafts_and_rejected_records_can_change);
    tcase_add_test(tests, a_changed_draft_is_handed_in_again);
    tcase_add_test(tests, conditions_are_confirmed_by_accepting);
    tcase_add_loop_test(tests, wrong_steps_are_refused, 0, sizeof bad_steps / sizeof bad_steps[0]);
    tcase_add_test(tests, empty_reasons_are_named);
    tcase_add_test(tests, a_step_must_be_given);
    tcase_add_test(tests, steps_can_have_one_time);
    suite_add_tcase(suite, tests);
    TCase *memory = tcase_create("memory");
    tcase_add_loop_test(memory, failures_of_memory_are_survived, 0,
                        sizeof evidence_scenarios / sizeof evidence_scenarios[0]);
    suite_add_tcase(suite, memory);
    return suite;
}
