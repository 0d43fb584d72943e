import type { Target } from '../target/target.ts';

/** Another choice that the texts allow just as well. */
export interface Variant {
  /** What is different, and where it is allowed. */
  differs: string;
  /** What the suite has to be told of it. */
  target?: (target: Target) => Target;
  /** Scenarios that warn on it and not on the toy as it is, each with the reason. */
  warns?: Readonly<Record<string, string>>;
}

function withOwner(change: Partial<Target['owner']>): (target: Target) => Target {
  return (target) => ({ ...target, owner: { ...target.owner, ...change } });
}

function withPkce(change: Partial<Target['pkce']>): (target: Target) => Target {
  return (target) => ({ ...target, pkce: { ...target.pkce, ...change } });
}

function withSlashes(target: Target): Target {
  const clients = Object.entries(target.clients).map(([role, client]) => {
    const redirect_uris = client.redirect_uris.map((uri) => uri.replace(/(?=\?|$)/, '/'));
    return [role, { ...client, redirect_uris }];
  });
  return { ...target, clients: Object.fromEntries(clients) as Target['clients'] };
}

/** Table of data: the toy, different and as correct. Nothing turns red on any of these. */
export const variants = {
  'answers-with-303': { differs: 'sends the browser back with 303 (RFC 6749 §1.7)' },
  'answers-with-307-after-get': { differs: 'sends the browser back with 307 after a GET (RFC 6749 §1.7)' },
  'meta-refresh': { differs: 'sends the browser back by a meta element (RFC 6749 §1.7)' },
  'refresh-header': { differs: 'sends the browser back by a Refresh header (RFC 6749 §1.7)' },
  'script-navigation': { differs: 'sends the browser back by a script (RFC 6749 §1.7)' },
  'self-submitting-form': { differs: 'sends the browser back by a form that submits itself (RFC 6749 §1.7)' },
  'fragment-suffix': { differs: 'ends every redirect with a fragment of its own (RFC 9700 §4.1.3)' },
  'german-pages': {
    differs: 'speaks another language to the owner',
    target: withOwner({
      recipe: {
        username: 'input[name=kennung]',
        password: 'input[type=password]',
        sign_in: '#sign-in',
        approve: '#yes',
        deny: '#no',
      },
    }),
  },
  'sign-in-on-two-pages': { differs: 'asks for the name on one page and for the password on the next' },
  'consent-by-get': { differs: 'has a consent form that is sent by GET' },
  'consent-skipped': {
    differs: 'asks an owner who is signed in for nothing more (RFC 6749 §3.1)',
    target: withOwner({ can_deny: false }),
    warns: {
      'rfc6749/10.2/public-client-asks-again': 'RFC 6749 §10.2 recommends to ask for a public client',
    },
  },
  'errors-after-a-click': {
    differs: 'sends an error back only after the owner has seen it (RFC 9700 §4.11.2)',
  },
  'error-pages-with-200': { differs: 'shows its error pages with 200 (RFC 6749 §4.1.2.1)' },
  'refusals-as-json': { differs: 'refuses an untrusted request in JSON (RFC 6749 §4.1.2.1)' },
  'other-legal-error-codes': { differs: 'takes the other legal error code wherever there are two' },
  'odd-state-refused': { differs: 'refuses a state beyond printable ASCII (RFC 6749 §A.5)' },
  'redirect-uri-compulsory': {
    differs: 'wants redirect_uri even where one is registered (RFC 6749 §3.1.2.3)',
    warns: {
      'rfc6749/4.1.1/redirect-uri-omitted': 'many servers insist, and RFC 6749 §4.1.1 calls it optional',
    },
  },
  'redirect-uris-end-with-a-slash': {
    differs: 'has clients whose redirect URIs end with a slash',
    target: withSlashes,
  },
  'scope-compulsory': { differs: 'refuses a request without scope (RFC 6749 §3.3)' },
  'unknown-scope-dropped': { differs: 'grants what it knows of a scope, and says so (RFC 6749 §3.3)' },
  'scope-only-when-different': {
    differs: 'leaves out a scope that is the one of the request (RFC 6749 §5.1)',
  },
  'pkce-compulsory': {
    differs: 'wants a code challenge of every client (RFC 7636 §4.4.1)',
    target: withPkce({ required: true }),
  },
  'plain-offered': {
    differs: 'knows the method plain too (RFC 7636 §4.2)',
    target: withPkce({ plain: true }),
    warns: {
      'rfc7636/4.4.1/plain-not-offered': 'what RFC 9700 §2.1.1 advises against is allowed by RFC 7636 §4.2',
    },
  },
  'odd-verifiers-taken': { differs: 'takes a verifier of any form that fits its challenge (RFC 7636 §4.6)' },
  'no-iss': { differs: 'does not name itself in its answers (RFC 9207 §2)' },
  'extra-members': { differs: 'has members and parameters that nobody asked for (RFC 6749 §5.1)' },
  'charset-in-media-type': { differs: 'names the encoding of its JSON' },
  'lower-case-token-type': { differs: 'writes the token type in lower case (RFC 6749 §5.1)' },
  'no-expires-in': {
    differs: 'does not say how long a token lives (RFC 6749 §5.1)',
    warns: {
      'rfc6749/5.1/lifetime-told': 'RFC 6749 §5.1 recommends to say it',
      'rfc6750/5.2/lifetime-limited': 'what is not said cannot be seen (RFC 6750 §5.2)',
    },
  },
  'tokens-look-like-jwt': { differs: 'has access tokens that look like JSON Web Tokens (RFC 6749 §1.4)' },
  'codes-live-ten-seconds': { differs: 'has codes that live for ten seconds (RFC 6749 §4.1.2)' },
  'failed-attempt-burns-code': { differs: 'takes a code no more after a failed attempt (RFC 6749 §4.1.2)' },
  'no-refresh-tokens': {
    differs: 'issues no refresh tokens (RFC 6749 §1.5)',
    target: (target) => ({ ...target, refresh_tokens: false }),
  },
  'no-rotation': { differs: 'does not replace refresh tokens (RFC 6749 §6)' },
  'refresh-reuse-window': {
    differs: 'takes a replaced refresh token for some seconds more (RFC 9700 §4.14.2)',
  },
  'narrowing-ignored': { differs: 'grants the whole scope on refresh, and says so (RFC 6749 §6)' },
  'token-in-url-taken': {
    differs: 'takes a token from the URL (RFC 6750 §2.3)',
    warns: { 'rfc6750/2.3/query-refused': 'the text leaves it open and advises against it' },
  },
  'several-challenges': { differs: 'offers several schemes in its challenges' },
  '400-for-failed-body-credentials': {
    differs: 'answers 400 when credentials in the body fail (RFC 6749 §5.2)',
  },
  'basic-only': {
    differs: 'takes no credentials in the body (RFC 6749 §2.3.1)',
    target: (target) => ({ ...target, client_authentication: ['basic'] }),
  },
  'post-only': {
    differs: 'has clients that authenticate in the body alone',
    target: (target) => ({ ...target, client_authentication: ['post'] }),
  },
  'announces-extensions': {
    differs: 'announces grants and response types of extensions in its metadata (RFC 6749 §8.3 and §8.4)',
  },
  'fills-in-redirect-uri': {
    differs: 'registers a redirect URI of its choice where a client names none (RFC 7591 §3.2.1)',
  },
  'makes-clients-confidential': {
    differs: 'gives a secret to a public client that names no redirect URI (RFC 7591 §3.2.1)',
  },
  'over-tls': {
    differs: 'is behind TLS, as every deployment has to be (RFC 6749 §10.9)',
  },
  '404-for-other-methods': { differs: 'answers 404 to other methods at the token endpoint' },
} as const satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof variants;
