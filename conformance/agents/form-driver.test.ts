import { describe, expect, test } from 'vitest';
import type { TargetOwner } from '../target/target.ts';
import { formDriver } from './form-driver.ts';
import { readDocument } from './markup.ts';
import type { Move } from './navigation.ts';
import type { Intent } from './owner-driver.ts';

const url = 'https://as.example/authorize?client_id=app';
const owner: TargetOwner = {
  username: 'alice',
  password: 'pw',
  driver: 'form',
  signs_in: true,
  can_deny: true,
  headers: {},
  command: [],
  recipe: {},
};

async function answer(html: string, intent: Intent = 'approve', recipe: TargetOwner['recipe'] = {}) {
  return await formDriver({ ...owner, recipe })
    .begin(intent)
    .answer(readDocument(html, url));
}

function post(action: string, ...body: [string, string][]): Move {
  return { url: `https://as.example${action}`, method: 'POST', body };
}

describe('signs in', () => {
  test.each<[string, string, Move]>([
    [
      'on a plain page',
      '<form method=post action=/login><input name=login><input type=password name=password><button>Sign in</button></form>',
      post('/login', ['login', 'alice'], ['password', 'pw']),
    ],
    [
      'with the name alone, where the password comes next',
      '<form method=post action=/name><label>E-mail <input type=email name=identifier></label><button>Next</button></form>',
      post('/name', ['identifier', 'alice']),
    ],
    [
      'with the password alone, where the name came before',
      '<form method=post action=/pw><input type=hidden name=identifier value=alice><input type=password name=Passwd><input type=submit value="Sign in"></form>',
      post('/pw', ['identifier', 'alice'], ['Passwd', 'pw']),
    ],
    [
      'with a name field of any name above the password',
      '<form method=post action=/l><input name=j_x><input type=password name=j_y><button name=go value=1>Go</button></form>',
      post('/l', ['j_x', 'alice'], ['j_y', 'pw'], ['go', '1']),
    ],
    [
      'with hidden one-time fields, entities decoded',
      '<form method=post action="/l?a=1&amp;b=2"><input type=hidden name=csrf value="a&amp;b&quot;"><input name=user><input type=password name=pw></form>',
      post('/l?a=1&b=2', ['csrf', 'a&b"'], ['user', 'alice'], ['pw', 'pw']),
    ],
    [
      'and not out, by the form at the head of the page',
      '<form method=post action=/logout><button>Log out</button></form><form method=post action=/l><input name=user><input type=password name=p><button>Log in</button></form>',
      post('/l', ['user', 'alice'], ['p', 'pw']),
    ],
    [
      'and does not register, though that form comes first',
      '<form method=post action=/new><input name=user><input type=password name=p><input type=password name=p2><button>Sign up</button></form>' +
        '<form method=post action=/l><input name=user><input type=password name=p><button>Log in</button></form>',
      post('/l', ['user', 'alice'], ['p', 'pw']),
    ],
    [
      'without the box that keeps somebody signed in',
      '<form method=post action=/l><input name=user><input type=password name=p><input type=checkbox name=remember><button>Log in</button></form>',
      post('/l', ['user', 'alice'], ['p', 'pw']),
    ],
    [
      'by the button that is no way back',
      '<form method=post action=/l><input name=user><input type=password name=p><button name=b value=cancel>Cancel</button><button name=b value=login>Log in</button></form>',
      post('/l', ['user', 'alice'], ['p', 'pw'], ['b', 'login']),
    ],
  ])('%s', async (_, html, move) => {
    expect(await answer(html)).toEqual(move);
  });

  test('and says so where the page comes back a third time', async () => {
    const person = formDriver(owner).begin('approve');
    const page = readDocument('<form method=post><input type=password name=p></form><p>Wrong password', url);
    await person.answer(page);
    await person.answer(page);
    expect(await person.answer(page)).toEqual({ stuck: 'the sign-in page came back: Wrong password' });
  });
});

describe('decides', () => {
  const hidden = '<input type=hidden name=t value=1>';
  const pages: [string, string, Move, Move | null][] = [
    [
      'by buttons of one form',
      `<form method=post action=/c>${hidden}<button name=d value=yes>Allow</button><button name=d value=no>Deny</button></form>`,
      post('/c', ['t', '1'], ['d', 'yes']),
      post('/c', ['t', '1'], ['d', 'no']),
    ],
    [
      'by inputs, the refusal first',
      `<form method=post action=/c><input type=submit name=d value="Don't allow"><input type=submit name=d value=Allow></form>`,
      post('/c', ['d', 'Allow']),
      post('/c', ['d', "Don't allow"]),
    ],
    [
      'by two forms',
      '<form method=post action=/no><button>Cancel</button></form><form method=post action=/yes><button>Authorize app</button></form>',
      post('/yes'),
      post('/no'),
    ],
    [
      'by the words of name and value, where the label has none',
      '<form method=post action=/c><button name=allow value=true>Weiter</button><button name=deny value=true>Zurück</button></form>',
      post('/c', ['allow', 'true']),
      post('/c', ['deny', 'true']),
    ],
    [
      'by a form and a link that looks like a button',
      '<form method=post action=/yes><button>Approve</button></form><a class=button href="/no?x=1">Cancel</a>',
      post('/yes'),
      { url: 'https://as.example/no?x=1', method: 'GET', body: null },
    ],
    [
      'by links alone',
      '<a href=/help>Do you allow us to help you with all of this?</a><a href=/yes>Authorize</a> <a href=/no>Deny</a>',
      { url: 'https://as.example/yes', method: 'GET', body: null },
      { url: 'https://as.example/no', method: 'GET', body: null },
    ],
    [
      'by formaction and formmethod of the buttons',
      '<form method=post action=/c><button formaction=/yes>Grant</button><button formaction=/no formmethod=get>Refuse</button></form>',
      post('/yes'),
      { url: 'https://as.example/no', method: 'GET', body: null },
    ],
    [
      'by a form of the method GET, whose fields replace the query',
      '<form action="/c?old=1"><input type=hidden name=t value=1><button name=d value=yes>Allow</button></form>',
      { url: 'https://as.example/c?t=1&d=yes', method: 'GET', body: null },
      null,
    ],
    [
      'below the address of a base element',
      '<base href="/app/"><form method=post action=c><button>Allow</button></form>',
      post('/app/c'),
      null,
    ],
    [
      'at the address of the page itself, whatever the base, where the form has no action',
      '<base href="/app/"><form method=post><button>Allow</button></form>',
      post('/authorize?client_id=app'),
      null,
    ],
    [
      'elsewhere, where the form goes there',
      '<form method=post action="https://login.example/c"><button>Allow</button></form>',
      { url: 'https://login.example/c', method: 'POST', body: [] },
      null,
    ],
    [
      'and sends a hidden field of the same name as the button too',
      '<form method=post action=/c><input type=hidden name=d value=0><button name=d value=1>Allow</button></form>',
      post('/c', ['d', '0'], ['d', '1']),
      null,
    ],
    [
      'beside a form that logs out and one that searches',
      '<form method=post action=/logout><button>Log out</button></form><form action=/s><input name=q><button>Search</button></form><form method=post action=/c><button>Allow</button></form>',
      post('/c'),
      null,
    ],
    [
      'by a button outside of its form',
      '<form id=f method=post action=/c></form><button form=f name=d value=1>Allow</button>',
      post('/c', ['d', '1']),
      null,
    ],
  ];

  test.each(pages)('%s', async (_, html, approval, denial) => {
    expect(await answer(html)).toEqual(approval);
    expect(await answer(html, 'deny')).toEqual(denial);
  });

  test('by a recipe, where the page speaks another language', async () => {
    const html =
      '<form method=post action=/c><button id=nein name=d value=0>Nein</button><button id=ja name=d value=1>Ja</button></form>';
    const recipe = { approve: '#ja', deny: '#nein' };
    expect(await answer(html)).toBeNull();
    expect(await answer(html, 'approve', recipe)).toEqual(post('/c', ['d', '1']));
    expect(await answer(html, 'deny', recipe)).toEqual(post('/c', ['d', '0']));
  });

  test('on a page that asks for the password too, by the button that says so', async () => {
    const html =
      '<form method=post action=/c><input name=user><input type=password name=p><button name=d value=1>Sign in and allow</button><button name=d value=0>Deny</button></form>';
    expect(await answer(html)).toEqual(post('/c', ['user', 'alice'], ['p', 'pw'], ['d', '1']));
    expect(await answer(html, 'deny')).toEqual(post('/c', ['user', 'alice'], ['p', 'pw'], ['d', '0']));
  });

  test.each([
    ['required', '<input type=checkbox name=terms required value=1>', [['terms', '1']]],
    [
      'of a choice of which none is ticked',
      '<input type=checkbox name=s value=a><input type=checkbox name=s value=b>',
      [
        ['s', 'a'],
        ['s', 'b'],
      ],
    ],
    [
      'that are ticked already',
      '<input type=checkbox name=s value=a checked><input type=checkbox name=s value=b>',
      [['s', 'a']],
    ],
    [
      'but none that remembers the decision',
      '<label><input type=checkbox name=r> Remember this decision</label>',
      [],
    ],
    ['but none that is disabled', '<input type=checkbox name=s value=a disabled>', []],
  ])('with boxes %s', async (_, boxes, sent) => {
    const html = `<form method=post action=/c>${boxes}<button>Allow</button></form>`;
    expect(await answer(html)).toEqual(post('/c', ...(sent as [string, string][])));
  });

  test.each([
    ['<h1>Unknown client</h1><a href="https://app.example/callback?error=x">Continue</a>'],
    ['<form action=/s><input name=q><button>Search</button></form>'],
    ['<form method=post action=/logout><button>Sign out</button></form>'],
    ['nothing'],
  ])('nothing on a page that asks nothing: %s', async (html) => {
    expect(await answer(html)).toBeNull();
  });
});
