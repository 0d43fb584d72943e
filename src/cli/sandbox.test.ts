import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { dialectNames } from '../dialects/dialect.ts';
import { dialects } from '../dialects/enabled.ts';
import { redirectUriProblem } from '../oauth/redirect-uri.ts';
import { passwords } from '../secrets/passwords.ts';
import { secrets } from '../secrets/secrets.ts';
import { openStore, type Store } from '../store/connect.ts';
import { fillSandbox, refuseSandboxDatabase } from './sandbox.ts';
import { authorizationUrl, sandboxGuide } from './sandbox-guide.ts';

const NOW = 1_767_225_600;
const sandbox = {
  issuer: 'http://127.0.0.1:3000',
  database: './codegrant-sandbox.db',
  codeLifetime: 60,
  dialects: [],
  state: 'a1b2',
};

async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore('sqlite::memory:');
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

describe('the sandbox database', () => {
  it('gets its accounts at the first start and keeps them at the next', () =>
    withStore(async (store) => {
      await fillSandbox(store, NOW);
      await fillSandbox(store, NOW + 60);
      const [admin, demo, ...others] = await store.users.list();
      expect(others).toEqual([]);
      expect([admin?.username, admin?.is_administrator]).toEqual(['admin', true]);
      expect([demo?.username, demo?.is_administrator]).toEqual(['demo', false]);
      expect(await passwords.verify(admin?.password_hash, 'admin-password')).toBe(true);
      expect(await passwords.verify(demo?.password_hash, 'demo-password')).toBe(true);
      expect((await store.clients.list()).map(({ client_id }) => client_id).sort()).toEqual([
        'demo-client',
        'demo-public',
      ]);
      expect(await store.clients.find('demo-client')).toMatchObject({
        client_secret_hash: secrets.hash('demo-secret'),
        redirect_uris: ['urn:ietf:wg:oauth:2.0:oob', 'http://127.0.0.1:8080/callback'],
        created_at: NOW,
      });
      expect(await store.clients.find('demo-public')).toMatchObject({
        client_secret_hash: null,
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/callback'],
      });
    }));

  it.each(dialectNames)('gets a demonstration client for the dialect %s where it is on', (name) =>
    withStore(async (store) => {
      await fillSandbox(store, NOW, [name]);
      await fillSandbox(store, NOW + 60, [name]);
      const client = await store.clients.find(`${name}-demo`);
      expect(client).toMatchObject({ client_secret_hash: secrets.hash(`${name}-secret`), created_at: NOW });
      expect(await store.clients.list()).toHaveLength(3);
      const tolerated = dialects[name].tolerances;
      expect(client?.redirect_uris.map((uri) => redirectUriProblem(uri, tolerated))).toEqual(
        client?.redirect_uris.map(() => null),
      );
    }),
  );

  it('is never one with users of its own', () =>
    withStore(async (store) => {
      await store.users.add({
        id: 'u',
        username: 'alice',
        name: 'Alice',
        password_hash: '',
        is_administrator: false,
        created_at: NOW,
      });
      await expect(fillSandbox(store, NOW)).rejects.toThrow('users of its own');
      expect(await store.clients.list()).toEqual([]);
    }));

  it('is not one because a user of its own has the name of one of the sandbox', () =>
    withStore(async (store) => {
      const password_hash = await passwords.hash('a password of their own');
      const user = { id: 'u', name: 'Ada', password_hash, is_administrator: true, created_at: NOW };
      await store.users.add({ ...user, username: 'admin' });
      await expect(fillSandbox(store, NOW)).rejects.toThrow('users of its own');
      await expect(refuseSandboxDatabase(store)).resolves.toBeUndefined();
    }));

  it('stays one when its clients are deleted', () =>
    withStore(async (store) => {
      await fillSandbox(store, NOW);
      for (const { client_id } of await store.clients.list()) await store.clients.remove(client_id);
      await expect(refuseSandboxDatabase(store)).rejects.toThrow('published');
      await fillSandbox(store, NOW);
      expect(await store.clients.list()).toHaveLength(2);
    }));

  it('may get users once it is one', () =>
    withStore(async (store) => {
      await fillSandbox(store, NOW);
      await store.users.add({
        id: 'u',
        username: 'alice',
        name: 'Alice',
        password_hash: '',
        is_administrator: false,
        created_at: NOW,
      });
      await expect(fillSandbox(store, NOW)).resolves.toBeUndefined();
    }));

  it('is refused by a server for real people', () =>
    withStore(async (store) => {
      await expect(refuseSandboxDatabase(store)).resolves.toBeUndefined();
      await fillSandbox(store, NOW);
      await expect(refuseSandboxDatabase(store)).rejects.toThrow('published');
    }));
});

describe('the guide of the sandbox', () => {
  it('starts with an authorization request that the demonstration client may send', () => {
    const url = new URL(authorizationUrl(sandbox));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'demo-client',
      redirect_uri: 'urn:ietf:wg:oauth:2.0:oob',
      scope: 'profile event:write',
      state: 'a1b2',
    });
  });

  it('names only paths of the contract', () => {
    const paths = [...sandboxGuide(sandbox).matchAll(/http:\/\/127\.0\.0\.1:3000(\/[\w/]+)/g)].map(
      ([, path]) => path,
    );
    const known = Object.values(operations).map(({ path }): string => path);
    expect(new Set(paths)).toEqual(
      new Set(['/oauth/authorize', '/oauth/token', '/api/me', '/docs', '/oauth/applications']),
    );
    expect(known).toEqual(expect.arrayContaining(paths));
  });

  it.each(dialectNames)(
    'says for the dialect %s which client there is, and where its document begins',
    (name) => {
      const guide = sandboxGuide({ ...sandbox, dialects: [name] });
      expect(guide).toContain(`${name}-demo, secret ${name}-secret`);
      expect(guide).toContain(`docs/dialects/${name}.md`);
      const [, path] = /Begin: .*http:\/\/127\.0\.0\.1:3000(\/[\w/]+\w)/.exec(guide) ?? [];
      expect(dialects[name].governs.map((id): string => operations[id].path)).toContain(path);
    },
  );

  it('tells the sign-in and how to stop', () => {
    expect(sandboxGuide(sandbox)).toMatch(/demo with the password demo-password[\s\S]*Ctrl-C/);
  });
});
