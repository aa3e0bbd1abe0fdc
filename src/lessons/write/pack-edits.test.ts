import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type FileChange, type TextFile } from '../../text/index.ts';
import { checkLesson } from '../check-lesson.ts';
import { readPack } from '../pack/read-pack.ts';
import { readLesson } from '../read/read-lesson.ts';
import {
  addLessons,
  deleteLesson,
  duplicateLesson,
  freeLessonPath,
  moveLesson,
  renameLesson,
  titlePack,
} from './pack-edits.ts';
import { emptyLesson, exampleLesson } from './template.ts';
import { createPackReader } from './written-pack.ts';

const file = (path: string, title = path): TextFile => ({ path, text: exampleLesson(title) });
const done = (files: readonly TextFile[], changes: readonly FileChange[]) =>
  applyChanges(files, changes).files;
const paths = (files: readonly TextFile[]) => createPackReader()(files).lessons.map((one) => one.file.path);
const three = [file('a.md'), file('b.md'), file('c.md')];

describe('an author’s pack', () => {
  it('keeps the order that is asked for, and says it only where names do not', () => {
    const added = done(three, addLessons(three, [file('z.md')]));
    expect(added.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md', 'z.md']);
    const first = done(three, addLessons(three, [file('z.md')], 0));
    expect(paths(first)).toEqual(['z.md', 'a.md', 'b.md', 'c.md']);
    expect(readPack(first).objections).toEqual([]);
  });

  it('moves lessons to any place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 6 }), (moves) => {
        let files: readonly TextFile[] = three;
        for (const [from, to] of moves) {
          const path = paths(files)[from] ?? '';
          files = done(files, moveLesson(files, path, to));
          expect(paths(files)[to]).toBe(path);
        }
        expect(readPack(files).pack.lessons).toHaveLength(3);
      }),
    );
  });

  it('keeps what its head says beside the order', () => {
    const head = { path: 'pack.yaml', text: '# Ours\ntitle: Day one # today\n' };
    const files = [...three, head];
    const moved = done(files, moveLesson(files, 'c.md', 0));
    expect(moved.at(-1)?.text).toMatch(/^# Ours\ntitle: Day one # today\nlessons:/);
    expect(done(moved, titlePack(moved, 'Day two')).at(-1)?.text).toContain('title: Day two # today');
    expect(readPack(done(three, titlePack(three, 'Day: two'))).pack.title).toBe('Day: two');
  });

  it('renames a lesson by its title and its file, and the order follows', () => {
    const ordered = done(three, moveLesson(three, 'c.md', 0));
    const named = done(ordered, renameLesson(ordered, 'c.md', { title: 'New: words', to: 'new.md' }));
    expect(paths(named)).toEqual(['new.md', 'a.md', 'b.md']);
    expect(readPack(named).pack.lessons[0]).toMatchObject({ id: 'new', title: 'New: words' });
  });

  it('copies a lesson so that both can be told apart', () => {
    const own = [
      { path: 'a.md', text: exampleLesson('A').replace('minutes', 'id: mine\nminutes') },
      file('b.md'),
    ];
    const { changes, path } = duplicateLesson(own, 'a.md');
    const files = done(own, changes);
    expect(paths(files)).toEqual(['a.md', path, 'b.md']);
    expect(readPack(files)).toMatchObject({
      objections: [],
      pack: { lessons: [{}, { title: 'A copy' }, {}] },
    });
  });

  it('deletes a lesson', () => {
    expect(paths(done(three, deleteLesson(three, 'b.md')))).toEqual(['a.md', 'c.md']);
  });

  it('shows a lesson whose head is broken, and a note not', () => {
    const files = [
      { path: 'a.md', text: 'title: A\n' },
      { path: 'README.md', text: '# About' },
    ];
    const { lessons, others } = createPackReader()(files);
    expect(lessons.map((one) => [one.file.path, one.objections.length])).toEqual([['a.md', 2]]);
    expect(others.map(({ path }) => path)).toEqual(['README.md']);
  });

  it('reads only what has changed', () => {
    const read = createPackReader();
    const [before] = read(three).lessons;
    const after = read(three.with(1, file('b.md', 'Other'))).lessons;
    expect(after[0]?.lesson).toBe(before?.lesson);
    expect(after[1]?.lesson?.title).toBe('Other');
  });

  it('gives files names of their own', () => {
    expect(freeLessonPath([file('time-outs.md')], '2. Time-outs!')).toBe('time-outs-2.md');
    expect(freeLessonPath([], '…')).toBe('lesson.md');
  });
});

describe('a new lesson', () => {
  it.each(['A timeout', 'Host: “a”', '"', '# no', '3', 'yes', "it's"])('called %s can be taught', (title) => {
    for (const make of [emptyLesson, exampleLesson]) {
      const { lesson, objections } = readLesson({ path: 'a.md', text: make(title) });
      expect([lesson?.title, objections]).toEqual([title, []]);
      expect(lesson && checkLesson(lesson)).toEqual([]);
    }
  });
});
