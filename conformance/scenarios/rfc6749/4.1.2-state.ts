import { deliversCode, redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { eitherOf, preferably } from '../../expect/combine.ts';
import { set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import { hostileStates } from '../hostile-states.ts';

/** RFC 6749 §4.1.2: the value of `state` comes back with a code as it was sent, to the last octet. */
export const stateOfResponse: readonly Scenario[] = [
  ...hostileStates.map(([slug, what, value]): Scenario => ({
    id: `rfc6749/4.1.2/state-${slug}`,
    title: `returns a state with ${what} unchanged`,
    requires: ['RFC6749-4.1.2-h', 'RFC6749-A.5-a', 'RFC6749-B-a'],
    from: 'authorization request',
    change: set('state', value),
    expect: [deliversCode],
  })),
  {
    id: 'rfc6749/4.1.2/state-very-long',
    title: 'returns a state with 2048 characters unchanged, or refuses the request',
    requires: ['RFC6749-4.1.2-h'],
    from: 'authorization request',
    change: set('state', 's'.repeat(2048)),
    expect: [preferably(deliversCode, eitherOf(staysOnPage, redirectsError(['invalid_request'])))],
  },
  ...(
    [
      ['non-ascii', 'letters outside ASCII', 'd\u00e9j\u00e0 vu \u20ac'],
      ['line-break', 'a line break', 'a\r\nX-Conformance-Probe: 1'],
    ] as const
  ).map(([slug, what, value]): Scenario => ({
    id: `rfc6749/4.1.2/state-${slug}`,
    title: `returns a state with ${what} unchanged, or refuses it`,
    requires: ['RFC6749-A.5-a'],
    from: 'authorization request',
    change: set('state', value),
    expect: [eitherOf(deliversCode, redirectsError(['invalid_request'], { mayDropState: true }))],
  })),
  {
    // No text holds NUL, so the request may be refused before it is read as parameters.
    id: 'rfc6749/4.1.2/state-nul',
    title: 'returns a state with a NUL unchanged, or refuses the request',
    requires: ['RFC6749-A.5-a'],
    from: 'authorization request',
    change: set('state', 'a\u0000b'),
    expect: [
      eitherOf(deliversCode, redirectsError(['invalid_request'], { mayDropState: true }), staysOnPage),
    ],
  },
];
