import { page } from '../answers/answer.js';
import { invalid } from '../answers/fault.js';
import type { Call, Handler, Handlers } from '../call.js';
import { readFilter } from '../filter/read-filter.js';
import { entryHolds, type LogEntry, logFilter } from '../log/log-filter.js';
import { isBeforeEnd, type LogRange, logCursor, logRange } from '../log/log-range.js';
import { logView } from '../log/log-view.js';
import { logKey } from '../log/record-event.js';
import { cut, filtered } from '../paging/cut.js';
import { readLimit } from '../paging/read-limit.js';

const MOST_WORDS = 10;
const LONGEST_WORD = 40;

/** An event with its place in the log. */
interface Placed {
  readonly key: string;
  readonly entry: LogEntry;
}

const listLogEvents: Handler = (call) => {
  const limit = readLimit(call, 'logEvents', 0);
  const range = logRange(call);
  const matches = matcherFor(call);
  const { items, more } = cut(
    filtered(placedIn(call, range), ({ entry }) => matches(entry)),
    limit,
  );
  const last = items.at(-1)?.key ?? range.after;
  const next = range.polling || (more && limit > 0) ? logCursor(last) : undefined;
  return page(
    items.map(({ entry }) => entry),
    { limit, next, drop: ['since'] },
  );
};

function* placedIn({ org }: Call, range: LogRange): Generator<Placed, void, undefined> {
  for (const event of org.log.values(range)) {
    const key = logKey(event);
    if (!isBeforeEnd(range, key)) return;
    yield { key, entry: logView(event) };
  }
}

function matcherFor(call: Call): (entry: LogEntry) => boolean {
  const filter = readFilter(call, { name: 'filter', dialect: logFilter, otherwise: 'E0000053' });
  const holds = entryHolds(wordsIn(call.query.get('q') ?? ''));
  return (entry) => (filter?.(entry) ?? true) && holds(entry);
}

function wordsIn(q: string): string[] {
  const words = q.split(/\s+/).filter((word) => word !== '');
  if (words.length > MOST_WORDS) throw invalid('q', `No more than ${MOST_WORDS} words are allowed`);
  if (words.some((word) => word.length > LONGEST_WORD)) {
    throw invalid('q', `No word may be longer than ${LONGEST_WORD} characters`);
  }
  return words;
}

/** Reading the System Log. */
export const logs: Handlers = { listLogEvents };
