import { noContent, ok } from '../answers/answer.js';
import { bodyOf } from '../body.js';
import type { Handler, Handlers } from '../call.js';
import { buildIdentityProvider } from '../idps/build-identity-provider.js';
import type { IdentityProvider } from '../idps/identity-provider.js';
import { dropIdentityProvider, findIdentityProvider, identityProviderTarget } from '../idps/identity-provider-store.js';
import { identityProviderView } from '../idps/identity-provider-view.js';
import { nowIn } from '../org/org.js';
import { filtered } from '../paging/cut.js';
import { listById } from '../paging/list-by-id.js';

const listIdentityProviders: Handler = (call) => {
  const { identityProviders } = call.org;
  const q = call.query.get('q')?.toLowerCase() ?? '';
  const type = call.query.get('type') ?? '';
  const keep = (provider: IdentityProvider) =>
    provider.name.toLowerCase().startsWith(q) && (type === '' || provider.type === type);
  return listById(call, {
    list: 'identityProviders',
    itemsAfter: (after) => filtered(identityProviders.values({ after }), keep),
    exists: (id) => identityProviders.get(id) !== undefined,
    view: (provider) => identityProviderView(provider, call),
  });
};

const createIdentityProvider: Handler = (call) => {
  const provider = buildIdentityProvider(call.org, bodyOf(call));
  call.org.identityProviders.set(provider.id, provider);
  call.record('system.idp.lifecycle.create', [identityProviderTarget(provider)]);
  return ok(identityProviderView(provider, call));
};

const getIdentityProvider: Handler = (call) => ok(identityProviderView(findIdentityProvider(call), call));

const replaceIdentityProvider: Handler = (call) => {
  const provider = buildIdentityProvider(call.org, bodyOf(call), findIdentityProvider(call));
  call.org.identityProviders.set(provider.id, provider);
  call.record('system.idp.lifecycle.update', [identityProviderTarget(provider)]);
  return ok(identityProviderView(provider, call));
};

const deleteIdentityProvider: Handler = (call) => {
  const provider = findIdentityProvider(call);
  dropIdentityProvider(call.org, provider);
  call.record('system.idp.lifecycle.delete', [identityProviderTarget(provider)]);
  return noContent();
};

function mover(status: IdentityProvider['status'], event: 'activate' | 'deactivate'): Handler {
  return (call) => {
    const before = findIdentityProvider(call);
    if (before.status === status) return ok(identityProviderView(before, call));
    const provider = { ...before, status, lastUpdated: nowIn(call.org) };
    call.org.identityProviders.set(provider.id, provider);
    call.record(`system.idp.lifecycle.${event}`, [identityProviderTarget(provider)]);
    return ok(identityProviderView(provider, call));
  };
}

/** Reading, writing and switching identity providers. */
export const idps: Handlers = {
  listIdentityProviders,
  createIdentityProvider,
  getIdentityProvider,
  replaceIdentityProvider,
  deleteIdentityProvider,
  activateIdentityProvider: mover('ACTIVE', 'activate'),
  deactivateIdentityProvider: mover('INACTIVE', 'deactivate'),
};
