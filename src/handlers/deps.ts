import type { EnabledDialects } from '../dialects/enabled.ts';
import type { TokenLifetimes } from '../oauth/issue.ts';
import type {
  Clients,
  Events,
  Grants,
  Passwords,
  Seconds,
  Secrets,
  Sessions,
  Throttle,
  Users,
} from '../oauth/ports.ts';
import type { ScopeRegistry } from '../oauth/scope.ts';

/** How long things live, in seconds. */
export interface Lifetimes extends TokenLifetimes {
  session: Seconds;
}

/** What is served as it stands. */
export interface Documents {
  contract: {
    openapi: string;
    info: Record<string, unknown>;
    paths: Record<string, unknown>;
    components: Record<string, Record<string, unknown>>;
  };
  contractYaml: string;
  docsPage: string;
  docsScript: string;
}

/** Everything a handler may use besides its input. */
export interface Deps {
  /** The issuer identifier, an origin without a trailing slash, RFC 8414 §2. */
  issuer: string;
  lifetimes: Lifetimes;
  dialects: EnabledDialects;
  scopes: ScopeRegistry;
  documents: Documents;
  now: () => Seconds;
  clients: Clients;
  grants: Grants;
  users: Users;
  sessions: Sessions;
  events: Events;
  /** Failed sign-ins by user name and address. */
  throttle: Throttle;
  secrets: Secrets;
  passwords: Passwords;
  /** Whether the store answers, for /readyz. */
  isReady: () => Promise<boolean>;
  /** The metrics in Prometheus' text format. */
  renderMetrics: () => Promise<string>;
}
