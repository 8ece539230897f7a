import type { Org } from '../org/org.js';
import { cut } from '../paging/cut.js';

const SECONDS_DIGITS = 12;
const MOST_PRUNED = 100;

/** Something that may be used once. */
export interface OneTime {
  /** What tells it from all others. */
  readonly name: string;
  /** Second from which it is refused anyway, so that it need not be remembered longer. */
  readonly until: number;
}

/**
 * Remembers a one-time token.
 *
 * @param org - where to
 * @param token - the token; the same one must come with the same `until`
 * @returns whether it was used for the first time
 */
export function isFirstUse(org: Org, { name, until }: OneTime): boolean {
  const key = `${keyOf(until)} ${name}`;
  if (org.oauthReplays.get(key)) return false;
  prune(org);
  org.oauthReplays.set(key, true);
  return true;
}

function keyOf(second: number): string {
  return String(Math.max(0, Math.floor(second))).padStart(SECONDS_DIGITS, '0');
}

function prune({ oauthReplays, clock }: Org): void {
  const now = keyOf(clock.now() / 1000);
  const { items } = cut(oauthReplays.keys(), MOST_PRUNED);
  for (const key of items) if (key < now) oauthReplays.delete(key);
}
