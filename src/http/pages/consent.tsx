import type { ConsentPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { CarriedFields, CsrfField } from './fields.tsx';
import { Untrusted } from './untrusted.tsx';

/** A name longer than this is set in text size, so that it cannot push the question out of sight. */
const LONG_NAME = 60;

/** What this form says itself. A request that brings such a name along would answer in the owner's place. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['csrf_token', 'scope_granted', 'decision']);

export function Consent({ page, csrf_token }: { page: ConsentPage; csrf_token: string }) {
  const { client_name } = page.client;
  return (
    <Document title="Allow access to your account?">
      <h1>
        <Untrusted text={client_name} class={client_name.length > LONG_NAME ? 'asker long' : 'asker'} />{' '}
        <span class="asks">asks for access to your account</span>
      </h1>
      <Facts page={page} />
      <form method="post" action="/oauth/authorize/decision">
        <CarriedFields fields={page.request.filter(([name]) => !OWN_FIELDS.has(name))} />
        <CsrfField token={csrf_token} />
        <Scopes scopes={page.scopes} />
        {page.destination_unverified && <Warning />}
        <Decision />
      </form>
    </Document>
  );
}

function Facts({ page }: { page: ConsentPage }) {
  return (
    <dl class="facts">
      {page.client.client_uri !== null && <Fact term="Its website" text={hostOf(page.client.client_uri)} />}
      <Fact term="Your account" text={page.username} />
      <Fact term="Leads to" text={page.destination} />
    </dl>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <Untrusted text={text} />
      </dd>
    </div>
  );
}

function Scopes({ scopes }: { scopes: ConsentPage['scopes'] }) {
  if (scopes.length === 0) return <p>It asks for no particular permission.</p>;
  return (
    <fieldset>
      <legend>If you allow it, it can</legend>
      {scopes.map(({ token, description }) => (
        <label class="scope">
          <input type="checkbox" name="scope_granted" value={token} checked />
          <span>
            <Untrusted text={description} />{' '}
            <code>
              <Untrusted text={token} />
            </code>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Warning() {
  return (
    <p class="notice warn">
      This leads to an application on your own device, and nobody can vouch for which one. Allow it only if
      you have just started it yourself.
    </p>
  );
}

/**
 * Deny comes first because Enter in a check box presses the first button of the form: by accident one can only
 * refuse, which the application may ask about again, and never give access away. A disabled first button would
 * not swallow the key, since Chromium passes over it to the next.
 */
function Decision() {
  return (
    <div class="actions">
      <button type="submit" name="decision" value="deny">
        Deny
      </button>
      <button type="submit" name="decision" value="approve" class="primary">
        Allow
      </button>
    </div>
  );
}

/** Without user name and path, which can be made to look like another site; international hosts in ASCII. */
function hostOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).host || uri : uri;
}
