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

/** How long things live, in seconds. */
export interface Lifetimes {
  /** RFC 6749 §4.1.2; 60 at most. */
  code: Seconds;
  access_token: Seconds;
  /** A refresh token that is not used for so long ends. */
  refresh_idle: Seconds;
  /** Every refresh token of a family ends so long after the code was redeemed. */
  refresh_absolute: Seconds;
  /** How long after a rotation the replaced refresh token may be sent again by a client whose answer was lost. */
  refresh_grace: Seconds;
  session: Seconds;
}

/** Everything a handler may use besides its input. */
export interface Deps {
  /** The issuer identifier, an origin without a trailing slash, RFC 8414 §2. */
  issuer: string;
  lifetimes: Lifetimes;
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
}
