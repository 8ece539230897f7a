import type { Clock } from '../../clock.js';
import type { WireAnswer, WireRequest } from '../http/wire.js';
import type { Org } from '../org/org.js';
import type { Router } from '../routing/router.js';
import type { Serve } from '../serve.js';
import { createEarlierOrg } from './earlier-org.js';
import type { FaultSource, FaultyRequest } from './faults.js';
import { answerInstead } from './instead.js';
import type { FaultAction } from './rule.js';
import { broken, spoilers } from './spoil.js';

/** Between the wire and the org: lets go wrong what shall. */
export interface FaultLayer {
  readonly serve: Serve;
  /** Forgets what stood there before the last write. */
  clear(): void;
}

/** What the layer needs. */
export interface FaultParts {
  readonly faults: FaultSource;
  readonly router: Router;
  readonly clock: Pick<Clock, 'sleep'>;
  /** The org as it is now. */
  readonly org: () => Org;
}

/**
 * @param parts - the rules, and what they need
 * @param next - what answers when nothing goes wrong
 * @returns the layer
 */
export function withFaults({ faults, router, clock, org }: FaultParts, next: Serve): FaultLayer {
  const earlier = createEarlierOrg();
  const serve: Serve = async (request, signal) => {
    const rules = faults.list();
    if (rules.length === 0) return next(request, signal);
    const actions = faults.strike(describe(router, request));
    for (const action of actions) if (isDelay(action)) await clock.sleep(action.delayMs, signal);
    const action = actions.find((one) => !isDelay(one));
    const reads = request.method === 'GET';
    if (!reads && rules.some(({ rule }) => staleness(rule.then) > 0)) earlier.keep(org());
    const staleMs = reads ? staleness(action) : 0;
    const go = () => next(request, signal, staleMs > 0 ? earlier.seen(org(), staleMs) : undefined);
    return outcome(action, { request, org: org(), go });
  };
  return { serve, clear: () => earlier.clear() };
}

interface Situation {
  readonly request: WireRequest;
  readonly org: Org;
  readonly go: () => Promise<WireAnswer>;
}

async function outcome(action: FaultAction | undefined, { request, org, go }: Situation): Promise<WireAnswer> {
  if (action === 'drop') return broken;
  if (typeof action === 'object' && 'status' in action) return answerInstead(action, org, request);
  const spoil = typeof action === 'string' ? spoilers[action] : undefined;
  const answer = await go();
  return spoil?.(answer, request) ?? answer;
}

function describe(router: Router, { method, target }: WireRequest): FaultyRequest {
  const path = target.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] ?? '';
  const match = router(method, path.split('/').slice(1));
  return { method, path, operation: match.kind === 'found' ? match.route.operation : '' };
}

function isDelay(action: FaultAction): action is { readonly delayMs: number } {
  return typeof action === 'object' && 'delayMs' in action && !('status' in action);
}

function staleness(action: FaultAction | undefined): number {
  if (action === 'staleRead') return Number.POSITIVE_INFINITY;
  return typeof action === 'object' && 'staleReadMs' in action ? action.staleReadMs : 0;
}
