import type { Target } from '../../target/target.ts';

/** What the suite is told of one of its clients. */
export function withClient(role: keyof Target['clients'], change: object): (target: Target) => Target {
  return (target) => {
    const client = target.clients[role];
    return client === undefined
      ? target
      : { ...target, clients: { ...target.clients, [role]: { ...client, ...change } } };
  };
}

/** What the suite is told of the toy’s quirks. */
export function withQuirk(quirks: Partial<Target['quirks']>): (target: Target) => Target {
  return (target) => ({ ...target, quirks: { ...target.quirks, ...quirks } });
}
