/**
 * `import '@okta/okta-sdk-nodejs/polyfill'` gives platforms without a standard `Promise` that of es6-promise. Where there
 * is one, which is on every platform that the SDK is tested on, nothing changes. Nothing else of the SDK loads it.
 *
 * @see https://github.com/stefanpenner/es6-promise
 */
import es6Promise from 'es6-promise';

es6Promise.polyfill();
