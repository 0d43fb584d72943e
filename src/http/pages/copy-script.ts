/**
 * Shows each copy button, which is no use without script, and lets it copy the field that it names. Where the
 * browser gives no clipboard (a page that came over plain http), the field is left selected instead.
 */
export const COPY_SCRIPT = `
for (const button of document.querySelectorAll('[data-copy]')) {
  const said = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    said.textContent = '';
    getSelection().selectAllChildren(field);
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.textContent);
    } catch {
      copied = document.execCommand('copy');
    }
    said.textContent = copied ? 'Copied' : 'Selected, but not copied: copy it by hand';
  });
}
`;
