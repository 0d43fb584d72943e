/** Table of data for tests: secrets that are easy to find again, and answers that tell them all. */
export const canaries = {
  code: 'CANARYcode-7f3a9c21d5e84b60',
  accessToken: 'CANARYaccess.token_8b1d+/x2f64e0a3c==',
  refreshToken: 'CANARYrefresh~5c0e9a7731bd4f28',
  verifier: 'CANARYverifier-0123456789abcdefghijklmnopqrstuvwxyz',
  secret: 'CANARYs3cret: &%"<ö>/+',
  password: "CANARYpa55 'word\\&;",
  session: 'CANARYsession%2Ecookie9f8e7d6c',
  csrf: 'CANARYcsrf00aa11bb22cc33dd',
} as const;

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const entities = (text: string) =>
  [...text].map((character) => `&#x${character.charCodeAt(0).toString(16)};`).join('');
const overEncoded = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** How a secret may be written. */
function spellings(value: string): string[] {
  return [
    value,
    html(value),
    entities(value),
    encodeURIComponent(value),
    encodeURIComponent(encodeURIComponent(value)),
    new URLSearchParams({ v: value }).toString().slice(2),
    overEncoded(value),
    base64(value),
    base64(value).replaceAll('=', ''),
    Buffer.from(value).toString('base64url'),
    base64(`app:${value}`),
    base64(`ab${value}`),
    base64(`xyz${value} and more`),
    JSON.stringify(value).slice(1, -1),
  ];
}

/** The names of the canaries that a text still tells, in whatever spelling. */
export function leaksIn(text: string): string[] {
  const plain = [text, text.replaceAll('&amp;', '&'), text.replaceAll('\\\\', '\\').replaceAll('\\"', '"')];
  const told = Object.entries(canaries).filter(([, value]) =>
    spellings(value).some((spelling) => plain.some((reading) => reading.includes(spelling))),
  );
  const marked = plain.some((reading) => /CANARY/.test(reading)) ? ['CANARY'] : [];
  return [...told.map(([name]) => name), ...marked];
}

/** An answer that tells every secret, as a page, as JSON, as text or as a redirect. */
export function pageOf(
  url: string,
  base: string,
): { headers: Record<string, string | string[]>; body: string } {
  const { code, accessToken, refreshToken, session, csrf } = canaries;
  const all = Object.values(canaries).flatMap(spellings).join('\n');
  const cookies = {
    'set-cookie': [`sid=${session}; Path=/; HttpOnly`, `other=${encodeURIComponent(session)}`],
  };
  if (url.startsWith('/json')) {
    const nested = { access_token: accessToken, refresh_token: refreshToken, deep: [{ code, text: all }] };
    const body = JSON.stringify(
      { ...nested, error_description: all, inner: JSON.stringify({ ...nested, deep: [code] }) },
      null,
      1,
    );
    return {
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': csrf,
        'www-authenticate': `Bearer error_description="${accessToken}"`,
      },
      body,
    };
  }
  if (url.startsWith('/text')) return { headers: { 'content-type': 'text/plain', ...cookies }, body: all };
  if (url.startsWith('/redirect')) {
    const location = `${base}/html?next=${encodeURIComponent(`/cb?code=${code}&state=s`)}#access_token=${encodeURIComponent(accessToken)}`;
    return { headers: { location, refresh: `0; url=${location}`, ...cookies }, body: '' };
  }
  const fields = Object.entries(canaries).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${html(value)}">`,
  );
  return {
    headers: { 'content-type': 'text/html', ...cookies },
    body: `<meta name="csrf-token" content="${csrf}"><body data-token='${html(accessToken)}'><form>${fields.join('')}</form>
      <a href="https://app.example/callback?code=${code}&amp;state=s">on</a><pre>${all.split('\n').map(html).join('\n')}</pre>
      <script>const config = {"access_token":"${accessToken}",'x':"${code}"}</script>`,
  };
}
