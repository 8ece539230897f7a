import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

/** Path of the browser; `undefined` if there is none, which is an error in CI. */
export const browserPath = PATHS.find(existsSync);
if (browserPath === undefined) {
  const reason = 'Pages are not tested: there is no Chromium. apt-get install chromium';
  if (process.env['CI']) throw new Error(reason);
  console.warn(reason);
}

/**
 * Opens a page of files at the address of the org, as an org allows no other origin by itself, and lets it do the
 * scenario.
 *
 * @param folder - of the files
 * @param access - what the scenario is given
 * @returns its outcome
 */
export async function runInPage(folder: string, access: { orgUrl: string }): Promise<unknown> {
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ARGS });
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
