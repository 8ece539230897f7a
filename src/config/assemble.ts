import { authorization } from '../auth/authorization.js';
import type { Clock } from '../clock.js';
import type { Handler, Middleware } from '../http/message.js';
import { compose } from '../pipeline/compose.js';
import { type Executes, executeBy } from '../pipeline/execute.js';
import { Announcer } from '../pipeline/hooks/announcer.js';
import { watchAttempts, watchCalls } from '../pipeline/hooks/watch.js';
import { retrying } from '../pipeline/retry/retry.js';
import { timeLimit } from '../pipeline/time-limit.js';
import { userAgent } from '../pipeline/user-agent.js';
import { unfailing } from '../platform/warn.js';
import type { Checked } from './check.js';
import { callLimit, limitsIn } from './limits.js';
import type { Watching } from './logging.js';
import { networkOf } from './network.js';
import type { ConfigurationOptions } from './options.js';
import { governorFor } from './rate-limit.js';
import { userAgentText } from './user-agent-text.js';
import { middlewareOf, securityMiddleware } from './v7/adapt.js';
import type { V7Step } from './v7/options.js';
import { byAuthMethods } from './v7/settings.js';

/** What a pipeline is made of. */
export interface PipelineParts extends Checked {
  /** Functions and objects of the user. */
  readonly options: ConfigurationOptions;
  /** Steps of the user, outermost first. */
  readonly middleware: readonly V7Step[];
  readonly executor: Executes;
  readonly clock: Clock;
}

/**
 * Makes the pipeline, and loads of it what is switched on.
 *
 * @param parts - checked
 * @returns the pipeline, outermost step first: what sees a call once, then what sees every attempt
 */
export async function assemble(parts: PipelineParts): Promise<Handler> {
  const { options, settings, clock } = parts;
  const limits = limitsIn(settings);
  const { hooks, watchCache } = await watchingBy(parts);
  const announcer = new Announcer(hooks, unfailing(options.logger));
  const watched = watchCalls(announcer, clock);
  const network = networkOf(parts);
  const agent = userAgent(userAgentText(settings.userAgent?.value));
  const attempt = compose([watchAttempts(announcer, clock), agent, ...network.steps], network.transport);
  const send = compose([watched], retrying(attempt, { maxRetries: limits.maxRetries, clock }));
  const [cache, authorize] = await Promise.all([cacheIn(parts), authorizeBy(parts, send)]);
  const governor = governorFor(options, settings);
  const steps = [
    ...parts.middleware.map(middlewareOf),
    ...cache.map(watchCache),
    watched,
    timeLimit((request) => callLimit(request, limits), clock),
    executeBy(parts.executor, [agent, authorize]),
    ...(governor ? [governor.throttle] : []),
    authorize,
  ];
  return compose(steps, attempt);
}

async function watchingBy({ options, settings, clock }: PipelineParts): Promise<Watching> {
  if (settings['logging.enabled']?.value !== true) return { hooks: options.hooks ?? {}, watchCache: (cache) => cache };
  const { logged } = await import('./logging.js');
  return logged(options, settings, clock);
}

async function cacheIn(parts: PipelineParts): Promise<Middleware[]> {
  const isOff = parts.options.cacheMiddleware === null || parts.settings['cache.enabled']?.value === false;
  if (isOff) return [];
  const { cacheOf } = await import('./caching.js');
  return cacheOf(parts);
}

async function authorizeBy({ credential, baseUrl, clock, options }: PipelineParts, send: Handler): Promise<Middleware> {
  if (credential.mode === 'PrivateKey') {
    const { serviceApp } = await import('./service-app.js');
    return serviceApp(credential, { baseUrl, clock, send, store: options.tokenStore });
  }
  if (credential.mode !== 'custom') return authorization({ scheme: credential.mode, token: credential.token });
  const security = options.authMethods?.default;
  const isOfV7 = security !== undefined && credential.middleware === byAuthMethods;
  return isOfV7 ? securityMiddleware(security) : credential.middleware;
}
