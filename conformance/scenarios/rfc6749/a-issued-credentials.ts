import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 appendices A.1 and A.2: what the server gave its clients at registration, as the target file has it. */
export const issuedCredentials: readonly Scenario[] = [
  {
    id: 'rfc6749/A/client-identifiers',
    title: 'issues client identifiers of printable ASCII',
    requires: ['RFC6749-A.1-a'],
    act: (stage) => {
      const all = Object.values(stage.target.clients).map(({ client_id }) => client_id);
      const odd = all.find((client_id) => !/^[ -~]+$/.test(client_id));
      stage.found('a `client_id` of printable ASCII', odd === undefined ? null : JSON.stringify(odd));
      return Promise.resolve();
    },
  },
  {
    id: 'rfc6749/A/client-secrets',
    title: 'issues client secrets of printable ASCII',
    requires: ['RFC6749-A.2-a'],
    needs: ['confidential_client'],
    act: (stage) => {
      const all = Object.values(stage.target.clients).map(({ client_secret }) => client_secret ?? '');
      const isOdd = all.some((secret) => !/^[ -~]*$/.test(secret));
      stage.found('a `client_secret` of printable ASCII', isOdd ? 'one with other characters' : null);
      return Promise.resolve();
    },
  },
];
