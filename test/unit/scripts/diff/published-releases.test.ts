import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../../../scripts/lib/diff/compare-facts.js';
import type { Report } from '../../../../scripts/lib/diff/report.js';
import { extractFacts } from '../../../../scripts/lib/import/extract-facts.js';
import type { JsonObject } from '../../../../scripts/lib/import/json.js';
import { listOperations } from '../../../../scripts/lib/import/list-operations.js';
import { parseDescription } from '../../../../scripts/lib/import/read-description.js';

const SHARED = '../shared/spec';
const absent = !existsSync(SHARED);
if (absent) console.log(`skipped: comparisons of published releases, ${SHARED} is not there`);

function factsOf(release: string): JsonObject {
  const file = `${SHARED}/${release}/management.yaml`;
  return extractFacts(parseDescription(readFileSync(file), file)).facts;
}

const count = ({ changes }: Report, kind: string): number => changes.filter((change) => change.kind === kind).length;
const keys = (facts: JsonObject): Set<string> => new Set(listOperations(facts).map(({ key }) => key));

describe.skipIf(absent)('from one published release to the next', () => {
  it.each([
    ['2024.06.1', '2026.03.0'],
    ['2026.03.0', '2026.06.2'],
  ])('%s to %s breaks, and every operation is accounted for', (from, to) => {
    const [before, after] = [factsOf(from), factsOf(to)];
    const report = compareFacts({ before, after });
    expect(report.step).toBe('major');
    expect(report.counts.total).toBe(report.changes.length);
    expect(report.changes.every(({ why, where, text }) => why !== '' && where !== '' && text !== '')).toBe(true);
    const moved = count(report, 'operation-moved');
    const [was, is] = [keys(before), keys(after)];
    expect(count(report, 'operation-added') + moved).toBe([...is].filter((key) => !was.has(key)).length);
    expect(count(report, 'operation-removed') + moved).toBe([...was].filter((key) => !is.has(key)).length);
  });

  it('tells what is known to have changed by 2026.06.2', () => {
    const { changes } = compareFacts({ before: factsOf('2026.03.0'), after: factsOf('2026.06.2') });
    const added = changes.filter(({ kind }) => kind === 'operation-added').map(({ where }) => where);
    expect(added).toContain('GET /privileged-access/api/v1/okta-service-accounts');
    expect(added).toHaveLength(5);
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'member-removed',
        where: 'RiskScorePolicyRuleCondition.minRiskLevel',
        breaking: true,
      }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'enum-value-added', where: 'DNSRecordTypeDomains', breaking: false }),
    );
  });

  it('is nothing from a release to itself', () => {
    const facts = factsOf('2026.06.2');
    expect(compareFacts({ before: facts, after: structuredClone(facts) })).toMatchObject({ step: 'none', changes: [] });
  });
});
