/**
 * A time as Okta stores it on resources: whole seconds, written with three zeros for the milliseconds.
 *
 * @param ms - milliseconds since 1970
 * @returns e.g. `2026-03-04T10:08:01.000Z`
 */
export function timestamp(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
