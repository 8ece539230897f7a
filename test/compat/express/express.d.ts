/** What the tests use of Express, which has no types of its own. */
declare module 'express' {
  import type { Server } from 'node:http';

  export interface Answer {
    json(value: unknown): void;
  }
  export type Handler = (request: object, response: Answer, next: () => void) => unknown;
  export interface App {
    get(path: string, ...handlers: Handler[]): void;
    listen(port: number): Server;
  }
  export default function express(): App;
}
