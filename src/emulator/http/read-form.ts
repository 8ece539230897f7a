import { fail } from '../answers/fault.js';
import type { Call } from '../call.js';

/**
 * Reads the files of a form.
 *
 * @param call - a request whose body is `multipart/form-data`
 * @returns the files by the names of their fields
 * @throws Fault `E0000018` without and `E0000021` with a wrong content type, `E0000003` for a malformed form
 * @see RFC 7578
 */
export async function filesIn({ sent = '', headers }: Call): Promise<ReadonlyMap<string, Buffer>> {
  const type = headers['content-type'];
  if (type === undefined) throw fail('E0000018');
  if (!type.toLowerCase().startsWith('multipart/form-data')) throw fail('E0000021');
  const files = new Map<string, Buffer>();
  for (const [name, value] of await formOf(sent, type)) {
    if (typeof value !== 'string') files.set(name, Buffer.from(await value.arrayBuffer()));
  }
  return files;
}

function formOf(sent: string | Uint8Array, type: string): Promise<FormData> {
  const bytes = typeof sent === 'string' ? sent : new Uint8Array(sent);
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw fail('E0000003');
  });
}
