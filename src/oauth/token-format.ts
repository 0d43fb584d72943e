/**
 * What codes and tokens look like: a prefix that says what they are, the grant's id, and 256 random bits. The id
 * finds the one row; the random part is known to the store as a hash of the whole text only. Nothing in them
 * is meant to be read by a client (RFC 6749 §1.4).
 */
const prefixes = { code: 'cgc_', access_token: 'cga_', refresh_token: 'cgr_' } as const;

const id = '[0-9a-f]{32}';
const secret = '[A-Za-z0-9_-]{43}';
const formats = {
  code: new RegExp(`^${prefixes.code}(${id})\\.${secret}$`),
  access_token: new RegExp(`^${prefixes.access_token}(${id})\\.${secret}$`),
  refresh_token: new RegExp(`^${prefixes.refresh_token}(${id})\\.(\\d{1,9})\\.(${secret})\\.${secret}$`),
};

export function composeCode(grantId: string, random: string): string {
  return `${prefixes.code}${grantId}.${random}`;
}

export function composeAccessToken(grantId: string, random: string): string {
  return `${prefixes.access_token}${grantId}.${random}`;
}

export interface RefreshTokenParts {
  grant_id: string;
  /** Counts rotations, from 0. */
  generation: number;
  /** Constant through all rotations: who knows it has held a refresh token of this grant. */
  family: string;
}

export function composeRefreshToken(parts: RefreshTokenParts, random: string): string {
  return `${prefixes.refresh_token}${parts.grant_id}.${parts.generation}.${parts.family}.${random}`;
}

export function composeClientSecret(random: string): string {
  return `cgs_${random}`;
}

/** The registration access token, RFC 7592 §3. */
export function composeRegistrationToken(random: string): string {
  return `cgm_${random}`;
}

/** The grant's id; null where the text is no code of this server. */
export function parseCode(code: string): string | null {
  return formats.code.exec(code)?.[1] ?? null;
}

/** The grant's id; null where the text is no access token of this server. */
export function parseAccessToken(token: string): string | null {
  return formats.access_token.exec(token)?.[1] ?? null;
}

export function parseRefreshToken(token: string): RefreshTokenParts | null {
  const found = formats.refresh_token.exec(token);
  if (found === null) return null;
  const [, grant_id = '', generation = '', family = ''] = found;
  return { grant_id, generation: Number(generation), family };
}
