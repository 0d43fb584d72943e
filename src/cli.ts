#!/usr/bin/env node
import { run } from './cli/program.ts';

// Whoever reads our output may stop reading, as `head` does; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => Math.floor(Date.now() / 1000),
});

// Nothing is left to do. What keeps the process alive all the same, such as an open pipe, does not keep it for long.
setTimeout(() => process.exit(), 1000).unref();
