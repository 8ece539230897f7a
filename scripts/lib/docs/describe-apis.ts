import type { Operation } from '../operations/operation.js';
import type { Prepared } from '../prepare/prepare.js';
import type { ApiPage, Docs, MethodLine } from './doc.js';
import type { DocContext } from './doc-context.js';
import { methodDoc } from './doc-method.js';
import { typeLines } from './doc-types.js';
import { cell, prose, slug } from './markdown.js';
import { typeLinker } from './type-links.js';

/**
 * Computes everything that the templates of the doc pages print.
 *
 * @param prepared - final texts of the code, and what they were made from
 * @returns pages by class name, the index, the list of types
 */
export function describeApis(prepared: Prepared): Docs {
  const context: DocContext = { prepared, link: typeLinker(prepared.models) };
  const pages = new Map([...prepared.apis.keys()].map((name) => [name, describeApi(context, name)]));
  return {
    apis: pages,
    index: [...pages.values()].map(({ top, methods }) => ({
      name: top.name,
      description: cell(top.description),
      methods: methods.size,
    })),
    types: typeLines(prepared.models),
  };
}

function describeApi(context: DocContext, name: string): ApiPage {
  const { prepared } = context;
  const own = prepared.operations.filter(({ apis }) => apis.includes(name));
  const printed = new Map(prepared.apis.get(name)?.operations.map((operation) => [operation.method, operation]));
  const methods = own.flatMap((operation) => {
    const method = printed.get(operation.method);
    return method === undefined ? [] : [[operation.method, methodDoc(context, operation, method)] as const];
  });
  const lines = own.map((operation) => methodLine(prepared, operation));
  return {
    top: { name, description: prose(prepared.prose.api(name, own)), methods: lines },
    methods: new Map(methods),
  };
}

function methodLine({ prose: words }: Prepared, operation: Operation): MethodLine {
  const { method, verb, path } = operation;
  return {
    method,
    anchor: slug(method),
    call: `${verb} ${path}`,
    summary: cell(prose(words.operation(operation).summary)),
  };
}
