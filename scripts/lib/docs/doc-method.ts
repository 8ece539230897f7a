import type { Operation, Status } from '../operations/operation.js';
import type { PreparedOperation } from '../prepare/prepared.js';
import { factSentences } from '../print/member-doc.js';
import { printType } from '../print/print-type.js';
import type { MethodDoc, StatusLine } from './doc.js';
import type { DocContext } from './doc-context.js';
import { exampleProgram } from './doc-example.js';
import { memberLines } from './doc-members.js';
import { cell, code, prose, slug } from './markdown.js';
import { STATUS_NAMES } from './status-names.js';

/**
 * Describes a method of an Api class.
 *
 * @param context - words and types
 * @param operation - the operation
 * @param printed - the method as the class has it
 * @returns texts of its section
 */
export function methodDoc(context: DocContext, operation: Operation, printed: PreparedOperation): MethodDoc {
  const { method, api, requestParameter, returns } = printed;
  const members = memberLines(context, operation);
  const { description } = context.prepared.prose.operation(operation);
  return {
    method,
    top: slug(api),
    signature: `${method}(${requestParameter}, options?: CallOptions): ${returns}`,
    description: prose(description),
    example: exampleProgram(context.prepared.model, api, operation),
    hasMembers: members.length > 0,
    members,
    returns: returnsText(context, operation),
    statuses: operation.statuses.map((status) => statusLine(context, operation, status)),
    notes: noteSentences(operation),
  };
}

function returnsText(context: DocContext, { answer }: Operation): string {
  switch (answer.kind) {
    case 'void':
      return 'Nothing; the promise resolves when the service has answered.';
    case 'value':
      return `${answerType(context, { answer })}${answer.maybeVoid ? ' or `undefined`' : ''}`;
    case 'list':
      return `A list of ${itemType(context, answer.items)}: \`for await\` gives each item of every page, \`await\` a \`Collection\`.`;
    case 'wrapped-list':
      return `A list of ${itemType(context, answer.items)}: \`for await\` gives each item of every page, \`await\` the first page as ${answerType(context, { answer })}.`;
  }
}

type Answered = Pick<Operation, 'answer'>;

function answerType(context: DocContext, { answer }: Answered): string {
  if (answer.kind === 'void') return '';
  return itemType(context, answer.kind === 'list' ? answer.items : answer.type);
}

function itemType({ prepared, link }: DocContext, type: Parameters<typeof printType>[0]): string {
  return link(printType(type, prepared.forms.read).replace(/\bUpload\b/, 'Uint8Array'));
}

function statusLine(context: DocContext, operation: Operation, { code: status, hasBody }: Status): StatusLine {
  const meaning = STATUS_NAMES[status] ?? '';
  if (/^4/.test(status)) return { code: status, meaning, answer: 'Okta error' };
  const isAnswer = status.startsWith('2') && hasBody;
  const list = operation.answer.kind === 'list' ? code('[]') : '';
  return { code: status, meaning, answer: isAnswer ? cell(answerType(context, operation) + list) : '' };
}

function noteSentences({ scopes, lifecycle, deprecated, aliases }: Operation): string[] {
  const sentences = [
    scopes.length === 0 ? '' : `OAuth ${plural(scopes, 'scope', 'scopes')}: ${listOf(scopes)}.`,
    ...factSentences(lifecycle === undefined ? {} : { lifecycle }),
    deprecated ? 'Deprecated by Okta.' : '',
    aliases.length === 0 ? '' : `Deprecated ${plural(aliases, 'alias', 'aliases')}: ${listOf(aliases)}.`,
  ];
  return sentences.filter(Boolean);
}

function listOf(names: readonly string[]): string {
  return names.map(code).join(', ');
}

function plural(items: readonly unknown[], one: string, several: string): string {
  return items.length === 1 ? one : several;
}
