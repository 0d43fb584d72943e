import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * oidc-provider's storage in memory. Its own one is for trying it out and forgets all but the newest thousand entries, which
 * a round would overrun; this one keeps what it is given.
 */
export function memoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, AdapterPayload>();
  const byGrant = new Map<string, Set<string>>();
  const byUid = new Map<string, string>();
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload) {
        const key = keyOf(id);
        entries.set(key, payload);
        if (model === 'Session' && payload.uid !== undefined) byUid.set(payload.uid, key);
        if (payload.grantId === undefined) return;
        const ofGrant = byGrant.get(payload.grantId) ?? new Set();
        byGrant.set(payload.grantId, ofGrant.add(key));
      },
      find: async (id) => entries.get(keyOf(id)),
      findByUid: async (uid) => entries.get(byUid.get(uid) ?? ''),
      findByUserCode: async () => undefined,
      async consume(id) {
        const found = entries.get(keyOf(id));
        if (found !== undefined) found.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const key of byGrant.get(grantId) ?? []) entries.delete(key);
        byGrant.delete(grantId);
      },
    };
  };
}
