// SPDX-FileCopyrightText: 2026 The libdti authors
// SPDX-License-Identifier: MIT
//
// Takes pictures of an HTML page as people will have it, and asks axe-core what keeps whom from reading it.
//
// usage: NODE_PATH=.../node_modules node look.cjs PAGE.html FOLDER
'use strict';
const path = require('path');
const { chromium } = require('playwright-core');
const axe = require('axe-core');

const VIEWS = [
  { name: 'narrow', width: 320, height: 640 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'tablet', width: 768, height: 1024 },
  { name: 'laptop', width: 1440, height: 900 },
  { name: 'laptop-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'wall', width: 3840, height: 2160 },
];

async function main(page, folder) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
  let faults = 0;
  const undecided = {};
  for (const view of VIEWS) {
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.height },
      colorScheme: view.colorScheme || 'light',
      offline: true,
    });
    const tab = await context.newPage();
    tab.on('request', (request) => {
      if (!request.url().startsWith('file:')) {
        console.log(`${view.name}: asks for ${request.url()}`);
        faults++;
      }
    });
    await tab.goto('file://' + path.resolve(page));
    const width = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (width > view.width) {
      console.log(`${view.name}: the page is ${width} wide and scrolls sideways`);
      faults++;
    }
    await tab.screenshot({ path: path.join(folder, view.name + '.png'), fullPage: view.name !== 'wall' });
    await tab.addStyleTag({ content: '.scroll { background: none }' }); // its shade, behind which axe-core cannot see
    await tab.evaluate(axe.source);
    const found = await tab.evaluate(() => axe.run(document, { resultTypes: ['violations', 'incomplete'] }));
    for (const rule of found.violations) {
      console.log(`${view.name}: ${rule.id}: ${rule.help}`);
      for (const node of rule.nodes.slice(0, 3)) console.log(`    ${node.html.slice(0, 160)}`);
      faults++;
    }
    // Words over shapes, for instance, of which it cannot tell what is behind them; check-page.py knows the pairs.
    for (const rule of found.incomplete) undecided[rule.id] = Math.max(undecided[rule.id] || 0, rule.nodes.length);
    if (view.name === 'laptop') await tab.pdf({ path: path.join(folder, 'print.pdf'), preferCSSPageSize: true });
    await context.close();
  }
  await browser.close();
  for (const id of Object.keys(undecided)) console.log(`not decided by axe-core: ${id}, ${undecided[id]} places`);
  console.log(`${VIEWS.length} views, ${faults} faults; pictures and print.pdf are in ${folder}`);
  return faults ? 1 : 0;
}

if (process.argv.length !== 4) {
  console.error('usage: look.cjs PAGE.html FOLDER');
  process.exit(2);
}
main(process.argv[2], process.argv[3]).then((code) => process.exit(code));
