import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** Content of `spec/v4.yaml`: the methods that the client and the models of versions 4 to 6 had. */
export interface V4Facts {
  /** By method name on the client. */
  readonly operations: Readonly<Record<string, V4Operation>>;
  /** Models that have methods, or lead to one that has. */
  readonly models: Readonly<Record<string, V4Model>>;
}

/** A method of the flat client. Its arguments: those of the path, then the body or the file, then an object for the query. */
export interface V4Operation {
  readonly verb: string;
  /** May end in a fixed query. */
  readonly path: string;
  /** Placeholders of the path in the order of the arguments. */
  readonly params: readonly string[];
  /** Model of the body; `string` or `binary` for a body that is no JSON. */
  readonly body?: string;
  /** The body may be left out. */
  readonly optional?: true;
  /** Media type of a body that is no JSON. */
  readonly sends?: string;
  /** Transfer encoding that the body was announced with. */
  readonly encoding?: string;
  /** Field of a multipart body that holds a file. */
  readonly file?: string;
  /** Names of query parameters. */
  readonly query?: readonly string[];
  /** Model of the answer, or of each item of a list. */
  readonly returns?: string;
  /** The method returned a `Collection`. */
  readonly list?: true;
}

/** A model whose values have methods. */
export interface V4Model {
  /** Model that it has the methods of, too. */
  readonly parent?: string;
  readonly discriminator?: V4Discriminator;
  readonly methods?: Readonly<Record<string, V4ModelMethod>>;
}

/** Which model a value really is. */
export interface V4Discriminator {
  readonly member: string;
  readonly models: Readonly<Record<string, string>>;
}

/** A method of a model: a method of the client with some arguments filled in. */
export interface V4ModelMethod {
  readonly operation: string;
  /** Argument of the operation to member of the value. What is not here, the caller gives. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** The value itself is the body. */
  readonly body?: 'self';
}

/**
 * Reads the facts.
 *
 * @param file - path of `spec/v4.yaml`
 * @returns its content
 */
export function readV4Facts(file: string): V4Facts {
  return load(readFileSync(file, 'utf8')) as V4Facts;
}
