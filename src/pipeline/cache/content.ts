import type { HttpResponse } from '../../http/message.js';
import { nameOf, type Place, placeOf } from './place.js';

/** Larger bodies are rare, and would push out many others. */
const LARGEST = 1_000_000;

/**
 * Reads the body of an answer that may be worth keeping.
 *
 * @param response - of a GET
 * @returns the text of a JSON body that is not too large; the body of any other answer is left alone
 */
export async function keepableText(response: HttpResponse): Promise<string | undefined> {
  const { status, headers } = response;
  const isLarge = Number(headers.get('content-length') ?? 0) > LARGEST;
  return status === 200 && !isLarge && isJson(headers.get('content-type') ?? '') ? response.text() : undefined;
}

function isJson(type: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(type.trim());
}

interface Linked {
  readonly id?: unknown;
  readonly _links?: { readonly [name: string]: { readonly href?: unknown } | undefined };
  readonly profile?: { readonly login?: unknown };
}

/**
 * Finds out under which other names a resource is known.
 *
 * @param text - JSON
 * @param url - where it was read
 * @returns the places of its self link and its login; `undefined` if it has no URL of its own, is one page of a
 * list, or waits for something, so that the next answer is likely to be another
 */
export function placesIn(text: string, url: string): Place[] | undefined {
  if (text.length > LARGEST) return undefined;
  const resource = parsed(text);
  const { _links: links, profile } = resource;
  const link = selfLink(resource, url);
  const self = link === undefined || links?.['next'] || links?.['poll'] ? undefined : placeOf(link, url);
  if (self === undefined) return undefined;
  const isUser = self.collection.endsWith('/users') && typeof profile?.login === 'string';
  return isUser ? [self, { ...self, member: nameOf(String(profile.login)) }] : [self];
}

/** Applications, groups and others have no self link, but their URL ends with their id. */
function selfLink({ id, _links: links }: Linked, url: string): string | undefined {
  const href = links?.['self']?.href;
  if (typeof href === 'string') return href;
  return typeof id === 'string' && id !== '' && url.split('?', 1)[0]?.endsWith(`/${id}`) ? url : undefined;
}

function parsed(text: string): Linked {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
