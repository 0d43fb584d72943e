/**
 * Table of data: requirements of the default profile that could be seen from outside, and why no scenario shows them.
 * A test holds that each entry is still without a scenario, and that no requirement is without both.
 */
const waiting = 'It takes waiting until something expires, longer than a run may last.';
const deployment =
  'It takes a deployment behind TLS with its plain variant reachable; the suite probes addresses only.';
const person = 'Whether it is so takes the judgement of a person, or knowledge of one server’s pages.';

export const unshown: Readonly<Record<string, string>> = {
  'RFC6749-2.3.1-c':
    'It takes a client whose secret holds a space, and servers make up the secrets themselves.',
  'RFC6749-2.3.1-g': deployment,
  'RFC6749-2.3.1-h':
    'It takes a burst of wrong passwords, which may lock the client out; silence would prove nothing.',
  'RFC6749-3.1.2.1-b': person,
  'RFC6749-3.2-c': deployment,
  'RFC6749-4.1.2-c': waiting,
  'RFC6749-4.1.2-d': waiting,
  'RFC6749-7-b': waiting,
  'RFC6749-8.5-b':
    'It takes the registry of error codes, which grows; codes are judged by their characters instead.',
  'RFC6749-10.2-d': person,
  'RFC6749-10.4-e': 'It names no means; that of refresh token rotation belongs to the profile of RFC 9700.',
  'RFC6749-10.5-a': deployment,
  'RFC6749-10.12-a': person,
  'RFC6750-5.2-a':
    'A sample can refute it and never show it; scenarios under RFC 6749 §10.10 look for what refutes it.',
  'RFC6750-5.2-b':
    'The scope is judged where it is told (RFC 6749 §5.1); the audience cannot be seen with one resource.',
  'RFC6750-5.2-c': deployment,
  'RFC6750-5.2-g': deployment,
  'RFC6750-5.3-b': 'It takes two protected resources with different audiences.',
};
