import { answersCleanly, deliversCode, staysOnPage } from '../../expect/authorization.ts';
import { addsNoHeader, deliversNothing, escapes, leavesOut } from '../../expect/authorization-answer.ts';
import { guessingFindings } from '../../expect/guessing.ts';
import { add, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

const markup = '"><script>conformance()</script>';
const header = 'x\r\nX-Conformance-Probe: 1';

/** RFC 6749 §10 as far as the authorization endpoint shows it: guessing, forgery, and values that are passed on. */
export const authorizationSecurity: readonly Scenario[] = [
  {
    id: 'rfc6749/10.2/public-client-asks-again',
    title: 'asks the owner again when a public client repeats its request',
    requires: ['RFC6749-10.2-e'],
    needs: ['public_client'],
    act: async (stage) => {
      stage.expect(await stage.authorize({ client: 'public' }), deliversCode);
      stage.expect(await stage.authorize({ client: 'public', owner: 'absent' }), deliversNothing);
    },
  },
  {
    id: 'rfc6749/10.10/codes-not-guessable',
    title: 'issues codes that are all different and have room for 128 bits',
    requires: ['RFC6749-10.10-a', 'RFC6749-10.10-b'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const codes = [];
      for (let count = 0; count < 12; count += 1) codes.push((await stage.obtainCode()).code);
      for (const finding of guessingFindings('code', codes)) {
        stage.found(finding.expected, finding.received, finding.gravity);
      }
    },
  },
  {
    id: 'rfc6749/10.9/endpoints-over-tls',
    title: 'has its endpoints behind TLS',
    requires: ['RFC6749-10.9-a', 'RFC6749-10.8-a'],
    needs: ['tls'],
    act: (stage) => {
      const plain = [stage.target.authorization_endpoint, stage.target.token_endpoint].find(
        (endpoint) => !endpoint.startsWith('https:'),
      );
      stage.found('https at both endpoints', plain ?? null);
      return Promise.resolve();
    },
  },
  {
    id: 'rfc6749/10.11/pages-over-tls',
    title: 'shows the owner no page without TLS',
    requires: ['RFC6749-10.11-a', 'RFC6749-3.1-d'],
    needs: ['confidential_client', 'tls'],
    act: async (stage) => {
      const { exchanges, navigations, redirect_uri } = await stage.authorize({ browser: 'fresh' });
      const shown = exchanges.map(({ request }) => request.url);
      const sent = navigations.filter((url) => !url.startsWith(redirect_uri));
      const plain = [...shown, ...sent].find((url) => !url.startsWith('https:'));
      stage.found('pages by https only', plain === undefined ? null : plain.replace(/\?.*/s, ''));
    },
  },
  ...(['state', 'scope', 'response_type', 'client_id', 'redirect_uri'] as const).map((name): Scenario => ({
    id: `rfc6749/10.14/markup-in-${name.replaceAll('_', '-')}`,
    title: `shows ${name} in its pages escaped or not at all`,
    requires: ['RFC6749-10.14-a'],
    from: 'authorization request',
    change: set(name, (valid) => `${valid}${markup}`),
    expect: [escapes(markup), answersCleanly],
  })),
  ...(['state', 'scope', 'response_type', 'client_id', 'code_challenge'] as const).map((name): Scenario => ({
    id: `rfc6749/10.14/header-in-${name.replaceAll('_', '-')}`,
    title: `writes no header out of ${name}`,
    requires: ['RFC6749-10.14-a'],
    from: 'authorization request',
    change: set(name, header),
    expect: [addsNoHeader('x-conformance-probe'), answersCleanly],
  })),
  {
    id: 'rfc6749/B/unknown-parameter-utf-8',
    title: 'ignores an unknown parameter with every character that has to be encoded',
    requires: ['RFC6749-B-b', 'RFC6749-3.1-h'],
    from: 'authorization request',
    change: add('x_conformance_probe', ' %&+\u00a3\u20ac'),
    expect: [deliversCode, leavesOut('x_conformance_probe', '\u00a3\u20ac')],
  },
  {
    id: 'rfc6749/B/client-id-utf-8',
    title: 'takes a client_id with every character that has to be encoded for one unknown value',
    requires: ['RFC6749-B-b', 'RFC6749-4.1.2.1-d'],
    from: 'authorization request',
    change: set('client_id', ' %&+\u00a3\u20ac'),
    expect: [staysOnPage, answersCleanly],
  },
  {
    id: 'rfc6749/B/state-all-reserved',
    title: 'encodes state so that a form decoder reads what was sent',
    requires: ['RFC6749-B-a', 'RFC6749-4.1.2-b'],
    from: 'authorization request',
    change: set('state', '+ %&=;,/?#'),
    expect: [deliversCode],
  },
];
