import { ok } from '../answers/answer.js';
import { BLANK, invalid, notFound } from '../answers/fault.js';
import { bodyOf, textIn } from '../body.js';
import { type Call, type Handler, type Handlers, pathMember } from '../call.js';
import { linkTo } from '../factors/factor-links.js';
import type { YubikeyToken } from '../factors/yubikey-token.js';
import type { JsonObject } from '../org/json.js';
import { nowIn } from '../org/org.js';
import { listById } from '../paging/list-by-id.js';

const HEX_32 = /^[0-9a-f]{32}$/i;
const HEX_12 = /^[0-9a-f]{12}$/i;
const PUBLIC_ID = /^[cbdefghijklnrtuv]{12}$/;

const uploadYubikeyOtpTokenSeed: Handler = (call) => {
  const { org } = call;
  const body = bodyOf(call);
  const seed = {
    serial: required(body, 'serialNumber', /^\d{1,12}$/),
    publicId: required(body, 'publicId', PUBLIC_ID),
    privateId: required(body, 'privateId', HEX_12),
    aesKey: required(body, 'aesKey', HEX_32),
  };
  if (
    [...org.yubikeyTokens.values()].some(({ publicId, serial }) => publicId === seed.publicId || serial === seed.serial)
  ) {
    throw invalid('serialNumber', 'A YubiKey with this serial number or public id exists already');
  }
  const now = nowIn(org);
  const token: YubikeyToken = {
    id: org.ids.next('ykk'),
    status: 'UNASSIGNED',
    created: now,
    lastUpdated: now,
    ...seed,
  };
  org.yubikeyTokens.set(token.id, token);
  return ok(tokenView(token, call));
};

function required(body: JsonObject, member: string, form: RegExp): string {
  const value = textIn(body, member);
  if (value === undefined || value === '') throw invalid(member, BLANK);
  if (!form.test(value)) throw invalid(member, 'The value does not have the form that a YubiKey gives it');
  return value;
}

const getYubikeyOtpTokenById: Handler = (call) => {
  const id = pathMember(call, 'tokenId');
  const token = call.org.yubikeyTokens.get(id);
  if (token === undefined) throw notFound(id, 'YubikeyToken');
  return ok(tokenView(token, call));
};

const listYubikeyOtpTokens: Handler = (call) => {
  const { yubikeyTokens } = call.org;
  return listById<YubikeyToken>(call, {
    list: 'yubikeyTokens',
    itemsAfter: (after) => yubikeyTokens.values({ after }),
    exists: (id) => yubikeyTokens.get(id) !== undefined,
    view: (token) => tokenView(token, call),
  });
};

/** What is secret about a key never leaves. */
function tokenView({ id, status, created, lastUpdated, lastVerified, serial, userId }: YubikeyToken, { origin }: Call) {
  const self = `${origin}/api/v1/org/factors/yubikey_token/tokens/${id}`;
  return {
    id,
    created,
    lastUpdated,
    ...(lastVerified !== undefined && { lastVerified }),
    status,
    profile: { serial },
    _links: {
      self: linkTo(self, 'GET'),
      ...(userId !== undefined && { user: linkTo(`${origin}/api/v1/users/${userId}`, 'GET') }),
    },
  };
}

/** YubiKeys that admins hand out. */
export const factorsYubikey: Handlers = { uploadYubikeyOtpTokenSeed, getYubikeyOtpTokenById, listYubikeyOtpTokens };
