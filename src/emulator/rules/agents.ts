import { AGENT_POOLS } from '../agent-pools/agent-pool.js';
import { fail } from '../answers/fault.js';
import { pathMember } from '../call.js';
import { nowIn } from '../org/org.js';
import { link } from '../resources/link.js';
import type { Change, Resource, ResourceRule, ResourceRules } from '../resources/rule.js';
import { store, stored, storedIn } from '../resources/store.js';

const UPDATES = `${AGENT_POOLS}/{poolId}/updates`;

const become = (status: string) => (update: Resource) => ({ ...update, status });

const update: ResourceRule = {
  prefix: 'ado',
  kind: 'AgentPoolUpdate',
  born: () => ({ status: 'Scheduled' }),
  defaults: () => ({ enabled: true, notifyAdmin: false, sortOrder: 0, agents: [] }),
  does: {
    activate: (resource) => ({ ...resource, enabled: true, status: 'Scheduled' }),
    deactivate: (resource) => ({ ...resource, enabled: false, status: 'Cancelled' }),
    pause: become('Paused'),
    resume: become('InProgress'),
    retry: become('InProgress'),
    stop: become('Cancelled'),
  },
};

const settings: ResourceRule = {
  defaults: (_, call) => {
    const poolId = pathMember(call, 'poolId');
    const { name, type } = stored(call.org, { list: AGENT_POOLS, key: poolId }) ?? {};
    const versions = { latestVersion: '3.18.0', minimalSupportedVersion: '3.11.0' };
    return { poolId, poolName: name, agentType: type, releaseChannel: 'GA', continueOnError: false, ...versions };
  },
};

const AI_AGENTS = '/workload-principals/api/v1/ai-agents';
const OPERATIONS = '/workload-principals/api/v1/operations';

/** What the service does with an agent it does later; it names an operation that tells when it is done. */
const aiAgent: ResourceRule = {
  prefix: 'wlp',
  kind: 'AIAgent',
  born: () => ({ status: 'STAGED' }),
  q: ['profile.name'],
  afterwards: addOperation,
  headers: ({ org, origin }) => ({
    Location: `${origin}${OPERATIONS}/${[...storedIn(org, OPERATIONS)].at(-1)?.['id']}`,
  }),
  keep: ({ status }) => {
    if (status === 'ACTIVE') throw fail('E0000107');
  },
  target: ({ id, profile }) => {
    const name = String(Object(profile).name);
    return { id: String(id), type: 'AIAgent', alternateId: name, displayName: name };
  },
  events: {
    create: 'workload_principal.ai_agent.create',
    update: 'workload_principal.ai_agent.update',
    activate: 'workload_principal.ai_agent.activate',
    deactivate: 'workload_principal.ai_agent.deactivate',
    delete: 'workload_principal.ai_agent.delete',
  },
};

/** Words of operations by what was called. */
const OPERATION_TYPES: Readonly<Record<string, string>> = {
  registerAIAgent: 'ai-agent:Register',
  replaceAIAgent: 'ai-agent:Replace',
  updateAIAgent: 'ai-agent:Patch',
  deleteAIAgent: 'ai-agent:Delete',
  activateAIAgent: 'ai-agent:Activate',
  deactivateAIAgent: 'ai-agent:Deactivate',
};

function addOperation(next: Resource | undefined, { call, before = {} }: Change): void {
  const { id: agentId, status = 'DELETED' } = next ?? { id: before['id'] };
  const id = call.org.ids.next('wlo');
  const now = nowIn(call.org);
  const links = { self: link(call, `${AI_AGENTS}/${agentId}`, 'GET') };
  const operation = {
    id,
    type: OPERATION_TYPES[call.operation],
    status: 'COMPLETED',
    created: now,
    started: now,
    completed: now,
    resource: { id: agentId, type: 'AIAgent', status, _links: links },
  };
  store(call.org, { list: OPERATIONS, key: id }, operation);
}

const agentKey: ResourceRule = {
  prefix: 'pks',
  kind: 'JsonWebKey',
  defaults: () => ({ status: 'ACTIVE', use: 'sig' }),
  unique: ['kid'],
  keep: ({ status }) => {
    if (status === 'ACTIVE') throw fail('E0000107');
  },
};

const connection: ResourceRule = { prefix: 'mcn', kind: 'ManagedConnection', fixed: ['connectionType'] };

/** Agents of directories, and AI agents. */
export const agents: ResourceRules = {
  [AGENT_POOLS]: { kind: 'AppInstance', narrows: { poolType: 'type' } },
  [UPDATES]: update,
  [`${UPDATES}/settings`]: settings,
  [AI_AGENTS]: aiAgent,
  [OPERATIONS]: { kind: 'Operation' },
  [`${AI_AGENTS}/{agentId}/credentials/jwks`]: agentKey,
  [`${AI_AGENTS}/{agentId}/connections`]: connection,
};
