import type { CodePage } from '../../handlers/page.ts';
import { CopyField } from './copy-field.tsx';
import { Document } from './document.tsx';

/** The code to carry by hand. */
export function Code({ page }: { page: CodePage }) {
  return (
    <Document title="Your authorization code" page={page}>
      <h1 id="code-label">Your authorization code</h1>
      <p>Copy this code and paste it into the application that asked for it.</p>
      <CopyField id="code" labelledby="code-label" text={page.code} action="Copy the code" />
      <p>
        It is valid for {page.expires_in} {page.expires_in === 1 ? 'second' : 'seconds'} and can be used once.
      </p>
      <p class="small">
        Whoever has the code can act for you: paste it only into an application that you started yourself, and
        send it to nobody.
      </p>
    </Document>
  );
}
