// SPDX-FileCopyrightText: 2026 The libdti authors
// SPDX-License-Identifier: MIT
// Polars, one thread: expressions, built once, over a lazy frame. A null fails every comparison and ends in otherwise().
'use strict';

const pl = require('nodejs-polars');
const peer = require('./peer.cjs');

function share({ name, kind, p }) {
  const column = pl.col(name);
  switch (kind) {
    case 'ratio':
      return column.div(p[0]).clip(0, 1).fillNull(0);
    case 'tiers':
      return pl.when(column.gtEq(p[4])).then(pl.lit(p[5]))
        .when(column.gtEq(p[2])).then(pl.lit(p[3]))
        .when(column.gtEq(p[0])).then(pl.lit(p[1]))
        .otherwise(pl.lit(0));
    case 'min-max':
      return column.sub(column.min()).div(column.max().sub(column.min())).fillNull(0);
    default:
      return pl.when(column.gtEq(p[0])).then(pl.lit(1)).otherwise(pl.lit(0));
  }
}

const sum = (terms) => terms.reduce((all, term) => all.add(term));

function plan(frame) {
  const work = peer.work();
  const mains = Array.from({ length: peer.mains }, (_, main) =>
    sum(work.filter((c) => c.main === main).map((c) => share(c).mul(c.points))).alias(`m${main}`));
  const pillars = peer.pillars.map((of, i) => sum(of.map((main) => pl.col(`m${main}`))).alias(`p${i}`));
  const overall = sum(mains.map((_, main) => pl.col(`m${main}`))).alias('overall');
  return frame.lazy()
    .select(...mains)
    .withColumns(...pillars, overall)
    .withColumns(pl.col('overall').rank({ method: 'min', descending: true }).alias('rank'));
}

async function main() {
  const columns = {};
  let i = 0;
  for (const values of peer.columns()) columns[`c${i++}`] = values;
  const frame = pl.DataFrame(columns).select(pl.all().fillNan(null));
  const query = plan(frame);
  let result;
  const whole = () => {
    result = query.collectSync();
  };
  const results = () => ['overall', 'rank'].map((name) => Float64Array.from(result.getColumn(name)));
  await peer.serve('polars', `Polars for Node ${require('nodejs-polars/package.json').version}`, whole, results);
}

main();
