import { ANY_NUMBER, type ExpressionFunction, type ExpressionFunctions } from './expression-function.js';
import { numberOf, textOf } from './values.js';

/** A test of one text by another. Nothing is true of an attribute that is not set. */
function test(is: (text: string, wanted: string) => boolean): ExpressionFunction {
  return { returns: 'boolean', least: 2, apply: ([text, wanted]) => text != null && is(textOf(text), textOf(wanted)) };
}

/** A change of one text, which leaves an attribute that is not set as it is. */
function change(least: number, apply: (text: string, ...rest: string[]) => string): ExpressionFunction {
  return {
    returns: 'text',
    least,
    apply: ([text, ...rest]) => (text == null ? null : apply(textOf(text), ...rest.map(textOf))),
  };
}

/**
 * What can be done with texts.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language/#string-functions
 */
export const stringFunctions: ExpressionFunctions = {
  'String.stringContains': test((text, wanted) => text.includes(wanted)),
  'String.startsWith': test((text, wanted) => text.startsWith(wanted)),
  'String.endsWith': test((text, wanted) => text.endsWith(wanted)),
  'String.toUpperCase': change(1, (text) => text.toUpperCase()),
  'String.toLowerCase': change(1, (text) => text.toLowerCase()),
  'String.removeSpaces': change(1, (text) => text.replace(/\s+/g, '')),
  'String.trim': change(1, (text) => text.trim()),
  'String.replace': change(3, (text, wanted = '', other = '') =>
    wanted === '' ? text : text.replaceAll(wanted, () => other),
  ),
  'String.replaceFirst': change(3, (text, wanted = '', other = '') => text.replace(wanted, () => other)),
  'String.substringBefore': change(2, (text, mark = '') =>
    text.includes(mark) ? text.slice(0, text.indexOf(mark)) : text,
  ),
  'String.substringAfter': change(2, (text, mark = '') =>
    text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '',
  ),
  'String.substring': {
    returns: 'text',
    least: 2,
    most: 3,
    apply: ([text, from, to]) =>
      text == null ? null : textOf(text).slice(numberOf(from), to === undefined ? undefined : numberOf(to)),
  },
  'String.len': { returns: 'number', least: 1, apply: ([text]) => textOf(text).length },
  'String.append': { returns: 'text', least: 2, apply: (texts) => texts.map(textOf).join('') },
  'String.join': {
    returns: 'text',
    least: 2,
    most: ANY_NUMBER,
    apply: ([separator, ...texts]) => texts.flat().map(textOf).join(textOf(separator)),
  },
  'String.stringSwitch': { returns: 'text', least: 4, most: ANY_NUMBER, apply: ([text, ...rest]) => pick(text, rest) },
};

/** The value behind the first key that the text contains. */
function pick(text: unknown, [standard, ...pairs]: readonly unknown[]): unknown {
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    if (textOf(text).includes(textOf(pairs[i]))) return pairs[i + 1];
  }
  return standard;
}
