import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.js';
import { emulate } from './client.js';
import { createGroup, createPerson } from './people.js';

describe.skipIf(chromiumPath === undefined)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: CHROMIUM_ARGS });
  }, 60_000);
  afterAll(() => browser?.close());

  async function open(width = 1400) {
    const client = await emulate('over a socket', { rateLimits: true });
    await createPerson(client, 'ada');
    await createGroup(client, 'Pioneers');
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    await page.goto(client.emulator.url);
    await page.locator('#live.on').waitFor();
    return { client, page };
  }

  const rows = (page: Page) => page.locator('#rows tbody tr');

  it('shows what the org holds, finds it, and opens it from the keyboard', async () => {
    const { page } = await open();
    await rows(page).getByText('ada').first().waitFor();
    await page.getByRole('button', { name: /^Groups/ }).click();
    await rows(page).getByText('Pioneers').waitFor();
    await page.getByLabel('Search', { exact: true }).fill('pione');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#drawer-json').getByText('"Pioneers"').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#drawer').isVisible()).toBe(false);
  });

  it('shows requests as they come, with bodies but without secrets', async () => {
    const { client, page } = await open();
    await page.getByRole('tab', { name: /Requests/ }).click();
    await client.post('/api/v1/users', { profile: {}, credentials: { password: { value: 'Secret-1' } } });
    const latest = page.locator('#requests > li').first();
    await latest.getByText('400').waitFor();
    await latest.locator('summary').click();
    await latest.getByText('E0000001').first().waitFor();
    const text = (await latest.textContent()) ?? '';
    expect(text).toContain('SSWS •••');
    expect(text).not.toContain('Secret-1');
    expect(text).not.toContain(client.emulator.token);
  });

  it('puts what the org holds into the page as text', async () => {
    const { client, page } = await open();
    await createGroup(client, '<img src=x onerror=alert(1)>');
    await page.getByRole('button', { name: /^Groups/ }).click();
    await rows(page).getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('shows how far limits are used, and what was mailed', async () => {
    const { client, page } = await open();
    await client.post('/api/v1/users', {
      profile: { login: 'new@example.com', email: 'new@example.com', firstName: 'N', lastName: 'C' },
    });
    await page.getByRole('tab', { name: 'Rate limits' }).click();
    await page.locator('#limits').getByText('GET,POST /api/v1/users').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('#outbox').getByText('new@example.com').waitFor();
  });

  it('resets the org when asked twice', async () => {
    const { client, page } = await open();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await client.get('/api/v1/users/ada')).status).toBe(200);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('#sure').getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect((await client.get('/api/v1/users/ada')).status).toBe(404);
  });

  it.each([400, 1400])('does not scroll sideways at %i pixels', async (width) => {
    const { page } = await open(width);
    for (const name of [/Requests/, /Rate/, /Outbox/, /Org/]) {
      await page.getByRole('tab', { name }).click();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  });
});
