import { eventTypes } from './event-types.js';
import type { LogEvent, Outcome, Trace } from './log-event.js';

/** Address that all requests seem to come from, so that runs do not differ. */
const ADDRESS = '127.0.0.1';
const SUCCESS: Outcome = { result: 'SUCCESS', reason: null };

/**
 * An event as the System Log answers it.
 *
 * @param event - as stored
 * @returns the JSON
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/
 */
export function logView({ published, uuid, eventType, actor, targets, outcome = SUCCESS, trace }: LogEvent) {
  return {
    actor: { ...actor, detailEntry: null },
    client: clientOf(trace),
    device: null,
    authenticationContext,
    displayMessage: eventTypes[eventType],
    eventType,
    outcome,
    published,
    securityContext,
    severity: outcome.result === 'FAILURE' || outcome.result === 'DENY' ? 'WARN' : 'INFO',
    debugContext: { debugData: { requestId: trace.requestId, requestUri: trace.uri, url: trace.url } },
    legacyEventType: null,
    transaction: { type: 'WEB', id: trace.requestId, detail: detailOf(trace) },
    uuid,
    version: '0',
    request: { ipChain: [{ ip: ADDRESS, geographicalContext: null, version: 'V4', source: null }] },
    target: targets.map((target) => ({ ...target, detailEntry: null })),
  };
}

function detailOf({ tokenId }: Trace) {
  return tokenId === undefined ? {} : { requestApiTokenId: tokenId };
}

function clientOf({ userAgent }: Trace) {
  return {
    userAgent: { rawUserAgent: userAgent, os: 'Unknown', browser: 'UNKNOWN' },
    zone: 'null',
    device: 'Unknown',
    id: null,
    ipAddress: ADDRESS,
    geographicalContext: null,
  };
}

const authenticationContext = {
  authenticationProvider: null,
  credentialProvider: null,
  credentialType: null,
  issuer: null,
  interface: null,
  authenticationStep: 0,
  rootSessionId: 'unknown',
  externalSessionId: 'unknown',
};

const securityContext = { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null };
