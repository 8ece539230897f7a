/** Kinds of objects that a description is made of. */
export type KindName =
  | ('document' | 'info' | 'server' | 'serverVariable' | 'components' | 'pathItem' | 'operation' | 'lifecycle')
  | ('parameter' | 'requestBody' | 'response' | 'header' | 'mediaType' | 'schema' | 'discriminator')
  | ('securityScheme' | 'flows' | 'flow');

/** Values that are taken as they are. */
export type LeafName =
  | 'text'
  | 'texts'
  | 'flag'
  | 'number'
  | 'any'
  | 'list'
  | 'textMap'
  | 'names'
  | 'format'
  | 'security';

/** How a member is read: as a value, or as one, a list or a map of objects of a kind. */
export type Form =
  | { as: 'leaf'; leaf: LeafName }
  | { as: 'one' | 'list' | 'map' | 'sorted' | 'oneOrFlag'; kind: KindName }
  | { as: 'amends' };

/** What is kept of one kind of object. */
export interface Kind {
  /** As a message calls it. */
  label: string;
  /** Members kept, in the order in which they are written. */
  keep: Readonly<Record<string, Form>>;
  /** Of each group one member must be there, unless the object is a reference. */
  needs?: readonly (readonly string[])[];
  /** Members known and left out, beside those that are prose wherever they stand. */
  drop?: readonly string[];
}

const leaf = (name: LeafName): Form => ({ as: 'leaf', leaf: name });

export const text = leaf('text');
export const texts = leaf('texts');
export const flag = leaf('flag');
export const number = leaf('number');
export const any = leaf('any');
export const list = leaf('list');
export const textMap = leaf('textMap');
export const names = leaf('names');
export const format = leaf('format');
export const security = leaf('security');
export const amends: Form = { as: 'amends' };

export const one = (kind: KindName): Form => ({ as: 'one', kind });
export const oneOrFlag = (kind: KindName): Form => ({ as: 'oneOrFlag', kind });
export const listOf = (kind: KindName): Form => ({ as: 'list', kind });
/** A map that keeps the published order. */
export const mapOf = (kind: KindName): Form => ({ as: 'map', kind });
/** A map whose names are put in order. */
export const sortedMapOf = (kind: KindName): Form => ({ as: 'sorted', kind });
