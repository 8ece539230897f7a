import type { Answer } from '../answers/answer.js';
import { Refusal } from '../answers/refusal.js';
import type { OAuthErrorCode } from './oauth-error.js';

/** Where the answer to an authorization request goes. */
export interface ReturnAddress {
  readonly uri: string;
  readonly state: string | undefined;
  /** `query` unless asked for otherwise. */
  readonly mode: string;
}

/**
 * Sends a browser back to the client.
 *
 * @param address - of the client
 * @param parameters - what it is told
 * @returns the redirect
 * @see RFC 6749, section 4.1.2
 */
export function backTo({ uri, state, mode }: ReturnAddress, parameters: Readonly<Record<string, string>>): Answer {
  const told = new URLSearchParams({ ...parameters, ...(state !== undefined && { state }) });
  const url = new URL(uri);
  if (mode === 'fragment') url.hash = told.toString();
  else for (const [name, value] of told) url.searchParams.set(name, value);
  return { status: 302, headers: { Location: url.href } };
}

/**
 * Makes an error that the client is told of by redirect.
 *
 * @param address - of the client
 * @param error - its code
 * @param description - what is wrong
 * @returns the error, to be thrown
 * @see RFC 6749, section 4.1.2.1
 */
export function refuseBack(address: ReturnAddress, error: OAuthErrorCode, description: string): Refusal {
  return new Refusal(backTo(address, { error, error_description: description }));
}
