import type { Model } from '../model/model.js';
import type { Operation, OperationParameter } from '../operations/operation.js';
import { CERTIFICATE_FILE } from './files.js';
import { makeValue } from './make-value.js';
import { REQUESTS, SHOWN } from './requests.js';
import { type ExampleObject, type Given, made } from './value.js';

/**
 * Makes a request object that looks like one of a real program.
 *
 * @param model - all types
 * @param operation - the operation
 * @param isShown - which optional parameters it has, beside those that a sample names
 * @returns members in the order of the request interface
 */
export function makeExample(model: Model, operation: Operation, isShown: IsShown = isTelling): ExampleObject {
  const { method, path, parameters, body } = operation;
  const sample = REQUESTS[method] ?? {};
  const shown = parameters.filter(({ name, required }) => required || name in sample || isShown(operation, name));
  const inPath = shown.filter((parameter) => parameter.in === 'path');
  const others = shown.filter((parameter) => parameter.in !== 'path');
  const usual: Given = body?.as === 'certificate' ? CERTIFICATE_FILE : made;
  const fields: RequestMember[] = (body?.members ?? []).map((member) => ({ ...member, facts: {}, usual }));
  return Object.fromEntries(
    [...inPath.map(asMember), ...fields, ...others.map(asMember)].map((member) => {
      const { name, type, facts } = member;
      return [name, makeValue(type, { model, path, name, facts }, sample[name] ?? member.usual)];
    }),
  );
}

interface RequestMember extends Pick<OperationParameter, 'name' | 'type' | 'facts'> {
  readonly usual: Given;
}

function asMember({ name, type, facts }: OperationParameter): RequestMember {
  return { name, type, facts, usual: made };
}

/** Decides about an optional parameter by its name. */
export type IsShown = (operation: Operation, name: string) => boolean;

function isTelling({ verb }: Operation, name: string): boolean {
  return SHOWN.has(name) && (name !== 'limit' || verb === 'GET');
}
