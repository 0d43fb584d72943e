/**
 * Sends the only form of its page. The method is taken from the prototype because a field
 * named `submit` would hide the form's own.
 */
export const SUBMIT_SCRIPT = 'HTMLFormElement.prototype.submit.call(document.forms[0]);';
