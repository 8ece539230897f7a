import * as apis from '../../generated/management/apis/index.js';
import type { Configuration } from '../../src/config/configuration.js';
import type { ExampleCall } from './examples.js';

type Method = (request: object) => Promise<unknown> & Partial<AsyncIterable<unknown>>;

/**
 * Calls a method of an Api class by name.
 *
 * @param configuration - for the class
 * @param call - class, method, request object
 * @returns what the method returned: a promise, or a list that is a promise too
 */
export function callMethod(configuration: Configuration, { api, method, request }: ExampleCall): ReturnType<Method> {
  const classes = apis as unknown as Readonly<Record<string, new (configuration: Configuration) => object>>;
  const Class = classes[api];
  if (Class === undefined) throw new Error(`There is no ${api}`);
  const instance = new Class(configuration) as Readonly<Record<string, Method | undefined>>;
  const result = instance[method]?.(request);
  if (result === undefined) throw new Error(`${api} has no ${method}`);
  return result;
}
