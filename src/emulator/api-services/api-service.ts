import { notFound } from '../answers/fault.js';
import type { ClientSecret } from '../apps/client-credentials.js';
import { secretView } from '../apps/client-secrets.js';
import { type Call, pathMember } from '../call.js';
import type { Target } from '../log/log-event.js';
import type { JsonObject } from '../org/json.js';

/** A service of somebody else that may call Okta's API. */
export interface ApiService {
  readonly id: string;
  /** Name of the kind of service in the catalogue. */
  readonly type: string;
  readonly grantedScopes: readonly string[];
  readonly properties?: JsonObject;
  readonly createdAt: string;
  readonly createdBy: string;
}

const API_SERVICE = 'APIServiceIntegration';
const SHOWN_CHARACTERS = 4;

/**
 * Finds the integration that a request names.
 *
 * @param call - the request
 * @returns the integration
 * @throws Fault `E0000007` if there is none
 */
export function findApiService(call: Call): ApiService {
  const id = pathMember(call, 'apiServiceId');
  const service = call.org.apiServices.get(id);
  if (service === undefined) throw notFound(id, API_SERVICE);
  return service;
}

/**
 * @param service - an integration
 * @param origin - scheme, host and port that its links start with
 * @returns the JSON, without a secret
 */
export function apiServiceView(service: ApiService, origin: string) {
  const { id, type, grantedScopes, properties, createdAt, createdBy } = service;
  const self = apiServiceHref(service, origin);
  return {
    id,
    type,
    name: nameOf(service),
    createdAt,
    createdBy,
    configGuideUrl: `https://${type.replace(/[^a-z0-9]+/gi, '-')}.example.com/docs`,
    grantedScopes,
    ...(properties && { properties }),
    _links: {
      self: { href: self, hints: { allow: ['GET', 'DELETE'] } },
      client: { href: `${origin}/oauth2/v1/clients/${id}`, hints: { allow: ['GET'] } },
      logo: { name: 'small', href: `${origin}/img/logos/default.png` },
    },
  };
}

/**
 * @param service - an integration
 * @param origin - scheme, host and port of the org
 * @returns its address
 */
export function apiServiceHref({ id }: ApiService, origin: string): string {
  return `${origin}/integrations/api/v1/api-services/${id}`;
}

/**
 * @param service - what an event is about
 * @returns the target
 */
export function apiServiceTarget(service: ApiService): Target {
  return { id: service.id, type: 'PublicClientApp', alternateId: service.id, displayName: nameOf(service) };
}

/** The catalogue knows nicer names; the emulator has none. */
function nameOf({ type }: ApiService): string {
  const words = type.split(/[^a-z0-9]+/i).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/**
 * A secret as it is answered after it was made: nobody can read it any more.
 *
 * @param secret - a secret
 * @param secrets - address of the list that it is in
 * @returns the JSON
 */
export function hiddenSecretView(secret: ClientSecret, secrets: string) {
  return { ...secretView(secret, secrets), client_secret: `***${secret.secret.slice(-SHOWN_CHARACTERS)}` };
}
