/**
 * A file to upload.
 *
 * @example
 * ```ts
 * await applicationApi.uploadApplicationLogo({ appId, file: { data: readFileSync('logo.png'), name: 'logo.png' } });
 * ```
 * @see RFC 7578
 */
export interface HttpFile {
  /** The content. A stream is read to its end before the request starts, so that a retry can send it again. */
  readonly data: FileContent;
  /** File name as the service gets it, e.g. `logo.png`. */
  readonly name: string;
}

/** What an upload takes: a file with its name, or bare content, which is sent under the name of its form field. */
export type Upload = HttpFile | FileContent;

/** What the content of a file may be. A `Buffer` is a `Uint8Array`; `Blob` and `File` have `arrayBuffer`. */
export type FileContent = string | Uint8Array | ArrayBuffer | BlobLike | AsyncIterable<Uint8Array | string>;

/** The part of `Blob` that the SDK reads, so that its types need no DOM library. */
export interface BlobLike {
  arrayBuffer(): Promise<ArrayBuffer>;
  readonly type?: string;
  readonly name?: string;
}
