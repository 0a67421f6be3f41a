/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Forms as CSV: what people and spreadsheets make of them is read, what reads two ways is refused
 * with form, row and place, and what is written comes back the same. */
#include "random.h"
#include "samples.h"

#include "model/form.h"

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define HEAD             "reporter,unit,year,date,row,name,value,note\r\n"
#define LINE             "so-noi-vu,gso:49,2022,2023-01-15,"

static dti_collection *collection;

static void setup(void)
{
    dti_framework *framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
    dti_error *error = NULL;
    char *path = test_path("tests/data/tiny-collection.json");
    sample_must(dti_collection_load(path, framework, NULL, &collection, &error), &error);
    free(path);
    dti_framework_unref(framework);
}

static void teardown(void)
{
    dti_collection_unref(collection);
}

static dti_form *parse(const char *text)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    char *exact = test_exact(text, strlen(text));
    const dti_status status = dti_form_parse(exact, strlen(text), collection, NULL, &form, &error);
    char words[512] = "";
    dti_error_format(error, DTI_LANG_EN, words, sizeof words);
    ck_assert_msg(status == DTI_OK, "line %u, column %u: %s\n%s", dti_error_line(error),
                  dti_error_column(error), words, text);
    free(exact);
    return form;
}

static char *written(const dti_form *form, dti_form_format format)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_must(dti_form_write(form, format, &text, &error), &error);
    char *copy = strdup(dti_text_data(text));
    dti_text_free(text);
    return copy;
}

/* Two forms are one if they are one as JSON, which has everything in one order. */
static void same_form(const dti_form *a, const dti_form *b, const char *text)
{
    char *first = written(a, DTI_FORM_JSON);
    char *second = written(b, DTI_FORM_JSON);
    ck_assert_msg(strcmp(first, second) == 0, "%s\nbecame %s\nby\n%s", first, second, text);
    free(first);
    free(second);
}

static dti_form *tiny(void)
{
    char *text = test_read_file("tests/data/tiny-form.json", NULL);
    dti_form *form = parse(text);
    free(text);
    return form;
}

/* One cell of form A, as people fill it in. */
static const struct {
    const char *key;
    const char *value; /* as it stands in the file */
    dti_state state;
    double number;
} cells[] = {
    {"I.2", "910261", DTI_STATE_PRESENT, 910261},
    {"I.2", "20.304.000", DTI_STATE_PRESENT, 20304000},
    {"I.2", " 1 234 ", DTI_STATE_PRESENT, 1234},
    {"I.2", "", DTI_STATE_MISSING, 0},
    {"I.2", "  ", DTI_STATE_MISSING, 0},
    {"I.2", "chưa đánh giá", DTI_STATE_NOT_ASSESSED, 0},
    {"I.2", "Không áp dụng", DTI_STATE_NOT_APPLICABLE, 0},
    {"I.2", "rejected", DTI_STATE_REJECTED, 0},
    {"I.3", "55", DTI_STATE_PRESENT, 55}, /* the sum alone */
    {"II.2", "deputy", DTI_STATE_PRESENT, 1},
    {"II.2", "CẤP PHÓ", DTI_STATE_PRESENT, 1},
    {"II.2", "C\xE1\xBA\xA5p pho\xCC\x81", DTI_STATE_PRESENT, 1},
    {"II.2", "the head of the province", DTI_STATE_PRESENT, 2},
    {"II.2", "Người đứng", DTI_STATE_PRESENT, 2}, /* as the unit cell prints it */
    {"II.3", "yes", DTI_STATE_PRESENT, 1},
    {"II.3", "Có", DTI_STATE_PRESENT, 1},
    {"II.3", "x", DTI_STATE_PRESENT, 1},
    {"II.3", "X", DTI_STATE_PRESENT, 1},
    {"II.3", "1", DTI_STATE_PRESENT, 1},
    {"II.3", "0", DTI_STATE_PRESENT, 0},
    {"II.3", "không", DTI_STATE_PRESENT, 0},
    {"II.3", "no", DTI_STATE_PRESENT, 0},
    {"II.4", "\"1.234,5\"", DTI_STATE_PRESENT, 1234.5},
    {"II.4", "\"0,264\"", DTI_STATE_PRESENT, 0.264},
    {"II.4", "12.79", DTI_STATE_PRESENT, 12.79},
    {"II.5", "0", DTI_STATE_PRESENT, 0}, /* a list of nothing */
    {"II.6", "3", DTI_STATE_PRESENT, 3},
    {"II.7", "\"51,16 %\"", DTI_STATE_PRESENT, 51.16},
    {"II.7", "51.16", DTI_STATE_PRESENT, 51.16},
};

START_TEST(cells_are_read_as_people_fill_them)
{
    char text[512];
    snprintf(text, sizeof text, HEAD LINE "%s,,%s,\r\n", cells[_i].key, cells[_i].value);
    dti_form *form = parse(text);
    const size_t row = dti__collection_find_row(collection, 0, cells[_i].key);
    ck_assert_msg(dti_form_row_state(form, row) == cells[_i].state, "%s", cells[_i].value);
    ck_assert_double_eq(dti_form_row_number(form, row), cells[_i].number);
    dti_form_unref(form);
}
END_TEST

/* The first fault, by id and place; words that must be in the message. */
static const struct {
    const char *text;
    const char *id;
    uint32_t line;
    uint32_t column;
    const char *words;
} faults[] = {
    {HEAD LINE "I.2,,1.234,\r\n", "DTI-0940", 2, 39,
     "Form A, row I.2: \"1.234\" reads two ways, as 1.234 or as 1234"},
    {HEAD LINE "II.4,,\"1,234\",\r\n", "DTI-0940", 2, 40, "\"1,234\" reads two ways"},
    {HEAD LINE "I.2,,12.5,\r\n", "DTI-0915", 2, 39, "found \"12.5\", expected a whole number"},
    {HEAD LINE "I.2,,18 người,\r\n", "DTI-0915", 2, 39,
     "found \"18 người\", expected a whole number"},
    {HEAD LINE "I.2,,-3,\r\n", "DTI-0916", 2, 39, "the value -3 is too small"},
    {HEAD LINE "I.2,,12 %,\r\n", "DTI-0915", 2, 39, "found \"12 %\""},
    {HEAD LINE "II.7,,\"101\",\r\n", "DTI-0917", 2, 40, "must be at most 100"},
    {HEAD LINE "II.2,,Trưởng phòng,\r\n", "DTI-0915", 2, 40,
     "found \"Trưởng phòng\", expected nobody, deputy, head"},
    {HEAD LINE "II.3,,có lẽ,\r\n", "DTI-0915", 2, 40, "expected \"yes\" or \"no\""},
    {HEAD LINE "II.5,,3,\r\n", "DTI-0923", 2, 40, "name each thing of the list"},
    {HEAD LINE "II.5/1,Kho dữ liệu,,\r\n", "DTI-0924", 2, 53, "\"Kho dữ liệu\" counts"},
    {HEAD LINE "II.5/1,,yes,\r\n", "DTI-0915", 2, 42, "found \"yes\", expected a non-empty text"},
    {HEAD LINE "II.6/1,QĐ 1,no,\r\n", "DTI-0925", 2, 46, "everything on this list counts"},
    {HEAD LINE "I.3/1,,3,\r\n" LINE "I.3/3,,40,\r\n", "DTI-0920", 2, 41, "part 2 (\"Women\")"},
    {HEAD LINE "I.3,,54,\r\n" LINE "I.3/1,,3,\r\n" LINE "I.3/2,,12,\r\n" LINE "I.3/3,,40,\r\n",
     "DTI-0921", 2, 39, "the cell says 54, but the parts or things below it come to 55"},
    {HEAD LINE "I.3/4,,3,\r\n", "DTI-0941", 2, 34, "Form A has no row \"I.3/4\""},
    {HEAD LINE "I.2,,1,\r\n" LINE "I.2,,1,\r\n", "DTI-0926", 3, 34, "row I.2 is filled in twice"},
    {HEAD LINE "I.9,,7,\r\n", "DTI-0941", 2, 34, "no row \"I.9\", but the line holds \"7\""},
    {HEAD LINE ",Số dân,7,\r\n", "DTI-0941", 2, 35, "no row \"Số dân\", but the line holds \"7\""},
    {HEAD LINE "I.9,,,Ghi chú\r\n", "DTI-0941", 2, 34, "the line holds \"Ghi chú\""},
    {HEAD "so-noi-vu,gso:49,2022,,I.2,,7,\r\n", "DTI-0927", 1, 1, "(\"date\")"},
    {HEAD LINE "I.2,,7,\r\nso-tai-chinh,gso:49,2022,2023-01-15,I.3,,,\r\n", "DTI-0938", 3, 1,
     "found \"so-tai-chinh\", but \"so-noi-vu\" on a line before"},
    {HEAD "so-y-te,gso:49,2022,2023-01-15,I.2,,7,\r\n", "DTI-0400", 2, 1, "\"so-y-te\""},
    {HEAD "so-noi-vu,gso:49,hai nghìn,2023-01-15,I.2,,7,\r\n", "DTI-0939", 2, 18,
     "Column \"year\": found \"hai nghìn\", expected a whole number"},
    {HEAD "so-noi-vu,gso:49,2022,30/02/2023,I.2,,7,\r\n", "DTI-0311", 2, 23, "30/02/2023"},
    {HEAD LINE "II.4,,12,5,\r\n", "DTI-0933", 2, 1, "9 cells, more than the 8 columns"},
    {HEAD LINE "I.2,,\"7,\r\n", "DTI-0930", 2, 39, "never closed"},
    {HEAD LINE "I.2,Số \"dân\",7,\r\n", "DTI-0931", 2, 41, "within a cell"},
    {HEAD LINE "I.2,\"Số\" dân,7,\r\n", "DTI-0932", 2, 42, "Found \" \""},
    {"reporter,year,row\r\n", "DTI-0934", 1, 1, "\"value\""},
    {"reporter,year,value\r\n", "DTI-0934", 1, 1, "\"row\""},
    {"reporter,year,row,value,Số liệu\r\n", "DTI-0935", 1, 25, "\"Số liệu\""},
    {HEAD "so-noi-vu,gso:49,2022,2023-01-15,I.2,,\xE9,\r\n", "DTI-0207", 2, 39, "UTF-8"},
};

START_TEST(faults_are_told_with_their_place)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    char words[512] = "";
    char *exact = test_exact(faults[_i].text, strlen(faults[_i].text));
    const dti_status status =
        dti_form_parse(exact, strlen(faults[_i].text), collection, NULL, &form, &error);
    dti_error_format(error, DTI_LANG_EN, words, sizeof words);
    ck_assert_msg(status != DTI_OK, "%s", faults[_i].text);
    ck_assert_ptr_null(form);
    ck_assert_msg(
        strcmp(dti_error_id(error), faults[_i].id) == 0 &&
            dti_error_line(error) == faults[_i].line &&
            dti_error_column(error) == faults[_i].column && strstr(words, faults[_i].words) != NULL,
        "%s:%u:%u %s", dti_error_id(error), dti_error_line(error), dti_error_column(error), words);
    dti_error_free(error);
    free(exact);
}
END_TEST

/* The same two figures in many spellings. */
static const char *const spellings[] = {
    HEAD LINE "I.2,,7,\r\n" LINE "II.4,,\"2,5\",x\r\n",
    "\xEF\xBB\xBF" HEAD LINE "II.4,Kinh phí chi,\"2,5\",x\n" LINE "I.2,Số dân trưởng thành,7\n",
    "value;row;năm;đơn vị báo cáo;note;Ngày\n7;I.2;2022;so-noi-vu;;\n2,5;II.4;2022;so-noi-"
    "vu;x;15/01/2023",
    "STT;Chỉ số chính/Chỉ số thành phần;Đơn vị tính;SỐ LIỆU;Ghi chú;Năm;Cơ quan báo cáo;Ngày báo "
    "cáo\r\n;;;;;2022;so-noi-vu;15.1.2023\r\nI;Thông tin chung;;;;;;\r\n2;số dân  trưởng "
    "thành;;7;;;;"
    "\r\n4;KINH PHÍ CHI;;2.5;x;;;\r\n",
    HEAD LINE ",So\xCC\x82\xCC\x81 d\xC3\xA2n tr\xC6\xB0\xE1\xBB\x9Fng th\xC3\xA0nh,7,\r\n" LINE
              "II.4,,2.5,x\r\n",
    HEAD "\r\n" LINE "I.2,,7,\r\n,,,,,,,\r\n" LINE "II.4,,2.5,x\r\n" LINE "II.5/1,,,\r\n" LINE
         "I.9,Ghi thêm,,\r\n\r\n",
    "form,\"reporter\",\"unit\",year,date,revision,row,name,value,note,Người "
    "điền\r\nA,so-noi-vu,gso:"
    "49,2022,2023-01-15,1,I.2,,7,,Lan\r\nA,so-noi-vu,gso:49,2022,2023-01-15,1,II.4,,\"2,50\",x,Lan",
};

START_TEST(one_form_has_many_spellings)
{
    /* Without a unit the collection, which has none, does not tell whom it is about. */
    char text[2048];
    const bool has_unit = strstr(spellings[_i], "gso:49") != NULL;
    const char separator = strchr(spellings[_i], ';') != NULL ? ';' : ',';
    snprintf(text, sizeof text, "%s", spellings[_i]);
    if (!has_unit) { /* another column at the end of the first two lines */
        const char *first = strchr(spellings[_i], '\n');
        const char *second = strchr(first + 1, '\n');
        const int title = (int)(first - spellings[_i]) - (first[-1] == '\r');
        const int line = (int)(second - first) - 1 - (second[-1] == '\r');
        snprintf(text, sizeof text, "%.*s%cunit\n%.*s%cgso:49\n%s", title, spellings[_i], separator,
                 line, first + 1, separator, second + 1);
    }
    dti_form *form = parse(text);
    dti_form *plain = parse(spellings[0]);
    same_form(plain, form, text);
    ck_assert_double_eq(dti_form_row_number(form, 1), 7);
    ck_assert_double_eq(dti_form_row_number(form, 5), 2.5);
    ck_assert_str_eq(dti_form_row_note(form, 5), "x");
    dti_form_unref(form);
    dti_form_unref(plain);
}
END_TEST

START_TEST(names_are_never_guessed)
{
    /* "Số sự cố" stands twice on form B, but for case and spaces. */
    static const char text[] =
        "reporter,unit,year,date,name,value\nhuyen-mot,gso:49,2022,2023-01-15,Số "
        "sự cố,3\n";
    static const char empty[] =
        "reporter,unit,year,date,name,value\nhuyen-mot,gso:49,2022,2023-01-15,Số sự cố,\n";
    dti_form *form = NULL;
    dti_error *error = NULL;
    const dti_status status = dti_form_parse(text, strlen(text), collection, NULL, &form, &error);
    ck_assert_str_eq(dti_error_id(error), "DTI-0942");
    sample_refused(status, DTI_E_REFERENCE, &error);
    form = parse(empty);
    dti_form_unref(form);
}
END_TEST

START_TEST(odd_things_are_remarked)
{
    static const char text[] =
        "reporter,unit,year,date,row,name,value,Người ký\nso-noi-vu,gso:49,2022,"
        "2023-01-15,I.2,Số hộ,7,Lan\n";
    dti_report *report = NULL;
    dti_error *error = NULL;
    char words[512];
    sample_must(dti_form_check(text, strlen(text), collection, NULL, &report, &error), &error);
    ck_assert_uint_eq(dti_report_count(report), 2);
    ck_assert_int_eq(dti_report_severity(report, 0), DTI_SEVERITY_INFO);
    dti_report_format(report, 0, DTI_LANG_EN, words, sizeof words);
    ck_assert_str_eq(words, "The column \"Người ký\" is not needed and was left out");
    ck_assert_int_eq(dti_report_severity(report, 1), DTI_SEVERITY_WARNING);
    dti_report_format(report, 1, DTI_LANG_EN, words, sizeof words);
    ck_assert_str_eq(words,
                     "Form A, row I.2: the file names it \"Số hộ\", the form \"Số dân trưởng "
                     "thành\"");
    ck_assert_uint_eq(dti_report_line(report, 1), 2);
    dti_report_unref(report);
}
END_TEST

START_TEST(written_is_read_again)
{
    dti_form *form = tiny();
    char *text = written(form, _i == 0 ? DTI_FORM_CSV : DTI_FORM_CSV_BOM);
    dti_form *again = parse(text);
    same_form(form, again, text);
    const char *titles =
        _i == 0
            ? "collection,form,reporter,unit,year,date,revision,row,number,section,name,measure,"
              "value,note,"
            : "\xEF\xBB\xBF"
              "Bộ biểu mẫu,Biểu,Đơn vị báo cáo,Đơn vị được đánh giá,Năm đánh giá,Ngày báo cáo,"
              "Lần báo cáo,Mã dòng,STT,Nhóm,Tên chỉ số,Đơn vị tính,Số liệu,Ghi chú,";
    ck_assert_msg(strncmp(text, titles, strlen(titles)) == 0, "%.300s", text);
    ck_assert_ptr_nonnull(strstr(text, ",\"'=Chuyển đổi số, \"\"vì người dân\"\"\","));
    ck_assert_ptr_nonnull(strstr(text, ",1.2340,"));
    ck_assert_ptr_nonnull(strstr(text, "I.3/2,,,Nữ,,12,"));
    free(text);
    dti_form_unref(form);
    dti_form_unref(again);
}
END_TEST

START_TEST(an_empty_form_is_read_as_empty)
{
    dti_form *form = NULL;
    dti_error *error = NULL;
    sample_must(dti_form_new(collection, (size_t)_i, "gso:49", 2022, NULL, &form, &error), &error);
    char *text = written(form, DTI_FORM_CSV);
    dti_form *again = parse(text);
    same_form(form, again, text);
    free(text);
    dti_form_unref(form);
    dti_form_unref(again);
}
END_TEST

/* ---- Random forms ---- */

static void put_text(struct random_text *json, uint64_t *seed)
{
    static const char *const pieces[] = {"=1+1",
                                         "+84",
                                         "-5",
                                         "@x",
                                         "'",
                                         "''=",
                                         "Sở Nội vụ",
                                         ", ",
                                         "; ",
                                         "\\\"",
                                         "\\r\\n",
                                         "\\t",
                                         "đ",
                                         "1.234",
                                         "  ",
                                         "Nu\xCC\x81i",
                                         "\\\\n",
                                         "x",
                                         "\xF0\x9F\x8C\x8F"};
    const uint32_t count = 1 + random_below(seed, 4);
    for (uint32_t i = 0; i < count; i++) {
        random_put(json, "%s", pieces[random_below(seed, LENGTH_OF(pieces))]);
    }
    random_put(json, "a"); /* not only white space */
}

static void put_number(struct random_text *json, uint64_t *seed, uint32_t most, bool is_whole)
{
    static const char *const tails[] = {"", ".5", ".25", ".125", ".001", ".0625", ".1"};
    const uint32_t whole = random_below(seed, most);
    random_put(json, "%u%s", (unsigned)whole,
               is_whole ? "" : tails[random_below(seed, LENGTH_OF(tails))]);
}

static void put_figure(struct random_text *json, uint64_t *seed, int row)
{
    static const char *const choices[] = {"nobody", "deputy", "head"};
    switch (row) {
    case 0:
        random_put(json, ",\"value\":\"");
        put_text(json, seed);
        random_put(json, "\"");
        break;
    case 2:
        random_put(json, ",\"parts\":[");
        for (int i = 0; i < 3; i++) {
            random_put(json, i > 0 ? "," : "");
            put_number(json, seed, 5000, true);
        }
        random_put(json, "]");
        break;
    case 3:
        random_put(json, ",\"value\":\"%s\"", choices[random_below(seed, 3)]);
        break;
    case 4:
        random_put(json, ",\"value\":%s", random_below(seed, 2) == 0 ? "true" : "false");
        break;
    case 6:
        random_put(json, ",\"list\":[");
        for (uint32_t i = 0, count = random_below(seed, 4); i < count; i++) {
            random_put(json, "%s{\"name\":\"", i > 0 ? "," : "");
            put_text(json, seed);
            random_put(json, "\",\"counts\":%s}", random_below(seed, 2) == 0 ? "true" : "false");
        }
        random_put(json, "]");
        break;
    default:
        random_put(json, ",\"value\":");
        put_number(json, seed, row == 8 ? 99 : row == 5 ? 4999 : 2000000, row == 1 || row == 7);
    }
}

static void put_note(struct random_text *json, uint64_t *seed, const char *key)
{
    random_put(json, ",\"%s\":{\"vi\":\"", key);
    put_text(json, seed);
    if (random_below(seed, 2) == 0) {
        random_put(json, "\",\"en\":\"");
        put_text(json, seed);
    }
    random_put(json, "\"}");
}

static dti_form *random_form(uint64_t *seed)
{
    static const char *const keys[] = {"I.1",  "I.2",  "I.3",  "II.2", "II.3",
                                       "II.4", "II.5", "II.6", "II.7"};
    struct random_text json = {0};
    random_put(&json,
               "{\"format\":\"dti-form/1\",\"collection\":{\"id\":\"tiny-forms\",\"version\":"
               "\"1.0.0\"},\"reporter\":\"so-noi-vu\",\"unit\":{\"id\":\"gso:49\"},\"year\":"
               "2022,\"date\":\"2023-01-15\",\"revision\":%u,\"rows\":[",
               (unsigned)(1 + random_below(seed, 9)));
    for (int i = 0; i < LENGTH_OF(keys); i++) {
        const uint32_t kind = random_below(seed, 4);
        random_put(&json, "%s{\"row\":\"%s\"", i > 0 ? "," : "", keys[i]);
        if (kind < 2) {
            put_figure(&json, seed, i);
        } else if (kind == 2) {
            random_put(&json, ",\"state\":\"%s\"",
                       random_below(seed, 2) == 0 ? "rejected" : "missing");
            put_note(&json, seed, "reason");
        }
        if (random_below(seed, 3) == 0) {
            put_note(&json, seed, "note");
        }
        random_put(&json, "}");
    }
    random_put(&json, "]}");
    dti_form *form = parse(json.bytes);
    free(json.bytes);
    return form;
}

/* Lines of our own CSV in another order, the titles first. Line feeds within quotes do not end one.
 */
static char *shuffled(const char *text, uint64_t *seed)
{
    const char *starts[64];
    size_t count = 0;
    bool is_quoted = false;
    starts[count++] = text;
    for (const char *c = text; *c != '\0'; c++) {
        is_quoted = is_quoted != (*c == '"');
        if (*c == '\n' && !is_quoted) {
            ck_assert_uint_lt(count, LENGTH_OF(starts));
            starts[count++] = c + 1;
        }
    }
    char *out = calloc(1, strlen(text) + 1);
    size_t order[64];
    for (size_t i = 0; i + 1 < count; i++) {
        order[i] = i;
    }
    for (size_t i = count - 2; i > 1; i--) {
        const size_t k = 1 + random_below(seed, (uint32_t)i);
        const size_t kept = order[i];
        order[i] = order[k];
        order[k] = kept;
    }
    for (size_t i = 0; i + 1 < count; i++) {
        strncat(out, starts[order[i]], (size_t)(starts[order[i] + 1] - starts[order[i]]));
    }
    return out;
}

START_TEST(random_forms_come_back)
{
    uint64_t seed = 7501;
    for (int i = 0; i < 300; i++) {
        dti_form *form = random_form(&seed);
        char *text = written(form, DTI_FORM_CSV);
        char *mixed = shuffled(text, &seed);
        char *json = written(form, DTI_FORM_JSON);
        dti_form *again = parse(text);
        dti_form *other = parse(mixed);
        dti_form *third = parse(json);
        same_form(form, again, text);
        same_form(form, other, mixed);
        same_form(form, third, json);
        free(text);
        free(mixed);
        free(json);
        dti_form_unref(form);
        dti_form_unref(again);
        dti_form_unref(other);
        dti_form_unref(third);
    }
}
END_TEST

/* No cut of a form crashes the reader. */
START_TEST(every_cut_is_survived)
{
    dti_form *form = tiny();
    char *text = written(form, DTI_FORM_CSV);
    const size_t length = strlen(text);
    for (size_t i = 0; i < length; i++) {
        char *cut = test_exact(text, i);
        dti_report *report = NULL;
        dti_error *error = NULL;
        sample_must(dti_form_check(cut, i, collection, NULL, &report, &error), &error);
        dti_report_unref(report);
        free(cut);
    }
    free(text);
    dti_form_unref(form);
}
END_TEST

/* Without a collection given, the column names a built-in one. */
START_TEST(names_its_collection)
{
    dti_collection *quangnam = NULL;
    dti_form *form = NULL;
    dti_form *other = NULL;
    dti_error *error = NULL;
    sample_must(dti_collection_builtin("vn-quangnam-2023", NULL, &quangnam, &error), &error);
    const size_t reporter = dti_collection_reporter_find(quangnam, "dai-phat-thanh-va-truyen-hinh");
    sample_must(dti_form_new(quangnam, reporter, NULL, 2023, NULL, &form, &error), &error);
    char *text = written(form, DTI_FORM_CSV);
    sample_must(dti_form_parse(text, strlen(text), NULL, NULL, &other, &error), &error);
    same_form(form, other, text);
    dti_form_unref(other);
    other = NULL;
    /* "Dưới 1 tháng" is how the unit cell prints the lowest answer. */
    static const char answer[] =
        "collection,reporter,year,date,row,value\nvn-quangnam-2023,dai-phat-"
        "thanh-va-truyen-hinh,2023,15/01/2024,I.2,dưới 1 tháng\n";
    sample_must(dti_form_parse(answer, strlen(answer), NULL, NULL, &other, &error), &error);
    const size_t row = dti_collection_form_first_row(quangnam, 10);
    ck_assert_int_eq(dti_form_row_state(other, row), DTI_STATE_PRESENT);
    ck_assert_double_eq(dti_form_row_number(other, row), 0);
    ck_assert_str_eq(dti_form_date(other), "2024-01-15");
    dti_form_unref(other);
    other = NULL;
    const dti_status status = dti_form_parse(text, strlen(text), collection, NULL, &other, &error);
    ck_assert_uint_eq(dti_error_line(error), 2);
    sample_refused(status, DTI_E_VERSION, &error);
    free(text);
    dti_form_unref(form);
    dti_collection_unref(quangnam);
}
END_TEST

START_TEST(limits_hold)
{
    static const char text[] = HEAD LINE "I.2,,7,\r\n";
    const dti_parse_options most[] = {{.size = sizeof *most, .max_bytes = sizeof text - 2},
                                      {.size = sizeof *most, .max_values = 15},
                                      {.size = sizeof *most, .max_string = 9}};
    for (int i = 0; i < LENGTH_OF(most); i++) {
        dti_form *form = NULL;
        dti_error *error = NULL;
        sample_refused(dti_form_parse(text, strlen(text), collection, &most[i], &form, &error),
                       DTI_E_LIMIT, &error);
        ck_assert_ptr_null(form);
    }
}
END_TEST

static dti_status work(const dti_allocator *allocator, void *data)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_form *form = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    options.allocator = allocator;
    dti_status status = dti_form_parse(data, strlen(data), collection, &options, &form, &error);
    ck_assert((status == DTI_OK) == (form != NULL));
    if (status == DTI_OK) {
        status = dti_form_write(form, DTI_FORM_CSV, &text, &error);
    }
    ck_assert((status == DTI_OK) == (error == NULL) && (status == DTI_OK) == (text != NULL));
    dti_text_free(text);
    dti_form_unref(form);
    dti_error_free(error);
    return status;
}

START_TEST(survives_without_memory)
{
    dti_form *form = tiny();
    char *text = written(form, DTI_FORM_CSV);
    test_nomem(work, text);
    free(text);
    dti_form_unref(form);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-form-csv");
    TCase *tcase = tcase_create("csv");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, cells_are_read_as_people_fill_them, 0, LENGTH_OF(cells));
    tcase_add_loop_test(tcase, faults_are_told_with_their_place, 0, LENGTH_OF(faults));
    tcase_add_loop_test(tcase, one_form_has_many_spellings, 0, LENGTH_OF(spellings));
    tcase_add_test(tcase, names_are_never_guessed);
    tcase_add_test(tcase, odd_things_are_remarked);
    tcase_add_loop_test(tcase, written_is_read_again, 0, 2);
    tcase_add_loop_test(tcase, an_empty_form_is_read_as_empty, 0, 3);
    tcase_add_test(tcase, random_forms_come_back);
    tcase_add_test(tcase, every_cut_is_survived);
    tcase_add_test(tcase, names_its_collection);
    tcase_add_test(tcase, limits_hold);
    tcase_add_test(tcase, survives_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
