/** Where the form goes, and what it carries along. */
interface PageForm {
  action: string;
  hidden: Readonly<Record<string, string>>;
}

export function signInPage({ action, hidden }: PageForm, wasWrong = false): string {
  const complaint = wasWrong ? '<p role="alert">That user name or password is wrong.</p>' : '';
  return page(
    'Sign in',
    `${complaint}<form method="post" action="${escape(action)}">${hiddenFields(hidden)}
<label>User name <input name="username" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">Sign in</button></form>`,
  );
}

export function consentPage({ action, hidden }: PageForm, scope: string): string {
  return page(
    'Allow access?',
    `<p>An application asks for access: ${escape(scope)}</p>
<form method="post" action="${escape(action)}">${hiddenFields(hidden)}
<button type="submit" name="decision" value="approve">Approve</button>
<button type="submit" name="decision" value="deny">Deny</button></form>`,
  );
}

export function errorPage(message: string): string {
  return page('This did not work', `<p>${escape(message)}</p>`);
}

/** RFC 6749 §10.13: no page of the server inside another one. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>${body}</body></html>`;
}

function hiddenFields(hidden: Readonly<Record<string, string>>): string {
  return Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
