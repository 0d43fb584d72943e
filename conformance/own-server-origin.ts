import type { ChildProcess } from 'node:child_process';

/** Where this project's own server listens, once it says so; rejects where it ends before that. */
export async function originOf(server: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let printed = '';
    server.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      const origin = /listening on (http:\S+)/.exec(printed)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`the server ended with status ${code} before it listened`)),
    );
  });
}
