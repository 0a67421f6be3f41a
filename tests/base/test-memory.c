/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Memory, arena, buffer and text: zeroed, checked, and whole when memory runs out. */
#include "support.h"

#include <dti/options.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

static bool is_zero(const void *block, size_t bytes)
{
    const unsigned char *at = block;
    for (size_t i = 0; i < bytes; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

/* ---- Option structs ---- */

struct options {
    size_t size;
    int32_t first;
    int32_t second; /* appended in a later version: the least size ends before it */
};

#define LEAST_SIZE offsetof(struct options, second)

static const struct {
    size_t size;
    int at;         /* byte behind the struct that is set, -1: none */
    int status;     /* 0 copied, 1 nonsense, 2 unknown tail */
    int32_t second; /* afterwards; 77 is the default */
} option_cases[] = {
    {sizeof(struct options), -1, 0, 2},
    {LEAST_SIZE, -1, 0, 77}, /* an older caller */
    {LEAST_SIZE - 1, -1, 1, 0},
    {sizeof(size_t), -1, 1, 0},
    {0, -1, 1, 0},
    {SIZE_MAX, -1, 1, 0},
    {100000, -1, 1, 0},
    {sizeof(struct options) + 16, -1, 0, 2}, /* a newer caller who asks for nothing new */
    {sizeof(struct options) + 16, 0, 2, 0},
    {sizeof(struct options) + 16, 15, 2, 0},
    {sizeof(struct options) + 15, 15, 0, 2}, /* outside of the struct */
};

START_TEST(test_options_take)
{
    union {
        struct options known;
        unsigned char bytes[sizeof(struct options) + 16];
    } given;
    struct options out = {sizeof out, 76, 77};
    memset(&given, 0, sizeof given);
    given.known = (struct options){option_cases[_i].size, 1, 2};
    if (option_cases[_i].at >= 0) {
        given.bytes[sizeof(struct options) + (size_t)option_cases[_i].at] = 1;
    }
    ck_assert_int_eq(dti__options_take(&given, &out, sizeof out, LEAST_SIZE),
                     option_cases[_i].status);
    if (option_cases[_i].status == 0) {
        ck_assert_int_eq(out.first, 1);
        ck_assert_int_eq(out.second, option_cases[_i].second);
    } else {
        ck_assert_int_eq(out.first, 76);
        ck_assert_int_eq(out.second, 77);
    }
    ck_assert_uint_eq(out.size, sizeof out);
}
END_TEST

START_TEST(test_allocator_take)
{
    struct test_memory memory;
    dti_allocator out = DTI_ALLOCATOR_INIT;
    test_memory_init(&memory);

    ck_assert(dti__allocator_take(NULL, &out));
    ck_assert_mem_eq(&out, &dti__malloc_allocator, sizeof out);
    ck_assert(dti__allocator_take(&memory.allocator, &out));
    ck_assert_mem_eq(&out, &memory.allocator, sizeof out);

    const dti_allocator good = memory.allocator;
    dti_allocator bad[6] = {good, good, good, good, good, DTI_ALLOCATOR_INIT};
    bad[0].alloc = NULL;
    bad[1].resize = NULL;
    bad[2].release = NULL;
    bad[3].size = 0;
    bad[4].size = sizeof good - 1;
    for (size_t i = 0; i < 6; i++) {
        out = dti__malloc_allocator;
        ck_assert_msg(!dti__allocator_take(&bad[i], &out), "bad[%zu]", i);
        ck_assert_mem_eq(&out, &dti__malloc_allocator, sizeof out);
    }

    struct {
        dti_allocator known;
        size_t more;
    } newer = {good, 0};
    newer.known.size = sizeof newer;
    ck_assert(dti__allocator_take(&newer.known, &out));
    ck_assert_uint_eq(out.size, sizeof out);
    newer.more = 1;
    ck_assert(!dti__allocator_take(&newer.known, &out));
}
END_TEST

/* ---- Blocks ---- */

START_TEST(test_alloc)
{
    struct test_memory memory;
    test_memory_init(&memory);
    char *block = dti__alloc(&memory.allocator, 100);
    ck_assert_ptr_nonnull(block);
    ck_assert(is_zero(block, 100));
    dti__release(&memory.allocator, block, 100);
    dti__release(&memory.allocator, NULL, 100);
    ck_assert_uint_eq(memory.live, 0);

    block = dti__alloc_array(&memory.allocator, 10, 12);
    ck_assert_ptr_nonnull(block);
    ck_assert(is_zero(block, 120));
    dti__release(&memory.allocator, block, 120);

    memory.calls = 0;
    ck_assert_ptr_null(dti__alloc(&memory.allocator, 0));
    ck_assert_ptr_null(dti__alloc_array(&memory.allocator, 0, 8));
    ck_assert_ptr_null(dti__alloc_array(&memory.allocator, 8, 0));
    ck_assert_ptr_null(dti__alloc_array(&memory.allocator, SIZE_MAX / 2 + 1, 2));
    ck_assert_ptr_null(dti__alloc_array(&memory.allocator, SIZE_MAX, SIZE_MAX));
    ck_assert_uint_eq(memory.calls, 0);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_resize)
{
    struct test_memory memory;
    test_memory_init(&memory);
    char *block = dti__resize(&memory.allocator, NULL, 0, 8);
    ck_assert_ptr_nonnull(block);
    ck_assert(is_zero(block, 8));
    memcpy(block, "12345678", 8);

    block = dti__resize(&memory.allocator, block, 8, 64);
    ck_assert_ptr_nonnull(block);
    ck_assert_mem_eq(block, "12345678", 8);
    ck_assert(is_zero(block + 8, 56));

    block = dti__resize(&memory.allocator, block, 64, 4);
    ck_assert_ptr_nonnull(block);
    ck_assert_mem_eq(block, "1234", 4);

    memory.fail_at = memory.calls;
    ck_assert_ptr_null(dti__resize(&memory.allocator, block, 4, 1000));
    ck_assert_ptr_null(dti__resize(&memory.allocator, block, 4, 0));
    ck_assert_mem_eq(block, "1234", 4);
    dti__release(&memory.allocator, block, 4);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_malloc_allocator)
{
    const dti_allocator *allocator = &dti__malloc_allocator;
    ck_assert_uint_eq(allocator->size, sizeof *allocator);
    char *block = dti__alloc(allocator, 16);
    ck_assert_ptr_nonnull(block);
    memcpy(block, "0123456789abcdef", 16);
    block = dti__resize(allocator, block, 16, 4096);
    ck_assert_ptr_nonnull(block);
    ck_assert_mem_eq(block, "0123456789abcdef", 16);
    ck_assert(is_zero(block + 16, 4080));
    dti__release(allocator, block, 4096);
}
END_TEST

/* ---- Arena ---- */

START_TEST(test_arena)
{
    struct test_memory memory;
    struct dti__arena arena;
    test_memory_init(&memory);
    dti__arena_init(&arena, &memory.allocator);
    ck_assert_uint_eq(memory.calls, 0);

    /* Blocks of all sizes: zeroed, aligned, apart from each other. Each is filled with its number
     * and looked at again in the end. */
    unsigned char *blocks[400];
    for (size_t i = 0; i < 400; i++) {
        blocks[i] = dti__arena_alloc(&arena, i * 7);
        ck_assert_ptr_nonnull(blocks[i]);
        ck_assert_uint_eq((uintptr_t)blocks[i] % alignof(max_align_t), 0);
        ck_assert(is_zero(blocks[i], i * 7));
        memset(blocks[i], (int)(i % 251), i * 7);
        ck_assert(i == 0 || blocks[i] != blocks[i - 1]);
    }
    for (size_t i = 0; i < 400; i++) {
        for (size_t k = 0; k < i * 7; k++) {
            if (blocks[i][k] != i % 251) {
                ck_abort_msg("block %zu", i);
            }
        }
    }
    ck_assert_uint_le(memory.calls, 20); /* half a megabyte in a few blocks */
    ck_assert_uint_le(memory.live_bytes, 2 * 7 * 400 * 400 / 2);

    dti__arena_release(&arena);
    ck_assert_uint_eq(memory.live, 0);
    dti__arena_release(&arena);
    ck_assert_ptr_nonnull(dti__arena_alloc(&arena, 1)); /* usable again */
    dti__arena_release(&arena);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_arena_large)
{
    struct test_memory memory;
    struct dti__arena arena;
    test_memory_init(&memory);
    dti__arena_init(&arena, &memory.allocator);
    char *large = dti__arena_alloc(&arena, 3000000); /* as the first */
    ck_assert_ptr_nonnull(large);
    ck_assert(is_zero(large, 3000000));
    char *small = dti__arena_alloc(&arena, 16);
    const size_t calls = memory.calls;
    large = dti__arena_alloc(&arena, 3000000); /* in between: the block in use stays so */
    ck_assert_ptr_nonnull(large);
    memset(large, 1, 3000000);
    ck_assert_uint_eq(memory.calls, calls + 1);
    char *next = dti__arena_alloc(&arena, 16);
    ck_assert_ptr_eq(next, small + 16);
    ck_assert_uint_eq(memory.calls, calls + 1);

    const size_t live = memory.live;
    ck_assert_ptr_null(dti__arena_alloc(&arena, SIZE_MAX));
    ck_assert_ptr_null(dti__arena_alloc(&arena, SIZE_MAX - 8));
    ck_assert_ptr_null(dti__arena_array(&arena, SIZE_MAX / 2 + 1, 2));
    ck_assert_ptr_null(dti__arena_text(&arena, "x", SIZE_MAX));
    ck_assert_uint_eq(memory.live, live);
    ck_assert_ptr_nonnull(dti__arena_array(&arena, 0, 8));
    ck_assert_ptr_nonnull(dti__arena_array(&arena, 1000, 8));
    dti__arena_release(&arena);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_arena_text)
{
    struct test_memory memory;
    struct dti__arena arena;
    test_memory_init(&memory);
    dti__arena_init(&arena, &memory.allocator);
    ck_assert_str_eq(dti__arena_text(&arena, "Qu\xE1\xBA\xA3ng Nam and more", 10),
                     "Qu\xE1\xBA\xA3ng Na");
    ck_assert_str_eq(dti__arena_text(&arena, "", 0), "");
    ck_assert_str_eq(dti__arena_text(&arena, NULL, 0), "");
    ck_assert_mem_eq(dti__arena_text(&arena, "a\0b", 3), "a\0b\0", 4);
    double *number = dti__arena_alloc(&arena, sizeof *number); /* aligned behind odd lengths */
    ck_assert_uint_eq((uintptr_t)number % alignof(max_align_t), 0);
    dti__arena_release(&arena);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

static dti_status arena_scenario(const dti_allocator *given, void *context)
{
    dti_allocator allocator;
    struct dti__arena arena;
    (void)context;
    ck_assert(dti__allocator_take(given, &allocator));
    dti__arena_init(&arena, &allocator);
    bool is_whole = true;
    for (size_t i = 0; i < 40; i++) {
        is_whole = is_whole && dti__arena_alloc(&arena, i * 50) != NULL;
        is_whole = is_whole && dti__arena_text(&arena, "text", 4) != NULL;
    }
    is_whole = is_whole && dti__arena_array(&arena, 1000, 100) != NULL;
    dti__arena_release(&arena);
    return is_whole ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(test_arena_nomem)
{
    test_nomem(arena_scenario, NULL);
}
END_TEST

/* ---- Buffer and text ---- */

START_TEST(test_buffer)
{
    struct test_memory memory;
    struct dti__buffer buffer;
    test_memory_init(&memory);
    dti__buffer_init(&buffer, &memory.allocator);
    dti__buffer_put(&buffer, NULL, 0);
    ck_assert_uint_eq(memory.calls, 0);
    dti__buffer_put_text(&buffer, "");
    dti__buffer_put_text(&buffer, "Qu\xE1\xBA\xA3ng");
    dti__buffer_put_char(&buffer, ' ');
    dti__buffer_put(&buffer, "Nam!", 3);
    ck_assert_uint_eq(buffer.length, 11);
    ck_assert_mem_eq(buffer.data, "Qu\xE1\xBA\xA3ng Nam", 11);

    dti_text *text = dti__buffer_take_text(&buffer);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_eq(dti_text_length(text), 11);
    ck_assert_str_eq(dti_text_data(text), "Qu\xE1\xBA\xA3ng Nam");
    ck_assert_ptr_null(buffer.data);
    ck_assert_uint_eq(buffer.length, 0);

    dti_text *empty = dti__buffer_take_text(&buffer); /* the buffer can be used again */
    ck_assert_ptr_nonnull(empty);
    ck_assert_uint_eq(dti_text_length(empty), 0);
    ck_assert_str_eq(dti_text_data(empty), "");
    dti_text_free(empty);
    dti_text_free(text);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_buffer_growth)
{
    struct test_memory memory;
    struct dti__buffer buffer;
    test_memory_init(&memory);
    dti__buffer_init(&buffer, &memory.allocator);
    char piece[37];
    for (int i = 0; i < 10000; i++) {
        memset(piece, 'a' + i % 26, sizeof piece);
        dti__buffer_put(&buffer, piece, sizeof piece);
    }
    ck_assert_uint_eq(buffer.length, 370000);
    ck_assert_uint_le(memory.calls, 20);
    for (size_t i = 0; i < buffer.length; i++) {
        if (buffer.data[i] != (char)('a' + (i / sizeof piece) % 26)) {
            ck_abort_msg("byte %zu", i);
        }
    }
    dti__buffer_release(&buffer);
    dti__buffer_release(&buffer);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(test_buffer_failure)
{
    struct test_memory memory;
    struct dti__buffer buffer;
    test_memory_init(&memory);
    dti__buffer_init(&buffer, &memory.allocator);
    dti__buffer_put_text(&buffer, "before");
    memory.fail_at = memory.calls;
    char large[5000];
    memset(large, 'x', sizeof large);
    dti__buffer_put(&buffer, large, sizeof large);
    ck_assert(buffer.failed);
    dti__buffer_put_text(&buffer, "after"); /* would fit, but the text has a hole now */
    ck_assert(buffer.failed);
    ck_assert_ptr_null(dti__buffer_take_text(&buffer));
    ck_assert_uint_eq(memory.live, 0);
    ck_assert(!buffer.failed);

    /* A length that cannot be, asked of a buffer that holds something. */
    dti__buffer_put_text(&buffer, "x");
    dti__buffer_put(&buffer, large, SIZE_MAX);
    ck_assert(buffer.failed);
    dti__buffer_release(&buffer);
    ck_assert_uint_eq(memory.live, 0);
}
END_TEST

static dti_status buffer_scenario(const dti_allocator *given, void *context)
{
    dti_allocator allocator;
    struct dti__buffer buffer;
    (void)context;
    ck_assert(dti__allocator_take(given, &allocator));
    dti__buffer_init(&buffer, &allocator);
    for (int i = 0; i < 200; i++) {
        dti__buffer_put_text(&buffer, "0123456789");
    }
    dti_text *text = dti__buffer_take_text(&buffer);
    const bool is_made = text != NULL;
    ck_assert_uint_eq(dti_text_length(text), is_made ? 2000 : 0);
    dti_text_free(text);
    return is_made ? DTI_OK : DTI_E_NOMEM;
}

START_TEST(test_buffer_nomem)
{
    test_nomem(buffer_scenario, NULL);
}
END_TEST

START_TEST(test_no_text)
{
    ck_assert_str_eq(dti_text_data(NULL), "");
    ck_assert_uint_eq(dti_text_length(NULL), 0);
    dti_text_free(NULL);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *test_suite(void)
{
    Suite *suite = suite_create("base-memory");
    TCase *cases = tcase_create("options");
    tcase_add_loop_test(cases, test_options_take, 0, COUNT(option_cases));
    tcase_add_test(cases, test_allocator_take);
    suite_add_tcase(suite, cases);

    cases = tcase_create("blocks");
    tcase_add_test(cases, test_alloc);
    tcase_add_test(cases, test_resize);
    tcase_add_test(cases, test_malloc_allocator);
    suite_add_tcase(suite, cases);

    cases = tcase_create("arena");
    tcase_add_test(cases, test_arena);
    tcase_add_test(cases, test_arena_large);
    tcase_add_test(cases, test_arena_text);
    tcase_add_test(cases, test_arena_nomem);
    suite_add_tcase(suite, cases);

    cases = tcase_create("buffer");
    tcase_add_test(cases, test_buffer);
    tcase_add_test(cases, test_buffer_growth);
    tcase_add_test(cases, test_buffer_failure);
    tcase_add_test(cases, test_buffer_nomem);
    tcase_add_test(cases, test_no_text);
    suite_add_tcase(suite, cases);
    return suite;
}
