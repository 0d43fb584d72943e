import type { ApplicationPage } from '../../handlers/page.ts';
import { NewSecret, RotateSecret } from './application-secret.tsx';
import { Document } from './document.tsx';
import { ClientName, Fact, Notice, ScopeWords } from './facts.tsx';
import { Moment } from './moment.tsx';
import { applicationPath } from './paths.ts';
import { Untrusted } from './untrusted.tsx';

export function Application({ page, csrf_token }: { page: ApplicationPage; csrf_token: string }) {
  const path = applicationPath(page.client_id);
  return (
    <Document title="Application" page={page}>
      <h1>
        <ClientName name={page.client_name} />
      </h1>
      <Notice text={page.notice} />
      {page.client_secret !== null && (
        <NewSecret client_secret={page.client_secret} previous_secret_until={page.previous_secret_until} />
      )}
      <Facts page={page} />
      <div class="actions">
        <a class="button" href={`${path}/edit`}>
          Edit
        </a>
        <a class="button danger" href={`${path}/delete`} data-dialog>
          Delete
        </a>
      </div>
      {page.try_it.length > 0 && <TryIt links={page.try_it} />}
      {page.is_confidential && <RotateSecret action={`${path}/secret`} csrf_token={csrf_token} />}
    </Document>
  );
}

function Facts({ page }: { page: ApplicationPage }) {
  return (
    <dl class="facts">
      <Fact term="Client ID">
        <Untrusted text={page.client_id} class="exact" />
      </Fact>
      {page.client_secret === null && <SecretFact page={page} />}
      <Fact term="Kind">{page.is_confidential ? 'Confidential' : 'Public: it has no secret'}</Fact>
      {page.client_uri !== null && (
        <Fact term="Website">
          <Untrusted text={page.client_uri} />
        </Fact>
      )}
      <Fact term={page.redirect_uris.length > 1 ? 'Redirect URIs' : 'Redirect URI'}>
        <RedirectUris page={page} />
      </Fact>
      <Fact term="May ask for">
        <Scopes scopes={page.scopes} />
      </Fact>
      <Fact term="Registered">
        <Moment at={page.created_at} />
        {page.owner !== null && (
          <>
            {' by '}
            <Untrusted text={page.owner} class="inline" />
          </>
        )}
      </Fact>
    </dl>
  );
}

/** Only a hash of it is kept, so there is nothing that could be shown again. */
function SecretFact({ page }: { page: ApplicationPage }) {
  if (!page.is_confidential) return null;
  return (
    <Fact term="Client secret">
      Kept only as a hash, so it cannot be shown.
      {page.previous_secret_until !== null && (
        <>
          {' The one before it works until '}
          <Moment at={page.previous_secret_until} />.
        </>
      )}
    </Fact>
  );
}

function RedirectUris({ page }: { page: ApplicationPage }) {
  return (
    <>
      {page.redirect_uris.map((uri) => (
        <Untrusted text={uri} class="exact" />
      ))}
      {page.out_of_band && <span>A page that shows the code, to be copied by hand</span>}
      {page.redirect_uris.length === 0 && !page.out_of_band && <span>None</span>}
    </>
  );
}

function Scopes({ scopes }: Pick<ApplicationPage, 'scopes'>) {
  if (scopes.length === 0) return <span>No particular permission</span>;
  return (
    <ul class="scopes">
      {scopes.map((scope) => (
        <li>
          <ScopeWords scope={scope} />
        </li>
      ))}
    </ul>
  );
}

function TryIt({ links }: { links: ApplicationPage['try_it'] }) {
  return (
    <section class="screen-only">
      <h2>Try it</h2>
      <p>Each link is an authorization request, as this application would send its users with it.</p>
      <ul class="links">
        {links.map(({ redirect_uri, href }) => (
          <li>
            <a href={href}>
              Ask for access <small>leads to {<Untrusted text={redirect_uri} class="exact" />}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
