import type { BodyKind, Operation } from '../../scripts/lib/operations/operation.js';
import type { ExampleCall } from './examples.js';

/** A body as it must be sent. */
export interface ExpectedBody {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Writes down the body that a request object stands for.
 *
 * @param operation - from the description
 * @param call - with its request object
 * @param sentType - the `Content-Type` that was sent, for the boundary of a form
 * @returns media type and bytes; `undefined` if there is no body
 */
export function expectedBody({ body }: Operation, { request }: ExampleCall, sentType = ''): ExpectedBody | undefined {
  const [member] = body?.members ?? [];
  if (body === undefined || member === undefined || request[member.name] === undefined) return undefined;
  return writers[body.as](request[member.name], { field: member.name, boundary: sentType.split('boundary=')[1] ?? '' });
}

interface Form {
  readonly field: string;
  readonly boundary: string;
}

interface GivenFile {
  readonly name: string;
  readonly data: Buffer;
}

const writers: Readonly<Record<BodyKind, (value: unknown, form: Form) => ExpectedBody>> = {
  json: (value) => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(value)) }),
  'merge-patch': (value) => ({ type: 'application/merge-patch+json', bytes: Buffer.from(JSON.stringify(value)) }),
  'secevent+jwt': (value) => ({ type: 'application/secevent+jwt', bytes: Buffer.from(String(value)) }),
  certificate: (value) => {
    const { data } = value as GivenFile;
    const isPem = data.toString('latin1').startsWith('-----BEGIN');
    return { type: isPem ? 'application/x-pem-file' : 'application/pkix-cert', bytes: data };
  },
  multipart: (value, { field, boundary }) => {
    const { name, data } = value as GivenFile;
    const head = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${field}"; filename="${name}"`,
      'Content-Type: image/png',
    ];
    return {
      type: `multipart/form-data; boundary=${boundary}`,
      bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), data, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    };
  },
};
