import { isExpectationsFile, valueAt, type Mesh } from '../../istio/index.ts';
import type { Operation } from '../../operations/index.ts';
import { lineIndex } from '../../text/index.ts';
import { readExpectations, type Objection } from '../../traffic/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { problemInFile, type FileFinding } from '../problem-in-file.ts';
import type { Problem } from '../problem.ts';
import { closest } from '../words.ts';

type MeshFile = Mesh['files'][number];

const kept = new WeakMap<MeshFile, readonly Problem[]>();

/** An objection with the word that was meant, where one is like it. */
function told(
  { path, message, could }: Objection,
  value: YamlValue | undefined,
  file: string,
  document: number,
): Pick<FileFinding, 'path' | 'message' | 'fixes'> {
  const written = could?.be === 'key' ? path.at(-1) : valueAt(value, path);
  const meant = typeof written === 'string' && could ? closest(written, could.words) : undefined;
  const [list, index, ...rest] = path;
  if (!could || meant === undefined || list !== 'expectations' || typeof index !== 'number')
    return { path, message, fixes: [] };
  const at = { file, document, index, path: rest };
  const operation: Operation =
    could.be === 'key'
      ? { kind: 'rename-expectation-key', ...at, key: meant }
      : { kind: 'set-expectation', ...at, value: meant };
  return {
    path,
    message: `${message} Did you mean "${meant}"?`,
    fixes: [{ title: `Change to ${meant}`, operation }],
  };
}

/** What a file of expectations says that is not read; none for other files. Kept as long as the file stays. */
export function expectationProblems(file: MeshFile): readonly Problem[] {
  if (!isExpectationsFile(file.path)) return [];
  const known = kept.get(file);
  if (known) return known;
  let linesBefore = 0;
  const problems: Problem[] = [];
  for (const [index, document] of file.documents.entries()) {
    for (const objection of readExpectations(document.value).objections)
      problems.push(
        problemInFile(
          { code: 'MW4101', at: 'key', ...told(objection, document.value, file.path, index) },
          file.path,
          document,
          linesBefore,
        ),
      );
    linesBefore += lineIndex(document.text).count - 1;
  }
  const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  kept.set(file, inOrder);
  return inOrder;
}
