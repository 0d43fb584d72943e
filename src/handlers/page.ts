import type { Client } from '../oauth/ports.ts';

/**
 * What the server's pages show: data only, drawn by `http/pages`. The CSRF token of each form and the request
 * id of an error page are added where the page is written, never here.
 */
export type Page = HomePage | LoginPage | LogoutPage | ConsentPage | CodePage | FormPostPage | ErrorPage;

export interface HomePage {
  kind: 'home';
  issuer: string;
  /** The signed-in user, if any. */
  username: string | null;
}

export interface LoginPage {
  kind: 'login';
  /** A path of this server to go to after sign-in; carried in a hidden field `return_to`. */
  return_to: string;
  /** What was typed before a failed attempt. */
  username: string;
  /** The complaint of a failed attempt, a whole sentence. */
  problem: string | null;
  /** The name of the application whose authorization request asked for the sign-in. */
  client_name: string | null;
}

/** Asks for a click before signing out; the form posts to /logout. */
export interface LogoutPage {
  kind: 'logout';
  username: string;
}

export interface ConsentPage {
  kind: 'consent';
  client: Pick<Client, 'client_name' | 'client_uri'>;
  username: string;
  /** Each requested scope token with its description; a ticked check box each, named `scope_granted`. */
  scopes: readonly { token: string; description: string }[];
  /** Where the answer leads: an origin such as `https://app.example`, or words for the out-of-band page. */
  destination: string;
  /** True where the destination is this machine or an app on it, which nobody can vouch for. */
  destination_unverified: boolean;
  /** The authorization request, carried in hidden fields, in this order. */
  request: readonly (readonly [name: string, value: string])[];
  /** A CSP source for the destination, since browsers apply form-action to redirects too. */
  form_action: string;
}

/** The out-of-band page: the code, made for copying. */
export interface CodePage {
  kind: 'code';
  code: string;
  expires_in: number;
}

/** `response_mode=form_post`: a form that submits itself where script is on and has a button where not. */
export interface FormPostPage {
  kind: 'form_post';
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  form_action: string;
}

export interface ErrorPage {
  kind: 'error';
  status: number;
  /** The wire code, e.g. `invalid_request`. */
  error: string;
  /** What is wrong, a sentence or two in plain words. */
  description: string;
  /** Facts that help to mend it, e.g. the registered and the received redirect URI; shown as a list. */
  details: readonly (readonly [term: string, text: string])[];
  /** Where it is written, e.g. `RFC 6749 §3.1.2.3` with its link. */
  section: { title: string; href: string } | null;
}
