import type { CodePage } from '../../handlers/page.ts';
import { Document } from './document.tsx';

/**
 * The code to carry by hand. A box with the role of a read-only field, as a real one shows a long code neither
 * whole nor, with one click, selected.
 */
export function Code({ page }: { page: CodePage }) {
  return (
    <Document title="Your authorization code" copying>
      <h1 id="code-label">Your authorization code</h1>
      <p>Copy this code and paste it into the application that asked for it.</p>
      <div
        class="code"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-labelledby="code-label"
        tabIndex={0}
      >
        {page.code}
      </div>
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
