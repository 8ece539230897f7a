import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentNames, settingNames, settings } from '../../src/config/settings.js';

const page = readFileSync('docs/configuration.md', 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

describe('docs/configuration.md', () => {
  it.each(settingNames)('has a row for %s, with all its names, its unit and what it is', (name) => {
    const [row = ''] = rows.filter((line) => line.startsWith(`| \`${name}\` `));
    for (const variable of environmentNames(name)) expect(row).toContain(`\`${variable}\``);
    expect(row.includes('seconds')).toBe(settings[name] === 'seconds');
    expect(row.split('|').at(-2)?.trim()).toMatch(/\w{3}/);
  });

  it('has no row for anything else', () => {
    expect(rows).toHaveLength(settingNames.length);
  });
});
