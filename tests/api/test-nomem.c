/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The allocator of an embedding program runs out of memory at every one of its calls: each call of
 * the library says so, changes nothing and leaves nothing behind. */
#include "scenarios-tables.h"

START_TEST(survives_every_failure_of_the_allocator)
{
    struct scenario_context context;
    scenario_open(&context, SAMPLE_TINY_FRAMEWORK, SAMPLE_TINY_DOSSIER);
    test_nomem_allocator(scenarios[_i].run, &context);
    scenario_close(&context);
}
END_TEST

START_TEST(tables_survive_every_failure_of_the_allocator)
{
    struct tables tables;
    tables_open(&tables);
    test_nomem_allocator(table_scenarios[_i].run, &tables);
    tables_close(&tables);
}
END_TEST

/* The sweeps above prove nothing if the allocator is not asked. */
START_TEST(asks_the_allocator)
{
    struct scenario_context context;
    struct test_memory memory;
    scenario_open(&context, SAMPLE_TINY_FRAMEWORK, SAMPLE_TINY_DOSSIER);
    test_memory_init(&memory);
    ck_assert_int_eq(scenarios[_i].run(&memory.allocator, &context), DTI_OK);
    ck_assert_msg(memory.calls > 0, "%s: no call", scenarios[_i].name);
    ck_assert_uint_eq(memory.live, 0);
    scenario_close(&context);
}
END_TEST

START_TEST(tables_ask_the_allocator)
{
    struct tables tables;
    struct test_memory memory;
    tables_open(&tables);
    test_memory_init(&memory);
    ck_assert_int_eq(table_scenarios[_i].run(&memory.allocator, &tables), DTI_OK);
    ck_assert_msg(memory.calls > 0, "%s: no call", table_scenarios[_i].name);
    ck_assert_uint_eq(memory.live, 0);
    memory.allocator.release = NULL; /* and that is no allocator */
    ck_assert_int_eq(table_scenarios[_i].run(&memory.allocator, &tables), DTI_E_ARG);
    tables_close(&tables);
}
END_TEST

/* An allocator that is no allocator is refused before anything is asked of it. */
START_TEST(refuses_half_an_allocator)
{
    struct scenario_context context;
    struct test_memory memory;
    scenario_open(&context, SAMPLE_TINY_FRAMEWORK, SAMPLE_TINY_DOSSIER);
    for (int part = 0; part < 4; part++) {
        test_memory_init(&memory);
        dti_allocator half = memory.allocator;
        half.size = part == 0 ? 3 : half.size;
        half.alloc = part == 1 ? NULL : half.alloc;
        half.resize = part == 2 ? NULL : half.resize;
        half.release = part == 3 ? NULL : half.release;
        ck_assert_int_eq(scenarios[_i].run(&half, &context), DTI_E_ARG);
        ck_assert_uint_eq(memory.calls, 0);
    }
    scenario_close(&context);
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("nomem");
    TCase *tcase = tcase_create("allocator");
    tcase_add_loop_test(tcase, survives_every_failure_of_the_allocator, 0, SCENARIO_COUNT);
    tcase_add_loop_test(tcase, asks_the_allocator, 0, SCENARIO_COUNT);
    tcase_add_loop_test(tcase, refuses_half_an_allocator, 0, SCENARIO_COUNT);
    tcase_add_loop_test(tcase, tables_survive_every_failure_of_the_allocator, 0,
                        TABLE_SCENARIO_COUNT);
    tcase_add_loop_test(tcase, tables_ask_the_allocator, 0, TABLE_SCENARIO_COUNT);
    suite_add_tcase(suite, tcase);
    return suite;
}
