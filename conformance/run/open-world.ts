import type { Browser } from '../agents/browser.ts';
import { authorizationDraft, newAttempt } from '../agents/client.ts';
import { CommandBrowser } from '../agents/command-browser.ts';
import { formDriver } from '../agents/form-driver.ts';
import { absentOwner, headersDriver } from '../agents/headers-driver.ts';
import type { OwnerDriver } from '../agents/owner-driver.ts';
import { Transport } from '../agents/transport.ts';
import { UserAgent, type Journey } from '../agents/user-agent.ts';
import { mainClient } from '../target/main-client.ts';
import type { Target, TargetOwner } from '../target/target.ts';
import type { World } from './world.ts';

/** Everything that the scenarios of a run share. Nobody has signed in yet: `signIn` does. */
export function openWorld(target: Target, transport = new Transport(target), left: string[] = []): World {
  return { target, transport, browser: openBrowser(target, transport), left };
}

/**
 * Lets the owner sign in, once for the whole run, by a valid request of the confidential client. Where the owner can
 * deny, they do: a consent that was given might be remembered.
 */
export async function signIn({ target, browser }: World, intent: 'approve' | 'deny'): Promise<Journey> {
  const attempt = newAttempt(target, mainClient(target));
  const { redirect_uri } = attempt;
  return await browser.travel(authorizationDraft(target, attempt), { redirect_uri, intent });
}

function openBrowser(target: Target, transport: Transport): Browser {
  const { owner, timeout } = target;
  const home = homeOf(target);
  const driver = driverOf(owner);
  const headers = owner.driver === 'headers' ? Object.entries(owner.headers) : [];
  const agent = new UserAgent(transport, driver, home, headers);
  // A journey is several pages.
  return owner.driver === 'command'
    ? new CommandBrowser({ owner, home, plain: agent, timeout: timeout * 6 })
    : agent;
}

/** Where the browser may go: the server's own origins, and those that the target names. */
function homeOf({ issuer, authorization_endpoint, origins = [] }: Target): ReadonlySet<string> {
  const urls = [...(issuer === null ? [] : [issuer]), authorization_endpoint, ...origins];
  return new Set(urls.map((url) => new URL(url).origin));
}

function driverOf(owner: TargetOwner): OwnerDriver {
  switch (owner.driver) {
    case 'form':
      return formDriver(owner);
    case 'headers':
      return headersDriver(owner);
    case 'command':
    case 'none':
      return absentOwner;
  }
}
