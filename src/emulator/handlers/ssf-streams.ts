import { noContent, ok } from '../answers/answer.js';
import { invalid, notFound } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import type { Call, Handler, Handlers } from '../call.js';
import { isObject, type JsonObject } from '../org/json.js';
import type { Resource } from '../resources/rule.js';
import { store, stored, storedIn, unstore } from '../resources/store.js';
import { merged } from '../resources/write.js';

const STREAMS = '/api/v1/ssf/stream';
/** Okta's word for streams in errors about what does not exist. */
const STREAM = 'SsfStream';

/** Source: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SSFTransmitter/ */
const SUPPORTED = [
  'https://schemas.openid.net/secevent/caep/event-type/session-revoked',
  'https://schemas.openid.net/secevent/caep/event-type/credential-change',
  'https://schemas.openid.net/secevent/caep/event-type/device-compliance-change',
];

function streamOf({ org }: Call, id: string): Resource {
  const stream = stored(org, { list: STREAMS, key: id });
  if (stream === undefined) throw notFound(id, STREAM);
  return stream;
}

function idIn({ query }: Call): string {
  return query.get('stream_id') ?? '';
}

/** What the header of deliveries holds is a secret, and nothing is delivered. */
function withoutSecret({ delivery, ...members }: JsonObject): JsonObject {
  const { authorization_header: _, ...known } = isObject(delivery) ? delivery : {};
  return { ...members, delivery: known };
}

function save(call: Call, id: string, sent: JsonObject): Resource {
  const requested = Array.isArray(sent['events_requested']) ? sent['events_requested'] : [];
  const stream = {
    ...withoutSecret(sent),
    stream_id: id,
    format: sent['format'] ?? 'iss_sub',
    iss: call.origin,
    aud: call.origin,
    events_supported: SUPPORTED,
    events_delivered: SUPPORTED.filter((type) => requested.includes(type)),
    min_verification_interval: null,
  };
  store(call.org, { list: STREAMS, key: id }, stream);
  return stream;
}

/** An org sends to one receiver. */
const createSsfStream: Handler = (call) => {
  const sent = bodyOf(call);
  if ([...storedIn(call.org, STREAMS)].length > 0) throw invalid('stream', 'There is a stream already');
  return { status: 201, body: save(call, call.org.ids.next('esc'), sent) };
};

const getSsfStreams: Handler = (call) => {
  const id = idIn(call);
  return ok(id === '' ? [...storedIn(call.org, STREAMS)] : streamOf(call, id));
};

/** The only stream may go unnamed. */
function named(call: Call, sent: JsonObject): Resource {
  const id = textIn(sent, 'stream_id');
  const [only] = storedIn(call.org, STREAMS);
  return id === undefined && only !== undefined ? only : streamOf(call, id ?? '');
}

const replaceSsfStream: Handler = (call) => {
  const sent = bodyOf(call);
  const before = named(call, sent);
  return ok(save(call, String(before['stream_id']), sent));
};

const updateSsfStream: Handler = (call) => {
  const sent = bodyOf(call);
  const before = named(call, sent);
  return ok(save(call, String(before['stream_id']), merged(before, sent)));
};

const deleteSsfStream: Handler = (call) => {
  const id = idIn(call);
  const keys = id === '' ? [...storedIn(call.org, STREAMS)].map(({ stream_id }) => String(stream_id)) : [id];
  if (id !== '') streamOf(call, id);
  for (const key of keys) unstore(call.org, { list: STREAMS, key });
  return noContent();
};

const getSsfStreamStatus: Handler = (call) => {
  const { stream_id } = streamOf(call, idIn(call));
  return ok({ stream_id, status: 'enabled' });
};

const verifySsfStream: Handler = (call) => {
  streamOf(call, textIn(bodyOf(call), 'stream_id') ?? '');
  return noContent();
};

const getWellknownSsfMetadata: Handler = ({ origin }) =>
  ok({
    issuer: origin,
    jwks_uri: `${origin}/oauth2/v1/keys`,
    configuration_endpoint: origin + STREAMS,
    verification_endpoint: `${origin}${STREAMS}/verification`,
    delivery_methods_supported: ['https://schemas.openid.net/secevent/risc/delivery-method/push', 'urn:ietf:rfc:8935'],
    authorization_schemes: [{ spec_urn: 'urn:ietf:rfc:6749' }, { spec_urn: 'urn:ietf:rfc:6750' }],
    default_subjects: 'ALL',
    spec_version: '1_0-ID3',
  });

/** Streams of security events to others. */
export const ssfStreams: Handlers = {
  createSsfStream,
  getSsfStreams,
  replaceSsfStream,
  updateSsfStream,
  deleteSsfStream,
  getSsfStreamStatus,
  verifySsfStream,
  getWellknownSsfMetadata,
};
