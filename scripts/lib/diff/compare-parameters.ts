import { isObject, type JsonObject, objectAt, own } from '../import/json.js';
import type { Parameter } from '../import/list-parameters.js';
import { deepEqual } from './deep-equal.js';
import type { Difference } from './report.js';
import { type Compare, differ, type Spot } from './spot.js';

/** How a value is put into the request. */
const ENCODING = ['style', 'explode', 'allowReserved'] as const;

/** What differs between two releases of one parameter. */
export const compareParameter: Compare = (before, after, spot) => [
  ...compareRequired(before, after, spot),
  ...compareDeprecation(before, after, spot),
  ...ENCODING.filter((key) => !deepEqual(before[key], after[key])).map((key) =>
    differ(spot, 'parameter-encoding-changed', `${key} changed`),
  ),
  ...spot.compare(schemaOf(before), schemaOf(after), spot),
];

/** A parameter that only one release has. */
export function loneParameter(side: 'before' | 'after', parameter: Parameter, spot: Spot): Difference {
  const name = `${parameter.in} parameter ${parameter.name}`;
  if (side === 'before') return differ(spot, 'parameter-removed', `${name} is gone`);
  const required = parameter.body['required'] === true;
  return required
    ? differ(spot, 'required-parameter-added', `${name} is new and required`)
    : differ(spot, 'parameter-added', `${name} is new`);
}

const compareRequired: Compare = (before, after, spot) => {
  const [was, is] = [before['required'] === true, after['required'] === true];
  if (was === is || after['in'] === 'path') return [];
  return [
    is
      ? differ(spot, 'parameter-now-required', 'it is required now')
      : differ(spot, 'parameter-no-longer-required', 'it is no longer required'),
  ];
};

const compareDeprecation: Compare = (before, after, spot) => {
  const [was, is] = [before['deprecated'] === true, after['deprecated'] === true];
  if (was === is) return [];
  return [
    is
      ? differ(spot, 'parameter-deprecated', 'it is deprecated now')
      : differ(spot, 'parameter-undeprecated', 'it is no longer deprecated'),
  ];
};

/** The schema of a parameter, also of one that is sent as a document. */
function schemaOf(parameter: JsonObject): JsonObject {
  const schema = own(parameter, 'schema');
  if (isObject(schema)) return schema;
  const content = objectAt(parameter, 'content');
  const [type] = Object.keys(content);
  return type === undefined ? {} : objectAt(objectAt(content, type), 'schema');
}
