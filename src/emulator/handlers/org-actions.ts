import { invalid, TAKEN } from '../answers/fault.js';
import { bodyOf, optionalBodyOf, textIn, textsIn } from '../body.js';
import { keepImage } from '../brands/theme-image.js';
import type { Handler, Handlers } from '../call.js';
import { ALPHANUMERIC, randomText } from '../org/chance.js';
import { nowIn } from '../org/org.js';
import { link } from '../resources/link.js';
import { store, stored } from '../resources/store.js';

const uploadOrgLogo: Handler = async (call) => {
  const path = await keepImage(call);
  store(call.org, { list: '/api/v1/org/logo' }, { path });
  return { status: 201 };
};

const NO_USER = 'This email address does not belong to any user in your organization.';
const MALFORMED = 'Invalid email address. The provided email address failed validation against RFC 3696.';
const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Nothing ever bounces here; what is said of addresses that are nobody's is as recorded. */
const bulkRemoveEmailAddressBounces: Handler = (call) => {
  const known = new Set([...call.org.users.values()].map(({ profile }) => String(profile['email']).toLowerCase()));
  const errors = textsIn(optionalBodyOf(call), 'emailAddresses').flatMap((emailAddress) => {
    if (!ADDRESS.test(emailAddress)) return [{ emailAddress, reason: MALFORMED }];
    return known.has(emailAddress.toLowerCase()) ? [] : [{ emailAddress, reason: NO_USER }];
  });
  return { status: 200, body: { errors } };
};

const ORGS = '/api/v1/orgs';
const TOKEN_LENGTH = 40;

/** The new org is only remembered: it has no address of its own here. */
const createChildOrg: Handler = (call) => {
  const { admin: _, ...sent } = bodyOf(call);
  const subdomain = textIn(sent, 'subdomain') ?? '';
  const isTaken = subdomain === call.org.facts.subdomain || stored(call.org, { list: ORGS, key: subdomain });
  if (isTaken) throw invalid('subdomain', TAKEN);
  const now = nowIn(call.org);
  const times = { created: now, lastUpdated: now };
  const org = { ...sent, id: call.org.ids.next('00o'), status: 'ACTIVE', ...times, settings: {} };
  store(call.org, { list: ORGS, key: subdomain }, org);
  const token = `00${randomText(call.org.chance, TOKEN_LENGTH, ALPHANUMERIC)}`;
  const links = { organization: link({ origin: `https://${subdomain}.okta.test` }, '') };
  return { status: 201, body: { ...org, token, tokenType: 'SSWS', _links: links } };
};

/** What is done to an org besides reading and writing its settings. */
export const orgActions: Handlers = { uploadOrgLogo, bulkRemoveEmailAddressBounces, createChildOrg };
