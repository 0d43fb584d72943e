import type { ApplicationProblems, TypedApplication } from '../oauth/application.ts';
import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { Client, User } from '../oauth/ports.ts';
import { parseScope, type ScopeRegistry } from '../oauth/scope.ts';
import type { Input } from './operation.ts';
import type { ApplicationFormPage } from './page.ts';

/** What a form said; white space around a name or a website is nobody's intention, in a redirect URI it is told. */
export function readForm(body: Input<'updateApplication'>['body']): TypedApplication {
  const typed = listOf(body.redirect_uris).filter((uri) => uri.trim() !== '');
  return {
    client_name: body.client_name?.trim() ?? '',
    client_uri: body.client_uri?.trim() ?? '',
    redirect_uris: typed.filter((uri) => uri !== outOfBandUri),
    out_of_band: body.out_of_band !== undefined || typed.includes(outOfBandUri),
    scope: [...new Set(listOf(body.scope))],
  };
}

/** The form as the registration would fill it in. */
export function formOf(client: Client): TypedApplication {
  return {
    client_name: client.client_name,
    client_uri: client.client_uri ?? '',
    redirect_uris: client.redirect_uris.filter((uri) => uri !== outOfBandUri),
    out_of_band: client.redirect_uris.includes(outOfBandUri),
    scope: parseScope(client.scope),
  };
}

/** An empty form, with the scope ticked that most applications ask for. */
export const emptyForm: TypedApplication = {
  client_name: '',
  client_uri: '',
  redirect_uris: [],
  out_of_band: false,
  scope: ['profile'],
};

interface Shown {
  user: User;
  /** Null: a new one. */
  client_id: string | null;
  is_confidential: boolean;
  problems?: ApplicationProblems;
}

export function showForm(
  typed: TypedApplication,
  { user, client_id, is_confidential, problems }: Shown,
  scopes: ScopeRegistry,
): ApplicationFormPage {
  const uris = typed.redirect_uris.length === 0 ? [''] : typed.redirect_uris;
  return {
    kind: 'application_form',
    username: user.username,
    client_id,
    client_name: { value: typed.client_name, problem: problems?.client_name ?? null },
    client_uri: { value: typed.client_uri, problem: problems?.client_uri ?? null },
    redirect_uris: uris.map((value, at) => ({ value, problem: problems?.redirect_uris[at] ?? null })),
    out_of_band: typed.out_of_band,
    is_confidential,
    scopes: Object.entries(scopes).map(([token, description]) => {
      return { token, description, is_ticked: typed.scope.includes(token) };
    }),
    scope_problem: problems?.scope ?? null,
  };
}

function listOf(values: string | string[] | undefined): string[] {
  return values === undefined ? [] : [values].flat();
}
