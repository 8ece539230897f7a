import { makeExample } from '../example/make-example.js';
import { filesIn, printRequest } from '../example/print-example.js';
import type { Model, Type } from '../model/model.js';
import type { Answer, Operation } from '../operations/operation.js';
import { requestName } from '../print/print-signature.js';

/**
 * Writes a program that calls a method once.
 *
 * @param model - all types
 * @param api - class name
 * @param operation - the operation
 * @returns the source text of a module
 */
export function exampleProgram(model: Model, api: string, operation: Operation): string {
  const request = makeExample(model, operation);
  const isEmpty = Object.keys(request).length === 0;
  const call = `api.${operation.method}(${isEmpty ? '' : 'request'})`;
  return [
    ...(filesIn(request).length > 0 ? [`import { readFileSync } from 'node:fs';`] : []),
    `import * as okta from '@okta/okta-sdk-nodejs';`,
    '',
    'const configuration = okta.createConfiguration();',
    `const api = new okta.${api}(configuration);`,
    '',
    ...(isEmpty ? [] : [`const request: okta.${requestName(api, operation.method)} = ${printRequest(request)};`, '']),
    ...useAnswer(call, operation.answer),
  ].join('\n');
}

function useAnswer(call: string, answer: Answer): string[] {
  if (answer.kind === 'void') return [`await ${call};`];
  if (answer.kind === 'value') {
    const name = variableName(answer.type, 'result');
    return [`const ${name} = await ${call};`, `console.log(${name});`];
  }
  const name = variableName(answer.items, 'item');
  return [`for await (const ${name} of ${call}) {`, `  console.log(${name});`, '}'];
}

/** Names that mean something else in the program or in the language. */
const TAKEN = new Set(['api', 'case', 'configuration', 'default', 'function', 'okta', 'package', 'request', 'switch']);

/** `User` as `user`, `CAPTCHAInstance` as `captchaInstance`. */
function variableName(type: Type, otherwise: string): string {
  if (type.kind === 'array') return `${variableName(type.items, otherwise)}s`;
  if (type.kind !== 'named') return otherwise;
  const name = type.name
    .replace(/(?:Response|ResponseSchema|ResponseObject)$/, '')
    .replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
  return name === '' || TAKEN.has(name) ? otherwise : name;
}
