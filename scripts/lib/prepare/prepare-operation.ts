import type { Operation, OperationParameter } from '../operations/operation.js';
import type { PrintedMember } from '../print/declaration.js';
import { docComment } from '../print/doc-comment.js';
import type { Forms } from '../print/forms.js';
import { factSentences } from '../print/member-doc.js';
import { printRow } from '../print/print-row.js';
import { memberType, requestName, signatureOf } from '../print/print-signature.js';
import { printKey } from '../print/print-type.js';
import type { Prose } from '../prose/prose.js';
import type { PreparedOperation } from './prepared.js';

/** What preparing needs beside the operation. */
export interface Context {
  readonly forms: Forms;
  readonly prose: Prose;
  /** Name of the tree of dates in an operation's answer. */
  readonly datesOf: (operation: Operation) => string | undefined;
}

/**
 * Computes everything the templates print about an operation in one Api class.
 *
 * @param context - names, words, dates
 * @param api - class name
 * @param operation - the operation
 * @returns final texts
 */
export function prepareOperation(context: Context, api: string, operation: Operation): PreparedOperation {
  const { method, aliases } = operation;
  const request = requestName(api, method);
  const members = requestMembers(context, operation);
  const { returns, call } = signatureOf(context.forms, operation);
  return {
    method,
    api,
    doc: operationDoc(context, operation),
    request,
    requestParameter: members.every(({ mark }) => mark === '?') ? `request?: ${request}` : `request: ${request}`,
    members,
    call,
    returns,
    row: printRow(operation, context.datesOf(operation)),
    aliases: aliases.map((alias) => ({
      alias,
      aliasRequest: requestName(api, alias),
      aliasDoc: `@deprecated Use {@link ${api}.${method}}.`,
    })),
  };
}

function operationDoc({ prose }: Context, operation: Operation): string[] {
  const { summary, description } = prose.operation(operation);
  const { scopes, lifecycle, deprecated } = operation;
  return docComment([
    `${summary}.`,
    description,
    [
      scopes.length > 0 ? `Scope: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.` : '',
      ...factSentences(lifecycle ? { lifecycle } : {}),
    ]
      .filter(Boolean)
      .join(' '),
    `@see ${referenceUrl(operation)}`,
    deprecated ? '@deprecated by Okta' : '',
  ]);
}

/** Okta's reference page of an operation. */
function referenceUrl({ tag, operationId }: Operation): string {
  const page = `https://developer.okta.com/docs/api/openapi/okta-management/management/tag/${tag}/`;
  return `${page}#tag/${tag}/operation/${operationId}`;
}

function requestMembers({ forms, prose }: Context, operation: Operation): PrintedMember[] {
  const { parameters, body } = operation;
  const fields = (body?.members ?? []).map(({ name, type, required }) => ({
    doc: [prose.body(operation, name)],
    ...printKey(name, required),
    type: memberType(forms, type),
  }));
  const own = parameters.map((parameter) => ({
    doc: [parameterDoc(prose, operation, parameter)],
    ...printKey(parameter.name, parameter.required),
    type: memberType(forms, parameter.type),
  }));
  const inPath = parameters.filter((parameter) => parameter.in === 'path').length;
  return [...own.slice(0, inPath), ...fields, ...own.slice(inPath), ...olderMembers(forms, operation)];
}

function olderMembers(forms: Forms, { parameters, formerly = {} }: Operation): PrintedMember[] {
  return Object.entries(formerly).flatMap(([older, current]) => {
    const parameter = parameters.find(({ name }) => name === current);
    const doc = [`@deprecated Use \`${current}\`.`];
    return parameter === undefined ? [] : [{ doc, ...printKey(older, false), type: memberType(forms, parameter.type) }];
  });
}

function parameterDoc(prose: Prose, operation: Operation, parameter: OperationParameter): string {
  const parts = [
    prose.parameter(operation, parameter),
    ...factSentences(parameter.facts),
    parameter.deprecated ? '@deprecated' : '',
  ];
  return parts.filter(Boolean).join(' ');
}
