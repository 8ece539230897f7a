import { arrayFunctions } from './array-functions.js';
import { convertFunctions } from './convert-functions.js';
import type { ExpressionFunction } from './expression-function.js';
import { groupFunctions } from './group-functions.js';
import { stringFunctions } from './string-functions.js';
import { userFunctions } from './user-functions.js';

/** All functions by name. */
export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map(
  Object.entries({
    ...stringFunctions,
    ...arrayFunctions,
    ...convertFunctions,
    ...groupFunctions,
    ...userFunctions,
  }),
);
