#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import { run } from './run.ts';

// `meshwright check … | head`: the reader has seen enough, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Not `process.exit`: what is still being written to a pipe would be cut off.
process.exitCode = await run(process.argv.slice(2), {
  stdin: () => buffer(process.stdin),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
});
