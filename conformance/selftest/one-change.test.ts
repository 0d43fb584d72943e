import { describe, expect, test } from 'vitest';
import type { Change } from '../model/change.ts';
import type { RequestDraft } from '../model/exchange.ts';
import type { Scenario } from '../model/scenario.ts';
import { Inapplicable } from '../model/inapplicable.ts';
import { missingCapability } from '../run/capabilities.ts';
import { isAuthorizationBase } from '../run/controls.ts';
import { LiveStage } from '../run/live-stage.ts';
import type { World } from '../run/world.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { onToy } from './play.ts';
import { differences } from './request-differences.ts';

type Probe = Exclude<Scenario, { act: unknown }>;

const probes = catalogue.filter((scenario): scenario is Probe => !('act' in scenario));

/** Probes that depart from another probe, which is a valid request itself and not a control. */
const departures: Readonly<Record<string, string>> = {
  'rfc6750/2.2/other-media-type': 'departs from rfc6750/2.2/form-body',
};

async function send(probe: Probe, world: World, change: Change | undefined): Promise<RequestDraft> {
  const stage = new LiveStage(world);
  if (isAuthorizationBase(probe.from)) {
    const { client, browser } = probe as Extract<Probe, { browser?: 'fresh' }>;
    return (await stage.authorize({ base: probe.from, client, browser, change })).request;
  }
  return (await stage.probe(probe.from, change)).request;
}

/** What was sent, and what it was made from. */
async function recorded(probe: Probe, world: World): Promise<{ valid: RequestDraft; sent: RequestDraft }> {
  let valid: RequestDraft | null = null;
  const { change } = probe;
  if (change === null) {
    const request = await send(probe, world, undefined);
    return { valid: request, sent: request };
  }
  const apply = (draft: RequestDraft) => change.apply((valid = draft));
  const sent = await send(probe, world, { text: change.text, apply });
  return { valid: valid ?? sent, sent };
}

async function problemsOf(probe: Probe, world: World, control: RequestDraft): Promise<string[]> {
  try {
    const { valid, sent } = await recorded(probe, world);
    const places = differences(valid, sent, 'to the letter');
    const isSingle = places.length === (probe.change === null ? 0 : 1) || probe.id in departures;
    const strange = differences(control, valid, 'by place');
    return [
      ...(isSingle ? [] : [`${probe.id} changes ${places.join(' and ') || 'nothing'}`]),
      ...strange.map((place) => `${probe.id} departs from another request than its control: ${place}`),
    ];
  } catch (error) {
    if (error instanceof Inapplicable) return [];
    throw error;
  }
}

describe('the requests that were sent', () => {
  test('each probe differs from its control in exactly one place', { timeout: 60_000 }, async () => {
    const problems = await onToy({ variant: 'plain-offered' }, async (world) => {
      const controls = new Map<string, RequestDraft>();
      const found: string[] = [];
      for (const probe of probes) {
        if (missingCapability(probe, world.target) !== null) continue;
        const key = JSON.stringify([probe.from, 'client' in probe ? probe.client : null]);
        const control = controls.get(key) ?? (await send(probe, world, undefined));
        controls.set(key, control);
        found.push(...(await problemsOf(probe, world, control)));
      }
      return found;
    });
    expect(problems).toEqual([]);
  });
});

const code = `ac_${'a'.repeat(43)}`;
const valid: RequestDraft = {
  method: 'POST',
  url: 'http://127.0.0.1/token',
  query: [],
  headers: [['accept', 'application/json']],
  body: [
    ['grant_type', 'authorization_code'],
    ['code', code],
  ],
};

function body(grant_type: string, other: string): RequestDraft['body'] {
  return [
    ['grant_type', grant_type],
    ['code', other],
  ];
}

const cases: readonly (readonly [string, Partial<RequestDraft>, readonly string[]])[] = [
  ['a code of another form', { body: body('authorization_code', 'x') }, ['parameter code']],
  ['two parameters', { body: body('x', 'x') }, ['parameter grant_type', 'parameter code']],
  [
    'a parameter and a header',
    { headers: [], body: body('x', code) },
    ['parameter grant_type', 'header accept'],
  ],
  ['the same in the URL', { query: [...(valid.body as [])], body: [] }, ['where the parameters stand']],
  [
    'another encoding',
    { headers: [...valid.headers, ['content-type', 'x/y']], body: '{}' },
    ['encoding of the body'],
  ],
  ['another method', { method: 'PUT' }, ['method PUT']],
  [
    'another name',
    {
      body: [
        ['grant', 'authorization_code'],
        ['code', code],
      ],
    },
    ['name of grant_type'],
  ],
];

describe('the places in which two requests differ', () => {
  test.each(cases)('%s', (_, change, places) => {
    expect(differences(valid, { ...valid, ...change }, 'by place')).toEqual(places);
  });

  test('a value that is new in every request, by place and to the letter', () => {
    const other = { ...valid, body: body('authorization_code', `ac_${'b'.repeat(43)}`) };
    expect(differences(valid, other, 'by place')).toEqual([]);
    expect(differences(valid, other, 'to the letter')).toEqual(['parameter code']);
  });
});
