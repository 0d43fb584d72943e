import type { ComponentChildren } from 'preact';
import { STYLESHEET } from './stylesheet.ts';

interface DocumentProps {
  /** Ours to the letter: a title cannot isolate the text of strangers, so none is put there. */
  title: string;
  /** A constant script that the policy of this page names by its hash. */
  script?: string;
  /** Leaves only the marked field selectable, so that Ctrl+A takes it alone. */
  copying?: boolean;
  children: ComponentChildren;
}

/** What every page has around its content. Style and script go in raw: escaped text would miss its hash. */
export function Document({ title, script, copying = false, children }: DocumentProps) {
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
      <body class={copying ? 'copying' : undefined}>
        <header>Codegrant</header>
        <main>{children}</main>
        {script !== undefined && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
}
