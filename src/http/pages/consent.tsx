import type { ConsentPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { ClientName, Fact, hostOf, ScopeWords } from './facts.tsx';
import { CarriedFields, CsrfField } from './fields.tsx';
import { Untrusted } from './untrusted.tsx';

/** What this form says itself. A request that brings such a name along would answer in the owner's place. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['csrf_token', 'scope_granted', 'decision', 'agreed']);

export function Consent({ page, csrf_token }: { page: ConsentPage; csrf_token: string }) {
  return (
    <Document title="Allow access to your account?" page={page}>
      <h1>
        <ClientName name={page.client.client_name} />{' '}
        <span class="asks">asks for access to your account</span>
      </h1>
      <Facts page={page} />
      <form method="post" action={page.decision_path}>
        <CarriedFields fields={page.request.filter(([name]) => !OWN_FIELDS.has(name))} />
        <CsrfField token={csrf_token} />
        <Scopes scopes={page.scopes} />
        {page.destination_unverified && <Warning />}
        {page.check_box !== null && <Agreement words={page.check_box} isMissing={page.is_tick_missing} />}
        <Decision approve={page.approve} isTickRequired={page.check_box !== null} />
      </form>
    </Document>
  );
}

function Facts({ page }: { page: ConsentPage }) {
  return (
    <dl class="facts">
      {page.client.client_uri !== null && (
        <Fact term="Its website">
          <Untrusted text={hostOf(page.client.client_uri)} />
        </Fact>
      )}
      <Fact term="Your account">
        <Untrusted text={page.username} />
      </Fact>
      <Fact term="Leads to">
        <Untrusted text={page.destination} />
      </Fact>
    </dl>
  );
}

function Scopes({ scopes }: { scopes: ConsentPage['scopes'] }) {
  if (scopes.length === 0) return <p>It asks for no particular permission.</p>;
  return (
    <fieldset>
      <legend>If you allow it, it can</legend>
      {scopes.map((scope) => (
        <label class="scope">
          <input type="checkbox" name="scope_granted" value={scope.token} checked={scope.is_ticked} />
          <span>
            <ScopeWords scope={scope} />
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

/** The box that has to be ticked where a dialect asks for one. The browser says so at once, and the server again. */
function Agreement({ words, isMissing }: { words: string; isMissing: boolean }) {
  return (
    <>
      {isMissing && (
        <p id="agreement" class="notice alert" role="alert">
          Tick the box to allow it, or deny it.
        </p>
      )}
      <label class="scope">
        <input
          type="checkbox"
          name="agreed"
          value="yes"
          required
          {...(isMissing ? { 'aria-describedby': 'agreement', 'aria-invalid': true } : {})}
        />
        <span>{words}</span>
      </label>
    </>
  );
}

/**
 * Deny comes first because Enter in a check box presses the first button of the form: by accident one can only
 * refuse, which the application may ask about again, and never give access away. A disabled first button would
 * not swallow the key, since Chromium passes over it to the next.
 */
function Decision({ approve, isTickRequired }: { approve: string; isTickRequired: boolean }) {
  return (
    <div class="actions">
      <button type="submit" name="decision" value="deny" formNoValidate={isTickRequired}>
        Deny
      </button>
      <button type="submit" name="decision" value="approve" class="primary">
        {approve}
      </button>
    </div>
  );
}
