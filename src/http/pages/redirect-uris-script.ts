/**
 * Replaces the spare rows by a button that adds one, and asks the server about each redirect URI when typing
 * rests or the field is left. Only the answer to what the field holds now is shown; no answer says nothing, since
 * the server judges again when the form is sent.
 */
export const REDIRECT_URIS_SCRIPT = `
const rows = document.getElementById('redirect-uris');
const [spare, ...others] = rows.querySelectorAll('[data-spare]');
for (const row of [spare, ...others]) row.remove();
let count = rows.children.length;

function watch(row) {
  const field = row.querySelector('input'), said = row.querySelector('[role=status]');
  let judged = field.value, rest;
  const judge = async () => {
    clearTimeout(rest);
    const value = field.value;
    if (value === judged) return;
    judged = value;
    let problem = null;
    if (value.trim() !== '') {
      try {
        const answer = await fetch('/api/redirect_uri_check?redirect_uri=' + encodeURIComponent(value));
        if (answer.ok) problem = (await answer.json()).problem;
      } catch {}
    }
    if (judged !== value) return;
    said.textContent = problem ?? '';
    if (problem) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  };
  field.addEventListener('input', () => {
    clearTimeout(rest);
    rest = setTimeout(judge, 600);
  });
  field.addEventListener('change', judge);
}
for (const row of rows.children) watch(row);

const add = document.getElementById('add-redirect-uri');
add.hidden = false;
add.addEventListener('click', () => {
  const row = spare.cloneNode(true), id = 'redirect_uri_' + ++count;
  const label = row.querySelector('label'), field = row.querySelector('input'), said = row.querySelector('[role=status]');
  label.htmlFor = field.id = id;
  label.textContent = 'Redirect URI ' + count;
  said.id = id + '-problem';
  field.setAttribute('aria-describedby', said.id);
  rows.append(row);
  watch(row);
  field.focus();
});
`;
