import type { ApplicationPage } from '../../handlers/page.ts';
import { CopyField } from './copy-field.tsx';
import { CsrfField } from './fields.tsx';
import { Moment } from './moment.tsx';

const DAY = 86_400;

/** How long the replaced secret may go on working, in seconds. */
const OVERLAPS = [
  [0, 'at once'],
  [3600, 'after 1 hour'],
  [DAY, 'after 1 day'],
  [7 * DAY, 'after 7 days'],
] as const;

type NewSecretProps = { client_secret: string } & Pick<ApplicationPage, 'previous_secret_until'>;

/** The one time that a secret is seen. */
export function NewSecret({ client_secret, previous_secret_until }: NewSecretProps) {
  return (
    <section class="secret">
      <h2 id="secret-label">Client secret</h2>
      <p class="notice warn">
        <strong>Copy it now: it is shown only this once.</strong> Nobody can look it up later, not even an
        administrator. If it is lost, issue a new one.
      </p>
      <CopyField id="secret" labelledby="secret-label" text={client_secret} action="Copy the secret" />
      {previous_secret_until !== null && (
        <p>
          The previous secret still works until <Moment at={previous_secret_until} />. Until then the
          application may use either.
        </p>
      )}
    </section>
  );
}

export function RotateSecret({ action, csrf_token }: { action: string; csrf_token: string }) {
  return (
    <section class="screen-only">
      <h2>New client secret</h2>
      <p>
        For a secret that was lost, or that somebody else may have seen. The new one works at once; while the
        old one works too, the application can be changed over without a break.
      </p>
      <form method="post" action={action}>
        <CsrfField token={csrf_token} />
        <div class="field">
          <label for="overlap">The old secret stops working</label>
          <select id="overlap" name="overlap">
            {OVERLAPS.map(([seconds, words]) => (
              <option value={seconds} selected={seconds === DAY}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">Issue a new secret</button>
      </form>
    </section>
  );
}
