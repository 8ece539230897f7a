import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentNames, type Setting, settingNames, settings } from '../../src/config/settings.js';

const page = readFileSync('docs/configuration.md', 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

describe('docs/configuration.md', () => {
  it.each(settingNames)('has a row for %s, with all its names, its default and its unit', (name) => {
    const setting: Setting = settings[name];
    const [row = ''] = rows.filter((line) => line.startsWith(`| \`${name}\` `));
    for (const variable of environmentNames(name)) expect(row).toContain(`\`${variable}\``);
    expect(row).toContain(setting.default ?? '|');
    expect(row).toContain(setting.about);
    expect(row.includes('seconds')).toBe(setting.kind === 'seconds');
  });

  it('has no row for anything else', () => {
    expect(rows).toHaveLength(settingNames.length);
  });
});
