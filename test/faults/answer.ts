/** An answer as bytes, taken apart. */
export interface RawAnswer {
  /** Status line and headers with the empty line. */
  readonly head: Buffer;
  readonly body: Buffer;
}

const END = '\r\n\r\n';

/**
 * @param bytes - what arrived so far
 * @returns the answer, once it is whole
 */
export function readAnswer(bytes: Buffer): RawAnswer | undefined {
  const end = bytes.indexOf(END);
  if (end < 0) return undefined;
  const head = bytes.subarray(0, end + END.length);
  const length = Number(/^content-length: *(\d+)/im.exec(head.toString('latin1'))?.[1] ?? 0);
  const body = bytes.subarray(head.length);
  return body.length < length ? undefined : { head, body };
}

/**
 * Changes an answer so that its parts still fit together.
 *
 * @param answer - to begin with
 * @param change - the new body, and headers that replace those of the same names
 * @returns the new answer
 */
export function changed(
  { head, body }: RawAnswer,
  change: { body?: Buffer; headers?: Record<string, string> },
): RawAnswer {
  const content = change.body ?? body;
  const replaced = { 'Content-Length': String(content.length), ...change.headers };
  const names = Object.keys(replaced).map((name) => name.toLowerCase());
  const [status = '', ...lines] = head.toString('latin1').trimEnd().split('\r\n');
  const kept = lines.filter((line) => !names.includes(line.slice(0, line.indexOf(':')).toLowerCase()));
  const added = Object.entries(replaced).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return { head: Buffer.from([status, ...kept, ...added, '', ''].join('\r\n'), 'latin1'), body: content };
}

/** The answer with an insertion at the end of its headers. */
export function withLines({ head, body }: RawAnswer, lines: readonly string[]): RawAnswer {
  const before = head.subarray(0, head.length - 2);
  return { head: Buffer.concat([before, Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')]), body };
}

/** Everything in one. */
export function whole({ head, body }: RawAnswer): Buffer {
  return Buffer.concat([head, body]);
}
