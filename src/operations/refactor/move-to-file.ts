import { isOwnFile, type ResourceId } from '../../istio/index.ts';
import { appendDocument, editDocument, equalValues, RefusedError } from '../../yaml/index.ts';
import type { TextEdit } from '../../text/index.ts';
import { deleteResource } from '../delete-resource.ts';
import { shifted, type Draft } from '../draft.ts';
import { wholeList } from '../whole-list.ts';
import { deleteBlank, isBlank } from './blank-file.ts';
import { isTicked, textOf, tickedOf } from './answers.ts';
import { asItem, documentText, withBreaksOf } from './document-text.ts';
import { fileObjection } from './file-objection.ts';
import { fileFor } from './file-for.ts';
import type { Option, Refactoring } from './types.ts';

/** Moves resources to another file as they are written. Nothing in Istio names a file, so all references stay. */
export const moveToFile: Refactoring = {
  id: 'move-to-file',
  title: 'Move to another file',
  words:
    'Takes it out of its file, with its comments, and puts it at the end of another one, or of a new one.',
  appliesTo: (mesh, { resource }) => {
    const found = mesh.byId.get(resource ?? '');
    return found !== undefined && !found.assumed;
  },
  questions: ({ files, mesh }, { resource: id }, given) => {
    const resource = mesh.byId.get(id ?? '');
    if (!resource) return [];
    const from = resource.source.file;
    const paths = files.map(({ path }) => path).filter((path) => takes(path) && path !== from);
    const file = textOf(given, 'file', fileFor(mesh, resource));
    const others = (mesh.files.find(({ path }) => path === from)?.resources ?? [])
      .filter((other) => other.id !== id && !other.assumed && !other.stale)
      .map(({ id: value, kind, name }): Option => ({ value, title: `${kind} ${name}` }));
    const isNew = !files.some(({ path }) => path === file);
    return [
      {
        kind: 'text',
        key: 'file',
        title: 'File',
        value: file,
        suggestions: paths.map((value) => ({ value })),
        objection:
          file === from
            ? `It stands in ${from} already.`
            : takes(file)
              ? fileObjection(file)
              : `${file} holds no resources.`,
        hint: isNew ? 'This file is made.' : undefined,
      },
      ...(others.length > 0
        ? [
            {
              kind: 'some' as const,
              key: 'with',
              title: 'Others that go along',
              value: tickedOf(given, 'with', others),
              options: others,
            },
          ]
        : []),
      ...(others.length === tickedOf(given, 'with', others).length
        ? [
            {
              kind: 'tick' as const,
              key: 'tidy',
              title: `Delete ${from}: nothing is left in it`,
              value: isTicked(given, 'tidy', true) ? 'yes' : '',
            },
          ]
        : []),
    ];
  },
  perform: (draft, { resource: id = '' }, answers) => {
    const resource = draft.resource(id);
    const to = textOf(answers, 'file').trim();
    const going = new Set([id, ...((answers['with'] ?? []) as readonly string[])]);
    const from = resource.source.file;
    // In the order in which they stood, which may decide between them.
    const all = (draft.mesh.files.find(({ path }) => path === from)?.resources ?? []).filter((each) =>
      going.has(each.id),
    );
    for (const each of all) moveOne(draft, each.id, to);
    const isEmpty = isBlank(draft, from);
    const isGone = isTicked(answers, 'tidy') && deleteBlank(draft, from);
    const what = all.length === 1 ? resource.name : `${all.length} resources`;
    return {
      label: `Move ${what} to ${to}`,
      select: { resource: id },
      warnings:
        isEmpty && !isGone ? [`${from} is then empty: kubectl apply passes over it with a complaint.`] : [],
    };
  },
};

const takes = (path: string): boolean => !isOwnFile(path);

function moveOne(draft: Draft, id: ResourceId, to: string): void {
  const resource = draft.resource(id);
  const { source, value } = resource;
  const file = draft.file(source.file);
  const isItem = source.path.length > 0;
  const isOnly = !isItem && draft.mesh.files.find(({ path }) => path === source.file)?.documents.length === 1;
  const target = draft.file(to);
  // With the only document of a file, what stands at the file's head goes along.
  const text = documentText(draft, resource, isOnly);
  if (isOnly && file) draft.apply({ kind: 'edit', path: source.file, edits: [emptied(file.text)] });
  else if (isItem) draft.edit(id, { kind: 'remove', path: [], comments: true });
  else deleteResource(draft, id);
  const list = target && wholeList(target.text);
  if (!target) draft.apply({ kind: 'create', path: to, text });
  else if (list) {
    const item = withBreaksOf(text, target.text);
    const { edits } = editDocument(list.slice.text, {
      kind: 'insert',
      path: ['items'],
      index: list.items,
      value,
      as: asItem(item),
    });
    draft.apply({ kind: 'edit', path: to, edits: shifted(edits, list.slice.from) });
  } else {
    const edit = appendDocument(target.text, withBreaksOf(text, target.text));
    draft.apply({ kind: 'edit', path: to, edits: [edit] });
  }
  const moved = draft.mesh.files.find(({ path }) => path === to)?.resources.at(-1);
  if (!moved || !equalValues(moved.value, value)) {
    throw new RefusedError(
      'unsafe',
      `${resource.name} cannot be moved to ${to} as it is written. Move its text by hand.`,
    );
  }
}

const emptied = (text: string): TextEdit => ({ from: 0, to: text.length, insert: '' });
