import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../../scripts/lib/model/model.js';
import type { Operation } from '../../../../scripts/lib/operations/operation.js';
import { describeBody, describeParameter } from '../../../../scripts/lib/prose/describe-member.js';
import { describeOperation } from '../../../../scripts/lib/prose/describe-operation.js';
import { languageOf, operationOf, query } from './small-words.js';

const PAGE: Shape = {
  kind: 'object',
  bases: [],
  members: [],
  index: undefined,
};
const language = languageOf({ Page: PAGE });
const KEYS: Operation['answer'] = { kind: 'list', items: { kind: 'scalar', scalar: 'string' }, page: 'link' };
const WRAPPED: Operation['answer'] = {
  kind: 'wrapped-list',
  type: { kind: 'named', name: 'Page' },
  items: { kind: 'scalar', scalar: 'string' },
  page: { items: 'keys', next: '_links.next.href' },
};

describe('heading and description', () => {
  it.each<[given: Operation, summary: string, description: string]>([
    [
      operationOf({ method: 'listApps', path: '/apps', answer: KEYS, parameters: query('after', 'q', 'filter') }),
      'List applications',
      "Returns the org's applications, page by page. `filter` and `q` narrow the list.",
    ],
    [
      operationOf({ method: 'listKeys', path: '/apps/{appId}/keys', answer: KEYS, parameters: query('q') }),
      'List the keys of an application',
      'Returns the keys of the application `appId`. `q` narrows the list.',
    ],
    [
      operationOf({ method: 'listKeys', path: '/apps/{appId}/keys', answer: WRAPPED }),
      'List the keys of an application',
      'Returns the keys of the application `appId` in `keys`.',
    ],
    [
      operationOf({ method: 'getAllKeys', path: '/apps/{appId}/keys', answer: KEYS }),
      'List the keys of an application',
      'Returns the keys of the application `appId`.',
    ],
    [
      operationOf({ method: 'getKey', path: '/apps/{appId}/keys/{keyId}', parameters: query('expand') }),
      'Get a key of an application',
      'Returns the key `keyId` of the application `appId`. Expands.',
    ],
    [
      operationOf({ method: 'getUse', path: '/apps/{appId}/keys/{keyId}/uses/{useId}' }),
      'Get a use of an app key',
      'Returns the use `useId` of the app key `keyId`.',
    ],
    [
      operationOf({ method: 'getLogo', path: '/apps/{appId}/logo' }),
      'Get the logo of an application',
      'Returns the logo of the application `appId`.',
    ],
    [operationOf({ method: 'getOrg', path: '/org' }), 'Get the org settings', 'Returns the org settings.'],
    [
      operationOf({ method: 'createUser', path: '/apps/{appId}/users' }),
      'Create a user in an application',
      'Creates a user in the application `appId`.',
    ],
    [
      operationOf({ method: 'createKey', path: '/apps/{appId}/keys', answer: KEYS }),
      'Create a key for an application',
      'Creates a key for the application `appId` and returns it.',
    ],
    [
      operationOf({ method: 'addKey', path: '/apps/{appId}/keys' }),
      'Add a key to an application',
      'Adds a key to the application `appId`.',
    ],
    [
      operationOf({ method: 'deleteKey', path: '/apps/{appId}/keys/{keyId}' }),
      'Delete a key of an application',
      'It has to be inactive.',
    ],
    [
      operationOf({ method: 'previewSAMLThing', path: '/saml', verb: 'POST' }),
      'Preview SAML thing',
      'Sends `POST /saml`.',
    ],
  ])('of $method', (operation, summary, description) => {
    expect(describeOperation(language, operation)).toEqual({ summary, description });
  });
});

describe('a parameter', () => {
  it.each([
    ['/apps/{appId}/keys/{keyId}', 'appId', 'Id of the application.'],
    ['/apps/{appId}/keys/{keyId}', 'keyId', 'Id of the key.'],
    ['/apps/{appIdOrLabel}', 'appIdOrLabel', 'Id or label of the application.'],
    ['/catalog/{name}/{versionId}', 'versionId', 'Id of the version.'],
    ['/apps/{appId}/lifecycle/activate', 'appId', 'Id of the application.'],
    ['/widgets/{widgetId}/clone', 'widgetId', 'Id of the widget.'],
  ])('of the path %s, %s, is what it names', (path, name, text) => {
    const operation = operationOf({ method: 'getThing', path });
    const [parameter] = query(name).map((entry) => ({ ...entry, in: 'path' as const }));
    expect(parameter && describeParameter(language, operation, parameter)).toBe(text);
  });

  it('of the query is described by its name', () => {
    const operation = operationOf({ method: 'listKeys', path: '/apps/{appId}/keys' });
    const texts = query('limit', 'unheardOf').map((parameter) => describeParameter(language, operation, parameter));
    expect(texts).toEqual(['Most keys in a page.', 'Sent as `unheardOf`.']);
  });

  it('that is the body is described by the verb', () => {
    const create = operationOf({ method: 'createKey', path: '/apps/{appId}/keys' });
    expect(describeBody(language, create, 'key')).toBe('The key to create.');
    expect(describeBody(language, { ...create, method: 'frobnicateKey' }, 'key')).toBe('Sent as the body `key`.');
  });
});
