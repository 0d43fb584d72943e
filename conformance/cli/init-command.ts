import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { CommandFailure, type Terminal } from './terminal.ts';

interface InitFlags {
  output: string;
  force?: boolean;
  insecure?: boolean;
}

export function addInitCommand(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description('write a target file by asking the server what it is')
    .argument('<url>', 'the issuer, or where the server is')
    .option('-o, --output <file>', 'where to write it; - for standard output', 'target.yaml')
    .option('--force', 'write over a file that is there')
    .option('--insecure', 'take certificates that do not pass')
    .addHelpText('after', EXAMPLES)
    .action(async (url: string, flags: InitFlags) => initCommand(url, flags, terminal));
}

const EXAMPLES = `
Examples:
  codegrant-conformance init http://127.0.0.1:3000
  codegrant-conformance init https://id.example.com/realms/test -o test.yaml

Secrets are not asked for: the file names the environment variables that hold them.`;

async function initCommand(url: string, flags: InitFlags, { stdout }: Terminal): Promise<void> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new CommandFailure(`${url} is no URL; write it with http:// or https://`);
  const { output, force = false } = flags;
  if (output !== '-' && !force && existsSync(output))
    throw new CommandFailure(`${output} is there already; --force writes over it, -o names another`);
  const [{ Transport }, { discover }, { diagnoseSilence }, { targetFileFor }] = await Promise.all([
    import('../agents/transport.ts'),
    import('../target/discover.ts'),
    import('../doctor/unreachable.ts'),
    import('../target/target-file.ts'),
  ]);
  const transport = new Transport({
    timeout: 5000,
    concurrency: 1,
    rate: null,
    verify_certificates: flags.insecure !== true,
  });
  const issuer = url.replace(/\/+$/, '');
  const { metadata, exchanges } = await discover(issuer, transport);
  transport.close();
  const [first] = exchanges;
  if (first !== undefined && first.response === null) {
    const { detail, fix } = await diagnoseSilence(first, 'the URL');
    throw new CommandFailure(`${detail}: ${fix}`);
  }
  const text = targetFileFor(issuer, metadata, { isInsecure: flags.insecure === true });
  if (output === '-') stdout.write(text);
  else {
    save(output, text);
    const found = metadata === null ? 'no metadata was found: fill in the endpoints' : 'from its metadata';
    stdout.write(
      `Wrote ${output} (${found}).\nNext: set the variables that it names, then\n\n  codegrant-conformance doctor ${output}\n`,
    );
  }
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandFailure(
      `${file} cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
