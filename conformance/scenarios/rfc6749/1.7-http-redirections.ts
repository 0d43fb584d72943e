import { deliversCode } from '../../expect/authorization.ts';
import { answersInQuery, repeatsNoForm } from '../../expect/authorization-answer.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §1.7: how the browser is moved is free; what counts is where it arrives, and with what. */
export const httpRedirections: readonly Scenario[] = [
  {
    id: 'rfc6749/1.7/any-mechanism',
    title: 'brings the browser back to the redirect URI, by whatever mechanism',
    requires: ['RFC6749-1.7-a'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode, answersInQuery],
  },
  {
    id: 'rfc6749/1.7/no-repeated-form',
    title: 'sends the browser back without the fields of its own forms',
    requires: ['RFC6749-1.7-a'],
    advises: 'RFC 6749 §1.7 allows any redirection, and RFC 9700 §4.12 only is against this one',
    needs: ['sign_in'],
    from: 'authorization request',
    browser: 'fresh',
    change: null,
    expect: [repeatsNoForm],
  },
];
