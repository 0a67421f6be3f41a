// SPDX-FileCopyrightText: 2026 The libdti authors
// SPDX-License-Identifier: MIT
// What the peers in JavaScript share: the work, the rows, and taking turns as tests/bench/turns.h describes it.
'use strict';

const fs = require('fs');
const path = require('path');
const readline = require('readline');

const SHORTEST_RUN = 0.2; // seconds; shorter work is called so often that it lasts as long

const folder = process.argv[2];
const count = Number(process.argv[3]);

exports.count = count;
exports.mains = 8;
exports.pillars = [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 6], [0, 1, 2, 3, 4, 7]];
exports.query = () => fs.readFileSync(path.join(folder, 'work.sql'), 'ascii');

exports.work = () =>
  fs.readFileSync(path.join(folder, 'work.tsv'), 'ascii').trimEnd().split('\n').map((line) => {
    const [number, kind, main, points, ...p] = line.split('\t');
    return { name: `c${number}`, kind, main: main - 1, points: Number(points), p: p.map(Number) };
  });

// The columns one after the other; NaN where a value is missing.
exports.columns = function* () {
  const file = fs.openSync(path.join(folder, `rows-${count}.f64`));
  const bytes = count * 8;
  for (let at = 0; at < fs.fstatSync(file).size; at += bytes) {
    const values = new Float64Array(count);
    fs.readSync(file, values, 0, bytes, at);
    yield values;
  }
  fs.closeSync(file);
};

async function run(whole, calls) {
  const cpu = process.cpuUsage();
  const wall = process.hrtime.bigint();
  for (let i = 0; i < calls; i++) await whole();
  const seconds = Number(process.hrtime.bigint() - wall) * 1e-9;
  const used = process.cpuUsage(cpu);
  return [seconds / calls, ((used.user + used.system) * 1e-6) / calls];
}

// whole() does the work; results() returns overall points and ranks of the last call, each a Float64Array.
exports.serve = async function (name, version, whole, results) {
  await whole();
  const file = path.join(folder, `out-${name}-${count}.f64`);
  fs.writeFileSync(file, Buffer.concat((await results()).map((values) => Buffer.from(values.buffer))));
  console.log(['ready', version, file, 0].join('\t'));
  let calls = 0;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    void line;
    if (calls === 0) {
      calls = 1;
      while ((await run(whole, calls))[1] * calls < SHORTEST_RUN) calls *= 2;
    }
    const [wall, cpu] = await run(whole, calls);
    console.log([name, count, wall.toExponential(9), cpu.toExponential(9), file].join('\t'));
  }
};
