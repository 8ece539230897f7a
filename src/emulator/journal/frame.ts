import { createHash } from 'node:crypto';

/** Length and checksum in hexadecimal, each with a blank behind it. */
const HEAD_LENGTH = 18;
const HEAD = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/;
const LINE_END = 0x0a;

/**
 * @param text - JSON
 * @returns it as it stands in the file: a line that tells whether it is whole
 */
export function frameOf(text: string): string {
  return `${Buffer.byteLength(text).toString(16).padStart(8, '0')} ${checksum(text)} ${text}\n`;
}

/** A line of the file. */
export interface Frame {
  readonly text: string;
  /** Where the next one starts. */
  readonly end: number;
}

/**
 * @param bytes - of the file
 * @param at - where a line should start
 * @returns the line, `undefined` if it is not whole
 */
export function frameAt(bytes: Buffer, at: number): Frame | undefined {
  const start = at + HEAD_LENGTH;
  const [, length, sum] = HEAD.exec(bytes.toString('latin1', at, start)) ?? [];
  if (length === undefined) return undefined;
  const stop = start + Number.parseInt(length, 16);
  if (bytes[stop] !== LINE_END) return undefined;
  const body = bytes.subarray(start, stop);
  return checksum(body) === sum ? { text: body.toString('utf8'), end: stop + 1 } : undefined;
}

/**
 * Tells a file whose end was not written any more from one that was damaged.
 *
 * @param bytes - of the file
 * @param at - of a line that is not whole
 * @returns whether whole lines follow, which would be lost if the file was cut here
 */
export function isFollowed(bytes: Buffer, at: number): boolean {
  for (let end = bytes.indexOf(LINE_END, at); end >= 0; end = bytes.indexOf(LINE_END, end + 1)) {
    if (frameAt(bytes, end + 1) !== undefined) return true;
  }
  return false;
}

function checksum(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}
