import { dirname, resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/** Door whose `require` gives a constructor, as programs of old have it: `const OktaAPI = require('…/oktajs')`. */
export const CONSTRUCTOR_DOOR = { name: 'oktajs', exported: 'OktaAPI' } as const;

/**
 * How to build it for CommonJS. It requires the SDK rather than holding it once more.
 *
 * @returns options for esbuild, beside those of all doors
 */
export function constructorDoor() {
  return {
    entryPoints: [`src/${CONSTRUCTOR_DOOR.name}.ts`],
    plugins: [requiredSdk],
    footer: { js: 'module.exports = Object.assign(module.exports.default, module.exports);' },
  } satisfies BuildOptions;
}

const requiredSdk: Plugin = {
  name: 'required-sdk',
  setup({ onResolve }) {
    onResolve({ filter: /\/sdk\.js$/ }, ({ path, importer }) => {
      const isSdk = resolve(dirname(importer), path) === resolve('src/sdk.js');
      return isSdk ? { path: './index.cjs', external: true } : undefined;
    });
  },
};

/**
 * Types of the same: what the ES module exports under names becomes members of the constructor.
 *
 * @param text - rolled-up declarations of the ES module
 * @returns those of the CommonJS module
 */
export function constructorTypes(text: string): string {
  const { exported } = CONSTRUCTOR_DOOR;
  const lists = [...text.matchAll(/^export (type )?\{([^}]*)\};\n/gm)];
  const members = lists.flatMap(([, type = '', list = '']) => list.split(',').map((name) => type + name.trim()));
  const others = members.filter((name) => !name.split(/\s+/).includes(exported));
  const body = lists.reduce((rest, [list]) => rest.replace(list, ''), text);
  return `${body.replace(/(from '\.\/\w+)\.js'/g, "$1.cjs'")}
import Self = ${exported};
declare namespace ${exported} {
  export { Self as default, Self as ${exported}, ${others.join(', ')} };
}
export = ${exported};
`;
}
