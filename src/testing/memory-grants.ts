import type { Client, Clients, Grant, Grants, Issue, NewGrant } from '../oauth/ports.ts';

/** Five lengths of time that no test can take for one another, in seconds. */
export const lifetimes = {
  code: 60,
  access_token: 600,
  refresh_idle: 5000,
  refresh_absolute: 9000,
  refresh_grace: 10,
};

/** Grants in a map, each operation in one step, so that a test can put something between two of them. */
export function memoryGrants(...planted: NewGrant[]): Grants {
  const rows = new Map<string, Grant>();
  const change = (id: string, applies: (grant: Grant) => boolean, to: (grant: Grant) => Partial<Grant>) => {
    const grant = rows.get(id);
    if (grant === undefined || !applies(grant)) return false;
    rows.set(id, { ...grant, ...to(grant) });
    return true;
  };
  const add = (grant: NewGrant) => void rows.set(grant.id, { ...grant, ...nothingIssued });
  planted.forEach(add);
  return {
    add: async (grant) => add(grant),
    find: async (id) => rows.get(id),
    redeem: async (id, at, issue: Issue) => {
      const isOpen = (grant: Grant) => grant.redeemed_at === null && isNotRevoked(grant);
      return change(id, isOpen, () => ({ ...issue, redeemed_at: at }));
    },
    rotate: async (id, generation, issue: Issue) => {
      const isCurrent = (grant: Grant) =>
        grant.refresh_token?.generation === generation && isNotRevoked(grant);
      return change(id, isCurrent, ({ access_token }) => ({ ...issue, previous_access_token: access_token }));
    },
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
    listActive: async () => [],
  };
}

const isNotRevoked = (grant: Grant) => grant.revoked_at === null;

const nothingIssued = {
  redeemed_at: null,
  revoked_at: null,
  access_token: null,
  previous_access_token: null,
  refresh_token: null,
};

/** Clients that are there and stay as they are. */
export function memoryClients(...clients: Client[]): Pick<Clients, 'find'> {
  return { find: async (client_id) => clients.find((client) => client.client_id === client_id) };
}
