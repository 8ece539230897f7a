/** Units of figures; `×` is a ratio. */
export type Unit = 'ms' | 's' | 'µs' | 'MB' | 'kB' | 'files' | 'packages' | 'req/s' | 'users/s' | 'hits/s' | '×';

/** One measurement. A suite prints many; what is reported is the median of those of a name. */
export interface Sample {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
}

const MARK = 'sample ';

/**
 * Hands a measurement to the runner.
 *
 * @param name - what was measured
 * @param unit - of the value
 * @param value - the figure
 */
export function record(name: string, unit: Unit, value: number): void {
  process.stdout.write(`${MARK}${JSON.stringify({ name, unit, value })}\n`);
}

/**
 * @param output - what a suite printed
 * @returns its measurements
 */
export function samplesIn(output: string): Sample[] {
  const lines = output.split('\n').filter((line) => line.startsWith(MARK));
  return lines.map((line): Sample => JSON.parse(line.slice(MARK.length)));
}

/**
 * @param values - at least one
 * @returns the one in the middle
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/**
 * @param work - what to measure
 * @returns milliseconds that it took
 */
export async function elapsed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
