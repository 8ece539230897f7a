import type { Model, NamedType, Shape } from '../../../../scripts/lib/model/model.js';
import type { Operation } from '../../../../scripts/lib/operations/operation.js';
import { English } from '../../../../scripts/lib/prose/english.js';
import type { Language } from '../../../../scripts/lib/prose/language.js';
import { NameWords } from '../../../../scripts/lib/prose/name-words.js';
import { Resources } from '../../../../scripts/lib/prose/resource.js';
import type { Words } from '../../../../scripts/lib/prose/words.js';

/** A few words, enough for every rule. */
export const WORDS: Words = {
  apis: new Map(),
  types: {},
  resources: {
    '/apps': { one: 'application' },
    '/apps/*/keys': { one: 'key', alone: 'app key', notes: { delete: 'It has to be inactive.' } },
    '/apps/*/keys/*/uses': { one: 'use' },
    '/apps/*/logo': { one: 'the logo' },
    '/apps/*/users': { one: 'user', of: 'in' },
    '/org': { one: 'the org settings' },
    '/catalog/*': { one: 'version' },
  },
  verbs: {
    list: {
      summary: 'List {them}',
      text: [
        [
          { when: 'wrapped-list', say: 'Returns {these} in {holder}.' },
          { when: 'list paged', say: 'Returns {these}, page by page.' },
          { say: 'Returns {these}.' },
        ],
        [{ when: 'narrowed', say: '{narrowing} the list.' }],
      ],
    },
    get: { summary: 'Get {a}', text: [[{ say: 'Returns {this}.' }], [{ when: 'expand !paged', say: 'Expands.' }]] },
    create: {
      summary: 'Create {aFor}',
      text: [[{ when: 'void', say: 'Creates {newFor}.' }, { say: 'Creates {newFor} and returns it.' }]],
      body: 'The {one} to create.',
    },
    add: { summary: 'Add {some} to {whole}', text: [[{ say: 'Adds {some} to {thisWhole}.' }]] },
    delete: { summary: 'Delete {a}', text: [[{ when: '!noted', say: 'Deletes {this}.' }]] },
  },
  parameters: {
    endings: { IdOrLabel: 'Id or label of {the}.', Id: 'Id of {the}.' },
    names: { limit: 'Most {many} in a page.' },
    narrowing: ['filter', 'q'],
  },
  terms: { articles: { user: 'a', use: 'a' }, spellings: { SAML: 'SAML', OAuth2: 'OAuth 2.0' }, actions: ['clone'] },
};

/** The words above, about these types. */
export function languageOf(types: Readonly<Record<string, Shape>> = {}): Language {
  const model: Model = { types: new Map(Object.entries(types).map(([name, shape]) => [name, namedType(name, shape)])) };
  const names = new NameWords(WORDS.terms);
  return { words: WORDS, english: new English(WORDS.terms), names, resources: new Resources(WORDS, names), model };
}

/** A type of the model. */
export function namedType(name: string, shape: Shape): NamedType {
  return { name, owner: name, pointer: `#/${name}`, shape, deprecated: false, lifecycle: undefined };
}

/** An operation with an empty answer, unless told otherwise. */
export function operationOf(own: Pick<Operation, 'method' | 'path'> & Partial<Operation>): Operation {
  return {
    apis: ['ThingApi'],
    verb: 'GET',
    operationId: own.method,
    tag: 'Thing',
    parameters: [],
    body: undefined,
    answer: { kind: 'void' },
    statuses: [],
    scopes: [],
    lifecycle: undefined,
    deprecated: false,
    formerly: undefined,
    aliases: [],
    ...own,
  };
}

/** Parameters of a query. */
export function query(...names: string[]): Operation['parameters'] {
  return names.map((name) => ({
    name,
    wire: name,
    in: 'query',
    required: false,
    type: { kind: 'scalar', scalar: 'string' },
    style: 'form',
    deprecated: false,
    facts: {},
  }));
}
