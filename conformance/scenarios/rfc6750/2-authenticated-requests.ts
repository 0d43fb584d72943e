import { eitherOf, asAdvice } from '../../expect/combine.ts';
import { challenges } from '../../expect/http.ts';
import { deniesAccess, servesResource, staysPrivate } from '../../expect/resource.ts';
import { change, header } from '../../model/change.ts';
import { valueOf, type RequestDraft } from '../../model/exchange.ts';
import type { Scenario } from '../../model/scenario.ts';

const tokenOf = ({ headers }: RequestDraft) =>
  /([^\s"]+)"?$/.exec(valueOf(headers, 'authorization') ?? '')?.[1] ?? '';

const withoutHeader = (draft: RequestDraft) => header('authorization', null).apply(draft);

const inBody = (draft: RequestDraft): RequestDraft => ({
  ...withoutHeader(draft),
  method: 'POST',
  body: [['access_token', tokenOf(draft)]],
});

const inQueryToo = change('the token in the query too', (draft) => ({
  ...draft,
  query: [...draft.query, ['access_token', tokenOf(draft)]],
}));

const inQuery = change('the token in the query', (draft) => withoutHeader(inQueryToo.apply(draft)));

/** RFC 6750 §2: the ways in which a token travels to the resource. The header is the one that every resource takes. */
export const authenticatedRequests: readonly Scenario[] = [
  {
    id: 'rfc6750/2/header-and-query',
    title: 'refuses a token in the header and in the query at once, or takes no notice of the query',
    requires: ['RFC6750-2-a'],
    needs: ['confidential_client', 'resource'],
    act: async (stage) => {
      const { access_token } = await stage.obtainTokens();
      const alone = await stage.callResource(access_token, { change: inQuery });
      const both = await stage.callResource(access_token, { change: inQueryToo });
      const isTakenAlone = (alone.response?.status ?? 500) < 300;
      stage.expect(both, isTakenAlone ? asAdvice(deniesAccess) : eitherOf(deniesAccess, servesResource));
    },
  },
  {
    id: 'rfc6750/2/header-and-body',
    title: 'refuses a token in the header and in a form body at once',
    requires: ['RFC6750-2-a'],
    needs: ['resource_form_token'],
    from: 'resource request',
    change: change('the token in a form body too', (draft) => ({
      ...inBody(draft),
      headers: draft.headers,
    })),
    expect: [asAdvice(deniesAccess)],
  },
  {
    id: 'rfc6750/2.1/header',
    title: 'takes a token in the header under the scheme Bearer',
    requires: ['RFC6750-2.1-a'],
    needs: ['confidential_client', 'resource'],
    act: async (stage) => {
      const { access_token } = await stage.obtainTokens();
      // In so many words: a target may have a scheme of its own, and that is a departure.
      const bearer = header('authorization', `Bearer ${access_token}`);
      stage.expect(await stage.callResource(access_token, { change: bearer }), servesResource);
    },
  },
  {
    id: 'rfc6750/2.1/scheme-in-lower-case',
    title: 'reads the scheme in lower case',
    requires: ['RFC6750-2.1-a'],
    from: 'resource request',
    change: header('authorization', (valid) => valid.replace(/^\S+/, (scheme) => scheme.toLowerCase())),
    expect: [servesResource],
  },
  {
    id: 'rfc6750/2.1/scheme-in-upper-case',
    title: 'reads the scheme in upper case',
    requires: ['RFC6750-2.1-a'],
    from: 'resource request',
    change: header('authorization', (valid) => valid.replace(/^\S+/, (scheme) => scheme.toUpperCase())),
    expect: [servesResource],
  },
  {
    id: 'rfc6750/2.1/other-scheme',
    title: 'keeps the resource shut to a token under the scheme Basic',
    requires: ['RFC6749-7-a', 'RFC6750-3-a'],
    from: 'resource request',
    change: header('authorization', (valid) => valid.replace(/^\S+/, 'Basic')),
    expect: [deniesAccess, challenges('Bearer')],
  },
  {
    id: 'rfc6750/2.2/form-body',
    title: 'takes a token in a form body where that is declared',
    requires: ['RFC6750-2.2-b', 'RFC6749-7-a'],
    needs: ['resource_form_token'],
    from: 'resource request',
    change: change('the token in a form body', inBody),
    expect: [servesResource],
  },
  {
    id: 'rfc6750/2.2/get-with-body',
    title: 'keeps the resource shut to GET with the token in a form body',
    requires: ['RFC6750-2.2-a'],
    needs: ['resource_form_token'],
    from: 'resource request',
    change: change('the token in the body of a GET', (draft) => ({ ...inBody(draft), method: 'GET' })),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6750/2.2/other-media-type',
    title: 'keeps the resource shut to a token in a body of another media type',
    requires: ['RFC6750-2.2-a'],
    needs: ['resource_form_token'],
    from: 'resource request',
    change: change('the token in a body of plain text', (draft) =>
      header('content-type', 'text/plain').apply(inBody(draft)),
    ),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6750/2.3/query',
    title: 'keeps the answer from shared caches where a token in the query opens the resource',
    requires: ['RFC6750-2.3-a', 'RFC6750-2.3-b'],
    from: 'resource request',
    change: inQuery,
    expect: [staysPrivate],
  },
];
