import type { WireRequest } from '../load/job.ts';

/** Cookies of browsers that have been through sign-in and consent once, redirect by redirect. */
export async function signInToOidcProvider(
  origin: string,
  authorize: WireRequest,
  count: number,
): Promise<string[]> {
  return await Promise.all(Array.from({ length: count }, () => signIn(`${origin}${authorize.path}`)));
}

async function signIn(authorize: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = authorize;
  while (url.startsWith(new URL(authorize).origin)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 303) throw new Error(`${url} answered with ${answer.status}`);
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    url = new URL(answer.headers.get('location') ?? '', url).href;
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
