import type { Type } from '../model/model.js';
import { namesIn } from '../model/usage.js';
import { pascal } from '../names/words.js';
import type { Answer, Operation } from '../operations/operation.js';
import type { Forms } from './forms.js';
import { orNull, printType } from './print-type.js';

/** How a method is written. */
export interface Signature {
  readonly returns: string;
  /** `send<T>` or `list<A, T>`. */
  readonly call: string;
  /** Named types that the request and the return type mention. */
  readonly models: readonly string[];
  /** Types of the runtime that they mention. */
  readonly runtime: readonly string[];
}

/**
 * Return type and call of a method.
 *
 * @param forms - names of types
 * @param operation - the operation
 * @returns the signature
 */
export function signatureOf(forms: Forms, operation: Operation): Signature {
  const { answer, body, parameters } = operation;
  const written = [...(body?.members ?? []), ...parameters].flatMap(({ type }) => namesIn(type));
  const read = answerTypes(answer).flatMap(namesIn).map(forms.read);
  const { returns, call, runtime } = answerText(forms, answer);
  const uploads = (body?.members ?? []).some(({ type }) => isFile(type)) ? ['Upload'] : [];
  return { returns, call, runtime: [...runtime, ...uploads], models: [...new Set([...written, ...read])].sort() };
}

function isFile(type: Type): boolean {
  return type.kind === 'scalar' && type.scalar === 'file';
}

function answerTypes(answer: Answer): Type[] {
  if (answer.kind === 'void') return [];
  if (answer.kind === 'list') return [answer.items];
  return answer.kind === 'wrapped-list' ? [answer.type, answer.items] : [answer.type];
}

function answerText(forms: Forms, answer: Answer): Pick<Signature, 'returns' | 'call' | 'runtime'> {
  const text = (type: Type) => printType(type, forms.read).replace(/\bUpload\b/, 'Uint8Array');
  switch (answer.kind) {
    case 'void':
      return { returns: 'ApiPromise<void>', call: 'send', runtime: ['ApiPromise'] };
    case 'value': {
      const value = text(answer.type) + (answer.maybeVoid ? ' | undefined' : '');
      return { returns: `ApiPromise<${value}>`, call: 'send', runtime: ['ApiPromise'] };
    }
    case 'list': {
      const item = text(answer.items);
      return {
        returns: `ListPromise<Collection<${item}>, ${item}>`,
        call: 'list',
        runtime: ['Collection', 'ListPromise'],
      };
    }
    case 'wrapped-list':
      return {
        returns: `ListPromise<${text(answer.type)}, ${text(answer.items)}>`,
        call: 'list',
        runtime: ['ListPromise'],
      };
  }
}

/**
 * Name of the request interface of a method.
 *
 * @param api - class name
 * @param method - method name
 * @returns as in v8: `ApplicationApiGetApplicationRequest`
 */
export function requestName(api: string, method: string): string {
  return `${api}${pascal(method)}Request`;
}

/**
 * Type of a request member. Dates may also be given as text.
 *
 * @param forms - names of types
 * @param type - from the model
 * @returns TypeScript text
 */
export function memberType(forms: Forms, type: Type): string {
  const text = orNull(printType(type, forms.written), false);
  return type.kind === 'scalar' && type.scalar === 'date' ? `${text} | string` : text;
}
