import type { Model, Type } from '../model/model.js';
import type { Operation, OperationParameter } from '../operations/operation.js';
import { factSentences } from '../print/member-doc.js';
import { memberType } from '../print/print-signature.js';
import type { MemberLine } from './doc.js';
import type { DocContext } from './doc-context.js';
import { cell, code, prose } from './markdown.js';

/** Longer lists of values are left to the page of the type. */
const MANY_VALUES = 16;

/**
 * Describes the members of a request object.
 *
 * @param context - words and types
 * @param operation - the operation
 * @returns a line each, in the order of the request interface
 */
export function memberLines(context: DocContext, operation: Operation): MemberLine[] {
  const { parameters, body } = operation;
  const { prepared, link } = context;
  const own = parameters.map((parameter) => parameterLine(context, operation, parameter));
  const fields = (body?.members ?? []).map(({ name, type, required }) => ({
    name,
    type: cell(link(plainType(context, type))),
    description: cell(prose(prepared.prose.body(operation, name))),
    notes: notes(required, [valuesSentence(prepared.model, type)]),
  }));
  const inPath = parameters.filter((parameter) => parameter.in === 'path').length;
  return [...own.slice(0, inPath), ...fields, ...own.slice(inPath)];
}

function parameterLine(context: DocContext, operation: Operation, parameter: OperationParameter): MemberLine {
  const { prepared, link } = context;
  const { name, type, required, facts, deprecated } = parameter;
  const older = Object.entries(operation.formerly ?? {}).filter(([, current]) => current === name);
  return {
    name,
    type: cell(link(plainType(context, type))),
    description: cell(prose(prepared.prose.parameter(operation, parameter))),
    notes: notes(required, [
      ...factSentences(facts),
      valuesSentence(prepared.model, type),
      deprecated ? 'Deprecated.' : '',
      ...older.map(([older]) => `Also accepted as ${code(older)}.`),
    ]),
  };
}

function notes(required: boolean, sentences: readonly string[]): string {
  return cell([required ? 'Required.' : 'Optional.', ...sentences].filter(Boolean).join(' '));
}

/** Known values of an open enum stand in the notes, so the type is short. */
function plainType({ prepared }: DocContext, type: Type): string {
  return memberType(prepared.forms, shortened(type));
}

function shortened(type: Type): Type {
  if (type.kind === 'array') return { ...type, items: shortened(type.items) };
  return type.kind === 'enum' && type.open ? { kind: 'scalar', scalar: 'string' } : type;
}

function valuesSentence(model: Model, type: Type): string {
  const values = knownValues(model, type);
  if (values.length === 0 || values.length > MANY_VALUES) return '';
  const texts = values.map((value) => code(String(value))).join(', ');
  return values.length === 1 ? `Known value: ${texts}.` : `Known values: ${texts}.`;
}

function knownValues(model: Model, type: Type): readonly (string | number)[] {
  if (type.kind === 'enum') return type.values;
  if (type.kind === 'array') return knownValues(model, type.items);
  const shape = type.kind === 'named' ? model.types.get(type.name)?.shape : undefined;
  return shape?.kind === 'alias' ? knownValues(model, shape.type) : [];
}
