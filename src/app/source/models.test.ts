import fc from 'fast-check';
import type { editor } from 'monaco-editor/editor';
import { describe, expect, it } from 'vitest';
import type { Action, Session } from '../../session/index.ts';
import { applyEdits, type FileChange, type TextEdit } from '../../text/index.ts';
import type { LineRange } from './lineEdit.ts';
import { createModels, textsOf } from './models.ts';

interface FakeModel {
  readonly model: editor.ITextModel;
  text(): string;
  type(range: LineRange, text: string): void;
}

/** As much of Monaco's model as the models use: lines with one kind of line end, and events before and after. */
function fakeModel(initial: string): FakeModel {
  let lines = initial.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  let listener: (event: { changes: { range: LineRange; text: string }[] }) => void = () => {};
  let disposed = false;
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const apply = (edits: readonly { range: LineRange; text: string }[]) => {
    let text = lines.join('\n');
    const placed = edits.map(({ range, text: insert }) => ({
      from: offset(range.startLineNumber, range.startColumn),
      to: offset(range.endLineNumber, range.endColumn),
      insert,
    }));
    for (const { from, to, insert } of placed.reverse())
      text = text.slice(0, from) + insert.replaceAll(/\r\n?/g, '\n') + text.slice(to);
    lines = text.split('\n');
    listener({ changes: [...edits].reverse() });
  };
  const model = {
    onDidChangeContent: (added: typeof listener) => {
      listener = added;
      return { dispose() {} };
    },
    applyEdits: apply,
    getLineCount: () => lines.length,
    getLineContent: (n: number) => lines[n - 1] ?? '',
    isDisposed: () => disposed,
    dispose: () => (disposed = true),
  };
  return {
    model: model as unknown as editor.ITextModel,
    text: () => lines.join('\n'),
    type: (range, text) => apply([{ range, text }]),
  };
}

/** A session of one file that does nothing but keep texts and tell of changes. */
function fakeSession(path: string, initial: string) {
  let text = initial;
  let tell: (changes: readonly FileChange[], origin: 'text' | 'form' | 'history') => void = () => {};
  let notify: () => void = () => {};
  const marks: (string | undefined)[] = [];
  const edit = (edits: readonly TextEdit[], origin: 'text' | 'form' | 'history') => {
    text = applyEdits(text, edits);
    tell([{ kind: 'edit', path, edits }], origin);
    notify();
    return true;
  };
  const session = {
    refuse: false,
    getState: () => ({ workspace: { files: text === '' && initial !== '' ? [] : [{ path, text }] } }),
    subscribe: (listener: () => void) => {
      notify = listener;
      return () => {};
    },
    onChanges: (listener: typeof tell) => {
      tell = listener;
      return () => {};
    },
    dispatch: (action: Action) => {
      if (action.type !== 'edit-text' || session.refuse) return false;
      marks.push(action.mark);
      return edit(action.edits, 'text');
    },
  };
  return {
    session: session as unknown as Session & { refuse: boolean },
    marks,
    text: () => text,
    foreign: (edits: readonly TextEdit[]) => edit(edits, 'form'),
    /** Another workspace with a file of this name. */
    load: (next: string) => {
      text = next;
      tell(
        [
          { kind: 'delete', path },
          { kind: 'create', path, text },
        ],
        'form',
      );
      notify();
    },
    /** Another text, without a word of what changed. */
    replace: (next: string) => {
      text = next;
      notify();
    },
  };
}

function opened(initial: string) {
  const host = fakeSession('a.yaml', initial);
  let fake: FakeModel | undefined;
  const models = createModels(textsOf(host.session), (text) => (fake = fakeModel(text)).model);
  const open = models.open('a.yaml');
  if (!open || !fake) throw new Error('not opened');
  return { host, models, open, fake };
}

const seen = (text: string) => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
const range = (line: number, column: number, endLine = line, endColumn = column): LineRange => ({
  startLineNumber: line,
  startColumn: column,
  endLineNumber: endLine,
  endColumn,
});

describe('createModels', () => {
  it('turns typing into edits of our text, with the line ends that stand there', () => {
    const { host, fake } = opened('\uFEFFa: 1\r\nb: 2\r\n');
    fake.type(range(1, 5), '0\nc: 3');
    expect(host.text()).toBe('\uFEFFa: 10\r\nc: 3\r\nb: 2\r\n');
    expect(host.marks).toHaveLength(1);
  });

  it('puts changes from elsewhere into the model, and sends none of them back', () => {
    const { host, models, fake } = opened('a: 1\r\nb: 2\r\n');
    const told: string[] = [];
    models.onReceived((_, edits) => told.push(...edits.map(({ text }) => text)));
    host.foreign([{ from: 9, to: 10, insert: '25' }]);
    expect(fake.text()).toBe('a: 1\nb: 25\n');
    expect(told).toEqual(['5']);
    expect(host.marks).toEqual([]);
  });

  it('takes back what the session refused', async () => {
    const { host, fake } = opened('a: 1\n');
    host.session.refuse = true;
    fake.type(range(1, 5), '2');
    await Promise.resolve();
    expect(fake.text()).toBe('a: 1\n');
    expect(host.text()).toBe('a: 1\n');
  });

  it('finds a text that was replaced without a word', () => {
    const { host, fake } = opened('a: 1\nb: 2\n');
    host.replace('a: 1\nc: 3\nb: 2\n');
    expect(fake.text()).toBe('a: 1\nc: 3\nb: 2\n');
  });

  it('keeps the model that is on the screen where another workspace has a file of the same name', () => {
    const { host, fake, models, open } = opened('a: 1\nb: 2\n');
    host.load('c: 3\n');
    expect(open.model.isDisposed()).toBe(false);
    expect(models.open('a.yaml')?.model).toBe(open.model);
    expect(fake.text()).toBe('c: 3\n');
  });

  it('opens no model for a file that is not there, and one for each that is', () => {
    const { models, open } = opened('a: 1\n');
    expect(models.open('b.yaml')).toBeNull();
    expect(models.open('a.yaml')).toBe(open);
    expect(models.byModel(open.model)).toBe(open);
  });

  it('keeps both sides alike whatever is typed on one and changed on the other', async () => {
    const piece = fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '\r\n', '\r'), maxLength: 6 });
    const step = fc.record({ typed: fc.boolean(), at: fc.nat(), length: fc.nat({ max: 4 }), insert: piece });
    const initial = fc.string({
      unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r', ' '),
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        initial,
        fc.array(step, { maxLength: 12 }),
        async (mark, text, steps) => {
          const { host, open, fake } = opened((mark ? '\uFEFF' : '') + text);
          for (const { typed, at, length, insert } of steps) {
            if (host.text() === '') return;
            if (typed) {
              const from = open.lines.positionAt(at % (host.text().length + 1));
              const to = open.lines.positionAt(
                Math.min(host.text().length, open.lines.offsetAt(from) + length),
              );
              const end = open.lines.offsetAt(to) < open.lines.offsetAt(from) ? from : to;
              fake.type(range(from.lineNumber, from.column, end.lineNumber, end.column), insert);
            } else {
              const from = at % (host.text().length + 1);
              host.foreign([{ from, to: Math.min(host.text().length, from + length), insert }]);
            }
            await Promise.resolve();
            expect(fake.text()).toBe(seen(host.text()));
          }
        },
      ),
      { numRuns: 800 },
    );
  });
});
