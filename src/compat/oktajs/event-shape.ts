import type { LogEvent } from '../../sdk.js';

/** What actors and targets have in common. */
interface Party {
  readonly id?: string | null;
  readonly type?: string | null;
  readonly alternateId?: string | null;
  readonly displayName?: string | null;
}

/**
 * An event of the System Log in the shape that events had.
 *
 * @param entry - of the System Log
 * @returns the event; `action.categories` is empty, because the System Log has none
 * @see https://developer.okta.com/docs/reference/api/events/
 */
export function legacyEvent(entry: LogEvent) {
  return {
    eventId: entry.uuid,
    sessionId: entry.authenticationContext?.externalSessionId ?? '',
    requestId: entry.transaction?.id ?? '',
    published: textOf(entry.published),
    action: {
      message: entry.displayMessage ?? '',
      categories: [],
      objectType: entry.legacyEventType ?? entry.eventType,
      requestUri: entry.debugContext?.debugData?.['requestUri'] ?? '',
    },
    actors: [...(entry.actor ? [party(entry.actor)] : []), ...clientOf(entry)],
    targets: (entry.target ?? []).map(party),
  };
}

/** Dates write what the service sent; what it sent and is none stayed text. */
function textOf(date: Date | string): string {
  return typeof date === 'string' ? date : date.toJSON();
}

function party({ id, type, alternateId, displayName }: Party) {
  const login = type === 'User' || type === 'AppUser' ? { login: alternateId ?? '' } : {};
  return { id: id ?? '', displayName: displayName ?? '', ...login, objectType: type ?? '' };
}

/** The browser of the one who acted was an actor of its own. */
function clientOf({ client }: LogEvent) {
  if (!client) return [];
  const { rawUserAgent, browser } = client.userAgent ?? {};
  const seen = { id: rawUserAgent ?? '', displayName: browser ?? '', ipAddress: client.ipAddress ?? '' };
  return [{ ...seen, objectType: 'Client' }];
}
