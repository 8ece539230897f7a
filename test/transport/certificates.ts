import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer, Seen } from '../support/local-server.js';

/** A certificate with its key. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** An authority that nobody trusts by itself, with what it signed. */
export interface Authority {
  readonly ca: string;
  readonly server: Identity;
  readonly client: Identity & { readonly encryptedKey: string };
}

/** Opens the encrypted key. */
export const PASSPHRASE = 'correct horse';

/** Makes certificates by the openssl of the machine, as people do. */
export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'okta-sdk-ca-'));
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  run('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority');
  const issue = (name: string, extension: string) => {
    writeFileSync(join(folder, `${name}.ext`), extension);
    run('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
    run('x509', '-req', '-in', `${name}.csr`, ...signer, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  const server = issue('server', 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth');
  const client = issue('client', 'extendedKeyUsage=clientAuth');
  run('pkcs8', '-topk8', '-in', 'client.key', '-out', 'client.enc', '-passout', `pass:${PASSPHRASE}`);
  const authority = { ca: read('ca.pem'), server, client: { ...client, encryptedKey: read('client.enc') } };
  rmSync(folder, { recursive: true });
  return authority;
}

/** A server with TLS, and the common name of the certificate that the client of each request showed. */
export interface SecureServer {
  readonly url: string;
  readonly port: number;
  readonly requests: (Seen & { readonly client: string | undefined })[];
}

/** Starts one on localhost for one test. */
export async function secureServer(options: ServerOptions, answer: Answer): Promise<SecureServer> {
  const requests: (Seen & { client: string | undefined })[] = [];
  const server: Server = createServer(options, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const { subject } = (request.socket as import('node:tls').TLSSocket).getPeerCertificate();
      const seen = { method, url, headers, body: Buffer.concat(chunks), client: subject?.CN };
      answer(seen, response, requests.push(seen));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `https://localhost:${port}`, port, requests };
}
