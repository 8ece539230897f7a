/** The part of undici that connects, without its `fetch`, its caches and mocks, which take four times as long to load. */
declare module 'undici/lib/dispatcher/agent.js' {
  export { Agent as default } from 'undici';
}
