/** The one stylesheet, constant to the byte: the Content-Security-Policy names it by its hash. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --ground: #f3f3f0; --card: #fff; --ink: #1b1d22; --quiet: #5a5e68; --line: #dcdcd7; --edge: #868a93;
  --accent: #1d4fc4; --accent-hover: #163f9f; --on-accent: #fff; --well: #f6f6f3;
  --alert: #a3201d; --alert-well: #fcefee; --warn: #8a5a00; --warn-well: #fdf5e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101114; --card: #191b20; --ink: #e9e9e6; --quiet: #a5a9b3; --line: #31343c; --edge: #767b87;
    --accent: #8fb3ff; --accent-hover: #b1caff; --on-accent: #0d1a38; --well: #22252b;
    --alert: #ff9d97; --alert-well: #351d1e; --warn: #efc063; --warn-well: #30260f;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: clamp(1rem, 7vh, 5rem) 1rem 2rem; min-height: 100vh; min-height: 100svh;
  background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
header, main { width: 100%; max-width: 28rem; margin-inline: auto; }
.roomy header, .roomy main, header:has(nav) { max-width: 48rem; }
[hidden] { display: none !important; }
header {
  padding: 0 2rem .75rem; color: var(--quiet);
  font-size: .8125rem; font-weight: 600; letter-spacing: .04em;
}
nav { display: flex; flex-wrap: wrap; column-gap: 1.25rem; margin-inline: -2rem; letter-spacing: 0; }
nav a { display: inline-flex; align-items: center; min-height: 2.75rem; color: inherit; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav [aria-current] { color: var(--ink); text-decoration: underline; text-underline-offset: .4em; text-decoration-thickness: 2px; }
nav .brand { margin-right: auto; letter-spacing: .04em; text-decoration: none; }
header:has(nav) { padding-bottom: .25rem; }
main { padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -.012em; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1.125rem; line-height: 1.35; font-weight: 650; }
p { margin: 0 0 1rem; text-wrap: pretty; }
section { margin-top: 2rem; }
.secret { margin: 0 0 1.5rem; }
form { margin: 0; }
main > :last-child, form > :last-child { margin-bottom: 0; }
.lead { color: var(--quiet); }
.small { font-size: .875rem; color: var(--quiet); }
code, .code, .exact { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }

/* An inline block is a bidirectional paragraph of its own: a stray U+2069 in a name closes an isolate, but not
   this. What stacked marks paint outside the box is clipped, so that no name can write over our words. */
bdi { display: inline-block; max-width: 100%; unicode-bidi: isolate; overflow: clip; text-align: left; }
dd bdi { display: block; }
dd bdi.inline { display: inline-block; }
.exact { white-space: break-spaces; font-size: .875rem; }
.asker { display: block; }
.asker.long { font-size: 1rem; line-height: 1.4; letter-spacing: 0; }
.asks { display: block; font-weight: 400; color: var(--quiet); }

a { color: var(--accent); text-underline-offset: .15em; }
a:hover { color: var(--accent-hover); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

label { display: block; }
.field { margin-bottom: 1rem; }
.field label { margin-bottom: .25rem; font-size: .875rem; font-weight: 600; }
.field input, select {
  display: block; width: 100%; min-height: 2.75rem; padding: .5rem .75rem;
  font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem;
}
.field input[aria-invalid] { border-color: var(--alert); box-shadow: inset 0 0 0 1px var(--alert); }
.hint, .problem { margin: .25rem 0; font-size: .875rem; color: var(--quiet); }
.hint { margin-top: 0; }
.problem { color: var(--alert); font-weight: 600; }
.problem:empty { margin: 0; }
button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: .5rem 1.25rem;
  font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: .5rem;
}
button:hover, .button:hover { background: var(--well); color: var(--ink); }
.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
.primary:hover { color: var(--on-accent); background: var(--accent-hover); border-color: var(--accent-hover); }
.danger, .danger:hover { color: var(--alert); border-color: var(--alert); }
.danger:hover { background: var(--alert-well); }
.wide { width: 100%; }
.roomy .wide { max-width: 24rem; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
.actions > * { flex: 1 1 7rem; white-space: nowrap; }

dl { margin: 0 0 1.25rem; }
dt { font-size: .875rem; color: var(--quiet); }
dd { margin: 0 0 .75rem; }
.facts { padding-block: .75rem; border-block: 1px solid var(--line); }
.facts > div { display: grid; grid-template-columns: 7rem 1fr; column-gap: 1rem; padding-block: .25rem; align-items: baseline; }
.facts dd { margin: 0; }
.facts a { display: inline-block; padding-block: .625rem; margin-block: -.625rem; }
.details dd { padding: .5rem .75rem; background: var(--well); border-radius: .375rem; }

.roomy .facts > div { grid-template-columns: 9rem 1fr; }
.roomy main > .actions > *, .roomy main > form > .actions > * { flex: 0 1 auto; min-width: 8rem; }

fieldset { min-width: 0; margin: 0 0 1.25rem; padding: 0; border: 0; }
fieldset > button { margin-bottom: .5rem; }
legend { padding: 0 0 .25rem; font-weight: 600; }
.scope { display: flex; gap: .75rem; align-items: flex-start; min-height: 2.75rem; padding: .625rem 0; }
.scope input { flex: none; width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; accent-color: var(--accent); }
.scope > span { min-width: 0; }
.scope code { display: block; font-size: .8125rem; color: var(--quiet); }

.scope small { display: block; font-size: .875rem; color: var(--quiet); }
.scopes { margin: 0; padding: 0; list-style: none; }
.scopes code { font-size: .8125rem; color: var(--quiet); }
.scopes bdi { display: inline-block; }
time { white-space: nowrap; }
.together { display: inline-block; }

.notice {
  margin: 0 0 1.25rem; padding: .75rem 1rem; background: var(--well);
  border-left: 3px solid var(--accent); border-radius: .25rem;
}
.notice.alert { color: var(--alert); background: var(--alert-well); border-color: var(--alert); }
.notice.warn { color: var(--ink); background: var(--warn-well); border-color: var(--warn); }

/* A click or a long press takes the whole code; with nothing else to select, so does Ctrl+A from the keyboard. */
.copying { -webkit-user-select: none; user-select: none; }
.code {
  margin: 0 0 1rem; padding: .875rem 1rem; font-size: 1.25rem; line-height: 1.5; letter-spacing: .02em;
  background: var(--well); border: 1px solid var(--edge); border-radius: .5rem;
  -webkit-user-select: all; user-select: all; cursor: text;
}
.copy { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; min-height: 2.75rem; }
.copy:has([hidden]) { display: none; }

.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1rem; margin-bottom: 1rem; }
.head h1 { margin: 0; }
.entries { list-style: none; margin: 0; padding: 0; }
.entries > li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 1.5rem; padding-block: 1rem; border-top: 1px solid var(--line); }
.about { flex: 1 1 20rem; min-width: 0; }
.about h2 { margin: 0; }
.about h2 a { display: block; min-height: 2.75rem; padding-block: .625rem; text-decoration: none; }
.about h2 a:hover { text-decoration: underline; }
.about h2, .about h2 a { font-size: 1rem; line-height: 1.5; }
.about p { margin: 0 0 .25rem; }
.about .uri { display: block; color: var(--quiet); }
.entries .actions { flex: none; margin: 0; align-items: flex-start; }
.entries .actions > * { flex: none; }
details { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
summary { display: list-item; min-height: 2.75rem; padding-block: .625rem; font-weight: 600; cursor: pointer; }

dialog {
  width: calc(100% - 2rem); max-width: 28rem; max-height: calc(100% - 2rem); padding: 2rem; overflow: auto;
  color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: .75rem;
}
dialog::backdrop { background: rgb(0 0 0 / .5); }

.links { list-style: none; margin: 0 0 1.5rem; padding: 0; border-top: 1px solid var(--line); }
.links li { border-bottom: 1px solid var(--line); }
.links a { display: block; min-height: 2.75rem; padding: .625rem 0; font-weight: 600; text-decoration: none; }
.links a:hover { text-decoration: underline; }
.links small { display: block; font-size: .875rem; font-weight: 400; color: var(--quiet); }
.session { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75rem; }
.session p { margin: 0; }

@media (max-width: 30rem) {
  body { padding: 1rem 0 2rem; background: var(--card); }
  header { padding: 0 1.25rem .25rem; }
  main { padding: .75rem 1.25rem; border: 0; border-radius: 0; }
  nav { margin-inline: 0; }
  nav .brand { margin-right: 0; }
  dialog { padding: 1.25rem; }
  .facts > div, .roomy .facts > div { grid-template-columns: 1fr; }
  .roomy main > .actions > *, .roomy main > form > .actions > * { flex: 1 1 7rem; }
}
@media (prefers-reduced-motion: no-preference) {
  button, .button { transition: background-color .12s, border-color .12s; }
}
@media print {
  body { padding: 0; background: none; color: #000; }
  main { border: 0; }
  nav, button, .copy, .actions, .screen-only { display: none; }
  .code { border-color: #000; background: none; }
}
`;
