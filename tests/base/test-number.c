/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Numbers as text: the words of RFC 8259 and RFC 8785, in every rounding mode and locale of the
 * host. */
#include "support.h"

#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <xmmintrin.h>
#endif

#include "base/number.h"
#include "base/sha256.h"
#include "base/shortest.h"

#define NUMBER_SIZE DTI__NUMBER_SIZE

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static double value_of(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* xorshift64* */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

/* ---- What a host may have done to the process ---- */

static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};

#define MODE_COUNT ((int)(sizeof modes / sizeof *modes))

/* Subnormal numbers off, as a library built with -ffast-math does for the whole process. */
static void switch_subnormals_off(void)
{
#ifdef __SSE2__
    _mm_setcsr(_mm_getcsr() | 0x8040);
#endif
}

/* ---- Reading ---- */

static const struct {
    const char *text;
    uint64_t bits;
} readings[] = {
    {"0", 0},
    {"-0", 0},
    {"0.0", 0},
    {"-0.000e-10", 0},
    {"0e999999999999999999999", 0},
    {"1", UINT64_C(0x3FF0000000000000)},
    {"-1", UINT64_C(0xBFF0000000000000)},
    {"1.0", UINT64_C(0x3FF0000000000000)},
    {"10E-1", UINT64_C(0x3FF0000000000000)},
    {"0.1e+1", UINT64_C(0x3FF0000000000000)},
    {"1e0", UINT64_C(0x3FF0000000000000)},
    {"0.1", UINT64_C(0x3FB999999999999A)},
    {"12.79", UINT64_C(0x4029947AE147AE14)},
    {"3.14159265358979323846264338327950288", UINT64_C(0x400921FB54442D18)},
    /* where the exact operations end */
    {"9007199254740991", UINT64_C(0x433FFFFFFFFFFFFF)},
    {"9007199254740992", UINT64_C(0x4340000000000000)},
    {"9007199254740993", UINT64_C(0x4340000000000000)}, /* a tie, to even */
    {"9007199254740993.00000000000000000000000000000000000000000000001",
     UINT64_C(0x4340000000000001)},
    {"9007199254740995", UINT64_C(0x4340000000000002)},
    {"1e22", UINT64_C(0x4480F0CF064DD592)},
    {"1e23", UINT64_C(0x44B52D02C7E14AF6)},
    {"1e-22", UINT64_C(0x3B5E392010175EE6)},
    {"1e-23", UINT64_C(0x3B282DB34012B251)},
    {"8.5e-23", UINT64_C(0x3B59B08E7413DD76)},
    /* numbers that have broken other readers */
    {"2.2250738585072011e-308", UINT64_C(0x000FFFFFFFFFFFFF)}, /* PHP */
    {"2.2250738585072012e-308", UINT64_C(0x0010000000000000)}, /* Java */
    {"2.2250738585072014e-308", UINT64_C(0x0010000000000000)},
    {"6.9294956446009195e15", UINT64_C(0x43389E56EE5E7A58)},
    {"1.00000000000000011102230246251565404236316680908203125",
     UINT64_C(0x3FF0000000000000)}, /* a tie */
    {"1.00000000000000011102230246251565404236316680908203124", UINT64_C(0x3FF0000000000000)},
    {"1.00000000000000011102230246251565404236316680908203126", UINT64_C(0x3FF0000000000001)},
    /* the ends of the range */
    {"5e-324", 1},
    {"4.9406564584124654e-324", 1},
    {"2.4703282292062328e-324", 1},
    {"2.4703282292062327e-324", 0},
    {"1e-324", 0},
    {"1e-999", 0},
    {"-1e-999", 0},
    {"1e-99999999999999999999999999", 0},
    {"1.7976931348623157e308", UINT64_C(0x7FEFFFFFFFFFFFFF)},
    {"-1.7976931348623157e+308", UINT64_C(0xFFEFFFFFFFFFFFFF)},
    {"1.7976931348623158e308", UINT64_C(0x7FEFFFFFFFFFFFFF)},
};

START_TEST(test_read)
{
    const size_t length = strlen(readings[_i].text);
    char *text = test_exact(readings[_i].text, length);
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        double value = 4711;
        fesetround(modes[mode]);
        const bool is_read = dti__number_read(text, length, &value);
        fesetround(FE_TONEAREST);
        ck_assert(is_read);
        ck_assert_msg(bits_of(value) == readings[_i].bits, "%s is %016" PRIx64, readings[_i].text,
                      bits_of(value));
    }
    free(text);
}
END_TEST

static const char *const no_numbers[] = {
    "",
    " ",
    "-",
    "+",
    "+1",
    "01",
    "-01",
    "00",
    "1.",
    "-1.",
    ".5",
    "-.5",
    "1.e5",
    "1e",
    "1e+",
    "1e-",
    "1E",
    "e5",
    "1e5.5",
    "1e5e5",
    "1.2.3",
    "1,5",
    "1 ",
    " 1",
    "1\n",
    "1x",
    "0x10",
    "1e0x1",
    "1_000",
    "--1",
    "1-",
    "1e--5",
    "NaN",
    "nan",
    "-NaN",
    "Infinity",
    "-Infinity",
    "inf",
    "INF",
    "1f",
    "1d",
    "1a",
    "\xC2\xA0\x31",
    "\xEF\xBC\x91",
    "1\xC2\xA0",
    "0b1",
    "1'000",
    "true",
    "\"1\"",
    /* not finite */
    "1e309",
    "-1e309",
    "1e999",
    "1e99999999999999999999999999",
    "1.7976931348623159e308",
    "179769313486231590000e290",
};

START_TEST(test_no_number)
{
    const size_t length = strlen(no_numbers[_i]);
    char *text = test_exact(no_numbers[_i], length);
    double value = 4711;
    ck_assert(!dti__number_read(text, length, &value));
    ck_assert(value == 4711);
    free(text);
}
END_TEST

START_TEST(test_read_part)
{
    double value = 0;
    ck_assert(dti__number_read("12345", 2, &value)); /* the length counts, not a terminator */
    ck_assert(value == 12);
    ck_assert(!dti__number_read("1\0", 2, &value));
    ck_assert(!dti__number_read(NULL, 0, &value));
}
END_TEST

static bool read_terminated(const char *text, double *out)
{
    return dti__number_read(text, strlen(text), out);
}

/* Half the smallest number, 2^-1075 = 5^1075 × 10^-1075: 752 digits, and only the last one tells.
 */
START_TEST(test_read_long_tie)
{
    enum {
        DIGITS = 752
    };
    int digits[DIGITS] = {1}; /* the lowest first */
    for (int i = 0; i < 1075; i++) {
        int carry = 0;
        for (int k = 0; k < DIGITS; k++) {
            carry += digits[k] * 5;
            digits[k] = carry % 10;
            carry /= 10;
        }
        ck_assert_int_eq(carry, 0);
    }
    char text[DIGITS + 32];
    for (int k = 0; k < DIGITS; k++) {
        text[k] = (char)('0' + digits[DIGITS - 1 - k]);
    }
    double value = 4711;
    strcpy(text + DIGITS, "e-1075");
    ck_assert(read_terminated(text, &value));
    ck_assert_uint_eq(bits_of(value), 0);
    strcpy(text + DIGITS, "000000000000000000000000e-1099");
    ck_assert(read_terminated(text, &value));
    ck_assert_uint_eq(bits_of(value), 0);
    strcpy(text + DIGITS, "000000000000000000000001e-1099"); /* past what is copied */
    ck_assert(read_terminated(text, &value));
    ck_assert_uint_eq(bits_of(value), 1);
    text[DIGITS - 1]--;
    strcpy(text + DIGITS, "999999999999999999999999e-1099");
    ck_assert(read_terminated(text, &value));
    ck_assert_uint_eq(bits_of(value), 0);
}
END_TEST

/* Nothing is too long, and no exponent hides a number. */
START_TEST(test_read_long)
{
    enum {
        ZEROS = 100000
    };
    char *text = malloc(2 * ZEROS + 64);
    ck_assert_ptr_nonnull(text);
    double value = 0;
    text[0] = '1';
    memset(text + 1, '0', ZEROS);
    strcpy(text + 1 + ZEROS, "e-100000");
    ck_assert(read_terminated(text, &value));
    ck_assert(value == 1);
    strcpy(text + 1 + ZEROS, "");
    ck_assert(!read_terminated(text, &value));
    strcpy(text, "0.");
    memset(text + 2, '0', ZEROS);
    strcpy(text + 2 + ZEROS, "125e100000");
    ck_assert(read_terminated(text, &value));
    ck_assert(value == 0.125);
    strcpy(text + 2 + ZEROS, "125e99691");
    ck_assert(read_terminated(text, &value));
    ck_assert_uint_eq(bits_of(value), bits_of(1.25e-310));
    free(text);
}
END_TEST

/* ---- Writing ---- */

static const struct {
    uint64_t bits;
    const char *text;
} writings[] = {
    /* RFC 8785, appendix B */
    {0, "0"},
    {UINT64_C(0x8000000000000000), "0"},
    {1, "5e-324"},
    {UINT64_C(0x8000000000000001), "-5e-324"},
    {UINT64_C(0x7FEFFFFFFFFFFFFF), "1.7976931348623157e+308"},
    {UINT64_C(0xFFEFFFFFFFFFFFFF), "-1.7976931348623157e+308"},
    {UINT64_C(0x4340000000000000), "9007199254740992"},
    {UINT64_C(0xC340000000000000), "-9007199254740992"},
    {UINT64_C(0x4430000000000000), "295147905179352830000"},
    {UINT64_C(0x44B52D02C7E14AF5), "9.999999999999997e+22"},
    {UINT64_C(0x44B52D02C7E14AF6), "1e+23"},
    {UINT64_C(0x44B52D02C7E14AF7), "1.0000000000000001e+23"},
    {UINT64_C(0x444B1AE4D6E2EF4E), "999999999999999700000"},
    {UINT64_C(0x444B1AE4D6E2EF4F), "999999999999999900000"},
    {UINT64_C(0x444B1AE4D6E2EF50), "1e+21"},
    {UINT64_C(0x3EB0C6F7A0B5ED8C), "9.999999999999997e-7"},
    {UINT64_C(0x3EB0C6F7A0B5ED8D), "0.000001"},
    {UINT64_C(0x41B3DE4355555553), "333333333.3333332"},
    {UINT64_C(0x41B3DE4355555554), "333333333.33333325"},
    {UINT64_C(0x41B3DE4355555555), "333333333.3333333"},
    {UINT64_C(0x41B3DE4355555556), "333333333.3333334"},
    {UINT64_C(0x41B3DE4355555557), "333333333.33333343"},
    {UINT64_C(0xBECBF647612F3696), "-0.0000033333333333333333"},
    {UINT64_C(0x43143FF3C1CB0959), "1424953923781206.2"},
    /* from JSON.stringify of Node */
    {UINT64_C(0x3FD3333333333334), "0.30000000000000004"},
    {UINT64_C(0x4029947AE147AE14), "12.79"},
    {UINT64_C(0x4202A05F20000000), "10000000000"},
    {UINT64_C(0x40F86A0000000000), "100000"},
    {UINT64_C(0x3E7AD7F29ABCAF48), "1e-7"},
    {UINT64_C(0x3E8421F5F40D8376), "1.5e-7"},
    {UINT64_C(0x4341C37937E08000), "10000000000000000"},
    {UINT64_C(0x43ABC16D674EC800), "1000000000000000000"},
    {UINT64_C(0x0010000000000000), "2.2250738585072014e-308"},
    {UINT64_C(0x000FFFFFFFFFFFFF), "2.225073858507201e-308"},
    {2, "1e-323"},
    {UINT64_C(0x01D0000000000000), "5.972887158420601e-300"},
};

START_TEST(test_write)
{
    char text[NUMBER_SIZE];
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        memset(text, 'x', sizeof text);
        fesetround(modes[mode]);
        const size_t length = dti__number_write(value_of(writings[_i].bits), text);
        fesetround(FE_TONEAREST);
        ck_assert_str_eq(text, writings[_i].text);
        ck_assert_uint_eq(length, strlen(text));
    }
}
END_TEST

/* The 2,098 powers of two are where "the nearest that reads back" fails 46 times. The digest is
 * that of the lines that JSON.stringify(2 ** n) of Node 20 gives for n = -1074 … 1023. */
START_TEST(test_write_powers_of_two)
{
    struct dti__sha256 hash;
    uint8_t sum[32];
    static const uint8_t expected[32] = {0x92, 0xec, 0xff, 0x3f, 0x52, 0x4a, 0x60, 0x1f,
                                         0xfd, 0x6d, 0xd9, 0xbc, 0x74, 0xda, 0x3f, 0x01,
                                         0xac, 0xd5, 0xcd, 0xea, 0xf8, 0x65, 0x18, 0xc3,
                                         0x2e, 0x6b, 0xea, 0x5a, 0x84, 0xa7, 0xb7, 0xbc};
    dti__sha256_init(&hash);
    for (int n = -1074; n <= 1023; n++) {
        char text[NUMBER_SIZE];
        const double value =
            value_of(n < -1022 ? UINT64_C(1) << (n + 1074) : (uint64_t)(n + 1023) << 52);
        dti__sha256_add(&hash, text, dti__number_write(value, text));
        dti__sha256_add(&hash, "\n", 1);
    }
    dti__sha256_end(&hash, sum);
    ck_assert_mem_eq(sum, expected, sizeof sum);
}
END_TEST

/* Doubles as they occur: any bits, decimals of a few digits, and integers. */
static double random_value(uint64_t *state)
{
    const uint64_t random = next_random(state);
    switch (random % 4) {
    case 0:
        return (double)(int64_t)(next_random(state) >> (random >> 8) % 64);
    case 1:
        return (double)(next_random(state) % 1000000) / 1e4;
    case 2:
        return (double)(next_random(state) >> 11) / 1e6;
    default:
        break;
    }
    const double value = value_of(next_random(state));
    return isfinite(value) ? value : 0.0;
}

/* Writes and reads back in a host that rounds somewhere else, has a comma, and no subnormal
 * numbers. */
static void check_round_trips(int mode, int count)
{
    uint64_t state = 922;
    for (int i = 0; i < count; i++) {
        const double value = random_value(&state);
        char plain[NUMBER_SIZE];
        char text[NUMBER_SIZE];
        double back = 4711;
        const size_t plain_length = dti__number_write(value, plain);
        fenv_t host;
        fegetenv(&host);
        fesetround(mode);
        switch_subnormals_off();
        const size_t length = dti__number_write(value, text);
        const bool is_read = dti__number_read(text, length, &back);
        fesetenv(&host);
        const bool is_zero = (bits_of(value) << 1) == 0;
        if (!is_read || strcmp(text, plain) != 0 || length != plain_length ||
            strchr(text, ',') != NULL || bits_of(back) != (is_zero ? 0 : bits_of(value))) {
            ck_abort_msg("%a: %s, %s, %a", value, plain, text, back);
        }
    }
}

START_TEST(test_round_trips)
{
    check_round_trips(modes[_i], 100000);
}
END_TEST

START_TEST(test_round_trips_comma)
{
    /* Not on every machine; the set-up "comma" of the tests makes one and fails without it. */
    setlocale(LC_ALL, "de_DE.UTF-8");
    check_round_trips(modes[_i], 25000);
}
END_TEST

/* No shorter text reads back, and none of the same length lies nearer. */
START_TEST(test_shortest)
{
    uint64_t state = 7501;
    for (int i = 0; i < 20000; i++) {
        const double value = fabs(random_value(&state));
        const struct dti__decimal shortest = dti__decimal_shortest(value);
        char text[64];
        if (shortest.count == 1) {
            continue;
        }
        snprintf(text, sizeof text, "%.*e", shortest.count - 2, value);
        if (strtod(text, NULL) == value) {
            ck_abort_msg("%a has %d digits, but also %s", value, shortest.count, text);
        }
        /* Where the nearest of this length reads back, it is the one. */
        snprintf(text, sizeof text, "%.*e", shortest.count - 1, value);
        uint64_t digits = 0;
        for (const char *at = text; *at != 'e'; at++) {
            digits = *at >= '0' && *at <= '9' ? digits * 10 + (uint64_t)(*at - '0') : digits;
        }
        if (strtod(text, NULL) == value && digits != shortest.digits) {
            ck_abort_msg("%a: %" PRIu64 ", but %s is nearer", value, shortest.digits, text);
        }
    }
}
END_TEST

/* The host finds its floating environment and errno as it left them. */
START_TEST(test_host_untouched)
{
    static const double values[] = {0.1, 1.0 / 3.0, 5e-324, 1e300, 12};
    char text[NUMBER_SIZE];
    double value;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        for (int mode = 0; mode < MODE_COUNT; mode++) {
            fesetround(modes[mode]);
            feclearexcept(FE_ALL_EXCEPT);
            feraiseexcept(FE_DIVBYZERO);
            const int raised_before = fetestexcept(FE_ALL_EXCEPT); /* 0 in valgrind */
            errno = 4711;
            const size_t length = dti__number_write(values[i], text);
            const bool is_read = dti__number_read(text, length, &value);
            const bool is_refused = !dti__number_read("1e309", 5, &value);
            const int mode_after = fegetround();
            const int raised = fetestexcept(FE_ALL_EXCEPT & ~FE_INEXACT);
            fesetround(FE_TONEAREST);
            ck_assert(is_read && is_refused);
            ck_assert_int_eq(mode_after, modes[mode]);
            ck_assert_int_eq(raised, raised_before);
            ck_assert_int_eq(errno, 4711);
        }
    }
}
END_TEST

/* ---- Numbers in sentences ---- */

static const struct {
    double value;
    int digits;
    const char *text;
} shorts[] = {
    {0, 2, "0"},
    {-0.0, 2, "0"},
    {12.79, 2, "12,79"},
    {12.79, 15, "12,79"},
    {12.79, 1, "12,8"},
    {12.79, 0, "13"},
    {-12.79, 1, "-12,8"},
    {5000, 2, "5000"},
    {1.005, 2, "1,01"}, /* as it is written, not as the double is: 1.00499999… */
    {2.675, 2, "2,68"},
    {-2.675, 2, "-2,68"},
    {0.125, 2, "0,13"},
    {0.5, 0, "1"},
    {2.5, 0, "3"},
    {0.4999, 0, "0"},
    {-0.4, 0, "0"},
    {-0.004, 2, "0"},
    {0.995, 2, "1"},
    {99.95, 1, "100"},
    {999999.5, 0, "1000000"},
    {0.30000000000000004, 15, "0,3"},
    {1.0 / 3.0, 4, "0,3333"},
    {2.0 / 3.0, 15, "0,666666666666667"},
    {1e-7, 15, "0,0000001"},
    {1e-15, 15, "0,000000000000001"},
    {5e-16, 15, "0,000000000000001"},
    {4e-16, 15, "0"},
    {9e-16, 15, "0,000000000000001"},
    {1e-300, 15, "0"},
    {5e-324, 3, "0"},
    {1e20, 3, "100000000000000000000"},
    {-1.2345678901234567e20, 3, "-123456789012345670000"},
    {1e21, 3, "1e+21"},
    {-1.7976931348623157e308, 3, "-1,7976931348623157e+308"},
    {12.79, 99, "12,79"},
    {12.79, -1, "13"},
};

START_TEST(test_write_short)
{
    char text[NUMBER_SIZE];
    memset(text, 'x', sizeof text);
    const size_t length = dti__number_write_short(shorts[_i].value, shorts[_i].digits, ',', text);
    ck_assert_str_eq(text, shorts[_i].text);
    ck_assert_uint_eq(length, strlen(text));
}
END_TEST

static const struct {
    double value;
    int decimals;
} decimal_counts[] = {
    {0, 0},           {16.39, 2},
    {5000, 0},        {1e-7, 7},
    {0.1, 1},         {0.5116, 4},
    {-0.25, 2},       {1e21, 0},
    {1.5e-10, 11},    {1e-30, 30},
    {1e-31, 30},      {5e-324, 30},
    {0.123456789, 9}, {1234567.1234567891, 10},
    {1e15, 0},
};

START_TEST(test_decimals)
{
    ck_assert_int_eq(dti__number_decimals(decimal_counts[_i].value), decimal_counts[_i].decimals);
}
END_TEST

/* ---- Decimal text of sources ---- */

static const struct {
    const char *text;
    int64_t scaled;
    int decimals;
} decimals[] = {
    {"0", 0, 0},
    {"8", INT64_C(8000000000), 0},
    {"0,8", 800000000, 1},
    {"0,8000", 800000000, 4},
    {"7.87", INT64_C(7870000000), 2},
    {"-44", INT64_C(-44000000000), 0},
    {"+5", INT64_C(5000000000), 0},
    {"-0,5", -500000000, 1},
    {"-0", 0, 0},
    {"007", INT64_C(7000000000), 0},
    {"910.261", INT64_C(910261000000), 3},
    {"0.000000001", 1, 9},
    {"-0.000000001", -1, 9},
    {"9223372036.854775807", INT64_MAX, 9},
    {"-9223372036.854775808", INT64_MIN, 9},
    {"9223372036", INT64_C(9223372036000000000), 0},
};

START_TEST(test_decimal_read)
{
    int64_t scaled = 4711;
    int digits = 4711;
    const size_t length = strlen(decimals[_i].text);
    char *text = test_exact(decimals[_i].text, length);
    ck_assert(dti__decimal_read(text, length, &scaled, &digits));
    ck_assert_int_eq(scaled, decimals[_i].scaled);
    ck_assert_int_eq(digits, decimals[_i].decimals);
    free(text);
}
END_TEST

static const char *const no_decimals[] = {
    "",
    "-",
    "+",
    ",",
    ".",
    "-,",
    ",5",
    ".5",
    "-.5",
    "5,",
    "5.",
    "1,2,3",
    "1.234,5",
    "1,234.5",
    "1..2",
    " 1",
    "1 ",
    "1 000",
    "--1",
    "+-1",
    "1-",
    "1e5",
    "1%",
    "x",
    "1x",
    "0,0000000001",
    "1.1234567891",
    "9223372036.854775808",
    "-9223372036.854775809",
    "9223372037",
    "99999999999999999999999999",
    "-10000000000",
    "\xE2\x88\x92\x35",
    "5\n",
};

START_TEST(test_no_decimal)
{
    int64_t scaled = 4711;
    int digits = 4711;
    const size_t length = strlen(no_decimals[_i]);
    char *text = test_exact(no_decimals[_i], length);
    ck_assert(!dti__decimal_read(text, length, &scaled, &digits));
    ck_assert_int_eq(scaled, 4711);
    ck_assert_int_eq(digits, 4711);
    free(text);
}
END_TEST

static const struct {
    int64_t scaled;
    const char *text;
} amounts[] = {
    {0, "0"},
    {INT64_C(12790000000), "12.79"},
    {INT64_C(5000000000), "5"},
    {INT64_C(100000000000), "100"},
    {1, "0.000000001"},
    {-1, "-0.000000001"},
    {100000000, "0.1"},
    {-INT64_C(1500000000), "-1.5"},
    {INT64_C(1000000001), "1.000000001"},
    {INT64_MAX, "9223372036.854775807"},
    {INT64_MIN, "-9223372036.854775808"},
};

START_TEST(test_decimal_write)
{
    char text[NUMBER_SIZE];
    int64_t scaled = 4711;
    int digits;
    memset(text, 'x', sizeof text);
    ck_assert_uint_eq(dti__decimal_write(amounts[_i].scaled, '.', text), strlen(amounts[_i].text));
    ck_assert_str_eq(text, amounts[_i].text);
    ck_assert(dti__decimal_read(text, strlen(text), &scaled, &digits));
    ck_assert_int_eq(scaled, amounts[_i].scaled);
    dti__decimal_write(INT64_C(800000000), ',', text);
    ck_assert_str_eq(text, "0,8");
}
END_TEST

/* ---- Doubles as exact amounts; the inexact ones from Python's fractions ---- */

static const struct {
    double value;
    bool fits;
    int64_t nano;
    bool exact;
} nanos[] = {
    {0, true, 0, true},
    {-0.0, true, 0, true},
    {1, true, INT64_C(1000000000), true},
    {12.79, true, INT64_C(12790000000), true},
    {-12.79, true, INT64_C(-12790000000), true},
    {0.1, true, 100000000, true},
    {1000000, true, INT64_C(1000000000000000), true},
    {1e-9, true, 1, true},
    {123456789.1, true, INT64_C(123456789100000000), true}, /* the double is 6 units below */
    {9223372036, true, INT64_C(9223372036000000000), true},
    {9223372037, false, 0, false},
    {-9223372037, false, 0, false},
    {1e300, false, 0, false},
    {0x1.5555555555555p-2, true, 333333333, false},
    {-0x1.5555555555555p-2, true, -333333333, false},
    {0x1.5555555555555p-1, true, 666666667, false},
    {0x1.b7cdfd9d7bdbbp-34, true, 0, false},
    {0x1.12e0be826d695p-31, true, 1, false},
    {0x1.12e0be8255ccbp-31, true, 0, false},
    {0x1.49da7e361ce4cp-31, true, 1, false},
    {0x1.9c511dc3a41dfp-30, true, 1, false},
    {0x1p-10, true, 976562, false},
    {0x1.8p-9, true, 2929688, false},              /* ties go to even */
    {0x1.7ce423a2e9c6dp-10, true, 1452985, false}, /* more than a tie by the last bits only */
    {0x1.8953951742ab9p-10, true, 1500421, false}, /* less than a tie by the last bits only */
    {0x1p-11, true, 488281, false},
    {0x1.8000000000000p-10, true, 1464844, false},
    {0x0.0000000000001p-1022, true, 0, false},
    {0x1.56e1fc2f8f359p-997, true, 0, false},
    {0x0.0000400000000p-1022, true, 0, false},
    {0x1.e847fffffffffp+19, true, INT64_C(1000000000000000), false},
    {-0x1.e847fffffffffp+19, true, INT64_C(-1000000000000000), false},
    {0x1.2d6871f9add38p+20, true, INT64_C(1234567123456789), false},
    {0x1.f9add395f24dbp-4, true, 123456789, false},
    {0x1.f9add395f24dcp-4, true, 123456789, false},
    {0x1.12e0c21cc3bc4p-31, true, 1, false},
    {0x1p-20, true, 954, false},
    {0x1.0020000000000p-19, true, 1908, false},
    {0x1p-9, true, 1953125, true},
    {0x1.0000000100000p-8, true, 3906250, false},
    {0x1.fffff80000001p+21, true, INT64_C(4194303000000000), false},
    {0x1.fffffffffffffp+32, true, INT64_C(8589934591999999000), true},
    {0x1p-31, true, 0, false},
    {0x1.6a09e667f3bcdp-31, true, 1, false},
    {0x1p-32, true, 0, false},
    {0x1.8000000000000p-11, true, 732422, false},
    {0x1.0000000000008p-11, true, 488281, false},
    {0x1.dcd6500000000p-1, true, 931322575, false},
};

START_TEST(test_to_nano)
{
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        int64_t nano = 4711;
        bool exact = !nanos[_i].exact;
        fesetround(modes[mode]);
        const bool fits = dti__number_to_nano(nanos[_i].value, &nano, &exact);
        fesetround(FE_TONEAREST);
        ck_assert_int_eq(fits, nanos[_i].fits);
        ck_assert_int_eq(nano, nanos[_i].fits ? nanos[_i].nano : 4711);
        ck_assert_int_eq(exact, nanos[_i].fits ? nanos[_i].exact : !nanos[_i].exact);
    }
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-number");
    TCase *cases = tcase_create("read");
    tcase_add_loop_test(cases, test_read, 0, COUNT(readings));
    tcase_add_loop_test(cases, test_no_number, 0, COUNT(no_numbers));
    tcase_add_test(cases, test_read_part);
    tcase_add_test(cases, test_read_long_tie);
    tcase_add_test(cases, test_read_long);
    suite_add_tcase(suite, cases);

    cases = tcase_create("write");
    tcase_add_loop_test(cases, test_write, 0, COUNT(writings));
    tcase_add_test(cases, test_write_powers_of_two);
    tcase_add_loop_test(cases, test_round_trips, 0, MODE_COUNT);
    tcase_add_loop_test(cases, test_round_trips_comma, 0, MODE_COUNT);
    tcase_add_test(cases, test_shortest);
    tcase_add_test(cases, test_host_untouched);
    tcase_add_loop_test(cases, test_write_short, 0, COUNT(shorts));
    tcase_add_loop_test(cases, test_decimals, 0, COUNT(decimal_counts));
    suite_add_tcase(suite, cases);

    cases = tcase_create("decimal");
    tcase_add_loop_test(cases, test_decimal_read, 0, COUNT(decimals));
    tcase_add_loop_test(cases, test_no_decimal, 0, COUNT(no_decimals));
    tcase_add_loop_test(cases, test_decimal_write, 0, COUNT(amounts));
    tcase_add_loop_test(cases, test_to_nano, 0, COUNT(nanos));
    suite_add_tcase(suite, cases);
    return suite;
}
