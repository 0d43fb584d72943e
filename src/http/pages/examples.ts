import type { ConsentPage, ErrorPage, Page } from '../../handlers/page.ts';
import { APPLICATION_EXAMPLES } from './application-examples.ts';
import { HOSTILE } from './hostile-text.ts';

const consent: ConsentPage = {
  kind: 'consent',
  client: { client_name: 'Photo Printer', client_uri: 'https://printer.example/about' },
  username: 'ada',
  scopes: [
    { token: 'photos:read', description: 'See your photos and albums', is_ticked: true },
    { token: 'profile', description: 'Read your name and picture', is_ticked: true },
  ],
  destination: 'https://printer.example',
  destination_unverified: false,
  request: [
    ['response_type', 'code'],
    ['client_id', 's6BhdRkqt3'],
    ['redirect_uri', 'https://printer.example/callback'],
    ['scope', 'photos:read profile'],
    ['state', 'af0ifjsldkj'],
  ],
  form_action: 'https://printer.example',
  decision_path: '/oauth/authorize/decision',
  check_box: null,
  is_tick_missing: false,
  approve: 'Allow',
};

const refusal: ErrorPage = {
  kind: 'error',
  status: 400,
  error: 'invalid_request',
  description: 'The redirect URI of this request is not one that the application has registered.',
  details: [
    ['Received', 'https://printer.example/callback/'],
    ['Registered', 'https://printer.example/callback'],
  ],
  section: { title: 'RFC 6749 §3.1.2.3', href: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2.3' },
};

/** Every kind of page in its ordinary states and in its worst, for tests and for looking at. */
export const EXAMPLES = {
  home: { kind: 'home', issuer: 'https://auth.example', username: null },
  'home-signed-in': { kind: 'home', issuer: 'https://auth.example', username: 'ada' },
  login: { kind: 'login', return_to: '/', username: '', problem: null, client_name: 'Photo Printer' },
  'login-failed': {
    kind: 'login',
    return_to: '/oauth/authorize?client_id=s6BhdRkqt3&response_type=code',
    username: 'ada',
    problem: 'The user name or the password is wrong.',
    client_name: null,
  },
  'login-hostile': {
    kind: 'login',
    return_to: HOSTILE,
    username: HOSTILE,
    problem: HOSTILE,
    client_name: HOSTILE,
  },
  logout: { kind: 'logout', username: 'ada' },
  consent,
  'consent-loopback': {
    ...consent,
    client: { client_name: 'backup-cli', client_uri: null },
    destination: 'http://127.0.0.1:49152',
    destination_unverified: true,
    form_action: 'http://127.0.0.1:49152',
  },
  'consent-hostile': {
    ...consent,
    client: {
      client_name: HOSTILE,
      client_uri: `https://bank.example@${'very-long-'.repeat(6)}name.example/`,
    },
    username: HOSTILE,
    scopes: [{ token: HOSTILE, description: HOSTILE, is_ticked: true }],
    destination: HOSTILE,
    destination_unverified: true,
    request: [['state', HOSTILE]],
  },
  'consent-with-check-box': {
    ...consent,
    check_box: 'I authorize this application to act for me',
    is_tick_missing: true,
    approve: 'Submit',
  },
  'consent-without-scope': { ...consent, scopes: [] },
  code: { kind: 'code', code: 'SplxlOBeZQQYbYS6WxSbIAvn8Fs4mrgGdYnEtyX0_u4', expires_in: 60 },
  form_post: {
    kind: 'form_post',
    action: 'https://printer.example/callback',
    fields: [
      ['code', 'SplxlOBeZQQYbYS6WxSbIA'],
      ['state', HOSTILE],
      ['iss', 'https://auth.example'],
    ],
    form_action: 'https://printer.example',
  },
  ...APPLICATION_EXAMPLES,
  error: refusal,
  'error-hostile': { ...refusal, error: HOSTILE, description: HOSTILE, details: [[HOSTILE, HOSTILE]] },
  'error-of-server': {
    ...refusal,
    status: 500,
    error: 'server_error',
    description: 'This server met a condition that it did not expect. Nothing was granted.',
    details: [],
    section: null,
  },
} satisfies Record<string, Page>;
