/** What the transport can decode, as `Accept-Encoding` says it. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/** A small body may stand for an enormous one. */
const LARGEST_BODY = 256 * 1024 * 1024;

type Zlib = typeof import('node:zlib');
type Decoder = (zlib: Zlib) => Zlib['gunzip'] | Zlib['brotliDecompress'];

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: (zlib) => zlib.gunzip,
  'x-gzip': (zlib) => zlib.gunzip,
  deflate: (zlib) => zlib.inflate,
  br: (zlib) => zlib.brotliDecompress,
};

/**
 * Undoes the compression of a body.
 *
 * @param content - as it arrived, whole
 * @param encoding - value of `Content-Encoding`
 * @returns the body; as it arrived if nothing is known about the encoding
 * @throws an error of zlib if the content is not what the header says
 * @see RFC 9110, section 8.4
 */
export async function decodeContent(content: Uint8Array, encoding: string | null): Promise<Uint8Array> {
  if (encoding === null || content.length === 0) return content;
  const zlib = await import('node:zlib');
  const names = encoding.toLowerCase().split(',');
  return names.reduceRight<Promise<Uint8Array>>(async (encoded, name) => {
    const decoder = decoders[name.trim()];
    return decoder === undefined ? encoded : run(decoder(zlib), await encoded);
  }, Promise.resolve(content));
}

function run(decode: Zlib['gunzip'], content: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    decode(content, { maxOutputLength: LARGEST_BODY }, (error, decoded) => (error ? reject(error) : resolve(decoded)));
  });
}
