import { listAt, own } from '../import/json.js';
import { type Compare, differ } from './spot.js';

/** What differs in the values of an enum. */
export const compareEnums: Compare = (before, after, spot) => {
  const [had, has] = [own(before, 'enum') !== undefined, own(after, 'enum') !== undefined];
  if (had && !has) return [differ(spot, 'enum-dropped', 'any value is described now')];
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (!had && has) return [differ(spot, 'enum-introduced', `only ${[...is].join(', ')} are described now`)];
  return [
    ...[...is].filter((value) => !was.has(value)).map((value) => differ(spot, 'enum-value-added', `${value} is new`)),
    ...[...was]
      .filter((value) => !is.has(value))
      .map((value) => differ(spot, 'enum-value-removed', `${value} is gone`)),
  ];
};

const valuesOf = (schema: Parameters<Compare>[0]): Set<string> =>
  new Set(listAt(schema, 'enum').map((value) => (typeof value === 'string' ? value : JSON.stringify(value))));
