/** The door: both `import { okta }` and `import * as okta` give the same things. */
export * from './sdk.js';
export * as okta from './sdk.js';
