import { OktaError } from './errors/okta-error.js';

/**
 * Loads something when it is first asked for. Those who ask meanwhile get the same; after a failure the next one tries
 * again.
 *
 * @param load - loads it
 * @returns gives it: at once if it is there, else a promise, which rejects with {@link OktaError} if it cannot be loaded
 */
export function loadedOnce<T extends object>(load: () => Promise<T>): () => T | Promise<T> {
  let loaded: T | Promise<T> | undefined;
  const start = async () => {
    try {
      loaded = await load();
      return loaded;
    } catch (cause) {
      loaded = undefined;
      throw cause instanceof OktaError ? cause : new OktaError('OKTA_LOAD', MESSAGE, { cause });
    }
  };
  return () => {
    loaded ??= start();
    return loaded;
  };
}

const MESSAGE =
  'A part of the SDK that calls need could not be loaded; the next call tries again. ' +
  'If it fails there, too, files of the package or of the bundle are missing';
