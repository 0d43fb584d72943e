#!/usr/bin/env node
import { run } from './cli/program.ts';

// Whoever reads our output may stop reading, as `head` does; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, env });

// Nothing is left to do. What keeps the process alive all the same, such as an open connection, does so for a moment.
setTimeout(() => process.exit(), 200).unref();
