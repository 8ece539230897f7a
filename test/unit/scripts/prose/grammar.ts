/** Written by their owners in a way that looks like code. */
const BRANDS: ReadonlySet<string> = new Set(['hCaptcha', 'reCAPTCHA', 'macOS', 'iOS']);
const CONSONANT_SOUND = /^(?:one|user|users|UI|URI|URL|UUID|U2F|uniqu\w*|SAML|SCIM)$/;
const VOWEL_SOUND = /^(?:hCaptcha|hour|SMS|SMTP|SSF|MFA|HTTPS?|RSA|X)$/;

/**
 * What is wrong with a text, seen by someone who has not read the rules that made it.
 *
 * @param text - any text
 * @returns faults in words
 */
export function faultsOf(text: string): string[] {
  const plain = text.replace(/`[^`]*`/g, '`');
  return [
    ...(plain.match(/\b[a-z]+[A-Z]\w*/g) ?? []).filter((word) => !BRANDS.has(word)).map((word) => `code: ${word}`),
    ...(plain.match(/\b([A-Za-z]+) \1\b/gi) ?? []).map((words) => `said twice: ${words}`),
    ...(plain.match(/[{}<>]|\s\s|\s[.,;:]|\.\.|undefined/g) ?? []).map((odd) => `odd: ${odd}`),
    ...[...plain.matchAll(/\b(an?) ([A-Za-z0-9]+)/gi)]
      .filter(([, article = '', word = '']) => article.toLowerCase() !== articleOf(word))
      .map(([words]) => `article: ${words}`),
  ];
}

function articleOf(word: string): string {
  if (CONSONANT_SOUND.test(word)) return 'a';
  return VOWEL_SOUND.test(word) || /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/**
 * How many sentences a text has.
 *
 * @param text - any text
 * @returns the number of full stops that end one
 */
export function sentencesIn(text: string): number {
  return (text.replace(/`[^`]*`/g, '`').match(/[.!?](?= |$)/g) ?? []).length;
}
