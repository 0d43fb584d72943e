import type { ApplicationFormPage, Field } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { ScopeWords } from './facts.tsx';
import { CsrfField } from './fields.tsx';
import { applicationPath, APPLICATIONS_PATH } from './paths.ts';
import { RedirectUris } from './redirect-uris.tsx';
import { TextField } from './text-field.tsx';

export function ApplicationForm({ page, csrf_token }: { page: ApplicationFormPage; csrf_token: string }) {
  const title = page.client_id === null ? 'New application' : 'Edit application';
  const path = page.client_id === null ? APPLICATIONS_PATH : applicationPath(page.client_id);
  const isRefused = problemsOf(page).length > 0;
  return (
    <Document title={title} page={page}>
      <h1>{title}</h1>
      {isRefused && (
        <p class="notice alert" role="alert">
          Nothing is saved yet. What has to be changed is marked below.
        </p>
      )}
      <form method="post" action={path}>
        <CsrfField token={csrf_token} />
        <Description page={page} />
        <RedirectUris page={page} />
        {page.client_id === null && <Kind is_confidential={page.is_confidential} />}
        <Scopes page={page} />
        <div class="actions">
          <a class="button" href={path}>
            Cancel
          </a>
          <button type="submit" class="primary">
            {page.client_id === null ? 'Register' : 'Save'}
          </button>
        </div>
      </form>
    </Document>
  );
}

function problemsOf({
  client_name,
  client_uri,
  redirect_uris,
  scope_problem,
}: ApplicationFormPage): string[] {
  const fields: readonly Field[] = [client_name, client_uri, ...redirect_uris];
  return [...fields.map(({ problem }) => problem), scope_problem].filter((problem) => problem !== null);
}

function Description({ page }: { page: ApplicationFormPage }) {
  return (
    <>
      <TextField
        name="client_name"
        label="Name"
        hint="Shown to everybody whom the application asks for access."
        field={page.client_name}
        required
      />
      <TextField
        name="client_uri"
        label="Website (may be left empty)"
        hint="Where people can read about it, such as https://example.org/."
        field={page.client_uri}
        inputmode="url"
      />
    </>
  );
}

const KINDS = [
  ['confidential', 'Confidential', 'It runs on a server of yours, where it can keep a secret.'],
  ['public', 'Public', 'It runs on the devices of its users, where nothing can be kept secret.'],
] as const;

function Kind({ is_confidential }: Pick<ApplicationFormPage, 'is_confidential'>) {
  return (
    <fieldset>
      <legend>Kind</legend>
      <p class="small">It stays what it is: this cannot be changed later.</p>
      {KINDS.map(([value, name, about]) => (
        <label class="scope">
          <input
            type="radio"
            name="client_type"
            value={value}
            checked={is_confidential === (value === 'confidential')}
          />
          <span>
            {name} <small>{about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Scopes({ page: { scopes, scope_problem } }: { page: ApplicationFormPage }) {
  return (
    <fieldset aria-describedby={scope_problem === null ? undefined : 'scope-problem'}>
      <legend>What it may ask for</legend>
      {scope_problem !== null && (
        <p id="scope-problem" class="problem">
          {scope_problem}
        </p>
      )}
      {scopes.map((scope) => (
        <label class="scope">
          <input type="checkbox" name="scope" value={scope.token} checked={scope.is_ticked} />
          <span>
            <ScopeWords scope={scope} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
