import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipFiles } from '../../exchange/index.ts';
import { block, lessonText } from '../lesson.testkit.ts';
import { comparePacks } from './compare-packs.ts';
import { looksLikePack, readPack, readPackFile } from './read-pack.ts';
import { packFile } from './write-pack.ts';

const lesson = lessonText(`## One\n${block('yaml start', '')}`);
const file = (path: string, text = lesson) => ({ path, text });
const ids = (...given: Parameters<typeof readPack>) => readPack(...given).pack.lessons.map(({ id }) => id);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a pack', () => {
  it('is taught in the order of its names, numbers as numbers', () => {
    expect(ids([file('10-last.md'), file('2-second.md'), file('1-first/lesson.md')])).toEqual([
      'first',
      'second',
      'last',
    ]);
  });

  it('is taught in the order that it says', () => {
    const head = file('class/pack.yaml', 'title: Day one\nlessons: [b.md, a]');
    const { pack, objections } = readPack([
      file('class/a/lesson.md'),
      file('class/b.md'),
      file('class/c.md'),
      head,
    ]);
    expect(objections).toEqual([]);
    expect([pack.title, pack.lessons.map(({ id }) => id)]).toEqual(['Day one', ['b', 'a', 'c']]);
  });

  it('is known by the id of its head, else by its title', () => {
    const id = (head: string) =>
      readPack([file('a.md'), file('b.md'), file('pack.yaml', head)], 'class').pack.id;
    expect([id('title: Day One!'), id('id: day-1\ntitle: Day One'), id('{}')]).toEqual([
      'day-one',
      'day-1',
      'class',
    ]);
    expect(readPack([file('a.md'), file('pack.yaml', 'id: Day 1')]).objections).toHaveLength(1);
    expect(readPackFile('class (2).zip', packFile([file('a.md'), file('b.md')]))).toMatchObject({
      pack: { id: 'class' },
    });
  });

  it('is told from a folder that has Markdown in it too', () => {
    expect(looksLikePack([file('docs/a.md'), file('mesh.yaml', 'a: 1')])).toBe(true);
    expect(
      looksLikePack([file('docs/a.md', '---\ntitle: Release notes\n---\n'), file('b.yaml', 'a: 1')]),
    ).toBe(false);
    expect(looksLikePack([file('.git/a.md')])).toBe(false);
  });

  it('tells what changed when it is opened again', () => {
    const pack = (...files: Parameters<typeof readPack>[0][number][]) => readPack(files).pack;
    const named = (path: string, title: string) => file(path, lesson.replace('A test', title));
    const before = pack(named('a.md', 'A'), named('b.md', 'B'), named('c.md', 'C'));
    const after = pack(named('x/a.md', 'A'), named('b.md', 'B2'), named('d.md', 'D'));
    expect(comparePacks(before, after)).toEqual({ added: ['D'], removed: ['C'], changed: ['B2'] });
    expect(comparePacks(before, before)).toEqual({ added: [], removed: [], changed: [] });
  });

  it('passes over what is no lesson', () => {
    expect(
      ids([
        file('a.md'),
        file('README.md', '# About'),
        file('__MACOSX/a.md'),
        file('.git/x.md'),
        file('a.txt'),
      ]),
    ).toEqual(['a']);
  });

  it('goes through an archive unchanged', () => {
    const files = [
      file('a/lesson.md', lesson.replace('start', 'start folder=one')),
      file('a/one/mesh.yaml', 'a: 1\n'),
    ];
    const read = readPackFile('class.zip', packFile([...files, file('a/picture.txt')]));
    expect(read).toEqual(readPack(files, 'class'));
    expect(read).toMatchObject({
      objections: [],
      pack: { lessons: [{ steps: [{ start: [{ path: 'mesh.yaml', text: 'a: 1\n' }] }] }] },
    });
  });

  it('can be one Markdown file', () => {
    expect(readPackFile('my-own.md', bytes(lesson))).toMatchObject({
      pack: { title: 'A test', lessons: [{ id: 'my-own' }] },
    });
  });

  it.each([
    [
      'nothing that is a lesson',
      [file('README.md', '# About')],
      /^There is no lesson here: a Markdown file that begins/,
    ],
    ['one id twice', [file('a.md'), file('b/a.md')], /has the id "a" too/],
    [
      'a head that says something else',
      [file('a.md'), file('pack.yaml', 'titel: A')],
      /The head of a pack has no "titel"/,
    ],
    ['a head that cannot be read', [file('a.md'), file('pack.yaml', 'title: [')], /./],
    ['too many lessons', Array.from({ length: 61 }, (_, n) => file(`l${n}.md`)), /at most 60 lessons/],
    ['a broken lesson', [file('a.md', lesson.replace('minutes: 5', ''))], /Say with "minutes"/],
  ])('objects to %s', (_, files, message) => {
    expect(
      readPack(files)
        .objections.map((one) => one.message)
        .join('\n'),
    ).toMatch(message);
  });

  it.each([
    ['no archive', 'class.zip', bytes('x')],
    ['no text', 'a.md', new Uint8Array([0xff, 0xfe])],
    ['an archive that unfolds into too much', 'class.zip', zipFiles([file('a.md', 'x'.repeat(5_000_000))])],
    ['a text that is too long', 'a.md', bytes('x'.repeat(4_100_000))],
  ])('refuses %s', (_, name, content) => {
    expect(readPackFile(name, content)).toHaveProperty('refused');
  });

  it('never throws, whatever a stranger writes', () => {
    const piece = fc.constantFrom(
      '---\n',
      'title: A\n',
      'minutes: 5\n',
      '## S\n',
      '```yaml start\n',
      '```\n',
      '~~~~goals\n',
      '- request: {}\n',
      '- *a\n',
      '&a [*a]\n',
      '\0',
      '\ufeff',
      '\r\n',
      'text ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
      fc.array(piece, { maxLength: 20 }).map((all) => lesson + all.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ path: fc.constantFrom('a.md', 'lesson.md', 'pack.yaml', 'b/lesson.md'), text }),
          { maxLength: 3 },
        ),
        (files) => {
          const { objections } = readPack(files);
          for (const { line, column, message } of objections)
            expect(line > 0 && column > 0 && message !== '').toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
