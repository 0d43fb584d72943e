import type { LoginPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { CsrfField } from './fields.tsx';
import { Untrusted } from './untrusted.tsx';

export function Login({ page, csrf_token }: { page: LoginPage; csrf_token: string }) {
  return (
    <Document title="Sign in" page={page}>
      <h1>Sign in</h1>
      {page.client_name !== null && (
        <p class="lead">
          to continue to <Untrusted text={page.client_name} />
        </p>
      )}
      {page.problem !== null && (
        <p id="problem" class="notice alert" role="alert">
          {page.problem}
        </p>
      )}
      <form method="post" action="/login">
        <CsrfField token={csrf_token} />
        <input type="hidden" name="return_to" value={page.return_to} />
        <UsernameField page={page} />
        <PasswordField page={page} />
        <div class="actions">
          <button type="submit" class="primary">
            Sign in
          </button>
        </div>
      </form>
    </Document>
  );
}

/** Which of the two was wrong is never said, so both point at the complaint. */
function complaint(page: LoginPage) {
  return page.problem === null ? {} : { 'aria-describedby': 'problem', 'aria-invalid': true };
}

function UsernameField({ page }: { page: LoginPage }) {
  return (
    <div class="field">
      <label for="username">User name</label>
      <input
        id="username"
        name="username"
        type="text"
        value={page.username}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        autofocus={page.username === ''}
        {...complaint(page)}
      />
    </div>
  );
}

/** After a failed attempt the name is there already, so the cursor waits where typing goes on. */
function PasswordField({ page }: { page: LoginPage }) {
  return (
    <div class="field">
      <label for="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        autofocus={page.username !== ''}
        {...complaint(page)}
      />
    </div>
  );
}
