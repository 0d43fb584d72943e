import { describe, expect, test } from 'vitest';
import type { Page } from '../../handlers/page.ts';
import { HUNDRED_APPLICATIONS } from './application-examples.ts';
import { EXAMPLES } from './examples.ts';
import { HOSTILE } from './hostile-text.ts';
import { renderPage } from './render.ts';

const html = (page: Page) => renderPage(page, { csrf_token: 'the-csrf-token', request_id: 'r' }).html;
const text = (page: Page) =>
  html(page)
    .replace(/^.*<body/s, '<body')
    .replace(/<script>.*<\/script>/s, '')
    .replaceAll(/<[^>]*>/g, '');
const targets = (page: Page) => [...html(page).matchAll(/<form[^>]* action="([^"]*)"/g)].map(([, to]) => to);
const fieldWith = (page: Page, id: string) =>
  new RegExp(`<input id="${id}"[^>]*>`).exec(html(page))?.[0] ?? '';
const HOSTILE_AS_HTML = HOSTILE.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const SECRET = EXAMPLES['application-secret'].client_secret;

describe('navigation', () => {
  test.each([
    ['home-signed-in', '/', 'page'],
    ['applications', '/oauth/applications', 'page'],
    ['application', '/oauth/applications', 'true'],
    ['application_form', '/oauth/applications', 'true'],
    ['application_delete', '/oauth/applications', 'true'],
    ['authorized_applications', '/oauth/authorized_applications', 'page'],
    ['logout', '/logout', 'page'],
  ] as const)('on the page %s marks %s as the place', (name, path, current) => {
    const links = [...html(EXAMPLES[name]).matchAll(/<nav.*<\/nav>/gs)].join('');
    expect([...links.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      '/',
      '/oauth/applications',
      '/oauth/authorized_applications',
      '/logout',
    ]);
    const marked = [...links.matchAll(/<a href="([^"]*)"[^>]* aria-current="([^"]*)"/g)];
    expect(marked.map(([, to, how]) => [to, how])).toEqual([[path, current]]);
  });

  test.each(['home', 'login', 'consent', 'code', 'error'] as const)(
    'is not on the page %s, where nobody is signed in or a request waits',
    (name) => {
      expect(html(EXAMPLES[name])).not.toContain('<nav');
    },
  );
});

test('the home page leads to both lists, whoever looks at it', () => {
  for (const page of [EXAMPLES.home, EXAMPLES['home-signed-in']]) {
    const list = /<ul class="links">.*<\/ul>/s.exec(html(page))?.[0];
    expect(list).toContain('href="/oauth/applications"');
    expect(list).toContain('href="/oauth/authorized_applications"');
  }
});

test.each([
  ['applications-hostile', ['notice', 'client_name', 'owner', 'a redirect URI']],
  [
    'application-hostile',
    ['client_name', 'notice', 'client_id', 'client_uri', 'a redirect URI', 'a scope', 'its words', 'owner'],
  ],
  ['application_form-hostile', ['a scope', 'its words']],
  ['application_delete-hostile', ['client_name', 'client_id']],
  ['authorized_applications-hostile', ['notice', 'client_name', 'client_uri', 'a scope', 'its words']],
] as const)('text that strangers chose is shown whole and isolated on the page %s: %j', (name, places) => {
  const isolated = [...html(EXAMPLES[name]).matchAll(/<bdi[^>]*>(.*?)<\/bdi>/gs)].map(([, shown]) => shown);
  expect(isolated.filter((shown) => shown === HOSTILE_AS_HTML)).toHaveLength(places.length);
});

describe('the client secret', () => {
  test('is on the page that it was issued by, with a warning that it will not be seen again', () => {
    expect(text(EXAMPLES['application-secret'])).toContain(SECRET);
    expect(text(EXAMPLES['application-secret'])).toContain('it is shown only this once');
  });

  test('is told to be out of sight on every later page', () => {
    expect(text(EXAMPLES.application)).toContain('Kept only as a hash');
    expect(text(EXAMPLES.application)).not.toContain('shown only this once');
  });

  test('says after a rotation until when the previous one is good, in words and for programs', () => {
    expect(html(EXAMPLES['application-rotated'])).toContain(
      'The previous secret still works until <time datetime="2026-05-02T09:30:00.000Z">2 May 2026, 09:30 UTC</time>',
    );
    expect(text(EXAMPLES['application-secret'])).not.toContain('previous secret');
    expect(text(EXAMPLES['application-hostile'])).toContain(
      'The one before it works until 2 May 2026, 09:30 UTC',
    );
  });

  test('is not spoken of for a public application, and cannot be issued', () => {
    expect(text(EXAMPLES['application-public'])).not.toMatch(/client secret/i);
    expect(targets(EXAMPLES['application-public'])).toEqual([]);
    expect(targets(EXAMPLES.application)).toEqual(['/oauth/applications/s6BhdRkqt3/secret']);
  });
});

describe('the form of an application', () => {
  const refused = EXAMPLES['application_form-refused'];

  test('leads to the list for a new one, and to the application for one that is there', () => {
    expect(targets(EXAMPLES.application_form)).toEqual(['/oauth/applications']);
    const edited = { ...EXAMPLES.application_form, client_id: 'a/b?c' };
    expect(targets(edited)).toEqual(['/oauth/applications/a%2Fb%3Fc']);
    expect(html(edited)).not.toContain('name="client_type"');
    expect(html(EXAMPLES.application_form).match(/name="client_type"/g)).toHaveLength(2);
  });

  test.each([
    ['client_name', 'client_name-hint client_name-problem', 'An application needs a name.'],
    ['redirect_uri_2', 'redirect_uri_2-problem', 'Only https keeps the code from being read on the way.'],
  ])('ties a refusal to the field %s', (id, described, problem) => {
    expect(fieldWith(refused, id)).toContain(`aria-describedby="${described}"`);
    expect(fieldWith(refused, id)).toContain('aria-invalid="true"');
    expect(html(refused)).toMatch(new RegExp(`<p id="${id}-problem"[^>]*>${problem}</p>`));
  });

  test('says above that nothing is saved, only where something was refused', () => {
    expect(html(refused)).toMatch(/role="alert">Nothing is saved yet/);
    expect(html(EXAMPLES.application_form)).not.toContain('role="alert"');
    expect(fieldWith(refused, 'redirect_uri_1')).not.toContain('aria-invalid');
    const scopeAlone = { ...EXAMPLES.application_form, scope_problem: 'Tick at least one.' };
    expect(html(scopeAlone)).toMatch(/role="alert".*aria-describedby="scope-problem"/s);
  });

  test('keeps what was typed, whatever that is', () => {
    const typed = [...html(EXAMPLES['application_form-hostile']).matchAll(/type="text" value="([^"]*)"/g)];
    const kept = typed.filter(([, value]) => value === HOSTILE_AS_HTML);
    expect(kept).toHaveLength(3);
  });

  test('has two rows to spare', () => {
    expect(html(refused).match(/name="redirect_uris"/g)).toHaveLength(4);
    expect(html(refused).match(/<div data-spare/g)).toHaveLength(2);
  });
});

test.each(['application_form', 'application-secret', 'code'] as const)(
  'what needs script is out of sight on the page %s until the script has come',
  (name) => {
    const buttons = html(EXAMPLES[name]).match(/<button type="button"[^>]*>/g) ?? [];
    expect(buttons).not.toEqual([]);
    for (const button of buttons) expect(button).toContain(' hidden');
  },
);

describe('lists', () => {
  test('say that they are empty', () => {
    expect(text(EXAMPLES['applications-none'])).toContain('You have not registered an application yet.');
    expect(text(EXAMPLES['authorized_applications-none'])).toContain('You have given no application access');
    expect(html(EXAMPLES['applications-none'])).not.toContain('<ul');
  });

  test('of a hundred shows them all', () => {
    expect(html(HUNDRED_APPLICATIONS).match(/ data-dialog/g)).toHaveLength(100);
    expect(text(HUNDRED_APPLICATIONS)).toContain('100 applications. As an administrator');
  });

  test('tell when an application was last used, or that it never was', () => {
    expect(html(EXAMPLES.authorized_applications)).toContain(
      'Last used: <time datetime="2026-05-02T09:30:00.000Z">2 May 2026, 09:30 UTC</time>',
    );
    expect(text(EXAMPLES.authorized_applications)).toContain('Last used: never');
  });

  test('offer to revoke each, and all where there are several', () => {
    const revoke = ['g1', 'g2'].map((id) => `/oauth/authorized_applications/${id}/revoke`);
    expect(targets(EXAMPLES.authorized_applications)).toEqual([
      ...revoke,
      '/oauth/authorized_applications/revoke',
    ]);
    const [first] = EXAMPLES.authorized_applications.grants;
    const one = { ...EXAMPLES.authorized_applications, grants: first === undefined ? [] : [first] };
    expect(targets(one)).toEqual(revoke.slice(0, 1));
  });
});

test.each([
  [0, 'Nobody has given it access at present.'],
  [1, 'One person has given it access:'],
  [3, '3 people have given it access:'],
])('deleting what %i people have allowed says so', (grants, words) => {
  expect(text({ ...EXAMPLES.application_delete, grants })).toContain(words);
});
