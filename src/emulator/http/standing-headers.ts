/** Clears the cookie of a browser session, which API requests never have. */
const clearing = (name: string) => `${name}="";Version=1;Path=/;Max-Age=0`;

/** What every answer says, whatever it is about, as recorded. */
export const standingHeaders: readonly (readonly [string, string])[] = [
  ['Server', 'nginx'],
  ['Cache-Control', 'no-cache, no-store'],
  ['Pragma', 'no-cache'],
  ['Expires', '0'],
  ['Strict-Transport-Security', 'max-age=315360000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Accept-CH', 'Sec-CH-UA-Platform-Version'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['P3P', 'CP="HONK"'],
  ['Set-Cookie', clearing('sid')],
  ['Set-Cookie', clearing('xids')],
  ['Vary', 'Accept-Encoding'],
];
