import { memberOf } from '../expect/http.ts';
import type { Exchange } from '../model/exchange.ts';

/** Why a registration gave no client, in words; null where it gave one. */
export function describeFailure({ response, failure }: Exchange): string | null {
  if (response === null) return failure ?? 'no answer';
  const answer = parseJson(response.body);
  if (response.status === 201 || response.status === 200)
    return textOf(answer, 'client_id') === null ? 'the answer has no client_id' : null;
  const error = textOf(answer, 'error');
  const description = textOf(answer, 'error_description');
  const parts = [`status ${response.status}`, error, description].filter((part) => part !== null);
  return parts.join(', ');
}

export function textOf(answer: unknown, name: string): string | null {
  const value = memberOf(answer, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function stringsOf(answer: unknown, name: string): string[] | null {
  const value = memberOf(answer, name);
  if (!Array.isArray(value)) return null;
  return value.filter((item): item is string => typeof item === 'string');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
