import { type Answer, sendJson } from '../../support/local-server.js';
import { older } from './older.js';

/** Those without placeholders first: `/groups/rules` is no group. */
const operations = Object.values(older.operations).sort((a, b) => a.params.length - b.params.length);

/** Okta, as far as the shape of an answer goes: an object, a list of one, or nothing. */
export const answerLikeOkta: Answer = ({ method, url }, response) => {
  const path = new URL(url, 'http://okta').pathname;
  const found = operations.find(({ verb, path: template }) => verb === method && matcher(template).test(path));
  if (found?.returns === undefined) response.writeHead(204).end();
  else sendJson(response, found.list ? [{ id: 'i1' }] : { id: 'i1', created: '2020-01-01T00:00:00.000Z' });
};

function matcher(template: string): RegExp {
  return new RegExp(`^${template.replace(/\?.*/, '').replace(/\{[^}]*\}/g, '[^/]+')}$`);
}
