import type { Transport } from '../agents/transport.ts';
import type { ClientRole } from '../model/client-role.ts';
import { defaultRedirectUri, methodsOf, registrationOf, scopesOf } from '../target/complete-target.ts';
import type { Discovery } from '../target/discover.ts';
import {
  deleteClients,
  registerClient,
  type NotRegistered,
  type RegisteredClient,
  type RegistrationRequest,
} from '../target/register.ts';
import type { TargetSettings } from '../target/settings.ts';
import type { Checkup } from './checkup.ts';

const roles: readonly ClientRole[] = [
  'confidential',
  'second',
  'public',
  'second_public',
  'several_redirects',
  'query_redirect',
  'no_code_grant',
  'no_refresh_grant',
];

/** The clients of this run, and the client_ids of those that are of no use and could not be deleted. */
interface Gathered {
  registered: RegisteredClient[];
  left: string[];
}

/** Registers the clients that are not described, where the server lets us. */
export async function gatherClients(
  settings: TargetSettings,
  discovery: Discovery,
  transport: Transport,
  checkup: Checkup,
): Promise<Gathered> {
  const missing = roles.filter((role) => settings.clients?.[role] === undefined);
  const request = requestOf(settings, discovery);
  if (missing.length === 0 || request === null) {
    reportMissing(missing, [], checkup, request === null ? 'there is no registration' : '');
    return { registered: [], left: [] };
  }
  const answers = await Promise.all(missing.map((role) => registerClient(role, request, transport)));
  const registered = answers.filter((answer): answer is RegisteredClient => 'client' in answer);
  const refused = answers.filter((answer): answer is NotRegistered => 'problem' in answer);
  const left = await deleteClients(refused, transport);
  const problems = refused.map(({ role, problem }) => `${role}: ${problem}`);
  reportMissing(
    refused.map(({ role }) => role),
    registered,
    checkup,
    problems.join('; '),
  );
  return { registered, left };
}

function requestOf(settings: TargetSettings, discovery: Discovery): RegistrationRequest | null {
  const registration = registrationOf(settings, discovery);
  if (registration === null) return null;
  const [method = 'basic'] = settings.client_authentication ?? methodsOf(discovery);
  return {
    endpoint: registration.url,
    token: registration.token,
    redirect_uri: settings.redirect_uri ?? defaultRedirectUri,
    scopes: scopesOf(settings, discovery),
    method,
  };
}

/** Without a client there is no flow at all; without the others, less can be judged. */
function reportMissing(
  missing: readonly ClientRole[],
  registered: readonly RegisteredClient[],
  checkup: Checkup,
  why: string,
): void {
  const came = registered.length === 0 ? '' : `${registered.length} registered for this run`;
  const names = missing.map((role) => `clients.${role}`).join(', ');
  if (missing.includes('confidential') && missing.includes('public')) {
    checkup.fail({
      id: 'registration',
      detail: `there is no client to test with (${why})`,
      fix: 'describe `clients.confidential` with its client_id, client_secret and redirect_uris; or give a `registration_token` where registration asks for one',
    });
  } else if (missing.length > 0) {
    checkup.note(
      'registration',
      [came, `without ${names}${why === '' ? '' : ` (${why})`}`].filter((part) => part !== '').join('; '),
      'describe them in the target file: what needs them is skipped until then',
    );
  } else checkup.ok('registration', came === '' ? 'as the settings name them' : came);
}
