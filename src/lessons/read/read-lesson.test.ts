import { describe, expect, it } from 'vitest';
import { checkLesson } from '../check-lesson.ts';
import { block, CART, lessonText, read, ROUTES, said } from '../lesson.testkit.ts';
import { statesOf } from '../states.ts';
import { readLesson } from './read-lesson.ts';

const START = block('yaml start file=cart.yaml', CART);
const GOALS = block(
  'yaml goals',
  `- request: { from: shop, url: http://cart.shop.svc.cluster.local/ }
  expect: { outcome: forward, timeout: 3s }
- field: spec.http[*].timeout
  of: VirtualService/shop/cart
  equals: 3000ms`,
);
const SOLUTION = block('yaml solution file=routes.yaml', ROUTES);

const WHOLE = `# A test

Before the steps.

${block('notes', 'Tell them why.')}
## Look around

Some text.

${START}${block('yaml look', 'resources: [Service/shop/cart]\nrequests: [{ from: shop, url: http://cart/ }]')}
${block('yaml', 'kind: Shown')}
## Wait less

Do it.

${GOALS}${block('hint', 'First.')}${block('hint', 'Second.')}${SOLUTION}${block('md notes', 'Slowly.')}`;

describe('a solution that takes a file away', () => {
  const gone = (info: string, text = '') =>
    `## Start over\n${START}${block('yaml start file=old.yaml', ROUTES)}${block('yaml goals', '- noResource: VirtualService/shop/cart')}\`\`\`${info}\n${text}\`\`\`\n`;

  it('is whole, and the next step goes on without the file', () => {
    const { lesson, objections } = read(`${gone('yaml solution file=old.yaml deleted')}## Look\nGone.\n`);
    expect(objections).toEqual([]);
    expect(lesson?.steps[0]).toMatchObject({ solution: [], deleted: ['old.yaml'] });
    expect(lesson && checkLesson(lesson)).toEqual([]);
    expect(lesson && statesOf(lesson)[1]?.start.map(({ path }) => path)).toEqual(['cart.yaml']);
  });

  it.each([
    ['a file that is not there', gone('yaml solution file=other.yaml deleted'), /no such file when the step/],
    ['no file', gone('yaml solution deleted'), /Say with file=NAME which file/],
    ['a folder', gone('yaml solution folder=a deleted'), /no "folder"/],
    ['a file that it also writes', gone('yaml solution file=old.yaml deleted', 'a: 1\n'), /nothing inside/],
    [
      'something at a start',
      `## A\n${block('yaml start file=a.yaml deleted', '')}`,
      /Only a solution deletes/,
    ],
  ])('objects where it deletes %s', (_, text, message) => {
    expect(said(read(text)).join('\n')).toMatch(message);
  });
});

describe('a lesson that is whole', () => {
  const { lesson, objections } = read(WHOLE);

  it('has no objections', () => {
    expect(objections).toEqual([]);
    expect(lesson && checkLesson(lesson)).toEqual([]);
  });

  it('is called as its file is', () => {
    expect(lesson).toMatchObject({ id: 'test', title: 'A test', minutes: 5, notes: 'Tell them why.' });
    const of = (path: string) => readLesson({ path, text: lessonText(WHOLE) }).lesson?.id;
    expect(of('packs/03-wait-less/lesson.md')).toBe('wait-less');
    expect(of('02 External host.lesson.md')).toBe('external-host');
    expect(of('lesson.md')).toBe('a-test');
  });

  it('parts what is shown from what means something', () => {
    expect(lesson?.introduction).toBe('Before the steps.');
    const [first, second] = lesson?.steps ?? [];
    expect(first).toMatchObject({
      title: 'Look around',
      start: [{ path: 'cart.yaml', text: CART + '\n' }],
      goals: [],
      look: { resources: [{ kind: 'Service', namespace: 'shop', name: 'cart' }] },
    });
    expect(first?.text).toBe('Some text.\n\n\n```yaml\nkind: Shown\n```');
    expect(first?.look.requests).toHaveLength(1);
    expect(second).toMatchObject({
      start: 'continue',
      text: 'Do it.',
      hints: ['First.', 'Second.'],
      notes: 'Slowly.',
    });
    expect(second?.goals.map(({ kind }) => kind)).toEqual(['request', 'field']);
    expect(second?.place).toMatchObject({ file: 'test.md', line: 39, column: 1 });
  });
});

describe('what an author is told', () => {
  const step = (blocks: string) => read(`## One\n${block('yaml start', '')}${blocks}`);
  const solved = block('yaml solution', 'a: 1');
  const goal = (text: string) => said(step(block('yaml goals', text) + solved));

  it.each([
    ['no head', 'Hello', /^1:1 A lesson begins with a line "---"/],
    ['a head that does not end', '---\ntitle: A\n', /^1:1 The head of this lesson does not end/],
    ['no title', '---\nminutes: 3\n---\n## One\n```start\n```\n', /^2:1 A lesson needs a "title"/],
    ['no minutes', '---\ntitle: A\n---\n## One\n```start\n```\n', /^2:1 Say with "minutes"/],
    ['half minutes', '---\ntitle: A\nminutes: 2.5\n---\n', /^3:1 "minutes" has to be a whole number/],
    ['an id with spaces', '---\ntitle: A\nminutes: 2\nid: A b\n---\n', /^4:1 An "id" goes into links/],
    [
      'a word too many',
      '---\ntitle: A\nminutes: 2\nauthor: me\n---\n',
      /^4:1 The head of a lesson has no "author"/,
    ],
    ['broken YAML', '---\ntitle: [A\n---\n', /^\d+:\d+ /],
    ['no step', '---\ntitle: A\nminutes: 2\n---\nText.\n', /^5:1 A lesson has at least one step/],
  ])('of %s', (_, text, message) => {
    expect(said(readLesson({ path: 'a.md', text }))[0]).toMatch(message);
  });

  it.each([
    ['a block that is none', '```yaml goal\n```\n', /^9:1 There is no block "goal". Did you mean "goals"\?/],
    ['a block that does not end', '```hint\nText', /^9:1 This block does not end/],
    ['a file outside', block('yaml solution file=../a.yaml', 'a: 1'), /"\.\.\/a\.yaml" cannot be a file/],
    [
      'another attribute',
      block('hint first', 'x') + block('yaml start name=a', ''),
      /A start block has no "name"/,
    ],
    ['one file twice', block('yaml start', ''), /^9:1 mesh.yaml is written twice/],
    ['a folder that is not there', block('yaml start folder=1', ''), /no YAML files in the folder 1/],
    ['a solution without goals', solved, /has a solution but no goals/],
    ['goals without a solution', block('goals', '- noProblem: error'), /has goals but no solution/],
    ['a look at nothing', block('look', '- a'), /^9:1 A "look" block says/],
  ])('of %s', (_, blocks, message) => {
    expect(said(step(blocks)).join('\n')).toMatch(message);
  });

  it.each([
    ['a list that is none', 'noProblem: error', /^9:1 A "goals" block is a list/],
    ['a goal that says nothing', '- say: Do it', /^10:3 A goal says one of/],
    ['a goal with a slip', '- requst: {}', /Did you mean "request"\?/],
    ['a request that expects nothing', '- request: { from: a, url: http://b }', /^10:3 Say what to "expect"/],
    [
      'an expectation of ours',
      '- request: { from: a, url: http://b }\n  expect: { outcom: forward }',
      /^11:13 "expect" has no "outcom"/,
    ],
    ['a code that is none', '- noProblem: MW9999', /^10:3 "MW9999" is no code of a problem/],
    ['a kind with a slip', '- resource: VirtualServce/a', /Did you mean VirtualService\?/],
    [
      'a field with a slip',
      '- field: spec.htp\n  of: VirtualService/a',
      /^10:3 A VirtualService has no field spec.htp/,
    ],
    ['a path that is none', '- field: spec..http\n  of: VirtualService/a', /is not a path/],
    ['a field of nothing', '- field: spec.http', /"of" has to be a resource/],
    ['a split of nothing', '- split: []\n  request: { from: a, url: http://b }', /"split" is a list/],
    [
      'a share without its number',
      '- split: [{ host: a }]\n  request: { from: a, url: http://b }',
      /how many of a hundred/,
    ],
    ['an expectation that is nowhere', '- expectation: Nothing', /no .expect.yaml file of this step has it/],
    ['more than one document', '- noProblem: error\n---\n- a', /one YAML document/],
    ['too many levels', `- ${'['.repeat(20)}${']'.repeat(20)}`, /levels are nested/],
    ['a word too many', '- noProblem: error\n  on: a', /A goal with "noProblem" has no "on"/],
  ])('of %s', (_, text, message) => {
    expect(goal(text).join('\n')).toMatch(message);
  });

  it('of a first step without files', () => {
    expect(said(read('## One\n'))).toEqual([expect.stringMatching(/^5:1 The first step needs files/)]);
  });

  it('of a lesson that is too long', () => {
    expect(said(read('x'.repeat(500_000)))).toEqual([expect.stringMatching(/^1:1 This is longer than/)]);
  });
});

describe('states', () => {
  it('begin in all steps with what stands before the first', () => {
    const { lesson, objections } = read(
      `${block('yaml start file=a.yaml', 'a: 1')}## One\n## Two\n${block('yaml start file=b.yaml', 'b: 1')}`,
    );
    expect(objections).toEqual([]);
    expect(lesson?.steps.map(({ start }) => start)).toEqual([
      [{ path: 'a.yaml', text: 'a: 1\n' }],
      [
        { path: 'a.yaml', text: 'a: 1\n' },
        { path: 'b.yaml', text: 'b: 1\n' },
      ],
    ]);
  });

  it('are taken from folders beside the lesson', () => {
    const text = lessonText(`## One\n${block('yaml start folder=1/start', '')}`);
    const file = (path: string) => ({ path, text: path });
    const { lesson, objections } = readLesson({ path: 'host/lesson.md', text }, [
      file('host/1/start/a.yaml'),
      file('host/1/start/sub/b.yml'),
      file('host/1/start/read.me'),
      file('1/start/c.yaml'),
    ]);
    expect(objections).toEqual([]);
    expect(lesson?.steps[0]?.start).toEqual([
      { path: 'a.yaml', text: 'host/1/start/a.yaml' },
      { path: 'sub/b.yml', text: 'host/1/start/sub/b.yml' },
    ]);
  });

  it('keep CRLF', () => {
    const text = lessonText(`## One\n${block('yaml start', 'a: 1')}`).replaceAll('\n', '\r\n');
    const { lesson, objections } = readLesson({ path: 'a.md', text });
    expect(objections).toEqual([]);
    expect(lesson?.steps[0]?.start).toEqual([{ path: 'mesh.yaml', text: 'a: 1\r\n' }]);
  });
});

describe('a hostile text', () => {
  // Each of these made a naive reader look at the same characters over and over; a test that hangs has failed.
  it.each([
    ['blanks behind a fence', `\`\`\`a${' '.repeat(300_000)}b\n`],
    ['blanks behind a heading', `## a${' '.repeat(300_000)}b\n`],
    ['runs of quotes', `\`\`\`js\n${'` '.repeat(150_000)}\n\`\`\`\n`],
    ['quotes in an info string', `\`\`\`yaml start ${'"a'.repeat(100_000)}\n`],
    ['many headings', '## a\n'.repeat(50_000)],
    ['many fences', '```\n'.repeat(80_000)],
  ])('of %s is read in one go', (_, text) => {
    expect(read(`## One\n${block('yaml start', '')}${text}`).objections.length).toBeLessThan(300);
  });
});
