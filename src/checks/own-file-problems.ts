import { valueAt, type Mesh } from '../istio/index.ts';
import type { Operation } from '../operations/index.ts';
import { lineIndex } from '../text/index.ts';
import type { Objection } from '../traffic/index.ts';
import type { Path, YamlValue } from '../yaml/index.ts';
import type { Code } from './codes.ts';
import { problemInFile, type FileFinding } from './problem-in-file.ts';
import type { Problem } from './problem.ts';
import { closest } from './words.ts';

type MeshFile = Mesh['files'][number];

/** How a kind of files of our own is read, and mended where a word is almost right. */
export interface OwnFileReader {
  readonly code: Code;
  readonly isOne: (path: string) => boolean;
  readonly objections: (value: YamlValue | undefined) => readonly Objection[];
  readonly renameKey: (at: WrongWord, key: string) => Operation | undefined;
  readonly setValue: (at: WrongWord, value: string) => Operation | undefined;
}

export interface WrongWord {
  readonly file: string;
  readonly document: number;
  readonly path: Path;
}

/** What files of a kind say that is not read; none for other files. Kept as long as a file stays. */
export function ownFileProblems(reader: OwnFileReader): (file: MeshFile) => readonly Problem[] {
  const kept = new WeakMap<MeshFile, readonly Problem[]>();
  return (file) => {
    if (!reader.isOne(file.path)) return [];
    const known = kept.get(file);
    if (known) return known;
    let linesBefore = 0;
    const problems: Problem[] = [];
    for (const [index, document] of file.documents.entries()) {
      const { code } = reader;
      for (const objection of reader.objections(document.value))
        problems.push(
          problemInFile(
            { code, at: 'key', ...told(reader, objection, document.value, file.path, index) },
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
  };
}

/** An objection with the word that was meant, where one is like it. */
function told(
  reader: OwnFileReader,
  { path, message, could }: Objection,
  value: YamlValue | undefined,
  file: string,
  document: number,
): Pick<FileFinding, 'path' | 'message' | 'fixes'> {
  const written = could?.be === 'key' ? path.at(-1) : valueAt(value, path);
  const meant = typeof written === 'string' && could ? closest(written, could.words) : undefined;
  const at = { file, document, path };
  const operation =
    could === undefined || meant === undefined
      ? undefined
      : could.be === 'key'
        ? reader.renameKey(at, meant)
        : reader.setValue(at, meant);
  if (meant === undefined || !operation) return { path, message, fixes: [] };
  return {
    path,
    message: `${message} Did you mean "${meant}"?`,
    fixes: [{ title: `Change to ${meant}`, operation }],
  };
}
