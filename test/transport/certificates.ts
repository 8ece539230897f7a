import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Answer, Seen } from '../support/local-server.js';
import { AUTHORITY, type Certified, certify, PURPOSES, reachableAs } from '../support/x509.js';

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

/** Makes certificates that have been nowhere before. */
export function createAuthority(): Authority {
  const authority = certify({ name: 'Test authority', extensions: [AUTHORITY] });
  const [server, client] = [
    certify({
      name: 'server',
      extensions: [reachableAs('localhost', '127.0.0.1'), PURPOSES.server],
      signer: authority,
    }),
    certify({ name: 'client', extensions: [PURPOSES.client], signer: authority }),
  ];
  const protection = { cipher: 'aes-256-cbc', passphrase: PASSPHRASE };
  const encryptedKey = client.privateKey.export({ type: 'pkcs8', format: 'pem', ...protection }).toString();
  return { ca: authority.certificate, server: identityOf(server), client: { ...identityOf(client), encryptedKey } };
}

function identityOf({ certificate, privateKey }: Certified): Identity {
  return { cert: certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
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
