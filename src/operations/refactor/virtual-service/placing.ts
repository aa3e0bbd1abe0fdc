import { isOwnFile, type Resource } from '../../../istio/index.ts';
import { placeForNew } from '../../placement.ts';
import type { OperationContext } from '../../types.ts';
import { textOf } from '../answers.ts';
import { fileObjection } from '../file-objection.ts';
import { nameObjection } from '../name-objection.ts';
import type { Answers, Question } from '../types.ts';
import { freeName } from './rules.ts';

/** What a new VirtualService is to be called, and the file that it goes to. */
export function placingQuestions(
  { files, mesh }: OperationContext,
  like: Resource,
  wanted: string,
  given: Answers,
): readonly Question[] {
  const name = textOf(given, 'name', freeName({ mesh }, like, wanted));
  const fresh = { kind: 'VirtualService', name: name.trim(), namespace: like.namespace };
  const place = placeForNew(mesh.files, fresh, like.source.file) ?? like.source.file;
  const file = textOf(given, 'file', place);
  const isTaken = freeName({ mesh }, like, name.trim()) !== name.trim();
  const paths = files.map(({ path }) => path).filter((path) => !isOwnFile(path));
  return [
    {
      kind: 'text',
      key: 'name',
      title: 'Name of the new VirtualService',
      value: name,
      objection: isTaken
        ? 'There is a VirtualService of this name in the namespace.'
        : nameObjection(name.trim()),
    },
    {
      kind: 'text',
      key: 'file',
      title: 'File',
      value: file,
      suggestions: paths.map((value) => ({ value })),
      hint: files.some(({ path }) => path === file.trim()) ? undefined : 'This file is made.',
      objection: fileObjection(file),
    },
  ];
}
