import type { Pairs, Reply } from './message.ts';
import type { Session } from './owner-session.ts';
import { escapeHtml, form, page } from './page.ts';
import type { PendingRequest } from './store.ts';
import type { Toy } from './toy.ts';

/** Table of data: the words on the pages. */
const words = {
  en: {
    sign_in: 'Sign in',
    user: 'User name',
    password: 'Password',
    ask: 'Allow access?',
    yes: 'Allow',
    no: 'Deny',
  },
  de: {
    sign_in: 'Anmelden',
    user: 'Kennung',
    password: 'Kennwort',
    ask: 'Zugriff?',
    yes: 'Erlauben',
    no: 'Ablehnen',
  },
} as const;

function wordsOf(toy: Toy) {
  return toy.varies('german-pages') ? words.de : words.en;
}

export function signInPage(toy: Toy, pending: string, username?: string): Reply {
  const { sign_in, user, password } = wordsOf(toy);
  const name = toy.varies('german-pages') ? 'kennung' : 'username';
  const isFirst = toy.varies('sign-in-on-two-pages') && username === undefined;
  const secret = `<label>${password} <input type="password" name="password"></label>`;
  const known: Pairs = username === undefined ? [] : [['username', username]];
  const content =
    (username === undefined ? `<label>${user} <input name="${name}"></label>` : '') +
    (isFirst ? '' : secret) +
    `<button id="sign-in">${sign_in}</button>`;
  const hidden: Pairs = [['pending', pending], ...known];
  return page(200, sign_in, form({ action: '/sign-in', hidden, content }));
}

export function consentPage(toy: Toy, id: string, pending: PendingRequest, session: Session): Reply {
  const { ask, yes, no } = wordsOf(toy);
  const method = toy.varies('consent-by-get') || toy.varies('answers-with-307-after-get') ? 'get' : 'post';
  const content =
    (toy.faulty('shows-state-unescaped') ? `<p>${pending.state ?? ''}</p>` : '') +
    `<p>${escapeHtml(pending.client.client_id)}: ${escapeHtml(pending.scope.join(', '))}</p>` +
    `<button id="yes" name="decision" value="1">${yes}</button><button id="no" name="decision" value="0">${no}</button>`;
  const hidden: Pairs = [
    ['pending', id],
    ['csrf', session.csrf],
  ];
  return page(200, ask, form({ method, action: '/consent', hidden, content }));
}
