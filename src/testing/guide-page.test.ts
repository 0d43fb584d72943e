import { describe, expect, it } from 'vitest';
import { differenceOf, readGuide } from './guide-page.ts';

const fence = '```';
const page = `# A page

${fence}sh
echo 1
${fence}

Then click **Allow**:

${fence}text
1
${fence}

${fence}url
http://127.0.0.1/
${fence}
`;

describe('a page of instructions', () => {
  it('is read as its steps, each with what is said of it and what comes of it', () => {
    expect(readGuide(page)).toEqual([
      {
        language: 'sh',
        text: 'echo 1',
        prose: '\nThen click **Allow**:\n\n',
        outcome: { language: 'text', text: '1' },
      },
      { language: 'url', text: 'http://127.0.0.1/', prose: '', outcome: null },
    ]);
  });

  it.each([
    ['a block that nobody would run', `${fence}ruby\nputs 1\n${fence}\n`],
    ['an outcome before there is anything to do', `${fence}json\n{}\n${fence}\n`],
  ])('is refused with %s', (_, markdown) => {
    expect(() => readGuide(markdown)).toThrow();
  });
});

describe('an outcome', () => {
  const json = (text: string) => ({ language: 'json' as const, text });

  it.each([
    ['the same', '{"a": [1, "b"]}', '{"a":[1,"b"]}'],
    ['anything for an ellipsis', '{"a": "cga_…"}', '{"a": "cga_x y/z"}'],
    ['one moment for another', '{"at": 1795276800}', '{"at": 1795276999}'],
  ])('agrees where it is %s', (_, printed, came) => {
    expect(differenceOf(json(printed), came)).toBeNull();
  });

  it.each([
    ['another number', '{"expires_in": 3600}', '{"expires_in": 7200}'],
    ['another text', '{"a": "cga_…"}', '{"a": "cgr_x"}'],
    ['nothing for an ellipsis', '{"a": "cga_…"}', '{"a": "cga_"}'],
    ['a member less', '{"a": 1, "b": 2}', '{"a": 1}'],
    ['a member more', '{"a": 1}', '{"a": 1, "b": 2}'],
    ['another type', '{"a": "1"}', '{"a": 1}'],
    ['another length', '[1, 2]', '[1]'],
  ])('differs by %s', (_, printed, came) => {
    expect(differenceOf(json(printed), came)).not.toBeNull();
  });

  it('of text is the whole text, with one parameter for an ellipsis', () => {
    const text = (printed: string) => ({ language: 'text' as const, text: printed });
    expect(differenceOf(text('http://a/?code=…&state=b'), 'http://a/?code=x&state=b')).toBeNull();
    expect(differenceOf(text('http://a/?code=…'), 'http://a/?code=x&state=b')).not.toBeNull();
    expect(differenceOf(text('http://a/?code=…'), 'http://a/#code=x')).not.toBeNull();
  });
});
