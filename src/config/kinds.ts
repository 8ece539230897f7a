import type { LogLevel } from '../platform/warn.js';

/** A function that gets a fresh access token whenever a request is sent. */
export type TokenFunction = () => string | Promise<string>;

/** What a setting holds, by the name of its kind. */
export interface Kinds {
  text: string;
  /** Text, or a function that gets it. */
  credential: string | TokenFunction;
  /** Words separated by spaces or commas, or a list. */
  words: readonly string[];
  switch: boolean;
  /** A whole number, 0 or more. */
  count: number;
  /** Above 0, at most 100. */
  percent: number;
  /** A number; what is not above 0 means none. */
  seconds: number;
  port: number;
  /** `true`, `false` or `auto`. */
  automatic: boolean | 'auto';
  level: LogLevel;
  /** One of the authorization modes, or a step of the pipeline. */
  mode: string | ((...values: never[]) => unknown);
  /** A private key in any of its forms; `auth` reads it. */
  key: string | object;
}

/** Brings a value into the form of its kind; `undefined` if it has none. */
type Reader<K extends keyof Kinds> = (value: unknown) => Kinds[K] | undefined;

interface KindRule<K extends keyof Kinds> {
  readonly read: Reader<K>;
  /** End of the sentence "must be …". */
  readonly accepted: string;
}

/** How values of each kind are read. Environment variables and quoted YAML give texts for everything. */
export const kindRules: { readonly [K in keyof Kinds]: KindRule<K> } = {
  text: { read: textOf, accepted: 'text' },
  credential: {
    read: (value) => (isFunction(value) ? (value as TokenFunction) : textOf(value)),
    accepted: 'text or a function that gives it',
  },
  words: { read: wordsOf, accepted: 'a list of words, or one text with spaces or commas between them' },
  switch: { read: switchOf, accepted: 'true or false' },
  count: { read: (value) => wholeNumber(value, 0), accepted: 'a whole number, 0 or more' },
  seconds: { read: numberOf, accepted: 'a number of seconds; 0 or less means none' },
  percent: { read: percentOf, accepted: 'a percentage above 0, at most 100' },
  port: { read: (value) => wholeNumber(value, 1, 65_535), accepted: 'a port number from 1 to 65535' },
  automatic: { read: automaticOf, accepted: "true, false or 'auto'" },
  level: { read: levelOf, accepted: "'debug', 'info', 'warn' or 'error'" },
  mode: { read: (value) => (isFunction(value) ? value : textOf(value)), accepted: 'text or a middleware function' },
  key: {
    read: keyOf,
    accepted: 'a JWK, PEM text, a path to a file, a CryptoKey, a KeyObject or an object with `sign`',
  },
};

function isFunction(value: unknown): value is (...values: never[]) => unknown {
  return typeof value === 'function';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function wordsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) return undefined;
  return value.flatMap((word: string) => wordsOf(word) ?? []);
}

const SWITCHES: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

function switchOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number'
    ? SWITCHES[String(value).trim().toLowerCase()]
    : undefined;
}

function automaticOf(value: unknown): boolean | 'auto' | undefined {
  return typeof value === 'string' && value.trim().toLowerCase() === 'auto' ? 'auto' : switchOf(value);
}

/** Names of levels as loggers have them, and the names and numbers of Python's. */
const LEVELS: Readonly<Record<string, LogLevel>> = {
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  warning: 'warn',
  error: 'error',
  critical: 'error',
  '10': 'debug',
  '20': 'info',
  '30': 'warn',
  '40': 'error',
  '50': 'error',
};

function levelOf(value: unknown): LogLevel | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? LEVELS[String(value).trim().toLowerCase()]
    : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function percentOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number > 0 && number <= 100 ? number : undefined;
}

function wholeNumber(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

function keyOf(value: unknown): string | object | undefined {
  return typeof value === 'string' || (typeof value === 'object' && value !== null) ? value : undefined;
}
