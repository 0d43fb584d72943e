/**
 * A link marked `data-dialog` opens its page's content as a modal dialog: the very form, token included, that the
 * page by itself has. Whatever else comes back, such as a sign-in, is gone to as a link is.
 */
export const DIALOG_SCRIPT = `
addEventListener('click', async (click) => {
  const link = click.target.closest('a[data-dialog]');
  if (!link || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
  click.preventDefault();
  let content;
  try {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.ok && !answer.redirected) content = page.querySelector('main');
  } catch {}
  if (!content) return location.assign(link.href);
  if (document.querySelector('dialog')) return;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.append(...content.childNodes);
  dialog.addEventListener('click', (inside) => {
    if (!inside.target.closest('[data-cancel]')) return;
    inside.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
});
`;
