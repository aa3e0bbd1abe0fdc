import { lineIndex } from '../text/index.ts';
import { formatPath, type ParsedDocument, type Path } from '../yaml/index.ts';
import { codeInfo, type Code } from './codes.ts';
import { placeOf } from './place.ts';
import type { Fix, Problem } from './problem.ts';

/** What is to be said of a file that holds no Kubernetes objects. */
export interface FileFinding {
  readonly code: Code;
  readonly message: string;
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly fixes: readonly Fix[];
}

/** A finding as a problem of a file; `linesBefore` are those of the documents above. */
export function problemInFile(
  { code, message, path, at, fixes }: FileFinding,
  file: string,
  document: ParsedDocument,
  linesBefore: number,
): Problem {
  const lines = lineIndex(document.text);
  const { from, to } = placeOf(document, path, at);
  const [start, end] = [lines.position(from), lines.position(to)];
  const { aliases, severity } = codeInfo(code);
  return {
    code,
    aliases,
    severity,
    // The cluster never sees this file.
    rejected: false,
    message,
    file,
    line: start.line + linesBefore,
    column: start.column,
    endLine: end.line + linesBefore,
    endColumn: end.column,
    resource: null,
    path: formatPath(path),
    fixes,
  };
}
