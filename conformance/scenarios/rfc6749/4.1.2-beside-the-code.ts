import { deliversCode } from '../../expect/authorization.ts';
import { keepsLifetimeBack } from '../../expect/authorization-answer.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §4.1.2: code and state. More is no violation, and what belongs to another answer misleads. */
export const besideTheCode: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.2/no-lifetime-beside-code',
    title: 'keeps expires_in, which belongs to tokens, out of the answer with the code',
    requires: ['RFC6749-4.1.2-a'],
    advises: 'RFC 6749 §8.2 lets an answer have more parameters, and clients ignore what they do not know',
    from: 'authorization request',
    change: null,
    expect: [deliversCode, keepsLifetimeBack],
  },
];
