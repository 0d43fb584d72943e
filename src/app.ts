import type { Logger } from 'pino';
import { scopes } from '../generated/scopes.ts';
import type { Deps } from './handlers/deps.ts';
import {
  addApplication,
  confirmDeleteApplication,
  deleteApplication,
  editApplication,
  listApplications,
  newApplication,
  rotateApplicationSecret,
  showApplication,
  updateApplication,
} from './handlers/applications.ts';
import {
  addApplicationJson,
  deleteApplicationJson,
  listApplicationsJson,
  readApplicationJson,
  rotateApplicationSecretJson,
  updateApplicationJson,
} from './handlers/applications-json.ts';
import {
  listAuthorizedApplications,
  revokeAllAuthorizedApplications,
  revokeAuthorizedApplication,
} from './handlers/authorized-applications.ts';
import { authorize, authorizeByForm } from './handlers/authorize.ts';
import { checkRedirectUri } from './handlers/check-redirect-uri.ts';
import { decideConsent } from './handlers/decide-consent.ts';
import { getContractJson, getContractYaml, getDocs, getDocsScript } from './handlers/documents.ts';
import { addEvent, deleteEvent, listEvents, readEvent, updateEvent } from './handlers/events.ts';
import { gancioRegister } from './handlers/gancio-register.ts';
import { getMe } from './handlers/get-me.ts';
import { getMetadata } from './handlers/get-metadata.ts';
import { gocdGadgets } from './handlers/gocd-gadgets.ts';
import { introspectToken } from './handlers/introspect-token.ts';
import { issueToken } from './handlers/issue-token.ts';
import { login, showLogin } from './handlers/login.ts';
import { logout, showLogout } from './handlers/logout.ts';
import { deleteClient, readClient, updateClient } from './handlers/manage-client.ts';
import { getHealth, getMetrics, getReadiness } from './handlers/monitoring.ts';
import { listMyTokens, revokeMyToken, revokeMyTokens } from './handlers/my-tokens.ts';
import type { Handlers } from './handlers/operation.ts';
import { registerClient } from './handlers/register-client.ts';
import { revokeToken } from './handlers/revoke-token.ts';
import { showCode } from './handlers/show-code.ts';
import { showHome } from './handlers/show-home.ts';
import { readDocuments } from './documents.ts';
import type { Application, ServerOptions } from './http/server.ts';
import { createServer } from './http/server.ts';
import type { Metrics } from './observability/metrics.ts';
import { requestMetrics } from './observability/metrics.ts';
import { requestLog } from './observability/request-log.ts';

/** The table of contents: one line for each operation of the contract, in the order of the flow. */
const handlers: Handlers = {
  showHome,
  getMetadata,
  getContractJson,
  getContractYaml,
  getDocs,
  getDocsScript,

  authorize,
  authorizeByForm,
  showLogin,
  login,
  decideConsent,
  showCode,
  showLogout,
  logout,

  issueToken,
  revokeToken,
  introspectToken,

  registerClient,
  readClient,
  updateClient,
  deleteClient,

  listApplications,
  newApplication,
  addApplication,
  showApplication,
  editApplication,
  updateApplication,
  confirmDeleteApplication,
  deleteApplication,
  rotateApplicationSecret,
  checkRedirectUri,

  listAuthorizedApplications,
  revokeAuthorizedApplication,
  revokeAllAuthorizedApplications,

  getMe,
  listEvents,
  addEvent,
  readEvent,
  updateEvent,
  deleteEvent,
  listMyTokens,
  revokeMyToken,
  revokeMyTokens,
  listApplicationsJson,
  addApplicationJson,
  readApplicationJson,
  updateApplicationJson,
  deleteApplicationJson,
  rotateApplicationSecretJson,

  // The dialects: the same handlers under other rules.
  gancioRegister,
  gancioAuthorize: authorize,
  gancioDecide: decideConsent,
  ghostAuthorize: authorize,
  ghostDecide: decideConsent,
  ghostToken: issueToken,
  gitshareAuthorize: authorize,
  gitshareDecide: decideConsent,
  gitshareToken: issueToken,
  gocdToken: issueToken,
  gocdGadgets,

  getHealth,
  getReadiness,
  getMetrics,
};

export interface AppOptions {
  logger: Logger;
  metrics: Metrics;
  trustProxy: ServerOptions['trustProxy'];
}

/** What a process brings along: the store, the clock, randomness and the settings. */
export type World = Omit<Deps, 'scopes' | 'documents' | 'renderMetrics'>;

/** The whole server as an Express application. */
export function createApp(world: World, { logger, metrics, trustProxy }: AppOptions): Application {
  const deps: Deps = { ...world, scopes, documents: readDocuments(), renderMetrics: metrics.render };
  return createServer(handlers, deps, {
    trustProxy,
    observers: [requestLog(logger, trustProxy), requestMetrics(metrics)],
    onFault: (err, { id }) => logger.error({ err, request_id: id }, 'a request met a fault'),
  });
}
