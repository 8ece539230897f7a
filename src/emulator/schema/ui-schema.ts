import type { JsonObject } from '../org/json.js';

/** How a form for a profile looks. */
export interface UiSchema {
  readonly id: string;
  readonly created: string;
  readonly lastUpdated: string;
  readonly uiSchema: JsonObject;
}

/** Okta's word for forms in errors about what does not exist. */
export const UI_SCHEMA = 'UISchemaEntity';
