/** A request to somebody else's server. */
export interface OutRequest {
  readonly uri: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Gives up when the emulator closes. */
  readonly signal?: AbortSignal;
}

/** What became of it. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  /** Nothing came within the time that the service waits. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unreachable' };

/** How long the service waits for a hook. Source: https://developer.okta.com/docs/concepts/event-hooks/ */
const PATIENCE_MS = 3000;
const ATTEMPTS = 2;
const FIRST_SERVER_ERROR = 500;

/**
 * Calls a hook, once more if that fails, or if the server says that it failed.
 *
 * @param request - what to send
 * @returns what became of the last attempt
 */
export async function callOut(request: OutRequest): Promise<Outcome> {
  let outcome = await attempt(request);
  for (let tries = 1; tries < ATTEMPTS && isWorthAnother(outcome, request); tries++) outcome = await attempt(request);
  return outcome;
}

function isWorthAnother(outcome: Outcome, { signal }: OutRequest): boolean {
  if (signal?.aborted) return false;
  return outcome.kind !== 'answered' || outcome.status >= FIRST_SERVER_ERROR;
}

/** Redirections are not followed: secrets in the headers are meant for one address only. */
async function attempt({ uri, method, headers, body, signal }: OutRequest): Promise<Outcome> {
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  const either = new AbortController();
  const stop = () => either.abort();
  timeout.addEventListener('abort', stop, { once: true });
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const sent = body === undefined ? {} : { body };
    const response = await fetch(uri, { method, headers, redirect: 'manual', signal: either.signal, ...sent });
    return { kind: 'answered', status: response.status, text: await response.text() };
  } catch {
    return timeout.aborted ? { kind: 'timeout' } : { kind: 'unreachable' };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
