import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { alterLast, swapCase, truncate } from '../../model/altered.ts';
import { add, both, change, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

const wrong = 'conformance-wrong-verifier-0123456789-._~abcd';
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** The challenge stands for itself under the method `plain`. */
const plain = change('a plain challenge', (draft) =>
  both(set('code_challenge', verifier), set('code_challenge_method', 'plain')).apply(draft),
);

/** RFC 7636 §4.6: the verifier is measured by the challenge and the method that came with the authorization request. */
export const verification: readonly Scenario[] = [
  {
    id: 'rfc7636/4.6/example',
    title: 'takes the verifier of the example for its S256 challenge',
    requires: ['RFC7636-4.6-a', 'RFC7636-4.2-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const change = set('code_challenge', challenge);
      const code = await stage.obtainCode({ change, code_verifier: verifier });
      stage.expect(await stage.exchange(code), issuesTokens);
    },
  },
  {
    id: 'rfc7636/4.6/verifier-wrong',
    title: 'refuses a verifier that does not match the challenge',
    requires: ['RFC7636-4.6-b'],
    needs: ['pkce'],
    from: 'access token request',
    change: set('code_verifier', wrong),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc7636/4.6/verifier-wrong-public',
    title: 'refuses a verifier of a public client that does not match the challenge',
    requires: ['RFC7636-4.6-b'],
    needs: ['pkce'],
    from: 'public access token request',
    change: set('code_verifier', wrong),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc7636/4.6/verifier-altered',
    title: 'refuses a verifier whose last character is another',
    requires: ['RFC7636-4.6-b'],
    needs: ['pkce'],
    from: 'access token request',
    change: set('code_verifier', alterLast),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc7636/4.6/verifier-in-other-letter-case',
    title: 'refuses a verifier in another letter case',
    requires: ['RFC7636-4.6-b'],
    needs: ['pkce'],
    from: 'access token request',
    change: set('code_verifier', swapCase),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc7636/4.6/verifier-too-short',
    title: 'refuses a verifier that lacks its end',
    requires: ['RFC7636-4.6-b', 'RFC7636-4.1-a'],
    needs: ['pkce'],
    from: 'access token request',
    change: set('code_verifier', truncate),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc7636/4.6/verifier-of-three-characters',
    title: 'refuses a verifier of three characters',
    requires: ['RFC7636-4.6-b', 'RFC7636-4.1-a'],
    needs: ['pkce'],
    from: 'access token request',
    change: set('code_verifier', 'abc'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc7636/4.6/challenge-as-verifier',
    title: 'refuses the S256 challenge in place of the verifier',
    requires: ['RFC7636-4.5-b', 'RFC7636-4.6-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const code = await stage.obtainCode({
        change: set('code_challenge', challenge),
        code_verifier: verifier,
      });
      const outcome = await stage.exchange({ ...code, code_verifier: challenge });
      stage.expect(outcome, refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc7636/4.6/challenge-as-verifier-under-plain',
    title: 'refuses the S256 challenge as verifier where the exchange names the method plain',
    requires: ['RFC7636-4.5-b', 'RFC7636-4.6-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const code = await stage.obtainCode({
        change: set('code_challenge', challenge),
        code_verifier: verifier,
      });
      const change = add('code_challenge_method', 'plain');
      const outcome = await stage.exchange({ ...code, code_verifier: challenge }, { change });
      stage.expect(outcome, refusesToken(['invalid_grant'], { tolerated: ['invalid_request'] }));
    },
  },
  {
    id: 'rfc7636/4.6/verifier-of-other-attempt',
    title: 'refuses the verifier of another attempt of the same client, and takes that of its own',
    requires: ['RFC7636-4.4-a', 'RFC7636-4.6-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const [first, second, third] = [
        await stage.obtainCode(),
        await stage.obtainCode(),
        await stage.obtainCode(),
      ];
      const outcome = await stage.exchange({ ...first, code_verifier: second.code_verifier });
      stage.expect(outcome, refusesToken(['invalid_grant']));
      stage.expect(await stage.exchange(third), issuesTokens);
    },
  },
  {
    id: 'rfc7636/4.6/plain-verifier',
    title: 'takes a verifier that is equal to its plain challenge',
    requires: ['RFC7636-4.6-a'],
    needs: ['confidential_client', 'pkce_plain'],
    act: async (stage) => {
      const code = await stage.obtainCode({ change: plain, code_verifier: verifier });
      stage.expect(await stage.exchange(code), issuesTokens);
    },
  },
  {
    id: 'rfc7636/4.6/plain-verifier-wrong',
    title: 'refuses a verifier that differs from its plain challenge',
    requires: ['RFC7636-4.6-b'],
    needs: ['confidential_client', 'pkce_plain'],
    act: async (stage) => {
      const code = await stage.obtainCode({ change: plain, code_verifier: verifier });
      stage.expect(await stage.exchange({ ...code, code_verifier: wrong }), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc7636/4.6/challenge-in-other-letter-case',
    title: 'refuses a verifier whose challenge was sent in another letter case',
    requires: ['RFC7636-4.6-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const other = set('code_challenge', swapCase(challenge));
      const code = await stage.obtainCode({ change: other, code_verifier: verifier });
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
];
