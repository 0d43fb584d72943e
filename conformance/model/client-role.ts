/** Which of the target's clients acts. */
export type ClientRole =
  | 'confidential'
  | 'second'
  | 'public'
  | 'second_public'
  | 'several_redirects'
  | 'query_redirect'
  | 'no_code_grant'
  | 'no_refresh_grant';
