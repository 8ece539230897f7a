import { ok } from '../answers/answer.js';
import { BLANK, fail, invalid, notFound, TAKEN } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, callingUser, type Handler, type Handlers, pathMember } from '../call.js';
import type { Dialect } from '../filter/dialect.js';
import { readFilter } from '../filter/read-filter.js';
import type { JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';
import {
  PRINCIPAL_RATE_LIMIT,
  type PrincipalRateLimit,
  STANDARD_PERCENTAGE,
} from '../principal-rate-limits/principal-rate-limit.js';

const EQUAL = { operators: ['eq' as const] };
const filterable = new Map([
  ['principalType', EQUAL],
  ['principalId', EQUAL],
]);
const dialect: Dialect<PrincipalRateLimit> = { attribute: (name) => filterable.get(name) };

const createPrincipalRateLimitEntity: Handler = (call) => {
  const { org } = call;
  const body = bodyOf(call);
  const principal = principalFrom(body);
  for (const { principalId } of org.principalRateLimits.values()) {
    if (principalId === principal.principalId) throw invalid('principalId', TAKEN);
  }
  const made = { createdDate: now(call), createdBy: callingUser(call).id };
  const limit = { id: org.ids.next('prl'), orgId: org.facts.id, ...principal, ...percentages(body), ...made };
  return { status: 201, body: save(call, { ...limit, ...changed(call) }) };
};

/** As recorded: without milliseconds. */
function now({ org }: Call): string {
  return nowIn(org).replace('.000Z', 'Z');
}

function changed(call: Call): Pick<PrincipalRateLimit, 'lastUpdate' | 'lastUpdatedBy'> {
  return { lastUpdate: now(call), lastUpdatedBy: callingUser(call).id };
}

function principalFrom(body: JsonObject): Pick<PrincipalRateLimit, 'principalId' | 'principalType'> {
  const principalId = textIn(body, 'principalId') ?? '';
  const principalType = textIn(body, 'principalType');
  if (principalId === '') throw invalid('principalId', BLANK);
  if (principalType !== 'SSWS_TOKEN' && principalType !== 'OAUTH_CLIENT') throw fail('E0000003');
  return { principalId, principalType };
}

function percentages(body: JsonObject, before?: PrincipalRateLimit) {
  const defaultPercentage = percentage(body, 'defaultPercentage', before);
  return { defaultPercentage, defaultConcurrencyPercentage: percentage(body, 'defaultConcurrencyPercentage', before) };
}

function percentage(
  body: JsonObject,
  member: 'defaultPercentage' | 'defaultConcurrencyPercentage',
  before: PrincipalRateLimit | undefined,
): number {
  const value = body[member] ?? before?.[member] ?? STANDARD_PERCENTAGE;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100) return value;
  throw invalid(member, 'The field must be an integer from 0 to 100');
}

function save({ org }: Call, limit: PrincipalRateLimit): PrincipalRateLimit {
  org.principalRateLimits.set(limit.id, limit);
  return limit;
}

function findLimit(call: Call): PrincipalRateLimit {
  const id = pathMember(call, 'principalRateLimitId');
  const limit = call.org.principalRateLimits.get(id);
  if (limit === undefined) throw notFound(id, PRINCIPAL_RATE_LIMIT);
  return limit;
}

const getPrincipalRateLimitEntity: Handler = (call) => ok(findLimit(call));

const replacePrincipalRateLimitEntity: Handler = (call) => {
  const before = findLimit(call);
  const body = bodyOf(call);
  const { principalId } = principalFrom(body);
  if (principalId !== before.principalId) throw invalid('principalId', 'The principal of a limit cannot be changed');
  return ok(save(call, { ...before, ...percentages(body, before), ...changed(call) }));
};

const listPrincipalRateLimitEntities: Handler = (call) => {
  const { principalRateLimits } = call.org;
  const keep = readFilter(call, { name: 'filter', dialect });
  if (!keep || !call.query.get('filter')?.includes('principalType'))
    throw invalid('filter', 'A principalType is needed');
  return listById(call, {
    list: 'principalRateLimits',
    itemsAfter: (after) => filtered(principalRateLimits.values({ after }), keep),
    exists: (id) => principalRateLimits.get(id) !== undefined,
    view: (limit) => limit,
  });
};

/** How much of the rate limits single callers may use. */
export const principalRateLimits: Handlers = {
  createPrincipalRateLimitEntity,
  getPrincipalRateLimitEntity,
  replacePrincipalRateLimitEntity,
  listPrincipalRateLimitEntities,
};
