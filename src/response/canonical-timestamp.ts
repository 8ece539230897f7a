import { daysBefore, isDay } from './calendar.js';

/**
 * Milliseconds of `YYYY-MM-DDTHH:MM:SS.mmmZ`, the form of nearly every timestamp of Okta's. Long lists have thousands
 * of them: so each character is read once, all are judged together, and `| 0` keeps the arithmetic to integers. That
 * takes a quarter of the time of `Date.parse`. The numbers are codes: 45 of `-`, 46 of `.`, 48 of `0` (and so 528 of
 * `00`, as it is weighed here), 58 of `:`, 84 of `T`, 90 of `Z`. As constants of the module they would be loads.
 *
 * @param text - what the service sent
 * @returns milliseconds since 1970; NaN for any other form, and for times that there are not
 */
export function parseCanonical(text: string): number {
  if (text.length !== 24) return Number.NaN;
  const y3 = text.charCodeAt(0);
  const y2 = text.charCodeAt(1);
  const y1 = text.charCodeAt(2);
  const y0 = text.charCodeAt(3);
  const m1 = text.charCodeAt(5);
  const m0 = text.charCodeAt(6);
  const d1 = text.charCodeAt(8);
  const d0 = text.charCodeAt(9);
  const h1 = text.charCodeAt(11);
  const h0 = text.charCodeAt(12);
  const n1 = text.charCodeAt(14);
  const n0 = text.charCodeAt(15);
  const s1 = text.charCodeAt(17);
  const s0 = text.charCodeAt(18);
  const f2 = text.charCodeAt(20);
  const f1 = text.charCodeAt(21);
  const f0 = text.charCodeAt(22);
  const otherMarks =
    (text.charCodeAt(4) ^ 45) |
    (text.charCodeAt(7) ^ 45) |
    (text.charCodeAt(10) ^ 84) |
    (text.charCodeAt(13) ^ 58) |
    (text.charCodeAt(16) ^ 58) |
    (text.charCodeAt(19) ^ 46) |
    (text.charCodeAt(23) ^ 90);
  const common = y3 & y2 & y1 & y0 & m1 & m0 & d1 & d0 & h1 & h0 & n1 & n0 & s1 & s0 & f2 & f1 & f0;
  const raisedDate = (y3 + 6) | (y2 + 6) | (y1 + 6) | (y0 + 6) | (m1 + 6) | (m0 + 6) | (d1 + 6) | (d0 + 6);
  const raisedTime = (h1 + 6) | (h0 + 6) | (n1 + 6) | (n0 + 6) | (s1 + 6) | (s0 + 6) | (f2 + 6) | (f1 + 6) | (f0 + 6);
  // Digits are what has the bits of `0`, and is below 64 even if raised by 6.
  if (otherMarks !== 0 || (common & 48) !== 48 || (raisedDate | raisedTime) > 63) return Number.NaN;
  const year = (y3 * 1000 + y2 * 100 + y1 * 10 + y0 - 53_328) | 0;
  const month = (m1 * 10 + m0 - 528) | 0;
  const day = (d1 * 10 + d0 - 528) | 0;
  const hour = (h1 * 10 + h0 - 528) | 0;
  if (hour > 23 || n1 > 53 || s1 > 53 || !isDay(year, month, day)) return Number.NaN;
  const minutes = hour * 60 + n1 * 10 + n0 - 528;
  const seconds = minutes * 60 + s1 * 10 + s0 - 528;
  const millis = (seconds * 1000 + f2 * 100 + f1 * 10 + f0 - 5_328) | 0;
  return daysBefore(year, month, day) * 86_400_000 + millis;
}
