import type { Description, Schema } from '../spec/openapi.js';
import type { Shape, Type } from './model.js';

/** Reads schemas into types; what the parts of the model builder, and the readers of operations, need of it. */
export interface SchemaReader {
  readonly description: Description;
  /** The type of a schema; one that needs a name gets that of its place. */
  read(schema: Schema, place: Place): Type;
  /** The type of a component. */
  component(name: string): Type;
  /** Whether another component is built upon this one. */
  isBase(component: string): boolean;
  /** What is known of a named type so far. */
  shapeOf(name: string): Shape | undefined;
}

/** Where a schema stands; its name follows from here if it needs one. */
export interface Place {
  readonly name: string;
  /** Type or operation in whose file it is written. */
  readonly owner: string;
  /** JSON pointer. */
  readonly pointer: string;
}

/**
 * The place of a part of a schema.
 *
 * @param place - of the whole
 * @param step - pointer from there
 * @param name - name the part gets if it needs one
 * @returns the place
 */
export function below(place: Place, step: string, name: string): Place {
  return { name, owner: place.owner, pointer: `${place.pointer}/${step}` };
}
