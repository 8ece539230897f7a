#!/usr/bin/env node
import { run } from './migrate/cli/run.js';

run(process.argv.slice(2), { out: console.log, err: console.error }).then(
  (code) => {
    process.exitCode = code;
  },
  (fault) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
