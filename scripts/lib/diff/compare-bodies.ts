import { isObject, type JsonObject, own, textAt } from '../import/json.js';
import { follow } from '../import/list-parameters.js';
import { compareContent } from './compare-content.js';
import type { OperationPair } from './pair-operations.js';
import type { Difference } from './report.js';
import { type Compare, differ, type Spot } from './spot.js';

/** What differs in the body that an operation takes. */
export function compareBodies({ before, after }: OperationPair, spot: Spot): Difference[] {
  const [was, is] = [own(before.body, 'requestBody'), own(after.body, 'requestBody')];
  const here = { ...spot, where: `${spot.where} request` };
  if (isObject(was) && isObject(is)) return compareBody(was, is, here);
  if (isObject(was)) return [differ(here, 'body-removed', 'the body is gone')];
  return isObject(is) ? [bodyAdded(follow(is, spot.lookUp.after), here)] : [];
}

/** What differs in one body, unless both releases use the same shared one. */
export const compareBody: Compare = (before, after, spot) => {
  const [from, to] = [textAt(before, '$ref'), textAt(after, '$ref')];
  if (from !== undefined && from === to) return [];
  const [was, is] = [follow(before, spot.lookUp.before), follow(after, spot.lookUp.after)];
  return [...compareRequired(was, is, spot), ...compareContent(was, is, spot)];
};

const bodyAdded = (body: JsonObject, spot: Spot): Difference =>
  body['required'] === true
    ? differ(spot, 'required-body-added', 'a body is new and required')
    : differ(spot, 'body-added', 'a body is new');

const compareRequired: Compare = (before, after, spot) => {
  const [was, is] = [before['required'] === true, after['required'] === true];
  if (was === is) return [];
  return [
    is
      ? differ(spot, 'body-now-required', 'the body is required now')
      : differ(spot, 'body-no-longer-required', 'the body is no longer required'),
  ];
};
