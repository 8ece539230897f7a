import type { NamedType } from '../model/model.js';
import type { Declaration } from '../print/declaration.js';
import { docComment } from '../print/doc-comment.js';
import type { Forms } from '../print/forms.js';
import { printDeclarations } from '../print/print-declarations.js';
import type { Prose } from '../prose/prose.js';
import type { PreparedModel } from './prepared.js';

/** Types of the runtime that models mention, by the module they come from. */
const RUNTIME: Readonly<Record<string, string>> = {
  Upload: '../../../src/http/file.js',
  UnknownTag: '../../../src/api/unknown-tag.js',
};

/**
 * Computes the files of models: a file for each owner, with the types that have their names from it.
 *
 * @param forms - names of types
 * @param prose - words about them
 * @param olderNames - deprecated aliases: older name to current one
 * @returns file content by owner
 */
export function prepareModels(
  forms: Forms,
  prose: Prose,
  olderNames: Readonly<Record<string, string>>,
): Map<string, PreparedModel> {
  const files = new Map<string, Declaration[]>();
  const add = (owner: string, declarations: readonly Declaration[]) =>
    files.set(owner, [...(files.get(owner) ?? []), ...declarations]);
  const types = [...forms.model.types.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const type of types) add(type.owner, printDeclarations(forms, type, describe(prose)).map(wrapped));
  const owners = new Map([...files].flatMap(([owner, declarations]) => declarations.map(({ name }) => [name, owner])));
  for (const [older, current] of Object.entries(olderNames)) {
    const owner = owners.get(current);
    if (owner === undefined) throw new Error(`names.yaml, types: there is no type ${current}`);
    add(owner, [wrapped({ name: older, doc: [`@deprecated Use {@link ${current}}.`], alias: current })]);
  }
  const home = new Map([...files].flatMap(([owner, declarations]) => declarations.map(({ name }) => [name, owner])));
  return new Map(
    [...files].map(([owner, declarations]) => [owner, { imports: importsOf(owner, declarations, home), declarations }]),
  );
}

function describe(prose: Prose): (type: NamedType) => string {
  return (type) => prose.type(type);
}

function wrapped(declaration: Declaration): Declaration {
  return { ...declaration, doc: docComment(declaration.doc) };
}

function importsOf(
  owner: string,
  declarations: readonly Declaration[],
  home: ReadonlyMap<string, string>,
): PreparedModel['imports'] {
  const mentioned = new Set(declarations.flatMap(mentions));
  const wanted = new Map<string, string[]>();
  for (const name of [...mentioned].sort()) {
    const file = home.get(name);
    const from = file === undefined ? RUNTIME[name] : `./${file}.js`;
    if (from !== undefined && file !== owner) wanted.set(from, [...(wanted.get(from) ?? []), name]);
  }
  return [...wanted].map(([from, names]) => ({ from, names: names.join(', ') }));
}

/** Every identifier outside quotes; one that is no type is not found at home and falls away. */
function mentions({ body, alias }: Declaration): string[] {
  const text = [alias ?? '', body?.heritage ?? '', ...(body?.members ?? []).map((member) => member.type)].join(' ');
  return text.replace(/'(?:[^'\\]|\\.)*'/g, '').match(/[A-Za-z_$][\w$]*/g) ?? [];
}
