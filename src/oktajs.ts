/** The door of programs that were written for oktajs: `require` gives the constructor itself. */
export { OktaAPI, OktaAPI as default, type OktaAPIOptions } from './compat/oktajs/okta-api.js';
export type { Callback, Query, Result } from './compat/oktajs/result.js';
