import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.js';

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

/**
 * Opens a page of files at the address of the org, as an org allows no other origin by itself, and lets it do the
 * scenario.
 *
 * @param folder - of the files
 * @param access - what the scenario is given
 * @returns its outcome
 */
export async function runInPage(folder: string, access: { orgUrl: string }): Promise<unknown> {
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const base = `${access.orgUrl}/consumer/`;
    await page.route(`${base}**`, (route) => {
      const name = route.request().url().slice(base.length);
      const contentType = TYPES[name.split('.').pop() ?? ''] ?? 'text/plain';
      return route.fulfill({ body: readFileSync(join(folder, name)), contentType });
    });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error.stack)));
    await page.goto(`${base}page.html`);
    await page.waitForFunction('globalThis.run', undefined, { timeout: 5000 }).catch(() => {
      throw new Error(`The page does not start: ${complaints.join('\n')}`);
    });
    return await page.evaluate(`run(${JSON.stringify(access)})`);
  } finally {
    await browser.close();
  }
}
