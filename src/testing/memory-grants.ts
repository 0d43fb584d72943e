import type { Client, Clients, Grant, Grants, Issue, NewGrant } from '../oauth/ports.ts';

/** Five lengths of time that no test can take for one another, in seconds. */
export const lifetimes = {
  code: 60,
  access_token: 600,
  refresh_idle: 5000,
  refresh_absolute: 9000,
  refresh_grace: 10,
};

/**
 * Grants in a map, each operation in one step, so that a test can put something between two of them. The client may
 * ask for what a grant was given, unless a planted one says otherwise.
 */
export function memoryGrants(...planted: (NewGrant & Partial<Pick<Grant, 'client_scope'>>)[]): Grants {
  const rows = new Map<string, Grant>();
  const change: Change = (id, applies, to) => {
    const grant = rows.get(id);
    if (grant === undefined || !applies(grant)) return false;
    rows.set(id, { ...grant, ...to(grant) });
    return true;
  };
  const add = (grant: NewGrant) =>
    void rows.set(grant.id, { client_scope: grant.scope, owner, ...grant, ...nothingIssued });
  planted.forEach(add);
  return {
    add: async (grant) => add(grant),
    find: async (id) => rows.get(id),
    ...exchanges(change),
    ...ends(change),
    revokeAll: async (user_id, at) => {
      for (const { id, user_id: owner } of rows.values())
        if (owner === user_id) change(id, isNotRevoked, () => ({ revoked_at: at }));
    },
    listActive: async () => [],
    countOwners: async () => 0,
  };
}

type Change = (
  id: string,
  applies: (grant: Grant) => boolean,
  to: (grant: Grant) => Partial<Grant>,
) => boolean;

function exchanges(change: Change): Pick<Grants, 'redeem' | 'rotate' | 'touch'> {
  return {
    redeem: async (id, at, issue: Issue) => {
      const isOpen = (grant: Grant) => grant.redeemed_at === null && isNotRevoked(grant);
      return change(id, isOpen, () => ({ ...issue, redeemed_at: at, last_used_at: at }));
    },
    rotate: async (id, generation, issue: Issue) => {
      const isCurrent = (grant: Grant) =>
        grant.refresh_token?.generation === generation && isNotRevoked(grant);
      const last_used_at = issue.access_token.issued_at;
      return change(id, isCurrent, ({ access_token }) => {
        return { ...issue, previous_access_token: access_token, last_used_at };
      });
    },
    touch: async (id, at) => {
      const isEarlier = ({ last_used_at }: Grant) => (last_used_at ?? 0) < at;
      change(id, isEarlier, () => ({ last_used_at: at }));
    },
  };
}

function ends(change: Change): Pick<Grants, 'revoke' | 'revokeAccessToken'> {
  return {
    revoke: async (id, at) => {
      change(id, isNotRevoked, () => ({ revoked_at: at }));
    },
    revokeAccessToken: async (id, hash) => {
      const unless = (token: Grant['access_token']) => (token?.hash === hash ? null : token);
      const without = ({ access_token, previous_access_token }: Grant) => {
        return {
          access_token: unless(access_token),
          previous_access_token: unless(previous_access_token),
        };
      };
      change(id, () => true, without);
    },
  };
}

const owner = { username: 'ada', name: 'Ada' };

const isNotRevoked = (grant: Grant) => grant.revoked_at === null;

const nothingIssued = {
  redeemed_at: null,
  revoked_at: null,
  access_token: null,
  previous_access_token: null,
  refresh_token: null,
  last_used_at: null,
};

/** Clients that are there and stay as they are. */
export function memoryClients(...clients: Client[]): Pick<Clients, 'find'> {
  return { find: async (client_id) => clients.find((client) => client.client_id === client_id) };
}
