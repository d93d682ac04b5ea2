#!/usr/bin/env node
// Opens HTML reports in a real Chromium and uses them as a reader does. Skips with a line where no Chromium is
// installed. The last line says how many checks passed and failed.
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { AXE_CHECKS } from './axe.mjs';
import { Checks } from './checks.mjs';
import { HOSTILE_CHECKS } from './hostile.mjs';
import { LARGE_CHECKS } from './large.mjs';
import { NARROW_CHECKS } from './narrow.mjs';
import { READING_CHECKS } from './reading.mjs';
import { temporaryFolder } from './reports.mjs';
import { REVIEW_CHECKS } from './review.mjs';

const program = await findChromium();
if (program === undefined) {
  console.log('skipped: no Chromium is installed (apt-get install chromium, or set CHROMIUM to its path)');
} else {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  const checks = new Checks(browser);
  try {
    for (const group of [
      READING_CHECKS,
      NARROW_CHECKS,
      REVIEW_CHECKS,
      HOSTILE_CHECKS,
      AXE_CHECKS,
      LARGE_CHECKS,
    ]) {
      for (const [name, check] of Object.entries(group)) await checks.run(name, check);
    }
  } finally {
    await browser.close();
    temporaryFolder.remove();
  }
  console.log(`${checks.passed} passed, ${checks.failed} failed`);
  if (checks.failed > 0) process.exitCode = 1;
}

async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path) && (await isRunnable(path))) return path;
    }
  }
  return undefined;
}

async function isRunnable(path) {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
