/** An answer that is no success, and why that is right. */
interface Explained {
  readonly status: number;
  readonly code: string;
  readonly why: string;
}

const OTHER_SERVICE = 'another service would have to answer';
const COOKIE = 'only the cookie of a browser tells which session is meant';
const CONSENT = 'users consent when they sign in to an app, not through this API';
const NO_GRANT = 'governance grants come from access requests, which the org does not have';

/** Operations that the request of the documentation cannot lead to success with, and how they are refused. */
export const EXPLAINED: Readonly<Record<string, Explained>> = {
  verifyEventHook: { status: 400, code: 'E0000001', why: OTHER_SERVICE },
  executeInlineHook: { status: 502, code: 'E0000134', why: OTHER_SERVICE },
  getOperationStatus: { status: 404, code: 'E0000007', why: 'nothing here takes longer than its request' },
  getRoleAssignmentGovernanceGrant: { status: 404, code: 'E0000007', why: NO_GRANT },
  getRoleAssignmentGovernanceGrantResources: { status: 404, code: 'E0000007', why: NO_GRANT },
  closeCurrentSession: { status: 404, code: 'E0000007', why: COOKIE },
  getCurrentSession: { status: 404, code: 'E0000007', why: COOKIE },
  refreshCurrentSession: { status: 404, code: 'E0000007', why: COOKIE },
  getUserGrant: { status: 404, code: 'E0000007', why: CONSENT },
  revokeUserGrant: { status: 404, code: 'E0000007', why: CONSENT },
};
