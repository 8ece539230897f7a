import type { Operation } from '../import/list-operations.js';
import type { Position, Positions } from './verdict.js';

const REQUEST: Positions = new Set<Position>(['request']);
const RESPONSE: Positions = new Set<Position>(['response']);

/** Okta calls a webhook: its request is what users of the SDK read, its response what they write. */
export const positionsOf = ({ section }: Operation): { sent: Positions; received: Positions } =>
  section === 'paths' ? { sent: REQUEST, received: RESPONSE } : { sent: RESPONSE, received: REQUEST };
