import type { ApplicationDeletePage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { Fact } from './facts.tsx';
import { CsrfField } from './fields.tsx';
import { applicationPath } from './paths.ts';
import { Untrusted } from './untrusted.tsx';

/** Asks by itself as a page, and in a dialog that takes its content over. */
export function ApplicationDelete({ page, csrf_token }: { page: ApplicationDeletePage; csrf_token: string }) {
  const path = applicationPath(page.client_id);
  return (
    <Document title="Delete this application?" page={page}>
      <h1 id="question">Delete this application?</h1>
      <dl class="facts">
        <Fact term="Name">
          <Untrusted text={page.client_name} />
        </Fact>
        <Fact term="Client ID">
          <Untrusted text={page.client_id} class="exact" />
        </Fact>
      </dl>
      <p>{consequence(page.grants)} This cannot be undone.</p>
      <form method="post" action={`${path}/delete`}>
        <CsrfField token={csrf_token} />
        <div class="actions">
          <a class="button" href={path} data-cancel>
            Keep it
          </a>
          <button type="submit" class="danger">
            Delete
          </button>
        </div>
      </form>
    </Document>
  );
}

function consequence(grants: number): string {
  if (grants === 0) return 'Nobody has given it access at present.';
  const people = grants === 1 ? 'One person has' : `${grants} people have`;
  return `${people} given it access: its codes and tokens stop working at once.`;
}
