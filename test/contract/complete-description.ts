import { loadDescription } from '../../scripts/lib/spec/load-description.js';
import { type Description, type OperationObject, type Response, VERBS } from '../../scripts/lib/spec/openapi.js';
import { helpPrism } from './help-prism.js';
import { pinTags } from './pin-tags.js';

/**
 * The description that the SDK is made from as a valid OpenAPI document: what OpenAPI requires and a file of facts
 * leaves out is added, and what discriminators say is spelled out.
 *
 * @returns base, supplements and overlays in one document
 */
export function completeDescription(): Description {
  const description = loadDescription('spec', 'management');
  description.info.title ??= 'Okta management API';
  const shared = Object.values(description.components.responses ?? {});
  for (const response of [...shared, ...operationsOf(description).flatMap(ownResponses)]) response.description ??= '';
  pinTags(description);
  helpPrism(description);
  return description;
}

/**
 * All operations of a description.
 *
 * @param description - any
 * @returns the operations in the order of the paths
 */
export function operationsOf({ paths }: Description): OperationObject[] {
  return Object.values(paths).flatMap((item) => VERBS.flatMap((verb) => item[verb] ?? []));
}

function ownResponses({ responses }: OperationObject): Response[] {
  return Object.values(responses).flatMap((response) => ('$ref' in response ? [] : [response]));
}
