/** A type that users' compilers may lack, and what the declarations of the package say instead. */
interface PlatformType {
  /** What the source says. */
  readonly written: RegExp;
  readonly name: string;
  readonly declaration: string;
}

/** The type of a global where the user's `lib` or `types` has it, else as much of it as the SDK needs. */
const global = (name: string, else_: string): PlatformType => ({
  written: new RegExp(`\\b${name}\\b`, 'g'),
  name,
  declaration: `type ${name} = typeof globalThis extends { ${name}: { prototype: infer T } } ? T : ${else_};`,
});

/**
 * Programs without the DOM library and without `@types/node` know no `AbortSignal`; before TypeScript 5.7 `Uint8Array`
 * had no parameter.
 */
const PLATFORM_TYPES: readonly PlatformType[] = [
  global(
    'AbortSignal',
    '{ readonly aborted: boolean; readonly reason: unknown; throwIfAborted(): void; addEventListener(type: "abort", listener: () => void): void; removeEventListener(type: "abort", listener: () => void): void }',
  ),
  global('URL', '{ readonly href: string; readonly protocol: string; readonly host: string; toString(): string }'),
  {
    written: /\btypeof globalThis\.fetch\b/g,
    name: 'GlobalFetch',
    declaration:
      'type GlobalFetch = typeof globalThis extends { fetch: infer T } ? T : (input: string, init?: object) => Promise<{ readonly status: number; readonly headers: { get(name: string): string | null; forEach(take: (value: string, name: string) => void): void }; arrayBuffer(): Promise<ArrayBuffer>; text(): Promise<string>; json(): Promise<unknown> }>;',
  },
  {
    written: /\bUint8Array<ArrayBuffer>/g,
    name: 'OwnBytes',
    declaration: "type OwnBytes = ReturnType<Uint8ArrayConstructor['of']>;",
  },
];

/**
 * Makes declarations independent of what else the user's compiler knows.
 *
 * @param text - declarations of one file
 * @returns the same, with a type of its own for each type of a platform
 */
export function withPlatformTypes(text: string): string {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const used = PLATFORM_TYPES.filter(({ written }) => code.search(written) >= 0);
  const named = used.reduce((result, { written, name }) => result.replace(written, name), text);
  return [...used.map(({ declaration }) => declaration), named].join('\n');
}
