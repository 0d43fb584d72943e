import { encode, type Pairs, type Reply } from './message.ts';
import { escapeHtml, form, page } from './page.ts';
import type { Toy } from './toy.ts';

/** Sends the browser to the client with these parameters; RFC 6749 §1.7 leaves open by what means. */
export function deliver(toy: Toy, uri: string, parameters: Pairs, isFragment: boolean): Reply {
  const url = extend(toy, uri, parameters, isFragment);
  if (toy.varies('self-submitting-form')) {
    const posted = form({ action: url, hidden: [], content: '<input type="submit" value="Go on">' });
    return page(200, 'One moment', `${posted}<script>document.forms[0].submit()</script>`);
  }
  if (toy.varies('meta-refresh')) {
    return page(200, 'One moment', `<meta http-equiv="refresh" content="0; url=${escapeHtml(url)}">`);
  }
  if (toy.varies('script-navigation')) {
    return page(200, 'One moment', `<script>window.location.replace(${JSON.stringify(url)})</script>`);
  }
  if (toy.varies('refresh-header')) return page(200, 'One moment', '', [['refresh', `0; url=${url}`]]);
  // An error may follow a POST, whose body 307 would send on.
  const mayRepeat = toy.varies('answers-with-307-after-get') && parameters.some(([name]) => name === 'code');
  const status = toy.varies('answers-with-303')
    ? 303
    : mayRepeat || toy.faulty('repeats-its-form-at-the-client')
      ? 307
      : 302;
  return { status, headers: [...locationOf(url), ['cache-control', 'no-store']], body: '' };
}

/** As a server writes its headers that does not look for line breaks; what no header may hold is percent-encoded. */
function locationOf(url: string): Pairs {
  const [first = '', ...injected] = url.split('\r\n');
  const location = first.replaceAll(/[^ -~]/gu, encodeURIComponent);
  return [
    ['location', location],
    ...injected.map(
      (line) => [line.replace(/:.*$/s, '').toLowerCase(), line.replace(/^[^:]*: ?/, '')] as const,
    ),
  ];
}

function extend(toy: Toy, uri: string, parameters: Pairs, isFragment: boolean): string {
  const text = toy.faulty('sends-parameters-unencoded')
    ? parameters.map(([name, value]) => `${name}=${value}`).join('&')
    : encode(parameters);
  if (isFragment) return `${uri}#${text}`;
  const separator = uri.includes('?') && !toy.faulty('adds-second-question-mark') ? '&' : '?';
  return `${uri}${separator}${text}${toy.varies('fragment-suffix') ? '#_=_' : ''}`;
}

/** Another place of the toy's own, after a form was posted. */
export function goOn(location: string, headers: Pairs = []): Reply {
  return {
    status: 303,
    headers: [['location', location], ['cache-control', 'no-store'], ...headers],
    body: '',
  };
}
