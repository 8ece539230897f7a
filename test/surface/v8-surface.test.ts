import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as apis from '../../generated/management/apis/index.js';
import { readNames } from '../../scripts/lib/names/names-file.js';
import { type Prepared, prepare } from '../../scripts/lib/prepare/prepare.js';
import { requestName } from '../../scripts/lib/print/print-signature.js';
import { loadDescription } from '../../scripts/lib/spec/load-description.js';
import { Client } from '../../src/client.js';

/** One method of v8. */
interface Row {
  readonly api: string;
  readonly method: string;
  readonly verb: string;
  readonly path: string;
  readonly returns: string;
  readonly request: string;
  readonly params: readonly { readonly name: string; readonly required?: boolean }[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(`test/fixtures/surface/${name}.json`, 'utf8'));
const rows = read<Row[]>('v8-operations');
const classes = apis as unknown as Record<string, new () => Record<string, unknown>>;

/** Members that v8 demands and the service does not: accepted both with and without. */
const RELAXED = new Set(['generateApplicationKey.validityYears']);

/** Methods that give the value which the service sends and v8 threw away. */
const NO_LONGER_VOID = new Set(['extendOktaSupport', 'grantOktaSupport', 'revokeOktaSupport']);

/** Methods that list, and for which v8 promised one item only. */
const NOW_A_LIST = new Set(['listAuthenticatorEnrollments']);

/** Readable type names of v8 that have no counterpart, each with the reason. */
const WITHOUT_COUNTERPART: Readonly<Record<string, string>> = {
  ByDateTimeExpiry: 'a timestamp, which the published description writes in place',
  ByDurationExpiry: 'a text, which the published description writes in place',
  GracePeriodExpiry: 'a choice of the two above, written in place: Date | string',
  StreamConfigurationAud: 'a choice of scalars, written in place: string | string[]',
  ListRoleSubscriptionsRoleTypeOrRoleIdParameter: 'a choice of two texts, written in place',
  ChildOrgLicensing: 'the member has gone from the published description',
  ConnectionType: 'no operation and no type mentions it',
  WorkflowsValidationErrorType: 'no operation and no type mentions it',
};

/** Names that a generator made up for lack of a better one. */
const ARTEFACT = /Inner|OneOf\d*|AllOf|AnyOf|\d$|\d0\dResponse/;

describe('the public surface of v8', () => {
  let prepared: Prepared;
  beforeAll(() => {
    prepared = prepare(loadDescription('spec', 'management'), readNames('spec/names.yaml'), 'spec/prose/management');
  });

  const membersOf = ({ api, method }: Row) => {
    const operation = prepared.apis.get(api)?.operations.find((entry) => entry.method === method);
    return new Map(operation?.members.map(({ key, mark }) => [key, mark !== '?']));
  };

  it('is compared as a whole', () => {
    expect(rows).toHaveLength(815);
    expect(new Set(rows.map(({ api }) => api)).size).toBe(81);
  });

  it('is there with every class and method', () => {
    const missing = rows.filter(({ api, method }) => typeof classes[api]?.prototype[method] !== 'function');
    expect(missing.map(({ api, method }) => `${api}.${method}`)).toEqual([]);
  });

  it('calls the same verb and path', () => {
    const moved = rows.filter(({ method, verb, path }) => {
      const operation = prepared.operations.find((entry) => entry.method === method);
      return operation?.verb !== verb || operation.path !== path;
    });
    expect(moved.map(({ method }) => method)).toEqual([]);
  });

  it('takes the same request interfaces', () => {
    expect(rows.filter(({ api, method, request }) => requestName(api, method) !== request)).toEqual([]);
  });

  it('takes every request member, required or optional as in v8', () => {
    const differing = rows.flatMap((row) => {
      const members = membersOf(row);
      return row.params.flatMap(({ name, required = false }) => {
        const label = `${row.method}.${name}`;
        return members.get(name) === required || (members.has(name) && RELAXED.has(label))
          ? []
          : [`${row.api}.${label}`];
      });
    });
    expect(differing).toEqual([]);
  });

  it('demands nothing that v8 did not know', () => {
    const added = rows.flatMap((row) => {
      const known = new Set(row.params.map(({ name }) => name));
      return [...membersOf(row)].flatMap(([name, required]) =>
        required && !known.has(name) ? [`${row.method}.${name}`] : [],
      );
    });
    expect(added).toEqual([]);
  });

  it('gives collections and nothing where v8 did', () => {
    const kind = (returns: string) => (/^Collection</.test(returns) ? 'list' : returns === 'void' ? 'void' : 'value');
    const differing = rows.filter(({ method, returns }) => {
      const answer = prepared.operations.find((entry) => entry.method === method)?.answer.kind;
      if (NO_LONGER_VOID.has(method)) return answer !== 'value';
      if (NOW_A_LIST.has(method)) return answer !== 'list';
      return kind(returns) !== (answer === 'wrapped-list' ? 'value' : answer);
    });
    expect(differing.map(({ method, returns }) => `${method}: ${returns}`)).toEqual([]);
  });

  it('has its types, but for a few with a reason', () => {
    const names = new Set(
      [...prepared.models.values()].flatMap(({ declarations }) => declarations.map(({ name }) => name)),
    );
    const readable = read<string[]>('v8-models').filter((name) => !ARTEFACT.test(name));
    const missing = readable.filter((name) => !names.has(name));
    expect(missing.filter((name) => !(name in WITHOUT_COUNTERPART))).toEqual([]);
    expect(Object.keys(WITHOUT_COUNTERPART).filter((name) => names.has(name))).toEqual([]);
    expect(1 - missing.length / readable.length).toBeGreaterThan(0.97);
  });

  it('has the 81 Apis as members of the client', () => {
    const client = new Client({ orgUrl: 'https://acme.okta.com', token: '00t', environment: {} }) as unknown as Record<
      string,
      unknown
    >;
    const members = Object.entries(read<Record<string, string>>('v8-client')).filter(([, type]) =>
      type.endsWith('Api'),
    );
    expect(members).toHaveLength(81);
    for (const [member, type] of members) {
      expect(client[member], member).toBeInstanceOf(classes[type]);
      expect(client[member]).toBe(client[member]);
    }
  });
});

describe('older names of the ApplicationApi page', () => {
  it.each([
    'createApplicationGroupAssignment',
    'deleteApplicationGroupAssignment',
    'deleteApplicationUser',
    'setDefaultProvisioningConnectionForApplication',
    'updateApplication',
  ])('%s works', (method) => {
    expect(apis.ApplicationApi.prototype).toHaveProperty(method);
  });

  it.each([
    ['GroupApi', 'addGroup'],
    ['UserCredApi', 'resetPassword'],
  ])('published name %s.%s works beside the one of v8', (_, method) => {
    expect(Object.values(classes).some((Class) => method in Class.prototype)).toBe(true);
  });
});
