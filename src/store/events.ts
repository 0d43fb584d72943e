import type { Knex } from 'knex';
import type { Event, Events } from '../oauth/ports.ts';

/** Every statement names the user: one user's events are not there for another. */
export function storeEvents(db: Knex): Events {
  const events = () => db<Event>('events');
  return {
    async list(user_id, { after, limit }) {
      return events()
        .where({ user_id })
        .where('id', '>', after ?? '')
        .orderBy('id')
        .limit(limit);
    },
    async find(user_id, id) {
      return events().where({ user_id, id }).first();
    },
    async add({ id, user_id, title, starts_at, place, description, created_at }) {
      await events().insert({ id, user_id, title, starts_at, place, description, created_at });
    },
    async replace({ id, user_id, title, starts_at, place, description }) {
      const changed = await events().where({ user_id, id }).update({ title, starts_at, place, description });
      return changed === 1;
    },
    async remove(user_id, id) {
      return (await events().where({ user_id, id }).del()) === 1;
    },
  };
}
