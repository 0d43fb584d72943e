import type { ApplicationFormPage, Field } from '../../handlers/page.ts';
import { TextField } from './text-field.tsx';

/** How many empty rows wait below the others, for browsers in which none can be added. */
const SPARE_ROWS = 2;

const EMPTY: Field = { value: '', problem: null };

/** Where the answers go: one row each, judged as it is typed where script is on. */
export function RedirectUris({ page: { redirect_uris, out_of_band } }: { page: ApplicationFormPage }) {
  const spare = Array.from({ length: SPARE_ROWS }, () => EMPTY);
  return (
    <fieldset>
      <legend>Redirect URIs</legend>
      <p class="small">
        Where people are taken after their answer, to the letter. A row that is left empty does not count.
      </p>
      <div id="redirect-uris">
        {[...redirect_uris, ...spare].map((field, at) => (
          <Row field={field} number={at + 1} isSpare={at >= redirect_uris.length} />
        ))}
      </div>
      <button type="button" id="add-redirect-uri" hidden>
        Add another
      </button>
      <label class="scope">
        <input type="checkbox" name="out_of_band" value="yes" checked={out_of_band} />
        <span>
          Show the code on a page{' '}
          <small>For an application that cannot be redirected to: its users copy the code.</small>
        </span>
      </label>
    </fieldset>
  );
}

function Row({ field, number, isSpare }: { field: Field; number: number; isSpare: boolean }) {
  return (
    <div data-spare={isSpare ? '' : undefined}>
      <TextField
        name="redirect_uris"
        id={`redirect_uri_${number}`}
        label={`Redirect URI ${number}`}
        field={field}
        inputmode="url"
        live
      />
    </div>
  );
}
