/**
 * @param scope - parameter of a request: names with spaces between
 * @returns the names, each once
 * @see RFC 6749, section 3.3
 */
export function scopesIn(scope: string | null | undefined): readonly string[] {
  return [...new Set((scope ?? '').split(' ').filter((name) => name !== ''))];
}
