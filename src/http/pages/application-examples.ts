import type {
  ApplicationFormPage,
  ApplicationPage,
  ApplicationsPage,
  AuthorizedApplicationsPage,
  Page,
} from '../../handlers/page.ts';
import { HOSTILE } from './hostile-text.ts';

const scopes = [
  { token: 'profile', description: 'See your user name and your name' },
  { token: 'event:write', description: 'Announce events in your name' },
];

const entry: ApplicationsPage['applications'][number] = {
  client_id: 's6BhdRkqt3',
  client_name: 'Photo Printer',
  client_uri: 'https://printer.example/about',
  owner: null,
  redirect_uris: ['https://printer.example/callback'],
  is_confidential: true,
  created_at: 1_777_627_800,
};

const applications: ApplicationsPage = {
  kind: 'applications',
  username: 'ada',
  is_administrator: false,
  notice: null,
  applications: [
    entry,
    {
      ...entry,
      client_id: 'Zb81',
      client_name: 'طابعة الصور',
      client_uri: null,
      redirect_uris: ['com.example.printer:/callback', 'http://127.0.0.1/callback'],
      is_confidential: false,
    },
  ],
};

/** As many as an administrator may meet. */
export const HUNDRED_APPLICATIONS: ApplicationsPage = {
  ...applications,
  is_administrator: true,
  applications: Array.from({ length: 100 }, (_, at) => ({
    ...entry,
    client_id: `client-${at}`,
    client_name: `Photo Printer ${at + 1}`,
    owner: at % 3 === 0 ? null : 'grace',
  })),
};

const form: ApplicationFormPage = {
  kind: 'application_form',
  username: 'ada',
  client_id: null,
  client_name: { value: '', problem: null },
  client_uri: { value: '', problem: null },
  redirect_uris: [{ value: '', problem: null }],
  out_of_band: false,
  is_confidential: true,
  scopes: scopes.map((scope) => ({ ...scope, is_ticked: false })),
  scope_problem: null,
};

const application: ApplicationPage = {
  kind: 'application',
  username: 'ada',
  client_id: 's6BhdRkqt3',
  client_name: 'Photo Printer',
  client_uri: 'https://printer.example/about',
  owner: 'ada',
  redirect_uris: ['https://printer.example/callback', 'https://printer.example/a/second?tenant=7'],
  out_of_band: true,
  is_confidential: true,
  scopes,
  created_at: 1_777_627_800,
  client_secret: null,
  previous_secret_until: null,
  try_it: ['https://printer.example/callback', 'urn:ietf:wg:oauth:2.0:oob'].map((redirect_uri) => ({
    redirect_uri,
    href: `https://auth.example/oauth/authorize?${new URLSearchParams({ response_type: 'code', redirect_uri }).toString()}`,
  })),
  notice: null,
};

const grants: AuthorizedApplicationsPage = {
  kind: 'authorized_applications',
  username: 'ada',
  notice: null,
  grants: [
    {
      id: 'g1',
      client_name: 'Photo Printer',
      client_uri: 'https://printer.example/about',
      scopes,
      authorized_at: 1_777_627_800,
      last_used_at: 1_777_714_200,
    },
    {
      id: 'g2',
      client_name: 'backup-cli',
      client_uri: null,
      scopes: [],
      authorized_at: 1_777_627_800,
      last_used_at: null,
    },
  ],
};

const long = `https://printer.example/${'callback/'.repeat(40)}?${HOSTILE}`;
const refused = {
  value: HOSTILE,
  problem: 'A redirect URI is an absolute URI, such as https://example.org/callback.',
};

/** The application pages in their ordinary states, and in their worst around the text of strangers. */
export const APPLICATION_EXAMPLES = {
  applications,
  'applications-none': { ...applications, applications: [], notice: 'The application has been deleted.' },
  'applications-hostile': {
    ...applications,
    is_administrator: true,
    notice: HOSTILE,
    applications: [
      {
        ...entry,
        client_id: HOSTILE,
        client_name: HOSTILE,
        client_uri: `https://bank.example@${'very-long-'.repeat(6)}name.example/`,
        owner: HOSTILE,
        redirect_uris: [long, HOSTILE],
      },
      entry,
    ],
  },
  application_form: form,
  'application_form-refused': {
    ...form,
    client_name: { value: '', problem: 'An application needs a name.' },
    client_uri: {
      value: 'printer',
      problem: 'A website is an absolute URL, such as https://example.org/.',
    },
    redirect_uris: [
      { value: 'https://printer.example/callback', problem: null },
      {
        value: 'http://printer.example/callback',
        problem: 'Only https keeps the code from being read on the way.',
      },
    ],
    scope_problem: 'Tick at least one.',
  },
  'application_form-hostile': {
    ...form,
    client_id: HOSTILE,
    client_name: refused,
    client_uri: refused,
    redirect_uris: [refused, { value: long, problem: null }],
    out_of_band: true,
    scopes: [{ token: HOSTILE, description: HOSTILE, is_ticked: true }],
  },
  application,
  'application-secret': {
    ...application,
    client_secret: 'gX1fBat3bV_8mQ2h0eKvLr5nYpTzUwJcDsAiOxNqRfE',
    notice: 'The application is registered.',
  },
  'application-rotated': {
    ...application,
    client_secret: 'gX1fBat3bV_8mQ2h0eKvLr5nYpTzUwJcDsAiOxNqRfE',
    previous_secret_until: 1_777_714_200,
  },
  'application-public': {
    ...application,
    is_confidential: false,
    client_uri: null,
    owner: null,
    redirect_uris: [],
    out_of_band: false,
    scopes: [],
    try_it: [],
  },
  'application-hostile': {
    ...application,
    client_id: HOSTILE,
    client_name: HOSTILE,
    client_uri: HOSTILE,
    owner: HOSTILE,
    redirect_uris: [long, HOSTILE],
    scopes: [{ token: HOSTILE, description: HOSTILE }],
    previous_secret_until: 1_777_714_200,
    try_it: [
      { redirect_uri: long, href: `https://auth.example/?${new URLSearchParams({ long }).toString()}` },
    ],
    notice: HOSTILE,
  },
  application_delete: {
    kind: 'application_delete',
    username: 'ada',
    client_id: 's6BhdRkqt3',
    client_name: 'Photo Printer',
    grants: 3,
  },
  'application_delete-hostile': {
    kind: 'application_delete',
    username: HOSTILE,
    client_id: HOSTILE,
    client_name: HOSTILE,
    grants: 0,
  },
  authorized_applications: grants,
  'authorized_applications-none': { ...grants, grants: [], notice: 'Its access has ended.' },
  'authorized_applications-hostile': {
    ...grants,
    notice: HOSTILE,
    grants: [
      {
        id: HOSTILE,
        client_name: HOSTILE,
        client_uri: HOSTILE,
        scopes: [{ token: HOSTILE, description: HOSTILE }],
        authorized_at: 0,
        last_used_at: null,
      },
    ],
  },
} satisfies Record<string, Page>;
