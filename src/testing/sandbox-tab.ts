import type { Page as Tab } from 'playwright-core';

/** Signs in on the page that asks for it. */
export async function signInTo(tab: Tab, username: 'demo' | 'admin'): Promise<void> {
  await tab.getByLabel('User name').fill(username);
  await tab.getByLabel('Password').fill(`${username}-password`);
  await tab.getByRole('button', { name: 'Sign in' }).click();
}
