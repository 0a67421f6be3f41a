/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Wide arithmetic: the same table for the compiler's 128 bits and for the plain C behind them. */
#include "support.h"

#include <stdint.h>

/* The file once more under other names and without the builtins. */
#define DTI__WIDE_PLAIN
#define dti__add_size      plain_add_size
#define dti__mul_size      plain_mul_size
#define dti__add_i64       plain_add_i64
#define dti__sub_i64       plain_sub_i64
#define dti__mul_i64       plain_mul_i64
#define dti__muldiv        plain_muldiv
#define dti__wide_add      plain_wide_add
#define dti__wide_divide   plain_wide_divide
#define dti__wide_sum      plain_wide_sum
#define dti__wide_negated  plain_wide_negated
#define dti__wide_sign     plain_wide_sign
#define dti__wide_is_below plain_wide_is_below
#define dti__wide_floor    plain_wide_floor
#define dti__wide_ceiling  plain_wide_ceiling
#include "base/wide.c"
#undef dti__add_size
#undef dti__mul_size
#undef dti__add_i64
#undef dti__sub_i64
#undef dti__mul_i64
#undef dti__muldiv
#undef dti__wide_add
#undef dti__wide_divide
#undef dti__wide_sum
#undef dti__wide_negated
#undef dti__wide_sign
#undef dti__wide_is_below
#undef dti__wide_floor
#undef dti__wide_ceiling

/* What base/wide.h declares; it was read above under the other names. */
bool dti__add_size(size_t a, size_t b, size_t *out);
bool dti__mul_size(size_t a, size_t b, size_t *out);
bool dti__add_i64(int64_t a, int64_t b, int64_t *out);
bool dti__sub_i64(int64_t a, int64_t b, int64_t *out);
bool dti__mul_i64(int64_t a, int64_t b, int64_t *out);
bool dti__muldiv(int64_t a, int64_t b, int64_t c, enum dti__rounding rounding, int64_t *out);
void dti__wide_add(struct dti__wide *sum, int64_t a, int64_t b);
bool dti__wide_divide(struct dti__wide value, int64_t c, enum dti__rounding rounding, int64_t *out);
bool dti__wide_sum(struct dti__wide *sum, int64_t a, int64_t b);
struct dti__wide dti__wide_negated(struct dti__wide value);
int dti__wide_sign(struct dti__wide value);
bool dti__wide_is_below(struct dti__wide a, int64_t b, struct dti__wide c, int64_t d);
bool dti__wide_floor(struct dti__wide value, int64_t c, int64_t *out);
bool dti__wide_ceiling(struct dti__wide value, int64_t c, int64_t *out);

typedef bool (*size_function)(size_t a, size_t b, size_t *out);
typedef bool (*i64_function)(int64_t a, int64_t b, int64_t *out);

#define UNTOUCHED 4711

static const struct {
    size_t a;
    size_t b;
    bool fits;
    size_t sum;
} size_sums[] = {
    {0, 0, true, 0},
    {1, 2, true, 3},
    {SIZE_MAX, 0, true, SIZE_MAX},
    {0, SIZE_MAX, true, SIZE_MAX},
    {SIZE_MAX - 1, 1, true, SIZE_MAX},
    {SIZE_MAX, 1, false, 0},
    {1, SIZE_MAX, false, 0},
    {SIZE_MAX / 2 + 1, SIZE_MAX / 2 + 1, false, 0},
};

START_TEST(test_add_size)
{
    const size_function functions[] = {dti__add_size, plain_add_size};
    for (size_t i = 0; i < 2; i++) {
        size_t out = UNTOUCHED;
        ck_assert_int_eq(functions[i](size_sums[_i].a, size_sums[_i].b, &out), size_sums[_i].fits);
        ck_assert_uint_eq(out, size_sums[_i].fits ? size_sums[_i].sum : UNTOUCHED);
    }
}
END_TEST

#define HALF_BITS (sizeof(size_t) * 4)

static const struct {
    size_t a;
    size_t b;
    bool fits;
    size_t product;
} size_products[] = {
    {0, 0, true, 0},
    {0, SIZE_MAX, true, 0},
    {SIZE_MAX, 0, true, 0},
    {SIZE_MAX, 1, true, SIZE_MAX},
    {12, 12, true, 144},
    {SIZE_MAX / 2, 2, true, SIZE_MAX - 1},
    {SIZE_MAX / 2 + 1, 2, false, 0},
    {2, SIZE_MAX / 2 + 1, false, 0},
    {(size_t)1 << HALF_BITS, (size_t)1 << HALF_BITS, false, 0},
    {(size_t)1 << HALF_BITS, ((size_t)1 << HALF_BITS) - 1, true, SIZE_MAX << HALF_BITS},
    {SIZE_MAX, SIZE_MAX, false, 0},
};

START_TEST(test_mul_size)
{
    const size_function functions[] = {dti__mul_size, plain_mul_size};
    for (size_t i = 0; i < 2; i++) {
        size_t out = UNTOUCHED;
        ck_assert_int_eq(functions[i](size_products[_i].a, size_products[_i].b, &out),
                         size_products[_i].fits);
        ck_assert_uint_eq(out, size_products[_i].fits ? size_products[_i].product : UNTOUCHED);
    }
}
END_TEST

enum {
    ADD,
    SUBTRACT,
    MULTIPLY
};

static const struct {
    int operation;
    int64_t a;
    int64_t b;
    bool fits;
    int64_t result;
} i64_cases[] = {
    {ADD, 1, 2, true, 3},
    {ADD, -1, -2, true, -3},
    {ADD, INT64_MAX, 0, true, INT64_MAX},
    {ADD, INT64_MAX, INT64_MIN, true, -1},
    {ADD, INT64_MAX - 1, 1, true, INT64_MAX},
    {ADD, INT64_MAX, 1, false, 0},
    {ADD, 1, INT64_MAX, false, 0},
    {ADD, INT64_MIN + 1, -1, true, INT64_MIN},
    {ADD, INT64_MIN, -1, false, 0},
    {ADD, INT64_MIN, INT64_MIN, false, 0},
    {SUBTRACT, 1, 2, true, -1},
    {SUBTRACT, INT64_MIN, 0, true, INT64_MIN},
    {SUBTRACT, INT64_MIN, INT64_MIN, true, 0},
    {SUBTRACT, -1, INT64_MIN, true, INT64_MAX},
    {SUBTRACT, 0, INT64_MIN, false, 0},
    {SUBTRACT, INT64_MIN + 1, 1, true, INT64_MIN},
    {SUBTRACT, INT64_MIN, 1, false, 0},
    {SUBTRACT, INT64_MAX - 1, -1, true, INT64_MAX},
    {SUBTRACT, INT64_MAX, -1, false, 0},
    {MULTIPLY, 0, INT64_MIN, true, 0},
    {MULTIPLY, INT64_MIN, 0, true, 0},
    {MULTIPLY, 7, 6, true, 42},
    {MULTIPLY, -7, 6, true, -42},
    {MULTIPLY, 7, -6, true, -42},
    {MULTIPLY, -7, -6, true, 42},
    {MULTIPLY, INT64_MAX, 1, true, INT64_MAX},
    {MULTIPLY, INT64_MAX, -1, true, -INT64_MAX},
    {MULTIPLY, INT64_MIN, 1, true, INT64_MIN},
    {MULTIPLY, INT64_MIN, -1, false, 0},
    {MULTIPLY, -1, INT64_MIN, false, 0},
    {MULTIPLY, INT64_MIN / 2, 2, true, INT64_MIN},
    {MULTIPLY, 2, INT64_MIN / 2, true, INT64_MIN},
    {MULTIPLY, INT64_MIN / 2, -2, false, 0},
    {MULTIPLY, INT64_MIN / 2 - 1, 2, false, 0},
    {MULTIPLY, INT64_MAX / 2 + 1, 2, false, 0},
    {MULTIPLY, INT64_MAX / 2 + 1, -2, true, INT64_MIN},
    {MULTIPLY, INT64_C(3037000500), INT64_C(3037000500), false, 0},
    {MULTIPLY, INT64_C(3037000499), INT64_C(3037000499), true, INT64_C(9223372030926249001)},
};

START_TEST(test_i64)
{
    static const i64_function functions[][2] = {
        [ADD] = {dti__add_i64, plain_add_i64},
        [SUBTRACT] = {dti__sub_i64, plain_sub_i64},
        [MULTIPLY] = {dti__mul_i64, plain_mul_i64},
    };
    for (size_t i = 0; i < 2; i++) {
        int64_t out = UNTOUCHED;
        const i64_function function = functions[i64_cases[_i].operation][i];
        ck_assert_int_eq(function(i64_cases[_i].a, i64_cases[_i].b, &out), i64_cases[_i].fits);
        ck_assert_int_eq(out, i64_cases[_i].fits ? i64_cases[_i].result : UNTOUCHED);
    }
}
END_TEST

/* From Python's fractions. */
static const struct {
    int64_t a;
    int64_t b;
    int64_t c;
    bool even_fits;
    int64_t even;
    bool up_fits;
    int64_t up;
} quotients[] = {
    /* the quotient is 2^64 - 1 and would be rounded up */
    {INT64_C(74101380211), INT64_C(1244696389), 5, false, 0, false, 0},
    {INT64_C(-74101380211), INT64_C(1244696389), 5, false, 0, false, 0},
    {1, 1, 1, true, 1, true, 1},
    {7, 1, 2, true, 4, true, 4},
    {5, 1, 2, true, 2, true, 3},
    {-5, 1, 2, true, -2, true, -3},
    {5, -1, 2, true, -2, true, -3},
    {5, 1, -2, true, -2, true, -3},
    {-5, -1, -2, true, -2, true, -3},
    {3, 1, 2, true, 2, true, 2},
    {1, 1, 2, true, 0, true, 1},
    {-1, 1, 2, true, 0, true, -1},
    {1, 1, 3, true, 0, true, 0},
    {2, 1, 3, true, 1, true, 1},
    {0, INT64_MAX, 1, true, 0, true, 0},
    {0, 5, INT64_MIN, true, 0, true, 0},
    {1, 2, 0, false, 0, false, 0},
    {0, 0, 0, false, 0, false, 0},
    {INT64_MAX, INT64_MAX, INT64_MAX, true, INT64_MAX, true, INT64_MAX},
    {INT64_MIN, INT64_MIN, INT64_MIN, true, INT64_MIN, true, INT64_MIN},
    {INT64_MIN, 1, 1, true, INT64_MIN, true, INT64_MIN},
    {INT64_MIN, -1, 1, false, 0, false, 0},
    {INT64_MIN, 1, -1, false, 0, false, 0},
    {INT64_MAX, INT64_MAX, 1, false, 0, false, 0},
    {INT64_MIN, INT64_MIN, 1, false, 0, false, 0},
    {INT64_MAX, 2, 2, true, INT64_MAX, true, INT64_MAX},
    {INT64_MAX, 3, 2, false, 0, false, 0},
    {INT64_MAX, INT64_MAX, INT64_MIN, true, INT64_C(-9223372036854775806), true,
     INT64_C(-9223372036854775806)},
    {INT64_MIN, INT64_MAX, INT64_MAX, true, INT64_MIN, true, INT64_MIN},
    {INT64_MIN, 1, INT64_MIN, true, 1, true, 1},
    {1, 1, INT64_MIN, true, 0, true, 0},
    {1, 1, INT64_MAX, true, 0, true, 0},
    {INT64_C(4611686018427387904), 1, INT64_MIN, true, 0, true, -1},
    {INT64_C(-4611686018427387904), 1, INT64_MIN, true, 0, true, 1},
    {INT64_C(4611686018427387904), 3, INT64_MIN, true, -2, true, -2},
    {INT64_C(1000000000000000), 1000000000, 1000000000, true, INT64_C(1000000000000000), true,
     INT64_C(1000000000000000)},
    {INT64_C(123456789012345678), INT64_C(987654321098765432), INT64_C(1000000000000000000), true,
     INT64_C(121932631137021794), true, INT64_C(121932631137021794)},
    {INT64_C(400000000000000000), 444900000, 1000000000, true, INT64_C(177960000000000000), true,
     INT64_C(177960000000000000)},
    {INT64_C(4294967296), INT64_C(4294967296), 2, false, 0, false, 0},
    {INT64_C(4294967296), INT64_C(2147483648), 1, false, 0, false, 0},
    {INT64_C(4294967296), INT64_C(2147483648), 2, true, INT64_C(4611686018427387904), true,
     INT64_C(4611686018427387904)},
    {INT64_MAX, INT64_MIN, INT64_MAX, true, INT64_MIN, true, INT64_MIN},
    {INT64_MAX, 1, 2, true, INT64_C(4611686018427387904), true, INT64_C(4611686018427387904)},
    {INT64_C(-9223372036854775807), 1, 2, true, INT64_C(-4611686018427387904), true,
     INT64_C(-4611686018427387904)},
    {INT64_C(3037000500), INT64_C(3037000500), 1, false, 0, false, 0},
    {INT64_C(3037000499), INT64_C(3037000499), 1, true, INT64_C(9223372030926249001), true,
     INT64_C(9223372030926249001)},
    {6700417, INT64_C(688268509184), INT64_C(2147483648), true, INT64_C(2147483648), true,
     INT64_C(2147483649)},
    {INT64_C(9223372036854775806), INT64_MAX, 2, false, 0, false, 0},
    {INT64_MAX, INT64_MAX, INT64_C(9223372036854775806), false, 0, false, 0},
    {INT64_MAX, INT64_C(9223372036854775806), INT64_MAX, true, INT64_C(9223372036854775806), true,
     INT64_C(9223372036854775806)},
    {INT64_C(4611686018427387905), 2, 1, false, 0, false, 0},
    {INT64_MAX, 2, 4, true, INT64_C(4611686018427387904), true, INT64_C(4611686018427387904)},
    {INT64_C(9223372036854775805), 2, 4, true, INT64_C(4611686018427387902), true,
     INT64_C(4611686018427387903)},
    {INT64_MAX, INT64_MIN, -1, false, 0, false, 0},
    {INT64_MIN, INT64_MIN, 2, false, 0, false, 0},
    {INT64_MAX, 5, INT64_C(9223372036854775806), true, 5, true, 5},
    {INT64_MAX, INT64_C(9223372036854775806), INT64_C(9223372036854775806), true, INT64_MAX, true,
     INT64_MAX},
    {INT64_MIN, 5, 2, false, 0, false, 0},
    {INT64_MIN, INT64_MAX, 2, false, 0, false, 0},
};

START_TEST(test_muldiv)
{
    bool (*const functions[])(int64_t, int64_t, int64_t, enum dti__rounding,
                              int64_t *) = {dti__muldiv, plain_muldiv};
    for (size_t i = 0; i < 2; i++) {
        int64_t even = UNTOUCHED;
        int64_t up = UNTOUCHED;
        ck_assert_int_eq(functions[i](quotients[_i].a, quotients[_i].b, quotients[_i].c,
                                      DTI__ROUND_HALF_EVEN, &even),
                         quotients[_i].even_fits);
        ck_assert_int_eq(even, quotients[_i].even_fits ? quotients[_i].even : UNTOUCHED);
        ck_assert_int_eq(functions[i](quotients[_i].a, quotients[_i].b, quotients[_i].c,
                                      DTI__ROUND_HALF_UP, &up),
                         quotients[_i].up_fits);
        ck_assert_int_eq(up, quotients[_i].up_fits ? quotients[_i].up : UNTOUCHED);
    }
}
END_TEST

/* xorshift64*, cut to a random number of bits so that small operands come as often as large ones.
 */
static int64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    const uint64_t mixed = *state * UINT64_C(2685821657736338717);
    const int64_t size = (int64_t)(mixed >> 1 >> (*state % 63));
    return (mixed & 1) != 0 ? -size : size;
}

START_TEST(test_plain_equals_builtin)
{
    uint64_t state = 922;
    for (int i = 0; i < 200000; i++) {
        const int64_t a = next_random(&state);
        const int64_t b = next_random(&state);
        const int64_t c = next_random(&state);
        int64_t left[5] = {0};
        int64_t right[5] = {0};
        bool left_fits[5] = {
            dti__add_i64(a, b, &left[0]),
            dti__sub_i64(a, b, &left[1]),
            dti__mul_i64(a, b, &left[2]),
            dti__muldiv(a, b, c, DTI__ROUND_HALF_EVEN, &left[3]),
            dti__muldiv(a, b, c, DTI__ROUND_HALF_UP, &left[4]),
        };
        bool right_fits[5] = {
            plain_add_i64(a, b, &right[0]),
            plain_sub_i64(a, b, &right[1]),
            plain_mul_i64(a, b, &right[2]),
            plain_muldiv(a, b, c, DTI__ROUND_HALF_EVEN, &right[3]),
            plain_muldiv(a, b, c, DTI__ROUND_HALF_UP, &right[4]),
        };
        for (int k = 0; k < 5; k++) {
            if (left_fits[k] != right_fits[k] || left[k] != right[k]) {
                ck_abort_msg("operation %d of %lld, %lld, %lld", k, (long long)a, (long long)b,
                             (long long)c);
            }
        }
    }
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Sums of products, divided, half to even: from Python. */
static const struct {
    int64_t products[3][2];
    int64_t divisor;
    bool fits;
    int64_t quotient;
} sums[] = {
    {{{INT64_C(1), INT64_C(1)}, {INT64_C(1), INT64_C(1)}, {INT64_C(1), INT64_C(1)}},
     INT64_C(2),
     true,
     INT64_C(2)},
    {{{INT64_C(5), INT64_C(1)}, {INT64_C(0), INT64_C(0)}, {INT64_C(0), INT64_C(0)}},
     INT64_C(2),
     true,
     INT64_C(2)},
    {{{INT64_C(-5), INT64_C(1)}, {INT64_C(0), INT64_C(0)}, {INT64_C(0), INT64_C(0)}},
     INT64_C(2),
     true,
     INT64_C(-2)},
    {{{INT64_C(4611686018427387904), INT64_C(2)},
      {INT64_C(4611686018427387904), INT64_C(-2)},
      {INT64_C(7), INT64_C(1)}},
     INT64_C(2),
     true,
     INT64_C(4)},
    {{{INT64_C(72057594037927936), INT64_C(1125899906842624)},
      {INT64_C(72057594037927936), INT64_C(1125899906842624)},
      {INT64_C(72057594037927936), INT64_C(1125899906842624)}},
     INT64_C(72057594037927936),
     true,
     INT64_C(3377699720527872)},
    {{{INT64_MIN, INT64_C(1)}, {INT64_C(0), INT64_C(0)}, {INT64_C(0), INT64_C(0)}},
     INT64_C(1),
     true,
     INT64_MIN},
    {{{INT64_C(38497026133024496), INT64_C(-287577530216022)},
      {INT64_C(-60410975868843315), INT64_C(-941720112356234)},
      {INT64_C(-6914511030506300), INT64_C(-418126136171497)}},
     INT64_C(3699007246197292),
     true,
     INT64_C(13168530317840523)},
    {{{INT64_C(-782961), INT64_C(-202841464855149)},
      {INT64_C(-14909737548424175), INT64_C(412799104431028)},
      {INT64_C(-1026466), INT64_C(725926264347131)}},
     INT64_C(27296599777738577),
     true,
     INT64_C(-225475933192855)},
    {{{INT64_C(-579719725556), INT64_C(-1108451186253757)},
      {INT64_C(29263050365831902), INT64_C(-1088734136560401)},
      {INT64_C(-975324), INT64_C(-743830350158169)}},
     INT64_C(-66359733818186743),
     true,
     INT64_C(480095947471887)},
    {{{INT64_C(872172892986), INT64_C(-705183100152307)},
      {INT64_C(-22321949435354876), INT64_C(-881928407607640)},
      {INT64_C(21515942976282054), INT64_C(82466572476987)}},
     INT64_C(62593552517946857),
     true,
     INT64_C(342848288461459)},
    {{{INT64_C(-48748444728294527), INT64_C(-630658621638027)},
      {INT64_C(-41788994764642899), INT64_C(-230711030930923)},
      {INT64_C(37165644876328122), INT64_C(-1123132536096050)}},
     INT64_C(-15379050006110966),
     true,
     INT64_C(88245760433501)},
    {{{INT64_C(714121606027), INT64_C(-725906103460922)},
      {INT64_C(14852771227261365), INT64_C(-1011550460627543)},
      {INT64_C(61772181624559042), INT64_C(432698616254197)}},
     INT64_C(53150888438997027),
     true,
     INT64_C(220201240165880)},
    {{{INT64_C(509587599658), INT64_C(679613122465156)},
      {INT64_C(-18827210073142224), INT64_C(-355514671108387)},
      {INT64_C(-64779239252749530), INT64_C(-347875988927871)}},
     INT64_C(-11832905253722407),
     true,
     INT64_C(-2470131976026091)},
    {{{INT64_C(1711330355069217), INT64_C(-851584430906734)},
      {INT64_C(-241434804886), INT64_C(470766205710615)},
      {INT64_C(-797671090003), INT64_C(-735938515391853)}},
     INT64_C(-8497823417650175),
     true,
     INT64_C(171440242681245)},
    {{{INT64_C(311175346893), INT64_C(108786004578240)},
      {INT64_C(28497608348751985), INT64_C(120925012351383)},
      {INT64_C(-48678531905692030), INT64_C(-212149853690304)}},
     INT64_C(32908522492540661),
     true,
     INT64_C(418531428077749)},
    {{{INT64_C(39857651037129667), INT64_C(-346556258820427)},
      {INT64_C(-67910920576426274), INT64_C(-830557356392064)},
      {INT64_C(-53518791616649564), INT64_C(-115776319859621)}},
     INT64_C(7178282364304800),
     true,
     INT64_C(6796501237485774)},
    {{{INT64_C(-63346286017206300), INT64_C(-994376828791877)},
      {INT64_C(-90715146609), INT64_C(545972940289868)},
      {INT64_C(70881840835007767), INT64_C(-31048851805589)}},
     INT64_C(43015444467605947),
     true,
     INT64_C(1413195433828497)},
    {{{INT64_C(58608257896689740), INT64_C(-815311113968547)},
      {INT64_C(-905505), INT64_C(-745738687838426)},
      {INT64_C(439538), INT64_C(991882429973727)}},
     INT64_C(-50695723899295772),
     true,
     INT64_C(942563994693417)},
    {{{INT64_C(18559552282), INT64_C(-647461432597159)},
      {INT64_C(65064512100208243), INT64_C(-543151099145766)},
      {INT64_C(-592341), INT64_C(-888422100061535)}},
     INT64_C(67599452664967919),
     true,
     INT64_C(-522783423318949)},
    {{{INT64_C(-57124360517357748), INT64_C(-1020270593319935)},
      {INT64_C(28919898241674615), INT64_C(-760498543093599)},
      {INT64_C(26695), INT64_C(-237079262211436)}},
     INT64_C(18249640049841618),
     true,
     INT64_C(1988464683124881)},
    {{{1, 1}, {1, 1}, {1, 1}}, 0, false, 0},
    {{{INT64_MAX, 2}, {0, 0}, {0, 0}}, 1, false, 0},
};

START_TEST(test_sums_of_products)
{
    void (*const adds[])(struct dti__wide *, int64_t, int64_t) = {dti__wide_add, plain_wide_add};
    bool (*const divides[])(struct dti__wide, int64_t, enum dti__rounding,
                            int64_t *) = {dti__wide_divide, plain_wide_divide};
    for (size_t i = 0; i < 2; i++) {
        struct dti__wide sum = {0, 0};
        int64_t out = UNTOUCHED;
        for (size_t k = 0; k < 3; k++)
            adds[i](&sum, sums[_i].products[k][0], sums[_i].products[k][1]);
        ck_assert_int_eq(divides[i](sum, sums[_i].divisor, DTI__ROUND_HALF_EVEN, &out),
                         sums[_i].fits);
        ck_assert_int_eq(out, sums[_i].fits ? sums[_i].quotient : UNTOUCHED);
    }
}
END_TEST

/* Each product fits; the sum does as long as it stays within 2^127. */
static const struct {
    int64_t products[4][2];
    size_t fitting; /* how many of them can be added */
    int sign;       /* of their sum */
} wide_sums[] = {
    {{{0, 0}, {0, INT64_MIN}, {-1, 0}, {INT64_MAX, 0}}, 4, 0},
    {{{1, -1}, {3, 7}, {-5, 4}, {0, 1}}, 4, 0},
    {{{-1, 1}, {0, 0}, {0, 0}, {0, 0}}, 4, -1},
    /* 2^126 + 2^126 is one too many */
    {{{INT64_MIN, INT64_MIN}, {INT64_MIN, INT64_MIN}, {0, 0}, {0, 0}}, 1, 1},
    {{{INT64_MIN, INT64_MIN}, {INT64_MAX, INT64_MAX}, {INT64_MAX, 2}, {1, 1}}, 3, 1},
    {{{INT64_MIN, INT64_MAX}, {INT64_MIN, INT64_MAX}, {INT64_MIN, 2}, {-1, 1}}, 3, -1},
};

START_TEST(test_checked_sums)
{
    bool (*const adds[])(struct dti__wide *, int64_t, int64_t) = {dti__wide_sum, plain_wide_sum};
    int (*const signs[])(struct dti__wide) = {dti__wide_sign, plain_wide_sign};
    for (size_t i = 0; i < 2; i++) {
        struct dti__wide sum = {0, 0};
        size_t fitting = 0;
        while (fitting < 4 && adds[i](&sum, wide_sums[_i].products[fitting][0],
                                      wide_sums[_i].products[fitting][1]))
            fitting++;
        ck_assert_uint_eq(fitting, wide_sums[_i].fitting);
        ck_assert_int_eq(signs[i](sum), wide_sums[_i].sign);
    }
}
END_TEST

/* The whole numbers around a × b ÷ c. */
static const struct {
    int64_t a;
    int64_t b;
    int64_t c;
    bool floor_fits;
    int64_t floor;
    bool ceiling_fits;
    int64_t ceiling;
} enclosures[] = {
    {7, 1, 2, true, 3, true, 4},
    {-7, 1, 2, true, -4, true, -3},
    {-8, 1, 2, true, -4, true, -4},
    {0, 5, 3, true, 0, true, 0},
    {-1, 1, INT64_MAX, true, -1, true, 0},
    {INT64_MAX, INT64_MAX, INT64_MAX, true, INT64_MAX, true, INT64_MAX},
    {INT64_MIN, INT64_MAX, INT64_MAX, true, INT64_MIN, true, INT64_MIN},
    {INT64_MAX, 2, 1, false, 0, false, 0},
    {INT64_MIN, 2, 1, false, 0, false, 0},
    {INT64_MIN, -1, 1, false, 0, false, 0},
    /* a little more than 2^63 */
    {INT64_MAX, INT64_MAX, INT64_MAX - 1, false, 0, false, 0},
    {INT64_MIN, 5, 4, false, 0, false, 0},
    {INT64_MIN, 3, 4, true, INT64_C(-6917529027641081856), true, INT64_C(-6917529027641081856)},
};

START_TEST(test_enclosures)
{
    void (*const adds[])(struct dti__wide *, int64_t, int64_t) = {dti__wide_add, plain_wide_add};
    bool (*const floors[])(struct dti__wide, int64_t, int64_t *) = {dti__wide_floor,
                                                                    plain_wide_floor};
    bool (*const ceilings[])(struct dti__wide, int64_t, int64_t *) = {dti__wide_ceiling,
                                                                      plain_wide_ceiling};
    for (size_t i = 0; i < 2; i++) {
        struct dti__wide value = {0, 0};
        int64_t floor = UNTOUCHED;
        int64_t ceiling = UNTOUCHED;
        adds[i](&value, enclosures[_i].a, enclosures[_i].b);
        ck_assert_int_eq(floors[i](value, enclosures[_i].c, &floor), enclosures[_i].floor_fits);
        ck_assert_int_eq(ceilings[i](value, enclosures[_i].c, &ceiling),
                         enclosures[_i].ceiling_fits);
        ck_assert_int_eq(floor, enclosures[_i].floor_fits ? enclosures[_i].floor : UNTOUCHED);
        ck_assert_int_eq(ceiling, enclosures[_i].ceiling_fits ? enclosures[_i].ceiling : UNTOUCHED);
    }
}
END_TEST

/* a × b ÷ c against d × e ÷ f. */
static const struct {
    int64_t left[3];
    int64_t right[3];
    bool is_below;
} comparisons[] = {
    {{1, 1, 3}, {1, 1, 2}, true},
    {{1, 1, 2}, {1, 1, 3}, false},
    {{1, 2, 4}, {3, 1, 6}, false},
    {{0, 1, 5}, {0, 1, 7}, false},
    {{0, 1, 5}, {1, 1, INT64_MAX}, true},
    /* equal up to the last of 189 bits */
    {{INT64_MAX, INT64_MAX, INT64_MAX - 1}, {INT64_MAX, INT64_MAX, INT64_MAX - 1}, false},
    {{INT64_MAX, INT64_MAX, INT64_MAX}, {INT64_MAX, INT64_MAX, INT64_MAX - 1}, true},
    {{INT64_MAX, INT64_MAX, INT64_MAX - 1}, {INT64_MAX, INT64_MAX, INT64_MAX}, false},
    {{INT64_MAX, INT64_MAX - 1, INT64_MAX}, {INT64_MAX - 1, INT64_MAX, INT64_MAX}, false},
    {{INT64_MAX - 1, INT64_MAX - 1, INT64_MAX}, {INT64_MAX - 1, INT64_MAX, INT64_MAX}, true},
};

START_TEST(test_comparisons)
{
    void (*const adds[])(struct dti__wide *, int64_t, int64_t) = {dti__wide_add, plain_wide_add};
    bool (*const belows[])(struct dti__wide, int64_t, struct dti__wide,
                           int64_t) = {dti__wide_is_below, plain_wide_is_below};
    for (size_t i = 0; i < 2; i++) {
        const int64_t *left = comparisons[_i].left;
        const int64_t *right = comparisons[_i].right;
        struct dti__wide a = {0, 0};
        struct dti__wide b = {0, 0};
        adds[i](&a, left[0], left[1]);
        adds[i](&b, right[0], right[1]);
        ck_assert_int_eq(belows[i](a, left[2], b, right[2]), comparisons[_i].is_below);
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-wide");
    TCase *cases = tcase_create("wide");
    tcase_add_loop_test(cases, test_add_size, 0, COUNT(size_sums));
    tcase_add_loop_test(cases, test_mul_size, 0, COUNT(size_products));
    tcase_add_loop_test(cases, test_i64, 0, COUNT(i64_cases));
    tcase_add_loop_test(cases, test_muldiv, 0, COUNT(quotients));
    tcase_add_loop_test(cases, test_sums_of_products, 0, COUNT(sums));
    tcase_add_loop_test(cases, test_checked_sums, 0, COUNT(wide_sums));
    tcase_add_loop_test(cases, test_enclosures, 0, COUNT(enclosures));
    tcase_add_loop_test(cases, test_comparisons, 0, COUNT(comparisons));
    tcase_add_test(cases, test_plain_equals_builtin);
    suite_add_tcase(suite, cases);
    return suite;
}
