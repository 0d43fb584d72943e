export const APPLICATIONS_PATH = '/oauth/applications';
export const AUTHORIZED_APPLICATIONS_PATH = '/oauth/authorized_applications';

/** Where an application is shown; what can be done with it lies below. */
export function applicationPath(client_id: string): string {
  return `${APPLICATIONS_PATH}/${encodeURIComponent(client_id)}`;
}
