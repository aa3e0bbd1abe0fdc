import { lineIndex } from '../../text/index.ts';
import { formatPath, locate, splitDocuments, valueRangeAt } from '../../yaml/index.ts';
import type { OperationContext } from '../types.ts';
import { wayOf, type Naming } from './namings.ts';

/** A place as people find it: the file, the line (from 1), and the path of what stands there. */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly words: string;
}

/** Where something is named. Reads the document again, so ask only for what is shown. */
export function whereOf({ files, mesh }: OperationContext, naming: Naming): Where | undefined {
  const resource = mesh.byId.get(naming.from);
  const text = files.find(({ path }) => path === resource?.source.file)?.text;
  if (!resource || text === undefined) return undefined;
  const { file, document, path } = resource.source;
  const slice = splitDocuments(text)[document];
  const root = slice && locate(slice.text);
  if (!root) return undefined;
  const { from } = valueRangeAt(root, [...path, ...naming.path]);
  const { line } = lineIndex(text).position(slice.from + from);
  return { file, line, words: formatPath(wayOf(naming).slice(1)) };
}
