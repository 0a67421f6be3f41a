/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Registers of units as documents: the provinces of Vietnam before and after July 2025 as the
 * sources have them, and a small register with renamings, a split and a namesake. What is refused
 * stands in tests/data/invalid. */
#include "samples.h"

#include "builtin/builtin.h"
#include "io/binding.h"
#include "model/units.h"

#include "json/tree.h"
#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))
#define TINY             "tests/data/tiny-units.json"
#define BEFORE           "2025-06-30"
#define AFTER            "2025-07-01"

static dti_units *provinces;
static dti_units *tiny;

static dti_units *builtin(const char *id)
{
    dti_units *units = NULL;
    dti_error *error = NULL;
    sample_must(dti_units_builtin(id, NULL, &units, &error), &error);
    return units;
}

static void open_units(void)
{
    dti_error *error = NULL;
    char *path = test_path(TINY);
    provinces = builtin("vn-provinces");
    sample_must(dti_units_load(path, NULL, &tiny, &error), &error);
    free(path);
}

static void close_units(void)
{
    dti_units_unref(provinces);
    dti_units_unref(tiny);
}

/* The 63 of before July 2025: code of the statistics office and of ISO 3166-2, and the province of
 * 2025 that each belongs to, as resolution 202/2025/QH15 and 175/2024/QH15 have it. */
static const struct {
    const char *gso;
    const char *iso;
    const char *name;
    const char *after;
} sixty_three[] = {
    {"01", "VN-HN", "Hà Nội", "Hà Nội"},
    {"02", "VN-03", "Hà Giang", "Tuyên Quang"},
    {"04", "VN-04", "Cao Bằng", "Cao Bằng"},
    {"06", "VN-53", "Bắc Kạn", "Thái Nguyên"},
    {"08", "VN-07", "Tuyên Quang", "Tuyên Quang"},
    {"10", "VN-02", "Lào Cai", "Lào Cai"},
    {"11", "VN-71", "Điện Biên", "Điện Biên"},
    {"12", "VN-01", "Lai Châu", "Lai Châu"},
    {"14", "VN-05", "Sơn La", "Sơn La"},
    {"15", "VN-06", "Yên Bái", "Lào Cai"},
    {"17", "VN-14", "Hòa Bình", "Phú Thọ"},
    {"19", "VN-69", "Thái Nguyên", "Thái Nguyên"},
    {"20", "VN-09", "Lạng Sơn", "Lạng Sơn"},
    {"22", "VN-13", "Quảng Ninh", "Quảng Ninh"},
    {"24", "VN-54", "Bắc Giang", "Bắc Ninh"},
    {"25", "VN-68", "Phú Thọ", "Phú Thọ"},
    {"26", "VN-70", "Vĩnh Phúc", "Phú Thọ"},
    {"27", "VN-56", "Bắc Ninh", "Bắc Ninh"},
    {"30", "VN-61", "Hải Dương", "Hải Phòng"},
    {"31", "VN-HP", "Hải Phòng", "Hải Phòng"},
    {"33", "VN-66", "Hưng Yên", "Hưng Yên"},
    {"34", "VN-20", "Thái Bình", "Hưng Yên"},
    {"35", "VN-63", "Hà Nam", "Ninh Bình"},
    {"36", "VN-67", "Nam Định", "Ninh Bình"},
    {"37", "VN-18", "Ninh Bình", "Ninh Bình"},
    {"38", "VN-21", "Thanh Hóa", "Thanh Hóa"},
    {"40", "VN-22", "Nghệ An", "Nghệ An"},
    {"42", "VN-23", "Hà Tĩnh", "Hà Tĩnh"},
    {"44", "VN-24", "Quảng Bình", "Quảng Trị"},
    {"45", "VN-25", "Quảng Trị", "Quảng Trị"},
    {"46", "VN-26", "Thừa Thiên Huế", "Huế"},
    {"48", "VN-DN", "Đà Nẵng", "Đà Nẵng"},
    {"49", "VN-27", "Quảng Nam", "Đà Nẵng"},
    {"51", "VN-29", "Quảng Ngãi", "Quảng Ngãi"},
    {"52", "VN-31", "Bình Định", "Gia Lai"},
    {"54", "VN-32", "Phú Yên", "Đắk Lắk"},
    {"56", "VN-34", "Khánh Hòa", "Khánh Hòa"},
    {"58", "VN-36", "Ninh Thuận", "Khánh Hòa"},
    {"60", "VN-40", "Bình Thuận", "Lâm Đồng"},
    {"62", "VN-28", "Kon Tum", "Quảng Ngãi"},
    {"64", "VN-30", "Gia Lai", "Gia Lai"},
    {"66", "VN-33", "Đắk Lắk", "Đắk Lắk"},
    {"67", "VN-72", "Đắk Nông", "Lâm Đồng"},
    {"68", "VN-35", "Lâm Đồng", "Lâm Đồng"},
    {"70", "VN-58", "Bình Phước", "Đồng Nai"},
    {"72", "VN-37", "Tây Ninh", "Tây Ninh"},
    {"74", "VN-57", "Bình Dương", "TP Hồ Chí Minh"},
    {"75", "VN-39", "Đồng Nai", "Đồng Nai"},
    {"77", "VN-43", "Bà Rịa - Vũng Tàu", "TP Hồ Chí Minh"},
    {"79", "VN-SG", "TP Hồ Chí Minh", "TP Hồ Chí Minh"},
    {"80", "VN-41", "Long An", "Tây Ninh"},
    {"82", "VN-46", "Tiền Giang", "Đồng Tháp"},
    {"83", "VN-50", "Bến Tre", "Vĩnh Long"},
    {"84", "VN-51", "Trà Vinh", "Vĩnh Long"},
    {"86", "VN-49", "Vĩnh Long", "Vĩnh Long"},
    {"87", "VN-45", "Đồng Tháp", "Đồng Tháp"},
    {"89", "VN-44", "An Giang", "An Giang"},
    {"91", "VN-47", "Kiên Giang", "An Giang"},
    {"92", "VN-CT", "Cần Thơ", "Cần Thơ"},
    {"93", "VN-73", "Hậu Giang", "Cần Thơ"},
    {"94", "VN-52", "Sóc Trăng", "Cần Thơ"},
    {"95", "VN-55", "Bạc Liêu", "Cà Mau"},
    {"96", "VN-59", "Cà Mau", "Cà Mau"},
};

/* The 34 with the codes of decision 19/2025/QĐ-TTg, copied from a list that is not ours. */
static const struct {
    const char *gso;
    const char *name;
    size_t predecessors;
} thirty_four[] = {
    {"01", "Hà Nội", 0},         {"04", "Cao Bằng", 0},    {"08", "Tuyên Quang", 2},
    {"11", "Điện Biên", 0},      {"12", "Lai Châu", 0},    {"14", "Sơn La", 0},
    {"15", "Lào Cai", 2},        {"19", "Thái Nguyên", 2}, {"20", "Lạng Sơn", 0},
    {"22", "Quảng Ninh", 0},     {"24", "Bắc Ninh", 2},    {"25", "Phú Thọ", 3},
    {"31", "Hải Phòng", 2},      {"33", "Hưng Yên", 2},    {"37", "Ninh Bình", 3},
    {"38", "Thanh Hóa", 0},      {"40", "Nghệ An", 0},     {"42", "Hà Tĩnh", 0},
    {"44", "Quảng Trị", 2},      {"46", "Huế", 1},         {"48", "Đà Nẵng", 2},
    {"51", "Quảng Ngãi", 2},     {"52", "Gia Lai", 2},     {"56", "Khánh Hòa", 2},
    {"66", "Đắk Lắk", 2},        {"68", "Lâm Đồng", 3},    {"75", "Đồng Nai", 2},
    {"79", "TP Hồ Chí Minh", 3}, {"80", "Tây Ninh", 2},    {"82", "Đồng Tháp", 2},
    {"86", "Vĩnh Long", 3},      {"91", "An Giang", 2},    {"92", "Cần Thơ", 3},
    {"96", "Cà Mau", 2},
};

static size_t find(const dti_units *units, const char *system, const char *code, const char *day)
{
    char id[64];
    snprintf(id, sizeof id, "%s:%s", system, code);
    return dti_units_find(units, id, day);
}

static size_t count_on(const dti_units *units, const char *day)
{
    size_t count = 0;
    for (size_t i = 0; i < dti_units_count(units); i++) {
        count += dti_units_is_valid(units, i, day) != 0;
    }
    return count;
}

START_TEST(has_as_many_as_there_were)
{
    ck_assert_uint_eq(count_on(provinces, "2020-12-31"), 63);
    ck_assert_uint_eq(count_on(provinces, "2024-12-31"), 63);
    ck_assert_uint_eq(count_on(provinces, BEFORE), 63);
    ck_assert_uint_eq(count_on(provinces, AFTER), 34);
    ck_assert_uint_eq(count_on(provinces, "2031-01-01"), 34);
    ck_assert_uint_eq(dti_units_count(provinces), 63 + 23 + 1); /* merged ones, and Huế */
}
END_TEST

START_TEST(knows_the_sixty_three)
{
    const size_t entry = find(provinces, "gso", sixty_three[_i].gso, "2022-12-31");
    ck_assert_str_eq(dti_units_unit_name(provinces, entry, DTI_LANG_VI), sixty_three[_i].name);
    ck_assert_str_eq(dti_units_unit_code(provinces, entry, "iso"), sixty_three[_i].iso);
    ck_assert_str_eq(dti_units_unit_code(provinces, entry, "gso"), sixty_three[_i].gso);
    ck_assert_str_eq(dti_units_unit_from(provinces, entry), "");
    ck_assert_int_eq(dti_units_unit_provenance(provinces, entry, DTI_UNIT_ID),
                     DTI_PROVENANCE_SOURCE);
    /* Through all successors to that of July 2025. */
    size_t at = entry;
    while (dti_units_unit_successor_count(provinces, at) > 0) {
        ck_assert_uint_eq(dti_units_unit_successor_count(provinces, at), 1);
        at = dti_units_unit_successor(provinces, at, 0);
    }
    ck_assert_int_eq(dti_units_is_valid(provinces, at, AFTER), 1);
    ck_assert_str_eq(dti_units_unit_name(provinces, at, DTI_LANG_VI), sixty_three[_i].after);
}
END_TEST

START_TEST(knows_the_thirty_four)
{
    const size_t entry = find(provinces, "gso", thirty_four[_i].gso, AFTER);
    ck_assert_str_eq(dti_units_unit_name(provinces, entry, DTI_LANG_VI), thirty_four[_i].name);
    ck_assert_uint_eq(dti_units_unit_predecessor_count(provinces, entry),
                      thirty_four[_i].predecessors);
    ck_assert_str_eq(dti_units_unit_until(provinces, entry), "");
    const bool is_merged = thirty_four[_i].predecessors > 1;
    ck_assert_str_eq(dti_units_unit_from(provinces, entry), is_merged ? AFTER
                                                            : thirty_four[_i].predecessors == 1
                                                                ? "2025-01-01"
                                                                : "");
    /* Nobody says which ISO codes and regions the merged ones have. */
    const dti_provenance kept = is_merged ? DTI_PROVENANCE_ASSUMED : DTI_PROVENANCE_SOURCE;
    if (thirty_four[_i].predecessors != 1) {
        ck_assert_int_eq(dti_units_unit_provenance(provinces, entry, DTI_UNIT_CODES), kept);
        ck_assert_int_eq(dti_units_unit_provenance(provinces, entry, DTI_UNIT_GROUP), kept);
    }
    ck_assert_int_eq(dti_units_unit_provenance(provinces, entry, DTI_UNIT_PREDECESSORS),
                     DTI_PROVENANCE_SOURCE);
}
END_TEST

/* "05/8" and "10/13" in the plans of Quảng Nam and Bến Tre: regions have so many provinces. */
START_TEST(has_the_regions_of_the_published_tables)
{
    static const struct {
        const char *id;
        size_t before;
        size_t after;
    } regions[] = {
        {"trung-du-mien-nui-phia-bac", 14, 9},
        {"dong-bang-song-hong", 11, 6},
        {"bac-trung-bo", 6, 5},
        {"nam-trung-bo", 8, 0},
        {"tay-nguyen", 5, 0},
        {"dong-nam-bo", 6, 3},
        {"dong-bang-song-cuu-long", 13, 5},
        {"duyen-hai-nam-trung-bo-tay-nguyen", 0, 6},
    };
    ck_assert_uint_eq(dti_units_group_count(provinces), LENGTH_OF(regions));
    for (size_t group = 0; group < LENGTH_OF(regions); group++) {
        size_t before = 0;
        size_t after = 0;
        for (size_t i = 0; i < dti_units_count(provinces); i++) {
            const bool is_in = dti_units_unit_group(provinces, i) == group;
            before += is_in && dti_units_is_valid(provinces, i, BEFORE);
            after += is_in && dti_units_is_valid(provinces, i, AFTER);
        }
        ck_assert_str_eq(dti_units_group_id(provinces, group), regions[group].id);
        ck_assert_uint_eq(before, regions[group].before);
        ck_assert_uint_eq(after, regions[group].after);
    }
}
END_TEST

START_TEST(a_merger_makes_a_new_unit_and_a_name_does_not)
{
    const size_t old = dti_units_find(provinces, "gso:48", BEFORE);
    const size_t merged = dti_units_find(provinces, "gso:48", AFTER);
    const size_t quang_nam = dti_units_find(provinces, "gso:49", BEFORE);
    ck_assert_uint_ne(old, merged);
    ck_assert_int_eq(dti_units_is_same(provinces, old, merged), 0);
    ck_assert_uint_eq(dti_units_unit_predecessor(provinces, merged, 0), old);
    ck_assert_uint_eq(dti_units_unit_predecessor(provinces, merged, 1), quang_nam);
    ck_assert_uint_eq(dti_units_unit_predecessor(provinces, merged, 2), DTI_NONE);
    ck_assert_uint_eq(dti_units_find(provinces, "gso:49", AFTER), DTI_NONE);
    const size_t thua_thien = dti_units_find(provinces, "gso:46", "2024-12-31");
    const size_t hue = dti_units_find(provinces, "gso:46", "2025-01-01");
    ck_assert_uint_ne(thua_thien, hue);
    ck_assert_int_eq(dti_units_is_same(provinces, thua_thien, hue), 1);
    ck_assert_int_eq(dti_units_is_same(provinces, hue, hue), 1);
    ck_assert_int_eq(dti_units_is_same(provinces, hue, DTI_NONE), 0);
    /* A code may be given to somebody else: 91 was Kiên Giang and is An Giang, that was 89. */
    const size_t kien_giang = dti_units_find(provinces, "gso:91", BEFORE);
    const size_t an_giang = dti_units_find(provinces, "gso:91", AFTER);
    ck_assert_str_eq(dti_units_unit_name(provinces, kien_giang, DTI_LANG_EN), "Kien Giang");
    ck_assert_str_eq(dti_units_unit_name(provinces, an_giang, DTI_LANG_EN), "An Giang");
    ck_assert_int_eq(dti_units_is_same(provinces, kien_giang, an_giang), 0);
    ck_assert_uint_eq(dti_units_find(provinces, "gso:91", NULL), an_giang);
}
END_TEST

/* Against the list of Debian, where it is installed. It has a code and a name of each; one it
 * misspells. */
START_TEST(agrees_with_iso_codes)
{
    static const char path[] = "/usr/share/iso-codes/json/iso_3166-2.json";
    FILE *file = fopen(path, "rb");
    char line[512];
    char code[16] = "";
    size_t seen = 0;
    if (!file) {
        return; /* nothing to compare with */
    }
    while (fgets(line, sizeof line, file)) {
        char name[128];
        size_t entry = DTI_NONE;
        char text[32];
        if (sscanf(line, " \"code\": \"%15[^\"]\"", code) == 1 || strncmp(code, "VN-", 3) != 0 ||
            sscanf(line, " \"name\": \"%127[^\"]\"", name) != 1 || strcmp(name, "Việt Nam") == 0) {
            continue;
        }
        snprintf(text, sizeof text, "iso:%s", code);
        ck_assert_int_eq(dti_units_resolve(provinces, text, "2022-12-31", &entry, NULL), DTI_OK);
        size_t by_name = DTI_NONE;
        ck_assert_msg(dti_units_resolve(provinces, name, "2022-12-31", &by_name, NULL) == DTI_OK,
                      "%s", name);
        ck_assert_msg(by_name == entry, "%s is not %s", name, code);
        seen++;
    }
    fclose(file);
    ck_assert_uint_eq(seen, 63);
}
END_TEST

START_TEST(lists_what_is_built_in)
{
    static const struct {
        const char *id;
        const char *level;
        size_t count;
        const char *first;
    } builtins[] = {{"vn-provinces", "province", 87, "gso:01"},
                    {"vn-agencies", "ministry", 16, "org:bo-tai-chinh"},
                    {"vn-country", "country", 1, "iso:vn"}};
    ck_assert_uint_eq(dti_units_builtin_count(), LENGTH_OF(builtins));
    for (size_t i = 0; i < LENGTH_OF(builtins); i++) {
        dti_units *units = builtin(builtins[i].id);
        ck_assert_str_eq(dti_units_builtin_id(i), builtins[i].id);
        ck_assert_str_eq(dti_units_id(units), builtins[i].id);
        ck_assert_str_eq(dti_units_level(units), builtins[i].level);
        ck_assert_uint_eq(dti_units_count(units), builtins[i].count);
        ck_assert_str_eq(dti_units_unit_id(units, 0), builtins[i].first);
        dti_units_unref(units);
    }
    ck_assert_str_eq(dti_units_builtin_id(LENGTH_OF(builtins)), "");
    dti_units *units = NULL;
    dti_error *error = NULL;
    sample_refused(dti_units_builtin("vn-towns", NULL, &units, &error), DTI_E_NOT_FOUND, &error);
    sample_refused(dti_units_builtin(NULL, NULL, &units, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(units);
}
END_TEST

/* What the build computes is what the library computes. */
START_TEST(has_one_digest)
{
    for (size_t i = 0; i < dti__builtin_unit_count; i++) {
        const struct dti__builtin *at = &dti__builtin_units[i];
        dti_units *units = NULL;
        dti_error *error = NULL;
        sample_must(dti_units_parse(at->text, at->length, NULL, &units, &error), &error);
        ck_assert_str_eq(dti_units_digest(units), at->digest);
        dti_units_unref(units);
    }
}
END_TEST

START_TEST(check_finds_nothing_in_what_is_built_in)
{
    for (size_t i = 0; i < dti__builtin_unit_count; i++) {
        const struct dti__builtin *at = &dti__builtin_units[i];
        dti_report *report = NULL;
        dti_error *error = NULL;
        sample_must(dti_units_check(at->text, at->length, NULL, &report, &error), &error);
        ck_assert_uint_eq(dti_report_count(report), 0);
        dti_report_unref(report);
    }
}
END_TEST

START_TEST(reads_a_small_register)
{
    ck_assert_str_eq(dti_units_id(tiny), "tiny-units");
    ck_assert_str_eq(dti_units_version(tiny), "1.0.0");
    ck_assert_str_eq(dti_units_title(tiny, DTI_LANG_EN), "Some districts");
    ck_assert_str_eq(dti_units_level(tiny), "district");
    ck_assert_uint_eq(dti_units_system_count(tiny), 2);
    ck_assert_str_eq(dti_units_system_id(tiny, 0), "gso"); /* the key first */
    ck_assert_str_eq(dti_units_system_id(tiny, 1), "post");
    ck_assert_str_eq(dti_units_system_name(tiny, 1, DTI_LANG_EN), "Postal code");
    ck_assert_str_eq(dti_units_group_name(tiny, 1, DTI_LANG_EN), "Hills");
    ck_assert_str_eq(dti_units_unit_parent(tiny, 0), "gso:49");
    ck_assert_str_eq(dti_units_unit_parent(tiny, 1), "");
    ck_assert_str_eq(dti_units_unit_code(tiny, 0, "post"), "51");
    ck_assert_str_eq(dti_units_unit_code(tiny, 2, "post"), "");
    ck_assert_str_eq(dti_units_unit_code(tiny, 0, "phone"), "");
    ck_assert_str_eq(dti_units_unit_name(tiny, 2, DTI_LANG_EN), "Tân Lập"); /* no other */
    ck_assert_uint_eq(dti_units_unit_alias_count(tiny, 5), 1);
    ck_assert_str_eq(dti_units_unit_alias(tiny, 5, 0), "Hòa Vang");
    ck_assert_uint_eq(dti_units_unit_group(tiny, 2), 1);
    ck_assert_uint_eq(dti_units_unit_group(tiny, 3), DTI_NONE);
    ck_assert_int_eq(dti_units_unit_population(tiny, 0, 2009), 120000);
    ck_assert_int_eq(dti_units_unit_population(tiny, 0, 2010), 121500);
    ck_assert_int_eq(dti_units_unit_population(tiny, 0, 2011), 0);
    ck_assert_str_eq(dti_units_unit_from(tiny, 1), "2011-01-01");
    ck_assert_str_eq(dti_units_unit_until(tiny, 1), "2019-12-31");
}
END_TEST

START_TEST(renamings_go_on_and_splits_do_not)
{
    /* 0 renamed to 1; 1 split into 3 and 4; 5 left 2, which goes on. */
    ck_assert_int_eq(dti_units_is_same(tiny, 0, 1), 1);
    ck_assert_int_eq(dti_units_is_same(tiny, 1, 3), 0);
    ck_assert_int_eq(dti_units_is_same(tiny, 3, 4), 0);
    ck_assert_int_eq(dti_units_is_same(tiny, 2, 5), 0);
    ck_assert_uint_eq(dti_units_unit_successor_count(tiny, 1), 2);
    ck_assert_uint_eq(dti_units_unit_successor(tiny, 1, 0), 3);
    ck_assert_uint_eq(dti_units_unit_successor(tiny, 1, 1), 4);
    ck_assert_uint_eq(dti_units_unit_successor(tiny, 1, 2), DTI_NONE);
    ck_assert_uint_eq(dti_units_unit_successor_count(tiny, 5), 0);
}
END_TEST

START_TEST(a_part_without_provenance_has_that_of_the_id)
{
    ck_assert_int_eq(dti_units_unit_provenance(tiny, 1, DTI_UNIT_PREDECESSORS),
                     DTI_PROVENANCE_OFFICIAL);
    ck_assert_int_eq(dti_units_unit_provenance(tiny, 1, DTI_UNIT_NAMES), DTI_PROVENANCE_SOURCE);
    ck_assert_int_eq(dti_units_unit_provenance(tiny, 2, DTI_UNIT_GROUP), DTI_PROVENANCE_ASSUMED);
    ck_assert_str_eq(dti_units_unit_provenance_source(tiny, 1, DTI_UNIT_NAMES, DTI_LANG_EN),
                     "Census");
    ck_assert_str_eq(dti_units_unit_provenance_source(tiny, 2, DTI_UNIT_NAMES, DTI_LANG_EN), "");
    const size_t merged = dti_units_find(provinces, "gso:24", AFTER);
    ck_assert_str_eq(dti_units_unit_provenance_note(provinces, merged, DTI_UNIT_CODES, DTI_LANG_EN),
                     "The ISO code of the unit whose name it keeps");
    ck_assert_str_eq(dti_units_unit_provenance_note(provinces, merged, DTI_UNIT_ID, DTI_LANG_EN),
                     "");
}
END_TEST

START_TEST(finds_by_day)
{
    static const struct {
        const char *id;
        const char *day;
        size_t entry;
    } cases[] = {
        {"gso:503", "1900-01-01", 0},
        {"gso:503", "2010-12-31", 0},
        {"gso:503", "2011-01-01", 1},
        {"gso:503", "2019-12-31", 1},
        {"gso:503", "2020-01-01", DTI_NONE},
        {"gso:503", NULL, 1},
        {"gso:505", "2019-12-31", DTI_NONE},
        {"gso:505", "2020-01-01", 3},
        {"gso:504", "9999-12-31", 2},
        {"gso:50", NULL, DTI_NONE},
        {"gso:5030", NULL, DTI_NONE},
        {"503", NULL, DTI_NONE},
        {"gso:503", "2010-13-01", DTI_NONE},
        {"gso:503", "today", DTI_NONE},
        {NULL, NULL, DTI_NONE},
    };
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        ck_assert_uint_eq(dti_units_find(tiny, cases[i].id, cases[i].day), cases[i].entry);
    }
    ck_assert_int_eq(dti_units_is_valid(tiny, 0, NULL), 0); /* the last of its id is 1 */
    ck_assert_int_eq(dti_units_is_valid(tiny, 1, NULL), 1);
    ck_assert_int_eq(dti_units_is_valid(tiny, 1, "2010-12-31"), 0);
    ck_assert_int_eq(dti_units_is_valid(tiny, 1, "2011-1-1"), 0);
    ck_assert_int_eq(dti_units_is_valid(tiny, 6, "2015-01-01"), 0);
}
END_TEST

/* Both days are included: the first may be the last. */
START_TEST(stands_for_a_day)
{
    static const char text[] =
        "{\"format\": \"dti-units/1\", \"id\": \"u\", \"version\": \"1\", "
        "\"titles\": {\"vi\": \"U\"}, \"level\": \"district\", "
        "\"systems\": [{\"id\": \"t\", \"names\": {\"vi\": \"T\"}, \"key\": true}], "
        "\"units\": [{\"id\": \"t:1\", \"names\": {\"vi\": \"A\"}, "
        "\"from\": \"2020-01-01\", \"until\": \"2020-01-01\", "
        "\"provenance\": {\"id\": {\"kind\": \"assumed\"}}}]}";
    static const struct {
        const char *day;
        size_t entry;
    } days[] = {{"2019-12-31", DTI_NONE}, {"2020-01-01", 0}, {"2020-01-02", DTI_NONE}};
    dti_units *units = NULL;
    dti_error *error = NULL;
    sample_must(dti_units_parse(text, strlen(text), NULL, &units, &error), &error);
    for (int i = 0; i < LENGTH_OF(days); i++)
        ck_assert_uint_eq(dti_units_find(units, "t:1", days[i].day), days[i].entry);
    dti_units_unref(units);
}
END_TEST

START_TEST(outlives_its_maker)
{
    dti_units *shared = dti_units_ref(tiny);
    dti_units_unref(tiny);
    ck_assert_str_eq(dti_units_unit_id(shared, 0), "gso:503");
    tiny = shared;
    ck_assert_ptr_null(dti_units_ref(NULL));
    dti_units_unref(NULL);
}
END_TEST

START_TEST(answers_nobody)
{
    ck_assert_str_eq(dti_units_id(NULL), "");
    ck_assert_str_eq(dti_units_digest(NULL), "");
    ck_assert_uint_eq(dti_units_count(NULL), 0);
    ck_assert_str_eq(dti_units_unit_id(tiny, 6), "");
    ck_assert_str_eq(dti_units_unit_name(tiny, 6, DTI_LANG_VI), "");
    ck_assert_str_eq(dti_units_unit_code(tiny, 0, NULL), "");
    ck_assert_str_eq(dti_units_unit_alias(tiny, 5, 1), "");
    ck_assert_uint_eq(dti_units_unit_group(NULL, 0), DTI_NONE);
    ck_assert_str_eq(dti_units_unit_from(tiny, 6), "");
    ck_assert_uint_eq(dti_units_unit_predecessor(tiny, 6, 0), DTI_NONE);
    ck_assert_str_eq(dti_units_group_id(tiny, 2), "");
    ck_assert_str_eq(dti_units_system_id(tiny, 2), "");
    ck_assert_int_eq(dti_units_unit_provenance(tiny, 6, DTI_UNIT_ID), DTI_PROVENANCE_UNKNOWN);
    ck_assert_int_eq(dti_units_unit_provenance(tiny, 0, (dti_unit_part)5), DTI_PROVENANCE_UNKNOWN);
    ck_assert_uint_eq(dti_units_find(NULL, "gso:503", NULL), DTI_NONE);
}
END_TEST

/* ---- The member "units" of other documents ---- */

struct bound {
    char digest[DTI__DIGEST_SIZE];
    struct dti__date at;
};

static void *read_bound(struct dti__document *document)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct dti__path, key, "units", OBJECT, DTI__REQUIRED, 0, 0),
    };
    struct dti__path head = {NULL, NULL, 0};
    struct bound *bound = calloc(1, sizeof *bound);
    const dti_units *units =
        dti__bind_units(document, DTI__TOP("dti-table/1", fields, &head), &bound->at);
    if (units) {
        memcpy(bound->digest, dti_units_digest(units), sizeof bound->digest);
        return bound;
    }
    free(bound);
    return NULL;
}

static const struct dti__kind bound_kind = {.read = read_bound, .drop = free};

#define NO_DIGEST "sha256:0000000000000000000000000000000000000000000000000000000000000000"

START_TEST(binds_documents)
{
    static const struct {
        const char *units; /* the member */
        bool is_given;     /* the small register is handed over */
        dti_status status;
        const char *pointer;
        const char *id;
    } cases[] = {
        {"{\"id\": \"vn-provinces\", \"version\": \"1.0.0\", \"at\": \"2022-12-31\"}", false,
         DTI_OK, "", ""},
        {"{\"id\": \"tiny-units\", \"version\": \"1.0.0\", \"at\": \"2022-12-31\"}", true, DTI_OK,
         "", ""},
        {"{\"id\": \"tiny-units\", \"version\": \"1.0.0\", \"at\": \"2022-12-31\"}", false,
         DTI_E_NOT_FOUND, "/units/id", "DTI-1122"},
        {"{\"id\": \"vn-provinces\", \"version\": \"1.0.0\", \"at\": \"2022-12-31\"}", true,
         DTI_E_VERSION, "/units/id", "DTI-1121"},
        {"{\"id\": \"vn-provinces\", \"version\": \"0.9.0\", \"at\": \"2022-12-31\"}", false,
         DTI_E_VERSION, "/units/version", "DTI-1121"},
        {"{\"id\": \"vn-provinces\", \"version\": \"1.0.0\", \"digest\": \"" NO_DIGEST
         "\", \"at\": \"2022-12-31\"}",
         false, DTI_E_VERSION, "/units/digest", "DTI-1123"},
        {"{\"id\": \"vn-provinces\", \"version\": \"1.0.0\", \"digest\": \"abc\", \"at\": "
         "\"2022-12-31\"}",
         false, DTI_E_VALUE, "/units/digest", "DTI-1124"},
        {"{\"id\": \"vn-provinces\", \"version\": \"1.0.0\"}", false, DTI_E_SCHEMA, "/units",
         "DTI-0302"},
        {"{\"id\": \"vn-provinces\", \"version\": \"1.0.0\", \"at\": \"2022-02-30\"}", false,
         DTI_E_VALUE, "/units/at", "DTI-0311"},
        {"\"vn-provinces\"", false, DTI_E_SCHEMA, "/units", "DTI-0303"},
    };
    char text[512];
    struct bound *bound = NULL;
    dti_error *error = NULL;
    const struct dti__given given = {.units = cases[_i].is_given ? tiny : NULL};
    snprintf(text, sizeof text, "{\"units\": %s}", cases[_i].units);
    const dti_status status =
        dti__document_parse(&bound_kind, text, strlen(text), &given, NULL, &bound, &error);
    ck_assert_int_eq(status, cases[_i].status);
    if (status == DTI_OK) {
        ck_assert_str_eq(bound->digest, dti_units_digest(cases[_i].is_given ? tiny : provinces));
        ck_assert_int_eq(bound->at.year, 2022);
        free(bound);
        return;
    }
    ck_assert_str_eq(dti_error_pointer(error), cases[_i].pointer);
    ck_assert_str_eq(dti_error_id(error), cases[_i].id);
    dti_error_free(error);
}
END_TEST

START_TEST(writes_what_it_binds)
{
    struct dti__writer writer = {false};
    cJSON *tree = cJSON_CreateObject();
    struct bound *bound = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    dti__write_units_binding(&writer, tree, provinces, "2024-12-31");
    sample_must(dti__write_out(tree, &dti__malloc_allocator, &text, &error), &error);
    sample_must(dti__document_parse(&bound_kind, dti_text_data(text), dti_text_length(text), NULL,
                                    NULL, &bound, &error),
                &error);
    ck_assert_int_eq(bound->at.day, 31);
    free(bound);
    dti_text_free(text);
}
END_TEST

/* ---- Writing ---- */

static const char *written(const dti_units *units, const size_t *entries, size_t count,
                           dti_text **text)
{
    dti_error *error = NULL;
    sample_must(dti_units_write(units, entries, count, text, &error), &error);
    return dti_text_data(*text);
}

START_TEST(writes_entries)
{
    static const size_t entries[] = {1, 2};
    dti_text *text = NULL;
    const char *json = written(tiny, entries, 2, &text);
    static const char *const parts[] = {
        "\"format\": \"dti-unit-list/1\"",
        "\"id\": \"tiny-units\"",
        "{\"gso\": \"503\", \"post\": \"51\"}",
        "\"aliases\": [\"Tân Lập cũ\"]",
        "\"until\": \"2010-12-31\"", /* of the predecessor */
        "\"id\": \"gso:506\"",       /* a successor */
        "\"kind\": \"official\"",
        "\"en\": \"Census\"",
        "\"kind\": \"assumed\"",
    };
    for (size_t i = 0; i < LENGTH_OF(parts); i++) {
        ck_assert_msg(strstr(json, parts[i]) != NULL, "%s is not in\n%s", parts[i], json);
    }
    ck_assert_ptr_null(strstr(json, "121500"));
    dti_text_free(text);
    text = NULL;
    ck_assert_ptr_nonnull(strstr(written(tiny, NULL, 0, &text), "Hoà Vang"));
    ck_assert_ptr_nonnull(strstr(dti_text_data(text), "\"count\": 121500"));
    dti_text_free(text);
    text = NULL;
    ck_assert_ptr_null(strstr(written(tiny, entries, 0, &text), "Tân"));
    dti_text_free(text);
}
END_TEST

START_TEST(refuses_to_write_what_is_not_there)
{
    static const size_t entries[] = {6};
    dti_text *text = NULL;
    dti_error *error = NULL;
    sample_refused(dti_units_write(NULL, NULL, 0, &text, &error), DTI_E_ARG, &error);
    sample_refused(dti_units_write(tiny, NULL, 0, NULL, &error), DTI_E_ARG, &error);
    sample_refused(dti_units_write(tiny, NULL, 1, &text, &error), DTI_E_ARG, &error);
    sample_refused(dti_units_write(tiny, entries, 1, &text, &error), DTI_E_ARG, &error);
    ck_assert_ptr_null(text);
}
END_TEST

/* ---- Without memory ---- */

static dti_status make_tiny(const dti_allocator *allocator, void *data)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_units *made = NULL;
    dti_error *error = NULL;
    size_t length = 0;
    char *text = test_read_file(TINY, &length);
    (void)data;
    options.allocator = allocator;
    const dti_status status = dti_units_parse(text, length, &options, &made, &error);
    ck_assert((status == DTI_OK) == (made != NULL) && (status == DTI_OK) == (error == NULL));
    dti_units_unref(made);
    dti_error_free(error);
    free(text);
    return status;
}

/* Only lines may be missing in the end: pointers tell the places as well. */
static dti_status check_tiny(const dti_allocator *allocator, void *data)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    dti_report *report = NULL;
    dti_error *error = NULL;
    const char *text = data;
    options.allocator = allocator;
    dti_status status = dti_units_check(text, strlen(text), &options, &report, &error);
    ck_assert((status == DTI_OK) == (report != NULL) && (status == DTI_OK) == (error == NULL));
    if (status == DTI_OK) {
        ck_assert_str_eq(dti_report_id(report, 0), "DTI-1117");
        status = dti_report_line(report, 0) == 0 ? DTI_E_NOMEM : DTI_OK;
    }
    dti_report_unref(report);
    dti_error_free(error);
    return status;
}

static dti_status write_tiny(const dti_allocator *allocator, void *data)
{
    dti_text *text = NULL;
    dti_error *error = NULL;
    (void)allocator;
    const dti_status status = dti_units_write(data, NULL, 0, &text, &error);
    ck_assert((status == DTI_OK) == (text != NULL) && (status == DTI_OK) == (error == NULL));
    dti_text_free(text);
    dti_error_free(error);
    return status;
}

START_TEST(survives_without_memory)
{
    test_nomem(make_tiny, NULL);
    test_nomem(write_tiny, tiny);
    char *faulty = test_read_file("tests/data/invalid/units-periods-overlap/input.json", NULL);
    test_nomem(check_tiny, faulty);
    free(faulty);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("io-units");
    TCase *tcase = tcase_create("units");
    tcase_add_checked_fixture(tcase, open_units, close_units);
    tcase_add_test(tcase, has_as_many_as_there_were);
    tcase_add_loop_test(tcase, knows_the_sixty_three, 0, LENGTH_OF(sixty_three));
    tcase_add_loop_test(tcase, knows_the_thirty_four, 0, LENGTH_OF(thirty_four));
    tcase_add_test(tcase, has_the_regions_of_the_published_tables);
    tcase_add_test(tcase, a_merger_makes_a_new_unit_and_a_name_does_not);
    tcase_add_test(tcase, agrees_with_iso_codes);
    tcase_add_test(tcase, lists_what_is_built_in);
    tcase_add_test(tcase, has_one_digest);
    tcase_add_test(tcase, check_finds_nothing_in_what_is_built_in);
    tcase_add_test(tcase, reads_a_small_register);
    tcase_add_test(tcase, renamings_go_on_and_splits_do_not);
    tcase_add_test(tcase, a_part_without_provenance_has_that_of_the_id);
    tcase_add_test(tcase, finds_by_day);
    tcase_add_test(tcase, stands_for_a_day);
    tcase_add_test(tcase, outlives_its_maker);
    tcase_add_test(tcase, answers_nobody);
    tcase_add_loop_test(tcase, binds_documents, 0, 10);
    tcase_add_test(tcase, writes_what_it_binds);
    tcase_add_test(tcase, writes_entries);
    tcase_add_test(tcase, refuses_to_write_what_is_not_there);
    tcase_add_test(tcase, survives_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
