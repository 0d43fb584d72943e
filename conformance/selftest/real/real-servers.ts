import { startJmondiOauth2Server } from './jmondi-oauth2-server.ts';
import { startNodeOauth2Server } from './node-oauth2-server.ts';
import { startOidcProvider } from './oidc-provider.ts';
import type { RunningServer } from './running-server.ts';

/** Servers that nobody of this project wrote, each behind a host app as thin as can be. */
export interface RealServer {
  /** Of the npm package. */
  packageName: string;
  start(): Promise<RunningServer>;
}

export const realServers: Readonly<Record<string, RealServer>> = {
  'oidc-provider': { packageName: 'oidc-provider', start: startOidcProvider },
  'node-oauth2-server': { packageName: '@node-oauth/oauth2-server', start: startNodeOauth2Server },
  'jmondi-oauth2-server': { packageName: '@jmondi/oauth2-server', start: startJmondiOauth2Server },
};
