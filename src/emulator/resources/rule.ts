import type { Call } from '../call.js';
import type { Dialect } from '../filter/dialect.js';
import type { EventType } from '../log/event-types.js';
import type { Target } from '../log/log-event.js';
import type { JsonObject } from '../org/json.js';
import type { PageSize } from '../paging/limits.js';

/** A stored resource: plain JSON, as it is answered but for what `view` adds. */
export type Resource = JsonObject;

/** A resource that is about to change. */
export interface Change {
  readonly call: Call;
  /** `undefined` if it is being created. */
  readonly before: Resource | undefined;
}

/**
 * What is special about a kind of resource; everything else follows from the description: required members, types,
 * defaults, timestamps, links, states.
 */
export interface ResourceRule {
  /** First three characters of ids. */
  readonly prefix?: string;
  /** Makes the id of a new one, where it is not prefix and random text. */
  readonly newId?: (sent: JsonObject, call: Call) => string;
  /** Member that the last segment of the path names; `id` unless said. */
  readonly key?: string;
  /** Okta's word for the kind in "not found" errors. */
  readonly kind?: string;
  /** Members of a new one that lie beneath what was sent. */
  readonly defaults?: (sent: JsonObject, call: Call) => JsonObject;
  /** Members of a new one that what was sent cannot decide. */
  readonly born?: (sent: JsonObject, call: Call) => JsonObject;
  /** Members that no two resources of a list may share; letters of any case are the same. */
  readonly unique?: readonly string[];
  /** Members that are taken but never shown, besides those that the description calls write-only. */
  readonly secret?: readonly string[];
  /** Secrets of this kind are kept, as the org sends them to others. */
  readonly sendsSecrets?: true;
  /** Members that stay as they are, whatever is sent later. */
  readonly fixed?: readonly string[];
  /** Refuses by throwing what `fail` makes, or gives the resource as it is to be stored. */
  readonly admit?: (next: Resource, change: Change) => Resource;
  /** Refuses a deletion. */
  readonly keep?: (resource: Resource, call: Call) => void;
  /** Refuses a change of state. */
  readonly mayBecome?: (state: string, resource: Resource, call: Call) => void;
  /** What operations do whose path ends in a verb, as `…/{id}/verify`, by that verb; gives the changed resource. */
  readonly does?: Readonly<Record<string, (resource: Resource, call: Call) => Resource>>;
  /** What follows from a change that has been stored; `next` is `undefined` after a deletion. */
  readonly afterwards?: (next: Resource | undefined, change: Change) => void;
  /** The resource as it is answered: links, counts, secrets left out. */
  readonly view?: (resource: Resource, call: Call) => JsonObject;
  /** Headers of answers to what changes it. */
  readonly headers?: (call: Call) => Readonly<Record<string, string>>;
  /** Whether `PUT` on something that is not there creates it. */
  readonly upserts?: true;
  /** Items that are in the list without having been created; what is stored under the same key takes their place. */
  readonly standing?: (call: Call) => readonly Resource[];
  /** Event types by what happened: `create`, `update`, `delete`, or the word after `/lifecycle/`. */
  readonly events?: Readonly<Record<string, EventType>>;
  /** What events are about; kind, id and name unless said. */
  readonly target?: (resource: Resource) => Target;
  /** Page size of the list; 20, and 200 at most, unless said, if the list takes a `limit`. Other lists have no pages. */
  readonly page?: PageSize;
  /** Beginning of cursors. */
  readonly cursorMark?: string;
  /** What `filter` and `search` may ask. */
  readonly filter?: Dialect<Resource>;
  readonly search?: Dialect<Resource>;
  /** Members that `q` looks at, as prefixes of any case. */
  readonly q?: readonly string[];
  /** Members that a parameter of the query names one value of, by parameter. */
  readonly narrows?: Readonly<Record<string, string>>;
  /** Order of the list; that of ids, so of creation, unless said. */
  readonly sort?: (one: Resource, other: Resource) => number;
}

/** Rules by path of the list (`/api/v1/zones`) or of what stands alone (`/api/v1/threats/configuration`). */
export type ResourceRules = Readonly<Record<string, ResourceRule>>;
