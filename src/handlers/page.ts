import type { Client, Seconds } from '../oauth/ports.ts';

/**
 * What the server's pages show: data only, drawn by `http/pages`. The CSRF token of each form and the request
 * id of an error page are added where the page is written, never here.
 */
export type Page =
  | HomePage
  | LoginPage
  | LogoutPage
  | ConsentPage
  | CodePage
  | FormPostPage
  | ApplicationsPage
  | ApplicationFormPage
  | ApplicationPage
  | ApplicationDeletePage
  | AuthorizedApplicationsPage
  | ErrorPage;

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
  /** Each requested scope token with its description and a check box named `scope_granted`, ticked to begin with. */
  scopes: readonly { token: string; description: string; is_ticked: boolean }[];
  /** Where the answer leads: an origin such as `https://app.example`, or words for the out-of-band page. */
  destination: string;
  /** True where the destination is this machine or an app on it, which nobody can vouch for. */
  destination_unverified: boolean;
  /** The authorization request, carried in hidden fields, in this order. */
  request: readonly (readonly [name: string, value: string])[];
  /** A CSP source for the destination, since browsers apply form-action to redirects too. */
  form_action: string;
  /** Where the form posts to: beside the authorization endpoint that was used. */
  decision_path: string;
  /** What has to be ticked before anything is allowed, in a check box named `agreed`; null where the button is enough. */
  check_box: string | null;
  /** Allowed without the tick: the page again. */
  is_tick_missing: boolean;
  /** The word on the button that allows. */
  approve: string;
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

/** The applications that a user may manage; an administrator's are all. */
export interface ApplicationsPage {
  kind: 'applications';
  username: string;
  is_administrator: boolean;
  /** What has just happened, a whole sentence. */
  notice: string | null;
  applications: readonly {
    client_id: string;
    client_name: string;
    client_uri: string | null;
    /** The user name of who registered it here; null where nobody did. */
    owner: string | null;
    redirect_uris: readonly string[];
    is_confidential: boolean;
    created_at: Seconds;
  }[];
}

/** What was typed, and what is wrong with it: a whole sentence, shown beside the field. */
export interface Field {
  value: string;
  problem: string | null;
}

/**
 * Posts client_name, client_uri, redirect_uris (repeated, blank ones are ignored), out_of_band=yes, client_type
 * (confidential or public, of a new one only), scope (repeated).
 */
export interface ApplicationFormPage {
  kind: 'application_form';
  username: string;
  /** Null: a new one. */
  client_id: string | null;
  client_name: Field;
  client_uri: Field;
  /** At least one row, so that one can be typed; without the out-of-band URN. */
  redirect_uris: readonly Field[];
  out_of_band: boolean;
  is_confidential: boolean;
  scopes: readonly { token: string; description: string; is_ticked: boolean }[];
  scope_problem: string | null;
}

export interface ApplicationPage {
  kind: 'application';
  username: string;
  client_id: string;
  client_name: string;
  client_uri: string | null;
  /** The user name of who registered it here; null where nobody did. */
  owner: string | null;
  /** Without the out-of-band URN. */
  redirect_uris: readonly string[];
  out_of_band: boolean;
  is_confidential: boolean;
  scopes: readonly { token: string; description: string }[];
  created_at: Seconds;
  /** Shown this once. */
  client_secret: string | null;
  /** Until when the replaced secret works too. */
  previous_secret_until: Seconds | null;
  /** An authorization request to try, one for each redirect URI. */
  try_it: readonly { redirect_uri: string; href: string }[];
  /** What has just happened, a whole sentence. */
  notice: string | null;
}

/** Asks before an application is deleted. */
export interface ApplicationDeletePage {
  kind: 'application_delete';
  username: string;
  client_id: string;
  client_name: string;
  /** How many people have allowed it at present. */
  grants: number;
}

/** What the user has allowed, newest first. */
export interface AuthorizedApplicationsPage {
  kind: 'authorized_applications';
  username: string;
  /** What has just happened, a whole sentence. */
  notice: string | null;
  grants: readonly {
    id: string;
    client_name: string;
    client_uri: string | null;
    scopes: readonly { token: string; description: string }[];
    authorized_at: Seconds;
    last_used_at: Seconds | null;
  }[];
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
