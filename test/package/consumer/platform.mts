import { bulk, type CallOptions } from '@okta/okta-sdk-nodejs';

const { signal } = new AbortController();

export const options: CallOptions = { signal };

export const titles = bulk(['https://example.com'], async (url, _, stop) => {
  const whole: AbortSignal = stop;
  return (await fetch(url, { signal: whole })).statusText;
});
