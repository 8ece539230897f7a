import { describe, expect, it } from 'vitest';
import { slice } from '../../../../scripts/lib/generate/slice.js';
import { prepareSmall } from './small-description.js';

const all = prepareSmall();

describe('a slice', () => {
  const part = slice(all, ['RobotPartApi']);

  it('has the classes asked for, with all their operations', () => {
    expect([...part.apis.keys()]).toEqual(['RobotPartApi']);
    expect(part.operations.map(({ method }) => method)).toEqual(['getRobotManual', 'listRobotParts']);
  });

  it('has the types that these mention, and those that these mention', () => {
    expect([...part.models.keys()].sort()).toEqual(['RobotPart', 'RobotParts']);
  });

  it('has the dates that its rows mention, each after those it mentions', () => {
    expect(part.dates.map(({ name }) => name)).toEqual(['RobotPart', 'RobotParts']);
  });

  it('of everything lacks only the types that nothing mentions', () => {
    const { models, ...others } = slice(all, [...all.apis.keys()]);
    expect({ ...others, models: all.models }).toEqual(all);
    expect([...all.models.keys()].filter((file) => !models.has(file))).toEqual(['RobotKind']);
  });

  it('of a class that does not exist names those that do', () => {
    expect(() => slice(all, ['RobotApi', 'DroidApi'])).toThrow(
      'There is no DroidApi; classes are RobotApi, RobotPartApi',
    );
  });
});
