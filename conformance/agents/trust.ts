import { readFileSync } from 'node:fs';
import type { AgentOptions } from 'node:https';
import { rootCertificates } from 'node:tls';

export interface Trust {
  verify_certificates: boolean;
  /** In PEM, beside the authorities that everybody trusts. */
  ca_file?: string | null;
}

/** Whose certificates count. */
export function trustOf({ verify_certificates, ca_file = null }: Trust): AgentOptions {
  const own = ca_file === null ? {} : { ca: [...rootCertificates, readFileSync(ca_file, 'utf8')] };
  return { rejectUnauthorized: verify_certificates, ...own };
}
