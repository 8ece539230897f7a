import { BLANK, invalid } from '../answers/fault.js';
import { objectIn, textIn, textsIn } from '../body.js';
import type { JsonObject } from '../org/json.js';
import type { ServerFields } from './add-server.js';

/** Members about the encryption of tokens, kept as they were sent. */
const ENCRYPTION = ['jwks', 'jwks_uri', 'accessTokenEncryptedResponseAlgorithm'];

/**
 * Reads what was sent for an authorization server.
 *
 * @param body - the JSON
 * @returns what may be set
 * @throws Fault `E0000001` without a name, or with another number of audiences than one
 */
export function serverFields(body: JsonObject): ServerFields {
  const name = textIn(body, 'name') ?? '';
  if (name.trim() === '') throw invalid('name', BLANK);
  const audiences = textsIn(body, 'audiences');
  if (audiences.length === 0) throw invalid('audiences', BLANK);
  if (audiences.length > 1) throw invalid('audiences', 'The field must hold exactly one audience');
  const signing = objectIn(objectIn(body, 'credentials') ?? {}, 'signing') ?? {};
  return {
    name,
    description: textIn(body, 'description') ?? '',
    audiences,
    issuerMode: textIn(body, 'issuerMode') ?? 'ORG_URL',
    rotationMode: textIn(signing, 'rotationMode') ?? 'AUTO',
    encryption: Object.fromEntries(ENCRYPTION.filter((member) => body[member]).map((member) => [member, body[member]])),
  };
}
