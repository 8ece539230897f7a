import ts from 'typescript';

/** The constructor of functions that may wait has no name of its own. */
const AsyncFunction = (async () => undefined).constructor as new (
  ...args: string[]
) => (...values: unknown[]) => Promise<void>;

/**
 * Runs a TypeScript program of a page, in a block of its own, so that it may declare again what it is given. Its types are
 * not checked.
 *
 * @param code - without imports
 * @param names - what it would import, and what stands in for globals, by name
 */
export async function runCode(code: string, names: Readonly<Record<string, unknown>>): Promise<void> {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  await new AsyncFunction(...Object.keys(names), `{ ${outputText}\n}`)(...Object.values(names));
}
