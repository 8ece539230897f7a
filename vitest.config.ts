import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing here keeps state in modules, so files may share them: loading them once per process halves the time.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
