/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What every test program shares: main(), memory that counts and fails, files of the source tree.
 */
#include "support.h"

#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef TEST_UNIT
#include <cjson/cJSON.h>
#endif

/* Memory that counts and fails */

struct block {
    _Alignas(max_align_t) size_t bytes;
    const struct test_memory *owner; /* NULL once released */
};

static bool call_fails(struct test_memory *memory)
{
    const size_t call = memory->calls++;
    const bool fails = call == memory->fail_at || (memory->fail_ever && call > memory->fail_at);
    memory->failed = memory->failed || fails;
    return fails;
}

/* A misuse would corrupt the heap later on: better to stop right here, with a stack to look at. */
static struct block *block_of(struct test_memory *memory, void *data, size_t bytes)
{
    struct block *block = (struct block *)data - 1;
    if (block->owner != memory || block->bytes != bytes) {
        fprintf(stderr, "test_memory: block of %zu bytes given back as %zu bytes, or not ours\n",
                block->bytes, bytes);
        abort();
    }
    return block;
}

static void *memory_alloc(void *context, size_t bytes)
{
    struct test_memory *memory = context;
    if (bytes == 0) {
        fputs("test_memory: 0 bytes asked for\n", stderr);
        abort();
    }
    if (call_fails(memory) || bytes > SIZE_MAX - sizeof(struct block)) {
        return NULL;
    }
    struct block *block = malloc(sizeof *block + bytes);
    if (block == NULL) {
        return NULL;
    }
    block->bytes = bytes;
    block->owner = memory;
    memory->live++;
    memory->live_bytes += bytes;
    /* Whoever forgets to clear does not get zeros by luck. */
    return memset(block + 1, 0xa5, bytes);
}

static void memory_release(void *context, void *data, size_t bytes)
{
    struct test_memory *memory = context;
    struct block *block = block_of(memory, data, bytes);
    block->owner = NULL;
    memory->live--;
    memory->live_bytes -= bytes;
    free(block);
}

/* Always moves, so that a stale pointer is noticed. */
static void *memory_resize(void *context, void *data, size_t old_bytes, size_t new_bytes)
{
    struct test_memory *memory = context;
    block_of(memory, data, old_bytes);
    void *moved = memory_alloc(memory, new_bytes);
    if (moved != NULL) {
        memcpy(moved, data, old_bytes < new_bytes ? old_bytes : new_bytes);
        memory_release(memory, data, old_bytes);
    }
    return moved;
}

void test_memory_init(struct test_memory *memory)
{
    *memory = (struct test_memory){
        .allocator = {sizeof(dti_allocator), memory_alloc, memory_resize, memory_release, memory},
        .fail_at = SIZE_MAX,
    };
}

/* malloc() of the library: unit tests link its objects with these calls wrapped (see meson.build)
 */

static struct test_memory *wrapped; /* while a sweep runs: counts and fails the calls below */

void *__wrap_malloc(size_t bytes);
void *__wrap_calloc(size_t count, size_t bytes);
void *__wrap_realloc(void *block, size_t bytes);
void __wrap_free(void *block);

static void count_new(const void *block)
{
    if (wrapped != NULL && block != NULL) {
        wrapped->live++;
    }
}

void *__wrap_malloc(size_t bytes)
{
    if (wrapped != NULL && call_fails(wrapped)) {
        return NULL;
    }
    void *block = malloc(bytes);
    count_new(block);
    return block;
}

void *__wrap_calloc(size_t count, size_t bytes)
{
    if (wrapped != NULL && call_fails(wrapped)) {
        return NULL;
    }
    void *block = calloc(count, bytes);
    count_new(block);
    return block;
}

void *__wrap_realloc(void *block, size_t bytes)
{
    if (wrapped != NULL && call_fails(wrapped)) {
        return NULL;
    }
    void *moved = realloc(block, bytes);
    if (block == NULL) {
        count_new(moved);
    }
    return moved;
}

void __wrap_free(void *block)
{
    if (wrapped != NULL && block != NULL) {
        wrapped->live--;
    }
    free(block);
}

/* Sweeps */

/* Runs once with call `fail_at` failing; true if the scenario got that far. */
static bool sweep_step(test_scenario scenario, void *context, bool use_malloc, size_t fail_at,
                       bool fail_ever)
{
    /* Static: a failed assertion in the scenario leaves by longjmp() when Check does not fork. */
    static struct test_memory memory;
    test_memory_init(&memory);
    memory.fail_at = fail_at;
    memory.fail_ever = fail_ever;
    wrapped = use_malloc ? &memory : NULL;
    const dti_status status = scenario(use_malloc ? NULL : &memory.allocator, context);
    wrapped = NULL;
    const char *what = use_malloc ? "malloc" : "the allocator";
    const dti_status expected = memory.failed ? DTI_E_NOMEM : DTI_OK;
    ck_assert_msg(status == expected, "call %zu of %s %s%s: status %d, expected %d", fail_at, what,
                  memory.failed ? "failed" : "did not fail", fail_ever ? " for good" : "",
                  (int)status, (int)expected);
    ck_assert_msg(memory.live == 0, "call %zu of %s failed%s: %zu blocks left", fail_at, what,
                  fail_ever ? " for good" : "", memory.live);
    return memory.failed;
}

/* How many calls there are when none fails. */
static size_t count_calls(test_scenario scenario, void *context, bool use_malloc)
{
    static struct test_memory memory;
    test_memory_init(&memory);
    wrapped = use_malloc ? &memory : NULL;
    const dti_status status = scenario(use_malloc ? NULL : &memory.allocator, context);
    wrapped = NULL;
    ck_assert_int_eq(status, DTI_OK);
    return memory.calls;
}

/* points: 0 for every call. */
static void sweep(test_scenario scenario, void *context, bool use_malloc, size_t points)
{
    const size_t calls = points == 0 ? 0 : count_calls(scenario, context, use_malloc);
    const size_t stride = points == 0 ? 1 : calls / points + 1;
    for (int fail_ever = 0; fail_ever <= 1; fail_ever++) {
        size_t call = 0;
        while (sweep_step(scenario, context, use_malloc, call, fail_ever != 0)) {
            call += stride;
        }
    }
}

static void sweep_both(test_scenario scenario, void *context, size_t points)
{
    sweep(scenario, context, false, points);
#ifdef TEST_UNIT
    /* The library itself must never touch these hooks; a test may, to make cJSON fail as well. */
    cJSON_Hooks hooks = {__wrap_malloc, __wrap_free};
    cJSON_InitHooks(&hooks);
    sweep(scenario, context, true, points);
    cJSON_InitHooks(NULL);
#endif
}

void test_nomem_allocator(test_scenario scenario, void *context)
{
    sweep(scenario, context, false, 0);
}

void test_nomem(test_scenario scenario, void *context)
{
    sweep_both(scenario, context, 0);
}

void test_nomem_spread(test_scenario scenario, void *context, size_t points)
{
    sweep_both(scenario, context, points);
}

/* Files */

char *test_path(const char *path)
{
    const size_t size = strlen(TEST_SOURCE_ROOT) + 1 + strlen(path) + 1;
    char *full = malloc(size);
    ck_assert_ptr_nonnull(full);
    snprintf(full, size, "%s/%s", TEST_SOURCE_ROOT, path);
    return full;
}

char *test_read_file(const char *path, size_t *length)
{
    char *full = test_path(path);
    FILE *file = fopen(full, "rb");
    ck_assert_msg(file != NULL, "%s cannot be opened", full);
    free(full);
    ck_assert_int_eq(fseek(file, 0, SEEK_END), 0);
    const long end = ftell(file);
    ck_assert_int_ge(end, 0);
    rewind(file);
    char *text = malloc((size_t)end + 1);
    ck_assert_ptr_nonnull(text);
    ck_assert_uint_eq(fread(text, 1, (size_t)end, file), (size_t)end);
    text[end] = '\0';
    fclose(file);
    if (length != NULL) {
        *length = (size_t)end;
    }
    return text;
}

char *test_exact(const char *bytes, size_t length)
{
    /* malloc(0) may give NULL, which is not what an empty document looks like. */
    char *copy = malloc(length == 0 ? 1 : length);
    ck_assert_ptr_nonnull(copy);
    if (length != 0) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

/* main() */

/* Under the test set-up "comma" the whole program runs in a locale whose decimal mark is a comma;
 * that it really does is checked here. */
static bool enter_locale(void)
{
    const char *wanted = getenv("TEST_COMMA_LOCALE");
    setlocale(LC_ALL, wanted != NULL ? wanted : "");
    return wanted == NULL || strcmp(localeconv()->decimal_point, ",") == 0;
}

/* TAP of Check has no line numbers. */
static void print_failures(SRunner *runner)
{
    const int count = srunner_ntests_failed(runner);
    TestResult **failures = srunner_failures(runner);
    for (int i = 0; i < count; i++) {
        fprintf(stderr, "%s:%d: %s: %s\n", tr_lfile(failures[i]), tr_lno(failures[i]),
                tr_tcname(failures[i]), tr_msg(failures[i]));
    }
    free(failures);
}

int main(void)
{
    if (!enter_locale()) {
        puts("Bail out! no locale with a decimal comma");
        return EXIT_FAILURE;
    }
    SRunner *runner = srunner_create(test_suite());
    srunner_set_tap(runner, "-");
    srunner_run_all(runner, CK_SILENT);
    print_failures(runner);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
