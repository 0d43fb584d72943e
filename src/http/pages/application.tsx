import type {
  ApplicationDeletePage,
  ApplicationFormPage,
  ApplicationPage,
  ApplicationsPage,
  AuthorizedApplicationsPage,
} from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { CsrfField } from './fields.tsx';
import { Untrusted } from './untrusted.tsx';

type Shown =
  | ApplicationsPage
  | ApplicationFormPage
  | ApplicationPage
  | ApplicationDeletePage
  | AuthorizedApplicationsPage;

/** What the page says, as a list of facts. */
export function Application({ page, csrf_token }: { page: Shown; csrf_token: string }) {
  return (
    <Document title="Applications">
      <h1>Applications</h1>
      <dl class="details">
        {Object.entries(page).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <Untrusted text={typeof value === 'string' ? value : JSON.stringify(value)} class="exact" />
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" action="/logout">
        <CsrfField token={csrf_token} />
        <button type="submit">Sign out</button>
      </form>
    </Document>
  );
}
