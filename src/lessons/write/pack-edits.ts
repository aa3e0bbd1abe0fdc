import { applyChanges, fileText, type FileChange, type TextEdit, type TextFile } from '../../text/index.ts';
import { editDocument, emitDocument, type YamlValue } from '../../yaml/index.ts';
import { PACK_FILE } from '../pack/read-pack.ts';
import { headPart } from '../read/front-matter.ts';
import { slug } from '../read/read-lesson.ts';
import { createPackReader, type WrittenPack } from './written-pack.ts';

/** What an author does to a pack as a whole, as changes to its files. All throw `RefusedError` where a text cannot be edited safely. */
const packOf = (files: readonly TextFile[]): WrittenPack => createPackReader()(files);
const order = (files: readonly TextFile[]): readonly string[] =>
  packOf(files).lessons.map(({ file }) => file.path);

/** A path that no file has yet: `timeouts.md`, `timeouts-2.md`. */
export function freeLessonPath(files: readonly TextFile[], title: string): string {
  const name = slug(title) || 'lesson';
  const taken = new Set(files.map(({ path }) => path.toLowerCase()));
  for (let n = 1; ; n++) {
    const path = n === 1 ? `${name}.md` : `${name}-${n}.md`;
    if (!taken.has(path)) return path;
  }
}

/** Puts lessons at a place of the order; without one, at its end. */
export function addLessons(
  files: readonly TextFile[],
  lessons: readonly TextFile[],
  at = Infinity,
): readonly FileChange[] {
  const wanted = order(files).toSpliced(at, 0, ...lessons.map(({ path }) => path));
  return inOrder(
    files,
    lessons.map(({ path, text }) => ({ kind: 'create', path, text })),
    wanted,
  );
}

/** A copy behind the lesson, with a title and a file of its own. */
export function duplicateLesson(
  files: readonly TextFile[],
  path: string,
): { readonly changes: readonly FileChange[]; readonly path: string } {
  const text = fileText(files, path) ?? '';
  const title = `${titleOf(files, path)} copy`;
  const copy = freeLessonPath(files, title);
  const id = copy.replace(/\.md$/, '');
  const titled = withHead(text, 'title', title);
  const named = saysId(text) ? withHead(titled, 'id', id) : titled;
  return {
    changes: addLessons(files, [{ path: copy, text: named }], order(files).indexOf(path) + 1),
    path: copy,
  };
}

/** Another place in the order, from 0. */
export function moveLesson(files: readonly TextFile[], path: string, to: number): readonly FileChange[] {
  const now = order(files);
  return inOrder(files, [], now.toSpliced(now.indexOf(path), 1).toSpliced(to, 0, path));
}

export function deleteLesson(files: readonly TextFile[], path: string): readonly FileChange[] {
  return inOrder(
    files,
    [{ kind: 'delete', path }],
    order(files).filter((one) => one !== path),
  );
}

/** Another title, another file, or both. */
export function renameLesson(
  files: readonly TextFile[],
  path: string,
  { title, to }: { readonly title: string; readonly to: string },
): readonly FileChange[] {
  const text = fileText(files, path) ?? '';
  const edits = title === titleOf(files, path) ? [] : headEdits(text, 'title', title);
  const changes: FileChange[] = [];
  if (edits.length) changes.push({ kind: 'edit', path, edits });
  if (to !== path) changes.push({ kind: 'rename', path, to });
  return inOrder(
    files,
    changes,
    order(files).map((one) => (one === path ? to : one)),
  );
}

export function titlePack(files: readonly TextFile[], title: string): readonly FileChange[] {
  return setInPack(files, 'title', title);
}

/** The changes, and what of the pack's head has to follow so that the lessons stand in this order. */
function inOrder(
  files: readonly TextFile[],
  changes: readonly FileChange[],
  wanted: readonly string[],
): readonly FileChange[] {
  const after = applyChanges(files, changes).files;
  const said = order(after);
  return said.every((path, index) => path === wanted[index])
    ? changes
    : [...changes, ...setInPack(after, 'lessons', [...wanted])];
}

function setInPack(files: readonly TextFile[], key: string, value: YamlValue): readonly FileChange[] {
  const head = files
    .filter(({ path }) => path === PACK_FILE || path.endsWith(`/${PACK_FILE}`))
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length)[0];
  if (!head) return [{ kind: 'create', path: PACK_FILE, text: emitDocument({ [key]: value }) }];
  const { edits } = editDocument(head.text, { kind: 'set', path: [key], value });
  return edits.length ? [{ kind: 'edit', path: head.path, edits }] : [];
}

function headEdits(text: string, key: string, value: string): readonly TextEdit[] {
  const found = headPart(text);
  if (typeof found === 'string') return [];
  const { text: yaml, from } = found.part;
  const { edits } = editDocument(yaml, { kind: 'set', path: [key], value });
  return edits.map((edit) => ({ ...edit, from: edit.from + from, to: edit.to + from }));
}

function withHead(text: string, key: string, value: string): string {
  const edits = headEdits(text, key, value);
  return applyChanges([{ path: '', text }], [{ kind: 'edit', path: '', edits }]).files[0]?.text ?? text;
}

const titleOf = (files: readonly TextFile[], path: string): string =>
  packOf(files).lessons.find(({ file }) => file.path === path)?.lesson?.title ?? path.replace(/\.\w+$/, '');

const saysId = (text: string): boolean => {
  const found = headPart(text);
  return typeof found !== 'string' && /^id\s*:/m.test(found.part.text);
};
