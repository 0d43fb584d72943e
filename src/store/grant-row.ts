import type { Grant, Issue, NewGrant, StoredAccessToken, StoredRefreshToken } from '../oauth/ports.ts';

type Columns<Prefix extends string, T> = { [K in keyof T & string as `${Prefix}_${K}`]: T[K] | null };

type AccessColumns = Columns<'access', StoredAccessToken>;
type PreviousColumns = Columns<'previous_access', StoredAccessToken>;
type RefreshColumns = Columns<'refresh', Omit<StoredRefreshToken, 'replaced'>> &
  Columns<'refresh_replaced', NonNullable<StoredRefreshToken['replaced']>>;

/** The table `grants`. SQLite gives a boolean back as 0 or 1. */
export type GrantRow = Omit<NewGrant, 'redirect_uri_sent'> & {
  redirect_uri_sent: boolean | 0 | 1;
  redeemed_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
} & AccessColumns &
  PreviousColumns &
  RefreshColumns;

export const noAccess: AccessColumns = {
  access_hash: null,
  access_scope: null,
  access_issued_at: null,
  access_expires_at: null,
};

export const noPreviousAccess: PreviousColumns = {
  previous_access_hash: null,
  previous_access_scope: null,
  previous_access_issued_at: null,
  previous_access_expires_at: null,
};

/** What a redemption or a refresh changes besides its own mark; both are a use. */
export type IssueColumns = AccessColumns & RefreshColumns & Pick<GrantRow, 'last_used_at' | 'expires_at'>;

export const issueTypes = {
  access_hash: 'text',
  access_scope: 'text',
  access_issued_at: 'bigint',
  access_expires_at: 'bigint',
  refresh_family_hash: 'text',
  refresh_generation: 'integer',
  refresh_hash: 'text',
  refresh_expires_at: 'bigint',
  refresh_ends_at: 'bigint',
  refresh_replaced_hash: 'text',
  refresh_replaced_salt: 'text',
  refresh_replaced_at: 'bigint',
  last_used_at: 'bigint',
  expires_at: 'bigint',
} as const satisfies Record<keyof IssueColumns, string>;

export function issueColumns(issue: Issue): IssueColumns {
  return {
    access_hash: issue.access_token.hash,
    access_scope: issue.access_token.scope,
    access_issued_at: issue.access_token.issued_at,
    access_expires_at: issue.access_token.expires_at,
    refresh_family_hash: issue.refresh_token?.family_hash ?? null,
    refresh_generation: issue.refresh_token?.generation ?? null,
    refresh_hash: issue.refresh_token?.hash ?? null,
    refresh_expires_at: issue.refresh_token?.expires_at ?? null,
    refresh_ends_at: issue.refresh_token?.ends_at ?? null,
    refresh_replaced_hash: issue.refresh_token?.replaced?.hash ?? null,
    refresh_replaced_salt: issue.refresh_token?.replaced?.salt ?? null,
    refresh_replaced_at: issue.refresh_token?.replaced?.at ?? null,
    last_used_at: issue.access_token.issued_at,
    expires_at: issue.expires_at,
  };
}

/** What is read with a grant of its client and its owner. */
export interface JoinedColumns {
  client_scope: string;
  owner_username: string;
  owner_name: string;
}

export function grantFromRow(row: GrantRow & JoinedColumns): Grant {
  return {
    id: row.id,
    client_id: row.client_id,
    user_id: row.user_id,
    scope: row.scope,
    redirect_uri: row.redirect_uri,
    redirect_uri_sent: Boolean(row.redirect_uri_sent),
    code_hash: row.code_hash,
    code_challenge: row.code_challenge,
    code_expires_at: row.code_expires_at,
    created_at: row.created_at,
    redeemed_at: row.redeemed_at,
    revoked_at: row.revoked_at,
    access_token: complete<StoredAccessToken>({
      hash: row.access_hash,
      scope: row.access_scope,
      issued_at: row.access_issued_at,
      expires_at: row.access_expires_at,
    }),
    previous_access_token: complete<StoredAccessToken>({
      hash: row.previous_access_hash,
      scope: row.previous_access_scope,
      issued_at: row.previous_access_issued_at,
      expires_at: row.previous_access_expires_at,
    }),
    refresh_token: refreshToken(row),
    last_used_at: row.last_used_at,
    expires_at: row.expires_at,
    client_scope: row.client_scope,
    owner: { username: row.owner_username, name: row.owner_name },
  };
}

function refreshToken(row: GrantRow): StoredRefreshToken | null {
  const token = complete<Omit<StoredRefreshToken, 'replaced'>>({
    family_hash: row.refresh_family_hash,
    generation: row.refresh_generation,
    hash: row.refresh_hash,
    expires_at: row.refresh_expires_at,
    ends_at: row.refresh_ends_at,
  });
  const replaced = complete<NonNullable<StoredRefreshToken['replaced']>>({
    hash: row.refresh_replaced_hash,
    salt: row.refresh_replaced_salt,
    at: row.refresh_replaced_at,
  });
  return token && { ...token, replaced };
}

/** Columns of one thing are all set or all null; with one missing the thing is not there. */
function complete<T extends object>(columns: { [K in keyof T]: T[K] | null }): T | null {
  return isComplete<T>(columns) ? columns : null;
}

function isComplete<T extends object>(columns: { [K in keyof T]: T[K] | null }): columns is T &
  typeof columns {
  return Object.values(columns).every((value) => value !== null);
}
