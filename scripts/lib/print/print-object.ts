import { isAlwaysReturned, strictMembers } from '../model/always.js';
import { allMembers, hasIndex, inheritedMembers, objectOf } from '../model/members.js';
import type { Member, ObjectShape } from '../model/model.js';
import type { InterfaceBody, PrintedMember } from './declaration.js';
import { commonName, type Forms, isStrict } from './forms.js';
import { memberDoc } from './member-doc.js';
import { literal, orNull, printKey, printType } from './print-type.js';

/**
 * Prints the body of an interface: its own members, those of a base that it overrides, and its heritage.
 *
 * @param forms - names of types
 * @param shape - the object
 * @param strict - whether it is received only
 * @returns the body
 */
export function printObject(forms: Forms, shape: ObjectShape, strict: boolean): InterfaceBody {
  const { model } = forms;
  const inherited = inheritedMembers(model, shape);
  const flatten =
    shape.bases.some((base) => isIndexed(forms, base)) && shape.members.some(({ name }) => inherited.has(name));
  if (flatten) {
    const members = [...allMembers(model, shape).values()].map((member) => printMember(forms, member, strict));
    return { heritage: '', members: [...members, ...printIndex(forms, shape, strict)] };
  }
  const sharpened = strict
    ? strictMembers(model, shape, forms.twofold).filter(({ name }) => isLoose(forms, shape, name))
    : [];
  const own = new Map(
    [...sharpened, ...shape.members].map((member) => [member.name, printMember(forms, member, strict)]),
  );
  const heritage = shape.bases.map((base) => withoutOverridden(forms, base, own));
  return { heritage: extending(heritage), members: [...own.values(), ...printIndex(forms, shape, strict)] };
}

/**
 * Prints the second form of an object that is both sent and received: the members that the service always returns.
 *
 * @param forms - names of types
 * @param name - the lenient form
 * @param shape - its shape
 * @returns the body of the strict form
 */
export function printStrictForm(forms: Forms, name: string, shape: ObjectShape): InterfaceBody {
  const members = strictMembers(forms.model, shape, forms.twofold);
  return { heritage: extending([name]), members: members.map((member) => printMember(forms, member, true)) };
}

/**
 * Prints a member.
 *
 * @param forms - names of types
 * @param member - from the model
 * @param strict - whether it is received only
 * @returns text and doc
 */
export function printMember(forms: Forms, member: Member, strict: boolean): PrintedMember {
  const required = strict ? isAlwaysReturned(member) : member.required && !member.readOnly;
  const type = orNull(printType(member.type, strict ? forms.read : forms.written), member.nullable);
  return { doc: memberDoc(member), ...printKey(member.name, required), type };
}

/** Beside named members an index signature must fit them all. */
function printIndex(forms: Forms, shape: ObjectShape, strict: boolean): PrintedMember[] {
  if (shape.index === undefined) return [];
  const alone = allMembers(forms.model, shape).size === 0;
  const type = alone ? printType(shape.index, strict ? forms.read : forms.written) : 'unknown';
  return [{ doc: [], key: '[member: string]', mark: '', type }];
}

/** A base that is sent too has its members optional; whoever is received only repeats them as required. */
function isLoose(forms: Forms, shape: ObjectShape, member: string): boolean {
  return shape.bases.some((base) => {
    const object = objectOf(forms.model, base);
    return object !== undefined && !isStrict(forms, base) && allMembers(forms.model, object).has(member);
  });
}

function isIndexed(forms: Forms, base: string): boolean {
  const object = objectOf(forms.model, base);
  return object !== undefined && hasIndex(forms.model, object);
}

/** The base, without the members that are declared anew with a type that does not fit. */
function withoutOverridden(forms: Forms, base: string, own: ReadonlyMap<string, PrintedMember>): string {
  const type = forms.model.types.get(base);
  const target = type?.shape.kind === 'union' ? commonName(forms, base) : base;
  const object = objectOf(forms.model, base);
  if (object === undefined) return target;
  const members = allMembers(forms.model, object);
  const overridden = [...own].filter(([name, member]) => {
    const inherited = members.get(name);
    return inherited !== undefined && !fits(member, printMember(forms, inherited, isStrict(forms, base)));
  });
  return without(
    target,
    overridden.map(([name]) => name),
  );
}

/**
 * A type without some of its members.
 *
 * @param type - name of an interface
 * @param members - names
 * @returns the name, or an `Omit`
 */
export function without(type: string, members: readonly string[]): string {
  return members.length === 0 ? type : `Omit<${type}, ${members.map(literal).join(' | ')}>`;
}

/** The same type, perhaps required where it was optional, or certain texts where it was any text. */
function fits(own: PrintedMember, inherited: PrintedMember): boolean {
  if (own.mark === '?' && inherited.mark === '') return false;
  if (own.type === inherited.type) return true;
  return inherited.type === 'string' && /^(?:'[^']*'|\(string & \{\}\)| \| )+$/.test(own.type);
}

function extending(bases: readonly string[]): string {
  return bases.length === 0 ? '' : ` extends ${bases.join(', ')}`;
}
