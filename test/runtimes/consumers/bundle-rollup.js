import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

const bundle = await rollup({
  input: 'main.js',
  plugins: [resolve({ exportConditions: ['node'], preferBuiltins: true }), commonjs(), json()],
});
await bundle.write({ dir: 'out/rollup', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
