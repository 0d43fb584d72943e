import { readAuthorizationRequest, type Reading } from './authorization-request.ts';
import { respondWithCode, respondWithError } from './authorization-response.ts';
import { goOn } from './delivery.ts';
import type { Request, Reply } from './message.ts';
import { consentPage, signInPage } from './owner-pages.ts';
import { currentSession, signIn } from './owner-session.ts';
import { form, page } from './page.ts';
import { draw, type PendingRequest } from './store.ts';
import type { Toy } from './toy.ts';

/** RFC 6749 §3.1: the request is judged first, and then the owner is asked. Null: the toy never answers. */
export function authorize(toy: Toy, request: Request): Reply | null {
  if (request.method !== 'GET' && request.method !== 'POST')
    return page(405, 'Not here', '', [['allow', 'GET, POST']]);
  if (request.method === 'POST' && toy.faulty('breaks-on-authorization-post')) return page(500, 'Broken', '');
  const reading = readAuthorizationRequest(toy, request);
  switch (reading.is) {
    case 'untrusted':
      return stay(toy, reading);
    case 'refused':
      if (reading.error === 'unauthorized_client' && toy.faulty('hangs-on-barred-client')) return null;
      return refuse(toy, request, reading);
    case 'valid':
      return receive(toy, request, reading.request);
  }
}

/** RFC 6749 §4.1.2.1: the owner is told, and the browser is not sent to the URI of the request. */
function stay(toy: Toy, { reason, claimed, state }: Reading & { is: 'untrusted' }): Reply {
  const isUnknown = reason.startsWith('client_id');
  if (claimed !== undefined && URL.canParse(claimed)) {
    const redirects = isUnknown ? 'redirects-for-unknown-client' : 'redirects-errors-to-unregistered-uri';
    if (toy.faulty(redirects))
      return respondWithError(toy, { redirect_uri: claimed, state }, 'invalid_request', reason);
  }
  if (toy.faulty('breaks-on-untrusted-request')) return page(500, 'Broken', '');
  if (toy.varies('refusals-as-json')) {
    return {
      status: 400,
      headers: [['content-type', 'application/json']],
      body: '{"error":"invalid_request"}',
    };
  }
  return page(toy.varies('error-pages-with-200') ? 200 : 400, 'This cannot go on', `<p>${reason}</p>`);
}

function refuse(toy: Toy, request: Request, refusal: Reading & { is: 'refused' }): Reply {
  const { to, error, description } = refusal;
  if (!toy.varies('errors-after-a-click')) return respondWithError(toy, to, error, description);
  const id = draw();
  toy.store.refusals.set(id, { ...to, error });
  return currentSession(toy, request) === undefined ? signInPage(toy, id) : explain(id);
}

function explain(id: string): Reply {
  const content = form({
    action: '/refusal',
    hidden: [['refusal', id]],
    content: '<button>Continue</button>',
  });
  return page(200, 'Something is wrong', content);
}

/** Where the click leads. */
export function deliverRefusal(toy: Toy, request: Request): Reply {
  const refusal = toy.store.refusals.get(new Map(request.form ?? []).get('refusal') ?? '');
  if (refusal === undefined) return page(400, 'Nothing to refuse', '');
  return respondWithError(toy, refusal, refusal.error, 'after a click');
}

function receive(toy: Toy, request: Request, pending: PendingRequest): Reply {
  const id = remember(toy, pending);
  const isElsewhere = toy.faulty('shows-pages-without-tls') && currentSession(toy, request) === undefined;
  if (!isElsewhere) return ask(toy, request, id, pending);
  return goOn(`${toy.issuer.replace('https:', 'http:')}/interaction?pending=${id}`);
}

function remember(toy: Toy, pending: PendingRequest): string {
  const id = draw();
  toy.store.pending.set(id, pending);
  return id;
}

function ask(toy: Toy, request: Request, id: string, pending: PendingRequest): Reply {
  if (toy.faulty('issues-code-before-sign-in')) return respondWithCode(toy, pending);
  const session = currentSession(toy, request);
  if (session === undefined) return signInPage(toy, id);
  return toy.varies('consent-skipped')
    ? respondWithCode(toy, pending)
    : consentPage(toy, id, pending, session);
}

/** The sign-in form comes back. */
export function receiveSignIn(toy: Toy, request: Request): Reply {
  const fields = new Map(request.form ?? []);
  const username = fields.get('username') ?? fields.get('kennung');
  const password = fields.get('password');
  const id = fields.get('pending') ?? '';
  if (toy.varies('sign-in-on-two-pages') && password === undefined) return signInPage(toy, id, username);
  const cookie = signIn(toy, username, password);
  return cookie === undefined
    ? signInPage(toy, id)
    : goOn(`/interaction?pending=${id}`, [['set-cookie', cookie]]);
}

/** After the sign-in: the request again, for the owner who is known now. */
export function resume(toy: Toy, request: Request): Reply {
  const id = new Map(request.query).get('pending') ?? '';
  if (toy.store.refusals.has(id)) return explain(id);
  const pending = toy.store.pending.get(id);
  return pending === undefined ? page(400, 'Nothing to decide', '') : ask(toy, request, id, pending);
}

/** The decision of the owner comes back, once, and only from the toy's own page. */
export function decide(toy: Toy, request: Request): Reply {
  const fields = new Map(request.form ?? request.query);
  const session = currentSession(toy, request);
  const id = fields.get('pending') ?? '';
  const pending = toy.store.pending.get(id);
  const isForged = session === undefined || fields.get('csrf') !== session.csrf;
  if (pending === undefined || isForged) return page(403, 'Not from here', '');
  toy.store.pending.delete(id);
  return fields.get('decision') === '1' ? respondWithCode(toy, pending) : deny(toy, pending);
}

function deny(toy: Toy, pending: PendingRequest): Reply {
  if (toy.faulty('ignores-denial')) return respondWithCode(toy, pending);
  if (toy.faulty('shows-page-for-denial')) return page(200, 'You said no', '');
  const state = toy.faulty('forgets-state-on-denial') ? null : pending.state;
  const error = toy.faulty('denial-is-invalid-request') ? 'invalid_request' : 'access_denied';
  return respondWithError(toy, { redirect_uri: pending.redirect_uri, state }, error, 'the owner said no');
}
