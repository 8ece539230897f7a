import { listOperations, type Operation } from './list-operations.js';
import { listParameters, type Parameter, parameterKey, parametersOf, placeholders } from './list-parameters.js';
import { NOT_AS_PUBLISHED } from './spec-error.js';
import { errorAt, lookUp, type Subject } from './subject.js';

const PLACES: ReadonlySet<string> = new Set(['path', 'query', 'header', 'cookie']);

/** Refuses paths whose placeholders and parameters do not match; notes what can be corrected later. */
export function checkParameters(subject: Subject): void {
  for (const operation of listOperations(subject.facts)) {
    const parameters = listParameters(operation, (target) => lookUp(subject, target));
    checkPlaces(subject, { operation, parameters });
    checkPlaceholders(subject, { operation, parameters });
    noteOptional(subject, { operation, parameters });
    noteTwice(subject, operation);
  }
}

interface Signature {
  operation: Operation;
  parameters: Parameter[];
}

function checkPlaces(subject: Subject, { operation, parameters }: Signature): void {
  const lost = parameters.find((parameter) => !PLACES.has(parameter.in));
  if (!lost) return;
  const reason = `parameter ${lost.name} is in "${lost.in}", not in ${[...PLACES].join(', ')}`;
  throw errorAt(subject, { at: operation.at, reason, advice: NOT_AS_PUBLISHED });
}

function checkPlaceholders(subject: Subject, { operation, parameters }: Signature): void {
  const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const used = placeholders(operation.path);
  const undeclared = used.find((name) => !declared.includes(name));
  const unused = declared.find((name) => !used.includes(name));
  if (undeclared !== undefined) throw mismatch(subject, operation, `placeholder {${undeclared}} is not declared`);
  if (unused !== undefined) throw mismatch(subject, operation, `path parameter ${unused} is not in the path`);
}

const mismatch = (subject: Subject, { at, label }: Operation, reason: string) =>
  errorAt(subject, { at, reason: `${reason} (${label})`, advice: NOT_AS_PUBLISHED });

function noteOptional({ findings }: Subject, { operation, parameters }: Signature): void {
  for (const { name, in: place, body } of parameters) {
    if (place !== 'path' || body['required'] === true) continue;
    const text = `path parameter ${name} of ${operation.label} is not marked as required`;
    findings.faults.push({ kind: 'path-parameter-optional', at: operation.at, text });
  }
}

function noteTwice(subject: Subject, operation: Operation): void {
  const keys = parametersOf(operation.body, (target) => lookUp(subject, target)).map(parameterKey);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  for (const key of twice) {
    const text = `${operation.label} declares its parameter ${key} twice`;
    subject.findings.faults.push({ kind: 'parameter-twice', at: operation.at, text });
  }
}
