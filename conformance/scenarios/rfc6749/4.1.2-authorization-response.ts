import { deliversCode } from '../../expect/authorization.ts';
import { answersInQuery, keepsTokensBack, writesCode } from '../../expect/authorization-answer.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §4.1.2: what the client gets when the owner approves. How long a code lives shows at the token endpoint. */
export const authorizationResponse: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.2/code-in-query',
    title: 'delivers one code in the query of the redirect URI',
    requires: ['RFC6749-4.1.2-a', 'RFC6749-4.1.2-b'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode, answersInQuery],
  },
  {
    id: 'rfc6749/4.1.2/code-in-query-public',
    title: 'delivers one code of a public client in the query of the redirect URI',
    requires: ['RFC6749-4.1.2-a'],
    from: 'public authorization request',
    change: null,
    expect: [deliversCode, answersInQuery],
  },
  {
    id: 'rfc6749/4.1.2/no-access-token',
    title: 'lets no access token pass through the browser',
    requires: ['RFC6749-10.3-a'],
    from: 'authorization request',
    change: null,
    expect: [keepsTokensBack],
  },
  {
    id: 'rfc6749/4.1.2/code-characters',
    title: 'issues codes of printable ASCII',
    requires: ['RFC6749-A.11-a'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode, writesCode],
  },
];
