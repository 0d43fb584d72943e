import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations, type OperationId } from '../../generated/operations.ts';
import type { Tolerances } from '../oauth/tolerances.ts';
import { fieldsIn } from '../testing/authorization-answer.ts';
import { addClient, endpointsOf } from '../testing/dialect-flow.ts';
import {
  accessTokenRequest,
  authorizationRequest,
  plantCode,
  signedIn,
  type Parameters,
} from '../testing/owner.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { plantTokens, postForm } from '../testing/token-client.ts';
import { dialectNames, type DialectName } from './dialect.ts';

interface At {
  server: TestServer;
  browser: Awaited<ReturnType<typeof signedIn>>;
  authorize: string;
  token: string;
}

interface Probe {
  /** Its number among the departures that were found in the five systems, where it has one. */
  departure?: string;
  who: readonly DialectName[];
  /** Whether the server grants or shows what the strict endpoints do not. */
  isTolerated: (at: At) => Promise<boolean>;
}

const ask = ({ server, authorize }: At, changes: Parameters) =>
  supertest(server.url).get(authorize).query(authorizationRequest(changes));

const consentOf = async ({ browser, authorize }: At, changes: Parameters = {}) =>
  (await browser.get(authorize).query(authorizationRequest(changes))).text;

const exchange = async ({ server, token }: At, changes: Parameters, inUrl = false) => {
  const fields = accessTokenRequest(await plantCode(server), changes);
  if (!inUrl) return await postForm(server, token, fields);
  return await supertest(server.url).post(token).query(fields);
};

const isExchanged = async (at: At, changes: Parameters, inUrl = false) =>
  (await exchange(at, changes, inUrl)).status === 200;

/** Every tolerance, with the dialects that have it; the compiler knows of one that is not here. */
const probes: Record<keyof Tolerances, Probe> = {
  default_response_mode: {
    departure: 'D4',
    who: ['ghost'],
    isTolerated: async (at) =>
      String((await ask(at, { response_type: 'token' })).headers.location).includes('#error='),
  },
  redirect_status: {
    who: ['ghost'],
    isTolerated: async (at) => (await ask(at, { response_type: 'token' })).status === 302,
  },
  default_scope: {
    who: ['gancio', 'metamaps'],
    isTolerated: async (at) => {
      const asked = fieldsIn(await consentOf(at, { scope: undefined }));
      const tokens = asked.filter(([name]) => name === 'scope_granted').map(([, value]) => value);
      return tokens.join() !== 'profile';
    },
  },
  shows_code_by_default: {
    who: ['gitshare'],
    isTolerated: async (at) =>
      (await ask(at, { client_id: 'two-ways', redirect_uri: undefined })).status !== 400,
  },
  consent: {
    who: ['gocd', 'metamaps'],
    isTolerated: async (at) => {
      const page = await consentOf(at);
      return page.includes('name="agreed"') || !/value="approve"[^>]*>Allow</.test(page);
    },
  },
  assumed_grant_type: {
    departure: 'D29',
    who: ['gitshare'],
    isTolerated: (at) => isExchanged(at, { grant_type: undefined }),
  },
  grant_type_aliases: {
    departure: 'D8',
    who: ['gocd'],
    isTolerated: (at) => isExchanged(at, { grant_type: 'authorization-code' }),
  },
  client_id_from_code: {
    departure: 'D30',
    who: ['ghost'],
    isTolerated: (at) => isExchanged(at, { client_id: undefined }),
  },
  credentials_in_url: { departure: 'D14', who: ['metamaps'], isTolerated: (at) => isExchanged(at, {}, true) },
  redirect_uri_may_be_left_out: {
    departure: 'D12',
    who: ['gancio'],
    isTolerated: (at) => isExchanged(at, { redirect_uri: undefined }),
  },
  redirect_uri_without_scheme: {
    departure: 'D31',
    who: ['gocd'],
    isTolerated: (at) => isExchanged(at, { redirect_uri: 'app.example/callback' }),
  },
  token_type: {
    who: ['metamaps'],
    isTolerated: async (at) => (await exchange(at, {})).body.token_type !== 'Bearer',
  },
  access_token_lifetime: {
    departure: 'D32',
    who: ['ghost', 'metamaps'],
    isTolerated: async (at) => (await exchange(at, {})).body.expires_in !== 1800,
  },
  token_scheme: {
    departure: 'D22',
    who: ['gocd'],
    isTolerated: async ({ server }) => {
      const { access_token } = await plantTokens(server, { scope: 'profile' });
      const sent = ['/go/gadgets', '/api/me'].map((path) =>
        supertest(server.url).get(path).set('Authorization', `Token token="${access_token}"`),
      );
      return (await Promise.all(sent)).some(({ status }) => status === 200);
    },
  },
  plain_http_redirect_uris: {
    departure: 'D33',
    who: ['gocd'],
    isTolerated: async ({ server }) => {
      const check = supertest(server.url).get('/api/redirect_uri_check');
      const { body } = await check.query({ redirect_uri: 'http://www.my_redirect_uri.com' }).expect(200);
      return (body as { problem: string | null }).problem === null;
    },
  },
  access_token_in_query: {
    departure: 'D23',
    who: ['gitshare'],
    isTolerated: async ({ server }) => {
      const { access_token } = await plantTokens(server);
      return (await supertest(server.url).get('/api/me').query({ access_token })).status === 200;
    },
  },
};

const own = Object.keys(operations).filter(
  (id) => operations[id as OperationId]['x-dialect'] !== undefined,
) as OperationId[];

describe.each([null, ...dialectNames])('with the dialect %s alone', (name) => {
  const server = testServer({
    dialects: name === null ? [] : [name],
    change: ({ lifetimes }) => ({ lifetimes: { ...lifetimes, access_token: 1800 } }),
  });
  const { authorize, token } = endpointsOf[name ?? 'metamaps'];
  let at: At;
  beforeAll(async () => {
    const redirect_uris = ['https://app.example/callback', 'urn:ietf:wg:oauth:2.0:oob'];
    await addClient(server, { client_id: 'two-ways', redirect_uris });
    at = { server, browser: await signedIn(server), authorize, token };
  });

  it.each(Object.entries(probes))(
    '%s holds exactly where its record says so',
    async (_, { who, isTolerated }) => {
      expect(await isTolerated(at)).toBe(name !== null && who.includes(name));
    },
  );

  it.each(own)('D26, D27: %s exists exactly where it is of that dialect', async (id) => {
    const { method, path, 'x-dialect': of } = operations[id];
    const sent = [path, `${path}/`].map((target) =>
      supertest(server.url)[method as 'get' | 'post'](target).set('Accept', 'application/json'),
    );
    const [plain, slashed] = await Promise.all(sent);
    expect(plain?.status === 404).toBe(of !== name);
    expect(slashed?.status === 404).toBe(of !== name || of !== 'gitshare');
  });

  it('the metadata and the contract are the same as ever', async () => {
    const metadata = await supertest(server.url).get('/.well-known/oauth-authorization-server').expect(200);
    expect(metadata.body).toMatchObject({
      authorization_endpoint: `${server.issuer}/oauth/authorize`,
      token_endpoint: `${server.issuer}/oauth/token`,
    });
    const contract = await supertest(server.url).get('/openapi.json').expect(200);
    expect(Object.keys((contract.body as { paths: object }).paths)).toEqual([
      ...new Set(Object.values(operations).map(({ path }) => path)),
    ]);
  });
});
