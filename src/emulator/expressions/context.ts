import type { Org } from '../org/org.js';
import type { User } from '../users/user.js';

/** Whom an expression is about. */
export interface ExpressionContext {
  readonly org: Org;
  readonly user: User;
}
