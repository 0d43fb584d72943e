import type { AuthorizedApplicationsPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { hostOf, Notice, ScopeWords } from './facts.tsx';
import { CsrfField } from './fields.tsx';
import { Moment } from './moment.tsx';
import { AUTHORIZED_APPLICATIONS_PATH } from './paths.ts';
import { Untrusted } from './untrusted.tsx';

interface Props {
  page: AuthorizedApplicationsPage;
  csrf_token: string;
}

export function AuthorizedApplications({ page, csrf_token }: Props) {
  const { grants } = page;
  return (
    <Document title="Authorized applications" page={page}>
      <h1>Authorized applications</h1>
      <Notice text={page.notice} />
      <p class="lead">
        {grants.length === 0
          ? 'You have given no application access to your account.'
          : 'These applications have access to your account, until you take it back.'}
      </p>
      {grants.length > 0 && (
        <ul class="entries">
          {grants.map((grant, at) => (
            <Entry grant={grant} at={at} csrf_token={csrf_token} />
          ))}
        </ul>
      )}
      {grants.length > 1 && <RevokeAll count={grants.length} csrf_token={csrf_token} />}
    </Document>
  );
}

interface EntryProps {
  grant: AuthorizedApplicationsPage['grants'][number];
  at: number;
  csrf_token: string;
}

/** Access taken back can be given again, so one click is enough. */
function Entry({ grant, at, csrf_token }: EntryProps) {
  return (
    <li>
      <div class="about">
        <h2 id={`name-${at}`}>
          <Untrusted text={grant.client_name} />
        </h2>
        <Since grant={grant} />
        {grant.scopes.length > 0 && (
          <ul class="scopes">
            {grant.scopes.map((scope) => (
              <li>
                <ScopeWords scope={scope} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <form method="post" action={`${AUTHORIZED_APPLICATIONS_PATH}/${encodeURIComponent(grant.id)}/revoke`}>
        <CsrfField token={csrf_token} />
        <button type="submit" id={`revoke-${at}`} aria-labelledby={`revoke-${at} name-${at}`}>
          Revoke
        </button>
      </form>
    </li>
  );
}

function Since({ grant: { client_uri, authorized_at, last_used_at } }: Pick<EntryProps, 'grant'>) {
  return (
    <p class="small">
      {client_uri !== null && (
        <>
          <Untrusted text={hostOf(client_uri)} />
          {' · '}
        </>
      )}
      Allowed <Moment at={authorized_at} />
      {' · '}
      <span class="together">
        Last used: {last_used_at === null ? 'never' : <Moment at={last_used_at} />}
      </span>
    </p>
  );
}

/** Folded up, so that a click beside the last entry does not end them all. */
function RevokeAll({ count, csrf_token }: { count: number; csrf_token: string }) {
  return (
    <details>
      <summary>Revoke all</summary>
      <form method="post" action={`${AUTHORIZED_APPLICATIONS_PATH}/revoke`}>
        <CsrfField token={csrf_token} />
        <p>All {count} lose their access at once, and have to ask again.</p>
        <button type="submit" class="danger">
          Revoke all {count}
        </button>
      </form>
    </details>
  );
}
