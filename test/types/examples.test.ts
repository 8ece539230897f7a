import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readExamples, typeCheck } from './examples-program.js';

const examples = readExamples();

it('shows a program for every method of every Api class', () => {
  const machine = JSON.parse(readFileSync('generated/management/examples.json', 'utf8')) as object;
  expect(examples.size).toBe(Object.keys(machine).length);
});

it('compiles every program of the doc pages under strict settings', { timeout: 60_000 }, () => {
  expect(typeCheck(examples)).toEqual([]);
});

it('would notice a program that is wrong', { timeout: 60_000 }, () => {
  const [first] = examples;
  const [path, text] = first ?? ['', ''];
  expect(typeCheck(new Map([[path, text.replace('request: okta.', 'request: okta.No')]]))).not.toEqual([]);
});
