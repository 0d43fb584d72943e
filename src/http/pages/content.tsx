import type { Page } from '../../handlers/page.ts';
import { ApplicationDelete } from './application-delete.tsx';
import { ApplicationForm } from './application-form.tsx';
import { Application } from './application.tsx';
import { Applications } from './applications.tsx';
import { AuthorizedApplications } from './authorized-applications.tsx';
import { Code } from './code.tsx';
import { Consent } from './consent.tsx';
import { ErrorReport } from './error.tsx';
import { FormPost } from './form-post.tsx';
import { Home } from './home.tsx';
import { Login } from './login.tsx';
import { Logout } from './logout.tsx';

/** What the page models leave out: both belong to the request that is being answered. */
export interface PageContext {
  csrf_token: string;
  request_id: string;
}

interface ContentProps {
  page: Page;
  context: PageContext;
}

/** One line per kind of page: each is given no more of the context than it shows. */
export function Content({ page, context: { csrf_token, request_id } }: ContentProps) {
  switch (page.kind) {
    case 'home':
      return <Home page={page} csrf_token={csrf_token} />;
    case 'login':
      return <Login page={page} csrf_token={csrf_token} />;
    case 'logout':
      return <Logout page={page} csrf_token={csrf_token} />;
    case 'consent':
      return <Consent page={page} csrf_token={csrf_token} />;
    case 'code':
      return <Code page={page} />;
    case 'form_post':
      return <FormPost page={page} />;
    case 'applications':
      return <Applications page={page} />;
    case 'application_form':
      return <ApplicationForm page={page} csrf_token={csrf_token} />;
    case 'application':
      return <Application page={page} csrf_token={csrf_token} />;
    case 'application_delete':
      return <ApplicationDelete page={page} csrf_token={csrf_token} />;
    case 'authorized_applications':
      return <AuthorizedApplications page={page} csrf_token={csrf_token} />;
    case 'error':
      return <ErrorReport page={page} request_id={request_id} />;
  }
}
