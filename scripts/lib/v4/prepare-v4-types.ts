import type { Type } from '../model/model.js';
import { namesIn } from '../model/usage.js';
import type { Operation } from '../operations/operation.js';
import type { Prepared } from '../prepare/prepare.js';
import { memberType } from '../print/print-signature.js';
import { literal, printType } from '../print/print-type.js';
import { bodyName } from './print-v4-row.js';
import type { V4Operation } from './v4-facts.js';
import { methodsOf, type V4Sources } from './v4-sources.js';

/** Texts of the types. */
export interface PreparedV4Types {
  /** Types of today's models that the signatures mention. */
  readonly imports: readonly string[];
  readonly signatures: readonly { readonly doc: string; readonly signature: string }[];
  readonly interfaces: readonly {
    readonly name: string;
    readonly type: string;
    readonly signatures: readonly string[];
  }[];
}

/** What a signature is made from. */
interface Method {
  readonly name: string;
  /** Of the flat client. */
  readonly operation: string;
  /** Arguments of the path that the caller gives. */
  readonly params: readonly string[];
  /** Whether the caller gives the body. */
  readonly takesBody: boolean;
}

/**
 * Computes the types of the flat client and of its values.
 *
 * @param sources - facts and decisions
 * @param prepared - operations and types of today
 * @returns final texts
 */
export function prepareV4Types(sources: V4Sources, prepared: Prepared): PreparedV4Types {
  const printer = new SignaturePrinter(sources, prepared);
  const signatures = Object.entries(sources.operations).map(([name, { params }]) => ({
    doc: printer.doc(name),
    signature: printer.signature({ name, operation: name, params, takesBody: true }),
  }));
  const able = Object.keys(sources.models).filter((name) => sources.models[name]?.methods !== undefined);
  const interfaces = able.map((name) => ({
    name: `${name}Methods`,
    type: name,
    signatures: Object.entries(methodsOf(sources.models, name)).map(([method, link]) => {
      const { params = [] } = sources.operations[link.operation] ?? {};
      const open = params.filter((param) => link.arguments?.[param] === undefined);
      return printer.signature({
        name: method,
        operation: link.operation,
        params: open,
        takesBody: link.body === undefined,
      });
    }),
  }));
  return { signatures, interfaces, imports: [...printer.imports].sort() };
}

class SignaturePrinter {
  /** Models that were mentioned. */
  readonly imports = new Set<string>();
  readonly #sources: V4Sources;
  readonly #prepared: Prepared;
  readonly #today: ReadonlyMap<string, Operation>;
  readonly #types: ReadonlySet<string>;

  constructor(sources: V4Sources, prepared: Prepared) {
    this.#sources = sources;
    this.#prepared = prepared;
    this.#today = new Map(prepared.operations.map((operation) => [operation.method, operation]));
    const declared = [...prepared.models.values()].flatMap(({ declarations }) => declarations);
    this.#types = new Set(declared.map(({ name }) => name));
  }

  doc(name: string): string {
    const successor = this.#sources.successors.get(name);
    const today = this.#today.get(successor?.method ?? '');
    if (successor === undefined || today === undefined) return '';
    return `/** ${this.#prepared.prose.operation(today).summary}. Today {@link ${successor.api}.${successor.method}}. */`;
  }

  signature({ name, operation, params, takesBody }: Method): string {
    const facts = this.#sources.operations[operation];
    if (facts === undefined) throw new Error(`${name} leads to ${operation}, which is no operation of version 4`);
    const query = this.#query(operation, facts);
    const texts = [
      ...params.map((param) => `${param}: string`),
      ...(takesBody ? this.#body(operation, facts) : []),
      ...(query === undefined ? [] : [`query?: ${query}`]),
    ];
    return `${name}(${texts.join(', ')}): ${this.#answer(operation, facts)};`;
  }

  #body(operation: string, facts: V4Operation): string[] {
    const name = bodyName(facts, this.#sources.successors.get(operation));
    if (name === undefined) return [];
    return [`${name}${facts.optional ? '?' : ''}: ${this.#bodyType(operation, facts)}`];
  }

  #bodyType(operation: string, { body = '', file, sends }: V4Operation): string {
    if (file !== undefined) return 'Upload';
    if (sends !== undefined) return 'string | Uint8Array';
    if (this.#types.has(body)) return `Sent<${this.#mention(body)}>`;
    const type = this.#todayOf(operation)?.body?.members[0]?.type;
    if (type === undefined) return 'object';
    for (const model of namesIn(type)) this.#mention(model);
    return `Sent<${memberType(this.#prepared.forms, type)}>`;
  }

  #query(operation: string, { query = [] }: V4Operation): string | undefined {
    const parameters = this.#todayOf(operation)?.parameters.filter((parameter) => parameter.in === 'query') ?? [];
    const names = new Set([...query, ...parameters.map(({ wire }) => wire)]);
    return names.size === 0 ? undefined : `Query<${[...names].map(literal).join(' | ')}>`;
  }

  #answer(operation: string, { returns, list }: V4Operation): string {
    if (returns === undefined) return 'ApiPromise<FetchResponse>';
    const value = this.#value(operation, returns);
    return list ? `Collection<${value}>` : `ApiPromise<${value}>`;
  }

  #value(operation: string, model: string): string {
    const type = this.#valueType(operation, model);
    const owner = ownerOf(this.#sources.models, model);
    return owner === undefined ? `Wire<${type}>` : `Live<${type}, ${owner}Methods>`;
  }

  #valueType(operation: string, model: string): string {
    if (this.#types.has(model)) return this.#mention(this.#prepared.forms.read(model));
    const type = answerType(this.#todayOf(operation));
    if (type === undefined) return 'Record<string, unknown>';
    for (const name of namesIn(type)) this.#mention(this.#prepared.forms.read(name));
    return printType(type, this.#prepared.forms.read);
  }

  #todayOf(operation: string): Operation | undefined {
    return this.#today.get(this.#sources.successors.get(operation)?.method ?? '');
  }

  #mention(model: string): string {
    this.imports.add(model);
    return model;
  }
}

function answerType(operation: Operation | undefined): Type | undefined {
  const answer = operation?.answer;
  if (answer === undefined || answer.kind === 'void') return undefined;
  return answer.kind === 'value' ? answer.type : answer.items;
}

/** The model whose methods a value has: its own, or the nearest ancestor's. */
function ownerOf(models: V4Sources['models'], name: string): string | undefined {
  const model = models[name];
  if (model?.methods !== undefined) return name;
  return model?.parent === undefined ? undefined : ownerOf(models, model.parent);
}
