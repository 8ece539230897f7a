import type { WireAnswer, WireRequest } from '../http/wire.js';
import type { Spoiling } from './rule.js';

/** What becomes of an answer of the org. The others never let it come to an answer. */
type Spoiler = (answer: WireAnswer, request: WireRequest) => WireAnswer;

const NOTHING: WireAnswer = { status: 200, headers: [], body: '', breaks: 'before' };

/** The connection breaks before anything is sent. */
export const broken: WireAnswer = NOTHING;

/** Spoilers of answers that the org has given. */
export const spoilers: Readonly<Partial<Record<Spoiling, Spoiler>>> = {
  dropAfterApplying: () => NOTHING,
  truncate: (answer) => ({ ...answer, breaks: 'within' }),
  garbage: (answer) => ({ ...answer, body: cutInHalf(answer.body) }),
  emptyPage: (answer, request) => ofList(answer, () => [], sameAgain(request)),
  duplicateItem: (answer) => ofList(answer, (items) => [...items, ...items.slice(0, 1)]),
};

const SMALLEST_CUT = '{"';

function cutInHalf(body: WireAnswer['body']): WireAnswer['body'] {
  const half = body.slice(0, Math.floor(body.length / 2));
  return half.length === 0 ? SMALLEST_CUT : half;
}

function ofList(
  answer: WireAnswer,
  change: (items: readonly unknown[]) => readonly unknown[],
  headers: (answer: WireAnswer) => WireAnswer['headers'] = () => answer.headers,
): WireAnswer {
  const items = itemsIn(answer);
  if (items === undefined) return answer;
  return { ...answer, body: JSON.stringify(change(items)), headers: headers(answer) };
}

function itemsIn({ body }: WireAnswer): readonly unknown[] | undefined {
  if (typeof body !== 'string' || !body.startsWith('[')) return undefined;
  const parsed: unknown = JSON.parse(body);
  return Array.isArray(parsed) ? parsed : undefined;
}

/** Nothing is lost to a client that goes on: the next page is this one. */
function sameAgain({ origin, target }: WireRequest): (answer: WireAnswer) => WireAnswer['headers'] {
  const { href } = new URL(target, origin);
  return ({ headers }) => [
    ...headers.filter(([name, value]) => name !== 'Link' || !value.includes('rel="next"')),
    ['Link', `<${href}>; rel="next"`],
  ];
}
