import { adds, breaks, changes, type Rule } from './verdict.js';

/** What changes of operations mean. */
export const OPERATION_RULES = {
  'operation-added': adds('a new method'),
  'operation-removed': breaks('calls of the method no longer compile'),
  'operation-renamed': breaks('the method is named after the operation'),
  'operation-moved': changes('the method stays, it calls another address'),
  'operation-retagged': breaks('the method is found on another Api class'),
  'operation-deprecated': changes('the method still works'),
  'operation-undeprecated': changes('the method is here to stay again'),
  'lifecycle-changed': changes('it says how settled the operation is, not what it does'),
  'marker-changed': changes('a marker of the documentation'),
  'server-changed': changes('the client is configured with its own address'),

  'scope-required': breaks('tokens granted without the scope are refused'),
  'scope-dropped': changes('tokens that have the scope still work'),
  'scheme-added': adds('one more way to sign in'),
  'sign-in-required': breaks('callers who do not sign in are refused'),
  'sign-in-dropped': changes('callers who sign in are still served'),
  'scheme-dropped': breaks('callers who sign in this way are refused'),

  'parameter-added': adds('a new optional member of the request'),
  'required-parameter-added': breaks('calls without it are refused'),
  'parameter-removed': breaks('requests that have the member no longer compile'),
  'parameter-now-required': breaks('calls without it are refused'),
  'parameter-no-longer-required': changes('calls that have it still work'),
  'placeholder-renamed': breaks('the member of the request is named after the placeholder'),
  'parameter-encoding-changed': changes('the SDK encodes it as described'),
  'parameter-deprecated': changes('the parameter still works'),
  'parameter-undeprecated': changes('the parameter is here to stay again'),

  'body-added': adds('a new optional member of the request'),
  'required-body-added': breaks('calls without a body are refused'),
  'body-removed': breaks('requests that have a body no longer compile'),
  'body-now-required': breaks('calls without a body are refused'),
  'body-no-longer-required': changes('calls that have a body still work'),

  'media-type-added': { request: adds('one more form to send'), response: changes('the SDK decodes what it is sent') },
  'media-type-removed': {
    request: breaks('bodies in this form are refused'),
    response: breaks('the value is no longer sent in the form that callers read'),
  },

  'status-added': adds('one more answer that is a success'),
  'status-removed': breaks('callers wait for an answer that no longer comes'),
  'error-status-added': changes('every error is raised as the same class'),
  'error-status-removed': changes('every error is raised as the same class'),
  'header-added': adds('one more header to read'),
  'header-removed': changes('headers may always be absent'),
  'header-now-required': changes('the header may be relied on'),
  'header-no-longer-required': changes('headers may always be absent'),
} as const satisfies Readonly<Record<string, Rule>>;
