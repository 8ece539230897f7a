import type * as onNode from './okta-yaml.js';

/** What bundles for browsers and workers hold in place of `okta-yaml.ts`: there are no files, so none is read. */
export const yamlPaths: typeof onNode.yamlPaths = () => [];
export const readYamlFile: typeof onNode.readYamlFile = () => undefined;
