/** Value of an example: JSON, with dates and files as such. */
export type Example = Scalar | readonly Example[] | ExampleObject;

export interface ExampleObject {
  readonly [member: string]: Example;
}

type Scalar = string | number | boolean | null | Date | ExampleFile;

/** What a file of an example holds, and how the example takes it: as an upload, or its text as a member's value. */
export interface FileContent {
  readonly as: 'upload' | 'text';
  readonly base64: string;
}

/** A file that an example reads. Its content is small and made up. */
export class ExampleFile {
  readonly name: string;
  readonly content: FileContent;

  /**
   * @param name - file name
   * @param content - what it holds
   */
  constructor(name: string, content: FileContent) {
    this.name = name;
    this.content = content;
  }
}

/** Stands in a sample for a value that follows from the type. */
export const made = Symbol('made from the type');

/** What a sample gives: a value, whose missing required members are added, or `made`. */
export type Given = Scalar | typeof made | readonly Given[] | GivenObject;

export interface GivenObject {
  readonly [member: string]: Given;
}

/** What to give for the members of types, or of request objects, by name. */
export type Samples = Readonly<Record<string, GivenObject>>;

/**
 * Whether a given value has members.
 *
 * @param given - from a sample
 * @returns true for an object that is no date and no file
 */
export function isGivenObject(given: Given | undefined): given is GivenObject {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  return !(given instanceof Date) && !(given instanceof ExampleFile);
}
