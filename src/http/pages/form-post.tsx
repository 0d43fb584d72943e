import type { FormPostPage } from '../../handlers/page.ts';
import { Document } from './document.tsx';
import { CarriedFields } from './fields.tsx';

/**
 * The authorization response as a form, OAuth 2.0 Form Post Response Mode. It leads to the client: no CSRF token
 * of ours goes with it.
 */
export function FormPost({ page }: { page: FormPostPage }) {
  return (
    <Document title="Taking you back" page={page}>
      <h1>Taking you back to the application</h1>
      <p class="lead">If nothing happens, continue by hand.</p>
      <form method="post" action={page.action}>
        <CarriedFields fields={page.fields} />
        <button type="submit" class="primary wide">
          Continue
        </button>
      </form>
    </Document>
  );
}
