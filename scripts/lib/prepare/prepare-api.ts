import type { Operation } from '../operations/operation.js';
import { docComment } from '../print/doc-comment.js';
import { signatureOf } from '../print/print-signature.js';
import type { Context } from './prepare-operation.js';
import type { PreparedApi } from './prepared.js';

/**
 * Computes what the template prints about an Api class as a whole.
 *
 * @param context - names, words, dates
 * @param name - class name
 * @param operations - its operations
 * @returns final texts
 */
export function prepareApi(
  { forms, prose, datesOf }: Context,
  name: string,
  operations: readonly Operation[],
): PreparedApi {
  const signatures = operations.map((operation) => signatureOf(forms, operation));
  const models = [...new Set(signatures.flatMap((signature) => signature.models))].sort();
  const runtime = [...new Set(['CallOptions', ...signatures.flatMap((signature) => signature.runtime)])].sort();
  return {
    name,
    doc: docComment([prose.api(name, operations)]),
    models,
    hasModels: models.length > 0,
    runtime,
    usesDates: operations.some((operation) => datesOf(operation) !== undefined),
  };
}
