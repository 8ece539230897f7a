import { describe, expect, it } from 'vitest';
import { faultsOf, sentencesIn } from './grammar.js';
import { describedApis, handWritten, managementSubject, managementTexts, type Text } from './management.js';

const IMPERATIVES =
  `Activate Add Ask Assign Associate Authorize Begin Bind Bring Challenge Change Check Claim Clone Close Create Deactivate
  Delete Enable End Enroll Expire Extend Fail Finish Generate Get Give Grant Hide Install Let Link List Make Map Mark
  Order Pause Prepare Publish Put Reactivate Refresh Register Remove Rename Replace Resend Reset Resume Retry Revoke
  Rotate Run Send Set Share Show Simulate Start Stop Submit Subscribe Suspend Switch Take Test Turn Unassign Unenroll
  Unlink Unlock Unsubscribe Unsuspend Update Upload Verify Widen`.split(/\s+/);

const subject = managementSubject();
const texts = managementTexts(subject);
const byHand = handWritten();
const about = ({ operation }: (typeof texts.operations)[number]) => operation.method;

function wrong(all: readonly Text[], isRight: (text: string) => boolean): string[] {
  return all.filter(({ text }) => !isRight(text)).map((entry) => `${entry.about}: ${entry.text}`);
}

const summaries = texts.operations.map((entry): Text => ({ about: about(entry), text: entry.summary }));
const descriptions = texts.operations.map((entry): Text => ({ about: about(entry), text: entry.description }));

describe('the heading of every operation', () => {
  it('begins with a verb in the imperative', () => {
    expect(wrong(summaries, (text) => IMPERATIVES.includes(text.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('is no sentence', () => {
    expect(wrong(summaries, (text) => !text.endsWith('.') && sentencesIn(text) === 0)).toEqual([]);
  });

  it('occurs once in an Api class', () => {
    const inApis = texts.operations.flatMap(({ operation, summary }) =>
      operation.apis.map((api) => `${api}: ${summary}`),
    );
    expect(inApis.filter((entry, index) => inApis.indexOf(entry) < index)).toEqual([]);
  });
});

describe('the description of every operation', () => {
  it('is made of sentences', () => {
    expect(wrong(descriptions, (text) => /^[A-Z`].*\.$/.test(text))).toEqual([]);
  });

  it('has at most three of them if it is composed', () => {
    const composed = descriptions.filter((entry) => !byHand.has(entry.about));
    expect(composed.length).toBeGreaterThan(200);
    expect(wrong(composed, (text) => sentencesIn(text) <= 3)).toEqual([]);
  });

  it('is not what is said of a verb that nobody knows', () => {
    expect(wrong(descriptions, (text) => !text.startsWith('Sends `'))).toEqual([]);
  });
});

describe('every member of a request', () => {
  it('has one sentence', () => {
    expect(wrong(texts.members, (text) => /^[A-Z`].*\.$/.test(text) && sentencesIn(text) === 1)).toEqual([]);
  });

  it('has more than its name', () => {
    expect(wrong(texts.members, (text) => !text.startsWith('Sent as'))).toEqual([]);
  });
});

describe('every type', () => {
  it('has a line', () => {
    expect(wrong(texts.types, (text) => /^[A-Z`].*\.$/.test(text) && text.length <= 120)).toEqual([]);
  });
});

describe('every Api class', () => {
  it('is described by hand', () => {
    expect(describedApis()).toEqual(texts.apis.map((api) => api.about));
    expect(wrong(texts.apis, (text) => /^[A-Z`].*\.$/.test(text) && sentencesIn(text) <= 3)).toEqual([]);
  });
});

it('no text has a fault that a careful reader would see', () => {
  const all = [...summaries, ...descriptions, ...texts.members, ...texts.types, ...texts.apis];
  expect(all.length).toBeGreaterThan(5000);
  expect(all.flatMap((entry) => faultsOf(entry.text).map((fault) => `${entry.about}: ${fault}`))).toEqual([]);
});

it('the same description gives the same texts', () => {
  expect(managementTexts(subject)).toEqual(texts);
});
