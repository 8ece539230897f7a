import { ANY_NUMBER, type ExpressionFunctions } from './expression-function.js';
import { areEqual, listOf, numberOf, textOf } from './values.js';

/**
 * What can be done with lists.
 *
 * Source: https://developer.okta.com/docs/reference/okta-expression-language/#array-functions
 */
export const arrayFunctions: ExpressionFunctions = {
  'Arrays.contains': {
    returns: 'boolean',
    least: 2,
    apply: ([list, wanted]) => listOf(list).some((element) => areEqual(element, wanted)),
  },
  'Arrays.size': { returns: 'number', least: 1, apply: ([list]) => listOf(list).length },
  'Arrays.isEmpty': { returns: 'boolean', least: 1, apply: ([list]) => listOf(list).length === 0 },
  'Arrays.get': { returns: 'any', least: 2, apply: ([list, at]) => listOf(list)[numberOf(at)] ?? null },
  'Arrays.add': { returns: 'list', least: 2, apply: ([list, element]) => [...listOf(list), element] },
  'Arrays.remove': {
    returns: 'list',
    least: 2,
    apply: ([list, unwanted]) => listOf(list).filter((element) => !areEqual(element, unwanted)),
  },
  'Arrays.clear': { returns: 'list', least: 1, apply: () => [] },
  'Arrays.flatten': {
    returns: 'list',
    least: 1,
    most: ANY_NUMBER,
    apply: (lists) => lists.flat(Number.POSITIVE_INFINITY),
  },
  'Arrays.toCsvString': { returns: 'text', least: 1, apply: ([list]) => listOf(list).map(textOf).join(',') },
};
