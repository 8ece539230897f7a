import { RequiredError } from '../errors/parameter-error.js';
import type { OperationName } from '../http/message.js';
import { encodeCertificate } from './certificate.js';
import { failing } from './encode.js';
import { loadFile } from './file-bytes.js';
import { encodeJson } from './json-body.js';
import { type EncodedBody, encodeMultipart, type Part } from './multipart.js';
import type { RequestMembers } from './path.js';
import type { BodyRow } from './row.js';

interface BodyInput {
  readonly row: BodyRow;
  readonly members: RequestMembers;
  readonly operation: OperationName;
}

/**
 * Encodes the body of a request.
 *
 * @param input - what the operation says about its body, the request object, and the name for errors
 * @returns the body with the headers that describe it; `undefined` if an optional body was left out
 * @throws {@link RequiredError} or {@link ParameterError}; nothing was sent
 */
export function encodeBody(input: BodyInput): EncodedBody | undefined | Promise<EncodedBody | undefined> {
  const { row, members, operation } = input;
  const names = typeof row.name === 'string' ? [row.name] : row.name;
  const missing = names.filter((name) => isMissing(members[name]));
  if (missing.length > 0 && !row.optional) throw new RequiredError(operation, missing.join(', '));
  if (missing.length === names.length) return undefined;
  return encoders[row.as ?? 'json'](names, input);
}

type Encoder = (names: readonly string[], input: BodyInput) => EncodedBody | Promise<EncodedBody>;

const encoders: Record<'json' | NonNullable<BodyRow['as']>, Encoder> = {
  json: jsonEncoder('application/json'),
  'merge-patch': jsonEncoder('application/merge-patch+json'),
  multipart: async (names, { members, operation }) => {
    const present = names.filter((name) => !isMissing(members[name]));
    return encodeMultipart(await Promise.all(present.map((name) => part(name, members[name], operation))));
  },
  certificate: async (names, { members, operation }) => {
    const name = names.join();
    const fail = failing(operation, name);
    return encodeCertificate((await loadFile(members[name], name, fail)).bytes, fail);
  },
  'secevent+jwt': (names, { members, operation }) => {
    const token = members[names.join()];
    if (typeof token !== 'string') throw failing(operation, names.join())('must be a security event token as text');
    return { body: token, headers: { 'Content-Type': 'application/secevent+jwt' } };
  },
};

function jsonEncoder(type: string): Encoder {
  const headers = { 'Content-Type': type };
  return (names, { members, operation }) => {
    const name = names.join();
    return { body: encodeJson(members[name], failing(operation, name)), headers };
  };
}

/** No operation of Okta's takes a JSON `null` as its body. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

async function part(name: string, value: unknown, operation: OperationName): Promise<Part> {
  if (typeof value === 'string') return { name, value };
  return { name, value: await loadFile(value, name, failing(operation, name)) };
}
