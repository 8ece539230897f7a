import { OktaError } from '../../errors/okta-error.js';
import { isObject, type JsonObject } from '../org/json.js';
import { type FaultAction, type FaultRule, spoilings } from './rule.js';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isCount: Test = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isShare: Test = (value) => typeof value === 'number' && value >= 0 && value <= 1;

const conditions: Readonly<Record<keyof FaultRule, readonly [test: Test, kind: string]>> = {
  operation: [isText, 'a text'],
  method: [isText, 'a text'],
  path: [isText, 'a text'],
  times: [isCount, 'a whole number'],
  probability: [isShare, 'a number from 0 to 1'],
  after: [isCount, 'a whole number'],
  then: [isAction, `an answer { status }, { delayMs }, { staleReadMs }, or one of ${spoilings.join(', ')}`],
};

/**
 * Checks a rule, which may come from a file or over HTTP.
 *
 * @param value - anything
 * @returns the rule
 * @throws OktaError `OKTA_EMULATOR_FAULT` that names the member that is wrong
 */
export function readFaultRule(value: unknown): FaultRule {
  if (!isObject(value)) throw wrong('is not an object');
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(conditions, name)) throw wrong(`has an unknown member '${name}'`);
  }
  for (const [name, [test, kind]] of Object.entries(conditions)) {
    const given = value[name];
    if ((given !== undefined || name === 'then') && !test(given)) throw wrong(`needs '${name}' to be ${kind}`);
  }
  if (isRule(value)) return value;
  throw wrong('is not complete');
}

function isRule(value: JsonObject | FaultRule): value is FaultRule {
  return isAction(value['then' as keyof typeof value]);
}

function isAction(value: unknown): value is FaultAction {
  if (typeof value === 'string') return spoilings.some((name) => name === value);
  if (!isObject(value)) return false;
  const { status, headers = {}, delayMs, staleReadMs } = value;
  if (status === undefined) return isCount(delayMs) || isCount(staleReadMs);
  return typeof status === 'number' && status >= 200 && status <= 599 && isTexts(headers);
}

function isTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

function wrong(reason: string): OktaError {
  return new OktaError('OKTA_EMULATOR_FAULT', `A fault rule ${reason}.`);
}
