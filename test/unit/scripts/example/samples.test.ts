import { describe, expect, it } from 'vitest';
import { REQUESTS } from '../../../../scripts/lib/example/requests.js';
import { TYPES, VARIANTS } from '../../../../scripts/lib/example/samples.js';
import { allMembers, hasIndex, objectOf } from '../../../../scripts/lib/model/members.js';
import { describedOperations } from '../../../contract/operations.js';

const { operations, model } = describedOperations();

/** Nothing breaks at run time when a sample is about nothing, so it would stay for ever. */
describe('every sample is about something that exists', () => {
  it('for types and their members', () => {
    const stale = Object.entries(TYPES).flatMap(([name, sample]) => {
      const shape = objectOf(model, name);
      if (shape === undefined) return [name];
      const members = allMembers(model, shape);
      const isWritable = (member: string) =>
        members.has(member) ? members.get(member)?.readOnly === false : hasIndex(model, shape);
      return Object.keys(sample).flatMap((member) => (isWritable(member) ? [] : [`${name}.${member}`]));
    });
    expect(stale).toEqual([]);
  });

  it('for choices and their variants', () => {
    const stale = Object.entries(VARIANTS).filter(([name, variant]) => {
      const shape = model.types.get(name)?.shape;
      return shape?.kind !== 'union' || !shape.variants.includes(variant);
    });
    expect(stale).toEqual([]);
  });

  it('for methods and their parameters', () => {
    const members = new Map(
      [...operations.values()].map(({ method, parameters, body }) => [
        method,
        [...parameters, ...(body?.members ?? [])].map(({ name }) => name),
      ]),
    );
    const stale = Object.entries(REQUESTS).flatMap(([method, sample]) =>
      Object.keys(sample).flatMap((name) => (members.get(method)?.includes(name) ? [] : [`${method}.${name}`])),
    );
    expect(stale).toEqual([]);
  });
});
