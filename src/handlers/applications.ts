import { findProblems, metadataOf, registerApplication } from '../oauth/application.ts';
import { Refusal } from '../oauth/refusal.ts';
import { emptyForm, formOf, readForm, showForm } from './application-form.ts';
import { applicationPath, applicationsPath, showApplicationPage } from './application-page.ts';
import type { Deps } from './deps.ts';
import { listedOwner, requireManaged, rotateSecret } from './managed-application.ts';
import type { Input, Output } from './operation.ts';
import { findUser, signInAgain, signInFirst } from './sign-in-first.ts';

/** More than anybody looks through on one page; the JSON list has all. */
const mostShown = 200;

/** The applications that the user manages, the newest first. */
export async function listApplications(
  input: Input<'listApplications'>,
  deps: Deps,
): Promise<Output<'listApplications'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInFirst(applicationsPath);
  const found = await deps.clients.listOwned(listedOwner(user), { after: null, limit: mostShown + 1 });
  const more = `These are the newest ${mostShown}; GET /api/applications has all.`;
  const deleted = 'The application is deleted, and its codes and tokens with it.';
  const notice = found.length > mostShown ? more : input.query.done === 'deleted' ? deleted : null;
  const applications = found.slice(0, mostShown).map((client) => ({
    client_id: client.client_id,
    client_name: client.client_name,
    client_uri: client.client_uri,
    owner: client.owner,
    redirect_uris: client.redirect_uris,
    is_confidential: client.client_secret_hash !== null,
    created_at: client.created_at,
  }));
  const { username, is_administrator } = user;
  return { status: 200, page: { kind: 'applications', username, is_administrator, notice, applications } };
}

export async function newApplication(
  input: Input<'newApplication'>,
  deps: Deps,
): Promise<Output<'newApplication'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInFirst(`${applicationsPath}/new`);
  const shown = { user, client_id: null, is_confidential: true };
  return { status: 200, page: showForm(emptyForm, shown, deps.scopes) };
}

/** Registers a client that the user owns. The secret leaves here, this once. */
export async function addApplication(
  input: Input<'addApplication'>,
  deps: Deps,
): Promise<Output<'addApplication'>> {
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInAgain(`${applicationsPath}/new`);
  const typed = readForm(input.body);
  const is_confidential = input.body.client_type !== 'public';
  const problems = findProblems(typed, deps.scopes, input.rules.tolerances);
  if (problems !== null) {
    const shown = { user, client_id: null, is_confidential, problems };
    return { status: 422, page: showForm(typed, shown, deps.scopes) };
  }
  const registration = { metadata: metadataOf(typed), is_confidential, owner_id: user.id };
  const { client, client_secret } = registerApplication(registration, { ...deps, now: deps.now() });
  await deps.clients.add(client);
  const news = { client_secret, notice: 'The application is registered.' };
  return { status: 201, page: await showApplicationPage(client, user, news, deps) };
}

export async function showApplication(
  input: Input<'showApplication'>,
  deps: Deps,
): Promise<Output<'showApplication'>> {
  const { client_id } = input.path;
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInFirst(applicationPath(client_id));
  const client = await requireManaged(client_id, user, deps);
  const saved = 'The changes are saved. They hold at once, for codes and tokens too.';
  const notice = input.query.done === 'saved' ? saved : null;
  return { status: 200, page: await showApplicationPage(client, user, { notice }, deps) };
}

export async function editApplication(
  input: Input<'editApplication'>,
  deps: Deps,
): Promise<Output<'editApplication'>> {
  const { client_id } = input.path;
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInFirst(`${applicationPath(client_id)}/edit`);
  const client = await requireManaged(client_id, user, deps);
  const shown = { user, client_id, is_confidential: client.client_secret_hash !== null };
  return { status: 200, page: showForm(formOf(client), shown, deps.scopes) };
}

/** Replaces what the form shows; how the client authenticates and its grant types stay. */
export async function updateApplication(
  input: Input<'updateApplication'>,
  deps: Deps,
): Promise<Output<'updateApplication'>> {
  const { client_id } = input.path;
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInAgain(`${applicationPath(client_id)}/edit`);
  const client = await requireManaged(client_id, user, deps);
  const typed = readForm(input.body);
  const problems = findProblems(typed, deps.scopes, input.rules.tolerances);
  if (problems !== null) {
    const is_confidential = client.client_secret_hash !== null;
    return {
      status: 422,
      page: showForm(typed, { user, client_id, is_confidential, problems }, deps.scopes),
    };
  }
  const isThere = await deps.clients.update(client_id, { ...client, ...metadataOf(typed) });
  if (!isThere) throw new Refusal('record_not_found');
  return { status: 303, location: `${applicationPath(client_id)}?done=saved` };
}

/** Asks first: a link of somebody else deletes nothing. */
export async function confirmDeleteApplication(
  input: Input<'confirmDeleteApplication'>,
  deps: Deps,
): Promise<Output<'confirmDeleteApplication'>> {
  const { client_id } = input.path;
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInFirst(`${applicationPath(client_id)}/delete`);
  const { client_name } = await requireManaged(client_id, user, deps);
  const grants = await deps.grants.countOwners(client_id, deps.now());
  const { username } = user;
  return { status: 200, page: { kind: 'application_delete', username, client_id, client_name, grants } };
}

/** Ends the client and everything that it holds. */
export async function deleteApplication(
  input: Input<'deleteApplication'>,
  deps: Deps,
): Promise<Output<'deleteApplication'>> {
  const { client_id } = input.path;
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInAgain(`${applicationPath(client_id)}/delete`);
  await requireManaged(client_id, user, deps);
  await deps.clients.remove(client_id);
  return { status: 303, location: `${applicationsPath}?done=deleted` };
}

export async function rotateApplicationSecret(
  input: Input<'rotateApplicationSecret'>,
  deps: Deps,
): Promise<Output<'rotateApplicationSecret'>> {
  const { client_id } = input.path;
  const user = await findUser(input.browser_id, deps);
  if (user === null) return signInAgain(applicationPath(client_id));
  const found = await requireManaged(client_id, user, deps);
  const { overlap } = input.body;
  const { client, client_secret } = await rotateSecret(
    found,
    overlap === undefined ? undefined : Number(overlap),
    deps,
  );
  const news = { client_secret, notice: 'The application has a new secret.' };
  return { status: 200, page: await showApplicationPage(client, user, news, deps) };
}
