import { ParameterError } from '../errors/parameter-error.js';
import type { OperationName } from '../http/message.js';

/** Keeps the place of a stream, in a file, a table, a Redis key. */
export interface Checkpoint {
  /** @returns the text that was saved last; `undefined` the first time */
  load(): Promise<string | undefined> | string | undefined;
  /**
   * Called after each page that was taken, and when the stream is left.
   *
   * @param place - opaque text of a few kilobytes, without credentials
   */
  save(place: string): Promise<unknown> | unknown;
}

/** Where a stream is. */
export interface Place {
  /** Where it began, so that a process that starts again before the first page was taken begins there, too. */
  readonly since: string | undefined;
  /** Page to go on with; `undefined` for the first one. */
  readonly cursor: string | undefined;
  /** Events of that page that were taken already. */
  readonly taken: readonly string[];
}

/** What a stream asks for; a place is of use to the same question only. */
export interface Question {
  readonly filter: string | undefined;
  readonly q: string | undefined;
}

/** Named in errors. */
export const STREAM: OperationName = { api: 'SystemLog', method: 'stream' };

/**
 * @param place - where the stream is
 * @param question - what it asks for
 * @returns text for {@link Checkpoint.save}
 */
export function writePlace({ since, cursor, taken }: Place, { filter, q }: Question): string {
  return JSON.stringify({ version: 1, since, cursor, taken, filter, q });
}

/**
 * @param text - of a checkpoint
 * @param question - what the stream asks for now
 * @returns the place; `undefined` if none was saved yet
 * @throws {@link ParameterError} for a text that no stream saved, or one with another question
 */
export function readPlace(text: string | undefined | null, question: Question): Place | undefined {
  if (text === undefined || text === null || text === '') return undefined;
  const saved = parse(text);
  if (saved === undefined) throw fault('loaded a text that no stream saved');
  if (saved.filter !== question.filter || saved.q !== question.q) {
    throw fault('was saved by a stream with another `filter` or `q`; use a checkpoint of its own for each');
  }
  return saved;
}

function parse(text: string): (Place & Question) | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isSaved(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSaved(value: unknown): value is Place & Question {
  if (typeof value !== 'object' || value === null) return false;
  const { version, since, cursor, taken } = value as Record<string, unknown>;
  const areTexts = [since, cursor].every((text) => text === undefined || typeof text === 'string');
  return version === 1 && areTexts && Array.isArray(taken) && taken.every((uuid) => typeof uuid === 'string');
}

function fault(reason: string): ParameterError {
  return new ParameterError({ operation: STREAM, parameter: 'checkpoint', reason });
}
