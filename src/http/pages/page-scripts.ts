import type { Page } from '../../handlers/page.ts';
import { COPY_SCRIPT } from './copy-script.ts';
import { DIALOG_SCRIPT } from './dialog-script.ts';
import { REDIRECT_URIS_SCRIPT } from './redirect-uris-script.ts';
import { SUBMIT_SCRIPT } from './submit-script.ts';

interface PageScript {
  /** Constant to the byte: the Content-Security-Policy names it by its hash. */
  text: string;
  /** Whether it asks this server for more. */
  fetches: boolean;
}

/** The one script of each kind of page that has one. Every page does its work without. */
export const PAGE_SCRIPTS: { [Kind in Page['kind']]?: PageScript } = {
  code: { text: COPY_SCRIPT, fetches: false },
  form_post: { text: SUBMIT_SCRIPT, fetches: false },
  applications: { text: DIALOG_SCRIPT, fetches: true },
  application: { text: COPY_SCRIPT + DIALOG_SCRIPT, fetches: true },
  application_form: { text: REDIRECT_URIS_SCRIPT, fetches: true },
};
