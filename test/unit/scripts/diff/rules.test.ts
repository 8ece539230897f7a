import { describe, expect, it } from 'vitest';
import { OPERATION_RULES } from '../../../../scripts/lib/diff/operation-rules.js';
import { SCHEMA_RULES } from '../../../../scripts/lib/diff/schema-rules.js';
import { changesOf, placed } from './facts.js';
import { OPERATION_CASES } from './operation-cases.js';
import { SCHEMA_CASES } from './schema-cases.js';

/** Rules that more than one schema is needed for. */
const ELSEWHERE = ['schema-added', 'schema-removed', 'reference-changed', 'required-member-writable'];

describe('a change of an operation', () => {
  it.each(OPERATION_CASES)('is told and judged: $kind ($level) at $where', ({ kind, before, after, level, where }) => {
    expect(changesOf(before, after)).toMatchObject([{ kind, level, where, breaking: level === 'breaking' }]);
  });
});

describe('a change of a schema', () => {
  it.each(SCHEMA_CASES)('is judged where it is written: $kind is $request', ({ kind, before, after, request }) => {
    expect(changesOf(placed(before, 'request'), placed(after, 'request'))).toMatchObject([{ kind, level: request }]);
  });

  it.each(SCHEMA_CASES)('is judged where it is read: $kind is $response', ({ kind, before, after, response }) => {
    expect(changesOf(placed(before, 'response'), placed(after, 'response'))).toMatchObject([{ kind, level: response }]);
  });

  it.each(SCHEMA_CASES)('breaks nobody where no operation uses it: $kind', ({ kind, before, after }) => {
    const changes = changesOf(placed(before, 'nowhere'), placed(after, 'nowhere'));
    expect(changes).toMatchObject([{ kind, breaking: false }]);
  });

  it.each(SCHEMA_CASES)('is none when nothing changes: $kind', ({ before }) => {
    expect(changesOf(placed(before, 'request'), placed(structuredClone(before), 'request'))).toEqual([]);
  });
});

describe('the table of rules', () => {
  it('has a case for each of its rows', () => {
    const tested = new Set<string>([...OPERATION_CASES, ...SCHEMA_CASES].map(({ kind }) => kind).concat());
    const untested = [...Object.keys(OPERATION_RULES), ...Object.keys(SCHEMA_RULES)].filter(
      (kind) => !tested.has(kind),
    );
    expect(untested.sort()).toEqual([...ELSEWHERE].sort());
  });
});
