import type { ErrorPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { Untrusted } from './untrusted.tsx';

export function ErrorReport({ page, request_id }: { page: ErrorPage; request_id: string }) {
  const heading = headingOf(page.status);
  return (
    <Document title={heading} page={page}>
      <h1>{heading}</h1>
      <p>
        <Untrusted text={page.description} />
      </p>
      {page.details.length > 0 && <Details details={page.details} />}
      <dl class="facts">
        <div>
          <dt>Error</dt>
          <dd>
            <Untrusted text={page.error} class="exact" />
          </dd>
        </div>
        {page.section !== null && <Section section={page.section} />}
        <div>
          <dt>Request id</dt>
          <dd>
            <Untrusted text={request_id} class="exact" />
          </dd>
        </div>
      </dl>
      <p class="small">Whoever runs this server can find the request in its log by that id.</p>
    </Document>
  );
}

/** Set exactly, spaces included: the difference between two redirect URIs may be a single one. */
function Details({ details }: { details: ErrorPage['details'] }) {
  return (
    <dl class="details">
      {details.map(([term, text]) => (
        <div>
          <dt>
            <Untrusted text={term} />
          </dt>
          <dd>
            <Untrusted text={text} class="exact" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Section({ section }: { section: NonNullable<ErrorPage['section']> }) {
  return (
    <div>
      <dt>Written in</dt>
      <dd>
        <a href={section.href}>{section.title}</a>
      </dd>
    </div>
  );
}

function headingOf(status: number): string {
  if (status >= 500) return 'Something failed on this server';
  if (status === 404) return 'There is nothing at this address';
  if (status === 429) return 'Too many attempts';
  return 'This request cannot be answered';
}
