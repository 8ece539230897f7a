import { createHash } from 'node:crypto';

/**
 * @param answer - to a security question
 * @returns what is kept of it; case makes no difference
 */
export function answerDigest(answer: string): string {
  return createHash('sha256').update(answer.trim().toLowerCase()).digest('base64url');
}
