import type { ApplicationsPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { hostOf, Notice } from './facts.tsx';
import { Moment } from './moment.tsx';
import { applicationPath, APPLICATIONS_PATH } from './paths.ts';
import { Untrusted } from './untrusted.tsx';

export function Applications({ page }: { page: ApplicationsPage }) {
  const { applications } = page;
  return (
    <Document title="Applications" page={page}>
      <div class="head">
        <h1>Applications</h1>
        <a class="button primary" href={`${APPLICATIONS_PATH}/new`}>
          New application
        </a>
      </div>
      <Notice text={page.notice} />
      <p class="lead">{summary(page)}</p>
      {applications.length > 0 && (
        <ul class="entries">
          {applications.map((application, at) => (
            <Entry application={application} at={at} />
          ))}
        </ul>
      )}
    </Document>
  );
}

function summary({ applications: { length }, is_administrator }: ApplicationsPage): string {
  if (length === 0) {
    return is_administrator
      ? 'No application is registered yet.'
      : 'You have not registered an application yet.';
  }
  const count = length === 1 ? '1 application' : `${length} applications`;
  return is_administrator
    ? `${count}. As an administrator you see those of everybody.`
    : `${count} that you have registered.`;
}

interface EntryProps {
  application: ApplicationsPage['applications'][number];
  at: number;
}

/** The links of one entry are named after its application, as a hundred called "Edit" cannot be told apart by ear. */
function Entry({ application, at }: EntryProps) {
  const path = applicationPath(application.client_id);
  return (
    <li>
      <div class="about">
        <h2>
          <a id={`name-${at}`} href={path}>
            <Untrusted text={application.client_name} />
          </a>
        </h2>
        <About application={application} />
        {application.redirect_uris.map((uri) => (
          <Untrusted text={uri} class="exact uri" />
        ))}
      </div>
      <div class="actions">
        <a class="button" id={`edit-${at}`} aria-labelledby={`edit-${at} name-${at}`} href={`${path}/edit`}>
          Edit
        </a>
        <a
          class="button"
          id={`delete-${at}`}
          aria-labelledby={`delete-${at} name-${at}`}
          href={`${path}/delete`}
          data-dialog
        >
          Delete
        </a>
      </div>
    </li>
  );
}

function About({ application }: Pick<EntryProps, 'application'>) {
  const { client_uri, is_confidential, owner, created_at } = application;
  return (
    <p class="small">
      {client_uri !== null && (
        <>
          <Untrusted text={hostOf(client_uri)} />
          {' · '}
        </>
      )}
      {is_confidential ? 'Confidential' : 'Public'} · Registered <Moment at={created_at} />
      {owner !== null && (
        <>
          {' by '}
          <Untrusted text={owner} />
        </>
      )}
    </p>
  );
}
