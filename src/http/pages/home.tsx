import type { HomePage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { CsrfField } from './fields.tsx';
import { APPLICATIONS_PATH, AUTHORIZED_APPLICATIONS_PATH } from './paths.ts';
import { Untrusted } from './untrusted.tsx';

const LINKS = [
  [APPLICATIONS_PATH, 'Applications', 'Register an application of yours, and look after it'],
  [
    AUTHORIZED_APPLICATIONS_PATH,
    'Authorized applications',
    'Who has access to your account, and how to end it',
  ],
  ['/docs', 'Documentation', 'Every operation, with requests to copy'],
  ['/openapi.yaml', 'Contract', 'The same as OpenAPI 3.1, for programs'],
  ['/.well-known/oauth-authorization-server', 'Server metadata', 'Endpoints and abilities, RFC 8414'],
] as const;

export function Home({ page, csrf_token }: { page: HomePage; csrf_token: string }) {
  return (
    <Document title="OAuth 2.0 authorization server" page={page}>
      <h1>OAuth 2.0 authorization server</h1>
      <p class="lead">
        Here people decide which applications may act for them. The issuer is{' '}
        <Untrusted text={page.issuer} class="exact" />
      </p>
      <ul class="links">
        {LINKS.map(([href, name, about]) => (
          <li>
            <a href={href}>
              {name} <small>{about}</small>
            </a>
          </li>
        ))}
      </ul>
      {page.username === null ? <SignIn /> : <SignedIn username={page.username} csrf_token={csrf_token} />}
    </Document>
  );
}

function SignIn() {
  return (
    <a class="button primary wide" href="/login">
      Sign in
    </a>
  );
}

function SignedIn({ username, csrf_token }: { username: string; csrf_token: string }) {
  return (
    <form class="session" method="post" action="/logout">
      <CsrfField token={csrf_token} />
      <p>
        Signed in as <Untrusted text={username} />
      </p>
      <button type="submit">Sign out</button>
    </form>
  );
}
