import { sentBy, type Pairs, type RequestDraft } from '../model/exchange.ts';

/** How the values look that are new in every valid request, on the toy. */
const volatile = new Map<string, RegExp>([
  ['state', /^[0-9a-f]{24}$/],
  ['code', /^ac_[\w-]{43}$/],
  ['code_challenge', /^[\w-]{43}$/],
  ['code_verifier', /^[\w-]{43}$/],
  ['refresh_token', /^rt_[\w-]{43}$/],
  ['authorization', /^Bearer at_[\w-]{43}$/],
]);

/** What stands in several places and is one thing all the same. */
const single: readonly { thing: string; places: readonly string[] }[] = [
  {
    thing: 'how the client proves itself',
    places: ['parameter client_id', 'parameter client_secret', 'header authorization'],
  },
  {
    thing: 'how the token is presented',
    // A form body needs a method that has one.
    places: ['parameter access_token', 'header authorization', 'method POST'],
  },
];

/** How much of a value counts: all of it, or, where each valid request has its own, that there is one. */
export type Exactness = 'to the letter' | 'by place';

/**
 * The places in which two requests differ: method, endpoint, one header, one parameter, where the parameters stand, how
 * the body is encoded.
 */
export function differences(first: RequestDraft, second: RequestDraft, exactness: Exactness): string[] {
  const places = allDifferences(first, second, exactness);
  const whole = single.find((candidate) => places.every((place) => candidate.places.includes(place)));
  return places.length > 1 && whole !== undefined ? [whole.thing] : places;
}

function allDifferences(first: RequestDraft, second: RequestDraft, exactness: Exactness): string[] {
  const places: string[] = [];
  if (first.method !== second.method) places.push(`method ${second.method}`);
  if (first.url !== second.url) places.push('endpoint');
  const headers = namesThatDiffer(lower(first.headers), lower(second.headers), exactness);
  if (typeof second.body === 'string') {
    const others = headers.filter((name) => name !== 'content-type');
    return [...places, 'encoding of the body', ...others.map((name) => `header ${name}`)];
  }
  const parameters = inParameters(sentBy(first), sentBy(second), exactness);
  // By another method the parameters stand elsewhere; that is one change and not two.
  if (
    parameters.length + places.length === 0 &&
    namesThatDiffer(first.query, second.query, exactness).length > 0
  ) {
    places.push('where the parameters stand');
  }
  return [...places, ...parameters, ...headers.map((name) => `header ${name}`)];
}

function inParameters(first: Pairs, second: Pairs, exactness: Exactness): string[] {
  const names = namesThatDiffer(first, second, exactness);
  if (second.length === 0 && first.length > 0) return ['all parameters'];
  const [one = '', other = ''] = names;
  const isRenamed =
    names.length === 2 && first.length === second.length && !has(second, one) && !has(first, other);
  return isRenamed ? [`name of ${one}`] : names.map((name) => `parameter ${name}`);
}

function has(pairs: Pairs, name: string): boolean {
  return pairs.some(([key]) => key === name);
}

function lower(headers: Pairs): Pairs {
  return headers.map(([name, value]) => [name.toLowerCase(), value]);
}

function namesThatDiffer(first: Pairs, second: Pairs, exactness: Exactness): string[] {
  const names = new Set([...first, ...second].map(([name]) => name));
  const values = (pairs: Pairs, name: string) =>
    pairs.filter(([key]) => key === name).map(([, value]) => reduced(name, value, exactness));
  return [...names].filter((name) => {
    return JSON.stringify(values(first, name)) !== JSON.stringify(values(second, name));
  });
}

function reduced(name: string, value: string, exactness: Exactness): string {
  const isNew = exactness === 'by place' && (volatile.get(name)?.test(value) ?? false);
  return isNew ? `<${name}>` : value;
}
