import { Inapplicable } from './inapplicable.ts';
import { sentBy, valueOf, type Pairs, type RequestDraft } from './exchange.ts';

/** The one thing in which a negative differs from its control. */
export interface Change {
  /** As it reads after “The valid request, with”. */
  readonly text: string;
  apply(draft: RequestDraft): RequestDraft;
}

/** A value, or what to make of the valid one. */
type Value = string | ((valid: string) => string);

/** Gives a parameter another value. */
export function set(name: string, value: Value): Change {
  const text = typeof value === 'string' ? `${name} set to ${quote(value)}` : `${name} altered`;
  return parameter(text, (pairs) =>
    has(pairs, name)
      ? pairs.map((pair) => (pair[0] === name ? [name, resolve(value, pair[1])] : pair))
      : [...pairs, [name, resolve(value, '')]],
  );
}

/** Leaves a parameter out. */
export function omit(name: string): Change {
  return parameter(`${name} left out`, (pairs) => pairs.filter(([key]) => key !== name));
}

/** Sends a parameter without a value. */
export function blank(name: string): Change {
  return { ...set(name, ''), text: `${name} without a value` };
}

/** Sends a parameter twice, the second time with the same value or with another. */
export function repeat(name: string, second: Value = (valid) => valid): Change {
  const text = typeof second === 'string' ? `${name} sent twice, with two values` : `${name} sent twice`;
  return parameter(text, (pairs) => {
    const first = valueOf(pairs, name);
    if (first === undefined) throw new Inapplicable(`the valid request has no ${name} to send twice`);
    return [...pairs, [name, resolve(second, first)]];
  });
}

/** Sends a parameter under another name. */
export function rename(name: string, other: string): Change {
  return parameter(`${name} sent as ${other}`, (pairs) =>
    pairs.map((pair) => (pair[0] === name ? [other, pair[1]] : pair)),
  );
}

/** Adds a parameter that the valid request does not have. */
export function add(name: string, value: string): Change {
  return parameter(`the additional parameter ${name}`, (pairs) => [...pairs, [name, value]]);
}

/** Sends the parameters by another method; those of a body go into the query for GET and HEAD. */
export function method(name: string): Change {
  const bodyless = name === 'GET' || name === 'HEAD';
  return {
    text: `the method ${name}`,
    apply: (draft) => {
      if (!bodyless || !Array.isArray(draft.body)) return { ...draft, method: name };
      return { ...draft, method: name, query: [...draft.query, ...(draft.body as Pairs)], body: null };
    },
  };
}

/** Sends the parameters of the query in a form body, by POST. */
export function byPost(): Change {
  return {
    text: 'the parameters in a form body, by POST',
    apply: (draft) => ({ ...draft, method: 'POST', body: draft.query, query: [] }),
  };
}

/** Moves parameters from the body into the URL, unless that is where the target wants them. */
export function intoUrl(...names: string[]): Change {
  return {
    text: `${names.join(' and ')} in the URL`,
    apply: (draft) => {
      if (draft.body === null) return draft;
      const pairs = bodyOf(draft);
      return {
        ...draft,
        query: [...draft.query, ...pairs.filter(([name]) => names.includes(name))],
        body: pairs.filter(([name]) => !names.includes(name)),
      };
    },
  };
}

/** Sends the parameters as a body in another encoding. */
export function encodedAs(mediaType: string, encode: (pairs: Pairs) => string): Change {
  return {
    text: `the body as ${mediaType}`,
    apply: (draft) => ({
      ...draft,
      query: [],
      headers: [...withoutHeader(draft.headers, 'content-type'), ['content-type', mediaType]],
      body: encode(sentBy(draft)),
    }),
  };
}

/** Gives a header another value, or takes it away. */
export function header(name: string, value: Value | null): Change {
  return {
    text: value === null ? `the header ${name} left out` : `another header ${name}`,
    apply: (draft) => {
      const rest = withoutHeader(draft.headers, name);
      const valid = draft.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';
      return { ...draft, headers: value === null ? rest : [...rest, [name, resolve(value, valid)]] };
    },
  };
}

/** For stories: a request that is another valid one first, and then has its one change. */
export function both(first: Change, second: Change): Change {
  return { text: `${first.text}, and ${second.text}`, apply: (draft) => second.apply(first.apply(draft)) };
}

/** A change by hand, where none of the others says it. */
export function change(text: string, apply: Change['apply']): Change {
  return { text, apply };
}

/** The parameters are in the body where there is one, else in the query. */
function parameter(text: string, edit: (pairs: Pairs) => Pairs): Change {
  return {
    text,
    apply: (draft) =>
      draft.body === null ? { ...draft, query: edit(draft.query) } : { ...draft, body: edit(bodyOf(draft)) },
  };
}

export function bodyOf(draft: RequestDraft): Pairs {
  return typeof draft.body === 'string' || draft.body === null ? [] : draft.body;
}

function withoutHeader(headers: Pairs, name: string): Pairs {
  return headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase());
}

function has(pairs: Pairs, name: string): boolean {
  return pairs.some(([key]) => key === name);
}

function resolve(value: Value, valid: string): string {
  return typeof value === 'string' ? value : value(valid);
}

function quote(text: string): string {
  return text.length > 60 ? `a value of ${text.length} characters` : JSON.stringify(text);
}
