import type { SecureContext } from 'node:tls';
import { ConfigError } from '../errors/config-error.js';
import type { TlsSettings } from './connections.js';

/**
 * Reads certificates and keys. To be done once, as it takes a while.
 *
 * @param tls - settings of the caller
 * @returns what Node secures connections with
 * @throws {@link ConfigError} if a certificate or key cannot be read
 * @see https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions
 */
export async function secureContextOf(tls: TlsSettings): Promise<SecureContext> {
  const { createSecureContext } = await import('node:tls');
  try {
    return createSecureContext(tls as Parameters<typeof createSecureContext>[0]);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const reason = `a certificate, the key or its passphrase cannot be used (${said}); give PEM text or bytes`;
    throw new ConfigError([{ setting: 'tls', source: 'argument', reason }], { cause });
  }
}
