import { existsSync } from 'node:fs';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser; `undefined` if there is none, which is an error in CI. */
export const chromiumPath = PATHS.find(existsSync);
if (chromiumPath === undefined) {
  const reason = 'Pages are not tested in a browser: there is no Chromium. apt-get install chromium';
  if (process.env['CI']) throw new Error(reason);
  console.warn(reason);
}

/** Without a window, and without asking anybody on the network for anything. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
