import type { ComponentChildren } from 'preact';
import { Untrusted } from './untrusted.tsx';

/** A name longer than this is set in text size, so that it cannot push what follows out of sight. */
const LONG_NAME = 60;

/** An application's name where it stands in a heading. */
export function ClientName({ name }: { name: string }) {
  return <Untrusted text={name} class={name.length > LONG_NAME ? 'asker long' : 'asker'} />;
}

/** One line of a list of facts. */
export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What has just happened, read out once the page is there. */
export function Notice({ text }: { text: string | null }) {
  return text === null ? null : (
    <p class="notice" role="status">
      <Untrusted text={text} />
    </p>
  );
}

/** What somebody may do with an account, in words, with the scope token that stands for it. */
export function ScopeWords({
  scope: { token, description },
}: {
  scope: { token: string; description: string };
}) {
  return (
    <>
      <Untrusted text={description} />{' '}
      <code>
        <Untrusted text={token} />
      </code>
    </>
  );
}

/** Without user name and path, which can be made to look like another site; international hosts in ASCII. */
export function hostOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).host || uri : uri;
}
