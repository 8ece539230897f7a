import { builtin } from '../../platform/builtin.js';
import { type KeyFault, keyFault, type PrivateJwk, type ReadKey, type RemoteKey } from './key-form.js';
import { readJwk } from './read-jwk.js';
import { readKeyObject } from './read-key-object.js';
import { fromBase64, readPem } from './read-pem.js';

/**
 * Looks at a private key in any form that is accepted, without loading it.
 *
 * @param key - text, JWK, CryptoKey, KeyObject, or an object that signs
 * @returns the key with its algorithm, or what is wrong with it; nothing of the key is in the message
 */
export function readKey(key: string | object): ReadKey | KeyFault {
  if (typeof key === 'string') return readText(key.trim(), true);
  if ('sign' in key && typeof key.sign === 'function') return readRemote(key as RemoteKey);
  return readKeyObject(key) ?? readJwk(key as PrivateJwk);
}

function readText(text: string, mayBePath: boolean): ReadKey | KeyFault {
  if (text === '') return keyFault('is empty');
  if (text.includes('-----BEGIN')) return readPem(text);
  if (text.startsWith('{')) return readJson(text);
  const wrapped = unwrapped(text);
  if (wrapped !== undefined) return readText(wrapped, false);
  return mayBePath ? readFile(text) : keyFault('has an unknown form');
}

function readJson(text: string): ReadKey | KeyFault {
  try {
    return readJwk(JSON.parse(text));
  } catch {
    // The parser's message would show the beginning of the key.
    return keyFault('looks like a JWK but is not JSON');
  }
}

/** Environment variables often hold base64, as it has no line breaks. */
function unwrapped(text: string): string | undefined {
  const bytes = /^[A-Za-z0-9+/=_\s-]{64,}$/.test(text)
    ? fromBase64(text.replace(/-/g, '+').replace(/_/g, '/'))
    : undefined;
  const inner = bytes && new TextDecoder().decode(bytes).trim();
  return inner?.includes('-----BEGIN') || inner?.startsWith('{') ? inner : undefined;
}

const PATH = /^(?:~|\.{0,2}[\\/]|[A-Za-z]:\\)|\.(?:pem|key|json|jwk|p8)$/i;
const LONGEST_PATH = 1024;

function readFile(path: string): ReadKey | KeyFault {
  if (!PATH.test(path) || path.length > LONGEST_PATH || path.includes('\n')) return keyFault('has an unknown form');
  const fs = builtin('node:fs');
  const home = builtin('node:os')?.homedir() ?? '';
  try {
    const text = fs?.readFileSync(
      path.replace(/^~(?=[\\/])/, () => home),
      'utf8',
    );
    return text === undefined ? keyFault('is a path, but there are no files here') : readText(text.trim(), false);
  } catch (error) {
    return keyFault(`looks like a path, but the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

const ALGORITHM = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA)$/;

function readRemote(remote: RemoteKey): ReadKey | KeyFault {
  const alg = remote.alg as ReadKey['alg'];
  if (!ALGORITHM.test(alg)) return keyFault('has `sign` but no `alg` that is known, e.g. `RS256`');
  return { form: 'remote', remote, alg, kid: remote.kid };
}
