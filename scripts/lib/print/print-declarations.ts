import { allMembers, objectOf } from '../model/members.js';
import type { NamedType, ObjectShape, UnionShape } from '../model/model.js';
import type { Declaration } from './declaration.js';
import { commonName, type Forms, isStrict } from './forms.js';
import { printObject, printStrictForm, without } from './print-object.js';
import { printType, propertyKey } from './print-type.js';

/** Writes the description of a type. */
export type DescribeType = (type: NamedType) => string;

/**
 * All declarations that a type of the model needs: itself, what its variants share, the variant for tags that nobody
 * knows yet, and the strict form of each.
 *
 * @param forms - names of types
 * @param type - from the model
 * @param describe - writes the doc comment
 * @returns declarations in the order they are printed
 */
export function printDeclarations(forms: Forms, type: NamedType, describe: DescribeType): Declaration[] {
  const { shape } = type;
  const doc = docOf(type, describe);
  if (shape.kind === 'union') return printUnion(forms, type, { shape, doc });
  if (shape.kind === 'object') return printInterface(forms, type, { shape, doc });
  const alias: Declaration = {
    name: type.name,
    doc,
    alias: printType(shape.type, isStrict(forms, type.name) ? forms.read : forms.written),
  };
  const strict = { name: forms.read(type.name), doc: readDoc(type.name), alias: printType(shape.type, forms.read) };
  return forms.twofold.has(type.name) ? [alias, strict] : [alias];
}

interface Printing<S> {
  readonly shape: S;
  readonly doc: readonly string[];
}

function printInterface(forms: Forms, { name }: NamedType, { shape, doc }: Printing<ObjectShape>): Declaration[] {
  const main: Declaration = { name, doc, body: printObject(forms, shape, isStrict(forms, name)) };
  if (!forms.twofold.has(name)) return [main];
  return [main, { name: forms.read(name), doc: readDoc(name), body: printStrictForm(forms, name, shape) }];
}

function printUnion(forms: Forms, { name }: NamedType, { shape, doc }: Printing<UnionShape>): Declaration[] {
  const unknown = shape.discriminator === undefined ? [] : [`Unknown${name}`];
  const strict = isStrict(forms, name);
  const nameOf = strict ? forms.read : forms.written;
  const main: Declaration = { name, doc, alias: [...shape.variants.map(nameOf), ...unknown].join(' | ') };
  const parts = [...printCommon(forms, name, shape), ...printUnknown(forms, name, shape)];
  if (!forms.twofold.has(name)) return [main, ...parts];
  const second = [...shape.variants.map(forms.read), ...unknown.map((variant) => unknownRead(forms, name, variant))];
  return [main, { name: forms.read(name), doc: readDoc(name), alias: second.join(' | ') }, ...parts];
}

function printCommon(forms: Forms, name: string, { common }: UnionShape): Declaration[] {
  if (common === undefined) return [];
  return [
    {
      name: commonName(forms, name),
      doc: [`What every kind of {@link ${name}} has.`],
      body: printObject(forms, common, isStrict(forms, name)),
    },
  ];
}

function printUnknown(forms: Forms, name: string, { discriminator, common }: UnionShape): Declaration[] {
  if (discriminator === undefined) return [];
  const doc = [
    `A {@link ${name}} whose \`${discriminator.property}\` this version of the SDK does not know, or which has none.`,
  ];
  const members = [
    { doc: [], key: propertyKey(discriminator.property), mark: '?', type: 'UnknownTag | null' },
    { doc: [], key: '[member: string]', mark: '', type: 'unknown' },
  ];
  const tag =
    common !== undefined && allMembers(forms.model, common).has(discriminator.property) ? [discriminator.property] : [];
  const heritage = common === undefined ? '' : ` extends ${without(commonName(forms, name), tag)}`;
  const main: Declaration = { name: `Unknown${name}`, doc, body: { heritage, members } };
  if (unknownRead(forms, name, main.name) === main.name || common === undefined) return [main];
  const strict = printStrictForm(forms, main.name, common);
  return [main, { name: `${main.name}Response`, doc: readDoc(main.name), body: strict }];
}

/** The unknown variant has a strict form if what all variants share has one. */
function unknownRead(forms: Forms, union: string, unknown: string): string {
  const common = objectOf(forms.model, union);
  if (common === undefined || !forms.twofold.has(union)) return unknown;
  return printStrictForm(forms, unknown, common).members.length > 0 ? `${unknown}Response` : unknown;
}

function docOf(type: NamedType, describe: DescribeType): string[] {
  return [describe(type), ...(type.deprecated ? ['@deprecated'] : [])];
}

function readDoc(name: string): string[] {
  return [`{@link ${name}} as the service returns it, with the members that it always sets.`];
}
