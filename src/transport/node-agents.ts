import type { Agent, ClientRequest, IncomingMessage } from 'node:http';

/** A page may list many links; Node's own limit of 16 KiB for all headers together is too small for them. */
const LARGEST_HEADERS = 1 << 20;

/** Gives the agent for a URL, as node-fetch asks for it. */
export type AgentFor = (url: { readonly protocol: string | null }) => Agent;

/**
 * Connection pools for node-fetch: connections are kept open for the next request, long headers are read, and a body
 * that breaks off fails.
 *
 * @returns a function for the `agent` option of node-fetch
 * @see https://nodejs.org/api/http.html#new-agentoptions
 */
export async function nodeAgents(): Promise<AgentFor> {
  const [http, https] = await Promise.all([import('node:http'), import('node:https')]);
  const options = { keepAlive: true };
  const plain = prepared(new http.Agent(options));
  const secure = prepared(new https.Agent(options));
  return ({ protocol }) => (protocol === 'https:' ? secure : plain);
}

/** An agent is the one place that meets a request of node-fetch before its connection and its parser. */
function prepared<A extends Agent>(agent: A): A {
  type AddRequest = (request: ClientRequest & { maxHeaderSize?: number }, ...rest: unknown[]) => void;
  const pool = agent as unknown as { addRequest: AddRequest };
  const addRequest = pool.addRequest.bind(agent);
  pool.addRequest = (request, ...rest) => {
    request.maxHeaderSize = LARGEST_HEADERS;
    request.prependOnceListener('response', failWithSource);
    addRequest(request, ...rest);
  };
  return agent;
}

/** node-fetch pipes the answer on and forgets its errors: without this a body cut short would be waited for for ever. */
function failWithSource(response: IncomingMessage): void {
  const pipe = response.pipe.bind(response);
  response.pipe = (destination, options) => {
    response.once('error', (error) => (destination as unknown as IncomingMessage).destroy(error));
    return pipe(destination, options);
  };
}
