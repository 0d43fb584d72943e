import { bodyOf, change, header, omit, set, type Change } from './change.ts';
import { valueOf, type RequestDraft } from './exchange.ts';

const basicForm = /^Basic (.*)$/i;

/** Edits what is inside the Basic header: identifier and secret, form-encoded, with a colon between them. */
export function insideBasic(text: string, edit: (credentials: string) => string): Change {
  const apply = (valid: string) => `Basic ${Buffer.from(edit(decodeBasic(valid))).toString('base64')}`;
  return { ...header('authorization', apply), text };
}

/** RFC 6749 §2.3.1: an ordinary letter as `%XX` is the same letter once the halves are decoded. */
export const overEncodedIdentifier: Change = insideBasic(
  'one letter of the identifier in the Basic header percent-encoded',
  (credentials) => credentials.replace(/^[^:]*/, percentEncodeOne),
);

export const overEncodedSecret: Change = insideBasic(
  'one letter of the secret in the Basic header percent-encoded',
  (credentials) => credentials.replace(/(?<=:).*$/, percentEncodeOne),
);

/** Takes away whatever identifies or authenticates the client. */
export const withoutCredentials: Change = change('no client credentials at all', (draft) =>
  [header('authorization', null), omit('client_secret'), omit('client_id')].reduce(
    (changed, { apply }) => apply(changed),
    draft,
  ),
);

/** Leaves the identifier of the client and takes its secret away. */
export const identifierOnly: Change = change('client_id and no secret', (draft) =>
  set('client_id', identifierOf(draft)).apply(withoutCredentials.apply(draft)),
);

/** Adds the credentials of the Basic header to the body. */
export function credentialsInBodyToo(editSecret: (valid: string) => string = (valid) => valid): Change {
  return change('the credentials in the body beside the Basic header', (draft) => {
    const [client_id = '', secret = ''] = halvesOf(draft);
    return set('client_secret', editSecret(secret)).apply(set('client_id', client_id).apply(draft));
  });
}

/** Repeats the identifier of the Basic header in the body. */
export const identifierInBodyToo: Change = change('client_id in the body beside the Basic header', (draft) =>
  set('client_id', identifierOf(draft)).apply(draft),
);

export function identifierOf(draft: RequestDraft): string {
  return valueOf([...bodyOf(draft), ...draft.query], 'client_id') ?? halvesOf(draft)[0] ?? '';
}

function halvesOf(draft: RequestDraft): string[] {
  const value = draft.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  return decodeBasic(value)
    .split(':')
    .map((half) => new URLSearchParams(`half=${half}`).get('half') ?? '');
}

function decodeBasic(value: string): string {
  return Buffer.from(basicForm.exec(value)?.[1] ?? '', 'base64').toString('utf8');
}

/** The first letter or digit that is not part of an escape already. */
function percentEncodeOne(text: string): string {
  return text.replace(
    /(?<!%|%[0-9A-Fa-f])[A-Za-z0-9]/,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The secret with something after it, by whichever method the client authenticates. */
export const wrongSecret: Change = change('a wrong client secret', (draft) => {
  const usesHeader = draft.headers.some(([name]) => name.toLowerCase() === 'authorization');
  const edit = (secret: string) => `${secret}-wrong`;
  return (usesHeader ? insideBasic('', edit) : set('client_secret', edit)).apply(draft);
});
