import { isDeepStrictEqual } from 'node:util';
import { invalid } from '../answers/fault.js';
import type { Call } from '../call.js';
import { isObject, type JsonObject } from '../org/json.js';
import type { Change, Resource, ResourceRules } from '../resources/rule.js';
import { EQUALITY } from './equality.js';

const LOG_STREAMS = '/api/v1/logStreams';
const ACCOUNT = /^\d{12}$/;

/** Where the System Log flows to. */
export const logStreams: ResourceRules = {
  [LOG_STREAMS]: {
    prefix: '0oa',
    kind: 'AppInstance',
    unique: ['name'],
    born: () => ({ status: 'ACTIVE' }),
    admit: admitStream,
    page: { standard: 20, largest: 200 },
    filter: { attribute: (name) => (name === 'type' || name === 'status' ? EQUALITY : undefined) },
    view: streamView,
    events: {
      create: 'system.log_stream.lifecycle.create',
      update: 'system.log_stream.lifecycle.update',
      delete: 'system.log_stream.lifecycle.delete',
      activate: 'system.log_stream.lifecycle.activate',
      deactivate: 'system.log_stream.lifecycle.deactivate',
    },
  },
};

function admitStream(next: Resource, { before }: Change): Resource {
  if (before !== undefined && before['type'] !== next['type']) throw invalid('type', 'The type of a stream is fixed');
  const settings = isObject(next['settings']) ? next['settings'] : {};
  return next['type'] === 'aws_eventbridge' ? admitAws(next, settings, before) : withToken(next, settings, before);
}

function admitAws(next: Resource, settings: JsonObject, before: Resource | undefined): Resource {
  if (!ACCOUNT.test(String(settings['accountId']))) throw invalid('settings.accountId', 'An account id has 12 digits');
  if (before !== undefined && !isDeepStrictEqual(settings, before['settings'])) {
    throw invalid('settings', 'The settings of a stream to AWS are fixed');
  }
  return next;
}

/** The token is sent once, when the stream is created. */
function withToken(next: Resource, settings: JsonObject, before: Resource | undefined): Resource {
  const old = before?.['settings'];
  const token = settings['token'] ?? (isObject(old) ? old['token'] : undefined);
  return { ...next, settings: { ...settings, ...(token !== undefined && { token }) } };
}

/** Links have a form of their own here. */
function streamView(stream: Resource, { origin }: Call): JsonObject {
  const self = `${origin}${LOG_STREAMS}/${String(stream['id'])}`;
  const move = stream['status'] === 'ACTIVE' ? 'deactivate' : 'activate';
  const links = {
    self: { href: self, method: 'GET' },
    [move]: { href: `${self}/lifecycle/${move}`, method: 'POST' },
  };
  return { ...stream, _links: links };
}
