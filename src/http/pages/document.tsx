import type { ComponentChildren } from 'preact';
import type { Page } from '../../handlers/page.ts';
import { Navigation } from './navigation.tsx';
import { PAGE_SCRIPTS } from './page-scripts.ts';
import { STYLESHEET } from './stylesheet.ts';

interface DocumentProps {
  /** Ours to the letter: a title cannot isolate the text of strangers, so none is put there. */
  title: string;
  page: Page;
  children: ComponentChildren;
}

/**
 * What a kind of page changes about the whole document. `copying` leaves only the marked field selectable, so that
 * Ctrl+A takes it alone; `roomy` is for lists and long forms.
 */
const LAYOUTS: { [Kind in Page['kind']]?: 'copying' | 'roomy' } = {
  code: 'copying',
  home: 'roomy',
  applications: 'roomy',
  application: 'roomy',
  application_form: 'roomy',
  authorized_applications: 'roomy',
};

/** What every page has around its content. Style and script go in raw: escaped text would miss its hash. */
export function Document({ title, page, children }: DocumentProps) {
  const script = PAGE_SCRIPTS[page.kind]?.text;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Codegrant`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLESHEET }} />
      </head>
      <body class={LAYOUTS[page.kind]}>
        <Navigation page={page} />
        <main>{children}</main>
        {script !== undefined && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
}
