import type { LogoutPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { CsrfField } from './fields.tsx';
import { Untrusted } from './untrusted.tsx';

export function Logout({ page, csrf_token }: { page: LogoutPage; csrf_token: string }) {
  return (
    <Document title="Sign out" page={page}>
      <h1>Sign out?</h1>
      <p>
        You are signed in as <Untrusted text={page.username} />
      </p>
      <p class="lead">Applications that you have allowed keep their access.</p>
      <form method="post" action="/logout">
        <CsrfField token={csrf_token} />
        <div class="actions">
          <a class="button" href="/">
            Stay signed in
          </a>
          <button type="submit" class="primary">
            Sign out
          </button>
        </div>
      </form>
    </Document>
  );
}
