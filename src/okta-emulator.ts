#!/usr/bin/env node
import { run } from './emulator/cli/run.js';

const stopped = new Promise((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});

run(process.argv.slice(2), { out: console.log, err: console.error, stopped }).then(
  (code) => {
    process.exitCode = code;
  },
  (fault) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
