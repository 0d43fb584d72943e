import type { Event } from '../oauth/ports.ts';
import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { readLimit, requireFound, requireToken } from './resource.ts';

/** The owner's events, a page at a time. */
export async function listEvents(input: Input<'listEvents'>, deps: Deps): Promise<Output<'listEvents'>> {
  const { grant } = await requireToken('listEvents', input, deps);
  const limit = readLimit(input.query.limit);
  const page = { after: input.query.after ?? null, limit: limit + 1 };
  const found = await deps.events.list(grant.user_id, page);
  const events = found.slice(0, limit);
  const last = events.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { status: 200, json: { events: events.map(describeEvent), ...(hasMore ? { next: last.id } : {}) } };
}

/** Adds an event of the owner; the token may come in the form body, RFC 6750 §2.2. */
export async function addEvent(input: Input<'addEvent'>, deps: Deps): Promise<Output<'addEvent'>> {
  const { grant } = await requireToken('addEvent', input, deps, tokenFromForm(input));
  const now = deps.now();
  const event = {
    ...readEventInput(input.body),
    id: deps.secrets.newId(now),
    user_id: grant.user_id,
    created_at: now,
  };
  await deps.events.add(event);
  return { status: 201, json: describeEvent(event), location: `/api/events/${event.id}` };
}

export async function readEvent(input: Input<'readEvent'>, deps: Deps): Promise<Output<'readEvent'>> {
  const { grant } = await requireToken('readEvent', input, deps);
  return {
    status: 200,
    json: describeEvent(requireFound(await deps.events.find(grant.user_id, input.path.id))),
  };
}

export async function updateEvent(input: Input<'updateEvent'>, deps: Deps): Promise<Output<'updateEvent'>> {
  const { grant } = await requireToken('updateEvent', input, deps);
  const found = requireFound(await deps.events.find(grant.user_id, input.path.id));
  const event = { ...found, ...readEventInput(input.body) };
  if (!(await deps.events.replace(event))) throw new Refusal('record_not_found');
  return { status: 200, json: describeEvent(event) };
}

export async function deleteEvent(input: Input<'deleteEvent'>, deps: Deps): Promise<Output<'deleteEvent'>> {
  const { grant } = await requireToken('deleteEvent', input, deps);
  if (!(await deps.events.remove(grant.user_id, input.path.id))) throw new Refusal('record_not_found');
  return { status: 204 };
}

/** In JSON `access_token` is a member like any other, RFC 6750 §2.2. */
function tokenFromForm({ body, body_type }: Input<'addEvent'>): string | undefined {
  const isForm = body_type === 'application/x-www-form-urlencoded';
  return isForm && 'access_token' in body ? body.access_token : undefined;
}

function readEventInput(
  body: Input<'updateEvent'>['body'],
): Pick<Event, 'title' | 'starts_at' | 'place' | 'description'> {
  const { title, starts_at, place, description } = body;
  return { title, starts_at, place: place ?? null, description: description ?? null };
}

function describeEvent({ id, title, starts_at, place, description }: Event) {
  return {
    id,
    title,
    starts_at,
    ...(place === null ? {} : { place }),
    ...(description === null ? {} : { description }),
  };
}
