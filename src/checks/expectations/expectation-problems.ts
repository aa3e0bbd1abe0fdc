import { isExpectationsFile, type Mesh } from '../../istio/index.ts';
import { lineIndex } from '../../text/index.ts';
import { readExpectations } from '../../traffic/index.ts';
import { problemInFile } from '../problem-in-file.ts';
import type { Problem } from '../problem.ts';

type MeshFile = Mesh['files'][number];

const kept = new WeakMap<MeshFile, readonly Problem[]>();

/** What a file of expectations says that is not read; none for other files. Kept as long as the file stays. */
export function expectationProblems(file: MeshFile): readonly Problem[] {
  if (!isExpectationsFile(file.path)) return [];
  const known = kept.get(file);
  if (known) return known;
  let linesBefore = 0;
  const problems: Problem[] = [];
  for (const document of file.documents) {
    for (const { path, message } of readExpectations(document.value).objections)
      problems.push(
        problemInFile(
          { code: 'MW4101', message, path, at: 'key', fixes: [] },
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
