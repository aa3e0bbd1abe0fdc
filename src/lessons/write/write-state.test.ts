import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/index.ts';
import { block, CART, lessonText, ROUTES } from '../lesson.testkit.ts';
import { readLesson } from '../read/read-lesson.ts';
import { statesOf } from '../states.ts';
import { writeState } from './write-state.ts';

const cart = { path: 'cart.yaml', text: CART };
const routes = { path: 'routes.yaml', text: ROUTES };
const GOALS = block('yaml goals', '- noProblem: error');

const lesson = (text: string) => ({ path: 'a.md', text });
const start = (file: { path: string; text: string }) =>
  block(`yaml start file=${file.path}`, file.text.trimEnd());

function written(text: string, ...rest: [Parameters<typeof writeState>[1], number, 'start' | 'solution']) {
  const done = writeState(lesson(text), ...rest);
  if ('refused' in done) throw new Error(done.refused);
  return applyEdits(text, done.edits);
}

describe('a state out of a workspace', () => {
  it('becomes the start, before what the step asks for', () => {
    const text = lessonText(`## One\n\nRead.\n\n${GOALS}\n## Two\n\nMore.\n`);
    expect(written(text, [cart], 0, 'start')).toBe(
      lessonText(`## One\n\nRead.\n\n${start(cart)}\n${GOALS}\n## Two\n\nMore.\n`),
    );
  });

  it('becomes the solution: files that it changes, before the notes', () => {
    const notes = block('notes', 'Ask.');
    const text = lessonText(`## One\n\n${start(cart)}\n${GOALS}\n${notes}`);
    expect(written(text, [cart, routes], 0, 'solution')).toBe(
      lessonText(
        `## One\n\n${start(cart)}\n${GOALS}\n${start(routes).replace('start', 'solution')}\n${notes}`,
      ),
    );
  });

  it('takes files away in the solution, and gives them back', () => {
    const text = lessonText(`## One\n\n${start(cart)}\n${start(routes)}\n${GOALS}`);
    const gone = written(text, [cart], 0, 'solution');
    expect(gone).toBe(`${text}\n\`\`\`yaml solution file=routes.yaml deleted\n\`\`\`\n`);
    const other = { path: 'routes.yaml', text: ROUTES.replace('3s', '4s') };
    expect(written(gone, [cart, other], 0, 'solution')).toBe(
      `${text}\n${start(other).replace('start', 'solution')}`,
    );
  });

  it('changes the one block that another text was meant for, and nothing around it', () => {
    const text = lessonText(`## One\n\n${start(cart)}\n\n\n${start(routes)}Behind.\n`);
    const other = { path: 'routes.yaml', text: ROUTES.replace('3s', '4s') };
    expect(written(text, [cart, other], 0, 'start')).toBe(text.replace('3s', '4s'));
    expect(written(text, [cart], 0, 'start')).toBe(text.replace(start(routes), ''));
    expect(written(text, [cart, routes], 0, 'start')).toBe(text);
  });

  it('goes on from the step before where it is what that ends with', () => {
    const text = lessonText(`## One\n${start(cart)}\n## Two\n\n${start(routes)}\nGo.\n`);
    expect(written(text, [cart], 1, 'start')).toBe(lessonText(`## One\n${start(cart)}\n## Two\n\nGo.\n`));
  });

  it('is written before the first step where that serves it alone', () => {
    const text = lessonText(`Welcome.\n\n${start(cart)}\n## One\n\nGo.\n`);
    expect(written(text, [cart, routes], 0, 'start')).toBe(
      lessonText(`Welcome.\n\n${start(cart)}\n${start(routes)}\n## One\n\nGo.\n`),
    );
  });

  it('leaves out what all starts have, and needs it', () => {
    const text = lessonText(`${start(cart)}\n## One\n\nGo.\n\n## Two\n${start(routes)}`);
    const other = { path: 'routes.yaml', text: ROUTES.replace('3s', '4s') };
    expect(written(text, [cart, other], 1, 'start')).toBe(text.replace('3s', '4s'));
    expect(writeState(lesson(text), [routes], 1, 'start')).toEqual({
      refused: expect.stringContaining('cart.yaml'),
    });
  });

  it.each([
    ['a file that is none of a workspace', [{ path: 'notes.txt', text: '' }], 'solution', 'notes.txt'],
    ['a solution that changes nothing', [cart], 'solution', 'would change nothing'],
  ] as const)('refuses %s', (_, files, word, why) => {
    const text = lessonText(`## One\n${start(cart)}`);
    expect(writeState(lesson(text), files, 0, word)).toEqual({ refused: expect.stringContaining(why) });
  });

  it('says in the lesson, read again, what the workspace says, and leaves the other steps alone', () => {
    const path = fc.constantFrom('mesh.yaml', 'a.yaml', 'my b.yaml', 'c/d.json');
    const body = fc.constantFrom(
      '',
      'a: 1\n',
      '# ```\nb: 2\n',
      '```\n````yaml start\n```\n',
      '~~~\n',
      'c: 3',
    );
    const files = fc.uniqueArray(fc.record({ path, text: body }), { selector: (file) => file.path });
    const blocks = (of: readonly { path: string; text: string }[], word: string) =>
      of.map((file) => `~~~~yaml ${word} file="${file.path}"\n${file.text.replaceAll('~', '-')}\n~~~~\n`);
    const step = fc
      .record({ start: files, solution: files, gap: fc.constantFrom('', '\n', 'Words.\n\n') })
      .map((one) =>
        [...blocks(one.start, 'start'), GOALS, ...blocks(one.solution, 'solution'), ''].join(one.gap),
      );
    fc.assert(
      fc.property(
        step,
        step,
        fc.nat(1),
        fc.constantFrom('start' as const, 'solution' as const),
        files,
        (one, two, index, word, wanted) => {
          const text = lessonText(`## One\n${one}\n## Two\n${two}\n`);
          const done = writeState(lesson(text), wanted, index, word);
          if ('refused' in done) return;
          const before = readLesson(lesson(text)).lesson;
          const after = readLesson(lesson(applyEdits(text, done.edits))).lesson;
          const state = after && statesOf(after)[index];
          const told = (word === 'start' ? state?.start : state?.solved) ?? [];
          const plain = (all: readonly { path: string; text: string }[]) =>
            Object.fromEntries(all.map((file) => [file.path, file.text.replace(/\n?$/, '\n')]));
          expect(plain(told)).toEqual(
            plain(word === 'solution' || wanted.length ? wanted : [{ path: 'mesh.yaml', text: '' }]),
          );
          const other = after?.steps[1 - index];
          expect(other && { ...other, place: null }).toEqual({ ...before?.steps[1 - index], place: null });
        },
      ),
    );
  });
});
