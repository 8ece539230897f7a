import { type JsonObject, objectAt, textAt } from '../import/json.js';
import { follow } from '../import/list-parameters.js';
import { compareContent } from './compare-content.js';
import type { OperationPair } from './pair-operations.js';
import type { Difference } from './report.js';
import { type Compare, differ, type Spot } from './spot.js';

/** What differs in the answers of an operation. */
export function compareResponses({ before, after }: OperationPair, spot: Spot): Difference[] {
  const [was, is] = [objectAt(before.body, 'responses'), objectAt(after.body, 'responses')];
  const statuses = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...statuses].flatMap((status) => {
    if (!Object.hasOwn(was, status)) return [statusAdded(status, spot)];
    if (!Object.hasOwn(is, status)) return [statusRemoved(status, spot)];
    const here = { ...spot, where: `${spot.where} response ${status}` };
    return compareResponse(objectAt(was, status), objectAt(is, status), here);
  });
}

/** What differs in one answer, unless both releases use the same shared one. */
export const compareResponse: Compare = (before, after, spot) => {
  const [from, to] = [textAt(before, '$ref'), textAt(after, '$ref')];
  if (from !== undefined && from === to) return [];
  const [was, is] = [follow(before, spot.lookUp.before), follow(after, spot.lookUp.after)];
  return [...compareContent(was, is, spot), ...compareHeaders(objectAt(was, 'headers'), objectAt(is, 'headers'), spot)];
};

const isError = (status: string): boolean => !/^[123]/.test(status);

const statusAdded = (status: string, spot: Spot): Difference =>
  differ(spot, isError(status) ? 'error-status-added' : 'status-added', `status ${status} is new`);

const statusRemoved = (status: string, spot: Spot): Difference =>
  differ(spot, isError(status) ? 'error-status-removed' : 'status-removed', `status ${status} is gone`);

function compareHeaders(was: JsonObject, is: JsonObject, spot: Spot): Difference[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => {
    if (!Object.hasOwn(was, name)) return [differ(spot, 'header-added', `header ${name} is new`)];
    if (!Object.hasOwn(is, name)) return [differ(spot, 'header-removed', `header ${name} is gone`)];
    return compareHeader(objectAt(was, name), objectAt(is, name), { ...spot, where: `${spot.where} header ${name}` });
  });
}

/** What differs in one header, unless both releases use the same shared one. */
export const compareHeader: Compare = (before, after, spot) => {
  const [from, to] = [textAt(before, '$ref'), textAt(after, '$ref')];
  if (from !== undefined && from === to) return [];
  const [was, is] = [follow(before, spot.lookUp.before), follow(after, spot.lookUp.after)];
  const required = is['required'] === true;
  const kind = required ? 'header-now-required' : 'header-no-longer-required';
  const text = required ? 'it is always there now' : 'it may be absent now';
  return [
    ...((was['required'] === true) === required ? [] : [differ(spot, kind, text)]),
    ...spot.compare(objectAt(was, 'schema'), objectAt(is, 'schema'), spot),
  ];
};
