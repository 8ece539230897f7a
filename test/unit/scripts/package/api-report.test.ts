import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiReport } from '../../../../scripts/lib/package/api-report.js';
import { reportDifferences } from '../../../../scripts/lib/package/report-differences.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const TYPES = `import { User } from './models.cjs';
/** Users. */
export declare class UserApi {
    /**
     * Reads one.
     *
     * @deprecated use something else
     */
    getUser(id: string): Promise<User>;

    /** Comments go; \`/* what looks like one *\\/\` as well. */
    readonly pattern: \`/*\${string}*/\`;
}
export declare function settle(call: object): void;
export declare function settle(call: string): void;
interface Hidden { }
export { type Hidden as Shown, type User };
`;

function reportOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return apiReport(folder);
}

describe('the API report', () => {
  const code = (name: string) => /```ts\n([\s\S]*)```/.exec(reportOf({ 'sdk.d.cts': TYPES }).get(name) ?? '')?.[1];

  it('tells every declaration in order, without comments', () => {
    expect(code('sdk.api.md')).toBe(`interface Hidden { }

export { type Hidden as Shown };

export { type User };

export declare function settle(call: object): void;

export declare function settle(call: string): void;
`);
  });

  it('tells Api classes apart, and what is deprecated', () => {
    expect(code('apis.api.md')).toBe(`export declare class UserApi {
    // @deprecated
    getUser(id: string): Promise<User>;
    readonly pattern: \`/*\${string}*/\`;
}
`);
  });

  it('has no file for types that declare nothing', () => {
    expect([...reportOf({ 'polyfill.d.cts': '', 'sdk.d.ts': TYPES }).keys()]).toEqual([]);
  });
});

describe('a stale report', () => {
  it('is named, with the first line that differs', () => {
    const folder = join(temporaryFolder(), 'report');
    mkdirSync(folder);
    writeFileSync(join(folder, 'same.api.md'), 'a\nb\n');
    writeFileSync(join(folder, 'other.api.md'), 'a\nb\n');
    writeFileSync(join(folder, 'gone.api.md'), 'a');
    const report = new Map([
      ['same.api.md', 'a\nb\n'],
      ['other.api.md', 'a\nc\n'],
      ['new.api.md', 'd'],
    ]);
    expect(reportDifferences(folder, report).map((line) => line.replace(folder, ''))).toEqual([
      '/gone.api.md:1: "a" is now ""',
      '/new.api.md:1: "" is now "d"',
      '/other.api.md:2: "b" is now "c"',
    ]);
  });

  it('that is not there at all differs as well', () => {
    const folder = join(temporaryFolder(), 'none');
    expect(reportDifferences(folder, new Map([['new.api.md', 'd']]))).toHaveLength(1);
  });
});
