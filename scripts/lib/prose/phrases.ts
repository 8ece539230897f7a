import { type English, plural } from './english.js';
import type { Phrases } from './fill.js';
import type { Resource } from './resource.js';

/**
 * The phrases about a resource that templates put together.
 *
 * @param english - for articles
 * @param resource - from a path
 * @returns by placeholder, for the key `keyId` of an application:
 * `one` key, `many` keys, `the` the key, `some` a key, `a` a key of an application, `them` the keys of an application,
 * `this` the key `keyId` of the application `appId`, `these` the keys of the application `appId`,
 * `aFor` a key for an application, `newFor` a key for the application `appId`, `whole` an application, `thisWhole` the application `appId`
 */
export function phrasesOf(english: English, resource: Resource): Phrases {
  const { words, parent } = resource;
  const one = bare(words.one);
  const many = words.many ?? plural(one);
  const certain = relation(words.of ?? 'of', parent, pointed);
  const any = relation(words.of ?? 'of', parent, (owner) => english.a(known(owner)));
  return {
    one,
    many,
    the: `the ${one}`,
    some: english.a(one),
    a: `${english.a(words.one)}${any}`,
    aFor: `${english.a(words.one)}${relation(words.of ?? 'for', parent, (owner) => english.a(known(owner)))}`,
    them: parent === undefined ? many : `the ${many}${any}`,
    this: `${pointed({ ...resource, words: { one: words.one } })}${certain}`,
    these: parent === undefined ? `the org's ${many}` : `the ${many}${certain}`,
    newFor: `${english.a(words.one)}${relation(words.of ?? 'for', parent, pointed)}`,
    whole: parent === undefined ? 'the org' : english.a(known(parent)),
    thisWhole: parent === undefined ? 'the org' : pointed(parent),
  };
}

/**
 * A noun without the article of the only one.
 *
 * @param noun - from `resources.yaml`
 * @returns the noun
 */
export function bare(noun: string): string {
  return noun.replace(/^the /, '');
}

/** What something belongs to, with the preposition before it; nothing for what belongs to the org. */
function relation(of: string, parent: Resource | undefined, print: (parent: Resource) => string): string {
  return parent === undefined ? '' : ` ${of} ${print(parent)}`;
}

function known({ words }: Resource): string {
  return words.alone ?? words.one;
}

/** With the request member that tells which one. */
function pointed(resource: Resource): string {
  const noun = `the ${bare(known(resource))}`;
  return resource.parameter === undefined ? noun : `${noun} \`${resource.parameter}\``;
}
