import { memberOf } from '../../expect/http.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

const responseType = /^[A-Za-z0-9_]+(?: [A-Za-z0-9_]+)*$/;
/** RFC 3986 §4.3: a scheme, and no fragment. */
const absoluteUri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s#]+$/;
const ownGrants = ['authorization_code', 'implicit', 'password', 'client_credentials', 'refresh_token'];

/** RFC 6749 §8: how extensions are named, as far as the server says which it has (RFC 8414 §2). */
export const extensibility: readonly Scenario[] = [
  {
    id: 'rfc6749/8.3/grant-type-names',
    title: 'names the grants of extensions by absolute URIs in its metadata',
    requires: ['RFC6749-8.3-a'],
    needs: ['metadata'],
    act: (stage) =>
      listsOnly(
        stage,
        'grant_types_supported',
        (grant) => ownGrants.includes(grant) || absoluteUri.test(grant),
        'the names of RFC 6749, or absolute URIs',
      ),
  },
  {
    id: 'rfc6749/8.4/response-type-names',
    title: 'names its response types by letters, digits and underscores, with one space between two',
    requires: ['RFC6749-8.4-a'],
    needs: ['metadata'],
    act: (stage) =>
      listsOnly(
        stage,
        'response_types_supported',
        (type) => responseType.test(type),
        'letters, digits and underscores, one space between two names',
      ),
  },
];

async function listsOnly(stage: Stage, name: string, isName: (text: string) => boolean, words: string) {
  const { json, response } = await stage.readMetadata();
  stage.require(response?.status === 200, 'the metadata is not there any more');
  const listed = memberOf(json, name);
  if (listed === undefined) throw new Inapplicable(`the metadata has no ${name}`);
  const odd = [listed].flat().filter((value) => typeof value !== 'string' || !isName(value));
  const received = odd.map((value) => JSON.stringify(value)).join(', ');
  stage.found(`\`${name}\`: ${words}`, odd.length === 0 ? null : received);
}
