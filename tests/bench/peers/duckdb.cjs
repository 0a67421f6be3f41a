// SPDX-FileCopyrightText: 2026 The libdti authors
// SPDX-License-Identifier: MIT
// DuckDB in memory, one thread: the query of SQLite, its results into a table; JavaScript is not in the way of either.
'use strict';

const { DuckDBDataChunk, DuckDBInstance, DOUBLE, INTEGER } = require('@duckdb/node-api');
const peer = require('./peer.cjs');

const CHUNK = 2048;

async function load(connection) {
  const columns = [...peer.columns()];
  const names = columns.map((_, i) => `c${i} DOUBLE`).join(', ');
  await connection.run(`CREATE TABLE cohort (id INTEGER, ${names})`);
  const appender = await connection.createAppender('cohort');
  const types = [INTEGER, ...columns.map(() => DOUBLE)];
  for (let start = 0; start < peer.count; start += CHUNK) {
    const rows = Math.min(CHUNK, peer.count - start);
    const chunk = DuckDBDataChunk.create(types, rows);
    chunk.setColumnValues(0, Array.from({ length: rows }, (_, i) => start + i));
    columns.forEach((values, i) => {
      const part = Array.from(values.subarray(start, start + rows), (x) => (Number.isNaN(x) ? null : x));
      chunk.setColumnValues(i + 1, part);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function main() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await load(connection);
  const version = (await connection.runAndReadAll('SELECT version()')).getRows()[0][0];
  const statement = 'CREATE OR REPLACE TABLE result AS ' + peer.query();
  const whole = () => connection.run(statement);
  const results = async () => {
    const all = await connection.runAndReadAll('SELECT overall, place FROM result ORDER BY id');
    return all.getColumns().map((values) => Float64Array.from(values, Number));
  };
  await peer.serve('duckdb', `DuckDB ${version.replace(/^v/, '')}`, whole, results);
}

main();
