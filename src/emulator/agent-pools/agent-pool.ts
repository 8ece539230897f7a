import type { Org } from '../org/org.js';
import { store } from '../resources/store.js';

/** Path of the list of agent pools. */
export const AGENT_POOLS = '/api/v1/agentPools';

/**
 * Adds a pool with one agent. Nobody can create one: agents that are installed do.
 *
 * @param org - an org that is being made; is changed
 */
export function addAgentPool(org: Org): void {
  const id = org.ids.next('0oa');
  const agent = {
    id: org.ids.next('a53'),
    poolId: id,
    name: 'directory-agent-1',
    type: 'AD',
    operationalStatus: 'OPERATIONAL',
    updateStatus: 'Success',
    version: '3.18.0',
    isHidden: false,
    isLatestGAedVersion: true,
    lastConnection: org.clock.now(),
  };
  const pool = { id, name: 'corp.example.com', type: 'AD', operationalStatus: 'OPERATIONAL', agents: [agent] };
  store(org, { list: AGENT_POOLS, key: id }, { ...pool, disruptedAgents: 0, inactiveAgents: 0 });
}
