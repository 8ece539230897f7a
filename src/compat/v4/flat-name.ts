import type { OperationName } from '../../http/message.js';

/** Arguments of a flat method. */
export type Arguments = readonly unknown[];

/**
 * The name that errors, hooks and metrics have for a flat method.
 *
 * @param method - of the client
 * @returns its full name
 */
export function flatName(method: string): OperationName {
  return { api: 'Client', method };
}
