import { resolve } from 'node:path';
import webpack from 'webpack';

const compiler = webpack({
  mode: 'production',
  target: 'node20',
  entry: './main.js',
  // What minifying does is not in question here, and it takes most of the time.
  optimization: { minimize: false },
  output: { path: resolve('out/webpack'), filename: 'main.cjs', chunkFilename: '[name].cjs' },
});
compiler.run((error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error ?? stats.toString('errors-only'));
    process.exitCode = 1;
  }
  compiler.close(() => {});
});
