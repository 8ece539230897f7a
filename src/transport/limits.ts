/** A page may list many links; Node's own limit of 16 KiB for all headers together is too small for them. */
export const LARGEST_HEADERS = 1 << 20;

/** How long idle connections are kept: shorter than servers do, or a request could meet one that is just being closed. */
export const IDLE_MS = 30_000;
