import { findTwofold } from '../model/always.js';
import type { Model } from '../model/model.js';
import type { Usage } from '../model/usage.js';
import type { NameOf } from './print-type.js';

/**
 * How types are named where they are sent and where they are received.
 *
 * A type that is only received has its strict form under its own name. One that is also sent keeps its own name for
 * the lenient form, as in v8, and gets the suffix `Response` for the strict one.
 */
export interface Forms {
  readonly model: Model;
  readonly usage: Usage;
  /** Types with two forms. */
  readonly twofold: ReadonlySet<string>;
  readonly written: NameOf;
  readonly read: NameOf;
}

/**
 * Decides the forms of all types.
 *
 * @param model - all types
 * @param usage - direction of each
 * @returns the forms
 * @throws Error if the name of a second form is taken
 */
export function findForms(model: Model, usage: Usage): Forms {
  const twofold = findTwofold(model, usage);
  const read: NameOf = (name) => (twofold.has(name) ? strictName(name) : name);
  const taken = [...twofold].map(read).filter((name) => model.types.has(name));
  if (taken.length > 0)
    throw new Error(`Names of read forms are taken, decide in names.yaml, under schemas: ${taken.join(', ')}`);
  return { model, usage, twofold, written: (name) => name, read };
}

/**
 * Name of the interface that all variants of a discriminated base extend.
 *
 * @param forms - of all types
 * @param union - name of the base
 * @returns the name
 */
export function commonName({ model }: Forms, union: string): string {
  return model.types.has(`${union}Common`) ? `${union}Members` : `${union}Common`;
}

/** A few types are called a response already. */
function strictName(name: string): string {
  return name.endsWith('Response') ? name.replace(/Response$/, 'Returned') : `${name}Response`;
}

/**
 * Whether a type under its own name is the strict form.
 *
 * @param forms - of all types
 * @param name - a type
 * @returns true if it is received and never sent
 */
export function isStrict({ usage }: Forms, name: string): boolean {
  return usage.read.has(name) && !usage.written.has(name);
}
